/**
 * The pages of a site's diary: one row for each vacation that will take place within the horizon, found by day, reused
 * as days pass. Minutes are counted here; where they are is the diary's matter. Rules M3.1, M3.4.
 */
import type { BookingRule, Plan, SitePlan, VacationPlan } from './plan.ts';

const DAY = 86_400;

export class DiaryRows {
  protected readonly site: SitePlan;
  protected readonly plan: Plan;
  /** Days held, and rows a day. */
  protected readonly days: number;
  readonly rowsADay: number;
  protected readonly stride: number;
  protected readonly reservesMost: number;
  /** Length of the booking that starts at a place, 0 = none. */
  protected readonly taken: Uint8Array;
  protected readonly free: Int32Array;
  /** Free places less those still kept for a reserve. */
  protected readonly open: Int32Array;
  protected readonly reserveLeft: Int32Array;
  protected readonly released: Uint8Array;
  protected readonly firstFree: Int32Array;
  protected readonly overbooked: Int32Array;
  /** Index of the site's vacation of a row, −1 = does not take place. */
  protected readonly vacation: Int32Array;
  /** First patient booked in a row. */
  readonly head: Int32Array;
  /** Days ahead at which reserves may still be released; −1 = none ever is. */
  protected readonly farthestRelease: number;
  /** By searcher: no place before this day, as far as its searches have seen. */
  protected readonly noneBefore: Int32Array;
  /** The same for places that would be overbooked. */
  protected readonly noExtraBefore: Int32Array;
  /** First day not yet in the diary. */
  madeUpTo = 0;

  constructor(site: SitePlan, plan: Plan, horizonDays: number, searchers: number) {
    this.noneBefore = new Int32Array(searchers);
    this.noExtraBefore = new Int32Array(searchers);
    this.site = site;
    this.plan = plan;
    this.days = horizonDays + 3;
    this.rowsADay = Math.max(1, ...site.bookable.map((list) => list.length));
    const bookable = site.bookable.flat();
    this.stride = Math.max(1, ...bookable.map((vacation) => vacation.units));
    this.reservesMost = Math.max(1, ...bookable.map((vacation) => vacation.reserves.length));
    const releases = bookable.flatMap((vacation) => vacation.reserves.map((reserve) => reserve.releaseDays));
    this.farthestRelease = Math.min(this.days - 2, Math.max(-1, ...releases));
    const rows = this.days * this.rowsADay;
    this.taken = new Uint8Array(rows * this.stride);
    this.free = new Int32Array(rows);
    this.open = new Int32Array(rows);
    this.reserveLeft = new Int32Array(rows * this.reservesMost);
    this.released = new Uint8Array(rows);
    this.firstFree = new Int32Array(rows);
    this.overbooked = new Int32Array(rows);
    this.vacation = new Int32Array(rows).fill(-1);
    this.head = new Int32Array(rows).fill(-1);
  }

  /** First row of a day; its rows follow in order of start. */
  rowsOf(day: number): number {
    return (day % this.days) * this.rowsADay;
  }

  vacationOf(row: number): VacationPlan | null {
    const index = this.vacation[row]!;
    return index < 0 ? null : this.site.vacations[index]!;
  }

  /** Morning of a day: opens the diary up to the horizon and releases the reserves due. */
  openDay(today: number): void {
    while (this.madeUpTo < today + this.days - 1) this.#makeDay(this.madeUpTo++, today);
    for (let day = today; day <= today + this.farthestRelease; day++) {
      const first = this.rowsOf(day);
      for (let row = first; row < first + this.rowsADay; row++) this.#releaseDue(row, day, today);
    }
  }

  #makeDay(day: number, today: number): void {
    const kind = this.plan.dayKind[day] ?? day % 7;
    const list = this.site.bookable[kind]!;
    const first = this.rowsOf(day);
    const week = Math.floor(day / 7);
    for (let k = 0; k < this.rowsADay; k++) {
      const row = first + k;
      const vacation = list[k];
      this.head[row] = -1;
      this.overbooked[row] = 0;
      this.firstFree[row] = 0;
      this.released[row] = 0;
      this.vacation[row] = -1;
      if (vacation === undefined || !takesPlace(vacation, week) || this.#closedKnown(vacation, day, today))
        continue;
      this.vacation[row] = vacation.index;
      this.taken.fill(0, row * this.stride, row * this.stride + vacation.units);
      this.free[row] = vacation.units;
      let open = vacation.units;
      vacation.reserves.forEach((reserve, index) => {
        this.reserveLeft[row * this.reservesMost + index] = reserve.units;
        open -= reserve.units;
      });
      this.open[row] = open;
    }
  }

  #closedKnown(vacation: VacationPlan, day: number, today: number): boolean {
    const spans = this.plan.closures.get(vacation.deviceId);
    if (spans === undefined) return false;
    return spans.some((span) => day >= span.from && day < span.to && today >= span.knownFrom);
  }

  /** Opening, on a day, of the first vacation that takes place and that a rule may book; +∞ when there is none. */
  opensAt(rule: BookingRule, day: number): number {
    const first = this.rowsOf(day);
    let at = Number.POSITIVE_INFINITY;
    for (let row = first; row < first + this.rowsADay; row++) {
      const index = this.vacation[row]!;
      if (index >= 0 && rule.units[index]! > 0)
        at = Math.min(at, day * DAY + this.site.vacations[index]!.fromSeconds);
    }
    return at;
  }

  /** Takes a vacation out of the diary (closure announced); its patients stay listed in `head` for rebooking. */
  close(row: number): void {
    this.vacation[row] = -1;
  }

  #releaseDue(row: number, day: number, today: number): void {
    const vacation = this.vacationOf(row);
    if (vacation === null) return;
    const { reserves } = vacation;
    for (let index = 0; index < reserves.length; index++) {
      const reserve = reserves[index]!;
      const bit = 1 << index;
      if (reserve.releaseDays < 0 || day > today + reserve.releaseDays || (this.released[row]! & bit) !== 0)
        continue;
      this.released[row]! |= bit;
      const opened = reserve.nested ? reserve.units : this.reserveLeft[row * this.reservesMost + index]!;
      this.open[row]! += opened;
      if (opened > 0) this.openAgain(day);
    }
  }

  /** Places came free on a day. */
  protected openAgain(day: number): void {
    const { noneBefore, noExtraBefore } = this;
    for (let k = 0; k < noneBefore.length; k++) {
      if (noneBefore[k]! > day) noneBefore[k] = day;
      if (noExtraBefore[k]! > day) noExtraBefore[k] = day;
    }
  }
}

/** True when a vacation that comes back every n weeks, until its last, falls in this one. */
export function takesPlace(vacation: VacationPlan, week: number): boolean {
  return (
    week >= vacation.firstWeek &&
    week <= vacation.lastWeek &&
    (week - vacation.firstWeek) % vacation.everyWeeks === 0
  );
}
