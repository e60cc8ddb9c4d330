/** What has been found, as the document tells it: weeks with what they save, the ladder, the front, the proposal. */
import { deepFreeze } from '../../model/freeze.ts';
import type {
  FrontPoint,
  OptimizeResult,
  Proposal,
  ProposedWeek,
  Rung,
} from '../../model/results/optimize.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { WeekPlan } from '../week/problem.ts';
import { planOf } from '../week/solve.ts';
import { verifyWeek } from '../week/verify.ts';
import type { WeekArena } from './arena.ts';
import { mostAsk } from './asks.ts';
import { proposedWeek } from './candidate.ts';
import type { Choice } from './choice.ts';
import { doubtfulGuardrails } from './guardrails.ts';
import { notConsidered } from './not-considered.ts';
import type { ProposeTerms } from './options.ts';
import { brokenInProof, type Proof, patientsToMove, provenPart } from './proof.ts';
import type { Proposer } from './proposer.ts';
import type { Answered, Search } from './search.ts';
import { isSoundIn } from './sound.ts';
import { targetAnswers } from './targets.ts';

/** What has been found so far. */
export interface State extends Choice {
  readonly ladder: readonly Answered[];
  readonly front: readonly Answered[];
  readonly proof: Proof | null;
}

export const NOTHING: State = Object.freeze({
  ladder: [],
  front: [],
  winner: null,
  selection: null,
  proof: null,
  infeasible: null,
});

export interface Proposed {
  readonly result: OptimizeResult;
  /** Null when nothing is proposed. */
  readonly proposed: Scenario | null;
}

/** Hours a week below which a difference is rounding. */
const TINY_HOURS = 1e-6;

export class Telling {
  readonly #scenario: Scenario;
  readonly #search: Search;
  readonly #final: WeekArena;
  readonly #proposer: Proposer;
  readonly #terms: ProposeTerms;

  /**
   * @param scenario the present week in its own run.
   * @param final where finalists meet.
   */
  constructor(scenario: Scenario, search: Search, final: WeekArena, proposer: Proposer, terms: ProposeTerms) {
    this.#scenario = scenario;
    this.#search = search;
    this.#final = final;
    this.#proposer = proposer;
    this.#terms = terms;
  }

  /** A week: by the final where it was played there, for it was named for its luck before; else by the search. */
  week(plan: WeekPlan): ProposedWeek {
    const predicted = this.#proposer.predicted(plan);
    return proposedWeek(plan, predicted, this.#arenaOf(plan), this.#search.problem);
  }

  #isFinalist({ picks }: WeekPlan): boolean {
    return this.#final.replicationsOf(picks) > 0;
  }

  #arenaOf(plan: WeekPlan): WeekArena {
    return this.#isFinalist(plan) ? this.#final : this.#search.arena;
  }

  /** The week of a plan in the scenario's own run. */
  scenarioOf({ picks }: WeekPlan): Scenario {
    return deepFreeze({ ...this.#search.scenarioOf(picks), run: this.#scenario.run });
  }

  #proposal({ winner, proof }: State): Proposal | null {
    if (winner === null || proof === null) return null;
    const part = provenPart(proof, null);
    if (part === null || part.verdict !== 'lower') return null;
    const { problem } = this.#search;
    return {
      ...part,
      // Guardrails are judged where the gain is: on numbers the choice has not seen.
      week: { ...this.week(winner), broken: brokenInProof(proof, problem) },
      doubtful: doubtfulGuardrails(part.headlines, problem.rules),
      toMove: patientsToMove(problem, winner, proof),
      rulesChecked: verifyWeek(proof.base.scenario, proof.week.scenario, problem.rules).checks,
    };
  }

  #rung({ ask, answer }: Answered, winner: WeekPlan | null): Rung {
    const isWithin = ({ changes }: WeekPlan) => changes <= ask.changes;
    return {
      atMost: ask.changes,
      ...this.#bestWithin(answer.plan, winner, isWithin),
      solved: answer.solved,
    };
  }

  #frontPoint({ ask, answer }: Answered, winner: WeekPlan | null): FrontPoint {
    const addedHours = ask.addedHours ?? 0;
    const isWithin = ({ openedHours }: WeekPlan) => openedHours <= addedHours + TINY_HOURS;
    return { addedHours, ...this.#bestWithin(answer.plan, winner, isWithin), solved: answer.solved };
  }

  /**
   * The best week within limits: the one that was chosen, where it lies within; else the one that saves most among those that
   * keep their guardrails wherever they were played; else the model's own, or the present week where that one breaks a guardrail.
   */
  #bestWithin(
    own: WeekPlan | null,
    winner: WeekPlan | null,
    isWithin: (plan: WeekPlan) => boolean,
  ): Pick<Rung, 'week' | 'isModels'> {
    const plan = winner !== null && isWithin(winner) ? winner : this.#leaderWithin(own, isWithin);
    if (plan === null) return { week: null, isModels: true };
    return { week: this.week(plan), isModels: plan.key === own?.key };
  }

  #leaderWithin(own: WeekPlan | null, isWithin: (plan: WeekPlan) => boolean): WeekPlan | null {
    const { problem, arena } = this.#search;
    const best = this.#search
      .sound()
      .find(
        ({ plan }) =>
          isWithin(plan) && (!this.#isFinalist(plan) || isSoundIn(this.#final, plan.picks, problem)),
      );
    if (best !== undefined && best.saved > 0) return best.plan;
    const isPlayed = own !== null && arena.replicationsOf(own.picks) > 0;
    return isPlayed && !isSoundIn(this.#arenaOf(own), own.picks, problem) ? planOf(problem, []) : own;
  }

  /** The answer of a stage. */
  async answer(stage: OptimizeResult['stage'], state: State): Promise<Proposed> {
    const { seed, weeks, warmupWeeks } = this.#terms;
    const { problem, arena, rounds } = this.#search;
    const { rules, changes } = problem;
    const { winner } = state;
    const proposal = this.#proposal(state);
    const isFinal = stage !== 'first';
    const result: OptimizeResult = {
      stage,
      seed,
      weeks,
      warmupWeeks,
      level: state.proof?.level ?? 0.95,
      assumedRules: rules.assumed.map(({ text }) => text),
      choices: changes.length,
      leader: winner === null ? null : this.week(winner),
      proposal,
      targets: targetAnswers(arena, winner?.picks ?? [], rules.targets),
      ladder: state.ladder.map((one) => this.#rung(one, winner)),
      front: state.front.map((one) => this.#frontPoint(one, winner)),
      binding: isFinal && winner !== null ? await this.#proposer.binding(mostAsk(problem)) : [],
      selection: state.selection,
      rounds: [...rounds],
      sets: null,
      infeasible: state.infeasible,
      notConsidered: notConsidered(this.#scenario),
    };
    return {
      result: deepFreeze(result),
      proposed: proposal === null || winner === null ? null : this.scenarioOf(winner),
    };
  }
}
