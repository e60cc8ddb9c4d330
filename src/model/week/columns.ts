/** The columns of a week in a spreadsheet: their names in both languages, and the column a header means. */
import { plainText, type WeekLanguage } from './text.ts';

type Names = Readonly<Record<WeekLanguage, string>>;

interface ColumnFacts {
  readonly header: Names;
  /** Other headers understood, as `plainText` gives them. */
  readonly also: readonly string[];
  /** Characters, for the width of the column in a spreadsheet. */
  readonly width: number;
}

const column = (fr: string, en: string, width: number, ...also: readonly string[]): ColumnFacts =>
  Object.freeze({ header: Object.freeze({ fr, en }), also, width });

/** In the order they are written. The first five must be there. */
export const WEEK_COLUMNS = Object.freeze({
  room: column('salle', 'room', 22, 'salles', 'rooms', 'appareil', 'device', 'machine', 'equipement', 'id'),
  day: column('jour', 'day', 12, 'jours', 'days', 'jourdelasemaine', 'weekday'),
  start: column('début', 'start', 8, 'from', 'de', 'heuredebut', 'heurededebut', 'starttime'),
  end: column('fin', 'end', 8, 'to', 'a', 'heurefin', 'heuredefin', 'endtime'),
  type: column('type', 'type', 26, 'typedevacation', 'typevacation', 'vacation', 'vacationtype'),
  accepts: column('accepte', 'accepts', 34, 'acceptes', 'accept', 'recoit', 'patients', 'classes'),
  owner: column('propriétaire', 'owner', 16, 'proprietaires'),
  reserve: column('réserve', 'reserve', 26, 'reserves', 'minutesreservees'),
  provides: column('fournit', 'provides', 26, 'fourni', 'provide'),
  every: column('toutes les n semaines', 'every n weeks', 12, 'every', 'frequence'),
  firstWeek: column(
    'première semaine (depuis 0)',
    'first week (from 0)',
    14,
    'premieresemaine',
    'firstweek',
    'semainedebut',
  ),
  lastWeek: column(
    'dernière semaine (depuis 0)',
    'last week (from 0)',
    14,
    'dernieresemaine',
    'lastweek',
    'semainefin',
  ),
  appointments: column('rendez-vous fixes', 'fixed appointments', 34, 'rendezvous', 'appointments', 'rdv'),
  lateStart: column('démarrage tardif', 'late start', 16, 'retard'),
  earlyEnd: column('fin précoce', 'early end', 12),
  presence: column('présence', 'presence', 12, 'gardeouastreinte'),
  callIn: column('délai de venue', 'call-in delay', 22, 'callin', 'delaidappel'),
} as const);

export type WeekColumn = keyof typeof WEEK_COLUMNS;
export const WEEK_COLUMN_NAMES: readonly WeekColumn[] = Object.freeze(
  Object.keys(WEEK_COLUMNS) as WeekColumn[],
);
export const REQUIRED_COLUMNS: readonly WeekColumn[] = Object.freeze(['room', 'day', 'start', 'end', 'type']);

/** The key of a vacation, as a scenario writes it, that each column holds; null for what says which vacation it is. */
export const VACATION_KEY: Readonly<Record<WeekColumn, string>> = Object.freeze({
  room: 'id',
  day: 'days',
  start: 'from',
  end: 'to',
  type: 'type',
  accepts: 'accepts',
  owner: 'owner',
  reserve: 'reserve',
  provides: 'provides',
  every: 'every',
  firstWeek: 'first-week',
  lastWeek: 'last-week',
  appointments: 'appointments',
  lateStart: 'late-start',
  earlyEnd: 'early-end',
  presence: 'presence',
  callIn: 'call-in',
});

/**
 * The header of a column.
 * @example columnHeader('start', 'fr') // 'début'
 */
export function columnHeader(name: WeekColumn, language: WeekLanguage): string {
  return WEEK_COLUMNS[name].header[language];
}

/**
 * The headers of all columns in one language, in their order.
 * @example columnHeaders('en')[0] // 'room'
 */
export function columnHeaders(language: WeekLanguage): readonly string[] {
  return WEEK_COLUMN_NAMES.map((name) => columnHeader(name, language));
}

const BY_NAME: ReadonlyMap<string, WeekColumn> = new Map(
  WEEK_COLUMN_NAMES.flatMap((name) => {
    const { header, also } = WEEK_COLUMNS[name];
    return [header.fr, header.en, ...also].map((text): [string, WeekColumn] => [plainText(text), name]);
  }),
);

/**
 * The column a header means in either language, whatever its capitals and accents; null for any other.
 * @example columnMeant('DEBUT') // 'start'
 * @example columnMeant('commentaire') // null
 */
export function columnMeant(header: string): WeekColumn | null {
  return BY_NAME.get(plainText(header)) ?? null;
}

/**
 * The language most headers are in; English when it cannot be told.
 * @example headersLanguage(['salle', 'day', 'fin']) // 'fr'
 */
export function headersLanguage(headers: readonly string[]): WeekLanguage {
  const count = (language: WeekLanguage): number => {
    const known = new Set(columnHeaders(language).map(plainText));
    return headers.filter((header) => known.has(plainText(header))).length;
  };
  return count('fr') > count('en') ? 'fr' : 'en';
}
