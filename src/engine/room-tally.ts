/** What an exam that ends adds to its device's tally. */
import type { Patients } from './patients.ts';
import type { FlowPlan } from './plan.ts';
import type { RoomDevice } from './room-device.ts';
import { minuteBin, WAIT_BINS } from './tally.ts';

const DAY = 86_400;
const HOUR = 3600;
const NIGHT_STARTS = 20 * HOUR;
const NIGHT_ENDS = 7 * HOUR;
const NIGHT = 4;

/** Counts the passage, its wait, its ICR, and the overrun of the programme, for an exam that ends at `t`. */
export function countExam(
  tally: Float64Array,
  device: RoomDevice,
  flow: FlowPlan,
  patients: Patients,
  patient: number,
  t: number,
  today: number,
): void {
  const { offsets } = device;
  const { classIndex } = flow;
  const roomIn = patients.roomIn[patient]!;
  const appointment = patients.appointment[patient]!;
  const arrival = patients.arrival[patient]!;
  const due = appointment > arrival ? appointment : arrival;
  const wait = roomIn > due ? roomIn - due : 0;
  let clock = roomIn - today;
  while (clock < 0) clock += DAY;
  tally[offsets.done + classIndex]! += 1;
  if (clock >= NIGHT_STARTS || clock < NIGHT_ENDS) tally[offsets.done + NIGHT]! += 1;
  tally[offsets.icr + device.entryOpening]! += flow.exams[patients.exam[patient]!]!.exam.icr;
  tally[offsets.waitSum + classIndex]! += wait;
  tally[offsets.waits + classIndex * WAIT_BINS + minuteBin((wait / 60) | 0)]! += 1;
  if (overrunsProgramme(device, patients, patient, t)) device.countOverrun(t);
}

/**
 * True when a patient on the table at `t` makes the programme run over: they were present by its end. On-call work
 * after the programme is no overrun of it.
 */
export function overrunsProgramme(
  device: RoomDevice,
  patients: Patients,
  patient: number,
  t: number,
): boolean {
  const { programmeEnd } = device;
  if (t <= programmeEnd || patients.arrival[patient]! > programmeEnd) return false;
  return (
    patients.appointment[patient]! >= 0 || patients.roomIn[patient]! < programmeEnd || device.open === null
  );
}
