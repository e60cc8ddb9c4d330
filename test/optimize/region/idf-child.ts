/** A region of the size of Île-de-France solved in a process of its own, whose CPU seconds and memory are told as JSON. */
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { solveRegion } from '../../../src/optimize/region/solve.ts';
import { brokenRules } from '../../../src/optimize/region/verify.ts';
import { idfProblem } from './support/idf.ts';

const [seed = 'a', pooling = 'no', gap = '0.001', budget = ''] = process.argv.slice(2);
const whole = idfProblem({ seed });
const problem =
  budget === '' ? whole : { ...whole, limits: { ...whole.limits, budgetEurosPerYear: Number(budget) } };

async function main(): Promise<void> {
  const highs = new HighsBackend();
  await highs.highs();
  const before = process.cpuUsage();
  const answer = await solveRegion(problem, { kind: 'none' }, highs, {
    timeLimitSeconds: 120,
    relativeGap: Number(gap),
    agendaPooling: pooling === 'yes',
  });
  const { user, system } = process.cpuUsage(before);
  const told = {
    kind: answer.kind,
    status: answer.solved.status,
    gap: answer.solved.gap,
    columns: answer.solved.columns,
    rows: answer.solved.rows,
    broken: answer.kind === 'plan' ? brokenRules(problem, answer.plan).length : null,
    daysSaved: answer.kind === 'plan' ? answer.predictedDaysSaved : null,
    cpuSeconds: (user + system) / 1e6,
    // Of the whole process at its largest, in kilobytes as the system counts.
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

void main();
