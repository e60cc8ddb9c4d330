/**
 * What must happen to the numbers when the scenario is changed in a known way. Where an order of events is kept (first
 * come, first served, equal slots, nobody declines) it holds patient by patient; elsewhere by the one-sided 99 % interval
 * of the paired mean.
 */
import fc from 'fast-check';
import jStat from 'jstat';
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/engine/compile.ts';
import type { PassageRecord } from '../../src/engine/record.ts';
import { completeScenario } from '../../src/model/complete/complete.ts';
import type { Flow, Scenario } from '../../src/model/scenario.ts';
import type { ScenarioInput } from '../../src/model/schema/schema.ts';
import {
  ALWAYS_OPEN,
  device,
  flow,
  type Played,
  placesOf,
  play,
  playPlan,
  type RawFlow,
  readScenario,
  scenarioNamed,
  scenarioOf,
  vacation,
} from './play.ts';

/** The passages of a flow in order of request. */
const passagesOf = ({ records }: Played, id = 'a'): readonly PassageRecord[] =>
  records.filter((one) => one.flow === id).sort((a, b) => a.requested - b.requested);

/** Every indicator of every device and site. */
const indicatorsOf = (scenario: Scenario, played: Played) => ({
  devices: scenario.devices.map(({ id }) => played.device(id)),
  sites: placesOf(scenario).map(({ site, modality }) => played.modality(site, modality)),
});

const loads = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }).map(String),
  perWeek: fc.integer({ min: 20, max: 80 }),
  more: fc.integer({ min: 1, max: 60 }),
});
const RUNS = { numRuns: 12, seed: 1 };

describe('more demand', () => {
  it('gives no booked patient an earlier appointment: first fit, equal slots, all accept', () => {
    fc.assert(
      fc.property(loads, ({ seed, perWeek, more }) => {
        const run = (others: readonly RawFlow[]) => {
          const flows = [flow({ 'per-week': perWeek, horizon: 300 }), ...others];
          return passagesOf(play(scenarioOf({ devices: [device()], flows }), 10, seed));
        };
        const base = run([]);
        const loaded = run([flow({ id: 'b', 'per-week': more, horizon: 300 })]);
        expect(loaded.length).toBe(base.length);
        base.forEach((one, n) => {
          expect(loaded[n]!.requested).toBe(one.requested);
          expect(loaded[n]!.appointment).toBeGreaterThanOrEqual(one.appointment!);
        });
      }),
      RUNS,
    );
  });

  it('lets no walk-in enter earlier: first come, first served, on one device or three', () => {
    fc.assert(
      fc.property(loads, fc.constantFrom(1, 3), ({ seed, perWeek, more }, count) => {
        const walkIn = (id: string, rate: number) =>
          flow({
            id,
            class: 'U',
            'walk-in': true,
            'per-week': rate * count,
            durations: { law: 'lognormal', mean: 70, cv: 1 },
          });
        const devices = [device({ count, week: [ALWAYS_OPEN] })];
        const run = (flows: readonly RawFlow[]) =>
          passagesOf(play(scenarioOf({ devices, flows: [...flows] }), 4, seed));
        const base = run([walkIn('a', perWeek)]);
        const loaded = run([walkIn('a', perWeek), walkIn('b', more)]);
        base.forEach((one, n) => {
          const entry = loaded[n]!.roomIn ?? Number.POSITIVE_INFINITY;
          expect(entry).toBeGreaterThanOrEqual(one.roomIn ?? Number.POSITIVE_INFINITY);
        });
      }),
      RUNS,
    );
  });

  /** Lower bound, one-sided at 99 %, of the mean paired difference over seeds: what the load added, at least. */
  function leastIncrease(
    base: Scenario,
    loaded: Scenario,
    weeks: number,
    of: (played: Played) => number,
  ): { readonly low: number; readonly high: number } {
    const n = 10;
    const plans = [compileScenario(base, weeks), compileScenario(loaded, weeks)];
    const differences = Array.from({ length: n }, (_, seed) => {
      const [without, more] = plans.map((plan) => of(playPlan(plan, String(seed + 1))));
      return more! - without!;
    });
    const mean = differences.reduce((sum, one) => sum + one, 0) / n;
    const squares = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const halfWidth = jStat.studentt.inv(0.99, n - 1) * Math.sqrt(squares / (n - 1) / n);
    return { low: mean - halfWidth, high: mean + halfWidth };
  }

  const busier = (scenario: Scenario, isBusier: (one: Flow) => boolean): Scenario => ({
    ...scenario,
    flows: scenario.flows.map((one) => (isBusier(one) ? { ...one, perWeek: one.perWeek * 1.15 } : one)),
  });

  it('lengthens ambulatory access at the reference hospital, although patients decline', () => {
    const base = scenarioNamed('hopital-reference.yaml');
    const loaded = busier(base, (one) => one.modality === 'ct' && one.class === 'A');
    const { low } = leastIncrease(base, loaded, 26, (one) => one.modality('ch', 'ct').access.A.mean!);
    expect(low).toBeGreaterThan(0);
  });

  it('never shortens waits where emergencies go first, appointments are kept and devices fail', () => {
    const base = scenarioNamed('every-effect.yaml');
    const loaded = busier(base, ({ id }) => id === 'tdm-u');
    const waits = ({ device: of }: Played) => of('scanner-nord-1').wait.H.mean!;
    expect(leastIncrease(base, loaded, 10, waits).high).toBeGreaterThan(0);
  });
});

