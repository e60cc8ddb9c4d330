/** What each assumption of a scenario is called, and which of them weigh most on the results. */
import type { Assumption } from '../model/scenario.ts';
import type { PatientClass } from '../model/vocabulary.ts';
import type { Language, Text } from './language.ts';
import { formatShort } from './numbers.ts';
import { fill } from './sentence.ts';
import { CLASS_HEADS } from './words.ts';

interface Kind {
  /** How the path of such an assumption ends; a class may follow. */
  readonly ending: RegExp;
  readonly name: Text;
}

/**
 * In the order of their weight on delays and occupancy: how patients answer a far appointment, then the slot, then
 * what is lost in each vacation, then the rest.
 */
const KINDS: readonly Kind[] = Object.freeze([
  {
    ending: /\.accept\.tau$/,
    name: { en: 'patience for an appointment', fr: 'patience avant un rendez-vous' },
  },
  { ending: /\.travel-scale$/, name: { en: 'how far patients go', fr: 'jusqu’où vont les patients' } },
  { ending: /\.slots\.[AHRU]$/, name: { en: 'slot length', fr: 'durée de plage' } },
  { ending: /\.per-week$/, name: { en: 'requests a week', fr: 'demandes par semaine' } },
  { ending: /\.late-start$/, name: { en: 'late start', fr: 'démarrage tardif' } },
  { ending: /\.early-end$/, name: { en: 'early end', fr: 'fin précoce' } },
  { ending: /\.changeover$/, name: { en: 'between two exams', fr: 'inter-examens' } },
  { ending: /\.no-show$/, name: { en: 'no-show', fr: 'rendez-vous non honoré' } },
  { ending: /\.durations\.[AHRU]$/, name: { en: 'exam duration', fr: 'durée d’examen' } },
  { ending: /\.cancel$/, name: { en: 'cancelled ahead', fr: 'annulation à l’avance' } },
  { ending: /\.growth$/, name: { en: 'growth of requests', fr: 'croissance des demandes' } },
  {
    ending: /\.punctuality$/,
    name: { en: 'early (−) or late arrival', fr: 'avance (−) ou retard à l’arrivée' },
  },
  { ending: /\.durations$/, name: { en: 'exam duration of a flow', fr: 'durée d’examen d’un flux' } },
  { ending: /\.preparation\.time$/, name: { en: 'preparation', fr: 'préparation' } },
  { ending: /\.patience$/, name: { en: 'patience in the waiting room', fr: 'patience en salle d’attente' } },
  {
    ending: /\.breakdowns\.between-failures$/,
    name: { en: 'time between breakdowns', fr: 'temps entre deux pannes' },
  },
  { ending: /\.breakdowns\.repair$/, name: { en: 'repair', fr: 'réparation' } },
  { ending: /\.call-in$/, name: { en: 'call-in delay', fr: 'délai de venue (astreinte)' } },
  { ending: /\.reading\.minutes\.(ct|mri)$/, name: { en: 'reading of an exam', fr: 'lecture d’un examen' } },
  {
    ending: /\.reports\.(ct|mri)\.[AHRU]$/,
    name: { en: 'report delay', fr: 'délai de compte rendu' },
  },
]);

const kindOf = ({ path }: Assumption): number => KINDS.findIndex(({ ending }) => ending.test(path));

/**
 * True for an effect that `defaults: none` switches off: nothing is assumed about its size.
 * @example isSwitchedOff({ from: 'defaults', status: 'assumed', range: null, value: 0 }) // true
 */
export function isSwitchedOff({ from, status, range, value }: Assumption): boolean {
  return from === 'defaults' && status === 'assumed' && range === null && value === 0;
}

/**
 * Rank of an assumption by its weight on the results: lower weighs more.
 * @example weightRank({ path: 'flows.f.accept.tau' }) // 0
 */
export function weightRank(assumption: Assumption): number {
  const kind = kindOf(assumption);
  return kind < 0 ? KINDS.length : kind;
}

/**
 * What it is, with its class where it is of one: `slot length, ambulatory A`.
 * @example assumptionName({ path: 'devices.irm.slots.A' }, 'en') // 'slot length, ambulatory A'
 */
export function assumptionName(assumption: Assumption, language: Language): string {
  const kind = KINDS[kindOf(assumption)];
  if (kind === undefined) return assumption.path;
  const patientClass = /\.([AHRU])$/.exec(assumption.path)?.[1] as PatientClass | undefined;
  const name = fill(kind.name, {}, language);
  return patientClass === undefined ? name : `${name}, ${CLASS_HEADS[patientClass][language]}`;
}

/**
 * What it is about: the device, flow, site or exam of its path.
 * @example assumptionPlace({ path: 'devices.irm.late-start' }) // 'irm'
 */
export function assumptionPlace({ path }: Assumption): string {
  const ending = KINDS.find((kind) => kind.ending.test(path))?.ending;
  const rest = ending === undefined ? path : path.replace(ending, '');
  return rest.replace(/^[a-z]+\./, '');
}

const UNITS: Readonly<Record<string, Text>> = Object.freeze({
  min: { en: ' min', fr: ' min' },
  d: { en: ' days', fr: ' jours' },
  ratio: { en: '%', fr: ' %' },
  '/week': { en: ' a week', fr: ' par semaine' },
  '/year': { en: '% a year', fr: ' % par an' },
});
const PERCENT = ['ratio', '/year'];

/**
 * Value and range with the unit: `30 days (10–60)`, `10 min (0 to 20)` where a bound is negative.
 * @example assumptionValue({ value: 30, unit: 'd', range: [10, 60] }, 'en') // '30 days (10–60)'
 */
export function assumptionValue(assumption: Assumption, language: Language): string {
  const scale = PERCENT.includes(assumption.unit) ? 100 : 1;
  const number = (x: number) => formatShort(x * scale, 1, language);
  const unit = UNITS[assumption.unit];
  const value =
    number(assumption.value) + (unit === undefined ? ` ${assumption.unit}` : fill(unit, {}, language));
  if (assumption.range === null) return value;
  const [low, high] = assumption.range;
  const dash = low < 0 ? (language === 'fr' ? ' à ' : ' to ') : '–';
  return `${value} (${number(low)}${dash}${number(high)})`;
}
