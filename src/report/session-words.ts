/** Places of the week for extra sessions, in words. */
import type { SessionKind, SessionPlace } from '../model/results/backlog.ts';
import { VACATION_FACTS, type VacationType } from '../model/vocabulary.ts';
import { dayName, showClock } from '../model/week/times.ts';
import { type Language, type Text, typeset } from './language.ts';

export const SESSION_WORDS: Readonly<Record<SessionKind, Text>> = Object.freeze({
  evening: { en: 'evenings', fr: 'soirées' },
  saturday: { en: 'Saturdays', fr: 'samedis' },
  sunday: { en: 'Sundays', fr: 'dimanches' },
});

type Hours = Pick<SessionPlace, 'day' | 'fromSeconds' | 'toSeconds'>;

/**
 * A day and its hours, as planners write them.
 * @example hoursText({ day: 1, fromSeconds: 66600, toSeconds: 73800 }, 'fr') // 'mardi 18:30–20:30'
 */
export function hoursText({ day, fromSeconds, toSeconds }: Hours, language: Language): string {
  const clock = (seconds: number) => showClock(seconds > 86_400 ? seconds - 86_400 : seconds);
  return `${dayName(day, language)} ${clock(fromSeconds)}–${clock(toSeconds)}`;
}

/**
 * A place with its device.
 * @example placeText({ device: 'irm', day: 5, fromSeconds: 45000, toSeconds: 59400 }, 'en') // 'irm Saturday 12:30–16:30'
 */
export const placeText = (place: Hours & Pick<SessionPlace, 'device'>, language: Language): string =>
  `${place.device} ${hoursText(place, language)}`;

const TOO_LATE: Text = { en: 'would end after 23:00', fr: 'finirait après 23:00' };

/** What keeps a place from being one: the vacation that stands there, or the late hour. */
export function takenText(
  taken: Hours &
    Pick<SessionPlace, 'device'> & {
      readonly by: {
        readonly fromSeconds: number;
        readonly toSeconds: number;
        readonly type: VacationType;
      } | null;
    },
  language: Language,
): string {
  if (taken.by === null) return `${placeText(taken, language)} (${TOO_LATE[language]})`;
  const { fromSeconds, toSeconds, type } = taken.by;
  const there = { device: taken.device, day: taken.day, fromSeconds, toSeconds };
  return typeset(`${placeText(there, language)} (${VACATION_FACTS[type][language]})`, language);
}
