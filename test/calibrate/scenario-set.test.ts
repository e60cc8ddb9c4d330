import { describe, expect, it } from 'vitest';
import { assumedInputs } from '../../src/calibrate/assumed-inputs.ts';
import { onlyDepartments } from '../../src/calibrate/department.ts';
import {
  type DrawnInput,
  drawInputs,
  firstSet,
  type ScenarioSet,
  underSet,
  valuesOf,
} from '../../src/calibrate/scenario-set.ts';
import { typicalMinutes } from '../../src/model/complete/ledger.ts';
import type { Device, Flow, Scenario } from '../../src/model/scenario.ts';
import { scenarioNamed } from '../engine/play.ts';

const base = scenarioNamed('hopital-reference.yaml');
const inputs = assumedInputs(base);
const ofFlow = (scenario: Scenario, id: string) => scenario.flows.find((flow) => flow.id === id)!;
const ofDevice = (scenario: Scenario, id: string) => scenario.devices.find((device) => device.id === id)!;

/** The scenario with one flow, or one device, changed. */
const withFlow = (id: string, change: (flow: Flow) => Partial<Flow>): Scenario => ({
  ...base,
  flows: base.flows.map((flow) => (flow.id === id ? { ...flow, ...change(flow) } : flow)),
});
const withDevice = (id: string, change: (device: Device) => Partial<Device>): Scenario => ({
  ...base,
  devices: base.devices.map((device) => (device.id === id ? { ...device, ...change(device) } : device)),
});
const lateMinutes = ({ week }: Device): readonly number[] =>
  week.filter(({ type }) => type !== 'on-call').map(({ lateStart }) => typicalMinutes(lateStart));

/** Every input at the upper end of its range; demands and speeds that differ one from the other. */
const drawn: readonly DrawnInput[] = inputs.map((input) => ({ input, value: input.range[1] }));
const first = firstSet(base, drawn, new Map());
const set: ScenarioSet = {
  inputs: drawn,
  demand: first.demand.map((one, rank) => ({ ...one, factor: 1 + 0.1 * rank })),
  speed: first.speed.map((one, rank) => ({ ...one, factor: 0.9 + 0.05 * rank })),
};
const demandFactor = (id: string) => set.demand.find(({ flow }) => flow === id)!.factor;
const speedFactor = (id: string) => set.speed.find(({ device }) => device === id)!.factor;
const under = underSet(base, set);

