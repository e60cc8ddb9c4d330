/** What is asked of a week against what it opens: minutes by flow and exam, and the minutes each may use. */
import { mean } from '../engine/laws/moments.ts';
import type { FlowPlan, IslandPlan, RoomPlan, RoutePlan, SitePlan, VacationPlan } from '../engine/plan.ts';
import type { Flow } from '../model/scenario.ts';

const MINUTE = 60;
const GRID_MINUTES = 5;

const WEEK_SECONDS = 604_800;

/** Requests a week of a flow: as stated, or counted over the weeks of the log it follows. */
export function requestsPerWeek({ arrivals, log, perWeek }: Flow): number {
  if (arrivals !== 'log') return perWeek;
  const last = log.at(-1);
  return last === undefined ? 0 : log.length / (Math.floor(last.atSeconds / WEEK_SECONDS) + 1);
}

/** Minutes a week asked by one flow (and exam), and where they may go. */
export interface Load {
  readonly flow: string;
  readonly minutes: number;
  /** By cell or vacation: may be served there. */
  readonly open: readonly boolean[];
}

/** A part of a vacation's bookable minutes: what is open to all, or one of its reserves. */
export interface BookingCell {
  /** Index among the vacations of the site. */
  readonly vacation: number;
  /** −1: open to all. */
  readonly reserve: number;
  /** A week. */
  readonly minutes: number;
}

/** The bookable minutes of a site, vacation by vacation; reserves that are never released stand apart. */
export function bookingCells(site: SitePlan): readonly BookingCell[] {
  return site.vacations
    .filter((vacation) => vacation.books)
    .flatMap((vacation) => {
      const unit =
        vacation.appointments === null
          ? GRID_MINUTES
          : (vacation.toSeconds - vacation.fromSeconds) / MINUTE / vacation.units;
      const kept = vacation.reserves.map((reserve, index) => ({
        vacation: vacation.index,
        reserve: index,
        minutes: reserve.releaseDays < 0 && !reserve.nested ? (reserve.units * unit) / vacation.weeksEach : 0,
      }));
      const whole = (vacation.units * unit) / vacation.weeksEach;
      const open = whole - kept.reduce((sum, { minutes }) => sum + minutes, 0);
      return [{ vacation: vacation.index, reserve: -1, minutes: open }, ...kept];
    });
}

/** Slot minutes a week a booked flow asks of a site, exam by exam. */
export function bookedLoads(
  route: RoutePlan,
  plan: FlowPlan,
  cells: readonly Pick<BookingCell, 'vacation' | 'reserve'>[],
): readonly Load[] {
  return route.rules.map((rule, exam) => {
    const share = plan.exams[exam]!.upTo - (exam === 0 ? 0 : plan.exams[exam - 1]!.upTo);
    const lengths = [...rule.units].filter((units) => units > 0);
    const slot = lengths.length === 0 ? 1 : Math.min(...lengths) * GRID_MINUTES;
    const requests = plan.flow.perWeek * share * (1 - plan.flow.cancel.probability);
    return {
      flow: plan.flow.id,
      minutes: requests * slot,
      open: cells.map(
        (cell) =>
          rule.units[cell.vacation]! > 0 &&
          (cell.reserve < 0 || rule.reserve[cell.vacation] === cell.reserve),
      ),
    };
  });
}

/** The vacations of a room that staff it: all but planned stops. */
export const staffedVacations = (site: SitePlan, room: number): readonly VacationPlan[] =>
  site.vacations.filter((vacation) => vacation.room === room && !vacation.planned);

export const weeklyMinutes = ({ fromSeconds, toSeconds, weeksEach }: VacationPlan): number =>
  (toSeconds - fromSeconds) / MINUTE / weeksEach;

/** Mean minutes an exam of a flow takes in a room, changeover included. */
export function roomMinutes(plan: FlowPlan, room: RoomPlan): number {
  const changeover = averageOf(room.devices, (device) => mean(device.changeover));
  const speed = averageOf(room.devices, (device) => device.speed);
  let upTo = 0;
  const duration = plan.exams.reduce((sum, exam) => {
    const share = exam.upTo - upTo;
    upTo = exam.upTo;
    return sum + share * mean(plan.flow.durations ?? exam.exam.durations[plan.flow.class]);
  }, 0);
  return (duration / speed + changeover) / MINUTE;
}

const averageOf = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0) / items.length;

/** Exam and changeover minutes a week a flow without appointments brings to a room; none when it goes elsewhere. */
export function insertedLoads(
  island: IslandPlan,
  site: SitePlan,
  room: RoomPlan,
  plan: FlowPlan,
  vacations: readonly VacationPlan[],
): readonly Load[] {
  const home = island.routes[plan.routes[0]!]!;
  const part = plan.walkInRooms.find((one) => one.room === room.index);
  if (home.site !== site.index || part === undefined) return [];
  return [
    {
      flow: plan.flow.id,
      minutes: plan.flow.perWeek * part.share * roomMinutes(plan, room),
      open: vacations.map((vacation) => vacation.inserts[plan.classIndex] === 1),
    },
  ];
}
