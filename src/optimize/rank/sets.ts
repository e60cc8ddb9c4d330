/** The candidates again under every assumption set, the strength of each lever drawn in its range. */
import { hypercubeColumn } from '../../calibrate/assumption-sets.ts';
import { type Simulate, startAtReference } from '../../calibrate/reference.ts';
import type { ScenarioSet } from '../../calibrate/scenario-set.ts';
import { type ScenarioSets, scenarioSets } from '../../calibrate/scenario-sets.ts';
import { openStream } from '../../engine/streams.ts';
import { groupBy } from '../../model/group.ts';
import type { PlayedSets } from '../../model/results/compare-document.ts';
import type { FirstShares } from '../../model/results/levers.ts';
import type { Scenario } from '../../model/scenario.ts';
import { Experiment } from '../../stats/experiment.ts';
import type { UnitCosts } from '../levers/unit-costs.ts';
import { Arena } from './arena.ts';
import type { Candidate, Strengths } from './candidate.ts';
import { type Gains, gainsUnder, type UnderSet } from './measure.ts';
import { type Play, type RankTerms, runWeeks } from './options.ts';

/** Of each set: noise is mostly common to base and lever, and to all sets. */
const SET_REPLICATIONS = 1;

/** The sets of a base, and what each lever's strength is in each: a number of 0..1 along its range. */
export interface DrawnSets {
  readonly found: ScenarioSets;
  readonly strengths: readonly Strengths[];
}

/**
 * Assumption sets that give the base's own numbers back, and for each a draw of the strength of every lever: a Latin
 * hypercube by lever, the same draw wherever the lever is used, since how strongly it acts is one thing not known.
 */
export async function drawSets(
  scenario: Scenario,
  candidates: readonly Candidate[],
  terms: RankTerms,
  play: Play,
): Promise<DrawnSets> {
  const simulate: Simulate = async (one) => {
    const experiment = new Experiment(one);
    await play(experiment, one.run.replications);
    return experiment.result();
  };
  const found = await scenarioSets(scenario, terms.sets, simulate, terms.setOptions);
  const levers = [...new Set(candidates.flatMap(({ cases }) => cases.map(({ lever }) => lever)))];
  const columns = levers.map(
    (lever) =>
      [
        lever,
        hypercubeColumn(found.sets.length, openStream(terms.setOptions.seed, 'strength', lever)),
      ] as const,
  );
  const strengths = found.sets.map(
    (_, rank): Strengths => new Map(columns.map(([lever, column]) => [lever, column[rank]!])),
  );
  return { found, strengths };
}

/**
 * The base under a set, its agendas as full as they stay, with the draws of the base and as many weeks measured; patients
 * more patient than the base's take longer to settle.
 */
function runUnder(scenario: Scenario, set: ScenarioSet, found: ScenarioSets, terms: RankTerms): Scenario {
  const { seed, weeks, warmupWeeks } = terms;
  const under = startAtReference(scenario, set, found.reference);
  const settled = Math.max(warmupWeeks, runWeeks({ ...under, run: scenario.run }).warmupWeeks);
  const run = { weeks: settled + weeks - warmupWeeks, warmupWeeks: settled };
  return { ...under, run: { ...run, seed, replications: SET_REPLICATIONS } };
}

/** Each candidate under each set, by id: the levers are applied to the base under the set, so that half of what is lost is half of the set's. */
export async function playUnderSets(
  scenario: Scenario,
  candidates: readonly Candidate[],
  { found, strengths }: DrawnSets,
  terms: RankTerms,
  play: Play,
  onPlayed: () => void,
): Promise<ReadonlyMap<string, readonly UnderSet[]>> {
  const under = new Map<string, UnderSet[]>(candidates.map(({ id }) => [id, []]));
  for (const [rank, set] of found.sets.entries()) {
    const drawn = strengths[rank]!;
    const arena = new Arena(runUnder(scenario, set, found, terms), drawn, play);
    await arena.play(candidates, SET_REPLICATIONS, onPlayed);
    // Means only: the interval is over the sets, so nothing is corrected within one.
    for (const [id, differences] of arena.differences(candidates, candidates.length))
      under.get(id)!.push({ strengths: drawn, differences });
  }
  return under;
}

const MEASURES = ['daysSaved', 'perStaffedHour', 'perThousandEuros'] as const;

/**
 * Share of the sets in which each candidate is first, by each measure: among those that are no negative lever and have
 * the measure. Equal firsts share the set.
 */
export function firstShares(
  candidates: readonly Candidate[],
  under: ReadonlyMap<string, readonly UnderSet[]>,
  costs: UnitCosts,
): ReadonlyMap<string, FirstShares> {
  const rivals = candidates.filter(({ isNegative }) => !isNegative);
  const gains = new Map<string, readonly Gains[]>(
    rivals.map((one) => [one.id, under.get(one.id)!.map((set) => gainsUnder(one, set, costs))]),
  );
  const sets = Math.max(0, ...[...gains.values()].map(({ length }) => length));
  const shares = new Map<string, Record<keyof Gains, number | null>>();
  for (const { id } of rivals) {
    const own = gains.get(id)!;
    const start = (measure: keyof Gains) =>
      own.length > 0 && own.some((one) => one[measure] !== null) ? 0 : null;
    shares.set(id, {
      daysSaved: start('daysSaved'),
      perStaffedHour: start('perStaffedHour'),
      perThousandEuros: start('perThousandEuros'),
    });
  }
  for (const measure of MEASURES)
    for (let set = 0; set < sets; set++) {
      const values = rivals.map(({ id }) => gains.get(id)![set]?.[measure] ?? null);
      const best = values.reduce<number | null>(
        (most, one) => (one !== null && (most === null || one > most) ? one : most),
        null,
      );
      if (best === null) continue;
      const firsts = rivals.filter((_, rank) => values[rank] === best);
      for (const { id } of firsts) shares.get(id)![measure]! += 1 / firsts.length / sets;
    }
  return shares;
}

/** What is said of the sets in the document. */
export function playedSets({ found }: DrawnSets, terms: RankTerms, scopes: Candidate['scope'][]): PlayedSets {
  const rejected = groupBy(found.rejected, ({ missed }) => `${missed.kind} ${missed.id}`);
  const departments = new Map(
    scopes.flatMap((scope) => scope.departments).map((one) => [`${one.site}/${one.modality}`, one]),
  );
  return {
    seed: terms.setOptions.seed,
    drawn: found.sets.length + found.rejected.length,
    kept: found.sets.length,
    rejected: [...rejected].map(([missed, { length: count }]) => ({ missed, count })),
    departments: [...departments.values()],
    weeks: terms.weeks,
    replications: SET_REPLICATIONS,
  };
}
