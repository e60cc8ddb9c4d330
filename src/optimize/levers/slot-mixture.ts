/**
 * Slots shortened by less than the 5-minute grid: part of the appointments of an exam type get a slot one step shorter.
 * Those are a twin exam type with the same durations, so that the mean slot is right to the second, whatever the grid.
 */
import { GRID_SECONDS } from '../../engine/plan.ts';
import { deepFreeze } from '../../model/freeze.ts';
import type { Department } from '../../model/results/compare.ts';
import type { Device, Exam, Flow, Scenario } from '../../model/scenario.ts';
import type { PatientClass } from '../../model/vocabulary.ts';
import { bookedVacations, devicesOf, isBookedAt, lengthMinutes, weeklyMinutesOf } from './practice-edit.ts';

/** The exam type of those who get the shorter slot at a site: a valid identifier, next to its own in order. */
export const twinOf = (exam: string, site: string): string => `${exam}.short-${site}`;

const isTwinOfSite = (exam: string, site: string): boolean => exam.endsWith(`.short-${site}`);

/** The slot as the diary keeps it: whole steps of the grid, one at least. */
export const slotOnGrid = (device: Device, exam: string, patientClass: PatientClass): number => {
  const slot = device.slotSecondsByExam[exam]?.[patientClass] ?? device.slotSeconds[patientClass];
  return Math.max(1, Math.ceil(slot / GRID_SECONDS)) * GRID_SECONDS;
};

/** An exam type of a flow with its twin at a site: the share of both, and the part that has the shorter slot. */
export interface ExamPart {
  readonly id: string;
  readonly share: number;
  readonly shortPart: number;
}

/** The exam types of a flow, twins of the site counted with their own. */
export function examParts(flow: Flow, site: string): readonly ExamPart[] {
  return flow.exams
    .filter(({ id }) => !isTwinOfSite(id, site))
    .map(({ id, share }) => {
      const twin = flow.exams.find((one) => one.id === twinOf(id, site))?.share ?? 0;
      return { id, share: share + twin, shortPart: share + twin === 0 ? 0 : twin / (share + twin) };
    });
}

/**
 * Mean slot of an exam type at a department over its devices, seconds, as booked now: whole steps, less the part of
 * its appointments that is one step shorter.
 */
export function meanSlotSeconds(
  scenario: Scenario,
  place: Department,
  { id, shortPart }: ExamPart,
  patientClass: PatientClass,
): number {
  const devices = devicesOf(scenario, place);
  const slots = devices.map((device) => slotOnGrid(device, id, patientClass));
  return slots.reduce((sum, slot) => sum + slot, 0) / slots.length - shortPart * GRID_SECONDS;
}

/** Mean slot of the department's appointments, seconds, over flows and exam types by their requests. */
export function departmentSlotSeconds(scenario: Scenario, place: Department): number {
  let requests = 0;
  let seconds = 0;
  for (const flow of scenario.flows.filter((one) => isBookedAt(one, place))) {
    const weight = flow.arrivals === 'log' ? Math.max(1, flow.log.length) : flow.perWeek;
    for (const part of examParts(flow, place.site)) {
      requests += weight * part.share;
      seconds += weight * part.share * meanSlotSeconds(scenario, place, part, flow.class);
    }
  }
  return requests === 0 ? 0 : seconds / requests;
}

/** Whole steps every slot loses, and the part of the appointments that loses one more. */
interface Shortening {
  readonly steps: number;
  readonly part: number;
}

const NEGLIGIBLE = 1e-9;

function shortened(part: ExamPart, secondsLess: number): Shortening {
  const total = part.shortPart + secondsLess / GRID_SECONDS;
  const steps = Math.floor(total + NEGLIGIBLE);
  const rest = total - steps;
  return { steps, part: rest < NEGLIGIBLE ? 0 : rest };
}

/** Slot entries of an exam type by class and device. */
type SlotTable = Readonly<Record<string, Partial<Record<PatientClass, number>>>>;

function withSlot(table: SlotTable, exam: string, patientClass: PatientClass, seconds: number): SlotTable {
  return { ...table, [exam]: { ...table[exam], [patientClass]: Math.max(GRID_SECONDS, seconds) } };
}

const byId = <T extends { readonly id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : 1);
const sortedTable = (table: SlotTable): SlotTable =>
  Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The shortening of each class and exam type booked at the department; those that change nothing are left out. */
