/**
 * What a scenario leaves out, with range and source. `anap-2010` is the national campaign plus stated assumptions;
 * `none` switches every effect off, so that textbook systems are plain scenarios.
 */
import type { Law } from '../law.ts';
import type { ByClass, EvidenceStatus, Label } from '../scenario.ts';
import { MINUTE } from '../units.ts';
import type { Modality } from '../vocabulary.ts';

/** A default number or law with its evidence; the range is in the unit of the field. */
export interface Default<T> {
  readonly value: T;
  readonly range: readonly [number, number] | null;
  readonly status: EvidenceStatus;
  readonly source: Label;
}

export interface ModalityDefaults {
  readonly durations: ByClass<Default<Law>> | null;
  readonly slotSeconds: ByClass<Default<number>> | null;
  readonly changeover: Default<Law>;
  readonly lateStart: Default<Law>;
  readonly earlyEndSeconds: Default<number>;
  readonly noShow: Default<number>;
  /** Acceptance scale of ambulatory and hospitalised patients, days; null = always accept. */
  readonly tauDays: { readonly A: Default<number> | null; readonly H: Default<number> | null };
  readonly backlogDays: { readonly A: number; readonly H: number };
  readonly reports: ByClass<Default<Law> | null>;
  readonly readingTime: Default<Law>;
}

export interface DefaultsSet {
  readonly byModality: Readonly<Record<Modality, ModalityDefaults>>;
  readonly punctuality: Default<Law>;
  readonly callIn: Default<Law>;
  readonly horizonDays: number;
  readonly leadDays: { readonly A: number; readonly H: number };
  readonly profile: { readonly booked: 'flat' | 'office'; readonly walkIn: 'flat' | 'emergency' };
}

const none: Label = Object.freeze({ en: 'switched off', fr: 'désactivé' });
const off = <T>(value: T): Default<T> =>
  Object.freeze({ value, range: null, status: 'assumed', source: none });
const always = (minutes: number): Law => Object.freeze({ law: 'deterministic', value: minutes * MINUTE });

const assumed = <T>(value: T, low: number, high: number, en: string, fr: string): Default<T> =>
  Object.freeze({ value, range: [low, high] as const, status: 'assumed', source: { en, fr } });
/** Lost minutes that the campaign names among the margins without a figure (ANAP 2010, after figure 18). */
const namedOnly = <T>(value: T): Default<T> =>
  assumed(value, 0, 20, 'assumed; ANAP names it, no figure', 'supposé ; cité par l’ANAP sans chiffre');
const calibrated = <T>(value: T, low: number, high: number, en: string, fr: string): Default<T> =>
  Object.freeze({ value, range: [low, high] as const, status: 'calibrated', source: { en, fr } });

const published = (figure: number, minutes: readonly [number, number, number]): Default<Law> =>
  Object.freeze<Default<Law>>({
    value: {
      law: 'jqpd-s',
      min: 3 * MINUTE,
      p20: minutes[0] * MINUTE,
      p50: minutes[1] * MINUTE,
      p80: minutes[2] * MINUTE,
    },
    range: null,
    status: 'measured',
    source: { en: `ANAP 2010, figure ${figure}`, fr: `ANAP 2010, figure ${figure}` },
  });

/** Reports need a bounded law: the tail of a semi-bounded one gives absurd delays. */
const LONGEST_REPORT_MINUTES = 30 * 24 * 60;
const report = (figure: number, minutes: readonly [number, number, number]): Default<Law> =>
  Object.freeze<Default<Law>>({
    value: {
      law: 'jqpd-b',
      min: 0,
      max: LONGEST_REPORT_MINUTES * MINUTE,
      p20: minutes[0] * MINUTE,
      p50: minutes[1] * MINUTE,
      p80: minutes[2] * MINUTE,
    },
    range: null,
    status: 'measured',
    source: { en: `ANAP 2010, figure ${figure}`, fr: `ANAP 2010, figure ${figure}` },
  });

const slot = (minutes: number, low: number, high: number) =>
  calibrated(
    minutes * MINUTE,
    low,
    high,
    'calibrated on occupancy and delays (ANAP 2010, figures 1, 2, 15, 16)',
    'calé sur l’occupation et les délais (ANAP 2010, figures 1, 2, 15, 16)',
  );
const same = <T>(value: T): ByClass<T> => Object.freeze({ A: value, H: value, R: value, U: value });

