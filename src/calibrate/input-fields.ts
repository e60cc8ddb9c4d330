/**
 * Where each assumed input stands in a complete scenario, and how another value is put there. A path of the list of
 * assumptions (`flows.irm-A.accept.tau`) is the kind of thing, its id and one of these fields.
 */
import { typicalMinutes } from '../model/complete/ledger.ts';
import { deepFreeze } from '../model/freeze.ts';
import type { Law } from '../model/law.ts';
import type { Device, Exam, Flow, Scenario, Site, Vacation } from '../model/scenario.ts';
import { MINUTE } from '../model/units.ts';
import { CLASSES, MODALITIES, type Modality } from '../model/vocabulary.ts';
import { lawAt } from './law-at.ts';

/**
 * Puts `to` wherever the field has the value `from`, both in the unit of the list of assumptions; the same object where
 * it has not. A value other than `from` was stated on purpose (a vacation with a late start of its own, a decision) and
 * stays.
 */
type Move<T> = (thing: T, from: number, to: number) => T;

/** Printed numbers are rounded: so near, they are the same. */
const SAME = 1e-9;
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a));

function movedLaw(law: Law, from: number, to: number, how: 'scaled' | 'shifted' = 'scaled'): Law {
  return isSame(typicalMinutes(law), from) ? lawAt(law, to, how) : law;
}

const moveVacations =
  (move: (vacation: Vacation, from: number, to: number) => Vacation): Move<Device> =>
  (device, from, to) => ({ ...device, week: device.week.map((vacation) => move(vacation, from, to)) });

const DEVICE_FIELDS: Readonly<Record<string, Move<Device>>> = {
  changeover: (device, from, to) => ({ ...device, changeover: movedLaw(device.changeover, from, to) }),
  'late-start': moveVacations((vacation, from, to) =>
    vacation.type === 'on-call'
      ? vacation
      : { ...vacation, lateStart: movedLaw(vacation.lateStart, from, to) },
  ),
  'early-end': moveVacations((vacation, from, to) =>
    vacation.type !== 'on-call' && isSame(vacation.earlyEndSeconds / MINUTE, from)
      ? { ...vacation, earlyEndSeconds: to * MINUTE }
      : vacation,
  ),
  'call-in': moveVacations((vacation, from, to) =>
    vacation.callIn === null ? vacation : { ...vacation, callIn: movedLaw(vacation.callIn, from, to) },
  ),
  'preparation.time': (device, from, to) => {
    const { preparation } = device;
    if (preparation === null) return device;
    return { ...device, preparation: { ...preparation, time: movedLaw(preparation.time, from, to) } };
  },
  'breakdowns.between-failures': (device, from, to) => {
    const { breakdowns } = device;
    if (breakdowns === null) return device;
    const betweenFailures = movedLaw(breakdowns.betweenFailures, from, to);
    return { ...device, breakdowns: { ...breakdowns, betweenFailures } };
  },
  'breakdowns.repair': (device, from, to) => {
    const { breakdowns } = device;
    if (breakdowns === null) return device;
    return { ...device, breakdowns: { ...breakdowns, repair: movedLaw(breakdowns.repair, from, to) } };
  },
};

/** Where absences grow with the delay, they keep growing in proportion. */
const grownMax = (base: number, max: number, to: number): number =>
  base > 0 ? Math.min(1, (max * to) / base) : Math.max(max, to);

const FLOW_FIELDS: Readonly<Record<string, Move<Flow>>> = {
  'per-week': (flow, from, to) => (isSame(flow.perWeek, from) ? { ...flow, perWeek: to } : flow),
  growth: (flow, from, to) => (isSame(flow.growthPerYear, from) ? { ...flow, growthPerYear: to } : flow),
  'accept.tau': (flow, from, to) =>
    flow.accept.kind === 'exponential' && isSame(flow.accept.tauDays, from)
      ? { ...flow, accept: { ...flow.accept, tauDays: to } }
      : flow,
  'travel-scale': (flow, from, to) =>
    flow.travelScaleMinutes !== null && isSame(flow.travelScaleMinutes, from)
      ? { ...flow, travelScaleMinutes: to }
      : flow,
  'no-show': (flow, from, to) => {
    const { base, max } = flow.noShow;
    if (!isSame(base, from) || flow.walkIn) return flow;
    return {
      ...flow,
      noShow: { ...flow.noShow, base: to, max: base === max ? to : grownMax(base, max, to) },
    };
  },
  cancel: (flow, from, to) =>
    isSame(flow.cancel.probability, from) ? { ...flow, cancel: { ...flow.cancel, probability: to } } : flow,
  punctuality: (flow, from, to) => ({
    ...flow,
    punctuality: movedLaw(flow.punctuality, from, to, 'shifted'),
  }),
  patience: (flow, from, to) =>
    flow.patience === null ? flow : { ...flow, patience: movedLaw(flow.patience, from, to) },
  durations: (flow, from, to) =>
    flow.durations === null ? flow : { ...flow, durations: movedLaw(flow.durations, from, to) },
};

const EXAM_FIELDS: Readonly<Record<string, Move<Exam>>> = Object.fromEntries(
  CLASSES.map((one): [string, Move<Exam>] => [
    `durations.${one}`,
    (exam, from, to) => ({
      ...exam,
      durations: { ...exam.durations, [one]: movedLaw(exam.durations[one], from, to) },
    }),
  ]),
);

