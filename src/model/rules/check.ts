/** What does not go together in rules that are each well formed, or that the scenario has nothing of. */
import { clockText } from '../consistency/shape.ts';
import type { DocumentPath, Finding } from '../finding.ts';
import { namesNear } from '../nearest-name.ts';
import type { Scenario } from '../scenario.ts';
import { scenarioError } from '../scenario-codes.ts';
import { HOUR, MINUTE } from '../units.ts';
import { rulesError } from './codes.ts';
import { DEFAULT_SESSION, DEFAULT_STAFF, LEGAL_REST, SESSION_GRID } from './defaults.ts';
import type { LooseHours, LooseStaff, SoundParts } from './parts.ts';
import { LONGEST_REST } from './schema.ts';
import { sitesBooking } from './targets.ts';

/** What the rules are held against. */
export type Places = Pick<Scenario, 'sites' | 'devices' | 'flows'>;

/**
 * What is wrong with the well-formed parts of a file of rules, beside a scenario: hours that end before they begin, names the
 * scenario does not have, what the law does not allow, the same thing said twice.
 * @example checkRules(soundParts({ freeze: [{ device: 'imr' }] }), { sites: [], devices: [{ id: 'irm' }], flows: [] })[0].values.nearest // 'irm'
 */
export function checkRules(parts: SoundParts, scenario: Places): readonly Finding[] {
  const staff = parts.staff ?? [];
  const targets = parts.targets ?? [];
  return [
    ...each('opening', parts.opening, wrongHours),
    ...each('closed', parts.closed, (one, path) => [
      ...wrongHours(one, path),
      ...wrongDevice(one.device, [...path, 'device'], scenario),
    ]),
    ...wrongSessions(parts.sessions ?? {}, ['sessions']),
    ...each('staff', staff, (one, path, rank) => [
      ...wrongStaff(one, path, scenario),
      ...staffTwice(one, path, staff.slice(0, rank)),
    ]),
    ...each('targets', targets, (one, path, rank) =>
      wrongTarget(one, path, targets.slice(0, rank), scenario),
    ),
    ...each('freeze', parts.freeze, (one, path) => wrongFreeze(one, path, scenario)),
  ];
}

type ItemCheck<T> = (item: T, path: DocumentPath, rank: number) => readonly Finding[];

/** Each item of a list that is well formed enough to be judged, with its place. */
const each = <T>(
  key: string,
  list: readonly (T | null)[] | null | undefined,
  check: ItemCheck<T>,
): readonly Finding[] =>
  (list ?? []).flatMap((item, rank) => (item === null ? [] : check(item, [key, rank], rank)));

/** Neither there nor well formed enough to be judged. */
const isUnknown = <T>(value: T | null | undefined): value is null | undefined =>
  value === null || value === undefined;

/** Hours of a day end after they begin; a night is written as two lines. */
function wrongHours({ from, to }: LooseHours, path: DocumentPath): readonly Finding[] {
  if (isUnknown(from) || isUnknown(to) || to > from) return [];
  return [rulesError('rules-hours-order', { from: clockText(from), to: clockText(to) }, [...path, 'to'])];
}

function wrongDevice(
  device: string | null | undefined,
  path: DocumentPath,
  { devices }: Places,
): readonly Finding[] {
  const ids = devices.map(({ id }) => id);
  if (isUnknown(device) || ids.includes(device)) return [];
  return [scenarioError('unknown-device', { device, ...namesNear(device, ids) }, path)];
}

const hours = (seconds: number): number => Math.round((seconds / HOUR) * 100) / 100;

/** What is written, else what would be assumed; null where what is written is not well formed. */
const orAssumed = (written: number | null | undefined, assumed: number): number | null =>
  written === undefined ? assumed : written;

function wrongSessions(value: NonNullable<SoundParts['sessions']>, path: DocumentPath): readonly Finding[] {
  const keys = ['shortest', 'longest', 'step'] as const;
  const found = keys.flatMap((key) => {
    const seconds = value[key];
    if (isUnknown(seconds) || seconds % SESSION_GRID === 0) return [];
    const values = { minutes: Math.round(seconds / MINUTE), step: SESSION_GRID / MINUTE };
    return [rulesError('rules-grid', values, [...path, key])];
  });
  const shortest = orAssumed(value.shortest, DEFAULT_SESSION.shortestSeconds);
  const longest = orAssumed(value.longest, DEFAULT_SESSION.longestSeconds);
  if (shortest === null || longest === null || shortest <= longest) return found;
  const key = value.shortest === undefined ? 'longest' : 'shortest';
  const values = { shortest: hours(shortest), longest: hours(longest) };
  return [...found, rulesError('rules-session-order', values, [...path, key])];
}

