import { describe, expect, it } from 'vitest';
import { CONSISTENCY_RULES, checkScenario } from '../../../src/model/consistency/consistency.ts';
import { device, flow, scenarioInput, told } from './scenario.ts';

describe('checkScenario', () => {
  it('has nothing to say of a sound scenario', () => {
    expect(checkScenario(scenarioInput())).toEqual([]);
  });

  it('gathers the findings of several rules at once, and not what only follows from a wrong name', () => {
    const input = scenarioInput({
      devices: [{ ...device, site: 'x' }],
      flows: [{ ...flow, 'per-week': undefined, lead: 300 }],
      run: { weeks: 10, 'warmup-weeks': 9 },
    });
    expect(told(checkScenario(input))).toEqual([
      'error unknown-site devices.0.site',
      'error per-week-missing flows.0',
      'error lead-beyond-horizon flows.0.lead',
      'error warmup-too-long run.warmup-weeks',
    ]);
  });

  it('knows each rule once', () => {
    expect(new Set(CONSISTENCY_RULES.map(({ check }) => check)).size).toBe(CONSISTENCY_RULES.length);
    expect(CONSISTENCY_RULES).toHaveLength(50);
  });

  it('judges a region of two hundred sites in well under a second', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `s${index}`);
    const input = scenarioInput({
      sites: ids.map((id) => ({ id })),
      devices: ids.flatMap((site) => [0, 1, 2, 3].map((n) => ({ ...device, site, id: `${site}-${n}` }))),
      flows: ids.map((_, index) => ({ ...flow, site: undefined, sites: ids.slice(index, index + 5) })),
    });
    const started = performance.now();
    expect(checkScenario(input)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
