/** The preparation stage outside the room: so many seats, first come first served (rule M4.2). */
import { NOBODY, type Patients } from './patients.ts';
import { at, type Sampler } from './sampler.ts';

export class Preparation {
  /** When the next preparation ends. */
  nextAt = Number.POSITIVE_INFINITY;
  readonly #time: Sampler;
  readonly #places: number;
  /** Patients in a seat, by end of preparation, last first. */
  readonly #seated: number[] = [];
  #head = NOBODY;
  #tail = NOBODY;

  constructor(time: Sampler, places: number) {
    this.#time = time;
    this.#places = places;
  }

  enter(patient: number, t: number, patients: Patients): void {
    if (this.#seated.length < this.#places) {
      this.#sit(patient, t, patients);
      return;
    }
    patients.next[patient] = NOBODY;
    if (this.#tail === NOBODY) this.#head = patient;
    else patients.next[this.#tail] = patient;
    this.#tail = patient;
  }

  /** The patient whose preparation ends first leaves; the next one takes the seat. */
  leave(patients: Patients): number {
    const t = this.nextAt;
    const patient = this.#seated.pop()!;
    this.#planNext(patients);
    if (this.#head !== NOBODY) {
      const entering = this.#head;
      this.#head = patients.next[entering]!;
      if (this.#head === NOBODY) this.#tail = NOBODY;
      this.#sit(entering, t, patients);
    }
    return patient;
  }

  #sit(patient: number, t: number, patients: Patients): void {
    const end = t + Math.max(0, at(this.#time, patients.preparationDraw[patient]!));
    patients.preparedFrom[patient] = t;
    patients.ready[patient] = end;
    const seated = this.#seated;
    let place = seated.length;
    seated.push(patient);
    while (place > 0 && patients.ready[seated[place - 1]!]! <= end) {
      seated[place] = seated[place - 1]!;
      place--;
    }
    seated[place] = patient;
    this.#planNext(patients);
  }

  #planNext(patients: Patients): void {
    const last = this.#seated[this.#seated.length - 1];
    this.nextAt = last === undefined ? Number.POSITIVE_INFINITY : patients.ready[last]!;
  }
}
