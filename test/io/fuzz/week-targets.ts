/** Weeks in spreadsheets under fire: as CSV texts, and as workbooks with their bytes or their sheets changed. */
import alea from 'seedrandom/lib/alea.js';
import { readScenarioDocument } from '../../../src/io/scenario-file.ts';
import { parseWeekCsv, type WeekGridResult, weekCsv } from '../../../src/io/week-csv.ts';
import { weekVariant } from '../../../src/io/week-variant.ts';
import { parseWeekXlsx, weekXlsx } from '../../../src/io/week-xlsx.ts';
import { readZip, storedZip, type ZipEntry } from '../../../src/io/zip.ts';
import { hasErrors } from '../../../src/model/finding.ts';
import { parseScenario } from '../../../src/model/load/load.ts';
import { type WrittenWeek, writtenWeek } from '../../../src/model/week/rows.ts';
import { readWeekTable } from '../../../src/model/week/table.ts';
import { WEEK_CELLS } from './dictionary.ts';
import { below, mutate, oneOf, type Random } from './mutate.ts';
import { csvMutations } from './mutate-csv.ts';
import { judge, type Target } from './targets.ts';
import { demand, demandNumbers, type Lines, linesOf } from './well-formed.ts';

const FILE = 'fuzz';
const NAMES = { extended: 'base.yaml', weekFile: FILE };
const ROWS_A_SEED = 2;

function inputOf(name: string) {
  const { document } = readScenarioDocument(`scenarios/${name}`);
  const { input } = parseScenario(document!.value);
  return { input: input!, raw: document!.value };
}
const everyEffect = inputOf('every-effect.yaml');

const written = (['fr', 'en'] as const).map((language) =>
  writtenWeek(everyEffect.input, everyEffect.raw, language),
);

/** A few rows of a week, under its header. */
const pieces: readonly WrittenWeek[] = written.flatMap(({ rows, ...week }) =>
  Array.from({ length: Math.ceil(rows.length / ROWS_A_SEED) }, (_, n) => ({
    ...week,
    rows: rows.slice(n * ROWS_A_SEED, (n + 1) * ROWS_A_SEED),
  })),
);

/** From a grid to the variant it makes, or to what is wrong with it. */
function checkGrid({ grid, findings }: WeekGridResult, lines: Lines | null): readonly string[] {
  demand((grid === null) === hasErrors(findings), 'a grid and errors, or neither');
  const told = judge(findings, lines);
  if (grid === null) return told;
  const read = readWeekTable(grid, everyEffect.input);
  demand((read.table === null) === hasErrors(read.findings), 'a table and errors, or neither');
  const more = judge(read.findings, lines);
  if (read.table === null) return [...told, ...more];
  const variant = weekVariant(everyEffect.input, read.table, NAMES);
  demand(variant.isChanged === (variant.text !== ''), 'a change without a text');
  demandNumbers(variant.value, 'a variant');
  const keys = read.table.rooms.flatMap(({ vacations }) => vacations.flatMap((one) => Object.keys(one)));
  return [...told, ...more, ...new Set(keys.map((key) => `week ${key}`))];
}

export const WEEK_CSV_TARGET: Target = {
  name: 'week in CSV',
  seeds: [...pieces.map(weekCsv), 'sep=;\nsalle;jour;début;fin;type\n', ''],
  mutations: csvMutations(WEEK_CELLS),
  check: (text) => checkGrid(parseWeekCsv(text, FILE), linesOf(text, /\r\n|\r|\n/)),
};

const UNPACK = { maxBytes: 10_000_000, maxEntries: 100, wanted: () => true };

/** Workbooks to start from, as their files. */
export async function workbookSeeds(): Promise<readonly (readonly ZipEntry[])[]> {
  const made = await Promise.all(pieces.slice(0, 6).map((week) => weekXlsx(week, FILE)));
  return made.map(({ bytes }) => {
    const entries = readZip(Buffer.from(bytes!), UNPACK);
    if (typeof entries === 'string') throw new Error(entries);
    return entries;
  });
}

/** A few bytes changed, taken away, doubled, or all after a point. */
function changeBytes(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  for (let n = 1 + below(random, 4); n > 0; n--) changed[below(random, changed.length)] = below(random, 256);
  const at = below(random, changed.length);
  const cut = [changed, changed, changed.subarray(0, at), Buffer.concat([changed.subarray(0, at), changed])];
  return oneOf(random, cut);
}

/** One of its files changed as a text, and all packed again, so that the change is not seen as damage. */
function changeSheet(entries: readonly ZipEntry[], random: Random): Buffer {
  const which = below(random, entries.length);
  const changed = entries.map(({ name, bytes }, index) => {
    if (index !== which) return { name, bytes };
    const text = bytes.toString('utf8');
    return { name, bytes: Buffer.from(mutate(text, random, text, undefined, text.length + 1000), 'utf8') };
  });
  return storedZip(changed);
}

/** The n-th workbook of a run, whatever the others. */
export function anyWorkbook(seeds: readonly (readonly ZipEntry[])[], seed: string, number: number): Buffer {
  const random = alea(`workbook ${seed} ${number}`);
  const entries = oneOf(random, seeds);
  return random() < 0.4 ? changeBytes(storedZip(entries), random) : changeSheet(entries, random);
}

/** Throws a Fault where the reader of workbooks breaks its promise; gives what was reached. */
export const checkWorkbook = async (bytes: Buffer): Promise<readonly string[]> =>
  checkGrid(await parseWeekXlsx(bytes, FILE), null);
