/**
 * A room plays its day: arrivals, preparation, the queue, exams, breakdowns, and what happens at the end of a
 * vacation (rules M4). One device, or a pool sharing one queue. A fixed set of clocks, no event heap.
 */
import { type Demand, walkInDemands } from './demand.ts';
import { NOBODY, type Patients, STATE } from './patients.ts';
import type { FlowPlan, IslandPlan, Plan, RoomPlan } from './plan.ts';
import { Preparation } from './preparation.ts';
import { mayEnter } from './room-admission.ts';
import { BUSY, RoomDevice } from './room-device.ts';
import { BOOKED_LEVEL, insertedLevel, RoomQueue } from './room-queue.ts';
import { countExam, overrunsProgramme } from './room-tally.ts';
import { draw } from './sampler.ts';
import { OUTCOME } from './tally.ts';

const DAY = 86_400;
const NEVER = Number.POSITIVE_INFINITY;
/** Events of equal time are taken in this order (rule M1.3). */
const EVENT = { none: 0, release: 1, capacity: 2, ready: 3, booked: 4, walkIn: 5 } as const;

/** What a room tells the island about its patients. */
export interface RoomEvents {
  /** A request reached the room without appointment. */
  asked(patient: number): void;
  /** The exam ended, all its counts in the device's tally made. */
  examined(patient: number): void;
  /** The patient leaves for good with this outcome. */
  left(patient: number, outcome: number): void;
  /** The patient has to be given another appointment. */
  rebook(patient: number): void;
}

export class Room {
  readonly plan: RoomPlan;
  readonly devices: readonly RoomDevice[];
  readonly #patients: Patients;
  readonly #flows: readonly FlowPlan[];
  readonly #queue: RoomQueue;
  readonly #events: RoomEvents;
  readonly #tally: Float64Array;
  readonly #preparation: Preparation | null;
  readonly #demands: readonly Demand[];
  /** Next request of each walk-in demand, end of what occupies each device, next change of capacity: the clocks. */
  readonly #walkInAt: Float64Array;
  readonly #busyUntil: Float64Array;
  #capacityAt = NEVER;
  /** Queue level of each walk-in demand. */
  readonly #levels: Int32Array;
  readonly #expires: boolean;
  /** Booked patients on their way, by arrival. */
  readonly #coming: number[] = [];
  #comingAt = 0;
  #idle: number;
  /** Midnight at which the day played began. */
  #today = 0;

  constructor(
    plan: Plan,
    island: IslandPlan,
    room: RoomPlan,
    patients: Patients,
    tally: Float64Array,
    events: RoomEvents,
    seed: string,
  ) {
    this.plan = room;
    this.#patients = patients;
    this.#flows = island.flows;
    this.#queue = new RoomQueue(patients);
    this.#events = events;
    this.#tally = tally;
    this.#busyUntil = new Float64Array(room.devices.length).fill(NEVER);
    this.#preparation =
      room.preparation === null ? null : new Preparation(room.preparation.time, room.preparation.places);
    this.devices = room.devices.map((_, index) => {
      const offsets = island.layout.devices[room.tallyDevices[index]!]!;
      return new RoomDevice(plan, room, index, offsets, tally, this.#busyUntil, seed);
    });
    this.#planCapacity();
    this.#idle = this.devices.length;
    this.#demands = walkInDemands(plan, island, room, seed);
    this.#walkInAt = Float64Array.from(this.#demands, (demand) => demand.nextAt);
    this.#levels = Int32Array.from(this.#demands, ({ flow: { classIndex, flow } }) =>
      insertedLevel(room.rank[classIndex]!, Number(flow.priority.slice(1)) - 1),
    );
    this.#expires = this.#demands.some((demand) => demand.flow.patience !== null);
  }

  /** A booked patient will arrive at `at`. */
  expect(patient: number, at: number): void {
    const { arrival } = this.#patients;
    arrival[patient] = at;
    const coming = this.#coming;
    let place = coming.length;
    coming.push(patient);
    while (place > this.#comingAt && arrival[coming[place - 1]!]! > at) {
      coming[place] = coming[place - 1]!;
      place--;
    }
    coming[place] = patient;
  }

