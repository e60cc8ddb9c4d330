import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../src/engine/compile.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { overlaps } from '../../../src/optimize/levers/week-edit.ts';
import { applyRegionPlan } from '../../../src/optimize/region/apply.ts';
import { placesOf } from '../../../src/optimize/region/asked.ts';
import { attractedRequests } from '../../../src/optimize/region/attract.ts';
import { onCallHours, splitByHours } from '../../../src/optimize/region/on-call.ts';
import { homeOf, isResidents } from '../../../src/optimize/region/places.ts';
import { EMPTY_PLAN, type RegionPlan } from '../../../src/optimize/region/problem.ts';
import { additions, byOrigin, smallProblem } from './played-region.ts';

const { scenario, problem } = smallProblem({ pooling: true });

const plans: fc.Arbitrary<RegionPlan> = fc
  .record({
    devices: fc.array(fc.nat(2), {
      minLength: problem.implantations.length,
      maxLength: problem.implantations.length,
    }),
    blocks: fc.array(fc.nat(8), {
      minLength: problem.implantations.length,
      maxLength: problem.implantations.length,
    }),
    pair: fc.option(fc.nat(problem.onCallPairs.length - 1), { nil: null }),
  })
  .map(({ devices, blocks, pair }) => ({
    additions: problem.implantations.flatMap(({ id, mostAdded }, at) => {
      const added = Math.min(mostAdded, devices[at]!);
      return added === 0 ? [] : [{ implantation: id, devices: added }];
    }),
    blocks: problem.implantations.flatMap(({ id, isNew }, at) =>
      isNew || blocks[at] === 0 ? [] : [{ implantation: id, blocks: blocks[at]! }],
    ),
    onCall:
      pair === null
        ? []
        : [{ closes: problem.onCallPairs[pair]!.closes, goesTo: problem.onCallPairs[pair]!.goesTo }],
  }));

/** What a complete scenario must hold, whoever wrote it. */
function faults({ sites, devices, flows, exams }: Scenario): readonly string[] {
  const known = new Set(sites.map(({ id }) => id));
  const names = new Set(exams.map(({ id }) => id));
  const twice = (list: readonly { readonly id: string }[]) =>
    list.length - new Set(list.map(({ id }) => id)).size;
  return [
    ...(twice(sites) + twice(devices) + twice(flows) > 0 ? ['a name twice'] : []),
    ...(devices.length === new Set(devices.map(({ stream }) => stream)).size ? [] : ['a stream twice']),
    ...devices.filter(({ site }) => !known.has(site)).map(({ id }) => `${id} is nowhere`),
    ...devices.flatMap(({ id, week }) =>
      week.flatMap((one, at) =>
        week
          .slice(at + 1)
          .filter((other) => overlaps(one, other))
          .map(() => `${id} overlaps`),
      ),
    ),
    ...flows
      .filter(
        (flow) =>
          flow.sites.some((site) => !known.has(site)) || flow.sites.length !== flow.travelMinutes.length,
      )
      .map(({ id }) => `${id}: sites`),
    ...flows
      .filter((flow) => new Set(flow.sites).size < flow.sites.length)
      .map(({ id }) => `${id}: a site twice`),
    ...flows.filter((flow) => flow.exams.some(({ id }) => !names.has(id))).map(({ id }) => `${id}: exams`),
    ...flows.filter(({ perWeek }) => !(perWeek >= 0)).map(({ id, perWeek }) => `${id}: ${perWeek} requests`),
  ];
}

