/** What sites say of themselves: of a site and a modality that are there, and shares that make a whole. */
import type { Finding } from '../finding.ts';
import { nearestName } from '../nearest-name.ts';
import { scenarioError } from '../scenario-codes.ts';
import type { ScenarioInput } from '../schema/schema.ts';

/** Rounded shares may miss the whole by so much. */
const MOST_GAP = 0.02;

/**
 * The site observed exists.
 * @example checkObservedSites({ sites: [], observed: [{ site: 'ch' }] })[0].code // 'unknown-site'
 */
export function checkObservedSites(input: ScenarioInput): Finding[] {
  const sites = input.sites.map(({ id }) => id);
  const known = new Set(sites);
  return (input.observed ?? []).flatMap(({ site }, index) =>
    known.has(site)
      ? []
      : [
          scenarioError(
            'unknown-site',
            { site, nearest: nearestName(site, sites), known: sites.join(', ') },
            ['observed', index, 'site'],
          ),
        ],
  );
}

/**
 * The shares of a mix sum to 1.
 * @example checkObservedMix({ observed: [{ mix: { A: 0.5 } }] })[0].code // 'mix-shares-sum'
 */
export function checkObservedMix(input: ScenarioInput): Finding[] {
  return (input.observed ?? []).flatMap(({ mix }, index) => {
    if (mix === undefined) return [];
    const sum = Object.values(mix).reduce<number>((total, share) => total + (share ?? 0), 0);
    return Math.abs(sum - 1) <= MOST_GAP
      ? []
      : [scenarioError('mix-shares-sum', { sum: Number(sum.toFixed(3)) }, ['observed', index, 'mix'])];
  });
}
