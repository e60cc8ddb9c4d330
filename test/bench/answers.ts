/** How soon an answer comes: the first one of a comparison of one evening more, and all levers alone, in CPU seconds. */
import { fileURLToPath } from 'node:url';
import { playComparison } from '../../src/cli/compare/play.ts';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { playUpTo } from '../../src/cli/pool/play.ts';
import { LocalPlayer } from '../../src/cli/pool/player.ts';
import { Progress } from '../../src/cli/progress.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { rankLevers } from '../../src/optimize/rank/rank.ts';

const silent = { isTTY: false, write: () => {} };

/** A terminal of one core where nobody looks. */
const TERMINAL: Terminal = {
  env: {},
  cores: 1,
  ask: null,
  stdout: silent,
  stderr: silent,
  now: () => performance.now(),
  pause: async () => {},
  onInterrupt: () => () => {},
};

function load(name: string): Scenario {
  const file = fileURLToPath(new URL(`../scenarios/${name}.yaml`, import.meta.url));
  const { scenario } = loadScenario(file, {});
  if (scenario === null) throw new Error(`cannot load ${file}`);
  return scenario;
}

/** CPU seconds since a moment. */
function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function firstAnswer(): Promise<object> {
  const before = process.cpuUsage();
  const base = load('hopital-reference');
  const work = { base, variants: [load('variants/irm-soir')], sets: 0, workers: 1 };
  let first = Number.NaN;
  await playComparison(work, TERMINAL, new Progress(TERMINAL, 'en', true), () => {
    first = secondsSince(before);
  });
  return { engine: 'creneau', workload: 'first answer of compare', cpuSeconds: first };
}

async function leversAlone(): Promise<object> {
  const before = process.cpuUsage();
  const player = new LocalPlayer(TERMINAL, () => {});
  await rankLevers(load('hopital-reference'), { combine: false }, (experiment, replications) =>
    playUpTo(experiment, replications, player),
  );
  return { engine: 'creneau', workload: 'levers --alone', cpuSeconds: secondsSince(before) };
}

/** A line each. */
export const answerLines = async (): Promise<readonly object[]> => [await firstAnswer(), await leversAlone()];
