/** `creneau sweep`: many scenarios played, what is finished kept, and the points side by side. */
import { join } from 'node:path';
import { type KeptFolder, openKeptFolder } from '../../io/kept.ts';
import { openRecordWriter } from '../../io/records.ts';
import { openPendingFile } from '../../io/write.ts';
import type { Finding } from '../../model/finding.ts';
import { fingerprint, scenarioHash } from '../../model/hash.ts';
import { type Indicator, RESULT_VERSION, type SimulationResult } from '../../model/results/results.ts';
import type { Language } from '../../report/language.ts';
import { type SweepRow, sweepTable } from '../../report/sweep-table.ts';
import { runAssignments } from '../assignments.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { matching, namedIndicators } from '../indicators.ts';
import { KeptPlayer, NotKept } from '../pool/kept-player.ts';
import { choosePlayer, requestsOf } from '../pool/play.ts';
import { stoppable } from '../pool/stoppable.ts';
import { Progress } from '../progress.ts';
import { type Manner, type RunOverrides, readManner, readRun, readWorkers } from '../run-options.ts';
import { PointResults, playPoints, programBuild } from '../sweep/play-points.ts';
import { type SweepPoint, sweepPoints } from '../sweep/points.ts';
import { unknownIndicators } from '../sweep/unknown-indicators.ts';
import { readVariations, type Variation } from '../sweep/vary.ts';
import type { StopSignal, Terminal } from '../terminal.ts';
import { pageText, Voice } from '../voice.ts';
import type { Words } from '../words.ts';

export interface SweepRequest extends Manner {
  readonly files: readonly string[];
  readonly variations: readonly Variation[];
  readonly folder: string;
  readonly on: readonly string[];
  readonly run: RunOverrides;
  readonly workers: number | null;
  readonly json: boolean;
  readonly strict: boolean;
  readonly force: boolean;
}

/** What a planner looks at first. */
const MAIN_INDICATORS = ['firstAvailable.A.p50', 'firstAvailable.H.p50', 'occupancy.scheduled'];

export function read(words: Words, language: Language): SweepRequest {
  const files = words.plain;
  if (files.length === 0) words.refuse('file-argument-missing', { command: 'sweep' });
  const folder = words.text('out');
  if (folder === null) words.refuse('sweep-out-missing', {});
  const on = words.names('on');
  const variations = readVariations(words);
  const run = readRun(words);
  // Either would hide the other.
  for (const { path } of runAssignments(run))
    if (variations.some((one) => one.path === path)) words.refuse('vary-twice', { path });
  return {
    files: [...new Set(files)],
    variations,
    folder: folder ?? '',
    on: on.length === 0 ? MAIN_INDICATORS : on,
    run,
    workers: readWorkers(words),
    json: words.isOn('json'),
    strict: words.isOn('strict'),
    force: words.isOn('force'),
    ...readManner(words, language),
  };
}

export async function run(request: SweepRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const { points, findings, problems } = sweepPoints(request.files, request.variations, request.run);
  const isRefused = request.strict && findings.length > 0;
  voice.findings(findings, isRefused);
  if (problems.length > 0) return voice.refuse(problems);
  if (isRefused || findings.some(({ severity }) => severity === 'error')) return EXIT.input;
  const unknown = unknownIndicators(
    points.map(({ scenario }) => scenario),
    request.on,
  );
  if (unknown.length > 0) return voice.refuse(unknown);
  const { kept, findings: unopened } = openKeptFolder(request.folder);
  if (kept === null) return fail(unopened, voice);
  const identity = fingerprint(JSON.stringify(points.map(({ scenario, label }) => [label, scenario])));
  if (isOther(kept, identity) && !request.force)
    return voice.refuse([{ code: 'sweep-other', values: { folder: request.folder } }]);
  try {
    const results = new PointResults(kept, programBuild());
    const stoppedBy = await play(request, points, kept, results, terminal, voice);
    if (stoppedBy !== null) return stoppedBy === 'SIGINT' ? EXIT.interrupted : EXIT.ended;
    return finish(request, points, identity, kept, results, terminal, voice);
  } catch (error) {
    if (error instanceof NotKept) return fail(error.findings, voice);
    throw error;
  }
}

function fail(findings: readonly Finding[], voice: Voice): ExitCode {
  voice.findings(findings);
  return EXIT.input;
}

/** Under this name the folder remembers which sweep its two files are of. */
const WRITTEN = 'sweep written';

function isOther(kept: KeptFolder, identity: string): boolean {
  const written = kept.find(WRITTEN);
  return written !== null && Buffer.from(written).toString('utf8') !== identity;
}

async function play(
  request: SweepRequest,
  points: readonly SweepPoint[],
  kept: KeptFolder,
  results: PointResults,
  terminal: Terminal,
  voice: Voice,
): Promise<StopSignal | null> {
  const left = points.map(({ scenario }) => scenario).filter((scenario) => results.find(scenario) === null);
  const replications = left.reduce((sum, { run: { replications: count } }) => sum + count, 0);
  if (replications === 0) return null;
  const progress = new Progress(terminal, request.language, request.quiet);
  const requests = left.reduce(
    (sum, scenario) => sum + requestsOf(scenario, scenario.run.weeks, scenario.run.replications),
    0,
  );
  const work = { requests, replications, workers: request.workers };
  const player = new KeptPlayer(
    choosePlayer(work, terminal, () => progress.tick()),
    kept,
    programBuild(),
  );
  const before = points.length - left.length;
  if (before > 0) voice.note('sweepResumed', { found: before, points: points.length });
  let finished = 0;
  const total = left.reduce(
    (sum, { run: { weeks, replications: count }, sites }) => sum + weeks * count * sites.length,
    0,
  );
  progress.watch(() => ({
    found: player.found,
    done: player.played(),
    total,
    finished,
    asked: replications,
  }));
  const stoppedBy = await stoppable(terminal, [player], progress, () =>
    playPoints(left, player, results, () => {
      finished += 1;
    }),
  );
  if (stoppedBy !== null)
    voice.say('sweepInterrupted', { done: finished, asked: replications, folder: request.folder });
  return stoppedBy;
}

