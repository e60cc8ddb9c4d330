/** Plans of random regions held against caps and limits by the checker that knows no model. */
import fc from 'fast-check';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { solveRegion } from '../../../src/optimize/region/solve.ts';
import { brokenRules } from '../../../src/optimize/region/verify.ts';
import { goalOf, KINDS } from './brute.ts';
import { smallRegion } from './support/small.ts';

/** What so many plans break, a line each, and how many of them add devices. */
export async function heldAgainstRules(regions: number) {
  const highs = new HighsBackend();
  const broken: string[] = [];
  let withDevices = 0;
  const drawn = fc.sample(fc.tuple(fc.nat(1e9), fc.constantFrom(...KINDS), fc.boolean()), {
    numRuns: regions,
    seed: 8,
  });
  for (const [seed, kind, agendaPooling] of drawn) {
    const problem = smallRegion(`caps${seed}`, { implantations: 8 });
    const answer = await solveRegion(problem, goalOf(kind), highs, { timeLimitSeconds: 30, agendaPooling });
    if (answer.kind !== 'plan') broken.push(`${seed} ${kind}: ${answer.kind}`);
    else {
      for (const { code, of, value, limit } of brokenRules(problem, answer.plan))
        broken.push(`${seed} ${kind}: ${code} ${of} ${value} > ${limit}`);
      if (answer.plan.additions.length > 0) withDevices += 1;
    }
  }
  return { broken, withDevices };
}
