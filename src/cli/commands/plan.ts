/** `creneau plan`: where the next device or the next opened evening helps a region most, under its caps. */

import { hasErrors } from '../../model/finding.ts';
import { scenarioHash } from '../../model/hash.ts';
import type { Balance } from '../../model/oqos/balance.ts';
import type { RegionPlanDocument } from '../../model/results/region.ts';
import { RESULT_VERSION } from '../../model/results/results.ts';
import type { Scenario } from '../../model/scenario.ts';
import { HighsBackend } from '../../optimize/lp/highs.ts';
import {
  type RegionPlanOptions,
  type RegionPlanResult,
  USUAL_EVENINGS,
} from '../../optimize/region/plan-options.ts';
import { planRegion } from '../../optimize/region/propose.ts';
import type { Language } from '../../report/language.ts';
import { gainBounds } from '../../report/lever-words.ts';
import { daysOf } from '../../report/optimize-words.ts';
import { planPage } from '../../report/plan-page.ts';
import { planAnswer, planWords } from '../../report/plan-words.ts';
import { groundsSentence } from '../../report/region-words.ts';
import type { Style } from '../../report/table-layout.ts';
import { emit, writePage } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { loadBalance } from '../load-balance.ts';
import { type LoadedScenario, loadScenario } from '../load-scenario.ts';
import type { Problem } from '../messages.ts';
import { writableFindings } from '../optimize/write-variant.ts';
import { playUpTo } from '../pool/play.ts';
import { LocalPlayer } from '../pool/player.ts';
import { stoppable } from '../pool/stoppable.ts';
import { WorkerPool } from '../pool/worker-pool.ts';
import { Progress } from '../progress.ts';
import { isTargetReached } from '../region/equity-target.ts';
import { type PlanRequest, planCommand, readPlan } from '../region/plan-request.ts';
import { regionBalance } from '../region/region-balance.ts';
import { writePlan } from '../region/write-plan.ts';
import { quoted } from '../run-options.ts';
import type { StopSignal, Terminal } from '../terminal.ts';
import { programVersion } from '../version.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';

export const read = (words: Words, language: Language): PlanRequest => readPlan(words, language);

export async function run(request: PlanRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const question = planQuestion(request, voice);
  return typeof question === 'number' ? question : await plan(request, question, terminal, voice);
}

/** What can be asked: a region and the balance it is held against. */
interface PlanQuestion {
  readonly loaded: LoadedScenario & { readonly scenario: Scenario };
  readonly balance: Balance;
}

function planQuestion(request: PlanRequest, voice: Voice): PlanQuestion | ExitCode {
  const { file, out, html } = request;
  const loaded = loadScenario(file, request.run);
  const { balance: given, findings } = loadBalance(request);
  const balance = given === null ? null : regionBalance(given);
  const unwritable = [out, html].flatMap((one) => (one === null ? [] : writableFindings(one, request.force)));
  // The balance this program does not carry is the one given beside.
  const isGiven = loaded.scenario?.region?.balance === balance?.id;
  const own = loaded.findings.filter(({ code }) => !isGiven || code !== 'unknown-balance');
  const all = [...own, ...findings, ...unwritable];
  const isRefused = request.strict && all.length > 0;
  voice.findings(all, isRefused);
  if (loaded.problems.length > 0) return voice.refuse(loaded.problems);
  const { scenario } = loaded;
  if (scenario === null || balance === null || isRefused || hasErrors(all)) return EXIT.input;
  const problems = regionProblems(scenario, balance, file);
  return problems.length > 0 ? voice.refuse(problems) : { loaded: { ...loaded, scenario }, balance };
}

/** Why a scenario is no region to plan; that residents ask in it has been judged with the file. */
function regionProblems({ region }: Scenario, balance: Balance, file: string): readonly Problem[] {
  if (region === null) return [{ code: 'plan-no-region', values: { file } }];
  if (region.balance === balance.id) return [];
  return [{ code: 'plan-balance', values: { balance: region.balance, given: balance.id } }];
}

/** The last answer there is, with its region. */
interface Answer {
  readonly result: RegionPlanResult;
  readonly proposed: Scenario | null;
}

