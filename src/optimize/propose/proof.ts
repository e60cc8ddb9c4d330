/** The proof: the chosen week beside the present one, on random numbers the choice has not seen, then under assumption sets. */
import { assumptionInterval, inputsToMeasure } from '../../calibrate/assumption-interval.ts';
import {
  changedDepartments,
  type DifferencesUnderSets,
  differencesUnderSets,
  SET_RUN,
} from '../../calibrate/differences-under-sets.ts';
import type { AssumptionInterval, VariantDifferences } from '../../model/results/compare.ts';
import type { PatientsToMove, Proposal } from '../../model/results/optimize.ts';
import type { Label, Scenario } from '../../model/scenario.ts';
import { startingFromBase } from '../../stats/backlog.ts';
import { compareExperiments } from '../../stats/comparison.ts';
import { Experiment } from '../../stats/experiment.ts';
import { headlineKey } from '../../stats/headlines.ts';
import { transients } from '../../stats/transient.ts';
import { times } from '../rank/measure.ts';
import type { Play } from '../rank/options.ts';
import type { WeekPlan, WeekProblem } from '../week/problem.ts';
import { brokenGuardrails } from './guardrails.ts';
import { queueDelays } from './queue-delays.ts';
import { worseQueues } from './worse-queues.ts';

/** Weeks of a set, once each: base and proposal share their random numbers, and the sets are many. */
const UNDER_SETS = { weeks: 78, replications: 1 };

/** Runs that a set takes, the present week, the new one and those it is calibrated by: about. */
const RUNS_OF_A_SET = 7;

/** Both weeks played to the end of the scenario's own run. */
export interface Proof {
  readonly base: Experiment;
  readonly week: Experiment;
  readonly differences: VariantDifferences;
  readonly level: number;
  /** Left out of the differences. */
  readonly warmupWeeks: number;
}

/**
 * Plays both weeks as the scenario's run says, on a seed of their own: a week chosen for its luck would keep it on the
 * numbers it was chosen with. The new week starts with the patients booked in the present one.
 */
export async function prove(present: Scenario, proposed: Scenario, play: Play): Promise<Proof> {
  const seed = `${present.run.seed}/proof`;
  const base = new Experiment(present, { seed });
  const week = new Experiment(startingFromBase(present, proposed), { seed });
  const { replications } = present.run;
  await Promise.all([play(base, replications), play(week, replications)]);
  const { variants, level, warmupWeeks } = compareExperiments(base, [week]);
  return { base, week, differences: variants[0]!, level, warmupWeeks };
}

/**
 * The guardrails that the new week breaks on the numbers of the proof: headlines beyond doubt, delays of owners who share a
 * department by their mean.
 */
export function brokenInProof(proof: Proof, { supply, rules }: WeekProblem): readonly Label[] {
  const { base, week, differences, warmupWeeks } = proof;
  const waits = (experiment: Experiment) =>
    queueDelays(experiment, supply.queues, supply.queues, warmupWeeks);
  return [
    ...brokenGuardrails(differences.headlines, rules),
    ...worseQueues(waits(base), waits(week), supply.queues, rules),
  ];
}

/**
 * Patients who hold an appointment, on the first day, in hours that the new week closes: those booked ahead, in the part
 * of the places they could be in that is closed.
 */
export function patientsToMove(
  { supply, effects }: WeekProblem,
  { picks }: WeekPlan,
  proof: Proof,
): readonly PatientsToMove[] {
  const closed = new Map<string, number>();
  for (const { change, times: often } of picks) {
    if (change.kind !== 'close') continue;
    for (const { place, seconds } of effects.get(change.id) ?? [])
      if (seconds < 0) closed.set(place, (closed.get(place) ?? 0) - seconds * often);
  }
  if (closed.size === 0) return [];
  const ahead = transients(proof.base, proof.week);
  return ahead.flatMap(({ site, modality, class: patientClass, bookedAhead }): readonly PatientsToMove[] => {
    const own = supply.queues.filter(
      (queue) => queue.site === site && queue.modality === modality && queue.class === patientClass,
    );
    const places = supply.places.filter(({ queues }) => own.some(({ id }) => queues.includes(id)));
    const open = places.reduce((sum, { seconds }) => sum + seconds, 0);
    const gone = places.reduce((sum, { id }) => sum + (closed.get(id) ?? 0), 0);
    const [mean, low, high] = [bookedAhead.base.mean[0], bookedAhead.base.low[0], bookedAhead.base.high[0]];
    if (open === 0 || gone === 0 || mean === null || mean === undefined) return [];
    const share = Math.min(1, gone / open);
    const by = (x: number | null | undefined) => (x === null || x === undefined ? null : x * share);
    const patients = { mean: mean * share, low: by(low), high: by(high), n: proof.base.replications };
    return [{ site, modality, class: patientClass, patients }];
  });
}

/**
 * The differences under assumption sets, the proposal being a variant of each; null where nothing differs.
 * @param onPlayed hears which part of the work is done, from 0 to 1: about, since recalibrations may take more.
 */
export async function proveUnderSets(
  present: Scenario,
  proposed: Scenario,
  proof: Proof,
  count: number,
  play: Play,
  onPlayed: (part: number) => void,
): Promise<DifferencesUnderSets | null> {
  const departments = changedDepartments(present, [proof.differences]);
  if (departments.length === 0) return null;
  let runs = 0;
  const played = async (scenario: Scenario): Promise<Experiment> => {
    const experiment = new Experiment(scenario);
    await play(experiment, scenario.run.replications);
    runs += 1;
    onPlayed(Math.min(1, runs / (RUNS_OF_A_SET * count)));
    return experiment;
  };
  return await differencesUnderSets(present, [proposed], departments, played, {
    ...SET_RUN,
    ...UNDER_SETS,
    count,
  });
}

/** One number a set; null where some set has none, or there is none. */
function over(
  under: DifferencesUnderSets | null,
  of: (one: VariantDifferences) => number | null,
): readonly number[] | null {
  const values = under?.bySet.map(([one]) => of(one!)) ?? [];
  return values.length === 0 || values.includes(null) ? null : (values as readonly number[]);
}

const intervalOf = (values: readonly number[] | null): AssumptionInterval | null =>
  values === null ? null : assumptionInterval(values);

/** What the proof says, in the words of the document. */
export function provenPart(
  proof: Proof,
  under: DifferencesUnderSets | null,
): Pick<
  Proposal,
  'headlines' | 'overall' | 'others' | 'daysSaved' | 'verdict' | 'betterInSets' | 'toMeasure' | 'transients'
> | null {
  const { overall, headlines, others } = proof.differences;
  if (overall?.difference === null || overall === null) return null;
  const saved = over(under, (one) => {
    const mean = one.overall?.difference?.mean;
    return mean === undefined ? null : -mean;
  });
  return {
    headlines: headlines.map((one) => {
      const key = headlineKey(one);
      const values = over(under, (set) => {
        const same = set.headlines.find((other) => headlineKey(other) === key);
        return same?.difference?.mean ?? null;
      });
      return { ...one, assumptions: one.verdict === 'unchanged' ? null : intervalOf(values) };
    }),
    overall,
    others,
    daysSaved: { estimate: times(overall.difference, -1), assumptions: intervalOf(saved) },
    verdict: overall.verdict,
    betterInSets: saved === null ? null : saved.filter((days) => days > 0).length / saved.length,
    toMeasure: under === null || saved === null ? [] : inputsToMeasure(under.sets.sets, saved),
    transients: transients(proof.base, proof.week),
  };
}
