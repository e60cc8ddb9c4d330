import { describe, expect, it } from 'vitest';
import { assumedInputs } from '../../src/calibrate/assumed-inputs.ts';
import { inputPlace, withInput } from '../../src/calibrate/input-fields.ts';
import { lawAt } from '../../src/calibrate/law-at.ts';
import { mean, variance } from '../../src/engine/laws/moments.ts';
import { typicalMinutes } from '../../src/model/complete/ledger.ts';
import type { Law } from '../../src/model/law.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { device, flow, scenarioNamed, scenarioOf, vacation } from '../engine/play.ts';

const reference = scenarioNamed('hopital-reference.yaml');
const everyEffect = scenarioNamed('every-effect.yaml');
const paths = (scenario: Scenario) => assumedInputs(scenario).map(({ path }) => path);

describe('assumedInputs', () => {
  it('lists what is assumed over a range, with value, range, unit and source', () => {
    const tau = assumedInputs(reference).find(({ path }) => path === 'flows.scanner-A.accept.tau');
    expect(tau).toMatchObject({ value: 15, range: [5, 40], unit: 'd', modality: 'ct', spread: 'logarithm' });
    expect(tau!.source.en).toContain('literature');
    expect(paths(reference)).toEqual(
      expect.arrayContaining(['devices.scanner.late-start', 'devices.irm.changeover', 'flows.irm-A.no-show']),
    );
  });

  it('leaves out what is measured, calibrated or without a range, and the demand of booked flows', () => {
    const listed = [reference, everyEffect].flatMap(({ assumptions }) => assumptions);
    const drawn = new Set([reference, everyEffect].flatMap(paths));
    for (const { path, status, range } of listed)
      if (status !== 'assumed' || range === null) expect(drawn).not.toContain(path);
    expect([...drawn].filter((path) => path.includes('.slots.') || path.endsWith('.per-week'))).toEqual([]);
    const stated = { value: 40, status: 'assumed' as const, range: [30, 60] as [number, number] };
    const both = scenarioOf({
      devices: [device()],
      flows: [
        flow({ id: 'booked', 'per-week': stated }),
        flow({ id: 'inserted', class: 'U', 'walk-in': true, 'per-week': stated }),
      ],
    });
    expect(paths(both)).toEqual(['flows.inserted.per-week']);
  });

  it('does not draw a patience that was measured or calibrated, though its range is stated', () => {
    const statuses = ['measured', 'calibrated', 'assumed'] as const;
    const flows = statuses.map((status) =>
      flow({ id: status, accept: { tau: '20d', range: ['10d', '30d'], status } }),
    );
    expect(paths(scenarioOf({ devices: [device()], flows }))).toEqual(['flows.assumed.accept.tau']);
  });

  it('counts places that share a default as one unknown, and places the file states apart', () => {
    const noShow = assumedInputs(reference).find(({ path }) => path === 'flows.scanner-A.no-show');
    expect(noShow!.paths).toEqual(['flows.scanner-A.no-show', 'flows.scanner-H.no-show']);
    const late = { minutes: 10, range: [0, 20] as [number, number], source: 'assumed' };
    const twice = scenarioOf({
      devices: [device({ id: 'a', 'late-start': late }), device({ id: 'b', 'late-start': late })],
      flows: [flow()],
    });
    expect(paths(twice)).toEqual(['devices.a.late-start', 'devices.b.late-start']);
  });
});

