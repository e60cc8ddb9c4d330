/** The hour at which the programme ends and on-call begins, on working days: later, or earlier. */
import type { Device, Label, Scenario, Vacation } from '../../model/scenario.ts';
import { DAY, HOUR } from '../../model/units.ts';
import type { Lever, LeverCase } from './lever.ts';
import { atDevice, eachDevice, exactly, STRENGTH_UNITS, weekCase } from './week-case.ts';
import {
  atHours,
  endingAt,
  freeParts,
  inOrder,
  lastOfProgramme,
  onGrid,
  withoutOnCall,
  withWeekOf,
} from './week-edit.ts';

const ID = 'on-call-start';
const MINUTES = 60;
const WORKING_DAYS = [0, 1, 2, 3, 4];
const EVENING = 15 * HOUR;

type Turn = 'later' | 'earlier';

/** The last vacation of a day and the on-call that takes over from it in the evening; null when none does. */
interface Border {
  readonly last: Vacation;
  readonly onCall: Vacation;
}

function borderOf(week: readonly Vacation[], day: number): Border | null {
  const last = lastOfProgramme(week, day);
  if (last === null || last.type === 'research') return null;
  if (last.everyWeeks !== 1 || last.toSeconds < EVENING) return null;
  const onCall = week.find(
    (one) =>
      one.type === 'on-call' && one.everyWeeks === 1 && one.day === day && one.fromSeconds === last.toSeconds,
  );
  return onCall === undefined ? null : { last, onCall };
}

/** The programme goes on into the on-call hours, as far as nothing else begins. */
function later(week: readonly Vacation[], { last, onCall }: Border, seconds: number): readonly Vacation[] {
  const wished = Math.min(last.toSeconds + seconds, onCall.toSeconds, last.fromSeconds + DAY);
  const [free] = freeParts(week, { day: last.day, fromSeconds: last.toSeconds, toSeconds: wished });
  if (free === undefined || free.fromSeconds !== last.toSeconds) return week;
  const longer = atHours(last, last.fromSeconds, free.toSeconds);
  return inOrder(withoutOnCall(week, free).map((one) => (one === last ? longer : one)));
}

/** On-call takes over before; the day stays as it is when what is left of its last vacation would be too short. */
function earlier(device: Device, { last, onCall }: Border, seconds: number): readonly Vacation[] {
  const { week } = device;
  const shorter = endingAt(device, last, last.toSeconds - seconds);
  const fromSeconds = onCall.fromSeconds - seconds;
  if (shorter === null || onCall.toSeconds - fromSeconds > DAY) return week;
  const longer = atHours(onCall, fromSeconds, onCall.toSeconds);
  return inOrder(week.map((one) => (one === last ? shorter : one === onCall ? longer : one)));
}

/** The week of a device whose on-call begins so many seconds later or earlier, on each working day on which it can. */
export function withOnCallFrom(device: Device, turn: Turn, seconds: number): readonly Vacation[] {
  return WORKING_DAYS.reduce<readonly Vacation[]>((week, day) => {
    const border = borderOf(week, day);
    // A day with fixed appointments has no others to give in a longer vacation.
    if (border === null || (turn === 'later' && border.last.appointments !== null)) return week;
    return turn === 'later' ? later(week, border, seconds) : earlier({ ...device, week }, border, seconds);
  }, device.week);
}

const WHAT: Readonly<Record<Turn, (device: Device) => Label>> = {
  later: ({ label }) => ({
    en: `${label}: the programme goes on for ${MINUTES} minutes more from Monday to Friday, on-call begins later`,
    fr: `${label} : le programme dure ${MINUTES} minutes de plus du lundi au vendredi, la permanence des soins commence plus tard`,
  }),
  earlier: ({ label }) => ({
    en: `${label}: on-call begins ${MINUTES} minutes earlier from Monday to Friday, the programme is shortened by as much`,
    fr: `${label} : la permanence des soins commence ${MINUTES} minutes plus tôt du lundi au vendredi, le programme raccourcit d’autant`,
  }),
};

function caseOf(scenario: Scenario, device: Device, turn: Turn): readonly LeverCase[] {
  const isPossible = withOnCallFrom(device, turn, onGrid(MINUTES)) !== device.week;
  if (!isPossible) return [];
  return [
    weekCase(scenario, {
      lever: ID,
      ...atDevice(device),
      place: `${device.id}:${turn}`,
      what: WHAT[turn](device),
      strength: exactly(MINUTES, STRENGTH_UNITS.minutesADay),
      apply: (to, minutes) =>
        onGrid(minutes) === 0
          ? to
          : withWeekOf(to, device.id, (now) => withOnCallFrom(now, turn, onGrid(minutes))),
    }),
  ];
}

export const ON_CALL_START: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Hour at which on-call begins', fr: 'Heure à laquelle commence la permanence des soins' },
  assumption: {
    en: 'The last vacation of each working day ends an hour later, or earlier, and on-call begins then, with the same presence; the vacation keeps whom it receives and what it keeps aside. Never less than two hours of it are left.',
    fr: 'La dernière vacation de chaque jour ouvré finit une heure plus tard, ou plus tôt, et la permanence commence alors, avec la même présence ; la vacation garde ses patients et ses réserves. Il en reste toujours au moins deux heures.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'no effect size published; staff hours as assumed',
      fr: 'aucun effet publié ; heures de personnel supposées',
    },
  },
  effort: 'medium',
  isNegative: false,
  cases: (scenario) =>
    eachDevice(scenario, (device) => [
      ...caseOf(scenario, device, 'later'),
      ...caseOf(scenario, device, 'earlier'),
    ]),
});
