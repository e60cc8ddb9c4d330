/** Sessions that may be opened. */
import type { WeekRules } from '../../../model/rules/rules.ts';
import type { Scenario, Vacation } from '../../../model/scenario.ts';
import { hoursLabel } from '../../levers/users.ts';
import { freeParts, type Hours, withOpened, withWeekOf } from '../../levers/week-edit.ts';
import type { WeekChange } from '../change.ts';
import type { AlikeDevices } from './alike.ts';
import { deviceChange, hoursId } from './change-parts.ts';
import { contentsOn } from './session-content.ts';
import { type SessionHours, sessionsOf } from './session-grid.ts';

/** Columns of a model for one group of alike devices; beyond, sessions are laid out on a coarser grid. */
export const MOST_OPENINGS = 300;

/** True when nothing but on-call takes place at these hours. */
function isFree(week: readonly Vacation[], hours: Hours): boolean {
  const [part, ...others] = freeParts(week, hours);
  return others.length === 0 && part?.fromSeconds === hours.fromSeconds && part.toSeconds === hours.toSeconds;
}

/** Every session the rules let open on alike devices, for each kind of patients they book; on-call gives way. */
export function openings(scenario: Scenario, at: AlikeDevices, rules: WeekRules): readonly WeekChange[] {
  const device = at.devices[0]!;
  const contentsAt = contentsOn(scenario, device);
  const columns = (sessions: readonly SessionHours[]): number =>
    sessions.reduce((sum, hours) => sum + contentsAt(hours).length, 0);
  return sessionsOf(device.week, rules, at.barred, columns, MOST_OPENINGS).flatMap((session) => {
    const hours = { day: session.day, fromSeconds: session.fromSeconds, toSeconds: session.toSeconds };
    const { en, fr } = hoursLabel(hours);
    return contentsAt(hours).flatMap(({ id, whom, sessionAt }) => {
      const opened = sessionAt(hours);
      return deviceChange(scenario, {
        kind: 'open',
        at,
        name: `${at.id}/${hoursId(hours)}/${id}`,
        what: { en: `${en} opened for ${whom.en}`, fr: `${fr} ouvert ${whom.fr}` },
        hours,
        apply: (to, name) =>
          withWeekOf(to, name, ({ week }) => (isFree(week, hours) ? withOpened(week, opened) : week)),
      });
    });
  });
}