describe('withInput', () => {
  it('puts the value wherever the one listed stands, and nowhere else', () => {
    const late = { minutes: 10, range: [0, 20] as [number, number], source: 'assumed' };
    const week = [
      vacation({ days: 'mon' }),
      vacation({ days: 'tue', 'late-start': 4 }),
      vacation({ days: 'wed', type: 'on-call' }),
    ];
    const base = scenarioOf({ devices: [device({ 'late-start': late, week })], flows: [flow()] });
    const moved = withInput(base, 'devices.d.late-start', 15);
    const seconds = moved.devices[0]!.week.map(({ lateStart }) => lateStart);
    expect(seconds.map(typicalMinutes)).toEqual([15, 4, 0]);
    expect(moved.assumptions.find(({ path }) => path === 'devices.d.late-start')!.value).toBe(15);
    expect({ ...moved, devices: base.devices, assumptions: base.assumptions }).toEqual(base);
  });

  it('gives every assumed input of every scenario another value, and lists it', () => {
    for (const scenario of [reference, everyEffect, scenarioNamed('gie-irm.yaml')])
      for (const { paths: places, value, range } of assumedInputs(scenario))
        for (const path of places) {
          const other = value === range[1] ? (range[0] + range[1]) / 2 : range[1];
          const moved = withInput(scenario, path, other);
          const { assumptions, ...rest } = moved;
          expect({ ...rest, assumptions: scenario.assumptions }, path).not.toEqual(scenario);
          expect(assumptions.find((one) => one.path === path)!.value).toBe(other);
        }
  });

  it('means every device written with a count, and ids that hold dots', () => {
    const late = { minutes: 10, range: [0, 20] as [number, number], source: 'assumed' };
    const base = scenarioOf({
      devices: [device({ id: 'ct.x', count: 2, 'late-start': late }), device({ id: 'ct.x-y' })],
      flows: [flow()],
    });
    const moved = withInput(base, 'devices.ct.x.late-start', 3);
    expect(moved.devices.map(({ week }) => typicalMinutes(week[0]!.lateStart))).toEqual([3, 3, 0]);
  });

  it('keeps absences growing with the delay in proportion', () => {
    const base = scenarioOf({
      devices: [device()],
      flows: [flow({ 'no-show': { probability: 0.04, max: 0.2, tau: '20d', range: [0.01, 0.1] } })],
    });
    expect(withInput(base, 'flows.a.no-show', 0.08).flows[0]!.noShow).toMatchObject({ base: 0.08, max: 0.4 });
  });

  it('refuses a path that is no input', () => {
    expect(() => withInput(reference, 'devices.scanner.slots.A', 10)).toThrow(RangeError);
    expect(() => withInput(reference, 'flows.nobody.accept.tau', 10)).toThrow(RangeError);
    expect(inputPlace('run.weeks')).toBeNull();
  });
});

describe('lawAt', () => {
  const laws: readonly Law[] = [
    { law: 'deterministic', value: 600 },
    { law: 'exponential', mean: 600 },
    { law: 'erlang', mean: 600, stages: 3 },
    { law: 'lognormal', mean: 600, cv: 0.4 },
    { law: 'normal', mean: 600, sd: 60, floor: 0 },
    { law: 'uniform', min: 300, max: 900 },
    { law: 'jqpd-s', min: 180, p20: 300, p50: 600, p80: 950 },
    { law: 'jqpd-b', min: 0, max: 86_400, p20: 300, p50: 600, p80: 1900 },
    { law: 'empirical', values: [300, 900], weights: [1, 1], interpolate: false },
  ];

  it.each(laws)('scales $law to the typical value asked, its coefficient of variation kept', (law) => {
    const moved = lawAt(law, 25, 'scaled');
    expect(typicalMinutes(moved)).toBeCloseTo(25, 9);
    expect(variance(moved) / mean(moved) ** 2).toBeCloseTo(variance(law) / mean(law) ** 2, 6);
  });

  it('shifts a difference of instants, its spread and the earliest arrival kept', () => {
    const early: Law = { law: 'normal', mean: -600, sd: 600, floor: -3600 };
    expect(lawAt(early, 0, 'shifted')).toEqual({ law: 'normal', mean: 0, sd: 600, floor: -3600 });
  });

  it('makes a constant of what cannot be scaled', () => {
    expect(lawAt({ law: 'exponential', mean: 60 }, 0, 'scaled')).toEqual({ law: 'deterministic', value: 0 });
  });
});
