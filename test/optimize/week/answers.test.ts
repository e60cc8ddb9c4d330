/** What is told beside a week: what binds and is worth, why none is possible, one room in any amounts. */
import { describe, expect, it } from 'vitest';
import type { WeekRules } from '../../../src/model/rules/rules.ts';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { JslpBackend } from '../../../src/optimize/lp/jslp.ts';
import { runJslp } from '../../../src/optimize/lp/jslp-run.ts';
import { startCurves } from '../../../src/optimize/week/fit.ts';
import { whyInfeasible } from '../../../src/optimize/week/infeasible.ts';
import { relaxedModel, relaxedWeek } from '../../../src/optimize/week/relaxed.ts';
import { solveWeek } from '../../../src/optimize/week/solve.ts';
import { bindingRules } from '../../../src/optimize/week/worth.ts';
import { alikeMris, hospital } from './support/departments.ts';
import { asking, NO_GUARDRAILS, problemOf } from './support/problems.ts';

const highs = new HighsBackend();
const jslp = new JslpBackend({
  run: async (model) => ({ kind: 'answer', answer: runJslp(model) }),
});
const QUICK = { timeLimitSeconds: 30 };

describe('the rules that hold a week back', () => {
  it('are those without room, worth what the week with one unit more saves', async () => {
    const problem = problemOf(alikeMris(2), NO_GUARDRAILS);
    const curves = startCurves(problem);
    const ask = asking(problem, { changes: 1, addedHours: 4 });
    const rules = await bindingRules(problem, curves, ask, highs, QUICK);
    const changes = rules.find(({ id }) => id === 'changes')!;
    const now = await solveWeek(problem, curves, ask, highs, QUICK);
    const more = await solveWeek(problem, curves, { ...ask, changes: 2 }, highs, QUICK);
    const gain = more.predictedDaysSaved - now.predictedDaysSaved;
    expect(gain).toBeGreaterThan(1);
    expect(Math.abs(changes.worth!.perUnit - gain)).toBeLessThan(0.002 * 1000);
    expect(changes.worth!.low).toBeLessThanOrEqual(changes.worth!.perUnit + 1e-9);
    expect(changes.worth!.high).toBeGreaterThanOrEqual(changes.worth!.perUnit - 1e-9);
    expect(changes.from).toBe(1);
  });

  it('leave those of the law without a worth', async () => {
    const staff: WeekRules['staff'] = [
      {
        group: 'technologist',
        site: null,
        perDevice: 1,
        together: 2,
        rosters: [0, 1, 2, 3, 4].flatMap((day) => [
          { day, fromSeconds: 8 * 3600, toSeconds: 18 * 3600, persons: 3 },
          { day, fromSeconds: 18 * 3600, toSeconds: 21 * 3600, persons: 1 },
        ]),
        hoursPerWeek: null,
        shortestShiftSeconds: 7200,
        longestShiftSeconds: 36_000,
        persons: null,
        restSeconds: 39_600,
      },
    ];
    const problem = problemOf(alikeMris(1), { ...NO_GUARDRAILS, staff });
    const rules = await bindingRules(problem, startCurves(problem), asking(problem), highs, QUICK);
    const law = rules.filter(({ owner }) => owner === 'law');
    expect(law.length).toBeGreaterThan(0);
    expect(law.every(({ worth }) => worth === null)).toBe(true);
  });

  it('say what one more person on a day would bring', async () => {
    const staff: WeekRules['staff'] = [
      {
        group: 'technologist',
        site: null,
        perDevice: 1,
        together: 1,
        rosters: [0, 1, 2, 3, 4].map((day) => ({
          day,
          fromSeconds: 8 * 3600,
          toSeconds: 18 * 3600,
          persons: 1,
        })),
        hoursPerWeek: null,
        shortestShiftSeconds: 7200,
        longestShiftSeconds: 36_000,
        persons: null,
        restSeconds: 39_600,
      },
    ];
    const problem = problemOf(alikeMris(1), { ...NO_GUARDRAILS, staff });
    const ask = asking(problem, { kinds: ['open'], changes: 2 });
    const rules = await bindingRules(problem, startCurves(problem), ask, highs, QUICK);
    const monday = rules.find(({ id }) => id === 'staff/technologist/s/0')!;
    expect(monday.worth!.perUnit).toBeGreaterThan(1);
  });
});

