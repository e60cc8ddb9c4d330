/** What holds of every lever of the week and of staff, on every scenario shipped and on scenarios drawn at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../src/engine/compile.ts';
import { runReplication } from '../../../src/engine/simulate.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import type { LeverCase } from '../../../src/optimize/levers/lever.ts';
import { LEVERS } from '../../../src/optimize/levers/registry.ts';
import { WEEK_LEVERS } from '../../../src/optimize/levers/week.ts';
import { anyScenario } from '../../engine/any-scenario.ts';
import { device, flow, scenarioFiles, scenarioNamed, scenarioOf, vacation } from '../../engine/play.ts';
import { changedPaths } from './changed-paths.ts';
import { overlapsOf, weekFlaws } from './week-flaws.ts';

const SHIPPED = scenarioFiles().filter((name) => !name.includes('/'));
const WEEK = '^devices/[^/]+/week/';
const SLOTS = [
  String.raw`^exams/[^/]+\.short-\w+$`,
  '^devices/[^/]+/slotSecondsByExam/',
  String.raw`^devices/[^/]+/week/#\d+/exams/`,
  '^flows/[^/]+/exams/',
];

/** The only places a lever may write to. */
const MAY_CHANGE: Readonly<Record<string, readonly string[]>> = {
  evening: [WEEK],
  saturday: [WEEK],
  'on-call-start': [WEEK],
  'two-part-nights': [WEEK],
  'inpatient-reserve': [String.raw`${WEEK}#\d+/reserves/#\d+/seconds$`],
  'reserve-release': [String.raw`${WEEK}#\d+/reserves/#\d+/releaseDays$`],
  'emergency-places': [String.raw`${WEEK}#\d+/reserves/#\d+$`],
  'emergency-vacation': [WEEK],
  'open-vacation': [String.raw`${WEEK}#\d+/(exams|classes|owner)`, '^flows/[^/]+/owner$'],
  'shared-diary': ['^devices/[^/]+/pool$', '^flows/[^/]+/devices/'],
  'staff-hours-ct-to-mri': [WEEK],
  technologist: [...SLOTS, '^devices/[^/]+/(speed$|changeover/)'],
  'reading-hours': [String.raw`^sites/[^/]+/reading/windows/#\d+$`],
  'breakdown-week': ['^calendar/closures/'],
};
/** Levers whose strength is a date or an hour: 0 is one too. */
const WITHOUT_ZERO = ['two-part-nights', 'reserve-release'];

const casesOf = (scenario: Scenario, levers = WEEK_LEVERS): readonly LeverCase[] =>
  levers.flatMap((lever) => lever.cases(scenario).cases);
const pull = (scenario: Scenario, one: LeverCase): Scenario => one.apply(scenario, one.strength.value);

const playOneWeek = (scenario: Scenario) =>
  runReplication(compileScenario(scenario, 1), { seed: '1', replication: 0, snapshotWeeks: 0 });

/** A site with a lever of every kind: restricted flows, two rooms of a kind, on-call, a reading queue. */
const everyKind = scenarioOf({
  sites: [{ id: 's', reading: { week: [{ days: 'mon-fri', from: '08:00', to: '12:00' }] } }],
  exams: {
    k: { modality: 'ct', durations: { A: 12, H: 15, U: 12 } },
    l: { modality: 'ct', durations: { A: 20, H: 15 } },
    m: { modality: 'mri', durations: { A: 20 } },
  },
  devices: [
    device({
      id: 'd1',
      week: [
        vacation({ to: '17:30', reserve: { H: 60, release: '1d' } }),
        vacation({ from: '17:30', to: '08:00', type: 'on-call' }),
        vacation({ days: 'sat', from: '08:00', to: '24:00', type: 'on-call', presence: 'garde' }),
      ],
    }),
    device({
      id: 'd2',
      week: [
        vacation({ to: '13:00', accepts: { exams: ['k'], classes: ['A'] } }),
        vacation({ from: '14:00', to: '17:00', type: 'liberal', owner: 'cabinet' }),
        vacation({ days: 'sun', from: '22:00', to: '06:00', type: 'maintenance', every: 4, 'first-week': 3 }),
      ],
    }),
    device({ id: 'm1', modality: 'mri', week: [vacation({ to: '18:00', 'early-end': 10 })] }),
  ],
  flows: [
    flow({ id: 'a', exams: { k: 0.5, l: 0.5 }, devices: ['d1'] }),
    flow({ id: 'b', exams: { k: 1 }, owner: 'cabinet', devices: ['d2'] }),
    flow({ id: 'h', class: 'H', 'per-week': 10, exams: { l: 1 } }),
    flow({ id: 'm', modality: 'mri', exams: { m: 1 } }),
    flow({ id: 'u', class: 'U', 'per-week': 10, 'walk-in': true, exams: { k: 1 } }),
  ],
});

