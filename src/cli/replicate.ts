/** Runs replications until there are enough of them, the precision asked for is reached, or the user stops them. */
import type { Estimate } from '../model/results/estimate.ts';
import type { Experiment } from '../stats/experiment.ts';
import { moreReplications, relativeHalfWidth } from '../stats/precision.ts';
import { matching, type NamedIndicator, namedIndicators, nearestIndicator } from './indicators.ts';
import type { Problem } from './messages.ts';
import { playUpTo, unitsOf } from './pool/play.ts';
import type { Player } from './pool/player.ts';
import { stoppable } from './pool/stoppable.ts';
import type { Progress } from './progress.ts';
import type { StopSignal, Terminal } from './terminal.ts';

/** A relative half-width, and the ends of the paths of the indicators it is asked of. */
export interface PrecisionTarget {
  readonly wanted: number;
  readonly on: readonly string[];
  readonly maxReplications: number;
}

export interface Reached {
  readonly isReached: boolean;
  /** The indicator that is the least precise, and its relative half-width; null when it has none. */
  readonly path: string;
  readonly halfWidth: number | null;
}

export interface Replicated {
  /** How it was stopped before its end; null when it was not. */
  readonly stoppedBy: StopSignal | null;
  /** Replications that would have been run. */
  readonly asked: number;
  /** Null when no precision was asked for, or nothing was run. */
  readonly precision: Reached | null;
  readonly problems: readonly Problem[];
}

/** The fewest replications that give an interval. */
const FEWEST = 2;

/** The indicators a precision is asked of, or the names that match none. */
function indicatorsOf(
  experiment: Experiment,
  target: PrecisionTarget,
): { readonly found: readonly NamedIndicator[]; readonly problems: readonly Problem[] } {
  const all = namedIndicators(experiment.result());
  const problems = target.on
    .filter((name) => matching(all, name).length === 0)
    .map((name): Problem => {
      return { code: 'indicator-unknown', values: { name, nearest: nearestIndicator(all, name) } };
    });
  // Where nothing happens there is nothing to be precise about, as long as it happens somewhere.
  const found = target.on.flatMap((name) => {
    const named = matching(all, name);
    const seen = named.filter(({ indicator }) => indicator !== null);
    return seen.length > 0 ? seen : named;
  });
  return { found, problems };
}

/** How precise the least precise indicator is. */
function judge(found: readonly NamedIndicator[], wanted: number): Reached {
  const widths = found.map(({ path, indicator }) => {
    const estimate = indicator === null || indicator === 'unstable' ? null : indicator;
    return { path, halfWidth: estimate === null ? null : relativeHalfWidth(estimate) };
  });
  const rank = (halfWidth: number | null) => halfWidth ?? Number.POSITIVE_INFINITY;
  const worst = widths.reduce((a, b) => (rank(b.halfWidth) > rank(a.halfWidth) ? b : a));
  return { ...worst, isReached: rank(worst.halfWidth) <= wanted };
}

const estimates = (found: readonly NamedIndicator[]): readonly Estimate[] =>
  found.flatMap(({ indicator }) => (indicator === null || indicator === 'unstable' ? [] : [indicator]));

/** Those who take part: who plays, where the user is, what they are shown. */
export interface Playing {
  readonly player: Player;
  readonly terminal: Terminal;
  readonly progress: Progress;
}

/**
 * Runs `replications` replications; with a precision, as many more as it takes up to its limit. How many are played at
 * a time changes no number; the user may stop it, and what was taken in stays.
 */
export async function replicate(
  experiment: Experiment,
  replications: number,
  precision: PrecisionTarget | null,
  { player, terminal, progress }: Playing,
): Promise<Replicated> {
  let problems: readonly Problem[] = [];
  const most = precision === null ? replications : precision.maxReplications;
  let asked = Math.min(precision === null ? replications : Math.max(FEWEST, replications), most);
  let reached: Reached | null = null;
  progress.watch(() => ({
    found: 0,
    done: player.played(),
    total: unitsOf(experiment, asked),
    finished: experiment.replications,
    asked,
  }));
  const stoppedBy = await stoppable(terminal, [player], progress, async () => {
    for (;;) {
      await playUpTo(experiment, asked, player, () => {
        // Names are checked as soon as there is a result to look them up in.
        if (precision === null || experiment.replications !== 1) return;
        problems = indicatorsOf(experiment, precision).problems;
        if (problems.length > 0) player.stop();
      });
      if (problems.length > 0 || precision === null) return;
      const { found } = indicatorsOf(experiment, precision);
      reached = judge(found, precision.wanted);
      if (reached.isReached) return;
      const more = moreReplications(estimates(found), precision.wanted, most);
      if (more === 0 || experiment.replications >= most) return;
      asked = Math.min(most, experiment.replications + more);
    }
  });
  const isStopped = stoppedBy !== null && problems.length === 0;
  if (isStopped && precision !== null && experiment.replications > 0)
    reached = judge(indicatorsOf(experiment, precision).found, precision.wanted);
  return {
    stoppedBy: isStopped ? stoppedBy : null,
    asked,
    precision: problems.length > 0 ? null : reached,
    problems,
  };
}
