/** Which devices of a region give ambulatory patients appointments, and the evenings they could open besides. */
import { groupBy } from '../../model/group.ts';
import type { Device, Flow, Scenario } from '../../model/scenario.ts';
import { HOUR, MINUTE } from '../../model/units.ts';
import { type ExtraVacation, eveningOf, withExtra } from '../levers/evening.ts';
import { mayBook } from '../levers/users.ts';
import { GRID } from '../levers/week-edit.ts';

/** Length of one block of longer opening: an evening a week on one device. */
export const BLOCK_HOURS = 3;
const BLOCK_MINUTES = (BLOCK_HOURS * HOUR) / MINUTE;
/** Evenings of one device that can be opened at most. */
const MOST_EVENINGS = 5;

/** Name of the devices of a modality at a site. */
export const implantationOf = ({ site, modality }: Pick<Device, 'site' | 'modality'>): string =>
  `${site}/${modality}`;

/** The implantation a flow asks first. */
export const homeOf = ({ sites, modality }: Pick<Flow, 'sites' | 'modality'>): string =>
  `${sites[0]!}/${modality}`;

/** Flows of residents: ambulatory, booked, whose department of residence is told. */
export const isResidents = (flow: Flow): flow is Flow & { readonly origin: string } =>
  flow.class === 'A' && !flow.walkIn && flow.origin !== null;

/** Flows of residents by the implantation asked first, in the order of the scenario. */
export const residentsByHome = ({ flows }: Scenario): ReadonlyMap<string, readonly Flow[]> =>
  groupBy(flows.filter(isResidents), homeOf);

/** True when one of these flows can be booked in some vacation of the device. */
export const servesResidents = (device: Device, flows: readonly Flow[]): boolean =>
  flows.some(
    (flow) =>
      (flow.devices.length === 0 || flow.devices.some(({ id }) => id === device.id)) &&
      device.week.some((vacation) => mayBook(flow, vacation)),
  );

/** Devices that residents book, by implantation, in the order of the scenario; dedicated interventional ones are none. */
export function diagnosticDevices(scenario: Scenario): ReadonlyMap<string, readonly Device[]> {
  const flows = residentsByHome(scenario);
  return groupBy(
    scenario.devices.filter((device) => servesResidents(device, flows.get(implantationOf(device)) ?? [])),
    implantationOf,
  );
}

/** Standard slot of ambulatory patients on a device, seconds on the 5-minute grid: mean over the requests of these flows. */
export function meanSlotSeconds(device: Device, flows: readonly Flow[]): number {
  let [seconds, weight] = [0, 0];
  for (const { exams, perWeek } of flows)
    for (const { id, share } of exams) {
      const slot = device.slotSecondsByExam[id]?.A ?? device.slotSeconds.A;
      seconds += perWeek * share * Math.ceil(slot / GRID) * GRID;
      weight += perWeek * share;
    }
  return weight === 0 ? device.slotSeconds.A : seconds / weight;
}

/** Appointments an evening gives, of the mean slot each. */
export const placesOfBlock = (device: Device, flows: readonly Flow[]): number => {
  const slot = meanSlotSeconds(device, flows);
  return slot <= 0 ? 0 : (BLOCK_HOURS * HOUR) / slot;
};

/** A device that has opened evenings, each where the programme of a working day ends first. */
export interface Evenings {
  readonly device: Device;
  readonly opened: readonly ExtraVacation[];
}

/**
 * A device of the scenario with so many evenings more, or as many as its week leaves room for.
 * @param flows those of residents at its site.
 */
export function withEvenings(
  scenario: Scenario,
  device: Device,
  flows: readonly Flow[],
  wanted: number,
): Evenings {
  // The device alone: looked at in the whole region, each evening would cost a search through all flows.
  let alone: Scenario = { ...scenario, devices: [device], flows };
  const opened: ExtraVacation[] = [];
  while (opened.length < Math.min(wanted, MOST_EVENINGS)) {
    const evening = eveningOf(alone, alone.devices[0]!, BLOCK_MINUTES);
    if (evening === null) break;
    alone = withExtra(alone, device.id, evening, BLOCK_MINUTES);
    opened.push(evening);
  }
  return { device: alone.devices[0]!, opened };
}

/** Evenings a week that a device can open at most. */
export const mostEvenings = (scenario: Scenario, device: Device, flows: readonly Flow[]): number =>
  withEvenings(scenario, device, flows, MOST_EVENINGS).opened.length;