const SCENARIOS = [
  ...SHIPPED.map((name) => [name, scenarioNamed(name)] as const),
  ['one with a lever of every kind', everyKind] as const,
];

describe('the checker of weeks', () => {
  const sound = scenarioOf({ devices: [device()], flows: [flow()] });
  const broken = (
    change: (week: Scenario['devices'][number]['week']) => Scenario['devices'][number]['week'],
  ) => ({
    ...sound,
    devices: sound.devices.map((one) => ({ ...one, week: change(one.week) })),
  });

  it('finds nothing wrong with the scenarios shipped', () => {
    for (const [name, scenario] of SCENARIOS) expect(weekFlaws(scenario), name).toEqual([]);
  });

  it('sees two vacations at the same time, also from Sunday to Monday and in some weeks only', () => {
    expect(weekFlaws(broken((week) => [week[0]!, ...week]))).toContain('d: overlap');
    const night = { ...sound.devices[0]!.week[0]!, day: 6, fromSeconds: 72_000, toSeconds: 72_000 + 46_800 };
    expect(overlapsOf({ ...sound.devices[0]!, week: [...sound.devices[0]!.week, night] })).toBeGreaterThan(0);
    const rare = { ...sound.devices[0]!.week[0]!, everyWeeks: 7, firstWeek: 3 };
    expect(overlapsOf({ ...sound.devices[0]!, week: [...sound.devices[0]!.week, rare] })).toBeGreaterThan(0);
  });

  it('sees a wrong order, an early end longer than its vacation and a reserve too large', () => {
    expect(weekFlaws(broken((week) => [...week].reverse()))).toContain('d: order');
    const [first, ...others] = sound.devices[0]!.week;
    const reserve = { flows: ['a'], seconds: 99_999, kind: 'fixed', releaseDays: null } as const;
    expect(weekFlaws(broken(() => [{ ...first!, earlyEndSeconds: 99_999 }, ...others]))).toEqual([
      'd: vacation 0: earlyEnd',
    ]);
    expect(weekFlaws(broken(() => [{ ...first!, reserves: [reserve] }, ...others]))).toEqual([
      'd: vacation 0: reserves',
    ]);
  });
});

describe('the list of levers', () => {
  it('has each id once, in a stated order, the week and staff first', () => {
    const ids = LEVERS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(0, WEEK_LEVERS.length)).toEqual(Object.keys(MAY_CHANGE));
    expect(LEVERS.filter(({ isNegative }) => isNegative).map(({ id }) => id)).toEqual(['breakdown-week']);
  });

  it('has a place for each in a scenario that has everything', () => {
    const found = new Set(SCENARIOS.flatMap(([, scenario]) => casesOf(scenario)).map(({ lever }) => lever));
    expect([...found].sort()).toEqual(Object.keys(MAY_CHANGE).sort());
  });
});

