/** Who may use a session that is opened, or changes hands: like the sessions of the device that receive them. */
import type { Device, Label, Reserve, Scenario, Vacation } from '../../../model/scenario.ts';
import { VACATION_FACTS } from '../../../model/vocabulary.ts';
import { ambulatoryVacation } from '../../levers/evening.ts';
import { isClinical } from '../../levers/open-vacation.ts';
import { longest } from '../../levers/saturday.ts';
import { flowsOf, mayBook } from '../../levers/users.ts';
import { GRID, type Hours } from '../../levers/week-edit.ts';

/** What a session may be for. */
export interface Content {
  /** `A`: ambulatory patients; `A+H`: with inpatients. `@owner` when they are not the public's. */
  readonly id: string;
  /** Completes “opened for …”. */
  readonly whom: Label;
  readonly sessionAt: (hours: Hours) => Vacation;
}

const PUBLIC = VACATION_FACTS['public-scheduled'].owner;

/** Clinical sessions of an owner that a class may book. */
function sessionsFor(
  scenario: Scenario,
  device: Device,
  owner: string,
  patientClass: 'A' | 'H',
): readonly Vacation[] {
  const flows = flowsOf(scenario, device).filter(
    (flow) => flow.owner === owner && flow.class === patientClass,
  );
  return device.week.filter((one) => isClinical(one) && flows.some((flow) => mayBook(flow, one)));
}

/** Owners who have clinical sessions on a device, the public first, then by name. */
export function ownersOn(device: Device): readonly string[] {
  const owners = [...new Set(device.week.filter(isClinical).map(({ owner }) => owner))].sort();
  return [...owners.filter((one) => one === PUBLIC), ...owners.filter((one) => one !== PUBLIC)];
}

const gap = (a: Hours, b: Hours): number =>
  Math.max(0, b.fromSeconds - a.toSeconds, a.fromSeconds - b.toSeconds);

/**
 * The session others are like at some hours: the nearest of the day that is open to all exams, else the longest of the
 * device, one open to all exams first.
 */
export function nearest(sessions: readonly Vacation[], hours: Hours): Vacation | null {
  const ofDay = sessions
    .filter(({ day, exams }) => day === hours.day && exams === null)
    .reduce<Vacation | null>(
      (best, one) => (best === null || gap(one, hours) < gap(best, hours) ? one : best),
      null,
    );
  return ofDay ?? longest(sessions);
}

/** Minutes kept in a session of another length: in proportion, on the 5-minute grid, all together no longer than it. */
function scaledReserves({ reserves, fromSeconds, toSeconds }: Vacation, length: number): readonly Reserve[] {
  let free = Math.floor(length / GRID) * GRID;
  return reserves.flatMap((reserve) => {
    const wished = Math.round((reserve.seconds * length) / (toSeconds - fromSeconds) / GRID) * GRID;
    const seconds = Math.min(free, wished);
    free -= seconds;
    return seconds === 0 ? [] : [{ ...reserve, seconds }];
  });
}

/** A weekly session like another one, whoever may use it, at other hours; its places are on the 5-minute grid. */
export function sessionLike(like: Vacation, { day, fromSeconds, toSeconds }: Hours): Vacation {
  return {
    ...like,
    day,
    fromSeconds,
    toSeconds,
    everyWeeks: 1,
    firstWeek: 0,
    lastWeek: null,
    reserves: scaledReserves(like, toSeconds - fromSeconds),
    appointments: null,
  };
}

/** What sessions at some hours of a device may be for, each owner in turn: ambulatory patients, then inpatients too. */
export type ContentsAt = (hours: Hours) => readonly Content[];

/** Finds what sessions of a device may be for; nothing where it books no ambulatory patient. */
export function contentsOn(scenario: Scenario, device: Device): ContentsAt {
  const owners = ownersOn(device).map((owner) => {
    const ambulatory = sessionsFor(scenario, device, owner, 'A');
    const inpatients = new Set(sessionsFor(scenario, device, owner, 'H'));
    return { owner, ambulatory, mixed: ambulatory.filter((one) => inpatients.has(one)) };
  });
  return (hours) =>
    owners.flatMap(({ owner, ambulatory, mixed }): readonly Content[] => {
      const at = owner === PUBLIC ? '' : `@${owner}`;
      const whose = owner === PUBLIC ? '' : ` (${owner})`;
      const [likeA, likeBoth] = [nearest(ambulatory, hours), nearest(mixed, hours)];
      const forA: Content[] =
        likeA === null
          ? []
          : [
              {
                id: `A${at}`,
                whom: { en: `ambulatory patients${whose}`, fr: `aux patients ambulatoires${whose}` },
                sessionAt: ({ day, fromSeconds, toSeconds }) =>
                  ambulatoryVacation({ hours: { day, fromSeconds, toSeconds }, like: likeA }),
              },
            ];
      const forBoth: Content[] =
        likeBoth === null
          ? []
          : [
              {
                id: `A+H${at}`,
                whom: {
                  en: `ambulatory patients and inpatients${whose}`,
                  fr: `aux patients ambulatoires et hospitalisés${whose}`,
                },
                sessionAt: (when) => sessionLike(likeBoth, when),
              },
            ];
      return [...forA, ...forBoth];
    });
}
