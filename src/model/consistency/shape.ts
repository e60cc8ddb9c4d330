/** Small facts about a scenario as written, which several consistency rules ask for. */
import { DEFAULTS } from '../complete/defaults.ts';
import { genericExam } from '../complete/ledger.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { DAY, HOUR, MINUTE } from '../units.ts';
import { DAYS, type Need, type PatientClass } from '../vocabulary.ts';

export type DeviceInput = ScenarioInput['devices'][number];
export type VacationInput = DeviceInput['week'][number];
export type FlowInput = ScenarioInput['flows'][number];

/**
 * The ids of the devices an entry stands for: its own, or `id-1`, `id-2`, … with a count.
 * @example expandedIds({ id: 'irm', count: 2 }) // ['irm-1', 'irm-2']
 */
export function expandedIds(device: Pick<DeviceInput, 'id' | 'count'>): readonly string[] {
  const count = device.count ?? 1;
  return count === 1 ? [device.id] : Array.from({ length: count }, (_, copy) => `${device.id}-${copy + 1}`);
}

/**
 * The sites a flow is offered, in order; empty when it names none.
 * @example flowSites({ site: 'ch' }) // ['ch']
 */
export function flowSites(flow: Pick<FlowInput, 'site' | 'sites'>): readonly string[] {
  return flow.sites ?? (flow.site === undefined ? [] : [flow.site]);
}

/**
 * True when a flow is offered this site.
 * @example isAtSite({ sites: ['a', 'b'] }, 'b') // true
 */
export function isAtSite(flow: Pick<FlowInput, 'site' | 'sites'>, site: string): boolean {
  return flowSites(flow).includes(site);
}

/**
 * True when a flow may use a device: one it names, or any of its modality at its sites.
 * @example mayUse({ site: 'ch', modality: 'ct' }, { id: 'a', site: 'ch', modality: 'ct' }) // true
 */
export function mayUse(
  flow: Pick<FlowInput, 'site' | 'sites' | 'modality' | 'devices'>,
  device: Pick<DeviceInput, 'id' | 'count' | 'site' | 'modality'>,
): boolean {
  if (device.modality !== flow.modality || !isAtSite(flow, device.site)) return false;
  if (flow.devices === undefined) return true;
  if (isNamed(flow.devices, device.id)) return true;
  if ((device.count ?? 1) === 1) return false;
  const named = flow.devices;
  return expandedIds(device).some((id) => isNamed(named, id));
}

const isNamed = (devices: NonNullable<FlowInput['devices']>, id: string): boolean =>
  Array.isArray(devices) ? devices.includes(id) : Object.hasOwn(devices, id);

/** Things of a site and modality, so that a region of thousands of devices is not searched for each flow. */
export type ByPlace<T> = (site: string, modality: string) => readonly T[];

function byPlace<T>(things: readonly T[], placesOf: (thing: T) => readonly string[]): ByPlace<T> {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    for (const place of placesOf(thing)) {
      const there = found.get(place);
      if (there === undefined) found.set(place, [thing]);
      else there.push(thing);
    }
  }
  return (site, modality) => found.get(`${modality}@${site}`) ?? [];
}

/**
 * The devices of each site and modality.
 * @example devicesByPlace({ devices: [{ id: 'irm', site: 'ch', modality: 'mri' }] })('ch', 'mri')[0].id // 'irm'
 */
export function devicesByPlace(input: ScenarioInput): ByPlace<DeviceInput> {
  return byPlace(input.devices, (device) => [`${device.modality}@${device.site}`]);
}

/**
 * The flows offered each site, by modality.
 * @example flowsByPlace({ flows: [{ site: 'ch', modality: 'mri' }] })('ch', 'ct').length // 0
 */
export function flowsByPlace(input: ScenarioInput): ByPlace<FlowInput> {
  return byPlace(input.flows, (flow) => flowSites(flow).map((site) => `${flow.modality}@${site}`));
}

/**
 * The devices a flow may use at a site, in the order of the scenario.
 * @example devicesByFlow({ devices: [{ id: 'a', site: 'ch', modality: 'ct' }] })({ site: 'ch', modality: 'ct' }, 'ch').length // 1
 */
export function devicesByFlow(
  input: ScenarioInput,
): (flow: FlowInput, site: string) => readonly DeviceInput[] {
  const places = devicesByPlace(input);
  const ranks = new Map(input.devices.map((device, rank) => [device, rank]));
  const named = byName(input.devices);
  return (flow, site) => {
    if (flow.devices === undefined) return places(site, flow.modality);
    const found = new Set(namedBy(flow).flatMap((id) => named.get(id) ?? []));
    return [...found]
      .filter((device) => device.site === site && mayUse(flow, device))
      .sort((a, b) => ranks.get(a)! - ranks.get(b)!);
  };
}

