/** How many threads play must change nothing in what is printed. */
import { expect } from 'vitest';
import { run } from './fake-terminal.ts';

/** `creneau simulate` with these words prints the same document with each number of workers as with one. */
export async function expectSameDocuments(words: string, workers: readonly string[]): Promise<void> {
  const argv = ['simulate', ...words.split(' '), '--json', '--quiet'];
  const one = await run([...argv, '--workers', '1']);
  expect(one.out.length).toBeGreaterThan(1000);
  for (const count of workers) {
    const several = await run([...argv, '--workers', count]);
    expect([several.code, several.err]).toEqual([one.code, one.err]);
    expect(several.out === one.out).toBe(true);
  }
}
