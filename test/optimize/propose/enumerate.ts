/**
 * Departments 1 to 100, every week of each simulated: `npx tsx test/optimize/propose/enumerate.ts [first] [last]` writes
 * `enumerated.json` beside this file, each department as soon as it is known; those it holds are not played again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { departmentOf } from './support/departments.ts';
import { type Enumerated, enumerate, isNear } from './support/enumeration.ts';

const FILE = fileURLToPath(new URL('enumerated.json', import.meta.url));
const [first = 1, last = 100] = process.argv.slice(2).map(Number);

const known = new Map<number, Enumerated>(
  existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as readonly Enumerated[]).map((one) => [one.seed, one])
    : [],
);

async function main(): Promise<void> {
  for (let seed = first; seed <= last; seed++) {
    if (known.has(seed)) continue;
    const found = await enumerate(departmentOf(seed));
    known.set(seed, found);
    const all = [...known.values()].sort((a, b) => a.seed - b.seed);
    writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);
    console.error(`${seed}: ${isNear(found) ? 'near' : 'missed'}, gap ${found.gap} of ${found.delta}`);
  }
  const near = [...known.values()].filter(isNear).length;
  console.error(`${near} of ${known.size} within delta of the best`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
