/** Changes as they are told: the devices they are done on are in the sentence. */
import { expect, it } from 'vitest';
import { proposedChanges } from '../../../src/optimize/propose/candidate.ts';
import { catalogue } from '../../../src/optimize/week/catalogue/catalogue.ts';
import { alikeMris, DEPARTMENTS } from '../week/support/departments.ts';
import { rulesOf } from '../week/support/rules.ts';

const rules = rulesOf();

it('a change on two of three alike devices names these two, and opens its hours on both', () => {
  const scenario = alikeMris(3);
  const change = catalogue(scenario, rules).find(({ kind }) => kind === 'open')!;
  const [told] = proposedChanges(scenario, [{ change, times: 2 }]);
  expect(told?.label.en).toBe('irm-1 and irm-2: Monday 18:00–20:00 opened for ambulatory patients');
  expect([told?.devices, told?.openedHours]).toEqual([['irm-1', 'irm-2'], 4]);
});

it.each(DEPARTMENTS)(
  'a change that has no choice of devices is told as the catalogue says it: %s',
  (_, scenario) => {
    const only = catalogue(scenario, rules).filter(({ devices }) => devices.length < 2);
    const told = only.map((change) => proposedChanges(scenario, [{ change, times: 1 }])[0]?.label);
    expect(told).toEqual(only.map(({ label }) => label));
  },
);
