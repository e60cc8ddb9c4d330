/** Plays a comparison: base and variants side by side, a first answer early, then the same under assumption sets. */
import {
  changedDepartments,
  type DifferencesUnderSets,
  differencesUnderSets,
  SET_RUN,
} from '../../calibrate/differences-under-sets.ts';
import type { Scenario } from '../../model/scenario.ts';
import { startingFromBase } from '../../stats/backlog.ts';
import { type Comparison, compareExperiments } from '../../stats/comparison.ts';
import { Experiment } from '../../stats/experiment.ts';
import { choosePlayer, playUpTo, requestsOf, unitsOf } from '../pool/play.ts';
import { LocalPlayer, type Player } from '../pool/player.ts';
import { stoppable } from '../pool/stoppable.ts';
import type { Progress } from '../progress.ts';
import type { StopSignal, Terminal } from '../terminal.ts';

export interface ComparePlay {
  readonly base: Scenario;
  readonly variants: readonly Scenario[];
  /** Assumption sets drawn; 0 = none. */
  readonly sets: number;
  readonly workers: number | null;
}

export interface PlayedComparison {
  readonly base: Experiment;
  readonly variants: readonly Experiment[];
  /** Null when it was stopped before two replications of each. */
  readonly comparison: Comparison | null;
  /** Null when none was asked for, nothing changes, or it was stopped before. */
  readonly underSets: DifferencesUnderSets | null;
  readonly stoppedBy: StopSignal | null;
}

/** Enough for a first interval, little enough to be there at once: half of it at most is warm-up. */
const FIRST = { replications: 3, weeks: 52 };
const FEWEST = 2;
/** What a set takes besides its own replications, in weeks: it is recalibrated, most of them in one or two simulations. */
const RECALIBRATION_WEEKS = 250;

/**
 * Plays as many replications as the base's run says of each, and `onFirst` with the differences after the first few of
 * them; then the sets. The user may stop it: what is finished is given.
 */
export async function playComparison(
  { base, variants, sets, workers }: ComparePlay,
  terminal: Terminal,
  progress: Progress,
  onFirst: (first: Comparison, replications: number) => void,
): Promise<PlayedComparison> {
  const asked = base.run.replications;
  const isEarly = asked > FIRST.replications || sets > 0;
  const stoppedEarly = isEarly ? await playFirst([base, ...variants], terminal, progress, onFirst) : null;
  const first = new Experiment(base);
  if (stoppedEarly !== null)
    return { base: first, variants: [], comparison: null, underSets: null, stoppedBy: stoppedEarly };
  const others = variants.map((scenario) => new Experiment(startingFromBase(base, scenario)));
  const experiments = [first, ...others];
  const requests = experiments.reduce(
    (sum, { scenario, plan }) => sum + requestsOf(scenario, plan.weeks, asked),
    0,
  );
  const work = { requests, replications: asked * experiments.length, workers };
  const player = choosePlayer(work, terminal, () => progress.tick());
  const units = experiments.reduce((sum, one) => sum + unitsOf(one, asked), 0);
  const setUnits = sets === 0 ? 0 : setUnitsOf(base, variants.length, sets);
  let finished = 0;
  progress.watch(() => ({
    found: 0,
    done: player.played(),
    total: units + setUnits,
    finished: Math.min(finished, experiments.length * asked),
    asked: experiments.length * asked,
  }));
  const playAll = (one: Experiment): Promise<void> =>
    playUpTo(one, asked, player, () => {
      finished += 1;
    });
  let underSets: DifferencesUnderSets | null = null;
  const stoppedBy = await stoppable(terminal, [player], progress, async () => {
    await Promise.all(experiments.map(playAll));
    if (sets > 0) underSets = await playSets(first, others, sets, player);
  });
  const fewest = Math.min(...experiments.map(({ replications }) => replications));
  return {
    base: first,
    variants: others,
    comparison: fewest < FEWEST ? null : compareExperiments(first, others),
    underSets,
    stoppedBy,
  };
}

/**
 * A first answer from a few short replications, on this thread: it is there before others would have started. They are
 * the beginnings of the replications that follow, which are played whole.
 */
async function playFirst(
  scenarios: readonly Scenario[],
  terminal: Terminal,
  progress: Progress,
  onFirst: (first: Comparison, replications: number) => void,
): Promise<StopSignal | null> {
  const here = new LocalPlayer(terminal, () => progress.tick());
  const experiments = scenarios.map((scenario) => {
    const { weeks, warmupWeeks } = scenario.run;
    const isShort = warmupWeeks === 'auto' && weeks > FIRST.weeks;
    return new Experiment(scenario, isShort ? { weeks: FIRST.weeks } : {});
  });
  const [base, ...variants] = experiments;
  const count = Math.min(FIRST.replications, base!.scenario.run.replications);
  return await stoppable(terminal, [here], progress, async () => {
    for (const one of experiments) await playUpTo(one, count, here);
    onFirst(compareExperiments(base!, variants), count);
  });
}

async function playSets(
  base: Experiment,
  variants: readonly Experiment[],
  count: number,
  player: Player,
): Promise<DifferencesUnderSets | null> {
  const departments = changedDepartments(base.scenario, compareExperiments(base, variants).variants);
  if (departments.length === 0) return null;
  const play = async (scenario: Scenario): Promise<Experiment> => {
    const experiment = new Experiment(scenario);
    await playUpTo(experiment, scenario.run.replications, player);
    return experiment;
  };
  return await differencesUnderSets(
    base.scenario,
    variants.map(({ scenario }) => scenario),
    departments,
    play,
    { ...SET_RUN, count },
  );
}

/** Site-weeks that so many sets come to, about: some are rejected, and only the departments that change are played. */
const setUnitsOf = ({ sites }: Scenario, variants: number, sets: number): number =>
  sites.length * sets * (RECALIBRATION_WEEKS + (1 + variants) * SET_RUN.weeks * SET_RUN.replications);
