/** Fingerprints: equal for what is simulated alike, different for anything else. */
import { describe, expect, it } from 'vitest';
import { completeScenario } from '../../src/model/complete/complete.ts';
import { fingerprint, scenarioHash } from '../../src/model/hash.ts';
import { zScenario } from '../../src/model/schema/schema.ts';

type Part = Readonly<Record<string, unknown>>;
const hashOf = (root: Part = {}, device: Part = {}, flow: Part = {}) =>
  scenarioHash(
    completeScenario(
      zScenario.parse({
        creneau: 1,
        name: 'x',
        sites: [{ id: 's' }],
        devices: [
          {
            id: 'd',
            site: 's',
            modality: 'ct',
            week: [{ days: 'mon-fri', from: '08:00', to: '12:00', type: 'public-scheduled' }],
            ...device,
          },
        ],
        flows: [{ site: 's', modality: 'ct', class: 'A', 'per-week': 10, ...flow }],
        ...root,
      }),
    ),
  );

const BEFORE_REGIONS = 'fbb2159869b30fe5';

describe('the hash of a scenario', () => {
  it('is the same for the same scenario', () => {
    expect(hashOf()).toBe(hashOf());
  });

  it('does not depend on names to read, on sources, nor on how long it is run', () => {
    expect(
      hashOf({ name: 'other', description: 'y', run: { weeks: 3 } }, { label: 'z' }, { label: 'w' }),
    ).toBe(hashOf());
    expect(hashOf({}, { changeover: { minutes: 3, source: 'a watch' } })).toBe(hashOf());
  });

  it('is what it was before there were regions, where a scenario is none', () => {
    expect(hashOf()).toBe(BEFORE_REGIONS);
    expect(hashOf({ sites: [{ id: 's', synthetic: true }] }, {}, { travel: [0] })).toBe(BEFORE_REGIONS);
  });

  it('depends on the residence, the travel and the territory', () => {
    const region = {
      balance: 'idf-2020-05',
      departments: { '75': { population: 10 } },
      travel: { '75': { '75': 20 } },
    };
    const others = [
      hashOf({}, {}, { origin: '75' }),
      hashOf({}, {}, { travel: [20] }),
      hashOf({}, {}, { 'travel-scale': 30 }),
      hashOf({ sites: [{ id: 's', travel: { '75': 0 } }] }),
      hashOf({ region }),
      hashOf({ region: { ...region, departments: { '75': { population: 11 } } } }),
    ];
    expect(new Set([hashOf(), ...others]).size).toBe(7);
  });

  it('depends on every number that is simulated', () => {
    const others = [
      hashOf({}, { changeover: 4 }),
      hashOf({}, { speed: 1.1 }),
      hashOf({}, {}, { 'per-week': 11 }),
      hashOf({}, {}, { accept: { tau: 16 } }),
      hashOf({ calendar: { start: '2026-03-30' } }),
    ];
    expect(new Set([hashOf(), ...others]).size).toBe(6);
  });
});

describe('a fingerprint', () => {
  it('is sixteen hexadecimal digits', () => {
    for (const text of ['', 'a', 'é'.repeat(1000)]) expect(fingerprint(text)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('tells ten thousand short texts apart', () => {
    const all = Array.from({ length: 10_000 }, (_, n) => fingerprint(`scenario ${n}`));
    expect(new Set(all).size).toBe(10_000);
  });
});
