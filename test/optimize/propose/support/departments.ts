/** Small departments drawn from a seed, with rules so tight that every week they allow can be simulated. */
import seedrandom from 'seedrandom';
import type { WeekRules } from '../../../../src/model/rules/rules.ts';
import type { Scenario } from '../../../../src/model/scenario.ts';
import { HOUR } from '../../../../src/model/units.ts';
import { runWeeks } from '../../../../src/optimize/rank/options.ts';
import { catalogue } from '../../../../src/optimize/week/catalogue/catalogue.ts';
import { mostOf } from '../../../../src/optimize/week/change.ts';
import { weekEuros } from '../../../../src/optimize/week/euros.ts';
import { device, flow, scenarioOf, vacation } from '../../../engine/play.ts';
import { rulesOf } from '../../week/support/rules.ts';
import { countOf, Judge, type Week } from '../baselines/judge.ts';

/** A department, its rules, and every week they allow, the present one included. */
export interface Department {
  readonly seed: number;
  readonly scenario: Scenario;
  readonly rules: WeekRules;
  readonly judge: Judge;
  readonly weeks: readonly Week[];
}

/** Fewest and most changes of a catalogue, and most weeks, of a department that is kept. */
const FEWEST_CHANGES = 6;
const MOST_CHANGES = 14;
const MOST_WEEKS = 300;

/** Every week that the rules allow: of each change as often as it can be done. What is closed may make up for what is opened. */
export function allWeeks(judge: Judge): readonly Week[] {
  const { changes: most } = judge.rules;
  let weeks: readonly Week[] = [[]];
  for (const change of judge.changes)
    weeks = weeks.flatMap((week) => {
      const more: Week[] = [week];
      for (let often = 1; often <= Math.min(mostOf(change), most - countOf(week)); often++)
        more.push([...week, { change, times: often }]);
      return more;
    });
  return weeks.filter((week) => judge.allows(week));
}

/** A number in a range, in steps. */
type Range = (low: number, high: number, step: number) => number;

function scenarioFrom(range: Range, seed: number): Scenario {
  const hours = range(4, 9, 0.5);
  const start = range(8, 10, 0.5);
  const slot = range(20, 35, 5);
  const reserve = range(0, 60, 15);
  const release = range(0, 2, 1);
  const clock = (at: number): string =>
    `${String(Math.floor(at)).padStart(2, '0')}:${at % 1 === 0 ? '00' : '30'}`;
  const places = (hours * 60 * 5) / slot;
  const inpatients = Math.round(places * range(0.05, 0.2, 0.05));
  const ambulatory = Math.round(places * range(1, 1.5, 0.05)) - inpatients;
  const accept = { tau: range(10, 30, 5), range: [5, 60] as [number, number], source: 'drawn' };
  const kept = reserve === 0 ? {} : { reserve: { H: `${reserve}min`, release: `${release}d` } };
  return scenarioOf({
    run: { weeks: 52, replications: 4, seed },
    devices: [
      device({
        slots: { A: slot, H: slot, R: slot, U: slot },
        week: [vacation({ from: clock(start), to: clock(start + hours), ...kept })],
      }),
    ],
    flows: [
      flow({ id: 'a', 'per-week': ambulatory, durations: range(0.6, 0.8, 0.1) * slot, accept }),
      flow({ id: 'h', class: 'H', 'per-week': inpatients, durations: range(0.6, 0.9, 0.1) * slot, accept }),
    ],
  });
}

function rulesFrom(range: Range, scenario: Scenario): WeekRules {
  const days = range(1, 2, 1) === 1 ? [range(0, 4, 1)] : [range(0, 1, 1), range(2, 4, 1)];
  const last = scenario.devices[0]!.week[0]!.toSeconds;
  const open = range(2, 3, 1) * HOUR;
  // One day may be shortened; the others are as they are.
  const shortened = range(0, 4, 1);
  return rulesOf({
    opening: days.map((day) => ({ day, fromSeconds: last, toSeconds: last + open })),
    session: { shortestSeconds: 2 * HOUR, longestSeconds: 3 * HOUR, stepSeconds: HOUR },
    addedHours: range(0, 4, 2),
    changes: range(2, 3, 1),
    frozen: [0, 1, 2, 3, 4]
      .filter((day) => day !== shortened)
      .map((day) => ({ device: 'd', day, hours: { fromSeconds: 0, toSeconds: last } })),
    // Whatever saves patient-days is allowed: the best week is then a matter of one number.
    guardrails: {
      emergencyWaitMinutes: 1e6,
      delayDays: { A: 1e6, H: 1e6 },
      reportHours: 1e6,
      overtimeMinutes: 1e6,
    },
  });
}

function drawn(seed: number, attempt: number): Department {
  const draw = seedrandom(`department ${seed}.${attempt}`);
  const range: Range = (low, high, step) => low + step * Math.floor(draw() * ((high - low) / step + 1));
  const scenario = scenarioFrom(range, seed);
  const rules = rulesFrom(range, scenario);
  const base = { ...scenario, run: { ...scenario.run, ...runWeeks(scenario) } };
  const changes = catalogue(base, rules);
  const judge = new Judge(base, rules, changes, weekEuros(changes));
  const isSmall = changes.length >= FEWEST_CHANGES && changes.length <= MOST_CHANGES;
  return { seed, scenario: base, rules, judge, weeks: isSmall ? allWeeks(judge) : [] };
}

/** The department of a seed: demand, patience, reserve, opening, hours and number of changes are drawn until it is small enough. */
export function departmentOf(seed: number): Department {
  for (let attempt = 0; ; attempt++) {
    const department = drawn(seed, attempt);
    if (department.weeks.length > 1 && department.weeks.length <= MOST_WEEKS) return department;
  }
}
