/** The week of a device as a variant writes it: what stays as its author wrote it, what is new in full. */
import { DEFAULTS } from '../model/complete/defaults.ts';
import { FIXED_DEFAULTS } from '../model/complete/defaults-fixed.ts';
import { completeDevices } from '../model/complete/device.ts';
import { Ledger } from '../model/complete/ledger.ts';
import type { Device, Flow, Scenario, Vacation } from '../model/scenario.ts';
import type { ScenarioInput } from '../model/schema/schema.ts';
import type { Written } from '../model/week/quantities.ts';
import { writtenDays } from '../model/week/times.ts';
import { type PlainVacations, writtenVacation } from './proposal-vacation.ts';

type DeviceInput = ScenarioInput['devices'][number];
type VacationInput = DeviceInput['week'][number];
export type WrittenEntry = Readonly<Record<string, Written>>;

/** A device of a scenario file: as its author wrote it, as the schema has it, and the scenario it stands in. */
export interface WrittenDevice {
  readonly input: ScenarioInput;
  readonly device: DeviceInput;
  /** Its `week`, vacation by vacation, as written. */
  readonly week: readonly unknown[];
  readonly scenario: Scenario;
}

const key = (vacation: Vacation): string => JSON.stringify(vacation);

/** What a device makes of some of its vacations, whatever else is in its week. */
function completed(
  { input, device, scenario }: WrittenDevice,
  week: DeviceInput['week'],
): readonly Vacation[] {
  const one = { ...input, devices: [{ ...device, count: 1, week }] };
  const defaults = DEFAULTS[input.defaults ?? FIXED_DEFAULTS.defaults];
  return completeDevices(one, defaults, scenario.exams, new Ledger())[0]!.week;
}

function plainOf(written: WrittenDevice, { fromSeconds, type }: Vacation): PlainVacations {
  const bare: VacationInput = { days: [0], from: fromSeconds % 86_400, to: 86_400, type };
  const [onSite] = completed(written, [bare]);
  const [calledIn] = completed(written, [{ ...bare, presence: 'astreinte' }]);
  return { onSite: onSite!, calledIn: calledIn! };
}

/** Flows a reserve of the device may be kept for. */
const usersOf = ({ site, modality }: Device, { flows }: Scenario): readonly Flow[] =>
  flows.filter((flow) => flow.modality === modality && flow.sites.includes(site));

interface Entry {
  /** Place of its first vacation in the new week. */
  readonly at: number;
  readonly entry: unknown;
}

/** Vacations that are as they were, under the line that wrote them; and the rest. */
function keptEntries(written: WrittenDevice, after: readonly Vacation[]) {
  const waiting = new Map<string, number[]>();
  after.forEach((vacation, at) => {
    waiting.set(key(vacation), [...(waiting.get(key(vacation)) ?? []), at]);
  });
  const kept = written.device.week.flatMap((entry, rank): readonly Entry[] => {
    const own = completed(written, [entry]);
    const places = own.flatMap((vacation) => {
      const at = waiting.get(key(vacation))?.shift();
      return at === undefined ? [] : [{ at, day: vacation.day }];
    });
    if (places.length === 0) return [];
    const as = written.week[rank] as WrittenEntry;
    const days = writtenDays(places.map(({ day }) => day).sort((a, b) => a - b));
    return [
      {
        at: Math.min(...places.map(({ at }) => at)),
        entry: places.length === own.length ? as : { ...as, days },
      },
    ];
  });
  const rest = [...waiting.values()].flat().sort((a, b) => a - b);
  return { kept, rest };
}

/** A week that cannot be written in the form of scenario files. */
export class Unwritable extends Error {}

/**
 * The entries of `week` that give back exactly the vacations of a device, in their order.
 * @throws Unwritable where minutes are kept for patients that no name of the format says.
 */
export function writtenWeek(written: WrittenDevice, after: Device): readonly unknown[] {
  const users = usersOf(after, written.scenario);
  const { kept, rest } = keptEntries(written, after.week);
  const alike = new Map<string, number[]>();
  for (const at of rest) {
    const { day: _day, ...what } = after.week[at]!;
    const name = JSON.stringify(what);
    alike.set(name, [...(alike.get(name) ?? []), at]);
  }
  const added = [...alike.values()].map((places): Entry => {
    const vacation = after.week[places[0]!]!;
    const days = places.map((at) => after.week[at]!.day);
    const entry = writtenVacation(vacation, days, plainOf(written, vacation), users);
    if (entry === null) throw new Unwritable(`${after.id}: reserve`);
    return { at: places[0]!, entry };
  });
  return [...kept, ...added].sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}
