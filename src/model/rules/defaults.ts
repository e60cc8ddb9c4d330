/** The rules of a proposed week where nobody stated any: what they are, and that they are ours. */
import { deepFreeze } from '../freeze.ts';
import type { Label, Scenario } from '../scenario.ts';
import { HOUR, MINUTE } from '../units.ts';
import {
  type DayHours,
  type Guardrails,
  STAFF_GROUPS,
  type StaffGroup,
  type StaffRule,
  type WeekRules,
} from './rules.ts';
import { needsGroup } from './staff.ts';

/** Daily rest of a worker: Code du travail, article L3131-1; directive 2003/88/EC, article 3. */
export const LEGAL_REST = 11 * HOUR;
/** Places stand on a five-minute grid: sessions are whole steps of it. */
export const SESSION_GRID = 5 * MINUTE;

/** Assumed: from 07:00 to 21:00 Monday to Friday, 08:00 to 13:00 on Saturday. */
const OPENING: readonly DayHours[] = [
  ...[0, 1, 2, 3, 4].map((day) => ({ day, fromSeconds: 7 * HOUR, toSeconds: 21 * HOUR })),
  { day: 5, fromSeconds: 8 * HOUR, toSeconds: 13 * HOUR },
];

export const DEFAULT_SESSION: WeekRules['session'] = deepFreeze({
  shortestSeconds: 2 * HOUR,
  longestSeconds: 4 * HOUR,
  stepSeconds: 30 * MINUTE,
});

export const DEFAULT_GUARDRAILS: Guardrails = deepFreeze({
  emergencyWaitMinutes: 5,
  delayDays: { A: 1, H: 0.5 },
  reportHours: 2,
  overtimeMinutes: 60,
});

const group = (
  name: StaffGroup,
  perDevice: number,
  together: number,
): Omit<StaffRule, 'site'> & { readonly site: null } => ({
  group: name,
  site: null,
  perDevice,
  together,
  rosters: null,
  hoursPerWeek: null,
  shortestShiftSeconds: 2 * HOUR,
  longestShiftSeconds: 10 * HOUR,
  persons: null,
  restSeconds: LEGAL_REST,
});

/**
 * Staff of a device where the site states none: as the levers count it (`STAFFING`), and two technologists on site at
 * least, since nobody works alone beside a scanner or a magnet. Shifts of 2 to 10 hours; rest as by law.
 */
export const DEFAULT_STAFF: Readonly<Record<StaffGroup, StaffRule>> = deepFreeze({
  technologist: group('technologist', 2, 2),
  radiologist: group('radiologist', 1, 0),
  // Half a secretary serves one device; no rule on being alone.
  secretary: group('secretary', 0.5, 0),
});

/** What is assumed, by the place of the file where a planner would state it. */
export const ASSUMED: Readonly<Record<string, Label>> = deepFreeze({
  opening: {
    en: 'sessions may be opened Monday to Friday 07:00–21:00 and Saturday 08:00–13:00',
    fr: 'des séances peuvent ouvrir du lundi au vendredi 07:00–21:00 et le samedi 08:00–13:00',
  },
  'sessions.shortest': {
    en: 'a session that is opened lasts 2 hours at least',
    fr: 'une séance ouverte dure au moins 2 heures',
  },
  'sessions.longest': {
    en: 'a session that is opened lasts 4 hours at most',
    fr: 'une séance ouverte dure au plus 4 heures',
  },
  'sessions.step': {
    en: 'sessions are lengthened by steps of 30 minutes',
    fr: 'les séances s’allongent par pas de 30 minutes',
  },
  hours: {
    en: 'at most 6 hours of opening a week more than now, all devices together',
    fr: 'au plus 6 heures d’ouverture par semaine de plus qu’aujourd’hui, tous appareils ensemble',
  },
  budget: { en: 'no limit of money', fr: 'pas de limite d’argent' },
  changes: {
    en: 'at most 8 changes of the present week',
    fr: 'au plus 8 changements de la semaine actuelle',
  },
  'guardrails.emergency-wait': {
    en: 'emergencies may wait 5 minutes longer on average, no more',
    fr: 'les urgences peuvent attendre 5 minutes de plus en moyenne, pas davantage',
  },
  'guardrails.delay.A': {
    en: 'the delay of ambulatory patients may grow by 1 day where others gain, no more',
    fr: 'le délai des patients ambulatoires peut croître de 1 jour là où d’autres gagnent, pas davantage',
  },
  'guardrails.delay.H': {
    en: 'the delay of hospitalised patients may grow by half a day, no more',
    fr: 'le délai des patients hospitalisés peut croître d’une demi-journée, pas davantage',
  },
  'guardrails.report': {
    en: 'eight reports in ten may come up to 2 hours later, no more',
    fr: 'huit comptes rendus sur dix peuvent venir jusqu’à 2 heures plus tard, pas davantage',
  },
  'guardrails.overtime': {
    en: 'the devices of a department may have 60 minutes of overtime a week more together, no more',
    fr: 'les appareils d’un service peuvent avoir ensemble 60 minutes de dépassement de plus par semaine, pas davantage',
  },
  'staff.technologist': {
    en: 'technologists: two on each open device, never fewer than two on site; their hours and their number are not stated and not checked',
    fr: 'manipulateurs : deux par appareil ouvert, jamais moins de deux sur place ; leurs heures et leur nombre ne sont ni donnés ni vérifiés',
  },
  'staff.radiologist': {
    en: 'radiologists: one on each open device whose vacation has one; their hours and their number are not stated and not checked',
    fr: 'radiologues : un par appareil ouvert dont la vacation en a un ; leurs heures et leur nombre ne sont ni donnés ni vérifiés',
  },
  'staff.secretary': {
    en: 'secretaries: one for two devices that give appointments; their hours and their number are not stated and not checked',
    fr: 'secrétaires : une pour deux appareils qui donnent des rendez-vous ; leurs heures et leur nombre ne sont ni donnés ni vérifiés',
  },
});

/** The groups of staff that some vacation of the scenario needs. */
const groupsNeeded = ({ devices }: Pick<Scenario, 'devices'>): readonly StaffGroup[] =>
  STAFF_GROUPS.filter((name) => devices.some(({ week }) => week.some((one) => needsGroup(one, name))));

/**
 * The rules where none is stated, each of them said in `assumed`: opening 07:00–21:00 on working days and 08:00–13:00 on
 * Saturday, sessions of 2 to 4 hours, 6 hours a week more, 8 changes, staff as `DEFAULT_STAFF` for the groups some
 * vacation needs; nothing closed, frozen or asked for. All of it assumed by us, the daily rest excepted, which is the law.
 * @example defaultRules({ devices: [] }).addedHours // 6
 * @example defaultRules({ devices: [] }).staff // []
 */
export function defaultRules(scenario: Pick<Scenario, 'devices'>): WeekRules {
  const groups = groupsNeeded(scenario);
  const isOf = (path: string) => !path.startsWith('staff.') || groups.some((one) => path === `staff.${one}`);
  return deepFreeze({
    opening: OPENING,
    closed: [],
    session: DEFAULT_SESSION,
    addedHours: 6,
    budgetEuros: null,
    changes: 8,
    staff: groups.map((name) => DEFAULT_STAFF[name]),
    targets: [],
    guardrails: DEFAULT_GUARDRAILS,
    frozen: [],
    assumed: Object.entries(ASSUMED).flatMap(([path, text]) => (isOf(path) ? [{ path, text }] : [])),
  });
}
