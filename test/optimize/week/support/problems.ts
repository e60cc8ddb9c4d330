/** Questions for tests of the linear model: departments under rules, and small parts of their catalogues. */
import type { WeekRules } from '../../../../src/model/rules/rules.ts';
import type { Scenario } from '../../../../src/model/scenario.ts';
import { catalogue } from '../../../../src/optimize/week/catalogue/catalogue.ts';
import { mostOf, type Pick, type WeekChange } from '../../../../src/optimize/week/change.ts';
import { askOf, type WeekAsk } from '../../../../src/optimize/week/draft.ts';
import { eurosPerYear } from '../../../../src/optimize/week/euros.ts';
import type { WeekProblem } from '../../../../src/optimize/week/problem.ts';
import { weekProblem } from '../../../../src/optimize/week/week-problem.ts';
import { device, flow, scenarioOf, vacation } from '../../../engine/play.ts';
import { rulesOf } from './rules.ts';

/** The question of a scenario, of all its changes or of some. */
export function problemOf(
  scenario: Scenario,
  rules: Partial<WeekRules> = {},
  kept: (change: WeekChange, rank: number) => boolean = () => true,
): WeekProblem {
  const own = rulesOf(rules);
  const changes = catalogue(scenario, own).filter(kept);
  return weekProblem(scenario, own, changes, new Map(changes.map((one) => [one.id, eurosPerYear(one)])));
}

/** What the rules ask, but for what a test says. */
export const asking = (problem: WeekProblem, parts: Partial<WeekAsk> = {}): WeekAsk => ({
  ...askOf(problem),
  ...parts,
});

/** Guardrails that hold nothing back. */
export const NO_GUARDRAILS = {
  guardrails: {
    emergencyWaitMinutes: 60,
    delayDays: { A: 999, H: 999 },
    reportHours: 99,
    overtimeMinutes: 999,
  },
};

const OFFICE = { from: '08:00', to: '18:00' };

/** Eight rooms of one hospital: three MRIs alike and one of its own, two CTs alike, one for emergencies, one of a cabinet. */
export const eightRooms: Scenario = scenarioOf({
  devices: [
    device({
      id: 'irm',
      modality: 'mri',
      count: 3,
      slots: { A: 30, H: 35 },
      week: [
        vacation({ ...OFFICE, reserve: [{ for: 'H', minutes: 70, kind: 'fixed', release: 1 }] }),
        vacation({ from: '18:00', to: '24:00', type: 'on-call', presence: 'garde' }),
      ],
    }),
    device({
      id: 'irm-neuro',
      modality: 'mri',
      slots: { A: 25, H: 30 },
      week: [vacation({ from: '08:00', to: '17:00' })],
    }),
    device({ id: 'ct', count: 2, slots: { A: 20, H: 20 }, week: [vacation(OFFICE)] }),
    device({
      id: 'ct-urgences',
      slots: { A: 20, H: 20 },
      week: [vacation({ days: 'mon-sun', from: '00:00', to: '24:00', type: 'emergency' })],
    }),
    device({
      id: 'ct-cabinet',
      slots: { A: 15, H: 20 },
      week: [vacation({ ...OFFICE, type: 'liberal', owner: 'cabinet' })],
    }),
  ],
  flows: [
    flow({ id: 'irm-a', modality: 'mri', 'per-week': 520, accept: { tau: 30 } }),
    flow({ id: 'irm-h', modality: 'mri', class: 'H', 'per-week': 60, accept: { tau: 12 } }),
    flow({ id: 'irm-u', modality: 'mri', class: 'U', 'per-week': 6, 'walk-in': true }),
    flow({ id: 'ct-a', 'per-week': 420, accept: { tau: 15 } }),
    flow({ id: 'ct-h', class: 'H', 'per-week': 90, accept: { tau: 10 } }),
    flow({ id: 'ct-c', owner: 'cabinet', 'per-week': 260, accept: { tau: 15 } }),
    flow({ id: 'ct-u', class: 'U', 'per-week': 120, 'walk-in': true }),
  ],
});

/** All sets of at most so many changes that exclusions, hours, places and urgent cover allow; the empty one first. */
export function everyPlan(
  problem: WeekProblem,
  most: number,
  addedHours: number | null,
): readonly (readonly Pick[])[] {
  const plans: Pick[][] = [[]];
  const grow = (from: number, picks: Pick[], left: number): void => {
    for (let at = from; at < problem.changes.length; at++) {
      const change = problem.changes[at]!;
      for (let times = 1; times <= Math.min(left, mostOf(change)); times++) {
        const more = [...picks, { change, times }];
        plans.push(more);
        grow(at + 1, more, left - times);
      }
    }
  };
  grow(0, [], most);
  return plans.filter((picks) => isAllowed(problem, picks, addedHours));
}

function isAllowed(problem: WeekProblem, picks: readonly Pick[], addedHours: number | null): boolean {
  const total = (of: (change: WeekChange) => number) =>
    picks.reduce((sum, { change, times }) => sum + times * of(change), 0);
  const isExcluded = problem.exclusions.some(
    ({ ids, most }) => total(({ id }) => (ids.includes(id) ? 1 : 0)) > most,
  );
  const hours = total(({ openedHours }) => openedHours);
  const isShort = problem.supply.places.some(
    ({ id, seconds }) =>
      seconds +
        total((change) =>
          problem.effects
            .get(change.id)!
            .reduce((sum, effect) => sum + (effect.place === id ? effect.seconds : 0), 0),
        ) <
      -1e-6,
  );
  const keys = new Set(
    picks.flatMap(({ change }) => problem.footprints.get(change.id)!.cover.map(({ key }) => key)),
  );
  const isUncovered = [...keys].some(
    (one) =>
      total(({ id }) => problem.footprints.get(id)!.cover.find(({ key }) => key === one)?.amount ?? 0) <
      -1e-6,
  );
  return !isExcluded && !isShort && !isUncovered && (addedHours === null || hours <= addedHours + 1e-9);
}
