/** The requests alive in an island, as columns of typed arrays: no object is made in the loop. */

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

export class Patients {
  capacity = 256;
  flow = new Int32Array(this.capacity);
  exam = new Int32Array(this.capacity);
  /** Route by which the patient is, or would be, served. */
  route = new Int32Array(this.capacity);
  state = new Uint8Array(this.capacity);
  /** n-th request of its flow. */
  number = new Int32Array(this.capacity);
  requested = new Float64Array(this.capacity);
  /** Room time drawn at the request, seconds. */
  duration = new Int32Array(this.capacity);
  acceptDraw = new Float64Array(this.capacity);
  noShowDraw = new Float64Array(this.capacity);
  cancelDraw = new Float64Array(this.capacity);
  punctuality = new Int32Array(this.capacity);
  /** Uniform draws turned into durations where the patient is prepared and read. */
  preparationDraw = new Float64Array(this.capacity);
  patience = new Int32Array(this.capacity);
  readingDraw = new Float64Array(this.capacity);
  /** Reading time, or turnaround where reports are not queued, seconds. */
  reading = new Int32Array(this.capacity);
  /** Appointment, seconds; −1 = walk-in. */
  appointment = new Float64Array(this.capacity);
  /** Start of the vacation booked, seconds. */
  vacationStart = new Float64Array(this.capacity);
  slot = new Int32Array(this.capacity);
  /** Day first offered. */
  offeredDay = new Int32Array(this.capacity);
  /** Place in the vacation: 5-minute unit from its start, or rank in its list. */
  unit = new Int32Array(this.capacity);
  units = new Int32Array(this.capacity);
  /** Diary row, and next patient booked in it. */
  row = new Int32Array(this.capacity);
  vacation = new Int32Array(this.capacity);
  next = new Int32Array(this.capacity);
  previous = new Int32Array(this.capacity);
  /** Reserve the place was taken from, −1 = public minutes, −2 = overbooked. */
  reserve = new Int8Array(this.capacity);
  absent = new Uint8Array(this.capacity);
  /** Day on which the patient cancels; −1 = does not. */
  cancelDay = new Int32Array(this.capacity);
  /** Device that examined the patient, as index in the island's tally; −1 = none. */
  device = new Int32Array(this.capacity);
  arrival = new Float64Array(this.capacity);
  preparedFrom = new Float64Array(this.capacity);
  ready = new Float64Array(this.capacity);
  roomIn = new Float64Array(this.capacity);
  roomOut = new Float64Array(this.capacity);
  level = new Uint8Array(this.capacity);
  #firstFree = NOBODY;
  #used = 0;

  /** A new patient's index; the columns hold whatever the last one left. */
  take(): number {
    if (this.#firstFree !== NOBODY) {
      const index = this.#firstFree;
      this.#firstFree = this.next[index]!;
      return index;
    }
    if (this.#used === this.capacity) this.#grow();
    return this.#used++;
  }

  /** Forgets everybody, before another island. */
  empty(): void {
    this.state.fill(STATE.free, 0, this.#used);
    this.#firstFree = NOBODY;
    this.#used = 0;
  }

  release(index: number): void {
    this.state[index] = STATE.free;
    this.next[index] = this.#firstFree;
    this.#firstFree = index;
  }

  /** Calls back with each patient still alive. */
  forEachAlive(visit: (index: number) => void): void {
    for (let index = 0; index < this.#used; index++) if (this.state[index] !== STATE.free) visit(index);
  }

  #grow(): void {
    this.capacity *= 2;
    const ints = <T extends Int32Array | Float64Array | Uint8Array | Int8Array>(old: T): T => {
      const bigger = new (old.constructor as new (length: number) => T)(this.capacity);
      bigger.set(old);
      return bigger;
    };
    this.flow = ints(this.flow);
    this.exam = ints(this.exam);
    this.route = ints(this.route);
    this.state = ints(this.state);
    this.number = ints(this.number);
    this.requested = ints(this.requested);
    this.duration = ints(this.duration);
    this.acceptDraw = ints(this.acceptDraw);
    this.noShowDraw = ints(this.noShowDraw);
    this.cancelDraw = ints(this.cancelDraw);
    this.punctuality = ints(this.punctuality);
    this.preparationDraw = ints(this.preparationDraw);
    this.patience = ints(this.patience);
    this.reading = ints(this.reading);
    this.readingDraw = ints(this.readingDraw);
    this.appointment = ints(this.appointment);
    this.vacationStart = ints(this.vacationStart);
    this.slot = ints(this.slot);
    this.offeredDay = ints(this.offeredDay);
    this.unit = ints(this.unit);
    this.units = ints(this.units);
    this.row = ints(this.row);
    this.vacation = ints(this.vacation);
    this.next = ints(this.next);
    this.previous = ints(this.previous);
    this.reserve = ints(this.reserve);
    this.absent = ints(this.absent);
    this.cancelDay = ints(this.cancelDay);
    this.device = ints(this.device);
    this.arrival = ints(this.arrival);
    this.preparedFrom = ints(this.preparedFrom);
    this.ready = ints(this.ready);
    this.roomIn = ints(this.roomIn);
    this.roomOut = ints(this.roomOut);
    this.level = ints(this.level);
  }
}
