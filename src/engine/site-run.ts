/** One site living through a day: secretariat, rooms, readers (rule M1.2). */
import { ABSENT, Access, ANSWER } from './access.ts';
import type { Demand } from './demand.ts';
import { type Patients, STATE } from './patients.ts';
import type { IslandPlan, Plan, SitePlan } from './plan.ts';
import { ReadingQueue } from './reading.ts';
import { Room } from './room.ts';
import { at } from './sampler.ts';
import { minuteBin, OUTCOME, ROUTE_REQUESTED, SCHEDULED } from './tally.ts';

const DAY = 86_400;
const CLASSES_EACH = 4;
const MODALITIES_EACH = 2;

/** What a site tells the island. */
export interface SiteEvents {
  /** The request ends here with this outcome; `reported` is the report's instant, −1 = none. */
  ended(patient: number, outcome: number, reported: number): void;
  /** A request that this site cannot keep, to be offered the next site of its flow tonight. */
  passOn(patient: number, answer: number): void;
}

export class SiteRun {
  readonly access: Access;
  readonly #site: SitePlan;
  readonly #island: IslandPlan;
  readonly #rooms: readonly Room[];
  readonly #reading: ReadingQueue | null;
  readonly #patients: Patients;
  readonly #tally: Float64Array;
  readonly #events: SiteEvents;
  readonly #toRebook: number[] = [];

  constructor(
    plan: Plan,
    island: IslandPlan,
    site: SitePlan,
    patients: Patients,
    tally: Float64Array,
    series: readonly Float64Array[],
    events: SiteEvents,
    seed: string,
  ) {
    this.#site = site;
    this.#island = island;
    this.#patients = patients;
    this.#tally = tally;
    this.#events = events;
    this.access = new Access(plan, island, site, patients, tally, series, seed);
    const roomEvents = {
      asked: (patient: number) => {
        tally[island.layout.routeCounters[patients.route[patient]!]! + ROUTE_REQUESTED]! += 1;
      },
      examined: (patient: number) => this.#examined(patient),
      left: (patient: number, outcome: number) => events.ended(patient, outcome, -1),
      rebook: (patient: number) => this.#toRebook.push(patient),
    };
    this.#rooms = site.rooms.map((room) => new Room(plan, island, room, patients, tally, roomEvents, seed));
    this.#reading =
      site.site.reading === null
        ? null
        : new ReadingQueue(site.site.reading.windows, plan.dayKind, island.flows, patients, (patient, t) =>
            this.#reported(patient, t),
          );
  }

  playDay(day: number): void {
    const { access } = this;
    access.cancelDue(day, (patient) => this.#events.ended(patient, OUTCOME.cancelled, -1));
    access.openDay(day, (patient) => this.#toRebook.push(patient));
    access.playDay(day, (patient, demand) => this.#asked(patient, demand, day));
    this.#bringIn(day);
    const midnight = (day + 1) * DAY;
    for (let room = 0; room < this.#rooms.length; room++) this.#rooms[room]!.playDay(midnight);
    this.#reading?.playDay(day);
    for (const patient of this.#toRebook)
      if (!access.rebook(patient, day + 1)) this.#events.ended(patient, OUTCOME.refused, -1);
    this.#toRebook.length = 0;
  }

  #asked(patient: number, demand: Demand, day: number): void {
    const { flow, routes } = demand.flow;
    if (routes.length > 1 && flow.offer === 'earliest') {
      this.#events.passOn(patient, ANSWER.declined);
      return;
    }
    const answer = this.access.offer(patient, demand.route, day + flow.leadDays);
    if (answer === ANSWER.booked) return;
    if (routes.length > 1) this.#events.passOn(patient, answer);
    else this.#events.ended(patient, answer === ANSWER.declined ? OUTCOME.declined : OUTCOME.refused, -1);
  }

  /** Today's appointments: who will come is expected by the room, whose absence leaves a hole in the day. */
  #bringIn(day: number): void {
    const { diary } = this.access;
    const patients = this.#patients;
    const first = diary.rowsOf(day);
    for (let row = first; row < first + diary.rowsADay; row++) {
      const vacation = diary.vacationOf(row);
      if (vacation === null) continue;
      const room = this.#rooms[vacation.room]!;
      const device = room.devices[vacation.device]!;
      for (let patient = diary.head[row]!; patient >= 0; ) {
        const after = patients.next[patient]!;
        const appointment = patients.appointment[patient]!;
        if (vacation.opening === SCHEDULED) this.#tally[device.offsets.booked]! += patients.slot[patient]!;
        if (patients.absent[patient] === ABSENT.comes) {
          const due = appointment + patients.punctuality[patient]!;
          room.expect(patient, Math.max(due, patients.requested[patient]!, day * DAY));
        } else {
          device.addAbsence(appointment, appointment + patients.slot[patient]!);
          const late = patients.absent[patient] === ABSENT.cancelledLate;
          this.#events.ended(patient, late ? OUTCOME.cancelled : OUTCOME.noShow, -1);
        }
        patient = after;
      }
      diary.head[row] = -1;
    }
  }

  #examined(patient: number): void {
    const patients = this.#patients;
    const flow = this.#island.flows[patients.flow[patient]!]!;
    const sampler = this.#site.reading[flow.modalityIndex]![flow.classIndex]!;
    this.#tally[this.#counters(patient) + OUTCOME.done]! += 1;
    if (sampler === null) {
      this.#events.ended(patient, OUTCOME.done, -1);
      return;
    }
    const seconds = Math.max(0, at(sampler, patients.readingDraw[patient]!));
    if (this.#reading === null) {
      this.#reported(patient, patients.roomOut[patient]! + seconds);
      return;
    }
    patients.reading[patient] = seconds;
    patients.state[patient] = STATE.reading;
    this.#reading.add(patient);
  }

  #counters(patient: number): number {
    return this.#island.layout.routeCounters[this.#patients.route[patient]!]!;
  }

  #reported(patient: number, at: number): void {
    if (at >= 0) {
      const flow = this.#island.flows[this.#patients.flow[patient]!]!;
      const cell = (this.#site.index * MODALITIES_EACH + flow.modalityIndex) * CLASSES_EACH + flow.classIndex;
      const minutes = Math.floor((at - this.#patients.roomOut[patient]!) / 60);
      this.#tally[this.#island.layout.reports[cell]! + minuteBin(minutes)]! += 1;
    }
    this.#events.ended(patient, OUTCOME.done, at);
  }

  /** End of the run. */
  settle(t: number): void {
    for (const room of this.#rooms) room.settle(t);
  }
}
