/** What `enumerate.ts` has stored of a hundred small departments: it adds up, and it shows what it is to show. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { departmentOf } from './support/departments.ts';
import { type Enumerated, isNear, KNOWN } from './support/enumeration.ts';

const stored = JSON.parse(
  readFileSync(new URL('enumerated.json', import.meta.url), 'utf8'),
) as readonly Enumerated[];

describe('departments whose every week was simulated', () => {
  it('are a hundred, each once', () => {
    expect(stored.map(({ seed }) => seed)).toEqual(Array.from({ length: 100 }, (_, rank) => rank + 1));
  });

  it('have their best week known to a quarter of delta', () => {
    expect(stored.filter(({ halfWidth, delta }) => halfWidth > KNOWN * delta)).toEqual([]);
  });

  it('have it found, or one within delta of it, in 95 of 100', () => {
    expect(stored.filter(isNear).length / stored.length).toBeGreaterThanOrEqual(0.95);
  });

  it('have no week found that saves more than the best', () => {
    expect(stored.filter(({ gap, best, found }) => gap < 0 || (gap > 0 && best === found))).toEqual([]);
  });

  it('are those that are drawn today', () => {
    for (const { seed, changes, weeks } of stored.filter((one) => one.seed % 20 === 7)) {
      const department = departmentOf(seed);
      expect([department.judge.changes.length, department.weeks.length]).toEqual([changes, weeks]);
    }
  });

  it('were not played whole by the search', () => {
    const share = (of: (one: Enumerated) => number) => stored.reduce((sum, one) => sum + of(one), 0);
    expect(share((one) => one.simulations)).toBeLessThan(share((one) => one.enumerated));
  });
});
