/** What the ANAP report of 2010 says in words: statements on the night, and the cautions to show beside its numbers. */

import type { Label } from '../scenario.ts';
import type { Modality } from '../vocabulary.ts';
import type { BenchmarkNote, BenchmarkRow } from './benchmark.ts';

/**
 * How to cite a place of the report, in both languages.
 * @example anapSource('note 1', 'note 1').fr // 'ANAP, Imagerie scanner-IRM, rapport de benchmark (campagne 2010), note 1'
 */
export function anapSource(fr: string, en: string): Label {
  return {
    fr: `ANAP, Imagerie scanner-IRM, rapport de benchmark (campagne 2010), ${fr}`,
    en: `ANAP, CT and MRI benchmark report (2010 campaign), ${en}`,
  };
}

/**
 * How to cite a figure of the report.
 * @example figureSource(15).en // 'ANAP, CT and MRI benchmark report (2010 campaign), figure 15'
 */
export function figureSource(figure: number): Label {
  return anapSource(`figure ${figure}`, `figure ${figure}`);
}

const note = (
  id: string,
  modalities: readonly Modality[],
  rows: readonly BenchmarkRow[],
  source: Label,
  fr: string,
  en: string,
): BenchmarkNote => ({ id, modalities, rows, text: { fr, en }, source });

const night = anapSource('permanence des soins', 'on-call care');
const prudence = anapSource('interprétation des résultats', 'interpretation of the results');

const NIGHT: readonly BenchmarkRow[] = ['night', 'night-share'];
/** The three numbers of figures 15 and 16. */
const OPENING: readonly BenchmarkRow[] = ['opening', 'occupancy', 'icr'];

/** The night is 20:00 to 07:00; its first part ends at midnight. */
export const anap2010NightStatements: readonly BenchmarkNote[] = [
  note(
    'ct-busy-nights',
    ['ct'],
    NIGHT,
    night,
    'Une vingtaine de scanners (entre 5 et 10 % du panel) ont une activité forte : au moins 10 patients par nuit en semaine.',
    'About twenty CT scanners (5 to 10% of the panel) are busy at night: at least 10 patients a weekday night.',
  ),
  note(
    'ct-quiet-nights',
    ['ct'],
    NIGHT,
    night,
    'Deux tiers des scanners ont, la nuit, une activité inférieure ou égale à 5 patients par semaine.',
    'Two thirds of the CT scanners take at most 5 patients a week at night.',
  ),
  note(
    'mri-nights',
    ['mri'],
    NIGHT,
    night,
    'L’activité de nuit en IRM est encore assez faible.',
    'Night activity is still rather low on MRI.',
  ),
  note(
    'first-part-of-night',
    [],
    NIGHT,
    night,
    'La première partie de la nuit (20 h – 0 h) diffère nettement de la nuit profonde (0 h – 7 h) : l’activité s’y concentre.',
    'The first part of the night (20:00 to 00:00) differs clearly from the deep night (00:00 to 07:00): most of the activity is in it.',
  ),
];

