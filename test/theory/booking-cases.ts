/** First-available booking, what its tests share: delays counted by day, and the case of c places a day at a given load. */
import { compileScenario } from '../../src/engine/compile.ts';
import type { RouteOffsets } from '../../src/engine/tally.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { accessDelays, firstAvailable } from './exact/booking.ts';
import type { Agenda } from './exact/booking-chain.ts';
import { type DelayLaw, delayQuantile, meanDelay } from './exact/delay-law.ts';
import {
  BIAS,
  type Bias,
  MORE_REQUESTS,
  type Replication,
  type TheoryIndicator,
  theoryCase,
  theoryScenario,
} from './harness.ts';

/** 3 % fewer requests in every flow: where 3 % more would leave no steady state, or so rough a one that nothing shows. */
export const FEWER_REQUESTS: Bias = {
  when: '3 % fewer patients ask',
  change: (scenario: Scenario) => ({
    ...scenario,
    flows: scenario.flows.map((flow) => ({ ...flow, perWeek: flow.perWeek / BIAS })),
  }),
};

/**
 * Share of the patients of a flow booked at most `days` calendar days ahead, in one replication.
 * @param flow id of a flow with one type of exam and one site, its device being called "scanner".
 * @returns null when nobody was booked.
 * @example typeof shareWithin(2, 'booking-20-a-day', 'requests') // 'function'
 */
export function shareWithin(
  days: number,
  scenario: string,
  flow: string,
): (replication: Replication) => number | null {
  let route: RouteOffsets | undefined;
  return (replication) => {
    route ??= routeOffsets(scenario, flow);
    const { tally } = replication.tallyOf('scanner');
    const from = route.exams[0]!.access;
    let within = 0;
    let all = 0;
    for (let bin = 0; bin < route.delayBins; bin++) {
      const count = tally[from + bin]!;
      all += count;
      if (bin <= days) within += count;
    }
    return all === 0 ? null : within / all;
  };
}

/** Where the counts of a flow stand does not depend on the length of the run. */
function routeOffsets(scenario: string, flow: string): RouteOffsets {
  const island = compileScenario(theoryScenario(scenario), 1).islands[0]!;
  const route = island.routes.find((one) => island.flows[one.flow]!.flow.id === flow);
  if (route === undefined) throw new RangeError(`no flow ${flow} in ${scenario}`);
  return island.layout.routes[route.index]!;
}

/**
 * Share of a delay law that is at most `days` days.
 * @example lawWithin([0, 0.5, 0.5], 1) // 0.5
 */
export function lawWithin(law: DelayLaw, days: number): number {
  return law.slice(0, days + 1).reduce((sum, probability) => sum + probability, 0);
}

/**
 * The days on which a delay law is checked: its median, P80 and P95 and the day before each, so that a share too high or too low at any
 * of them would move the quantile. Days within which nobody, or all but 2 %, have their place are left out: nothing to see there.
 * @example quantileDays([0, 0.3, 0.4, 0.3]) // [1, 2]
 */
export function quantileDays(law: DelayLaw): readonly number[] {
  const days = [0.5, 0.8, 0.95].flatMap((p) => [delayQuantile(law, p) - 1, delayQuantile(law, p)]);
  return [...new Set(days)]
    .filter((day) => lawWithin(law, day) > 0.05 && lawWithin(law, day) < 0.98)
    .sort((a, b) => a - b);
}

/**
 * Indicators of an agenda with one flow of id "requests" and class A: mean delay booked, the delay law about its quantiles, and the
 * first and third next available places at `openingHour`, unless the first is nearly always the first day offered. Requests come evenly
 * over the day.
 * @example agendaIndicators('booking-20-a-day', { places: [20], requests: [19] }, 8)[0]!.name // 'mean delay'
 */
export function agendaIndicators(
  scenario: string,
  agenda: Agenda,
  openingHour: number,
): readonly TheoryIndicator[] {
  const { booked, meanBooked } = accessDelays(agenda);
  const lead = agenda.leadDays ?? 1;
  const probe = (place: number) =>
    meanDelay(firstAvailable(agenda, { dayFraction: openingHour / 24, place }));
  const [first, third] = [probe(1), probe(3)];
  return [
    { name: 'mean delay', measured: (one) => one.modality().access.A.mean, exact: () => meanBooked },
    ...quantileDays(booked).map((days) => ({
      name: `share of delays of at most ${days} days`,
      measured: shareWithin(days, scenario, 'requests'),
      exact: () => lawWithin(booked, days),
    })),
    ...(first - lead < 0.01
      ? []
      : [
          {
            name: 'mean delay to the first place available',
            measured: (one: Replication) => one.modality().firstAvailable.A.mean,
            exact: () => first,
          },
          {
            name: 'mean delay to the third place available',
            measured: (one: Replication) => one.modality().thirdNextAvailable.A.mean,
            exact: () => third,
          },
        ]),
  ];
}

/** `places` a day every day, requests at `loadPercent` % of them. */
export interface DailyBooking {
  readonly places: 3 | 10 | 20 | 50;
  readonly loadPercent: 80 | 95 | 99;
  readonly weeks: number;
  readonly warmupWeeks: number;
  /** Default: that of all theory tests. */
  readonly replications?: number;
  readonly largestError?: number;
}

/** The tests of first-available booking on so many places a day at such a load. */
export function dailyBookingCase(booking: DailyBooking): void {
  const { places, loadPercent, ...run } = booking;
  const scenario = `booking-${places}-a-day${loadPercent === 95 ? '' : `-load-${loadPercent}`}`;
  const agenda = { places: [places], requests: [(places * loadPercent) / 100] };
  theoryCase(`first-available booking on ${places} places a day at load ${loadPercent} %`, {
    ...run,
    scenario,
    indicators: agendaIndicators(scenario, agenda, places === 50 ? 7 : 8),
    bias: loadPercent === 80 ? MORE_REQUESTS : FEWER_REQUESTS,
  });
}
