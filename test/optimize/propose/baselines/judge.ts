/** What every search here must keep to: the rules, judged without the linear model. */
import type { WeekRules } from '../../../../src/model/rules/rules.ts';
import type { Scenario } from '../../../../src/model/scenario.ts';
import { applyPicks } from '../../../../src/optimize/week/catalogue/apply.ts';
import { conflictsOf } from '../../../../src/optimize/week/catalogue/clashes.ts';
import { keyOf, mostOf, type Pick, type WeekChange } from '../../../../src/optimize/week/change.ts';
import type { Queue } from '../../../../src/optimize/week/problem.ts';
import { readSupply } from '../../../../src/optimize/week/supply.ts';
import { verifyWeek } from '../../../../src/optimize/week/verify.ts';

export type Week = readonly Pick[];

/** Rounding of hours and euros. */
const NEGLIGIBLE = 1e-6;

const sumOf = (week: Week, of: (change: WeekChange) => number): number =>
  week.reduce((sum, { change, times }) => sum + of(change) * times, 0);

/**
 * The number of changes of a week.
 * @example countOf([]) // 0
 */
export const countOf = (week: Week): number => sumOf(week, () => 1);

/**
 * Hours of opening a week that a week adds to the present one.
 * @example hoursOf([]) // 0
 */
export const hoursOf = (week: Week): number => sumOf(week, ({ openedHours }) => openedHours);

/** A week with a change done once more. */
export function withChange(week: Week, change: WeekChange): Week {
  const known = week.find((pick) => pick.change.id === change.id);
  if (known === undefined) return [...week, { change, times: 1 }];
  return week.map((pick) => (pick === known ? { change, times: known.times + 1 } : pick));
}

/** A week with a change done once less. */
export const withoutChange = (week: Week, { id }: WeekChange): Week =>
  week.flatMap((pick) =>
    pick.change.id !== id ? [pick] : pick.times === 1 ? [] : [{ ...pick, times: pick.times - 1 }],
  );

/** Says of each week whether it keeps the rules: changes, hours, money, what excludes what, and the week itself minute by minute. */
export class Judge {
  readonly scenario: Scenario;
  readonly rules: WeekRules;
  readonly changes: readonly WeekChange[];
  /** Who waits in the present week. */
  readonly queues: readonly Queue[];
  readonly #euros: ReadonlyMap<string, number>;
  /** By change, the rows it is in. */
  readonly #rows = new Map<string, number[]>();
  readonly #most: readonly number[];
  readonly #known = new Map<string, boolean>();

  constructor(
    scenario: Scenario,
    rules: WeekRules,
    changes: readonly WeekChange[],
    euros: ReadonlyMap<string, number>,
  ) {
    this.scenario = scenario;
    this.rules = rules;
    this.changes = changes;
    this.queues = readSupply(scenario).supply.queues;
    this.#euros = euros;
    const rows = conflictsOf(changes, scenario);
    this.#most = rows.map(({ most }) => most);
    rows.forEach(({ ids }, rank) => {
      for (const id of ids) this.#rows.set(id, [...(this.#rows.get(id) ?? []), rank]);
    });
  }

  /** True when a week keeps all rules. */
  allows(week: Week): boolean {
    const key = keyOf(week);
    let known = this.#known.get(key);
    if (known === undefined) {
      known = this.#keepsTotals(week) && !this.#clashes(week) && this.brokenBy(week) === 0;
      this.#known.set(key, known);
    }
    return known;
  }

  /** Rules of the week itself that a week breaks. */
  brokenBy(week: Week): number {
    return verifyWeek(this.scenario, applyPicks(this.scenario, week), this.rules).broken.length;
  }

  #keepsTotals(week: Week): boolean {
    const { changes, addedHours, budgetEuros } = this.rules;
    return (
      countOf(week) <= changes &&
      week.every(({ change, times }) => times <= mostOf(change)) &&
      (addedHours === null || hoursOf(week) <= addedHours + NEGLIGIBLE) &&
      (budgetEuros === null || sumOf(week, ({ id }) => this.#euros.get(id) ?? 0) <= budgetEuros + NEGLIGIBLE)
    );
  }

  #clashes(week: Week): boolean {
    const used = new Map<number, number>();
    for (const { change, times } of week)
      for (const row of this.#rows.get(change.id) ?? []) used.set(row, (used.get(row) ?? 0) + times);
    return [...used].some(([row, count]) => count > this.#most[row]!);
  }
}
