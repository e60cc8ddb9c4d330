/** Where the next device, or the next opened evening, helps most: plans of the linear model, chosen and proved by simulation. */
import { deepFreeze } from '../../model/freeze.ts';
import type { Balance } from '../../model/oqos/balance.ts';
import type { CapWorth, EquityPoint, PlannedRegion } from '../../model/results/region.ts';
import type { Scenario } from '../../model/scenario.ts';
import { Experiment } from '../../stats/experiment.ts';
import { pairedIndicator } from '../../stats/paired.ts';
import { selectKn } from '../../stats/selection/kn.ts';
import type { Play } from '../rank/options.ts';
import { RegionArena } from './arena.ts';
import { regionCandidates } from './candidates.ts';
import { expectedOf } from './fixed.ts';
import { regionProblem } from './from-scenario.ts';
import { regionFront } from './front.ts';
import { planInputs } from './plan-inputs.ts';
import {
  ALPHA,
  DELTA_SHARE,
  LEVEL,
  type RegionPlanOptions,
  type RegionPlanResult,
  type RegionPlanTerms,
  regionPlanTerms,
} from './plan-options.ts';
import { RegionPhases } from './plan-progress.ts';
import { plannedRegion } from './plan-rows.ts';
import { emptyResult, provenPart, setsPart } from './plan-telling.ts';
import { presentRegion } from './present.ts';
import { EMPTY_PLAN, planKey, type RegionPlan, type RegionProblem } from './problem.ts';
import type { BeforeAfter } from './refill.ts';
import { equityMeasure, isGoal, type RegionWait } from './score.ts';
import { playRegionSets } from './sets.ts';
import { type RegionAnswer, type RegionOptions, type RegionSolution, solveRegion } from './solve.ts';
import { capWorth } from './worth.ts';

/** Points between the best total and the best equity. */
const FRONT_POINTS = 4;
/** The plan itself is given this many times longer than each point of the front, cap or other candidate. */
const SOONER = 4;

/** What KN chose, on numbers its finalists were not named by. */
interface Chosen {
  /** Null where the present region is. */
  readonly winner: RegionSolution | null;
  readonly isCertified: boolean;
  readonly tied: number;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** All open, at the requests of today. */
const todays = (problem: RegionProblem): RegionProblem => ({
  ...problem,
  horizon: {
    ...problem.horizon,
    deviceLagWeeks: 0,
    openingLagWeeks: 0,
    growthPerYear: { ct: 0, mri: 0 },
  },
});

class Planning {
  readonly #scenario: Scenario;
  readonly #balance: Balance;
  readonly #options: RegionPlanOptions;
  readonly #terms: RegionPlanTerms;
  readonly #play: Play;
  readonly #phases: RegionPhases;

  constructor(scenario: Scenario, balance: Balance, options: RegionPlanOptions, play: Play) {
    this.#scenario = scenario;
    this.#balance = balance;
    this.#options = options;
    this.#terms = regionPlanTerms(scenario, options);
    this.#play = play;
    this.#phases = new RegionPhases(this.#terms, options.onProgress);
  }

  /** The region in the run of a stage, on random numbers of its own. */
  #run(stage: string): Scenario {
    const { weeks, warmupWeeks, seed, replications } = this.#terms;
    return { ...this.#scenario, run: { weeks, warmupWeeks, replications, seed: `${seed}/${stage}` } };
  }

  #arena(problem: RegionProblem, stage: string): RegionArena {
    return new RegionArena(this.#run(stage), problem, this.#play, isGoal(this.#terms.equity));
  }

  get #solving(): RegionOptions {
    return { timeLimitSeconds: this.#terms.timeLimitSeconds };
  }

  /** For models that are solved many a time. */
  get #solvingSoon(): RegionOptions {
    return { timeLimitSeconds: this.#terms.timeLimitSeconds / SOONER };
  }

  #measure(problem: RegionProblem): (wait: RegionWait) => number {
    const { equity } = this.#terms;
    const aimed = isGoal(equity) ? equity : ({ kind: 'none' } as const);
    return (wait) => equityMeasure(wait, aimed, problem);
  }

