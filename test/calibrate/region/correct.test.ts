/** Demand corrected by what a simulation shows, and what is seen of a simulation. */
import { describe, expect, it } from 'vitest';
import { buildRegion } from '../../../src/calibrate/region/build.ts';
import { correction } from '../../../src/calibrate/region/correct.ts';
import { observeRegion } from '../../../src/calibrate/region/observe.ts';
import { Experiment } from '../../../src/stats/experiment.ts';
import { playHere, wholeRegion } from './region-requests.ts';

const LONG = { weeks: 1000, warmupWeeks: 100 };
const queue = (medianDays: number, requests = 1000, expected = 1000) => ({
  medianDays,
  meanDays: medianDays,
  requests,
  expected,
});

describe('a correction', () => {
  it('closes four fifths of the gap: a day too long is 1/τ of demand too much', () => {
    expect(Math.log(correction(queue(22), 21, 30, LONG))).toBeCloseTo(-0.8 / 30, 9);
    expect(Math.log(correction(queue(20), 21, 30, LONG))).toBeCloseTo(0.8 / 30, 9);
  });

  it('leaves alone a delay that only chance in the requests made too long', () => {
    const more = 1.05;
    const late = 21 + 30 * Math.log(more);
    expect(correction(queue(late, 1000 * more), 21, 30, LONG)).toBeCloseTo(1, 9);
  });

  it('counts a gap of a short run for more, since only part of it has shown', () => {
    const short = { weeks: 8, warmupWeeks: 2 };
    expect(correction(queue(22), 21, 30, short)).toBeLessThan(correction(queue(22), 21, 30, LONG));
  });

  it('changes nothing where places are found at once, or nothing was seen', () => {
    expect(correction(queue(3), 0, 15, LONG)).toBe(1);
    expect(correction(undefined, 21, 30, LONG)).toBe(1);
    expect(correction(queue(Number.NaN), 21, 30, LONG)).toBe(1);
  });

  it('never changes demand by more than a quarter at a time', () => {
    expect(Math.log(correction(queue(200), 21, 30, LONG))).toBeCloseTo(-0.25, 9);
  });
});

describe('what is seen of a simulation', () => {
  it('is what its own indicators say: medians and means of the first place offered', async () => {
    const playing = { corrections: 0, weeks: 6, warmupWeeks: 2, replications: 1 };
    const request = wholeRegion({ departments: ['95'] });
    const { scenario } = await buildRegion(request, playHere, () => {}, playing);
    const experiment = new Experiment(scenario);
    experiment.runNext();
    const [seen] = observeRegion(experiment, ({ owner }) => owner !== 'interventional');
    const { sites } = experiment.result();
    let compared = 0;
    for (const [key, { medianDays, meanDays }] of seen!) {
      const [site, modality, one] = key.split('/') as [string, 'ct' | 'mri', 'A' | 'H'];
      const { p50, mean } = sites[site]![modality]!.firstAvailable[one]!;
      if (p50 === null || p50 === 'unstable' || mean === null || mean === 'unstable') continue;
      compared += 1;
      expect(Math.abs(medianDays - p50.mean)).toBeLessThanOrEqual(0.5);
      expect(meanDays).toBeCloseTo(mean.mean, 6);
    }
    expect(compared).toBeGreaterThan(40);
  });
});
