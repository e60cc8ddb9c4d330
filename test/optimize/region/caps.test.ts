import { describe, expect, it } from 'vitest';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { regionCandidates } from '../../../src/optimize/region/candidates.ts';
import { regionModel } from '../../../src/optimize/region/model.ts';
import { brokenRules } from '../../../src/optimize/region/verify.ts';
import { heldAgainstRules } from './caps.ts';
import { smallRegion } from './support/small.ts';

const highs = new HighsBackend();
const QUICK = { timeLimitSeconds: 30 };

describe('a plan of the model', () => {
  it('breaks no cap, no limit, no budget: 60 random regions, equity of each kind, pooling and not', async () => {
    const { broken, withDevices } = await heldAgainstRules(60);
    expect(broken).toEqual([]);
    expect(withDevices).toBeGreaterThan(15);
  });

  it('keeps the rules of the problem itself in every candidate, whatever question it answers', async () => {
    for (let seed = 0; seed < 5; seed++) {
      const problem = smallRegion(`candidates${seed}`, { implantations: 8 });
      const found = await regionCandidates(problem, { kind: 'none' }, highs, QUICK);
      for (const { solution } of found) expect(brokenRules(problem, solution.plan)).toEqual([]);
    }
  });
});

it('legal rows of the model are the law’s and have no price to be given up for', () => {
  const problem = smallRegion('caps1', { implantations: 8 });
  const { rows } = regionModel(problem, {
    equity: { kind: 'none' },
    agendaPooling: false,
    goal: 'days',
    within: null,
    forbidden: [],
  });
  const caps = rows.filter(({ id }) => id.startsWith('cap-'));
  expect(caps.length).toBeGreaterThan(0);
  for (const { owner, isRelaxable } of caps) expect([owner, isRelaxable]).toEqual(['law', false]);
  expect(rows.some(({ isRelaxable }) => isRelaxable)).toBe(false);
});
