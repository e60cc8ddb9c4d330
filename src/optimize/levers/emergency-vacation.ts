/** An emergency vacation after the programme, on working days, where no team on site follows. */
import type { Device, Vacation } from '../../model/scenario.ts';
import { HOUR } from '../../model/units.ts';
import { VACATION_FACTS } from '../../model/vocabulary.ts';
import { emergencyFlows } from './emergency-places.ts';
import type { Lever } from './lever.ts';
import {
  atDevice,
  EMERGENCY_REQUESTS,
  eachDevice,
  mostly,
  notRankableAt,
  STRENGTH_UNITS,
  weekCase,
} from './week-case.ts';
import { freeParts, lastOfProgramme, onGrid, withOpened, withWeekOf } from './week-edit.ts';

const ID = 'emergency-vacation';
const MINUTES = 60;
const WORKING_DAYS = [0, 1, 2, 3, 4];
const LATEST_START = 22 * HOUR;

/** The emergency vacation that could follow the programme of a day; null when another one, or a team on site, does. */
function after(week: readonly Vacation[], day: number, seconds: number): Vacation | null {
  const last = lastOfProgramme(week, day);
  if (last === null || last.everyWeeks !== 1 || last.toSeconds > LATEST_START) return null;
  const hours = { day, fromSeconds: last.toSeconds, toSeconds: last.toSeconds + seconds };
  // A team on site already receives emergencies: it is in the way as any other vacation.
  const taken = week.filter(({ type, callIn }) => type !== 'on-call' || callIn === null);
  const [free] = freeParts(
    taken.map((one) => (one.type === 'on-call' ? { ...one, type: 'emergency' } : one)),
    hours,
  );
  if (free?.fromSeconds !== hours.fromSeconds || free.toSeconds !== hours.toSeconds) return null;
  const { owner, inserts } = VACATION_FACTS.emergency;
  return {
    ...last,
    ...hours,
    type: 'emergency',
    owner,
    classes: [],
    exams: null,
    inserted: inserts,
    reserves: [],
    appointments: null,
    // The team of the day stays on.
    lateStart: { law: 'deterministic', value: 0 },
    earlyEndSeconds: 0,
    callIn: null,
  };
}

function withEmergencies({ week }: Device, seconds: number): readonly Vacation[] {
  return WORKING_DAYS.reduce((now, day) => {
    const vacation = after(now, day, seconds);
    return vacation === null ? now : withOpened(now, vacation);
  }, week);
}

export const EMERGENCY_VACATION: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'An emergency vacation after the programme', fr: 'Une vacation d’urgence après le programme' },
  assumption: {
    en: 'The team of the day stays an hour longer each working day for patients without appointment only, where the room is closed then or on-call comes from home; one vacation in four at most is not held.',
    fr: 'L’équipe du jour reste une heure de plus chaque jour ouvré pour les seuls patients sans rendez-vous, là où la salle est fermée ensuite ou la permanence en astreinte ; au plus une vacation sur quatre n’a pas lieu.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'emergency vacations lower the median occupancy of MRIs from 81.4 to 80% (ANAP 2010); no effect on delays published',
      fr: 'les vacations d’urgence font passer l’occupation médiane des IRM de 81,4 à 80 % (ANAP 2010) ; aucun effet publié sur les délais',
    },
  },
  effort: 'medium',
  isNegative: false,
  cases: (scenario) =>
    eachDevice(scenario, (device) => {
      if (withEmergencies(device, onGrid(MINUTES)) === device.week) return [];
      if (emergencyFlows(scenario, device).length === 0) return notRankableAt(ID, device, EMERGENCY_REQUESTS);
      return [
        weekCase(scenario, {
          lever: ID,
          ...atDevice(device),
          what: {
            en: `${device.label}: ${MINUTES} minutes for emergencies after the programme, Monday to Friday`,
            fr: `${device.label} : ${MINUTES} minutes pour les urgences après le programme, du lundi au vendredi`,
          },
          strength: mostly(MINUTES, STRENGTH_UNITS.minutesADay),
          apply: (to, minutes) =>
            onGrid(minutes) === 0
              ? to
              : withWeekOf(to, device.id, (now) => withEmergencies(now, onGrid(minutes))),
        }),
      ];
    }),
});
