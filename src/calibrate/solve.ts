/**
 * A device calibrated on its occupancy and delays together. Latent demand moves the delays, the slot moves the
 * occupancy, the inpatient places move the mix; each is corrected by its own gap, all at once, under common random
 * numbers, until all of them hold.
 */
import { mean } from '../engine/laws/moments.ts';
import { exp, ln } from '../engine/math.ts';
import { DEFAULTS } from '../model/complete/defaults.ts';
import { weekProfile } from '../model/profile.ts';
import { CLASSES, type Modality, type PatientClass } from '../model/vocabulary.ts';
import { LearntLine, STRIDE } from './learnt-line.ts';
import { measure, pooled, smoothMedian, type Window } from './measure.ts';
import { plainWeek, type ScheduledVacation, type SiteNumbers, weekHours } from './site-numbers.ts';
import {
  isOnCall,
  type Knobs,
  rawSiteScenario,
  type SiteAssumptions,
  type SiteRun,
  siteScenario,
} from './site-scenario.ts';

export interface SolveOptions {
  readonly seed: string;
  /** Weeks measured in each replication, and left out before. */
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly replications: number;
  /** Simulations at most. */
  readonly mostSteps: number;
  /** Tolerances (`SOLVE_TOLERANCE`) within which the search ends; 1 unless given. */
  readonly within?: number;
}

export const SOLVE_DEFAULTS: SolveOptions = Object.freeze({
  seed: 'calibration',
  weeks: 52,
  warmupWeeks: 6,
  replications: 4,
  mostSteps: 14,
});

export interface Calibrated {
  readonly numbers: SiteNumbers;
  readonly week: readonly ScheduledVacation[];
  readonly assumptions: SiteAssumptions;
  readonly knobs: Knobs;
  /** What the last simulation gave with these knobs. */
  readonly window: Window;
  readonly hasConverged: boolean;
  readonly steps: number;
}

/** Gaps below which a number is found again; half of what a user is told as reproduced. */
export const SOLVE_TOLERANCE = Object.freeze({ occupancy: 0.003, delayDays: 0.25, share: 0.01 });

/** The assumed inputs of the defaults. */
export function defaultAssumptions(modality: Modality): SiteAssumptions {
  const { tauDays, noShow, changeover, lateStart, earlyEndSeconds } =
    DEFAULTS['anap-2010'].byModality[modality];
  return {
    tauDays: { A: tauDays.A!.value, H: tauDays.H!.value },
    noShow: noShow.value,
    changeoverMinutes: mean(changeover.value) / 60,
    lateStartMinutes: mean(lateStart.value) / 60,
    earlyEndMinutes: earlyEndSeconds.value / 60,
  };
}

const published = new Map<Modality, Readonly<Record<PatientClass, number>>>();

/** Mean exam minutes by class, published (ANAP 2010, figures 11 and 12, J-QPD-S); found once. */
export function meanMinutes(modality: Modality): Readonly<Record<PatientClass, number>> {
  const known = published.get(modality);
  if (known !== undefined) return known;
  const { durations } = DEFAULTS['anap-2010'].byModality[modality];
  const minutes = Object.freeze(
    Object.fromEntries(CLASSES.map((one) => [one, mean(durations![one].value) / 60])) as Record<
      PatientClass,
      number
    >,
  );
  published.set(modality, minutes);
  return minutes;
}

/** Share of the emergency profile that falls in the scheduled week. */
function emergencyShareInside(week: readonly ScheduledVacation[]): number {
  const weights = weekProfile('emergency');
  const total = weights.reduce((sum, one) => sum + one, 0);
  const inside = week.reduce((sum, { day, fromMinutes, toMinutes }) => {
    let part = 0;
    for (let hour = 0; hour < 24; hour++) {
      const overlap = Math.min(toMinutes, 60 * (hour + 1)) - Math.max(fromMinutes, 60 * hour);
      if (overlap > 0) part += (weights[day * 24 + hour]! * overlap) / 60;
    }
    return sum + part;
  }, 0);
  return inside / total;
}

/**
 * Passages a week that this occupancy, opening and mix come to with the published durations: what the number of
 * passages should be if the others are right.
 */
