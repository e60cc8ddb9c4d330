/** `creneau backlog`: how many extra sessions until a delay is down, how long it stays, and how many a week would hold it. */
import { scenarioHash } from '../../model/hash.ts';
import type { BacklogAssumptions, BacklogDocument } from '../../model/results/backlog.ts';
import { RESULT_VERSION } from '../../model/results/results.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { BacklogAnswer } from '../../optimize/backlog/answer.ts';
import { type BacklogQuestion, courseWeeks } from '../../optimize/backlog/search.ts';
import { backlogPage } from '../../report/backlog-page.ts';
import type { Language } from '../../report/language.ts';
import { formatShort } from '../../report/numbers.ts';
import { playBacklog } from '../backlog/play.ts';
import { questionOf } from '../backlog/question.ts';
import { type BacklogRequest, readBacklog } from '../backlog/request.ts';
import { emit } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { loadScenario } from '../load-scenario.ts';
import { Progress } from '../progress.ts';
import { quoted } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';

export const read = (words: Words, language: Language): BacklogRequest => readBacklog(words, language);

export async function run(request: BacklogRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const { scenario, findings } = loadScenario(request.file, request.run);
  const isRefused = request.strict && findings.length > 0;
  voice.findings(findings, isRefused);
  if (scenario === null || isRefused) return EXIT.input;
  const question = questionOf(request, scenario);
  if ('problem' in question) {
    voice.refuse([question.problem]);
    return question.exit;
  }
  const progress = new Progress(terminal, request.language, request.quiet);
  const { answer, assumptions, stoppedBy } = await playBacklog(
    question,
    request,
    terminal,
    progress,
    (first) => tellFirst(first, request, voice),
  );
  const stopCode = stoppedBy === 'SIGTERM' ? EXIT.ended : EXIT.interrupted;
  if (answer === null) {
    voice.say('backlogInterruptedEarly', {});
    return stopCode;
  }
  if (stoppedBy !== null) voice.say('backlogInterrupted', {});
  const document = documentOf(scenario, question, request, answer, assumptions);
  const page = (style: Parameters<typeof backlogPage>[1]['style']) =>
    backlogPage(document, { language: request.language, style });
  if (!emit(request, document, page, terminal, voice)) return EXIT.input;
  if (stoppedBy !== null) return stopCode;
  suggest(document, request, voice);
  return answer.outcome === 'not-reached' ? EXIT.target : EXIT.done;
}

/** The document `--json` prints. */
export function documentOf(
  scenario: Scenario,
  { patients, places, targetDays, longestWeeks, scenario: part }: BacklogQuestion,
  { kinds, perWeek }: Pick<BacklogRequest, 'kinds' | 'perWeek'>,
  answer: BacklogAnswer,
  assumptions: BacklogAssumptions | null,
): BacklogDocument {
  const site = scenario.sites.find(({ id }) => id === patients.site)!;
  const taus = part.flows.flatMap((flow) =>
    flow.class === patients.class && !flow.walkIn && flow.accept.kind === 'exponential'
      ? [flow.accept.tauDays]
      : [],
  );
  return {
    creneau: RESULT_VERSION,
    command: 'backlog',
    scenario: { name: scenario.name, hash: scenarioHash(scenario) },
    seed: scenario.run.seed,
    replications: scenario.run.replications,
    warmupWeeks: courseWeeks(part).warmup,
    longestWeeks,
    target: { ...patients, siteLabel: site.label, days: targetDays },
    sessions: {
      kinds,
      places,
      perWeek: answer.perWeek,
      perWeekFrom: perWeek === null ? 'chosen' : 'stated',
    },
    delay: answer.delay,
    outcome: answer.outcome,
    lowestPossible: answer.lowestPossible,
    campaign: answer.campaign,
    lasting: answer.lasting,
    curve: answer.curve,
    tauDays: taus.length > 0 && taus.every((tau) => tau === taus[0]) ? taus[0]! : null,
    assumptions,
  };
}

function tellFirst(
  { perWeek, campaign, lowestPossible }: BacklogAnswer,
  { language, sets }: BacklogRequest,
  voice: Voice,
): void {
  if (campaign === null) {
    const days = formatShort(lowestPossible?.mean ?? 0, 1, language);
    voice.note('backlogFirstNot', { perWeek: perWeek ?? 0, days, sets });
    return;
  }
  const weeks = campaign.weeks.value;
  voice.note('backlogFirst', { count: campaign.sessions.value, perWeek: campaign.perWeek, weeks, sets });
}

/** What a reader may want next, of what there is. */
function suggest(
  { outcome, sessions, target }: BacklogDocument,
  request: BacklogRequest,
  voice: Voice,
): void {
  if (request.json || request.out !== null) return;
  const file = quoted(request.file);
  if (outcome === 'already-met') voice.note('backlogNextMet', { file });
  else if (outcome === 'not-reached')
    voice.note('backlogNextMore', {
      file,
      target: `${target.class}:${target.modality}<=${target.days}d`,
      kinds: [...new Set([...sessions.kinds, 'evening', 'saturday', 'sunday'])].join(','),
    });
  else if ((sessions.perWeek ?? 0) < sessions.places.length)
    voice.note('backlogNextHours', { perWeek: (sessions.perWeek ?? 0) + 1 });
  else voice.note('backlogNextEvery', {});
}
