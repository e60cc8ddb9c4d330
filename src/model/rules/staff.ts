/** Who a vacation needs, and who is there: what the rules on staff mean, for whoever applies them. */
import { deepFreeze } from '../freeze.ts';
import type { Label, Vacation } from '../scenario.ts';
import { VACATION_FACTS } from '../vocabulary.ts';
import type { Roster, StaffGroup } from './rules.ts';

/** The persons of a group, in a sentence. */
export const STAFF_LABELS: Readonly<Record<StaffGroup, Label>> = deepFreeze({
  technologist: { en: 'technologists', fr: 'manipulateurs' },
  radiologist: { en: 'radiologists', fr: 'radiologues' },
  secretary: { en: 'secretaries', fr: 'secrétaires' },
});

/**
 * True when a vacation needs somebody of the group: technologists wherever a team on site receives patients, a radiologist
 * where the vacation provides one, a secretary where appointments are given. On-call has a roster of its own, and hours set
 * aside (maintenance, quality control) receive nobody: neither needs anyone here.
 * @example needsGroup({ type: 'emergency', provides: [] }, 'technologist') // true
 * @example needsGroup({ type: 'on-call', provides: ['radiologist'] }, 'radiologist') // false
 */
export function needsGroup(
  { type, provides }: Pick<Vacation, 'type' | 'provides'>,
  group: StaffGroup,
): boolean {
  const { planned, books } = VACATION_FACTS[type];
  if (type === 'on-call' || planned) return false;
  if (group === 'technologist') return true;
  return group === 'radiologist' ? provides.includes('radiologist') : books;
}

/**
 * Persons of a group on site while some of its devices are open: each device's share, and never fewer than are to be
 * together; nobody while all are closed.
 * @param open devices whose vacation needs the group (`needsGroup`).
 * @example personsNeeded({ perDevice: 2, together: 2 }, 3) // 6
 * @example personsNeeded({ perDevice: 1, together: 2 }, 1) // 2
 * @example personsNeeded({ perDevice: 1, together: 2 }, 0) // 0
 */
export const personsNeeded = (
  { perDevice, together }: { readonly perDevice: number; readonly together: number },
  open: number,
): number => (open === 0 ? 0 : Math.max(perDevice * open, together));

/**
 * Persons that rosters put there at a moment: rosters of the same hours add up, as a morning team and an afternoon team
 * that overlap at noon; 0 outside them all.
 * @param seconds since the midnight of the day.
 * @example rosteredAt([{ day: 0, fromSeconds: 0, toSeconds: 7200, persons: 2 }, { day: 0, fromSeconds: 3600, toSeconds: 7200, persons: 1 }], 0, 3600) // 3
 */
export const rosteredAt = (rosters: readonly Roster[], day: number, seconds: number): number =>
  rosters
    .filter((one) => one.day === day && one.fromSeconds <= seconds && seconds < one.toSeconds)
    .reduce((sum, { persons }) => sum + persons, 0);