  /** Plays until the midnight that ends the day. */
  playDay(midnight: number): void {
    const demands = this.#demands;
    const walkInAt = this.#walkInAt;
    const busyUntil = this.#busyUntil;
    const preparation = this.#preparation;
    const coming = this.#coming;
    const { arrival } = this.#patients;
    this.#today = midnight - DAY;
    for (;;) {
      let t = midnight;
      let event: number = EVENT.none;
      let who = 0;
      for (let d = 0; d < busyUntil.length; d++) {
        if (busyUntil[d]! < t) {
          t = busyUntil[d]!;
          event = EVENT.release;
          who = d;
        }
      }
      if (this.#capacityAt < t) {
        t = this.#capacityAt;
        event = EVENT.capacity;
      }
      if (preparation !== null && preparation.nextAt < t) {
        t = preparation.nextAt;
        event = EVENT.ready;
      }
      if (this.#comingAt < coming.length && arrival[coming[this.#comingAt]!]! < t) {
        t = arrival[coming[this.#comingAt]!]!;
        event = EVENT.booked;
      }
      for (let k = 0; k < walkInAt.length; k++) {
        if (walkInAt[k]! < t) {
          t = walkInAt[k]!;
          event = EVENT.walkIn;
          who = k;
        }
      }
      if (event === EVENT.none) break;
      if (event === EVENT.walkIn) {
        this.#walkIn(demands[who]!, this.#levels[who]!, t);
        walkInAt[who] = demands[who]!.nextAt;
      } else if (event === EVENT.release) this.#release(this.devices[who]!, t);
      else if (event === EVENT.booked) this.#arrive(coming[this.#comingAt++]!, BOOKED_LEVEL, t);
      else if (event === EVENT.capacity) this.#changeCapacity(t);
      else this.#becomeReady(t);
    }
    for (let d = 0; d < this.devices.length; d++) this.devices[d]!.account(midnight);
    if (this.#comingAt > 0) {
      coming.splice(0, this.#comingAt);
      this.#comingAt = 0;
    }
    this.#rebookLeftOver();
  }

  #walkIn(demand: Demand, level: number, t: number): void {
    const patients = this.#patients;
    const patient = demand.take(patients);
    patients.arrival[patient] = t;
    this.#events.asked(patient);
    const { classIndex } = demand.flow;
    if (this.plan.diverts[classIndex] === 1 && !this.#isOpenFor(classIndex)) {
      this.#events.left(patient, OUTCOME.diverted);
      return;
    }
    this.#arrive(patient, level, t);
  }

  #isOpenFor(classIndex: number): boolean {
    for (const { open } of this.devices)
      if (open !== null && !open.planned && open.inserts[classIndex] === 1) return true;
    return false;
  }

  #arrive(patient: number, level: number, t: number): void {
    const patients = this.#patients;
    patients.level[patient] = level;
    if (this.#preparation === null) {
      this.#join(patient, t);
      return;
    }
    patients.state[patient] = STATE.preparing;
    this.#preparation.enter(patient, t, patients);
  }

