/** An initial backlog (rule M3.9), what its tests share: mean delay of the requests of each day while the backlog decays. */
import { describe, expect, it } from 'vitest';
import type { Flow, Scenario } from '../../src/model/scenario.ts';
import { delaysAfterBacklog } from './exact/booking.ts';
import {
  BIAS,
  type Bias,
  type Measured,
  MORE_REQUESTS,
  measuredOf,
  type Replication,
  runReplications,
  theoryScenario,
  verdictOn,
} from './harness.ts';

const DAY_SECONDS = 86_400;

/** Requests of a day that are booked, and the sum of their delays in days. */
export interface DayTotals {
  readonly booked: number;
  readonly delaySum: number;
}

/**
 * Totals of each day of one run by day of the request; the patients of the backlog, who asked before it, are left out.
 * @example dayTotals({ passages: [], weeks: 1 }).length // 7
 */
export function dayTotals({
  passages,
  weeks,
}: Pick<Replication, 'passages' | 'weeks'>): readonly DayTotals[] {
  const totals = Array.from({ length: 7 * weeks }, () => ({ booked: 0, delaySum: 0 }));
  for (const { requested, appointment } of passages) {
    if (requested < 0 || appointment === null) continue;
    const day = Math.floor(requested / DAY_SECONDS);
    const total = totals[day]!;
    total.booked++;
    total.delaySum += Math.floor(appointment / DAY_SECONDS) - day;
  }
  return totals;
}

/**
 * Mean delay over all requests of a day of all runs, and its standard error. It is a ratio of two sums, so that each run counts for its
 * linearised value r + (delays − r × requests)/mean requests, whose mean is r (Cochran 1977, section 6.4).
 * Throws `RangeError` for fewer than 10 runs.
 * @example meanDelayOf(Array(10).fill([{ booked: 2, delaySum: 3 }]), 0).mean // 1.5
 */
export function meanDelayOf(runs: readonly (readonly DayTotals[])[], day: number): Measured {
  const totals = runs.map((run) => run[day]!);
  const booked = totals.reduce((sum, total) => sum + total.booked, 0);
  const ratio = totals.reduce((sum, total) => sum + total.delaySum, 0) / booked;
  const each = booked / totals.length;
  return measuredOf(totals.map((total) => ratio + (total.delaySum - ratio * total.booked) / each));
}

/**
 * The scenario with another backlog in every flow.
 * @example typeof withBacklog({ kind: 'delay', days: 15 }) // 'function'
 */
export function withBacklog(backlog: Flow['backlog']): (scenario: Scenario) => Scenario {
  return (scenario) => ({ ...scenario, flows: scenario.flows.map((flow) => ({ ...flow, backlog })) });
}

/** A backlog on 20 places a day. */
export interface BacklogCase {
  /** File name without `.yaml`. */
  readonly scenario: string;
  readonly patients: number;
  readonly requestsPerDay: number;
  readonly weeks: number;
  readonly replications: number;
  /** Days looked at, whose delay shows 3 % more requests. */
  readonly days: readonly number[];
  /** Days looked at, whose delay shows a backlog 3 % larger. */
  readonly firstDays: readonly number[];
}

/** The tests of a backlog: each day's mean delay agrees with its exact value, and differs once the input is biased. */
export function backlogCase(backlog: BacklogCase): void {
  const { patients, requestsPerDay, weeks, days, firstDays } = backlog;
  const run = { weeks, replications: backlog.replications, passages: true };
  const exact = delaysAfterBacklog({ places: [20], requests: [requestsPerDay] }, patients, 7 * weeks);
  const largerBacklog: Bias = {
    when: 'the backlog is 3 % larger',
    change: withBacklog({ kind: 'patients', n: patients * BIAS }),
  };
  const ran = new Map<Bias | null, readonly (readonly DayTotals[])[]>();
  const judged = (bias: Bias | null, day: number) => {
    let runs = ran.get(bias);
    if (runs === undefined) {
      const scenario = theoryScenario(backlog.scenario);
      runs = runReplications(bias === null ? scenario : bias.change(scenario), run, dayTotals);
      ran.set(bias, runs);
    }
    const measured = meanDelayOf(runs, day);
    const says = `measured ${measured.mean} ± ${measured.standardError}, exact ${exact[day]}`;
    return { verdict: verdictOn(measured, exact[day]!), says };
  };
  describe(`a backlog of ${patients} patients on 20 places a day, with ${requestsPerDay} requests a day`, () => {
    it.each([...new Set([...firstDays, ...days])])(
      'gives the requests of day %d the exact mean delay',
      (day) => {
        const { verdict, says } = judged(null, day);
        expect(verdict, says).toBe('agrees');
      },
    );
    for (const [bias, shown] of [
      [largerBacklog, firstDays],
      [MORE_REQUESTS, days],
    ] as const) {
      if (shown.length === 0) continue;
      it.each(shown)(`shows a wrong delay of day %d when ${bias.when}`, (day) => {
        const { verdict, says } = judged(bias, day);
        expect(verdict, says).toBe('differs');
      });
    }
  });
}
