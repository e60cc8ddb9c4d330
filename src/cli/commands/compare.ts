/** `creneau compare`: a scenario and variants of it, played side by side. */
import type { CompareDocument } from '../../model/results/compare-document.ts';
import type { Scenario } from '../../model/scenario.ts';
import { firstAnswer } from '../../report/compare-first.ts';
import { comparePage } from '../../report/compare-page.ts';
import type { Language } from '../../report/language.ts';
import { compareDocument } from '../compare/document.ts';
import { type PlayedComparison, playComparison } from '../compare/play.ts';
import { type LoadedComparison, loadComparison } from '../compare/variants.ts';
import { type Emission, emit, readEmission, writePage } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
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

export interface CompareRequest extends Manner, Emission {
  readonly base: string;
  readonly variants: readonly string[];
  readonly settings: readonly Setting[];
  readonly run: RunOverrides;
  readonly sets: number;
  readonly workers: number | null;
  readonly html: string | null;
  readonly strict: boolean;
}

const DEFAULT_SETS = 24;
export const MOST_SETS = 1000;
/** Variants of one comparison: beyond, a sweep says more. */
const MOST_VARIANTS = 20;
/** One replication has no interval. */
const FEWEST_REPLICATIONS = 2;

export function read(words: Words, language: Language): CompareRequest {
  const [base = '', ...variants] = words.plain;
  if (base === '') words.refuse('file-argument-missing', { command: 'compare' });
  const settings = readSettings(words);
  const count = variants.length + (settings.length === 0 ? 0 : 1);
  if (base !== '' && count === 0) words.refuse('variant-missing', { file: quoted(base) });
  if (count > MOST_VARIANTS) words.refuse('variants-many', { count, limit: MOST_VARIANTS });
  const run = readRun(words);
  if (run.replications !== undefined && run.replications < FEWEST_REPLICATIONS)
    words.refuseValue('replications', String(run.replications), `${FEWEST_REPLICATIONS}…`);
  return {
    base,
    variants: [...new Set(variants)],
    settings,
    run,
    sets: words.count('sets', 0, MOST_SETS) ?? DEFAULT_SETS,
    workers: readWorkers(words),
    html: words.text('html'),
    strict: words.isOn('strict'),
    ...readEmission(words),
    ...readManner(words, language),
  };
}

export async function run(request: CompareRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const { base: file, variants: files, settings } = request;
  const loaded = loadComparison({ base: file, variants: files, settings }, request.run);
  const isRefused = request.strict && loaded.findings.length > 0;
  voice.findings(loaded.findings, isRefused);
  if (loaded.problems.length > 0) return voice.refuse(loaded.problems);
  if (loaded.base === null || isRefused) return EXIT.input;
  return await play(request, { ...loaded, base: loaded.base }, terminal, voice);
}

async function play(
  request: CompareRequest,
  { base, variants }: LoadedComparison & { readonly base: NonNullable<LoadedComparison['base']> },
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const scenario = withEnoughReplications(base.scenario);
  const progress = new Progress(terminal, request.language, request.quiet);
  const work = {
    base: scenario,
    variants: variants.map((one) => ({ ...one.scenario, run: scenario.run })),
    sets: request.sets,
    workers: request.workers,
  };
  const played = await playComparison(work, terminal, progress, (first, replications) => {
    progress.pause(() => {
      for (const line of firstAnswer(
        first,
        variants.map(({ label }) => label),
        replications,
        request.language,
      ))
        voice.line(line);
    });
  });
  const { stoppedBy } = played;
  const stopCode = stoppedBy === 'SIGTERM' ? EXIT.ended : EXIT.interrupted;
  if (played.comparison === null) {
    voice.say('interruptedEarly', {});
    return stopCode;
  }
  const document = compareDocument(base, variants, played);
  if (stoppedBy !== null)
    voice.say('interrupted', { done: document.replications, asked: scenario.run.replications });
  const page = (style: Parameters<Parameters<typeof emit>[2]>[0]) =>
    comparePage(document, scenario, {
      language: request.language,
      style,
      command: commandLine(request, document, played),
      version: programVersion(),
    });
  if (!emit(request, document, page, terminal, voice)) return EXIT.input;
  if (request.html !== null) {
    const scenarios = variants.map((one) => one.scenario);
    const { drawChart } = await import('../draw.ts');
    const { compareHtml } = await import('../../report/html/compare-html.ts');
    const text = compareHtml(document, scenario, scenarios, {
      language: request.language,
      command: commandLine(request, document, played),
      version: programVersion(),
      draw: drawChart,
    });
    if (!writePage(request.html, text, request, voice)) return EXIT.input;
  }
  if (stoppedBy !== null) return stopCode;
  if (!request.json) voice.note('compareNext', { file: quoted(request.base) });
  return EXIT.done;
}

const withEnoughReplications = (scenario: Scenario): Scenario => ({
  ...scenario,
  run: { ...scenario.run, replications: Math.max(FEWEST_REPLICATIONS, scenario.run.replications) },
});

/** The command that gives the same numbers: of what was finished, where the user stopped it. */
function commandLine(
  request: CompareRequest,
  { replications }: CompareDocument,
  { stoppedBy, underSets }: Pick<PlayedComparison, 'stoppedBy' | 'underSets'>,
): string {
  const { base, variants, settings, run } = request;
  const isStopped = stoppedBy !== null;
  const sets = isStopped && underSets === null ? 0 : request.sets;
  const isCounted = isStopped || run.replications !== undefined;
  return [
    'creneau',
    'compare',
    ...[base, ...variants].map(quoted),
    ...settingWords(settings),
    ...(sets === DEFAULT_SETS ? [] : ['--sets', String(sets)]),
    ...runWords(run, isCounted ? replications : null),
  ].join(' ');
}
