/** From a request and its scenario to a question that has an answer; else what stands against it. */
import { onlyDepartments } from '../../calibrate/department.ts';
import { compileScenario } from '../../engine/compile.ts';
import type { Scenario } from '../../model/scenario.ts';
import { MINUTE } from '../../model/units.ts';
import type { BacklogQuestion } from '../../optimize/backlog/search.ts';
import { type Room, roomFor, type TakenPlace } from '../../optimize/backlog/sessions.ts';
import { sitesBooking, type WaitingPatients } from '../../optimize/backlog/target.ts';
import type { Language } from '../../report/language.ts';
import { placeText, takenText } from '../../report/session-words.ts';
import { findInstabilities } from '../../stats/instability.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Problem } from '../messages.ts';
import type { BacklogRequest } from './request.ts';

/** Sessions are chosen so that the target is reached within so many weeks, where it can be. */
const QUICK_WEEKS = 12;
const TAKEN_SHOWN = 5;

export interface Unanswerable {
  readonly problem: Problem;
  readonly exit: ExitCode;
}

/** The question of a request, about the part of the scenario that answers it. */
export function questionOf(request: BacklogRequest, scenario: Scenario): BacklogQuestion | Unanswerable {
  const { target, kinds, hours, perWeek, longestWeeks } = request;
  const sites = sitesBooking(scenario, target);
  const found = siteOf(request, scenario, sites);
  if (typeof found !== 'string') return { problem: found, exit: EXIT.input };
  const patients: WaitingPatients = { class: target.class, modality: target.modality, site: found };
  const part = onlyDepartments(scenario, [{ site: found, modality: target.modality }]);
  const room = roomFor(part, patients, kinds, hours);
  const problem =
    roomProblem(room, perWeek, request.language) ??
    shortProblem(part, patients, room) ??
    unstableProblem(part, patients, room);
  if (problem !== null) return { problem, exit: EXIT.infeasible };
  return {
    scenario: part,
    patients,
    targetDays: target.days,
    places: room.places,
    perWeek,
    quickWeeks: QUICK_WEEKS,
    longestWeeks,
    anchorDays: null,
  };
}

function siteOf({ target }: BacklogRequest, scenario: Scenario, sites: readonly string[]): string | Problem {
  const { class: patientClass, modality, days } = target;
  const known = sites.join(', ');
  if (sites.length === 0) {
    const booked = scenario.flows.find((flow) => !flow.walkIn);
    const nearest = booked === undefined ? '' : `${booked.class}:${booked.modality}`;
    return { code: 'target-nobody', values: { class: patientClass, modality, nearest, days } };
  }
  if (target.site !== null)
    return sites.includes(target.site)
      ? target.site
      : { code: 'target-site', values: { site: target.site, class: patientClass, modality, known } };
  if (sites.length === 1) return sites[0]!;
  const example = `${patientClass}:${modality}@${sites[0]!}<=${days}d`;
  return { code: 'target-several-sites', values: { count: sites.length, example, known } };
}

function takenList(taken: readonly TakenPlace[], places: Room['places'], language: Language): string {
  const shown = taken.slice(0, TAKEN_SHOWN).map((one) => takenText(one, language));
  if (taken.length === 0) return places.map((one) => placeText(one, language)).join(', ') || '—';
  return shown.join(', ') + (taken.length > shown.length ? ', …' : '');
}

function roomProblem(room: Room, perWeek: number | null, language: Language): Problem | null {
  const { places, taken } = room;
  const list = takenList(taken, places, language);
  if (places.length === 0) return { code: 'backlog-no-place', values: { taken: list } };
  if (perWeek === null || perWeek <= places.length) return null;
  return { code: 'backlog-no-room', values: { places: places.length, asked: perWeek, taken: list } };
}

/** Sessions in which some exam of the patients could not be booked would answer another question. */
function shortProblem(part: Scenario, patients: WaitingPatients, { places }: Room): Problem | null {
  const exams = part.flows
    .filter((flow) => !flow.walkIn && flow.class === patients.class && flow.modality === patients.modality)
    .flatMap((flow) => flow.exams.map(({ id }) => id));
  for (const { device, fromSeconds, toSeconds } of places) {
    const one = part.devices.find(({ id }) => id === device)!;
    const slots = exams.map(
      (exam) => one.slotSecondsByExam[exam]?.[patients.class] ?? one.slotSeconds[patients.class],
    );
    const longest = Math.max(0, ...slots);
    const seconds = toSeconds - fromSeconds;
    if (longest > seconds)
      return {
        code: 'backlog-session-short',
        values: { minutes: seconds / MINUTE, limit: longest / MINUTE },
      };
  }
  return null;
}

function unstableProblem(part: Scenario, patients: WaitingPatients, { places }: Room): Problem | null {
  const flows = part.flows
    .filter((flow) => flow.class === patients.class && flow.modality === patients.modality)
    .map(({ id }) => id);
  const overload = findInstabilities(compileScenario(part)).find(
    (one) =>
      one.kind === 'booking' && one.site === patients.site && one.flows.some((id) => flows.includes(id)),
  );
  if (overload === undefined) return null;
  const minutes = (places[0]!.toSeconds - places[0]!.fromSeconds) / MINUTE;
  const { missingMinutesPerWeek: missing } = overload;
  return {
    code: 'backlog-unstable',
    values: { missing: Math.round(missing), count: Math.ceil(missing / minutes) },
  };
}
