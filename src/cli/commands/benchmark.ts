/** `creneau benchmark place`: where a scenario stands in a benchmark. */
import type { Language } from '../../report/language.ts';
import { placementPage } from '../../report/placement-page.ts';
import { Experiment } from '../../stats/experiment.ts';
import { benchmarkPlaceDocument } from '../../stats/placement.ts';
import { type Emission, emit, readEmission } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { loadBenchmark } from '../load-benchmark.ts';
import { loadScenario } from '../load-scenario.ts';
import { choosePlayer, requestsOf } from '../pool/play.ts';
import { Progress } from '../progress.ts';
import { replicate } from '../replicate.ts';
import { type Manner, type RunOverrides, readManner, readRun, readWorkers } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';
import { documentOf } from './simulate.ts';

export interface BenchmarkRequest extends Manner, Emission {
  readonly file: string;
  readonly benchmark: string | null;
  readonly run: RunOverrides;
  readonly workers: number | null;
}

export function read(words: Words, language: Language): BenchmarkRequest {
  const [what = '', file, ...more] = words.plain;
  if (what !== 'place') words.refuse('subcommand', { value: what, expected: 'place' });
  else if (file === undefined) words.refuse('file-argument-missing', { command: 'benchmark place' });
  for (const value of more) words.refuse('argument-extra', { value });
  return {
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
  return isWritten ? EXIT.done : EXIT.input;
}
