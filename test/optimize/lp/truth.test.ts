import { describe, expect, it } from 'vitest';
import { hasGlpk, isGlpkRequired } from './support/glpk.ts';
import { agree } from './support/verdict.ts';
import { truth } from './truth.ts';

/** Seven of each kind; `truth.long.test.ts` asks for 400. */
const MODELS = 63;
const isThere = hasGlpk || isGlpkRequired;

describe(`${MODELS} generated models`, () => {
  it.skipIf(isThere)('have the same answer from HiGHS and javascript-lp-solver', async () => {
    expect((await truth(MODELS, false)).differences).toEqual([]);
  });

  // Its name says what is missing when it is skipped: apt-get install glpk-utils.
  it.runIf(isThere)(
    'have the same answer from HiGHS, javascript-lp-solver and GLPK (glpk-utils)',
    async () => {
      const { differences, verdicts, provedLps, optimalLps } = await truth(MODELS, true);
      expect(differences).toEqual([]);
      expect(verdicts).toEqual({ optimal: 35, infeasible: 14, unbounded: 14 });
      expect(provedLps).toBe(optimalLps);
    },
  );
});

describe('answers differ', () => {
  it.each([
    [
      { kind: 'optimal', objective: 1 },
      { kind: 'optimal', objective: 1.000002 },
    ],
    [
      { kind: 'optimal', objective: 1e6 },
      { kind: 'optimal', objective: 1e6 + 2 },
    ],
    [
      { kind: 'infeasible', objective: null },
      { kind: 'unbounded', objective: null },
    ],
    [
      { kind: 'optimal', objective: null },
      { kind: 'optimal', objective: 0 },
    ],
  ])('%o %o', (a, b) => expect(agree(a, b)).toBe(false));
});