describe('drawInputs', () => {
  it('puts one value in each strip of every range, patience by its logarithm, the same for the same seed', () => {
    const rows = drawInputs(inputs, 8, 's');
    inputs.forEach(({ range: [low, high], spread }, column) => {
      const strips = rows.map((row) => {
        const { value } = row[column]!;
        const share =
          spread === 'logarithm'
            ? Math.log(value / low) / Math.log(high / low)
            : (value - low) / (high - low);
        return Math.floor(share * 8);
      });
      expect(strips.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    });
    expect(drawInputs(inputs, 8, 's')).toEqual(rows);
    expect(drawInputs(inputs, 8, 't')).not.toEqual(rows);
  });

  it('draws a department alone as within the whole', () => {
    const own = assumedInputs(onlyDepartments(base, [{ site: 'ch', modality: 'mri' }]));
    const values = (drawnFrom: typeof inputs) =>
      drawInputs(drawnFrom, 5, 's').map((row) =>
        row.filter(({ input }) => own.some(({ path }) => path === input.path)).map(({ value }) => value),
      );
    expect(own.length).toBeLessThan(inputs.length);
    expect(values(own)).toEqual(values(inputs));
  });
});

describe('firstSet', () => {
  it('makes up for another patience with latent demand: λ·exp(−d/τ) stays', () => {
    const [tau] = inputs.filter(({ path }) => path === 'flows.scanner-A.accept.tau');
    const one = firstSet(base, [{ input: tau!, value: 40 }], new Map([['scanner-A', 7]]));
    const factor = one.demand.find(({ flow }) => flow === 'scanner-A')!.factor;
    expect(factor).toBeCloseTo(Math.exp(7 / 40 - 7 / 15), 12);
    expect(one.demand.filter(({ flow }) => flow !== 'scanner-A').every((other) => other.factor === 1)).toBe(
      true,
    );
  });

  it('makes up for absences with the length of exams', () => {
    const [noShow] = inputs.filter(({ path }) => path === 'flows.irm-A.no-show');
    const { speed } = firstSet(base, [{ input: noShow!, value: 0.1 }], new Map());
    expect(speed.find(({ device }) => device === 'irm')!.factor).toBeCloseTo(0.9 / 0.96, 2);
    expect(speed.find(({ device }) => device === 'scanner')!.factor).toBe(1);
  });
});

describe('underSet', () => {
  it('gives the base every value of the set, its demands and its speeds', () => {
    for (const { input, value } of drawn)
      for (const path of input.paths)
        expect(under.assumptions.find((one) => one.path === path)!.value, path).toBe(value);
    expect(ofFlow(under, 'scanner-A').accept).toMatchObject({ tauDays: 40 });
    expect(new Set(lateMinutes(ofDevice(under, 'scanner')))).toEqual(new Set([20]));
    for (const { id, perWeek, walkIn } of base.flows)
      expect(ofFlow(under, id).perWeek).toBe(perWeek * (walkIn ? 1 : demandFactor(id)));
    for (const { id, speed } of base.devices) expect(ofDevice(under, id).speed).toBe(speed * speedFactor(id));
    expect(Object.keys(valuesOf(set))).toEqual(inputs.map(({ path }) => path));
  });

  it('leaves the base as it is under a set of its own values', () => {
    const own = firstSet(
      base,
      inputs.map((input) => ({ input, value: input.value })),
      new Map(base.flows.map(({ id }) => [id, 7])),
    );
    expect(underSet(base, own)).toEqual(base);
  });

  it('keeps what a variant states otherwise: a decision', () => {
    const patient = withFlow('scanner-A', ({ noShow }) => ({ noShow: { ...noShow, base: 0.02, max: 0.02 } }));
    expect(ofFlow(underSet(patient, set), 'scanner-A').noShow.base).toBe(0.02);
    expect(ofFlow(underSet(patient, set), 'scanner-H').noShow.base).toBe(0.1);
    const onTime = withDevice('irm', ({ week }) => ({
      week: week.map((one, rank) =>
        rank === 0 ? { ...one, lateStart: { law: 'deterministic', value: 0 } } : one,
      ),
    }));
    expect(lateMinutes(ofDevice(underSet(onTime, set), 'irm'))).toEqual([0, 20, 20, 20, 20, 20]);
  });

  it('multiplies a demand that a variant changes by what the set multiplies the base with', () => {
    const more = withFlow('irm-A', ({ perWeek }) => ({ perWeek: 1.1 * perWeek }));
    const ratio = ofFlow(underSet(more, set), 'irm-A').perWeek / ofFlow(under, 'irm-A').perWeek;
    expect(ratio).toBeCloseTo(1.1, 12);
  });

  it('lets a vacation, a device and a flow that the base does not have follow those like them', () => {
    const scanner = ofDevice(base, 'scanner');
    const added: Scenario = {
      ...base,
      devices: [...base.devices, { ...scanner, id: 'scanner-2', week: scanner.week.slice(0, 2) }],
      flows: [...base.flows, { ...ofFlow(base, 'scanner-A'), id: 'scanner-A-soir' }],
    };
    const second = ofDevice(underSet(added, set), 'scanner-2');
    expect(second.speed).toBe(speedFactor('scanner'));
    expect(typicalMinutes(second.changeover)).toBe(8);
    expect(lateMinutes(second).every((minutes) => minutes === 20)).toBe(true);
    const evening = ofFlow(underSet(added, set), 'scanner-A-soir');
    expect(evening.accept).toMatchObject({ tauDays: 40 });
    expect(evening.perWeek).toBeCloseTo(152 * demandFactor('scanner-A'), 9);
  });

  it('puts a department alone under the set as within the whole', () => {
    const department = [{ site: 'ch', modality: 'ct' }] as const;
    expect(underSet(onlyDepartments(base, department), set)).toEqual(onlyDepartments(under, department));
  });
});
