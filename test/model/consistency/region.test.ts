import { describe, expect, it } from 'vitest';
import { completeScenario } from '../../../src/model/complete/complete.ts';
import { checkScenario } from '../../../src/model/consistency/consistency.ts';
import {
  checkBalance,
  checkDepartments,
  checkFlowTravel,
  checkInsideRegion,
  checkRegionDemand,
  checkRegionThere,
  checkTravel,
} from '../../../src/model/consistency/region.ts';
import { device, flow, scenarioInput, told } from './scenario.ts';

type Part = Readonly<Record<string, unknown>>;
const travel = { '75': { '75': 20, '95': 60 }, '95': { '75': 60, '95': 20 } };
const region = {
  balance: 'idf-2020-05',
  departments: { '75': { population: 2_187_526 }, '95': { population: 1_228_618 } },
  travel,
};
const inRegion = (parts: Part = {}, site: Part = {}, flowParts: Part = {}) =>
  scenarioInput({
    region: { ...region, ...parts },
    sites: [{ id: 'ch', zone: '95', synthetic: true, ...site }],
    flows: [{ ...flow, origin: '95', ...flowParts }],
  });

describe('a sound region', () => {
  it('has nothing to be said of it', () => {
    expect(checkScenario(inRegion())).toEqual([]);
  });

  it('is complete: travel in minutes whatever its unit, departments in the order of their codes', () => {
    const scenario = completeScenario(
      inRegion(
        {
          departments: {
            '95': { population: 3, 'exams-per-thousand': { mri: 119 } },
            '75': { population: 2 },
          },
          travel: { ...travel, '75': { '75': '1h', '95': '90s' } },
        },
        { travel: { '75': '1h', '95': 10 } },
        { travel: [15], 'travel-scale': { value: '0.5h', range: [10, '1h'], source: 'guess' } },
      ),
    );
    expect(scenario.region).toEqual({
      balance: 'idf-2020-05',
      departments: [
        { code: '75', population: 2, examsPerThousand: {} },
        { code: '95', population: 3, examsPerThousand: { mri: 119 } },
      ],
      travelMinutes: { ...travel, '75': { '75': 60, '95': 1.5 } },
    });
    expect(scenario.sites[0]).toMatchObject({ synthetic: true, travelMinutes: { '75': 60, '95': 10 } });
    expect(scenario.flows[0]).toMatchObject({ origin: '95', travelMinutes: [15], travelScaleMinutes: 30 });
    expect(scenario.assumptions.find(({ path }) => path.endsWith('.travel-scale'))).toEqual({
      path: 'flows.ch/mri/A.travel-scale',
      value: 30,
      unit: 'min',
      range: [10, 60],
      status: 'assumed',
      source: { en: 'guess', fr: 'guess' },
      from: 'file',
    });
  });

  it('is none where nothing is said: no region, no travel, no scale, nobody’s residence', () => {
    const { region: none, sites, flows } = completeScenario(scenarioInput());
    expect(none).toBeNull();
    expect(sites[0]).toMatchObject({ synthetic: false, travelMinutes: null });
    expect(flows[0]).toMatchObject({ origin: null, travelMinutes: [0], travelScaleMinutes: null });
  });
});

describe('checkDepartments', () => {
  it.each([
    ['Yvelines', '78'],
    ['Val-de-Marn', '94'],
    ['1', '01'],
    ['00', ''],
  ])('reports %s, and the code it may mean', (code, nearest) => {
    const [found] = checkDepartments(inRegion({ departments: { [code]: { population: 1 } } }));
    expect(found).toMatchObject({ code: 'unknown-department', values: { department: code, nearest } });
  });
});

