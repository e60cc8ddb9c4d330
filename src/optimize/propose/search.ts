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
import { type Candidate, savedOf } from './candidate.ts';
import type { Proposer, WeekAnswer } from './proposer.ts';
import { recombined } from './recombine.ts';

/** A question and what the model answered. */
export interface Answered {
  readonly ask: Ask;
  readonly answer: WeekAnswer;
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
  readonly #candidates = new Map<string, Candidate>();
  readonly #refused = new Map<string, WeekPlan>();
  readonly rounds: Round[] = [];

  constructor(problem: WeekProblem, arena: WeekArena, proposer: Proposer) {
    this.problem = problem;
    this.arena = arena;
    this.#proposer = proposer;
  }

  /** Weeks looked at so far, in the order they were found. */
  get candidates(): readonly Candidate[] {
    return [...this.#candidates.values()];
  }

  /** Plans of the model that break a rule on the week itself: none, unless the model is wrong. */
  get refused(): readonly WeekPlan[] {
    return [...this.#refused.values()];
  }

  candidateOf(plan: WeekPlan): Candidate | null {
    return this.#candidates.get(plan.key) ?? null;
  }

  /** The week of some changes as a scenario. */
  scenarioOf(picks: readonly Pick[]): Scenario {
    return applyPicks(this.problem.scenario, picks);
  }

  ask(ask: Ask): Promise<WeekAnswer> {
    return this.#proposer.ask(ask);
  }

  /** Takes in a plan that keeps every rule on the week itself; the present week is no candidate. */
  take({ plan, predicted }: Omit<WeekAnswer, 'solved'>): Candidate | null {
    if (plan === null || plan.key === '' || this.#refused.has(plan.key)) return null;
    const known = this.#candidates.get(plan.key);
    if (known !== undefined) return known;
    const { scenario, rules } = this.problem;
    if (verifyWeek(scenario, this.scenarioOf(plan.picks), rules).broken.length > 0) {
      this.#refused.set(plan.key, plan);
      return null;
    }
    const candidate = { plan, predicted };
    this.#candidates.set(plan.key, candidate);
    return candidate;
  }

  /** The best weeks with 0, 1, 2, 4… changes, as the model sees them now; they become candidates. */
  ladder(most: number, isFinal = false): Promise<readonly Answered[]> {
    return this.#answered(
      ladderAsks(this.problem).filter(({ changes }) => changes <= most),
      isFinal,
    );
  }

  /** The best weeks with so many hours more, as the model sees them now; they become candidates. */
  front(): Promise<readonly Answered[]> {
    return this.#answered(frontAsks(this.problem));
  }

  async #answered(asks: readonly Ask[], isFinal = false): Promise<readonly Answered[]> {
    const found: Answered[] = [];
    for (const ask of asks) {
      const answer = await this.#proposer.ask(ask, isFinal);
      this.take(answer);
      found.push({ ask, answer });
    }
    return found;
  }

  /** The best week whatever was taught of guardrails: what was taught of few weeks may hold back for nothing. */
  async unguarded(): Promise<void> {
    this.take(await this.ask(unguardedAsk(this.problem)));
  }

  /** Some changes, seen to be good, with the best the model finds around them: all kinds of change, and sessions alone. */
  async complete(picks: readonly Pick[]): Promise<void> {
    const around = (isGuarded: boolean) => aroundAsk(this.problem, picks, isGuarded);
    const asks = [around(true), around(false), { ...around(false), kinds: ['open'] as const }];
    for (const ask of asks) this.take(await this.ask(ask));
  }

  /** The best weeks that the parts of those simulated make together, so many of them. */
  recombine(isSound: (picks: readonly Pick[]) => boolean, count: number): void {
    const isAllowed = (plan: WeekPlan) => isWithin(this.problem, plan);
    for (const plan of recombined(this.problem, this.arena, this.candidates, isSound, isAllowed, count))
      this.take({ plan, predicted: this.#proposer.predicted(plan) });
  }

  /** Weeks unlike each other: by kind of change and by queue. */
  async diverse(most: number): Promise<void> {
    for (const ask of diverseAsks(this.problem)) {
      if (this.#candidates.size >= most) return;
      this.take(await this.ask(ask));
    }
  }

  /**
   * Weeks that the model finds next best, each so many changes away from all that are known, or one where none is left, until
   * there are `most`.
   */
  async nextBest(most: number, atLeast: number): Promise<void> {
    let apart = atLeast;
    while (this.#candidates.size < most) {
      const known = [
        ...this.candidates.map(({ plan }) => plan.picks),
        ...this.refused.map(({ picks }) => picks),
      ];
      const before = this.#candidates.size + this.#refused.size;
      this.take(await this.ask(awayAsk(this.problem, known, apart)));
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
      if (!isWithin(this.problem, plan)) continue;
      this.take({ plan, predicted: this.#proposer.predicted(plan) });
    }
  }

  /** Plays all candidates until they have so many replications, and lets the model learn from them. */
  async look(
    replications: number,
    onPlayed: () => void = () => {},
    among: readonly Candidate[] = this.candidates,
  ): Promise<void> {
    const weeks = among.map(({ plan }) => plan.picks);
    await this.arena.play([[], ...weeks], replications, onPlayed);
    this.#proposer.learn(this.arena, this.candidates);
    const best = this.best();
    if (best === null) return;
    this.rounds.push({
      candidates: this.#candidates.size,
      simulations: this.arena.simulations,
      predictedDaysSaved: this.#proposer.predicted(best.candidate.plan),
      simulatedDaysSaved: best.saved,
    });
  }

  /** The candidate that saves most so far; null where none can be compared. */
  best(
    among: readonly Candidate[] = this.candidates,
  ): { readonly candidate: Candidate; readonly saved: number } | null {
    let best: { candidate: Candidate; saved: number } | null = null;
    for (const candidate of among) {
      if (this.arena.replicationsOf(candidate.plan.picks) === 0) continue;
      const saved = savedOf(this.arena, candidate.plan.picks);
      if (saved !== null && (best === null || saved > best.saved)) best = { candidate, saved };
    }
    return best;
  }
}
