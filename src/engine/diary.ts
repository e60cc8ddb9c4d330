/**
 * The booking diary of a site: looks for places, books them, gives them back (rules M3.2 to M3.4, M3.8, M3.10).
 */
import { DiaryRows } from './diary-rows.ts';
import type { Patients } from './patients.ts';
import { type BookingRule, GRID_SECONDS, type VacationPlan } from './plan.ts';

const DAY = 86_400;
export const PUBLIC = -1;
export const OVERBOOKED = -2;

export class Diary extends DiaryRows {
  /** The place found by `find`. */
  foundRow = -1;
  foundUnit = 0;
  foundDay = 0;
  foundReserve = PUBLIC;
  foundStart = 0;

  /**
   * `find` for one searcher that always asks for the same rule and never for an earlier day than before: days it
   * has found full are not looked at again until a place comes free in them.
   */
  findNext(searcher: number, rule: BookingRule, fromDay: number, toDay: number, now: number): boolean {
    const known = this.noneBefore[searcher]!;
    const found = this.find(rule, fromDay > known ? fromDay : known, toDay, now);
    this.noneBefore[searcher] = found ? this.foundDay : toDay + 1;
    return found;
  }

  /**
   * Looks for the earliest place a rule may take from `fromDay` to `toDay`, starting after `now` (rule M3.3). True
   * when found: day, row, place, reserve and start are left in the `found…` fields, nothing is booked.
   */
  find(rule: BookingRule, fromDay: number, toDay: number, now: number): boolean {
    const lastDay = Math.min(toDay, this.madeUpTo - 1);
    for (let day = fromDay; day <= lastDay; day++) {
      const first = (day % this.days) * this.rowsADay;
      let best = Number.POSITIVE_INFINITY;
      let bestReserved = false;
      for (let row = first; row < first + this.rowsADay; row++) {
        const index = this.vacation[row]!;
        if (index < 0) continue;
        const units = rule.units[index]!;
        if (units === 0 || this.free[row]! < units) continue;
        const reserve = this.#poolFor(row, rule.reserve[index]!, units);
        if (reserve === OVERBOOKED || (bestReserved && reserve < 0)) continue;
        const vacation = this.site.vacations[index]!;
        const start = day * DAY + vacation.fromSeconds;
        if (start >= best && (bestReserved || reserve < 0)) continue;
        const unit = this.#findRun(row, vacation, units, start, now);
        if (unit < 0) continue;
        const at = start + offsetOf(vacation, unit);
        if (at >= best && bestReserved === reserve >= 0) continue;
        best = at;
        bestReserved = reserve >= 0;
        this.foundRow = row;
        this.foundUnit = unit;
        this.foundReserve = reserve;
      }
      if (best < Number.POSITIVE_INFINITY) {
        this.foundDay = day;
        this.foundStart = best;
        return true;
      }
    }
    return false;
  }

