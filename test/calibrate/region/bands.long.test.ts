/** The whole of Île-de-France built as `creneau region build` builds it: about two minutes of computing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildRegion } from '../../../src/calibrate/region/build.ts';
import type { BuiltRegion } from '../../../src/calibrate/region/request.ts';
import { playHere, wholeRegion } from './region-requests.ts';

describe('the default region', () => {
  let built: BuiltRegion;
  beforeAll(async () => {
    built = await buildRegion(wholeRegion({ seed: '1' }), playHere);
  }, 1_200_000);

  it('offers the delays published in 2010: all twelve quantiles within half a day', () => {
    const missed = built.bands.filter(({ isWithin }) => !isWithin);
    expect(missed).toEqual([]);
    expect(built.bands).toHaveLength(12);
  });

  it('has residents whose exams are as many in every department', () => {
    for (const { examsPerThousand, modality } of built.departments) {
      const first = built.departments.find((one) => one.modality === modality)!;
      expect(examsPerThousand).toBeCloseTo(first.examsPerThousand, 6);
    }
  });
});
