/** Nights in two parts: a team on site (garde) until an hour of the night, called in from home (astreinte) after it. */
import { DEFAULTS } from '../../model/complete/defaults.ts';
import { clockText } from '../../model/consistency/shape.ts';
import type { Law } from '../../model/law.ts';
import type { Device, Vacation } from '../../model/scenario.ts';
import { DAY, HOUR } from '../../model/units.ts';
import type { Lever } from './lever.ts';
import { atDevice, eachDevice, exactly, STRENGTH_UNITS, weekCase } from './week-case.ts';
import { atHours, inOrder, onGrid, withWeekOf } from './week-edit.ts';

const ID = 'two-part-nights';
const MIDNIGHT_HOURS = 24;
const NIGHT_STARTS = 18 * HOUR;
const NIGHT_ENDS = 32 * HOUR;

/** The call-in delay of the device's own on-call from home, or the usual one. */
const callInOf = (week: readonly Vacation[]): Law =>
  week.find(({ callIn }) => callIn !== null)?.callIn ?? DEFAULTS['anap-2010'].callIn.value;

/** A vacation on-call cut where the night begins, is shared, and ends; its parts in the night have their presence. */
function inTwoParts(vacation: Vacation, switchSeconds: number, callIn: Law): readonly Vacation[] {
  // Its own night, that of the day before, and that of the day after.
  const nights = [-DAY, 0, DAY].map((shift) => ({
    from: NIGHT_STARTS + shift,
    turn: switchSeconds + shift,
    to: NIGHT_ENDS + shift,
  }));
  const presenceAt = (seconds: number): Law | null => {
    const night = nights.find(({ from, to }) => seconds >= from && seconds < to);
    if (night === undefined) return vacation.callIn;
    return seconds < night.turn ? null : callIn;
  };
  const edges = nights
    .flatMap(({ from, turn, to }) => [from, turn, to])
    .filter((edge) => edge > vacation.fromSeconds && edge < vacation.toSeconds);
  const bounds = [vacation.fromSeconds, ...new Set(edges), vacation.toSeconds];
  const parts: { from: number; to: number; callIn: Law | null }[] = [];
  bounds.slice(0, -1).forEach((from, rank) => {
    const presence = presenceAt(from);
    const before = parts.at(-1);
    if (before !== undefined && (before.callIn === null) === (presence === null))
      before.to = bounds[rank + 1]!;
    else parts.push({ from, to: bounds[rank + 1]!, callIn: presence });
  });
  const [whole] = parts;
  if (parts.length === 1 && (whole!.callIn === null) === (vacation.callIn === null)) return [vacation];
  return parts.map((part) => ({ ...atHours(vacation, part.from, part.to), callIn: part.callIn }));
}

/** The week of a device whose on-call is on site in the night until `switchSeconds` (past midnight above 24 h), then at home. */
export function withTwoPartNights({ week }: Device, switchSeconds: number): readonly Vacation[] {
  const callIn = callInOf(week);
  const changed = week.flatMap((one) =>
    one.type === 'on-call' ? inTwoParts(one, switchSeconds, callIn) : [one],
  );
  const isSame = changed.length === week.length && changed.every((one, rank) => one === week[rank]);
  return isSame ? week : inOrder(changed);
}

const switchOf = (hours: number): number => Math.min(Math.max(onGrid(hours * 60), NIGHT_STARTS), NIGHT_ENDS);

export const TWO_PART_NIGHTS: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Nights in two parts', fr: 'Nuits en deux parties' },
  assumption: {
    en: 'From 18:00 to midnight the on-call team is on site, from midnight to 08:00 it is called in from home, with the delay the device already has, else the usual one. Hours outside on-call stay as they are.',
    fr: 'De 18:00 à minuit l’équipe de permanence est sur place (garde), de minuit à 08:00 elle est appelée à domicile (astreinte), avec le délai de l’appareil, sinon le délai usuel. Les heures hors permanence ne changent pas.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'a usual arrangement; no effect size published',
      fr: 'une organisation courante ; aucun effet publié',
    },
  },
  effort: 'medium',
  isNegative: false,
  cases: (scenario) =>
    eachDevice(scenario, (device) => {
      if (withTwoPartNights(device, switchOf(MIDNIGHT_HOURS)) === device.week) return [];
      const at = clockText(switchOf(MIDNIGHT_HOURS));
      return [
        weekCase(scenario, {
          lever: ID,
          ...atDevice(device),
          what: {
            en: `${device.label}: on-call on site until ${at}, from home after`,
            fr: `${device.label} : garde jusqu’à ${at}, astreinte ensuite`,
          },
          strength: exactly(MIDNIGHT_HOURS, STRENGTH_UNITS.hourOfSwitch),
          isWhole: true,
          apply: (to, hours) => withWeekOf(to, device.id, (now) => withTwoPartNights(now, switchOf(hours))),
        }),
      ];
    }),
});
