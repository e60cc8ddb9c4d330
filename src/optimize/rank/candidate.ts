/** What is ranked: one lever at a place, or several together. */
import { deepFreeze } from '../../model/freeze.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Move } from '../../stats/waiting.ts';
import type { Lever, LeverCase, NotRankable, Resources } from '../levers/lever.ts';
import { resources } from '../levers/practice-edit.ts';
import { type Scope, scopeOf } from './scope.ts';

/** Strengths drawn, by lever; what is not there has its own value. */
export type Strengths = ReadonlyMap<string, number>;
export const OWN_STRENGTHS: Strengths = new Map();

export interface Candidate {
  readonly id: string;
  /** In the order they are applied. */
  readonly cases: readonly LeverCase[];
  readonly isNegative: boolean;
  readonly scope: Scope;
}

/** All levers' cases in a scenario, in the order of the levers, and what cannot be judged. */
export function candidatesOf(
  scenario: Scenario,
  levers: readonly Lever[],
): { readonly candidates: readonly Candidate[]; readonly notRankable: readonly NotRankable[] } {
  const found = levers.map((lever) => ({ lever, ...lever.cases(scenario) }));
  return {
    candidates: found.flatMap(({ lever, cases }) =>
      cases.map((one) => ({
        id: one.id,
        cases: [one],
        isNegative: lever.isNegative,
        scope: scopeOf(scenario, [one]),
      })),
    ),
    notRankable: found.flatMap(({ notRankable }) => notRankable),
  };
}

/**
 * The strength of a case: drawn for its lever, from a number in 0..1 along its range, or its own.
 */
export function strengthOf({ lever, strength }: LeverCase, drawn: Strengths): number {
  const u = drawn.get(lever);
  return u === undefined ? strength.value : strength.range[0] + (strength.range[1] - strength.range[0]) * u;
}

/** The scenario with all levers of a candidate used, one after the other; frozen. */
export function applied(scenario: Scenario, { cases }: Candidate, drawn: Strengths): Scenario {
  return deepFreeze(cases.reduce((so, one) => one.apply(so, strengthOf(one, drawn)), scenario));
}

/** Requests that the levers of a candidate take elsewhere or withdraw. */
export const movesOf = ({ cases }: Candidate, drawn: Strengths): readonly Move[] =>
  cases.flatMap((one) => one.moves?.(strengthOf(one, drawn)) ?? []);

/** What the levers of a candidate take together. */
export function resourcesOf({ cases }: Candidate, drawn: Strengths): Resources {
  return cases
    .map((one) => one.resources(strengthOf(one, drawn)))
    .reduce(
      (sum, one) =>
        resources({
          hours: {
            technologist: sum.staffHoursPerWeek.technologist + one.staffHoursPerWeek.technologist,
            radiologist: sum.staffHoursPerWeek.radiologist + one.staffHoursPerWeek.radiologist,
            secretary: sum.staffHoursPerWeek.secretary + one.staffHoursPerWeek.secretary,
          },
          oneOffEuros: sum.oneOffEuros + one.oneOffEuros,
          eurosPerYear: sum.eurosPerYear + one.eurosPerYear,
        }),
      resources({}),
    );
}
