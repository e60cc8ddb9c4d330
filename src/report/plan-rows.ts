/** What a plan adds where, as rows: devices, then hours, site by site or summed where they are many. */
import { departmentLabel } from '../model/oqos/departments.ts';
import type { PlannedOpening, PlannedRegion } from '../model/results/region.ts';
import { type Column, named } from './column-table.ts';
import { capital, type Language, type Text } from './language.ts';
import { formatShort } from './numbers.ts';
import { fill } from './sentence.ts';
import { MODALITY_WORDS } from './words.ts';

/** One thing a plan does at a place. */
export interface PlannedRow {
  readonly what: string;
  readonly department: string;
  readonly site: string;
  readonly from: string;
}

const DEVICE: Text = {
  en: '{modality}: {count|device|devices} more',
  fr: '{modality} : {count|appareil|appareils} de plus',
};
const NEW_SITE: Text = { en: ', new site', fr: ', implantation nouvelle' };
const OPENING: Text = {
  en: '{modality}: {hours} h more a week',
  fr: '{modality} : {hours} h de plus par semaine',
};
const MONTHS: Text = { en: '{count|month|months}', fr: '{count|mois|mois}' };
const WEEKS: Text = { en: '{count|week|weeks}', fr: '{count|semaine|semaines}' };
const SYNTHETIC: Text = { en: ' (synthetic)', fr: ' (synthétique)' };
const WEEKS_A_MONTH = 52 / 12;
/** From so many on a lag is told in months, whatever it rounds. */
const FEWEST_MONTHS = 3;
/** More rows of hours are read by nobody. */
const MOST_OPENINGS = 12;

/** A lag as people say it: in months where it is whole ones, and from a quarter on. */
export function lagWords(weeks: number, language: Language): string {
  const months = Math.round(weeks / WEEKS_A_MONTH);
  const isWhole = months > 0 && Math.round(months * WEEKS_A_MONTH) === weeks;
  return isWhole || months >= FEWEST_MONTHS
    ? fill(MONTHS, { count: months }, language)
    : fill(WEEKS, { count: weeks }, language);
}

/** What a plan does, place by place: devices first, then hours. */
export function plannedRows(
  { additions, openings }: PlannedRegion,
  openingLagWeeks: number | null,
  language: Language,
): readonly PlannedRow[] {
  const site = (id: string, isSynthetic: boolean) => id + (isSynthetic ? fill(SYNTHETIC, {}, language) : '');
  return [
    ...additions.map((one) => ({
      what:
        fill(DEVICE, { count: one.devices, modality: MODALITY_WORDS[one.modality][language] }, language) +
        (one.isNewImplantation ? fill(NEW_SITE, {}, language) : ''),
      department: departmentLabel(one.department),
      site: site(one.site, one.isSyntheticSite),
      from: lagWords(one.opensAfterWeeks, language),
    })),
    ...openings.map((one) => ({
      what: fill(
        OPENING,
        {
          modality: MODALITY_WORDS[one.modality][language],
          hours: formatShort(one.hoursPerWeek, 1, language),
        },
        language,
      ),
      department: departmentLabel(one.department),
      site: site(one.site, one.isSyntheticSite),
      from: openingLagWeeks === null ? '—' : lagWords(openingLagWeeks, language),
    })),
  ].map((row) => ({ ...row, what: capital(row.what) }));
}

const SITES: Text = {
  en: '{count|synthetic site|synthetic sites}',
  fr: '{count|site synthétique|sites synthétiques}',
};

/** True for a plan with too many rows of hours to read: sites that are nobody’s are told together. */
export const isLong = ({ openings }: PlannedRegion): boolean =>
  openings.filter(({ isSyntheticSite }) => isSyntheticSite).length > MOST_OPENINGS;

/** What a plan does for a page of text: where it opens hours at many synthetic sites, a row for each department and modality. */
export function planRows(
  plan: PlannedRegion,
  openingLagWeeks: number | null,
  language: Language,
): readonly PlannedRow[] {
  if (!isLong(plan)) return plannedRows(plan, openingLagWeeks, language);
  const synthetic = plan.openings.filter(({ isSyntheticSite }) => isSyntheticSite);
  const keyOf = ({ department, modality }: PlannedOpening) => `${department}/${modality}`;
  const groups = [...new Set(synthetic.map(keyOf))].map((key) =>
    synthetic.filter((one) => keyOf(one) === key),
  );
  const summed = groups.map((group) => ({
    ...group[0]!,
    hoursPerWeek: group.reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0),
  }));
  const real = plan.openings.filter(({ isSyntheticSite }) => !isSyntheticSite);
  const rows = plannedRows({ ...plan, openings: [...real, ...summed] }, openingLagWeeks, language);
  const first = rows.length - summed.length;
  return rows.map((row, rank) => {
    const group = groups[rank - first];
    if (group === undefined) return row;
    const count = new Set(group.map(({ site }) => site)).size;
    return { ...row, site: fill(SITES, { count }, language) };
  });
}

export const PLANNED_COLUMNS: readonly Column<PlannedRow>[] = [
  named(38, ({ what }) => what),
  {
    head: { en: 'department', fr: 'département' },
    width: 24,
    cell: ({ department }) => department,
    holds: 'words',
  },
  { head: { en: 'site', fr: 'site' }, width: 22, cell: ({ site }) => site, holds: 'words' },
  { head: { en: 'opens in', fr: 'ouvre dans' }, width: 12, cell: ({ from }) => from },
];