describe('a plan applied to a region', () => {
  it('keeps the requests of every department of residence and modality, and gives a sound scenario', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(0, 0.4, 1), (plan, attraction) => {
        const planned = applyRegionPlan(scenario, plan, problem, attraction);
        for (const [key, before] of byOrigin(scenario))
          expect(Math.abs(byOrigin(planned).get(key)! / before - 1), key).toBeLessThan(1e-12);
        expect(faults(planned)).toEqual([]);
      }),
      { numRuns: 60, seed: 8 },
    );
  });

  it('keeps every emergency, by class', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const night = ({ flows }: Scenario) =>
          flows.filter(({ walkIn }) => walkIn).reduce((sum, { perWeek }) => sum + perWeek, 0);
        expect(night(applyRegionPlan(scenario, plan, problem))).toBeCloseTo(night(scenario), 9);
      }),
      { numRuns: 30, seed: 8 },
    );
  });

  it('leaves inpatients as they were', () => {
    const planned = applyRegionPlan(scenario, additions(['95-01/mri', 2], ['new-92/mri', 1]), problem);
    const inpatients = ({ flows }: Scenario) => flows.filter((flow) => flow.class === 'H');
    expect(inpatients(planned)).toEqual(inpatients(scenario));
  });

  it('that does nothing changes no request, device or site', () => {
    const planned = applyRegionPlan(scenario, EMPTY_PLAN, problem);
    expect(planned.devices).toEqual(scenario.devices);
    expect(planned.sites).toEqual(scenario.sites);
    planned.flows.forEach((flow, at) => {
      expect(flow.perWeek).toBeCloseTo(scenario.flows[at]!.perWeek, 12);
    });
  });

  it('puts a copy of the first device on the same agenda', () => {
    const planned = applyRegionPlan(scenario, additions(['75-01/mri', 1]), problem);
    const island = compileScenario(planned, 10).islands.flatMap(({ sites }) => sites);
    const rooms = island
      .find(({ site }) => site.id === '75-01')!
      .rooms.filter(({ modality }) => modality === 'mri');
    expect(rooms).toHaveLength(2);
    const [first, added] = planned.devices.filter(
      ({ site, modality }) => site === '75-01' && modality === 'mri',
    );
    expect(added!.week).toEqual(first!.week);
    expect(added!.stream).not.toBe(first!.stream);
  });

  it('draws first requests towards added places, as much as attraction says', () => {
    const at = (attraction: number) =>
      applyRegionPlan(scenario, additions(['95-01/mri', 1]), problem, attraction).flows.find(
        ({ id }) => id === '95-01-mri-A-75',
      )!.perWeek;
    const now = scenario.flows.find(({ id }) => id === '95-01-mri-A-75')!.perWeek;
    expect(at(0)).toBeCloseTo(now, 12);
    expect(at(0.5)).toBeGreaterThan(at(0));
    expect(at(1)).toBeGreaterThan(at(0.5));
  });

  it('draws what the planning model draws, but for the share by which an origin is brought back to its requests', () => {
    const demand = ['75', '92', '95'].map((department) => ({
      department,
      modality: 'mri' as const,
      requests: new Map(
        scenario.flows
          .filter((flow) => isResidents(flow) && flow.origin === department && flow.modality === 'mri')
          .map((flow) => [homeOf(flow), flow.perWeek]),
      ),
    }));
    const asked = { ...problem, demand };
    const plan = additions(['95-01/mri', 1], ['new-92/mri', 1]);
    const { perWeek, atNew } = attractedRequests(scenario, asked, plan, asked.attraction);
    const places = placesOf(asked);
    for (const { department, requests } of demand) {
      const drawnAt = (id: string) => {
        const { of, drawn } = places.find((place) => place.of.id === id)!;
        return of.placesPerDevice * drawn.get(department)!;
      };
      const all = [...requests.values()].reduce((sum, one) => sum + one, 0);
      const scale = all / (all + drawnAt('95-01/mri') + drawnAt('new-92/mri'));
      const came = atNew.find(({ origin }) => origin === department)!.perWeek;
      expect(came).toBeCloseTo(scale * drawnAt('new-92/mri'), 9);
      const there = perWeek.get(`95-01-mri-A-${department}`)!;
      expect(there).toBeCloseTo(scale * (requests.get('95-01/mri')! + drawnAt('95-01/mri')), 9);
      const elsewhere = perWeek.get(`75-01-mri-A-${department}`)!;
      expect(elsewhere).toBeCloseTo(scale * requests.get('75-01/mri')!, 9);
    }
  });

  it('opens evenings for ambulatory patients only, three hours each', () => {
    const plan: RegionPlan = { ...EMPTY_PLAN, blocks: [{ implantation: '75-02/mri', blocks: 3 }] };
    const planned = applyRegionPlan(scenario, plan, problem);
    const opened = planned.devices.flatMap(({ id, week }) =>
      week.filter(
        (one) =>
          !scenario.devices
            .find((device) => device.id === id)!
            .week.some((was) => was.day === one.day && was.fromSeconds === one.fromSeconds),
      ),
    );
    expect(opened).toHaveLength(3);
    for (const { classes, fromSeconds, toSeconds } of opened) {
      expect(classes).toEqual(['A']);
      expect(toSeconds - fromSeconds).toBe(3 * 3600);
    }
  });

  it('makes a new site nobody’s, with residents of every department that goes there', () => {
    const planned = applyRegionPlan(scenario, additions(['new-92/mri', 1]), problem);
    expect(planned.sites.find(({ id }) => id === 'new-92')).toMatchObject({ zone: '92', synthetic: true });
    const asked = planned.flows.filter(({ sites, modality }) => sites[0] === 'new-92' && modality === 'mri');
    expect(asked.map(({ origin }) => origin)).toEqual(['75', '92', '95']);
  });

  it('refuses an implantation the problem does not have', () => {
    expect(() => applyRegionPlan(scenario, additions(['99-01/mri', 1]), problem)).toThrow(RangeError);
  });
});

