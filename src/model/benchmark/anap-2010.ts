/**
 * The national benchmark of CT and MRI departments by the ANAP, measured over 28 consecutive days of early 2010 in 14
 * regions of France. Numbers are as printed, in the unit of their key; percentages became ratios. 2010 is long ago:
 * show the year wherever a number appears.
 */

import { deepFreeze } from '../freeze.ts';
import { anap2010Cases } from './anap-2010-cases.ts';
import { anap2010Caveats, anap2010NightStatements, anapSource, figureSource } from './anap-2010-notes.ts';
import type { BenchmarkBand, BenchmarkUnit, NightShare } from './benchmark.ts';

type Triple = readonly [p20: number, p50: number, p80: number];

const band =
  (unit: BenchmarkUnit, figure: number) =>
  ([p20, p50, p80]: Triple): BenchmarkBand => ({ unit, figure, p20, p50, p80, source: figureSource(figure) });

/** Passages a week are printed in the text, not in a figure. */
const passages = (p20: number, p50: number, p80: number): BenchmarkBand => ({
  unit: 'passages-per-week',
  figure: null,
  p20,
  p50,
  p80,
  source: anapSource('volume d’activité, note 3', 'volume of activity, note 3'),
});

const onCall = anapSource('permanence des soins', 'on-call care');

const night = (
  side: NightShare['side'],
  count: number,
  per: NightShare['per'],
  [low, high]: readonly [low: number, high: number],
): NightShare => ({ side, passages: count, per, ratio: { low, high }, source: onCall });

/** The report prints no share of MRI: night activity is « encore assez faible ». */
const NOT_COUNTED: readonly NightShare[] = [];

/** « Deux tiers », in words. */
const TWO_THIRDS = 0.667;
const HOUR = 60;
const DAY = 1440;

export const anap2010 = deepFreeze({
  id: 'anap-2010',
  year: 2010,
  publisher: 'ANAP',
  territory: { fr: 'France, 14 régions', en: 'France, 14 regions' },
  label: {
    fr: 'ANAP, benchmark des plateaux d’imagerie scanner et IRM, 2010',
    en: 'ANAP, benchmark of CT and MRI departments, 2010',
  },
  modalities: {
    ct: {
      devices: { measured: 326, occupancyPanel: 316 },
      appointmentDelayDays: {
        A: band('days', 1)([2, 7, 14]),
        H: band('days', 1)([0, 2, 5]),
      },
      reportTurnaroundMinutes: {
        A: band('minutes', 7)([48, 3 * HOUR, DAY + 3 * HOUR + 30]),
        H: band('minutes', 7)([HOUR + 6, 2 * HOUR + 54, 24 * HOUR + 12]),
      },
      examDurationMinutes: {
        A: band('minutes', 11)([5, 10, 15.8]),
        H: band('minutes', 11)([7.1, 12, 20]),
        R: band('minutes', 11)([10, 16.6, 27.9]),
        U: band('minutes', 11)([7, 11, 18]),
      },
      openingHours: band('hours-per-week', 15)([37.4, 47, 56.2]),
      occupancyRatio: band('ratio', 15)([0.508, 0.606, 0.702]),
      icrPerHour: band('icr-per-hour', 15)([130.4, 158.8, 191.1]),
      passagesPerWeek: passages(105, 158, 214),
      extendedMedians: {
        figure: 17,
        source: figureSource(17),
        occupancyRatio: { scheduled: 0.606, extended: 0.59 },
        openingHours: { scheduled: 47, extended: 53.2 },
      },
      onCallShare: {
        ratio: 0.7,
        aboveHours: 90,
        criterion: {
          fr: 'plus de 90 h par semaine de permanence des soins et d’urgence, déclarées (note 7)',
          en: 'more than 90 h a week of on-call and emergency time, as declared (note 7)',
        },
        source: onCall,
      },
      nightShares: [
        night('at-most', 5, 'week', [TWO_THIRDS, TWO_THIRDS]),
        night('at-least', 10, 'weekday-night', [0.05, 0.1]),
      ],
    },
    mri: {
      devices: { measured: 191, occupancyPanel: 191 },
      appointmentDelayDays: {
        A: band('days', 2)([11, 21, 38]),
        H: band('days', 2)([3, 7, 17]),
      },
      reportTurnaroundMinutes: {
        A: band('minutes', 8)([48, 6 * HOUR, 2 * DAY + 21 * HOUR]),
        H: band('minutes', 8)([HOUR + 12, 12 * HOUR + 42, 2 * DAY + 14 * HOUR + 6]),
      },
      examDurationMinutes: {
        A: band('minutes', 12)([14, 20, 30]),
        H: band('minutes', 12)([19.4, 28, 40]),
        R: band('minutes', 12)([20, 31.6, 47.9]),
        U: band('minutes', 12)([17, 25, 35]),
      },
      openingHours: band('hours-per-week', 16)([47, 57, 64]),
      occupancyRatio: band('ratio', 16)([0.74, 0.814, 0.87]),
      icrPerHour: band('icr-per-hour', 16)([125, 166.1, 208]),
      passagesPerWeek: passages(70, 105, 149),
      extendedMedians: {
        figure: 18,
        source: figureSource(18),
        occupancyRatio: { scheduled: 0.814, extended: 0.8 },
        openingHours: { scheduled: 57, extended: 58.5 },
      },
      onCallShare: {
        ratio: 0.21,
        aboveHours: null,
        criterion: {
          fr: 'déclarées accessibles en permanence des soins',
          en: 'declared accessible during on-call care',
        },
        source: onCall,
      },
      nightShares: NOT_COUNTED,
    },
  },
  clinicalCases: anap2010Cases,
  nightStatements: anap2010NightStatements,
  caveats: anap2010Caveats,
  participants: {
    total: 301,
    unit: { fr: 'établissements (FINESS géographique)', en: 'establishments (geographical FINESS number)' },
    byLegalStatus: [
      { status: 'CH', count: 117, label: { fr: 'centre hospitalier', en: 'public hospital' } },
      {
        status: 'CHU',
        count: 18,
        label: { fr: 'centre hospitalier universitaire', en: 'university hospital' },
      },
      {
        status: 'CHU AP-HP',
        count: 14,
        label: { fr: 'CHU, AP-HP', en: 'university hospital, Paris (AP-HP)' },
      },
      {
        status: 'CHU APHM',
        count: 4,
        label: { fr: 'CHU, AP-HM', en: 'university hospital, Marseille (AP-HM)' },
      },
      {
        status: 'EPSIC',
        count: 16,
        label: { fr: 'EPSIC (sigle du rapport)', en: 'EPSIC (as in the report)' },
      },
      {
        status: 'GCS',
        count: 2,
        label: { fr: 'groupement de coopération sanitaire', en: 'health cooperation group' },
      },
      {
        status: 'GIE',
        count: 49,
        label: { fr: 'groupement d’intérêt économique', en: 'economic interest group' },
      },
      { status: 'HIA', count: 1, label: { fr: 'hôpital d’instruction des armées', en: 'military hospital' } },
      { status: 'Libéral', count: 10, label: { fr: 'cabinet libéral', en: 'liberal practice' } },
      { status: 'Privé', count: 70, label: { fr: 'établissement privé', en: 'private establishment' } },
    ],
  },
});
