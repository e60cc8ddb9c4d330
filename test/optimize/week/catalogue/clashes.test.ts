/** Which changes exclude each other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../src/optimize/week/catalogue/catalogue.ts';
import { conflictsOf } from '../../../../src/optimize/week/catalogue/clashes.ts';
import { mostOf, type WeekChange } from '../../../../src/optimize/week/change.ts';
import { alikeMris, DEPARTMENTS, hospital, sharedMri } from '../support/departments.ts';
import { rulesOf } from '../support/rules.ts';

const changes = catalogue(hospital, rulesOf());
const clashes = conflictsOf(changes, hospital);
const isExcluded = (all: typeof clashes, ...ids: readonly string[]): boolean =>
  all.some((one) => one.ids.filter((id) => ids.includes(id)).length > one.most);

describe('sessions of a device', () => {
  it('exclude each other when they overlap or touch', () => {
    expect(isExcluded(clashes, 'open/irm/mon/1110-1230/A', 'open/irm/mon/1140-1260/A')).toBe(true);
    expect(isExcluded(clashes, 'open/irm/mon/1110-1230/A', 'open/irm/mon/1110-1230/A+H')).toBe(true);
    expect(isExcluded(clashes, 'open/scanner/sat/480-600/A', 'open/scanner/sat/600-720/A')).toBe(true);
  });

  it('stand beside each other otherwise: apart, on another day, on another device', () => {
    expect(isExcluded(clashes, 'open/scanner/sat/480-600/A', 'open/scanner/sat/630-750/A')).toBe(false);
    expect(isExcluded(clashes, 'open/irm/mon/1110-1230/A', 'open/irm/tue/1110-1230/A')).toBe(false);
    expect(isExcluded(clashes, 'open/irm/mon/1140-1260/A', 'open/scanner/mon/1140-1260/A')).toBe(false);
  });

  it.each(DEPARTMENTS)('in %s exclude each other in pairs exactly where their hours meet', (_, scenario) => {
    const openings = catalogue(scenario, rulesOf()).filter(({ kind }) => kind === 'open');
    const all = conflictsOf(openings);
    const pair = fc.tuple(fc.nat(openings.length - 1), fc.nat(openings.length - 1));
    fc.assert(
      fc.property(pair, ([first, second]) => {
        const [a, b] = [openings[first]!, openings[second]!] as [WeekChange, WeekChange];
        if (a === b) return;
        const isMet =
          a.devices.join() === b.devices.join() &&
          a.hours!.day === b.hours!.day &&
          a.hours!.fromSeconds <= b.hours!.toSeconds &&
          b.hours!.fromSeconds <= a.hours!.toSeconds;
        const together = all.some(({ ids }) => ids.includes(a.id) && ids.includes(b.id));
        expect(together).toBe(isMet);
      }),
      { numRuns: 300 },
    );
  });
});

it('choices of one rule, and changes of one session, exclude each other', () => {
  expect(isExcluded(clashes, 'reserve/irm/H_x0.5', 'reserve/irm/H_x1.5')).toBe(true);
  expect(isExcluded(clashes, 'reserve/irm/H_x0.5', 'reserve/irm/U_2')).toBe(false);
  expect(isExcluded(clashes, 'close/irm/sat/480-750/all', 'close/irm/sat/480-600/start')).toBe(true);
});

it('patients keep a session: one less may be taken than they have', () => {
  const all = conflictsOf(catalogue(sharedMri, rulesOf()), sharedMri);
  const inpatients = all.find(({ label }) => label.en.startsWith('Inpatients'))!;
  expect(inpatients.most).toBe(3);
  expect(inpatients.ids.filter((id) => id.startsWith('content'))).toHaveLength(4);
});

it('on alike devices as many are done at once as there are devices', () => {
  const scenario = alikeMris(3);
  const all = conflictsOf(catalogue(scenario, rulesOf()), scenario);
  const evening = all.find(({ ids }) => ids.includes('open/irm-1+2/mon/1080-1200/A'))!;
  expect(evening.most).toBe(3);
});

it('says nothing that could not be broken', () => {
  const byId = new Map(changes.map((change) => [change.id, change]));
  for (const { ids, most } of clashes)
    expect(ids.reduce((sum, id) => sum + mostOf(byId.get(id)!), 0)).toBeGreaterThan(most);
});
