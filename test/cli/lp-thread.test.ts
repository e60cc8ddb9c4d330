import { afterAll, describe, expect, it } from 'vitest';
import { LpThread } from '../../src/cli/pool/lp-thread.ts';
import { jslpModel } from '../../src/optimize/lp/jslp-model.ts';
import { twoRooms } from '../optimize/lp/support/small.ts';
import { storedModel } from '../optimize/lp/support/stored.ts';

const thread = new LpThread();
afterAll(() => thread.stop());

const kindOf = async (reply: ReturnType<LpThread['run']>) => (await reply).kind;
const easy = jslpModel(twoRooms());
const endless = jslpModel(storedModel('hang'));

describe('the thread for javascript-lp-solver', () => {
  it('answers one run after the other', async () => {
    const kinds = [];
    for (let run = 0; run < 5; run++) kinds.push(await kindOf(thread.run(easy, 30)));
    expect(kinds).toEqual(['answer', 'answer', 'answer', 'answer', 'answer']);
  });

  it('answers runs asked at once, each its own, past one that is ended', async () => {
    const runs = [thread.run(easy, 30), thread.run(endless, 1), thread.run(easy, 30)];
    expect(await Promise.all(runs.map(kindOf))).toEqual(['answer', 'ended', 'answer']);
  });

  it('says what the package threw', async () => {
    const broken = { ...easy, constraints: null } as unknown as typeof easy;
    const reply = await thread.run({ ...broken, variables: { c0: null as never } }, 30);
    expect(reply.kind).toBe('error');
  });

  it('ends a run under way when it is stopped', async () => {
    const other = new LpThread();
    const run = other.run(endless, 60);
    await new Promise((resolve) => setTimeout(resolve, 100));
    other.stop();
    expect(await kindOf(run)).toBe('ended');
  });
});
