import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { LocalPlayer } from '../../src/cli/pool/player.ts';
import { Progress } from '../../src/cli/progress.ts';
import { type PrecisionTarget, replicate } from '../../src/cli/replicate.ts';
import { Experiment } from '../../src/stats/experiment.ts';
import { type FakeOptions, fakeTerminal, SMALL, temporaryFolder } from './fake-terminal.ts';

const scenario = loadScenario(temporaryFolder().write('small.yaml', SMALL)).scenario!;

async function play(
  replications: number,
  precision: PrecisionTarget | null = null,
  options: FakeOptions = {},
) {
  const terminal = fakeTerminal(options);
  const experiment = new Experiment(scenario);
  const progress = new Progress(terminal, 'en', false);
  const player = new LocalPlayer(terminal);
  const played = await replicate(experiment, replications, precision, { player, terminal, progress });
  return { ...played, done: experiment.replications };
}

describe('replicate', () => {
  it('runs as many replications as asked', async () => {
    expect(await play(4)).toMatchObject({ done: 4, asked: 4, stoppedBy: null, precision: null });
  });

  it('stops at the first look when the precision is there already', async () => {
    const played = await play(3, { wanted: 0.5, on: ['volume.A'], maxReplications: 50 });
    expect(played.done).toBe(3);
    expect(played.precision).toMatchObject({ isReached: true, path: 'devices.irm.volume.A' });
  });

  it('runs more until the precision is reached', async () => {
    const wide = await play(2, { wanted: 0.2, on: ['requested.A'], maxReplications: 2 });
    expect(wide.precision?.halfWidth).toBeGreaterThan(0.03);
    const played = await play(2, { wanted: 0.03, on: ['requested.A'], maxReplications: 200 });
    expect(played.done).toBeGreaterThan(2);
    expect(played.done).toBeLessThan(200);
    expect(played.precision?.isReached).toBe(true);
    expect(played.precision?.halfWidth).toBeLessThanOrEqual(0.03);
  });

  it('stops at the limit, and says how far it came', async () => {
    const played = await play(2, { wanted: 0.001, on: ['requested.A'], maxReplications: 5 });
    expect(played.done).toBe(5);
    expect(played.precision).toMatchObject({ isReached: false, path: 'sites.ch.mri.requested.A' });
  });

  it('goes by the least precise of the indicators', async () => {
    const both = await play(3, { wanted: 0.5, on: ['requested.A', 'wait.A.mean'], maxReplications: 3 });
    expect(both.precision?.path).toBe('devices.irm.wait.A.mean');
  });

  it('never reaches a precision on what does not happen', async () => {
    const played = await play(2, { wanted: 0.5, on: ['access.H.mean'], maxReplications: 4 });
    expect(played.precision).toMatchObject({ isReached: false, halfWidth: null });
  });

  it('refuses an unknown indicator after one replication, with the nearest', async () => {
    const played = await play(50, { wanted: 0.5, on: ['acces.A.mean'], maxReplications: 50 });
    expect(played.done).toBe(1);
    expect(played.problems).toEqual([
      { code: 'indicator-unknown', values: { name: 'acces.A.mean', nearest: 'access.A.mean' } },
    ]);
  });

  it('stops after the replication in which Ctrl-C came', async () => {
    expect(await play(50, null, { interruptAt: 3 })).toMatchObject({
      done: 3,
      asked: 50,
      stoppedBy: 'SIGINT',
    });
  });
});
