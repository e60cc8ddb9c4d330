import { describe, expect, it } from 'vitest';
import { checkDurationSigns, checkRanges } from '../../../src/model/consistency/evidence.ts';
import { scenarioInput, told, withDevice, withFlow, withWeek } from './scenario.ts';

describe('checkDurationSigns', () => {
  it('accepts durations from zero, and patients who come early', () => {
    expect(checkDurationSigns(withDevice({ changeover: 0 }))).toEqual([]);
    expect(checkDurationSigns(withFlow({ punctuality: -10 }))).toEqual([]);
  });

  it.each([
    ['a number', -3],
    ['a uniform law', { law: 'uniform', min: -3, max: 5 }],
    ['a normal law around less than zero', { law: 'normal', mean: -3, sd: 1 }],
  ])('reports %s below zero', (_, changeover) => {
    const found = checkDurationSigns(withDevice({ changeover }));
    expect(told(found)).toEqual(['error negative-duration devices.0.changeover']);
    expect(found[0]?.values.minutes).toBe(-3);
  });

  it('looks at every place a law may stand', () => {
    const input = scenarioInput({
      sites: [{ id: 'ch', reading: { minutes: { mri: -1 } } }],
      exams: { knee: { modality: 'mri', durations: { A: -1 } } },
    });
    expect(told(checkDurationSigns(input))).toEqual([
      'error negative-duration exams.knee.durations.A',
      'error negative-duration sites.0.reading.minutes.mri',
    ]);
    expect(told(checkDurationSigns(withWeek({ 'late-start': -1, 'call-in': -1 })))).toHaveLength(2);
    expect(told(checkDurationSigns(withFlow({ durations: -1, patience: -1 })))).toHaveLength(2);
    const breakdowns = { 'between-failures': -1, repair: -1 };
    expect(told(checkDurationSigns(withDevice({ breakdowns, preparation: { time: -1 } })))).toHaveLength(3);
  });
});

describe('checkRanges', () => {
  it('accepts values on the bounds of their ranges', () => {
    expect(checkRanges(withDevice({ changeover: { minutes: 3, range: [3, 8] } }))).toEqual([]);
    expect(checkRanges(withDevice({ 'early-end': { minutes: 8, range: [3, 8] } }))).toEqual([]);
    expect(checkRanges(withFlow({ accept: { tau: 30, range: ['10d', '60d'] } }))).toEqual([]);
  });

  it('judges a law by its median', () => {
    const changeover = { p20: 2, p50: 4, p80: 9, min: 0, range: [3, 5] };
    expect(checkRanges(withDevice({ changeover }))).toEqual([]);
  });

  it.each([
    ['per-week', { value: 100, range: [50, 90] }],
    ['growth', { value: 0.1, range: [0.2, 0.3] }],
    ['accept', { tau: '30d', range: ['40d', '60d'] }],
    ['no-show', { probability: 0.04, range: [0.05, 0.1] }],
    ['cancel', { probability: 0.04, range: [0.05, 0.1] }],
    ['punctuality', { minutes: 5, range: [6, 8] }],
  ])('reports a value outside its range: %s', (key, written) => {
    expect(told(checkRanges(withFlow({ [key]: written })))).toEqual([
      `error range-outside flows.0.${key}.range`,
    ]);
  });

  it('reports an early end outside its range, in minutes', () => {
    const found = checkRanges(withDevice({ 'early-end': { minutes: 9, range: [3, 8] } }));
    expect(told(found)).toEqual(['error range-outside devices.0.early-end.range']);
    expect(found[0]?.values).toEqual({ value: 9, low: 3, high: 8 });
  });

  it('reports a range that goes down', () => {
    expect(told(checkRanges(withDevice({ changeover: { minutes: 4, range: [8, 3] } })))).toEqual([
      'error range-reversed devices.0.changeover.range',
    ]);
  });
});
