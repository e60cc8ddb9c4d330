import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import * as playing from '../../src/cli/pool/play.ts';
import { choosePlayer, experimentKey, playUpTo, requestsOf, taskOf } from '../../src/cli/pool/play.ts';
import { LocalPlayer, type Player, type ReplicationTask, Stopped } from '../../src/cli/pool/player.ts';
import { WorkerPool } from '../../src/cli/pool/worker-pool.ts';
import { runReplication } from '../../src/engine/simulate.ts';
import { Experiment, type ReplicationOutcome } from '../../src/stats/experiment.ts';
import { fakeTerminal, run, SMALL, temporaryFolder } from './fake-terminal.ts';
import { expectSameDocuments } from './same-documents.ts';

const folder = temporaryFolder();
const small = folder.write('small.yaml', SMALL);
const experiment = () => new Experiment(loadScenario(small).scenario!);
const task = (replication: number, of = experiment()) => taskOf(of, experimentKey(of), replication);

const pools: WorkerPool[] = [];
function pool(...given: ConstructorParameters<typeof WorkerPool>): WorkerPool {
  const made = new WorkerPool(...given);
  pools.push(made);
  return made;
}
afterEach(() => {
  for (const one of pools.splice(0)) one.stop();
  vi.restoreAllMocks();
});

describe('the number of workers', () => {
  it.each([
    ['every effect, with a log', 'scenarios/every-effect.yaml --weeks 12 --replications 2'],
    ['a precision', 'SMALL --precision 5% --on requested.A --max-replications 8'],
  ])('changes nothing in the document: %s', async (_, line) => {
    await expectSameDocuments(line.replace('SMALL', small), ['2']);
  });
});

describe('choosePlayer', () => {
  const chosen = (requests: number, replications: number, workers: number | null, cores: number) =>
    choosePlayer({ requests, replications, workers }, fakeTerminal({ cores }), () => {});

  it.each([
    ['little work', 1000, 10, null, 8, 1],
    ['much work: a thread a core', 1e6, 10, null, 4, 4],
    ['no more threads than replications', 1e6, 3, null, 8, 3],
    ['as many as asked, however little the work', 1000, 10, 5, 2, 5],
    ['one asked', 1e6, 10, 1, 8, 1],
  ])('takes for %s', (_, requests, replications, workers, cores, size) => {
    const player = chosen(requests, replications, workers, cores);
    expect(player.size).toBe(size);
    expect(player instanceof WorkerPool).toBe(size > 1);
  });

  it('counts the requests of logs as it does others', () => {
    const { scenario } = loadScenario('scenarios/every-effect.yaml');
    const logs = { ...scenario!, flows: scenario!.flows.filter(({ arrivals }) => arrivals === 'log') };
    expect(requestsOf(logs, 10, 2)).toBeGreaterThan(100);
  });
});

/** Plays here, each replication after a delay of its own. */
class DelayedPlayer implements Player {
  readonly size = 3;
  readonly ended: number[] = [];
  readonly #delays: readonly number[];

  constructor(delays: readonly number[]) {
    this.#delays = delays;
  }

