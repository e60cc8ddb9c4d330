/** `creneau benchmark`: where a scenario stands in one, and the campaign of 2010 reproduced on a synthetic panel. */
import { REPRODUCE_FULL, reproduceBenchmark } from '../../calibrate/panel-reproduce.ts';
import type { Language } from '../../report/language.ts';
import { placementPage } from '../../report/placement-page.ts';
import { reproducePage } from '../../report/reproduce-page.ts';
import { Experiment } from '../../stats/experiment.ts';
import { benchmarkPlaceDocument } from '../../stats/placement.ts';
import { type Emission, emit, readEmission } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { loadBenchmark } from '../load-benchmark.ts';
import { loadScenario } from '../load-scenario.ts';
import { choosePlayer, requestsOf } from '../pool/play.ts';
import { Progress } from '../progress.ts';
import { replicate } from '../replicate.ts';
import { type Manner, quoted, type RunOverrides, readManner, readRun, readWorkers } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';
import { documentOf } from './simulate.ts';

const WAYS = ['place', 'reproduce'] as const;

export interface BenchmarkRequest extends Manner, Emission {
  readonly way: (typeof WAYS)[number];
  readonly file: string;
  readonly benchmark: string | null;
  readonly run: RunOverrides;
  readonly workers: number | null;
}

export function read(words: Words, language: Language): BenchmarkRequest {
  const [what = '', file, ...more] = words.plain;
  const way = WAYS.find((one) => one === what) ?? null;
  if (way === null) words.refuse('subcommand', { value: what, expected: WAYS.join(', ') });
  if (way === 'place' && file === undefined)
    words.refuse('file-argument-missing', { command: 'benchmark place' });
  const extra = way === 'reproduce' && file !== undefined ? [file, ...more] : more;
  for (const value of extra) words.refuse('argument-extra', { value });
  return {
    way: way ?? 'place',
    file: file ?? '',
    benchmark: words.text('benchmark'),
    run: readRun(words),
    workers: readWorkers(words),
    ...readEmission(words),
    ...readManner(words, language),
  };
}

export async function run(request: BenchmarkRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  return request.way === 'reproduce'
    ? reproduce(request, terminal, voice)
    : await place(request, terminal, voice);
}

/** The campaign played again; only what was fitted decides the exit code. */
function reproduce(request: BenchmarkRequest, terminal: Terminal, voice: Voice): ExitCode {
  const { language, run: overrides } = request;
  const replications = overrides.replications ?? REPRODUCE_FULL.replications;
  const seed = overrides.seed ?? REPRODUCE_FULL.seed;
  const progress = new Progress(terminal, language, request.quiet);
  let finished = 0;
  let asked = 1;
  progress.watch(() => ({ found: 0, done: finished, total: asked, finished, asked }));
  const onDevice = (done: number, all: number) => {
    finished = done;
    asked = all;
    progress.tick();
  };
  voice.note('takesAMinute', {});
  const document = reproduceBenchmark({ replications, seed, onDevice });
  progress.clear();
  const isWritten = emit(
    request,
    document,
    (style) => reproducePage(document, { language, style }),
    terminal,
    voice,
  );
  if (!isWritten) return EXIT.input;
  voice.note('reproduceNext', {});
  return document.ok ? EXIT.done : EXIT.target;
}

async function place(request: BenchmarkRequest, terminal: Terminal, voice: Voice): Promise<ExitCode> {
  const { benchmark, findings: unread } = loadBenchmark(request.benchmark);
  const { scenario, findings } = loadScenario(request.file, request.run);
  voice.findings([...unread, ...findings]);
  if (benchmark === null || scenario === null) return EXIT.input;
  const experiment = new Experiment(scenario);
  const { replications, weeks } = scenario.run;
  const progress = new Progress(terminal, request.language, request.quiet);
  const requests = requestsOf(scenario, weeks, replications);
  const work = { requests, replications, workers: request.workers };
  const player = choosePlayer(work, terminal, () => progress.tick());
  const played = await replicate(experiment, replications, null, { player, terminal, progress });
  if (experiment.replications < 2 && played.stoppedBy !== null) {
    voice.say('interruptedEarly', {});
    return played.stoppedBy === 'SIGINT' ? EXIT.interrupted : EXIT.ended;
  }
  const result = documentOf(experiment.result(), scenario);
  const document = benchmarkPlaceDocument(result, scenario, benchmark);
  const { language } = request;
  const isWritten = emit(
    request,
    document,
    (style) => placementPage(document, scenario, { language, style }),
    terminal,
    voice,
  );
  if (!isWritten) return EXIT.input;
  voice.note('placeNext', { file: quoted(request.file) });
  return EXIT.done;
}
