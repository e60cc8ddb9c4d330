/** Who a week needs against who there is: rosters, hours a week, shifts. Of what the present week breaks, only more counts. */
import type { StaffRule } from '../../../model/rules/rules.ts';
import { rosteredAt, STAFF_LABELS } from '../../../model/rules/staff.ts';
import type { Label, Site } from '../../../model/scenario.ts';
import { DAY } from '../../../model/units.ts';
import { dayName } from '../../../model/week/times.ts';
import { type BrokenRule, type Checked, dayOf, hoursOf, inHours, numberOf } from './broken.ts';
import { momentsOf, type Step, shiftsOf, stepAt } from './presence.ts';
import { aroundWeek, merged, type Stretch } from './stretches.ts';

/** A group at a site in one week, as it is and as proposed. */
export interface Staffing {
  readonly site: Pick<Site, 'id' | 'label'>;
  readonly rule: StaffRule;
  readonly present: readonly Step[];
  readonly proposed: readonly Step[];
}

/** Hundredths of a person are none. */
const NOBODY = 1e-6;
const SEVEN_DAYS = [0, 1, 2, 3, 4, 5, 6];

/** A rule on staff that is broken. */
export const brokenStaff = (
  { site, rule }: Pick<Staffing, 'site' | 'rule'>,
  rest: Omit<BrokenRule, 'device' | 'site' | 'group' | 'owner'> & Partial<Pick<BrokenRule, 'owner'>>,
): BrokenRule => ({ owner: 'staff', site: site.id, device: null, group: rule.group, ...rest });

/** On each day, at each moment anything changes: no more persons needed than rosters put there. One is told a day, the worst. */
export function checkRosters(staffing: Staffing): readonly Checked[] {
  const { rule, present, proposed } = staffing;
  if (rule.rosters === null) return [];
  const { rosters } = rule;
  const rostered = rosters.map((one) => ({
    from: one.day * DAY + one.fromSeconds,
    to: one.day * DAY + one.toSeconds,
  }));
  const midnights = SEVEN_DAYS.map((day) => ({ from: day * DAY, to: (day + 1) * DAY }));
  const moments = momentsOf(present, proposed, rostered, midnights);
  return SEVEN_DAYS.map((day): Checked => {
    const own = moments.filter((moment) => dayOf(moment) === day && moment < (day + 1) * DAY);
    const lacks = own.flatMap((from) => {
      const there = rosteredAt(rosters, day, from - day * DAY);
      const step = stepAt(proposed, from);
      const before = (stepAt(present, from)?.persons ?? 0) - there;
      const lack = (step?.persons ?? 0) - there;
      if (step === undefined || lack <= Math.max(0, before) + NOBODY) return [];
      const to = moments[moments.indexOf(from) + 1]!;
      return [{ at: { from, to }, step, there, lack, isOld: before > NOBODY }];
    });
    const worst = lacks.reduce<(typeof lacks)[number] | null>(
      (most, one) => (most === null || one.lack > most.lack ? one : most),
      null,
    );
    return { checks: own.length, broken: worst === null ? [] : [lackOf(staffing, day, worst)] };
  });
}

function lackOf(
  staffing: Staffing,
  day: number,
  found: { readonly at: Stretch; readonly step: Step; readonly there: number; readonly isOld: boolean },
): BrokenRule {
  const { site, rule } = staffing;
  const { at, step, there, isOld } = found;
  const [group, hours] = [STAFF_LABELS[rule.group], hoursOf(at)];
  const [value, limit] = [numberOf(step.persons), numberOf(there)];
  // Enough for the devices, and not for the rule that nobody works alone.
  const isAlone = rule.perDevice * step.open <= there + NOBODY;
  const label: Label = isAlone
    ? {
        en: `${site.label}: ${hours.en}, ${limit.en} of the ${group.en} are there, and never fewer than ${value.en} may be`,
        fr: `${site.label} : ${hours.fr}, ${limit.fr} des ${group.fr} sont là, et jamais moins de ${value.fr} ne doivent l’être`,
      }
    : {
        en: `${site.label}: ${hours.en} needs ${value.en} ${group.en}, and the rosters have ${limit.en}`,
        fr: `${site.label} : ${hours.fr} demande ${value.fr} ${group.fr}, et les plannings en ont ${limit.fr}`,
      };
  return brokenStaff(staffing, {
    code: isAlone ? 'together' : 'roster',
    day,
    value: step.persons,
    limit: there,
    presentAlreadyBroke: isOld,
    label,
  });
}

