/** The 2010 campaign played on a small part of the panel, and the page that tells it. */
import { describe, expect, it } from 'vitest';
import { EXPLANATIONS } from '../../src/calibrate/panel-explanations.ts';
import { isHit, reproduceBenchmark, storedPanel } from '../../src/calibrate/panel-reproduce.ts';
import { QUANTILE_ROWS, type RowHead } from '../../src/calibrate/panel-rows.ts';
import { STATEMENT_ROWS } from '../../src/calibrate/panel-statements.ts';
import { dayQuantile } from '../../src/calibrate/panel-tally.ts';
import { anap2010Statements } from '../../src/model/benchmark/anap-2010-statements.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { reproducePage } from '../../src/report/reproduce-page.ts';
import { PAGE_WIDTH, PLAIN } from '../../src/report/table-layout.ts';

const small = storedPanel().filter((_, rank) => rank % 16 === 0);
const play = (replications: number, seed = 'test') =>
  reproduceBenchmark({ panel: small, replications, seed });
const document = play(2);

describe('the rows', () => {
  it('are 60 fitted quantiles: durations 24, delays 12, reports 12, opening 6, occupancy 6', () => {
    const fitted = QUANTILE_ROWS.filter(({ head }) => head.status === 'fitted');
    const count = (group: string) => fitted.filter(({ head }) => head.group === group).length;
    expect(['duration', 'delay', 'report', 'opening', 'occupancy'].map(count)).toEqual([24, 12, 12, 6, 6]);
    expect(STATEMENT_ROWS.filter(({ head }) => head.status === 'fitted')).toEqual([]);
  });

  it('hold every published statement, once', () => {
    const ids = STATEMENT_ROWS.map(({ head }) => head.id);
    expect(ids.slice(0, -1)).toEqual(anap2010Statements.map(({ id }) => id));
    expect(new Set([...ids, ...QUANTILE_ROWS.map(({ head }) => head.id)]).size).toBe(document.rows.length);
  });

  it('are explained only where they can be missed: never a fitted one', () => {
    const byId = new Map(document.rows.map((row) => [row.id, row.status]));
    for (const id of Object.keys(EXPLANATIONS)) expect(byId.get(id), id).toBe('predicted');
  });
});

describe('a hit', () => {
  const head = (more: Partial<RowHead>) => ({ ...QUANTILE_ROWS[0]!.head, ...more });

  it('is a gap within the tolerance, relative or not', () => {
    const relative = head({ published: 10, tolerance: { kind: 'relative', value: 0.03 } });
    expect([isHit(relative, 10.3), isHit(relative, 10.31), isHit(relative, 9.69)]).toEqual([
      true,
      false,
      false,
    ]);
    const absolute = head({ published: 0, tolerance: { kind: 'absolute', value: 0.5 } });
    expect([isHit(absolute, 0.5), isHit(absolute, 0.6)]).toEqual([true, false]);
  });

  it('lies in the bounds of a statement in words, strictly where zero is the only one', () => {
    const within = head({ published: null, tolerance: null, bounds: { low: 0.05, high: 0.1 } });
    expect([isHit(within, 0.05), isHit(within, 0.11)]).toEqual([true, false]);
    const positive = head({ published: null, tolerance: null, bounds: { low: 0, high: null } });
    expect([isHit(positive, 0), isHit(positive, 0.001)]).toEqual([false, true]);
  });
});

describe('the campaign on a few devices', () => {
  it('gives the same document for the same seed, another for another', () => {
    expect(play(2)).toEqual(document);
    expect(play(1, 'other').rows).not.toEqual(document.rows);
  });

  it('has an interval for every row, and a score that counts them', () => {
    for (const { id, simulated } of document.rows) expect(simulated.n, id).toBe(2);
    const counted = Object.values(document.score).reduce((sum, { rows }) => sum + rows, 0);
    expect(counted).toBe(document.rows.length);
    expect(document.ok).toBe(document.score.fitted.ok === document.score.fitted.rows);
  });

  it('comes near the published durations, which are measured and not read back', () => {
    const row = document.rows.find(({ id }) => id === 'ct-duration-A-p50')!;
    expect(row.simulated.mean).not.toBe(row.published);
    expect(Math.abs(row.simulated.mean - 10)).toBeLessThan(1);
  });

  it('counts the short exams it leaves out, and none when the switch is off', () => {
    const observation = { ...document.observation, dropShort: false };
    const all = reproduceBenchmark({ panel: small, replications: 2, seed: 'test', observation });
    expect(document.panel.shortPassages.mean).toBeGreaterThan(0);
    expect(all.panel.shortPassages.mean).toBe(0);
    expect(all.panel.passages.mean).toBeCloseTo(
      document.panel.passages.mean + document.panel.shortPassages.mean,
      6,
    );
  });

  it('reads whole days as half a day either side', () => {
    expect(dayQuantile([1, 1, 3, 3], 0.5)).toBe(1.5);
    expect(dayQuantile([2], 0.5)).toBe(2);
  });
});

describe.each(LANGUAGES)('the page (%s)', (language) => {
  const lines = reproducePage(document, { language, style: PLAIN });

  it('is no wider than a page', () => {
    expect(lines.filter((line) => line.length > PAGE_WIDTH)).toEqual([]);
  });

  it('names every statement, and the year in every title', () => {
    const text = lines.join(' ').replaceAll(/\s+/g, ' ');
    for (const { text: said } of document.rows)
      if (said !== null) expect(text).toContain(said[language].slice(0, 20).replaceAll(/\s+/g, ' '));
    const titles = lines.filter((line) => line.endsWith('═'));
    expect(titles).toHaveLength(4);
    for (const title of titles) expect(title).toContain('2010');
  });
});
