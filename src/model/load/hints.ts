/** What was probably meant by a value that is not well formed: the usual slips of a spreadsheet, of French, of haste. */
import { DAYS } from '../vocabulary.ts';

/**
 * The number a text was meant to be, as a scenario has it: a decimal comma, a percentage, a number between quotes; an
 * empty text when it is none of these.
 * @example numberMeant('1,5') // '1.5'
 * @example numberMeant('4 %') // '0.04'
 */
export function numberMeant(text: string): string {
  const match = /^\s*([+-]?\d{1,12}(?:[.,]\d{1,12})?)\s*(%?)\s*$/.exec(text);
  if (match === null) return '';
  const number = Number(match[1]!.replace(',', '.'));
  return String(match[2] === '%' ? Number((number / 100).toPrecision(12)) : number);
}

const two = (n: number) => String(n).padStart(2, '0');

/**
 * The time of day a value was meant to be; an end after midnight counts from the next day. Empty when there is none.
 * @example clockMeant('8h30', false) // '08:30'
 * @example clockMeant(8.5, false) // '08:30'
 * @example clockMeant('25:00', true) // '01:00'
 */
export function clockMeant(found: unknown, isEnd: boolean): string {
  const text = typeof found === 'number' || typeof found === 'string' ? String(found).trim() : '';
  const written = /^(\d{1,2}) ?[h:] ?(\d{2})?(?::\d{2})?$/i.exec(text);
  const decimal = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(text);
  const hours = Number((written ?? decimal)?.[1] ?? Number.NaN);
  const minutes =
    written === null ? Math.round(Number(`0.${decimal?.[2] ?? '0'}`) * 60) : Number(written[2] ?? 0);
  if (!(hours >= 0) || minutes > 59) return '';
  if (hours < 24 || (hours === 24 && minutes === 0)) return `${two(hours)}:${two(minutes)}`;
  return isEnd && hours < 48 ? `${two(hours - 24)}:${two(minutes)}` : '';
}

const FRENCH_DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const ENGLISH_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Number of a day by its name, whole or its first two letters on; -1 when it is none. */
function dayOf(name: string): number {
  const plain = name.trim().toLowerCase().replace(/\.$/, '');
  if (plain.length < 2) return -1;
  const isIt = (day: string) => day.startsWith(plain);
  const english = ENGLISH_DAYS.findIndex(isIt);
  return english >= 0 ? english : FRENCH_DAYS.findIndex(isIt);
}

/**
 * The days a text was meant to name: French or whole names, a range over the week-end. Empty when there are none.
 * @example daysMeant('lundi-vendredi') // 'mon-fri'
 * @example daysMeant('fri-mon') // 'fri-sun, mon'
 */
export function daysMeant(text: string): string {
  const parts = text.split(',').map((part) => {
    const days = part
      .trim()
      .split(/\s*[-–]\s*|\s+(?:au|à|to)\s+/)
      .map(dayOf);
    const [first = -1, last = first] = days;
    if (days.length > 2 || first < 0 || last < 0) return null;
    if (first === last) return DAYS[first]!;
    if (first < last) return `${DAYS[first]}-${DAYS[last]}`;
    return `${first === 6 ? 'sun' : `${DAYS[first]}-sun`}, ${last === 0 ? 'mon' : `mon-${DAYS[last]}`}`;
  });
  return parts.includes(null) ? '' : parts.join(', ');
}

/**
 * The date a text was meant to be; empty when it is none.
 * @example dateMeant('5/1/2026') // '2026-01-05'
 */
export function dateMeant(text: string): string {
  const french = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  const iso = /^\s*(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[T ].*)?\s*$/.exec(text);
  const [year, month, day] =
    french === null ? [iso?.[1], iso?.[2], iso?.[3]] : [french[3], french[2], french[1]];
  if (year === undefined || Number(month) > 12 || Number(day) > 31) return '';
  return `${year}-${two(Number(month))}-${two(Number(day))}`;
}

/** Units by how they begin when written out. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(s|sec|seconde?s?|seconds?)$/, 's'],
  [/^(mn|min|mins|m|minutes?)$/, 'min'],
  [/^(h|hr|hrs|hours?|heures?)$/, 'h'],
  [/^(j|jours?|d|days?)$/, 'd'],
  [/^(w|weeks?|sem|semaines?)$/, 'w'],
];

/**
 * The duration a text was meant to be; empty when it is none.
 * @example quantityMeant('90 minutes') // '90min'
 * @example quantityMeant('2 jours') // '2d'
 */
export function quantityMeant(text: string): string {
  const match = /^\s*(\d{1,9}(?:[.,]\d{1,9})?)\s*([a-zé]*)\.?\s*$/i.exec(text);
  if (match === null) return '';
  const number = match[1]!.replace(',', '.');
  if (match[2] === '') return number;
  const unit = UNITS.find(([pattern]) => pattern.test(match[2]!.toLowerCase()))?.[1];
  return unit === undefined ? '' : `${number}${unit}`;
}

/**
 * A text as an identifier: dashes where it has anything else than letters, digits and . _ -; empty when nothing is left.
 * @example identifierMeant('salle 2') // 'salle-2'
 */
export function identifierMeant(text: string): string {
  return text
    .slice(0, 60)
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[._-]+|-+$/g, '');
}
