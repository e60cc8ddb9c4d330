/** One replication of one island: its sites day by day, what crosses between them at night, and the books. */
import { ANSWER } from './access.ts';
import { packCounts } from './counts.ts';
import { Patients, STATE } from './patients.ts';
import type { FlowPlan, IslandPlan, Plan } from './plan.ts';
import type { PassageRecord, RecordSink } from './record.ts';
import { SiteRun } from './site-run.ts';
import { OUTCOME, OUTCOMES, ROUTE_PASSED_ON, ROUTE_RECEIVED } from './tally.ts';

const DAY = 86_400;

/** Requests of a route not yet ended when the run is. */
export interface RouteStock {
  booked: number;
  waiting: number;
  inRoom: number;
}

/** What one replication leaves of one island. */
export interface IslandOutcome {
  /** Sums over the whole run (see `tally.ts`). */
  readonly tally: Float64Array;
  /** The tally at the end of week k × `snapshotWeeks`, k = 1, 2, … up to half of the run, packed (see `counts.ts`). */
  readonly snapshots: readonly Uint8Array[];
  /** Sum and number of first-available probes of each week, by route. */
  readonly series: readonly Float64Array[];
  /** Requests booked and not yet come due at the end of each week, by route. */
  readonly bookedAhead: readonly Float64Array[];
  readonly stock: readonly RouteStock[];
}

export interface RunOptions {
  readonly seed: string;
  readonly replication: number;
  /** Weeks between two copies of the tally; 0 = none. */
  readonly snapshotWeeks: number;
  readonly record: RecordSink | null;
  /** Called after each week played, with the number of sites that played it. */
  readonly onWeek?: ((sites: number) => void) | null;
}

class IslandRun {
  readonly #plan: Plan;
  readonly #island: IslandPlan;
  readonly #options: RunOptions;
  readonly #patients: Patients;
  readonly #tally: Float64Array;
  readonly #series: readonly Float64Array[];
  readonly #bookedAhead: readonly Float64Array[];
  readonly #sites: readonly SiteRun[];
  /** Today's requests that the site asked first did not keep, and what it answered. */
  readonly #passed: number[] = [];
  readonly #answers: number[] = [];
  /** By route. */
  readonly #nearness: Float64Array;
  readonly #siteOf: Int32Array;
  readonly #booked: Int32Array;
  readonly #deviceIds: readonly string[];

