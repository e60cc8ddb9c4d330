/**
 * The cells of a week that hold several things, in a notation read and written in both languages:
 * - accepts: `A, H; examens: neuro, genou; insérés: U, R` (`exams`, `inserted` in English; `aucun`, `none` for an empty list);
 * - reserve: `H 90 min J-1; U 30 min imbriquée` (`D-1`, `nested` in English; J-1: open to all from the day before);
 * - fixed appointments: `08:00, 08:00, 08:35`, or minutes from the start: `0 min, 35 min`.
 */

import { DAY } from '../units.ts';
import { CLASSES, type PatientClass } from '../vocabulary.ts';
import { readSeconds, showSeconds } from './quantities.ts';
import { nearestWord, plainText, quoteName, splitOutside, unquoteName, type WeekLanguage } from './text.ts';
import { readClock, showClock } from './times.ts';
import { classNamed, classNames, isAll, isNone, NONE } from './words.ts';

/** A cell that is not understood: the part that is not, and the nearest thing it may have meant. */
export interface Misread {
  readonly wrong: string;
  readonly nearest: string;
}

/**
 * True for what could not be read.
 * @example isMisread({ wrong: 'x', nearest: '' }) // true
 */
export function isMisread(read: object | readonly unknown[]): read is Misread {
  return 'wrong' in read;
}

/** Whom a vacation accepts, as a scenario writes it. */
export interface WrittenAccepts {
  readonly classes?: readonly PatientClass[];
  readonly exams?: readonly string[];
  readonly inserted?: readonly PatientClass[];
}

const EXAMS = { en: 'exams', fr: 'examens' } as const;
const INSERTED = { en: 'inserted', fr: 'insérés' } as const;
const PART_NAMES: Readonly<Record<string, keyof WrittenAccepts>> = Object.freeze({
  classes: 'classes',
  classe: 'classes',
  class: 'classes',
  exams: 'exams',
  exam: 'exams',
  examens: 'exams',
  examen: 'exams',
  groupes: 'exams',
  groups: 'exams',
  inserted: 'inserted',
  inseres: 'inserted',
  insere: 'inserted',
  inserees: 'inserted',
});

const listOf = (names: readonly string[], language: WeekLanguage): string =>
  names.length === 0
    ? NONE[language]
    : names.map((name) => (isNone(name) ? `"${name}"` : quoteName(name))).join(', ');

/** The word for an empty list, and not a name in quotes. */
const isNothing = (item: string): boolean => !item.startsWith('"') && isNone(item);

/**
 * Whom a vacation accepts, as its cell shows it.
 * @example showAccepts({ classes: ['A'], inserted: [] }, 'fr') // 'A; insérés: aucun'
 */
export function showAccepts(accepts: WrittenAccepts, language: WeekLanguage): string {
  const { classes, exams, inserted } = accepts;
  return [
    ...(classes === undefined ? [] : [listOf(classes, language)]),
    ...(exams === undefined ? [] : [`${EXAMS[language]}: ${listOf(exams, language)}`]),
    ...(inserted === undefined ? [] : [`${INSERTED[language]}: ${listOf(inserted, language)}`]),
  ].join('; ');
}

/** The known name a text means: itself, or the only one alike but for accents and capitals. */
function knownName(text: string, known: readonly string[]): string | null {
  if (known.includes(text)) return text;
  const alike = known.filter((name) => plainText(name) === plainText(text));
  return alike.length === 1 ? alike[0]! : null;
}

/** Label and list of a part; the label is undefined where there is none. */
function labelled(part: string): { readonly label: keyof WrittenAccepts | undefined; readonly list: string } {
  const colon = part.startsWith('"') ? -1 : part.indexOf(':');
  const label = colon < 0 ? undefined : PART_NAMES[plainText(part.slice(0, colon))];
  return label === undefined ? { label, list: part } : { label, list: part.slice(colon + 1) };
}

