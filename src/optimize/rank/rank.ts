/** Levers ranked: each alone, under assumption sets, then the best together. */
import { deepFreeze } from '../../model/freeze.ts';
import type {
  CaseFacts,
  CostUsed,
  FirstShares,
  LeverCombination,
  LeverFacts,
  LeversResult,
  RankedLever,
} from '../../model/results/levers.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Lever, LeverCase, NotRankable } from '../levers/lever.ts';
import { STAFFING_TEXT } from '../levers/staffing.ts';
import type { UnitCosts } from '../levers/unit-costs.ts';
import { Arena } from './arena.ts';
import { type Candidate, candidatesOf, OWN_STRENGTHS } from './candidate.ts';
import { bestOf, type Combination, combinationsOf, interactionOf } from './combine.ts';
import { measureOf, type UnderSet } from './measure.ts';
import { FIRST_REPLICATIONS, type Play, type RankOptions, type RankTerms, termsOf } from './options.ts';
import { inOrder, leadersOrder, type Ranked } from './order.ts';
import { type DrawnSets, drawSets, firstShares, playedSets, playUnderSets } from './sets.ts';

const ERROR_RATE = 0.05;
/** Replications added at a time where a precision is asked for. */
const MORE_REPLICATIONS = 4;

const factsOf = ({ id, name, assumption, evidence, effort, isNegative }: Lever): LeverFacts => ({
  id,
  name,
  assumption,
  evidence,
  effort,
  isNegative,
});

const caseFacts = ({ id, lever, site, modalities, device, what, strength }: LeverCase): CaseFacts => ({
  id,
  lever,
  site,
  modalities,
  device,
  what,
  strength,
});

const costsUsed = (costs: UnitCosts): readonly CostUsed[] =>
  Object.entries(costs).map(([id, cost]) => ({ id, ...cost }));

/** What has been found so far. */
interface State {
  readonly candidates: readonly Candidate[];
  readonly notRankable: readonly NotRankable[];
  readonly arena: Arena;
  readonly drawn: DrawnSets | null;
  readonly under: ReadonlyMap<string, readonly UnderSet[]> | null;
  readonly combinations: readonly Combination[];
}

/** Intervals of all levers hold together, and those of all combinations. */
const comparisonsOf = ({ candidates, combinations }: State): number =>
  Math.max(1, candidates.length, combinations.length);

function rankedOf(state: State, shares: ReadonlyMap<string, FirstShares> | null, terms: RankTerms) {
  const differences = state.arena.differences(state.candidates, comparisonsOf(state));
  return state.candidates.map(
    (candidate): Ranked => ({
      candidate,
      measure: measureOf(
        candidate,
        differences.get(candidate.id)!,
        state.under?.get(candidate.id) ?? null,
        terms.costs,
        shares?.get(candidate.id),
      ),
    }),
  );
}

function combinedOf(
  state: State,
  shares: ReadonlyMap<string, FirstShares> | null,
  terms: RankTerms,
): readonly LeverCombination[] {
  const together = state.combinations.map(({ candidate }) => candidate);
  const level = 1 - ERROR_RATE / Math.max(1, together.length);
  const differences = state.arena.differences(together, comparisonsOf(state));
  const measured = state.combinations.map((one): LeverCombination => {
    const { candidate } = one;
    const under = state.under?.get(candidate.id) ?? null;
    return {
      id: candidate.id,
      cases: candidate.cases.map(({ id }) => id),
      ...interactionOf(one, (member) => state.arena.daysAdded(member), state.under, level),
      ...measureOf(candidate, differences.get(candidate.id)!, under, terms.costs, shares?.get(candidate.id)),
    };
  });
  const saved = (one: LeverCombination) => one.daysSaved?.estimate.mean ?? Number.NEGATIVE_INFINITY;
  return measured.sort((a, b) => a.cases.length - b.cases.length || saved(b) - saved(a));
}

function resultOf(stage: LeversResult['stage'], state: State, terms: RankTerms): LeversResult {
  const { candidates, arena, drawn, under } = state;
  const isKnown = drawn !== null && under !== null && drawn.found.sets.length > 0;
  const shares = isKnown ? firstShares(candidates, under, terms.costs) : null;
  const together = state.combinations.map(({ candidate }) => candidate);
  const sharesTogether =
    isKnown && together.every(({ id }) => under.has(id)) ? firstShares(together, under, terms.costs) : null;
  const ranked = rankedOf(state, shares, terms);
  const levers = terms.levers.map(factsOf);
  return deepFreeze({
    stage,
    seed: terms.seed,
    weeks: terms.weeks,
    warmupWeeks: terms.warmupWeeks,
    replications:
      candidates.length === 0 ? 0 : Math.min(...candidates.map((one) => arena.replicationsOf(one))),
    level: 1 - ERROR_RATE / comparisonsOf(state),
    levers,
    ranked: inOrder(ranked).map(
      ({ candidate, measure }, rank): RankedLever => ({
        ...caseFacts(candidate.cases[0]!),
        ...measure,
        rank: measure.daysSaved === null ? null : rank + 1,
      }),
    ),
    notRankable: state.notRankable,
    combinations: combinedOf(state, sharesTogether, terms),
    order: leadersOrder(ranked, shares, drawn, under, levers),
    sets:
      drawn === null
        ? null
        : playedSets(
            drawn,
            terms,
            candidates.map(({ scope }) => scope),
          ),
    costs: costsUsed(terms.costs),
    staffing: STAFFING_TEXT,
  });
}

