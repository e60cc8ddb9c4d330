/** Who waits: flows of a class and an owner booked at a department, and what they ask of its diary. */
import { groupBy } from '../../model/group.ts';
import type { Acceptance, Device, Flow, Scenario } from '../../model/scenario.ts';
import { requestsPerWeek } from '../../stats/capacity.ts';
import { slotOnGrid } from '../levers/slot-mixture.ts';
import type { Queue } from './problem.ts';

/** Days over which a table of acceptance is summed up when it does not end before. */
const LONGEST_PATIENCE = 365;

/** The name of the queue a booked flow waits in: `ch/mri/A/public`. */
export const queueIdOf = ({ sites, modality, class: one, owner }: Flow): string =>
  `${sites[0]}/${modality}/${one}/${owner}`;

/** Requests a week that come to need a place: those cancelled free theirs for others and are left out. */
export const lastingRequests = (flow: Flow): number => requestsPerWeek(flow) * (1 - flow.cancel.probability);

/**
 * Days after which 1 in e still accepts; null when all do. A table is read as the mean of the days each would wait, which is
 * τ for an exponential.
 * @example patienceDays({ kind: 'exponential', tauDays: 30, freeDays: 2 }, 90) // 30
 * @example patienceDays({ kind: 'table', points: [[0, 1], [10, 0]] }, 90) // 5
 */
export function patienceDays(accept: Acceptance, horizonDays: number): number | null {
  if (accept.kind === 'always') return null;
  if (accept.kind === 'exponential') return accept.tauDays;
  const { points } = accept;
  if (points.every(([, probability]) => probability >= 1)) return null;
  const end = Math.min(horizonDays, LONGEST_PATIENCE);
  let area = 0;
  for (let day = 0; day < end; day++) area += (acceptedAt(points, day) + acceptedAt(points, day + 1)) / 2;
  return Math.max(1, area);
}

/** Acceptance at a day by a table: straight between its points, its first and last values outside them. */
function acceptedAt(points: readonly (readonly [number, number])[], day: number): number {
  const after = points.findIndex(([at]) => at >= day);
  if (after === 0) return points[0]![1];
  if (after < 0) return points.at(-1)![1];
  const [[d0, p0], [d1, p1]] = [points[after - 1]!, points[after]!];
  return p0 + ((p1 - p0) * (day - d0)) / (d1 - d0);
}

/**
 * True when a flow may be booked at a device: at the site it asks, and at its other sites only when it is offered the
 * earliest place of all; those sent on after a refusal are left out.
 */
export const mayUse = (flow: Flow, device: Device): boolean =>
  !flow.walkIn &&
  flow.modality === device.modality &&
  (flow.sites[0] === device.site || (flow.offer === 'earliest' && flow.sites.includes(device.site))) &&
  (flow.devices.length === 0 || flow.devices.some(({ id }) => id === device.id));

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean slot of a flow, seconds, over its exams and the devices it may use, in whole steps of the grid. */
function slotOf(flow: Flow, devices: readonly Device[]): number {
  return flow.exams.reduce(
    (sum, { id, share }) =>
      sum + share * average(devices.map((device) => slotOnGrid(device, id, flow.class))),
    0,
  );
}

/** Mean of numbers weighted by requests; null when one of them is. */
function weighted(flows: readonly Flow[], value: (flow: Flow) => number | null): number | null {
  let [sum, weights] = [0, 0];
  for (const flow of flows) {
    const one = value(flow);
    if (one === null) return null;
    const weight = Math.max(lastingRequests(flow), 1e-9);
    sum += weight * one;
    weights += weight;
  }
  return sum / weights;
}

/** The queues of a scenario, in the order of their names. A queue with one flow that always accepts always accepts. */
export function queuesOf(scenario: Scenario): readonly Queue[] {
  const booked = scenario.flows.filter((flow) => scenario.devices.some((device) => mayUse(flow, device)));
  return [...groupBy(booked, queueIdOf)]
    .map(([id, flows]): Queue => {
      const first = flows[0]!;
      const devicesOf = (flow: Flow) => scenario.devices.filter((device) => mayUse(flow, device));
      const targets = flows.flatMap(({ targetDays }) => (targetDays === null ? [] : [targetDays]));
      return {
        id,
        site: first.sites[0]!,
        modality: first.modality,
        class: first.class,
        flows: flows.map((flow) => flow.id),
        requestsPerWeek: flows.reduce((sum, flow) => sum + lastingRequests(flow), 0),
        slotSeconds: weighted(flows, (flow) => slotOf(flow, devicesOf(flow)))!,
        tauDays: weighted(flows, ({ accept, horizonDays }) => patienceDays(accept, horizonDays)),
        freeDays: weighted(flows, ({ accept }) => (accept.kind === 'exponential' ? accept.freeDays : 0))!,
        targetDays: targets.length === 0 ? null : Math.min(...targets),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
