/** Reports: exams done wait for a radiologist in staffed reading hours, by class priority, then time (rule M6). */
import type { ReadingWindow } from '../model/scenario.ts';
import type { Patients } from './patients.ts';
import type { FlowPlan } from './plan.ts';

const DAY = 86_400;
const NEVER = Number.POSITIVE_INFINITY;
/** Reading priority of the classes A, H, R, U: emergencies first. */
const READING_RANK = [3, 2, 1, 0];

export class ReadingQueue {
  readonly #patients: Patients;
  readonly #flows: readonly FlowPlan[];
  readonly #reported: (patient: number, t: number) => void;
  readonly #windows: readonly (readonly ReadingWindow[])[];
  readonly #dayKind: Uint8Array;
  /** Exams of the day, by end. */
  readonly #examined: number[] = [];
  /** Waiting to be read, last first. */
  readonly #waiting: number[] = [];
  /** Being read, with the end of reading. */
  readonly #read: { patient: number; until: number }[] = [];

  constructor(
    windows: readonly ReadingWindow[],
    dayKind: Uint8Array,
    flows: readonly FlowPlan[],
    patients: Patients,
    reported: (patient: number, t: number) => void,
  ) {
    this.#windows = Array.from({ length: 7 }, (_, day) => windows.filter((window) => window.day === day));
    this.#dayKind = dayKind;
    this.#flows = flows;
    this.#patients = patients;
    this.#reported = reported;
  }

  add(patient: number): void {
    this.#examined.push(patient);
  }

  /** Reads until midnight what was examined up to then. */
  playDay(day: number): void {
    const { roomOut } = this.#patients;
    const midnight = day * DAY;
    const windows = this.#windows[this.#dayKind[day] ?? day % 7]!;
    const boundaries = windows
      .flatMap((window) => [midnight + window.fromSeconds, midnight + window.toSeconds])
      .filter((at) => at < midnight + DAY)
      .sort((a, b) => a - b);
    this.#examined.sort((a, b) => roomOut[a]! - roomOut[b]! || a - b);
    let boundary = 0;
    let examined = 0;
    let t = midnight;
    for (;;) {
      this.#startReading(windows, t - midnight, t);
      const end = this.#nextEnd();
      const exam = examined < this.#examined.length ? roomOut[this.#examined[examined]!]! : NEVER;
      const turn = boundaries[boundary] ?? NEVER;
      t = Math.min(end, exam, turn);
      if (t >= midnight + DAY) break;
      if (t === end) this.#finishOne(end);
      else if (t === exam) this.#wait(this.#examined[examined++]!);
      else boundary++;
    }
    this.#examined.splice(0, examined);
  }

  #startReading(windows: readonly ReadingWindow[], clock: number, t: number): void {
    let readers = 0;
    for (const window of windows)
      if (clock >= window.fromSeconds && clock < window.toSeconds) readers += window.readers;
    while (this.#read.length < readers && this.#waiting.length > 0) {
      const patient = this.#waiting.pop()!;
      this.#read.push({ patient, until: t + this.#patients.reading[patient]! });
    }
  }

  #nextEnd(): number {
    let end = NEVER;
    for (const { until } of this.#read) if (until < end) end = until;
    return end;
  }

  #finishOne(t: number): void {
    const index = this.#read.findIndex(({ until }) => until === t);
    const [done] = this.#read.splice(index, 1);
    this.#reported(done!.patient, t);
  }

  #rank(patient: number): number {
    const flow = this.#flows[this.#patients.flow[patient]!]!;
    return READING_RANK[flow.classIndex]! * 4 + Number(flow.flow.priority.slice(1));
  }

  #wait(patient: number): void {
    const rank = this.#rank(patient);
    const waiting = this.#waiting;
    let place = 0;
    while (place < waiting.length && this.#rank(waiting[place]!) > rank) place++;
    waiting.splice(place, 0, patient);
  }
}
