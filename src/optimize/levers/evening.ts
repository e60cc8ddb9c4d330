/** One evening a week opened for ambulatory patients, after the last vacation of the day that ends first. */
import type { Device, Scenario, Vacation } from '../../model/scenario.ts';
import { DAY, HOUR } from '../../model/units.ts';
import type { Lever } from './lever.ts';
import { hoursLabel, ownerText, receives } from './users.ts';
import { atDevice, eachDevice, mostly, STRENGTH_UNITS, weekCase } from './week-case.ts';
import { freeParts, type Hours, lastOfProgramme, onGrid, withOpened, withWeekOf } from './week-edit.ts';

const ID = 'evening';
const MINUTES = 120;
/** Days of equal end, as teams rather accept them: mid-week first, Friday last. */
const WORKING_DAYS = [1, 3, 2, 0, 4];
const LATEST_START = 21 * HOUR;

/** A vacation to be added, as another one of the device. */
export interface ExtraVacation {
  readonly hours: Hours;
  /** The vacation it is like: type, owner, exams, what it provides. */
  readonly like: Vacation;
}

/**
 * The evening a device could open: on the working day whose programme ends first, from that end on; null when the device
 * receives no booked ambulatory patient, or is open late every day.
 */
export function eveningOf(scenario: Scenario, device: Device, minutes = MINUTES): ExtraVacation | null {
  const evenings = WORKING_DAYS.flatMap((day): readonly ExtraVacation[] => {
    const last = lastOfProgramme(device.week, day);
    if (last === null || last.toSeconds > LATEST_START) return [];
    const like = device.week.findLast(
      (vacation) => vacation.day === day && receives(scenario, device, vacation, 'A'),
    );
    const hours = { day, fromSeconds: last.toSeconds, toSeconds: last.toSeconds + onGrid(minutes) };
    const [free] = freeParts(device.week, hours);
    const isFree = free?.fromSeconds === hours.fromSeconds && free.toSeconds === hours.toSeconds;
    return like !== undefined && isFree ? [{ hours, like }] : [];
  });
  return evenings.reduce<ExtraVacation | null>(
    (best, one) => (best === null || one.hours.fromSeconds < best.hours.fromSeconds ? one : best),
    null,
  );
}

/**
 * A vacation for ambulatory patients at some hours, every week: all its places are theirs, on the 5-minute grid. Whoever is
 * inserted without appointment in the vacation it is like is inserted in it too.
 */
export function ambulatoryVacation({ hours, like }: ExtraVacation): Vacation {
  return {
    ...like,
    ...hours,
    everyWeeks: 1,
    firstWeek: 0,
    lastWeek: null,
    classes: ['A'],
    reserves: [],
    appointments: null,
  };
}

/** The scenario with so many minutes of an ambulatory vacation more on a device, until midnight at most, where it is free. */
export function withExtra(
  scenario: Scenario,
  device: string,
  { hours, like }: ExtraVacation,
  minutes: number,
): Scenario {
  const toSeconds = Math.min(DAY, hours.fromSeconds + onGrid(minutes));
  if (toSeconds === hours.fromSeconds) return scenario;
  const opened = ambulatoryVacation({ hours: { ...hours, toSeconds }, like });
  return withWeekOf(scenario, device, ({ week }) => withOpened(week, opened));
}

export const EVENING: Lever = Object.freeze<Lever>({
  id: ID,
  name: {
    en: 'An evening opened for ambulatory patients',
    fr: 'Une soirée ouverte aux patients ambulatoires',
  },
  assumption: {
    en: 'Two hours once a week, from the end of the programme of the working day that ends first; same owner, exams and lost minutes as the last ambulatory vacation of that day; on-call begins after; one session in four at most is not held.',
    fr: 'Deux heures une fois par semaine, dès la fin du programme du jour ouvré qui finit le plus tôt ; même propriétaire, mêmes examens et mêmes minutes perdues que la dernière vacation ambulatoire de ce jour ; la permanence commence après ; au plus une séance sur quatre n’a pas lieu.',
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
      const extra = eveningOf(scenario, device);
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
