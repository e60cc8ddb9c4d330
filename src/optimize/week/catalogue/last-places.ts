/** Patients who must keep a session to be booked in: whatever is closed or given away, one at least stays. */
import type { Exam, Flow, Scenario } from '../../../model/scenario.ts';
import { flowsOf, mayBook } from '../../levers/users.ts';
import type { WeekChange } from '../change.ts';

/** An exam of a flow at a site, and how many sessions of the week it may be booked in. */
interface Booking {
  readonly flow: Flow;
  readonly exam: string;
  readonly site: string;
  readonly sessions: number;
}

/** Sessions of a department each exam of its flows may be booked in (rule M3.1), in a fixed order. */
function bookingsAt(scenario: Scenario, site: string, modality: Flow['modality']): readonly Booking[] {
  const devices = scenario.devices.filter((one) => one.site === site && one.modality === modality);
  const exams = new Map<string, Exam>(scenario.exams.map((exam) => [exam.id, exam]));
  const users = new Map(devices.map((device) => [device, new Set(flowsOf(scenario, device))]));
  return scenario.flows
    .filter((flow) => !flow.walkIn && flow.modality === modality && flow.sites.includes(site))
    .flatMap((flow) =>
      flow.exams.map(({ id }) => {
        const needs = exams.get(id)?.needs ?? [];
        const sessions = devices
          .filter((device) => users.get(device)!.has(flow))
          .flatMap(({ week }) => week)
          .filter(
            (one) =>
              mayBook(flow, one) &&
              (one.exams === null || one.exams.includes(id)) &&
              needs.every((need) => one.provides.includes(need)),
          ).length;
        return { flow, exam: id, site, sessions };
      }),
    );
}

/** Sessions an exam of a flow has at a department, and the changes that take one of them away. */
export interface LastPlaces {
  readonly flow: Flow;
  readonly exam: string;
  readonly sessions: number;
  readonly ids: readonly string[];
}

const takesSessions = ({ kind }: WeekChange): boolean => kind === 'close' || kind === 'content';

/** For each exam of a flow at each department that loses sessions by some change: how many it has, and by which. */
export function lastPlaces(scenario: Scenario, changes: readonly WeekChange[]): readonly LastPlaces[] {
  const taking = changes.filter(takesSessions);
  const places = new Map(taking.map(({ site, modality }) => [`${site}/${modality}`, { site, modality }]));
  return [...places.values()].flatMap(({ site, modality }) => {
    if (modality === null) return [];
    const before = bookingsAt(scenario, site, modality);
    const ids = before.map((): string[] => []);
    for (const change of taking.filter((one) => one.site === site && one.modality === modality)) {
      const after = bookingsAt(change.apply(scenario, change.devices[0]!), site, modality);
      after.forEach((one, rank) => {
        if (one.sessions < before[rank]!.sessions) ids[rank]!.push(change.id);
      });
    }
    return before.flatMap(({ flow, exam, sessions }, rank) =>
      ids[rank]!.length === 0 ? [] : [{ flow, exam, sessions, ids: ids[rank]! }],
    );
  });
}

/** The changes without those that would, alone, leave an exam of a flow no session at a department. */
export function keepingLastPlaces(scenario: Scenario, changes: readonly WeekChange[]): readonly WeekChange[] {
  const last = new Set(
    lastPlaces(scenario, changes)
      .filter(({ sessions }) => sessions === 1)
      .flatMap(({ ids }) => ids),
  );
  return changes.filter(({ id }) => !last.has(id));
}
