/** `creneau simulate`: a scenario played, and its result printed. */
import { RECORD_COLUMNS, type RecordSink } from '../engine/record.ts';
import { openRecordWriter, type RecordWriter } from '../io/records.ts';
import { openPendingFile, type PendingFile } from '../io/write.ts';
import type { Finding } from '../model/finding.ts';
import { scenarioHash } from '../model/hash.ts';
import { nearestName } from '../model/nearest-name.ts';
import { RESULT_VERSION, type SimulationDocument, type SimulationResult } from '../model/results.ts';
import type { Scenario } from '../model/scenario.ts';
import { tellFinding } from '../report/messages.ts';
import { formatShort } from '../report/numbers.ts';
import { simulationTable } from '../report/simulation-table.ts';
import { PLAIN, type Style } from '../report/table-layout.ts';
import { Experiment } from '../stats/experiment.ts';
import type { SimulateRequest } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { loadScenario } from './load-scenario.ts';
import { note, type Problem, tellProblem } from './messages.ts';
import { Progress } from './progress.ts';
import { type Replicated, replicate } from './replicate.ts';
import type { Terminal } from './terminal.ts';
import { programVersion } from './version.ts';

/** Findings printed; a file that is wrong throughout would otherwise scroll everything away. */
const MOST_FINDINGS = 30;