export function impliedPassages(numbers: SiteNumbers, week: readonly ScheduledVacation[]): number {
  const minutes = meanMinutes(numbers.modality);
  const inside = isOnCall(numbers) ? emergencyShareInside(week) : 1;
  const each = CLASSES.reduce(
    (sum, one) => sum + numbers.mix[one] * minutes[one] * (one === 'R' || one === 'U' ? inside : 1),
    0,
  );
  return (numbers.occupancy * weekHours(week) * 60) / each;
}

/** Where the search begins: the agenda is full up to the delay, so places are passages and demand is what accepts. */
function firstKnobs(
  numbers: SiteNumbers,
  week: readonly ScheduledVacation[],
  assumed: SiteAssumptions,
): Knobs {
  const passages = impliedPassages(numbers, week);
  const places = (one: 'A' | 'H') => (passages * numbers.mix[one]) / (1 - assumed.noShow);
  const accepted = (one: 'A' | 'H') => exp(-numbers.delayDays[one] / assumed.tauDays[one]);
  return {
    slotMinutes: (weekHours(week) * 60) / Math.max(1, places('A') + places('H')),
    inpatientPlaces: wholePlaces(places('H'), numbers),
    demand: {
      A: places('A') / accepted('A'),
      H: places('H') / accepted('H'),
      R: passages * numbers.mix.R,
      U: passages * numbers.mix.U,
    },
  };
}

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

/** Places come whole, and hospitalised patients, where there are any, have one at least. */
export const wholePlaces = (places: number, { mix }: SiteNumbers): number =>
  mix.H === 0 ? 0 : Math.max(1, Math.round(places));

/** Simulations without a better fit after which the best one is taken. */
const PATIENCE_STEPS = 6;

/** From this delay on an agenda counts as full up to it. */
const FULL_FROM_DAYS = 2.5;
/** Change of the logarithm of places for a delay that is one day off, where places are found at once. */
const PLACES_A_DAY = 0.25;

/** How the delay of a class answers to demand a place, and its passages to places. */
interface ClassLines {
  readonly delay: LearntLine;
  readonly passages: LearntLine;
}

/** Before anything is seen: a delay answers by patience, since λ·exp(−d/τ) = c; passages follow places one for one. */
const linesOf = (tauDays: number): ClassLines => ({
  delay: new LearntLine({ first: tauDays, least: tauDays / 10, most: 1.5 * tauDays }),
  passages: new LearntLine({ first: 1, least: 0.5, most: 5 }),
});

/** Knobs that reproduce the numbers, or the best found. */
export function calibrateSite(
  numbers: SiteNumbers,
  assumptions: SiteAssumptions = defaultAssumptions(numbers.modality),
  options: SolveOptions = SOLVE_DEFAULTS,
  start: Knobs | null = null,
  week: readonly ScheduledVacation[] = numbers.week ?? plainWeek(numbers.openingHours),
): Calibrated {
  const run: SiteRun = {
    weeks: options.weeks + options.warmupWeeks,
    warmupWeeks: options.warmupWeeks,
    seed: options.seed,
  };
  const minutes = meanMinutes(numbers.modality);
  const opening = weekHours(week) * 60;
  const lines = { A: linesOf(assumptions.tauDays.A), H: linesOf(assumptions.tauDays.H) };
  let knobs = start ?? firstKnobs(numbers, week, assumptions);
  let best: { knobs: Knobs; window: Window; gap: number; step: number } | null = null;
  let steps = 0;
  while (steps < options.mostSteps) {
    const scenario = siteScenario(rawSiteScenario(numbers, week, knobs, assumptions, run));
    const window = pooled(measure(scenario, options.replications));
    steps += 1;
    const gap = gapOf(numbers, window);
    if (best === null || gap < best.gap) best = { knobs, window, gap, step: steps };
    if (gap <= (options.within ?? 1) || steps - best.step >= PATIENCE_STEPS) break;
    knobs = corrected(numbers, knobs, window, { minutes, opening, lines });
  }
  const { knobs: found, window, gap } = best!;
  return { numbers, week, assumptions, knobs: found, window, hasConverged: gap <= 1, steps };
}

