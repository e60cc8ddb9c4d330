/** Cells of the reference page: kinds of value, units, defaults with their ranges and sources. */

import type { EvidenceStatus } from '../model/scenario.ts';
import type { FieldRow } from '../model/schema/field-reference.ts';
import { DEFAULTS_NAMES, type FieldDefault } from '../model/schema/field-reference-defaults.ts';
import { type WrittenLaw, writtenLaw } from '../model/schema/field-reference-law.ts';
import type { FieldType } from '../model/schema/field-reference-type.ts';
import type { FieldUnit } from '../model/schema/words.ts';
import { MODALITIES } from '../model/vocabulary.ts';
import { type Language, type Text, typeset } from './language.ts';
import { fill, isOne } from './sentence.ts';
import { MODALITY_WORDS } from './words.ts';

/** How two lines of one cell are parted. */
const BREAK = '<br>';
const code = (text: string): string => `\`${text}\``;

const UNITS: Readonly<Record<FieldUnit, Text>> = Object.freeze({
  min: { en: 'min', fr: 'min' },
  d: { en: 'days', fr: 'jours' },
  week: { en: 'weeks', fr: 'semaines' },
  'h/week': { en: 'h a week', fr: 'h par semaine' },
  '/week': { en: 'a week', fr: 'par semaine' },
  '/year': { en: 'a year', fr: 'par an' },
  ratio: { en: 'share', fr: 'part' },
  'HH:MM': { en: 'HH:MM', fr: 'HH:MM' },
  ICR: { en: 'points', fr: 'points' },
});
/** Units of one, where they differ. */
const ONE: Readonly<Partial<Record<FieldUnit, Text>>> = Object.freeze({
  d: { en: 'day', fr: 'jour' },
  week: { en: 'week', fr: 'semaine' },
  ICR: { en: 'point', fr: 'point' },
});
/** Units that say how a number is meant, and would read oddly after it. */
const UNSAID: readonly FieldUnit[] = ['ratio', 'HH:MM', '/year'];

const KINDS = Object.freeze({
  minutes: { en: 'duration', fr: 'durée' },
  'signed-minutes': { en: 'duration, may be negative', fr: 'durée, peut être négative' },
  days: { en: 'delay', fr: 'délai' },
  clock: { en: 'time of day', fr: 'heure' },
  date: { en: 'date YYYY-MM-DD', fr: 'date AAAA-MM-JJ' },
  'day-names': { en: 'days of the week', fr: 'jours de la semaine' },
  identifier: { en: 'identifier', fr: 'identifiant' },
  law: { en: 'duration or law', fr: 'durée ou loi' },
  text: { en: 'text', fr: 'texte' },
  'yes-no': { en: '`true` or `false`', fr: '`true` ou `false`' },
} satisfies Partial<Record<FieldType['kind'], Text>>);

const LISTS = Object.freeze({
  minutes: { en: 'list of durations', fr: 'liste de durées' },
  identifier: { en: 'list of identifiers', fr: 'liste d’identifiants' },
  text: { en: 'list of texts', fr: 'liste de textes' },
  number: { en: 'list of numbers', fr: 'liste de nombres' },
  mapping: { en: 'list, with keys below', fr: 'liste, avec les clés ci-dessous' },
} satisfies Partial<Record<FieldType['kind'], Text>>);
const NUMBERS_OF: Text = { en: 'list of {n} numbers', fr: 'liste de {n} nombres' };

