import { describe, expect, it } from 'vitest';
import { anap2010 } from '../../src/model/benchmark/anap-2010.ts';
import type { SimulationDocument } from '../../src/model/results/results.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { simulationTable } from '../../src/report/simulation-table.ts';
import type { TableOptions } from '../../src/report/table-context.ts';
import { PAGE_WIDTH, PLAIN } from '../../src/report/table-layout.ts';
import {
  about,
  BOOKS,
  deviceResult,
  fixtureDocument,
  fixtureScenario,
  modalityResult,
} from './simulation-fixture.ts';

const OPTIONS: TableOptions = {
  language: 'en',
  style: PLAIN,
  command: 'creneau simulate a.yaml',
  version: '1.2.3',
  assumptions: 'main',
  site: null,
};

const scenario = fixtureScenario();
const table = (
  options: Partial<TableOptions> = {},
  changes: Partial<SimulationDocument> = {},
  of: Scenario = scenario,
): readonly string[] => simulationTable(fixtureDocument(of, changes), of, { ...OPTIONS, ...options });
const text = (...given: Parameters<typeof table>): string => table(...given).join('\n');

/** The same without its line breaks, for sentences that run over. */
const flowing = (...given: Parameters<typeof table>): string => text(...given).replace(/\n\s+/g, ' ');

/** Lines from the one that holds a text to the next empty one. */
function part(lines: readonly string[], beginning: string): readonly string[] {
  const from = lines.findIndex((line) => line.includes(beginning));
  const to = lines.findIndex((line, rank) => rank > from && line === '');
  return lines.slice(from, to < 0 ? undefined : to);
}

const overloaded = (): Partial<SimulationDocument> => {
  const unstable = { mean: 'unstable', p20: 'unstable', p50: 'unstable', p80: 'unstable' } as const;
  const result = modalityResult();
  return {
    sites: { ch: { mri: { ...result, firstAvailable: { ...result.firstAvailable, A: unstable } } } },
    warnings: [
      { code: 'unstable-booking', path: 'sites.ch.mri', values: { flows: 'ch/mri/A', missing: 120 } },
      { code: 'warmup-refused', path: 'run.weeks', values: { weeks: 104 } },
    ],
  };
};

