/** A small region built and simulated whole. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildRegion } from '../../../src/calibrate/region/build.ts';
import type { BuiltRegion, RegionPlaying, RegionRequest } from '../../../src/calibrate/region/request.ts';
import { checkScenario } from '../../../src/model/consistency/consistency.ts';
import { parseScenario } from '../../../src/model/load/load.ts';
import { playHere, realDevice, realSite, wholeRegion } from './region-requests.ts';

/** Enough to see that all of it works; the bands are held in the long suite. */
const SHORT: RegionPlaying = { corrections: 1, weeks: 10, warmupWeeks: 2, replications: 1 };
const NOTHING: RegionPlaying = { corrections: 0, weeks: 2, warmupWeeks: 1, replications: 1 };
const two = (changes: Partial<RegionRequest> = {}) => wholeRegion({ departments: ['91', '95'], ...changes });
const build = (request: RegionRequest, playing: RegionPlaying) =>
  buildRegion(request, playHere, () => {}, playing);

const ambulatory = ({ scenario }: BuiltRegion) => scenario.flows.filter((flow) => flow.class === 'A');
const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);

describe('two departments', () => {
  let built: BuiltRegion;
  beforeAll(async () => {
    built = await build(two(), SHORT);
  }, 120_000);

  it('are written as a scenario without a finding', () => {
    const { input, findings } = parseScenario(built.raw);
    expect(findings).toEqual([]);
    expect(checkScenario(input!)).toEqual([]);
  });

  it('rest on synthetic sites only, and say so site by site', () => {
    expect(built.grounds.sites).toEqual({ synthetic: built.scenario.sites.length, real: 0 });
    expect(built.grounds.devices).toEqual({ synthetic: built.scenario.devices.length, real: 0 });
    expect(built.scenario.sites.every(({ synthetic }) => synthetic)).toBe(true);
  });

  it('have every ambulatory flow at a site of the modality, with minutes to each site and a place of residence', () => {
    const has = new Set(built.scenario.devices.map(({ site, modality }) => `${site}/${modality}`));
    for (const flow of ambulatory(built)) {
      expect(['91', '95']).toContain(flow.origin);
      expect(flow.travelMinutes).toHaveLength(flow.sites.length);
      expect(new Set(flow.sites).size).toBe(flow.sites.length);
      for (const site of flow.sites) expect(has.has(`${site}/${flow.modality}`)).toBe(true);
      const others = flow.travelMinutes.slice(1);
      expect([...others].sort((a, b) => a - b)).toEqual(others);
    }
  });

  it('ask for as much as department by department is said', () => {
    for (const { department, modality, requestsPerWeek } of built.departments) {
      const own = ambulatory(built).filter(
        (flow) => flow.origin === department && flow.modality === modality,
      );
      expect(total(own.map(({ perWeek }) => perWeek)) / requestsPerWeek).toBeCloseTo(1, 6);
    }
  });

  it('share requests in proportion to inhabitants where no rate is stated, within a millionth', () => {
    for (const modality of ['ct', 'mri'] as const) {
      const rows = built.departments.filter((one) => one.modality === modality);
      const perInhabitant = rows.map(({ requestsPerWeek, population }) => requestsPerWeek / population);
      expect(perInhabitant[0]! / perInhabitant[1]!).toBeCloseTo(1, 6);
    }
  });

  it('have bands of both modalities and classes beside what is published', () => {
    expect(built.bands).toHaveLength(12);
    for (const { published, simulated, quantile, modality, class: one } of built.bands) {
      expect(Number.isFinite(simulated.mean)).toBe(true);
      // Ten weeks and one correction: no more than the order of size.
      if (modality === 'mri' && one === 'A' && quantile === 0.5)
        expect(Math.abs(simulated.mean - published)).toBeLessThan(5);
    }
  });

  it('list what they rest on in both languages, each assumed input with its range', () => {
    for (const { status, range, label, source } of built.inputs) {
      if (status === 'assumed') expect(range).not.toBeNull();
      for (const text of [label, source]) expect(text.en).not.toBe(text.fr);
    }
    expect(built.inputs.find(({ id }) => id === 'exams-per-thousand-mri')?.status).toBe('calibrated');
    for (const id of ['growth-ct', 'ageing', 'years'])
      expect(built.inputs.find((one) => one.id === id)?.status).toBe('none');
  });

  it('come out of the same request as the same bytes, of another seed as others', async () => {
    const text = async (seed: string) =>
      JSON.stringify(await build(wholeRegion({ departments: ['95'], seed }), NOTHING));
    const [once, again, other] = [await text('a'), await text('a'), await text('b')];
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  }, 120_000);
});