describe('checkInsideRegion', () => {
  it('reports a site and residents of another department, and one without', () => {
    expect(told(checkInsideRegion(inRegion({}, { zone: '77' }, { origin: 'Paris' })))).toEqual([
      'error department-outside-region sites.0.zone',
      'error department-outside-region flows.0.origin',
    ]);
    expect(told(checkInsideRegion(inRegion({}, { zone: undefined })))).toEqual([
      'error site-without-zone sites.0',
    ]);
  });

  it('names the department that was meant, where the region has it', () => {
    const nearest = (origin: string) => checkInsideRegion(inRegion({}, {}, { origin }))[0]!.values.nearest;
    expect(nearest('Paris')).toBe('75');
    expect(nearest('Val d’Oisee')).toBe('95');
    expect(nearest('095')).toBe('95');
    expect(nearest('Yvelines')).toBe('');
  });

  it('reports travel from and to departments that are not there', () => {
    const odd = { ...travel, '77': {}, '75': { ...travel['75'], '78': 40 } };
    expect(told(checkInsideRegion(inRegion({ travel: odd }, { travel: { '92': 10 } })))).toEqual([
      'error department-outside-region region.travel.75.78',
      'error department-outside-region region.travel.77',
      'error department-outside-region sites.0.travel.92',
    ]);
  });
});

describe('checkTravel', () => {
  it('reports each row with what is missing in it, and a site’s own', () => {
    const found = checkTravel(inRegion({ travel: { '75': { '75': 20 } } }, { travel: { '75': 40 } }));
    expect(told(found)).toEqual([
      'error travel-missing region.travel.75',
      'error travel-missing region.travel',
      'error travel-missing sites.0.travel',
    ]);
    expect(found.map(({ values }) => values)).toEqual([
      { from: '75', to: '95' },
      { from: '95', to: '75, 95' },
      { from: '95', to: 'ch' },
    ]);
  });
});

describe('checkFlowTravel', () => {
  const ofFlow = (parts: Part) => told(checkFlowTravel(inRegion({}, {}, parts)));

  it('accepts as many times as sites, on a scale', () => {
    expect(ofFlow({ travel: [20], 'travel-scale': 30 })).toEqual([]);
  });

  it('reports another number, a scale of zero, and a scale of nothing', () => {
    expect(ofFlow({ travel: [20, 30] })).toEqual(['error travel-count flows.0.travel']);
    expect(ofFlow({ travel: [20], 'travel-scale': 0 })).toEqual([
      'error travel-scale-zero flows.0.travel-scale',
    ]);
    expect(ofFlow({ travel: [20], 'travel-scale': { value: 0 } })).toEqual([
      'error travel-scale-zero flows.0.travel-scale.value',
    ]);
    expect(ofFlow({ 'travel-scale': 30 })).toEqual(['warning travel-scale-unused flows.0.travel-scale']);
  });
});

describe('checkRegionDemand', () => {
  const ofFlow = (parts: Part) => told(checkRegionDemand(inRegion({}, {}, parts)));

  it('accepts residents who ask, as a number, with evidence or by a log', () => {
    expect(ofFlow({})).toEqual([]);
    expect(ofFlow({ 'per-week': { value: 3 } })).toEqual([]);
    expect(ofFlow({ 'per-week': undefined, log: 'a.csv' })).toEqual([]);
  });

  it.each([
    { 'per-week': 0 },
    { 'per-week': { value: 0 } },
    { class: 'H' },
    { 'walk-in': true },
    { origin: undefined },
  ])('reports a region without: %o', (parts) => {
    expect(ofFlow(parts)).toEqual(['error region-without-demand region']);
  });
});

describe('checkBalance', () => {
  it('warns of a balance that is not carried', () => {
    const [found] = checkBalance(inRegion({ balance: 'idf-2023' }));
    expect(found).toMatchObject({ severity: 'warning', code: 'unknown-balance' });
    expect(checkBalance(inRegion())).toEqual([]);
  });
});

describe('checkRegionThere', () => {
  it('warns of residence and of travel from departments where there is no region', () => {
    const input = scenarioInput({
      sites: [{ id: 'ch', travel: { '75': 30 } }],
      devices: [device],
      flows: [{ ...flow, origin: '75' }],
    });
    expect(told(checkRegionThere(input))).toEqual([
      'warning without-region sites.0.travel',
      'warning without-region flows.0.origin',
    ]);
  });
});

describe('a name that is wrong', () => {
  it('is told once: what rests on it is not', () => {
    expect(told(checkScenario(inRegion({}, {}, { origin: 'Paris' })))).toEqual([
      'error department-outside-region flows.0.origin',
    ]);
  });
});
