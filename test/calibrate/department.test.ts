import { describe, expect, it } from 'vitest';
import {
  departmentsOf,
  isWholePart,
  onlyDepartments,
  tiedDepartments,
} from '../../src/calibrate/department.ts';
import type { Department } from '../../src/model/results/compare.ts';
import type { SimulationResult } from '../../src/model/results/results.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { simulateScenario } from '../../src/stats/experiment.ts';
import { device, flow, scenarioNamed, scenarioOf, vacation } from '../engine/play.ts';

const RUN = { weeks: 10, warmupWeeks: 2, replications: 1 };
const played = (scenario: Scenario): SimulationResult => simulateScenario(scenario, RUN);

/** Every indicator of one department of a result; reports only where they are asked for. */
function indicatorsOf(
  result: SimulationResult,
  scenario: Scenario,
  department: Department,
  withReports = true,
) {
  const { site, modality } = department;
  const { report, ...delays } = result.sites[site]![modality]!;
  const devices = scenario.devices
    .filter((one) => one.site === site && one.modality === modality)
    .map(({ id }) => result.devices[id]);
  const flows = scenario.flows.filter((one) => one.sites[0] === site && one.modality === modality);
  return {
    delays,
    devices,
    weekly: flows.map(({ id }) => result.weekly[id]),
    books: result.books.filter(({ flow: id }) => flows.some((one) => one.id === id)),
    ...(withReports ? { report } : {}),
  };
}

/** Two scanners of one site with a queue each, behind an MRI in the order of devices: rooms are numbered. */
const shared = scenarioOf({
  devices: [
    device({ id: 'a-irm', modality: 'mri' }),
    device({
      id: 'b-ct',
      week: [vacation({ days: 'mon-sun', from: '00:00', to: '24:00', type: 'emergency' })],
    }),
    device({
      id: 'c-ct',
      week: [vacation({ days: 'mon-sun', from: '00:00', to: '24:00', type: 'emergency' })],
    }),
  ],
  flows: [
    flow({ id: 'urgent', class: 'U', 'walk-in': true, 'per-week': 300 }),
    flow({ id: 'mri', modality: 'mri', 'per-week': 20, exams: undefined }),
  ],
});

describe('onlyDepartments', () => {
  const reference = scenarioNamed('hopital-reference.yaml');
  const whole = played(reference);

  it.each(departmentsOf(reference))('gives every indicator of $site $modality bit for bit', (department) => {
    const part = onlyDepartments(reference, [department]);
    expect(part.devices).toHaveLength(1);
    expect(part.flows).toHaveLength(4);
    expect(indicatorsOf(played(part), reference, department)).toEqual(
      indicatorsOf(whole, reference, department),
    );
    expect(isWholePart(reference, [department])).toBe(true);
  });

  it('keeps the draws of walk-ins that several rooms share, whatever stands before those rooms', () => {
    const department = { site: 's', modality: 'ct' } as const;
    const part = onlyDepartments(shared, [department]);
    expect(part.flows.map(({ id }) => id)).toEqual(['urgent']);
    expect(indicatorsOf(played(part), shared, department)).toEqual(
      indicatorsOf(played(shared), shared, department),
    );
  });

  it('takes along the departments a flow is also offered to, and all but reports stays equal', () => {
    const everyEffect = scenarioNamed('every-effect.yaml');
    const asked = [{ site: 'nord', modality: 'ct' }] as const;
    const tied = tiedDepartments(everyEffect, asked);
    expect(tied).toEqual([
      { site: 'nord', modality: 'ct' },
      { site: 'sud', modality: 'ct' },
    ]);
    const part = onlyDepartments(everyEffect, asked);
    const [before, after] = [played(everyEffect), played(part)];
    for (const department of tied)
      expect(indicatorsOf(after, everyEffect, department, false)).toEqual(
        indicatorsOf(before, everyEffect, department, false),
      );
  });

  it('says when a reading queue is shared with what is left out: reports then come sooner', () => {
    const busy = scenarioOf({
      sites: [{ id: 's', reading: { 'hours-per-week': 10, minutes: { ct: 10, mri: 10 } } }],
      devices: [device(), device({ id: 'm', modality: 'mri' })],
      flows: [flow({ accept: 'always', 'per-week': 30 }), flow({ id: 'm', modality: 'mri', 'per-week': 30 })],
    });
    const department = { site: 's', modality: 'ct' } as const;
    expect(isWholePart(busy, [department])).toBe(false);
    expect(isWholePart(busy, departmentsOf(busy))).toBe(true);
    const part = onlyDepartments(busy, [department]);
    const [before, after] = [played(busy), played(part)];
    expect(indicatorsOf(after, busy, department, false)).toEqual(
      indicatorsOf(before, busy, department, false),
    );
    expect(after.sites.s!.ct!.report).not.toEqual(before.sites.s!.ct!.report);
  });

  it('lists the assumptions of what is left only', () => {
    const part = onlyDepartments(reference, [{ site: 'ch', modality: 'ct' }]);
    const kept = part.assumptions.map(({ path }) => path);
    expect(kept.some((path) => path.startsWith('flows.scanner-A.'))).toBe(true);
    expect(kept.filter((path) => path.includes('irm'))).toEqual([]);
  });
});
