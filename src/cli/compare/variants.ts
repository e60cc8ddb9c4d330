/** The base of a comparison and its variants, loaded, given one run, and found comparable or not. */
import { type DocumentChange, documentChanges } from '../../model/document-changes.ts';
import type { Finding } from '../../model/finding.ts';
import { scenarioHash } from '../../model/hash.ts';
import type { Label, Scenario } from '../../model/scenario.ts';
import { type RoomChanges, weekDifferences } from '../../model/week/changes.ts';
import { type LoadedScenario, loadScenario } from '../load-scenario.ts';
import type { Problem } from '../messages.ts';
import type { RunOverrides } from '../run-options.ts';
import type { Setting } from '../settings.ts';

export interface Compared {
  /** What it is called on the page and the command line: its file, or what is set. */
  readonly label: string;
  readonly name: Label;
  readonly scenario: Scenario;
  /** Against the base; none for the base itself. */
  readonly values: readonly DocumentChange[];
  readonly weeks: readonly RoomChanges[];
}

export interface LoadedComparison {
  /** Null as soon as something is wrong. */
  readonly base: Compared | null;
  readonly variants: readonly Compared[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

export interface ComparisonFiles {
  readonly base: string;
  readonly variants: readonly string[];
  /** One more variant: the base with these values. */
  readonly settings: readonly Setting[];
}

const departmentsOf = ({ devices }: Scenario): ReadonlySet<string> =>
  new Set(devices.map(({ site, modality }) => `${site}/${modality}`));

/** What keeps a variant from being compared with its base, or null. */
export function obstacleOf(base: Scenario, variant: Scenario, label: string): Problem | null {
  if (scenarioHash(base) === scenarioHash(variant)) return { code: 'variant-same', values: { label } };
  const own = departmentsOf(base);
  const others = departmentsOf(variant);
  if (![...own].some((one) => others.has(one)))
    return {
      code: 'variant-elsewhere',
      values: { label, base: [...own].join(', '), variant: [...others].join(', ') },
    };
  const [day, otherDay] = [base.calendar.startDay, variant.calendar.startDay];
  if (day !== otherDay) return { code: 'variant-calendar', values: { label } };
  return null;
}

/** Loads all of them; the run of the base holds for each. Findings that several have are told once. */
export function loadComparison(files: ComparisonFiles, run: RunOverrides): LoadedComparison {
  const base = loadScenario(files.base, run);
  const others = [
    ...files.variants.map((file) => ({ label: file, loaded: loadScenario(file, run) })),
    ...(files.settings.length === 0
      ? []
      : [{ label: settingsLabel(files.settings), loaded: loadScenario(files.base, run, files.settings) }]),
  ];
  const all = [base, ...others.map(({ loaded }) => loaded)];
  const findings = once(all.flatMap((one) => one.findings));
  const problems = once(all.flatMap((one) => one.problems));
  if (base.scenario === null || others.some(({ loaded }) => loaded.scenario === null))
    return { base: null, variants: [], findings, problems };
  const { scenario } = base;
  const obstacles = others.flatMap(
    ({ label, loaded }) => obstacleOf(scenario, loaded.scenario!, label) ?? [],
  );
  if (problems.length > 0 || obstacles.length > 0)
    return { base: null, variants: [], findings, problems: [...problems, ...obstacles] };
  return {
    base: { label: files.base, name: scenario.name, scenario, values: [], weeks: [] },
    variants: others.map(({ label, loaded }) => compared(label, base, loaded)),
    findings,
    problems,
  };
}

function compared(
  label: string,
  base: LoadedScenario,
  { scenario, input, written }: LoadedScenario,
): Compared {
  return {
    label,
    name: scenario!.name,
    scenario: { ...scenario!, run: base.scenario!.run },
    values: documentChanges(base.written, written),
    weeks: weekDifferences(base.input!, input!),
  };
}

const settingsLabel = (settings: readonly Setting[]): string =>
  settings.map(({ path, text }) => `${path}=${text}`).join(' · ');

function once<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
