import { beforeAll, describe, expect, it } from 'vitest';
import {
  effectRequest,
  eveningsPlan,
  requestPlan,
  simulatedEffect,
} from '../../src/authorize/simulated-effect.ts';
import { idf202005 } from '../../src/model/oqos/idf-2020-05.ts';
import type { AuthorisationRequest } from '../../src/model/oqos/request.ts';
import type { SimulatedEffect } from '../../src/model/results/region-effect.ts';
import { playHere } from '../../src/optimize/rank/options.ts';
import { smallProblem } from '../optimize/region/played-region.ts';

const { scenario, problem } = smallProblem();
const REQUEST: AuthorisationRequest = {
  id: 'r',
  title: { en: 'r', fr: 'r' },
  applicant: '',
  filed: null,
  equipment: 'mri',
  department: '75',
  kind: 'new-device-existing-site',
  devices: 1,
  deviceNames: [],
  isInterventional: false,
  from: null,
  site: { name: null, scanners: null, mris: null, agreement: null },
  exceptional: null,
  elements: {},
};
const RUN = { weeks: 24, warmupWeeks: 8, replications: 3, setWeeks: 20, sets: 1 };

describe('what a region can simulate of a request', () => {
  it('is new scanners and MRIs for diagnosis', () => {
    expect(effectRequest(REQUEST)).toEqual({
      modality: 'mri',
      department: '75',
      devices: 1,
      isNewSite: false,
    });
    expect(effectRequest({ ...REQUEST, kind: 'new-device-new-site' })!.isNewSite).toBe(true);
  });

  it('is nothing of renewals, moves, other equipment or interventional scanners', () => {
    expect(effectRequest({ ...REQUEST, kind: 'renewal' })).toBeNull();
    expect(effectRequest({ ...REQUEST, kind: 'moved-device' })).toBeNull();
    expect(effectRequest({ ...REQUEST, equipment: 'pet' })).toBeNull();
    expect(effectRequest({ ...REQUEST, equipment: 'scanner', isInterventional: true })).toBeNull();
  });
});

describe('where a request would go', () => {
  it('is where its department waits longest, or a site that does not exist yet', () => {
    const at = (isNewSite: boolean) =>
      requestPlan(problem, { modality: 'mri', department: '75', devices: 1, isNewSite }).additions;
    expect(at(false)).toEqual([{ implantation: '75-01/mri', devices: 1 }]);
    expect(at(true)).toEqual([{ implantation: 'new-75/mri', devices: 1 }]);
  });

  it('has its evenings one each in turn on the devices there are, up to what they can open', () => {
    const blocks = (evenings: number) =>
      eveningsPlan(problem, { modality: 'mri', department: '75', devices: 1, isNewSite: false }, evenings)
        .blocks;
    expect(blocks(3)).toEqual([
      { implantation: '75-01/mri', blocks: 2 },
      { implantation: '75-02/mri', blocks: 1 },
    ]);
    expect(blocks(99).reduce((sum, one) => sum + one.blocks, 0)).toBe(15);
  });
});

describe('a scanner asked for in 95, simulated', () => {
  const request = { modality: 'ct', department: '95', devices: 1, isNewSite: false } as const;
  let effect: SimulatedEffect;
  beforeAll(async () => {
    effect = (await simulatedEffect(request, scenario, idf202005, RUN, playHere))!;
  }, 60_000);

  it('shortens the delays of its residents, with both intervals', () => {
    const own = effect.residents.find(({ department }) => department === '95')!;
    expect(own.offeredDays.verdict).toBe('lower');
    expect(own.offeredDays.assumptions!.values).toHaveLength(effect.sets!.kept);
    expect(effect.daysSaved.estimate.low).toBeGreaterThan(0);
  });

  it('says where the device is put and that all sites are synthetic', () => {
    expect(effect.placed).toEqual([
      { site: expect.stringMatching(/^95-0[12]$/), devices: 1, isNewSite: false },
    ]);
    expect(effect.grounds.sites).toEqual({ synthetic: 5, real: 0 });
  });

  it('is matched by evenings within what the department can open, not demonstrably worse', () => {
    const { opening, mostEvenings } = effect;
    expect(mostEvenings).toBe(10);
    expect(opening!.evenings).toBeGreaterThanOrEqual(1);
    expect(opening!.evenings).toBeLessThanOrEqual(mostEvenings);
    expect(opening!.hoursPerWeek).toBe(3 * opening!.evenings);
    expect(opening!.beside.verdict).not.toBe('higher');
    // The same devices stand on both sides: what they give is the base of the one and the variant of the other.
    const own = effect.residents.find(({ department }) => department === '95')!;
    expect(opening!.beside.base).toEqual(own.offeredDays.variant);
  });
});

it('a request for more devices than the department has room for comes to nothing', async () => {
  const many = { modality: 'ct', department: '75', devices: 9, isNewSite: false } as const;
  const short = { weeks: 8, warmupWeeks: 4, replications: 2, setWeeks: 8, sets: 0 };
  expect(await simulatedEffect(many, scenario, idf202005, short, playHere)).toBeNull();
}, 30_000);
