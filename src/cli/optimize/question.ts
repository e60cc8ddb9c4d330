/** From the request to a question that can be asked: the scenario, the rules that hold, the costs; or what is wrong with it. */
import { type Finding, hasErrors } from '../../model/finding.ts';
import type { WeekRules } from '../../model/rules/rules.ts';
import type { Scenario } from '../../model/scenario.ts';
import { UNIT_COSTS, type UnitCosts } from '../../optimize/levers/unit-costs.ts';
import { requestsPerWeek } from '../../stats/capacity.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readCosts } from '../levers/costs.ts';
import { applyOptions, loadRules, type OptionFault } from '../load-rules.ts';
import { type LoadedScenario, loadScenario } from '../load-scenario.ts';
import type { Problem } from '../messages.ts';
import type { Voice } from '../voice.ts';
import type { OptimizeRequest } from './request.ts';

export interface OptimizeQuestion {
  readonly loaded: LoadedScenario & { readonly scenario: Scenario };
  readonly rules: WeekRules;
  readonly costs: UnitCosts;
}

/** The question, all that is wrong told where it cannot be asked. */
export function optimizeQuestion(
  request: OptimizeRequest,
  voice: Voice,
): OptimizeQuestion | { readonly exit: ExitCode } {
  const loaded = loadScenario(request.file, request.run);
  const { scenario } = loaded;
  const rules = scenario === null ? null : loadRules(request.rules, scenario);
  const own = request.costs === null ? { costs: UNIT_COSTS, findings: [] } : readCosts(request.costs);
  const all: readonly Finding[] = [...loaded.findings, ...(rules?.findings ?? []), ...own.findings];
  const isRefused = request.strict && all.length > 0;
  voice.findings(all, isRefused);
  if (loaded.problems.length > 0) return { exit: voice.refuse(loaded.problems) };
  if (scenario === null || rules === null || rules.rules === null || own.costs === null)
    return { exit: EXIT.input };
  if (isRefused || hasErrors(all)) return { exit: EXIT.input };
  const laid = applyOptions(rules.rules, request.options, scenario);
  const problems = [
    ...laid.faults.map((fault) => problemOf(fault, scenario)),
    ...(isAnybodyBooked(scenario) ? [] : [{ code: 'optimize-nobody', values: {} } as const]),
  ];
  if (problems.length > 0 || laid.rules === null) return { exit: voice.refuse(problems) };
  return { loaded: { ...loaded, scenario }, rules: laid.rules, costs: own.costs };
}

/** Without patients on appointment there is no delay to shorten. */
const isAnybodyBooked = ({ flows }: Scenario): boolean =>
  flows.some((flow) => !flow.walkIn && requestsPerWeek(flow) > 0);

function problemOf(fault: OptionFault, { flows }: Scenario): Problem {
  if (fault.option === 'freeze') {
    const { device, nearest, known } = fault;
    return { code: 'freeze-device', values: { device, nearest, known } };
  }
  const { class: patientClass, modality, days } = fault.target;
  const { known } = fault;
  if (fault.fault === 'site')
    return { code: 'target-site', values: { site: fault.site, class: patientClass, modality, known } };
  if (fault.fault === 'several-sites') {
    const [first = '', ...others] = known.split(', ');
    const example = `${patientClass}:${modality}@${first}<=${days}d`;
    return { code: 'target-several-sites', values: { count: others.length + 1, example, known } };
  }
  const booked = flows.find((flow) => !flow.walkIn);
  const nearest = booked === undefined ? '' : `${booked.class}:${booked.modality}`;
  return { code: 'target-nobody', values: { class: patientClass, modality, nearest, days } };
}
