/** The week that is proposed: found by the linear model, chosen by the simulator, proved on numbers nobody has seen. */
import { playedSets } from '../../calibrate/differences-under-sets.ts';
import { deepFreeze } from '../../model/freeze.ts';
import type { Infeasible, OptimizeResult } from '../../model/results/optimize.ts';
import type { WeekRules } from '../../model/rules/rules.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Play } from '../rank/options.ts';
import { catalogue } from '../week/catalogue/catalogue.ts';
import { servedQueues } from '../week/curves.ts';
import { weekEuros } from '../week/euros.ts';
import { weekProblem } from '../week/week-problem.ts';
import { WeekArena } from './arena.ts';
import { type Choice, chosenWeek } from './choice.ts';
import {
  LAST_LOOK_REPLICATIONS,
  LOOK_REPLICATIONS,
  type ProposeOptions,
  type ProposeTerms,
  termsOf,
} from './options.ts';
import { Phases } from './phases.ts';
import { prove, provenPart, proveUnderSets } from './proof.ts';
import { Proposer } from './proposer.ts';
import { type Answered, Search } from './search.ts';
import { NOTHING, type Proposed, type State, Telling } from './telling.ts';

/** Turns of the loop at most: proposing, playing, learning. */
const ROUNDS = ['firstRound', 'lastRound'] as const;
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

class Proposing {
  readonly #rules: WeekRules;
  readonly #terms: ProposeTerms;
  readonly #options: ProposeOptions;
  readonly #play: Play;
  readonly #scenario: Scenario;
  /** Where finalists meet, on numbers they were not named by. */
  readonly #final: WeekArena;
  readonly #proposer: Proposer;
  readonly #search: Search;
  readonly #telling: Telling;
  readonly #phases: Phases;

  constructor(scenario: Scenario, rules: WeekRules, options: ProposeOptions, play: Play) {
    this.#rules = rules;
    this.#options = options;
    this.#terms = termsOf(scenario, options);
    this.#play = play;
    this.#scenario = scenario;
    const { weeks, warmupWeeks, seed, replications, costs } = this.#terms;
    const base: Scenario = { ...scenario, run: { weeks, warmupWeeks, seed, replications } };
    const changes = catalogue(base, rules);
    const problem = weekProblem(base, rules, changes, weekEuros(changes, costs));
    this.#final = new WeekArena({ ...base, run: { ...base.run, seed: `${seed}/final` } }, play);
    this.#proposer = new Proposer(problem, this.#terms);
    this.#search = new Search(problem, new WeekArena(base, play), this.#proposer);
    this.#telling = new Telling(scenario, this.#search, this.#final, this.#proposer, this.#terms);
    this.#phases = new Phases(
      (progress) => options.onProgress?.(progress),
      this.#terms.sets === 0 ? ['sets'] : [],
    );
  }

  async propose(): Promise<Proposed> {
    const search = this.#search;
    // Nobody waits for a place: there is nothing to save.
    if (servedQueues(search.problem).length === 0) return await this.#telling.answer('selected', NOTHING);
    await search.look(LOOK_REPLICATIONS);
    const few = await search.ladder(FEW_CHANGES);
    const impossible = await this.#impossible(few);
    if (impossible !== null)
      return await this.#telling.answer('selected', { ...NOTHING, ladder: few, infeasible: impossible });
    // A solver that gives no week at all, not even the present one, is told as it is: the simulator alone proposes nothing.
    if (few.every(({ answer }) => answer.plan === null))
      return await this.#telling.answer('selected', { ...NOTHING, ladder: few });
    await search.look(LOOK_REPLICATIONS);
    this.#phases.reached('firstLook');
    await this.#firstAnswer(few);
    const found = await this.#searched();
    const choice = await this.#chosen();
    this.#phases.reached('final');
    return await this.#proved({ ...NOTHING, ...found, ...choice });
  }

  /** Looks for weeks until the last look; the ladder and the front of the model as it has learnt. */
  async #searched(): Promise<Pick<State, 'ladder' | 'front'>> {
    const search = this.#search;
    const { candidates } = this.#terms;
    // Rules of booking one at a time, then with the best week: the model learns what they are worth.
    search.beside([]);
    await search.look(LOOK_REPLICATIONS);
    this.#phases.reached('booking');
    const most = candidates + search.candidates.length;
    await search.climb();
    await search.diverse(most - KEPT_FOR_LATER);
    await search.look(LOOK_REPLICATIONS);
    this.#phases.reached('diverse');
    for (const round of ROUNDS) {
      const before = search.candidates.length;
      const leader = this.#leader();
      search.beside(leader);
      await search.complete(leader);
      await search.climb();
      await search.unguarded();
      await search.nextBest(Math.min(most, search.candidates.length + NEXT_BEST), APART);
      if (search.candidates.length === before) break;
      await search.look(LOOK_REPLICATIONS);
      this.#phases.reached(round);
    }
    const ladder = await search.ladder(this.#rules.changes, true);
    const front = await search.front(ladder);
    await search.look(LOOK_REPLICATIONS);
    this.#phases.reached('ladder');
    search.recombine(RECOMBINED);
    await search.complete(this.#leader());
    await search.look(LOOK_REPLICATIONS);
    const leaders = search.sound().slice(0, candidates);
    await search.look(
      LAST_LOOK_REPLICATIONS,
      leaders.map(({ plan }) => plan),
    );
    this.#phases.reached('recombined');
    return { ladder, front };
  }

  /** Changes of the week that saves most so far and keeps its guardrails; none where the present week leads. */
  #leader() {
    return this.#search.sound()[0]?.plan.picks ?? [];
  }

  /** Why the model has no week at all, or null. */
  async #impossible(ladder: readonly Answered[]): Promise<Infeasible | null> {
    const last = ladder.at(-1);
    if (last === undefined || last.answer.solved.status !== 'infeasible') return null;
    return await this.#proposer.whyImpossible(last.ask);
  }

  async #firstAnswer(ladder: readonly Answered[]): Promise<void> {
    const winner = this.#search.sound()[0]?.plan ?? null;
    const { result } = await this.#telling.answer('first', { ...NOTHING, ladder, winner });
    const proposed = winner === null ? null : this.#search.scenarioOf(winner.picks);
    this.#options.onAnswer?.(result, proposed);
  }

  #chosen(): Promise<Choice> {
    return chosenWeek({
      search: this.#search,
      final: this.#final,
      terms: this.#terms,
      bookedPerWeek: this.#proposer.bookedPerWeek,
      told: (plan) => this.#telling.week(plan),
    });
  }

  /** The winner on numbers of its own, then under the sets. */
  async #proved(state: State): Promise<Proposed> {
    const { winner } = state;
    if (winner === null) return await this.#telling.answer('selected', state);
    const proposed = this.#telling.scenarioOf(winner);
    const proof = await prove(this.#scenario, proposed, this.#play);
    const selected = await this.#telling.answer('selected', { ...state, proof });
    this.#phases.reached('proof');
    this.#options.onAnswer?.(selected.result, selected.proposed);
    const { sets } = this.#terms;
    if (sets === 0 || selected.proposed === null) return selected;
    const under = await proveUnderSets(this.#scenario, proposed, proof, sets, this.#play, (part) =>
      this.#phases.reached('sets', part),
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
