/** The week that is proposed: found by the linear model, chosen by the simulator, proved on numbers nobody has seen. */
import { playedSets } from '../../calibrate/differences-under-sets.ts';
import { deepFreeze } from '../../model/freeze.ts';
import type {
  FrontPoint,
  Infeasible,
  OptimizeResult,
  Proposal,
  ProposedWeek,
  Rung,
  Selection,
} from '../../model/results/optimize.ts';
import type { WeekRules } from '../../model/rules/rules.ts';
import type { Scenario } from '../../model/scenario.ts';
import { selectKn } from '../../stats/selection/kn.ts';
import type { Play } from '../rank/options.ts';
import { catalogue } from '../week/catalogue/catalogue.ts';
import type { Pick as Picked } from '../week/change.ts';
import { servedQueues } from '../week/curves.ts';
import { weekEuros } from '../week/euros.ts';
import type { WeekPlan, WeekProblem } from '../week/problem.ts';
import { verifyWeek } from '../week/verify.ts';
import { weekProblem } from '../week/week-problem.ts';
import { WeekArena } from './arena.ts';
import { mostAsk } from './asks.ts';
import { type Candidate, proposedWeek, savedOf } from './candidate.ts';
import { brokenGuardrails, exceedsGuardrails } from './guardrails.ts';
import { notConsidered } from './not-considered.ts';
import {
  ALPHA,
  LAST_LOOK_REPLICATIONS,
  LOOK_REPLICATIONS,
  type ProposeOptions,
  type ProposeTerms,
  SELECTION_STEP,
  termsOf,
} from './options.ts';
import { type Proof, patientsToMove, prove, provenPart, proveUnderSets } from './proof.ts';
import { Proposer } from './proposer.ts';
import { type Answered, Search } from './search.ts';
import { reachedTargets, targetAnswers, unreachable } from './targets.ts';
import { worseQueues } from './worse-queues.ts';

export interface Proposed {
  readonly result: OptimizeResult;
  /** Null when nothing is proposed. */
  readonly proposed: Scenario | null;
}

/** What has been found so far. */
interface State {
  readonly ladder: readonly Answered[];
  readonly front: readonly Answered[];
  readonly winner: Candidate | null;
  readonly selection: Selection | null;
  readonly proof: Proof | null;
  readonly infeasible: Infeasible | null;
}

const NOTHING: State = {
  ladder: [],
  front: [],
  winner: null,
  selection: null,
  proof: null,
  infeasible: null,
};

/** Hours a week below which a difference is rounding. */
const TINY_HOURS = 1e-6;
/** Turns of the loop at most: proposing, playing, learning. */
const MOST_ROUNDS = 3;
/** Changes by which the next best weeks differ from those known. */
const APART = 2;
/** Changes of the weeks in the first answer: few are solved at once, and are told soonest. */
const FEW_CHANGES = 4;
/** Weeks that the model finds next best, each round: they differ little, and each takes it long. */
const NEXT_BEST = 1;
/** Weeks put together from parts of others, before the last look. */
const RECOMBINED = 8;
/** Candidates that are left for weeks found after learning. */
const KEPT_FOR_LATER = 8;

/** Patient-days a week added by a later replication that cannot be compared: the week is dropped. */
const INCOMPARABLE = 1e9;

const daysPerDelta = (booked: ReadonlyMap<string, number>): number =>
  [...booked.values()].reduce((sum, patients) => sum + patients, 0);

class Proposing {
  readonly #rules: WeekRules;
  readonly #terms: ProposeTerms;
  readonly #options: ProposeOptions;
  readonly #play: Play;
  readonly #scenario: Scenario;
  readonly #problem: WeekProblem;
  readonly #arena: WeekArena;
  /** Where finalists meet, on numbers they were not named by. */
  readonly #final: WeekArena;
  readonly #proposer: Proposer;
  readonly #search: Search;
  #done = 0;
  #total = 1;

  constructor(scenario: Scenario, rules: WeekRules, options: ProposeOptions, play: Play) {
    this.#rules = rules;
    this.#options = options;
    this.#terms = termsOf(scenario, options);
    this.#play = play;
    this.#scenario = scenario;
    const { weeks, warmupWeeks, seed, replications, costs } = this.#terms;
    const base: Scenario = { ...scenario, run: { weeks, warmupWeeks, seed, replications } };
    const changes = catalogue(base, rules);
    this.#problem = weekProblem(base, rules, changes, weekEuros(changes, costs));
    this.#arena = new WeekArena(base, play);
    this.#final = new WeekArena({ ...base, run: { ...base.run, seed: `${seed}/final` } }, play);
    this.#proposer = new Proposer(this.#problem, this.#terms);
    this.#search = new Search(this.#problem, this.#arena, this.#proposer);
  }