describe('what is stated', () => {
  let base: BuiltRegion;
  beforeAll(async () => {
    base = await build(two(), NOTHING);
  }, 120_000);

  it('growth and ageing multiply every flow by their powers', async () => {
    const grown = await build(two({ growthPerYear: { mri: 0.03 }, ageingPerYear: 0.005, years: 5 }), NOTHING);
    const factor = { ct: 1.005 ** 5, mri: (1.03 * 1.005) ** 5 };
    base.scenario.flows.forEach((flow, rank) => {
      const other = grown.scenario.flows[rank]!;
      expect(other.id).toBe(flow.id);
      expect(other.perWeek / flow.perWeek).toBeCloseTo(factor[flow.modality], 5);
    });
  });

  it('a rate for all scales demand to it, a rate for one only says whose it is', async () => {
    const implied = base.departments.find(({ modality }) => modality === 'mri')!.examsPerThousand;
    const all = await build(two({ examsPerThousand: { mri: 1.2 * implied } }), NOTHING);
    const asked = (built: BuiltRegion, department: string | null) =>
      total(
        built.departments
          .filter((one) => one.modality === 'mri' && (department ?? one.department) === one.department)
          .map(({ requestsPerWeek }) => requestsPerWeek),
      );
    expect(asked(all, null) / asked(base, null)).toBeCloseTo(1.2, 6);
    const one = await build(two({ departmentRates: { '95': { mri: 0.9 * implied } } }), NOTHING);
    const share = asked(one, '95') / asked(one, null) / (asked(base, '95') / asked(base, null));
    expect(share).toBeCloseTo(0.9, 6);
    const rows = one.departments.filter(({ modality }) => modality === 'mri');
    const done = total(rows.map(({ examsPerThousand, population }) => examsPerThousand * population));
    expect(done / (implied * total(rows.map(({ population }) => population)))).toBeCloseTo(1, 9);
  });

  it('rates that leave nothing for the others are refused', async () => {
    await expect(build(two({ departmentRates: { '95': { mri: 5000 } } }), NOTHING)).rejects.toThrow(
      RangeError,
    );
  });

  it('real sites keep their names, stand where they are, and are observed', async () => {
    const site = {
      ...realSite('ch-nord', '95', [realDevice('scan-1', { delayDays: { A: 12, H: 3 } })]),
      label: 'CH du Nord',
      coordinates: { lat: 48.99, lon: 2.28 },
    };
    const built = await build(two({ realSites: [site] }), NOTHING);
    expect(built.grounds).toMatchObject({ sites: { real: 1 }, devices: { real: 1 } });
    const found = built.scenario.sites.find(({ id }) => id === 'ch-nord')!;
    expect(found).toMatchObject({ label: 'CH du Nord', synthetic: false, zone: '95' });
    expect(Object.keys(found.travelMinutes!)).toEqual(['91', '95']);
    expect(built.scenario.observed).toMatchObject([
      { site: 'ch-nord', modality: 'ct', delayDays: { A: 12, H: 3 } },
    ]);
    const own = ambulatory(built).filter((flow) => flow.sites[0] === 'ch-nord');
    expect(own.map(({ travelMinutes }) => travelMinutes[0])).toEqual(
      own.map(({ origin }) => found.travelMinutes![origin!]),
    );
  });
});
