/** `creneau simulate`: a scenario played, and its result printed. */
import { RECORD_COLUMNS, type RecordSink } from '../../engine/record.ts';
import { openRecordWriter, type RecordWriter } from '../../io/records.ts';
import { openPendingFile, type PendingFile } from '../../io/write.ts';
import type { Finding } from '../../model/finding.ts';
import { scenarioHash } from '../../model/hash.ts';
import { nearestName } from '../../model/nearest-name.ts';
import {
  RESULT_VERSION,
  type SimulationDocument,
  type SimulationResult,
} from '../../model/results/results.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Language } from '../../report/language.ts';
import { formatShort } from '../../report/numbers.ts';
import { simulationTable } from '../../report/simulation-table.ts';
import { PLAIN, type Style } from '../../report/table-layout.ts';
import { Experiment } from '../../stats/experiment.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { loadScenario } from '../load-scenario.ts';
import type { Problem } from '../messages.ts';
import { choosePlayer, requestsOf } from '../pool/play.ts';
import { LocalPlayer } from '../pool/player.ts';
import { Progress } from '../progress.ts';
import { type PrecisionTarget, type Replicated, replicate } from '../replicate.ts';
import {
  type Manner,
  MOST_REPLICATIONS,
  quoted,
  type RunOverrides,
  readManner,
  readRun,
  readWorkers,
  runWords,
} from '../run-options.ts';
import { readSettings, type Setting, settingWords } from '../settings.ts';
import type { StopSignal, Terminal } from '../terminal.ts';
import { programVersion } from '../version.ts';
import { pageText, Voice } from '../voice.ts';
import type { Words } from '../words.ts';

export interface SimulateRequest extends Manner {
  readonly file: string;
  readonly json: boolean;
  readonly out: string | null;
  readonly records: string | null;
  readonly force: boolean;
  readonly settings: readonly Setting[];
  readonly run: RunOverrides;
  readonly precision: PrecisionTarget | null;
  readonly workers: number | null;
  readonly site: string | null;
  readonly allAssumptions: boolean;
  readonly strict: boolean;
}

const DEFAULT_MAX_REPLICATIONS = 200;

/** What `creneau simulate …` asks. */
export function read(words: Words, language: Language): SimulateRequest {
  return {
    file: words.file('simulate'),
    json: words.isOn('json'),
    out: words.text('out'),
    records: words.text('records'),
    force: words.isOn('force'),
    settings: readSettings(words),
    run: readRun(words),
    precision: readPrecision(words),
    workers: readWorkers(words),
    site: words.text('site'),
    allAssumptions: words.isOn('assumptions'),
    strict: words.isOn('strict'),
    ...readManner(words, language),
  };
}

function readPrecision(words: Words): PrecisionTarget | null {
  const value = words.text('precision');
  const on = words.names('on');
  const maxReplications = words.count('max-replications', 2, MOST_REPLICATIONS) ?? DEFAULT_MAX_REPLICATIONS;
  if (value === null) return on.length > 0 ? words.refuse('precision-missing', { on: on[0]! }) : null;
  if (on.length === 0) words.refuse('on-missing', {});
  const wanted = parsePrecision(value);
  if (wanted === null) return words.refuseValue('precision', value, '5%, 0.05');
  return { wanted, on, maxReplications };
}

/**
 * A relative precision: a percentage, or a ratio below 1; decimal comma or point. Null when it is neither.
 * @example parsePrecision('5%') // 0.05
 * @example parsePrecision('2,5 %') // 0.025
 * @example parsePrecision('0.05') // 0.05
 */
export function parsePrecision(text: string): number | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim());
  if (match === null) return null;
  const number = Number(match[1]!.replace(',', '.')) / (match[2] === '%' ? 100 : 1);
  return number > 0 && number < 1 ? number : null;
}

/** Runs the command; what it gives goes to stdout (or `--out`), everything else to stderr. */
export async function run(request: SimulateRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const { scenario, findings, problems } = loadScenario(request.file, request.run, request.settings);
  const isRefused = request.strict && findings.length > 0;
  voice.findings(findings, isRefused);
  if (problems.length > 0) return voice.refuse(problems);
  if (scenario === null || isRefused) return EXIT.input;
  const wrong = siteProblem(request.site, scenario);
  if (wrong !== null) return voice.refuse([wrong]);
  const out = request.out === null ? null : openPendingFile(request.out, request);
  const records =
    request.records === null ? null : openRecordWriter(request.records, RECORD_COLUMNS, request);
  const unopened = [...(out?.findings ?? []), ...(records?.findings ?? [])];
  if (unopened.length > 0) {
    out?.pending?.abort();
    records?.writer?.abort();
    voice.findings(unopened);
    return EXIT.input;
  }
  const files = { out: out?.pending ?? null, records: records?.writer ?? null };
  try {
    return await play(request, scenario, files, terminal, voice);
  } catch (error) {
    files.out?.abort();
    files.records?.abort();
    throw error;
  }
}

function siteProblem(site: string | null, scenario: Scenario): Problem | null {
  const ids = scenario.sites.map(({ id }) => id);
  if (site === null || ids.includes(site)) return null;
  return { code: 'site-unknown', values: { site, nearest: nearestName(site, ids) } };
}

interface Files {
  readonly out: PendingFile | null;
  readonly records: RecordWriter | null;
}

