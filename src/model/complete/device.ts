/** Completing devices: pools, slots, lost minutes, and each vacation of the week. */

import type { Law } from '../law.ts';
import type { ByClass, Device, Exam, Reserve, Vacation } from '../scenario.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { DAY, MINUTE } from '../units.ts';
import { CLASSES, type PatientClass, VACATION_FACTS } from '../vocabulary.ts';
import type { DefaultsSet, ModalityDefaults } from './defaults.ts';
import { FIXED_DEFAULTS } from './defaults-fixed.ts';
import type { Ledger } from './ledger.ts';

type DeviceInput = ScenarioInput['devices'][number];
type VacationInput = DeviceInput['week'][number];

const byClass = <T>(of: (patientClass: PatientClass) => T): ByClass<T> => ({
  A: of('A'),
  H: of('H'),
  R: of('R'),
  U: of('U'),
});

/** Exams named by group or by type; null when all are accepted. */
function acceptedExams(names: readonly string[] | undefined, exams: readonly Exam[]): string[] | null {
  if (names === undefined) return null;
  return exams.filter((exam) => names.includes(exam.id) || names.includes(exam.group)).map((exam) => exam.id);
}

/** Flow ids a reserve is kept for: those of the class, or the flow of that id. */
function reserveFlows(target: string, device: DeviceInput, input: ScenarioInput): string[] {
  return input.flows
    .map((flow) => ({ flow, id: flowId(flow) }))
    .filter(
      ({ flow, id }) =>
        flow.modality === device.modality &&
        (flow.sites ?? [flow.site]).includes(device.site) &&
        (id === target || flow.class === target),
    )
    .map(({ id }) => id)
    .sort();
}

/** A flow's id: its own, or site/modality/class and what else sets it apart. */
export function flowId(flow: ScenarioInput['flows'][number]): string {
  if (flow.id !== undefined) return flow.id;
  const parts = [flow.site ?? flow.sites?.join('+') ?? '', flow.modality, flow.class];
  if (flow.owner !== undefined) parts.push(flow.owner);
  if (flow.priority !== undefined) parts.push(flow.priority);
  if (flow['walk-in'] === true) parts.push('walk-in');
  return parts.join('/');
}

interface DeviceTimes {
  readonly lateStart: Law;
  readonly earlyEndSeconds: number;
  readonly callIn: () => Law;
}

function completeVacations(
  vacation: VacationInput,
  device: DeviceInput,
  times: DeviceTimes,
  input: ScenarioInput,
  exams: readonly Exam[],
): Vacation[] {
  const facts = VACATION_FACTS[vacation.type];
  const onCall = vacation.type === 'on-call';
  const patients = facts.books || facts.inserts.length > 0;
  const reserves = (vacation.reserve ?? []).map(
    (reserve): Reserve => ({
      flows: reserveFlows(reserve.for, device, input),
      seconds: reserve.minutes,
      kind: reserve.kind ?? FIXED_DEFAULTS['devices[].week[].reserve[].kind'],
      releaseDays: reserve.release === undefined ? null : Math.floor(reserve.release),
    }),
  );
  return vacation.days.map((day) => ({
    day,
    fromSeconds: vacation.from,
    toSeconds: vacation.to > vacation.from ? vacation.to : vacation.to + DAY,
    type: vacation.type,
    everyWeeks: vacation.every ?? FIXED_DEFAULTS['devices[].week[].every'],
    firstWeek: vacation['first-week'] ?? FIXED_DEFAULTS['devices[].week[].first-week'],
    lastWeek: vacation['last-week'] ?? null,
    classes: facts.books ? (vacation.accepts?.classes ?? CLASSES) : (vacation.accepts?.classes ?? []),
    exams: acceptedExams(vacation.accepts?.exams, exams),
    inserted: vacation.accepts?.inserted ?? facts.inserts,
    owner: vacation.owner ?? facts.owner,
    provides: vacation.provides ?? FIXED_DEFAULTS['devices[].week[].provides'],
    reserves,
    appointments: vacation.appointments ?? null,
    lateStart:
      vacation['late-start']?.law ??
      (onCall || !patients ? { law: 'deterministic', value: 0 } : times.lateStart),
    earlyEndSeconds: vacation['early-end'] ?? (onCall || !patients ? 0 : times.earlyEndSeconds),
    callIn:
      onCall && (vacation.presence ?? FIXED_DEFAULTS['devices[].week[].presence']) === 'astreinte'
        ? (vacation['call-in']?.law ?? times.callIn())
        : (vacation['call-in']?.law ?? null),
  }));
}

