/** A site's secretariat: probes, offers, bookings, cancellations, rebooking, for one island's flows (rules M3). */
import { BACKLOG, Demand } from './demand.ts';
import { Diary } from './diary.ts';
import { type Patients, STATE } from './patients.ts';
import type { BookingRule, FlowPlan, IslandPlan, Plan, SitePlan } from './plan.ts';
import { ROUTE_BACKLOG, ROUTE_REBOOKED, ROUTE_REQUESTED, ROUTE_WITHIN_TARGET } from './tally.ts';

const DAY = 86_400;
const PLENTY = 1_000_000;

/** What came of an offer. */
export const ANSWER = { booked: 0, declined: 1, refused: 2 } as const;

/** Routes and exams whose rule is the same are probed once. */
interface Probe {
  readonly rule: BookingRule;
  readonly leadDays: number;
  readonly horizonDays: number;
  /** Places of its counts in the tally, each once. */
  readonly places: { readonly first: number; readonly third: number }[];
  /** Routes by which it counts, one an exam. */
  readonly routes: number[];
  /** By delay in days, since they were last taken into the tally. */
  readonly first: Float64Array;
  readonly third: Float64Array;
  /** Sum and number of this week's first available. */
  sum: number;
  count: number;
}

function newProbe(rule: BookingRule, leadDays: number, horizonDays: number): Probe {
  const first = new Float64Array(horizonDays + 2);
  const third = new Float64Array(horizonDays + 2);
  return { rule, leadDays, horizonDays, places: [], routes: [], first, third, sum: 0, count: 0 };
}

export class Access {
  readonly diary: Diary;
  readonly demands: readonly Demand[];
  /** Next request of each demand. */
  readonly #askedAt: Float64Array;
  readonly #site: SitePlan;
  readonly #plan: Plan;
  readonly #island: IslandPlan;
  readonly #patients: Patients;
  readonly #tally: Float64Array;
  /** Sum and number of first-available probes of each week, by route. */
  readonly #series: readonly Float64Array[];
  readonly #probes: readonly Probe[];
  readonly #due: { readonly at: number; readonly probe: Probe }[] = [];
  readonly #cancelling: number[][];

  constructor(
    plan: Plan,
    island: IslandPlan,
    site: SitePlan,
    patients: Patients,
    tally: Float64Array,
    series: readonly Float64Array[],
    seed: string,
  ) {
    this.#plan = plan;
    this.#island = island;
    this.#site = site;
    this.#patients = patients;
    this.#tally = tally;
    this.#series = series;
    this.diary = new Diary(site, plan, island.horizonDays, island.bySite[site.index]!.searchers);
    this.demands = this.#homeFlows().map((flow) => this.#demand(flow, '', seed));
    this.#askedAt = Float64Array.from(this.demands, (demand) => demand.nextAt);
    this.#probes = this.#planProbes();
    this.#cancelling = Array.from({ length: island.horizonDays + 4 }, () => []);
  }

