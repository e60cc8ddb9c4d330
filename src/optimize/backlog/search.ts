/** How many extra sessions bring a delay down, how long it stays down, and how many a week would hold it: found by simulation. */
import type { SessionPlace } from '../../model/results/backlog.ts';
import type { Estimate } from '../../model/results/estimate.ts';
import type { Scenario } from '../../model/scenario.ts';
import { estimate } from '../../stats/estimate.ts';
import {
  againstBase,
  type Course,
  delayOf,
  delayOver,
  lowestWeek,
  meansOf,
  type Part,
  partOf,
} from './course.ts';
import { withSessions } from './sessions.ts';
import { smallestFor } from './smallest.ts';
import type { WaitingPatients } from './target.ts';

const DAYS_A_WEEK = 7;
/** Fewest weeks before the sessions, and after them. */
const LEAST_WARMUP = 4;
const LEAST_FOLLOWED = 13;

/** Plays a scenario over so many weeks: the delays of the patients waited for, a row a replication. The same seeds always. */
export type PlayCourse = (scenario: Scenario, weeks: number) => Promise<Course>;

export interface BacklogQuestion {
  readonly scenario: Scenario;
  readonly patients: WaitingPatients;
  readonly targetDays: number;
  /** Where sessions may be held, in the order they are taken. */
  readonly places: readonly SessionPlace[];
  /** Sessions a week while they last; null: the fewest that reach the target in `quickWeeks`. */
  readonly perWeek: number | null;
  readonly quickWeeks: number;
  /** The longest campaign tried. */
  readonly longestWeeks: number;
  /** The delay gains are taken from; null: the scenario's own, simulated. */
  readonly anchorDays: number | null;
}

/** Weeks of the runs: before the first session, until a lasting change has settled, after the last session. */
export interface CourseWeeks {
  readonly warmup: number;
  readonly settle: number;
  readonly followed: number;
}

/**
 * A department relaxes in about τ days: three of them go before the sessions (or the scenario's own warm-up), and as many until a lasting
 * change is measured.
 * @example courseWeeks({ run: { warmupWeeks: 'auto' }, flows: [{ accept: { kind: 'exponential', tauDays: 30 } }] }) // { warmup: 13, settle: 13, followed: 13 }
 */
export function courseWeeks({ run, flows }: Pick<Scenario, 'run' | 'flows'>): CourseWeeks {
  const scales = flows.map(({ accept }) => (accept.kind === 'exponential' ? accept.tauDays : 0));
  const settle = Math.max(LEAST_WARMUP, Math.ceil((3 * Math.max(0, ...scales)) / DAYS_A_WEEK));
  const warmup = run.warmupWeeks === 'auto' ? settle : run.warmupWeeks;
  return { warmup, settle, followed: Math.max(LEAST_FOLLOWED, settle) };
}

/**
 * The plays of one question, each done once. Courses are told against the base (`againstBase`): same seeds, so that noise cancels.
 */
export class BacklogRuns {
  readonly weeks: CourseWeeks;
  /** Weeks from the first session on in the longest runs. */
  readonly #span: number;
  readonly #question: BacklogQuestion;
  readonly #play: PlayCourse;
  readonly #known = new Map<string, Course>();
  #base: Course | null = null;

  constructor(question: BacklogQuestion, play: PlayCourse) {
    this.#question = question;
    this.#play = play;
    this.weeks = courseWeeks(question.scenario);
    this.#span = Math.max(question.longestWeeks, 2 * this.weeks.settle);
  }

  /** The department as it is, as long as any other run. */
  async base(): Promise<Course> {
    const { warmup, followed } = this.weeks;
    this.#base ??= await this.#play(this.#question.scenario, warmup + this.#span + followed);
    return this.#base;
  }

  /** So many sessions a week for ever. */
  lasting(perWeek: number): Promise<Course> {
    return this.#course(perWeek, null, this.weeks.warmup + this.#span);
  }

  /** So many sessions a week for so many weeks, followed for some more. */
  campaign(perWeek: number, weeks: number, followed: number): Promise<Course> {
    return this.#course(perWeek, weeks, this.weeks.warmup + weeks + followed);
  }

