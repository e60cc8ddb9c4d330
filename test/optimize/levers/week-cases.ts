/** Cases of the levers of the week found and pulled in tests, and what is read off the weeks they give. */
import type { Scenario, Vacation } from '../../../src/model/scenario.ts';
import type { LeverCase, NotRankable } from '../../../src/optimize/levers/lever.ts';
import { WEEK_LEVERS } from '../../../src/optimize/levers/week.ts';
import { device, flow, type RawVacation, scenarioNamed, scenarioOf, vacation } from '../../engine/play.ts';

export const HOUR = 3600;
export const hospital = scenarioNamed('hopital-reference.yaml');

export const found = (scenario: Scenario) => WEEK_LEVERS.map((lever) => lever.cases(scenario));
export const idsOf = (scenario: Scenario, lever: string): readonly string[] =>
  found(scenario)
    .flatMap(({ cases }) => cases.filter((one) => one.lever === lever))
    .map(({ id }) => id);

export function caseNamed(scenario: Scenario, id: string): LeverCase {
  const one = found(scenario)
    .flatMap(({ cases }) => cases)
    .find((each) => each.id === id);
  if (one === undefined) throw new Error(`no case ${id}`);
  return one;
}

export const pulled = (id: string, scenario = hospital, strength?: number): Scenario => {
  const one = caseNamed(scenario, id);
  return one.apply(scenario, strength ?? one.strength.value);
};

export const notRankable = (scenario: Scenario): readonly NotRankable[] =>
  found(scenario).flatMap((one) => one.notRankable);
export const deviceOf = (scenario: Scenario, id: string) => scenario.devices.find((one) => one.id === id)!;
export const weekOf = (scenario: Scenario, id: string) => deviceOf(scenario, id).week;
export const hoursOf = ({ day, fromSeconds, toSeconds }: Vacation) =>
  [day, fromSeconds / HOUR, toSeconds / HOUR] as const;
export const added = (before: Scenario, after: Scenario, id: string): readonly Vacation[] =>
  weekOf(after, id).filter((one) => !weekOf(before, id).includes(one));
export const programmeHours = (scenario: Scenario, id: string): number =>
  weekOf(scenario, id)
    .filter(({ type }) => type !== 'on-call')
    .reduce((sum, one) => sum + (one.toSeconds - one.fromSeconds) / HOUR / one.everyWeeks, 0);
export const staffOf = (id: string, scenario = hospital) => {
  const one = caseNamed(scenario, id);
  return one.resources(one.strength.value).staffHoursPerWeek;
};
/** A scanner of site `s` with some week, and ambulatory patients. */
export const scanner = (...week: RawVacation[]): Scenario =>
  scenarioOf({
    devices: [device({ week })],
    flows: [flow(), flow({ id: 'u', class: 'U', 'walk-in': true })],
  });
export const onCall = (parts: Partial<RawVacation> = {}) =>
  vacation({ type: 'on-call', presence: 'garde', from: '18:00', to: '24:00', ...parts });
