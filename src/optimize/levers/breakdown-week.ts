/** A week without the device, that nobody saw coming: what holding against it is worth. */
import type { Closure, Scenario } from '../../model/scenario.ts';
import type { Lever } from './lever.ts';
import { resources } from './practice-edit.ts';
import { atDevice, eachDevice, exactly, STRENGTH_UNITS, weekCase } from './week-case.ts';
import { isProgramme } from './week-edit.ts';

const ID = 'breakdown-week';
const DAYS = 5;

/** Closures in canonical order: by first day, then by devices. */
const inOrder = (closures: readonly Closure[]): readonly Closure[] =>
  [...closures].sort((a, b) => a.fromDay - b.fromDay || (String(a.devices) < String(b.devices) ? -1 : 1));

/** The Monday in the middle of the weeks measured: before them its effect would be left out with the warm-up. */
function middleDay({ run: { weeks, warmupWeeks } }: Scenario): number {
  const from = warmupWeeks === 'auto' ? 0 : Math.min(warmupWeeks, weeks);
  return 7 * Math.floor((from + weeks) / 2);
}

/** The scenario with a device out of service from the Monday in the middle of the weeks measured. */
function withBreakdown(scenario: Scenario, device: string, days: number): Scenario {
  if (days < 1 || !scenario.devices.some(({ id }) => id === device)) return scenario;
  const closure: Closure = {
    devices: [device],
    fromDay: middleDay(scenario),
    days,
    announcedDays: 0,
  };
  const { calendar } = scenario;
  return { ...scenario, calendar: { ...calendar, closures: inOrder([...calendar.closures, closure]) } };
}

export const BREAKDOWN_WEEK: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'A week of breakdown', fr: 'Une semaine de panne' },
  assumption: {
    en: 'The device is out of service for five working days in a row, once, from the Monday in the middle of the weeks measured; nobody knew the day before, and those booked are given another appointment. Its effect is spread over the weeks measured.',
    fr: 'L’appareil est hors service cinq jours ouvrés de suite, une fois, à partir du lundi au milieu des semaines mesurées ; personne ne le savait la veille, et les patients prévus reçoivent un autre rendez-vous. L’effet est réparti sur les semaines mesurées.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'lengths and frequencies of breakdowns: your maintenance records',
      fr: 'durées et fréquences des pannes : vos relevés de maintenance',
    },
  },
  effort: 'small',
  isNegative: true,
  cases: (scenario) =>
    eachDevice(scenario, (device) =>
      !device.week.some((vacation) => isProgramme(vacation))
        ? []
        : [
            weekCase(scenario, {
              lever: ID,
              ...atDevice(device),
              what: {
                en: `${device.label}: out of service for ${DAYS} working days, without notice`,
                fr: `${device.label} : en panne ${DAYS} jours ouvrés, sans prévenir`,
              },
              strength: exactly(DAYS, STRENGTH_UNITS.days),
              apply: (to, days) => withBreakdown(to, device.id, Math.round(days)),
              resources: () => resources({}),
            }),
          ],
    ),
});
