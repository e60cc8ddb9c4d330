/** How many sessions of a campaign take place: a day off or a closure is a session less. */
import { compileScenario } from '../../engine/compile.ts';
import type { SessionPlace } from '../../model/results/backlog.ts';
import type { Scenario } from '../../model/scenario.ts';

const DAYS_A_WEEK = 7;

/**
 * Sessions held at these places over so many weeks from week `first` of the run on. Without a calendar they are places × weeks. With
 * one, a public holiday is played as a Sunday (rules M1 and M3.1): sessions of that day are not held, those of Sundays are once more;
 * and none is held on a device that is closed.
 * @example sessionsHeld({ calendar: { startDay: null, closures: [] } }, [{ device: 'irm', day: 1 }], 13, 4) // 4
 */
export function sessionsHeld(
  scenario: Scenario,
  places: readonly Pick<SessionPlace, 'device' | 'day'>[],
  first: number,
  weeks: number,
): number {
  const { startDay, closures } = scenario.calendar;
  if (startDay === null && closures.length === 0) return places.length * weeks;
  const { dayKind } = compileScenario(scenario, first + weeks);
  let held = 0;
  for (let day = DAYS_A_WEEK * first; day < DAYS_A_WEEK * (first + weeks); day++)
    for (const place of places) {
      const isClosed = closures.some(
        ({ devices, fromDay, days }) =>
          devices.includes(place.device) && day >= fromDay && day < fromDay + days,
      );
      if (place.day === dayKind[day] && !isClosed) held += 1;
    }
  return held;
}
