/** Scenarios whose weeks go out to a spreadsheet and come back. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readScenarioDocument } from '../../src/io/scenario-file.ts';
import { readWeekFile, writeWeekFile } from '../../src/io/week-file.ts';
import { weekDevices } from '../../src/io/week-variant.ts';
import { completeScenario } from '../../src/model/complete/complete.ts';
import type { Finding } from '../../src/model/finding.ts';
import { scenarioHash } from '../../src/model/hash.ts';
import { parseScenario } from '../../src/model/load/load.ts';
import { mergeDocuments } from '../../src/model/load/merge.ts';
import type { ScenarioInput } from '../../src/model/schema/schema.ts';
import { writtenWeek } from '../../src/model/week/rows.ts';
import { readWeekTable, type WeekTable } from '../../src/model/week/table.ts';
import type { WeekLanguage } from '../../src/model/week/text.ts';

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** The scenarios that are not exercises of theory. */
export const SCENARIOS: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => join(folder, name));

export interface Read {
  readonly raw: unknown;
  readonly input: ScenarioInput;
}

/** A value as the scenario it describes, which it must. */
export function scenarioOf(raw: unknown): Read {
  const { input, findings } = parseScenario(raw);
  if (input === null) throw new Error(JSON.stringify(findings));
  return { raw, input };
}

export function readScenario(file: string): Read {
  const { document, findings } = readScenarioDocument(file);
  if (document === null) throw new Error(JSON.stringify(findings));
  return scenarioOf(document.value);
}

/** Hash of what is simulated; the log is left out, it is not in the week. */
export const hashOf = ({ input }: Read): string => {
  const flows = input.flows.map(({ log: _log, ...flow }) => ({ 'per-week': 1, ...flow }) as typeof flow);
  return scenarioHash(completeScenario({ ...input, flows }));
};

export type Format = 'csv' | 'xlsx';

/** Runs in a folder of its own, which is then removed. */
export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const place = mkdtempSync(join(tmpdir(), 'creneau-week-'));
  try {
    return await run(place);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

export interface CameBack {
  readonly table: WeekTable;
  readonly findings: readonly Finding[];
  /** The scenario with every week replaced by what came back. */
  readonly scenario: Read;
}

/** The scenario's weeks written to a file and read again. */
export async function throughFile(read: Read, format: Format, language: WeekLanguage): Promise<CameBack> {
  return inFolder(async (place) => {
    const file = join(place, `week.${format}`);
    const written = await writeWeekFile(file, writtenWeek(read.input, read.raw, language), { force: false });
    if (written.length > 0) throw new Error(JSON.stringify(written));
    const { grid, findings } = await readWeekFile(file);
    if (grid === null) throw new Error(JSON.stringify(findings));
    const { table, findings: told } = readWeekTable(grid, read.input);
    if (table === null) throw new Error(JSON.stringify(told));
    const scenario = scenarioOf(mergeDocuments(read.raw, { devices: weekDevices(table.rooms) }));
    return { table, findings: [...findings, ...told], scenario };
  });
}
