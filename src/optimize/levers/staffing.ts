/** Who staffs a vacation, assumed, and the hours that two weeks of a scenario differ by. */
import type { Label, Scenario, Vacation } from '../../model/scenario.ts';
import { VACATION_FACTS } from '../../model/vocabulary.ts';
import type { Resources, StaffHours } from './lever.ts';
import { resources } from './practice-edit.ts';
import { isProgramme, weeklyHours } from './week-edit.ts';

/** Persons on a device while it is open. Not verified; a site knows its own. */
export const STAFFING = Object.freeze({
  /** Of the programme, on a CT as on an MRI. */
  technologists: 2,
  /** Where the vacation provides one. */
  radiologists: 1,
  /** Where appointments are given: two devices share one. */
  secretaries: 0.5,
  /** On-call on site; the radiologist on call serves the whole site and is paid by the night. */
  onSiteAtNight: 1,
});

export const STAFFING_TEXT: Label = Object.freeze({
  en: 'staff as in the vacations of the device: two technologists, one radiologist where the vacation has one, half a secretary (assumed); on-call on site counts one technologist, on-call from home none',
  fr: 'personnel comme dans les vacations de l’appareil : deux manipulateurs, un radiologue si la vacation en a un, une demi-secrétaire (supposé) ; la garde compte un manipulateur, l’astreinte aucun',
});

/**
 * Staff hours a week of a vacation.
 * @example staffOf({ type: 'on-call', fromSeconds: 0, toSeconds: 3600, everyWeeks: 1, callIn: null, provides: [] }).technologist // 1
 */
export function staffOf(
  vacation: Pick<Vacation, 'type' | 'fromSeconds' | 'toSeconds' | 'everyWeeks' | 'callIn' | 'provides'>,
): StaffHours {
  const hours = weeklyHours(vacation);
  if (vacation.type === 'on-call') {
    const onSite = vacation.callIn === null ? STAFFING.onSiteAtNight : 0;
    return { technologist: onSite * hours, radiologist: 0, secretary: 0 };
  }
  if (!isProgramme(vacation)) return { technologist: 0, radiologist: 0, secretary: 0 };
  const hasRadiologist = vacation.provides.includes('radiologist');
  return {
    technologist: STAFFING.technologists * hours,
    radiologist: hasRadiologist ? STAFFING.radiologists * hours : 0,
    secretary: VACATION_FACTS[vacation.type].books ? STAFFING.secretaries * hours : 0,
  };
}

const staffOfWeek = (week: readonly Vacation[]): StaffHours =>
  week.map(staffOf).reduce(
    (sum, one) => ({
      technologist: sum.technologist + one.technologist,
      radiologist: sum.radiologist + one.radiologist,
      secretary: sum.secretary + one.secretary,
    }),
    { technologist: 0, radiologist: 0, secretary: 0 },
  );

const hundredths = (hours: number): number => Math.round(hours * 100) / 100;

/** Staff hours a week that the weeks of `after` take more than those of `before`, and nothing else. */
export function staffDifference(before: Scenario, after: Scenario): Resources {
  let [technologist, radiologist, secretary] = [0, 0, 0];
  after.devices.forEach((device, rank) => {
    const was = before.devices[rank];
    if (was === undefined || device === was) return;
    const [old, now] = [staffOfWeek(was.week), staffOfWeek(device.week)];
    technologist += now.technologist - old.technologist;
    radiologist += now.radiologist - old.radiologist;
    secretary += now.secretary - old.secretary;
  });
  return resources({
    hours: {
      technologist: hundredths(technologist),
      radiologist: hundredths(radiologist),
      secretary: hundredths(secretary),
    },
  });
}
