/** The tables of a plan: residents before and after, total against the worst off. */
import { departmentLabel } from '../model/oqos/departments.ts';
import type { HeadlineDifference } from '../model/results/compare.ts';
import type { EquityPoint, PlannedRegion, RegionPlanDocument, ResidentRow } from '../model/results/region.ts';
import { type Column, named } from './column-table.ts';
import { differenceCells } from './difference-words.ts';
import type { Language, Text } from './language.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { daysOf, solvedWords } from './optimize-words.ts';
import { planWords, savedCell } from './plan-words.ts';
import { fill } from './sentence.ts';

/** An indicator of residents as a headline, so that it is told in the same words. */
const headline = (
  { department, modality }: ResidentRow,
  paired: ResidentRow['offeredDays'] | ResidentRow['travelMinutes'],
  unit: HeadlineDifference['unit'],
): HeadlineDifference => ({
  site: department,
  modality,
  name: 'firstAvailable',
  class: 'A',
  unit,
  lowerIsBetter: true,
  assumptions: null,
  ...paired,
});

/** Residents of a department: days offered before and after, with both intervals. */
export const residentColumns = (language: Language): readonly Column<ResidentRow>[] => {
  const of = (row: ResidentRow) => differenceCells(headline(row, row.offeredDays, 'days'), language);
  return [
    named(24, ({ department }) => departmentLabel(department)),
    {
      head: { en: 'inhabitants', fr: 'habitants' },
      width: 12,
      cell: ({ population }) => formatNumber(population, 0, language),
    },
    { head: { en: 'now', fr: 'actuel' }, width: 8, cell: (row) => of(row).base },
    { head: { en: 'after', fr: 'après' }, width: 8, cell: (row) => of(row).variant },
    { head: { en: 'change', fr: 'écart' }, width: 12, cell: (row) => of(row).difference },
    { head: { en: 'simulation', fr: 'simulation' }, width: 15, cell: (row) => of(row).simulation },
    { head: { en: 'assumptions', fr: 'hypothèses' }, width: 15, cell: (row) => of(row).assumptions },
  ];
};

/** Residents whom no site gives an appointment, and how far those who have one travel, before and after. */
export const unmetColumns = (language: Language): readonly Column<ResidentRow>[] => {
  const unmet = (row: ResidentRow) => differenceCells(headline(row, row.unmetPerWeek, 'perWeek'), language);
  const travel = (row: ResidentRow) => differenceCells(headline(row, row.travelMinutes, 'minutes'), language);
  return [
    named(24, ({ department }) => departmentLabel(department)),
    { head: { en: 'unmet now', fr: 'sans rdv' }, width: 11, cell: (row) => unmet(row).base },
    { head: { en: 'after', fr: 'après' }, width: 8, cell: (row) => unmet(row).variant },
    { head: { en: 'simulation', fr: 'simulation' }, width: 16, cell: (row) => unmet(row).simulation },
    { head: { en: 'assumptions', fr: 'hypothèses' }, width: 16, cell: (row) => unmet(row).assumptions },
    { head: { en: 'min now', fr: 'min avant' }, width: 10, cell: (row) => travel(row).base },
    { head: { en: 'after', fr: 'après' }, width: 8, cell: (row) => travel(row).variant },
  ];
};

const decisionsOf = ({ additions, openings, onCall }: PlannedRegion): string =>
  JSON.stringify([additions, openings, onCall]);

/** True for two plans that decide the same. */
export const isSamePlan = (a: PlannedRegion, b: PlannedRegion | null): boolean =>
  b !== null && decisionsOf(a) === decisionsOf(b);

/** The front with what the simulator says of those of its plans that were played. */
export function playedFront({
  front,
  proposal,
  others,
}: Pick<RegionPlanDocument, 'front' | 'proposal' | 'others'>): readonly EquityPoint[] {
  const played = [...(proposal === null ? [] : [proposal]), ...others];
  return front.map((point) => ({
    ...point,
    plan: played.find((one) => one.daysSaved !== null && isSamePlan(point.plan, one)) ?? point.plan,
  }));
}

/** One row of the front: a plan between the best total and the best for the worst off. */
export const frontColumns = (
  language: Language,
  equity: RegionPlanDocument['equity'],
): readonly Column<EquityPoint>[] => {
  const unit = equity === 'travel' ? 'min' : language === 'fr' ? 'j' : 'd';
  const bound = ({ within }: EquityPoint) =>
    within === null
      ? fill(BEST_TOTAL, {}, language)
      : fill(AT_MOST, { bound: `${formatNumber(within, 1, language)} ${unit}` }, language);
  return [
    named(20, bound),
    {
      head: { en: 'decisions', fr: 'décisions' },
      width: 38,
      cell: ({ plan }) => shortPlan(plan, language),
      holds: 'words',
    },
    {
      head: { en: 'model', fr: 'modèle' },
      width: 8,
      cell: ({ plan }) => daysOf(plan.predictedDaysSaved, language),
    },
    { head: { en: 'saved', fr: 'gagnés' }, width: 8, cell: ({ plan }) => savedCell(plan, language) },
    {
      head: { en: 'worst', fr: 'pire' },
      width: 8,
      cell: ({ plan }) => formatNumber(plan.worstDays?.mean ?? plan.predictedWorstDays, 1, language),
    },
    { head: { en: 'solved', fr: 'résolu' }, width: 14, cell: ({ solved }) => solvedWords(solved, language) },
  ];
};

const BEST_TOTAL: Text = { en: 'best total', fr: 'meilleur total' };
const AT_MOST: Text = { en: 'at most {bound}', fr: 'au plus {bound}' };
const SHORT: Text = {
  en: '{devices} dev., {hours} h',
  fr: '{devices} app., {hours} h',
};

/** A plan in a cell: devices by department, hours. */
export function shortPlan(plan: PlannedRegion, language: Language): string {
  const { additions, takes } = plan;
  if (additions.length === 0 && takes.openedHours === 0) return planWords(plan, language);
  return fill(
    SHORT,
    { devices: takes.devices, hours: formatShort(takes.openedHours, 0, language) },
    language,
  );
}