/** Cautions of the report, then those of its reading (ids in `reading-…`). */
export const anap2010Caveats: readonly BenchmarkNote[] = [
  note(
    'occupancy-inexact-times',
    ['ct', 'mri'],
    ['occupancy'],
    prudence,
    'Les taux d’occupation sont à prendre avec réserve, notamment au scanner : durées courtes et débit élevé n’ont pas nécessairement permis un relevé exact des entrées et sorties de machine.',
    'Occupancy is to be taken with caution, above all on CT: short exams and a high flow did not always allow exact entry and exit times.',
  ),
  note(
    'partial-view',
    [],
    [],
    prudence,
    'L’étude ne couvre, par choix, qu’une partie des aspects organisationnels et qualitatifs.',
    'By choice, the study covers only part of the organisational and quality aspects.',
  ),
  note(
    'not-measured',
    [],
    [],
    prudence,
    'Non mesurés : pertinence des examens, ressources consommées en amont et en aval, activités non postées des radiologues, qualité perçue.',
    'Not measured: relevance of the exams, resources used before and after them, unscheduled work of radiologists, perceived quality.',
  ),
  note(
    'no-single-indicator',
    [],
    [],
    prudence,
    'Ne pas conclure d’un indicateur pris isolément : la performance résulte d’un équilibre entre dimensions.',
    'Do not conclude from one indicator alone: performance is a balance between dimensions.',
  ),
  note(
    'emergency-department-only',
    [],
    ['exam-duration'],
    anapSource('note 5', 'note 5'),
    'Seules les urgences venant d’un service des urgences ont été identifiées, ni les urgences internes ni les filières directes (AVC).',
    'Only emergencies from an emergency department were identified, neither internal ones nor direct pathways (stroke).',
  ),
  note(
    'margins',
    [],
    OPENING,
    anapSource('occupation des équipements', 'occupancy of the devices'),
    'Des marges organisationnelles sont probables sur les deux équipements, moindres en IRM qu’au scanner.',
    'Organisational margins are likely on both modalities, smaller on MRI than on CT.',
  ),
  note(
    'urgent-cases-excluded',
    [],
    ['appointment-delay'],
    anapSource('note 1', 'note 1'),
    'Délais de rendez-vous déclarés, au plus tôt, hors cas urgents.',
    'Appointment delays are declared, earliest offer, urgent cases excluded.',
  ),
  note(
    'reports-validated',
    [],
    ['report-turnaround'],
    anapSource('note 2', 'note 2'),
    'Les comptes rendus disponibles sont considérés comme validés.',
    'Reports that are available count as validated.',
  ),
  note(
    'short-exams-excluded',
    [],
    ['passages'],
    anapSource('note 3', 'note 3'),
    'Les examens de moins de 3 minutes sont exclus du volume d’activité ; leur saisie est douteuse.',
    'Exams shorter than 3 minutes are excluded from the volume of activity: their record is doubtful.',
  ),
  note(
    'occupancy-panel',
    ['ct', 'mri'],
    OPENING,
    anapSource('note 4', 'note 4'),
    'Occupation, ouverture et ICR par heure : 316 scanners et 191 IRM, après retrait des cas extrêmes ; l’introduction annonce 326 scanners.',
    'Occupancy, opening and ICR per hour: 316 CT and 191 MRI, extreme cases removed; the introduction announces 326 CT.',
  ),
  note(
    'exams-and-acts',
    [],
    ['passages', 'icr'],
    anapSource('introduction et note 3', 'introduction and note 3'),
    'L’introduction compte plus de 250 000 examens, la note 3 annonce 270 100 actes : un passage peut porter plusieurs actes.',
    'The introduction counts more than 250,000 exams, note 3 says 270,100 acts: one passage may carry several acts.',
  ),
  note(
    'reading-delays-across-sites',
    [],
    ['appointment-delay'],
    anapSource('figures 1 à 6', 'figures 1 to 6'),
    'Les lignes disent « % des patients » mais décrivent des sites × cas cliniques : comparer la médiane d’un site aux médianes des sites, non un P80 interne au P80 du panel.',
    'Rows say “% of patients” but describe sites × clinical cases: compare a site’s median with site medians, not a P80 within a site with the P80 of the panel.',
  ),
  note(
    'reading-durations-of-exams',
    [],
    ['exam-duration'],
    anapSource('figures 11 et 12', 'figures 11 and 12'),
    'Le titre dit « durées moyennes », les lignes « % des examens » : lu par défaut comme une distribution d’examens.',
    'The title says “mean durations”, the rows “% of exams”: read by default as a distribution of exams.',
  ),
  note(
    'reading-p80-rows',
    [],
    OPENING,
    anapSource('figures 15 et 16', 'figures 15 and 16'),
    'La dernière ligne s’intitule « 20 % ont plus de » : c’est le P80.',
    'The last row is headed “20% have more than”: it is the P80.',
  ),
  note(
    'reading-ct-cases',
    ['ct'],
    ['appointment-delay'],
    anapSource('figures 3 et 5', 'figures 3 and 5'),
    'Les deux figures annoncent 4 cas de scanner ; la figure 3 en imprime 5, la figure 5 en imprime 4.',
    'Both figures announce 4 CT cases; figure 3 prints 5 of them and figure 5 prints 4.',
  ),
];
