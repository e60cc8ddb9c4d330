/** What the differences of a comparison are under every assumption set: the ground of their assumption intervals. */
import { deepFreeze } from '../model/freeze.ts';
import { groupBy } from '../model/group.ts';
import type { Department, VariantDifferences } from '../model/results/compare.ts';
import type { PlayedSets } from '../model/results/compare-document.ts';
import type { Scenario } from '../model/scenario.ts';
import { compareExperiments } from '../stats/comparison.ts';
import type { Experiment } from '../stats/experiment.ts';
import { departmentsOf, isWholePart, onlyDepartments } from './department.ts';
import { type ScenarioSet, underSet } from './scenario-set.ts';
import { isDated, type ScenarioSets, SET_DEFAULTS, type SetOptions, scenarioSets } from './scenario-sets.ts';

/** Plays a scenario with its own run settings: here, or on worker threads. */
export type Play = (scenario: Scenario) => Promise<Experiment>;

export interface SetRun {
  /** Draws; those kept may be fewer. */
  readonly count: number;
  /** Of each set, base and variants alike. */
  readonly weeks: number;
  readonly replications: number;
  readonly options: SetOptions;
}

/** Two years, twice: what is random is mostly common to base and variant, and the sets are many. */
export const SET_RUN: SetRun = Object.freeze({
  count: 24,
  weeks: 104,
  replications: 2,
  options: SET_DEFAULTS,
});

export interface DifferencesUnderSets {
  readonly sets: ScenarioSets;
  /** Departments they were played on. */
  readonly departments: readonly Department[];
  /** Of each set, the warm-up included, and how many times. */
  readonly weeks: number;
  readonly replications: number;
  /** By set kept, then by variant. */
  readonly bySet: readonly (readonly VariantDifferences[])[];
}

const nameOf = ({ site, modality }: Department): string => `${site}/${modality}`;

/** Departments in which some headline of some variant is not equal in every replication, in the order of the base. */
export function changedDepartments(
  base: Scenario,
  variants: readonly VariantDifferences[],
): readonly Department[] {
  const changed = new Set(
    variants.flatMap(({ headlines }) =>
      headlines.filter(({ verdict }) => verdict !== 'unchanged').map(nameOf),
    ),
  );
  return departmentsOf(base).filter((one) => changed.has(nameOf(one)));
}

/** Whether some vacation begins later than the run, or ends: what it does lies in its own weeks. */
const isTemporary = ({ devices }: Scenario): boolean =>
  devices.some(({ week }) =>
    week.some(({ firstWeek, everyWeeks, lastWeek }) => lastWeek !== null || firstWeek >= everyWeeks),
  );

/**
 * The run of base and variants under a set: as many weeks as asked with three patience times of the set left out; where
 * one of them has dates (a log, closures, growth, temporary vacations), the weeks and the warm-up of the base, since
 * others would hold another part of what happens.
 */
function runUnder(base: Scenario, variants: readonly Scenario[], run: SetRun): Scenario['run'] {
  const all = [base, ...variants];
  if (!all.some((one) => isDated(one) || isTemporary(one)))
    return { ...base.run, weeks: run.weeks, replications: run.replications, warmupWeeks: 'auto' };
  const replications = Math.max(1, Math.round((run.replications * run.weeks) / base.run.weeks));
  return { ...base.run, replications };
}

/**
 * The differences of each variant from the base under every set that gives the base's own numbers back. Only the
 * departments given are played, unless a reading queue ties them to others. Base and variants of a set share their
 * random numbers.
 */
export async function differencesUnderSets(
  base: Scenario,
  variants: readonly Scenario[],
  departments: readonly Department[],
  play: Play,
  run: SetRun = SET_RUN,
): Promise<DifferencesUnderSets> {
  const isApart = [base, ...variants].every((one) => isWholePart(one, departments));
  const part = (scenario: Scenario) => (isApart ? onlyDepartments(scenario, departments) : scenario);
  const [ownBase, ownVariants] = [part(base), variants.map(part)];
  const simulate = async (scenario: Scenario) => (await play(scenario)).result();
  const sets = await scenarioSets(ownBase, run.count, simulate, run.options);
  const ownRun = runUnder(base, variants, run);
  const underRun = (scenario: Scenario, set: ScenarioSet): Scenario => ({
    ...underSet(scenario, set),
    run: ownRun,
  });
  const bySet = await Promise.all(
    sets.sets.map(async (set) => {
      const played = await Promise.all([ownBase, ...ownVariants].map((one) => play(underRun(one, set))));
      const [first, ...others] = played;
      return compareExperiments(first!, others).variants;
    }),
  );
  return deepFreeze({
    sets,
    departments: isApart ? departments : departmentsOf(base),
    weeks: ownRun.weeks,
    replications: ownRun.replications,
    bySet,
  });
}

/** What a document says of the sets. */
export function playedSets({ sets, departments, weeks, replications }: DifferencesUnderSets): PlayedSets {
  const rejected = groupBy(sets.rejected, ({ missed }) => `${missed.kind} ${missed.id}`);
  return {
    seed: SET_RUN.options.seed,
    drawn: sets.sets.length + sets.rejected.length,
    kept: sets.sets.length,
    rejected: [...rejected].map(([missed, { length: count }]) => ({ missed, count })),
    departments,
    weeks,
    replications,
  };
}
