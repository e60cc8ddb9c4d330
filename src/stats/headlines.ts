/** The numbers a decision is taken on, department by department, and their value in each replication. */
import type { Headline, HeadlineName } from '../model/results/compare.ts';
import type { DeviceIndicators, Instability, ModalityIndicators } from '../model/results/results.ts';
import type { Scenario } from '../model/scenario.ts';
import { MODALITIES, type Modality, type PatientClass } from '../model/vocabulary.ts';
import type { Measured, Value } from './measured.ts';

/** Classes whose patients wait days for an appointment. */
export const BOOKED_CLASSES = ['A', 'H'] as const;
const REPORTED_CLASSES = ['A', 'H', 'U'] as const;

type Kind = Pick<Headline, 'unit' | 'lowerIsBetter'>;
const KINDS: Readonly<Record<HeadlineName, Kind>> = {
  firstAvailable: { unit: 'days', lowerIsBetter: true },
  thirdNextAvailable: { unit: 'days', lowerIsBetter: true },
  access: { unit: 'days', lowerIsBetter: true },
  declined: { unit: 'perWeek', lowerIsBetter: true },
  passages: { unit: 'perWeek', lowerIsBetter: false },
  occupancy: { unit: 'ratio', lowerIsBetter: null },
  emergencyWait: { unit: 'minutes', lowerIsBetter: true },
  report: { unit: 'minutes', lowerIsBetter: true },
  reportMedian: { unit: 'minutes', lowerIsBetter: true },
  overtime: { unit: 'minutesPerWeek', lowerIsBetter: null },
};

/**
 * The headlines of a scenario, by site, modality and class: mean delays to the first and third next available place and from
 * request to appointment, and requests declined a week, of the classes A and H that book there; passages a week; occupancy of the
 * scheduled opening; mean wait of emergencies (U); median and P80 of reports; overtime. Only what the scenario's flows can bring.
 *
 * Delays are means, not the whole-day medians of a benchmark: a median moves by a day or not at all, so that one day won hides
 * half a day, or shows where a hundredth was won; a mean moves with every patient.
 */
export function headlinesOf(scenario: Scenario): readonly Headline[] {
  return scenario.sites.flatMap((site) =>
    MODALITIES.flatMap((modality) => {
      const isHeld = scenario.devices.some((one) => one.site === site.id && one.modality === modality);
      return isHeld ? departmentHeadlines(scenario, site, modality) : [];
    }),
  );
}

function departmentHeadlines(
  scenario: Scenario,
  site: Scenario['sites'][number],
  modality: Modality,
): readonly Headline[] {
  const flows = scenario.flows.filter((flow) => flow.modality === modality && flow.sites.includes(site.id));
  const headline = (name: HeadlineName, patientClass: PatientClass | null = null): Headline =>
    Object.freeze({ site: site.id, modality, name, class: patientClass, ...KINDS[name] });
  const comes = (patientClass: PatientClass) => flows.some((flow) => flow.class === patientClass);
  const booked = BOOKED_CLASSES.filter((one) => flows.some((flow) => flow.class === one && !flow.walkIn));
  const reported = REPORTED_CLASSES.filter(
    (one) => comes(one) && (site.reading !== null || site.reports[modality][one] !== null),
  );
  return [
    ...(['firstAvailable', 'thirdNextAvailable', 'access', 'declined'] as const).flatMap((name) =>
      booked.map((one) => headline(name, one)),
    ),
    headline('passages'),
    headline('occupancy'),
    ...(comes('U') ? [headline('emergencyWait', 'U')] : []),
    ...(['reportMedian', 'report'] as const).flatMap((name) => reported.map((one) => headline(name, one))),
    headline('overtime'),
  ];
}

/**
 * Which headline it is, as a text: the same in any scenario that has it.
 * @example headlineKey({ site: 'ch', modality: 'mri', name: 'access', class: 'A' }) // 'ch/mri/access/A'
 * @example headlineKey({ site: 'ch', modality: 'ct', name: 'passages', class: null }) // 'ch/ct/passages'
 */
export function headlineKey(headline: Pick<Headline, 'site' | 'modality' | 'name' | 'class'>): string {
  const { site, modality, name } = headline;
  return [site, modality, name, ...(headline.class === null ? [] : [headline.class])].join('/');
}

type DeviceNumbers = DeviceIndicators<Value>;
type DepartmentNumbers = ModalityIndicators<Value>;

/** Sum over the devices of a department; null when it has none or nothing happened at any. */
function total(devices: readonly DeviceNumbers[], of: (device: DeviceNumbers) => Value): Value {
  const values = devices.map(of).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

/** Sum of parts over sum of wholes; null when the wholes are nothing. */
function share(
  devices: readonly DeviceNumbers[],
  part: (device: DeviceNumbers) => Value,
  whole: (device: DeviceNumbers) => Value,
): Value {
  const all = total(devices, whole);
  const parts = total(devices, part);
  return all === null || all === 0 || parts === null ? null : parts / all;
}

/** The headline's value from one replication's numbers of its department and of the devices in it. */
function numberOf(
  headline: Headline,
  department: DepartmentNumbers,
  devices: readonly DeviceNumbers[],
): Value {
  const one = headline.class ?? 'A';
  switch (headline.name) {
    case 'firstAvailable':
    case 'thirdNextAvailable':
    case 'access':
      return department[headline.name][one].mean;
    case 'declined':
      return department.declined[one];
    case 'report':
      return department.report[one].p80;
    case 'reportMedian':
      return department.report[one].p50;
    case 'passages':
      return total(devices, ({ volume }) => volume.all);
    case 'overtime':
      return total(devices, ({ overtime }) => overtime.minutesPerWeek);
    case 'occupancy':
      return share(
        devices,
        ({ openingMinutes }) => openingMinutes.scheduled.exams,
        ({ opening }) => (opening.scheduled ?? 0) * 60,
      );
    case 'emergencyWait':
      return share(
        devices,
        ({ wait, volume }) => (wait[one].mean === null ? null : wait[one].mean * (volume[one] ?? 0)),
        ({ volume }) => volume[one],
      );
  }
}

/**
 * A headline in each replication, in its unit: rates of the devices of a department are added up, its occupancy is exam time over
 * opening of all, the wait of its emergencies their mean over devices by passages. Null where nothing happened, and everywhere when
 * the scenario has no such department.
 */
export function headlineValues(measured: Measured, scenario: Scenario, headline: Headline): readonly Value[] {
  const { site, modality } = headline;
  const departments = measured.modality(site, modality);
  if (departments === null) return Array.from({ length: measured.replications }, () => null);
  const ids = scenario.devices.filter((one) => one.site === site && one.modality === modality);
  const devices = ids.map(({ id }) => measured.device(id)!);
  return departments.map((department, n) =>
    numberOf(
      headline,
      department,
      devices.map((trees) => trees[n]!),
    ),
  );
}

/** True when an overload that nothing regulates makes the headline depend on the length of the run. */
export function isHeadlineUnstable(headline: Headline, unstable: readonly Instability[]): boolean {
  const { name, site, modality } = headline;
  const isDelay = name === 'firstAvailable' || name === 'thirdNextAvailable' || name === 'access';
  if (!isDelay && name !== 'emergencyWait') return false;
  const kind = isDelay ? 'booking' : 'room';
  return unstable.some((one) => one.kind === kind && one.site === site && one.modality === modality);
}
