import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allot, predictedDelays } from '../../../src/optimize/week/allot.ts';
import type { Pick } from '../../../src/optimize/week/change.ts';
import { curveOf, daysAt, MOST_GIVEN, servedQueues, shapeDays } from '../../../src/optimize/week/curves.ts';
import { fitCurves, startCurves } from '../../../src/optimize/week/fit.ts';
import type { Queue } from '../../../src/optimize/week/problem.ts';
import { hospital, sharedMri } from './support/departments.ts';
import { problemOf } from './support/problems.ts';

const queue = (parts: Partial<Queue> = {}): Queue => ({
  id: 's/ct/A/public',
  site: 's',
  modality: 'ct',
  class: 'A',
  flows: ['a'],
  requestsPerWeek: 100,
  slotSeconds: 1200,
  tauDays: 20,
  freeDays: 0,
  targetDays: null,
  ...parts,
});

describe('the curve of a queue', () => {
  it('is where so many decline that the rest fits: τ·ln(asked/given)', () => {
    // exp(−d/20) = ½ at 13.86 days; chance adds less than a tenth of a day so far from balance.
    expect(shapeDays(queue(), 0.5)).toBeGreaterThan(20 * Math.LN2);
    expect(shapeDays(queue(), 0.5)).toBeLessThan(20 * Math.LN2 + 0.2);
  });

  it('is steep where all accept and less is given than asked', () => {
    const all = queue({ tauDays: null });
    expect(shapeDays(all, 0.9)).toBeGreaterThan(84 * (1 / 0.9 - 1));
    expect(shapeDays(all, 1)).toBeLessThan(4);
  });

  it('is convex and never increases, whatever its parameters', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 900, noNaN: true }),
        fc.option(fc.double({ min: 1, max: 90, noNaN: true }), { nil: null }),
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: 0.25, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        (requestsPerWeek, tauDays, level, slope, share) => {
          const { pieces, knots } = curveOf(
            queue({ requestsPerWeek, tauDays }),
            level,
            slope,
            share * requestsPerWeek,
          );
          expect(pieces.length).toBeLessThanOrEqual(8);
          pieces.forEach((piece, at) => {
            expect(piece.slope).toBeLessThanOrEqual(0);
            if (at > 0) expect(piece.slope).toBeGreaterThanOrEqual(pieces[at - 1]!.slope - 1e-9);
          });
          for (const { exams, days } of knots)
            expect(daysAt({ pieces }, exams)).toBeLessThan(days + 0.05 + 1e-3 * days);
        },
      ),
      { numRuns: 300, seed: 6 },
    );
  });
});

describe('the allotment', () => {
  it('gives no place more than it has, and nobody more than a quarter beyond what is asked', () => {
    const problem = problemOf(sharedMri);
    const { exams } = predictedDelays(problem, startCurves(problem), []);
    const given = servedQueues(problem).reduce(
      (sum, { id, slotSeconds }) => sum + exams.get(id)! * slotSeconds,
      0,
    );
    const there = problem.supply.places.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(given).toBeLessThanOrEqual(there + 1e-3);
    for (const { id, requestsPerWeek } of servedQueues(problem))
      expect(exams.get(id)!).toBeLessThanOrEqual(MOST_GIVEN * requestsPerWeek + 1e-6);
  });

  it('takes back from one queue what another can only have there', () => {
    const problem = problemOf(sharedMri);
    const [first, second] = [queue({ id: 'x' }), queue({ id: 'y' })];
    const two = {
      ...problem,
      supply: {
        queues: [first, second],
        places: [
          { id: 'both', queues: ['x', 'y'], shares: [1, 1], seconds: 3600 },
          { id: 'own', queues: ['x'], shares: [1], seconds: 3600 },
        ],
      },
      changes: [],
    };
    // x first takes the hour both may have, then leaves it to y, who has no other.
    const stretches = [
      { queue: 0, hours: 1, worth: 9 },
      { queue: 1, hours: 1, worth: 5 },
    ];
    expect(allot(two, [first, second], [1, 1], stretches)).toEqual([3, 3]);
  });
});