function wrongStaff(value: LooseStaff, path: DocumentPath, scenario: Places): readonly Finding[] {
  const { site, together, rosters, rest } = value;
  const at = (key: string): DocumentPath => [...path, key];
  const found = (rosters ?? []).flatMap((one, rank) =>
    one === null ? [] : wrongHours(one, [...path, 'rosters', rank]),
  );
  const sites = scenario.sites.map(({ id }) => id);
  if (!isUnknown(site) && !sites.includes(site))
    found.push(scenarioError('unknown-site', { site, ...namesNear(site, sites) }, at('site')));
  // Nobody alone beside a patient is what the rule is for: less than one person would be no rule.
  if (!isUnknown(together) && together < 1)
    found.push(rulesError('rules-alone', { persons: together, limit: 1 }, at('together')));
  if (!isUnknown(rest) && rest < LEGAL_REST)
    found.push(rulesError('rules-rest', { hours: hours(rest), limit: LEGAL_REST / HOUR }, at('rest')));
  if (!isUnknown(rest) && rest > LONGEST_REST)
    found.push(rulesError('rules-rest-long', { hours: hours(rest), limit: LONGEST_REST / HOUR }, at('rest')));
  return [...found, ...besideStandard(value, path)];
}

/** What does not go with what is assumed of the group where the rule does not say it. */
function besideStandard(
  { group, shift, together, persons }: LooseStaff,
  path: DocumentPath,
): readonly Finding[] {
  if (isUnknown(group)) return [];
  const standard = DEFAULT_STAFF[group];
  const found: Finding[] = [];
  const shortest = orAssumed(shift?.shortest, standard.shortestShiftSeconds);
  const longest = orAssumed(shift?.longest, standard.longestShiftSeconds);
  if (shortest !== null && longest !== null && shortest > longest) {
    const values = { shortest: hours(shortest), longest: hours(longest) };
    const key = shift?.shortest === undefined ? 'longest' : 'shortest';
    found.push(rulesError('rules-shift-order', values, [...path, 'shift', key]));
  }
  const least = orAssumed(together, standard.together);
  if (!isUnknown(persons) && least !== null && persons < least)
    found.push(rulesError('rules-persons-few', { persons, together: least }, [...path, 'persons']));
  return found;
}

/** One rule a group and site; a rule for every site stands beside those of single sites, which go before it. */
function staffTwice(
  { group, site }: LooseStaff,
  path: DocumentPath,
  before: readonly (LooseStaff | null)[],
): readonly Finding[] {
  if (isUnknown(group) || site === null) return [];
  if (!before.some((one) => one?.group === group && one.site === site)) return [];
  return [
    site === undefined
      ? rulesError('rules-staff-twice-everywhere', { group }, path)
      : rulesError('rules-staff-twice', { group, site }, path),
  ];
}

type LooseTarget = NonNullable<NonNullable<SoundParts['targets']>[number]>;

function wrongTarget(
  { class: patientClass, modality, site }: LooseTarget,
  path: DocumentPath,
  before: readonly (LooseTarget | null)[],
  scenario: Places,
): readonly Finding[] {
  if (isUnknown(patientClass) || isUnknown(modality) || site === null) return [];
  const asked = { class: patientClass, modality };
  const sites = sitesBooking(scenario, asked);
  if (sites.length === 0) return [rulesError('rules-target-nobody', asked, path)];
  const known = sites.join(', ');
  if (site !== undefined && !sites.includes(site))
    return [rulesError('rules-target-site', { ...asked, site, known }, [...path, 'site'])];
  if (site === undefined && sites.length > 1)
    return [rulesError('rules-target-several-sites', { ...asked, known }, path)];
  const meant = site ?? sites[0]!;
  const isTwice = before.some(
    (other) =>
      other?.class === patientClass &&
      other.modality === modality &&
      (other.site === undefined ? sites[0] : other.site) === meant,
  );
  return isTwice ? [rulesError('rules-target-twice', { ...asked, site: meant }, path)] : [];
}

function wrongFreeze(
  { device, from, to }: NonNullable<NonNullable<SoundParts['freeze']>[number]>,
  path: DocumentPath,
  scenario: Places,
): readonly Finding[] {
  const missing = (key: string) => scenarioError('missing-key', { key }, [...path, key]);
  return [
    ...wrongDevice(device, [...path, 'device'], scenario),
    ...(from !== undefined && to === undefined ? [missing('to')] : []),
    ...(from === undefined && to !== undefined ? [missing('from')] : []),
    ...wrongHours({ from, to }, path),
  ];
}
