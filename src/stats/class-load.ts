/** What each class asks of a department against what its week opens to it, before anything is simulated. */
import { mean } from '../engine/laws/moments.ts';
import type { FlowPlan, IslandPlan, Plan, SitePlan } from '../engine/plan.ts';
import type { ClassLoad, DepartmentLoad, Regulation } from '../model/results/results.ts';
import { CLASSES, MODALITIES, type Modality, type PatientClass } from '../model/vocabulary.ts';
import {
  bookedLoads,
  bookingCells,
  insertedLoads,
  type Load,
  requestsPerWeek,
  staffedVacations,
  weeklyMinutes,
} from './capacity.ts';

const HOUR = 60;
const SCHEDULED = 0;

/** What keeps the requests of a flow from piling up without end. */
function regulationsOf({ flow, patience }: FlowPlan): readonly Regulation[] {
  if (flow.walkIn) return patience === null ? [] : ['patience'];
  return [
    ...(flow.accept.kind === 'always' ? [] : (['acceptance'] as const)),
    ...(flow.sites.length > 1 ? (['other-sites'] as const) : []),
    'horizon',
  ];
}

/** Minutes asked together, and the minutes of the cells that any of the loads may use. */
function against(
  loads: readonly Load[],
  capacities: readonly number[],
): readonly [asked: number, open: number] {
  const asked = loads.reduce((sum, { minutes }) => sum + minutes, 0);
  const open = capacities.reduce(
    (sum, minutes, cell) => sum + (loads.some((load) => load.open[cell]) ? minutes : 0),
    0,
  );
  return [asked, open];
}

interface Place {
  readonly island: IslandPlan;
  readonly site: SitePlan;
  readonly modality: Modality;
}

/** The flows of a class whose home is here, booked or not; those that follow a log with its requests a week. */
const flowsOf = (
  { island, site, modality }: Place,
  patientClass: PatientClass,
  isWalkIn: boolean,
): readonly FlowPlan[] =>
  island.flows
    .filter(
      ({ flow, routes }) =>
        flow.modality === modality &&
        flow.class === patientClass &&
        flow.walkIn === isWalkIn &&
        island.routes[routes[0]!]!.site === site.index,
    )
    .map((plan) => ({ ...plan, flow: { ...plan.flow, perWeek: requestsPerWeek(plan.flow) } }));

function classLoad(place: Place, patientClass: PatientClass, isWalkIn: boolean): ClassLoad | null {
  const { island, site, modality } = place;
  const flows = flowsOf(place, patientClass, isWalkIn);
  if (flows.length === 0) return null;
  const requests = flows.reduce((sum, { flow }) => sum + flow.perWeek, 0);
  const [asked, open] = isWalkIn ? inserted() : booked();
  const regulations = [...new Set(flows.flatMap(regulationsOf))];
  return {
    class: patientClass,
    way: isWalkIn ? 'inserted' : 'booked',
    requestsPerWeek: requests,
    minutesEach: requests === 0 ? 0 : asked / requests,
    askedMinutesPerWeek: asked,
    openMinutesPerWeek: open,
    regulations,
  };

  function booked() {
    const cells = bookingCells(site);
    const loads = flows.flatMap((plan) => bookedLoads(island.routes[plan.routes[0]!]!, plan, cells));
    return against(
      loads,
      cells.map(({ minutes }) => minutes),
    );
  }

  function inserted() {
    let asked = 0;
    let open = 0;
    for (const room of site.rooms) {
      if (room.modality !== modality) continue;
      const vacations = staffedVacations(site, room.index);
      const loads = flows.flatMap((plan) => insertedLoads(island, site, room, plan, vacations));
      const [more, wider] = against(loads, vacations.map(weeklyMinutes));
      asked += more;
      open += wider;
    }
    return [asked, open] as const;
  }
}

/** Mean exam minutes a week if every request were examined here. */
function examMinutes(place: Place): number {
  const flows = CLASSES.flatMap((one) => [...flowsOf(place, one, false), ...flowsOf(place, one, true)]);
  return flows.reduce((sum, plan) => {
    let upTo = 0;
    const each = plan.exams.reduce((total, exam) => {
      const share = exam.upTo - upTo;
      upTo = exam.upTo;
      return total + share * mean(plan.flow.durations ?? exam.exam.durations[plan.flow.class]);
    }, 0);
    return sum + (plan.flow.perWeek * each) / 60;
  }, 0);
}

/**
 * Every department of the plan: hours scheduled, exam hours asked, and each class with the minutes it asks and those
 * open to it (booked: slot minutes after cancellations; inserted: exam and changeover). Classes share vacations, so the
 * shares do not add up.
 */
export function departmentLoads(plan: Plan): readonly DepartmentLoad[] {
  return plan.islands.flatMap((island) =>
    island.sites.flatMap((site) =>
      MODALITIES.flatMap((modality): DepartmentLoad[] => {
        const rooms = site.rooms.filter((room) => room.modality === modality).map(({ index }) => index);
        if (rooms.length === 0) return [];
        const place = { island, site, modality };
        const scheduled = site.vacations
          .filter(({ room, opening, planned }) => rooms.includes(room) && opening === SCHEDULED && !planned)
          .reduce((sum, vacation) => sum + weeklyMinutes(vacation), 0);
        const classes = CLASSES.flatMap((one) => [classLoad(place, one, false), classLoad(place, one, true)]);
        return [
          {
            site: site.site.id,
            modality,
            scheduledHoursPerWeek: scheduled / HOUR,
            examHoursAskedPerWeek: examMinutes(place) / HOUR,
            classes: classes.filter((one) => one !== null),
          },
        ];
      }),
    ),
  );
}