describe('curves fitted to simulated weeks', () => {
  const problem = problemOf(hospital);
  const start = startCurves(problem);
  const picksOf = (id: string): Pick[] => [
    { change: problem.changes.find((one) => one.id === id)!, times: 1 },
  ];
  const evening = picksOf('open/irm/mon/1110-1230/A');
  const reserve = picksOf('reserve/irm/H_x0.5');
  const now = new Map([
    ['ch/ct/A/public', 7.7],
    ['ch/ct/H/public', 2.8],
    ['ch/mri/A/public', 21.7],
    ['ch/mri/H/public', 7.4],
  ]);
  const booked = new Map([...start.booked]);

  it('meet the present week exactly', () => {
    const { curves, residuals } = fitCurves(problem, booked, [{ picks: [], delayDays: now }]);
    const { delayDays } = predictedDelays(problem, curves, []);
    for (const [id, days] of now) expect(delayDays.get(id)).toBeCloseTo(days, 9);
    for (const { days } of residuals) expect(days).toBeCloseTo(0, 9);
  });

  it('meet it even where a queue has no place at all', () => {
    const places = problem.supply.places.map((place) => ({ ...place, seconds: 0 }));
    const empty = { ...problem, supply: { ...problem.supply, places } };
    const { curves } = fitCurves(empty, booked, [{ picks: [], delayDays: now }]);
    const { delayDays } = predictedDelays(empty, curves, []);
    for (const [id, days] of now) expect(delayDays.get(id)).toBeCloseTo(days, 9);
  });

  it('give back the slope they were made with, from two weeks without noise', () => {
    const made = fitCurves(problem, booked, [{ picks: [], delayDays: now }]).curves;
    // Delays that react half as much as patience says.
    const halved = (picks: readonly Pick[]) => {
      const { delayDays } = predictedDelays(problem, made, picks);
      return new Map([...delayDays].map(([id, days]) => [id, now.get(id)! + (days - now.get(id)!) / 2]));
    };
    const points = [evening, reserve].map((picks) => ({ picks, delayDays: halved(picks), weight: 50 }));
    const { curves, residuals } = fitCurves(problem, booked, [{ picks: [], delayDays: now }, ...points]);
    expect(curves.byQueue.get('ch/mri/A/public')!.slope).toBeCloseTo(0.5, 1);
    // Against the slopes of 1 they started with, nearly all that was missed is gone.
    const squares = (list: readonly number[]) => list.reduce((sum, days) => sum + days * days, 0);
    const missed = points.flatMap(({ picks, delayDays }) => {
      const unfitted = predictedDelays(problem, made, picks).delayDays;
      return [...delayDays].map(([id, days]) => days - unfitted.get(id)!);
    });
    expect(squares(residuals.map(({ days }) => days))).toBeLessThan(0.2 * squares(missed));
  });

  it('tell what they miss: simulated less predicted', () => {
    const there = new Map([...now].map(([id, days]) => [id, days + (id === 'ch/ct/A/public' ? 3 : 0)]));
    const { residuals } = fitCurves(problem, booked, [
      { picks: [], delayDays: now },
      { picks: evening, delayDays: there },
    ]);
    const miss = residuals.find(({ week, queue: id }) => week === 1 && id === 'ch/ct/A/public')!;
    expect(miss.days).toBeCloseTo(3, 6);
  });

  it('need the present week', () => {
    expect(() => fitCurves(problem, booked, [{ picks: evening, delayDays: now }])).toThrow(RangeError);
  });

  it('start from delays close to those of the simulator, before anything was simulated', () => {
    // Simulated over 104 weeks: 7.7, 2.8, 21.7 and 7.4 days.
    const { delayDays } = predictedDelays(problem, start, []);
    for (const [id, days] of now) expect(Math.abs(delayDays.get(id)! - days)).toBeLessThan(1);
  });
});