/**
 * Whom a cell says a vacation accepts. Without a label, classes are told from exams by their names; exam names are those
 * of the scenario, whatever the capitals.
 * @example readAccepts('urgences; examens: Neuro', ['neuro'], 'fr') // { classes: ['U'], exams: ['neuro'] }
 * @example readAccepts('ambulatorie', [], 'fr') // { wrong: 'ambulatorie', nearest: 'ambulatoire' }
 */
export function readAccepts(
  text: string,
  examNames: readonly string[],
  language: WeekLanguage,
): WrittenAccepts | Misread {
  const lists = new Map<keyof WrittenAccepts, string[]>();
  const listOfLabel = (label: keyof WrittenAccepts): string[] => {
    const list = lists.get(label) ?? [];
    lists.set(label, list);
    return list;
  };
  for (const part of splitOutside(text, ';\n')) {
    const { label, list } = labelled(part);
    const items = splitOutside(list, ',');
    if (items.length === 0 || (items.length === 1 && isNothing(items[0]!))) {
      if (label === undefined) return { wrong: part, nearest: '' };
      listOfLabel(label);
      continue;
    }
    for (const item of items) {
      const read = acceptedItem(item, label, examNames);
      if (read === null) {
        return { wrong: item, nearest: nearestWord(item, [...classNames(language), ...examNames]) };
      }
      listOfLabel(read.label).push(...read.names);
    }
  }
  return Object.fromEntries(lists);
}

/** The list an item goes to, and what it adds; null when it is neither a class nor an exam. */
function acceptedItem(
  item: string,
  label: keyof WrittenAccepts | undefined,
  examNames: readonly string[],
): { readonly label: keyof WrittenAccepts; readonly names: readonly string[] } | null {
  const name = unquoteName(item);
  if (label === 'exams') return { label, names: [knownName(name, examNames) ?? name] };
  if (isAll(item)) return { label: label ?? 'classes', names: CLASSES };
  const patientClass = classNamed(item);
  if (patientClass !== undefined) return { label: label ?? 'classes', names: [patientClass] };
  const exam = label === undefined ? knownName(name, examNames) : null;
  return exam === null ? null : { label: 'exams', names: [exam] };
}

/** Minutes kept for a class or flow; `releaseDays` undefined when never released. */
export interface WeekReserve {
  readonly for: string;
  readonly minutes: number;
  readonly kind?: 'fixed' | 'nested' | undefined;
  readonly release?: number | undefined;
}

