/** How many persons of a group a site needs, moment by moment of a week. */
import type { StaffRule } from '../../../model/rules/rules.ts';
import { needsGroup, personsNeeded } from '../../../model/rules/staff.ts';
import type { Device } from '../../../model/scenario.ts';
import { HOUR, WEEK } from '../../../model/units.ts';
import { merged, type Stretch } from './stretches.ts';
import { takingsOf } from './weeks.ts';

/** Time in which the same devices need the group. */
export interface Step extends Stretch {
  /** Devices whose vacation needs it. */
  readonly open: number;
  readonly persons: number;
}

/** The moments a stretch begins or ends, each once, in order; Monday 00:00 and the next one too. */
export const momentsOf = (...stretches: readonly (readonly Stretch[])[]): readonly number[] =>
  [...new Set([0, WEEK, ...stretches.flat().flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);

/**
 * Who is needed in one week, in order of time; nothing where no device needs the group.
 * @param devices those of one site.
 */
export function presenceOf(devices: readonly Device[], rule: StaffRule, week: number): readonly Step[] {
  const byDevice = devices.map((device) =>
    merged(takingsOf(device.week, week).filter(({ vacation }) => needsGroup(vacation, rule.group))),
  );
  const moments = momentsOf(...byDevice);
  return moments.slice(0, -1).flatMap((from, rank) => {
    const open = byDevice.filter((one) => one.some((at) => at.from <= from && from < at.to)).length;
    return open === 0 ? [] : [{ from, to: moments[rank + 1]!, open, persons: personsNeeded(rule, open) }];
  });
}

/** The step a moment is in; undefined where nobody is needed. */
export const stepAt = (steps: readonly Step[], moment: number): Step | undefined =>
  steps.find(({ from, to }) => from <= moment && moment < to);

/**
 * Hours of work in a week.
 * @example hoursOfWork([{ from: 0, to: 7200, open: 1, persons: 2 }]) // 4
 */
export const hoursOfWork = (steps: readonly Step[]): number =>
  steps.reduce((sum, { from, to, persons }) => sum + ((to - from) / HOUR) * persons, 0);

/**
 * Shifts that begin on each day of the week, at least: somebody new comes whenever too few are there, and leaves so many
 * seconds later at the latest, breaks included. Coming as late as possible and staying as long as allowed takes the fewest.
 * @param steps a week, which comes back.
 * @example shiftsOf([{ from: 0, to: 50400, open: 1, persons: 2 }], 36000)[0] // 4
 */
export function shiftsOf(steps: readonly Step[], longestSeconds: number): readonly number[] {
  const days = [0, 0, 0, 0, 0, 0, 0];
  let ends: readonly number[] = [];
  // The first week only says who is still there on the Monday of the second.
  for (const [round, shift] of [0, WEEK].entries()) {
    for (const step of steps) {
      const to = step.to + shift;
      for (let at = step.from + shift; at < to; at = Math.min(to, ...ends)) {
        ends = ends.filter((end) => end > at);
        const missing = Math.max(0, Math.ceil(step.persons) - ends.length);
        if (round === 1) days[Math.floor((at - shift) / 86_400)]! += missing;
        ends = [...ends, ...Array.from({ length: missing }, () => at + longestSeconds)];
      }
    }
  }
  return days;
}
