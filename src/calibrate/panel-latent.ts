/**
 * Exam durations as they were, from durations as they were written down: the quantiles of a J-QPD-S law that, seen through
 * the observation of the campaign, give back the published ones. Where a published quantile lies on a multiple of five
 * minutes many laws do; the nearest to the published numbers is taken.
 */
import { quantileFunction } from '../engine/laws/quantile.ts';
import { ln } from '../engine/math.ts';
import { anap2010 } from '../model/benchmark/anap-2010.ts';
import type { Quantiles } from '../model/benchmark/benchmark.ts';
import type { Law } from '../model/law.ts';
import { CLASSES, type Modality, type PatientClass } from '../model/vocabulary.ts';
import { SHORTEST_SECONDS } from './panel-observe.ts';
import { panelValue } from './panel-parameters.ts';

const MINUTE = 60;
/** Points of the law, and of the difference of two typing lags, at the middle of equal shares. */
const POINTS = 4000;
const LAGS = 8;
const MOST_SECONDS = 8 * 3600;
const STEPS = 60;
/** Share of the gap that one step corrects. */
const STRIDE = 0.6;
const KEYS = ['p20', 'p50', 'p80'] as const;
const SHARES = { p20: 0.2, p50: 0.5, p80: 0.8 } as const;

const lawOf = ({ p20, p50, p80 }: Quantiles): Law => ({
  law: 'jqpd-s',
  min: SHORTEST_SECONDS,
  p20: p20 * MINUTE,
  p50: p50 * MINUTE,
  p80: p80 * MINUTE,
});

/** Difference of two exponential lags of the same mean: a Laplace law, at the middles of equal shares. */
const lagDifferences = (): readonly number[] =>
  Array.from({ length: LAGS }, (_, rank) => {
    const share = (rank + 0.5) / LAGS;
    const scale = panelValue('typing-lag') * MINUTE;
    return share < 0.5 ? scale * ln(2 * share) : -scale * ln(2 * (1 - share));
  });

/**
 * Quantiles (minutes) of durations of this law as the campaign saw them, `typing-share` of them typed. A rounded duration
 * is the step below with a chance, else the step above, so that its mean is the duration: entries fall anywhere in a step.
 * Occupancy is therefore seen as it is; what is rounded to nothing is left out, and counts for nothing.
 */
export function seenDurations(quantiles: Quantiles): Quantiles {
  const at = quantileFunction(lawOf(quantiles));
  const step = panelValue('typing-step') * MINUTE;
  const typed = panelValue('typing-share');
  const lags = lagDifferences();
  const shares = new Float64Array(MOST_SECONDS);
  const add = (seconds: number, share: number): void => {
    if (seconds >= SHORTEST_SECONDS) shares[Math.min(MOST_SECONDS - 1, Math.round(seconds))]! += share;
  };
  for (let rank = 0; rank < POINTS; rank++) {
    const p = (rank + 0.5) / POINTS;
    const duration = at(p, 1 - p);
    add(duration, (1 - typed) / POINTS);
    for (const lag of lags) {
      const late = Math.max(0, duration + lag);
      const below = Math.floor(late / step);
      const above = late / step - below;
      add(below * step, (typed * (1 - above)) / POINTS / LAGS);
      add((below + 1) * step, (typed * above) / POINTS / LAGS);
    }
  }
  return quantilesOf(shares);
}

function quantilesOf(shares: Float64Array): Quantiles {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const found = { p20: 0, p50: 0, p80: 0 };
  let below = 0;
  let next = 0;
  for (let second = 0; second < shares.length && next < KEYS.length; second++) {
    below += shares[second]!;
    while (next < KEYS.length && below >= SHARES[KEYS[next]!] * total) found[KEYS[next++]!] = second / MINUTE;
  }
  return found;
}

/**
 * Quantiles (minutes) of the durations as they were, so that those written down have the published quantiles.
 * @param published minutes.
 */
export function latentDurations(published: Quantiles): Quantiles {
  const latent = { p20: published.p20, p50: published.p50, p80: published.p80 };
  for (let step = 0; step < STEPS; step++) {
    const seen = seenDurations(latent);
    const gaps = KEYS.map((key) => published[key] - seen[key]);
    if (gaps.every((gap) => Math.abs(gap) < 0.02)) break;
    KEYS.forEach((key, rank) => {
      latent[key] += STRIDE * gaps[rank]!;
    });
  }
  const rounded = (minutes: number) => Math.round(minutes * 100) / 100;
  return { p20: rounded(latent.p20), p50: rounded(latent.p50), p80: rounded(latent.p80) };
}

/** The published durations of a modality as they were, by class, minutes. */
export function latentOf(modality: Modality): Readonly<Record<PatientClass, Quantiles>> {
  const published = anap2010.modalities[modality].examDurationMinutes;
  return Object.fromEntries(CLASSES.map((one) => [one, latentDurations(published[one])])) as Record<
    PatientClass,
    Quantiles
  >;
}
