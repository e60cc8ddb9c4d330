/**
 * Pairs of scenarios whose difference is known exactly, to see how often an interval holds it. Loads, horizons and lengths are such
 * that a replication's difference is nearly symmetric: over so few replications, skewness costs Student's interval some coverage.
 */
import type { HeadlineName } from '../../src/model/results/compare.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { PatientClass } from '../../src/model/vocabulary.ts';
import { ALWAYS_OPEN, device, flow, scenarioOf, vacation } from '../engine/play.ts';
import { accessDelays } from '../theory/exact/booking.ts';
import { mm1Wait, mmcWait } from '../theory/exact/queues.ts';
import { reservedAccess } from '../theory/exact/reserves.ts';

export interface KnownDifference {
  /** Reads after "the interval of": "one slot a day more at 98 % load". */
  readonly name: string;
  readonly base: Scenario;
  readonly variant: Scenario;
  readonly headline: HeadlineName;
  readonly class: PatientClass;
  /** Variant − base, in the unit of the headline. */
  readonly exact: number;
  readonly weeks: number;
  /** Four relaxation times of the slower of the two, or more: what is left of an empty start is nothing beside the intervals. */
  readonly warmupWeeks: number;
}

const EXAM_MINUTES = 10;
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** So many places of 20 minutes every day from 08:00. */
const daily = (places: number, reserve: object = {}) =>
  vacation({ days: 'mon-sun', to: clock(8 * 60 + 20 * places), ...reserve });

const slotsADay = (places: number, requestsADay: number, horizonDays: number): Scenario =>
  scenarioOf({
    devices: [device({ week: [daily(places)] })],
    flows: [
      flow({
        'per-week': 7 * requestsADay,
        profile: 'flat',
        lead: 1,
        horizon: horizonDays,
        durations: EXAM_MINUTES,
      }),
    ],
  });

const SLOTS = { places: 5, requests: 4.9, horizonDays: 4 };

const slotsDelay = (places: number): number =>
  accessDelays({ places: [places], requests: [SLOTS.requests], horizonDays: SLOTS.horizonDays }).meanBooked;

/** 4.9 requests a day for 5 places, then 6, in an agenda open 4 days ahead. */
export const ONE_SLOT_MORE: KnownDifference = {
  name: 'one slot a day more at 98 % load',
  base: slotsADay(SLOTS.places, SLOTS.requests, SLOTS.horizonDays),
  variant: slotsADay(SLOTS.places + 1, SLOTS.requests, SLOTS.horizonDays),
  headline: 'access',
  class: 'A',
  exact: slotsDelay(SLOTS.places + 1) - slotsDelay(SLOTS.places),
  weeks: 80,
  warmupWeeks: 12,
};

const RESERVE = { requestsPerDay: { A: 3.9, H: 1.2 }, horizonDays: 5 };

const reserved = (release: object): Scenario => {
  const { requestsPerDay, horizonDays } = RESERVE;
  const common = { profile: 'flat', lead: 1, horizon: horizonDays, durations: EXAM_MINUTES } as const;
  return scenarioOf({
    devices: [device({ week: [daily(6, { reserve: { H: '40min', kind: 'fixed', ...release } })] })],
    flows: [
      flow({ ...common, id: 'ambulatory', 'per-week': 7 * requestsPerDay.A }),
      flow({ ...common, id: 'hospitalised', class: 'H', 'per-week': 7 * requestsPerDay.H }),
    ],
  });
};

const reservedDelay = (releasedTomorrow: boolean): number =>
  reservedAccess({
    kind: 'fixed',
    placesPerDay: 6,
    reservedPlaces: 2,
    releasedTomorrow,
    ...RESERVE,
  }).A.meanDelay;

/** A carve-out of 2 places in 6, never released, then open to all on the eve: what ambulatory patients gain. */
export const RELEASE: KnownDifference = {
  name: 'a carve-out released on the eve',
  base: reserved({}),
  variant: reserved({ release: '1d' }),
  headline: 'access',
  class: 'A',
  exact: reservedDelay(true) - reservedDelay(false),
  weeks: 80,
  warmupWeeks: 10,
};

const HOURS_A_WEEK = 168;
const ARRIVALS_AN_HOUR = 1;
const EXAMS_AN_HOUR = 2;

/** Two scanners with a flow of their own each, or sharing one queue. */
const twoScanners = (isPooled: boolean): Scenario =>
  scenarioOf({
    devices: ['one', 'two'].map((id) =>
      device({ id, week: [ALWAYS_OPEN], ...(isPooled ? { pool: 'both' } : {}) }),
    ),
    flows: ['one', 'two'].map((id) =>
      flow({
        id: `walk-ins-${id}`,
        class: 'U',
        'walk-in': true,
        'per-week': ARRIVALS_AN_HOUR * HOURS_A_WEEK,
        profile: 'flat',
        durations: { law: 'exponential', mean: 60 / EXAMS_AN_HOUR },
        ...(isPooled ? {} : { devices: [id] }),
      }),
    ),
  });

/** Two M/M/1 against one M/M/2 at load 50 %: minutes of waiting. */
export const POOLED: KnownDifference = {
  name: 'two scanners sharing one queue',
  base: twoScanners(false),
  variant: twoScanners(true),
  headline: 'emergencyWait',
  class: 'U',
  exact: 60 * (mmcWait(2 * ARRIVALS_AN_HOUR, EXAMS_AN_HOUR, 2) - mm1Wait(ARRIVALS_AN_HOUR, EXAMS_AN_HOUR)),
  weeks: 20,
  warmupWeeks: 1,
};

/** 5.6 requests a day for 6 places, asked for by one flow or by two halves of it: the same law, other draws. */
export const SAME_LAW: KnownDifference = {
  name: 'one flow written as two halves',
  base: slotsADay(6, 5.6, 15),
  variant: scenarioOf({
    devices: [device({ week: [daily(6)] })],
    flows: ['a', 'b'].map((id) =>
      flow({ id, 'per-week': 7 * 2.8, profile: 'flat', lead: 1, horizon: 15, durations: EXAM_MINUTES }),
    ),
  }),
  headline: 'access',
  class: 'A',
  exact: 0,
  weeks: 70,
  warmupWeeks: 20,
};
