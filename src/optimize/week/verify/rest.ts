/** Rest between two days of work: who is there late cannot be there early the next morning. */
import { STAFF_LABELS } from '../../../model/rules/staff.ts';
import { DAY, WEEK } from '../../../model/units.ts';
import { dayName } from '../../../model/week/times.ts';
import { type Checked, dayOf, inHours, numberOf } from './broken.ts';
import type { Step } from './presence.ts';
import { brokenStaff, type Staffing } from './staff.ts';
import { merged } from './stretches.ts';

/** A step with the day its stretch of presence begins on: a night belongs to the day before. */
interface DatedStep extends Step {
  readonly day: number;
}

/** The steps of a week, of the one before and of the next: nights that begin on Sunday, and the morning after it. */
function threeWeeks(steps: readonly Step[]): readonly DatedStep[] {
  const all = [-WEEK, 0, WEEK].flatMap((shift) =>
    steps.map((step) => ({ ...step, from: step.from + shift, to: step.to + shift })),
  );
  const stretches = merged(all);
  return all.map((step) => {
    const stretch = stretches.find(({ from, to }) => from <= step.from && step.to <= to)!;
    return { ...step, day: Math.floor(stretch.from / DAY) };
  });
}

/**
 * Most persons that must all be different because one of them at both moments would not have rested, by the day of the first
 * moment. Two moments closer than the rest are of different persons when they are of two days of work (a stretch of presence
 * belongs to the day it begins on), or further apart than any shift may last.
 * @example personsWithoutRest([{ from: 68400, to: 75600, open: 1, persons: 2 }, { from: 108000, to: 136800, open: 2, persons: 4 }], 36000, 39600)[0] // 6
 */
export function personsWithoutRest(
  steps: readonly Step[],
  longestShiftSeconds: number,
  restSeconds: number,
): readonly number[] {
  const most = [0, 0, 0, 0, 0, 0, 0];
  const dated = threeWeeks(steps);
  for (const late of dated.filter(({ from }) => from >= 0 && from < WEEK)) {
    for (const early of dated) {
      // A step may itself be longer than a shift.
      if (early.from < late.from) continue;
      if (early.from - late.to >= restSeconds) break;
      const isOtherDay = early.day > late.day;
      const isBeyondShift = early.to - late.from > longestShiftSeconds && restSeconds > longestShiftSeconds;
      if (!isOtherDay && !isBeyondShift) continue;
      const day = dayOf(late.to - 1);
      most[day] = Math.max(most[day]!, Math.ceil(late.persons) + Math.ceil(early.persons));
    }
  }
  return most;
}

/**
 * The rest the law asks for, where the number of persons is stated: those of an evening and those of the next morning are
 * together no more than there are. Necessary, not sufficient: it makes no roster of persons.
 */
export function checkRest(staffing: Staffing): readonly Checked[] {
  const { site, rule, present, proposed } = staffing;
  const { persons, longestShiftSeconds, restSeconds } = rule;
  if (persons === null) return [];
  const before = personsWithoutRest(present, longestShiftSeconds, restSeconds);
  return personsWithoutRest(proposed, longestShiftSeconds, restSeconds).map((value, day): Checked => {
    const was = before[day]!;
    if (value <= Math.max(persons, was)) return { checks: 1, broken: [] };
    const [group, rest] = [STAFF_LABELS[rule.group], numberOf(inHours(restSeconds))];
    const at = { en: dayName(day, 'en'), fr: dayName(day, 'fr') };
    const label = {
      en: `${site.label}: ${value} ${group.en} are needed late on ${at.en} and less than ${rest.en} h later, and there are ${persons}: somebody would not have the rest of ${rest.en} h`,
      fr: `${site.label} : ${value} ${group.fr} sont nécessaires tard le ${at.fr} et moins de ${rest.fr} h après, et il y en a ${persons} : quelqu’un n’aurait pas ses ${rest.fr} h de repos`,
    };
    const found = brokenStaff(staffing, {
      owner: 'law',
      code: 'rest',
      day,
      value,
      limit: persons,
      presentAlreadyBroke: was > persons,
      label,
    });
    return { checks: 1, broken: [found] };
  });
}
