/**
 * On three hospitals, with as many simulations: the proposed week saves more patient-days than the present week, hours spread
 * evenly, the best of 200 weeks at random and the best lever repeated, and no less than a scatter and tabu search finds.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { applyPicks } from '../../../src/optimize/week/catalogue/apply.ts';
import { verifyWeek } from '../../../src/optimize/week/verify.ts';
import { scenarioNamed } from '../../engine/play.ts';
import { type Contest, contest, told } from './support/contest.ts';

const SETS = 10;

describe.each(['hopital-reference', 'gie-irm', 'chu-huit-salles'])('the week proposed for %s', (name) => {
  let held: Contest;

  beforeAll(async () => {
    held = await contest(scenarioNamed(`${name}.yaml`), { sets: SETS });
    console.info(`${name}\n${told(held)}`);
  }, 1_800_000);

  it.each(['present', 'evenly', 'thin', 'random', 'repeated'] as const)(
    'saves more than %s, or that week breaks a guardrail',
    (rival) => {
      const { behind, broken } = held.rivals.get(rival)!;
      if (broken.length === 0) expect(behind.difference!.low).toBeGreaterThan(0);
    },
  );

  it('saves no less than what a scatter and tabu search finds, but for delta', () => {
    const { behind, broken } = held.rivals.get('local')!;
    if (broken.length === 0) expect(behind.difference!.low).toBeGreaterThan(-held.delta);
  });

  it('is proved, and better in nine assumption sets of ten', () => {
    const { proposal } = held.answered.result;
    expect(proposal?.verdict).toBe('lower');
    expect(proposal?.betterInSets).toBeGreaterThanOrEqual(0.9);
  });

  it('keeps every rule, judged on the week itself', () => {
    const { judge, week } = held;
    expect(judge.allows(week)).toBe(true);
    const { broken, checks } = verifyWeek(judge.scenario, applyPicks(judge.scenario, week), judge.rules);
    expect(broken).toEqual([]);
    expect(checks).toBeGreaterThan(0);
  });

  it('breaks no guardrail on random numbers it was not chosen on', () => {
    expect(held.broken).toEqual([]);
  });

  it('was found with no more simulations than the searches it is held against', () => {
    const { simulations } = held.answered;
    for (const rival of ['random', 'repeated', 'local'] as const)
      expect(held.rivals.get(rival)!.simulations).toBeGreaterThan(0.85 * simulations);
  });
});
