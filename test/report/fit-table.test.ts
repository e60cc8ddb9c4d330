import { describe, expect, it } from 'vitest';
import { fitBenchmark, fitRows } from '../../src/calibrate/fit-benchmark.ts';
import { anap2010 } from '../../src/model/benchmark/anap-2010.ts';
import type { QuantileRow } from '../../src/model/benchmark/quantile-row.ts';
import { delayText, rangeInDays } from '../../src/report/fit-cells.ts';
import { fitTable } from '../../src/report/fit-table.ts';
import { LANGUAGES, type Language } from '../../src/report/language.ts';
import { PAGE_WIDTH, PLAIN } from '../../src/report/table-layout.ts';

const row = (label: string | null, p20: number, p50: number, p80: number): QuantileRow => ({
  label,
  modality: 'mri',
  class: 'A',
  ...{ p20, p50, p80, place: null },
});
const exams = fitRows([row('genou', 12.5, 18, 26), row(null, 14, 20, 30)]).rows;
const reports = fitRows([row(null, 600, 1200, 4000)], 'report-turnaround').rows;
const table = (language: Language, own = [...exams, ...reports]) =>
  fitTable(fitBenchmark(anap2010, own), { language, style: PLAIN });

describe('the table of fitted laws', () => {
  it.each(LANGUAGES)('reads as expected in %s', async (language) => {
    await expect(`${table(language).join('\n')}\n`).toMatchFileSnapshot(`expected/fit-table.${language}.txt`);
  });

  it.each(LANGUAGES)('is at most 98 characters wide in %s, with no blank at an end', (language) => {
    for (const line of table(language)) {
      expect(line.length).toBeLessThanOrEqual(PAGE_WIDTH);
      expect(line).toBe(line.trimEnd());
    }
  });

  it('shows the published quantiles with figure and year, the gaps by law, mean, P90 and P95', () => {
    const lines = table('en');
    expect(lines).toContain('Exam durations of 2010, minutes: J-QPD-S above 3 min');
    const [, ...cells] = lines.find((line) => line.startsWith('CT · ambulatory A  '))!.split(/ {2,}/);
    expect(cells).toEqual(['11', '5', '10', '15.8', '5.9%', '3.2%', '1.7%', '10.7', '18.3', '20.4']);
  });

  it('says by how much the lognormal misses, and where', () => {
    const text = table('en', []).join(' ');
    expect(text).toContain('lognormal 5.9% (CT · ambulatory A: P20 of 5.29 for 5)');
  });

  it('says that reports have no mean, and shows none', () => {
    const lines = table('en', []);
    const start = lines.findIndex((line) => line.startsWith('Exam to report'));
    expect(lines[start + 2]!.trim().split(/ {2,}/).slice(-2)).toEqual(['P90', 'P95']);
    expect(lines.slice(start).join(' ')).toContain('No mean is given: nothing is known beyond P80');
  });

  it('has no part for a department’s own rows when there are none', () => {
    expect(table('en', []).some((line) => line.startsWith('Your own'))).toBe(false);
    expect(table('en').filter((line) => line.startsWith('Your own'))).toHaveLength(2);
  });

  it('shows a dash where a law does not suit the quantiles', () => {
    const { ct, mri } = anap2010.modalities;
    const band = { ...ct.examDurationMinutes.A!, p20: 2 };
    const odd = { ...anap2010, modalities: { mri, ct: { ...ct, examDurationMinutes: { A: band } } } };
    const lines = fitTable(fitBenchmark(odd), { language: 'en', style: PLAIN });
    const line = lines.find((one) => one.startsWith('CT · ambulatory A  '))!;
    expect(line.trim().split(/ +/).slice(-3)).toEqual(['—', '—', '—']);
  });

  it('prints a label on one line, whatever it holds', () => {
    const rows = fitRows([row('a\nb\u001b[31m', 12.5, 18, 26)]).rows;
    expect(table('en', [...rows]).some((line) => line.startsWith('MRI A · a\\u000ab\\u001b'))).toBe(true);
  });
});

describe('delays of reports', () => {
  it('are hours, then days from two days on', () => {
    expect([48, 2879, 2880, 4140].map((minutes) => delayText(minutes, 'fr'))).toEqual([
      '0,8 h',
      '48 h',
      '2 j',
      '2,9 j',
    ]);
  });

  it('as a range go from the lowest to the highest, in days', () => {
    expect(rangeInDays([28_800, 1728, 5000], 'en')).toBe('1.2–20 d');
    expect(rangeInDays([], 'en')).toBe('—');
  });
});
