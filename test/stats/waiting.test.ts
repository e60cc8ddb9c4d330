/** Whose waiting is counted, and where, when requests are moved or withdrawn. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { compareExperiments } from '../../src/stats/comparison.ts';
import { Experiment } from '../../src/stats/experiment.ts';
import { type Move, patientDaysAdded, waitingOf } from '../../src/stats/waiting.ts';
import { device, flow, scenarioOf, vacation } from '../engine/play.ts';

const RUN = { weeks: 20, warmupWeeks: 5, seed: 'moves' } as const;
const sideOf = (scenario: Scenario) => {
  const experiment = new Experiment(scenario, RUN);
  for (let n = 0; n < 3; n++) experiment.runNext();
  return { experiment, measured: experiment.measured(RUN.warmupWeeks) };
};

const asked = (ct: number, mri: number): Scenario =>
  scenarioOf({
    devices: [device(), device({ id: 'm', modality: 'mri' })],
    flows: [
      flow({ 'per-week': ct, accept: { tau: '10d' } }),
      flow({ id: 'b', modality: 'mri', 'per-week': mri, accept: { tau: '30d' } }),
    ],
  });

const base = sideOf(asked(70, 80));
const variant = sideOf(asked(63, 87));
const moved = (share: number, to: Move['to']): readonly Move[] => [
  { site: 's', modality: 'ct', class: 'A', share, to },
];
const delays = ({ measured }: typeof base, modality: string) =>
  measured.values(['sites', 's', modality, 'access', 'A', 'mean'])! as readonly number[];
const booked = (modality: 'ct' | 'mri') => base.measured.bookedPerWeek('s', modality, 'A')!;

describe('patients who are moved', () => {
  it('wait in the variant as those who book where they are moved to', () => {
    const { before, after } = waitingOf(base, variant, moved(0.1, 'mri'))!;
    for (const n of [0, 1, 2]) {
      const [ct, mri] = [booked('ct')[n]!, booked('mri')[n]!];
      expect(before[n]).toBeCloseTo(ct * delays(base, 'ct')[n]! + mri * delays(base, 'mri')[n]!, 9);
      const wait = 0.9 * ct * delays(variant, 'ct')[n]! + (mri + 0.1 * ct) * delays(variant, 'mri')[n]!;
      expect(after[n]).toBeCloseTo(wait, 9);
    }
  });

  it('to a longer delay are a loss that the difference of a comparison holds', () => {
    const overall = (moves: readonly Move[]) =>
      compareExperiments(base.experiment, [variant.experiment], { moves: [moves] }).variants[0]!.overall!
        .difference!.mean;
    const added = patientDaysAdded(base, variant, moved(0.1, 'mri')) as readonly number[];
    expect(overall(moved(0.1, 'mri'))).toBeCloseTo((added[0]! + added[1]! + added[2]!) / 3, 9);
    expect(overall(moved(0.1, 'mri'))).toBeGreaterThan(overall([]));
  });
});

describe('patients whose request is withdrawn', () => {
  it('are counted neither in the base nor in the variant', () => {
    const { before, after } = waitingOf(base, base, moved(0.25, null))!;
    expect(before[0]).toBeCloseTo(
      0.75 * booked('ct')[0]! * delays(base, 'ct')[0]! + booked('mri')[0]! * delays(base, 'mri')[0]!,
      9,
    );
    expect(after).toEqual(before);
  });

  it('of two causes leave what the first has left', () => {
    const both = waitingOf(base, base, [...moved(0.5, null), ...moved(0.5, null)])!;
    expect(both.before).toEqual(waitingOf(base, base, moved(0.75, null))!.before);
  });
});

describe('days that depend on the length of the run', () => {
  it('are no days added', () => {
    const overloaded = scenarioOf({
      devices: [device({ week: [vacation()] })],
      flows: [flow({ 'per-week': 200 })],
    });
    const side = sideOf(overloaded);
    expect(patientDaysAdded(side, side)).toEqual([null, null, null]);
  });
});
