/** `creneau optimize --relaxed`: hours of one device in any amount, by the linear model alone. */
import { scenarioHash } from '../../model/hash.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { RelaxedDocument } from '../../model/results/optimize.ts';
import { RESULT_VERSION } from '../../model/results/results.ts';
import type { WeekRules } from '../../model/rules/rules.ts';
import type { Scenario } from '../../model/scenario.ts';
import { JslpBackend } from '../../optimize/lp/jslp.ts';
import { takenBy } from '../../optimize/propose/candidate.ts';
import { catalogue } from '../../optimize/week/catalogue/catalogue.ts';
import { askOf } from '../../optimize/week/draft.ts';
import { weekEuros } from '../../optimize/week/euros.ts';
import { startCurves } from '../../optimize/week/fit.ts';
import { relaxedWeek } from '../../optimize/week/relaxed.ts';
import { planOf } from '../../optimize/week/solve.ts';
import { weekProblem } from '../../optimize/week/week-problem.ts';
import { relaxedPage } from '../../report/relaxed-page.ts';
import type { Style } from '../../report/table-layout.ts';
import { emit } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { LpThread } from '../pool/lp-thread.ts';
import type { Terminal } from '../terminal.ts';
import { programVersion } from '../version.ts';
import type { Voice } from '../voice.ts';
import type { OptimizeQuestion } from './question.ts';
import { type OptimizeRequest, optimizeCommand } from './request.ts';

/** Wall seconds; a model that takes longer has no answer. */
const TIME_LIMIT_SECONDS = 20;

export async function relaxedAnswer(
  request: OptimizeRequest,
  question: OptimizeQuestion,
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const { scenario } = question.loaded;
  const known = scenario.devices.map(({ id }) => id);
  const device = request.device ?? (known.length === 1 ? known[0]! : null);
  if (device === null)
    return voice.refuse([{ code: 'relaxed-device-missing', values: { known: known.join(', ') } }]);
  if (!known.includes(device)) {
    const values = { device, nearest: nearestName(device, known), known: known.join(', ') };
    return voice.refuse([{ code: 'relaxed-device-unknown', values }]);
  }
  const document = await relaxedDocument(device, question);
  const shared = {
    language: request.language,
    command: optimizeCommand(request, null),
    version: programVersion(),
  };
  const page = (style: Style) => relaxedPage(document, { ...shared, style });
  emit({ ...request, out: null }, document, page, terminal, voice);
  return document.solved.status === 'optimal' ? EXIT.done : EXIT.infeasible;
}

/** Only this device may change. */
const onlyAt = (device: string, rules: WeekRules, { devices }: Scenario): WeekRules => ({
  ...rules,
  frozen: [
    ...rules.frozen,
    ...devices.flatMap(({ id }) => (id === device ? [] : [{ device: id, day: null, hours: null }])),
  ],
});

async function relaxedDocument(
  device: string,
  { loaded: { scenario }, rules, costs }: OptimizeQuestion,
): Promise<RelaxedDocument> {
  const own = onlyAt(device, rules, scenario);
  const changes = catalogue(scenario, own).filter(({ devices }) => devices.includes(device));
  const problem = weekProblem(scenario, own, changes, weekEuros(changes, costs));
  const thread = new LpThread();
  try {
    const options = { timeLimitSeconds: TIME_LIMIT_SECONDS };
    const backend = new JslpBackend(thread);
    const answer = await relaxedWeek(problem, startCurves(problem), askOf(problem), device, backend, options);
    const { amounts, solved, predictedDaysSaved } = answer;
    const picks = amounts.map(({ change, amount }) => ({ change, times: amount }));
    return {
      creneau: RESULT_VERSION,
      command: 'optimize --relaxed',
      scenario: { name: scenario.name, hash: scenarioHash(scenario) },
      device,
      solved,
      amounts: amounts.map(({ change, amount }) => {
        const { id, kind, site, modality, label, openedHours } = change;
        return { change: { id, kind, site, modality, devices: [device], label, openedHours }, amount };
      }),
      takes: takenBy(planOf(problem, picks)),
      predictedDaysSaved,
      assumedRules: rules.assumed.map(({ text }) => text),
    };
  } finally {
    thread.stop();
  }
}
