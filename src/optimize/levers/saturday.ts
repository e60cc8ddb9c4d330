/** A Saturday morning opened for ambulatory patients where the device is closed on Saturdays. */
import type { Device, Scenario, Vacation } from '../../model/scenario.ts';
import { HOUR } from '../../model/units.ts';
import { type ExtraVacation, withExtra } from './evening.ts';
import type { Lever } from './lever.ts';
import { hoursLabel, ownerText, receives } from './users.ts';
import { atDevice, eachDevice, mostly, STRENGTH_UNITS, weekCase } from './week-case.ts';
import { freeParts, isProgramme, onGrid, weeklyHours } from './week-edit.ts';

const ID = 'saturday';
const MINUTES = 240;
const SATURDAY = 5;
const EARLIEST_START = 7 * HOUR;
const LATEST_START = 10 * HOUR;

/** The vacation a Saturday is like: the longest of the ambulatory ones, open to all exams rather than to some. */
export function longest(vacations: readonly Vacation[]): Vacation | null {
  const rank = (vacation: Vacation): number => weeklyHours(vacation) + (vacation.exams === null ? 24 : 0);
  return vacations.reduce<Vacation | null>(
    (best, one) => (best === null || rank(one) > rank(best) ? one : best),
    null,
  );
}

/**
 * The Saturday morning a device could open, from the hour its working days begin; null when it is open on Saturdays,
 * receives no booked ambulatory patient, or is otherwise taken.
 */
export function saturdayOf(scenario: Scenario, device: Device, minutes = MINUTES): ExtraVacation | null {
  if (device.week.some((vacation) => vacation.day === SATURDAY && isProgramme(vacation))) return null;
  const ambulatory = device.week.filter(
    (vacation) => vacation.day < SATURDAY && receives(scenario, device, vacation, 'A'),
  );
  const like = longest(ambulatory);
  if (like === null) return null;
  const first = Math.min(...ambulatory.map(({ fromSeconds }) => fromSeconds));
  const fromSeconds = Math.min(Math.max(first, EARLIEST_START), LATEST_START);
  const hours = { day: SATURDAY, fromSeconds, toSeconds: fromSeconds + onGrid(minutes) };
  const [free, ...others] = freeParts(device.week, hours);
  const isWhole =
    free !== undefined && others.length === 0 && free.toSeconds - free.fromSeconds === onGrid(minutes);
  return isWhole ? { hours, like } : null;
}

export const SATURDAY_MORNING: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Saturday mornings opened', fr: 'Le samedi matin ouvert' },
  assumption: {
    en: 'Four hours every Saturday where the device is closed, from the hour its working days begin; same owner, exams and lost minutes as its longest ambulatory vacation; on-call gives way; one session in four at most is not held.',
    fr: 'Quatre heures chaque samedi où l’appareil est fermé, dès l’heure où commencent ses jours ouvrés ; même propriétaire, mêmes examens et mêmes minutes perdues que sa plus longue vacation ambulatoire ; la permanence laisse la place ; au plus une séance sur quatre n’a pas lieu.',
  },
  evidence: {
    mark: 'public',
    text: {
      en: 'extended hours: a group of the Paris region offers appointments within 48 hours (egora.fr); no effect measured elsewhere',
      fr: 'horaires étendus : un groupe francilien offre des rendez-vous sous 48 heures (egora.fr) ; aucun effet mesuré ailleurs',
    },
  },
  effort: 'medium',
  isNegative: false,
  cases: (scenario) =>
    eachDevice(scenario, (device) => {
      const extra = saturdayOf(scenario, device);
      if (extra === null) return [];
      const { hours, like } = extra;
      const { en, fr } = hoursLabel(hours);
      return [
        weekCase(scenario, {
          lever: ID,
          ...atDevice(device),
          what: {
            en: `${device.label}: ${en} opened for ambulatory patients${ownerText(like)}`,
            fr: `${device.label} : ${fr} ouvert aux patients ambulatoires${ownerText(like)}`,
          },
          strength: mostly(MINUTES, STRENGTH_UNITS.minutes),
          apply: (to, minutes) => withExtra(to, device.id, extra, minutes),
        }),
      ];
    }),
});