  #becomeReady(t: number): void {
    this.#join(this.#preparation!.leave(this.#patients), t);
  }

  /** Ready at `t`: enters a free device, waits, or finds no place to wait (rule M4.9). */
  #join(patient: number, t: number): void {
    const patients = this.#patients;
    const queue = this.#queue;
    patients.ready[patient] = t;
    patients.state[patient] = STATE.waiting;
    if (this.#idle > 0 && queue.size === 0 && this.#entersAtOnce(patient, t)) return;
    queue.enter(patient);
    if (this.#idle > 0) {
      for (let d = 0; d < this.devices.length; d++) {
        const device = this.devices[d]!;
        if (device.busy === BUSY.idle) this.#dispatch(device, t);
        if (patients.state[patient] !== STATE.waiting) return;
      }
    }
    const { waitingPlaces } = this.plan;
    if (queue.inserted <= waitingPlaces || patients.level[patient] === BOOKED_LEVEL) return;
    if (this.#expires) this.#expireAll(t);
    if (queue.inserted <= waitingPlaces || patients.state[patient] !== STATE.waiting) return;
    queue.leave(patient);
    this.#events.left(patient, OUTCOME.blocked);
  }

  /** With nobody waiting, a patient whom an idle, warm device may take does not pass by the queue. */
  #entersAtOnce(patient: number, t: number): boolean {
    for (let d = 0; d < this.devices.length; d++) {
      const device = this.devices[d]!;
      if (device.busy !== BUSY.idle || !mayEnter(this.plan, this.#flows, this.#patients, device, patient, t))
        continue;
      if (device.open !== null && device.open.callIn !== null && device.cold) continue;
      this.#start(device, patient, t);
      return true;
    }
    return false;
  }

  #expireAll(t: number): void {
    const { next } = this.#patients;
    const queue = this.#queue;
    for (let levels = queue.levels; levels !== 0; levels &= levels - 1) {
      let patient = queue.head(31 - Math.clz32(levels & -levels));
      while (patient !== NOBODY) {
        const after = next[patient]!;
        this.#hasLeft(patient, t);
        patient = after;
      }
    }
  }

  /** True when the patient lost patience by `t`, and has been taken out. */
  #hasLeft(patient: number, t: number): boolean {
    const patients = this.#patients;
    if (!this.#expires || this.#flows[patients.flow[patient]!]!.patience === null) return false;
    if (
      patients.level[patient] === BOOKED_LEVEL ||
      patients.arrival[patient]! + patients.patience[patient]! > t
    )
      return false;
    this.#queue.leave(patient);
    this.#events.left(patient, OUTCOME.reneged);
    return true;
  }

  /** An idle device takes the first patient it may; its on-call team may have to come in first. */
  #dispatch(device: RoomDevice, t: number): void {
    const patient = this.#queue.size === 0 ? NOBODY : this.#firstFor(device, t);
    if (patient === NOBODY) {
      device.cold = true;
      return;
    }
    const { open } = device;
    if (open !== null && open.callIn !== null && device.cold) {
      const delay = draw(open.callIn, device.callInStream);
      device.cold = false;
      if (delay > 0) {
        this.#idle--;
        device.occupy(BUSY.callIn, t, t + delay);
        return;
      }
    }
    this.#queue.leave(patient);
    this.#start(device, patient, t);
  }

  #firstFor(device: RoomDevice, t: number): number {
    const queue = this.#queue;
    for (let levels = queue.levels; levels !== 0; levels &= levels - 1) {
      let patient = queue.head(31 - Math.clz32(levels & -levels));
      while (patient !== NOBODY) {
        const after = this.#patients.next[patient]!;
        if (
          !(this.#expires && this.#hasLeft(patient, t)) &&
          mayEnter(this.plan, this.#flows, this.#patients, device, patient, t)
        )
          return patient;
        patient = after;
      }
    }
    return NOBODY;
  }

  #start(device: RoomDevice, patient: number, t: number): void {
    const patients = this.#patients;
    patients.state[patient] = STATE.inRoom;
    patients.roomIn[patient] = t;
    patients.device[patient] = this.plan.tallyDevices[device.index]!;
    device.patient = patient;
    device.entryOpening = device.open === null ? 3 : device.open.opening;
    this.#idle--;
    device.work(device.lengthOf(patient, patients), t);
  }

  /** Whatever occupies the device ends at `t`. */
  #release(device: RoomDevice, t: number): void {
    const ended = device.busy;
    if (ended === BUSY.exam) {
      if (device.heldLeft > 0) this.#breakDown(device, device.heldLeft, t);
      else this.#finish(device, t);
      return;
    }
    if (ended === BUSY.down) {
      const resumed = device.repaired(t);
      this.#planCapacity();
      if (resumed) return;
    }
    device.setIdle(t);
    this.#idle++;
    this.#dispatch(device, t);
  }

  #changeCapacity(t: number): void {
    const device = this.devices.find((one) => one.calendarAt === t || one.failAt === t)!;
    this.#capacity(device, t);
    this.#planCapacity();
  }

  /** When the next vacation boundary or breakdown of any device comes. */
  #planCapacity(): void {
    let at = NEVER;
    for (const device of this.devices) at = Math.min(at, device.calendarAt, device.failAt);
    this.#capacityAt = at;
  }

  #capacity(device: RoomDevice, t: number): void {
    if (t === device.failAt) {
      if (device.busy === BUSY.idle) this.#idle--;
      this.#breakDown(device, device.leftAt(t), t);
      return;
    }
    const { patient } = device;
    // The last programme runs over into the one that begins.
    if (
      patient !== NOBODY &&
      device.beginsProgramme(t) &&
      overrunsProgramme(device, this.#patients, patient, t)
    )
      device.countOverrun(t);
    const wasLate = device.busy === BUSY.late;
    device.turnCalendar(t);
    if (device.busy === BUSY.late && !wasLate) this.#idle--;
    // A vacation that begins admits its own patients to any device of the pool (M4.4).
    for (const one of this.devices) if (one.busy === BUSY.idle) this.#dispatch(one, t);
  }

  #breakDown(device: RoomDevice, left: number, t: number): void {
    const turnedAway = device.breakDown(left, t, this.#patients);
    if (turnedAway !== NOBODY) this.#events.rebook(turnedAway);
  }

  #finish(device: RoomDevice, t: number): void {
    const patients = this.#patients;
    const { patient } = device;
    const flow = this.#flows[patients.flow[patient]!]!;
    countExam(this.#tally, device, flow, patients, patient, t, this.#today);
    patients.roomOut[patient] = t;
    device.patient = NOBODY;
    this.#events.examined(patient);
    const sampler = this.plan.changeovers[device.index]!;
    const changeover =
      sampler.table === null ? sampler.constant : Math.max(0, draw(sampler, device.changeoverStream));
    if (changeover > 0) {
      device.occupy(BUSY.changeover, t, t + changeover);
      return;
    }
    device.setIdle(t);
    this.#idle++;
    this.#dispatch(device, t);
  }

  /** At midnight, booked patients whom no open vacation will take are given another appointment (rule M4.7). */
  #rebookLeftOver(): void {
    if (this.plan.policy === 'carry-over' || (this.#queue.levels & (1 << BOOKED_LEVEL)) === 0) return;
    for (const device of this.devices) if (device.open !== null && !device.open.planned) return;
    let patient = this.#queue.head(BOOKED_LEVEL);
    while (patient !== NOBODY) {
      const after = this.#patients.next[patient]!;
      this.#queue.leave(patient);
      this.#events.rebook(patient);
      patient = after;
    }
  }

  /** End of the run: who has lost patience by now leaves. */
  settle(t: number): void {
    if (this.#expires) this.#expireAll(t);
  }
}
