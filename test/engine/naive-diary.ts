/**
 * A diary kept the slow way: every vacation of every day as a list of bookings, every question answered by trying all
 * places one by one, straight from the rules M3.2 to M3.4 and M3.8. The engine's diary must answer the same.
 */
const DAY = 86_400;
const GRID = 300;

export interface NaiveReserve {
  readonly units: number;
  readonly nested: boolean;
  /** −1 = never. */
  readonly releaseDays: number;
}

export interface NaiveVacation {
  readonly fromSeconds: number;
  readonly units: number;
  readonly appointments: readonly number[] | null;
  readonly reserves: readonly NaiveReserve[];
}

/** What a request may book in the vacation at a position of a day's list. */
export interface NaiveRule {
  /** Places needed, 0 = not eligible. */
  units(day: number, index: number): number;
  /** Reserve it may draw on, −1 = none. */
  reserve(day: number, index: number): number;
}

export interface NaivePlace {
  readonly day: number;
  /** Position of the vacation in the day's list. */
  readonly vacation: number;
  readonly unit: number;
  readonly start: number;
  /** Reserve whose minutes are used, −1 = public. */
  readonly from: number;
}

interface Booking {
  readonly id: number;
  readonly unit: number;
  readonly units: number;
  readonly from: number;
}

export class NaiveDiary {
  readonly #vacations: readonly (readonly NaiveVacation[])[];
  readonly #bookings = new Map<string, Booking[]>();
  today = 0;

  /** @param vacations those of each day of the week, by start. */
  constructor(vacations: readonly (readonly NaiveVacation[])[]) {
    this.#vacations = vacations;
  }

  #at(day: number, vacation: number): Booking[] {
    const key = `${day}/${vacation}`;
    const known = this.#bookings.get(key);
    if (known !== undefined) return known;
    const none: Booking[] = [];
    this.#bookings.set(key, none);
    return none;
  }

  #isReleased(reserve: NaiveReserve, day: number): boolean {
    return reserve.releaseDays >= 0 && day - this.today <= reserve.releaseDays;
  }

  /** Minutes, in units, that a request may still use: of its reserve, and of the public. */
  #allowed(day: number, index: number, reserve: number): { readonly own: number; readonly open: number } {
    const vacation = this.#vacations[day % 7]![index]!;
    const booked = this.#at(day, index);
    const used = (from: number) =>
      booked.filter((one) => one.from === from).reduce((sum, { units }) => sum + units, 0);
    const total = booked.reduce((sum, { units }) => sum + units, 0);
    let open = vacation.units - total;
    let own = 0;
    vacation.reserves.forEach((one, rank) => {
      if (this.#isReleased(one, day)) return;
      if (one.nested) {
        if (rank !== reserve) open -= one.units;
        return;
      }
      open -= one.units - used(rank);
      if (rank === reserve) own = one.units - used(rank);
    });
    return { own, open };
  }

  #isFree(day: number, index: number, unit: number, units: number): boolean {
    const vacation = this.#vacations[day % 7]![index]!;
    if (unit + units > vacation.units) return false;
    return this.#at(day, index).every((one) => one.unit >= unit + units || one.unit + one.units <= unit);
  }

  #startOf(day: number, index: number, unit: number): number {
    const { fromSeconds, appointments } = this.#vacations[day % 7]![index]!;
    return day * DAY + fromSeconds + (appointments?.[unit] ?? unit * GRID);
  }

  /** The earliest place: earliest day, own reserved minutes before public ones, then the earliest start. */
  find(rule: NaiveRule, fromDay: number, toDay: number, now: number): NaivePlace | null {
    for (let day = fromDay; day <= toDay; day++) {
      const places: NaivePlace[] = [];
      this.#vacations[day % 7]!.forEach((vacation, index) => {
        const units = rule.units(day, index);
        const reserve = rule.reserve(day, index);
        if (units === 0) return;
        const { own, open } = this.#allowed(day, index, reserve);
        const from = own >= units ? reserve : open >= units ? -1 : null;
        if (from === null) return;
        for (let unit = 0; unit < vacation.units; unit++) {
          const start = this.#startOf(day, index, unit);
          if (start >= now && this.#isFree(day, index, unit, units))
            places.push({ day, vacation: index, unit, start, from });
        }
      });
      places.sort(
        (a, b) => Number(b.from >= 0) - Number(a.from >= 0) || a.start - b.start || a.vacation - b.vacation,
      );
      if (places.length > 0) return places[0]!;
    }
    return null;
  }

  book(id: number, place: NaivePlace, units: number): void {
    this.#at(place.day, place.vacation).push({ id, unit: place.unit, units, from: place.from });
  }

  leave(id: number): void {
    for (const list of this.#bookings.values()) {
      const index = list.findIndex((one) => one.id === id);
      if (index >= 0) list.splice(index, 1);
    }
  }
  /** Day of the n-th place, found by booking n times and taking all back. */
  dayOfNthPlace(rule: NaiveRule, n: number, fromDay: number, toDay: number, now: number): number {
    let day = -1;
    const ids: number[] = [];
    for (let k = 0; k < n; k++) {
      const place = this.find(rule, fromDay, toDay, now);
      day = place === null ? -1 : place.day;
      if (place === null) break;
      ids.push(-1 - k);
      this.book(-1 - k, place, rule.units(place.day, place.vacation));
    }
    for (const id of ids) this.leave(id);
    return day;
  }
}
