/**
 * How well a site's numbers pin down what calibration found. Windows as long as the site's own observation are simulated
 * with the calibrated knobs; what calibration would have found from each is read off a plane fitted to simulations around
 * them with the same random numbers (parametric bootstrap; Efron & Tibshirani 1993, ch. 6).
 */
import { exp, ln } from '../engine/math.ts';
import { openStream } from '../engine/streams.ts';
import { hypercubeColumn } from './assumption-sets.ts';
import { measure, smoothMedian, type Window } from './measure.ts';
import { weekHours } from './site-numbers.ts';
import { type Knobs, rawSiteScenario, siteScenario } from './site-scenario.ts';
import { type Calibrated, placesOf } from './solve.ts';

/** A value with its 95 % interval. */
export interface Bounded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What was found, each with its interval; null where the numbers do not tell it (an agenda that is never full). */
export interface KnobIntervals {
  readonly slotMinutes: Bounded | null;
  /** Share of the places that is kept for hospitalised patients. */
  readonly inpatientShare: Bounded | null;
  readonly demand: { readonly A: Bounded | null; readonly H: Bounded | null };
}

export interface IntervalOptions {
  /** Weeks the site's numbers were observed over. */
  readonly observedWeeks: number;
  readonly replications: number;
  readonly seed: string;
  /** The numbers observed, where they are finer than those calibrated on; null = as calibrated. */
  readonly observed?: Window | null;
}

type Booked = 'A' | 'H';
const BOOKED: readonly Booked[] = ['A', 'H'];

/** The knobs are moved by up to this much, in logarithm, to learn how the numbers answer. */
const REACH = 0.08;
/** Hospitalised places are moved by up to so many at least: they come whole. */
const LEAST_PLACES_MOVED = 1.2;
/** Points of the design around the calibrated knobs, and replications at each. */
const POINTS = 8;
const POINT_REPLICATIONS = 3;
/** Student's t at 97.5 % for the six degrees of freedom that the surface leaves. */
const T_QUANTILE = 2.45;

interface Outputs {
  readonly lnPassages: number;
  readonly delay: number;
}

const outputsOf = (window: Window, one: Booked): Outputs => ({
  lnPassages: ln(Math.max(0.01, window.passages[one])),
  delay: smoothMedian(window.firstAvailable[one]),
});

const average = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

function deviation(values: readonly number[]): number {
  const mean = average(values);
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / (values.length - 1));
}

/** Changes of (ln places, ln demand) that explain changes of (ln passages, delay). */
type LocalMap = (change: Outputs) => { readonly places: number; readonly demand: number };

/** Null when the two knobs cannot be told apart. */
function localMap(byPlaces: Outputs, byDemand: Outputs): LocalMap | null {
  const determinant = byPlaces.lnPassages * byDemand.delay - byPlaces.delay * byDemand.lnPassages;
  // The same units as a delay: below a tenth of a day an agenda does not react.
  if (Math.abs(determinant) < 0.1) return null;
  return ({ lnPassages, delay }) => ({
    places: (lnPassages * byDemand.delay - delay * byDemand.lnPassages) / determinant,
    demand: (byPlaces.lnPassages * delay - byPlaces.delay * lnPassages) / determinant,
  });
}

const meanOutputs = (windows: readonly Window[], one: Booked): Outputs => ({
  lnPassages: average(windows.map((window) => outputsOf(window, one).lnPassages)),
  delay: average(windows.map((window) => outputsOf(window, one).delay)),
});

/** Coefficients of y on two centred inputs by least squares, and the standard deviation left over. */
function plane(x: readonly (readonly [number, number])[], y: readonly number[]) {
  const mean = average(y);
  const centre = [average(x.map(([u]) => u)), average(x.map(([, v]) => v))] as const;
  let [uu, uv, vv, uy, vy] = [0, 0, 0, 0, 0];
  x.forEach(([u, v], rank) => {
    const [du, dv, dy] = [u - centre[0], v - centre[1], y[rank]! - mean];
    uu += du * du;
    uv += du * dv;
    vv += dv * dv;
    uy += du * dy;
    vy += dv * dy;
  });
  const determinant = uu * vv - uv * uv;
  const [byPlaces, byDemand] = [(uy * vv - vy * uv) / determinant, (vy * uu - uy * uv) / determinant];
  const squares = x.reduce((sum, [u, v], rank) => {
    const left = y[rank]! - mean - byPlaces * (u - centre[0]) - byDemand * (v - centre[1]);
    return sum + left * left;
  }, 0);
  return { byPlaces, byDemand, left: Math.sqrt(squares / Math.max(1, x.length - 3)) };
}

/** Steps of the logarithms of places and demand, of ambulatory then of hospitalised patients. */
type Step = readonly [number, number, number, number];

/**
 * Steps spread over the reach: strips of a Latin hypercube. Hospitalised places come whole, so they move by one at
 * least and only by whole ones.
 */
function designSteps(seed: string, inpatientPlaces: number): readonly Step[] {
  const columns = ['places-A', 'demand-A', 'places-H', 'demand-H'].map((name) =>
    hypercubeColumn(POINTS, openStream(seed, 'surface', name)).map((share) => REACH * (2 * share - 1)),
  );
  const most = Math.max(REACH, LEAST_PLACES_MOVED / Math.max(1, inpatientPlaces));
  const whole = (step: number): number => {
    if (inpatientPlaces === 0) return 0;
    const places = Math.max(1, Math.round(inpatientPlaces * (1 + (step * most) / REACH)));
    return ln(places / inpatientPlaces);
  };
  return Array.from({ length: POINTS }, (_, rank) => {
    const [placesA, demandA, placesH, demandH] = columns.map((column) => column[rank]!);
    return [placesA!, demandA!, whole(placesH!), demandH!];
  });
}

