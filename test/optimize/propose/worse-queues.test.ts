/** Patients of one owner are not made to pay for those of another, whatever the class as a whole gains. */
import { expect, it } from 'vitest';
import { WeekArena } from '../../../src/optimize/propose/arena.ts';
import { brokenInProof, prove } from '../../../src/optimize/propose/proof.ts';
import { worseQueuesIn } from '../../../src/optimize/propose/sound.ts';
import { playHere } from '../../../src/optimize/rank/options.ts';
import { applyPicks } from '../../../src/optimize/week/catalogue/apply.ts';
import { catalogue } from '../../../src/optimize/week/catalogue/catalogue.ts';
import { weekEuros } from '../../../src/optimize/week/euros.ts';
import { readSupply } from '../../../src/optimize/week/supply.ts';
import { weekProblem } from '../../../src/optimize/week/week-problem.ts';
import { scenarioNamed } from '../../engine/play.ts';
import { rulesOf } from '../week/support/rules.ts';

const gie = scenarioNamed('gie-irm.yaml');
const shared = { ...gie, run: { ...gie.run, weeks: 40, warmupWeeks: 10, seed: 'queues' } };
const rules = rulesOf();
const { queues } = readSupply(shared).supply;
const changes = catalogue(shared, rules);
const given = changes
  .filter(({ id }) => id.startsWith('content/') && id.endsWith('owner:public'))
  .map((change) => ({ change, times: 1 }));
const evening = changes
  .filter(({ id }) => id.startsWith('open/irm/tue/') && id.endsWith('/A@cabinet'))
  .slice(0, 1)
  .map((change) => ({ change, times: 1 }));

it('taking the sessions of the liberal owner saves days of the class, and is told as a loss of that owner', async () => {
  const arena = new WeekArena(shared, playHere);
  await arena.play([given], 2);
  expect(Math.max(...arena.daysAdded(given).map((days) => days!))).toBeLessThan(0);
  expect(worseQueuesIn(arena, given, queues, rules).map(({ en }) => en)).toEqual([
    'delay of the first appointment (gie/mri/A/cabinet)',
  ]);
});

it('taking one session of five is told too, by how much longer that owner then waits', async () => {
  const arena = new WeekArena(shared, playHere);
  const one = given.slice(0, 1);
  await arena.play([one], 2);
  const delay = (week: typeof one): number =>
    arena.queues(week, queues).get('gie/mri/A/cabinet')?.delayDays ?? Number.NaN;
  const more = delay(one) - delay([]);
  expect(more).toBeGreaterThan(rules.guardrails.delayDays.A);
  const limits = (days: number) => ({
    ...rules,
    guardrails: { ...rules.guardrails, delayDays: { A: days, H: 0.5 } },
  });
  expect(worseQueuesIn(arena, one, queues, limits(0.9 * more))).toHaveLength(1);
  expect(worseQueuesIn(arena, one, queues, limits(1.1 * more))).toEqual([]);
});

it('a session more for an owner makes nobody wait longer', async () => {
  const arena = new WeekArena(shared, playHere);
  await arena.play([evening], 2);
  expect(evening).toHaveLength(1);
  expect(worseQueuesIn(arena, evening, queues, rules)).toEqual([]);
});

it('a department of one owner has no such queue: its class is guarded by its headline', async () => {
  const hospital = scenarioNamed('hopital-reference.yaml');
  const arena = new WeekArena({ ...hospital, run: shared.run }, playHere);
  await arena.play([[]], 1);
  expect(worseQueuesIn(arena, [], readSupply(hospital).supply.queues, rules)).toEqual([]);
});

it('the proof tells of such an owner, as it tells of a guardrail that is broken', async () => {
  const problem = weekProblem(shared, rules, changes, weekEuros(changes));
  const present = { ...shared, run: { ...shared.run, replications: 2 } };
  const proof = await prove(present, { ...applyPicks(shared, given), run: present.run }, playHere);
  expect(brokenInProof(proof, problem).map(({ en }) => en)).toContain(
    'delay of the first appointment (gie/mri/A/cabinet)',
  );
});
