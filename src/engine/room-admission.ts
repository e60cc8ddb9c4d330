/** Who may enter a device, now (rules M4.4, M4.5 and M4.7). */
import type { Patients } from './patients.ts';
import type { FlowPlan, RoomPlan, VacationPlan } from './plan.ts';
import type { RoomDevice } from './room-device.ts';
import { BOOKED_LEVEL } from './room-queue.ts';

/** True when an idle device may take a patient who is ready. */
export function mayEnter(
  room: RoomPlan,
  flows: readonly FlowPlan[],
  patients: Patients,
  device: RoomDevice,
  patient: number,
  t: number,
): boolean {
  const { open } = device;
  // A vacation that begins this second dispatches by itself, at once: nobody enters as overtime of the last one.
  if (open === null)
    return device.overtime && t < device.nextStart && mayFinish(room, flows, patients, device, patient, t);
  // A vacation that ends this second is over: its end follows at once.
  if (open.planned || t >= device.openEnd) return false;
  const flow = patients.flow[patient]!;
  const { classIndex } = flows[flow]!;
  if (patients.level[patient] !== BOOKED_LEVEL) {
    if (open.inserts[classIndex] === 0) return false;
    if (cameTooLate(open, patients.arrival[patient]!, device.openEnd)) return false;
    return room.policy !== 'limit' || t + room.slots[classIndex]! <= device.openEnd + room.lateSeconds;
  }
  if (open.admits[flow] === 0 && patients.vacationStart[patient]! > t) return false;
  return room.policy !== 'limit' || t + patients.slot[patient]! <= device.openEnd + room.lateSeconds;
}

/** After the end of a vacation: those it took who were present are finished, within the policy's limit. */
function mayFinish(
  room: RoomPlan,
  flows: readonly FlowPlan[],
  patients: Patients,
  device: RoomDevice,
  patient: number,
  t: number,
): boolean {
  const ended = device.ended!;
  const arrival = patients.arrival[patient]!;
  if (arrival > device.closedAt) return false;
  const flow = patients.flow[patient]!;
  const { classIndex } = flows[flow]!;
  const booked = patients.level[patient] === BOOKED_LEVEL;
  if (booked && ended.admits[flow] === 0 && patients.vacationStart[patient]! > t) return false;
  if (!booked && (ended.inserts[classIndex] === 0 || cameTooLate(ended, arrival, device.closedAt)))
    return false;
  if (room.policy === 'finish-present') return true;
  const slot = booked ? patients.slot[patient]! : room.slots[classIndex]!;
  return t + slot <= device.closedAt + room.lateSeconds;
}

/** An inserted patient who comes during the early end is left for the next vacation. */
function cameTooLate(vacation: VacationPlan, arrival: number, end: number): boolean {
  return vacation.earlyEndSeconds > 0 && arrival >= end - vacation.earlyEndSeconds;
}
