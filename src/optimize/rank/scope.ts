/** The departments a lever is played on: those it touches and what they are tied to, and no others. */
import { departmentsOf, isWholePart, onlyDepartments, tiedDepartments } from '../../calibrate/department.ts';
import type { Department } from '../../model/results/compare.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Modality } from '../../model/vocabulary.ts';

/** Departments played together. Equal keys, equal departments. */
export interface Scope {
  readonly key: string;
  readonly departments: readonly Department[];
}

const nameOf = ({ site, modality }: Department): string => `${site}/${modality}`;

/** Departments, with all of a site where its radiologists read for one left out: report delays then stay exact. */
function withReading(scenario: Scenario, departments: readonly Department[]): readonly Department[] {
  const tied = tiedDepartments(scenario, departments);
  if (isWholePart(scenario, tied)) return tied;
  const sites = new Set(tied.map(({ site }) => site));
  const more = departmentsOf(scenario).filter(
    ({ site }) => sites.has(site) && scenario.sites.some((one) => one.id === site && one.reading !== null),
  );
  return withReading(scenario, [
    ...tied,
    ...more.filter((one) => !tied.some((t) => nameOf(t) === nameOf(one))),
  ]);
}

/**
 * The scope of levers used together: the departments they touch, those that a flow ties to them, and those that share a
 * reading queue with them, in the order of the scenario. What they change elsewhere is nothing.
 */
export function scopeOf(
  scenario: Scenario,
  cases: readonly { readonly site: string; readonly modalities: readonly Modality[] }[],
): Scope {
  const touched = new Set(
    cases.flatMap(({ site, modalities }) => modalities.map((modality) => nameOf({ site, modality }))),
  );
  const all = departmentsOf(scenario);
  const own = withReading(
    scenario,
    all.filter((one) => touched.has(nameOf(one))),
  );
  const names = new Set(own.map(nameOf));
  const departments = all.filter((one) => names.has(nameOf(one)));
  return { key: departments.map(nameOf).join(' '), departments };
}

/** True when the two share a department, so that one lever's effect may pass to the other's. */
export function overlaps(one: Scope, other: Scope): boolean {
  const names = new Set(one.departments.map(nameOf));
  return other.departments.some((department) => names.has(nameOf(department)));
}

/** The part of a scenario that a scope is about; the scenario itself when that is all of it. */
export function cutTo(scenario: Scenario, { departments }: Scope): Scenario {
  return departments.length === departmentsOf(scenario).length
    ? scenario
    : onlyDepartments(scenario, departments);
}
