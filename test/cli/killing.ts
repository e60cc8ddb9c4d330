/** A sweep killed again and again until it ends, and what must hold after every kill. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Ended, runChild, secondsOf, start } from './child.ts';

export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const;
type Signal = (typeof SIGNALS)[number];

/** Numbers in [0, 1), the same for the same seed (Numerical Recipes' linear congruence). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const FILES = ['sweep.csv', 'sweep.json'] as const;

export interface Reference {
  readonly words: readonly string[];
  readonly out: string;
  readonly files: readonly string[];
  /** Milliseconds an uninterrupted run takes here and now. */
  readonly takes: number;
}

/** The sweep run once without a stop. */
export async function uninterrupted(words: readonly string[], folder: string): Promise<Reference> {
  const from = performance.now();
  const { code, out } = await runChild(['sweep', ...words, '--out', folder, '--quiet']);
  expect(code).toBe(0);
  const files = FILES.map((name) => readFileSync(join(folder, name), 'utf8'));
  return { words, out, files, takes: performance.now() - from };
}

const CODES: Readonly<Record<Signal, number | null>> = { SIGINT: 130, SIGTERM: 143, SIGKILL: null };

/**
 * What a kill leaves: the right code, one line and no stack, and no half of a file. Before the program listens and
 * after it has ended its work, a signal ends it as it ends any program.
 */
function expectClean({ code, signal, err }: Ended, sent: Signal, folder: string, reference: Reference): void {
  if (code === null) expect([signal, err]).toEqual([sent, '']);
  else if (code !== 0) {
    expect(code).toBe(CODES[sent]);
    expect(err).toMatch(/^Interrupted: \d+ replications? of \d+ kept in [^\n]*\n$/);
  }
  FILES.forEach((name, rank) => {
    const file = join(folder, name);
    if (existsSync(file)) expect(readFileSync(file, 'utf8') === reference.files[rank]).toBe(true);
  });
}

export interface Kills {
  readonly kills: number;
  /** Of them, those the program was there to answer. */
  readonly answered: number;
}

/** Kills the sweep at random moments, so many times at most, until a run ends; that run's files and stdout are those of the reference. */
export async function killUntilDone(
  reference: Reference,
  folder: string,
  workers: number,
  random: () => number,
  mostKills = Number.POSITIVE_INFINITY,
): Promise<Kills> {
  const words = ['sweep', ...reference.words, '--out', folder, '--quiet', '--workers', String(workers)];
  let kills = 0;
  let answered = 0;
  for (;;) {
    const { child, ended } = start(words);
    const sent = SIGNALS[Math.floor(random() * SIGNALS.length)]!;
    // Each kill gives the next run more time, so that on any machine one gets to its end.
    const delay = random() * (0.8 + 0.2 * kills) * reference.takes;
    const timer = setTimeout(() => kills < mostKills && child.kill(sent), delay);
    const end = await ended;
    clearTimeout(timer);
    expectClean(end, sent, folder, reference);
    if (end.code === 0) {
      expect(end.out === reference.out).toBe(true);
      break;
    }
    kills += 1;
    if (end.code !== null) answered += 1;
  }
  expect(
    FILES.map((name) => readFileSync(join(folder, name), 'utf8')).join() === reference.files.join(),
  ).toBe(true);
  const left = [...readdirSync(folder), ...readdirSync(join(folder, 'parts'))];
  expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  return { kills, answered };
}

/** Sends a signal once the program has something finished, and gives how it ended and how long it took to. */
export async function interrupted(
  words: readonly string[],
  signal: NodeJS.Signals,
  isTime: (child: ChildProcess) => boolean,
): Promise<Ended & { readonly took: number }> {
  const { child, ended } = start(words);
  while (!isTime(child) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  const from = performance.now();
  child.kill(signal);
  return { ...(await ended), took: performance.now() - from };
}

/** Starting takes a part of a second of processor time; a short replication less than a tenth. */
export const hasPlayed = (child: ChildProcess): boolean => secondsOf(child) > 3;

/** Milliseconds a signal may take to end the program: two seconds, more where even `--version` takes one. */
export async function measuredPatience(): Promise<number> {
  const from = performance.now();
  await runChild(['--version']);
  return Math.max(2000, 4 * (performance.now() - from));
}
