/**
 * The whole panel under five seeds, and the published page. UPDATE_EXPECTED=1 writes the texts anew: read what has changed
 * before keeping it.
 *
 * Error rate of the check: each seed gives 60 means over 20 replications. Counted in standard errors of these means, 53
 * rows are 4.5 or more inside their tolerance; the nearest are three of MRI, the delay of inpatients at P80 (1.6), their report
 * at P20 (1.8) and the delay of outpatients at P80 (2.8). Another set of seeds misses some row under about one seed in ten;
 * these five are fixed, and none does.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REPRODUCE_FULL, reproduceBenchmark } from '../../src/calibrate/panel-reproduce.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { reproducePage } from '../../src/report/reproduce-page.ts';
import { PAGE_WIDTH, PLAIN } from '../../src/report/table-layout.ts';

const isUpdating = process.env.UPDATE_EXPECTED === '1';
const SEEDS = [REPRODUCE_FULL.seed, '2', '3', '4', '5'];

describe('the campaign of 2010 on the whole panel', () => {
  const started = process.cpuUsage();
  const document = reproduceBenchmark();
  const used = process.cpuUsage(started);

  it.each(LANGUAGES)('prints what stands beside it (%s)', (language) => {
    const lines = reproducePage(document, { language, style: PLAIN });
    expect(lines.filter((line) => line.length > PAGE_WIDTH)).toEqual([]);
    const text = `${lines.join('\n')}\n`;
    const expected = `test/calibrate/expected/reproduce.${language}.txt`;
    if (isUpdating) writeFileSync(expected, text);
    expect(existsSync(expected), `${expected} is missing: run with UPDATE_EXPECTED=1`).toBe(true);
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });

  it('explains every row it misses', () => {
    const unexplained = document.rows.filter(({ ok, explanation }) => !ok && explanation === null);
    expect(unexplained.map(({ id }) => id)).toEqual([]);
  });

  it('takes at most two minutes of CPU on a shared machine, a minute on one of its own', () => {
    console.info(`CPU seconds: ${((used.user + used.system) / 1e6).toFixed(1)}`);
    expect((used.user + used.system) / 1e6).toBeLessThan(120);
  });

  it.each(SEEDS)('brings all fitted rows back (seed %s)', (seed) => {
    const rows = seed === REPRODUCE_FULL.seed ? document.rows : reproduceBenchmark({ seed }).rows;
    const missed = rows.filter(({ status, ok }) => status === 'fitted' && !ok);
    expect(missed.map(({ id, simulated }) => `${id} ${simulated.mean}`)).toEqual([]);
  });
});
