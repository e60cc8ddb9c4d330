/** A fuzzer guided by what inputs reach: deterministic from its seed, with what fails made short. */
import { performance } from 'node:perf_hooks';
import alea from 'seedrandom/lib/alea.js';
import { mutate, oneOf, type Random } from './mutate.ts';
import type { Target } from './targets.ts';
import { Watchdog } from './watchdog.ts';
import { Fault } from './well-formed.ts';

/** Longest time one input may take. */
const MOST_MILLISECONDS = 2000;
/** Different faults after which a run stops. */
const MOST_FAULTS = 20;
const MOST_SHRINK_TRIES = 4000;

export interface Failure {
  readonly fault: string;
  /** Which input of the run it was, from 0. */
  readonly number: number;
  /** The shortest input found that fails in the same way. */
  readonly input: string;
}

export interface FuzzReport {
  readonly inputs: number;
  /** Different signatures reached. */
  readonly signatures: number;
  /** Inputs kept for reaching a new one, the seeds besides. */
  readonly kept: number;
  readonly slowestMilliseconds: number;
  readonly failures: readonly Failure[];
}

/** The kind of a fault: what it says up to the colon, or the place in the code where something was thrown. */
function kindOf(error: unknown): string {
  if (error instanceof Fault) return error.message.replace(/: .*/su, '');
  if (!(error instanceof Error)) return String(error);
  return `${error.name} ${error.stack?.match(/\n\s+at .*/)?.[0] ?? ''}`;
}

interface Attempt {
  /** What was thrown, with the kind of fault it is; null when all went well. */
  readonly wrong: { readonly kind: string; readonly fault: string } | null;
  readonly reached: readonly string[];
}

function attempt(target: Target, input: string): Attempt {
  const { stackTraceLimit } = Error;
  try {
    // Readers make many errors that nobody throws, and most of their cost is the trace.
    Error.stackTraceLimit = 0;
    return { wrong: null, reached: target.check(input) };
  } catch {
    Error.stackTraceLimit = stackTraceLimit;
    return diagnose(target, input);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** What an input that failed fails with, traces and all. */
function diagnose(target: Target, input: string): Attempt {
  try {
    target.check(input);
    return { wrong: { kind: 'not twice', fault: 'failed once, and not when tried again' }, reached: [] };
  } catch (error) {
    const isThrown = error instanceof Error && !(error instanceof Fault);
    const fault = isThrown ? String(error.stack) : String(error);
    return { wrong: { kind: kindOf(error), fault }, reached: [] };
  }
}

/** The input with every piece taken away that the failure can do without, large pieces first. */
export function shrink(input: string, stillFails: (shorter: string) => boolean): string {
  let best = input;
  let tries = 0;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.length && tries < MOST_SHRINK_TRIES; tries++) {
      const shorter = best.slice(0, from) + best.slice(from + size);
      if (stillFails(shorter)) best = shorter;
      else from += size;
    }
  }
  return best;
}

/** One of the list, short ones more often: they are many more inputs in the same time. */
function shortOf(random: Random, list: readonly string[]): string {
  const [one, two] = [oneOf(random, list), oneOf(random, list)];
  return one.length < two.length ? one : two;
}

/** So many inputs, each a mutation of a seed or of an input that reached something new. */
export function fuzz(
  target: Target,
  inputs: number,
  seed: string,
  mostMilliseconds = MOST_MILLISECONDS,
): FuzzReport {
  const random = alea(`${target.name} ${seed}`);
  const corpus = [...target.seeds];
  const reached = new Set<string>();
  const failures = new Map<string, Failure>();
  let slowest = 0;
  const watchdog = new Watchdog(`fuzzing ${target.name} with seed ${seed}`);
  try {
    for (let number = 0; number < inputs && failures.size < MOST_FAULTS; number++) {
      // The seeds themselves come first.
      const input =
        number < target.seeds.length
          ? target.seeds[number]!
          : mutate(shortOf(random, corpus), random, shortOf(random, corpus), target.mutations);
      watchdog.watch(number, input);
      const before = performance.now();
      const { wrong, reached: signatures } = attempt(target, input);
      const took = performance.now() - before;
      slowest = Math.max(slowest, took);
      if (wrong !== null) {
        const { kind, fault } = wrong;
        if (failures.has(kind)) continue;
        const short = shrink(input, (shorter) => attempt(target, shorter).wrong?.kind === kind);
        failures.set(kind, { fault, number, input: short });
        continue;
      }
      if (took > mostMilliseconds)
        failures.set('slow', { fault: `slow: ${Math.round(took)} ms`, number, input });
      let isNew = false;
      for (const signature of signatures) {
        if (reached.has(signature)) continue;
        reached.add(signature);
        isNew = true;
      }
      if (isNew && number >= target.seeds.length) corpus.push(input);
    }
  } finally {
    watchdog.stop();
  }
  return {
    inputs,
    signatures: reached.size,
    kept: corpus.length - target.seeds.length,
    slowestMilliseconds: slowest,
    failures: [...failures.values()],
  };
}

/** What to print of the failures of a run: enough to meet each of them again. */
export const failuresText = ({ failures }: Pick<FuzzReport, 'failures'>, seed: string): string =>
  failures
    .map(({ fault, number, input }) => `seed ${seed}, input ${number}: ${JSON.stringify(input)}\n${fault}`)
    .join('\n\n');
