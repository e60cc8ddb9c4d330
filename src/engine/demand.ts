/** Requests of a flow: when the next one comes, and all that is drawn for it at once (rules M2.1, M2.2). */
import type { LoggedRequest } from '../model/scenario.ts';
import { drawReal } from './laws/table.ts';
import { type Patients, STATE } from './patients.ts';
import type { FlowPlan, IslandPlan, Plan, RoomPlan } from './plan.ts';
import { at, isDrawn, type Sampler } from './sampler.ts';
import { StreamSet } from './streams.ts';
import type { WeekStretches } from './week-stretches.ts';

const DAY = 86_400;
const WEEK = 604_800;
const DAYS_A_YEAR = 364;

/** Part of the stream names of patients booked before the run. */
export const BACKLOG = '#backlog';

/** Purposes of draws, each with its stream. */
const GAP = 0;
const EXAM = 1;
const DURATION = 2;
const PREPARATION = 3;
const READ = 4;
const PATIENCE = 5;
const ACCEPT = 6;
const NO_SHOW = 7;
const CANCEL = 8;
const PUNCTUALITY = 9;
const STREAMS = 10;

/** The requests of one flow, or of the part of a walk-in flow that goes to one room. */
export class Demand {
  /** Instant of the next request, whole seconds; +∞ when there is none. */
  nextAt = Number.POSITIVE_INFINITY;
  readonly flow: FlowPlan;
  readonly route: number;
  readonly #plan: Plan;
  readonly #streams = new StreamSet(STREAMS);
  readonly #perWeek: number;
  readonly #meanGap: number;
  readonly #walkIn: boolean;
  readonly #regular: boolean;
  readonly #log: readonly LoggedRequest[] | null;
  readonly #steady: boolean;
  readonly #stretches: WeekStretches;
  #clock = 0;
  #day = 0;
  #stretch = 0;
  #made = 0;

  constructor(plan: Plan, flow: FlowPlan, route: number, share: number, part: string, seed: string) {
    this.flow = flow;
    this.route = route;
    this.#plan = plan;
    const open = (purpose: number, name: string, needed: boolean) => {
      if (needed) this.#streams.open(purpose, seed, 'flow', `${flow.flow.id}${part}`, name);
    };
    const anyDrawn = (samplers: readonly Sampler[]) => samplers.some(isDrawn);
    open(GAP, 'gap', flow.flow.arrivals === 'poisson');
    open(EXAM, 'exam', flow.exams.length > 1);
    open(DURATION, 'duration', anyDrawn(flow.exams.map((exam) => exam.duration)));
    open(ACCEPT, 'accept', flow.accepts !== null);
    open(NO_SHOW, 'no-show', flow.noShow !== null);
    open(CANCEL, 'cancel', flow.flow.cancel.probability > 0);
    open(PUNCTUALITY, 'punctuality', isDrawn(flow.punctuality));
    open(PREPARATION, 'preparation', anyDrawn(flow.preparations));
    open(PATIENCE, 'patience', flow.patience !== null && isDrawn(flow.patience));
    open(READ, 'reading', anyDrawn(flow.readings));
    this.#perWeek = flow.flow.perWeek * share;
    this.#meanGap = WEEK / this.#perWeek;
    this.#walkIn = flow.flow.walkIn;
    this.#regular = flow.flow.arrivals === 'regular';
    this.#log = flow.flow.arrivals === 'log' && part !== BACKLOG ? flow.flow.log : null;
    const { growthPerYear, schoolHolidayFactor } = flow.flow;
    this.#steady = flow.profile.flat && growthPerYear === 0 && schoolHolidayFactor === 1;
    this.#stretches = flow.profile.stretches;
    this.#schedule();
  }

