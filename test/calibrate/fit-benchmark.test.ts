import { describe, expect, it } from 'vitest';
import { fitBenchmark, fitRows } from '../../src/calibrate/fit-benchmark.ts';
import { IO_CODES } from '../../src/io/codes.ts';
import { anap2010 } from '../../src/model/benchmark/anap-2010.ts';
import type { Benchmark } from '../../src/model/benchmark/benchmark.ts';
import type { QuantileRow } from '../../src/model/benchmark/quantile-row.ts';
import { type FittedRow, LAW_FAMILIES, type LawFamily } from '../../src/model/results/durations.ts';

const document = fitBenchmark(anap2010);
const { examDurations, reportTurnarounds, panelMarginals } = document;
const fitOf = (row: FittedRow, family: LawFamily) => row.fits.find((fit) => fit.family === family)!;

describe('the fits of the benchmark', () => {
  it('cover the 24 quantiles of exam durations and the 12 of reports, as printed', () => {
    expect(examDurations.map(({ modality, class: one }) => `${modality} ${one}`)).toEqual([
      'ct A',
      'ct H',
      'ct R',
      'ct U',
      'mri A',
      'mri H',
      'mri R',
      'mri U',
    ]);
    expect(reportTurnarounds.map(({ modality, class: one }) => `${modality} ${one}`)).toEqual([
      'ct A',
      'ct H',
      'mri A',
      'mri H',
    ]);
    expect(examDurations[0]).toMatchObject({ given: { p20: 5, p50: 10, p80: 15.8 }, figure: 11, year: 2010 });
  });

  it('hold a fit of every family for each of these rows', () => {
    for (const { fits, faults } of [...examDurations, ...reportTurnarounds]) {
      expect(fits.map(({ family }) => family)).toEqual([...LAW_FAMILIES]);
      expect(faults).toEqual([]);
    }
  });

  it('choose J-QPD-S for exams and J-QPD-B for reports, both exact', () => {
    for (const row of examDurations) expect([row.chosen, fitOf(row, 'jqpd-s').misfit]).toEqual(['jqpd-s', 0]);
    for (const row of reportTurnarounds)
      expect([row.chosen, fitOf(row, 'jqpd-b').misfit]).toEqual(['jqpd-b', 0]);
  });

  it.each([
    ['ct A', 10.7],
    ['ct H', 14.2],
    ['ct R', 20.1],
    ['ct U', 13.2],
    ['mri A', 23.1],
    ['mri H', 30.4],
    ['mri R', 35.0],
    ['mri U', 26.4],
  ])('give exams of %s a mean of about %d minutes', (name, minutes) => {
    const row = examDurations.find(({ modality, class: one }) => `${modality} ${one}` === name)!;
    expect(Math.abs(fitOf(row, 'jqpd-s').mean! - minutes)).toBeLessThan(0.1);
  });

  it('give no mean to reports, by any law', () => {
    expect(
      reportTurnarounds.flatMap(({ fits }) => fits.map(({ mean }) => mean)).every((mean) => mean === null),
    ).toBe(true);
  });

  it('hold delays, openings and occupancies as bounded laws only, also where P20 is the same day', () => {
    expect(panelMarginals.map(({ quantity }) => quantity)).toEqual([
      ...Array(4).fill('appointment-delay'),
      ...Array(2).fill('opening'),
      ...Array(2).fill('occupancy'),
    ]);
    for (const { fits, faults } of panelMarginals) {
      expect([fits.map(({ family, misfit }) => [family, misfit]), faults]).toEqual([[['jqpd-b', 0]], []]);
    }
    expect(panelMarginals[1]!.given.p20).toBe(0);
    expect(panelMarginals[1]!.fits[0]!.law).toMatchObject({ min: -0.5, max: 180 });
  });

  it('are frozen, plain JSON, of at most 12 significant digits', () => {
    expect(Object.isFrozen(examDurations[0]!.fits[0]!.law)).toBe(true);
    const text = JSON.stringify(document);
    expect(JSON.parse(text)).toEqual(document);
    for (const [digits] of text.matchAll(/\d+\.\d+(?:e-?\d+)?/g))
      expect(Number(Number(digits).toPrecision(12))).toBe(Number(digits));
  });

  it('keep the fault of a row that no law suits, and leave out what a benchmark did not measure', () => {
    const { ct, mri } = anap2010.modalities;
    const band = { ...ct.examDurationMinutes.A!, p20: 2 };
    const other: Benchmark = {
      ...anap2010,
      modalities: { mri, ct: { ...ct, examDurationMinutes: { A: band }, openingHours: null } },
    };
    const odd = fitBenchmark(other);
    expect(odd.examDurations).toHaveLength(5);
    expect(odd.examDurations[0]!.faults).toEqual([
      { family: 'jqpd-s', kind: 'below-bound', quantile: 'p20', value: 2, limit: 3 },
      { family: 'jqpd-b', kind: 'below-bound', quantile: 'p20', value: 2, limit: 3 },
    ]);
    expect(odd.panelMarginals).toHaveLength(7);
  });
});

describe('the fits of a department’s own rows', () => {
  const place = {
    file: 'q.csv',
    p20: { line: 2, column: 7 },
    p50: { line: 2, column: 10 },
    p80: { line: 2, column: 13 },
  };
  const row = (p20: number, p50: number, p80: number): QuantileRow => ({
    label: 'knee',
    modality: 'mri',
    class: 'A',
    ...{ p20, p50, p80, place },
  });

  it('are those of the benchmark for the same quantiles, without figure or year', () => {
    const { rows, findings } = fitRows([row(14, 20, 30)]);
    expect(findings).toEqual([]);
    expect(rows[0]!.fits).toEqual(examDurations[4]!.fits);
    expect(rows[0]).toMatchObject({
      label: 'knee',
      figure: null,
      year: null,
      chosen: 'jqpd-s',
      unit: 'minutes',
    });
  });

  it('of reports are bounded and have no mean', () => {
    const { rows } = fitRows([row(48, 360, 4140)], 'report-turnaround');
    expect(rows[0]!.fits).toEqual(reportTurnarounds[2]!.fits);
  });

  it('take other bounds', () => {
    expect(fitRows([row(2, 20, 30)], 'exam-duration', { min: 1 }).rows[0]!.fits[0]!.law).toMatchObject({
      min: 1,
    });
  });

  it('leave a wrong row out, with a finding at the number that is wrong', () => {
    const { rows, findings } = fitRows([row(14, 20, 19), row(14, 20, 30), row(2, 20, 30)]);
    expect(rows).toHaveLength(1);
    expect(findings.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ['quantiles-out-of-order', 'q.csv', 2, 13],
      ['quantiles-below-bound', 'q.csv', 2, 7],
    ]);
  });

  it('tell faults under codes that have their sentences, with the values these name', () => {
    const wrong = [
      row(14, 13, 30),
      row(14, 14, 30),
      row(2, 20, 30),
      row(14, 20, 2000),
      row(14, Number.NaN, 30),
      row(14, 14.003, 14.005),
      row(3.000001, 20, 30),
    ];
    const { findings } = fitRows(wrong, 'report-turnaround', { min: 3, max: 1440 });
    expect(new Set(findings.map(({ code }) => code)).size).toBe(7);
    for (const { code, values } of findings) {
      expect(Object.keys(values).sort()).toEqual([...(IO_CODES[code as keyof typeof IO_CODES] ?? [])].sort());
    }
  });
});
