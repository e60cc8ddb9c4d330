/** Money, staff, and sites that close at night so that their staff is there by day. */
import { groupBy } from '../../model/group.ts';
import { COLUMNS } from './columns.ts';
import { type Draft, type Mode, rounded, type Term } from './draft.ts';
import { UNITS } from './names.ts';
import type { StaffTaken } from './problem.ts';
import { addedTerms, blockTerms } from './rows-devices.ts';

const WEEKS_A_YEAR = 52;
const THOUSAND = 1000;

const STAFF = Object.freeze({
  technologist: { en: 'hours of technologists', fr: 'heures de manipulateurs' },
  radiologist: { en: 'hours of radiologists', fr: 'heures de radiologues' },
});
type Group = keyof StaffTaken;
const GROUPS: readonly Group[] = ['technologist', 'radiologist'];

/** One binary for each pair of sites; a site closes once, and one that takes patients over stays open. */
export function addOnCall({ problem, ask, phases, trifles, builder }: Draft): void {
  const weight = phases.reduce((sum, phase) => sum + (phase.hasBlocks ? phase.weight : 0), 0);
  for (const { closes, goesTo, minutes, movedPerWeek } of problem.onCallPairs)
    builder.column({
      id: COLUMNS.onCall(closes, goesTo),
      label: {
        en: `${closes} closes its on-call hours, ${goesTo} takes its patients`,
        fr: `${closes} ferme sa garde, ${goesTo} prend ses patients`,
      },
      unit: UNITS.choices,
      upper: 1,
      isInteger: true,
      cost:
        ask.goal === 'days'
          ? rounded(trifles.device + (weight * movedPerWeek * minutes * problem.travelDaysPerHour) / 60)
          : 0,
    });
  const sites = new Set(problem.onCallPairs.map(({ closes }) => closes));
  for (const site of sites) {
    const closing = problem.onCallPairs.filter(({ closes }) => closes === site);
    const own: readonly Term[] = closing.map(({ closes, goesTo }) => [COLUMNS.onCall(closes, goesTo), 1]);
    builder.row({
      id: `on-call-once/${site}`,
      label: { en: `${site} closes once`, fr: `${site} ne ferme qu’une fois` },
      unit: UNITS.choices,
      upper: 1,
      terms: own,
    });
    for (const { closes, goesTo } of problem.onCallPairs.filter((pair) => pair.goesTo === site))
      builder.row({
        id: `on-call-open/${site}/${closes}`,
        label: {
          en: `${site} stays open where it takes patients of ${closes}`,
          fr: `${site} reste ouvert s’il prend les patients de ${closes}`,
        },
        unit: UNITS.choices,
        upper: 1,
        terms: [...own, [COLUMNS.onCall(closes, goesTo), 1]],
      });
  }
}

/** Euros a year of an added device, its staff included; of a block. */
function eurosOf({ problem: { costs } }: Draft, hours: StaffTaken): number {
  return GROUPS.reduce((sum, group) => sum + WEEKS_A_YEAR * hours[group] * costs.eurosPerHour[group], 0);
}

/** Physical sites that would be the first of their place: built once for both modalities. */
function newSiteTerms(draft: Draft): readonly Term[] {
  const { problem, builder, places, modes } = draft;
  const lived = new Set(places.filter(({ of }) => of.devices > 0).map(({ of }) => of.site));
  const own = places.filter(({ of }) => !lived.has(of.site) && modes.get(of.id)!.length > 1);
  const euros = rounded(problem.costs.newSiteEurosPerYear / THOUSAND);
  if (euros === 0) return [];
  return [...groupBy(own, ({ of }) => of.site)].map(([site, implantations]): Term => {
    builder.column({
      id: COLUMNS.newSite(site),
      label: { en: `${site} is built`, fr: `${site} est construit` },
      unit: UNITS.choices,
      upper: 1,
    });
    for (const { of } of implantations)
      builder.row({
        id: `built/${of.id}`,
        label: { en: `${site} is built for its devices`, fr: `${site} est construit pour ses appareils` },
        unit: UNITS.choices,
        upper: 0,
        terms: [...addedTerms(modes.get(of.id)!, ({ added }) => 1 / added), [COLUMNS.newSite(site), -1]],
      });
    return [COLUMNS.newSite(site), euros];
  });
}

const together = (lists: readonly (readonly Term[])[]): readonly Term[] => {
  const sums = new Map<string, number>();
  for (const [id, value] of lists.flat()) sums.set(id, (sums.get(id) ?? 0) + value);
  return [...sums].map(([id, value]): Term => [id, rounded(value)]);
};

/** The budget in thousand euros a year and the hours of each group, where they are limited. */
export function addLimits(draft: Draft): void {
  const { costs, limits, onCallPairs } = draft.problem;
  const modes: readonly Mode[] = [...draft.modes.values()].flat();
  const blocks = (value: number): readonly Term[] =>
    [...draft.modes.values()].flatMap(blockTerms).map(([id]): Term => [id, rounded(value)]);
  if (limits.budgetEurosPerYear !== null) {
    const { deviceEurosPerYear, deviceStaffHours } = costs;
    const device = ({ place: { of } }: Mode) =>
      deviceEurosPerYear[of.modality] + eurosOf(draft, deviceStaffHours[of.modality]);
    const thousands = Math.round(limits.budgetEurosPerYear / THOUSAND);
    const terms = together([
      addedTerms(modes, (mode) => device(mode) / THOUSAND),
      blocks(eurosOf(draft, costs.blockStaffHours) / THOUSAND),
      newSiteTerms(draft),
      onCallPairs.map(
        ({ closes, goesTo, savedEurosPerYear }): Term => [
          COLUMNS.onCall(closes, goesTo),
          -savedEurosPerYear / THOUSAND,
        ],
      ),
    ]);
    draft.builder.row({
      id: 'budget',
      label: {
        en: `no more than ${thousands} thousand euros a year`,
        fr: `pas plus de ${thousands} milliers d’euros par an`,
      },
      unit: UNITS.thousandEuros,
      owner: 'budget',
      upper: limits.budgetEurosPerYear / THOUSAND,
      terms,
    });
  }
  for (const group of GROUPS) {
    const upper = limits.staffHoursPerWeek[group];
    if (upper === null) continue;
    const freed: readonly Term[] =
      group === 'technologist'
        ? onCallPairs.map((pair) => [COLUMNS.onCall(pair.closes, pair.goesTo), -pair.freedTechnologistHours])
        : [];
    draft.builder.row({
      id: `staff/${group}`,
      label: {
        en: `no more than ${upper} ${STAFF[group].en} a week beside those freed at night`,
        fr: `pas plus de ${upper} ${STAFF[group].fr} par semaine en plus de celles libérées la nuit`,
      },
      unit: UNITS.hours,
      owner: 'staff',
      upper,
      terms: together([
        addedTerms(modes, ({ place: { of } }) => costs.deviceStaffHours[of.modality][group]),
        blocks(costs.blockStaffHours[group]),
        freed,
      ]),
    });
  }
}
