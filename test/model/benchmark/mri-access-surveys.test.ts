import { describe, expect, it } from 'vitest';
import {
  equipmentConditions,
  MRI_ACCESS_SURVEYS,
  nationalMriSeries,
  surveyRow,
} from '../../../src/model/benchmark/mri-access-surveys.ts';

const sum = (values: readonly (number | null)[]): number =>
  Math.round(10 * values.reduce<number>((total, value) => total + (value ?? 0), 0)) / 10;
const used = MRI_ACCESS_SURVEYS.filter(({ use }) => use === 'series');

describe('the national series', () => {
  it('has ten years with both a delay and a number of machines, without a gap', () => {
    expect(nationalMriSeries().map(({ year }) => year)).toEqual([
      2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018,
    ]);
  });

  it('adds up to the totals transcribed from the table by year', () => {
    expect(sum(nationalMriSeries().map(({ machines }) => machines))).toBe(7044);
    expect(sum(nationalMriSeries().map(({ delayDays }) => delayDays))).toBe(325.9);
  });

  it('changes each year by what the source of that year prints', () => {
    const series = used.filter(({ machines }) => machines !== null);
    series.slice(1).forEach((row, rank) => {
      const before = series[rank]!;
      expect(sum([row.machines, -before.machines!]), `machines ${row.year}`).toBe(row.printedMachinesChange);
      expect(sum([row.delayDays, -before.delayDays!]), `delay ${row.year}`).toBe(row.printedDelayChangeDays);
    });
  });

  it('adds printed changes up to 465 machines and −2.2 days', () => {
    expect(sum(used.map(({ printedMachinesChange }) => printedMachinesChange))).toBe(465);
    expect(sum(used.map(({ printedDelayChangeDays }) => printedDelayChangeDays))).toBe(-2.2);
  });
});

describe('the rows kept', () => {
  it('are 31, each with its source, under distinct ids', () => {
    expect(MRI_ACCESS_SURVEYS).toHaveLength(31);
    expect(new Set(MRI_ACCESS_SURVEYS.map(({ id }) => id)).size).toBe(31);
    for (const { id, source } of MRI_ACCESS_SURVEYS) expect(source, id).toMatch(/^https?:\/\//);
  });

  it('keep what contradicts the series, out of it and with the reason', () => {
    const kept = MRI_ACCESS_SURVEYS.filter(({ use, delayDays }) => use === 'not-used' && delayDays !== null);
    const others = kept.filter(({ year, delayDays }) =>
      used.some((row) => row.year === year && row.delayDays !== delayDays),
    );
    expect(others.map(({ id }) => id)).toEqual(['S006', 'S041', 'S042']);
    for (const { caution } of others) expect(caution).not.toBe('');
  });

  it('give the five best and the five least equipped regions of 2013', () => {
    expect([surveyRow('S082').delayDays, surveyRow('S083').delayDays]).toEqual([23.8, 43.3]);
  });

  it('are found by id only when there are any', () => {
    expect(() => surveyRow('S999')).toThrow(RangeError);
  });
});

it('gives a prediction the machines of every year, and no delay but the first', () => {
  const conditions = equipmentConditions();
  expect(conditions.startDelayDays).toBe(34.5);
  expect(conditions.years[9]).toEqual({ year: 2018, machines: 960 });
  expect(JSON.stringify(conditions.years)).not.toContain('elay');
});
