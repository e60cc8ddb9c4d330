/** On-call of scanners shared between sites: one closes its on-call hours, its patients of those hours go to another. */
import type { Device, Flow, Scenario, Vacation } from '../../model/scenario.ts';
import { DAY, HOUR } from '../../model/units.ts';
import { staffOf } from '../levers/staffing.ts';
import { UNIT_COSTS } from '../levers/unit-costs.ts';

import type { OnCallPair } from './problem.ts';

const HOURS_A_WEEK = 168;
/** Farther, an emergency is not sent at night: assumed. */
const MOST_MINUTES = 30;
/** Sites that a closing one may be paired with: the nearest, then those with most devices. */
const PARTNERS = 2;

const isOnCall = ({ type }: Vacation): boolean => type === 'on-call';

/** Emergencies and intensive care, examined as they come. */
const isNight = (flow: Flow): boolean => flow.walkIn && (flow.class === 'U' || flow.class === 'R');

/** Scanners of a site that are on call. */
const onCallDevices = (devices: readonly Device[]): readonly Device[] =>
  devices.filter(({ modality, week }) => modality === 'ct' && week.some(isOnCall));

/**
 * Share of each hour of the week, from Monday 00:00, in which nothing but on-call is open on any of these devices, 0..1.
 */
export function onCallHours(devices: readonly Device[]): readonly number[] {
  const [onCall, open] = [new Float64Array(HOURS_A_WEEK), new Float64Array(HOURS_A_WEEK)];
  for (const { week } of devices)
    for (const vacation of week) {
      const hours = isOnCall(vacation) ? onCall : open;
      const from = (vacation.day * DAY + vacation.fromSeconds) / HOUR;
      const to = (vacation.day * DAY + vacation.toSeconds) / HOUR;
      for (let hour = Math.floor(from); hour < to; hour++) {
        const part = Math.min(to, hour + 1) - Math.max(from, hour);
        const at = hour % HOURS_A_WEEK;
        hours[at] = Math.min(1, hours[at]! + part);
      }
    }
  return Array.from(onCall, (part, hour) => Math.max(0, Math.min(part, 1 - open[hour]!)));
}

/** A flow in two: what comes at these hours, and the rest. Requests of both sum to its own. */
export interface SplitFlow {
  readonly kept: Flow;
  readonly moved: Flow;
}

/** @param hours share of each hour of the week that is moved. */
export function splitByHours(flow: Flow, hours: readonly number[], movedId: string): SplitFlow {
  const moved = flow.profile.map((weight, hour) => weight * hours[hour]!);
  const all = flow.profile.reduce((sum, weight) => sum + weight, 0);
  const share = all === 0 ? 0 : moved.reduce((sum, weight) => sum + weight, 0) / all;
  const perWeek = flow.perWeek * share;
  return {
    kept: {
      ...flow,
      perWeek: flow.perWeek - perWeek,
      profile: flow.profile.map((weight, hour) => weight - moved[hour]!),
    },
    moved: { ...flow, id: movedId, label: movedId, perWeek, profile: moved },
  };
}

/** Night flows whose only site is this one. */
const nightFlows = ({ flows }: Scenario, site: string): readonly Flow[] =>
  flows.filter((flow) => isNight(flow) && flow.modality === 'ct' && flow.sites[0] === site);

/** @param minutes between two sites. */
export function onCallPairs(
  scenario: Scenario,
  minutes: (from: string, to: string) => number,
): readonly OnCallPair[] {
  const onCall = new Map(
    scenario.sites.flatMap(({ id }) => {
      const devices = onCallDevices(scenario.devices.filter(({ site }) => site === id));
      return devices.length === 0 ? [] : [[id, devices] as const];
    }),
  );
  return [...onCall].flatMap(([closes, devices]): readonly OnCallPair[] => {
    const hours = onCallHours(devices);
    const movedPerWeek = nightFlows(scenario, closes).reduce(
      (sum, flow) => sum + splitByHours(flow, hours, flow.id).moved.perWeek,
      0,
    );
    const freed = devices
      .flatMap(({ week }) => week.filter(isOnCall).map(staffOf))
      .reduce((sum, { technologist }) => sum + technologist, 0);
    return [...onCall]
      .filter(([goesTo]) => goesTo !== closes && minutes(closes, goesTo) <= MOST_MINUTES)
      .sort(
        ([a, mine], [b, others]) =>
          minutes(closes, a) - minutes(closes, b) || others.length - mine.length || (a < b ? -1 : 1),
      )
      .slice(0, PARTNERS)
      .map(([goesTo]) => ({
        closes,
        goesTo,
        minutes: minutes(closes, goesTo),
        movedPerWeek,
        freedTechnologistHours: freed,
        savedEurosPerYear: freed * UNIT_COSTS.technologist.value * UNIT_COSTS.weeksPerYear.value,
      }));
  });
}

/**
 * The scenario in which a site’s scanners are no longer on call: emergencies and intensive-care patients of those hours
 * are a flow of the other site, as many as before.
 */
export function withOnCallAt(scenario: Scenario, closes: string, goesTo: string): Scenario {
  const devices = onCallDevices(scenario.devices.filter(({ site }) => site === closes));
  const hours = onCallHours(devices);
  const closed = new Set(devices.map(({ id }) => id));
  const night = new Set(nightFlows(scenario, closes).map(({ id }) => id));
  return {
    ...scenario,
    devices: scenario.devices.map((device) =>
      closed.has(device.id) ? { ...device, week: device.week.filter((one) => !isOnCall(one)) } : device,
    ),
    flows: scenario.flows.flatMap((flow) => {
      if (!night.has(flow.id)) return [flow];
      const { kept, moved } = splitByHours(flow, hours, `${flow.id}-at-${goesTo}`);
      if (moved.perWeek <= 0) return [flow];
      const there: Flow = { ...moved, sites: [goesTo], travelMinutes: [0], devices: [] };
      return kept.perWeek <= 0 ? [there] : [kept, there];
    }),
  };
}
