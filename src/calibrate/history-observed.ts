/**
 * What was observed. Nothing that predicts imports this file (a test holds it): the observations are opened once the
 * predictions are made.
 */
import { nationalMriSeries, surveyRow } from '../model/benchmark/mri-access-surveys.ts';
import type { HistoryClaimId, HistoryObservation } from '../model/results/results.ts';
import type { Label } from '../model/scenario.ts';

/** Two-sided 95 % of a normal law, and of Student's t with the 8 degrees of freedom of ten years and a line. */
const Z = 1.959964;
const T8 = 2.306004;

/** Standard error of a region's yearly mean delay, days (sized on Bretagne: > 50, 24.2, > 50 in three years). */
export const REGION_STANDARD_ERROR_DAYS = 6;
/** Regions called alike in metropolitan France before 2016. */
const REGIONS = 22;
/** Standard error of a national yearly mean, days: that of the mean of 22 regions. */
export const NATION_STANDARD_ERROR_DAYS = REGION_STANDARD_ERROR_DAYS / Math.sqrt(REGIONS);

/** Slope of ln delay on ln machines, ten years 2009–2018, and its standard error (least squares on the table). */
export const NATIONAL_SLOPE = Object.freeze({ value: -0.059, standardError: 0.125 });
/** The same across regions in 2013. */
const REGIONAL_SLOPE = -1.15;
/** Outpatients of the three arrangements together. */
const STUDY_PATIENTS = 205;
/** Coefficient of variation of scanner exams, class A (ANAP 2010, figure 11). */
const EXAM_CV = 0.52;

const around = (value: number, halfWidth: number, source: Label): HistoryObservation => ({
  value,
  low: value - halfWidth,
  high: value + halfWidth,
  source,
});

function nationalChange(): HistoryObservation {
  const series = nationalMriSeries();
  const change = series[series.length - 1]!.delayDays - series[0]!.delayDays;
  return around(change, Z * Math.SQRT2 * NATION_STANDARD_ERROR_DAYS, {
    en: 'mystery calls 2009 and 2018 (ISA, SNITEM); a year’s mean has a standard error of 6 ÷ √22 days',
    fr: 'appels mystères 2009 et 2018 (ISA, SNITEM) ; erreur type d’une année : 6 ÷ √22 jours',
  });
}

/** Sampling error of a slope drawn through two groups of five regions, over the spread of equipment that the slope implies. */
function regionalSlope(): HistoryObservation {
  const best = surveyRow('S082').delayDays!;
  const least = surveyRow('S083').delayDays!;
  const ofGroup = REGION_STANDARD_ERROR_DAYS / Math.sqrt(5);
  const ofLogRatio = Math.sqrt((ofGroup / best) ** 2 + (ofGroup / least) ** 2);
  const logRatio = Math.log(least / best);
  return around(REGIONAL_SLOPE, (Z * ofLogRatio * -REGIONAL_SLOPE) / logRatio, {
    en: 'regions in 2013 (ISA); error of two groups of five regions, 6 days each',
    fr: 'régions en 2013 (ISA) ; erreur de deux groupes de cinq régions, 6 jours chacun',
  });
}

const technologists = (perHour: number): HistoryObservation =>
  around(perHour, (Z * perHour * EXAM_CV) / Math.sqrt(STUDY_PATIENTS / 3), {
    en: 'RSNA 2007 abstract, 205 outpatients; error estimated here: cv 0.52, a third of the patients each',
    fr: 'résumé RSNA 2007, 205 patients ; erreur estimée ici : cv 0,52, un tiers des patients chacun',
  });

const exactly = (value: number, en: string, fr: string): HistoryObservation => ({
  value,
  low: null,
  high: null,
  source: { en, fr },
});

/** The observation of each claim; null where the claim is an inversion. */
export function historyObservations(): Readonly<Record<HistoryClaimId, HistoryObservation | null>> {
  const change = nationalChange();
  const [one, two, three] = [technologists(2.2), technologists(6.2), technologists(7.5)];
  return {
    'fixed-demand': change,
    'fixed-demand-slope': around(NATIONAL_SLOPE.value, T8 * NATIONAL_SLOPE.standardError, {
      en: 'line through ten national years, 2009–2018',
      fr: 'droite ajustée sur dix années nationales, 2009–2018',
    }),
    'exam-volumes': change,
    indications: change,
    'across-regions': regionalSlope(),
    'two-years': {
      value: null,
      low: -3,
      high: -0.5,
      source: {
        en: 'before/after cases of the literature, from which the range of τ was drawn',
        fr: 'cas avant/après de la littérature, dont la fourchette de τ a été tirée',
      },
    },
    'needed-growth': null,
    'freed-minutes': exactly(
      60,
      'Groningen thesis (abstract); no error published',
      'thèse de Groningue (résumé) ; sans erreur publiée',
    ),
    'emergency-capacity': exactly(
      150,
      'Groningen thesis (abstract); no error published',
      'thèse de Groningue (résumé) ; sans erreur publiée',
    ),
    'ct-1': one,
    'ct-2': two,
    'ct-3': three,
    'ct-1-prepared': one,
    'ct-2-prepared': two,
    'ct-3-prepared': three,
    'ct-1-whole-cycle': one,
    'ct-2-whole-cycle': two,
    'ct-3-whole-cycle': three,
    'ct-1-missing-minutes': null,
  };
}

/** Patients an hour seen with one technologist, for the inversion. */
export const ONE_TECHNOLOGIST_PER_HOUR = 2.2;
