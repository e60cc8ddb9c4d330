/** How long the exams of a device last by its scenario, class by class: no simulation, so no interval. */
import { mean } from '../engine/laws/moments.ts';
import { quantile } from '../engine/laws/quantile.ts';
import type { Law } from '../model/law.ts';
import type { Assumption, Device, Flow, Scenario } from '../model/scenario.ts';
import type { PatientClass } from '../model/vocabulary.ts';

/** Points each law is cut into: the median of a mixture is then exact to about a thousandth of its probability. */
const POINTS = 1000;

interface Part {
  readonly law: Law;
  readonly weight: number;
}

export type DeclaredDuration =
  | { readonly minutes: number }
  | { readonly reason: 'from-defaults' | 'from-log' | 'nobody' };

/**
 * True when a number of the scenario was filled in from the defaults.
 * @example isFromDefaults([], 'exams.knee.durations.A') // false
 */
export function isFromDefaults(assumptions: readonly Assumption[], path: string): boolean {
  return assumptions.some((one) => one.path === path && one.from === 'defaults');
}

/**
 * True when a flow may use a device: it is offered its site, its modality, and the device itself where it names some.
 * @example mayUse({ sites: ['ch'], modality: 'ct', devices: [] }, { id: 'ct-1', site: 'ch', modality: 'ct' }) // true
 */
export function mayUse(
  flow: Pick<Flow, 'sites' | 'modality' | 'devices'>,
  device: Pick<Device, 'id' | 'site' | 'modality'>,
): boolean {
  if (flow.modality !== device.modality || !flow.sites.includes(device.site)) return false;
  return flow.devices.length === 0 || flow.devices.some(({ id }) => id === device.id);
}

/**
 * Median or mean duration, in minutes, of the exams that patients of a class ask for on a device: each exam type weighs as
 * it is requested, and the device's speed counts. A reason instead where the durations are the defaults' own, or a log's.
 */
export function declaredDuration(
  scenario: Scenario,
  device: Device,
  patientClass: PatientClass,
  of: 'median' | 'mean',
): DeclaredDuration {
  const flows = scenario.flows.filter((flow) => flow.class === patientClass && mayUse(flow, device));
  if (flows.some(({ arrivals }) => arrivals === 'log')) return { reason: 'from-log' };
  const parts: Part[] = [];
  for (const flow of flows) {
    for (const { id, share } of flow.exams) {
      const weight = flow.perWeek * share;
      if (weight <= 0) continue;
      const path = `exams.${id}.durations.${patientClass}`;
      if (flow.durations === null && isFromDefaults(scenario.assumptions, path)) {
        return { reason: 'from-defaults' };
      }
      const exam = scenario.exams.find((one) => one.id === id)!;
      parts.push({ law: flow.durations ?? exam.durations[patientClass], weight });
    }
  }
  if (parts.length === 0) return { reason: 'nobody' };
  const seconds = of === 'mean' ? meanOf(parts) : medianOf(parts);
  return { minutes: seconds / 60 / device.speed };
}

const total = (parts: readonly Part[]): number => parts.reduce((sum, { weight }) => sum + weight, 0);

const meanOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { law, weight }) => sum + weight * mean(law), 0) / total(parts);

function medianOf(parts: readonly Part[]): number {
  const [first] = parts;
  if (parts.every(({ law }) => law === first!.law)) return quantile(first!.law, 0.5);
  const points = parts.flatMap(({ law, weight }) =>
    Array.from({ length: POINTS }, (_, rank) => ({ x: quantile(law, (rank + 0.5) / POINTS), weight })),
  );
  points.sort((a, b) => a.x - b.x);
  const half = (total(parts) * POINTS) / 2;
  let below = 0;
  for (const { x, weight } of points) {
    below += weight;
    if (below >= half) return x;
  }
  return points.at(-1)!.x;
}
