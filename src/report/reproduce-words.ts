/** The words of the page of `benchmark reproduce`: quantities, units, statuses. */
import type { ReproduceStatus, ReproduceUnit } from '../model/results/reproduce.ts';
import type { Modality } from '../model/vocabulary.ts';
import type { Text } from './language.ts';

type Words<K extends string> = Readonly<Record<K, Text>>;

/** Quantities of the published tables; `{class}` is a letter of a class, with its space. */
export const QUANTITY_WORDS: Words<
  'duration' | 'delay' | 'report' | 'opening' | 'occupancy' | 'passages' | 'icr'
> = Object.freeze({
  duration: { en: 'exam {class}, min', fr: 'examen {class}, min' },
  delay: { en: 'first offer {class}, days', fr: '1er RDV {class}, jours' },
  report: { en: 'report {class}, min', fr: 'CR {class}, min' },
  opening: { en: 'scheduled, h/week', fr: 'programmé, h/sem.' },
  occupancy: { en: 'occupancy', fr: 'occupation' },
  passages: { en: 'passages a week', fr: 'passages par sem.' },
  icr: { en: 'ICR per hour', fr: 'ICR par heure' },
});

export const MODALITY_SHORT: Words<Modality> = Object.freeze({
  ct: { en: 'CT', fr: 'scanner' },
  mri: { en: 'MRI', fr: 'IRM' },
});

export const UNIT_SUFFIX: Words<ReproduceUnit> = Object.freeze({
  min: { en: ' min', fr: ' min' },
  d: { en: ' days', fr: ' jours' },
  'h/week': { en: ' h/week', fr: ' h/sem.' },
  h: { en: ' h', fr: ' h' },
  ratio: { en: '%', fr: ' %' },
  '/week': { en: ' a week', fr: ' par sem.' },
  'ICR/h': { en: ' ICR/h', fr: ' ICR/h' },
  passages: { en: ' passages', fr: ' passages' },
});

export const PARAMETER_UNIT: Words<'ratio' | 'd' | 'min' | 'h/day' | 'ICR' | 'h/week'> = Object.freeze({
  ratio: { en: '', fr: '' },
  d: { en: ' days', fr: ' jours' },
  min: { en: ' min', fr: ' min' },
  'h/day': { en: ' h/day', fr: ' h/jour' },
  ICR: { en: ' ICR', fr: ' ICR' },
  'h/week': { en: ' h/week', fr: ' h/sem.' },
});

export const STATUS_TITLE: Words<ReproduceStatus> = Object.freeze({
  fitted: {
    en: 'Fitted ({year}): inputs found so that these come back, {ok} of {rows} do',
    fr: 'Ajusté ({year}) : entrées trouvées pour que ces lignes reviennent, {ok} sur {rows}',
  },
  'by-construction': {
    en: 'By construction ({year}): inputs or consequences of inputs, {ok} of {rows} come back',
    fr: 'Par construction ({year}) : entrées ou conséquences des entrées, {ok} sur {rows} reviennent',
  },
  predicted: {
    en: 'Predicted ({year}): nothing was chosen for these, {ok} of {rows} come out right',
    fr: 'Prédit ({year}) : rien n’a été choisi pour ces lignes, {ok} sur {rows} sont justes',
  },
});

export const STATUS_RULE: Words<ReproduceStatus> = Object.freeze({
  fitted: {
    en: 'Near enough: 3%, half a day, or one point. These rows alone decide success.',
    fr: 'Assez près : 3 %, une demi-journée ou un point. Ces lignes seules décident du succès.',
  },
  'by-construction': {
    en: 'Near enough: as above; shares of devices, 5 points; words, the bounds they are read as.',
    fr: 'Assez près : comme ci-dessus ; parts d’appareils, 5 points ; mots, les bornes lues.',
  },
  predicted: {
    en: 'Right: within 10%, half a day, one point of occupancy, 5 points of devices, or the bounds. Set before looking.',
    fr: 'Juste : à 10 %, une demi-journée, un point d’occupation, 5 points d’appareils, ou dans les bornes. Fixé avant de regarder.',
  },
});
