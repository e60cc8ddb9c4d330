/** The search: the model proposes weeks, the simulator answers, the model learns; what is best among them is then proved. */
import type { Round } from '../../model/results/optimize.ts';
import type { Scenario } from '../../model/scenario.ts';
import { applyPicks } from '../week/catalogue/apply.ts';
import { type ChangeKind, mostOf, type Pick } from '../week/change.ts';
import type { WeekPlan, WeekProblem } from '../week/problem.ts';
import { planOf } from '../week/solve.ts';
import { verifyWeek } from '../week/verify.ts';
import type { WeekArena } from './arena.ts';
import { type Ask, aroundAsk, awayAsk, diverseAsks, frontAsks, ladderAsks, unguardedAsk } from './asks.ts';
import { savedOf } from './candidate.ts';
import type { Proposer, WeekAnswer } from './proposer.ts';
import { recombined } from './recombine.ts';
import { isSoundIn } from './sound.ts';

/** A question and what the model answered. */
export interface Answered {
  readonly ask: Ask;
  readonly answer: WeekAnswer;
}

export interface RankedWeek {
  readonly plan: WeekPlan;
  readonly saved: number;
}

/** What the model knows least of: it sees the places, not who takes them first. */
const RULES_OF_BOOKING: ReadonlySet<ChangeKind> = new Set(['reserve', 'release', 'slots']);

/** True when a plan keeps to the hours, the money and what excludes what; the rest is checked on the week itself. */
function isWithin(
  { rules, exclusions }: WeekProblem,
  { picks, openedHours, eurosPerYear }: WeekPlan,
): boolean {
  const times = new Map(picks.map((pick) => [pick.change.id, pick.times]));
  return (
    openedHours <= (rules.addedHours ?? openedHours) + NEGLIGIBLE &&
    eurosPerYear <= (rules.budgetEuros ?? eurosPerYear) + NEGLIGIBLE &&
    exclusions.every(({ ids, most }) => ids.reduce((sum, id) => sum + (times.get(id) ?? 0), 0) <= most)
  );
}

const NEGLIGIBLE = 1e-6;

export class Search {
  readonly problem: WeekProblem;
  readonly arena: WeekArena;
  readonly #proposer: Proposer;
  readonly #candidates = new Map<string, WeekPlan>();
  readonly #refused = new Map<string, WeekPlan>();
  readonly rounds: Round[] = [];

  constructor(problem: WeekProblem, arena: WeekArena, proposer: Proposer) {
    this.problem = problem;
    this.arena = arena;
    this.#proposer = proposer;
  }