describe('simulationTable', () => {
  it.each(LANGUAGES)('prints a department as expected (%s)', async (language) => {
    await expect(`${text({ language })}\n`).toMatchFileSnapshot(`expected/department.${language}.txt`);
  });

  it.each(LANGUAGES)('prints an overloaded department as expected (%s)', async (language) => {
    await expect(`${text({ language, assumptions: 'all' }, overloaded())}\n`).toMatchFileSnapshot(
      `expected/overloaded.${language}.txt`,
    );
  });

  it.each(LANGUAGES)('prints a region of many departments at a glance (%s)', async (language) => {
    const region = fixtureScenario(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    await expect(`${text({ language }, {}, region)}\n`).toMatchFileSnapshot(
      `expected/region.${language}.txt`,
    );
  });

  it.each(LANGUAGES)('is never wider than its page (%s)', (language) => {
    const lines = [...table({ language }), ...table({ language, assumptions: 'all' }, overloaded())];
    expect(lines.filter((line) => line.length > PAGE_WIDTH)).toEqual([]);
  });

  it.each(LANGUAGES)('leaves no value unfilled (%s)', (language) => {
    expect(text({ language }, overloaded())).not.toMatch(/[{}]|undefined|NaN|\[object/);
  });

  it('begins with the answer: delay, interval, place in the benchmark, year', () => {
    expect(table()[5]).toBe(
      '  First MRI appointment offered to ambulatory patients: 21.0 days (20.4–21.6), at the median of',
    );
    expect(table()[6]).toBe('    2010 (11\u00a0–\u00a021\u00a0–\u00a038).');
  });

  it('says in words that a delay of 0 days is the same day', () => {
    const sites = { ch: { mri: modalityResult(about(0)) } };
    expect(text({}, { sites })).toContain('ambulatory patients: the same day, among');
  });

  it('says how long emergencies wait', () => {
    expect(flowing()).toContain(
      'Emergency patients wait 7.8 min (7.6–8.0) on average before the room, 9 in 10 less than 23 min.',
    );
  });

  it('says that emergencies wait longer and longer where the room is overloaded', () => {
    const { wait, ...rest } = deviceResult();
    const unstable = { mean: 'unstable', p50: 'unstable', p90: 'unstable' } as const;
    const devices = { irm: { ...rest, wait: { ...wait, U: unstable } } };
    expect(flowing({}, { devices })).toContain(
      'Emergency patients wait longer and longer: more come than the room can take.',
    );
  });

  it('goes by the extended opening where there is no scheduled one', () => {
    const { opening, occupancy, ...rest } = deviceResult();
    const devices = {
      irm: {
        ...rest,
        opening: { ...opening, scheduled: about(0) },
        occupancy: { ...occupancy, scheduled: null },
      },
    };
    const lines = flowing({}, { devices });
    expect(lines).toContain('Exams fill 60.3% (59.9–60.7) of the extended opening (none is scheduled).');
    expect(lines).not.toContain('scheduled opening (h a week)');
  });

  it('warns at the top of what is told at the end', () => {
    expect(table({}, overloaded())[2]).toBe('Mind: 2 warnings at the end, under Checks.');
    expect(table()[2]).toBe('');
  });

  it('shows a site in full when it is asked for', () => {
    const region = fixtureScenario(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    const lines = table({ site: 'c' }, {}, region);
    expect(lines.filter((line) => line.includes('═══'))).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('Centre c · MRI'))).toBe(true);
  });

  it('does not compare report delays that were drawn from the benchmark', () => {
    const drawn = (['A', 'H', 'R', 'U'] as const).map((one) => ({
      path: `sites.ch.reports.mri.${one}`,
      value: 360,
      unit: 'min',
      range: null,
      status: 'measured' as const,
      source: { en: 'ANAP 2010', fr: 'ANAP 2010' },
      from: 'defaults' as const,
    }));
    expect(text()).toContain('report, ambulatory (hours)');
    expect(text({}, { assumptions: drawn })).not.toContain('report, ambulatory (hours)');
    expect(text({}, { assumptions: drawn })).toContain('drawn from the 2010 benchmark');
  });

  it('compares no ICR where no exam says its own', () => {
    const silent = { ...deviceResult(), icrPerHour: { scheduled: about(0), extended: about(0) } };
    expect(text()).toContain('ICR per scheduled hour');
    expect(text({}, { devices: { irm: silent } })).not.toContain('ICR');
  });

  it('leaves out the ends of requests that never happen', () => {
    const requests = part(table(), 'Requests a week').join('\n');
    expect(requests).toContain('declined');
    expect(requests).not.toContain('refused');
  });

  it('tells assumed, calibrated and measured numbers apart, and counts what it does not list', () => {
    const lines = part(table(), 'What these numbers rest on');
    expect(lines[1]).toBe(
      '  Besides what the scenario states, 7 numbers: 5 assumed, 1 calibrated, 1 measured.',
    );
    expect(lines).toContain('  measured: ANAP 2010 (1)');
    expect(lines).toContain('  switched off: between two exams');
  });

  it('counts the assumptions that do not fit in the short list, and says how to see them', () => {
    const many = Array.from({ length: 30 }, (_, rank) => ({
      ...fixtureDocument().assumptions[0]!,
      path: `devices.irm-${rank}.late-start`,
      value: rank + 1,
    }));
    const lines = part(table({}, { assumptions: many }), 'What these numbers rest on');
    expect(lines.at(-1)).toBe('  20 not listed: add --assumptions, or --json and read “assumptions”');
    expect(part(table({ assumptions: 'all' }, { assumptions: many }), 'What these')).toHaveLength(33);
  });

  it('says that the books are balanced, or are not', () => {
    expect(text()).toContain('books: balanced; each of the 15,200 requests');
    const wrong = { ...BOOKS, left: { ...BOOKS.left, waiting: 0 } };
    expect(text({}, { books: [wrong] })).toContain('books: NOT balanced in ch/mri/A@ch');
  });

  it('says that one replication gives no interval', () => {
    expect(text({}, { replications: 1 })).toContain('a single replication: no interval can be given');
  });

  it('ends with the command, and what the numbers depend on', () => {
    expect(table().slice(-2)).toEqual([
      '  creneau simulate a.yaml',
      '  creneau 1.2.3 · scenario 0123456789abcdef · seed 2010 · 104 weeks (15 warm-up) · 10 replications',
    ]);
  });

  it('sets headings apart where the terminal can', () => {
    const style = { bold: (line: string) => `<b>${line}</b>`, dim: (line: string) => `<d>${line}</d>` };
    const plain = text({ style }).replace(/<\/?[bd]>/g, '');
    expect(text({ style })).toContain('<b>Checks</b>');
    expect(plain).toBe(text());
  });
});

describe('another benchmark', () => {
  const benchmark = {
    ...anap2010,
    id: 'region-2024',
    year: 2024,
    publisher: 'ARS',
    territory: { en: 'Île-de-France, public hospitals', fr: 'Île-de-France, hôpitaux publics' },
    modalities: { ...anap2010.modalities, mri: { ...anap2010.modalities.mri, passagesPerWeek: null } },
  };

  it('stands beside the numbers instead of that of 2010, with its year and territory', () => {
    const lines = text({ benchmark });
    expect(lines).toContain('Beside the 2024 benchmark (ARS, Île-de-France)');
    expect(lines).toContain('20% of the departments of 2024');
    expect(flowing({ benchmark })).toContain('at the median of 2024');
    expect(lines).not.toContain('ANAP, France');
  });

  it('compares nothing that it did not measure', () => {
    const rows = part(table({ benchmark }), 'Beside the 2024').join('\n');
    expect(rows).not.toContain('passages a week');
    expect(rows).toContain('scheduled opening');
  });

  it('is that of 2010 when none is chosen', () => {
    expect(text()).toBe(text({ benchmark: anap2010 }));
  });
});