const NUMBER: Text = { en: 'number', fr: 'nombre' };
const WHOLE: Text = { en: 'whole number', fr: 'nombre entier' };
const BETWEEN: Text = { en: '{kind} from {min} to {max}', fr: '{kind} de {min} à {max}' };
const FROM: Text = { en: '{kind} from {min}', fr: '{kind} à partir de {min}' };
const ABOVE: Text = { en: '{kind} above {above}', fr: '{kind} supérieur à {above}' };
const ABOVE_TO: Text = {
  en: '{kind} above {above}, up to {max}',
  fr: '{kind} supérieur à {above}, jusqu’à {max}',
};
const LIST: Text = { en: 'list of {of}', fr: 'liste de {of}' };
const LIST_AMONG: Text = { en: 'list among {of}', fr: 'liste parmi {of}' };
const LIST_OF_AMONG: Text = { en: 'list of the {n}: {of}', fr: 'liste des {n} : {of}' };
const KEYS: Text = { en: 'keys below', fr: 'clés ci-dessous' };
const NAMES: Text = { en: 'names, each with: {of}', fr: 'noms, chacun avec : {of}' };
const OR: Text = { en: ' or ', fr: ' ou ' };
const REQUIRED: Text = { en: '**required**', fr: '**obligatoire**' };
const BOOKED: Text = { en: 'booked', fr: 'sur rendez-vous' };
const WALK_IN: Text = { en: 'walk-in', fr: 'sans rendez-vous' };
const EMPTY: Text = { en: 'empty', fr: 'vide' };
const RANGE: Text = { en: '{low} to {high}; ', fr: '{low} à {high} ; ' };
const COLON: Text = { en: ': ', fr: ' : ' };
const colon = (language: Language): string => typeset(COLON[language], language);
const STATUS: Readonly<Record<EvidenceStatus, Text>> = Object.freeze({
  measured: { en: 'measured', fr: 'mesuré' },
  calibrated: { en: 'calibrated', fr: 'calé' },
  assumed: { en: 'assumed', fr: 'supposé' },
});

/** A number as it is written in a scenario: a point in both languages, no separator of thousands. */
const digits = (x: number): string => String(Math.round(x * 1e6) / 1e6);

function numberKind(type: FieldType & { kind: 'number' | 'whole-number' }, language: Language): string {
  const { min, max, above } = type;
  const values = {
    kind: (type.kind === 'number' ? NUMBER : WHOLE)[language],
    min: min === null ? '' : digits(min),
    max: max === null ? '' : digits(max),
    above: above === null ? '' : digits(above),
  };
  if (above !== null) return fill(max === null ? ABOVE : ABOVE_TO, values, language);
  if (min === null) return values.kind;
  return fill(max === null ? FROM : BETWEEN, values, language);
}

function listKind(type: FieldType & { kind: 'list' }, language: Language): string {
  const [one] = type.of;
  const isExact = type.min !== null && type.min === type.max;
  const values = { of: kindsWords(type.of, language), n: String(type.min) };
  if (one?.kind === 'one-of') return fill(isExact ? LIST_OF_AMONG : LIST_AMONG, values, language);
  if (one?.kind === 'number' && isExact) return fill(NUMBERS_OF, values, language);
  if (one !== undefined && one.kind in LISTS) return LISTS[one.kind as keyof typeof LISTS][language];
  return fill(LIST, values, language);
}

function kindWords(type: FieldType, language: Language): string {
  switch (type.kind) {
    case 'number':
    case 'whole-number':
      return numberKind(type, language);
    case 'one-of':
      return type.values.map((value) => code(String(value))).join(', ');
    case 'list':
      return listKind(type, language);
    case 'tuple':
      return `[${type.of.map((one) => kindsWords(one, language)).join(', ')}]`;
    case 'mapping':
      return type.of === null ? KEYS[language] : fill(NAMES, { of: kindsWords(type.of, language) }, language);
    default:
      return KINDS[type.kind][language];
  }
}

/**
 * The kinds of value a field takes, in words.
 * @example kindsWords([{ kind: 'minutes' }, { kind: 'text' }], 'en') // 'duration or text'
 */
export function kindsWords(types: readonly FieldType[], language: Language): string {
  return [...new Set(types.map((type) => kindWords(type, language)))].join(OR[language]);
}

/**
 * What bare numbers of a field count; empty where it has no unit.
 * @example unitWords('d', 'fr') // 'jours'
 */
export function unitWords(unit: FieldUnit | null, language: Language): string {
  return unit === null ? '' : UNITS[unit][language];
}

const lawText = (law: Exclude<WrittenLaw, number>): string =>
  code(
    `{${Object.entries(law)
      .map(([key, value]) => `${key}: ${typeof value === 'number' ? digits(value) : String(value)}`)
      .join(', ')}}`,
  );