/** Intervals of the knobs of a calibrated site. */
export function knobIntervals(calibrated: Calibrated, options: IntervalOptions): KnobIntervals {
  const { numbers, week, assumptions, knobs } = calibrated;
  const opening = weekHours(week) * 60;
  const warmupWeeks = 6;
  const run = { weeks: options.observedWeeks + warmupWeeks, warmupWeeks, seed: options.seed };
  const windowsOf = (tried: Knobs, replications: number) =>
    measure(siteScenario(rawSiteScenario(numbers, week, tried, assumptions, run)), replications);
  const base = windowsOf(knobs, options.replications);
  const steps = designSteps(options.seed, knobs.inpatientPlaces);
  const around = steps.map((step) => windowsOf(moved(knobs, opening, step), POINT_REPLICATIONS));
  const found = BOOKED.map((one, index) => {
    if (numbers.mix[one] === 0) return null;
    const mean = meanOutputs(base, one);
    const points = [base.slice(0, POINT_REPLICATIONS), ...around].map((windows) => meanOutputs(windows, one));
    const inputs = [
      [0, 0] as const,
      ...steps.map((step) => [step[2 * index]!, step[2 * index + 1]!] as const),
    ];
    const passages = plane(
      inputs,
      points.map(({ lnPassages }) => lnPassages),
    );
    const delays = plane(
      inputs,
      points.map(({ delay }) => delay),
    );
    const map = localMap(
      { lnPassages: passages.byPlaces, delay: delays.byPlaces },
      { lnPassages: passages.byDemand, delay: delays.byDemand },
    );
    if (map === null) return null;
    const target = options.observed ?? null;
    const observed = target === null ? mean : outputsOf(target, one);
    const shift = map(difference(observed, mean));
    const drawn = base.map((window) => map(difference(outputsOf(window, one), mean)));
    // What the plane leaves over: places come whole, so the answer to a knob has small steps.
    const bends = [map({ lnPassages: passages.left, delay: 0 }), map({ lnPassages: 0, delay: delays.left })];
    const half = (of: (change: { places: number; demand: number }) => number): number => {
      const chance = deviation(drawn.map(of));
      const bent = bends.reduce((sum, bend) => sum + of(bend) * of(bend), 0);
      return T_QUANTILE * Math.sqrt(chance * chance * (1 + 1 / options.replications) + bent);
    };
    return {
      places: {
        centre: ln(placesOf(one, knobs, opening)) + shift.places,
        half: half(({ places }) => places),
      },
      demand: { centre: ln(knobs.demand[one]) + shift.demand, half: half(({ demand }) => demand) },
    };
  });
  const [a, h] = found;
  const demandOf = (of: (typeof found)[number]): Bounded | null =>
    of === null || of === undefined ? null : bounded(of.demand.centre, of.demand.half);
  return {
    slotMinutes: slotOf(a ?? null, h ?? null, numbers.mix.H === 0, opening),
    inpatientShare: a && h ? shareOf(a.places, h.places) : null,
    demand: { A: demandOf(a ?? null), H: demandOf(h ?? null) },
  };
}

const difference = (a: Outputs, b: Outputs): Outputs => ({
  lnPassages: a.lnPassages - b.lnPassages,
  delay: a.delay - b.delay,
});

const bounded = (lnCentre: number, half: number): Bounded => ({
  value: exp(lnCentre),
  low: exp(lnCentre - half),
  high: exp(lnCentre + half),
});

interface LnPlaces {
  readonly places: { readonly centre: number; readonly half: number };
}

/** Opening ÷ places: both kinds of places are independent, so their variances add. */
function slotOf(
  a: LnPlaces | null,
  h: LnPlaces | null,
  isWithoutH: boolean,
  opening: number,
): Bounded | null {
  if (a === null || (h === null && !isWithoutH)) return null;
  const placesA = exp(a.places.centre);
  const placesH = h === null ? 0 : exp(h.places.centre);
  const total = placesA + placesH;
  const errors = [placesA * a.places.half, h === null ? 0 : placesH * h.places.half].map(
    (one) => one / total,
  );
  const half = Math.sqrt(errors.reduce((sum, one) => sum + one * one, 0));
  return bounded(ln(opening / total), half);
}

function shareOf(a: LnPlaces['places'], h: LnPlaces['places']): Bounded {
  const odds = h.centre - a.centre;
  const half = Math.sqrt(a.half * a.half + h.half * h.half);
  const share = (x: number) => 1 / (1 + exp(-x));
  return { value: share(odds), low: share(odds - half), high: share(odds + half) };
}

/** The knobs moved by steps of the logarithms of places and demand, first of ambulatory then of hospitalised patients. */
function moved(knobs: Knobs, opening: number, step: Step): Knobs {
  const inpatientPlaces = knobs.inpatientPlaces * exp(step[2]);
  const ambulatory = placesOf('A', knobs, opening) * exp(step[0]);
  const { demand } = knobs;
  return {
    inpatientPlaces,
    slotMinutes: opening / (ambulatory + inpatientPlaces),
    demand: { ...demand, A: demand.A * exp(step[1]), H: demand.H * exp(step[3]) },
  };
}