  #homeFlows(): FlowPlan[] {
    return this.#island.bySite[this.#site.index]!.homeFlows.filter(({ flow }) => !flow.walkIn);
  }

  #demand(flow: FlowPlan, part: string, seed: string): Demand {
    return new Demand(this.#plan, flow, flow.routes[0]!, 1, part, seed);
  }

  #planProbes(): Probe[] {
    const probes = new Map<string, Probe>();
    const rules = new Map<BookingRule, number>();
    for (const route of this.#island.bySite[this.#site.index]!.routes) {
      const { flow } = this.#island.flows[route.flow]!;
      const offsets = this.#island.layout.routes[route.index]!;
      route.rules.forEach((rule, exam) => {
        if (!rules.has(rule)) rules.set(rule, rules.size);
        const key = `${rules.get(rule)}|${flow.leadDays}|${flow.horizonDays}`;
        const probe = probes.get(key) ?? newProbe(rule, flow.leadDays, flow.horizonDays);
        const { first, third } = offsets.exams[exam]!;
        if (!probe.places.some((place) => place.first === first)) probe.places.push({ first, third });
        probe.routes.push(route.index);
        probes.set(key, probe);
      });
    }
    return [...probes.values()];
  }

  /** Today's probes, at the opening of the first eligible vacation that takes place. */
  #planDay(day: number): void {
    const due = this.#due;
    due.length = 0;
    for (const probe of this.#probes) {
      const at = this.diary.opensAt(probe.rule, day);
      if (at < Number.POSITIVE_INFINITY) due.push({ at, probe });
    }
    if (due.length > 1) due.sort((a, b) => a.at - b.at);
  }

  /** Books the initial backlog, flow by flow (rule M3.9); `booked` hears of each patient. */
  fillBacklog(seed: string): void {
    this.diary.openDay(0);
    const patients = this.#patients;
    for (const flow of this.#homeFlows()) {
      const { backlog, horizonDays } = flow.flow;
      if (backlog.kind === 'patients' && backlog.n === 0) continue;
      const demand = this.#demand(flow, BACKLOG, seed);
      const route = this.#island.routes[demand.route]!;
      const most = backlog.kind === 'patients' ? backlog.n : PLENTY;
      for (let n = 0; n < most; n++) {
        const patient = demand.take(patients);
        patients.requested[patient] = -1;
        const rule = route.rules[patients.exam[patient]!]!;
        const found = this.diary.find(rule, 0, horizonDays, 0);
        if (!found || (backlog.kind === 'delay' && this.diary.foundDay >= backlog.days)) {
          patients.release(patient);
          break;
        }
        patients.offeredDay[patient] = this.diary.foundDay;
        this.#tally[this.#island.layout.routeCounters[route.index]! + ROUTE_BACKLOG]! += 1;
        this.#book(patient, rule, 0, this.diary.foundDay);
      }
    }
  }

  /** Morning: the diary opens one more day, reserves due are released, closures announced today empty their days. */
  openDay(day: number, rebook: (patient: number) => void): void {
    this.diary.openDay(day);
    for (const [deviceId, spans] of this.#plan.closures)
      for (const span of spans)
        if (day === Math.max(0, span.knownFrom))
          this.#emptyDays(deviceId, Math.max(day, span.from), span.to, rebook);
  }

  #emptyDays(deviceId: string, from: number, to: number, rebook: (patient: number) => void): void {
    const { diary } = this;
    const patients = this.#patients;
    for (let day = from; day < Math.min(to, diary.madeUpTo); day++) {
      const first = diary.rowsOf(day);
      for (let row = first; row < first + diary.rowsADay; row++) {
        if (diary.vacationOf(row)?.deviceId !== deviceId) continue;
        diary.close(row);
        for (let patient = diary.head[row]!; patient >= 0; patient = diary.head[row]!) {
          diary.leave(patient, false, patients);
          rebook(patient);
        }
      }
    }
  }

  /** Patients who cancel today leave their places; `cancelled` hears of each. */
  cancelDue(day: number, cancelled: (patient: number) => void): void {
    const patients = this.#patients;
    const due = this.#cancelling[day % this.#cancelling.length]!;
    for (const patient of due) {
      if (patients.cancelDay[patient] !== day || patients.state[patient] !== STATE.booked) continue;
      this.diary.leave(patient, true, patients);
      cancelled(patient);
    }
    due.length = 0;
  }

  /**
   * The day's requests in time order, each given to `asked`, with the first-available probes at opening (rule M3.10).
   */
  playDay(day: number, asked: (patient: number, demand: Demand) => void): void {
    const midnight = (day + 1) * DAY;
    this.#planDay(day);
    const probes = this.#due;
    const askedAt = this.#askedAt;
    let probe = 0;
    for (;;) {
      let who = -1;
      let at = midnight;
      for (let k = 0; k < askedAt.length; k++) {
        if (askedAt[k]! < at) {
          who = k;
          at = askedAt[k]!;
        }
      }
      while (probe < probes.length && probes[probe]!.at <= at) {
        const due = probes[probe++]!;
        this.#probe(due.probe, day, due.at);
      }
      if (who < 0) return;
      const next = this.demands[who]!;
      const patient = next.take(this.#patients);
      askedAt[who] = next.nextAt;
      this.#tally[this.#island.layout.routeCounters[next.route]! + ROUTE_REQUESTED]! += 1;
      asked(patient, next);
    }
  }

  #probe(probe: Probe, day: number, now: number): void {
    const from = day + probe.leadDays;
    const to = day + probe.horizonDays;
    const firstDay = this.diary.dayOfNthPlace(probe.rule, 1, from, to, now);
    const thirdDay = firstDay < 0 ? -1 : this.diary.dayOfNthPlace(probe.rule, 3, firstDay, to, now);
    const beyond = probe.horizonDays + 1;
    const first = firstDay < 0 ? beyond : firstDay - day;
    const third = thirdDay < 0 ? beyond : thirdDay - day;
    probe.first[first]! += 1;
    probe.third[third]! += 1;
    probe.sum += first;
    probe.count += 1;
  }

  /** End of a week: what its probes found goes to the series of each route. */
  closeWeek(week: number): void {
    for (const probe of this.#probes) {
      for (const route of probe.routes) {
        const series = this.#series[route]!;
        series[2 * week]! += probe.sum;
        series[2 * week + 1]! += probe.count;
      }
      probe.sum = 0;
      probe.count = 0;
    }
  }

  /** Takes what the probes have found since last time into the tally, before it is read. */
  countProbes(): void {
    const tally = this.#tally;
    for (const { places, first, third } of this.#probes) {
      for (let bin = 0; bin < first.length; bin++) {
        const firsts = first[bin]!;
        const thirds = third[bin]!;
        if (firsts === 0 && thirds === 0) continue;
        for (const place of places) {
          tally[place.first + bin]! += firsts;
          tally[place.third + bin]! += thirds;
        }
      }
      first.fill(0);
      third.fill(0);
    }
  }

  /** First day a patient could be offered here from `fromDay` on; −1 when the agenda is closed. */
  firstDayFor(patient: number, route: number, fromDay: number): number {
    const { flow } = this.#island.flows[this.#patients.flow[patient]!]!;
    const rule = this.#island.routes[route]!.rules[this.#patients.exam[patient]!]!;
    const requestDay = Math.floor(this.#patients.requested[patient]! / DAY);
    return this.diary.find(rule, fromDay, requestDay + flow.horizonDays, this.#patients.requested[patient]!)
      ? this.diary.foundDay
      : -1;
  }

  /** Offers the earliest place from `fromDay` on; books it when accepted (rules M3.3 to M3.8). */
  offer(patient: number, routeIndex: number, fromDay: number): number {
    const patients = this.#patients;
    const plan = this.#island.flows[patients.flow[patient]!]!;
    const { flow } = plan;
    const exam = patients.exam[patient]!;
    const { rules, searchers, nearness } = this.#island.routes[routeIndex]!;
    const rule = rules[exam]!;
    const now = patients.requested[patient]!;
    const requestDay = Math.floor(now / DAY);
    const { diary } = this;
    const searcher = searchers[exam]!;
    let found = diary.findNext(searcher, rule, fromDay, requestDay + flow.horizonDays, now);
    if (flow.overbook > 0) {
      const before = found ? diary.foundDay - 1 : requestDay + flow.horizonDays;
      if (diary.findOverbooked(searcher, rule, fromDay, before, now, flow.overbook)) found = true;
    }
    patients.route[patient] = routeIndex;
    if (!found) return ANSWER.refused;
    const delay = Math.floor(diary.foundStart / DAY) - requestDay;
    patients.offeredDay[patient] = requestDay + delay;
    if (plan.accepts !== null) {
      const chance = plan.accepts[delay < plan.accepts.length ? delay : plan.accepts.length - 1]!;
      if (patients.acceptDraw[patient]! >= chance * nearness) return ANSWER.declined;
    }
    const offsets = this.#island.layout.routes[routeIndex]!;
    const bin = delay < offsets.delayBins ? delay : offsets.delayBins - 1;
    this.#tally[offsets.exams[exam]!.access + bin]! += 1;
    if (flow.targetDays !== null && delay <= flow.targetDays)
      this.#tally[offsets.counters + ROUTE_WITHIN_TARGET]! += 1;
    this.#book(patient, rule, requestDay, delay);
    return ANSWER.booked;
  }

  #book(patient: number, rule: BookingRule, requestDay: number, delay: number): void {
    const patients = this.#patients;
    const plan = this.#island.flows[patients.flow[patient]!]!;
    patients.state[patient] = STATE.booked;
    this.diary.bookFound(patient, rule, patients);
    if (plan.noShow !== null) {
      const chance = plan.noShow[delay < plan.noShow.length ? delay : plan.noShow.length - 1]!;
      if (patients.noShowDraw[patient]! < chance) patients.absent[patient] = ABSENT.noShow;
    }
    if (patients.cancelDraw[patient]! >= plan.flow.cancel.probability) return;
    const appointment = patients.appointment[patient]!;
    const day = Math.max(requestDay + 1, Math.floor((appointment - plan.noticeSeconds) / DAY));
    if (day * DAY >= patients.vacationStart[patient]! || day >= Math.floor(appointment / DAY)) {
      patients.absent[patient] = ABSENT.cancelledLate;
      return;
    }
    patients.cancelDay[patient] = day;
    this.#cancelling[day % this.#cancelling.length]!.push(patient);
  }

  /** Gives another appointment to a patient whose vacation could not examine them; false when the agenda is closed. */
  rebook(patient: number, fromDay: number): boolean {
    const patients = this.#patients;
    const route = this.#island.routes[patients.route[patient]!]!;
    const rule = route.rules[patients.exam[patient]!];
    this.#tally[this.#island.layout.routeCounters[route.index]! + ROUTE_REBOOKED]! += 1;
    const { horizonDays } = this.#island.flows[route.flow]!.flow;
    if (rule === undefined || !this.diary.find(rule, fromDay, fromDay + horizonDays, 0)) return false;
    patients.device[patient] = -1;
    patients.preparedFrom[patient] = -1;
    patients.arrival[patient] = -1;
    patients.roomIn[patient] = -1;
    patients.cancelDay[patient] = -1;
    patients.state[patient] = STATE.booked;
    this.diary.bookFound(patient, rule, patients);
    return true;
  }
}

/** Why a booked patient will not come. */
export const ABSENT = { comes: 0, noShow: 1, cancelledLate: 2 } as const;
