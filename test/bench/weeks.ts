/** How long the linear model of the week takes to prove its best: one room with four changes, eight rooms with eight, CPU seconds. */
import { fileURLToPath } from 'node:url';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { defaultRules } from '../../src/model/rules/defaults.ts';
import { HighsBackend } from '../../src/optimize/lp/highs.ts';
import { catalogue } from '../../src/optimize/week/catalogue/catalogue.ts';
import { askOf } from '../../src/optimize/week/draft.ts';
import { eurosPerYear } from '../../src/optimize/week/euros.ts';
import { startCurves } from '../../src/optimize/week/fit.ts';
import { solveWeek } from '../../src/optimize/week/solve.ts';
import { weekProblem } from '../../src/optimize/week/week-problem.ts';

/** The first pass finds HiGHS loaded and not yet compiled to machine code; the others as it is in a loop of solves. */
const PASSES = 5;

const CASES = [
  { scenario: 'gie-irm', rooms: 1, changes: 4 },
  { scenario: 'hopital-reference', rooms: 2, changes: 8 },
  { scenario: 'chu-huit-salles', rooms: 8, changes: 8 },
] as const;

/** CPU seconds since a moment. */
function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** A line a case: the question made, then solved from nothing so many times. */
export async function weekLines(): Promise<readonly object[]> {
  const backend = new HighsBackend();
  await backend.highs();
  const lines: object[] = [];
  for (const { scenario: name, rooms, changes } of CASES) {
    const file = fileURLToPath(new URL(`../scenarios/${name}.yaml`, import.meta.url));
    const { scenario } = loadScenario(file, {});
    if (scenario === null) throw new Error(`cannot load ${file}`);
    const rules = defaultRules(scenario);
    const before = process.cpuUsage();
    const all = catalogue(scenario, rules);
    const problem = weekProblem(scenario, rules, all, new Map(all.map((one) => [one.id, eurosPerYear(one)])));
    const made = secondsSince(before);
    const curves = startCurves(problem);
    const seconds: number[] = [];
    let status = '';
    let gap: number | null = null;
    for (let pass = 0; pass < PASSES; pass++) {
      const start = process.cpuUsage();
      const { solved } = await solveWeek(problem, curves, askOf(problem, changes), backend, {
        timeLimitSeconds: 60,
      });
      seconds.push(secondsSince(start));
      ({ status, gap } = solved);
    }
    lines.push({
      engine: 'creneau',
      workload: `week, rooms: ${rooms}, changes: ${changes}`,
      choices: all.length,
      status,
      gap,
      questionCpuSeconds: made,
      firstCpuSeconds: seconds[0],
      cpuSeconds: [...seconds].sort((a, b) => a - b)[Math.floor(PASSES / 2)],
    });
  }
  return lines;
}
