import { describe, expect, it } from 'vitest';
import { loadBenchmark } from '../../src/cli/load-benchmark.ts';
import { anap2010 } from '../../src/model/benchmark/anap-2010.ts';
import { tellFinding } from '../../src/report/messages.ts';
import { temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();

const SOUND = `benchmark: 1
id: region-2024
year: 2024
territory: Île-de-France
label: {en: A regional survey, fr: Une enquête régionale}
publisher: ARS
source: ARS, 2024
modalities:
  ct:
    opening: {p20: 40, p50: 50, p80: 60, unit: hours-per-week}
    occupancy: {p20: 50, p50: 60, p80: 70, unit: percent, figure: 2}
  mri:
    appointment-delay:
      A: {p20: 10, p50: 20, p80: 40, unit: days}
caveats:
  - {id: one, text: Read with care, rows: [opening]}
`;
const load = (text: string, name = 'benchmark.yaml') => loadBenchmark(folder.write(name, text));
/** `code line:column` of each finding. */
const told = (text: string, name?: string) =>
  load(text, name).findings.map(({ code, line, column }) => `${code} ${line ?? '-'}:${column ?? '-'}`);

describe('loadBenchmark', () => {
  it('gives the embedded benchmark when no file is named', () => {
    expect(loadBenchmark(null)).toEqual({ benchmark: anap2010, findings: [] });
  });

  it('reads the example file as the embedded benchmark', () => {
    expect(loadBenchmark('scenarios/benchmarks/anap-2010.yaml')).toEqual({
      benchmark: anap2010,
      findings: [],
    });
  });

  it('reads another year and territory', () => {
    const { benchmark, findings } = load(SOUND);
    expect(findings).toEqual([]);
    expect(benchmark?.year).toBe(2024);
    expect(benchmark?.modalities.mri.appointmentDelayDays.A?.p80).toBe(40);
  });

  it('reads JSON too', () => {
    const json = JSON.stringify({
      benchmark: 1,
      id: 'x',
      year: 2020,
      territory: 't',
      label: 'l',
      publisher: 'p',
      source: 's',
      modalities: { mri: { icr: { p20: 1, p50: 2, p80: 3, unit: 'icr-per-hour' } } },
    });
    expect(load(json, 'benchmark.json').benchmark?.modalities.mri.icrPerHour?.p50).toBe(2);
  });

  it.each([
    ['quantiles out of order', 'p20: 40, p50: 50', 'p20: 55, p50: 50', ['benchmark-quantiles 10:5']],
    ['an occupancy over 100 %', 'p80: 70', 'p80: 170', ['too-large 11:40']],
    ['a negative number', 'p20: 10', 'p20: -10', ['too-small 14:16']],
    ['an unknown key', 'publisher: ARS', 'publisher: ARS\neditor: ARS', ['unknown-key 7:9']],
    ['a misspelt key', 'publisher: ARS', 'publsher: ARS', ['unknown-key 6:11']],
    ['a missing key', 'year: 2024\n', '', ['missing-key 1:1']],
    ['a missing quantile', 'p50: 20, ', '', ['missing-key 14:7']],
    ['another unit', 'unit: days', 'unit: weeks', ['not-in-list 14:44']],
    ['a unit left out', ', unit: percent', '', ['missing-key 11:5']],
    ['a text for a number', 'p50: 60', 'p50: 60%', ['wrong-type 11:31']],
    [
      'a share where percentages are due',
      '{p20: 50, p50: 60, p80: 70',
      '{p20: 0.5, p50: 0.6, p80: 0.7',
      ['benchmark-share-as-percent 11:5'],
    ],
    ['an unknown modality', '  mri:', '  irm:', ['unknown-key 12:3']],
    ['an unknown class', '      A: {p20: 10', '      E: {p20: 10', ['unknown-key 14:7']],
    ['another version', 'benchmark: 1', 'benchmark: 3', ['benchmark-version 1:12']],
    ['a year that is none', 'year: 2024', 'year: "2024"', ['wrong-type 3:7']],
    ['a row that is none', 'rows: [opening]', 'rows: [openings]', ['not-in-list 16:44']],
    ['a key twice', 'publisher: ARS', 'publisher: ARS\npublisher: B', ['document-duplicate-key 7:1']],
    ['YAML that is none', 'year: 2024', 'year: [2024', ['document-bracket 3:7']],
  ])('refuses %s, with its place', (_what, found, changed, expected) => {
    expect(SOUND).toContain(found);
    expect(told(SOUND.replace(found, changed))).toEqual(expected);
    expect(load(SOUND.replace(found, changed)).benchmark).toBeNull();
  });

  it('tells all that is wrong, in the order of the file', () => {
    const wrong = SOUND.replace('p80: 70', 'p80: 170').replace('year: 2024', 'year: 24');
    expect(told(wrong)).toEqual(['too-small 3:7', 'too-large 11:40']);
  });

  it('says of an empty file, and of a scenario, what a benchmark is', () => {
    expect(told('')).toEqual(['benchmark-empty -:-']);
    const [first, advice] = tellFinding(load('creneau: 1\nname: x\n').findings[0]!, 'en');
    expect(first).toContain(':1:1: error: this file is a scenario, not a benchmark');
    expect(advice).toContain('“benchmark: 1”');
  });

  it('says that a file is missing', () => {
    expect(loadBenchmark('no-such.yaml').findings[0]?.code).toBe('file-missing');
  });

  it('tells a fault in words, with a way out', () => {
    const [one] = load(SOUND.replace('p20: 40, p50: 50', 'p20: 55, p50: 50')).findings;
    expect(tellFinding(one!, 'fr')[0]).toContain(
      'ces quantiles décroissent\u202f: 55, 50, 60 (p20 ≤ p50 ≤ p80)',
    );
  });
});
