import { describe, expect, it } from 'vitest';
import { completeScenario } from '../../src/model/complete/complete.ts';
import { parseScenario } from '../../src/model/load/load.ts';
import { simulateScenario } from '../../src/stats/experiment.ts';

const scenario = (observed: readonly object[]) => {
  const { input } = parseScenario({
    creneau: 1,
    name: 'x',
    defaults: 'none',
    run: { weeks: 12, 'warmup-weeks': 2, replications: 3 },
    exams: { e: { modality: 'mri', durations: { A: 30 } } },
    sites: [{ id: 's' }],
    devices: [
      {
        id: 'd',
        site: 's',
        modality: 'mri',
        slots: { A: 30, H: 30, exams: { e: { A: 30 } } },
        week: [{ days: 'mon-fri', from: '08:00', to: '12:00', type: 'public-scheduled' }],
      },
    ],
    flows: [{ site: 's', modality: 'mri', class: 'A', 'per-week': 20, arrivals: 'regular', exams: { e: 1 } }],
    observed,
  });
  return completeScenario(input!);
};

describe('the fit of a base', () => {
  it('says for each number known whether it comes back', () => {
    const known = {
      site: 's',
      modality: 'mri',
      opening: 20,
      passages: 20,
      occupancy: 0.5,
      mix: { A: 1 },
      delay: { A: 1 },
    };
    const rows = simulateScenario(scenario([known])).fit;
    expect(rows.map(({ number, ok }) => `${number} ${ok}`)).toEqual([
      'opening true',
      'passages true',
      'mix.A true',
      'delay.A true',
      'occupancy true',
    ]);
  });

  it('says no beyond the gap allowed, and yes at its edge', () => {
    const [edge] = simulateScenario(scenario([{ site: 's', modality: 'mri', opening: 20.25 }])).fit;
    const [beyond] = simulateScenario(scenario([{ site: 's', modality: 'mri', opening: 20.3 }])).fit;
    expect([edge?.ok, beyond?.ok]).toEqual([true, false]);
  });

  it('is empty where nothing is known', () => {
    expect(simulateScenario(scenario([])).fit).toEqual([]);
  });
});