  /** Takes the next request as a patient at `nextAt`, with all its draws, and schedules the one after. */
  take(patients: Patients): number {
    const patient = patients.take();
    const streams = this.#streams;
    const exam = this.#drawExam();
    const sampler = this.flow.exams[exam]!.duration;
    // Drawn even where the exam's length is constant, so that the mix of exams shifts no later draw (M2.2).
    let duration = at(sampler, streams.next(DURATION));
    if (this.#log !== null) duration = this.#log[this.#made]!.durationSeconds ?? duration;
    patients.state[patient] = STATE.asking;
    patients.flow[patient] = this.flow.index;
    patients.route[patient] = this.route;
    patients.exam[patient] = exam;
    patients.number[patient] = this.#made;
    patients.requested[patient] = this.nextAt;
    patients.duration[patient] = duration > 0 ? duration : 0;
    patients.appointment[patient] = -1;
    patients.vacation[patient] = -1;
    patients.device[patient] = -1;
    patients.preparedFrom[patient] = -1;
    patients.arrival[patient] = -1;
    patients.roomIn[patient] = -1;
    patients.roomOut[patient] = -1;
    patients.offeredDay[patient] = -1;
    patients.unit[patient] = -1;
    patients.preparationDraw[patient] = streams.next(PREPARATION);
    patients.readingDraw[patient] = streams.next(READ);
    if (this.flow.patience !== null)
      patients.patience[patient] = at(this.flow.patience, streams.next(PATIENCE));
    if (!this.#walkIn) this.#drawBooking(patient, patients);
    this.#made++;
    this.#schedule();
    return patient;
  }

  #drawExam(): number {
    const { exams } = this.flow;
    let exam = 0;
    if (exams.length > 1) {
      const u = this.#streams.next(EXAM);
      while (exam < exams.length - 1 && u >= exams[exam]!.upTo) exam++;
    }
    if (this.#log === null) return exam;
    const named = exams.findIndex((candidate) => candidate.exam.id === this.#log![this.#made]!.exam);
    return named < 0 ? exam : named;
  }

  /** What only a request for an appointment needs. */
  #drawBooking(patient: number, patients: Patients): void {
    const { flow } = this;
    const streams = this.#streams;
    patients.acceptDraw[patient] = flow.accepts === null ? 0 : streams.next(ACCEPT);
    patients.noShowDraw[patient] = flow.noShow === null ? 1 : streams.next(NO_SHOW);
    patients.cancelDraw[patient] = flow.flow.cancel.probability > 0 ? streams.next(CANCEL) : 1;
    patients.punctuality[patient] = at(flow.punctuality, streams.next(PUNCTUALITY));
    patients.row[patient] = -1;
    patients.absent[patient] = 0;
    patients.cancelDay[patient] = -1;
  }

  #schedule(): void {
    if (this.#log !== null) {
      const request = this.#log[this.#made];
      this.nextAt = request === undefined ? Number.POSITIVE_INFINITY : request.atSeconds;
      return;
    }
    if (this.#perWeek === 0) return;
    const gap = this.#regular
      ? this.#made === 0
        ? 0.5
        : 1
      : drawReal(this.#plan.unitGaps, this.#streams.next(GAP));
    if (this.#steady) this.#clock += gap * this.#meanGap;
    else this.#advance(gap);
    this.nextAt = Math.floor(this.#clock);
  }

  /** Moves the clock on until the cumulated rate has grown by `gap`. */
  #advance(gap: number): void {
    const { dayKind } = this.#plan;
    let left = gap;
    while (this.#day < dayKind.length) {
      const stretches = this.#stretches[dayKind[this.#day]!]!;
      const midnight = this.#day * DAY;
      const factor = this.#factor(this.#day);
      for (; this.#stretch < stretches.length; this.#stretch++) {
        const { from, to, share } = stretches[this.#stretch]!;
        const rate = (this.#perWeek * share * factor) / (to - from);
        const start = Math.max(this.#clock, midnight + from);
        const room = (midnight + to - start) * rate;
        if (left < room) {
          this.#clock = start + left / rate;
          return;
        }
        left -= room;
      }
      this.#day++;
      this.#stretch = 0;
    }
    this.#clock = Number.POSITIVE_INFINITY;
  }

  #factor(day: number): number {
    const { growthPerYear, schoolHolidayFactor } = this.flow.flow;
    const growth = 1 + (growthPerYear * day) / DAYS_A_YEAR;
    const holiday = this.#plan.schoolHoliday[day] === 1 ? schoolHolidayFactor : 1;
    return Math.max(0, growth) * holiday;
  }
}

/** The walk-in requests that come to a room: each flow of its site, or the part of it sent to this room. */
export function walkInDemands(plan: Plan, island: IslandPlan, room: RoomPlan, seed: string): Demand[] {
  return island.bySite[room.site]!.homeFlows.flatMap((flow) => {
    const part = flow.walkInRooms.find((one) => one.room === room.index);
    if (part === undefined) return [];
    const name = flow.walkInRooms.length === 1 ? '' : `@${room.index}`;
    return [new Demand(plan, flow, flow.routes[0]!, part.share, name, seed)];
  });
}
