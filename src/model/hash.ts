/** A short fingerprint of a scenario, so that a printed result names exactly what was simulated. */
import type { Scenario } from './scenario.ts';

/** One 32-bit lane of MurmurHash3's mixing (Appleby 2011), over UTF-16 code units. */
function lane(text: string, seed: number): number {
  let h = seed | 0;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x5bd1e995);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Sixteen hexadecimal digits of a text; equal texts give equal digits on any machine. Not cryptographic.
 * @example fingerprint('').length // 16
 */
export function fingerprint(text: string): string {
  return [lane(text, 0x9747b28c), lane(text, 0x3c6ef372)]
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('');
}

/** Keys of a region, which most scenarios are not: left out where they say nothing. */
const OF_REGIONS: readonly string[] = ['region', 'travelMinutes', 'travelScaleMinutes', 'origin'];

/** Nobody's site plays as anybody's; a journey of no minutes is none. */
const saysNothing = (key: string, value: unknown): boolean =>
  key === 'label' ||
  key === 'synthetic' ||
  (OF_REGIONS.includes(key) &&
    (value === null || (Array.isArray(value) && value.every((minutes) => minutes === 0))));

/**
 * Fingerprint of what is simulated: labels, what sites know of themselves, whether they are synthetic and the list of
 * assumptions change nothing, so they are left out.
 */
export function scenarioHash(scenario: Scenario): string {
  const {
    assumptions: _assumptions,
    name: _name,
    description: _description,
    run: _run,
    observed: _observed,
    ...simulated
  } = scenario;
  return fingerprint(
    JSON.stringify(simulated, (key, value) => (saysNothing(key, value) ? undefined : value)),
  );
}