async function plan(
  request: PlanRequest,
  question: PlanQuestion,
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const { loaded, balance } = question;
  const progress = new Progress(terminal, request.language, request.quiet);
  const threads = request.workers ?? terminal.cores;
  const player = threads > 1 ? new WorkerPool(threads) : new LocalPlayer(terminal, () => progress.tick());
  let answer: Answer | null = null;
  let state = { done: 0, total: 1 };
  progress.watch(() => ({ found: 0, ...state, finished: state.done, asked: state.total }));
  const options: RegionPlanOptions = {
    ...optionsOf(request),
    backend: new HighsBackend(),
    onProgress: ({ done, total }) => {
      state = { done, total: Math.max(1, total) };
      progress.tick();
    },
    onAnswer: (result, proposed) => {
      answer = { result, proposed };
      progress.pause(() => tellAnswer(result, request, voice));
    },
  };
  const stoppedBy = await stoppable(terminal, [player], progress, async () => {
    await planRegion(loaded.scenario, balance, options, (experiment, replications) =>
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

function optionsOf(request: PlanRequest): Omit<RegionPlanOptions, 'backend'> {
  const { equity, budgetEurosPerYear, staffHoursPerWeek, devices, evenings, run } = request;
  const { years, lagMonths, unmetDays, pooling, modelOnly, sets } = request;
  return {
    equity,
    modelOnly,
    problem: {
      limits: {
        budgetEurosPerYear,
        staffHoursPerWeek,
        mostDevices: devices,
        mostBlocks: isUnlimited(request) ? USUAL_EVENINGS : evenings,
      },
      pooling,
      ...(years === null ? {} : { years }),
      ...(lagMonths === null ? {} : { deviceLagMonths: lagMonths }),
      ...(unmetDays === null ? {} : { unmetDays }),
    },
    ...(sets === null ? {} : { sets }),
    ...(run.seed === undefined ? {} : { seed: run.seed }),
    ...(run.weeks === undefined ? {} : { weeks: run.weeks }),
    ...(typeof run.warmupWeeks === 'number' ? { warmupWeeks: run.warmupWeeks } : {}),
    ...(run.replications === undefined ? {} : { replications: run.replications }),
  };
}

/** No limit on opening is stated: a number of ours holds evenings back. */
const isUnlimited = ({ budgetEurosPerYear, staffHoursPerWeek, evenings }: PlanRequest): boolean =>
  [budgetEurosPerYear, staffHoursPerWeek.technologist, staffHoursPerWeek.radiologist, evenings].every(
    (limit) => limit === null,
  );

/** What is known so far, for those who wait. */
function tellAnswer({ stage, proposal }: RegionPlanResult, request: PlanRequest, voice: Voice): void {
  const { language, modelOnly, sets } = request;
  if (stage === 'model' && !modelOnly) {
    if (proposal === null) voice.note('planModelNone', {});
    else {
      const saved = daysOf(proposal.predictedDaysSaved, language);
      voice.note('planModel', { what: planWords(proposal, language), saved });
    }
  }
  if (stage !== 'simulated' || sets === 0 || proposal === null) return;
  voice.note('planSimulated', {
    what: planWords(proposal, language),
    bounds: gainBounds(proposal.daysSaved, language),
  });
}

/** Weeks after which longer opening begins, as the inputs of a plan say it. */
const WEEKS_A_MONTH = 52 / 12;
const openingLag = ({ inputs }: RegionPlanResult): number | null => {
  const months = inputs.find(({ id }) => id === 'opening-lag')?.value;
  return months === undefined ? null : Math.round(months * WEEKS_A_MONTH);
};

async function print(
  request: PlanRequest,
  { loaded, balance }: PlanQuestion,
  { result, proposed }: Answer,
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const { language, html, out, json } = request;
  const { scenario } = loaded;
  const document: RegionPlanDocument = {
    creneau: RESULT_VERSION,
    command: 'plan',
    scenario: { name: scenario.name, hash: scenarioHash(scenario) },
    balance: { id: balance.id, title: balance.title },
    ...result,
  };
  const command = planCommand(request, request.sets);
  const shared = {
    language,
    command,
    version: programVersion(),
    openingLagWeeks: openingLag(result),
    isUnlimited: isUnlimited(request),
  };
  const page = (style: Style) => planPage(document, { ...shared, style });
  emit({ ...request, out: null }, document, page, terminal, voice);
  if (html !== null) {
    const { drawChart } = await import('../draw.ts');
    const { planHtml } = await import('../../report/html/plan-html.ts');
    if (!writePage(html, planHtml(document, { ...shared, draw: drawChart }), request, voice))
      return EXIT.input;
  }
  const planned = result.proposal === null ? null : proposed;
  if (out !== null && planned === null) voice.say('planNotWritten', { file: out });
  if (out !== null && planned !== null) {
    const comments = [command, groundsSentence(result.grounds, language), ...planAnswer(document, language)];
    const { findings, problems } = writePlan({ ...request, out }, loaded, planned, comments);
    voice.findings(findings);
    if (problems.length > 0) voice.refuse(problems);
    if (findings.length > 0 || problems.length > 0) return EXIT.input;
    voice.note('written', { file: out });
  }
  const { status } = result.solved;
  if (status === 'infeasible') return EXIT.infeasible;
  if (result.proposal === null && (status === 'time-limit' || status === 'failed')) {
    voice.refuse([{ code: 'plan-unsolved', values: {} }]);
    return EXIT.infeasible;
  }
  if (!json) suggest(request, result, planned !== null, voice);
  return isTargetReached(result, request.equity) ? EXIT.done : EXIT.target;
}

/** What a reader may want next, of what there is. */
function suggest(
  request: PlanRequest,
  { stage, proposal }: RegionPlanResult,
  isWritten: boolean,
  voice: Voice,
): void {
  const { file, out } = request;
  const name = quoted(file);
  if (stage === 'model')
    voice.note('planNextProve', { command: planCommand({ ...request, modelOnly: false }, request.sets) });
  else if (proposal === null) voice.note('planNextNone', {});
  else if (out !== null && isWritten) voice.note('planNext', { file: name, out: quoted(out) });
  else voice.note('planNextKeep', {});
}