/** A point with its result, read from the folder when it is needed: a sweep may be larger than the memory. */
interface Finished {
  readonly point: SweepPoint;
  readonly result: () => SimulationResult;
}

function finish(
  request: SweepRequest,
  points: readonly SweepPoint[],
  identity: string,
  kept: KeptFolder,
  results: PointResults,
  terminal: Terminal,
  voice: Voice,
): ExitCode {
  const finished = points.map((point): Finished => {
    return { point, result: () => results.find(point.scenario)! };
  });
  const paths = new Set<string>();
  const rows = finished.map(({ point, result }): SweepRow => {
    const named = namedIndicators(result());
    const chosen = request.on.flatMap((name) => matching(named, name));
    for (const { path } of chosen) paths.add(path);
    return {
      label: point.label,
      indicators: new Map(chosen.map(({ path, indicator }) => [path, indicator])),
    };
  });
  const shown = inOrder(rows, [...paths], request.on);
  const files = [join(request.folder, 'sweep.csv'), join(request.folder, 'sweep.json')] as const;
  const writings = [
    () => writeCsv(files[0], points, rows, shown),
    () => writeJson(files[1], request, finished),
    () => kept.keep(WRITTEN, Buffer.from(identity, 'utf8')),
  ];
  for (const write of writings) {
    const unwritten = write();
    if (unwritten.length > 0) return fail(unwritten, voice);
  }
  if (request.json) writeDocument(request, finished, (text) => terminal.stdout.write(text));
  else {
    const counts = points.map(({ scenario }) => scenario.run.replications);
    const replications = { fewest: Math.min(...counts), most: Math.max(...counts) };
    const { language } = request;
    const lines = sweepTable(rows, shown, { replications, language, style: voice.style() });
    terminal.stdout.write(pageText(lines));
  }
  for (const file of files) voice.note('written', { file });
  return EXIT.done;
}

/** Indicators that say something somewhere, in the order they were asked for. */
function inOrder(
  rows: readonly SweepRow[],
  paths: readonly string[],
  on: readonly string[],
): readonly string[] {
  const said = paths.filter((path) => rows.some(({ indicators }) => (indicators.get(path) ?? null) !== null));
  const rank = (path: string) => on.findIndex((name) => path === name || path.endsWith(`.${name}`));
  return [...said].sort((a, b) => rank(a) - rank(b) || said.indexOf(a) - said.indexOf(b));
}

/** A row a point: the values varied, then mean and bounds of each indicator. */
function writeCsv(
  file: string,
  points: readonly SweepPoint[],
  rows: readonly SweepRow[],
  paths: readonly string[],
): readonly Finding[] {
  const varied = Object.keys(points[0]?.values ?? {});
  const columns = [
    'point',
    'file',
    ...varied,
    'replications',
    ...paths.flatMap((path) => [path, `${path}.low`, `${path}.high`]),
  ];
  const { writer, findings } = openRecordWriter(file, columns, { force: true });
  if (writer === null) return findings;
  points.forEach((point, rank) => {
    const numbers = paths.flatMap((path) => numbersOf(rows[rank]!.indicators.get(path) ?? null));
    writer.append([
      rank + 1,
      point.file,
      ...varied.map((path) => csvValue(point.values[path] ?? '')),
      point.scenario.run.replications,
      ...numbers,
    ]);
  });
  return writer.finish();
}

const csvValue = (text: string): string | number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);

const numbersOf = (indicator: Indicator): readonly (string | number | null)[] => {
  if (indicator === null) return [null, null, null];
  return indicator === 'unstable'
    ? ['unstable', null, null]
    : [indicator.mean, indicator.low, indicator.high];
};

/** The document in pieces, one point after the other. */
function writeDocument(
  { variations }: SweepRequest,
  finished: readonly Finished[],
  write: (text: string) => void,
): void {
  const head = {
    creneau: RESULT_VERSION,
    command: 'sweep',
    vary: variations.map(({ path, values }) => ({ path, values: values.map(({ text }) => text) })),
  };
  write(`${JSON.stringify(head).slice(0, -1)},"points":[`);
  finished.forEach(({ point, result }, rank) => {
    const { file, values, scenario } = point;
    const one = {
      file,
      values,
      scenario: { name: scenario.name, hash: scenarioHash(scenario) },
      ...result(),
    };
    write(`${rank === 0 ? '' : ','}\n${JSON.stringify(one)}`);
  });
  write('\n]}\n');
}

function writeJson(file: string, request: SweepRequest, finished: readonly Finished[]): readonly Finding[] {
  const { pending, findings } = openPendingFile(file, { force: true });
  if (pending === null) return findings;
  writeDocument(request, finished, (text) => pending.write(text));
  return pending.commit();
}
