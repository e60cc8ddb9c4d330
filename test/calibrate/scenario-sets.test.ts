import { beforeAll, describe, expect, it } from 'vitest';
import { assumedInputs } from '../../src/calibrate/assumed-inputs.ts';
import { onlyDepartments } from '../../src/calibrate/department.ts';
import { gapsOf, type ReferenceNumbers, startAtReference } from '../../src/calibrate/reference.ts';
import type { DrawnInput } from '../../src/calibrate/scenario-set.ts';
import {
  recalibrate,
  type ScenarioSets,
  SET_DEFAULTS,
  scenarioReference,
  scenarioSets,
  setRun,
  simulateHere,
} from '../../src/calibrate/scenario-sets.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { scenarioNamed } from '../engine/play.ts';

const hospital = scenarioNamed('hopital-reference.yaml');
const base = onlyDepartments(hospital, [{ site: 'ch', modality: 'ct' }]);
const DRAWS = 3;
let reference: ReferenceNumbers;
let drawn: ScenarioSets;

beforeAll(async () => {
  reference = await scenarioReference(base);
  drawn = await scenarioSets(base, DRAWS, simulateHere, SET_DEFAULTS, reference);
}, 60_000);

const inputsAt = (values: Readonly<Record<string, number>>): readonly DrawnInput[] =>
  assumedInputs(base).map((input) => ({ input, value: values[input.path] ?? input.value }));

describe('scenarioSets', () => {
  it('keeps sets that give every delay and occupancy of the base back, in the run they are judged in', async () => {
    expect(drawn.sets.length + drawn.rejected.length).toBe(DRAWS);
    expect(drawn.sets.length).toBeGreaterThan(0);
    for (const set of drawn.sets) {
      const scenario = startAtReference(base, set, reference);
      const gaps = gapsOf(reference, scenario, await simulateHere(scenario));
      expect(gaps.map(({ id }) => id)).toEqual(['scanner-A', 'scanner-H', 'scanner']);
      for (const { size } of gaps) expect(size).toBeLessThanOrEqual(1);
    }
  });

  it('leaves out and counts the draws that cannot give the base’s numbers back', async () => {
    const late = (path: string) => path === 'devices.scanner.late-start';
    const doubtful: Scenario = {
      ...base,
      assumptions: base.assumptions.map((one) => (late(one.path) ? { ...one, range: [240, 300] } : one)),
    };
    const { sets, rejected } = await scenarioSets(doubtful, 2, simulateHere, SET_DEFAULTS, reference);
    expect(sets).toEqual([]);
    expect(rejected.map(({ missed }) => missed.kind)).toEqual(['occupancy', 'occupancy']);
    expect(rejected[0]!.inputs.find(({ input }) => late(input.path))!.value).toBeGreaterThan(240);
  });

  it('finds the same sets again, bit for bit, as data that can be sent to a worker', async () => {
    const again = await scenarioSets(base, DRAWS, simulateHere, SET_DEFAULTS, reference);
    expect(again).toEqual(drawn);
    expect(structuredClone(drawn)).toEqual(drawn);
  });

  it('calibrates departments of one site apart: the scanner’s demand does not depend on the MRI', async () => {
    const options = { ...SET_DEFAULTS, weeks: 30 };
    const [whole, part] = await Promise.all([
      scenarioSets(hospital, 1, simulateHere, options),
      scenarioSets(base, 1, simulateHere, options),
    ]);
    const ct = whole.sets[0]!.demand.filter(({ modality }) => modality === 'ct');
    // The automatic warm-up of the whole waits for the MRI: references differ a little, and the sets with them.
    expect(ct).toHaveLength(4);
    ct.forEach(({ factor }, rank) => {
      expect(factor / part.sets[0]!.demand[rank]!.factor).toBeCloseTo(1, 1);
    });
  });
});

describe('recalibrate', () => {
  it('leaves the base alone under its own values', async () => {
    const { set, worst, steps } = await recalibrate(base, reference, inputsAt({}), simulateHere);
    expect(steps).toBe(1);
    expect(worst!.size).toBeLessThan(0.5);
    expect([...set.demand, ...set.speed].map(({ factor }) => factor)).toEqual([1, 1, 1, 1, 1]);
  });

  it('says which number a draw that cannot be misses', async () => {
    const impossible = inputsAt({ 'devices.scanner.late-start': 240, 'devices.scanner.changeover': 20 });
    const { worst } = await recalibrate(base, reference, impossible, simulateHere);
    expect(worst!.size).toBeGreaterThan(1);
    expect(worst).toMatchObject({ kind: 'occupancy', id: 'scanner' });
    expect(worst!.found).toBeLessThan(worst!.wanted);
  });
});

describe('the reference', () => {
  it('is what the site observes where the base does not give it back, and the base’s own number where it does', async () => {
    const observing = (delayA: number): Scenario => ({
      ...base,
      observed: [
        {
          site: 'ch',
          modality: 'ct',
          openingHours: null,
          passagesPerWeek: null,
          mix: {},
          delayDays: { A: delayA, H: null },
          occupancy: null,
          source: '',
        },
      ],
    });
    const delayOf = ({ flows }: ReferenceNumbers) =>
      flows.find(({ flow }) => flow === 'scanner-A')!.delayDays;
    const own = delayOf(reference);
    expect(delayOf(await scenarioReference(observing(12)))).toBeGreaterThan(own + 4);
    expect(delayOf(await scenarioReference(observing(12)))).toBeLessThan(own + 8);
    const result = await simulateHere({ ...base, run: { ...setRun(base), warmupWeeks: 'auto' } });
    const { p50 } = result.sites.ch!.ct!.firstAvailable.A;
    const median = p50 === null || p50 === 'unstable' ? Number.NaN : p50.mean;
    expect(delayOf(await scenarioReference(observing(median + 0.4)))).toBe(own);
  });

  it('is taken from the base’s own weeks where it has dates, and from as long as asked else', () => {
    expect(setRun(base)).toMatchObject({ weeks: SET_DEFAULTS.weeks, replications: 1 });
    const growing = { ...base, flows: base.flows.map((flow) => ({ ...flow, growthPerYear: 0.1 })) };
    expect(setRun({ ...growing, run: { ...base.run, weeks: 52 } })).toMatchObject({
      weeks: 52,
      replications: 3,
    });
  });
});
