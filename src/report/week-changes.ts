/** What a spreadsheet changed in the weeks of a scenario, told line by line. */
import { VACATION_FACTS } from '../model/vocabulary.ts';
import type { BeforeAfter, ChangedVacation, RoomChanges, VacationChange } from '../model/week/changes.ts';
import { columnHeader, type WeekColumn } from '../model/week/columns.ts';
import { dayName, showClock } from '../model/week/times.ts';
import type { Language, Text } from './language.ts';
import { formatShort } from './numbers.ts';
import { fill } from './sentence.ts';

const ROOM: Text = {
  en: '{label}: {scheduled} scheduled hours a week ({all} with on-call, maintenance and the like)',
  fr: '{label} : {scheduled} heures programmées par semaine ({all} avec permanence des soins, maintenance, etc.)',
};
const ADDED: Text = { en: '  added: {vacation}', fr: '  ajoutée : {vacation}' };
const REMOVED: Text = { en: '  removed: {vacation}', fr: '  enlevée : {vacation}' };
const CHANGED: Text = { en: '  changed: {vacation} ({what})', fr: '  modifiée : {vacation} ({what})' };
const NOTHING: Text = {
  en: 'The spreadsheet changes no week.',
  fr: 'Le tableau ne change aucune semaine.',
};
const KEPT: Text = {
  en: 'Not in the spreadsheet, unchanged: {rooms}.',
  fr: 'Absents du tableau, inchangés : {rooms}.',
};

/**
 * Days as one reads them: ranges of three and more, and lists.
 * @example daysText([0, 1, 2, 5], 'en') // 'Mon–Wed, Sat'
 */
export function daysText(days: readonly number[], language: Language): string {
  const short = (day: number): string => dayName(day, language).slice(0, 3);
  const parts: string[] = [];
  for (let at = 0; at < days.length; at++) {
    let end = at;
    while (days[end + 1] === days[end]! + 1) end += 1;
    if (end - at < 2) parts.push(short(days[at]!));
    else {
      parts.push(`${short(days[at]!)}–${short(days[end]!)}`);
      at = end;
    }
  }
  return parts.join(', ');
}

const hoursText = ({ fromSeconds, toSeconds }: ChangedVacation): string =>
  `${showClock(fromSeconds)}–${showClock(toSeconds)}`;

function vacationText(vacation: ChangedVacation, language: Language): string {
  const type = VACATION_FACTS[vacation.type][language];
  return `${daysText(vacation.days, language)} ${hoursText(vacation)} ${type}`;
}

/** Shown by the hours before and after. */
const HOURS: readonly WeekColumn[] = ['start', 'end'];

function changeText({ before, after, columns }: VacationChange, language: Language): string {
  const moved = columns.some((column) => HOURS.includes(column));
  const days = daysText(before.days, language);
  const hours = moved ? `${hoursText(before)} → ${hoursText(after)}` : hoursText(before);
  const [was, is] = [before, after].map(({ type }) => VACATION_FACTS[type][language]);
  return `${days} ${hours} ${was === is ? was : `${was} → ${is}`}`;
}

const MOST_DECIMALS = 2;

function beforeAfter({ before, after }: BeforeAfter, language: Language): string {
  const [was, is] = [before, after].map((hours) => formatShort(hours, MOST_DECIMALS, language));
  return was === is ? `${is}` : `${was} → ${is}`;
}

/**
 * The lines that tell what changes: for each room its hours a week before and after, then its vacations removed, added,
 * changed; then the rooms that keep their week because the spreadsheet does not have them.
 * @example weekChangeLines([], [], 'en') // ['The spreadsheet changes no week.']
 */
export function weekChangeLines(
  changes: readonly RoomChanges[],
  keptRooms: readonly string[],
  language: Language,
): readonly string[] {
  const lines = changes.flatMap((room) => [
    fill(
      ROOM,
      {
        label: room.label,
        scheduled: beforeAfter(room.scheduledHours, language),
        all: beforeAfter(room.allHours, language),
      },
      language,
    ),
    ...room.removed.map((one) => fill(REMOVED, { vacation: vacationText(one, language) }, language)),
    ...room.added.map((one) => fill(ADDED, { vacation: vacationText(one, language) }, language)),
    ...room.changed.map((one) => {
      const what = one.columns.map((column) => columnHeader(column, language)).join(', ');
      return fill(CHANGED, { vacation: changeText(one, language), what }, language);
    }),
  ]);
  if (changes.length === 0) lines.push(fill(NOTHING, {}, language));
  if (keptRooms.length > 0) lines.push(fill(KEPT, { rooms: keptRooms.join(', ') }, language));
  return lines;
}