describe('more capacity', () => {
  it('gives no booked patient a later appointment', () => {
    fc.assert(
      fc.property(loads, ({ seed, perWeek }) => {
        const flows = [flow({ 'per-week': perWeek, horizon: 300 })];
        const run = (week: ReturnType<typeof vacation>[]) =>
          passagesOf(play(scenarioOf({ devices: [device({ week })], flows }), 10, seed));
        const base = run([vacation()]);
        run([vacation(), vacation({ from: '14:00', to: '15:00' })]).forEach((one, n) => {
          expect(one.appointment).toBeLessThanOrEqual(base[n]!.appointment!);
        });
      }),
      RUNS,
    );
  });

  it('a device twice as fast is one whose exams are half as long', () => {
    const run = (speed: number, minutes: number) =>
      play(
        scenarioOf({
          devices: [device({ speed, week: [ALWAYS_OPEN] })],
          flows: [flow({ class: 'U', 'walk-in': true, 'per-week': 300, durations: minutes })],
        }),
        5,
      ).records;
    expect(run(2, 40)).toEqual(run(1, 20));
  });
});

describe('names and order', () => {
  const renamed = (scenario: ScenarioInput, name: (id: string) => string): ScenarioInput => ({
    ...scenario,
    devices: scenario.devices.map((one) => ({
      ...one,
      id: name(one.id),
      label: 'renamed',
      ...(one.pool === undefined ? {} : { pool: `pool-${one.pool}` }),
    })),
    calendar: {
      ...scenario.calendar,
      closures: scenario.calendar?.closures?.map((one) =>
        one.device === undefined ? one : { ...one, device: name(one.device) },
      ),
    },
  });

  it('a relabelled device changes no number', () => {
    const { input, logs } = readScenario('every-effect.yaml');
    const base = completeScenario(input, logs);
    const other = completeScenario(
      renamed(input, (id) => `x-${id}`),
      logs,
    );
    expect(indicatorsOf(other, play(other, 6))).toEqual(indicatorsOf(base, play(base, 6)));
  });

  it('the only device of a site and modality may be given any name', () => {
    const run = (id: string) => {
      const others = [device({ id: 'm', modality: 'mri' })];
      const flows = [
        flow({ durations: { law: 'exponential', mean: 15 } }),
        flow({ id: 'b', modality: 'mri' }),
      ];
      const scenario = scenarioOf({
        devices: [device({ id, 'late-start': { law: 'uniform', min: 0, max: 20 } }), ...others],
        flows,
      });
      return play(scenario, 6).device(id);
    };
    expect(run('zz')).toEqual(run('aa'));
  });

  it('a reordered file changes no number', () => {
    const { input, logs } = readScenario('every-effect.yaml');
    const base = completeScenario(input, logs);
    const expected = indicatorsOf(base, play(base, 6));
    const shuffled = <T>(list: readonly T[], order: readonly number[]): T[] =>
      list
        .map((one, n) => ({ one, key: order[n % order.length]! }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 17, maxLength: 17 }), (order) => {
        const reordered = completeScenario(
          {
            ...input,
            exams: Object.fromEntries(shuffled(Object.entries(input.exams ?? {}), order)),
            sites: shuffled(input.sites, order),
            devices: shuffled(input.devices, order).map((one) => ({
              ...one,
              week: shuffled(one.week, order),
            })),
            flows: shuffled(input.flows, order),
            calendar: { ...input.calendar, closures: shuffled(input.calendar?.closures ?? [], order) },
          },
          logs,
        );
        expect(indicatorsOf(reordered, play(reordered, 6))).toEqual(expected);
      }),
      { numRuns: 4, seed: 1 },
    );
  });

  it('two closures announced on one day rebook in the same order, however they are listed', () => {
    const closures = [
      { device: 'd', from: 7, days: 7, announced: '3d' },
      { device: 'e', from: 7, days: 7, announced: '3d' },
    ];
    const run = (list: typeof closures) => {
      const scenario = scenarioOf({
        devices: [device(), device({ id: 'e', slots: { A: 20 } })],
        flows: [
          flow({ 'per-week': 110, durations: { law: 'exponential', mean: 15 }, backlog: { delay: '9d' } }),
        ],
        calendar: { closures: list },
      });
      return play(scenario, 8).records;
    };
    expect(run([...closures].reverse())).toEqual(run(closures));
  });
});