/** Runs the command; what it gives goes to stdout (or `--out`), everything else to stderr. */
export async function simulate(request: SimulateRequest, terminal: Terminal): Promise<ExitCode> {
  const session = new Session(request, terminal);
  const { scenario, findings } = loadScenario(request.file, request.run);
  const isRefused = request.strict && findings.length > 0;
  session.tellFindings(findings, isRefused);
  if (scenario === null || isRefused) return EXIT.input;
  const wrong = siteProblem(request.site, scenario);
  if (wrong !== null) return session.refuse([wrong]);
  const out = request.out === null ? null : openPendingFile(request.out, request);
  const records =
    request.records === null ? null : openRecordWriter(request.records, RECORD_COLUMNS, request);
  const unopened = [...(out?.findings ?? []), ...(records?.findings ?? [])];
  if (unopened.length > 0) {
    out?.pending?.abort();
    records?.writer?.abort();
    session.tellFindings(unopened, false);
    return EXIT.input;
  }
  const files = { out: out?.pending ?? null, records: records?.writer ?? null };
  try {
    return await session.play(scenario, files);
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

/** One run of the command: what is told, played and printed. */
class Session {
  readonly #request: SimulateRequest;
  readonly #terminal: Terminal;

  constructor(request: SimulateRequest, terminal: Terminal) {
    this.#request = request;
    this.#terminal = terminal;
  }

  #tell(lines: readonly string[]): void {
    if (lines.length > 0) this.#terminal.stderr.write(`${lines.join('\n')}\n`);
  }

  /** Notes are for a user who is not asked to be left alone. */
  #note(name: Parameters<typeof note>[0], values: Parameters<typeof note>[1]): void {
    if (!this.#request.quiet) this.#tell([note(name, values, this.#request.language)]);
  }

  refuse(problems: readonly Problem[]): ExitCode {
    this.#tell(problems.flatMap((problem) => tellProblem(problem, this.#request.language)));
    return EXIT.input;
  }

  tellFindings(findings: readonly Finding[], isStrict: boolean): void {
    const { language, quiet } = this.#request;
    const errors = findings.filter(({ severity }) => severity === 'error');
    const told = quiet && !isStrict ? errors : findings;
    this.#tell(told.slice(0, MOST_FINDINGS).flatMap((one) => tellFinding(one, language)));
    if (told.length > MOST_FINDINGS)
      this.#tell([note('more', { count: told.length - MOST_FINDINGS }, language)]);
    if (isStrict && errors.length === 0) this.#tell([note('strict', {}, language)]);
    if (told.length > 1) {
      this.#note('findings', { errors: errors.length, warnings: findings.length - errors.length });
    }
  }

  async play(scenario: Scenario, files: Files): Promise<ExitCode> {
    const { language, quiet, precision } = this.#request;
    const experiment = new Experiment(scenario, { record: recordSink(files.records) });
    const progress = new Progress(this.#terminal, language, quiet);
    const played = await replicate(
      experiment,
      scenario.run.replications,
      precision,
      this.#terminal,
      progress,
    );
    if (played.problems.length > 0) {
      files.out?.abort();
      files.records?.abort();
      return this.refuse(played.problems);
    }
    const done = experiment.replications;
    const failed = files.records === null || done === 0 ? [] : files.records.finish();
    if (done === 0) files.records?.abort();
    if (played.isInterrupted && done < 2) {
      files.out?.abort();
      this.#tell([note('interruptedEarly', {}, language)]);
      return EXIT.interrupted;
    }
    if (played.isInterrupted) this.#tell([note('interrupted', { done, asked: played.asked }, language)]);
    const unwritten = [...failed, ...this.#print(experiment.result(), scenario, files.out)];
    if (unwritten.length > 0) {
      this.tellFindings(unwritten, false);
      return EXIT.input;
    }
    for (const file of [this.#request.out, this.#request.records]) {
      if (file !== null) this.#note('written', { file });
    }
    if (played.isInterrupted) return EXIT.interrupted;
    if (precision !== null) return this.#tellPrecision(played, precision.wanted, done);
    this.#suggest();
    return EXIT.done;
  }

  /** Prints the result where it is wanted; findings when it could not be written. */
  #print(result: SimulationResult, scenario: Scenario, out: PendingFile | null): readonly Finding[] {
    const { json } = this.#request;
    const document = documentOf(result, scenario);
    const isStyled = out === null && this.#isStyled();
    const text = json
      ? `${JSON.stringify(document, null, 2)}\n`
      : `${this.#table(document, scenario, isStyled ? STYLED : PLAIN).join('\n')}\n`;
    if (out === null) {
      this.#terminal.stdout.write(text);
      return [];
    }
    out.write(text);
    return out.commit();
  }

  #table(document: SimulationDocument, scenario: Scenario, style: Style): readonly string[] {
    const { language, site, allAssumptions } = this.#request;
    return simulationTable(document, scenario, {
      language,
      style,
      site,
      command: commandLine(this.#request, document.replications),
      version: programVersion(),
      assumptions: allAssumptions ? 'all' : 'main',
    });
  }

  #isStyled(): boolean {
    const { env, stdout } = this.#terminal;
    const isRefused = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
    return this.#request.color && stdout.isTTY && !isRefused;
  }

  #tellPrecision({ precision }: Replicated, wanted: number, count: number): ExitCode {
    if (precision === null) return EXIT.done;
    const { language } = this.#request;
    const percent = (ratio: number) => formatShort(100 * ratio, 1, language);
    const values = { wanted: percent(wanted), count, name: precision.path };
    if (precision.isReached) {
      this.#note('precisionReached', { ...values, reached: percent(precision.halfWidth ?? 0) });
      return EXIT.done;
    }
    const sign = language === 'fr' ? ' %' : '%';
    const reached = precision.halfWidth === null ? '—' : `±${percent(precision.halfWidth)}${sign}`;
    this.#tell([note('precisionMissed', { ...values, reached }, language)]);
    // The half-width falls as the square root of the replications.
    const ratio = precision.halfWidth === null ? 2 : precision.halfWidth / wanted;
    this.#note('precisionMore', { count: Math.ceil(count * ratio * ratio) });
    return EXIT.target;
  }

  /** What a reader may want next, of what there is. */
  #suggest(): void {
    const { json, out, language } = this.#request;
    if (json || out !== null) return;
    this.#note('next', { other: language === 'fr' ? 'in English: --lang en' : 'en français : --lang fr' });
  }
}

const STYLED: Style = Object.freeze({
  bold: (text: string) => `\u001b[1m${text}\u001b[22m`,
  dim: (text: string) => `\u001b[2m${text}\u001b[22m`,
});

const recordSink = (writer: RecordWriter | null): RecordSink | null =>
  writer === null
    ? null
    : (record) => {
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
 * @example commandLine({ file: 'a b.yaml', run: { weeks: 52 }, precision: null }, 10) // "creneau simulate 'a b.yaml' --weeks 52"
 */
export function commandLine({ file, run, precision }: SimulateRequest, replications: number): string {
  const words = ['creneau', 'simulate', quoted(file)];
  if (run.weeks !== undefined) words.push('--weeks', String(run.weeks));
  if (run.warmupWeeks !== undefined) words.push('--warmup', String(run.warmupWeeks));
  if (run.replications !== undefined || precision !== null)
    words.push('--replications', String(replications));
  if (run.seed !== undefined) words.push('--seed', quoted(run.seed));
  return words.join(' ');
}

/** A word as a shell takes it: between quotes when it holds anything but letters, digits and the signs of paths. */
const quoted = (word: string): string =>
  /^[\p{L}\p{N}_./:@%+=-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
