/**
 * Golden numbers: one fingerprint of all that a replication counts and records, whole numbers only, so that it is the
 * same in Node and in every browser. They change only when the model does: then say so in the changelog.
 */
import type { Plan } from '../../src/engine/plan.ts';
import { runReplication } from '../../src/engine/simulate.ts';
import { fingerprint } from '../../src/model/hash.ts';

/** Weeks compiled for a golden number. */
export const GOLDEN_WEEKS = 3;

/** By file of `scenarios/`. */
export const GOLDEN: Readonly<Record<string, string>> = Object.freeze({
  'every-effect.yaml': '6c8c99782885ae18',
  'hopital-reference.yaml': 'b841616a12c013e7',
  'theory/booking-20-a-day.yaml': '63fa3d131170dac7',
  'theory/mm3-pooled.yaml': '9923f1427bb99043',
  'theory/session-walk-ins.yaml': 'db495ab1a967fb3c',
});

/**
 * Sixteen hexadecimal digits of the first replication with seed 1: every sum, and every value of every passage.
 * @example goldenHash(compileScenario(scenario, GOLDEN_WEEKS)).length // 16
 */
export function goldenHash(plan: Plan): string {
  const passages: (string | number | null)[] = [];
  const outcomes = runReplication(plan, {
    seed: '1',
    replication: 0,
    snapshotWeeks: 0,
    record: (record) => {
      passages.push(...(Object.values(record) as (string | number | null)[]));
    },
  });
  return fingerprint(JSON.stringify([outcomes.map(({ tally }) => [...tally]), passages]));
}
