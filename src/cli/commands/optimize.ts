/** `creneau optimize`: a better week within the rules, proved by simulation; or why there is none. */
import { scenarioHash } from '../../model/hash.ts';
import type { OptimizeDocument, OptimizeResult } from '../../model/results/optimize.ts';
import { RESULT_VERSION } from '../../model/results/results.ts';
import type { Scenario } from '../../model/scenario.ts';
import { HighsBackend } from '../../optimize/lp/highs.ts';
import type { ProposeOptions } from '../../optimize/propose/options.ts';
import { proposeWeek } from '../../optimize/propose/propose.ts';
import type { Language } from '../../report/language.ts';
import { optimizePage } from '../../report/optimize-page.ts';
import { isUnsolved, leadingLines } from '../../report/optimize-words.ts';
import type { Style } from '../../report/table-layout.ts';
import { emit, writePage } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type OptimizeQuestion, optimizeQuestion } from '../optimize/question.ts';
import { relaxedAnswer } from '../optimize/relaxed.ts';
import { type OptimizeRequest, optimizeCommand, readOptimize } from '../optimize/request.ts';
import { writableFindings, writeVariant } from '../optimize/write-variant.ts';
import { playUpTo } from '../pool/play.ts';
import { LocalPlayer } from '../pool/player.ts';
import { stoppable } from '../pool/stoppable.ts';
import { WorkerPool } from '../pool/worker-pool.ts';
import { Progress } from '../progress.ts';
import { quoted } from '../run-options.ts';
import type { StopSignal, Terminal } from '../terminal.ts';
import { programVersion } from '../version.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';

export const read = (words: Words, language: Language): OptimizeRequest => readOptimize(words, language);

export async function run(request: OptimizeRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const question = optimizeQuestion(request, voice);
  if ('exit' in question) return question.exit;
  if (request.relaxed) return await relaxedAnswer(request, question, terminal, voice);
  const files = [request.out, request.html].filter((file) => file !== null);
  const unwritable = files.flatMap((file) => writableFindings(file, request.force));
  if (unwritable.length > 0) {
    voice.findings(unwritable);
    return EXIT.input;
  }
  return await propose(request, question, terminal, voice);
}

/** The last answer there is, with its week. */
interface Answer {
  readonly result: OptimizeResult;
  readonly proposed: Scenario | null;
}

async function propose(
  request: OptimizeRequest,
  question: OptimizeQuestion,
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const { loaded, rules, costs } = question;
  const progress = new Progress(terminal, request.language, request.quiet);
  const threads = request.workers ?? terminal.cores;
  const player = threads > 1 ? new WorkerPool(threads) : new LocalPlayer(terminal, () => progress.tick());
  let answer: Answer | null = null;
  let state = { done: 0, total: 1 };
  progress.watch(() => ({ found: 0, ...state, finished: state.done, asked: state.total }));
  const options: ProposeOptions = {
    ...optionsOf(request),
    backend: new HighsBackend(),
    costs,
    onProgress: ({ done, total }) => {
      state = { done, total: Math.max(1, total) };
      progress.tick();
    },
    onAnswer: (result, proposed) => {
      answer = { result, proposed };
      if (result.stage === 'first') progress.pause(() => tellFirst(result, request.language, voice));
    },
  };
  const stoppedBy = await stoppable(terminal, [player], progress, async () => {
    answer = await proposeWeek(loaded.scenario, rules, options, (experiment, replications) =>
      playUpTo(experiment, replications, player),
    );
  });
  if (answer === null) {
    voice.say('interruptedEarly', {});
    return stopCode(stoppedBy);
  }
  if (stoppedBy !== null) voice.say('leversInterrupted', {});
  const code = await print(request, question, answer, terminal, voice);
  return stoppedBy !== null && code !== EXIT.input ? stopCode(stoppedBy) : code;
}

const stopCode = (signal: StopSignal | null): ExitCode =>
  signal === 'SIGTERM' ? EXIT.ended : EXIT.interrupted;

const optionsOf = ({ sets, run }: OptimizeRequest): Partial<ProposeOptions> => ({
  ...(sets === null ? {} : { sets }),
  ...(run.weeks === undefined ? {} : { weeks: run.weeks }),
  ...(typeof run.warmupWeeks === 'number' ? { warmupWeeks: run.warmupWeeks } : {}),
  ...(run.replications === undefined ? {} : { replications: run.replications }),
});

function tellFirst(result: OptimizeResult, language: Language, voice: Voice): void {
  const [what = ''] = leadingLines(result, language);
  voice.note('optimizeFirst', { what });
}

async function print(
  request: OptimizeRequest,
  { loaded }: OptimizeQuestion,
  { result, proposed }: Answer,
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const { language, file, html, out, json } = request;
  const { scenario } = loaded;
  const document: OptimizeDocument = {
    creneau: RESULT_VERSION,
    command: 'optimize',
    scenario: { name: scenario.name, hash: scenarioHash(scenario) },
    ...result,
  };
  const sets = result.stage === 'selected' ? 0 : request.sets;
  const shared = { language, command: optimizeCommand(request, sets), version: programVersion() };
  const page = (style: Style) => optimizePage(document, scenario, { ...shared, style });
  emit({ ...request, out: null }, document, page, terminal, voice);
  const week = result.proposal === null ? null : proposed;
  if (html !== null) {
    const { drawChart } = await import('../draw.ts');
    const { optimizeHtml } = await import('../../report/html/optimize-html.ts');
    const weeks = { present: scenario, proposed: week };
    if (!writePage(html, optimizeHtml(document, weeks, { ...shared, draw: drawChart }), request, voice))
      return EXIT.input;
  }
  if (out !== null && week === null) voice.say('optimizeNotWritten', { file: out });
  if (out !== null && week !== null && result.proposal !== null) {
    const { findings, problems } = writeVariant({ ...request, out }, loaded, week, result.proposal.week);
    voice.findings(findings);
    if (problems.length > 0) voice.refuse(problems);
    if (findings.length > 0 || problems.length > 0) return EXIT.input;
    voice.note('written', { file: out });
  }
  if (result.infeasible !== null) return EXIT.infeasible;
  if (isUnsolved(result)) {
    voice.refuse([{ code: 'optimize-no-plan', values: {} }]);
    return EXIT.infeasible;
  }
  if (!json && result.stage !== 'first') suggest(quoted(file), week !== null, out, voice);
  return result.targets.some(({ isReached }) => !isReached) ? EXIT.target : EXIT.done;
}

/** What a reader may want next, of what there is. */
function suggest(file: string, isProposed: boolean, out: string | null, voice: Voice): void {
  if (!isProposed) voice.note('optimizeNextNone', { file });
  else if (out === null) voice.note('optimizeNextKeep', {});
  else voice.note('optimizeNext', { file, out: quoted(out) });
}
