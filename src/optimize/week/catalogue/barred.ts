/** Hours of a device in which the rules let nothing be opened, and those in which nothing may change at all. */
import type { WeekRules } from '../../../model/rules/rules.ts';
import { DAY } from '../../../model/units.ts';
import { DAYS } from '../../../model/vocabulary.ts';
import { type Hours, overlaps } from '../../levers/week-edit.ts';

export interface Barred {
  /** Nothing changes here. */
  readonly frozen: readonly Hours[];
  /** Nothing is opened here. */
  readonly closed: readonly Hours[];
}

const ALL_DAYS = DAYS.map((_, day) => day);

/**
 * What the rules bar on a device.
 * @example barredAt({ frozen: [{ device: 'irm', day: 1, hours: null }], closed: [] }, 'irm').frozen // [{ day: 1, fromSeconds: 0, toSeconds: 86400 }]
 */
export function barredAt(rules: Pick<WeekRules, 'frozen' | 'closed'>, device: string): Barred {
  const frozen = rules.frozen
    .filter((one) => one.device === device)
    .flatMap(({ day, hours }) =>
      (day === null ? ALL_DAYS : [day]).map((each) => ({
        day: each,
        fromSeconds: hours?.fromSeconds ?? 0,
        toSeconds: hours?.toSeconds ?? DAY,
      })),
    );
  const closed = rules.closed
    .filter((one) => one.device === null || one.device === device)
    .map(({ day, fromSeconds, toSeconds }) => ({ day, fromSeconds, toSeconds }));
  return { frozen, closed };
}

/**
 * True when no frozen hour lies in these: they may change.
 * @example mayChange({ frozen: [], closed: [] }, { day: 0, fromSeconds: 0, toSeconds: 60 }) // true
 */
export const mayChange = ({ frozen }: Barred, hours: Hours): boolean =>
  !frozen.some((one) => overlaps(one, hours));
