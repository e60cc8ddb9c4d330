import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeekRules } from '../../../src/model/rules/rules.ts';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { violations } from '../../../src/optimize/lp/verify.ts';
import { predictedDelays } from '../../../src/optimize/week/allot.ts';
import { applyPicks } from '../../../src/optimize/week/catalogue/apply.ts';
import { mostOf } from '../../../src/optimize/week/change.ts';
import { startCurves } from '../../../src/optimize/week/fit.ts';
import type { WeekProblem } from '../../../src/optimize/week/problem.ts';
import { solveWeek } from '../../../src/optimize/week/solve.ts';
import { verifyWeek } from '../../../src/optimize/week/verify.ts';
import { alikeMris, hospital, sharedMri } from './support/departments.ts';
import { asking, eightRooms, everyPlan, NO_GUARDRAILS, problemOf } from './support/problems.ts';

const highs = new HighsBackend();
const QUICK = { timeLimitSeconds: 30 };
const OPTIMUM = 1e-6;

/** The same changes whatever the seed: every so-manieth of the catalogue. */
const thinned = (problem: WeekProblem, ranks: readonly number[]): WeekProblem => {
  const changes = problem.changes.filter((_, rank) => ranks.includes(rank));
  const ids = new Set(changes.map(({ id }) => id));
  const exclusions = problem.exclusions
    .map((one) => ({ ...one, ids: one.ids.filter((id) => ids.has(id)) }))
    .filter(({ ids: own }) => own.length > 0);
  const footprints = new Map([...problem.footprints].filter(([id]) => ids.has(id)));
  return { ...problem, changes, exclusions, footprints };
};

const departments = [hospital, sharedMri, alikeMris(2)].map((scenario) => problemOf(scenario, NO_GUARDRAILS));

