/** Settings of a run as they are given on the command line, shared by the commands that simulate. */
import type { Language } from '../report/language.ts';
import type { Words } from './words.ts';

/** They go before the scenario's own. */
export interface RunOverrides {
  readonly weeks?: number;
  readonly warmupWeeks?: number | 'auto';
  readonly replications?: number;
  readonly seed?: string;
}

/** What every request says of how it is told. */
export interface Manner {
  readonly quiet: boolean;
  readonly color: boolean;
  readonly language: Language;
}

export const MOST_WEEKS = 20_000;
export const MOST_REPLICATIONS = 100_000;
const MOST_WORKERS = 256;

export function readManner(words: Words, language: Language): Manner {
  return {
    quiet: words.isOn('quiet'),
    color: !words.isOn('no-color'),
    language: words.language() ?? language,
  };
}

export function readRun(words: Words): RunOverrides {
  const weeks = words.count('weeks', 1, MOST_WEEKS);
  const warmupWeeks = readWarmup(words);
  const replications = words.count('replications', 1, MOST_REPLICATIONS);
  const seed = words.text('seed');
  return {
    ...(weeks === null ? {} : { weeks }),
    ...(warmupWeeks === null ? {} : { warmupWeeks }),
    ...(replications === null ? {} : { replications }),
    ...(seed === null ? {} : { seed }),
  };
}

function readWarmup(words: Words): number | 'auto' | null {
  const value = words.text('warmup');
  if (value === null || value === 'auto') return value;
  const weeks = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  return weeks <= MOST_WEEKS ? weeks : words.refuseValue('warmup', value, `0…${MOST_WEEKS}, auto`);
}

/** Threads to use; null = as many as there are cores. */
export function readWorkers(words: Words): number | null {
  return words.count('workers', 1, MOST_WORKERS);
}

/** The options of a run as they would be typed, to give a command that yields the same numbers. */
export function runWords(run: RunOverrides, replications: number | null): readonly string[] {
  const words: string[] = [];
  if (run.weeks !== undefined) words.push('--weeks', String(run.weeks));
  if (run.warmupWeeks !== undefined) words.push('--warmup', String(run.warmupWeeks));
  if (replications !== null) words.push('--replications', String(replications));
  if (run.seed !== undefined) words.push('--seed', quoted(run.seed));
  return words;
}

/**
 * A word as a shell takes it: between quotes when it holds anything but letters, digits and the signs of paths.
 * @example quoted('a b.yaml') // "'a b.yaml'"
 */
export const quoted = (word: string): string =>
  /^[\p{L}\p{N}_./:@%+=-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