async function replicated(
  request: SimulateRequest,
  experiment: Experiment,
  records: RecordWriter | null,
  terminal: Terminal,
): Promise<Replicated> {
  const { replications } = experiment.scenario.run;
  const progress = new Progress(terminal, request.language, request.quiet);
  const onWeek = () => progress.tick();
  const work = {
    requests: requestsOf(experiment.scenario, experiment.plan.weeks, replications),
    replications: request.precision?.maxReplications ?? replications,
    workers: request.workers,
  };
  // Passages are written in their order, so those who write them play one replication at a time.
  const player =
    records === null
      ? choosePlayer(work, terminal, onWeek)
      : new LocalPlayer(terminal, onWeek, recordSink(records));
  return await replicate(experiment, replications, request.precision, { player, terminal, progress });
}

async function play(
  request: SimulateRequest,
  scenario: Scenario,
  files: Files,
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const { precision } = request;
  const experiment = new Experiment(scenario);
  const played = await replicated(request, experiment, files.records, terminal);
  if (played.problems.length > 0) {
    files.out?.abort();
    files.records?.abort();
    return voice.refuse(played.problems);
  }
  const done = experiment.replications;
  const failed = files.records === null || done === 0 ? [] : files.records.finish();
  if (done === 0) files.records?.abort();
  if (played.stoppedBy !== null && done < 2) {
    files.out?.abort();
    voice.say('interruptedEarly', {});
    return stopCode(played.stoppedBy);
  }
  if (played.stoppedBy !== null) voice.say('interrupted', { done, asked: played.asked });
  const document = documentOf(experiment.result(), scenario);
  const unwritten = [...failed, ...print(request, document, scenario, files.out, terminal, voice)];
  if (unwritten.length > 0) {
    voice.findings(unwritten);
    return EXIT.input;
  }
  for (const file of [request.out, request.records]) if (file !== null) voice.note('written', { file });
  if (played.stoppedBy !== null) return stopCode(played.stoppedBy);
  if (precision !== null) return tellPrecision(played, precision.wanted, done, request.language, voice);
  suggest(request, voice);
  return EXIT.done;
}

const stopCode = (signal: StopSignal): ExitCode => (signal === 'SIGINT' ? EXIT.interrupted : EXIT.ended);

/** Prints the result where it is wanted; findings when it could not be written. */
function print(
  request: SimulateRequest,
  document: SimulationDocument,
  scenario: Scenario,
  out: PendingFile | null,
  terminal: Terminal,
  voice: Voice,
): readonly Finding[] {
  const style = out === null ? voice.style() : PLAIN;
  const text = request.json
    ? `${JSON.stringify(document, null, 2)}\n`
    : pageText(table(request, document, scenario, style));
  if (out === null) {
    terminal.stdout.write(text);
    return [];
  }
  out.write(text);
  return out.commit();
}

function table(
  request: SimulateRequest,
  document: SimulationDocument,
  scenario: Scenario,
  style: Style,
): readonly string[] {
  const { language, site, allAssumptions } = request;
  return simulationTable(document, scenario, {
    language,
    style,
    site,
    command: commandLine(request, document.replications),
    version: programVersion(),
    assumptions: allAssumptions ? 'all' : 'main',
  });
}

function tellPrecision(
  { precision }: Replicated,
  wanted: number,
  count: number,
  language: Language,
  voice: Voice,
): ExitCode {
  if (precision === null) return EXIT.done;
  const percent = (ratio: number) => formatShort(100 * ratio, 1, language);
  const values = { wanted: percent(wanted), count, name: precision.path };
  if (precision.isReached) {
    voice.note('precisionReached', { ...values, reached: percent(precision.halfWidth ?? 0) });
    return EXIT.done;
  }
  const sign = language === 'fr' ? ' %' : '%';
  const reached = precision.halfWidth === null ? '—' : `±${percent(precision.halfWidth)}${sign}`;
  voice.say('precisionMissed', { ...values, reached });
  // The half-width falls as the square root of the replications.
  const ratio = precision.halfWidth === null ? 2 : precision.halfWidth / wanted;
  voice.note('precisionMore', { count: Math.ceil(count * ratio * ratio) });
  return EXIT.target;
}

/** What a reader may want next, of what there is. */
function suggest({ json, out, language }: SimulateRequest, voice: Voice): void {
  if (json || out !== null) return;
  voice.note('next', { other: language === 'fr' ? 'in English: --lang en' : 'en français : --lang fr' });
}

const recordSink =
  (writer: RecordWriter): RecordSink =>
  (record) => {
    writer.append(RECORD_COLUMNS.map((column) => record[column]));
  };

/** The document `--json` prints: the result with what it is of. */
export function documentOf(result: SimulationResult, scenario: Scenario): SimulationDocument {
  return {
    creneau: RESULT_VERSION,
    command: 'simulate',
    scenario: { name: scenario.name, hash: scenarioHash(scenario) },
    ...result,
  };
}

/**
 * The command that gives the same numbers: the file, the run settings asked for, the replications made.
 * @example commandLine({ file: 'a b.yaml', settings: [], run: { weeks: 52 }, precision: null }, 10) // "creneau simulate 'a b.yaml' --weeks 52"
 */
export function commandLine(
  { file, settings, run, precision }: Pick<SimulateRequest, 'file' | 'settings' | 'run' | 'precision'>,
  replications: number,
): string {
  const isCounted = run.replications !== undefined || precision !== null;
  const options = [...settingWords(settings), ...runWords(run, isCounted ? replications : null)];
  return ['creneau', 'simulate', quoted(file), ...options].join(' ');
}
