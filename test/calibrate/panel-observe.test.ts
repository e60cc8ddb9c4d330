/** What the campaign of 2010 writes down of an exam. */
import { describe, expect, it } from 'vitest';
import { latentDurations, seenDurations } from '../../src/calibrate/panel-latent.ts';
import {
  clippedInto,
  isKept,
  OBSERVED_AS_IN_2010,
  observedTimes,
  passesFilter,
  roundedTimes,
  typedLag,
  typedLate,
} from '../../src/calibrate/panel-observe.ts';
import { deviceQuantile, Histogram } from '../../src/calibrate/panel-tally.ts';
import { anap2010 } from '../../src/model/benchmark/anap-2010.ts';
import { CLASSES, MODALITIES } from '../../src/model/vocabulary.ts';

const exam = { entry: 3700, exit: 4400 };

describe('times as they are written down', () => {
  it('are exact where the device writes them itself', () => {
    expect(observedTimes(exam, false, OBSERVED_AS_IN_2010, () => 0.9)).toEqual(exam);
  });

  it('are late by an exponential lag of one minute on average', () => {
    const lags = Array.from({ length: 20_000 }, (_, rank) => typedLag((rank + 0.5) / 20_000));
    expect(lags.reduce((sum, lag) => sum + lag, 0) / lags.length).toBeCloseTo(60, 0);
    expect(typedLate(exam, 30, 90)).toEqual({ entry: 3730, exit: 4490 });
  });

  it('are rounded to the nearest five minutes', () => {
    expect(roundedTimes({ entry: 149, exit: 150 })).toEqual({ entry: 0, exit: 300 });
  });

  it('follow their switches one by one', () => {
    const draws = () => 0.5;
    const off = { ...OBSERVED_AS_IN_2010, late: false, rounded: false };
    expect(observedTimes(exam, true, off, draws)).toEqual(exam);
    expect(observedTimes(exam, true, { ...off, rounded: true }, draws)).toEqual({ entry: 3600, exit: 4500 });
    const late = observedTimes(exam, true, { ...off, late: true }, draws);
    expect(late.entry).toBeCloseTo(exam.entry + 60 * Math.log(2), 9);
  });

  it('keep an exam of exactly three minutes and leave a shorter one out', () => {
    expect([isKept({ entry: 0, exit: 180 }), isKept({ entry: 0, exit: 179 })]).toEqual([true, false]);
  });
});

describe('exam time in vacations', () => {
  const day = 86_400;
  const week = [
    [{ rank: 0, day: 0, from: 8 * 3600, to: 12 * 3600 }],
    [{ rank: 1, day: 1, from: 0, to: 3600 }],
    [],
    [],
    [],
    [],
    [],
  ];
  const told = (entry: number, exit: number) => {
    const found: number[][] = [];
    clippedInto({ entry, exit }, week, (...one) => found.push(one));
    return found;
  };

  it('is clipped to the bounds of the vacation', () => {
    expect(told(7.9 * 3600, 8.1 * 3600)).toEqual([[0, 0, 0.1 * 3600].map((x) => expect.closeTo(x, 6))]);
    expect(told(12 * 3600, 13 * 3600)).toEqual([]);
  });

  it('is cut at midnight, and told with its week', () => {
    expect(told(7 * day + day - 600, 8 * day + 600)).toEqual([[1, 1, 600]]);
  });
});

describe('the rule of note 4', () => {
  it('keeps a device with 95 % of its offered time in vacations occupied to more than 15 %', () => {
    expect(
      passesFilter([
        { offered: 95, occupied: 60 },
        { offered: 5, occupied: 0 },
      ]),
    ).toBe(true);
    expect(
      passesFilter([
        { offered: 94, occupied: 60 },
        { offered: 6, occupied: 0 },
      ]),
    ).toBe(false);
  });

  it('does not count a vacation occupied to just 15 %', () => {
    expect(passesFilter([{ offered: 100, occupied: 15 }])).toBe(false);
  });
});

describe('quantiles of a campaign', () => {
  it('spread counts evenly within a step', () => {
    const counts = new Histogram(10, 1);
    for (const value of [1, 1, 2, 2]) counts.add(value);
    expect([counts.quantile(0.25), counts.quantile(0.5), counts.quantile(1)]).toEqual([1.5, 2, 3]);
  });

  it('put each device in the middle of its share', () => {
    expect([
      deviceQuantile([5, 1, 3, 2, 4], 0.5),
      deviceQuantile([1, 2], 0.5),
      deviceQuantile([], 0.5),
    ]).toEqual([3, 1.5, Number.NaN]);
  });
});

describe('durations as they were', () => {
  it.each(MODALITIES.flatMap((modality) => CLASSES.map((one) => [modality, one] as const)))(
    'are seen as published once typed and rounded (%s %s)',
    (modality, one) => {
      const published = anap2010.modalities[modality].examDurationMinutes[one];
      const seen = seenDurations(latentDurations(published));
      for (const key of ['p20', 'p50', 'p80'] as const)
        expect(Math.abs(seen[key] / published[key] - 1)).toBeLessThan(0.005);
    },
  );

  it('are not the published ones: typing bends them', () => {
    const { p20, p50, p80 } = anap2010.modalities.ct.examDurationMinutes.U;
    expect(latentDurations({ p20, p50, p80 })).not.toEqual({ p20, p50, p80 });
  });
});
