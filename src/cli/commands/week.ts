/** `creneau week export` and `creneau week import`: the week of a scenario to a spreadsheet and back. */
import { readScenarioDocument } from '../../io/scenario-file.ts';
import { weekCsv } from '../../io/week-csv.ts';
import { readWeekFile, writeWeekFile } from '../../io/week-file.ts';
import { extendsPath, type WeekVariant, weekVariant } from '../../io/week-variant.ts';
import { writeTextFile } from '../../io/write.ts';
import { type Finding, hasErrors } from '../../model/finding.ts';
import { mergeDocuments } from '../../model/load/merge.ts';
import { RESULT_VERSION } from '../../model/results/results.ts';
import type { ScenarioInput } from '../../model/schema/schema.ts';
import { writtenWeek } from '../../model/week/rows.ts';
import { readWeekTable } from '../../model/week/table.ts';
import type { Language } from '../../report/language.ts';
import { weekChangeLines } from '../../report/week-changes.ts';
import type { Placed } from '../assignments.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { judgeScenario } from '../load-scenario.ts';
import { type Manner, quoted, readManner } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';

const WAYS = ['export', 'import'] as const;
type Way = (typeof WAYS)[number];

export interface WeekRequest extends Manner {
  readonly way: Way;
  readonly file: string;
  /** To be imported. */
  readonly spreadsheet: string;
  readonly out: string | null;
  readonly force: boolean;
  readonly json: boolean;
}

export function read(words: Words, language: Language): WeekRequest {
  const [asked = '', file, spreadsheet, ...more] = words.plain;
  const way = WAYS.find((one) => one === asked) ?? null;
  if (way === null) words.refuse('week-way', { value: asked });
  else if (file === undefined) words.refuse('file-argument-missing', { command: `week ${way}` });
  else if (way === 'import' && spreadsheet === undefined) words.refuse('week-spreadsheet-missing', { file });
  const extra = way === 'export' && spreadsheet !== undefined ? [spreadsheet, ...more] : more;
  for (const value of extra) words.refuse('argument-extra', { value });
  return {
    way: way ?? 'export',
    file: file ?? '',
    spreadsheet: spreadsheet ?? '',
    out: words.text('out'),
    force: words.isOn('force'),
    json: words.isOn('json'),
    ...readManner(words, language),
  };
}

export async function run(request: WeekRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const { document, findings } = readScenarioDocument(request.file);
  if (document === null) return refuse(findings, voice);
  const judged = judgeScenario(document);
  voice.findings(judged.findings);
  if (judged.input === null) return EXIT.input;
  return request.way === 'export'
    ? await exportWeek(request, judged.input, document, terminal, voice)
    : await importWeek(request, judged.input, document, terminal, voice);
}

function refuse(findings: readonly Finding[], voice: Voice): ExitCode {
  voice.findings(findings);
  return EXIT.input;
}

async function exportWeek(
  request: WeekRequest,
  input: ScenarioInput,
  document: Placed,
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const { out, language, json } = request;
  const week = writtenWeek(input, document.value, language);
  if (out === null) {
    const { header, rows } = week;
    const text = json
      ? `${JSON.stringify({ creneau: RESULT_VERSION, command: 'week export', header, rows }, null, 2)}\n`
      : weekCsv(week);
    terminal.stdout.write(text);
    return EXIT.done;
  }
  const findings = await writeWeekFile(out, week, request);
  if (findings.length > 0) return refuse(findings, voice);
  voice.note('written', { file: out });
  voice.note('weekNext', { file: quoted(request.file), week: quoted(out) });
  return EXIT.done;
}

async function importWeek(
  request: WeekRequest,
  input: ScenarioInput,
  document: Placed,
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const { spreadsheet, file, out, language } = request;
  const { grid, findings: unread } = await readWeekFile(spreadsheet);
  if (grid === null) return refuse(unread, voice);
  const { table, findings } = readWeekTable(grid, input);
  const told = [...unread, ...findings];
  if (table === null || hasErrors(told)) return refuse(told, voice);
  const extended = extendsPath(out ?? 'variant.yaml', file);
  if (extended === null) return voice.refuse([{ code: 'week-other-disk', values: { file } }]);
  const variant = weekVariant(input, table, { extended, weekFile: spreadsheet });
  if (variant.isChanged) {
    const judged = judgeScenario(withVariant(document, variant));
    told.push(...judged.findings);
    if (judged.scenario === null) return refuse(told, voice);
  }
  voice.findings(told);
  const lines = weekChangeLines(variant.changes, variant.keptRooms, language);
  if (request.json) {
    const { changes, keptRooms, isChanged } = variant;
    const result = { creneau: RESULT_VERSION, command: 'week import', isChanged, changes, keptRooms };
    terminal.stdout.write(`${JSON.stringify({ ...result, variant: variant.value }, null, 2)}\n`);
  }
  for (const line of lines) voice.line(line);
  if (!variant.isChanged) return EXIT.done;
  if (out === null) {
    if (!request.json) terminal.stdout.write(variant.text);
    return EXIT.done;
  }
  const unwritten = writeTextFile(out, variant.text, request);
  if (unwritten.length > 0) return refuse(unwritten, voice);
  voice.note('written', { file: out });
  voice.note('checkNext', { file: quoted(out) });
  return EXIT.done;
}

/** The scenario with the weeks of the spreadsheet, each part placed where it was written. */
function withVariant(document: Placed, variant: WeekVariant): Placed {
  const { extends: _extends, ...own } = variant.value;
  return {
    value: mergeDocuments(document.value, own),
    locate: (path) => {
      const place = variant.locate(path);
      return place === null ? document.locate(path) : place;
    },
  };
}
