import { expect, it } from 'vitest';
import { hasGlpk, isGlpkRequired } from './support/glpk.ts';
import { truth } from './truth.ts';

const isThere = hasGlpk || isGlpkRequired;

// Its name says what is missing when it is skipped: apt-get install glpk-utils.
it.runIf(isThere)(
  '400 generated models have the same answer from HiGHS, javascript-lp-solver and GLPK (glpk-utils)',
  async () => {
    const { differences, verdicts, provedLps, optimalLps } = await truth(400, true);
    expect(differences).toEqual([]);
    expect(Object.keys(verdicts).sort()).toEqual(['infeasible', 'optimal', 'unbounded']);
    expect(provedLps).toBe(optimalLps);
  },
);
