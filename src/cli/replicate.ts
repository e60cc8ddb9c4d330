/** Runs replications until there are enough of them, the precision asked for is reached, or the user stops them. */
import type { Estimate } from '../model/estimate.ts';
import type { Experiment } from '../stats/experiment.ts';
import { moreReplications, relativeHalfWidth } from '../stats/precision.ts';
import type { PrecisionTarget } from './arguments.ts';
import { matching, type NamedIndicator, namedIndicators, nearestIndicator } from './indicators.ts';
import type { Problem } from './messages.ts';
import type { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';

export interface Reached {
  readonly isReached: boolean;
  /** The indicator that is the least precise, and its relative half-width; null when it has none. */
  readonly path: string;
  readonly halfWidth: number | null;
}

export interface Replicated {
  readonly isInterrupted: boolean;
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

/**
 * Runs `replications` replications; with a precision, as many more as it takes up to its limit. Between two of them
 * the user may interrupt.
 */
export async function replicate(
  experiment: Experiment,
  replications: number,
  precision: PrecisionTarget | null,
  terminal: Terminal,
  progress: Progress,
): Promise<Replicated> {
  let isInterrupted = false;
  const stopListening = terminal.onInterrupt(() => {
    isInterrupted = true;
  });
  const most = precision === null ? replications : precision.maxReplications;
  let asked = Math.min(precision === null ? replications : Math.max(FEWEST, replications), most);
  let reached: Reached | null = null;
  try {
    for (;;) {
      while (experiment.replications < asked && !isInterrupted) {
        progress.show(experiment.replications, asked);
        experiment.runNext();
        await terminal.pause();
        // Names are checked as soon as there is a result to look them up in.
        if (precision !== null && experiment.replications === 1) {
          const { problems } = indicatorsOf(experiment, precision);
          if (problems.length > 0) return { isInterrupted, asked, precision: null, problems };
        }
      }
      if (precision === null || experiment.replications === 0) break;
      const { found } = indicatorsOf(experiment, precision);
      reached = judge(found, precision.wanted);
      if (isInterrupted || reached.isReached) break;
      const more = moreReplications(estimates(found), precision.wanted, most);
      if (more === 0 || experiment.replications >= most) break;
      asked = Math.min(most, experiment.replications + more);
    }
  } finally {
    stopListening();
    progress.clear();
  }
  return { isInterrupted, asked, precision: reached, problems: [] };
}
