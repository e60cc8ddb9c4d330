import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SMALL, temporaryFolder } from './fake-terminal.ts';
import { expectSameDocuments } from './same-documents.ts';

const small = temporaryFolder().write('small.yaml', SMALL);

describe('the number of workers', () => {
  it.each([
    ['every effect, with a log', 'scenarios/every-effect.yaml --replications 3'],
    ['the reference hospital', 'scenarios/hopital-reference.yaml --weeks 12 --replications 4'],
    ['a precision', 'SMALL --precision 3% --on requested.A,occupancy.scheduled --max-replications 40'],
    ['an automatic warm-up', 'SMALL --weeks 60 --warmup auto --replications 5'],
  ])('changes nothing in the document: %s', async (_, line) => {
    await expectSameDocuments(line.replace('SMALL', small), ['2', '3']);
  });
});

describe('a pool of workers', () => {
  it('leaves no thread alive after a stop: the process ends by itself', () => {
    const module = (name: string) => JSON.stringify(pathToFileURL(`src/cli/${name}`).href);
    const script = `
      import { WorkerPool } from ${module('pool/worker-pool.ts')};
      import { experimentKey, taskOf } from ${module('pool/play.ts')};
      import { loadScenario } from ${module('load-scenario.ts')};
      import { Experiment } from ${JSON.stringify(pathToFileURL('src/stats/experiment.ts').href)};
      const of = new Experiment(loadScenario('scenarios/hopital-reference.yaml', { weeks: 5000 }).scenario);
      const pool = new WorkerPool(2);
      const ends = [0, 1, 2].map((n) => pool.play(taskOf(of, experimentKey(of), n)));
      setTimeout(() => pool.stop(), 300);
      for (const end of await Promise.allSettled(ends)) console.log(end.reason.name);`;
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { encoding: 'utf8', timeout: 30_000 },
    );
    expect([status, stdout]).toEqual([0, 'Stopped\nStopped\nStopped\n']);
  });
});
