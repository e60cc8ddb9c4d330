/** The week of a device, before beside after: a column a day, hours down. */
import { barY, type PlotOptions, text } from '@observablehq/plot';
import type { Device, Vacation } from '../../model/scenario.ts';
import { DAYS, VACATION_FACTS } from '../../model/vocabulary.ts';
import { dayName } from '../../model/week/times.ts';
import type { Language, Text } from '../language.ts';
import { fill } from '../sentence.ts';

const BEFORE: Text = { en: 'before', fr: 'avant' };
const AFTER: Text = { en: 'after', fr: 'après' };
const HOURS: Text = { en: 'hour of the day', fr: 'heure du jour' };

/** A vacation as drawn: on one day, in one half of the picture. */
export interface DrawnVacation {
  readonly side: string;
  readonly day: string;
  readonly fromHours: number;
  readonly toHours: number;
  readonly type: string;
  readonly isScheduled: boolean;
  /** True when the other side does not have it. */
  readonly isChanged: boolean;
}

const HOUR = 3600;
const keyOf = ({ day, fromSeconds, toSeconds, type, classes, owner }: Vacation): string =>
  JSON.stringify([day, fromSeconds, toSeconds, type, classes, owner]);

/** The vacations of one device before and after, on-call and other hours beside the programme left out. */
export function drawnWeek(before: Device, after: Device, language: Language): readonly DrawnVacation[] {
  const side = (own: Device, other: Device, name: Text): readonly DrawnVacation[] => {
    const others = new Set(other.week.map(keyOf));
    return own.week
      .filter(({ type }) => VACATION_FACTS[type].opening !== 'total')
      .map((vacation) => ({
        side: fill(name, {}, language),
        day: dayName(vacation.day, language).slice(0, 3),
        fromHours: vacation.fromSeconds / HOUR,
        toHours: vacation.toSeconds / HOUR,
        type: VACATION_FACTS[vacation.type][language],
        isScheduled: VACATION_FACTS[vacation.type].opening === 'scheduled',
        isChanged: !others.has(keyOf(vacation)),
      }));
  };
  return [...side(before, after, BEFORE), ...side(after, before, AFTER)];
}

/** What to draw: programme in blue, other openings in grey, what differs with a thick edge and a mark. */
export function weekChart(vacations: readonly DrawnVacation[], language: Language): PlotOptions {
  const latest = Math.max(20, ...vacations.map(({ toHours }) => toHours));
  const earliest = Math.min(8, ...vacations.map(({ fromHours }) => fromHours));
  return {
    width: 860,
    height: 360,
    marginLeft: 50,
    style: { fontSize: '13px' },
    fx: { label: null, domain: [fill(BEFORE, {}, language), fill(AFTER, {}, language)] },
    x: { label: null, type: 'band', domain: DAYS.map((_, day) => dayName(day, language).slice(0, 3)) },
    y: {
      label: fill(HOURS, {}, language),
      labelAnchor: 'top',
      labelArrow: 'none',
      domain: [Math.ceil(latest), Math.floor(earliest)],
      ticks: Array.from(
        { length: Math.floor((latest - earliest) / 2) + 1 },
        (_, rank) => Math.floor(earliest) + 2 * rank,
      ),
      grid: true,
    },
    marks: [
      barY(vacations, {
        fx: 'side',
        x: 'day',
        y1: 'fromHours',
        y2: 'toHours',
        fill: (one: DrawnVacation) => (one.isScheduled ? '#9ecbff' : '#d0d7de'),
        stroke: (one: DrawnVacation) => (one.isChanged ? '#0b5cad' : '#57606a'),
        strokeWidth: (one: DrawnVacation) => (one.isChanged ? 3 : 1),
        insetLeft: 2,
        insetRight: 2,
      }),
      text(
        vacations.filter(({ isChanged }) => isChanged),
        {
          fx: 'side',
          x: 'day',
          y: ({ fromHours, toHours }: DrawnVacation) => (fromHours + toHours) / 2,
          text: () => '✱',
          fill: '#0b5cad',
          fontSize: 18,
        },
      ),
    ],
  };
}
