/** `creneau authorize`: the note d’instruction of one or several requests. It decides nothing. */
import { instruct } from '../../authorize/instruct.ts';
import { simulatedNeed } from '../../authorize/need.ts';
import type { SimulatedNeed } from '../../model/results/authorize.ts';
import { instructionPage } from '../../report/instruction-page.ts';
import type { Language } from '../../report/language.ts';
import { Experiment } from '../../stats/experiment.ts';
import { readBalanceChoice } from '../balance-options.ts';
import { type Emission, emit, readEmission } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type BalanceChoice, loadBalance } from '../load-balance.ts';
import { crowdedProblems, loadRequests } from '../load-requests.ts';
import { loadScenario } from '../load-scenario.ts';
import { choosePlayer, requestsOf } from '../pool/play.ts';
import { Progress } from '../progress.ts';
import { regionEffects } from '../region/effects.ts';
import { replicate } from '../replicate.ts';
import { type Manner, type RunOverrides, readManner, readRun, readWorkers } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';
import { MOST_SETS } from './compare.ts';
import { documentOf } from './simulate.ts';

const REQUIRABLE = ['receivable'] as const;

export interface AuthorizeRequest extends Manner, Emission, BalanceChoice {
  readonly files: readonly string[];
  readonly scenario: string | null;
  /** A region to simulate the requests in. */
  readonly region: string | null;
  readonly sets: number | null;
  readonly require: (typeof REQUIRABLE)[number] | null;
  readonly run: RunOverrides;
  readonly workers: number | null;
  readonly strict: boolean;
}

export function read(words: Words, language: Language): AuthorizeRequest {
  const files = words.plain;
  if (files.length === 0) words.refuse('request-argument-missing', {});
  const [scenario, region] = [words.text('scenario'), words.text('region')];
  if (scenario !== null && region !== null) words.refuse('authorize-two-scenarios', {});
  const run = readRun(words);
  if (region !== null && run.replications === 1) words.refuseValue('replications', '1', '2…');
  return {
    files,
    ...readBalanceChoice(words),
    scenario,
    region,
    sets: words.count('sets', 0, MOST_SETS),
    require: words.choice('require', REQUIRABLE),
    run,
    workers: readWorkers(words),
    strict: words.isOn('strict'),
    ...readEmission(words),
    ...readManner(words, language),
  };
}

export async function run(request: AuthorizeRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const { language, interventional: reading } = request;
  const { balance, findings } = loadBalance(request);
  const isRefused = request.strict && findings.length > 0;
  voice.findings(findings, isRefused);
  if (balance === null || isRefused) return EXIT.input;
  const loaded = loadRequests(request.files, balance);
  voice.findings(loaded.findings);
  if (loaded.requests === null) return EXIT.input;
  const crowded = crowdedProblems(loaded.requests);
  if (crowded.length > 0) return voice.refuse(crowded);
  const played =
    request.scenario === null ? null : await simulated(request, request.scenario, terminal, voice);
  if (typeof played === 'number') return played;
  const effects =
    request.region === null
      ? null
      : await regionEffects(
          { ...request, region: request.region },
          balance,
          loaded.requests,
          terminal,
          voice,
        );
  if (typeof effects === 'number') return effects;
  const instructed = instruct(loaded.requests, balance, reading, played);
  const document = effects === null ? instructed : { ...instructed, effects };
  const page = (style: Parameters<typeof instructionPage>[1]['style']) =>
    instructionPage(document, { language, style });
  if (!emit(request, document, page, terminal, voice)) return EXIT.input;
  if (!request.json && request.out === null) suggest(request, voice);
  const isMet = document.requests.every(({ regime2020 }) =>
    ['receivable', 'outside-count'].includes(regime2020.verdict),
  );
  const areAll = document.competitions.every(({ maximalSets, requests }) =>
    maximalSets.some(({ granted }) => granted.length === requests.length),
  );
  return request.require === null || (isMet && areAll) ? EXIT.done : EXIT.target;
}

/** The scenario played, as elements of need; an exit code when it could not be. */
async function simulated(
  request: AuthorizeRequest,
  file: string,
  terminal: Terminal,
  voice: Voice,
): Promise<SimulatedNeed | ExitCode> {
  const { scenario, findings } = loadScenario(file, request.run);
  const isRefused = request.strict && findings.length > 0;
  voice.findings(findings, isRefused);
  if (scenario === null || isRefused) return EXIT.input;
  const experiment = new Experiment(scenario);
  const { replications, weeks } = scenario.run;
  const progress = new Progress(terminal, request.language, request.quiet);
  const work = {
    requests: requestsOf(scenario, weeks, replications),
    replications,
    workers: request.workers,
  };
  const player = choosePlayer(work, terminal, () => progress.tick());
  const played = await replicate(experiment, replications, null, { player, terminal, progress });
  if (played.stoppedBy !== null && experiment.replications < 2) {
    voice.say('interruptedEarly', {});
    return played.stoppedBy === 'SIGINT' ? EXIT.interrupted : EXIT.ended;
  }
  if (played.stoppedBy !== null)
    voice.say('interrupted', { done: experiment.replications, asked: played.asked });
  return simulatedNeed(documentOf(experiment.result(), scenario), scenario, file);
}

/** What a reader may want next. */
function suggest({ files, scenario, region }: AuthorizeRequest, voice: Voice): void {
  if (scenario === null && region === null) voice.note('authorizeNext', { file: files[0] ?? '' });
  else voice.note('authorizeGrantNext', { file: files[0] ?? '' });
}
