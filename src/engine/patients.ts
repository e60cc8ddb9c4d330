/**
 * The requests alive in an island, in typed arrays: no object is made in the loop. All numbers of a patient stand side
 * by side: a region has hundreds of thousands of patients, and each comes back long after it has left the cache.
 */

/** Where a patient stands. */
export const STATE = {
  free: 0,
  asking: 1,
  booked: 2,
  preparing: 3,
  waiting: 4,
  inRoom: 5,
  reading: 6,
} as const;

export const NOBODY = -1;

/** Numbers of one patient in each array: two cache lines of doubles, one of whole numbers, a quarter of one of bytes. */
const EACH = 16;
const FIRST_CAPACITY = 256;

/**
 * Columns are views of the arrays, each from its own number on: `patients.flow[patient]`. A patient is the place where
 * its numbers begin, a multiple of 16, the same in all columns.
 */
export class Patients {
  flow!: Int32Array;
  exam!: Int32Array;
  /** Route by which the patient is, or would be, served. */
  route!: Int32Array;
  state!: Uint8Array;
  /** n-th request of its flow. */
  number!: Int32Array;
  requested!: Float64Array;
  /** Room time drawn at the request, seconds. */
  duration!: Int32Array;
  acceptDraw!: Float64Array;
  noShowDraw!: Float64Array;
  cancelDraw!: Float64Array;
  punctuality!: Int32Array;
  /** Uniform draws turned into durations where the patient is prepared and read. */
  preparationDraw!: Float64Array;
  patience!: Float64Array;
  readingDraw!: Float64Array;
  /** Reading time, or turnaround where reports are not queued, seconds. */
  reading!: Float64Array;
  /** Appointment, seconds; −1 = walk-in. */
  appointment!: Float64Array;
  /** Start of the vacation booked, seconds. */
  vacationStart!: Float64Array;
  slot!: Int32Array;
  /** Day first offered. */
  offeredDay!: Int32Array;
  /** Place in the vacation: 5-minute unit from its start, or rank in its list. */
  unit!: Int32Array;
  units!: Int32Array;
  /** Diary row, and next patient booked in it. */
  row!: Int32Array;
  vacation!: Int32Array;
  next!: Int32Array;
  previous!: Int32Array;
  /** Reserve the place was taken from, −1 = public minutes, −2 = overbooked. */
  reserve!: Int8Array;
  absent!: Uint8Array;
  /** Day on which the patient cancels; −1 = does not. */
  cancelDay!: Int32Array;
  /** Device that examined the patient, as index in the island's tally; −1 = none. */
  device!: Int32Array;
  arrival!: Float64Array;
  preparedFrom!: Float64Array;
  ready!: Float64Array;
  roomIn!: Float64Array;
  roomOut!: Float64Array;
  level!: Uint8Array;
  #doubles = new Float64Array(FIRST_CAPACITY * EACH);
  #wholes = new Int32Array(FIRST_CAPACITY * EACH);
  #bytes = new Uint8Array(FIRST_CAPACITY * EACH);
  #firstFree = NOBODY;
  /** Where the numbers of the next patient begin, when no place is free before. */
  #end = 0;

  constructor() {
    this.#lay();
  }

  /** A new patient; the columns hold whatever the last one left. */
  take(): number {
    const free = this.#firstFree;
    if (free !== NOBODY) {
      this.#firstFree = this.next[free]!;
      return free;
    }
    if (this.#end === this.#wholes.length) this.#grow();
    const patient = this.#end;
    this.#end += EACH;
    return patient;
  }

  /** Forgets everybody, before another island. */
  empty(): void {
    this.#bytes.fill(STATE.free, 0, this.#end);
    this.#firstFree = NOBODY;
    this.#end = 0;
  }

  release(patient: number): void {
    this.state[patient] = STATE.free;
    this.next[patient] = this.#firstFree;
    this.#firstFree = patient;
  }

  /** Calls back with each patient still alive. */
  forEachAlive(visit: (patient: number) => void): void {
    for (let patient = 0; patient < this.#end; patient += EACH)
      if (this.state[patient] !== STATE.free) visit(patient);
  }

  #grow(): void {
    const doubles = new Float64Array(2 * this.#doubles.length);
    const wholes = new Int32Array(2 * this.#wholes.length);
    const bytes = new Uint8Array(2 * this.#bytes.length);
    doubles.set(this.#doubles);
    wholes.set(this.#wholes);
    bytes.set(this.#bytes);
    this.#doubles = doubles;
    this.#wholes = wholes;
    this.#bytes = bytes;
    this.#lay();
  }

  /** Gives each column its place: what is used together stands in one cache line. */
  #lay(): void {
    const doubles = this.#doubles;
    this.requested = doubles;
    this.acceptDraw = doubles.subarray(1);
    this.noShowDraw = doubles.subarray(2);
    this.cancelDraw = doubles.subarray(3);
    this.appointment = doubles.subarray(4);
    this.vacationStart = doubles.subarray(5);
    this.arrival = doubles.subarray(6);
    this.patience = doubles.subarray(7);
    this.preparationDraw = doubles.subarray(8);
    this.preparedFrom = doubles.subarray(9);
    this.ready = doubles.subarray(10);
    this.roomIn = doubles.subarray(11);
    this.roomOut = doubles.subarray(12);
    this.readingDraw = doubles.subarray(13);
    this.reading = doubles.subarray(14);
    const wholes = this.#wholes;
    this.flow = wholes;
    this.exam = wholes.subarray(1);
    this.route = wholes.subarray(2);
    this.number = wholes.subarray(3);
    this.duration = wholes.subarray(4);
    this.punctuality = wholes.subarray(5);
    this.slot = wholes.subarray(6);
    this.offeredDay = wholes.subarray(7);
    this.unit = wholes.subarray(8);
    this.units = wholes.subarray(9);
    this.row = wholes.subarray(10);
    this.vacation = wholes.subarray(11);
    this.next = wholes.subarray(12);
    this.previous = wholes.subarray(13);
    this.cancelDay = wholes.subarray(14);
    this.device = wholes.subarray(15);
    const bytes = this.#bytes;
    this.state = bytes;
    this.absent = bytes.subarray(1);
    this.level = bytes.subarray(2);
    this.reserve = new Int8Array(bytes.buffer, 3);
  }
}