describe('the best week of the model', () => {
  it('is the best of every week, enumerated: small catalogues, at most three changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...departments),
        fc.array(fc.nat(10_000), { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(null, 0, 4),
        async (whole, draws, changes, addedHours) => {
          const problem = thinned(
            whole,
            draws.map((draw) => draw % whole.changes.length),
          );
          const curves = startCurves(problem);
          const week = await solveWeek(
            problem,
            curves,
            asking(problem, { changes, addedHours }),
            highs,
            QUICK,
          );
          const days = everyPlan(problem, changes, addedHours).map(
            (picks) => predictedDelays(problem, curves, picks).patientDays,
          );
          const best = Math.min(...days);
          const found = predictedDelays(problem, curves, week.plan!.picks).patientDays;
          expect(week.solved.status).toBe('optimal');
          expect(Math.abs(found - best)).toBeLessThanOrEqual(10 * OPTIMUM * Math.max(1, best));
        },
      ),
      { numRuns: 25, seed: 6 },
    );
  });

  it('is told by a point that every row of the model allows, with the delays the surrogate predicts', async () => {
    const [problem] = departments;
    const curves = startCurves(problem!);
    const week = await solveWeek(problem!, curves, asking(problem!, { changes: 4 }), highs, QUICK);
    expect(violations(week.lp, week.values!)).toEqual([]);
    const delay = week.goals.find(({ goal }) => goal === 'delay')!;
    const predicted = predictedDelays(problem!, curves, week.plan!.picks);
    expect(delay.value).toBeCloseTo(predicted.patientDays, 2);
  });

  it('is the present week where nothing may change', async () => {
    const [problem] = departments;
    const week = await solveWeek(
      problem!,
      startCurves(problem!),
      asking(problem!, { changes: 0 }),
      highs,
      QUICK,
    );
    expect([week.plan!.key, week.predictedDaysSaved]).toEqual(['', 0]);
  });

  it('is never worse with more changes, up the ladder', async () => {
    const [problem] = departments;
    const curves = startCurves(problem!);
    const saved: number[] = [];
    for (const changes of [0, 1, 2, 4, 8]) {
      const { plan, predictedDaysSaved } = await solveWeek(
        problem!,
        curves,
        asking(problem!, { changes }),
        highs,
        QUICK,
      );
      expect(plan!.changes).toBeLessThanOrEqual(changes);
      expect(predictedDaysSaved).toBeGreaterThanOrEqual((saved.at(-1) ?? 0) - 0.01);
      saved.push(predictedDaysSaved);
    }
    expect(saved.at(-1)).toBeGreaterThan(saved[1]! + 1);
  });

  it('is never worse with more hours, and never opens more than it may', async () => {
    const problem = problemOf(alikeMris(2), NO_GUARDRAILS);
    const curves = startCurves(problem);
    let before = -Infinity;
    for (const addedHours of [0, 2, 4, 6]) {
      const ask = asking(problem, { changes: 3, addedHours, kinds: ['open'] });
      const { plan, predictedDaysSaved } = await solveWeek(problem, curves, ask, highs, QUICK);
      expect(plan!.openedHours).toBeLessThanOrEqual(addedHours);
      expect(predictedDaysSaved).toBeGreaterThanOrEqual(before - 0.01);
      before = predictedDaysSaved;
    }
    expect(before).toBeGreaterThan(10);
  });

  it('does nothing together that excludes each other, on as many devices as there are', async () => {
    const opening = [{ day: 0, fromSeconds: 18 * 3600, toSeconds: 21 * 3600 }];
    const problem = problemOf(alikeMris(2), { ...NO_GUARDRAILS, opening });
    const ask = asking(problem, { changes: 8, addedHours: 20, kinds: ['open'] });
    const week = await solveWeek(problem, startCurves(problem), ask, highs, QUICK);
    // Two devices, one evening: two sessions at most, and the longest are best.
    expect(week.plan!.changes).toBe(2);
    expect(week.plan!.openedHours).toBe(6);
  });

  it('keeps within the budget, in euros a year', async () => {
    const [problem] = departments;
    const curves = startCurves(problem!);
    const ask = asking(problem!, { changes: 4, kinds: ['open'] });
    const free = await solveWeek(problem!, curves, ask, highs, QUICK);
    const tight = await solveWeek(problem!, curves, { ...ask, budgetEuros: 20_000 }, highs, QUICK);
    expect(free.plan!.eurosPerYear).toBeGreaterThan(20_000);
    expect(tight.plan!.eurosPerYear).toBeLessThanOrEqual(20_000);
    expect(tight.plan!.picks.length).toBeGreaterThan(0);
  });

  it('leaves what is frozen as it is, even when the catalogue does not', async () => {
    const whole = problemOf(hospital, NO_GUARDRAILS);
    const frozen = [{ device: 'irm', day: null, hours: null }];
    const problem = { ...whole, rules: { ...whole.rules, frozen } };
    const week = await solveWeek(problem, startCurves(problem), asking(problem), highs, QUICK);
    expect(week.plan!.picks.length).toBeGreaterThan(0);
    const after = applyPicks(hospital, week.plan!.picks);
    const irm = (scenario: typeof hospital) => scenario.devices.find(({ id }) => id === 'irm');
    expect(irm(after)!.week).toEqual(irm(hospital)!.week);
  });

  it('keeps away from a plan by as many changes as asked, times on alike devices counted', async () => {
    const problem = problemOf(alikeMris(2), NO_GUARDRAILS);
    const curves = startCurves(problem);
    const ask = asking(problem, { changes: 4 });
    const first = (await solveWeek(problem, curves, ask, highs, QUICK)).plan!;
    const opening = problem.changes.find(({ kind }) => kind === 'open')!;
    expect(mostOf(opening)).toBe(2);
    for (const picks of [first.picks, [{ change: opening, times: 1 }]])
      for (const atLeast of [1, 3]) {
        const away = await solveWeek(
          problem,
          curves,
          { ...ask, forbidden: [{ picks, atLeast }] },
          highs,
          QUICK,
        );
        const times = (list: typeof picks, id: string) =>
          list.find(({ change }) => change.id === id)?.times ?? 0;
        const distance = problem.changes.reduce(
          (sum, { id }) => sum + Math.abs(times(picks, id) - times(away.plan!.picks, id)),
          0,
        );
        expect(distance).toBeGreaterThanOrEqual(atLeast);
        expect(away.predictedDaysSaved).toBeGreaterThan(0);
      }
  });

  it('gives up urgent cover for no gain: a session that takes emergencies closes only where others take over', async () => {
    const problem = problemOf(alikeMris(1), { ...NO_GUARDRAILS, addedHours: 0 });
    const week = await solveWeek(
      problem,
      startCurves(problem),
      asking(problem, { addedHours: 0 }),
      highs,
      QUICK,
    );
    const cover = new Map<string, number>();
    for (const { change, times } of week.plan!.picks)
      for (const { key, amount } of problem.footprints.get(change.id)!.cover)
        cover.set(key, (cover.get(key) ?? 0) + times * amount);
    expect(week.plan!.picks.length).toBeGreaterThan(0);
    for (const hours of cover.values()) expect(hours).toBeGreaterThanOrEqual(-1e-6);
  });

  it('comes nearer to a target before it saves other days', async () => {
    const target = { site: 'ch', modality: 'ct', class: 'A', days: 4 } as const;
    const free = problemOf(hospital, NO_GUARDRAILS);
    const problem = problemOf(hospital, { ...NO_GUARDRAILS, targets: [target] });
    const curves = startCurves(problem);
    const ask = asking(problem, { changes: 2 });
    const week = await solveWeek(problem, curves, ask, highs, QUICK);
    const other = await solveWeek(free, curves, ask, highs, QUICK);
    const days = ({ plan }: typeof week) =>
      predictedDelays(problem, curves, plan!.picks).delayDays.get('ch/ct/A/public')!;
    expect(days(week)).toBeLessThan(days(other) - 0.1);
    expect(week.predictedDaysSaved).toBeLessThan(other.predictedDaysSaved);
  });

  it('lets no class wait longer than its guardrail', async () => {
    const loose = problemOf(hospital, NO_GUARDRAILS);
    const tight = problemOf(hospital);
    const curves = startCurves(tight);
    const now = predictedDelays(tight, curves, []).delayDays;
    const ask = asking(tight, {
      changes: 2,
      kinds: ['reserve', 'release'],
      queueWeights: new Map([['ch/ct/H/public', 0]]),
    });
    const free = (await solveWeek(loose, curves, ask, highs, QUICK)).goals;
    const held = await solveWeek(tight, curves, ask, highs, QUICK);
    const at = held.lp.columns.findIndex(({ id }) => id === 'days/ch/ct/H/public');
    expect(held.values![at]!).toBeLessThanOrEqual(now.get('ch/ct/H/public')! + 0.5 + 1e-5);
    const daysOf = (goals: typeof free) => goals.find(({ goal }) => goal === 'delay')!.value;
    expect(daysOf(free)).toBeLessThan(daysOf(held.goals) - 0.1);
  });
});

