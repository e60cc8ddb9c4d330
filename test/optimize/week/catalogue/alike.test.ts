/** Devices that are alike share their changes. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../../src/model/scenario.ts';
import { catalogue } from '../../../../src/optimize/week/catalogue/catalogue.ts';
import { labelOn } from '../../../../src/optimize/week/catalogue/change-parts.ts';
import { alikeMris } from '../support/departments.ts';
import { rulesOf } from '../support/rules.ts';

describe('alike devices', () => {
  it('share their changes, each as often as there are devices', () => {
    const changes = catalogue(alikeMris(2), rulesOf());
    expect(
      new Set(changes.filter(({ kind }) => kind !== 'slots').map(({ devices }) => devices.join())),
    ).toEqual(new Set(['irm-1,irm-2']));
    expect(changes.find(({ id }) => id === 'open/irm-1+1/mon/1080-1200/A')!.label).toEqual({
      en: 'irm-1 or irm-2: Monday 18:00–20:00 opened for ambulatory patients',
      fr: 'irm-1 ou irm-2 : lundi 18:00–20:00 ouvert aux patients ambulatoires',
    });
  });

  it('are so in one queue, and each in a room of its own, but not one in a queue with others and one alone', () => {
    const inPools = (...pools: readonly string[]): readonly string[] => {
      const scenario = alikeMris(3);
      const devices = scenario.devices.map((one, rank) => ({ ...one, pool: pools[rank]! }));
      const changes = catalogue({ ...scenario, devices }, rulesOf()).filter(({ kind }) => kind === 'open');
      return [...new Set(changes.map((change) => change.devices.join()))];
    };
    expect(inPools('p', 'p', 'p')).toEqual(['irm-1,irm-2,irm-3']);
    expect(inPools('a', 'b', 'c')).toEqual(['irm-1,irm-2,irm-3']);
    expect(inPools('p', 'p', 'q')).toEqual(['irm-1,irm-2', 'irm-3']);
  });

  it('are told apart by what is frozen on one of them', () => {
    const frozen = [{ device: 'irm-2', day: 0, hours: null }];
    const changes = catalogue(alikeMris(2), rulesOf({ frozen }));
    expect(
      new Set(changes.filter(({ kind }) => kind === 'open').map(({ devices }) => devices.join())),
    ).toEqual(new Set(['irm-1', 'irm-2']));
  });

  it('are told apart by a week, a flow or a closure of their own', () => {
    const base = alikeMris(2);
    const groups = (scenario: Scenario) =>
      new Set(catalogue(scenario, rulesOf()).map(({ devices }) => devices.join()));
    const [first, second] = base.devices;
    const shorter = { ...base, devices: [first!, { ...second!, week: second!.week.slice(1) }] };
    const flows = base.flows.map((each) =>
      each.id === 'u' ? { ...each, devices: [{ id: 'irm-1', share: 1 }] } : each,
    );
    const closures = [{ devices: ['irm-1'], fromDay: 0, days: 5, announcedDays: 0 }];
    for (const scenario of [
      shorter,
      { ...base, flows },
      { ...base, calendar: { ...base.calendar, closures } },
    ])
      expect(groups(scenario)).not.toContain('irm-1,irm-2');
  });

  it('are named in the sentence once it is known which they are', () => {
    const scenario = alikeMris(5);
    const change = catalogue(scenario, rulesOf()).find(({ kind }) => kind === 'open')!;
    expect(change.label.en).toBe(
      'irm-1 … irm-5 (one of the 5 devices): Monday 18:00–20:00 opened for ambulatory patients',
    );
    expect(labelOn(scenario, change, ['irm-1', 'irm-4'])).toEqual({
      en: 'irm-1 and irm-4: Monday 18:00–20:00 opened for ambulatory patients',
      fr: 'irm-1 et irm-4 : lundi 18:00–20:00 ouvert aux patients ambulatoires',
    });
  });
});
