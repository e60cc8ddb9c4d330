/** The searches the proposal is held against: they keep the rules, spend what they are given, and find what is good. */
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../src/optimize/week/change.ts';
import { scenarioNamed } from '../../engine/play.ts';
import { bestEvenly, cutOf } from './baselines/evenly.ts';
import { countOf, hoursOf, Judge, type Week, withChange, withoutChange } from './baselines/judge.ts';
import { bestLocal } from './baselines/local-search.ts';
import { bestOfRandom, randomWeek } from './baselines/random-weeks.ts';
import { bestRepeated, repeatedWeeks } from './baselines/repeated-lever.ts';
import { thinWeek } from './baselines/thin.ts';
import { race, Trial } from './baselines/trial.ts';
import { allWeeks, departmentOf } from './support/departments.ts';

const { judge: long, weeks } = departmentOf(2);
const judge = new Judge(
  { ...long.scenario, run: { ...long.scenario.run, weeks: 14, warmupWeeks: 4 } },
  long.rules,
  long.changes,
  new Map(),
);
const BUDGET = 60;
const trial = () => new Trial(judge, BUDGET);
const draw = () => seedrandom('baselines');
/** Two evenings opened: what saves most in this department by far. */
const EVENINGS = 'open/d/fri/870-990/A open/d/mon/870-990/A';

describe('the judge', () => {
  const [monday] = judge.changes.filter(({ id }) => id === 'open/d/mon/870-990/A');
  const [sameHours] = judge.changes.filter(({ id }) => id === 'open/d/mon/870-990/A+H');

  it('allows a change alone, and not twice on one device', () => {
    expect(judge.allows(withChange([], monday!))).toBe(true);
    expect(judge.allows(withChange(withChange([], monday!), monday!))).toBe(false);
  });

  it('refuses two sessions at the same hours of a device', () => {
    expect(judge.allows(withChange(withChange([], monday!), sameHours!))).toBe(false);
  });

  it('refuses more hours than may be added', () => {
    const none = new Judge(judge.scenario, { ...judge.rules, addedHours: 1 }, judge.changes, new Map());
    expect(none.allows(withChange([], monday!))).toBe(false);
  });

  it('takes back what was done', () => {
    expect(withoutChange(withChange([], monday!), monday!)).toEqual([]);
  });

  it('allows every week that is enumerated, each once', () => {
    expect(weeks.filter((week) => !judge.allows(week))).toEqual([]);
    expect(new Set(allWeeks(judge).map(keyOf)).size).toBe(weeks.length);
  });
});

describe('weeks the rivals start from', () => {
  it('at random keep the rules, and are not all alike', () => {
    const drawn = draw();
    const found = Array.from({ length: 30 }, () => randomWeek(judge, judge.changes, 2, drawn));
    expect(found.filter((week) => !judge.allows(week))).toEqual([]);
    expect(new Set(found.map(keyOf)).size).toBeGreaterThan(10);
  });

  it('of a lever repeated keep the rules, and hold one lever each', () => {
    const found = repeatedWeeks(judge);
    expect(found.filter((week) => !judge.allows(week))).toEqual([]);
    expect(found.map(keyOf)).toContain(EVENINGS);
    expect(found.filter((week) => new Set(week.map(({ change }) => change.kind)).size !== 1)).toEqual([]);
  });

  it('spread evenly are as many sessions as the shortest allows, of equal length', () => {
    expect(cutOf(judge, 4)).toEqual({ sessions: 2, seconds: 7200 });
    expect(cutOf(judge, 5)).toEqual({ sessions: 2, seconds: 7200 });
    expect(cutOf(judge, 1)).toEqual({ sessions: 0, seconds: 0 });
  });

  it('spread thinly open the hours they are given, on every working day of every booked device', () => {
    const hospital = scenarioNamed('hopital-reference.yaml');
    const [{ change }] = thinWeek(hospital, 5) as readonly [Week[number]];
    const after = change.apply(hospital, '');
    const seconds = (of: typeof hospital) =>
      of.devices
        .flatMap(({ week }) => week)
        .filter(({ type }) => type !== 'on-call')
        .reduce((sum, { fromSeconds, toSeconds }) => sum + toSeconds - fromSeconds, 0);
    expect(seconds(after) - seconds(hospital)).toBe(5 * 3600);
  });
});

describe('within a budget', () => {
  it('a race finds the week that saves most among unlike ones', async () => {
    const among = weeks.filter((week) => ['', EVENINGS, 'reserve/d/H_x0.5'].includes(keyOf(week)));
    expect(keyOf((await race(trial(), among))[0]!)).toBe(EVENINGS);
  });

  it.each([
    ['evenly', () => bestEvenly(trial(), weeks.find((week) => keyOf(week) === EVENINGS)!)],
    ['at random', () => bestOfRandom(trial(), 20, draw())],
    ['a lever repeated', () => bestRepeated(trial())],
    ['by local search', () => bestLocal(trial(), draw())],
  ])('%s finds a week that keeps the rules, and spends about what it is given', async (_name, find) => {
    const { weeks: found, simulations } = await find();
    expect(found.filter((week) => !judge.allows(week))).toEqual([]);
    expect(countOf(found[0]!)).toBeGreaterThan(0);
    expect(hoursOf(found[0]!)).toBeGreaterThan(0);
    // The three that are judged last may take eight replications each beyond it.
    expect(simulations).toBeLessThanOrEqual(BUDGET + 3 * 8);
  });

  it('a local search finds the same week twice', async () => {
    const one = await bestLocal(trial(), draw());
    const other = await bestLocal(trial(), draw());
    expect([other.weeks.map(keyOf), other.simulations]).toEqual([one.weeks.map(keyOf), one.simulations]);
  });
});
