/**
 * The rules of a week, checked on the week itself: no linear model and no list of changes is asked, only what two scenarios
 * have in their templates. Whatever proposed the week, it is held against its rules here.
 */
import type { StaffRule, WeekRules } from '../../model/rules/rules.ts';
import type { Device, Scenario, Site } from '../../model/scenario.ts';
import { HOUR } from '../../model/units.ts';
import { type BrokenRule, type Checked, numberOf, together } from './verify/broken.ts';
import { checkFrozen } from './verify/frozen.ts';
import { hoursOfWork, presenceOf } from './verify/presence.ts';
import { checkRest } from './verify/rest.ts';
import { checkSessions, programmeOf } from './verify/sessions.ts';
import {
  checkRosters,
  checkShifts,
  checkShortShifts,
  checkWeeklyHours,
  type Staffing,
} from './verify/staff.ts';
import { lengthOf } from './verify/stretches.ts';
import { type KindOfWeek, kindsOfWeek, takingsOf } from './verify/weeks.ts';

export type { BrokenCode, BrokenRule } from './verify/broken.ts';

/** A device as it is and as proposed. */
type Pair = readonly [present: Device, proposed: Device];

/** The rules a proposed week breaks, and how many comparisons of a number or a text with its limit were made. */
export interface VerifiedWeek {
  readonly broken: readonly BrokenRule[];
  readonly checks: number;
}

/**
 * Holds a proposed week against its rules, device by device and moment by moment, in each kind of week there is: where and how
 * long sessions are opened, what is frozen or set aside, the hours added, and staff by site: rosters, nobody alone, weekly hours,
 * shifts, rest. Where the present week breaks a rule, only breaking it more counts, and `presentAlreadyBroke` says so. Each rule
 * is told once a place and day, at its worst. Changes and money are the caller's, who knows what was changed.
 * @throws {RangeError} when the two scenarios do not have the same devices.
 * @example verifyWeek({ sites: [], devices: [] }, { sites: [], devices: [] }, { staff: [], frozen: [], addedHours: 0 }) // { broken: [], checks: 1 }
 */
export function verifyWeek(
  base: Pick<Scenario, 'sites' | 'devices'>,
  proposed: Pick<Scenario, 'sites' | 'devices'>,
  rules: WeekRules,
): VerifiedWeek {
  const pairs = pairsOf(base.devices, proposed.devices);
  const kinds = kindsOfWeek(base, proposed);
  const { broken, checks } = together([
    ...kinds.flatMap(({ week }) => pairs.flatMap((pair) => checkSessions(...pair, week, rules))),
    ...rules.frozen.flatMap((freeze) =>
      pairs
        .filter(([{ id }]) => id === freeze.device)
        .flatMap((pair) => kinds.flatMap(({ week }) => checkFrozen(...pair, week, freeze))),
    ),
    ...checkAddedHours(pairs, kinds, rules),
    ...rules.staff.flatMap((rule) =>
      base.sites
        .filter(({ id }) => rule.site === null || rule.site === id)
        .flatMap((site) => checkStaff(site, rule, pairs, kinds)),
    ),
  ]);
  return { broken: worstOf(broken), checks };
}

function pairsOf(present: readonly Device[], proposed: readonly Device[]): readonly Pair[] {
  const pairs = present.map((device): Pair => {
    const other = proposed.find(({ id }) => id === device.id);
    if (other === undefined) throw new RangeError(`no device ${device.id} in the proposed week`);
    return [device, other];
  });
  if (proposed.length !== present.length) throw new RangeError('the proposed week has other devices');
  return pairs;
}

/** Hours of programme a week more than now, all devices together, on average over the weeks. */
function checkAddedHours(
  pairs: readonly Pair[],
  kinds: readonly KindOfWeek[],
  { addedHours }: WeekRules,
): readonly Checked[] {
  if (addedHours === null) return [];
  const open = ({ week: template }: Device, week: number) =>
    lengthOf(programmeOf(takingsOf(template, week))) / HOUR;
  const added = kinds.reduce(
    (sum, { week, share }) =>
      sum +
      share * pairs.reduce((all, [present, proposed]) => all + open(proposed, week) - open(present, week), 0),
    0,
  );
  if (added <= addedHours + 1e-6) return [{ checks: 1, broken: [] }];
  const [value, limit] = [numberOf(added), numberOf(addedHours)];
  const found: BrokenRule = {
    code: 'hours',
    owner: 'rule',
    site: null,
    device: null,
    group: null,
    day: null,
    value: added,
    limit: addedHours,
    presentAlreadyBroke: false,
    label: {
      en: `${value.en} hours of opening a week are added, and no more than ${limit.en} may be`,
      fr: `${value.fr} heures d’ouverture par semaine sont ajoutées, et pas plus de ${limit.fr} ne peuvent l’être`,
    },
  };
  return [{ checks: 1, broken: [found] }];
}

/** A group at a site, in each kind of week. */
function checkStaff(
  site: Site,
  rule: StaffRule,
  pairs: readonly Pair[],
  kinds: readonly KindOfWeek[],
): readonly Checked[] {
  const own = pairs.filter(([present]) => present.site === site.id);
  const weeks = kinds.map(({ week, share }) => {
    const [present, proposed] = [0, 1].map((side) =>
      presenceOf(
        own.map((pair) => pair[side as 0 | 1]),
        rule,
        week,
      ),
    );
    return { share, staffing: { site, rule, present: present!, proposed: proposed! } satisfies Staffing };
  });
  const hours = (side: 'present' | 'proposed') =>
    weeks.reduce((sum, { share, staffing }) => sum + share * hoursOfWork(staffing[side]), 0);
  return [
    ...weeks.flatMap(({ staffing }) => [
      ...checkRosters(staffing),
      ...checkShortShifts(staffing),
      ...checkShifts(staffing),
      ...checkRest(staffing),
    ]),
    ...checkWeeklyHours({ site, rule }, hours('present'), hours('proposed')),
  ];
}

/** Each rule once a place and day: of several weeks, or several hours of a day, the one furthest from its limit. */
function worstOf(broken: readonly BrokenRule[]): readonly BrokenRule[] {
  const worst = new Map<string, BrokenRule>();
  const excess = ({ value, limit }: BrokenRule) => Math.abs(value - limit);
  for (const one of broken) {
    const key = [one.code, one.site, one.device, one.day, one.group].join('|');
    const known = worst.get(key);
    if (known === undefined || excess(one) > excess(known)) worst.set(key, one);
  }
  return [...worst.values()];
}