  async play({ plan, options }: ReplicationTask): Promise<ReplicationOutcome> {
    await new Promise((resolve) => setTimeout(resolve, this.#delays[options.replication]));
    this.ended.push(options.replication);
    return runReplication(plan, options);
  }
  played(): number {
    return 0;
  }
  stop(): void {}
}

describe('playUpTo', () => {
  it('takes replications in in their order, whichever ends first', async () => {
    const of = experiment();
    const player = new DelayedPlayer([60, 5, 30, 1, 20, 2]);
    const counts: number[] = [];
    const add = vi.spyOn(of, 'add');
    await playUpTo(of, 6, player, () => counts.push(of.replications));
    expect(player.ended).not.toEqual([0, 1, 2, 3, 4, 5]);
    expect(counts).toEqual([1, 2, 3, 4, 5, 6]);
    const inTurn = [0, 1, 2, 3, 4, 5].map((n) => runReplication(of.plan, of.optionsOf(n)));
    expect(add.mock.calls.map(([outcome]) => outcome)).toEqual(inTurn);
  });

  it('goes on from the replications there are', async () => {
    const of = experiment();
    of.runNext();
    const player = new DelayedPlayer([0, 0, 0]);
    await playUpTo(of, 3, player);
    expect(player.ended.toSorted()).toEqual([1, 2]);
  });

  it('plays nothing when there are enough', async () => {
    const of = experiment();
    of.runNext();
    const player = new DelayedPlayer([0]);
    await playUpTo(of, 1, player);
    expect(player.ended).toEqual([]);
  });
});

describe('a pool of workers', () => {
  it('plays the replication this thread plays', async () => {
    const of = experiment();
    expect(await pool(1).play(task(2, of))).toEqual(runReplication(of.plan, of.optionsOf(2)));
  });

  it('plays more tasks than it has threads, and counts the weeks played', async () => {
    const two = pool(2);
    const of = experiment();
    const outcomes = await Promise.all([0, 1, 2, 3, 4].map((replication) => two.play(task(replication, of))));
    expect(outcomes).toEqual([0, 1, 2, 3, 4].map((n) => runReplication(of.plan, of.optionsOf(n))));
    expect(two.played()).toBe(5 * 12);
  });

  it('plays another scenario after the first, on the same thread', async () => {
    const other = new Experiment(loadScenario(small, { weeks: 8 }).scenario!);
    const one = pool(1);
    const of = experiment();
    await one.play(task(0, of));
    expect(await one.play(task(0, other))).toEqual(runReplication(other.plan, other.optionsOf(0)));
    expect(await one.play(task(1, of))).toEqual(runReplication(of.plan, of.optionsOf(1)));
  });

  it('rejects what is under way, waiting and asked later with Stopped', async () => {
    const one = pool(1);
    const asked = [0, 1, 2].map((replication) => one.play(task(replication)));
    one.stop();
    const ends = await Promise.allSettled([...asked, one.play(task(3))]);
    const reasons = ends.map((end) => (end.status === 'rejected' ? end.reason : end.value));
    for (const reason of reasons) expect(reason).toBeInstanceOf(Stopped);
  });

  it('tells what was thrown in a worker by its name, and plays on', async () => {
    const one = pool(1);
    const broken = { ...task(0), key: 'broken', scenario: {} as ReplicationTask['scenario'] };
    await expect(one.play(broken)).rejects.toMatchObject({
      name: 'TypeError',
      stack: expect.stringContaining('worker.js'),
    });
    expect(await one.play(task(0))).toHaveLength(1);
  });

  it('rejects everything with the reason when a worker is lost, also what is asked later', async () => {
    const one = pool(1, { maxOldGenerationSizeMb: 2, maxYoungGenerationSizeMb: 1 });
    const ends = await Promise.allSettled([one.play(task(0)), one.play(task(1))]);
    const later = await one.play(task(2)).catch((error: unknown) => error);
    for (const end of [...ends.map((one) => (one.status === 'rejected' ? one.reason : null)), later])
      expect(end).toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' });
  });
});

describe('creneau simulate on several workers', () => {
  it('says in one sentence that memory is short, with code 1 and no stack', async () => {
    const tight = { maxOldGenerationSizeMb: 2, maxYoungGenerationSizeMb: 1 };
    vi.spyOn(playing, 'choosePlayer').mockImplementation(() => pool(2, tight));
    const { code, out, err } = await run(['simulate', small, '--lang', 'fr']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      /^creneau: erreur\u202f: pas assez de mémoire pour ce scénario\n {2}Peut-être\u202f: /,
    );
    expect(err).not.toContain('    at ');
  });

  it('says the same when an array is too large for the memory', async () => {
    const player = new LocalPlayer(fakeTerminal());
    vi.spyOn(player, 'play').mockRejectedValue(new RangeError('Array buffer allocation failed'));
    vi.spyOn(playing, 'choosePlayer').mockImplementation(() => player);
    const { code, err } = await run(['simulate', small]);
    expect(code).toBe(1);
    expect(err).toContain('not enough memory for this scenario');
  });

  it('tells an error of a worker as a defect, by its name', async () => {
    const two = pool(2);
    vi.spyOn(playing, 'choosePlayer').mockImplementation(() => ({
      size: 2,
      play: (one) => two.play({ ...one, scenario: {} as ReplicationTask['scenario'] }),
      played: () => 0,
      stop: () => two.stop(),
    }));
    const { code, out, err } = await run(['simulate', small]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^creneau: error: internal error TypeError: /);
    expect(err).not.toContain('    at ');
  });
});
