/** A device of a room as the day goes: its vacation, what occupies it, and where each of its seconds goes (rule M5). */
import { takesPlace } from './diary-rows.ts';
import { NOBODY, type Patients } from './patients.ts';
import type { Plan, RoomPlan, VacationPlan } from './plan.ts';
import { draw, type Stream, streamFor } from './sampler.ts';
import { CAUSE, type DeviceOffsets, OUTSIDE } from './tally.ts';

const DAY = 86_400;
const NEVER = Number.POSITIVE_INFINITY;
const CAUSES_EACH = 8;

export const BUSY = { idle: 0, exam: 1, changeover: 2, down: 3, callIn: 4, late: 5 } as const;

export class RoomDevice {
  readonly index: number;
  readonly speed: number;
  readonly offsets: DeviceOffsets;
  readonly #plan: Plan;
  readonly #room: RoomPlan;
  readonly #tally: Float64Array;
  /** The room's clock of ends; this device's is at its index. */
  readonly #busyUntil: Float64Array;
  readonly #vacations: readonly (readonly VacationPlan[])[];
  readonly #closures: readonly { from: number; to: number }[];
  readonly lateStream: Stream;
  readonly changeoverStream: Stream;
  readonly callInStream: Stream;
  readonly failureStream: Stream;
  readonly repairStream: Stream;

  busy: number = BUSY.idle;
  patient = NOBODY;
  /** Opening notion at the entry of the patient. */
  entryOpening = OUTSIDE;
  /** The vacation under way. */
  open: VacationPlan | null = null;
  openEnd = NEVER;
  inEarlyEnd = false;
  next: VacationPlan | null = null;
  nextStart = NEVER;
  /** Next start, early end or end of a vacation. */
  calendarAt = NEVER;
  closedAt = -1;
  /** The last vacation that ended. */
  ended: VacationPlan | null = null;
  /** Present patients may be finished after the end. */
  overtime = false;
  /** End of the last programme (vacation other than on-call), while overrun past it is counted. */
  programmeEnd = NEVER;
  overrunUntil = 0;
  overran = false;
  /** The on-call team is at home. */
  cold = true;
  failAt = NEVER;
  workLeft = NEVER;
  /** What a breakdown interrupted, and how much of it is left. */
  heldBusy: number = BUSY.idle;
  heldLeft = 0;

  #since = 0;
  #day = 0;
  #rank = 0;
  #absentFrom: number[] = [];
  #absentTo: number[] = [];
  #absentAt = 0;

  constructor(
    plan: Plan,
    room: RoomPlan,
    index: number,
    offsets: DeviceOffsets,
    tally: Float64Array,
    busyUntil: Float64Array,
    seed: string,
  ) {
    const device = room.devices[index]!;
    const failure = room.failures[index] ?? null;
    const stream = (samplers: Parameters<typeof streamFor>[0], purpose: string) =>
      streamFor(samplers, seed, 'device', device.stream, purpose);
    this.index = index;
    this.speed = device.speed;
    this.offsets = offsets;
    this.#plan = plan;
    this.#room = room;
    this.#tally = tally;
    this.#busyUntil = busyUntil;
    this.#vacations = room.vacations[index]!;
    this.#closures = plan.closures.get(device.id) ?? [];
    const all = this.#vacations.flat();
    this.lateStream = stream(
      all.map((vacation) => vacation.lateStart),
      'late-start',
    );
    this.callInStream = stream(
      all.map((vacation) => vacation.callIn),
      'call-in',
    );
    this.changeoverStream = stream([room.changeovers[index]!], 'changeover');
    this.failureStream = stream([failure?.between ?? null], 'failure');
    this.repairStream = stream([failure?.repair ?? null], 'repair');
    if (failure !== null) {
      const first = Math.max(1, draw(failure.between, this.failureStream));
      if (failure.working) this.workLeft = first;
      else this.failAt = first;
    }
    this.#seekNext();
    this.planCalendar();
  }