/** A target that needs no quotes; an id made of a site, a modality and a class holds `/`. */
const BARE_TARGET = /^[^\s";:,[\]]+$/;
const NESTED = { en: 'nested', fr: 'imbriquée' } as const;

/**
 * Reserves as their cell shows them; `minutes` in seconds, `release` in days, as a parsed scenario has them.
 * @example showReserves([{ for: 'H', minutes: 5400, release: 1 }], 'fr') // 'H 90 min J-1'
 */
export function showReserves(reserves: readonly WeekReserve[], language: WeekLanguage): string {
  const letter = language === 'fr' ? 'J' : 'D';
  return reserves
    .map(({ for: target, minutes, kind, release }) =>
      [
        BARE_TARGET.test(target) ? target : `"${target.replaceAll('"', '""')}"`,
        showSeconds(minutes, language),
        ...(release === undefined ? [] : [`${letter}-${String(release)}`]),
        ...(kind === 'nested' ? [NESTED[language]] : []),
      ].join(' '),
    )
    .join('; ');
}

const DECIMAL = '\\d+(?:[.,]\\d+)?(?:e[+-]?\\d+)?';
const RESERVE = new RegExp(
  `^(?<target>"(?:[^"]|"")*"|\\S+)\\s*:?\\s+(?<minutes>${DECIMAL}\\s*(?:(?:s|sec|min|mn|minutes?|h|heures?|hours?)(?=\\s|$))?)` +
    `(?:\\s+[JD]\\s*[-–]?\\s*(?<release>${DECIMAL}))?(?:\\s+(?<kind>\\p{L}+))?$`,
  'iu',
);
/** A longer part is no reserve; the expression is not tried on it. */
const LONGEST_RESERVE = 300;
const KINDS: Readonly<Record<string, 'fixed' | 'nested'>> = Object.freeze({
  imbriquee: 'nested',
  imbrique: 'nested',
  nested: 'nested',
  fixe: 'fixed',
  fixed: 'fixed',
});

/**
 * The reserves of a cell, `minutes` in seconds and `release` in days: class or flow, minutes, J-n or D-n where they are
 * released, `imbriquée` or `nested` where they are. A class may be a word unless a flow of the scenario has that name.
 * @example readReserves('hospitalisés 1,5 h J-1', []) // [{ for: 'H', minutes: 5400, release: 1 }]
 * @example readReserves('H bientôt', []) // { wrong: 'H bientôt', nearest: '' }
 */
export function readReserves(text: string, flowNames: readonly string[]): readonly WeekReserve[] | Misread {
  const reserves: WeekReserve[] = [];
  for (const part of splitOutside(text, ';\n')) {
    const groups = part.length > LONGEST_RESERVE ? undefined : RESERVE.exec(part)?.groups;
    const seconds = readSeconds(groups?.minutes ?? '');
    const kind = groups?.kind === undefined ? undefined : KINDS[plainText(groups.kind)];
    if (groups === undefined || seconds === null || (groups.kind !== undefined && kind === undefined)) {
      return { wrong: part, nearest: '' };
    }
    const target = unquoteName(groups.target!.replace(/(?<=[^"]):$/, ''));
    const named = flowNames.includes(target) ? target : (classNamed(target) ?? target);
    const release = groups.release === undefined ? undefined : Number(groups.release.replace(',', '.'));
    reserves.push({
      for: named,
      minutes: seconds,
      ...(kind === undefined ? {} : { kind }),
      ...(release === undefined ? {} : { release }),
    });
  }
  return reserves;
}

/**
 * Fixed appointment times as their cell shows them: times of day where all are whole seconds inside the vacation, else
 * minutes from its start, decimals with a point. Everything in seconds; `lengthSeconds` is the vacation's.
 * @example showAppointments([0, 2100], 28800, 14400) // '08:00, 08:35'
 */
export function showAppointments(
  offsets: readonly number[],
  fromSeconds: number,
  lengthSeconds: number,
): string {
  const asClock = offsets.every((at) => Number.isInteger(at) && at < lengthSeconds);
  return offsets
    .map((at) => (asClock ? showClock((fromSeconds + at) % DAY) : showSeconds(at, 'en')))
    .join(', ');
}

const CLOCK_WITH_SECONDS = /^(\d{1,2}:\d{2}):(\d{2})$/;

/**
 * The fixed appointment times of a cell, in seconds from the vacation's start. A time of day must lie inside the vacation;
 * a number without `:` or `h` counts minutes from the start.
 * @example readAppointments('8h, 8h35', 28800, 14400) // [0, 2100]
 * @example readAppointments('7:50', 28800, 14400) // { wrong: '7:50', nearest: '' }
 */
export function readAppointments(
  text: string,
  fromSeconds: number,
  lengthSeconds: number,
): readonly number[] | Misread {
  const offsets: number[] = [];
  for (const part of splitOutside(text, ',;\n')) {
    const withSeconds = CLOCK_WITH_SECONDS.exec(part);
    const isClock = /[:h]/i.test(part);
    const clock = isClock ? readClock(withSeconds?.[1] ?? part) : null;
    const offset = isClock
      ? clock === null
        ? null
        : (clock + Number(withSeconds?.[2] ?? 0) - fromSeconds + DAY) % DAY
      : readSeconds(part);
    if (offset === null || offset < 0 || (isClock && offset >= lengthSeconds)) {
      return { wrong: part, nearest: '' };
    }
    offsets.push(offset);
  }
  return offsets.length === 0 ? { wrong: text, nearest: '' } : offsets;
}
