/** What is frozen is as it was: the vacations of those hours, whatever is written in them, and the slots they are booked by. */
import type { Freeze } from '../../../model/rules/rules.ts';
import type { Device, Vacation } from '../../../model/scenario.ts';
import { DAY } from '../../../model/units.ts';
import { type BrokenRule, type Checked, hoursOf } from './broken.ts';
import { takingsOf } from './weeks.ts';

/** All that is written in a vacation but its hours, which are compared apart: those outside the freeze may change. */
function contentOf({ day: _day, fromSeconds: _from, toSeconds: _to, ...content }: Vacation): string {
  return JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What takes place in some hours of a week, as a text that is equal for the same. */
const partOf = (device: Device, week: number, from: number, to: number): string =>
  takingsOf(device.week, week)
    .filter((one) => one.from < to && one.to > from)
    .map((one) => `${Math.max(one.from, from)}-${Math.min(one.to, to)} ${contentOf(one.vacation)}`)
    .sort()
    .join('\n');

/** Keys in any order. */
const slotsOf = ({ slotSeconds, slotSecondsByExam }: Device): string =>
  JSON.stringify(
    [
      slotSeconds,
      ...Object.entries(slotSecondsByExam)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flat(),
    ].map((one) =>
      typeof one === 'string' ? one : Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );

const broken = ({ id, site }: Device, day: number | null, label: BrokenRule['label']): BrokenRule => ({
  code: 'frozen',
  owner: 'rule',
  site,
  device: id,
  group: null,
  day,
  value: 1,
  limit: 0,
  presentAlreadyBroke: false,
  label,
});

/** A device in one week against one freeze: each frozen day is a check, and the slots are one. */
export function checkFrozen(
  present: Device,
  proposed: Device,
  week: number,
  freeze: Freeze,
): readonly Checked[] {
  const { label } = proposed;
  const days = freeze.day === null ? [0, 1, 2, 3, 4, 5, 6] : [freeze.day];
  const { fromSeconds, toSeconds } = freeze.hours ?? { fromSeconds: 0, toSeconds: DAY };
  const parts = days.map((day): Checked => {
    const at = { from: day * DAY + fromSeconds, to: day * DAY + toSeconds };
    if (partOf(present, week, at.from, at.to) === partOf(proposed, week, at.from, at.to))
      return { checks: 1, broken: [] };
    const { en, fr } = hoursOf(at);
    const text = {
      en: `${label}: ${en} is frozen and is not as it was`,
      fr: `${label} : ${fr} est gelé et n’est plus comme avant`,
    };
    return { checks: 1, broken: [broken(proposed, day, text)] };
  });
  const isSameSlots = slotsOf(present) === slotsOf(proposed);
  const text = {
    en: `${label} is frozen, at least in part, and its standard slots are not as they were`,
    fr: `${label} est gelé, au moins en partie, et ses plages standard ne sont plus comme avant`,
  };
  return [...parts, { checks: 1, broken: isSameSlots ? [] : [broken(proposed, null, text)] }];
}
