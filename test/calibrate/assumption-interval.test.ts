import { describe, expect, it } from 'vitest';
import { assumedInputs } from '../../src/calibrate/assumed-inputs.ts';
import { assumptionInterval, inputsToMeasure, noiseShare } from '../../src/calibrate/assumption-interval.ts';
import { drawInputs } from '../../src/calibrate/scenario-set.ts';
import { normalQuantile } from '../../src/engine/math-special.ts';
import { openStream } from '../../src/engine/streams.ts';
import { scenarioNamed } from '../engine/play.ts';

const inputs = assumedInputs(scenarioNamed('hopital-reference.yaml'));
const TAU = 'flows.scanner-A.accept.tau';
const LATE = 'devices.scanner.late-start';
const setsOf = (count: number, seed: string) =>
  drawInputs(inputs, count, seed).map((row) => ({ inputs: row }));
type Sets = ReturnType<typeof setsOf>;
const drawnValue = (set: Sets[number], path: string) =>
  set.inputs.find(({ input }) => input.path === path)!.value;

describe('assumptionInterval', () => {
  it('holds 9 in 10 of the sets, 1 in 20 left out on either side', () => {
    const interval = assumptionInterval(Array.from({ length: 39 }, (_, rank) => 39 - rank));
    expect([interval.low, interval.high]).toEqual([2, 38]);
    expect([interval.least, interval.most]).toEqual([1, 39]);
    expect(interval.values[0]).toBe(39);
  });

  it('interpolates between order statistics, and is the extremes of few sets', () => {
    const of24 = assumptionInterval(Array.from({ length: 24 }, (_, rank) => rank + 1));
    expect([of24.low, of24.high]).toEqual([1.25, 23.75]);
    expect(assumptionInterval([5, 4])).toMatchObject({ low: 4, high: 5 });
    expect(assumptionInterval([7])).toMatchObject({ low: 7, high: 7 });
  });

  it('refuses no sets, and a gain that is no number', () => {
    expect(() => assumptionInterval([])).toThrow(RangeError);
    expect(() => assumptionInterval([1, Number.NaN])).toThrow(RangeError);
  });
});

describe('noiseShare', () => {
  it('gives back the noise that was added to a spread', () => {
    const normal = openStream('noise', 'x');
    const draw = (sd: number) => sd * normalQuantile(normal() * 0.999 + 0.0005);
    const truth = Array.from({ length: 4000 }, () => draw(2));
    const seen = truth.map((value) => value + draw(1.5));
    // √(2² + 1.5²) = 2.5 is seen, of which 2 is true: a fifth of the width is noise.
    expect(
      noiseShare(
        seen,
        seen.map(() => 1.5),
      ),
    ).toBeCloseTo(0.2, 1);
    expect(noiseShare([1, 1.1, 0.9], [2, 2, 2])).toBe(1);
    expect(noiseShare([1, 2, 3], [0, 0, 0])).toBe(0);
  });
});

describe('inputsToMeasure', () => {
  const sets = setsOf(24, 's');
  const gain = (set: Sets[number]) => -0.058 * drawnValue(set, TAU) + 0.004 * drawnValue(set, LATE);

  it('names the input the gains hang on first, with what knowing it would leave', () => {
    const [first, ...others] = inputsToMeasure(sets, sets.map(gain));
    expect(first).toMatchObject({ path: TAU, value: 15, range: [5, 40], unit: 'd', demonstrated: true });
    expect(first!.explained).toBeGreaterThan(0.9);
    expect(first!.widthLeft).toBeLessThan(0.15);
    expect(others).toHaveLength(inputs.length - 1);
    for (const other of others) expect(other.widthLeft).toBeGreaterThan(first!.widthLeft);
  });

  it('finds an input whatever curve the gains follow, and an ever falling one', () => {
    const curved = sets.map((set) => -Math.exp(drawnValue(set, TAU) / 12));
    expect(inputsToMeasure(sets, curved)[0]).toMatchObject({ path: TAU, demonstrated: true });
    expect(inputsToMeasure(sets, curved)[0]!.explained).toBeCloseTo(1, 6);
    expect(
      inputsToMeasure(
        sets,
        curved.map((one) => -one),
      )[0]!.path,
    ).toBe(TAU);
  });

  it('says of gains of mere chance that no input is demonstrated, in 19 of 20 cases', () => {
    // 400 draws of gains that hang on nothing; at 5 % for all inputs together, 20 are expected and more than 35 come about
    // less than once in 1000 (binomial).
    const chance = openStream('chance', 'gains');
    let wrong = 0;
    for (let trial = 0; trial < 400; trial++) {
      const found = inputsToMeasure(
        sets,
        sets.map(() => chance()),
      );
      if (found.some(({ demonstrated }) => demonstrated)) wrong += 1;
    }
    expect(wrong).toBeLessThanOrEqual(35);
    expect(wrong).toBeGreaterThan(4);
  });

  it('says nothing of fewer than five sets, and that nothing narrows gains that are all the same', () => {
    expect(inputsToMeasure(sets.slice(0, 4), [1, 2, 3, 4])).toEqual([]);
    for (const one of inputsToMeasure(
      sets,
      sets.map(() => 1),
    ))
      expect(one).toMatchObject({ explained: 0, widthLeft: 1, demonstrated: false });
    expect(() => inputsToMeasure(sets, [1])).toThrow(RangeError);
  });
});