const SITE_FIELDS: Readonly<Record<string, Move<Site>>> = Object.fromEntries(
  MODALITIES.flatMap((modality): [string, Move<Site>][] => [
    [
      `reading.minutes.${modality}`,
      (site, from, to) => {
        if (site.reading === null) return site;
        const { time } = site.reading;
        return {
          ...site,
          reading: { ...site.reading, time: { ...time, [modality]: movedLaw(time[modality], from, to) } },
        };
      },
    ],
    ...CLASSES.map((one): [string, Move<Site>] => [
      `reports.${modality}.${one}`,
      (site, from, to) => {
        const law = site.reports[modality][one];
        if (law === null) return site;
        const own = { ...site.reports[modality], [one]: movedLaw(law, from, to) };
        return { ...site, reports: { ...site.reports, [modality]: own } };
      },
    ]),
  ]),
);

/** The kinds of things that have inputs, as paths name them. */
export type InputKind = 'devices' | 'flows' | 'exams' | 'sites';

const FIELDS: Readonly<Record<InputKind, readonly string[]>> = {
  devices: Object.keys(DEVICE_FIELDS),
  flows: Object.keys(FLOW_FIELDS),
  exams: Object.keys(EXAM_FIELDS),
  sites: Object.keys(SITE_FIELDS),
};

/** A path, taken apart. */
export interface InputPlace {
  readonly kind: InputKind;
  readonly id: string;
  readonly field: string;
}

/**
 * What a path of the list of assumptions names; null where it is no input that can be given another value (a standard
 * slot, which recalibration leaves alone). Ids may hold dots: the longest field that ends the path counts.
 * @example inputPlace('flows.irm-A.accept.tau') // { kind: 'flows', id: 'irm-A', field: 'accept.tau' }
 * @example inputPlace('devices.irm.slots.A') // null
 */
export function inputPlace(path: string): InputPlace | null {
  const [start] = path.split('.', 1);
  const kind = (Object.keys(FIELDS) as InputKind[]).find((one) => one === start);
  if (kind === undefined) return null;
  const field = FIELDS[kind]
    .filter((one) => path.endsWith(`.${one}`) && path.length > kind.length + one.length + 2)
    .reduce<string | null>((best, one) => (best === null || one.length > best.length ? one : best), null);
  return field === null ? null : { kind, field, id: path.slice(kind.length + 1, -field.length - 1) };
}

/** Devices written once with a `count` are several of one id with a rank. */
const isCopy = (id: string, of: string): boolean =>
  id.startsWith(`${of}-`) && /^\d+$/.test(id.slice(of.length + 1));

/** Whether a path's id means this thing of the scenario. */
export function meansDevice(id: string, device: string, devices: readonly Device[]): boolean {
  if (device === id) return true;
  return isCopy(device, id) && !devices.some((one) => one.id === id);
}

/** Which things of a kind are meant. */
export interface Chosen {
  readonly device?: (device: Device) => boolean;
  readonly flow?: (flow: Flow) => boolean;
  readonly exam?: (exam: Exam) => boolean;
  readonly site?: (site: Site) => boolean;
}

const each = <T>(
  things: readonly T[],
  isChosen: ((thing: T) => boolean) | undefined,
  move: Move<T> | undefined,
  from: number,
  to: number,
): readonly T[] =>
  isChosen === undefined || move === undefined
    ? things
    : things.map((thing) => (isChosen(thing) ? move(thing, from, to) : thing));

/** The scenario with `to` in place of `from` in one field of the things chosen; its list of assumptions is not touched. */
export function moveField(
  scenario: Scenario,
  field: string,
  chosen: Chosen,
  from: number,
  to: number,
): Scenario {
  return {
    ...scenario,
    devices: each(scenario.devices, chosen.device, DEVICE_FIELDS[field], from, to),
    flows: each(scenario.flows, chosen.flow, FLOW_FIELDS[field], from, to),
    exams: each(scenario.exams, chosen.exam, EXAM_FIELDS[field], from, to),
    sites: each(scenario.sites, chosen.site, SITE_FIELDS[field], from, to),
  };
}

/** The things a place names, in this scenario. */
export function chosenAt({ kind, id }: InputPlace, scenario: Scenario): Chosen {
  switch (kind) {
    case 'devices':
      return { device: (device) => meansDevice(id, device.id, scenario.devices) };
    case 'flows':
      return { flow: (flow) => flow.id === id };
    case 'exams':
      return { exam: (exam) => exam.id === id };
    case 'sites':
      return { site: (site) => site.id === id };
  }
}

/** The modality a place is about; null where it is about both or none. */
export function modalityAt({ kind, id, field }: InputPlace, scenario: Scenario): Modality | null {
  switch (kind) {
    case 'devices':
      return (
        scenario.devices.find((device) => meansDevice(id, device.id, scenario.devices))?.modality ?? null
      );
    case 'flows':
      return scenario.flows.find((flow) => flow.id === id)?.modality ?? null;
    case 'exams':
      return scenario.exams.find((exam) => exam.id === id)?.modality ?? null;
    case 'sites':
      return MODALITIES.find((modality) => field.split('.').includes(modality)) ?? null;
  }
}

/**
 * The scenario with another value of one of its assumed inputs, wherever the value listed for it stands; a law is moved
 * as `lawAt` does. Its list of assumptions says the new value. Nothing else changes.
 * @param path as `scenario.assumptions` lists it.
 * @param value in the unit listed there.
 * @throws RangeError when the list has no such path, or it is no input that can be given another value.
 */
export function withInput(scenario: Scenario, path: string, value: number): Scenario {
  const listed = scenario.assumptions.find((one) => one.path === path);
  const place = inputPlace(path);
  if (listed === undefined || place === null) throw new RangeError(`no assumed input at ${path}`);
  const moved = moveField(scenario, place.field, chosenAt(place, scenario), listed.value, value);
  return deepFreeze({
    ...moved,
    assumptions: scenario.assumptions.map((one) => (one.path === path ? { ...one, value } : one)),
  });
}
