import { describe, expect, it } from 'vitest';
import { anap2010 } from '../../../src/model/benchmark/anap-2010.ts';
import { type Benchmark, bandOf } from '../../../src/model/benchmark/benchmark.ts';
import { deepFreeze } from '../../../src/model/freeze.ts';

const delays = { p20: 2, p50: 7, p80: 14 };

describe('bandOf', () => {
  it('places a value on each side of each quantile', () => {
    expect([1.9, 2.1, 6.9, 7.1, 13.9, 14.1].map((value) => bandOf(delays, value))).toEqual([
      'below-p20',
      'p20-p50',
      'p20-p50',
      'p50-p80',
      'p50-p80',
      'above-p80',
    ]);
  });

  it('keeps P20 and P80 themselves inside the panel, and opens the upper band at the median', () => {
    expect([2, 7, 14].map((value) => bandOf(delays, value))).toEqual(['p20-p50', 'p50-p80', 'p50-p80']);
  });

  it('places zero inside a band that starts at zero', () => {
    expect(bandOf({ p20: 0, p50: 2, p80: 5 }, 0)).toBe('p20-p50');
  });

  it('refuses a value that is not a number', () => {
    expect(() => bandOf(delays, Number.NaN)).toThrow(RangeError);
  });
});

describe('a benchmark of another year and territory', () => {
  const ct = anap2010.modalities.ct;
  const partial: Benchmark = {
    ...anap2010,
    id: 'region-2024',
    year: 2024,
    territory: { fr: 'une région', en: 'one region' },
    modalities: {
      ct: { ...ct, icrPerHour: null, onCallShare: null, extendedMedians: null, devices: null },
      mri: { ...anap2010.modalities.mri, appointmentDelayDays: {}, passagesPerWeek: null },
    },
    clinicalCases: [],
    participants: null,
  };

  it('may leave out what it did not measure', () => {
    expect(partial.modalities.mri.appointmentDelayDays.A).toBeUndefined();
    expect(partial.modalities.ct.occupancyRatio?.p50).toBe(0.606);
  });

  it('is frozen through and through', () => {
    const frozen = deepFreeze(structuredClone(partial));
    expect(Object.isFrozen(frozen.modalities.ct.openingHours)).toBe(true);
    expect(Object.isFrozen(frozen.caveats[0]?.text)).toBe(true);
  });
});
