import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { SMALL, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const load = (text: string, ...rest: [] | [Parameters<typeof loadScenario>[1]]) =>
  loadScenario(folder.write('scenario.yaml', text), ...rest);
/** `code line:column` of each finding. */
const told = (loaded: ReturnType<typeof loadScenario>) =>
  loaded.findings.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('loadScenario', () => {
  it('gives a complete scenario', () => {
    const { scenario, findings } = load(SMALL);
    expect(findings).toEqual([]);
    expect(scenario?.run).toEqual({ weeks: 12, replications: 3, seed: '7', warmupWeeks: 4 });
  });

  it('places what is wrong with a value on its line and column', () => {
    expect(
      told(load(SMALL.replace('"08:00"', '"8h"').replace('modality: mri\n', 'modality: irm\n'))),
    ).toEqual(['not-in-list 8:15', 'clock 9:34']);
  });

  it('places what does not go together on the line of the part it is about', () => {
    expect(told(load(SMALL.replace('per-week: 40,', '')))).toEqual(['per-week-missing 11:5']);
  });

  it('tells values that are not well formed and names that are wrong in one go', () => {
    const text = SMALL.replace('per-week: 40', 'per-week: many').replace('site: ch,', 'site: xx,');
    expect(told(load(text))).toEqual(['unknown-site 11:12', 'wrong-type 11:51']);
  });

  it('tells what is wrong in the log of a flow together with the rest', () => {
    folder.write('bad.csv', 'requested;class\nyesterday;A\n25/05/2026 08:30;X\n');
    const text = SMALL.replace('per-week: 40', 'log: bad.csv').replace('"08:00"', '"8h"');
    expect(told(load(text))).toEqual(['log-date 2:1', 'log-class 3:18', 'clock 9:34']);
  });

  it('finds no fault with requests whose class could not be read', () => {
    folder.write('u.csv', 'requested;class\n25/05/2026 08:30;U\n');
    const text = SMALL.replace('per-week: 40', 'log: u.csv').replace('class: A', 'class: urgent');
    expect(told(load(text))).toEqual(['not-in-list 11:38']);
  });

  it('lets the command line go before the file, and blames the option for what it breaks', () => {
    const overridden = load(SMALL, { weeks: 20, replications: 5, seed: 'x', warmupWeeks: 'auto' });
    expect(overridden.scenario?.run).toEqual({ weeks: 20, replications: 5, seed: 'x', warmupWeeks: 'auto' });
    const broken = load(SMALL, { warmupWeeks: 9 });
    expect(broken.scenario).toBeNull();
    expect(broken.findings[0]).toMatchObject({ code: 'warmup-too-long', file: '--warmup' });
  });

  it('reads the log of a flow from beside the scenario, its own class only', () => {
    folder.write(
      'month.csv',
      'requested;class;durationMinutes\n25/05/2026 08:30;A;12\n26/05/2026 09:00;U;5\n',
    );
    const { scenario, findings } = load(SMALL.replace('per-week: 40', 'log: month.csv'));
    expect(findings).toEqual([]);
    expect(scenario?.flows[0]?.log).toEqual([{ atSeconds: 30_600, exam: null, durationSeconds: 720 }]);
  });

  it('counts every log from one Monday, the earliest', () => {
    folder.write('first.csv', 'requested;class\n18/05/2026 00:00;A\n');
    folder.write('second.csv', 'requested;class\n26/05/2026 00:00;H\n');
    const flows = [
      '  - {site: ch, modality: mri, class: A, log: first.csv}',
      '  - {site: ch, modality: mri, class: H, log: second.csv}',
    ];
    const { scenario } = load(`${SMALL.slice(0, SMALL.indexOf('  - {site'))}${flows.join('\n')}\n`);
    expect(scenario?.flows.map(({ log }) => log[0]?.atSeconds)).toEqual([0, 8 * 86_400]);
  });

  it('warns of exams in the log that the flow does not have', () => {
    folder.write('strange.csv', 'requested;class;examType\n25/05/2026 08:30;A;hip\n');
    const { findings } = load(SMALL.replace('per-week: 40', 'log: strange.csv'));
    expect(findings).toMatchObject([
      { code: 'log-exams-unknown', severity: 'warning', line: 11, values: { count: 1, names: 'hip' } },
    ]);
  });

  it('refuses a log without a request of the class, or a log that is missing', () => {
    folder.write('other.csv', 'requested;class\n25/05/2026 08:30;U\n');
    expect(told(load(SMALL.replace('per-week: 40', 'log: other.csv')))).toEqual(['log-without-class 11:46']);
    const missing = load(SMALL.replace('per-week: 40', 'log: nowhere.csv'));
    expect(missing.scenario).toBeNull();
    expect(told(missing)).toEqual(['named-file-missing 11:46']);
  });
});
