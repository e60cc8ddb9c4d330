/** Reading hours that may be added: two hours of one more reader, on a working day. */
import type { ReadingWindow, Scenario } from '../../../model/scenario.ts';
import { DAY, HOUR } from '../../../model/units.ts';
import { hoursLabel } from '../../levers/users.ts';
import { type Hours, overlaps } from '../../levers/week-edit.ts';
import type { WeekChange } from '../change.ts';
import { hoursId, placeChange } from './change-parts.ts';

const LENGTH = 2 * HOUR;
const WORKING_DAYS = [0, 1, 2, 3, 4];
/** Where nobody reads on a day. */
const USUAL_START = 17 * HOUR;

/** Two hours after each window of a day, until midnight at most. */
function freeAfter(windows: readonly ReadingWindow[], day: number): readonly Hours[] {
  const ends = windows.filter((one) => one.day === day).map(({ toSeconds }) => toSeconds);
  const starts = [...new Set(ends.length === 0 ? [USUAL_START] : ends)].sort((a, b) => a - b);
  return starts
    .map((fromSeconds) => ({ day, fromSeconds, toSeconds: fromSeconds + LENGTH }))
    .filter(({ toSeconds }) => toSeconds <= DAY);
}

/** The scenario with a reader more at a site in some hours; the same one where somebody reads then. */
function withReader(scenario: Scenario, id: string, hours: Hours): Scenario {
  const rank = scenario.sites.findIndex((site) => site.id === id);
  const site = scenario.sites[rank];
  if (site === undefined || site.reading === null) return scenario;
  const { windows } = site.reading;
  if (windows.some((one) => overlaps(one, hours))) return scenario;
  const reading = { ...site.reading, windows: [...windows, { ...hours, readers: 1 }] };
  return { ...scenario, sites: scenario.sites.with(rank, { ...site, reading }) };
}

/** Every two hours of reading that may be added at the sites that say who reads when; devices are not touched. */
export const readingHours = (scenario: Scenario): readonly WeekChange[] =>
  scenario.sites.flatMap(({ id, label, reading }) =>
    WORKING_DAYS.flatMap((day) => (reading === null ? [] : freeAfter(reading.windows, day))).flatMap(
      (hours) => {
        const { en, fr } = hoursLabel(hours);
        return placeChange(scenario, {
          kind: 'reading',
          name: `${id}/${hoursId(hours)}`,
          site: id,
          modality: null,
          device: null,
          place: { en: label, fr: label },
          what: { en: `two hours more of reading, ${en}`, fr: `deux heures de lecture de plus, ${fr}` },
          hours,
          staff: { technologist: 0, radiologist: LENGTH / HOUR, secretary: 0 },
          apply: (to) => withReader(to, id, hours),
        });
      },
    ),
  );