  async plan(): Promise<RegionPlanResult> {
    const { equity, backend } = this.#terms;
    const problem = await this.#problem();
    const answer = await solveRegion(problem, equity, backend, this.#solving);
    this.#phases.reached('model');
    const first = await this.#firstResult(problem, answer);
    if (answer.kind !== 'plan' || planKey(answer.plan) === '' || this.#terms.modelOnly) {
      this.#tell(first, problem, answer.kind === 'plan' ? answer.plan : EMPTY_PLAN);
      return first;
    }
    this.#tell(first, problem, answer.plan);
    return await this.#simulated(problem, first);
  }

  /** The present simulated, and what may be done. */
  async #problem(): Promise<RegionProblem> {
    const present = new Experiment(this.#run('search'));
    await this.#play(present, this.#terms.replications);
    this.#phases.reached('present');
    const found = presentRegion(present, this.#terms.warmupWeeks);
    return regionProblem(this.#scenario, this.#balance, found, this.#terms.problem);
  }

  #tell(result: RegionPlanResult, problem: RegionProblem, plan: RegionPlan): void {
    const isProposed = result.proposal !== null && planKey(plan) !== '';
    const proposed = isProposed ? this.#arena(problem, 'told').scenarioOf(plan) : null;
    this.#options.onAnswer?.(
      result,
      proposed === null ? null : deepFreeze({ ...proposed, run: this.#scenario.run }),
    );
  }

  /** A plan is chosen for its whole horizon, requests growing; it is told at the requests of today, as it is simulated. */
  async #told(
    problem: RegionProblem,
    solution: RegionSolution,
    arena: RegionArena | null,
  ): Promise<PlannedRegion> {
    const { plan } = solution;
    const isPlayed = arena !== null && arena.replicationsOf(plan) > 0;
    const today = await expectedOf(todays(problem), plan, this.#terms.backend, this.#solving);
    const { predictedDaysSaved, planned } = today ?? solution;
    const predicted = { daysSaved: predictedDaysSaved, worstDays: planned.worstDays };
    return plannedRegion(this.#scenario, problem, plan, predicted, isPlayed ? arena.played(plan) : null);
  }

  /** What the linear model alone says. */
  async #firstResult(problem: RegionProblem, answer: RegionAnswer): Promise<RegionPlanResult> {
    const { equity, backend, problem: stated } = this.#terms;
    const inputs = planInputs(this.#scenario, problem, stated);
    const empty = emptyResult(this.#scenario, this.#terms, answer.solved, inputs);
    if (answer.kind === 'infeasible') return { ...empty, conflict: answer.conflict };
    if (answer.kind !== 'plan') return empty;
    const kind = equity.kind === 'none' ? 'worst' : equity.kind;
    const front = await regionFront(problem, kind, backend, this.#solvingSoon, FRONT_POINTS);
    const caps: readonly CapWorth[] = await capWorth(problem, answer, equity, backend, this.#solvingSoon);
    this.#phases.reached('front');
    return deepFreeze({
      ...empty,
      proposal: planKey(answer.plan) === '' ? null : await this.#told(problem, answer, null),
      front: await Promise.all(
        front.map(
          async ({ within, solution }): Promise<EquityPoint> => ({
            plan: await this.#told(problem, solution, null),
            within,
            solved: solution.solved,
          }),
        ),
      ),
      caps,
    });
  }

  /** Candidates played, one chosen, proved, and held against the sets. */
  async #simulated(problem: RegionProblem, first: RegionPlanResult): Promise<RegionPlanResult> {
    const { equity, backend, candidates: most, replications } = this.#terms;
    const found = await regionCandidates(problem, equity, backend, this.#solvingSoon, most);
    const candidates = found.map(({ solution }) => solution);
    this.#phases.reached('candidates');
    const arena = this.#arena(problem, 'search');
    for (const [rank, { plan }] of candidates.entries()) {
      await arena.play([plan], replications);
      this.#phases.reached('search', (rank + 1) / candidates.length);
    }
    const chosen = await this.#chosen(problem, arena, candidates);
    this.#phases.reached('final');
    const others = candidates.filter(({ plan }) => plan !== chosen.winner?.plan);
    const selected: RegionPlanResult = deepFreeze({
      ...first,
      stage: 'simulated',
      proposal: null,
      others: await Promise.all(others.map((one) => this.#told(problem, one, arena))),
      isCertified: chosen.isCertified,
      tied: chosen.tied,
    });
    if (chosen.winner === null) {
      this.#tell(selected, problem, EMPTY_PLAN);
      return selected;
    }
    return await this.#proved(problem, chosen.winner, selected);
  }

  /** Finalists, those that save most, and the present, chosen among by KN on fresh numbers. */
  async #chosen(
    problem: RegionProblem,
    arena: RegionArena,
    candidates: readonly RegionSolution[],
  ): Promise<Chosen> {
    const { finalists, replications, mostReplications } = this.#terms;
    const measure = this.#measure(problem);
    const ranked = candidates
      .map((solution) => ({ solution, added: meanOf(arena.added(solution.plan, measure)) }))
      .sort((a, b) => a.added - b.added);
    const [best] = ranked;
    if (best === undefined || best.added >= 0) return { winner: null, isCertified: false, tied: 0 };
    const named = ranked.slice(0, finalists).map(({ solution }) => solution);
    const final = this.#arena(problem, 'final');
    const chosen = await selectKn({
      systems: 1 + named.length,
      alpha: ALPHA,
      // Named on other numbers than those of the final, as KN asks.
      delta: -DELTA_SHARE * best.added,
      firstReplications: replications,
      mostReplications,
      sample: async (asked, upTo) => {
        const plans = asked.flatMap((rank) => (rank === 0 ? [] : [named[rank - 1]!.plan]));
        await final.play(plans, upTo);
        return asked.map((rank) =>
          rank === 0
            ? Array.from({ length: upTo }, () => 0)
            : final.added(named[rank - 1]!.plan, measure).slice(0, upTo),
        );
      },
    });
    return {
      winner: chosen.best === 0 ? null : named[chosen.best - 1]!,
      isCertified: chosen.isCertified,
      tied: chosen.survivors.length - 1,
    };
  }

  /** Whether what is aimed at is demonstrably lower with the plan. */
  #isProved(problem: RegionProblem, { before, after }: BeforeAfter): boolean {
    const measure = this.#measure(problem);
    return pairedIndicator(before.map(measure), after.map(measure), LEVEL).verdict === 'lower';
  }

  /** The winner on numbers nobody has seen, then under the sets. */
  async #proved(
    problem: RegionProblem,
    winner: RegionSolution,
    selected: RegionPlanResult,
  ): Promise<RegionPlanResult> {
    const { replications, sets, setWeeks, warmupWeeks, seed, equity } = this.#terms;
    const { plan } = winner;
    const proof = this.#arena(problem, 'proof');
    await proof.play([plan], replications);
    this.#phases.reached('proof');
    const played = proof.played(plan);
    const told = await this.#told(problem, winner, proof);
    if (!this.#isProved(problem, played)) {
      const unproved = deepFreeze({ ...selected, others: [told, ...selected.others] });
      this.#tell(unproved, problem, EMPTY_PLAN);
      return unproved;
    }
    const proved: RegionPlanResult = deepFreeze({
      ...selected,
      proposal: told,
      ...provenPart(problem, plan, played),
    });
    this.#tell(proved, problem, plan);
    if (sets === 0) return proved;
    const under = await playRegionSets(this.#scenario, problem, plan, this.#play, {
      count: sets,
      seed,
      weeks: setWeeks,
      warmupWeeks,
      isWhole: isGoal(equity),
      onPlayed: (part) => this.#phases.reached('sets', part),
    });
    this.#phases.reached('sets');
    const result: RegionPlanResult = deepFreeze({
      ...proved,
      stage: 'assumptions',
      ...setsPart(problem, plan, played, under),
    });
    this.#tell(result, problem, plan);
    return result;
  }
}

/**
 * A plan for a region: devices added under the caps of the balance, evenings opened, on-call shared. The present region is
 * simulated; a linear model proposes plans (`solveRegion`, `regionCandidates`), each is simulated beside the present with
 * the same random numbers; KN chooses among the best and the present on fresh ones; the chosen one is proved on a third
 * set of numbers, then under assumption sets. The same scenario, balance, options and seed give the same bits, whoever
 * plays, unless a model ran into its time limit.
 * @param play plays an experiment until it has so many replications.
 * @throws RangeError (rejects) when the scenario is no region, nobody asks for anything, or the options leave nothing to play.
 */
export const planRegion = (
  scenario: Scenario,
  balance: Balance,
  options: RegionPlanOptions,
  play: Play,
): Promise<RegionPlanResult> => new Planning(scenario, balance, options, play).plan();