describe('adding a flow', () => {
  /** What was drawn for a request, as far as its passage shows it. */
  const drawsOf = (one: PassageRecord) => ({
    requested: one.requested,
    exam: one.examType,
    duration: one.outcome === 'done' ? one.roomOut! - one.roomIn! : null,
    punctuality:
      one.outcome === 'done' && one.appointment !== null && one.arrival! % 86_400 !== 0
        ? one.arrival! - one.appointment
        : null,
    preparation: one.outcome === 'done' && one.prepStart !== null ? one.prepEnd! - one.prepStart : null,
  });

  it('changes no draw of another', () => {
    const law = { law: 'lognormal', mean: 15, cv: 0.5 } as const;
    const parts = { preparation: { time: law }, 'end-of-vacation': { policy: 'carry-over' as const } };
    const exams = { x: { modality: 'ct' as const }, y: { modality: 'ct' as const } };
    const own = flow({
      'per-week': 25,
      exams: { x: 0.3, y: 0.7 },
      durations: law,
      'no-show': 0.1,
      cancel: { probability: 0.1 },
      punctuality: { law: 'uniform', min: -10, max: 10 },
    });
    const run = (others: readonly RawFlow[]) =>
      passagesOf(play(scenarioOf({ exams, devices: [device(parts)], flows: [own, ...others] }), 12));
    const alone = run([]);
    const others = run([
      flow({ id: '0', exams: { x: 1 }, 'per-week': 12, durations: law }),
      flow({
        id: 'u',
        class: 'U',
        'walk-in': true,
        'per-week': 10,
        exams: { x: 0.5, y: 0.5 },
        durations: law,
      }),
    ]);
    expect(others.length).toBe(alone.length);
    expect(others.map(({ appointment }) => appointment)).not.toEqual(
      alone.map(({ appointment }) => appointment),
    );
    let compared = 0;
    alone.forEach((one, n) => {
      const before = drawsOf(one);
      const after = drawsOf(others[n]!);
      expect([after.requested, after.exam]).toEqual([before.requested, before.exam]);
      if (before.duration === null || after.duration === null) return;
      compared++;
      expect(after).toEqual(before);
    });
    expect(compared).toBeGreaterThan(100);
  });
});

describe('a longer run', () => {
  it('begins exactly as a shorter one', () => {
    const scenario = scenarioNamed('every-effect.yaml');
    const until = 5 * 604_800;
    const finished = (weeks: number) =>
      play(scenario, weeks).records.filter(
        ({ outcome, roomOut, reported }) =>
          outcome === 'done' && roomOut! < until && (reported === null || reported < until),
      );
    const short = finished(5).filter(({ reported, site }) => site === 'sud' || reported !== null);
    const long = new Set(finished(8).map((one) => JSON.stringify(one)));
    expect(short.length).toBeGreaterThan(1000);
    expect(short.filter((one) => !long.has(JSON.stringify(one)))).toEqual([]);
  });
});