describe('when no week is possible', () => {
  const target = { site: 'ch', modality: 'mri', class: 'A', days: 2 } as const;

  it('the rules that cannot hold together are told, and the cheapest to give up', async () => {
    const problem = problemOf(hospital, { ...NO_GUARDRAILS, targets: [target], changes: 2 });
    const curves = startCurves(problem);
    const ask = asking(problem, { holdTargets: true });
    const week = await solveWeek(problem, curves, ask, highs, QUICK);
    expect([week.plan, week.solved.status]).toEqual([null, 'infeasible']);
    const { conflict, isMinimal, relaxations } = await whyInfeasible(problem, curves, ask, highs, QUICK);
    const sentences = conflict.map(({ label }) => label.en);
    expect(isMinimal).toBe(true);
    expect(sentences).toContain('at most 2 changes of the present week');
    expect(sentences.some((text) => text.includes('a delay of 2 days at most'))).toBe(true);
    expect(relaxations.length).toBeGreaterThan(0);
    expect(relaxations.every(({ from, to }) => from !== to)).toBe(true);
  });

  it('nothing is told of an ask that is possible', async () => {
    const problem = problemOf(alikeMris(1));
    const found = await whyInfeasible(problem, startCurves(problem), asking(problem), highs, QUICK);
    expect(found).toEqual({ conflict: [], isMinimal: false, relaxations: [] });
  });
});

describe('one room in any amounts', () => {
  const problem = problemOf(hospital, NO_GUARDRAILS);
  const curves = startCurves(problem);

  it.each(['irm', 'scanner'])('is the same by both solvers: %s', async (device) => {
    const lp = relaxedModel(problem, curves, asking(problem), device);
    const [one, other] = [await highs.solve(lp, QUICK), await jslp.solve(lp, QUICK)];
    expect([one.termination, other.termination]).toEqual(['optimal', 'optimal']);
    expect(Math.abs(one.objective! - other.objective!)).toBeLessThanOrEqual(1e-6 * Math.abs(one.objective!));
  });

  it('saves at least as much as whole sessions of that room, within its hours', async () => {
    const ask = asking(problem, { changes: 4 });
    const { amounts, predictedDaysSaved } = await relaxedWeek(problem, curves, ask, 'irm', jslp, QUICK);
    const own = { ...problem, changes: problem.changes.filter(({ devices }) => devices.includes('irm')) };
    const ids = new Set(own.changes.map(({ id }) => id));
    const whole = await solveWeek(
      {
        ...own,
        exclusions: own.exclusions
          .map((one) => ({ ...one, ids: one.ids.filter((id) => ids.has(id)) }))
          .filter((one) => one.ids.length > 0),
        footprints: new Map([...own.footprints].filter(([id]) => ids.has(id))),
      },
      curves,
      ask,
      highs,
      QUICK,
    );
    expect(predictedDaysSaved).toBeGreaterThanOrEqual(whole.predictedDaysSaved - 0.01);
    const hours = amounts.reduce((sum, { change, amount }) => sum + amount * change.openedHours, 0);
    expect(hours).toBeLessThanOrEqual(ask.addedHours! + 1e-6);
    expect(amounts.every(({ change }) => change.devices.includes('irm'))).toBe(true);
  });

  it('refuses a device that is not there', () => {
    expect(() => relaxedModel(problem, curves, asking(problem), 'irm-9')).toThrow(RangeError);
  });
});
