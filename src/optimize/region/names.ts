/** How places, departments and hours are called in the rows of the region's model. */
import { departmentLabel } from '../../model/oqos/departments.ts';
import type { Label } from '../../model/scenario.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { Implantation } from './problem.ts';

/** Units of rows and columns. */
export const UNITS = Object.freeze({
  devices: { en: 'devices', fr: 'appareils' },
  sites: { en: 'sites', fr: 'implantations' },
  blocks: { en: 'evening sessions a week', fr: 'séances du soir par semaine' },
  requests: { en: 'requests a week', fr: 'demandes par semaine' },
  places: { en: 'places a week', fr: 'places par semaine' },
  patientDays: { en: 'patient-days a week', fr: 'jours-patients par semaine' },
  days: { en: 'days', fr: 'jours' },
  minutes: { en: 'minutes', fr: 'minutes' },
  hours: { en: 'hours a week', fr: 'heures par semaine' },
  thousandEuros: { en: 'thousand euros a year', fr: 'milliers d’euros par an' },
  inhabitants: { en: 'inhabitants', fr: 'habitants' },
  shares: { en: 'shares', fr: 'parts' },
  choices: { en: 'choices', fr: 'choix' },
} satisfies Readonly<Record<string, Label>>);

const MODALITY_LABELS: Readonly<Record<Modality, Label>> = Object.freeze({
  ct: { en: 'CT', fr: 'scanner' },
  mri: { en: 'MRI', fr: 'IRM' },
});

/** A modality in a department. */
export function counterLabel(department: string, modality: Modality): Label {
  const [what, where] = [MODALITY_LABELS[modality], departmentLabel(department)];
  return { en: `${what.en}, ${where}`, fr: `${what.fr}, ${where}` };
}

/** An implantation by its site and modality. */
export function placeLabel({ site, modality }: Pick<Implantation, 'site' | 'modality'>): Label {
  const what = MODALITY_LABELS[modality];
  return { en: `${site}, ${what.en}`, fr: `${site}, ${what.fr}` };
}

/** A label with words after it. */
export const withWords = (of: Label, words: Label): Label => ({
  en: `${of.en}: ${words.en}`,
  fr: `${of.fr} : ${words.fr}`,
});
