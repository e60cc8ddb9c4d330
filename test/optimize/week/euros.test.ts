/** What changes of the week cost. */
import { expect, it } from 'vitest';
import { UNIT_COSTS } from '../../../src/optimize/levers/unit-costs.ts';
import { catalogue } from '../../../src/optimize/week/catalogue/catalogue.ts';
import { eurosPerYear, weekEuros } from '../../../src/optimize/week/euros.ts';
import { hospital } from './support/departments.ts';
import { rulesOf } from './support/rules.ts';

const changes = catalogue(hospital, rulesOf());
const named = (id: string) => changes.find((change) => change.id === id)!;

it('an evening of two hours costs two technologists, a radiologist and half a secretary, 52 weeks a year', () => {
  expect(eurosPerYear(named('open/irm/mon/1110-1230/A'))).toBe(2 * (2 * 32 + 90 + 25 / 2) * 52);
});

it('an evening taken from on-call on site costs one technologist less', () => {
  expect(eurosPerYear(named('open/scanner/mon/1074-1194/A'))).toBe(2 * (32 + 90 + 25 / 2) * 52);
});

it('a session that is closed gives its hours back', () => {
  expect(eurosPerYear(named('close/irm/sat/480-600/start'))).toBe(-2 * (2 * 32 + 90 + 25 / 2) * 52);
});

it('a rule of booking costs nothing but what keeping it takes', () => {
  expect(eurosPerYear(named('release/irm/2'))).toBe(0);
  expect(eurosPerYear(named('slots/irm/real-durations'))).toBe(25 * 52);
});

it('is known of every change, at the costs of the site', () => {
  const costs = { ...UNIT_COSTS, radiologist: { ...UNIT_COSTS.radiologist, value: 100 } };
  const all = weekEuros(changes, costs);
  expect([...all.keys()]).toEqual(changes.map(({ id }) => id));
  expect(all.get('open/irm/mon/1110-1230/A')).toBe(2 * (2 * 32 + 100 + 25 / 2) * 52);
});
