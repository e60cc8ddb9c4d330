/** `creneau levers`: every lever a scenario offers, simulated and ranked. */
import type { Finding } from '../../model/finding.ts';
import { scenarioHash } from '../../model/hash.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { LeversDocument, LeversResult } from '../../model/results/levers.ts';
import { RESULT_VERSION } from '../../model/results/results.ts';
import type { Scenario } from '../../model/scenario.ts';
import { LEVERS } from '../../optimize/levers/registry.ts';
import { UNIT_COSTS, type UnitCosts } from '../../optimize/levers/unit-costs.ts';
import type { RankOptions } from '../../optimize/rank/options.ts';
import { rankLevers } from '../../optimize/rank/rank.ts';
import type { Language } from '../../report/language.ts';
import { leversPage } from '../../report/levers-page.ts';
import type { Style } from '../../report/table-layout.ts';
import { type Emission, emit, readEmission, writePage } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readCosts } from '../levers/costs.ts';
import { loadScenario } from '../load-scenario.ts';
import { playUpTo } from '../pool/play.ts';
import { LocalPlayer } from '../pool/player.ts';
import { stoppable } from '../pool/stoppable.ts';
import { WorkerPool } from '../pool/worker-pool.ts';
import { Progress } from '../progress.ts';
import {
  type Manner,
  quoted,
  type RunOverrides,
  readManner,
  readRun,
  readWorkers,
  runWords,
} from '../run-options.ts';
import { readSettings, type Setting, settingWords } from '../settings.ts';
import type { Terminal } from '../terminal.ts';
import { programVersion } from '../version.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';
import { MOST_SETS } from './compare.ts';
import { parsePrecision } from './simulate.ts';

export interface LeversRequest extends Manner, Emission {
  readonly file: string;
  readonly only: readonly string[];
  readonly alone: boolean;
  readonly costs: string | null;
  readonly sets: number | null;
  readonly precision: number | null;
  readonly settings: readonly Setting[];
  readonly run: RunOverrides;
  readonly workers: number | null;
  readonly html: string | null;
  readonly strict: boolean;
}

export function read(words: Words, language: Language): LeversRequest {
  const known = LEVERS.map(({ id }) => id);
  const only = words.names('only');
  for (const lever of only)
    if (!known.includes(lever))
      words.refuse('lever-unknown', { lever, nearest: nearestName(lever, known) || known.join(',') });
  const run = readRun(words);
  if (run.replications === 1) words.refuseValue('replications', '1', '2…');
  return {
    file: words.file('levers'),
    only,
    alone: words.isOn('alone'),
    costs: words.text('costs'),
    sets: words.count('sets', 0, MOST_SETS),
    precision: readPrecision(words),
    settings: readSettings(words),
    run,
    workers: readWorkers(words),
    html: words.text('html'),
    strict: words.isOn('strict'),
    ...readEmission(words),
    ...readManner(words, language),
  };
}

function readPrecision(words: Words): number | null {
  const value = words.text('precision');
  if (value === null) return null;
  return parsePrecision(value) ?? words.refuseValue('precision', value, '10%, 0.1');
}

export async function run(request: LeversRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const { scenario, findings, problems } = loadScenario(request.file, request.run, request.settings);
  const own = request.costs === null ? { costs: UNIT_COSTS, findings: [] } : readCosts(request.costs);
  const all: readonly Finding[] = [...findings, ...own.findings];
  const isRefused = request.strict && all.length > 0;
  voice.findings(all, isRefused);
  if (problems.length > 0) return voice.refuse(problems);
  if (scenario === null || own.costs === null || isRefused) return EXIT.input;
  return await rank(request, scenario, own.costs, terminal, voice);
}

