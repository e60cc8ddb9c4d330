/** The words of a page of placements: rows, bands, readings, and why a number is not compared. */
import type { BenchmarkPosition, BenchmarkRow } from '../model/benchmark/benchmark.ts';
import type { BenchmarkReadings, LeftOutReason } from '../model/benchmark/placement.ts';
import type { Modality } from '../model/vocabulary.ts';
import type { Text } from './language.ts';

type Words<K extends string> = Readonly<Record<K, Text>>;

/** Names of rows, as they begin a line; `{class}` is the letter of a class, with its comma. */
export const ROW_WORDS: Words<BenchmarkRow> = Object.freeze({
  'appointment-delay': { en: 'first appointment{class} (days)', fr: '1er rendez-vous{class} (jours)' },
  'report-turnaround': { en: 'report{class} (hours)', fr: 'compte rendu{class} (heures)' },
  'exam-duration': { en: 'exam duration{class} (min)', fr: 'durée d’examen{class} (min)' },
  opening: { en: 'scheduled opening (h/week)', fr: 'ouverture programmée (h/sem.)' },
  occupancy: { en: 'occupancy, scheduled', fr: 'taux d’occupation au programmé' },
  icr: { en: 'ICR per scheduled hour', fr: 'ICR par heure programmée' },
  passages: { en: 'passages a week', fr: 'passages par semaine' },
  night: { en: 'night passages a week', fr: 'passages de nuit par semaine' },
  'night-share': { en: 'share of the night', fr: 'part de la nuit' },
  'on-call': { en: 'on-call (h/week)', fr: 'permanence (h/sem.)' },
});

/** The median delay of patients, under the reading that has patients for points. */
export const OBTAINED: Text = {
  en: 'appointment obtained{class} (d)',
  fr: 'rendez-vous obtenu{class} (j)',
};
export const ON_CALL_AND_EMERGENCY: Text = {
  en: 'on-call, emergency (h/week)',
  fr: 'PDS et urgences (h/sem.)',
};

export const BAND_WORDS: Words<BenchmarkPosition> = Object.freeze({
  'below-p20': { en: 'below P20', fr: 'sous le P20' },
  'p20-p50': { en: 'P20–P50', fr: 'P20–P50' },
  'p50-p80': { en: 'P50–P80', fr: 'P50–P80' },
  'above-p80': { en: 'above P80', fr: 'au-dessus du P80' },
});
export const UNCERTAIN: Text = { en: '{band}, uncertain', fr: '{band}, incertain' };
export const UNSTABLE: Text = { en: 'unstable, not placed', fr: 'instable, non situé' };

/** Devices of a modality, in a sentence. */
export const DEVICES: Words<Modality> = Object.freeze({
  ct: { en: 'CT', fr: 'scanners' },
  mri: { en: 'MRI', fr: 'IRM' },
});

export const NIGHT_LIMITS: Words<
  'at-most week' | 'at-most weekday-night' | 'at-least week' | 'at-least weekday-night'
> = Object.freeze({
  'at-most week': { en: 'at most {n} a week', fr: 'au plus {n} par semaine' },
  'at-most weekday-night': { en: 'at most {n} a weekday night', fr: 'au plus {n} par nuit en semaine' },
  'at-least week': { en: 'at least {n} a week', fr: 'au moins {n} par semaine' },
  'at-least weekday-night': { en: 'at least {n} a weekday night', fr: 'au moins {n} par nuit en semaine' },
});
export const SHARE_LINE: Text = {
  en: '{verdict}: {limit} ({share} of {devices} in {year})',
  fr: '{verdict} : {limit} ({share} des {devices} en {year})',
};
export const SHARE_RANGE: Text = { en: '{low} to {high}', fr: '{low} à {high}' };
export const NO_SHARE: Text = {
  en: 'nothing counted was published in {year}',
  fr: 'rien de chiffré n’a été publié en {year}',
};
export const VERDICTS: Words<'yes' | 'no' | 'unknown'> = Object.freeze({
  yes: { en: 'yes', fr: 'oui' },
  no: { en: 'no', fr: 'non' },
  unknown: { en: 'cannot tell', fr: 'indécidable' },
});

export const REASONS: Words<LeftOutReason> = Object.freeze({
  'from-defaults': {
    en: 'filled in from the defaults, which come from a benchmark themselves',
    fr: 'valeur par défaut, elle-même issue d’un benchmark',
  },
  'from-log': { en: 'as in the log of the site', fr: 'selon le journal du site' },
  'icr-unknown': { en: 'some exams have no ICR', fr: 'certains examens n’ont pas d’ICR' },
  'no-scheduled-opening': { en: 'no scheduled opening', fr: 'aucune ouverture programmée' },
  'not-in-benchmark': { en: 'not in this benchmark', fr: 'absent de ce benchmark' },
});

export const READINGS: {
  readonly delays: Words<BenchmarkReadings['delays']>;
  readonly durations: Words<BenchmarkReadings['durations']>;
} = Object.freeze({
  delays: {
    'site-medians': {
      en: 'delays: a point of the panel is a site, so the median place offered by a department stands among medians of sites; no P80 within a site is placed',
      fr: 'délais : un point du panel est un site, donc la médiane proposée par un plateau se compare aux médianes des sites ; aucun P80 interne n’est situé',
    },
    'site-cases': {
      en: 'delays: a point of the panel is a site and a clinical case, so each exam type is placed by its median; no P80 within a site is placed',
      fr: 'délais : un point du panel est un site et un cas clinique, donc chaque type d’examen est situé par sa médiane ; aucun P80 interne n’est situé',
    },
    patients: {
      en: 'delays: a point of the panel is a patient, as its rows say, so the median delay obtained is placed; no P80 within a site is placed',
      fr: 'délais : un point du panel est un patient, comme le disent ses lignes, donc la médiane du délai obtenu est située ; aucun P80 interne ne l’est',
    },
  },
  durations: {
    exams: {
      en: 'durations: a point of the panel is an exam, so a device is placed by its median duration',
      fr: 'durées : un point du panel est un examen, donc un appareil est situé par sa durée médiane',
    },
    'device-means': {
      en: 'durations: a point of the panel is a device, so a device is placed by its mean duration',
      fr: 'durées : un point du panel est un appareil, donc un appareil est situé par sa durée moyenne',
    },
  },
});
export const BY_DEFAULT: Text = { en: '{reading} (default)', fr: '{reading} (par défaut)' };
