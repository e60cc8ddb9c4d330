/** What the levers of practice and demand share: departments, their weekly minutes, and pure edits of laws and lists. */
import { departmentsOf as heldDepartments } from '../../calibrate/department.ts';
import { mean } from '../../engine/laws/moments.ts';
import { deepFreeze } from '../../model/freeze.ts';
import type { Law } from '../../model/law.ts';
import type { Department } from '../../model/results/compare.ts';
import type { Device, Flow, Label, Scenario, Vacation } from '../../model/scenario.ts';
import { MINUTE } from '../../model/units.ts';
import { type Modality, VACATION_FACTS } from '../../model/vocabulary.ts';
import type { Resources, StaffHours } from './lever.ts';

const MODALITY_NAMES: Readonly<Record<Modality, Label>> = Object.freeze({
  ct: { en: 'CT', fr: 'scanners' },
  mri: { en: 'MRI', fr: 'IRM' },
});

/** The units strengths are said in. */
export const UNITS = Object.freeze({
  shareOfMinutes: { en: 'share of the lost minutes', fr: 'part des minutes perdues' },
  shareOfGap: { en: 'share of the gap', fr: 'part de l’écart' },
  shareOfPatients: { en: 'share of the patients', fr: 'part des patients' },
  shareOfRequests: { en: 'share of the requests', fr: 'part des demandes' },
  shareOfNoShows: { en: 'share of the no-shows', fr: 'part des absences' },
  minutesPerExam: { en: 'minutes an exam', fr: 'minutes par examen' },
  placesPerVacation: { en: 'places a vacation', fr: 'places par vacation' },
});

/** Departments with a device, site by site. */
export const departmentsOf = (scenario: Scenario): readonly Department[] =>
  [...heldDepartments(scenario)].sort((a, b) =>
    `${a.site}/${a.modality}` < `${b.site}/${b.modality}` ? -1 : 1,
  );

export const devicesOf = (scenario: Scenario, { site, modality }: Department): readonly Device[] =>
  scenario.devices.filter((device) => device.site === site && device.modality === modality);

/** The department's only device, or null. */
export function onlyDevice(scenario: Scenario, place: Department): string | null {
  const devices = devicesOf(scenario, place);
  return devices.length === 1 ? devices[0]!.id : null;
}

/** True when the flow may book at the department. */
export const isBookedAt = (flow: Flow, { site, modality }: Department): boolean =>
  !flow.walkIn && flow.modality === modality && flow.sites.includes(site);

/** How a planner would name the department: its device when it has one. */
export function placeOf(scenario: Scenario, place: Department): Label {
  const devices = devicesOf(scenario, place);
  const site = scenario.sites.find(({ id }) => id === place.site)?.label ?? place.site;
  const modality = MODALITY_NAMES[place.modality];
  return devices.length === 1
    ? { en: devices[0]!.label, fr: devices[0]!.label }
    : { en: `${site}, ${modality.en}`, fr: `${site}, ${modality.fr}` };
}

const isScheduled = ({ type }: Vacation): boolean =>
  VACATION_FACTS[type].books && VACATION_FACTS[type].opening === 'scheduled';

/** The vacations of the department's devices that take appointments, with their device. */
export function bookedVacations(
  scenario: Scenario,
  place: Department,
): readonly { readonly device: Device; readonly vacation: Vacation }[] {
  return devicesOf(scenario, place).flatMap((device) =>
    device.week.filter(isScheduled).map((vacation) => ({ device, vacation })),
  );
}

/** Minutes a week of what `minutes` says of each vacation that takes appointments. */
export function weeklyMinutesOf(
  scenario: Scenario,
  place: Department,
  minutes: (vacation: Vacation, device: Device) => number,
): number {
  return bookedVacations(scenario, place).reduce(
    (sum, { device, vacation }) => sum + minutes(vacation, device) / vacation.everyWeeks,
    0,
  );
}

export const lengthMinutes = ({ fromSeconds, toSeconds }: Vacation): number =>
  (toSeconds - fromSeconds) / MINUTE;

/** True when the vacation goes on from one of the same type: nobody starts late in the middle of a day (rule M4.5). */
export function goesOn(vacation: Vacation, device: Device): boolean {
  return device.week.some(
    (other) =>
      other.day === vacation.day &&
      other.toSeconds === vacation.fromSeconds &&
      other.type === vacation.type &&
      other.everyWeeks === vacation.everyWeeks,
  );
}

export const isZero = (law: Law): boolean => mean(law) === 0;

/** The scenario with some devices changed; those that stay are the same objects. */
export function withDevices(scenario: Scenario, change: (device: Device) => Device): Scenario {
  const devices = scenario.devices.map(change);
  const isSame = devices.every((device, rank) => device === scenario.devices[rank]);
  return isSame ? scenario : deepFreeze({ ...scenario, devices });
}

/** The scenario with some flows changed; those that stay are the same objects. */
export function withFlows(scenario: Scenario, change: (flow: Flow) => Flow): Scenario {
  const flows = scenario.flows.map(change);
  const isSame = flows.every((flow, rank) => flow === scenario.flows[rank]);
  return isSame ? scenario : deepFreeze({ ...scenario, flows });
}

/** The device with some vacations changed. */
export const withVacations = (device: Device, change: (vacation: Vacation) => Vacation): Device => ({
  ...device,
  week: device.week.map(change),
});

/**
 * What a lever takes, zero for what is not named.
 * @example resources({ oneOffEuros: 3000 }).eurosPerYear // 0
 */
export function resources(parts: {
  readonly hours?: Partial<StaffHours>;
  readonly oneOffEuros?: number;
  readonly eurosPerYear?: number;
}): Resources {
  return {
    staffHoursPerWeek: { technologist: 0, radiologist: 0, secretary: 0, ...parts.hours },
    oneOffEuros: parts.oneOffEuros ?? 0,
    eurosPerYear: parts.eurosPerYear ?? 0,
  };
}

/** Requests a flow leaves when a share of them goes away, one in so many, evenly; `perWeek` follows. */
export function withFewerRequests(flow: Flow, share: number): Flow {
  const kept = 1 - share;
  return {
    ...flow,
    perWeek: flow.perWeek * kept,
    log: flow.log.filter((_, n) => Math.floor((n + 1) * kept) > Math.floor(n * kept)),
  };
}
