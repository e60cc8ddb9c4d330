/** What `creneau init` says of the base it has written: what it gives back, what was found, what was assumed. */
import { type MissedNumber, missedNumber } from '../../calibrate/assumption-sets.ts';
import type { Bounded, KnobIntervals } from '../../calibrate/intervals.ts';
import { reconcile } from '../../calibrate/site-check.ts';
import type { Calibrated } from '../../calibrate/solve.ts';
import type { FitRow } from '../../model/results/results.ts';
import { CLASSES } from '../../model/vocabulary.ts';
import type { Language, Text } from '../../report/language.ts';
import { formatNumber, formatShort } from '../../report/numbers.ts';
import type { Voice } from '../voice.ts';

export interface Found {
  readonly calibrated: Calibrated;
  /** Chance in the site's own observation. */
  readonly intervals: KnobIntervals;
  /** The same, patience anywhere in its range. */
  readonly assumed: KnobIntervals;
  readonly isUsualMix: boolean;
}

const MISSED: Readonly<Record<MissedNumber, Text>> = Object.freeze({
  occupancy: { en: 'occupancy', fr: 'l’occupation' },
  delayA: { en: 'the delay of ambulatory patients', fr: 'le délai des ambulatoires' },
  delayH: { en: 'the delay of hospitalised patients', fr: 'le délai des hospitalisés' },
});

/** "7 of your 8 numbers": modality and site type are given back by being written. */
export function tellEight(
  { calibrated, isUsualMix }: Found,
  fit: readonly FitRow[],
  language: Language,
  voice: Voice,
): void {
  const { numbers } = calibrated;
  const byNumber = new Map<string, FitRow[]>();
  for (const row of fit) {
    const key = row.number.startsWith('mix') ? 'mix' : row.number;
    byNumber.set(key, [...(byNumber.get(key) ?? []), row]);
  }
  const all = [...byNumber.values()];
  const back = all.filter((rows) => rows.every(({ ok }) => ok)).length;
  voice.say('initBack', { back: back + 2, all: all.length + 2 });
  if (isUsualMix) {
    const mix = CLASSES.map((one) => formatNumber(100 * numbers.mix[one], 0, language)).join('/');
    voice.say('initUsualMix', { mix });
  }
  const passages = byNumber.get('passages')?.[0];
  if (passages !== undefined && !passages.ok) {
    const { impliedPassages, durationRatio } = reconcile(numbers);
    voice.say('initPassages', {
      known: formatShort(numbers.passagesPerWeek, 1, language),
      implied: Math.round(impliedPassages),
      ratio: formatShort(durationRatio, 2, language),
    });
  }
  const missed = missedNumber(numbers, calibrated.window);
  if (missed !== null) voice.say('initMissed', { number: MISSED[missed][language] });
}

/** What no site knows and the simulation has found, with how surely. */
export function tellFound({ calibrated, intervals, assumed }: Found, language: Language, voice: Voice): void {
  const { knobs } = calibrated;
  const number = (value: number) => formatNumber(value, 1, language);
  const whole = (value: number) => formatNumber(value, 0, language);
  const range = (interval: Bounded | null, format: (value: number) => string): string =>
    interval === null ? '' : `${format(interval.low)}–${format(interval.high)}`;
  voice.note('initFound', {
    slot: number(knobs.slotMinutes),
    slots: range(intervals.slotMinutes, number),
    places: whole(knobs.inpatientPlaces),
  });
  for (const one of ['A', 'H'] as const) {
    const interval = intervals.demand[one];
    if (calibrated.numbers.mix[one] === 0 || interval === null) continue;
    voice.note('initDemand', {
      class: one,
      requests: whole(knobs.demand[one]),
      range: range(interval, whole),
      wide: range(assumed.demand[one], whole),
    });
  }
}