  /** Weeks looked at so far, in the order they were found. */
  get candidates(): readonly WeekPlan[] {
    return [...this.#candidates.values()];
  }

  /** Plans of the model that break a rule on the week itself: none, unless the model is wrong. */
  get refused(): readonly WeekPlan[] {
    return [...this.#refused.values()];
  }

  /** The week of some changes as a scenario. */
  scenarioOf(picks: readonly Pick[]): Scenario {
    return applyPicks(this.problem.scenario, picks);
  }

  async #take(ask: Ask): Promise<void> {
    this.take((await this.#proposer.ask(ask)).plan);
  }

  /** Takes in a plan that keeps every rule on the week itself; the present week is no candidate. */
  take(plan: WeekPlan | null): void {
    if (plan === null || plan.key === '' || this.#refused.has(plan.key) || this.#candidates.has(plan.key))
      return;
    const { scenario, rules } = this.problem;
    const { broken } = verifyWeek(scenario, this.scenarioOf(plan.picks), rules);
    (broken.length > 0 ? this.#refused : this.#candidates).set(plan.key, plan);
  }

  /** The best weeks with 0, 1, 2, 4… changes, as the model sees them now; they become candidates. */
  ladder(most: number, isFinal = false): Promise<readonly Answered[]> {
    return this.#answered(
      ladderAsks(this.problem).filter(({ changes }) => changes <= most),
      isFinal,
    );
  }

  /** The same without the present week, which the model need not be asked for again. */
  async climb(): Promise<void> {
    await this.#answered(ladderAsks(this.problem).filter(({ changes }) => changes > 0));
  }

  /**
   * The best weeks with so many hours more, as the model sees them now; they become candidates.
   * @param ladder the ladder just asked for: its highest rung has all hours that the rules allow, and is not solved again.
   */
  async front(ladder: readonly Answered[]): Promise<readonly Answered[]> {
    const { addedHours } = this.problem.rules;
    const found: Answered[] = [];
    for (const ask of frontAsks(this.problem)) {
      const known = ask.addedHours === addedHours ? ladder.at(-1) : undefined;
      found.push(...(known === undefined ? await this.#answered([ask]) : [known]));
    }
    return found;
  }

  async #answered(asks: readonly Ask[], isFinal = false): Promise<readonly Answered[]> {
    const found: Answered[] = [];
    for (const ask of asks) {
      const answer = await this.#proposer.ask(ask, isFinal);
      this.take(answer.plan);
      found.push({ ask, answer });
    }
    return found;
  }

  /** The best week whatever was taught of guardrails: what was taught of few weeks may hold back for nothing. */
  async unguarded(): Promise<void> {
    await this.#take(unguardedAsk(this.problem));
  }

  /** Some changes, seen to be good, with the best the model finds around them: all kinds of change, and sessions alone. */
  async complete(picks: readonly Pick[]): Promise<void> {
    const around = (isGuarded: boolean) => aroundAsk(this.problem, picks, isGuarded);
    const asks = [around(true), around(false), { ...around(false), kinds: ['open'] as const }];
    for (const ask of asks) await this.#take(ask);
  }

  /** The best weeks that the parts of those simulated make together, guardrails kept in each, so many of them. */
  recombine(count: number): void {
    const isSound = (picks: readonly Pick[]) => isSoundIn(this.arena, picks, this.problem);
    const isAllowed = (plan: WeekPlan) => isWithin(this.problem, plan);
    for (const plan of recombined(this.problem, this.arena, this.candidates, isSound, isAllowed, count))
      this.take(plan);
  }

  /** Weeks unlike each other: by kind of change and by queue. */
  async diverse(most: number): Promise<void> {
    for (const ask of diverseAsks(this.problem)) {
      if (this.#candidates.size >= most) return;
      await this.#take(ask);
    }
  }

  /**
   * Weeks that the model finds next best, each so many changes away from all that are known, or one where none is left, until
   * there are `most`.
   */
  async nextBest(most: number, atLeast: number): Promise<void> {
    let apart = atLeast;
    while (this.#candidates.size < most) {
      const known = [...this.candidates, ...this.refused].map(({ picks }) => picks);
      const before = this.#candidates.size + this.#refused.size;
      await this.#take(awayAsk(this.problem, known, apart));
      if (this.#candidates.size + this.#refused.size > before) continue;
      if (apart === 1) return;
      apart = 1;
    }
  }

  /**
   * A week with one rule of booking otherwise, for each there is: what the model is blind to is left to the simulator. In
   * place of what excludes it there, on as many devices as the number of changes allows.
   */
  beside(picks: readonly Pick[]): void {
    for (const change of this.problem.changes) {
      if (!RULES_OF_BOOKING.has(change.kind)) continue;
      const others = picks.filter((one) => one.change.group !== change.group);
      const left = this.problem.rules.changes - planOf(this.problem, others).changes;
      const times = Math.min(left, mostOf(change));
      if (times < 1) continue;
      const plan = planOf(this.problem, [...others, { change, times }]);
      if (isWithin(this.problem, plan)) this.take(plan);
    }
  }

  /** Plays candidates until they have so many replications, and lets the model learn from all. */
  async look(replications: number, among: readonly WeekPlan[] = this.candidates): Promise<void> {
    await this.arena.play([[], ...among.map(({ picks }) => picks)], replications);
    this.#proposer.learn(this.arena, this.candidates);
    const [best] = this.ranked();
    if (best === undefined) return;
    this.rounds.push({
      candidates: this.#candidates.size,
      simulations: this.arena.simulations,
      predictedDaysSaved: this.#proposer.predicted(best.plan),
      simulatedDaysSaved: best.saved,
    });
  }

  /** Weeks that were played and can be compared, with the patient-days a week they save so far: the best first. */
  ranked(among: readonly WeekPlan[] = this.candidates): readonly RankedWeek[] {
    return among
      .flatMap((plan): readonly RankedWeek[] => {
        const isPlayed = this.arena.replicationsOf(plan.picks) > 0;
        const saved = isPlayed ? savedOf(this.arena, plan.picks) : null;
        return saved === null ? [] : [{ plan, saved }];
      })
      .sort((a, b) => b.saved - a.saved);
  }

  /** Weeks that keep their guardrails as far as is seen, the best first. */
  sound(): readonly RankedWeek[] {
    return this.ranked(this.candidates.filter(({ picks }) => isSoundIn(this.arena, picks, this.problem)));
  }
}