  /** Finds the next vacation that takes place, from the cursor on. */
  #seekNext(): void {
    const { dayKind } = this.#plan;
    for (; this.#day < dayKind.length; this.#day++, this.#rank = 0) {
      const list = this.#vacations[dayKind[this.#day]!]!;
      for (; this.#rank < list.length; this.#rank++) {
        const vacation = list[this.#rank]!;
        if (!takesPlace(vacation, Math.floor(this.#day / 7)) || this.#isClosed(this.#day)) continue;
        this.#rank++;
        this.next = vacation;
        this.nextStart = this.#day * DAY + vacation.fromSeconds;
        return;
      }
    }
    this.next = null;
    this.nextStart = NEVER;
  }

  #isClosed(day: number): boolean {
    for (const span of this.#closures) if (day >= span.from && day < span.to) return true;
    return false;
  }

  planCalendar(): void {
    let at = this.nextStart;
    if (this.open !== null) {
      if (this.openEnd < at) at = this.openEnd;
      const early = this.openEnd - this.open.earlyEndSeconds;
      if (!this.inEarlyEnd && early < at) at = early;
    }
    this.calendarAt = at;
  }

  /** Start, early end or end of a vacation at `t`. */
  turnCalendar(t: number): void {
    this.account(t);
    if (this.open !== null) {
      if (t >= this.openEnd - this.open.earlyEndSeconds) this.inEarlyEnd = true;
      if (t >= this.openEnd || t >= this.nextStart) this.#close(t);
    }
    if (t >= this.nextStart) this.#open(t);
    this.planCalendar();
  }

  #close(t: number): void {
    const vacation = this.open!;
    this.open = null;
    this.openEnd = NEVER;
    this.closedAt = t;
    this.ended = vacation;
    if (vacation.planned) return;
    this.overtime = this.#room.policy !== 'carry-over';
    if (vacation.onCall) return;
    this.#tally[this.offsets.overrun + 2]! += 1;
    this.programmeEnd = t;
    this.overrunUntil = t;
    this.overran = false;
  }

  /** True when a programme (a vacation with patients other than on-call) begins at `t`. */
  beginsProgramme(t: number): boolean {
    return this.next !== null && t >= this.nextStart && !this.next.planned && !this.next.onCall;
  }

  #open(t: number): void {
    const vacation = this.next!;
    const relay = this.closedAt === t && this.ended?.type === vacation.type;
    this.open = vacation;
    this.openEnd = t + vacation.toSeconds - vacation.fromSeconds;
    this.inEarlyEnd = vacation.earlyEndSeconds >= vacation.toSeconds - vacation.fromSeconds;
    this.overtime = false;
    this.cold = vacation.callIn !== null;
    if (!vacation.planned && !vacation.onCall) {
      this.programmeEnd = NEVER;
    }
    this.#seekNext();
    if (vacation.planned || relay) return;
    const late = draw(vacation.lateStart, this.lateStream);
    if (late > 0 && this.busy === BUSY.idle) this.occupy(BUSY.late, t, t + late);
  }

  /** Enters a state from `t` until `until`; the caller has accounted for the seconds before. */
  occupy(busy: number, t: number, until: number): void {
    this.account(t);
    this.busy = busy;
    this.#busyUntil[this.index] = until;
  }

  /** Seconds the exam of a patient takes on this device. */
  lengthOf(patient: number, patients: Patients): number {
    const duration = patients.duration[patient]!;
    return this.speed === 1 ? duration : Math.round(duration / this.speed);
  }

  /** The exam goes on for `left` seconds, or until the device fails in working time. */
  work(left: number, t: number): void {
    const done = Math.min(left, this.workLeft);
    this.workLeft -= done;
    this.heldLeft = left - done;
    this.occupy(BUSY.exam, t, t + done);
  }

  /** Seconds left at `t` of what occupies the device, the part after a failure in working time included. */
  leftAt(t: number): number {
    if (this.busy === BUSY.idle) return 0;
    return this.#busyUntil[this.index]! - t + (this.busy === BUSY.exam ? this.heldLeft : 0);
  }

  /** Breaks down with `left` seconds to go; returns the booked patient to be given another appointment, or nobody. */
  breakDown(left: number, t: number, patients: Patients): number {
    const failure = this.#room.failures[this.index]!;
    const repair = Math.max(0, draw(failure.repair, this.repairStream));
    this.failAt = NEVER;
    this.heldBusy = this.busy;
    this.heldLeft = left;
    let turnedAway = NOBODY;
    if (this.busy === BUSY.exam && failure.interrupted !== 'resume') {
      const { patient } = this;
      const rebooks = failure.interrupted === 'rebook' && patients.appointment[patient]! >= 0;
      this.heldLeft = this.lengthOf(patient, patients);
      if (rebooks) {
        turnedAway = patient;
        this.patient = NOBODY;
        this.heldBusy = BUSY.idle;
      }
    }
    this.occupy(BUSY.down, t, t + repair);
    return turnedAway;
  }

  /** Repaired at `t`: takes up what was interrupted, and the next failure is drawn; false when there is nothing to take up. */
  repaired(t: number): boolean {
    const failure = this.#room.failures[this.index]!;
    const next = Math.max(1, draw(failure.between, this.failureStream));
    if (failure.working) this.workLeft = next;
    else this.failAt = t + next;
    if (this.heldBusy === BUSY.idle) return false;
    if (this.heldBusy === BUSY.exam) this.work(this.heldLeft, t);
    else this.occupy(this.heldBusy, t, t + this.heldLeft);
    return true;
  }

  setIdle(t: number): void {
    this.occupy(BUSY.idle, t, NEVER);
  }

  /** Overrun of the programme by a patient of it who leaves at `t`. */
  countOverrun(t: number): void {
    if (t <= this.overrunUntil) return;
    this.#tally[this.offsets.overrun]! += t - this.overrunUntil;
    if (!this.overran) this.#tally[this.offsets.overrun + 1]! += 1;
    this.overran = true;
    this.overrunUntil = t;
  }

  /** A slot whose patient does not come: idle time inside it is put down to the absence. */
  addAbsence(from: number, to: number): void {
    const froms = this.#absentFrom;
    let at = froms.length;
    while (at > this.#absentAt && froms[at - 1]! > from) at--;
    froms.splice(at, 0, from);
    this.#absentTo.splice(at, 0, to);
  }

  /** Seconds of [from, to) inside the slot of somebody absent; spans are asked in order of time. */
  #absentSeconds(from: number, to: number): number {
    let sum = 0;
    let covered = from;
    while (this.#absentAt < this.#absentFrom.length && this.#absentTo[this.#absentAt]! <= from)
      this.#absentAt++;
    for (let k = this.#absentAt; k < this.#absentFrom.length && this.#absentFrom[k]! < to; k++) {
      const start = Math.max(covered, this.#absentFrom[k]!);
      const end = Math.min(to, this.#absentTo[k]!);
      if (end > start) {
        sum += end - start;
        covered = end;
      }
    }
    if (this.#absentAt > 256) {
      this.#absentFrom.splice(0, this.#absentAt);
      this.#absentTo.splice(0, this.#absentAt);
      this.#absentAt = 0;
    }
    return sum;
  }

  /** Puts the seconds since the last change down to their opening and cause. */
  account(t: number): void {
    const seconds = t - this.#since;
    if (seconds <= 0) return;
    const { open, busy } = this;
    const at = this.offsets.seconds + (open === null ? OUTSIDE : open.opening) * CAUSES_EACH;
    const tally = this.#tally;
    if (busy === BUSY.exam) tally[at + CAUSE.exam]! += seconds;
    else if (busy === BUSY.down) tally[at + CAUSE.breakdown]! += seconds;
    else if (open !== null) {
      if (open.planned) tally[at + CAUSE.planned]! += seconds;
      else if (busy === BUSY.changeover) tally[at + CAUSE.interExam]! += seconds;
      else if (busy !== BUSY.idle) tally[at + CAUSE.lateStart]! += seconds;
      else {
        const absent = this.#absentAt < this.#absentFrom.length ? this.#absentSeconds(this.#since, t) : 0;
        tally[at + CAUSE.noShow]! += absent;
        tally[at + (this.inEarlyEnd ? CAUSE.earlyEnd : CAUSE.unfilled)]! += seconds - absent;
      }
    }
    this.#since = t;
  }
}
