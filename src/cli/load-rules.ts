/** From a file of rules to the rules of a week, or to what is wrong with it; without a file, those assumed. */
import { readDocument } from '../io/document.ts';
import { type Finding, finding } from '../model/finding.ts';
import { deepFreeze } from '../model/freeze.ts';
import { namesNear } from '../model/nearest-name.ts';
import { defaultRules } from '../model/rules/defaults.ts';
import { type AskedFreeze, freezesOf } from '../model/rules/freeze.ts';
import { parseRules } from '../model/rules/parse.ts';
import type { RuleTarget, WeekRules } from '../model/rules/rules.ts';
import { sitesBooking } from '../model/rules/targets.ts';
import type { Scenario } from '../model/scenario.ts';
import type { DelayTarget } from '../optimize/backlog/target.ts';

export interface LoadedRules {
  /** Null as soon as there is one error. */
  readonly rules: WeekRules | null;
  /** With file, line and column, in their order. */
  readonly findings: readonly Finding[];
}

/**
 * Reads rules in YAML or JSON and holds them against a scenario; those assumed when no file is named.
 * @example loadRules(null, { sites: [], devices: [], flows: [] }).rules.changes // 8
 * @example loadRules('missing.yaml', { sites: [], devices: [], flows: [] }).findings[0].code // 'file-missing'
 */
export function loadRules(
  file: string | null,
  scenario: Pick<Scenario, 'sites' | 'devices' | 'flows'>,
): LoadedRules {
  if (file === null) return { rules: defaultRules(scenario), findings: [] };
  const { document, findings } = readDocument(file);
  if (document === null) return { rules: null, findings: findings.map(ofRules) };
  const parsed = parseRules(document.value, scenario);
  const placed = parsed.findings.map(({ severity, code, values, path }) =>
    finding(severity, code, values, { path, ...document.locate(path) }),
  );
  return { rules: parsed.rules, findings: placed.toSorted(byPlace) };
}

/** What is said of an empty file is said of a scenario. */
const ofRules = (one: Finding): Finding =>
  one.code === 'document-empty' ? { ...one, code: 'rules-empty' } : one;

const byPlace = (a: Finding, b: Finding): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

/** What the command line says of the rules; null, or an empty list: nothing. */
export interface RuleOptions {
  /** Hours of opening a week more than now. */
  readonly maxHours: number | null;
  readonly maxChanges: number | null;
  /** Euros a year. */
  readonly budget: number | null;
  readonly targets: readonly DelayTarget[];
  readonly freeze: readonly AskedFreeze[];
}

/** What the scenario has nothing of, of what the options name. `known` is a list of names. */
export type OptionFault =
  | {
      readonly option: 'target';
      readonly fault: 'nobody' | 'several-sites';
      readonly target: DelayTarget;
      readonly known: string;
    }
  | {
      readonly option: 'target';
      readonly fault: 'site';
      readonly target: DelayTarget;
      readonly site: string;
      readonly known: string;
    }
  | {
      readonly option: 'freeze';
      readonly fault: 'device';
      readonly device: string;
      readonly nearest: string;
      readonly known: string;
    };

export interface OptionedRules {
  /** Null as soon as there is one fault. */
  readonly rules: WeekRules | null;
  readonly faults: readonly OptionFault[];
}

/**
 * Rules with the options of the command line laid over them. Hours, changes and budget take the place of those of the file, a
 * target that of the same patients; freezes come besides, since freezing more is never what a file forbids.
 * @example applyOptions({ assumed: [], frozen: [], targets: [] }, { maxHours: 2, maxChanges: null, budget: null, targets: [], freeze: [] }, { sites: [], devices: [], flows: [] }).rules.addedHours // 2
 */
export function applyOptions(
  rules: WeekRules,
  { maxHours, maxChanges, budget, targets, freeze }: RuleOptions,
  scenario: Pick<Scenario, 'sites' | 'devices' | 'flows'>,
): OptionedRules {
  const placed = targets.map((target) => placeTarget(target, scenario));
  const faults: OptionFault[] = [
    ...placed.flatMap((one) => ('fault' in one ? [one] : [])),
    ...freeze.flatMap((one) => freezeFault(one, scenario)),
  ];
  if (faults.length > 0) return { rules: null, faults };
  const asked = placed.flatMap((one) => ('fault' in one ? [] : [one]));
  // Of two options for the same patients the last one counts.
  const last = asked.filter(
    (one, rank) => !asked.slice(rank + 1).some((other) => isSamePatients(one, other)),
  );
  const stated = [
    ...(maxHours === null ? [] : ['hours']),
    ...(maxChanges === null ? [] : ['changes']),
    ...(budget === null ? [] : ['budget']),
  ];
  const laid: WeekRules = {
    ...rules,
    ...(maxHours === null ? {} : { addedHours: maxHours }),
    ...(maxChanges === null ? {} : { changes: maxChanges }),
    ...(budget === null ? {} : { budgetEuros: budget }),
    targets: [...rules.targets.filter((one) => !last.some((other) => isSamePatients(one, other))), ...last],
    frozen: [...rules.frozen, ...freeze.flatMap(freezesOf)],
    assumed: rules.assumed.filter(({ path }) => !stated.includes(path)),
  };
  return { rules: deepFreeze(laid), faults: [] };
}

const isSamePatients = (a: RuleTarget, b: RuleTarget): boolean =>
  a.site === b.site && a.modality === b.modality && a.class === b.class;

function placeTarget(
  target: DelayTarget,
  scenario: Pick<Scenario, 'sites' | 'flows'>,
): RuleTarget | OptionFault {
  const sites = sitesBooking(scenario, target);
  const known = sites.join(', ');
  const { site, modality, class: patientClass, days } = target;
  if (sites.length === 0) return { option: 'target', fault: 'nobody', target, known };
  if (site !== null && !sites.includes(site)) return { option: 'target', fault: 'site', target, site, known };
  if (site === null && sites.length > 1) return { option: 'target', fault: 'several-sites', target, known };
  return { site: site ?? sites[0]!, modality, class: patientClass, days };
}

function freezeFault(
  { device }: AskedFreeze,
  { devices }: Pick<Scenario, 'devices'>,
): readonly OptionFault[] {
  const ids = devices.map(({ id }) => id);
  return ids.includes(device)
    ? []
    : [{ option: 'freeze', fault: 'device', device, ...namesNear(device, ids) }];
}
