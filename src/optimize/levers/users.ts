/** Who may use a device and its vacations (rule M3.1), and how places are named to a planner. */
import { clockText } from '../../model/consistency/shape.ts';
import type { Device, Flow, Label, Scenario, Vacation } from '../../model/scenario.ts';
import { type PatientClass, VACATION_FACTS } from '../../model/vocabulary.ts';
import { dayName } from '../../model/week/times.ts';
import type { Hours } from './week-edit.ts';

/** Flows that may use a device, walk-ins included. */
export function flowsOf(scenario: Scenario, device: Device): readonly Flow[] {
  return scenario.flows.filter(
    ({ modality, sites, devices }) =>
      modality === device.modality &&
      sites.includes(device.site) &&
      (devices.length === 0 || devices.some(({ id }) => id === device.id)),
  );
}

/** True when a flow can be booked in a vacation for some of its exams; what exams need is left out. */
export function mayBook(flow: Flow, vacation: Vacation): boolean {
  return (
    !flow.walkIn &&
    VACATION_FACTS[vacation.type].books &&
    vacation.owner === flow.owner &&
    vacation.classes.includes(flow.class) &&
    (vacation.exams === null || flow.exams.some(({ id }) => vacation.exams!.includes(id)))
  );
}

/** True when some flow of a class is booked in the vacation. */
export function receives(
  scenario: Scenario,
  device: Device,
  vacation: Vacation,
  patientClass: PatientClass,
): boolean {
  return flowsOf(scenario, device).some((flow) => flow.class === patientClass && mayBook(flow, vacation));
}

/** True when the device has a standard slot for every exam the flow may be booked for. */
export const hasSlots = (device: Device, flow: Flow): boolean =>
  flow.exams.every(
    ({ id }) => (device.slotSecondsByExam[id]?.[flow.class] ?? device.slotSeconds[flow.class]) > 0,
  );

const of = (hours: Hours, language: 'en' | 'fr'): string =>
  `${dayName(hours.day, language)} ${clockText(hours.fromSeconds)}–${clockText(hours.toSeconds)}`;

/**
 * Hours of a day, as a planner says them.
 * @example hoursLabel({ day: 1, fromSeconds: 66600, toSeconds: 73800 }).fr // 'mardi 18:30–20:30'
 */
export const hoursLabel = (hours: Hours): Label => ({ en: of(hours, 'en'), fr: of(hours, 'fr') });

/** Whose a vacation is, when it is not the public's: ` (cabinet)`; else nothing. */
export const ownerText = ({ owner }: Vacation): string =>
  owner === VACATION_FACTS['public-scheduled'].owner ? '' : ` (${owner})`;