function planOf(
  scenario: Scenario,
  place: Department,
  secondsLess: (patientClass: PatientClass, exam: string) => number,
): ReadonlyMap<string, Shortening> {
  const plan = new Map<string, Shortening>();
  for (const flow of scenario.flows.filter((one) => isBookedAt(one, place)))
    for (const part of examParts(flow, place.site)) {
      const less = secondsLess(flow.class, part.id);
      if (Math.abs(less) > NEGLIGIBLE) plan.set(`${flow.class}/${part.id}`, shortened(part, less));
    }
  return plan;
}

/** Devices with the new slots; at other sites the twin has the slot of its own exam type. */
function devicesWith(
  scenario: Scenario,
  place: Department,
  plan: ReadonlyMap<string, Shortening>,
): readonly Device[] {
  const exams = [...new Set([...plan.keys()].map((key) => key.slice(2)))];
  return scenario.devices.map((device) => {
    if (device.modality !== place.modality) return device;
    const isHere = device.site === place.site;
    let table: SlotTable = device.slotSecondsByExam;
    for (const exam of exams) {
      const twin = twinOf(exam, place.site);
      if (!isHere) {
        const own = device.slotSecondsByExam[exam];
        if (own !== undefined) table = { ...table, [twin]: own };
        continue;
      }
      for (const patientClass of ['A', 'H', 'R', 'U'] as const) {
        const change = plan.get(`${patientClass}/${exam}`);
        if (change === undefined) continue;
        const slot = slotOnGrid(device, exam, patientClass) - change.steps * GRID_SECONDS;
        table = withSlot(table, exam, patientClass, slot);
        if (change.part > 0) table = withSlot(table, twin, patientClass, slot - GRID_SECONDS);
      }
    }
    const week = device.week.map((vacation) => {
      const names = vacation.exams;
      const accepted = exams.filter((exam) => names?.includes(exam)).map((exam) => twinOf(exam, place.site));
      const added = accepted.filter((twin) => !names!.includes(twin));
      return added.length === 0 ? vacation : { ...vacation, exams: [...names!, ...added].sort() };
    });
    return { ...device, slotSecondsByExam: sortedTable(table), week };
  });
}

function flowWith(flow: Flow, place: Department, plan: ReadonlyMap<string, Shortening>): Flow {
  if (!isBookedAt(flow, place)) return flow;
  const exams = examParts(flow, place.site).flatMap((part) => {
    const twin = twinOf(part.id, place.site);
    const short = plan.get(`${flow.class}/${part.id}`)?.part ?? part.shortPart;
    const both = [
      { id: part.id, share: part.share * (1 - short) },
      { id: twin, share: part.share * short },
    ];
    return both.filter(({ share }) => share > 0);
  });
  return { ...flow, exams: exams.sort(byId) };
}

function examsWith(scenario: Scenario, flows: readonly Flow[], place: Department): readonly Exam[] {
  const used = new Set(flows.flatMap(({ exams }) => exams.map(({ id }) => id)));
  const known = new Set(scenario.exams.map(({ id }) => id));
  const twins = scenario.exams
    .map((exam) => ({
      ...exam,
      id: twinOf(exam.id, place.site),
      label: { en: `${exam.label.en}, shorter slot`, fr: `${exam.label.fr}, créneau plus court` },
    }))
    .filter(({ id }) => used.has(id) && !known.has(id));
  return [...scenario.exams, ...twins].sort(byId);
}

/**
 * The scenario with the standard slots of a department shortened by so many seconds on average, by class and exam type
 * (negative: lengthened). Slots stay on the 5-minute grid and never fall below one step.
 */
export function withShorterSlots(
  scenario: Scenario,
  place: Department,
  secondsLess: (patientClass: PatientClass, exam: string) => number,
): Scenario {
  const plan = planOf(scenario, place, secondsLess);
  if (plan.size === 0) return scenario;
  const flows = scenario.flows.map((flow) => flowWith(flow, place, plan));
  return deepFreeze({
    ...scenario,
    exams: examsWith(scenario, flows, place),
    devices: devicesWith(scenario, place, plan),
    flows,
  });
}

/**
 * Minutes a week freed in a department, given to its diary: every slot loses the same time on average, so that as many
 * more appointments fit in the same opening.
 */
export function withFreedMinutes(
  scenario: Scenario,
  place: Department,
  freedMinutesPerWeek: number,
): Scenario {
  if (bookedVacations(scenario, place).length === 0) return scenario;
  const bookable = weeklyMinutesOf(scenario, place, lengthMinutes);
  const slot = departmentSlotSeconds(scenario, place);
  return withShorterSlots(scenario, place, () => (slot * freedMinutesPerWeek) / bookable);
}