function numberText(value: number, unit: FieldUnit | null, language: Language): string {
  if (unit === null || UNSAID.includes(unit)) return digits(value);
  const words = (isOne(value, language) ? ONE[unit] : undefined) ?? UNITS[unit];
  return `${digits(value)} ${words[language]}`;
}

function valueText({ value, words }: FieldDefault, unit: FieldUnit | null, language: Language): string {
  if (words !== null) return fill(words, {}, language);
  if (typeof value === 'number') return numberText(value, unit, language);
  if (value === '') return EMPTY[language];
  if (typeof value === 'string' || typeof value === 'boolean') return code(String(value));
  if (value !== null && 'law' in value) {
    const written = writtenLaw(value);
    return typeof written === 'number' ? numberText(written, unit, language) : lawText(written);
  }
  return value === null ? '' : code(`[${value.join(', ')}]`);
}

/** Range, how it is known, and source of a default; empty where it is simply a choice of the format. */
function evidenceText({ range, status, source }: FieldDefault, language: Language): string {
  if (status === null || source === null) return '';
  const known = STATUS[status][language];
  const text = source[language];
  // "Assumed: assumed" would say nothing.
  const said = text.startsWith(known) ? text : `${known}${colon(language)}${text}`;
  if (range === null) return said;
  const [low, high] = range;
  return fill(RANGE, { low: digits(low), high: digits(high) }, language) + said;
}

/** The modality and classes of a default, as far as it is for some only. */
function whomWords(
  { modality, classes, walkIn }: FieldDefault,
  all: readonly FieldDefault[],
  language: Language,
) {
  const isSplit = new Set(all.map((one) => one.walkIn)).size > 1;
  const parts = [
    ...(modality === null ? [] : [MODALITY_WORDS[modality][language]]),
    ...(classes === null ? [] : [classes.join(' ')]),
    ...(isSplit ? [(walkIn === true ? WALK_IN : BOOKED)[language]] : []),
  ];
  return parts.join(' ');
}

/** The same for several defaults that read alike: what all of them have in common, where nothing else is left out. */
function groupWords(
  group: readonly FieldDefault[],
  all: readonly FieldDefault[],
  language: Language,
): string {
  const isOfBoth = (one: FieldDefault) =>
    MODALITIES.every((modality) =>
      group.some((other) => other.modality === modality && String(other.classes) === String(one.classes)),
    );
  const merged = group.map((one) => (isOfBoth(one) ? { ...one, modality: null } : one));
  return [...new Set(merged.map((one) => whomWords(one, all, language)))].join(', ');
}

/** One line for each text the defaults have, told once with those it is for; nothing where the text is empty. */
function linesOf(
  all: readonly FieldDefault[],
  textOf: (one: FieldDefault) => string,
  language: Language,
): readonly string[] {
  const groups = new Map<string, FieldDefault[]>();
  for (const one of all) groups.set(textOf(one), [...(groups.get(textOf(one)) ?? []), one]);
  return [...groups]
    .filter(([text]) => text !== '')
    .map(([text, group]) => {
      const whom = groups.size === 1 ? '' : groupWords(group, all, language);
      return whom === '' ? text : `${whom}${colon(language)}${text}`;
    });
}

/** Two cells of a row: what stands for the field left out, and what is known of that. */
export interface DefaultCells {
  readonly value: string;
  readonly evidence: string;
}

/**
 * What stands for a field left out, by set of defaults where they differ, and range, status and source of it. A field
 * that must be written, and has no default, says so.
 */
export function defaultCells({ defaults, unit, required }: FieldRow, language: Language): DefaultCells {
  const value = (one: FieldDefault) => valueText(one, unit, language);
  const [anap, none] = DEFAULTS_NAMES.map((name) => linesOf(defaults[name], value, language));
  if (anap!.length === 0) return { value: required ? REQUIRED[language] : '', evidence: '' };
  const isSame = anap!.join() === none!.join();
  const ofNone = `${code('none')}${colon(language)}${none!.join(', ')}`;
  return {
    value: [...anap!, ...(isSame ? [] : [ofNone])].join(BREAK),
    evidence: linesOf(
      defaults['anap-2010'],
      (one) => typeset(evidenceText(one, language), language),
      language,
    ).join(BREAK),
  };
}
