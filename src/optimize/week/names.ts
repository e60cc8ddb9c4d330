/** How queues, days and hours are called in the rows of the model. */

import { clockText } from '../../model/consistency/shape.ts';
import type { Label, Scenario } from '../../model/scenario.ts';
import type { Modality, PatientClass } from '../../model/vocabulary.ts';
import { dayName } from '../../model/week/times.ts';
import { placeOf } from '../levers/practice-edit.ts';
import type { Queue } from './problem.ts';

const PATIENTS: Readonly<Record<PatientClass, Label>> = Object.freeze({
  A: { en: 'ambulatory patients', fr: 'patients ambulatoires' },
  H: { en: 'hospitalised patients', fr: 'patients hospitalisés' },
  R: { en: 'intensive-care patients', fr: 'patients de réanimation' },
  U: { en: 'emergency patients', fr: 'patients des urgences' },
});

/** Units of rows and columns. */
export const UNITS = Object.freeze({
  times: { en: 'times', fr: 'fois' },
  changes: { en: 'changes', fr: 'changements' },
  hours: { en: 'hours a week', fr: 'heures par semaine' },
  exams: { en: 'exams a week', fr: 'examens par semaine' },
  days: { en: 'days', fr: 'jours' },
  persons: { en: 'persons', fr: 'personnes' },
  devices: { en: 'devices', fr: 'appareils' },
  patients: { en: 'patients', fr: 'patients en attente' },
  patientDays: { en: 'patient-days a week', fr: 'jours-patients par semaine' },
  thousandEuros: { en: 'thousand euros a year', fr: 'milliers d’euros par an' },
  sessions: { en: 'sessions', fr: 'séances' },
} satisfies Readonly<Record<string, Label>>);

/** A department, as a planner names it. */
export const departmentLabel = (scenario: Scenario, site: string, modality: Modality): Label =>
  placeOf(scenario, { site, modality });

/** The patients of a queue: class, department, and whose they are when several owners book there. */
export function queueLabel(scenario: Scenario, queue: Queue, all: readonly Queue[]): Label {
  const { en, fr } = departmentLabel(scenario, queue.site, queue.modality);
  const isShared = all.some(
    (one) =>
      one !== queue &&
      one.site === queue.site &&
      one.modality === queue.modality &&
      one.class === queue.class,
  );
  const owner = isShared ? ` (${queue.id.slice(queue.id.lastIndexOf('/') + 1)})` : '';
  const patients = PATIENTS[queue.class];
  return { en: `${en}, ${patients.en}${owner}`, fr: `${fr}, ${patients.fr}${owner}` };
}

/** A stretch of a day: `Tuesday 18:30–20:30`. */
export function momentLabel(day: number, fromSeconds: number, toSeconds: number): Label {
  const hours = `${clockText(fromSeconds)}–${clockText(toSeconds)}`;
  return { en: `${dayName(day, 'en')} ${hours}`, fr: `${dayName(day, 'fr')} ${hours}` };
}

/** The same label with something before it. */
export const joined = (first: Label, second: Label): Label => ({
  en: `${first.en}: ${second.en}`,
  fr: `${first.fr} : ${second.fr}`,
});
