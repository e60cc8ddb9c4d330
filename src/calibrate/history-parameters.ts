/**
 * Every number the predictions rest on, fixed before the observations are opened: those of the defaults, with their
 * ranges, and those stated here, with their sources. None of them is found from an outcome.
 */
import { mean } from '../engine/laws/moments.ts';
import { pow } from '../engine/math.ts';
import { DEFAULTS, type Default } from '../model/complete/defaults.ts';
import type { Law } from '../model/law.ts';
import type { HistoryParameter } from '../model/results/results.ts';
import type { Label } from '../model/scenario.ts';
import { MINUTE } from '../model/units.ts';

const { mri, ct } = DEFAULTS['anap-2010'].byModality;

const fromDefaults = (
  id: string,
  unit: string,
  { value, range, source }: Default<number>,
  per = 1,
): HistoryParameter => ({ id, value: value / per, range, unit, from: 'defaults', source });

const lawFromDefaults = (id: string, { value, range, source }: Default<Law>): HistoryParameter => ({
  id,
  value: mean(value) / MINUTE,
  range,
  unit: 'min',
  from: 'defaults',
  source,
});

const stated = (
  id: string,
  value: number,
  range: readonly [number, number] | null,
  unit: string,
  source: Label,
): HistoryParameter => ({ id, value, range, unit, from: 'stated', source });

/** Acceptance scale of MRI outpatients, days. */
export const TAU = fromDefaults('tau', 'd', mri.tauDays.A!);
/** Share of appointments not kept, MRI. */
export const MRI_NO_SHOW = fromDefaults('no-show', 'ratio', mri.noShow);
/** Standard slot of an MRI, minutes. */
export const MRI_SLOT = fromDefaults('slot', 'min', mri.slotSeconds!.A, MINUTE);
/** Changeover of an MRI, minutes. */
export const MRI_CHANGEOVER = lawFromDefaults('changeover', mri.changeover);
/** Late start of an MRI, minutes. */
export const MRI_LATE_START = lawFromDefaults('late-start', mri.lateStart);
/** Changeover of a scanner, minutes. */
export const CT_CHANGEOVER = lawFromDefaults('changeover', ct.changeover);

/** Exams a year from 67.5 per 1,000 inhabitants about 2010 (63.0 million: 592 machines at 9.4 per million in 2011) to 4.5–5 million in 2013. */
const EXAMS_2010 = 0.0675 * (592 / 9.4);
const yearly = (exams2013: number): number => pow(exams2013 / EXAMS_2010, 1 / 3) - 1;
/** Growth of exams done, a year. */
export const EXAM_GROWTH = stated('exam-growth', yearly(4.75), [yearly(4.5), yearly(5)], '/year', {
  en: '67.5 exams per 1,000 inhabitants about 2010 (les-bons-choix-sante.fr), 4.5–5 million in 2013 (question 57456)',
  fr: '67,5 examens pour 1 000 habitants vers 2010 (les-bons-choix-sante.fr), 4,5–5 millions en 2013 (question 57456)',
});
/** Growth of the indications of MRI, a year, as radiologists said it in 2014. */
export const INDICATION_GROWTH = stated('indication-growth', 0.075, [0.05, 0.1], '/year', {
  en: 'indications grow by 5% to more than 10% a year (lequotidiendumedecin.fr 2014, quoting AMR 2013); middle taken',
  fr: 'indications : de 5 % à plus de 10 % par an (lequotidiendumedecin.fr 2014, citant AMR 2013) ; milieu retenu',
});
/** Machines per million at the two ends of the regions in 2013, and in the country. */
export const REGIONS_2013 = Object.freeze({ least: 6.7, most: 13.6, country: 10.1 });
/** Capacity added in the two-year question: a tenth. */
export const ADDED_CAPACITY = 0.1;

/** Turnaround, where durations are those of the acquisition alone. */
export const ACQUISITION_CHANGEOVER = stated('turnaround', 6, [3, 12], 'min', {
  en: '6 min (3–12) between acquisitions; the default of 2 is for the durations of the campaign',
  fr: '6 min (3–12) entre deux acquisitions ; le défaut de 2 va avec les durées de la campagne',
});
/** Minutes of turnaround saved when the patient is prepared outside: 328 s. */
export const PREPARED_SAVES = stated('saved-each', 328 / 60, null, 'min', {
  en: '−328 s of turnaround, patient prepared outside (arrs.org 2019)',
  fr: '−328 s entre deux patients, patient préparé hors salle (arrs.org 2019)',
});
/** What the freed time is spent on, in the second question of the case: minutes a day. */
export const FREED_GIVEN = stated('freed', 60, null, 'min/day', {
  en: 'given: 60 min freed by protocol times, injection outside, supply (Groningen thesis)',
  fr: 'donné : 60 min libérées : protocoles, perfusion hors salle, brancardage (thèse de Groningue)',
});
/** Emergency capacity before the change, minutes a day. */
export const EMERGENCIES_BEFORE = stated('emergencies', 90, null, 'min/day', {
  en: 'given: emergency capacity before (Groningen thesis)',
  fr: 'donné : capacité d’urgence avant (thèse de Groningue)',
});

/** Room time by number of technologists, minutes. */
export const CT_ROOM_MINUTES = Object.freeze({ 1: 12, 2: 9.7, 3: 8 } as const);
export type Technologists = keyof typeof CT_ROOM_MINUTES;
export const TECHNOLOGISTS: readonly Technologists[] = Object.freeze([1, 2, 3]);
export const ROOM_TIMES: readonly HistoryParameter[] = TECHNOLOGISTS.map((n) =>
  stated(`room-time-${n}`, CT_ROOM_MINUTES[n], null, 'min', {
    en: 'given: measured in the study (RSNA 2007)',
    fr: 'donné : mesuré dans l’étude (RSNA 2007)',
  }),
);
/** Preparation of a scanner patient outside the room, minutes: no source gives one. */
export const CT_PREPARATION = stated('preparation', 10, [5, 15], 'min', {
  en: 'assumed; no source gives a figure',
  fr: 'supposé ; aucune source ne donne de chiffre',
});
/** Coefficient of variation of room times. */
export const ROOM_TIME_CV = stated('cv', 0.5, [0.3, 0.8], 'ratio', {
  en: 'near that of scanner exams, class A (ANAP 2010, figure 11: 0.52)',
  fr: 'proche de celui des examens de scanner, classe A (ANAP 2010, figure 11 : 0,52)',
});
