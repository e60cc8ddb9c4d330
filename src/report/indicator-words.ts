/** What an indicator is called, from its path in the results, and how its numbers are printed. */
import type { Modality, PatientClass } from '../model/vocabulary.ts';
import type { Language, Text } from './language.ts';
import { type Format, formatOf } from './numbers.ts';
import { CAUSE_WORDS, CLASS_HEADS, MODALITY_WORDS } from './words.ts';

type Kind = 'days' | 'minutes' | 'hours' | 'percent' | 'week' | 'plain';

interface Family {
  readonly name: Text;
  readonly kind: Kind;
}

/** Of a department, by the step of the path that names it. */
const SITE_FAMILIES: Readonly<Record<string, Family>> = Object.freeze({
  access: { name: { en: 'request to appointment', fr: 'de la demande au rendez-vous' }, kind: 'days' },
  firstAvailable: { name: { en: 'first place offered', fr: 'premier rendez-vous proposé' }, kind: 'days' },
  thirdNextAvailable: {
    name: { en: 'third next available', fr: 'troisième rendez-vous proposable' },
    kind: 'days',
  },
  withinTarget: { name: { en: 'within the target', fr: 'dans le délai cible' }, kind: 'percent' },
  requested: { name: { en: 'requests', fr: 'demandes' }, kind: 'week' },
  declined: { name: { en: 'declined', fr: 'déclinées' }, kind: 'week' },
  refused: { name: { en: 'refused, agenda closed', fr: 'refusées, agenda fermé' }, kind: 'week' },
  diverted: { name: { en: 'diverted', fr: 'adressées ailleurs' }, kind: 'week' },
  blocked: { name: { en: 'turned away, no seat', fr: 'non accueillies, faute de place' }, kind: 'week' },
  reneged: { name: { en: 'left while waiting', fr: 'parties avant leur tour' }, kind: 'week' },
  noShow: { name: { en: 'no-shows', fr: 'rendez-vous non honorés' }, kind: 'week' },
  cancelled: { name: { en: 'cancelled ahead', fr: 'annulées à l’avance' }, kind: 'week' },
  rebooked: { name: { en: 'booked again', fr: 'rendez-vous reportés' }, kind: 'week' },
  report: { name: { en: 'exam to report', fr: 'de l’examen au compte rendu' }, kind: 'minutes' },
});

/** Of a device. */
const DEVICE_FAMILIES: Readonly<Record<string, Family>> = Object.freeze({
  opening: { name: { en: 'opening', fr: 'amplitude' }, kind: 'hours' },
  occupancy: { name: { en: 'occupancy', fr: 'taux d’occupation' }, kind: 'percent' },
  fillRate: { name: { en: 'fill rate', fr: 'taux de remplissage' }, kind: 'percent' },
  volume: { name: { en: 'passages', fr: 'passages' }, kind: 'week' },
  icrPerHour: { name: { en: 'ICR per hour', fr: 'ICR par heure' }, kind: 'plain' },
  wait: { name: { en: 'wait on site', fr: 'attente sur place' }, kind: 'minutes' },
  overtime: { name: { en: 'overtime', fr: 'débordement' }, kind: 'minutes' },
  lostMinutes: { name: { en: 'lost minutes a week', fr: 'minutes perdues par semaine' }, kind: 'minutes' },
  openingMinutes: { name: { en: 'minutes a week', fr: 'minutes par semaine' }, kind: 'minutes' },
});

const STEPS: Readonly<Record<string, Text>> = Object.freeze({
  mean: { en: 'mean', fr: 'moyenne' },
  p20: { en: 'P20', fr: 'P20' },
  p50: { en: 'median', fr: 'médiane' },
  p80: { en: 'P80', fr: 'P80' },
  p90: { en: 'P90', fr: 'P90' },
  all: { en: 'all', fr: 'tous' },
  night: { en: 'at night', fr: 'de nuit' },
  minutesPerWeek: { en: 'a week', fr: 'par semaine' },
  share: { en: 'share of vacations', fr: 'part des vacations' },
  scheduled: { en: 'scheduled', fr: 'ouverture programmée' },
  extended: { en: 'extended', fr: 'ouverture élargie' },
  total: { en: 'total', fr: 'ouverture totale' },
  ...CAUSE_WORDS,
});

const UNITS: Readonly<Record<Kind, Text>> = Object.freeze({
  days: { en: 'days', fr: 'jours' },
  minutes: { en: 'minutes', fr: 'minutes' },
  hours: { en: 'hours a week', fr: 'heures par semaine' },
  percent: { en: '%', fr: '%' },
  week: { en: 'a week', fr: 'par semaine' },
  plain: { en: '', fr: '' },
});

/** A path taken apart: whose indicator it is, what it is of, and the steps that say which part of that. */
interface Parts {
  readonly place: readonly string[];
  readonly family: Family;
  readonly rest: readonly string[];
}

const isModality = (step: string): step is Modality => step === 'ct' || step === 'mri';

/** Ids may hold points, and be any word: what is known of a path is its beginning, its end and `byExam`. */
function partsOf(path: string, language: Language): Parts | null {
  const steps = path.split('.');
  const families = steps[0] === 'devices' ? DEVICE_FAMILIES : SITE_FAMILIES;
  const at = steps.findLastIndex((step) => Object.hasOwn(families, step));
  const family = families[steps[at] ?? ''];
  if (family === undefined) return null;
  const id = (from: number, to: number) => steps.slice(from, to).join('.');
  const rest = steps.slice(at + 1);
  if (steps[0] === 'devices') return { place: [id(1, at)], family, rest };
  const byExam = steps.findIndex((step, rank) => step === 'byExam' && isModality(steps[rank - 1] ?? ''));
  const exam = byExam > 0 && byExam < at;
  const modality = (exam ? byExam : at) - 1;
  const word = steps[modality] ?? '';
  if (!isModality(word)) return null;
  return {
    place: [id(1, modality), MODALITY_WORDS[word][language], ...(exam ? [id(byExam + 1, at - 1)] : [])],
    family,
    rest: exam ? [steps[at - 1]!, ...rest] : rest,
  };
}

const kindOf = ({ family, rest }: Parts): Kind =>
  family === DEVICE_FAMILIES.overtime && rest.at(-1) === 'share' ? 'percent' : family.kind;

const stepWord = (step: string, language: Language): string =>
  (STEPS[step] ?? CLASS_HEADS[step as PatientClass])?.[language] ?? step;

/**
 * The name of an indicator with its unit.
 * @example indicatorName('sites.ch.mri.firstAvailable.A.p50', 'en') // 'ch · MRI · first place offered, ambulatory A, median (days)'
 * @example indicatorName('devices.irm-1.occupancy.scheduled', 'fr') // 'irm-1 · taux d’occupation, ouverture programmée (%)'
 */
export function indicatorName(path: string, language: Language): string {
  const parts = partsOf(path, language);
  if (parts === null) return path;
  const { place, family, rest } = parts;
  const name = [family.name[language], ...rest.map((step) => stepWord(step, language))].join(', ');
  const unit = UNITS[kindOf(parts)][language];
  return [...place, unit === '' ? name : `${name} (${unit})`].join(' · ');
}

/** How the numbers of an indicator are printed; the unit is in its name. */
export function indicatorFormat(path: string, language: Language): Format {
  const parts = partsOf(path, language);
  return formatOf(parts !== null && kindOf(parts) === 'percent' ? 'percent' : 'plain', language);
}
