/** Indicators of a result by their paths, so that a precision can be asked of some by name. */

import { nearestName } from '../model/nearest-name.ts';
import type { Estimate } from '../model/results/estimate.ts';
import type { Indicator, SimulationResult } from '../model/results/results.ts';

export interface NamedIndicator {
  /** As in the JSON document: `sites.ch.mri.access.A.mean`. */
  readonly path: string;
  readonly indicator: Indicator;
}

const isEstimate = (value: object): value is Estimate => 'mean' in value && 'n' in value;

function flatten(path: string, value: unknown): readonly NamedIndicator[] {
  if (value === null || value === 'unstable') return [{ path, indicator: value }];
  if (typeof value !== 'object') return [];
  if (isEstimate(value)) return [{ path, indicator: value }];
  return Object.entries(value).flatMap(([key, inner]) => flatten(`${path}.${key}`, inner));
}

/**
 * Every indicator of the sites and devices of a result, in the order of the document.
 * @example namedIndicators({ sites: {}, devices: { irm: { fillRate: null } } })[0].path // 'devices.irm.fillRate'
 */
export function namedIndicators(
  result: Pick<SimulationResult, 'sites' | 'devices'>,
): readonly NamedIndicator[] {
  return [...flatten('sites', result.sites), ...flatten('devices', result.devices)];
}

/**
 * The indicators whose path is the name, or ends in it after a point.
 * @example matching([{ path: 'sites.ch.mri.access.A.mean', indicator: null }], 'access.A.mean').length // 1
 */
export function matching(all: readonly NamedIndicator[], name: string): readonly NamedIndicator[] {
  return all.filter(({ path }) => path === name || path.endsWith(`.${name}`));
}

/**
 * The end of a path, of as many steps as the name, that is nearest to it; empty when none is.
 * @example nearestIndicator([{ path: 'devices.irm.fillRate', indicator: null }], 'fillrate') // 'fillRate'
 */
export function nearestIndicator(all: readonly NamedIndicator[], name: string): string {
  const steps = name.split('.').length;
  const ends = new Set(all.map(({ path }) => path.split('.').slice(-steps).join('.')));
  return nearestName(name, [...ends]);
}