  async #course(perWeek: number, sessionWeeks: number | null, weeks: number): Promise<Course> {
    const key = `${perWeek}/${sessionWeeks}/${weeks}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const base = await this.base();
    const played = await this.#play(this.#with(perWeek, sessionWeeks), weeks);
    const course = againstBase(played, base, this.weeks.warmup, this.#question.anchorDays);
    this.#known.set(key, course);
    return course;
  }

  #with(perWeek: number, weeks: number | null): Scenario {
    const { scenario, patients, places } = this.#question;
    const first = this.weeks.warmup;
    const last = weeks === null ? null : first + weeks - 1;
    return withSessions(scenario, patients, places.slice(0, perWeek), { first, last });
  }

  /** The delay as it is, over all weeks after the warm-up. */
  async delayBefore(): Promise<Estimate> {
    const base = await this.base();
    const { anchorDays } = this.#question;
    return anchorDays === null
      ? delayOver(base, this.weeks.warmup, base[0]!.length)
      : estimate(base.map(() => anchorDays));
  }

  /** The delay once so many sessions a week have become part of the week. */
  async delayWith(perWeek: number): Promise<Estimate> {
    const { warmup, settle } = this.weeks;
    return delayOver(await this.lasting(perWeek), warmup + settle, warmup + this.#span);
  }

  /**
   * First week that a campaign may lower: the diary is open to the first session as soon as the earliest place comes near it.
   */
  async firstWeekMoved(): Promise<number> {
    const ahead = Math.ceil((await this.delayBefore()).mean / DAYS_A_WEEK);
    return Math.max(0, this.weeks.warmup - ahead);
  }

  /** The lowest week of a campaign, and its delay. */
  async lowest(perWeek: number, weeks: number): Promise<{ readonly week: number; readonly delay: Estimate }> {
    const course = await this.campaign(perWeek, weeks, 1);
    const week = lowestWeek(course, await this.firstWeekMoved(), this.weeks.warmup + weeks + 1);
    return { week, delay: delayOf(course, week) };
  }

  /** Weeks of sessions after which so many a week would first be at the target, as a first guess; null when they never are. */
  async guessWeeks(perWeek: number): Promise<number | null> {
    const { targetDays, longestWeeks } = this.#question;
    const { warmup } = this.weeks;
    const means = meansOf(await this.lasting(perWeek));
    const from = await this.firstWeekMoved();
    const week = means.findIndex((mean, at) => at >= from && mean <= targetDays);
    if (week < 0) return null;
    // Sessions must still be there on the days that are then offered.
    const weeks = Math.max(1, week - warmup + 1 + Math.floor(targetDays / DAYS_A_WEEK));
    return weeks > longestWeeks ? null : weeks;
  }
}

/** Weeks of a campaign needed at so many sessions a week, judged on one part of the interval of the lowest week. */
export async function weeksNeeded(
  runs: BacklogRuns,
  question: BacklogQuestion,
  perWeek: number,
  part: Part,
  guess: number | null = null,
): Promise<number | null> {
  const from = guess ?? (await runs.guessWeeks(perWeek));
  if (from === null && part === 'mean') return null;
  return smallestFor(question.longestWeeks, from ?? question.longestWeeks, async (weeks) => {
    const { delay } = await runs.lowest(perWeek, weeks);
    return partOf(delay, part) <= question.targetDays;
  });
}

/** Sessions a week that would hold the target for ever, judged on one part of the interval; null when all places together do not. */
export function perWeekNeeded(
  runs: BacklogRuns,
  { places, targetDays }: BacklogQuestion,
  part: Part,
  guess: number,
): Promise<number | null> {
  return smallestFor(places.length, guess, async (n) => partOf(await runs.delayWith(n), part) <= targetDays);
}

/** The fewest sessions a week that reach the target in `quickWeeks`; else all there is room for. */
export async function quickPerWeek(
  runs: BacklogRuns,
  { places, quickWeeks }: BacklogQuestion,
  guess: number,
): Promise<number> {
  const found = await smallestFor(places.length, guess, async (n) => {
    const weeks = await runs.guessWeeks(n);
    return weeks !== null && weeks <= quickWeeks;
  });
  return found ?? places.length;
}
