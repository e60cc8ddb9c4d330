/** The words of a vacation in both languages: its type, classes, what it provides, its presence. */

import {
  CLASSES,
  NEEDS,
  type Need,
  type PatientClass,
  VACATION_FACTS,
  VACATION_TYPES,
  type VacationType,
} from '../vocabulary.ts';
import { type NamedValue, plainText, valueNamed, type WeekLanguage } from './text.ts';

const OTHER_TYPE_NAMES: readonly NamedValue<VacationType>[] = Object.freeze([
  { name: 'programmée', value: 'public-scheduled' },
  { name: 'scheduled', value: 'public-scheduled' },
  { name: 'non programmée', value: 'public-unscheduled' },
  { name: 'unscheduled', value: 'public-unscheduled' },
  { name: 'libéral', value: 'liberal' },
  { name: 'privé', value: 'private' },
  { name: 'PH hors imagerie', value: 'outside-physician' },
  { name: 'urgences', value: 'emergency' },
  { name: 'PDS', value: 'on-call' },
  { name: 'PDSES', value: 'on-call' },
  { name: 'permanence', value: 'on-call' },
  { name: 'qualité', value: 'quality-control' },
]);

const TYPE_NAMES: readonly NamedValue<VacationType>[] = Object.freeze([
  ...VACATION_TYPES.flatMap((type) => [
    { name: type, value: type },
    { name: VACATION_FACTS[type].fr, value: type },
    { name: VACATION_FACTS[type].en, value: type },
  ]),
  ...OTHER_TYPE_NAMES,
]);

/**
 * The vacation type a word names: its code, its French or its English name; undefined when it names none.
 * @example typeNamed('Publique programmée') // 'public-scheduled'
 */
export function typeNamed(text: string): VacationType | undefined {
  return valueNamed(text, TYPE_NAMES);
}

/**
 * A type as it is written in one language: the name of ANAP's list in French, the scenario's code in English.
 * @example typeName('on-call', 'fr') // 'permanence des soins'
 */
export function typeName(type: VacationType, language: WeekLanguage): string {
  return language === 'fr' ? VACATION_FACTS[type].fr : type;
}

/**
 * All types as they are written in one language.
 * @example typeNames('en').length // 12
 */
export function typeNames(language: WeekLanguage): readonly string[] {
  return VACATION_TYPES.map((type) => typeName(type, language));
}

const CLASS_STEMS: Readonly<Record<PatientClass, readonly string[]>> = Object.freeze({
  A: ['ambulatoire', 'ambulatory', 'externe', 'outpatient'],
  H: ['hospitalise', 'hospitalisee', 'hospitalised', 'hospitalized', 'inpatient'],
  R: ['reanimation', 'rea', 'intensivecare', 'icu'],
  U: ['urgence', 'emergency', 'emergencies'],
});

const CLASS_NAMES: Readonly<Record<WeekLanguage, readonly string[]>> = Object.freeze({
  fr: ['A', 'H', 'R', 'U', 'ambulatoire', 'hospitalisé', 'réanimation', 'urgence'],
  en: ['A', 'H', 'R', 'U', 'ambulatory', 'hospitalised', 'intensive care', 'emergency'],
});

/**
 * The patient class a word names: its letter, or its usual word in French or English, singular or plural.
 * @example classNamed('Urgences') // 'U'
 */
export function classNamed(text: string): PatientClass | undefined {
  const plain = plainText(text);
  const singular = plain.replace(/s$/, '');
  return CLASSES.find(
    (one) =>
      plain === one.toLowerCase() || CLASS_STEMS[one].some((stem) => stem === plain || stem === singular),
  );
}

/**
 * The words for classes that are understood, to be shown in one language.
 * @example classNames('fr')[4] // 'ambulatoire'
 */
export function classNames(language: WeekLanguage): readonly string[] {
  return CLASS_NAMES[language];
}

const NEED_WORDS: Readonly<Record<Need, Readonly<Record<WeekLanguage, string>>>> = Object.freeze({
  radiologist: { en: 'radiologist', fr: 'radiologue' },
  injection: { en: 'injection', fr: 'injection' },
  anaesthesia: { en: 'anaesthesia', fr: 'anesthésie' },
});

/**
 * What a vacation provides, in one language.
 * @example needName('anaesthesia', 'fr') // 'anesthésie'
 */
export function needName(need: Need, language: WeekLanguage): string {
  return NEED_WORDS[need][language];
}

/**
 * What a word says a vacation provides; undefined when it says nothing known.
 * @example needNamed('Radiologue') // 'radiologist'
 */
export function needNamed(text: string): Need | undefined {
  const singular = plainText(text).replace(/s$/, '');
  if (singular === 'anesthesia') return 'anaesthesia';
  return NEEDS.find((need) => Object.values(NEED_WORDS[need]).some((word) => plainText(word) === singular));
}

export type Presence = 'garde' | 'astreinte';

const PRESENCE_NAMES: readonly NamedValue<Presence>[] = Object.freeze([
  { name: 'garde', value: 'garde' },
  { name: 'sur place', value: 'garde' },
  { name: 'on site', value: 'garde' },
  { name: 'astreinte', value: 'astreinte' },
  { name: 'à domicile', value: 'astreinte' },
  { name: 'from home', value: 'astreinte' },
]);

export const PRESENCES: readonly Presence[] = Object.freeze(['garde', 'astreinte']);

/**
 * The presence a word names; undefined when it names none.
 * @example presenceNamed('sur place') // 'garde'
 */
export function presenceNamed(text: string): Presence | undefined {
  return valueNamed(text, PRESENCE_NAMES);
}

/** The word for an empty list, which is not the same as nothing written. */
export const NONE: Readonly<Record<WeekLanguage, string>> = Object.freeze({ en: 'none', fr: 'aucun' });
const NONE_WORDS = ['none', 'aucun', 'aucune', 'rien', 'nothing', 'nobody', 'personne'];
const ALL_WORDS = ['all', 'everyone', 'tous', 'toutes', 'tout'];

/**
 * True for the word for an empty list.
 * @example isNone('Aucun') // true
 */
export const isNone = (text: string): boolean => NONE_WORDS.includes(plainText(text));

/**
 * True for the word for all there are.
 * @example isAll('tous') // true
 */
export const isAll = (text: string): boolean => ALL_WORDS.includes(plainText(text));