/** The largest gap between what is simulated and what is observed, in tolerances. */
function gapOf(numbers: SiteNumbers, window: Window): number {
  const { mix, delayDays } = numbers;
  const delay = (one: 'A' | 'H') =>
    mix[one] === 0
      ? 0
      : Math.abs(smoothMedian(window.firstAvailable[one]) - delayDays[one]) / SOLVE_TOLERANCE.delayDays;
  const booked = mix.A + mix.H;
  const share = window.passages.H / Math.max(1e-9, window.passages.A + window.passages.H);
  const mixGap = Math.abs(share - mix.H / booked) / SOLVE_TOLERANCE.share;
  const gaps = [
    Math.abs(window.occupancy - numbers.occupancy) / SOLVE_TOLERANCE.occupancy,
    delay('A'),
    delay('H'),
    booked === 0 ? 0 : mixGap,
  ];
  return gaps.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(...gaps);
}

interface Learnt {
  readonly minutes: Readonly<Record<PatientClass, number>>;
  readonly opening: number;
  readonly lines: { readonly A: ClassLines; readonly H: ClassLines };
}

/** Places a week the week holds for ambulatory patients, or keeps for hospitalised ones. */
export const placesOf = (one: 'A' | 'H', { slotMinutes, inpatientPlaces }: Knobs, opening: number): number =>
  Math.max(1, one === 'H' ? inpatientPlaces : opening / slotMinutes - inpatientPlaces);

/**
 * The next knobs to try. Where an agenda is full up to the delay, places follow the passages a class should have and
 * demand follows the delay. Where places are found at once (a delay of a day or less) it is the other way round.
 */
function corrected(numbers: SiteNumbers, knobs: Knobs, window: Window, learnt: Learnt): Knobs {
  const { mix, delayDays, occupancy } = numbers;
  const { minutes, opening, lines } = learnt;
  const { passages } = window;
  const bookedMinutes = passages.A * minutes.A + passages.H * minutes.H;
  const wantedMinutes = Math.max(0.02 * opening, bookedMinutes + (occupancy - window.occupancy) * opening);
  const total = wantedMinutes / Math.max(1e-9, mix.A * minutes.A + mix.H * minutes.H);
  const growth = (one: PatientClass): number =>
    passages[one] === 0 ? 0 : clamp(ln((total * mix[one]) / passages[one]), -STRIDE, STRIDE);
  const steps = (one: 'A' | 'H', wanted: number) => {
    const full = clamp(delayDays[one] / FULL_FROM_DAYS, 0, 1);
    const delay = smoothMedian(window.firstAvailable[one]);
    const [lnPlaces, lnDemand] = [ln(placesOf(one, knobs, opening)), ln(knobs.demand[one])];
    const step = lines[one].delay.step(lnDemand - lnPlaces, delay, delayDays[one]);
    const mover = full * lnPlaces + (1 - full) * lnDemand;
    const done = ln(Math.max(0.01, passages[one]));
    const grown = lines[one].passages.step(mover, done, ln(Math.max(0.01, wanted)));
    const late = delay - delayDays[one];
    const off = Math.abs(late) < SOLVE_TOLERANCE.delayDays ? 0 : clamp(late, -1, 1);
    const places = full * grown + (1 - full) * PLACES_A_DAY * off;
    /** Change of the passages to come, the places changing by so much; demand has its delay to correct besides. */
    const followed = (kept: number) => full * kept + (1 - full) * grown;
    return { places, followed, delayed: full * step };
  };
  const hospitalised = () => {
    if (mix.H === 0) return { inpatientPlaces: 0, followed: 0, delayed: 0 };
    const { places, followed, delayed } = steps('H', total * mix.H);
    const inpatientPlaces = wholePlaces(knobs.inpatientPlaces * exp(places), numbers);
    const kept = ln(inpatientPlaces / placesOf('H', knobs, opening));
    return { inpatientPlaces, followed: followed(kept), delayed };
  };
  const h = hospitalised();
  // What whole places leave of the occupancy asked for, ambulatory patients make up.
  const ambulatory = (wantedMinutes - passages.H * exp(h.followed) * minutes.H) / minutes.A;
  const a = mix.A === 0 ? null : steps('A', ambulatory);
  const places = placesOf('A', knobs, opening) * exp(a?.places ?? 0) + h.inpatientPlaces;
  return {
    slotMinutes: clamp(opening / places, 5, 240),
    inpatientPlaces: h.inpatientPlaces,
    demand: {
      A: knobs.demand.A * exp(a === null ? 0 : a.followed(a.places) + a.delayed),
      H: knobs.demand.H * exp(h.followed + h.delayed),
      R: knobs.demand.R * exp(growth('R')),
      U: knobs.demand.U * exp(growth('U')),
    },
  };
}