describe.each(SCENARIOS)('on %s', (_, base) => {
  const cases = casesOf(base);

  it('every case has an id of its own, texts in both languages, and a range around its strength', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    for (const { id, lever, what, strength } of cases) {
      expect(id.startsWith(`${lever}:`)).toBe(true);
      expect(what.fr, id).not.toBe(what.en);
      expect(strength.range[0]).toBeLessThanOrEqual(strength.value);
      expect(strength.range[1]).toBeGreaterThanOrEqual(strength.value);
    }
  });

  it('no strength gives the scenario itself', () => {
    for (const one of cases.filter(({ lever }) => !WITHOUT_ZERO.includes(lever)))
      expect(one.apply(base, 0), one.id).toBe(base);
  });

  it('a lever changes something, where it says and nowhere else, and leaves its scenario alone', () => {
    const before = JSON.stringify(base);
    for (const one of cases) {
      const changed = changedPaths(base, pull(base, one));
      const allowed = MAY_CHANGE[one.lever]!.map((pattern) => new RegExp(pattern, 'u'));
      expect(changed.length, one.id).toBeGreaterThan(0);
      expect(
        changed.filter((path) => !allowed.some((pattern) => pattern.test(path))),
        one.id,
      ).toEqual([]);
    }
    expect(JSON.stringify(base)).toBe(before);
  });

  it('devices of other departments are the very same objects', () => {
    for (const one of cases.filter(({ lever }) => lever !== 'technologist')) {
      const after = pull(base, one);
      base.devices.forEach((was, rank) => {
        const isNamed = was.site === one.site && one.modalities.includes(was.modality);
        if (!isNamed) expect(after.devices[rank], `${one.id} ${was.id}`).toBe(was);
      });
    }
  });

  it('the result is frozen, sound, and can be played', () => {
    for (const one of cases) {
      const after = pull(base, one);
      expect(Object.isFrozen(after) && Object.isFrozen(after.devices) && Object.isFrozen(after.flows)).toBe(
        true,
      );
      expect(weekFlaws(after), one.id).toEqual([]);
      expect(() => playOneWeek(after), one.id).not.toThrow();
    }
  });

  it('is sound at the ends of its range, and at a strength nobody would ask for', () => {
    for (const one of cases)
      for (const strength of [...one.strength.range, 0.3, 7, 1e4])
        expect(weekFlaws(one.apply(base, strength)), `${one.id} ${strength}`).toEqual([]);
  });

  it('any two levers can be used together, in either order', () => {
    for (const one of cases)
      for (const other of cases) {
        const both = pull(pull(base, one), other);
        expect(weekFlaws(both), `${one.id} then ${other.id}`).toEqual([]);
      }
  });

  it('all of them together, in their order and backwards, are sound and can be played', () => {
    const all = casesOf(base, LEVERS);
    for (const order of [all, [...all].reverse()]) {
      const after = order.reduce(pull, base);
      expect(weekFlaws(after)).toEqual([]);
      expect(() => playOneWeek(after)).not.toThrow();
    }
  });

  it('used on a scenario that has nothing of it, a lever does no harm', () => {
    const other = scenarioOf({
      sites: [{ id: 'elsewhere' }],
      devices: [device({ id: 'other', site: 'elsewhere' })],
      flows: [flow({ site: 'elsewhere' })],
    });
    for (const one of cases) expect(pull(other, one), one.id).toBe(other);
  });
});

describe('on random scenarios', () => {
  it('every case of every lever is sound, alone and after the others', () => {
    fc.assert(
      fc.property(anyScenario, (raw) => {
        const base = scenarioOf(raw);
        fc.pre(base.devices.every((one) => overlapsOf(one) === 0));
        // What a user is warned of (a reserve where nobody books) stays as it is, wherever it moves to.
        const kinds = (scenario: Scenario) =>
          new Set(weekFlaws(scenario).map((flaw) => flaw.replace(/\d+/, '')));
        const known = kinds(base);
        const added = (scenario: Scenario) => [...kinds(scenario)].filter((kind) => !known.has(kind));
        let together = base;
        for (const one of casesOf(base)) {
          expect(added(pull(base, one)), one.id).toEqual([]);
          together = pull(together, one);
          expect(added(together), `after ${one.id}`).toEqual([]);
        }
        playOneWeek(together);
      }),
      { numRuns: 40, seed: 1 },
    );
  });
});
