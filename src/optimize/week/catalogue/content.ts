/** Sessions kept for some exams, classes or an owner, that may be opened to others or given to another owner. */
import type { Device, Label, Scenario, Vacation } from '../../../model/scenario.ts';
import { isClinical, OPENINGS, openable } from '../../levers/open-vacation.ts';
import { flowsOf, hasSlots, hoursLabel, mayBook } from '../../levers/users.ts';
import type { WeekChange } from '../change.ts';
import type { AlikeDevices } from './alike.ts';
import { mayChange } from './barred.ts';
import { deviceChange, hoursId } from './change-parts.ts';
import { sessionGroup, withSession } from './present-session.ts';
import { nearest, ownersOn, sessionLike } from './session-content.ts';

const WHAT: Readonly<Record<'exams' | 'classes', Label>> = Object.freeze({
  exams: { en: 'open to all exams', fr: 'ouvert à tous les examens' },
  classes: { en: 'open to all classes of patients', fr: 'ouvert à toutes les classes de patients' },
});

/** Another use of a session. */
interface Use {
  readonly id: string;
  readonly session: Vacation;
  readonly what: Label;
  readonly edit: (now: Vacation) => Vacation;
}

function openedUses(scenario: Scenario, device: Device): readonly Use[] {
  return OPENINGS.flatMap((opening) =>
    openable(scenario, device, opening).map((session) => ({
      id: opening.id,
      session,
      what: WHAT[opening.id],
      edit: opening.open,
    })),
  );
}

/** Sessions of an owner that some patients of theirs, who all have their slots, may book. */
function sessionsOf(scenario: Scenario, device: Device, owner: string): readonly Vacation[] {
  const flows = flowsOf(scenario, device).filter((flow) => flow.owner === owner && hasSlots(device, flow));
  return device.week.filter((one) => isClinical(one) && flows.some((flow) => mayBook(flow, one)));
}

/** Sessions that another owner of the device could have: like the nearest session of that owner. */
function givenUses(scenario: Scenario, device: Device): readonly Use[] {
  return ownersOn(device).flatMap((owner) => {
    const theirs = sessionsOf(scenario, device, owner);
    return device.week
      .filter((one) => isClinical(one) && one.owner !== owner && one.appointments === null)
      .flatMap((session): readonly Use[] => {
        const like = nearest(theirs, session);
        if (like === null) return [];
        return [
          {
            id: `owner:${owner}`,
            session,
            what: {
              en: `goes from ${session.owner} to ${owner}`,
              fr: `passe de ${session.owner} à ${owner}`,
            },
            edit: (now) => {
              const { everyWeeks, firstWeek, lastWeek } = now;
              return { ...sessionLike(like, now), everyWeeks, firstWeek, lastWeek };
            },
          },
        ];
      });
  });
}

/** Every other use of the sessions of alike devices, a day at a time; sessions with frozen hours stay as they are. */
export function contents(scenario: Scenario, at: AlikeDevices): readonly WeekChange[] {
  const device = at.devices[0]!;
  return [...openedUses(scenario, device), ...givenUses(scenario, device)]
    .filter(({ session }) => mayChange(at.barred, session))
    .flatMap(({ id, session, what, edit }) => {
      const { en, fr } = hoursLabel(session);
      return deviceChange(scenario, {
        kind: 'content',
        at,
        name: `${at.id}/${hoursId(session)}${session.firstWeek === 0 ? '' : `@${session.firstWeek}`}/${id}`,
        what: { en: `${en} ${what.en}`, fr: `${fr} ${what.fr}` },
        group: sessionGroup(at, session),
        apply: (to, name) => withSession(to, name, session, (now) => [edit(now)]),
      });
    });
}
