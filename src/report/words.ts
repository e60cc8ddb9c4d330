/** The words of the field in both languages. */

import type { CauseMinutes } from '../model/results/results.ts';
import { STAFF_LABELS } from '../model/rules/staff.ts';
import type { BookingObstacle, ValueKind } from '../model/scenario-codes.ts';
import type { Modality, Opening, PatientClass } from '../model/vocabulary.ts';
import type { Text } from './language.ts';
import type { Vocabulary } from './sentence.ts';

type Words<K extends string> = Readonly<Record<K, Text>>;

export const MODALITY_WORDS: Words<Modality> = Object.freeze({
  ct: { en: 'CT', fr: 'scanner' },
  mri: { en: 'MRI', fr: 'IRM' },
});

/** A device or an exam of a modality. */
const ONE_OF_MODALITY: Words<Modality> = Object.freeze({
  ct: { en: 'a CT', fr: 'un scanner' },
  mri: { en: 'an MRI', fr: 'une IRM' },
});

/** Patients of a class, in a sentence. */
export const CLASS_WORDS: Words<PatientClass> = Object.freeze({
  A: { en: 'ambulatory patients', fr: 'patients ambulatoires' },
  H: { en: 'hospitalised patients', fr: 'patients hospitalisés' },
  R: { en: 'intensive-care patients', fr: 'patients de réanimation' },
  U: { en: 'emergency patients', fr: 'patients des urgences' },
});

/** Heads of columns. */
export const CLASS_HEADS: Words<PatientClass> = Object.freeze({
  A: { en: 'ambulatory A', fr: 'ambulatoire A' },
  H: { en: 'inpatient H', fr: 'hospitalisé H' },
  R: { en: 'int. care R', fr: 'réanimation R' },
  U: { en: 'emergency U', fr: 'urgences U' },
});

export const OPENING_WORDS: Words<Opening> = Object.freeze({
  scheduled: { en: 'scheduled', fr: 'programmée' },
  extended: { en: 'extended', fr: 'élargie' },
  total: { en: 'total', fr: 'totale' },
});

/** Where the minutes of an opening go (rule M5). */
export const CAUSE_WORDS: Words<keyof CauseMinutes<number>> = Object.freeze({
  exams: { en: 'exams', fr: 'examens' },
  interExam: { en: 'between two exams', fr: 'inter-examens' },
  lateStart: { en: 'late starts', fr: 'démarrages tardifs' },
  earlyEnd: { en: 'early ends', fr: 'fins précoces' },
  unfilled: { en: 'unfilled time', fr: 'temps non rempli' },
  noShow: { en: 'no-shows', fr: 'rendez-vous non honorés' },
  breakdown: { en: 'breakdowns', fr: 'pannes' },
  planned: { en: 'planned stops', fr: 'arrêts prévus' },
});

export const VALUE_KIND_WORDS: Words<ValueKind> = Object.freeze({
  number: { en: 'a number', fr: 'un nombre' },
  'whole-number': { en: 'a whole number', fr: 'un nombre entier' },
  text: { en: 'a text', fr: 'un texte' },
  list: { en: 'a list', fr: 'une liste' },
  mapping: { en: 'keys with values', fr: 'des clés avec leurs valeurs' },
  'yes-no': { en: 'true or false', fr: 'true ou false' },
});

/** A value of each kind, for advice. */
const EXAMPLE_WORDS: Words<ValueKind> = Object.freeze({
  number: { en: 'a number (12)', fr: 'un nombre (12)' },
  'whole-number': { en: 'a whole number (12)', fr: 'un nombre entier (12)' },
  text: { en: 'a text ("irm-1")', fr: 'un texte ("irm-1")' },
  list: { en: 'a list ([…])', fr: 'une liste ([…])' },
  mapping: { en: 'keys with values ({key: value})', fr: 'des clés avec leurs valeurs ({clé: valeur})' },
  'yes-no': { en: 'true or false without quotes', fr: 'true ou false sans guillemets' },
});

const OBSTACLE_WORDS: Words<BookingObstacle> = Object.freeze({
  type: { en: 'no vacation there takes appointments', fr: 'aucune vacation n’y donne de rendez-vous' },
  owner: {
    en: 'no vacation there belongs to its owner',
    fr: 'aucune vacation n’y appartient à son propriétaire',
  },
  class: { en: 'no vacation there accepts its class', fr: 'aucune vacation n’y accepte sa classe' },
  exam: { en: 'no vacation there accepts this exam', fr: 'aucune vacation n’y accepte cet examen' },
  needs: {
    en: 'no vacation there provides what the exam needs',
    fr: 'aucune vacation n’y fournit ce que l’examen exige',
  },
  slot: { en: 'the slot fits in no vacation', fr: 'la plage ne tient dans aucune vacation' },
});

const THING_WORDS: Words<'site' | 'device' | 'flow'> = Object.freeze({
  site: { en: 'site', fr: 'site' },
  device: { en: 'device', fr: 'appareil' },
  flow: { en: 'flow', fr: 'flux' },
});

const UNIT_WORDS: Words<'min' | 'd'> = Object.freeze({
  min: { en: 'minutes', fr: 'minutes' },
  d: { en: 'days', fr: 'jours' },
});

/** The kinds a template may name after a colon: `{modality:modality}`. */
export const VOCABULARY: Vocabulary = Object.freeze({
  modality: MODALITY_WORDS,
  one: ONE_OF_MODALITY,
  class: CLASS_WORDS,
  kind: VALUE_KIND_WORDS,
  example: EXAMPLE_WORDS,
  obstacle: OBSTACLE_WORDS,
  thing: THING_WORDS,
  unit: UNIT_WORDS,
  staff: STAFF_LABELS,
});