  #progress(stage: OptimizeResult['stage'], more = 0): void {
    this.#done += more;
    this.#total = Math.max(this.#total, this.#done);
    this.#options.onProgress?.({ stage, done: this.#done, total: this.#total });
  }

  async propose(): Promise<Proposed> {
    const { candidates } = this.#terms;
    this.#total = candidates * 2 + this.#terms.sets;
    const onPlayed = () => this.#progress('first', 1);
    // Nobody waits for a place: there is nothing to save.
    if (servedQueues(this.#problem).length === 0) return await this.#answer('selected', NOTHING);
    await this.#search.look(LOOK_REPLICATIONS);
    const few = await this.#search.ladder(FEW_CHANGES);
    const impossible = await this.#impossible(few);
    if (impossible !== null)
      return await this.#answer('selected', { ...NOTHING, ladder: few, infeasible: impossible });
    // A solver that gives no week at all, not even the present one, is told as it is: the simulator alone proposes nothing.
    if (few.every(({ answer }) => answer.plan === null))
      return await this.#answer('selected', { ...NOTHING, ladder: few });
    await this.#search.look(LOOK_REPLICATIONS, onPlayed);
    await this.#firstAnswer(few);
    // Rules of booking one at a time, then with the best week: the model learns what they are worth.
    this.#search.beside([]);
    await this.#search.look(LOOK_REPLICATIONS, onPlayed);
    const most = candidates + this.#search.candidates.length;
    await this.#search.ladder(this.#rules.changes);
    await this.#search.diverse(most - KEPT_FOR_LATER);
    await this.#search.look(LOOK_REPLICATIONS, onPlayed);
    for (let round = 1; round < MOST_ROUNDS; round++) {
      const before = this.#search.candidates.length;
      const leader = this.#search.best(this.#sound())?.candidate.plan.picks ?? [];
      this.#search.beside(leader);
      await this.#search.complete(leader);
      await this.#search.ladder(this.#rules.changes);
      await this.#search.unguarded();
      await this.#search.nextBest(Math.min(most, this.#search.candidates.length + NEXT_BEST), APART);
      if (this.#search.candidates.length === before) break;
      await this.#search.look(LOOK_REPLICATIONS, onPlayed);
    }
    const ladder = await this.#search.ladder(this.#rules.changes, true);
    const front = await this.#search.front();
    await this.#search.look(LOOK_REPLICATIONS, onPlayed);
    this.#search.recombine((picks) => this.#keepsGuardrails(picks), RECOMBINED);
    await this.#search.complete(this.#search.best(this.#sound())?.candidate.plan.picks ?? []);
    await this.#search.look(LOOK_REPLICATIONS, onPlayed);
    await this.#search.look(LAST_LOOK_REPLICATIONS, onPlayed, this.#leaders(candidates));
    const selected = await this.#select();
    return await this.#proved({ ...NOTHING, ladder, front, ...selected });
  }

  /** Why the model has no week at all, or null. */
  async #impossible(ladder: readonly Answered[]): Promise<Infeasible | null> {
    const last = ladder.at(-1);
    if (last === undefined || last.answer.solved.status !== 'infeasible') return null;
    return await this.#proposer.whyImpossible(last.ask);
  }

  async #firstAnswer(ladder: readonly Answered[]): Promise<void> {
    const best = this.#search.best(this.#sound());
    const state: State = { ...NOTHING, ladder, winner: best?.candidate ?? null };
    const { result } = await this.#answer('first', state);
    const proposed = best === null ? null : this.#search.scenarioOf(best.candidate.plan.picks);
    this.#options.onAnswer?.(result, proposed);
  }

  /**
   * Names finalists among the candidates that break no guardrail and reach the targets, and chooses among them and the
   * present week on fresh random numbers.
   */
  async #select(): Promise<Pick<State, 'winner' | 'selection' | 'infeasible'>> {
    const { replications, mostReplications, deltaDays, finalists } = this.#terms;
    const { targets } = this.#rules;
    const sound = this.#sound();
    const reaching = sound.filter((one) => reachedTargets(this.#arena, one.plan.picks, targets));
    // The present week competes as well, unless it misses what is asked.
    const isPresentIn = reachedTargets(this.#arena, [], targets);
    if (reaching.length === 0 && !isPresentIn)
      return { winner: null, selection: null, infeasible: unreachable(this.#arena, sound, this.#rules) };
    const saved = (one: Candidate): number => savedOf(this.#arena, one.plan.picks) ?? -Infinity;
    const named = [...reaching].sort((a, b) => saved(b) - saved(a)).slice(0, finalists);
    const systems: readonly (Candidate | null)[] = [...(isPresentIn ? [null] : []), ...named];
    const delta = deltaDays * daysPerDelta(this.#proposer.booked);
    const picksOf = (rank: number) => systems[rank]?.plan.picks ?? [];
    await this.#final.play(
      systems.map((_, rank) => picksOf(rank)),
      replications,
      () => this.#progress('first'),
    );
    const absent = systems.flatMap((_, rank) => {
      const isOut =
        this.#final.daysAdded(picksOf(rank)).includes(null) ||
        exceedsGuardrails(this.#final.headlines(picksOf(rank), 1), this.#rules);
      return isOut ? [rank] : [];
    });
    if (absent.length === systems.length) return { winner: null, selection: null, infeasible: null };
    const chosen = await selectKn({
      systems: systems.length,
      absent,
      alpha: ALPHA,
      delta: Math.max(delta, Number.MIN_VALUE),
      firstReplications: replications,
      mostReplications,
      step: SELECTION_STEP,
      sample: async (asked, upTo) => {
        const picks = asked.map(picksOf);
        await this.#final.play(picks, upTo, () => this.#progress('first'));
        return picks.map((one) => this.#final.daysAdded(one).map((days) => days ?? INCOMPARABLE));
      },
    });
    const others = chosen.survivors.filter((rank) => rank !== chosen.best);
    return {
      winner: systems[chosen.best] ?? null,
      selection: {
        procedure: 'kn',
        candidates: this.#search.candidates.length,
        finalists: systems.length,
        alpha: ALPHA,
        delta,
        firstReplications: replications,
        mostReplications,
        isCertified: chosen.isCertified,
        tied: others.flatMap((rank) => {
          const one = systems[rank];
          return one === null || one === undefined ? [] : [this.#told(one)];
        }),
      },
      infeasible: null,
    };
  }

  /** So many sound candidates, the best first. */
  #leaders(count: number): readonly Candidate[] {
    const saved = (one: Candidate): number => savedOf(this.#arena, one.plan.picks) ?? -Infinity;
    return [...this.#sound()].sort((a, b) => saved(b) - saved(a)).slice(0, count);
  }

  /** Candidates that can be compared with the present week, and keep their guardrails as far as is seen. */
  #sound(): readonly Candidate[] {
    return this.#search.candidates.filter(({ plan }) => this.#keepsGuardrails(plan.picks));
  }

  #keepsGuardrails(picks: readonly Picked[]): boolean {
    if (this.#arena.daysAdded(picks).includes(null)) return false;
    if (worseQueues(this.#arena, picks, this.#problem.supply.queues, this.#rules).length > 0) return false;
    return !exceedsGuardrails(this.#arena.headlines(picks, 1), this.#rules);
  }

  #told(candidate: Candidate): ProposedWeek {
    const predicted = this.#proposer.predicted(candidate.plan);
    // What finalists did in the final is told: they were named for their luck before.
    const isFinalist = this.#final.replicationsOf(candidate.plan.picks) > 0;
    return proposedWeek({ ...candidate, predicted }, isFinalist ? this.#final : this.#arena, this.#rules);
  }

  /** The winner on numbers of its own, then under the sets. */
  async #proved(state: State): Promise<Proposed> {
    const { winner } = state;
    if (winner === null) return await this.#answer('selected', state);
    const proposed = this.#proposedScenario(winner);
    const proof = await prove(this.#scenario, proposed, this.#play);
    const selected = await this.#answer('selected', { ...state, proof });
    this.#options.onAnswer?.(selected.result, selected.proposed);
    if (this.#terms.sets === 0 || selected.proposed === null) return selected;
    const under = await proveUnderSets(this.#scenario, proposed, proof, this.#terms.sets, this.#play, () =>
      this.#progress('assumptions'),
    );
    if (under === null) return selected;
    const part = provenPart(proof, under);
    if (part === null || selected.result.proposal === null) return selected;
    const result: OptimizeResult = deepFreeze({
      ...selected.result,
      stage: 'assumptions',
      proposal: { ...selected.result.proposal, ...part },
      sets: playedSets(under),
    });
    this.#options.onAnswer?.(result, selected.proposed);
    return { result, proposed: selected.proposed };
  }

  /** The week of a candidate in the scenario's own run. */
  #proposedScenario({ plan }: Candidate): Scenario {
    return deepFreeze({ ...this.#search.scenarioOf(plan.picks), run: this.#scenario.run });
  }

  #proposalOf({ winner, proof }: State): Proposal | null {
    if (winner === null || proof === null) return null;
    const part = provenPart(proof, null);
    if (part === null || part.verdict !== 'lower') return null;
    return {
      ...part,
      // Guardrails are judged where the gain is: on numbers the choice has not seen.
      week: { ...this.#told(winner), broken: brokenGuardrails(part.headlines, this.#rules) },
      toMove: patientsToMove(this.#problem, winner.plan, proof),
      rulesChecked: verifyWeek(proof.base.scenario, proof.week.scenario, this.#rules).checks,
    };
  }

  #rung({ ask, answer }: Answered): Rung {
    const within = this.#bestWithin(answer.plan, ({ changes }) => changes <= ask.changes);
    return { atMost: ask.changes, ...within, solved: answer.solved };
  }

  #frontPoint({ ask, answer }: Answered): FrontPoint {
    const addedHours = ask.addedHours ?? this.#rules.addedHours ?? 0;
    const within = this.#bestWithin(answer.plan, ({ openedHours }) => openedHours <= addedHours + TINY_HOURS);
    return { addedHours, ...within, solved: answer.solved };
  }

  /** The week that saves most among the sound candidates within limits; the model's own where none was played. */
  #bestWithin(own: WeekPlan | null, isWithin: (plan: WeekPlan) => boolean) {
    const best = this.#search.best(this.#sound().filter(({ plan }) => isWithin(plan)));
    const plan = best !== null && best.saved > 0 ? best.candidate.plan : own;
    if (plan === null) return { week: null, isModels: true };
    const candidate = this.#search.candidateOf(plan) ?? { plan, predicted: 0 };
    return { week: this.#told(candidate), isModels: plan.key === own?.key };
  }

  async #answer(stage: OptimizeResult['stage'], state: State): Promise<Proposed> {
    const { seed, weeks, warmupWeeks } = this.#terms;
    const proposal = this.#proposalOf(state);
    const { winner } = state;
    const isFinal = stage !== 'first';
    const result: OptimizeResult = {
      stage,
      seed,
      weeks,
      warmupWeeks,
      level: state.proof?.level ?? 0.95,
      assumedRules: this.#rules.assumed.map(({ text }) => text),
      choices: this.#problem.changes.length,
      leader: winner === null ? null : this.#told(winner),
      proposal,
      targets: targetAnswers(this.#arena, winner?.plan.picks ?? [], this.#rules.targets),
      ladder: state.ladder.map((one) => this.#rung(one)),
      front: state.front.map((one) => this.#frontPoint(one)),
      binding: isFinal && winner !== null ? await this.#proposer.binding(mostAsk(this.#problem)) : [],
      selection: state.selection,
      rounds: [...this.#search.rounds],
      sets: null,
      infeasible: state.infeasible,
      notConsidered: notConsidered(this.#scenario),
    };
    return {
      result: deepFreeze(result),
      proposed: proposal === null || winner === null ? null : this.#proposedScenario(winner),
    };
  }
}

/**
 * A week that is better than the present one, proved by simulation. The linear model proposes weeks that keep every rule
 * (`WeekRules`); each is checked again on the week itself and simulated beside the present one with the same random
 * numbers; the model learns from what it got wrong and proposes again; KN chooses among all of them and the present week
 * (Kim & Nelson 2001: with probability 95 % at least it takes the best, where that one leads by delta); the chosen one is
 * proved on fresh random numbers and under the assumption sets. The same scenario, rules, options and seed give the same
 * bits, whoever plays, unless a model ran into its time limit.
 * @param play plays an experiment until it has so many replications.
 * @throws RangeError when the options leave nothing to play.
 */
export const proposeWeek = (
  scenario: Scenario,
  rules: WeekRules,
  options: ProposeOptions,
  play: Play,
): Promise<Proposed> => new Proposing(scenario, rules, options, play).propose();