const CT_H_REPORT = report(7, [66, 174, 1452]);
const MRI_H_REPORT = report(8, [72, 762, 3726]);
const NO_SHOW = assumed(
  0.04,
  0.01,
  0.1,
  'between 2% (one French centre) and 7% (Boston CT); MRI 4%',
  'entre 2 % (un centre français) et 7 % (scanners de Boston) ; IRM 4 %',
);
const inpatientTau = (days: number, low: number, high: number) =>
  assumed(
    days,
    low,
    high,
    'assumed: an inpatient is discharged, or another test is done, before a distant appointment',
    'supposé : un hospitalisé sort, ou un autre examen est fait, avant un rendez-vous lointain',
  );

const ct: ModalityDefaults = {
  durations: {
    A: published(11, [5, 10, 15.8]),
    H: published(11, [7.1, 12, 20]),
    R: published(11, [10, 16.6, 27.9]),
    U: published(11, [7, 11, 18]),
  },
  slotSeconds: same(slot(20, 15, 30)),
  changeover: assumed(always(3), 1, 8, 'clear time 3.4 min (Duke)', 'temps de libération 3,4 min (Duke)'),
  lateStart: namedOnly(always(10)),
  earlyEndSeconds: namedOnly(10 * MINUTE),
  noShow: NO_SHOW,
  tauDays: {
    A: assumed(
      15,
      5,
      40,
      'bounded by before/after cases in the literature',
      'borné par des cas avant/après de la littérature',
    ),
    H: inpatientTau(10, 3, 30),
  },
  backlogDays: { A: 7, H: 2 },
  reports: { A: report(7, [48, 180, 1650]), H: CT_H_REPORT, R: CT_H_REPORT, U: CT_H_REPORT },
  readingTime: assumed(always(10), 5, 20, 'assumed', 'supposé'),
};

const mri: ModalityDefaults = {
  durations: {
    A: published(12, [14, 20, 30]),
    H: published(12, [19.4, 28, 40]),
    R: published(12, [20, 31.6, 47.9]),
    U: published(12, [17, 25, 35]),
  },
  slotSeconds: same(slot(30, 20, 45)),
  changeover: assumed(
    always(2),
    1,
    3,
    'fitted: 6 min would cap occupancy below the benchmark’s',
    'ajusté : 6 min plafonneraient l’occupation sous celle du benchmark',
  ),
  lateStart: namedOnly(always(5)),
  earlyEndSeconds: namedOnly(5 * MINUTE),
  noShow: NO_SHOW,
  tauDays: {
    A: assumed(
      30,
      10,
      60,
      'bounded by before/after cases in the literature',
      'borné par des cas avant/après de la littérature',
    ),
    H: inpatientTau(15, 5, 40),
  },
  backlogDays: { A: 21, H: 7 },
  reports: { A: report(8, [48, 360, 4140]), H: MRI_H_REPORT, R: MRI_H_REPORT, U: MRI_H_REPORT },
  readingTime: assumed(always(12), 6, 25, 'assumed', 'supposé'),
};

const nothing: ModalityDefaults = {
  durations: null,
  slotSeconds: null,
  changeover: off(always(0)),
  lateStart: off(always(0)),
  earlyEndSeconds: off(0),
  noShow: off(0),
  tauDays: { A: null, H: null },
  backlogDays: { A: 0, H: 0 },
  reports: same(null),
  readingTime: off(always(0)),
};

export const DEFAULTS: Readonly<Record<'anap-2010' | 'none', DefaultsSet>> = Object.freeze({
  'anap-2010': {
    byModality: { ct, mri },
    punctuality: assumed<Law>(
      { law: 'normal', mean: -10 * MINUTE, sd: 10 * MINUTE, floor: -60 * MINUTE },
      -20,
      0,
      'assumed; 11% late in one MRI study',
      'supposé ; 11 % de retards dans une étude IRM',
    ),
    callIn: assumed(always(30), 15, 60, 'assumed', 'supposé'),
    horizonDays: 180,
    leadDays: { A: 1, H: 0 },
    profile: { booked: 'office', walkIn: 'emergency' },
  },
  none: {
    byModality: { ct: nothing, mri: nothing },
    punctuality: off(always(0)),
    callIn: off(always(0)),
    horizonDays: 730,
    leadDays: { A: 1, H: 1 },
    profile: { booked: 'flat', walkIn: 'flat' },
  },
});