/**
 * The flows that may use a device.
 * @example usersByDevice({ devices: [], flows: [{ site: 'ch', modality: 'ct' }] })({ id: 'a', site: 'ch', modality: 'ct' }).length // 1
 */
export function usersByDevice(input: ScenarioInput): (device: DeviceInput) => readonly FlowInput[] {
  const open = flowsByPlace({ ...input, flows: input.flows.filter((flow) => flow.devices === undefined) });
  const naming = new Map<string, FlowInput[]>();
  for (const flow of input.flows) {
    for (const id of namedBy(flow)) {
      const there = naming.get(id);
      if (there === undefined) naming.set(id, [flow]);
      else there.push(flow);
    }
  }
  return (device) => {
    const named = new Set([device.id, ...expandedIds(device)].flatMap((id) => naming.get(id) ?? []));
    const asked = [...named].filter((flow) => mayUse(flow, device));
    const any = open(device.site, device.modality);
    return asked.length === 0 ? any : [...any, ...asked];
  };
}

const namedBy = ({ devices }: FlowInput): readonly string[] =>
  Array.isArray(devices) ? devices : Object.keys(devices ?? {});

/** Devices by each name a flow may give them. */
function byName(devices: readonly DeviceInput[]): ReadonlyMap<string, readonly DeviceInput[]> {
  const found = new Map<string, DeviceInput[]>();
  for (const device of devices) {
    for (const id of new Set([device.id, ...expandedIds(device)])) {
      const there = found.get(id);
      if (there === undefined) found.set(id, [device]);
      else there.push(device);
    }
  }
  return found;
}

/**
 * Devices with equal keys are one room: a pool of one modality at one site.
 * @example roomKey({ id: 'a', site: 'ch', modality: 'ct', pool: 'p' }) // 'ch/ct/p'
 */
export function roomKey(device: Pick<DeviceInput, 'id' | 'site' | 'modality' | 'pool'>): string {
  return `${device.site}/${device.modality}/${device.pool ?? device.id}`;
}

/**
 * Length of a vacation in seconds; an end not after the start is on the next day.
 * @example vacationSeconds({ from: 72000, to: 28800 }) // 43200
 */
export function vacationSeconds(vacation: Pick<VacationInput, 'from' | 'to'>): number {
  return (vacation.to > vacation.from ? vacation.to : vacation.to + DAY) - vacation.from;
}

/**
 * A time of day as written in a scenario.
 * @example clockText(30600) // '08:30'
 */
export function clockText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / HOUR))}:${two(Math.floor((seconds % HOUR) / MINUTE))}`;
}

/**
 * A vacation on one day, to name it in a message.
 * @example vacationText({ from: 28800, to: 64800 }, 0) // 'mon 08:00–18:00'
 */
export function vacationText(vacation: Pick<VacationInput, 'from' | 'to'>, day: number): string {
  return `${DAYS[day] ?? ''} ${clockText(vacation.from)}–${clockText(vacation.to)}`;
}

/** An exam as a flow may ask for it. */
export interface AskedExam {
  readonly id: string;
  readonly group: string;
  readonly needs: readonly Need[];
}

/**
 * The exam types a flow asks for: those with a share, or the generic one of its modality. Unknown ones are left out.
 * @example askedExams({ modality: 'mri' }, {})[0].id // 'any-mri'
 */
export function askedExams(flow: FlowInput, input: ScenarioInput): readonly AskedExam[] {
  if (flow.exams === undefined) return [{ id: genericExam(flow.modality), group: 'general', needs: [] }];
  return Object.entries(flow.exams).flatMap(([id, share]) => {
    const exam = Object.hasOwn(input.exams ?? {}, id) ? input.exams?.[id] : undefined;
    if (share === 0 || exam === undefined) return [];
    return [{ id, group: exam.group ?? 'general', needs: exam.needs ?? [] }];
  });
}

/**
 * Slot length in seconds of a class × exam type on a device: its own, the class's, or the default; 0 = none.
 * @example slotSecondsOf({ defaults: 'none' }, { modality: 'ct', slots: { A: 1200 } }, 'A', 'hip') // 1200
 */
export function slotSecondsOf(
  input: ScenarioInput,
  device: DeviceInput,
  patientClass: PatientClass,
  exam: string,
): number {
  const byExam = Object.hasOwn(device.slots?.exams ?? {}, exam) ? device.slots?.exams?.[exam] : undefined;
  const own = typeof byExam === 'number' ? byExam : byExam?.[patientClass];
  const defaults = DEFAULTS[input.defaults ?? 'anap-2010'].byModality[device.modality].slotSeconds;
  return own ?? device.slots?.[patientClass] ?? defaults?.[patientClass].value ?? 0;
}