describe('on-call shared', () => {
  const plan: RegionPlan = { ...EMPTY_PLAN, onCall: [{ closes: '75-01', goesTo: '75-02' }] };
  const planned = applyRegionPlan(scenario, plan, problem);

  it('closes the on-call hours of one site and of no other', () => {
    const onCall = ({ devices }: Scenario, site: string) =>
      devices
        .filter((one) => one.site === site)
        .flatMap(({ week }) => week.filter(({ type }) => type === 'on-call')).length;
    expect(onCall(planned, '75-01')).toBe(0);
    expect(onCall(planned, '75-02')).toBe(onCall(scenario, '75-02'));
  });

  it('sends the patients of those hours, hour by hour, to the other', () => {
    const hourly = ({ flows }: Scenario, id: string) => {
      const flow = flows.find((one) => one.id === id)!;
      const all = flow.profile.reduce((sum, weight) => sum + weight, 0);
      return flow.profile.map((weight) => (flow.perWeek * weight) / all);
    };
    const [before, kept, moved] = [
      hourly(scenario, '75-01-ct-U'),
      hourly(planned, '75-01-ct-U'),
      hourly(planned, '75-01-ct-U-at-75-02'),
    ];
    before.forEach((requests, hour) => {
      expect(kept[hour]! + moved[hour]!).toBeCloseTo(requests, 9);
      const isNight = Math.floor(hour / 24) >= 5 || hour % 24 < 8 || hour % 24 >= 18;
      expect(isNight ? kept[hour] : moved[hour]).toBe(0);
    });
    expect(planned.flows.find(({ id }) => id === '75-01-ct-U-at-75-02')!.sites).toEqual(['75-02']);
  });

  it('splits a flow without losing a request, hours open in part included', () => {
    const flow = scenario.flows.find(({ id }) => id === '75-01-ct-U')!;
    const hours = onCallHours(
      scenario.devices.filter(({ site, modality }) => site === '75-01' && modality === 'ct'),
    );
    const { kept, moved } = splitByHours(
      flow,
      hours.map((part) => part / 3),
      'moved',
    );
    expect(kept.perWeek + moved.perWeek).toBeCloseTo(flow.perWeek, 12);
    expect(moved.perWeek).toBeGreaterThan(0);
  });
});
