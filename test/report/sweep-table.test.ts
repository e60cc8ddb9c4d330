import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/model/results/results.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { type SweepRow, type SweepTableOptions, sweepTable } from '../../src/report/sweep-table.ts';
import { PAGE_WIDTH, PLAIN } from '../../src/report/table-layout.ts';
import { about } from './simulation-fixture.ts';

const DELAY = 'sites.ch.mri.firstAvailable.A.p50';
const OCCUPANCY = 'devices.irm-1.occupancy.scheduled';
const OPENING = 'devices.irm-1.opening.scheduled';
const PATHS = [DELAY, OCCUPANCY, OPENING];

const row = (label: string, ...values: readonly (readonly [string, Indicator])[]): SweepRow => ({
  label,
  indicators: new Map(values),
});
const ROWS: readonly SweepRow[] = [
  row(
    'devices.irm-1.slots.A=25',
    [DELAY, about(8, 0.4)],
    [OCCUPANCY, about(0.45, 0.01)],
    [OPENING, about(47)],
  ),
  row(
    'devices.irm-1.slots.A=30',
    [DELAY, about(16.2, 1.6)],
    [OCCUPANCY, about(0.41, 0.01)],
    [OPENING, about(47)],
  ),
  row('devices.irm-1.slots.A=35', [DELAY, 'unstable'], [OCCUPANCY, null], [OPENING, about(47)]),
];
const OPTIONS: SweepTableOptions = { replications: { fewest: 10, most: 10 }, language: 'en', style: PLAIN };
const table = (rows = ROWS, paths: readonly string[] = PATHS, options: Partial<SweepTableOptions> = {}) =>
  sweepTable(rows, paths, { ...OPTIONS, ...options });
const bars = (line: string | undefined) => line?.match(/█/g)?.length ?? 0;
const rowOf = (lines: readonly string[], label: string) => lines.find((line) => line.includes(label));

describe('sweepTable', () => {
  it.each(LANGUAGES)('prints points side by side as expected (%s)', async (language) => {
    const text = table(ROWS, PATHS, { language }).join('\n');
    await expect(`${text}\n`).toMatchFileSnapshot(`expected/sweep.${language}.txt`);
  });

  it('draws each bar in proportion to the largest mean', () => {
    const lines = table(ROWS, [DELAY]);
    expect(bars(rowOf(lines, 'A=30'))).toBe(24);
    expect(bars(rowOf(lines, 'A=25'))).toBe(Math.floor((24 * 8) / 16.2));
    expect(bars(rowOf(lines, 'A=35'))).toBe(0);
  });

  it('says once what is the same at every point', () => {
    const lines = table(ROWS, [OPENING]);
    expect(lines.filter((line) => line.includes('47'))).toHaveLength(1);
    expect(rowOf(lines, 'every point')).toContain('47');
  });

  it('leaves out of a block the points that have no such indicator', () => {
    const other = row('other.yaml', ['devices.x.fillRate', about(0.9)]);
    const lines = table([...ROWS, other], [DELAY, 'devices.x.fillRate']);
    expect(lines.filter((line) => line.includes('other.yaml'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('A=25'))).toHaveLength(1);
  });

  it('says how often points were played that were not played equally often', () => {
    const uneven = { replications: { fewest: 5, most: 20 } };
    expect(table(ROWS, PATHS, uneven)[0]).toContain('3 points, each simulated 5 to 20 times.');
  });

  it('counts one point and one time in the singular', () => {
    const once = { replications: { fewest: 1, most: 1 } };
    expect(table(ROWS.slice(0, 1), PATHS, once)[0]).toContain('1 point, each simulated 1 time with');
  });

  it('keeps within the page however long a label is, and shows its end, which tells points apart', () => {
    const long = 'devices.a-very-long-name-of-a-device-of-a-site.week.1.reserve.0.minutes';
    const rows = [row(`${long}=25`, [DELAY, about(8)]), row(`${long}=30`, [DELAY, about(9)])];
    const lines = table(rows, [DELAY]);
    expect(Math.max(...lines.slice(1).map((line) => line.length))).toBeLessThanOrEqual(PAGE_WIDTH);
    expect(rowOf(lines, '=25')).toBeDefined();
    expect(rowOf(lines, '=30')).toBeDefined();
  });

  it('draws no bar where all means are 0', () => {
    const rows = [row('a', [DELAY, about(0)]), row('b', [DELAY, about(0, 1)])];
    expect(bars(table(rows, [DELAY]).join(''))).toBe(0);
  });
});
