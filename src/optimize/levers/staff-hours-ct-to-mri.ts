/** Staffed hours moved from the scanner to the MRI of the same site, on the same day. */
import type { Device, Scenario, Vacation } from '../../model/scenario.ts';
import { DAY, HOUR } from '../../model/units.ts';
import { VACATION_FACTS } from '../../model/vocabulary.ts';
import { dayName } from '../../model/week/times.ts';
import type { Lever, LeverCase } from './lever.ts';
import { flowsOf, mayBook } from './users.ts';
import { exactly, type Found, STRENGTH_UNITS, weekCase } from './week-case.ts';
import {
  atHours,
  endingAt,
  freeParts,
  GRID,
  inOrder,
  lastOfProgramme,
  onGrid,
  weeklyHours,
  withOpened,
  withWeekOf,
} from './week-edit.ts';

const ID = 'staff-hours-ct-to-mri';
const MINUTES = 120;
const WORKING_DAYS = [1, 3, 2, 0, 4];
const LATEST_START = 21 * HOUR;

/** Programme hours a week: the device that has most of them gives, or receives. */
const programmeHours = (device: Device): number =>
  device.week.reduce((sum, one) => sum + (one.type === 'on-call' ? 0 : weeklyHours(one)), 0);

const busiest = (devices: readonly Device[]): Device | null =>
  devices.reduce<Device | null>(
    (best, one) => (best === null || programmeHours(one) > programmeHours(best) ? one : best),
    null,
  );

/** The scanner's week with its programme of a day ending earlier; on-call that followed takes over. Null when it cannot. */
function givenBy(device: Device, day: number, seconds: number): readonly Vacation[] | null {
  const last = lastOfProgramme(device.week, day);
  if (last === null || last.everyWeeks !== 1 || !VACATION_FACTS[last.type].books) return null;
  const shorter = endingAt(device, last, last.toSeconds - seconds);
  if (shorter === null) return null;
  const follows = (one: Vacation): boolean =>
    one.type === 'on-call' && one.day === day && one.fromSeconds === last.toSeconds && one.everyWeeks === 1;
  return inOrder(
    device.week.map((one) => {
      if (one === last) return shorter;
      const longer = follows(one) && one.toSeconds - one.fromSeconds + seconds <= DAY;
      return longer ? atHours(one, one.fromSeconds - seconds, one.toSeconds) : one;
    }),
  );
}

/** The MRI's week with its programme of a day going on; null when something else begins before. */
function takenBy(
  scenario: Scenario,
  device: Device,
  day: number,
  seconds: number,
): readonly Vacation[] | null {
  const last = lastOfProgramme(device.week, day);
  if (last === null || last.everyWeeks !== 1 || last.toSeconds > LATEST_START) return null;
  const isBooked = flowsOf(scenario, device).some((flow) => mayBook(flow, last));
  const hours = { day, fromSeconds: last.toSeconds, toSeconds: last.toSeconds + seconds };
  const [free] = freeParts(device.week, hours);
  const isFree = free?.fromSeconds === hours.fromSeconds && free.toSeconds === hours.toSeconds;
  if (!isBooked || !isFree) return null;
  return withOpened(device.week, { ...last, ...hours, reserves: [], appointments: null });
}

/** The scenario with so many seconds moved on a day; the same one when either device cannot. */
function withMoved(scenario: Scenario, from: string, to: string, day: number, seconds: number): Scenario {
  const ct = scenario.devices.find(({ id }) => id === from);
  const mri = scenario.devices.find(({ id }) => id === to);
  if (ct === undefined || mri === undefined || seconds < GRID) return scenario;
  const given = givenBy(ct, day, seconds);
  const taken = takenBy(scenario, mri, day, seconds);
  if (given === null || taken === null) return scenario;
  return withWeekOf(
    withWeekOf(scenario, from, () => given),
    to,
    () => taken,
  );
}

function caseAt(scenario: Scenario, site: string): readonly LeverCase[] {
  const at = (modality: string) =>
    busiest(scenario.devices.filter((device) => device.site === site && device.modality === modality));
  const [ct, mri] = [at('ct'), at('mri')];
  if (ct === null || mri === null) return [];
  const day = WORKING_DAYS.find(
    (one) => withMoved(scenario, ct.id, mri.id, one, onGrid(MINUTES)) !== scenario,
  );
  if (day === undefined) return [];
  return [
    weekCase(scenario, {
      lever: ID,
      place: mri.id,
      site,
      modalities: ['mri', 'ct'],
      device: mri.id,
      what: {
        en: `${ct.label} to ${mri.label}: ${MINUTES} staffed minutes moved every ${dayName(day, 'en')}`,
        fr: `${ct.label} vers ${mri.label} : ${MINUTES} minutes d’équipe déplacées chaque ${dayName(day, 'fr')}`,
      },
      strength: exactly(MINUTES, STRENGTH_UNITS.minutes),
      apply: (to, minutes) => withMoved(to, ct.id, mri.id, day, onGrid(minutes)),
    }),
  ];
}

export const STAFF_HOURS_CT_TO_MRI: Lever = Object.freeze<Lever>({
  id: ID,
  name: {
    en: 'Staffed hours moved from the CT to the MRI',
    fr: 'Heures d’équipe déplacées du scanner vers l’IRM',
  },
  assumption: {
    en: 'On one working day the programme of the scanner ends two hours earlier and that of the MRI of the site two hours later, with the same team; on-call that followed on the scanner begins earlier, and its team on site is counted. The scanner keeps its reserves and at least two hours.',
    fr: 'Un jour ouvré, le programme du scanner finit deux heures plus tôt et celui de l’IRM du site deux heures plus tard, avec la même équipe ; la permanence qui suivait sur le scanner commence plus tôt, et son équipe sur place est comptée. Le scanner garde ses réserves et au moins deux heures.',
  },
  evidence: {
    mark: 'derived',
    text: {
      en: 'scanners are occupied at 60.6% and MRIs at 81.4% (ANAP 2010, medians); that teams are trained for both is assumed',
      fr: 'les scanners sont occupés à 60,6 % et les IRM à 81,4 % (ANAP 2010, médianes) ; la polyvalence des équipes est supposée',
    },
  },
  effort: 'medium',
  isNegative: false,
  cases: (scenario): Found => ({
    cases: scenario.sites.flatMap(({ id }) => caseAt(scenario, id)),
    notRankable: [],
  }),
});
