/** The simulations a search may spend: weeks played with the same random numbers, until they are used up. */
import { WeekArena } from '../../../../src/optimize/propose/arena.ts';
import { brokenGuardrails, exceedsGuardrails } from '../../../../src/optimize/propose/guardrails.ts';
import { worseQueuesIn } from '../../../../src/optimize/propose/sound.ts';
import { playHere } from '../../../../src/optimize/rank/options.ts';
import { keyOf } from '../../../../src/optimize/week/change.ts';
import type { Judge, Week } from './judge.ts';

/** Weeks with what they save. */
export interface Scored {
  readonly week: Week;
  /** Patient-days a week. */
  readonly saved: number;
}

/** What a search ends with. */
export interface Found {
  /** The best first; each broke no guardrail where it was found. */
  readonly weeks: readonly Week[];
  /** Replications of parts it took. */
  readonly simulations: number;
  /** Weeks it has played. */
  readonly looked: number;
}

/** Replications a guardrail is judged on at least: fewer demonstrate nothing. */
const FEWEST_TO_JUDGE = 8;
/** The guardrails a week breaks beyond doubt in an arena, those of the owners of a shared department included. */
export const brokenBy = (
  { rules, queues }: Judge,
  arena: WeekArena,
  week: Week,
  comparisons: number,
): readonly string[] =>
  keyOf(week) === ''
    ? []
    : [
        ...brokenGuardrails(arena.headlines(week, comparisons), rules),
        ...worseQueuesIn(arena, week, queues, rules),
      ].map(({ en }) => en);

export const best = (scored: readonly Scored[]): readonly Scored[] =>
  [...scored].sort((a, b) => b.saved - a.saved);

export class Trial {
  readonly judge: Judge;
  readonly budget: number;
  readonly #arena: WeekArena;
  readonly #looked = new Set<string>();
  #parts = 1;

  /** `budget`: replications of parts, counted as the proposal's are. The judge's scenario says how long they are. */
  constructor(judge: Judge, budget: number) {
    this.judge = judge;
    this.budget = budget;
    this.#arena = new WeekArena(judge.scenario, playHere);
  }

  /** Parts a week is played in, known once the present week was. */
  get parts(): number {
    return this.#parts;
  }

  get spent(): number {
    return this.#arena.simulations;
  }

  /** Part of the budget that is spent. */
  get share(): number {
    return this.spent / this.budget;
  }

  get isSpent(): boolean {
    return this.spent >= this.budget;
  }

  found(weeks: readonly Week[]): Found {
    return { weeks, simulations: this.spent, looked: this.#looked.size };
  }

  /** Patient-days a week that a week saves, over so many replications or those it has had; null when it cannot be compared. */
  async saved(week: Week, replications: number): Promise<number | null> {
    if (this.spent === 0) {
      await this.#arena.play([[]], 1);
      this.#parts = this.spent;
    }
    this.#looked.add(keyOf(week));
    await this.#arena.play([[], week], replications);
    const added = this.#arena.daysAdded(week);
    if (added.length === 0 || added.includes(null)) return null;
    return -(added as readonly number[]).reduce((sum, days) => sum + days, 0) / added.length;
  }

  /** True when a week breaks no guardrail, as the proposal judges it. */
  isSound(week: Week): boolean {
    const { rules, queues } = this.judge;
    if (keyOf(week) === '') return true;
    const isBeyond = exceedsGuardrails(this.#arena.headlines(week, 1), rules);
    return !isBeyond && worseQueuesIn(this.#arena, week, queues, rules).length === 0;
  }
}

/** One part in so many goes on at each turn of a race, which asks for as many times the replications. */
const KEPT = 3;
const LAST = 3;
const MOST_REPLICATIONS = 81;
/** The replications a field can be given, at most three times those it has had, within what is left. */
function affordable(trial: Trial, field: number, had: number, untilShare: number): number {
  const left = Math.min(1, untilShare) * trial.budget - trial.spent;
  // The present week gets as many.
  const more = Math.floor(left / (trial.parts * (field + 1)));
  return Math.min(MOST_REPLICATIONS, had * KEPT, had + more);
}

/**
 * The best of some weeks, within a part of the budget: all are played once, the better third three times as often, and so on
 * (successive halving, Karnin, Koren & Somekh 2013, by thirds); the last three until the simulations are used up. Then, in the
 * order of what they save, the first few that break no guardrail; the present week when none does.
 */
export async function race(trial: Trial, weeks: readonly Week[], untilShare = 1): Promise<readonly Week[]> {
  await trial.saved([], 1);
  let scored: readonly Scored[] = weeks.map((week) => ({ week, saved: 0 }));
  let field = scored.length;
  for (let had = 0, next = 1; next > had; next = affordable(trial, field, had, untilShare)) {
    const turn: Scored[] = [];
    for (const { week } of scored.slice(0, field)) {
      if (trial.isSpent) break;
      const saved = await trial.saved(week, next);
      turn.push({ week, saved: saved ?? Number.NEGATIVE_INFINITY });
    }
    scored = [...best(turn), ...scored.slice(turn.length)];
    field = Math.min(turn.length, Math.max(LAST, Math.ceil(turn.length / KEPT)));
    had = next;
  }
  const sound: Week[] = [];
  for (const { week, saved } of scored) {
    if (saved <= 0 || sound.length >= LAST) break;
    await trial.saved(week, FEWEST_TO_JUDGE);
    if (trial.isSound(week)) sound.push(week);
  }
  return sound.length === 0 ? [[]] : sound;
}
