/** Values of the command line laid over a scenario file before it is judged. */

import type { DocumentPath } from '../model/finding.ts';
import { assignAt } from '../model/load/assign.ts';
import type { Problem } from './messages.ts';
import type { RunOverrides } from './run-options.ts';

/** A value for one field, as `devices.irm-1.slots.A` = 25. */
export interface Assignment {
  readonly path: string;
  readonly value: unknown;
  /** The option it came by, as a finding about it names it: `--weeks`, `--vary devices.irm-1.slots.A=25`. */
  readonly option: string;
}

/** Where a part was written: in a file, or on the command line. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** A document to be judged: its value, and where each part was written. */
export interface Placed {
  readonly value: unknown;
  readonly locate: (path: DocumentPath) => Place;
}

/** The settings of the run given on the command line. */
export function runAssignments(run: RunOverrides): readonly Assignment[] {
  const { weeks, warmupWeeks, replications, seed } = run;
  const all = [
    { path: 'run.weeks', value: weeks, option: '--weeks' },
    { path: 'run.warmup-weeks', value: warmupWeeks, option: '--warmup' },
    { path: 'run.replications', value: replications, option: '--replications' },
    { path: 'run.seed', value: seed, option: '--seed' },
  ];
  return all.filter(({ value }) => value !== undefined);
}

const FAULTS = {
  'no-such-item': 'path-item',
  'inside-a-value': 'path-value',
  empty: 'path-empty',
} as const;

/** The document with every assignment made; what an assignment put there is placed at its option. */
export function withAssignments(
  document: Placed,
  assignments: readonly Assignment[],
): { readonly document: Placed; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const made: { readonly path: DocumentPath; readonly found: number; readonly option: string }[] = [];
  let { value } = document;
  for (const { path, value: assigned, option } of assignments) {
    const result = assignAt(value, path, assigned);
    if ('fault' in result) {
      const { fault, step, at, nearest } = result;
      problems.push({ code: FAULTS[fault], values: { path, step, at, nearest } });
      continue;
    }
    value = result.value;
    made.push({ path: result.path, found: result.found, option });
  }
  const locate = (path: DocumentPath): Place => {
    // The last one that put the part there, or made a key above it.
    const by = made.findLast((one) => {
      const own = path.length > one.found ? one.path.slice(0, path.length) : one.path;
      return own.every((step, rank) => step === path[rank]);
    });
    return by === undefined ? document.locate(path) : { file: by.option };
  };
  return { document: { value, locate }, problems };
}