/** Hours of work a week against those of the group, on average over the weeks of the template. */
export function checkWeeklyHours(
  staffing: Pick<Staffing, 'site' | 'rule'>,
  present: number,
  proposed: number,
): readonly Checked[] {
  const { site, rule } = staffing;
  if (rule.hoursPerWeek === null) return [];
  if (proposed <= Math.max(rule.hoursPerWeek, present) + NOBODY) return [{ checks: 1, broken: [] }];
  const [group, value, limit] = [STAFF_LABELS[rule.group], numberOf(proposed), numberOf(rule.hoursPerWeek)];
  const label = {
    en: `${site.label}: ${value.en} hours of ${group.en} a week, and they have ${limit.en}`,
    fr: `${site.label} : ${value.fr} heures de ${group.fr} par semaine, et ils en ont ${limit.fr}`,
  };
  const found = brokenStaff(staffing, {
    code: 'weekly-hours',
    day: null,
    value: proposed,
    limit: rule.hoursPerWeek,
    presentAlreadyBroke: present > rule.hoursPerWeek + NOBODY,
    label,
  });
  return [{ checks: 1, broken: [found] }];
}

/** Nobody comes for less than the shortest shift: each stretch in which the site needs the group is as long, or was shorter. */
export function checkShortShifts(staffing: Staffing): readonly Checked[] {
  const { site, rule, present, proposed } = staffing;
  const limit = rule.shortestShiftSeconds;
  const before = aroundWeek(merged(present)).filter(({ from, to }) => to - from < limit);
  return aroundWeek(merged(proposed)).map((at): Checked => {
    const seconds = at.to - at.from;
    const isNoWorse = before.some(({ from, to }) => at.from <= from && to <= at.to);
    if (seconds >= limit || isNoWorse) return { checks: 1, broken: [] };
    const [group, hours] = [STAFF_LABELS[rule.group], hoursOf(at)];
    const [value, least] = [numberOf(inHours(seconds)), numberOf(inHours(limit))];
    const label = {
      en: `${site.label}: ${hours.en}, ${group.en} would come for ${value.en} h, and nobody comes for less than ${least.en} h`,
      fr: `${site.label} : ${hours.fr}, venue de ${group.fr} pour ${value.fr} h, et personne ne vient pour moins de ${least.fr} h`,
    };
    const found = brokenStaff(staffing, {
      code: 'short-shift',
      day: dayOf(at.from),
      value: inHours(seconds),
      limit: inHours(limit),
      presentAlreadyBroke: before.some(({ from, to }) => from < at.to && to > at.from),
      label,
    });
    return { checks: 1, broken: [found] };
  });
}

/** As many persons as shifts that begin on a day: what is open longer than a shift may last needs a second team. */
export function checkShifts(staffing: Staffing): readonly Checked[] {
  const { site, rule, present, proposed } = staffing;
  const { persons, longestShiftSeconds } = rule;
  if (persons === null) return [];
  const before = shiftsOf(present, longestShiftSeconds);
  return shiftsOf(proposed, longestShiftSeconds).map((shifts, day): Checked => {
    const was = before[day]!;
    if (shifts <= Math.max(persons, was)) return { checks: 1, broken: [] };
    const [group, longest] = [STAFF_LABELS[rule.group], numberOf(inHours(longestShiftSeconds))];
    const at = { en: dayName(day, 'en'), fr: dayName(day, 'fr') };
    const label = {
      en: `${site.label}: ${at.en} takes ${shifts} ${group.en} (no shift over ${longest.en} h), and there are ${persons}`,
      fr: `${site.label} : ${at.fr} demande ${shifts} ${group.fr} (aucun poste de plus de ${longest.fr} h), et il y en a ${persons}`,
    };
    const found = brokenStaff(staffing, {
      code: 'shifts',
      day,
      value: shifts,
      limit: persons,
      presentAlreadyBroke: was > persons,
      label,
    });
    return { checks: 1, broken: [found] };
  });
}