/** The best so far, by patient-days saved. */
function bestNow(state: State, terms: RankTerms): readonly Candidate[] {
  const ranked = inOrder(rankedOf(state, null, terms));
  const saving = ranked.filter(({ measure }) => (measure.daysSaved?.estimate.mean ?? 0) > 0);
  return bestOf(saving.map(({ candidate }) => candidate));
}

/** Plays the leaders on until their gains are as precise as asked. */
async function refineLeaders(state: State, terms: RankTerms): Promise<void> {
  const { precision, mostReplications } = terms;
  if (precision === null) return;
  for (;;) {
    const best = bestNow(state, terms);
    const differences = state.arena.differences(best, comparisonsOf(state));
    const wide = best.filter((candidate) => {
      const gain = differences.get(candidate.id)!.overall?.difference ?? null;
      if (gain === null || state.arena.replicationsOf(candidate) >= mostReplications) return false;
      return gain.high === null || (gain.high - gain.low!) / 2 > precision * Math.abs(gain.mean);
    });
    if (wide.length === 0) return;
    const have = Math.min(...wide.map((one) => state.arena.replicationsOf(one)));
    await state.arena.play(wide, Math.min(mostReplications, have + MORE_REPLICATIONS));
  }
}

/**
 * Every lever that a scenario offers, ranked by patient-days of waiting saved, per staffed hour and per thousand euros,
 * with simulation and assumption intervals, guardrails, and how often each is first over the assumption sets; on
 * request the best also in pairs and triples. Each lever is played on the departments it touches only. The same
 * scenario, options and seed give the same bits, whoever plays.
 * @param play plays an experiment until it has so many replications.
 * @returns the last answer; the earlier ones go to `options.onAnswer` as they come.
 * @throws RangeError when the options leave nothing to play.
 */
export async function rankLevers(
  scenario: Scenario,
  options: RankOptions,
  play: Play,
): Promise<LeversResult> {
  const terms = termsOf(scenario, options);
  const { weeks, warmupWeeks, seed, replications } = terms;
  const base: Scenario = { ...scenario, run: { weeks, warmupWeeks, seed, replications } };
  const { candidates, notRankable } = candidatesOf(base, terms.levers);
  let state: State = {
    candidates,
    notRankable,
    arena: new Arena(base, OWN_STRENGTHS, play),
    drawn: null,
    under: null,
    combinations: [],
  };
  const answer = (stage: LeversResult['stage']): LeversResult => {
    const result = resultOf(stage, state, terms);
    options.onAnswer?.(result);
    return result;
  };
  const counting = (stage: LeversResult['stage'], total: number) => {
    let done = 0;
    return () => {
      done += 1;
      options.onProgress?.({ stage, done, total });
    };
  };
  if (replications > FIRST_REPLICATIONS) {
    await state.arena.play(candidates, FIRST_REPLICATIONS, counting('first', candidates.length));
    answer('first');
  }
  await state.arena.play(candidates, replications, counting('simulated', candidates.length));
  await refineLeaders(state, terms);
  let last = answer('simulated');
  if (terms.sets > 0 && candidates.length > 0) {
    const drawn = await drawSets(base, candidates, terms, play);
    const total = candidates.length * drawn.found.sets.length;
    const under = await playUnderSets(base, candidates, drawn, terms, play, counting('assumptions', total));
    state = { ...state, drawn, under };
    last = answer('assumptions');
  }
  if (!terms.combine) return last;
  const combinations = combinationsOf(base, bestNow(state, terms), candidates);
  const together = combinations.map(({ candidate }) => candidate);
  const sets = state.drawn?.found.sets.length ?? 0;
  const onPlayed = counting('combined', together.length * (1 + sets));
  await state.arena.play(together, replications, onPlayed);
  if (state.drawn !== null) {
    const more = await playUnderSets(base, together, state.drawn, terms, play, onPlayed);
    state = { ...state, under: new Map([...state.under!, ...more]) };
  }
  state = { ...state, combinations };
  return answer('combined');
}
