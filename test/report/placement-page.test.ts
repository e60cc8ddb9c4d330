import { describe, expect, it } from 'vitest';
import { anap2010 } from '../../src/model/benchmark/anap-2010.ts';
import type { Benchmark } from '../../src/model/benchmark/benchmark.ts';
import { type BenchmarkReadings, DEFAULT_READINGS } from '../../src/model/benchmark/placement.ts';
import type { SimulationDocument } from '../../src/model/results/results.ts';
import { LANGUAGES, type Language } from '../../src/report/language.ts';
import { placementPage } from '../../src/report/placement-page.ts';
import { PAGE_WIDTH, PLAIN } from '../../src/report/table-layout.ts';
import { benchmarkPlaceDocument } from '../../src/stats/placement.ts';
import { fixtureDocument, fixtureScenario, modalityResult } from './simulation-fixture.ts';

const fixture = fixtureScenario(['ch', 'b']);
const [skewed] = fixture.flows;
const scenario = {
  ...fixture,
  exams: fixture.exams.map((exam) => ({ ...exam, icr: exam.modality === 'mri' ? 90 : 0 })),
  flows: fixture.flows.map((flow) =>
    flow === skewed ? { ...flow, durations: { law: 'exponential', mean: 1320 } as const } : flow,
  ),
};
const page = (
  language: Language = 'en',
  changes: Partial<SimulationDocument> = {},
  benchmark: Benchmark = anap2010,
  readings: BenchmarkReadings = DEFAULT_READINGS,
) => {
  const document = benchmarkPlaceDocument(fixtureDocument(scenario, changes), scenario, benchmark, readings);
  return placementPage(document, scenario, { language, style: PLAIN });
};
const text = (...given: Parameters<typeof page>) => page(...given).join('\n');

const region: Benchmark = {
  ...anap2010,
  id: 'region-2024',
  year: 2024,
  label: { en: 'A regional survey', fr: 'Une enquête régionale' },
  territory: { en: 'Île-de-France, public hospitals', fr: 'Île-de-France, hôpitaux publics' },
  publisher: 'ARS',
  caveats: [],
  nightStatements: [],
};

describe('placementPage', () => {
  it.each(LANGUAGES)('prints as expected (%s)', async (language) => {
    await expect(`${text(language)}\n`).toMatchFileSnapshot(`expected/placement.${language}.txt`);
  });

  it.each(LANGUAGES)('is at most 98 characters wide, whatever is read and shown (%s)', (language) => {
    const pages = (['site-medians', 'site-cases', 'patients'] as const).flatMap((delays) => [
      ...page(language, {}, anap2010, { delays, durations: 'device-means' }),
      ...page(language, { sites: { ch: { mri: modalityResult('unstable') } } }, region),
    ]);
    expect(pages.filter((line) => line.length > PAGE_WIDTH)).toEqual([]);
    expect(pages.join('\n')).not.toMatch(/[{}]|undefined|NaN|\[object/);
  });

  it('shows value and interval, the three quantiles, figure and band on one row', () => {
    expect(page()).toContain(
      '  first appointment, A (days)       21.0 ±0.6    11    21    38    2  P50–P80 (= P50), uncertain',
    );
    expect(page('fr')).toContain(
      '  taux d’occupation au programmé  60,3\u202f% ±0,4    74  81,4    87   16  sous le P20',
    );
  });

  it('shows the year in the title and in the heading of every block', () => {
    const headings = page().filter((line) => /═|▪|How the|What the/.test(line));
    expect(headings).toHaveLength(6);
    for (const heading of headings) expect(heading).toContain('2010');
    expect(page()[1]).toContain('2010');
  });

  it('shows the year and the territory of another benchmark, and 2010 nowhere', () => {
    expect(text('en', {}, region)).toContain('Île-de-France, public hospitals, 2024');
    expect(text('en', {}, region).replace(/figure 2010/g, '')).not.toContain('2010');
  });

  it('states the readings, and which are the default', () => {
    expect(text().replace(/\n\s+/g, ' ')).toContain('no P80 within a site is placed (default)');
    const other = text('en', {}, anap2010, { delays: 'patients', durations: 'device-means' });
    expect(other).toContain('appointment obtained, A (d)');
    expect(other).toContain('a device is placed by its mean duration');
    expect(other).not.toContain('(default)');
  });

  it('says of a share whether the device is of it', () => {
    expect(text()).toContain('    no: declared accessible during on-call care (21% of MRI in 2010)');
  });

  it('says why a number is not compared', () => {
    const drawn = fixtureDocument(scenario).assumptions.map((one) => ({
      ...one,
      path: 'sites.b.reports.mri.A',
    }));
    expect(text('fr', { assumptions: drawn })).toContain(
      'Non comparé\u202f: compte rendu A (valeur par défaut',
    );
  });

  it('says that what is unstable is not placed', () => {
    expect(text('en', { sites: { ch: { mri: modalityResult('unstable') } } })).toContain(
      'unstable, not placed',
    );
  });

  it('says that one replication gives no interval', () => {
    expect(text('en', { replications: 1 })).toContain('one replication: no interval');
  });

  it('says that there is nothing to compare', () => {
    expect(text('en', { sites: {} }).split('\n').at(-1)).toBe('Nothing to compare.');
  });

  it('sets headings apart where the terminal can', () => {
    const document = benchmarkPlaceDocument(fixtureDocument(scenario), scenario, anap2010);
    const style = { bold: (line: string) => `<b>${line}</b>`, dim: (line: string) => `<d>${line}</d>` };
    const styled = placementPage(document, scenario, { language: 'en', style }).join('\n');
    expect(styled).toContain('<b>How the bands of 2010 are read</b>');
    expect(styled.replace(/<\/?[bd]>/g, '')).toBe(text());
  });
});
