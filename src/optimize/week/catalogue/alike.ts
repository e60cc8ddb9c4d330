/** Devices that are alike in all a week rests on: what may be done on one may be done on any, so they share one change. */
import { groupBy } from '../../../model/group.ts';
import type { WeekRules } from '../../../model/rules/rules.ts';
import type { Device, Scenario } from '../../../model/scenario.ts';
import { type Barred, barredAt } from './barred.ts';

export interface AlikeDevices {
  /** The device, or the first one and how many more: `irm`, `irm-1+7`. No device id holds a `+`. */
  readonly id: string;
  /** In the scenario's order, one at least. */
  readonly devices: readonly Device[];
  /** What the rules bar, on each of them. */
  readonly barred: Barred;
}

/** What tells a device from others, as a text: all but its names. */
function natureOf(scenario: Scenario, device: Device, barred: Barred): string {
  const mates = scenario.devices.filter(({ pool }) => pool === device.pool).length;
  const flows = scenario.flows.flatMap(({ id, devices }) =>
    devices.filter((one) => one.id === device.id).map(({ share }) => [id, share]),
  );
  const closures = scenario.calendar.closures.flatMap(({ devices }, rank) =>
    devices.includes(device.id) ? [rank] : [],
  );
  const nature = { ...device, id: '', label: '', stream: '', pool: mates === 1 ? '' : device.pool };
  return JSON.stringify([nature, flows, closures, barred]);
}

/**
 * The devices of a scenario, alike ones together: same site, modality, pool (or each a room of its own), week, slots,
 * queue, breakdowns, flows and closures, and barred alike by the rules. In order of their first device.
 */
export function alikeDevices(
  scenario: Scenario,
  rules: Pick<WeekRules, 'frozen' | 'closed'>,
): readonly AlikeDevices[] {
  const barred = new Map(scenario.devices.map(({ id }) => [id, barredAt(rules, id)]));
  const groups = groupBy(scenario.devices, (device) => natureOf(scenario, device, barred.get(device.id)!));
  return [...groups.values()].map((devices) => {
    const { id } = devices[0]!;
    return {
      id: devices.length === 1 ? id : `${id}+${devices.length - 1}`,
      devices,
      barred: barred.get(id)!,
    };
  });
}
