/** What a delay should come down to: `A:mri<=14d`, read and found in a scenario. */
import { CLASSES, type Modality, type PatientClass } from '../../model/vocabulary.ts';

/** A class, a modality and a delay as they were written; the site where one was named. */
export interface DelayTarget {
  readonly class: PatientClass;
  readonly modality: Modality;
  readonly site: string | null;
  /** First available at or below this many days. */
  readonly days: number;
}

/** Which part of a target cannot be read: all of it, its class, its modality. */
export interface TargetFault {
  readonly fault: 'form' | 'class' | 'modality';
  readonly value: string;
}

const FORM =
  /^\s*([^:@<≤]*?)\s*:\s*([^:@<≤]*?)\s*(?:@\s*([^<≤]*?)\s*)?(?:<=|≤|<)\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:d|days?|j|jours?)?\s*$/iu;

/** What a user may call a modality. */
const MODALITY_NAMES: Readonly<Record<string, Modality>> = Object.freeze({
  mri: 'mri',
  irm: 'mri',
  ct: 'ct',
  scanner: 'ct',
  tdm: 'ct',
});

/**
 * The target a text says, in days; `<=`, `≤` and `<` mean the same, `d` and `j` too, and spaces do not count. A fault where it
 * cannot be read.
 * @example parseTarget('A:mri<=14d') // { class: 'A', modality: 'mri', site: null, days: 14 }
 * @example parseTarget('a : IRM @ ch ≤ 10,5 j') // { class: 'A', modality: 'mri', site: 'ch', days: 10.5 }
 * @example parseTarget('B:mri<=14d') // { fault: 'class', value: 'B' }
 */
export function parseTarget(text: string): DelayTarget | TargetFault {
  const [, name = '', machine = '', site, days] = FORM.exec(text) ?? [];
  if (days === undefined || site === '') return { fault: 'form', value: text };
  const patientClass = CLASSES.find((one) => one === name.toUpperCase());
  if (patientClass === undefined) return { fault: 'class', value: name };
  const key = machine.toLowerCase();
  const modality = Object.hasOwn(MODALITY_NAMES, key) ? MODALITY_NAMES[key] : undefined;
  if (modality === undefined) return { fault: 'modality', value: machine };
  return { class: patientClass, modality, site: site ?? null, days: Number(days.replace(',', '.')) };
}

/** The patients whose delay is looked at: those of a class, booked in one department. */
export interface WaitingPatients {
  readonly class: PatientClass;
  readonly modality: Modality;
  readonly site: string;
}

export { sitesBooking } from '../../model/rules/targets.ts';
