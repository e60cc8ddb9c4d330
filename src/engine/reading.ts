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
  /** Reading order by flow, lower first. */
  readonly #rank: Int32Array;
  readonly #reported: (patient: number, t: number) => void;
  readonly #windows: readonly (readonly ReadingWindow[])[];
  /** Clock times at which the number of readers may change, by day kind. */
  readonly #boundaries: readonly (readonly number[])[];
  readonly #dayKind: Uint8Array;
  /** Exams of the day, by end. */
  readonly #examined: number[] = [];
  /** Waiting to be read, last first. */
  readonly #waiting: number[] = [];
  /** Being read, with the end of each reading. */
  readonly #read: Int32Array;
  readonly #readUntil: Float64Array;
  #reading = 0;

  constructor(
    windows: readonly ReadingWindow[],
    dayKind: Uint8Array,
    flows: readonly FlowPlan[],
    patients: Patients,
    reported: (patient: number, t: number) => void,
  ) {
    this.#windows = Array.from({ length: 7 }, (_, day) => windows.filter((window) => window.day === day));
    this.#boundaries = this.#windows.map((day) =>
      day.flatMap((window) => [window.fromSeconds, window.toSeconds]).sort((a, b) => a - b),
    );
    const most = windows.reduce((sum, window) => sum + window.readers, 0);
    this.#read = new Int32Array(most);
    this.#readUntil = new Float64Array(most);
    this.#dayKind = dayKind;
    this.#rank = Int32Array.from(
      flows,
      (flow) => READING_RANK[flow.classIndex]! * 4 + Number(flow.flow.priority.slice(1)),
    );
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
    const kind = this.#dayKind[day]!;
    const windows = this.#windows[kind]!;
    const boundaries = this.#boundaries[kind]!;
    if (this.#examined.length > 1) this.#examined.sort((a, b) => roomOut[a]! - roomOut[b]! || a - b);
    let readers = readersAt(windows, 0);
    let boundary = 0;
    let examined = 0;
    let t = midnight;
    for (;;) {
      while (this.#reading < readers && this.#waiting.length > 0) this.#start(this.#waiting.pop()!, t);
      const end = this.#nextEnd();
      const exam = examined < this.#examined.length ? roomOut[this.#examined[examined]!]! : NEVER;
      const turn = boundary < boundaries.length ? midnight + boundaries[boundary]! : NEVER;
      t = Math.min(end, exam, turn);
      if (t >= midnight + DAY) break;
      // A window that closes this second starts no more reading.
      if (t === turn) readers = readersAt(windows, boundaries[boundary++]!);
      else if (t === end) this.#finishOne(end);
      else this.#wait(this.#examined[examined++]!);
    }
    if (examined > 0) this.#examined.splice(0, examined);
  }

  #start(patient: number, t: number): void {
    this.#read[this.#reading] = patient;
    this.#readUntil[this.#reading++] = t + this.#patients.reading[patient]!;
  }

  #nextEnd(): number {
    let end = NEVER;
    const until = this.#readUntil;
    for (let k = 0; k < this.#reading; k++) if (until[k]! < end) end = until[k]!;
    return end;
  }

  /** The first started of those whose reading ends at `t`. */
  #finishOne(t: number): void {
    const read = this.#read;
    const until = this.#readUntil;
    let at = 0;
    while (until[at] !== t) at++;
    const patient = read[at]!;
    this.#reading--;
    for (; at < this.#reading; at++) {
      read[at] = read[at + 1]!;
      until[at] = until[at + 1]!;
    }
    this.#reported(patient, t);
  }

  #wait(patient: number): void {
    const { flow } = this.#patients;
    const rank = this.#rank[flow[patient]!]!;
    const waiting = this.#waiting;
    let place = waiting.length;
    waiting.push(patient);
    while (place > 0 && this.#rank[flow[waiting[place - 1]!]!]! <= rank) {
      waiting[place] = waiting[place - 1]!;
      place--;
    }
    waiting[place] = patient;
  }
}

function readersAt(windows: readonly ReadingWindow[], clock: number): number {
  let readers = 0;
  for (const window of windows)
    if (clock >= window.fromSeconds && clock < window.toSeconds) readers += window.readers;
  return readers;
}
