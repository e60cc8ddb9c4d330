/** The linear model as the search uses it: it answers with weeks, and learns from what they came to when simulated. */
import type { BindingRule, Infeasible, Solved } from '../../model/results/optimize.ts';
import { predictedDelays } from '../week/allot.ts';
import type { Pick } from '../week/change.ts';
import { type Curves, servedQueues } from '../week/curves.ts';
import type { Rail, WeekAsk } from '../week/draft.ts';
import { fitCurves, type SimulatedWeek, startCurves } from '../week/fit.ts';
import { whyInfeasible } from '../week/infeasible.ts';
import type { WeekPlan, WeekProblem } from '../week/problem.ts';
import { solveWeek } from '../week/solve.ts';
import { bindingRules } from '../week/worth.ts';
import type { WeekArena } from './arena.ts';
import type { Ask } from './asks.ts';
import { savedOf } from './candidate.ts';
import { type Corrections, learnCorrections, NO_CORRECTIONS, type Played } from './corrections.ts';
import type { ProposeTerms } from './options.ts';
import type { QueueMeans } from './queue-delays.ts';
import { learnRails } from './rails.ts';

/** What the model answers: a plan, or none, and how it was solved. */
export interface WeekAnswer {
  readonly plan: WeekPlan | null;
  readonly solved: Solved;
}

/** Of total waiting: of 6,000 patient-days a week, six. */
const SEARCH_GAP = 1e-3;

export class Proposer {
  readonly #problem: WeekProblem;
  readonly #terms: ProposeTerms;
  #curves: Curves;
  #corrections: Corrections = NO_CORRECTIONS;
  #rails: readonly Rail[] = [];

  constructor(problem: WeekProblem, terms: ProposeTerms) {
    this.#problem = problem;
    this.#terms = terms;
    this.#curves = startCurves(problem);
  }

  /** Patients booked a week in the present week, of all queues. */
  get bookedPerWeek(): number {
    return [...this.#curves.booked.values()].reduce((sum, patients) => sum + patients, 0);
  }

  #askOf({ isGuarded, ...ask }: Ask): WeekAsk {
    return { ...ask, corrections: this.#corrections, rails: isGuarded ? this.#rails : [] };
  }

  /** `isFinal`: proved as far as the solver can; else to a thousandth, which is less than a simulation tells. */
  async ask(ask: Ask, isFinal = false): Promise<WeekAnswer> {
    const { backend, timeLimitSeconds } = this.#terms;
    const { plan, solved } = await solveWeek(this.#problem, this.#curves, this.#askOf(ask), backend, {
      timeLimitSeconds,
      ...(isFinal ? {} : { relativeGap: SEARCH_GAP }),
    });
    return { plan, solved };
  }

  /** Patient-days saved a week by the curves alone. */
  #byCurves(picks: readonly Pick[]): number {
    const days = (of: readonly Pick[]) => predictedDelays(this.#problem, this.#curves, of).patientDays;
    return days([]) - days(picks);
  }

  /** Patient-days saved a week by a plan, as the model sees them now. */
  predicted({ picks }: WeekPlan): number {
    if (picks.length === 0) return 0;
    const corrected = picks.reduce((sum, { change, times }) => sum + times * this.#corrections(change), 0);
    return this.#byCurves(picks) + corrected;
  }

  /** Fits the curves to all weeks simulated so far, and the corrections to what they still miss. */
  learn(arena: WeekArena, candidates: readonly WeekPlan[]): void {
    const queues = servedQueues(this.#problem);
    const present = arena.queues([], queues);
    const weekOf = (picks: readonly Pick[], means: ReadonlyMap<string, QueueMeans>): SimulatedWeek => ({
      picks,
      delayDays: new Map(
        [...means].flatMap(([id, { delayDays }]) => (delayDays === null ? [] : [[id, delayDays] as const])),
      ),
    });
    const played = candidates.filter(({ picks }) => arena.replicationsOf(picks) > 0);
    const booked = new Map([...present].map(([id, { bookedPerWeek }]) => [id, bookedPerWeek]));
    this.#curves = fitCurves(this.#problem, booked, [
      weekOf([], present),
      ...played.map(({ picks }) => weekOf(picks, arena.queues(picks, queues))),
    ]).curves;
    this.#rails = learnRails(arena, played, this.#problem.rules);
    this.#corrections = learnCorrections(
      played.flatMap(({ picks }): readonly Played[] => {
        const simulated = savedOf(arena, picks);
        return simulated === null ? [] : [{ picks, predicted: this.#byCurves(picks), simulated }];
      }),
    );
  }

  /** Rules that hold a plan back, and what giving way would bring. */
  binding(ask: Ask): Promise<readonly BindingRule[]> {
    const { backend, timeLimitSeconds } = this.#terms;
    return bindingRules(this.#problem, this.#curves, this.#askOf(ask), backend, { timeLimitSeconds });
  }

  /** Which rules cannot hold together, and what to give up. */
  whyImpossible(ask: Ask): Promise<Infeasible> {
    const { backend, timeLimitSeconds } = this.#terms;
    return whyInfeasible(this.#problem, this.#curves, this.#askOf(ask), backend, { timeLimitSeconds });
  }
}
