import { beforeAll, describe, expect, it } from 'vitest';
import { readScenarioDocument } from '../../src/io/scenario-file.ts';
import { anap2010 } from '../../src/model/benchmark/anap-2010.ts';
import { completeScenario } from '../../src/model/complete/complete.ts';
import type { Indicator, SimulationResult } from '../../src/model/results/results.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { zScenario } from '../../src/model/schema/schema.ts';
import type { Modality } from '../../src/model/vocabulary.ts';
import { simulateScenario } from '../../src/stats/experiment.ts';

function load(change: (input: ReturnType<typeof zScenario.parse>) => void = () => {}): Scenario {
  const { document } = readScenarioDocument('scenarios/hopital-reference.yaml');
  const input = zScenario.parse(document!.value);
  change(input);
  return completeScenario(input);
}

const meanOf = (indicator: Indicator): number => {
  if (indicator === null || indicator === 'unstable') throw new Error(`no estimate: ${indicator}`);
  return indicator.mean;
};

const firstAvailable = (result: SimulationResult, modality: Modality, patientClass: 'A' | 'H') =>
  meanOf(result.sites.ch![modality]!.firstAvailable[patientClass].p50);

describe('the reference hospital is credible', () => {
  let result: SimulationResult;
  beforeAll(() => {
    result = simulateScenario(load());
  });

  it.each([
    ['scanner', 'ct'],
    ['irm', 'mri'],
  ] as const)('the %s is within 1 point of the median occupancy', (device, modality) => {
    const published = anap2010.modalities[modality].occupancyRatio.p50;
    expect(Math.abs(meanOf(result.devices[device]!.occupancy.scheduled) - published)).toBeLessThanOrEqual(
      0.01,
    );
  });

  it.each([
    ['ct', 'A'],
    ['ct', 'H'],
    ['mri', 'A'],
    ['mri', 'H'],
  ] as const)(
    'first available in %s for class %s is within 1 day of the published median',
    (modality, patientClass) => {
      const published = anap2010.modalities[modality].appointmentDelayDays[patientClass].p50;
      expect(Math.abs(firstAvailable(result, modality, patientClass) - published)).toBeLessThanOrEqual(1);
    },
  );

  it.each([
    ['scanner', 'ct'],
    ['irm', 'mri'],
  ] as const)('the %s has the median scheduled opening', (device, modality) => {
    const published = anap2010.modalities[modality].openingHours.p50;
    expect(meanOf(result.devices[device]!.opening.scheduled)).toBe(published);
  });

  it('nothing is unstable and nobody is refused for a full agenda', () => {
    expect(result.unstable).toEqual([]);
    expect(meanOf(result.sites.ch!.mri!.refused.A)).toBe(0);
  });
});

describe('the reference hospital answers to what makes it', () => {
  it('longer slots on the scanner lengthen its ambulatory delay by more than a day', () => {
    const base = simulateScenario(load(), { replications: 4 });
    const longer = simulateScenario(
      load((input) => {
        const scanner = input.devices.find((device) => device.id === 'scanner')!;
        scanner.slots = { ...scanner.slots, A: 30 * 60 };
      }),
      { replications: 4 },
    );
    expect(firstAvailable(longer, 'ct', 'A')).toBeGreaterThan(firstAvailable(base, 'ct', 'A') + 1);
  });
});
