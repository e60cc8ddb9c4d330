/** Why what is asked of equity cannot be had: the rules that stand in its way, told one by one. */
import type { Label } from '../../model/scenario.ts';
import type { LpBackend } from '../lp/backend.ts';
import { relaxed, withRowBounds } from '../lp/edit.ts';
import type { LpModel, LpRow, Owner } from '../lp/model.ts';
import type { LpSolution } from '../lp/solution.ts';
import type { RegionAsk } from './draft.ts';
import { regionModel } from './model.ts';
import type { RegionProblem } from './problem.ts';
import { type RegionOptions, settingsOf } from './solve-options.ts';
import { widenedModel } from './widened.ts';

/** A rule that takes part in a conflict. */
export interface ConflictRule {
  readonly id: string;
  readonly label: Label;
  readonly owner: Owner;
}

export interface RegionConflict {
  /** The bound asked of equity first, then the rules that cannot hold with it, those of the law last. */
  readonly rules: readonly ConflictRule[];
  /** It was shown that without any one of them the others can hold. */
  readonly isMinimal: boolean;
  /** What was asked of equity, and what no plan goes below under all the rules; null where that was not proved. */
  readonly asked: number;
  readonly reachable: number | null;
}

/** Rows that somebody set; the others say how a region works. */
const RULES = ['cap-devices', 'cap-sites', 'limit', 'budget', 'staff'];
const isRule = ({ id }: LpRow): boolean => RULES.includes(id.split('/')[0]!);

/** The model with only some of its rules. */
const withRules = (model: LpModel, kept: readonly LpRow[]): LpModel => {
  const ids = new Set(kept.map(({ id }) => id));
  const dropped = model.rows.filter((row) => isRule(row) && !ids.has(row.id));
  return withRowBounds(model, new Map(dropped.map(({ id }) => [id, { upper: Infinity }])));
};

/** Asks, for some of the rules, whether what is asked of equity is out of reach. */
class Reach {
  isSure = true;
  readonly #model: LpModel;
  readonly #asked: number;
  readonly #solve: (model: LpModel) => Promise<LpSolution>;

  constructor(model: LpModel, asked: number, solve: (model: LpModel) => Promise<LpSolution>) {
    this.#model = model;
    this.#asked = asked;
    this.#solve = solve;
  }

  /** The relaxation is asked first: what it cannot reach, no plan can. */
  async isOut(rules: readonly LpRow[]): Promise<boolean> {
    const model = withRules(this.#model, rules);
    const loose = await this.#solve(relaxed(model));
    if (loose.bound !== null && loose.bound > this.#asked) return true;
    const { bound, objective } = await this.#solve(model);
    if (objective !== null && objective <= this.#asked) return false;
    if (bound !== null && bound > this.#asked) return true;
    this.isSure = false;
    return false;
  }
}

/** A smallest part of some rules that keeps equity out of reach (QuickXplain: Junker, AAAI 2004). */
async function smallest(
  reach: Reach,
  background: readonly LpRow[],
  rules: readonly LpRow[],
  isAdded: boolean,
): Promise<readonly LpRow[]> {
  if (isAdded && (await reach.isOut(background))) return [];
  if (rules.length <= 1) return rules;
  const middle = rules.length >> 1;
  const [first, second] = [rules.slice(0, middle), rules.slice(middle)];
  const ofSecond = await smallest(reach, [...background, ...first], second, first.length > 0);
  const ofFirst = await smallest(reach, [...background, ...ofSecond], first, ofSecond.length > 0);
  return [...ofFirst, ...ofSecond];
}

/**
 * The rules that keep a bound on equity from being met: a smallest set of them, rules of the user rather than the law's where either
 * would do. Without any rule at all it may still be out of reach: then only the bound itself is told.
 */
export async function whyImpossible(
  problem: RegionProblem,
  ask: RegionAsk,
  backend: LpBackend,
  options: RegionOptions,
): Promise<RegionConflict> {
  const asked = ask.within!;
  const goal: RegionAsk = { ...ask, goal: 'equity', within: null };
  const solve = (model: LpModel) => backend.solve(model, settingsOf(options, backend, null));
  const wide = widenedModel(problem, goal, Infinity);
  const reach = new Reach(wide, asked, solve);
  // Those that come first are kept out of the answer where possible.
  const rules = wide.rows
    .filter(isRule)
    .sort((a, b) => Number(b.owner === 'law') - Number(a.owner === 'law'));
  const isAlwaysOut = await reach.isOut([]);
  const found = isAlwaysOut ? [] : await smallest(reach, [], rules, false);
  const bound = regionModel(problem, { ...ask, goal: 'days' }).rows.find(({ id }) => id === 'equity')!;
  const { bound: reachable } = await solve(regionModel(problem, goal));
  return Object.freeze({
    rules: [bound, ...[...found].reverse()].map(({ id, label, owner }) => ({ id, label, owner })),
    isMinimal: reach.isSure,
    asked,
    reachable,
  });
}