  /** Which minutes of a row a request may take: its reserve, the public ones, or (as `OVERBOOKED`) none. */
  #poolFor(row: number, reserve: number, units: number): number {
    const open = this.open[row]!;
    if (reserve >= 0 && (this.released[row]! & (1 << reserve)) === 0) {
      const plan = this.vacationOf(row)!.reserves[reserve]!;
      if (plan.nested) return open + plan.units >= units ? PUBLIC : OVERBOOKED;
      if (this.reserveLeft[row * this.reservesMost + reserve]! >= units) return reserve;
    }
    return open >= units ? PUBLIC : OVERBOOKED;
  }

  /** First place of a row with `units` free in a row, starting after `now`; −1 when there is none. */
  #findRun(row: number, vacation: VacationPlan, units: number, start: number, now: number): number {
    const base = row * this.stride;
    const size = vacation.units;
    let earliest = 0;
    if (start < now) {
      if (vacation.appointments === null) earliest = Math.ceil((now - start) / GRID_SECONDS);
      else while (earliest < size && start + vacation.appointments[earliest]! < now) earliest++;
    }
    let unit = this.firstFree[row]!;
    while (unit + units <= size) {
      const length = this.taken[base + unit]!;
      if (length > 0) {
        unit += length;
        continue;
      }
      const from = unit > earliest ? unit : earliest;
      const until = from + units;
      if (until > size) return -1;
      let end = unit;
      while (end < until && this.taken[base + end] === 0) end++;
      if (end === until) return from;
      unit = end;
    }
    return -1;
  }

  /** Books the place found for a patient. */
  bookFound(patient: number, rule: BookingRule, patients: Patients): void {
    const row = this.foundRow;
    const index = this.vacation[row]!;
    const vacation = this.site.vacations[index]!;
    const reserve = this.foundReserve;
    if (reserve === OVERBOOKED) this.overbooked[row]! += 1;
    else this.#occupy(row, this.foundUnit, rule.units[index]!, reserve);
    patients.row[patient] = row;
    patients.unit[patient] = this.foundUnit;
    patients.units[patient] = rule.units[index]!;
    patients.reserve[patient] = reserve;
    patients.appointment[patient] = this.foundStart;
    patients.vacationStart[patient] = this.foundDay * DAY + vacation.fromSeconds;
    patients.vacation[patient] = index;
    patients.slot[patient] = rule.slotSeconds[index]!;
    const second = this.head[row]!;
    patients.next[patient] = second;
    patients.previous[patient] = -1;
    if (second >= 0) patients.previous[second] = patient;
    this.head[row] = patient;
  }

  #occupy(row: number, unit: number, units: number, reserve: number): void {
    this.taken[row * this.stride + unit] = units;
    this.free[row]! -= units;
    if (reserve >= 0) this.reserveLeft[row * this.reservesMost + reserve]! -= units;
    else this.open[row]! -= units;
    if (unit === this.firstFree[row]) this.firstFree[row] = unit + units;
  }

  /**
   * Looks for the earliest eligible vacation with fewer than `most` extra patients (rule M3.8); true when found, and
   * then `bookFound` takes it; else what `find` found still stands. The caller asks only about days on which `find`
   * found no place, and, as for `findNext`, never for an earlier day than before.
   */
  findOverbooked(
    searcher: number,
    rule: BookingRule,
    fromDay: number,
    toDay: number,
    now: number,
    most: number,
  ): boolean {
    const known = this.noExtraBefore[searcher]!;
    const firstDay = fromDay > known ? fromDay : known;
    const lastDay = Math.min(toDay, this.madeUpTo - 1);
    for (let day = firstDay; day <= lastDay; day++) {
      const first = this.rowsOf(day);
      for (let row = first; row < first + this.rowsADay; row++) {
        const index = this.vacation[row]!;
        if (index < 0 || rule.units[index] === 0 || this.overbooked[row]! >= most) continue;
        const vacation = this.site.vacations[index]!;
        const unit = Math.floor(((this.overbooked[row]! + 0.5) / most) * vacation.units);
        const start = day * DAY + vacation.fromSeconds + offsetOf(vacation, unit);
        if (start < now) continue;
        this.foundRow = row;
        this.foundUnit = unit;
        this.foundDay = day;
        this.foundStart = start;
        this.foundReserve = OVERBOOKED;
        this.noExtraBefore[searcher] = day;
        return true;
      }
    }
    if (lastDay >= firstDay) this.noExtraBefore[searcher] = lastDay + 1;
    return false;
  }

  /** Unlinks a booked patient; when `reuse`, the place is free again. */
  leave(patient: number, reuse: boolean, patients: Patients): void {
    const row = patients.row[patient]!;
    const before = patients.previous[patient]!;
    const after = patients.next[patient]!;
    if (before >= 0) patients.next[before] = after;
    else this.head[row] = after;
    if (after >= 0) patients.previous[after] = before;
    const reserve = patients.reserve[patient]!;
    if (!reuse || this.vacation[row]! < 0) return;
    this.openAgain(Math.floor(patients.vacationStart[patient]! / DAY));
    if (reserve === OVERBOOKED) {
      this.overbooked[row]!--;
      return;
    }
    const unit = patients.unit[patient]!;
    const units = patients.units[patient]!;
    this.taken[row * this.stride + unit] = 0;
    this.free[row]! += units;
    if (reserve >= 0 && (this.released[row]! & (1 << reserve)) === 0)
      this.reserveLeft[row * this.reservesMost + reserve]! += units;
    else this.open[row]! += units;
    if (unit < this.firstFree[row]!) this.firstFree[row] = unit;
  }

  /**
   * Day of the n-th place a rule could take (n = 1: first available, 3: third next available), nothing booked;
   * −1 when there are not so many by `toDay`.
   */
  dayOfNthPlace(rule: BookingRule, n: number, fromDay: number, toDay: number, now: number): number {
    let left = n;
    for (let day = fromDay; day <= Math.min(toDay, this.madeUpTo - 1); day++) {
      const first = this.rowsOf(day);
      for (let row = first; row < first + this.rowsADay; row++) {
        const index = this.vacation[row]!;
        if (index < 0) continue;
        const units = rule.units[index]!;
        if (units === 0 || this.free[row]! < units) continue;
        left -= this.#countPlaces(
          row,
          this.site.vacations[index]!,
          rule.reserve[index]!,
          units,
          day * DAY,
          now,
          left,
        );
        if (left <= 0) return day;
      }
    }
    return -1;
  }

  /** Places a request could take in a row, at most `most`. */
  #countPlaces(
    row: number,
    vacation: VacationPlan,
    reserve: number,
    units: number,
    midnight: number,
    now: number,
    most: number,
  ): number {
    const open = this.open[row]!;
    let allowed = Math.floor(open / units);
    if (reserve >= 0 && (this.released[row]! & (1 << reserve)) === 0) {
      const plan = vacation.reserves[reserve]!;
      if (plan.nested) allowed = Math.floor((open + plan.units) / units);
      else
        allowed =
          Math.max(0, allowed) + Math.floor(this.reserveLeft[row * this.reservesMost + reserve]! / units);
    }
    const limit = Math.min(most, allowed);
    if (limit <= 0) return 0;
    const start = midnight + vacation.fromSeconds;
    const base = row * this.stride;
    let count = 0;
    let run = 0;
    for (let unit = this.firstFree[row]!; unit < vacation.units && count < limit; ) {
      const length = this.taken[base + unit]!;
      if (length > 0) {
        unit += length;
        run = 0;
        continue;
      }
      if (start >= now || start + offsetOf(vacation, unit) >= now) {
        if (++run === units) {
          count++;
          run = 0;
        }
      }
      unit++;
    }
    return count;
  }
}

/** Seconds from a vacation's start to one of its places. */
export function offsetOf(vacation: VacationPlan, unit: number): number {
  return vacation.appointments === null ? unit * GRID_SECONDS : vacation.appointments[unit]!;
}