function slotSeconds(
  device: DeviceInput,
  path: string,
  set: ModalityDefaults,
  ledger: Ledger,
): ByClass<number> {
  const books = device.week.some((vacation) => VACATION_FACTS[vacation.type].books);
  return byClass((patientClass) => {
    const written = device.slots?.[patientClass];
    if (written !== undefined) return written;
    const fallback = set.slotSeconds?.[patientClass];
    if (fallback === undefined) return 0;
    const booked = books && (patientClass === 'A' || patientClass === 'H');
    return booked
      ? ledger.take(`${path}.slots.${patientClass}`, 'min', fallback, (seconds) => seconds / MINUTE)
      : fallback.value;
  });
}

function completeDevice(
  device: DeviceInput,
  path: string,
  stream: string,
  pool: string,
  input: ScenarioInput,
  defaults: DefaultsSet,
  exams: readonly Exam[],
  ledger: Ledger,
): Device {
  const set = defaults.byModality[device.modality];
  const early = device['early-end'];
  const earlyEndSeconds =
    early === undefined
      ? ledger.take(`${path}.early-end`, 'min', set.earlyEndSeconds, (seconds) => seconds / MINUTE)
      : typeof early === 'number'
        ? early
        : early.minutes;
  if (typeof early === 'object') {
    const range = early.range?.map((seconds) => seconds / MINUTE) as [number, number] | undefined;
    ledger.note(`${path}.early-end`, 'min', early.minutes / MINUTE, { ...early, range });
  }
  let callIn: Law | undefined;
  const times: DeviceTimes = {
    lateStart: ledger.law(`${path}.late-start`, device['late-start'], set.lateStart),
    earlyEndSeconds,
    callIn: () => (callIn ??= ledger.law(`${path}.call-in`, undefined, defaults.callIn)),
  };
  const closed = device['closed-room'] ?? FIXED_DEFAULTS['devices[].closed-room'];
  const byExam = Object.entries(device.slots?.exams ?? {})
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([exam, slot]) => [exam, typeof slot === 'number' ? byClass(() => slot) : slot]);
  return {
    id: device.id,
    label: device.label ?? device.id,
    site: device.site,
    modality: device.modality,
    pool,
    stream,
    speed: device.speed ?? FIXED_DEFAULTS['devices[].speed'],
    week: device.week
      .flatMap((vacation) => completeVacations(vacation, device, times, input, exams))
      .sort((a, b) => a.day - b.day || a.fromSeconds - b.fromSeconds),
    slotSeconds: slotSeconds(device, path, set, ledger),
    slotSecondsByExam: Object.fromEntries(byExam),
    changeover: ledger.law(`${path}.changeover`, device.changeover, set.changeover),
    preparation:
      device.preparation === undefined
        ? null
        : {
            time: ledger.stated(`${path}.preparation.time`, device.preparation.time),
            places: device.preparation.places ?? null,
          },
    waitingPlaces: device['waiting-places'] ?? null,
    order: device.order ?? FIXED_DEFAULTS['devices[].order'],
    closedRoom: byClass((patientClass) =>
      typeof closed === 'string' ? closed : (closed[patientClass] ?? FIXED_DEFAULTS['devices[].closed-room']),
    ),
    endOfVacation: {
      policy: device['end-of-vacation']?.policy ?? FIXED_DEFAULTS['devices[].end-of-vacation.policy'],
      lateSeconds:
        device['end-of-vacation']?.late ?? FIXED_DEFAULTS['devices[].end-of-vacation.late'] * MINUTE,
    },
    breakdowns:
      device.breakdowns === undefined
        ? null
        : {
            betweenFailures: ledger.stated(
              `${path}.breakdowns.between-failures`,
              device.breakdowns['between-failures'],
            ),
            clock: device.breakdowns.clock ?? FIXED_DEFAULTS['devices[].breakdowns.clock'],
            repair: ledger.stated(`${path}.breakdowns.repair`, device.breakdowns.repair),
            interrupted: device.breakdowns.interrupted ?? FIXED_DEFAULTS['devices[].breakdowns.interrupted'],
          },
  };
}

/** Devices in canonical order. `count: n` becomes n devices of one pool; streams are named by site, modality and rank. */
export function completeDevices(
  input: ScenarioInput,
  defaults: DefaultsSet,
  exams: readonly Exam[],
  ledger: Ledger,
): Device[] {
  const ranks = new Map<string, number>();
  return [...input.devices]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((device) => {
      const copies = device.count ?? FIXED_DEFAULTS['devices[].count'];
      const pool = device.pool ?? device.id;
      return Array.from({ length: copies }, (_, copy) => {
        const room = `${device.site}/${device.modality}`;
        const rank = ranks.get(room) ?? 0;
        ranks.set(room, rank + 1);
        const one = copies === 1 ? device : { ...device, id: `${device.id}-${copy + 1}` };
        return completeDevice(
          one,
          `devices.${device.id}`,
          `${room}/${rank}`,
          pool,
          input,
          defaults,
          exams,
          ledger,
        );
      });
    });
}
