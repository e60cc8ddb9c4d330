/**
 * Patients present and ready at a room, in the order of rule M4.3: inserted by class priority, then booked by
 * appointment, then walk-ins of the last class; within a class by clinical priority, then by time of being ready.
 */
import { NOBODY, type Patients } from './patients.ts';

const PRIORITIES = 4;
const LAST_RANK = 3;
/** Level of booked patients: after the first three classes' inserted ones. */
export const BOOKED_LEVEL = LAST_RANK * PRIORITIES;
const LEVELS = BOOKED_LEVEL + 1 + PRIORITIES;

/**
 * Queue level of an inserted patient of a class rank (0 first) and clinical priority (0 = P1).
 * @example insertedLevel(0, 3) // 3
 * @example insertedLevel(3, 0) // 13
 */
export function insertedLevel(rank: number, priority: number): number {
  return rank * PRIORITIES + priority + (rank === LAST_RANK ? 1 : 0);
}

export class RoomQueue {
  readonly #patients: Patients;
  readonly #head = new Int32Array(LEVELS).fill(NOBODY);
  readonly #tail = new Int32Array(LEVELS).fill(NOBODY);
  /** Bit per level that has somebody. */
  levels = 0;
  /** Inserted patients waiting. */
  inserted = 0;
  size = 0;

  constructor(patients: Patients) {
    this.#patients = patients;
  }

  head(level: number): number {
    return this.#head[level]!;
  }

  /** Puts a patient at the end of its level, or by appointment among the booked. */
  enter(patient: number): void {
    const { next, previous, level, appointment } = this.#patients;
    const at = level[patient]!;
    let before = this.#tail[at]!;
    if (at === BOOKED_LEVEL) {
      const due = appointment[patient]!;
      while (before !== NOBODY && appointment[before]! > due) before = previous[before]!;
    } else {
      this.inserted++;
    }
    const after = before === NOBODY ? this.#head[at]! : next[before]!;
    previous[patient] = before;
    next[patient] = after;
    if (before === NOBODY) this.#head[at] = patient;
    else next[before] = patient;
    if (after === NOBODY) this.#tail[at] = patient;
    else previous[after] = patient;
    this.levels |= 1 << at;
    this.size++;
  }

  leave(patient: number): void {
    const { next, previous, level } = this.#patients;
    const at = level[patient]!;
    const before = previous[patient]!;
    const after = next[patient]!;
    if (before === NOBODY) this.#head[at] = after;
    else next[before] = after;
    if (after === NOBODY) this.#tail[at] = before;
    else previous[after] = before;
    if (this.#head[at] === NOBODY) this.levels &= ~(1 << at);
    if (at !== BOOKED_LEVEL) this.inserted--;
    this.size--;
  }
}
