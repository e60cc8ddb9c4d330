/** Every change of the present week that the rules leave open. */
import type { WeekRules } from '../../../model/rules/rules.ts';
import type { Scenario } from '../../../model/scenario.ts';
import { CHANGE_KINDS, type WeekChange } from '../change.ts';
import { alikeDevices } from './alike.ts';
import { closings } from './close.ts';
import { contents } from './content.ts';
import { keepingLastPlaces } from './last-places.ts';
import { openings } from './open.ts';
import { readingHours } from './reading.ts';
import { releases, reserves } from './reserves.ts';
import { slotStandards } from './slots.ts';

/**
 * Every change of the present week that the rules leave open, kind by kind (`CHANGE_KINDS`), device by device, sessions
 * next to the programme first. Each alone keeps the rules on hours (opening, closed, lengths, frozen) and leaves every
 * patient a session to be booked in; staff, hours and money in all are for the model of the week. Devices alike in
 * everything share their changes. At most some 300 openings a group of devices (`MOST_OPENINGS`), on a coarser grid if
 * need be.
 */
export function catalogue(scenario: Scenario, rules: WeekRules): readonly WeekChange[] {
  const alike = alikeDevices(scenario, rules);
  const found = [
    ...alike.flatMap((at) => openings(scenario, at, rules)),
    ...keepingLastPlaces(
      scenario,
      alike.flatMap((at) => [...closings(scenario, at), ...contents(scenario, at)]),
    ),
    ...alike.flatMap((at) => [...reserves(scenario, at), ...releases(scenario, at)]),
    ...slotStandards(scenario, rules),
    ...readingHours(scenario),
  ];
  return CHANGE_KINDS.flatMap((kind) => found.filter((change) => change.kind === kind));
}