describe('staff', () => {
  const weekdays = [0, 1, 2, 3, 4];
  const technologists = {
    group: 'technologist',
    site: null,
    perDevice: 2,
    together: 2,
    rosters: weekdays.map((day) => ({ day, fromSeconds: 7 * 3600, toSeconds: 20 * 3600, persons: 4 })),
    hoursPerWeek: null,
    shortestShiftSeconds: 7200,
    longestShiftSeconds: 36_000,
    persons: null,
    restSeconds: 39_600,
  } as const;
  const staffed = (parts: object, rules: Partial<WeekRules> = {}) =>
    problemOf(hospital, { ...NO_GUARDRAILS, staff: [{ ...technologists, ...parts }], ...rules });
  const solve = (problem: WeekProblem) =>
    solveWeek(
      problem,
      startCurves(problem),
      asking(problem, { changes: 4, kinds: ['open', 'close'] }),
      highs,
      QUICK,
    );
  const brokenOf = (problem: WeekProblem, picks: Parameters<typeof applyPicks>[1]) =>
    verifyWeek(hospital, applyPicks(hospital, picks), problem.rules).broken;

  it('stays within its rosters, checked on the week itself', async () => {
    const problem = staffed({});
    const week = await solve(problem);
    expect(week.plan!.picks.length).toBeGreaterThan(0);
    expect(brokenOf(problem, week.plan!.picks)).toEqual([]);
    for (const { change } of week.plan!.picks)
      if (change.kind === 'open') expect(change.hours!.toSeconds).toBeLessThanOrEqual(20 * 3600 + 1800);
    const free = problemOf(hospital, NO_GUARDRAILS);
    const unstaffed = await solve(free);
    expect(brokenOf(problem, unstaffed.plan!.picks)).not.toEqual([]);
  });

  it('works no more hours a week than it has', async () => {
    const problem = staffed({ rosters: null, hoursPerWeek: 212 });
    const week = await solve(problem);
    expect(brokenOf(problem, week.plan!.picks)).toEqual([]);
    // 208 hours now: two more hours of one device fit, at the most.
    const hours = week.plan!.picks.reduce(
      (sum, { change, times }) => sum + times * 2 * change.openedHours,
      208,
    );
    expect(hours).toBeLessThanOrEqual(212 + 1e-6);
  });

  it('counts those who come so that nobody is alone', async () => {
    // 114 hours now: two persons whenever one device is open at least. 118 leave two hours of a device alone.
    const problem = staffed({ perDevice: 1, together: 2, rosters: null, hoursPerWeek: 118 });
    const ask = asking(problem, { changes: 4, kinds: ['open'] });
    const week = await solveWeek(problem, startCurves(problem), ask, highs, QUICK);
    expect(brokenOf(problem, week.plan!.picks)).toEqual([]);
    expect(week.plan!.changes).toBeGreaterThan(0);
  });

  it('has its rest before an early morning, whatever it costs', async () => {
    const opening = weekdays.map((day) => ({ day, fromSeconds: 7 * 3600, toSeconds: 23 * 3600 }));
    const problem = staffed({ rosters: null, persons: 5 }, { opening });
    const week = await solve(problem);
    const rows = week.lp.rows.filter(({ id }) => id.startsWith('rest/'));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ owner, isRelaxable }) => owner === 'law' && !isRelaxable)).toBe(true);
    expect(brokenOf(problem, week.plan!.picks).filter(({ code }) => code === 'rest')).toEqual([]);
  });
});

describe('eight rooms', () => {
  it('are proved with at most eight changes, and one room with four', async () => {
    const problem = problemOf(eightRooms);
    const week = await solveWeek(problem, startCurves(problem), asking(problem), highs, QUICK);
    expect(week.solved.status).toBe('optimal');
    expect(week.solved.gap!).toBeLessThanOrEqual(1e-6);
    expect(week.plan!.changes).toBe(8);
    const one = problemOf(alikeMris(1));
    const room = await solveWeek(one, startCurves(one), asking(one, { changes: 4 }), highs, QUICK);
    expect(room.solved.gap!).toBeLessThanOrEqual(1e-6);
  });
});