  constructor(plan: Plan, island: IslandPlan, options: RunOptions, patients: Patients) {
    this.#plan = plan;
    this.#island = island;
    this.#options = options;
    this.#patients = patients;
    this.#tally = new Float64Array(island.layout.size);
    this.#series = island.routes.map(
      (route) => new Float64Array(route.rules.length === 0 ? 0 : 2 * plan.weeks),
    );
    this.#bookedAhead = island.routes.map(
      (route) => new Float64Array(route.rules.length === 0 ? 0 : plan.weeks),
    );
    this.#deviceIds = island.sites.flatMap((site) =>
      site.rooms.flatMap((room) => room.devices.map((device) => device.id)),
    );
    this.#nearness = Float64Array.from(island.routes, (route) => route.nearness);
    this.#siteOf = Int32Array.from(island.routes, (route) => route.site);
    this.#booked = new Int32Array(island.routes.length);
    const seed = `${options.seed}/${options.replication}`;
    const events = {
      ended: (patient: number, outcome: number, reported: number) => this.#ended(patient, outcome, reported),
      passOn: (patient: number, answer: number) => {
        const { nearestElsewhere } = island.flows[this.#patients.flow[patient]!]!;
        // Every other site is too far for this patient, whatever the day.
        if (this.#patients.acceptDraw[patient]! >= nearestElsewhere) this.#keep(patient, answer);
        else {
          this.#passed.push(patient);
          this.#answers.push(answer);
        }
      },
    };
    this.#sites = island.sites.map(
      (site) => new SiteRun(plan, island, site, this.#patients, this.#tally, this.#series, events, seed),
    );
    for (const site of this.#sites) site.access.fillBacklog(seed);
  }

  run(): IslandOutcome {
    const { weeks } = this.#plan;
    const { snapshotWeeks, onWeek } = this.#options;
    const snapshots: Uint8Array[] = [];
    for (let week = 0; week < weeks; week++) {
      for (let day = week * 7; day < week * 7 + 7; day++) {
        for (const site of this.#sites) site.playDay(day);
        if (this.#passed.length > 0) this.#exchange(day);
      }
      this.#countBookedAhead(week);
      for (const site of this.#sites) site.access.closeWeek(week);
      const done = week + 1;
      if (snapshotWeeks > 0 && done % snapshotWeeks === 0 && done <= Math.max(weeks / 2, snapshotWeeks)) {
        for (const site of this.#sites) site.access.countProbes();
        snapshots.push(packCounts(this.#tally));
      }
      onWeek?.(this.#sites.length);
    }
    for (const site of this.#sites) {
      site.access.countProbes();
      site.settle(weeks * 7 * DAY);
    }
    return {
      tally: this.#tally,
      snapshots,
      series: this.#series,
      bookedAhead: this.#bookedAhead,
      stock: this.#takeStock(),
    };
  }

  #countBookedAhead(week: number): void {
    const { route, state } = this.#patients;
    const booked = this.#booked.fill(0);
    this.#patients.forEachAlive((patient) => {
      if (state[patient] === STATE.booked) booked[route[patient]!]! += 1;
    });
    for (let k = 0; k < booked.length; k++) if (booked[k]! > 0) this.#bookedAhead[k]![week] = booked[k]!;
  }

  /** Night: requests declined at one site are offered the next of their list, in order of time, flow and number. */
  #exchange(day: number): void {
    const patients = this.#patients;
    const { flows } = this.#island;
    const passed = this.#passed;
    const count = passed.length;
    // Second of the day, flow and rank of a request in one whole number; a flow's requests were passed in order of number.
    const order = new Float64Array(count);
    for (let rank = 0; rank < count; rank++) {
      const patient = passed[rank]!;
      const second = patients.requested[patient]! - day * DAY;
      order[rank] = (second * flows.length + patients.flow[patient]!) * count + rank;
    }
    order.sort();
    for (let k = 0; k < count; k++) {
      const rank = order[k]! % count;
      const patient = passed[rank]!;
      const plan = flows[patients.flow[patient]!]!;
      this.#offerElsewhere(patient, plan, this.#answers[rank]!, Math.max(day + 1, day + plan.flow.leadDays));
    }
    passed.length = 0;
    this.#answers.length = 0;
  }

  #offerElsewhere(patient: number, plan: FlowPlan, firstAnswer: number, fromDay: number): void {
    const patients = this.#patients;
    const { routes } = plan;
    const home = routes[0]!;
    const draw = patients.acceptDraw[patient]!;
    const earliest = plan.flow.offer === 'earliest';
    const others = earliest ? this.#byEarliest(patient, routes, fromDay) : routes;
    const first = earliest ? 0 : 1;
    let answer = firstAnswer;
    for (let k = first; k < others.length; k++) {
      const route = others[k]!;
      if (draw >= this.#nearness[route]!) continue;
      answer = this.#sites[this.#siteOf[route]!]!.access.offer(patient, route, fromDay);
      if (answer !== ANSWER.booked) continue;
      if (route !== home) {
        this.#count(home, ROUTE_PASSED_ON);
        this.#count(route, ROUTE_RECEIVED);
      }
      return;
    }
    patients.route[patient] = home;
    this.#keep(patient, answer);
  }

  /** A request that no site gives an appointment ends where it was made. */
  #keep(patient: number, answer: number): void {
    this.#ended(patient, answer === ANSWER.declined ? OUTCOME.declined : OUTCOME.refused, -1);
  }

  /** The one route with the earliest place, ties to the first of the list; all when none has any. */
  #byEarliest(patient: number, routes: readonly number[], fromDay: number): readonly number[] {
    let best = -1;
    let bestDay = Number.POSITIVE_INFINITY;
    for (const route of routes) {
      const day = this.#sites[this.#island.routes[route]!.site]!.access.firstDayFor(patient, route, fromDay);
      if (day >= 0 && day < bestDay) {
        best = route;
        bestDay = day;
      }
    }
    return best < 0 ? routes : [best];
  }

  #count(route: number, counter: number): void {
    this.#tally[this.#island.layout.routeCounters[route]! + counter]! += 1;
  }

  #ended(patient: number, outcome: number, reported: number): void {
    const patients = this.#patients;
    if (outcome !== OUTCOME.done) this.#count(patients.route[patient]!, outcome);
    this.#options.record?.(this.#recordOf(patient, OUTCOMES[outcome]!, reported));
    patients.release(patient);
  }

  #takeStock(): RouteStock[] {
    const patients = this.#patients;
    const stock = this.#island.routes.map(() => ({ booked: 0, waiting: 0, inRoom: 0 }));
    patients.forEachAlive((patient) => {
      const state = patients.state[patient]!;
      const mine = stock[patients.route[patient]!]!;
      if (state === STATE.reading) {
        this.#options.record?.(this.#recordOf(patient, 'done', -1));
        return;
      }
      if (state === STATE.inRoom) mine.inRoom++;
      else if (state === STATE.booked) mine.booked++;
      else mine.waiting++;
      const name = state === STATE.inRoom ? 'in-room' : state === STATE.booked ? 'booked' : 'waiting';
      this.#options.record?.(this.#recordOf(patient, name, -1));
    });
    return stock;
  }

  #recordOf(patient: number, outcome: PassageRecord['outcome'], reported: number): PassageRecord {
    const patients = this.#patients;
    const plan = this.#island.flows[patients.flow[patient]!]!;
    const route = this.#island.routes[patients.route[patient]!]!;
    const site = this.#island.sites[route.site]!;
    const requested = patients.requested[patient]!;
    const device = patients.device[patient]!;
    const vacation = patients.vacation[patient]!;
    const known = (value: number) => (value < 0 ? null : value);
    const roomIn = known(patients.roomIn[patient]!);
    const prepStart = known(patients.preparedFrom[patient]!);
    return {
      replication: this.#options.replication,
      week: Math.max(0, Math.floor(requested / (7 * DAY))),
      site: site.site.id,
      device: device < 0 ? null : this.#deviceIds[device]!,
      modality: plan.flow.modality,
      flow: plan.flow.id,
      class: plan.flow.class,
      examType: plan.exams[patients.exam[patient]!]!.exam.id,
      requested,
      offeredDate: known(patients.offeredDay[patient]!),
      appointment: known(patients.appointment[patient]!),
      position: known(patients.unit[patient]!),
      arrival: known(patients.arrival[patient]!),
      prepStart,
      prepEnd: prepStart === null ? null : patients.ready[patient]!,
      roomIn,
      roomOut: roomIn === null ? null : known(patients.roomOut[patient]!),
      reported: known(reported),
      outcome,
      vacation: vacation < 0 ? null : site.vacations[vacation]!.type,
    };
  }
}

/**
 * Plays one replication of an island. The same plan, seed and replication number give the same numbers, always.
 * @param patients columns to work in, emptied first: islands played in turn share them.
 */
export function runIsland(
  plan: Plan,
  island: IslandPlan,
  options: RunOptions,
  patients: Patients = new Patients(),
): IslandOutcome {
  patients.empty();
  return new IslandRun(plan, island, options, patients).run();
}