async function rank(
  request: LeversRequest,
  scenario: Scenario,
  costs: UnitCosts,
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const progress = new Progress(terminal, request.language, request.quiet);
  const threads = request.workers ?? terminal.cores;
  const player = threads > 1 ? new WorkerPool(threads) : new LocalPlayer(terminal, () => progress.tick());
  let answer: LeversResult | null = null;
  let state = { done: 0, total: 1 };
  progress.watch(() => ({ found: 0, ...state, finished: state.done, asked: state.total }));
  const stoppedBy = await stoppable(terminal, [player], progress, async () => {
    await rankLevers(
      scenario,
      {
        ...optionsOf(request),
        costs,
        onProgress: ({ done, total }) => {
          state = { done, total: Math.max(1, total) };
          progress.tick();
        },
        onAnswer: (result) => {
          answer = result;
          if (result.stage === 'first') progress.pause(() => tellFirst(result, request.language, voice));
        },
      },
      (experiment, replications) => playUpTo(experiment, replications, player),
    );
  });
  const stopCode = stoppedBy === 'SIGTERM' ? EXIT.ended : EXIT.interrupted;
  if (answer === null) {
    voice.say('interruptedEarly', {});
    return stopCode;
  }
  if (stoppedBy !== null) voice.say('leversInterrupted', {});
  const code = await print(request, answer, scenario, terminal, voice);
  return code !== EXIT.done || stoppedBy === null ? code : stopCode;
}

function optionsOf({ only, alone, sets, precision, run }: LeversRequest): RankOptions {
  return {
    ...(only.length === 0 ? {} : { levers: LEVERS.filter(({ id }) => only.includes(id)) }),
    ...(sets === null ? {} : { sets }),
    ...(precision === null ? {} : { precision }),
    ...(run.weeks === undefined ? {} : { weeks: run.weeks }),
    ...(typeof run.warmupWeeks === 'number' ? { warmupWeeks: run.warmupWeeks } : {}),
    ...(run.replications === undefined ? {} : { replications: run.replications }),
    combine: !alone,
  };
}

function tellFirst({ ranked }: LeversResult, language: Language, voice: Voice): void {
  const best = ranked.find(({ rank: place }) => place === 1);
  if (best === undefined) return;
  voice.note('leversFirst', { count: ranked.length, what: best.what[language] });
}

async function print(
  request: LeversRequest,
  result: LeversResult,
  scenario: Scenario,
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const { language } = request;
  const document: LeversDocument = {
    creneau: RESULT_VERSION,
    command: 'levers',
    scenario: { name: scenario.name, hash: scenarioHash(scenario) },
    ...result,
  };
  const shared = { language, command: commandLine(request, result), version: programVersion() };
  const page = (style: Style) => leversPage(document, scenario, { ...shared, style });
  if (!emit(request, document, page, terminal, voice)) return EXIT.input;
  if (request.html !== null) {
    const { drawChart } = await import('../draw.ts');
    const { leversHtml } = await import('../../report/html/levers-html.ts');
    const text = leversHtml(document, scenario, { ...shared, draw: drawChart });
    if (!writePage(request.html, text, request, voice)) return EXIT.input;
  }
  if (!request.json) voice.note('leversNext', { file: quoted(request.file) });
  return EXIT.done;
}

/** The command that gives the same numbers: of what was finished, where the user stopped it. */
function commandLine(request: LeversRequest, { stage, replications }: LeversResult): string {
  const { file, only, costs, settings, run } = request;
  const isFirst = stage === 'first';
  const alone = request.alone || stage !== 'combined';
  const sets = isFirst || stage === 'simulated' ? 0 : request.sets;
  const precision = isFirst ? null : request.precision;
  return [
    'creneau',
    'levers',
    quoted(file),
    ...(alone ? ['--alone'] : []),
    ...(only.length === 0 ? [] : ['--only', only.join(',')]),
    ...(costs === null ? [] : ['--costs', quoted(costs)]),
    ...(sets === null ? [] : ['--sets', String(sets)]),
    ...(precision === null ? [] : ['--precision', String(precision)]),
    ...settingWords(settings),
    ...runWords(run, isFirst ? replications : (run.replications ?? null)),
  ].join(' ');
}
