/** What was opened, seen in the week of each device: where it may be, how long, and on what it does not stand. */
import type { WeekRules } from '../../../model/rules/rules.ts';
import { needsGroup } from '../../../model/rules/staff.ts';
import type { Device } from '../../../model/scenario.ts';
import { DAY } from '../../../model/units.ts';
import { VACATION_FACTS } from '../../../model/vocabulary.ts';
import { type BrokenRule, type Checked, dayOf, hoursOf, inHours, numberOf } from './broken.ts';
import { aroundWeek, common, doubled, lengthOf, merged, type Stretch, without } from './stretches.ts';
import { type Taking, takingsOf } from './weeks.ts';

/** A device as it is and as proposed, in one week. */
interface Pair {
  readonly device: Device;
  readonly present: readonly Taking[];
  readonly proposed: readonly Taking[];
}

/**
 * Hours in which a team on site receives patients: the programme of a device, on-call and hours set aside left out.
 * @example programmeOf([]) // []
 */
export const programmeOf = (takings: readonly Taking[]): readonly Stretch[] =>
  merged(takings.filter(({ vacation }) => needsGroup(vacation, 'technologist')));

const setAside = (takings: readonly Taking[]): readonly Stretch[] =>
  merged(takings.filter(({ vacation }) => VACATION_FACTS[vacation.type].planned));

const windows = (hours: WeekRules['opening']): readonly Stretch[] =>
  merged(
    hours.map(({ day, fromSeconds, toSeconds }) => ({
      from: day * DAY + fromSeconds,
      to: day * DAY + toSeconds,
    })),
  );

const broken = (
  { id, site }: Device,
  at: Stretch | null,
  rest: Omit<BrokenRule, 'device' | 'site' | 'group' | 'day' | 'owner'>,
): BrokenRule => ({
  owner: 'rule',
  device: id,
  site,
  group: null,
  day: at === null ? null : dayOf(at.from),
  ...rest,
});

/** A check in which any time at all is too much. */
const none = (found: readonly Stretch[], tell: (at: Stretch) => BrokenRule): Checked => ({
  checks: 1,
  broken: found.map(tell),
});

function places({ device, present, proposed }: Pair, rules: WeekRules): readonly Checked[] {
  const { label } = device;
  const [before, after] = [programmeOf(present), programmeOf(proposed)];
  const added = without(after, before);
  const closed = windows(rules.closed.filter((one) => one.device === null || one.device === device.id));
  const tell = (code: BrokenRule['code'], at: Stretch, text: BrokenRule['label'], isOld = false) =>
    broken(device, at, {
      code,
      value: inHours(at.to - at.from),
      limit: 0,
      presentAlreadyBroke: isOld,
      label: text,
    });
  return [
    none(without(added, windows(rules.opening)), (at) => {
      const { en, fr } = hoursOf(at);
      return tell('opening', at, {
        en: `${label}: ${en} is opened, outside the hours in which sessions may be`,
        fr: `${label} : ${fr} est ouvert, hors des heures où des séances peuvent l’être`,
      });
    }),
    none(common(added, closed), (at) => {
      const { en, fr } = hoursOf(at);
      return tell(
        'closed',
        at,
        {
          en: `${label}: ${en} is opened, and the device stays closed at that time`,
          fr: `${label} : ${fr} est ouvert, alors que l’appareil reste fermé à ces heures`,
        },
        common(before, closed).length > 0,
      );
    }),
    none(without(doubled(proposed), doubled(present)), (at) => {
      const { en, fr } = hoursOf(at);
      return tell(
        'overlap',
        at,
        {
          en: `${label}: two vacations at once, ${en}`,
          fr: `${label} : deux vacations à la fois, ${fr}`,
        },
        doubled(present).length > 0,
      );
    }),
    none(without(setAside(present), setAside(proposed)), (at) => {
      const { en, fr } = hoursOf(at);
      return tell('set-aside', at, {
        en: `${label}: ${en} is no longer set aside (maintenance, quality control and the like)`,
        fr: `${label} : ${fr} n’est plus réservé (maintenance, contrôle qualité et autres)`,
      });
    }),
  ];
}

/**
 * What was opened in one go is no shorter than a session may be, and what was opened of one vacation no longer: what lengthens a
 * vacation counts by what it adds, and two sessions side by side are two.
 */
function lengths({ device, present, proposed }: Pair, { session }: WeekRules): readonly Checked[] {
  const added = without(programmeOf(proposed), programmeOf(present));
  const tell = (code: 'shortest' | 'longest', at: Stretch, seconds: number, text: BrokenRule['label']) =>
    broken(device, at, {
      code,
      value: inHours(seconds),
      limit: inHours(code === 'shortest' ? session.shortestSeconds : session.longestSeconds),
      presentAlreadyBroke: false,
      label: text,
    });
  const short = aroundWeek(added).map((at): Checked => {
    const seconds = at.to - at.from;
    if (seconds >= session.shortestSeconds) return { checks: 1, broken: [] };
    const [hours, value, limit] = [hoursOf(at), numberOf(inHours(seconds)), least(session)];
    const text = {
      en: `${device.label}: ${hours.en} is opened, ${value.en} h where a session lasts ${limit.en} h at least`,
      fr: `${device.label} : ${hours.fr} est ouvert, ${value.fr} h alors qu’une séance dure au moins ${limit.fr} h`,
    };
    return { checks: 1, broken: [tell('shortest', at, seconds, text)] };
  });
  const long = proposed.flatMap((taking): readonly Checked[] => {
    if (!needsGroup(taking.vacation, 'technologist')) return [];
    const seconds = lengthOf(common([taking], added));
    if (seconds === 0) return [];
    if (seconds <= session.longestSeconds) return [{ checks: 1, broken: [] }];
    const [hours, value, limit] = [hoursOf(taking), numberOf(inHours(seconds)), most(session)];
    const text = {
      en: `${device.label}: ${hours.en} has ${value.en} h more, where a session lasts ${limit.en} h at most`,
      fr: `${device.label} : ${hours.fr} gagne ${value.fr} h, alors qu’une séance dure au plus ${limit.fr} h`,
    };
    return [{ checks: 1, broken: [tell('longest', taking, seconds, text)] }];
  });
  return [...short, ...long];
}

const least = ({ shortestSeconds }: WeekRules['session']) => numberOf(inHours(shortestSeconds));
const most = ({ longestSeconds }: WeekRules['session']) => numberOf(inHours(longestSeconds));

/** What was opened on a device in one week, held against the rules of sessions. */
export function checkSessions(
  present: Device,
  proposed: Device,
  week: number,
  rules: WeekRules,
): readonly Checked[] {
  const pair: Pair = {
    device: proposed,
    present: takingsOf(present.week, week),
    proposed: takingsOf(proposed.week, week),
  };
  return [...places(pair, rules), ...lengths(pair, rules)];
}
