/** Some departments of a scenario, cut out so that they live exactly what they live within the whole. */

import { deepFreeze } from '../model/freeze.ts';
import { groupBy } from '../model/group.ts';
import type { Department } from '../model/results/compare.ts';
import type { Device, Scenario } from '../model/scenario.ts';
import { inputPlace, meansDevice } from './input-fields.ts';

const nameOf = ({ site, modality }: Department): string => `${site}/${modality}`;

/**
 * The departments of a scenario that have devices, in the order of its devices.
 */
export function departmentsOf(scenario: Scenario): readonly Department[] {
  return [...groupBy(scenario.devices, nameOf).values()].map(([first]) => {
    const { site, modality } = first!;
    return { site, modality };
  });
}

/**
 * The departments asked for and all that a flow ties them to: a request declined at one site of its list is offered the
 * next, so those sites' departments live together.
 */
export function tiedDepartments(
  scenario: Scenario,
  departments: readonly Department[],
): readonly Department[] {
  const tied = new Map(departments.map((one) => [nameOf(one), one]));
  for (let before = -1; before !== tied.size; ) {
    before = tied.size;
    for (const { sites, modality } of scenario.flows) {
      const served = sites.map((site) => ({ site, modality }));
      if (!served.some((one) => tied.has(nameOf(one)))) continue;
      for (const one of served) tied.set(nameOf(one), one);
    }
  }
  return [...tied.values()];
}

/**
 * Departments cut out of a scenario, with those a flow ties them to (`tiedDepartments`). Streams are named by flow and by
 * site, modality and rank of the device, so every draw is the same one, and so is every indicator but one case: where a
 * site's radiologists read for a department left out, reports come sooner than in the whole (`isWholePart` says so;
 * delays, occupancy and waits never depend on reading). The warm-up, if automatic, is chosen on fewer series: to compare
 * with the whole, give both the same.
 *
 * Rooms of a site are numbered, and walk-ins that several rooms share have streams by that number. So where they do, the
 * site's other devices stay, with an empty week.
 */
export function onlyDepartments(scenario: Scenario, departments: readonly Department[]): Scenario {
  const kept = new Set(tiedDepartments(scenario, departments).map(nameOf));
  const keeps = (one: Department): boolean => kept.has(nameOf(one));
  const flows = scenario.flows.filter(({ sites, modality }) =>
    sites.some((site) => keeps({ site, modality })),
  );
  const numbered = new Set(
    flows
      .filter(({ walkIn }) => walkIn)
      .map(({ sites, modality }) => ({ site: sites[0]!, modality }))
      .filter((home) => poolsAt(scenario, home) > 1)
      .map(({ site }) => site),
  );
  const devices = scenario.devices.flatMap((device): readonly Device[] => {
    if (keeps(device)) return [device];
    return numbered.has(device.site) ? [{ ...device, week: [] }] : [];
  });
  const modalities = new Set(devices.filter(keeps).map(({ modality }) => modality));
  const isListed = (path: string): boolean => {
    const place = inputPlace(path);
    const [kind] = path.split('.', 1);
    const begins = (id: string) => path.startsWith(`${kind}.${id}.`);
    if (kind === 'devices')
      return devices.some(
        (device) =>
          keeps(device) &&
          (begins(device.id) || (place !== null && meansDevice(place.id, device.id, scenario.devices))),
      );
    return kind === 'flows' ? flows.some(({ id }) => begins(id)) : true;
  };
  return deepFreeze({
    ...scenario,
    calendar: {
      ...scenario.calendar,
      closures: scenario.calendar.closures.map((closure) => ({
        ...closure,
        devices: closure.devices.filter((id) => devices.some((device) => device.id === id)),
      })),
    },
    exams: scenario.exams.filter(({ modality }) => modalities.has(modality)),
    sites: scenario.sites.filter(({ id }) => devices.some(({ site }) => site === id)),
    devices,
    flows,
    observed: scenario.observed.filter(keeps),
    assumptions: scenario.assumptions.filter(({ path }) => isListed(path)),
  });
}

/** Rooms of a department: a device, or the devices of a pool. */
function poolsAt(scenario: Scenario, home: Department): number {
  const own = scenario.devices.filter((device) => nameOf(device) === nameOf(home));
  return new Set(own.map(({ pool }) => pool)).size;
}

/**
 * Whether departments cut out of a scenario keep even their report delays: no site of theirs has a reading queue that
 * also serves a department left out.
 */
export function isWholePart(scenario: Scenario, departments: readonly Department[]): boolean {
  const kept = new Set(tiedDepartments(scenario, departments).map(nameOf));
  return scenario.sites.every(({ id, reading }) => {
    if (reading === null) return true;
    const own = departmentsOf(scenario).filter(({ site }) => site === id);
    return own.every((one) => kept.has(nameOf(one))) || own.every((one) => !kept.has(nameOf(one)));
  });
}
