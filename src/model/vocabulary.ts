/** The words of the field, as typed lists: modalities, patient classes, vacation types, opening notions. */

export const MODALITIES = ['ct', 'mri'] as const;
export type Modality = (typeof MODALITIES)[number];

/** A ambulatory, H hospitalised, R intensive care, U from the emergency department (ANAP 2010, figures 11 and 12). */
export const CLASSES = ['A', 'H', 'R', 'U'] as const;
export type PatientClass = (typeof CLASSES)[number];

export const CLINICAL_PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
export type ClinicalPriority = (typeof CLINICAL_PRIORITIES)[number];

export const NEEDS = ['radiologist', 'injection', 'anaesthesia'] as const;
export type Need = (typeof NEEDS)[number];

/** Nested opening notions of ANAP 2010: scheduled ⊂ extended ⊂ total. */
export const OPENINGS = ['scheduled', 'extended', 'total'] as const;
export type Opening = (typeof OPENINGS)[number];

export const VACATION_TYPES = [
  'public-scheduled',
  'public-unscheduled',
  'liberal',
  'private',
  'outside-physician',
  'emergency',
  'reconditioning',
  'breakdown',
  'research',
  'on-call',
  'maintenance',
  'quality-control',
] as const;
export type VacationType = (typeof VACATION_TYPES)[number];

export interface VacationTypeFacts {
  /** The smallest opening notion that counts it. */
  readonly opening: Opening;
  /** Appointments can be booked in it. */
  readonly books: boolean;
  /** Classes inserted without appointment by default. */
  readonly inserts: readonly PatientClass[];
  /** Whose vacation it is by default. */
  readonly owner: string;
  /** No patient enters: the time is set aside. */
  readonly planned: boolean;
  readonly en: string;
  readonly fr: string;
}

const inserted: readonly PatientClass[] = ['H', 'R', 'U'];
const everyone: readonly PatientClass[] = ['A', 'H', 'R', 'U'];

const type = (
  opening: Opening,
  owner: string,
  books: boolean,
  inserts: readonly PatientClass[],
  en: string,
  fr: string,
  planned = false,
): VacationTypeFacts => Object.freeze({ opening, owner, books, inserts, planned, en, fr });

/** The twelve vacation types of ANAP 2010 (« ouverture des équipements »), with what each admits by default. */
export const VACATION_FACTS: Readonly<Record<VacationType, VacationTypeFacts>> = Object.freeze({
  'public-scheduled': type('scheduled', 'public', true, inserted, 'public, scheduled', 'publique programmée'),
  'public-unscheduled': type(
    'scheduled',
    'public',
    false,
    everyone,
    'public, unscheduled',
    'publique non programmée',
  ),
  liberal: type('scheduled', 'liberal', true, [], 'liberal', 'libérale'),
  private: type('scheduled', 'private', true, [], 'private', 'privée'),
  'outside-physician': type(
    'scheduled',
    'outside-physician',
    true,
    [],
    'hospital physician outside imaging',
    'PH hors imagerie',
  ),
  emergency: type('extended', 'public', false, everyone, 'emergency', 'urgence'),
  reconditioning: type('extended', 'public', false, [], 'reconditioning', 'reconditionnement', true),
  breakdown: type('extended', 'public', false, [], 'breakdown', 'panne', true),
  research: type('extended', 'research', true, [], 'research', 'recherche'),
  'on-call': type('total', 'public', false, inserted, 'on-call (PDS)', 'permanence des soins'),
  maintenance: type('total', 'public', false, [], 'maintenance', 'maintenance', true),
  'quality-control': type('total', 'public', false, [], 'quality control', 'contrôle qualité', true),
});

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];
