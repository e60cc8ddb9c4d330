import { describe, expect, it } from 'vitest';
import type {
  CheckDocument,
  ClassLoad,
  DepartmentLoad,
  ToldFinding,
} from '../../src/model/results/results.ts';
import { checkReport } from '../../src/report/check-report.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { PAGE_WIDTH, PLAIN } from '../../src/report/table-layout.ts';
import { ASSUMPTIONS } from './simulation-fixture.ts';

const load = (changes: Partial<ClassLoad>): ClassLoad => ({
  class: 'A',
  way: 'booked',
  requestsPerWeek: 152.5,
  minutesEach: 28.4,
  askedMinutesPerWeek: 4331,
  openMinutesPerWeek: 2820,
  regulations: ['acceptance', 'other-sites', 'horizon'],
  ...changes,
});
const DEPARTMENT: DepartmentLoad = {
  site: 'ch',
  modality: 'mri',
  scheduledHoursPerWeek: 47,
  examHoursAskedPerWeek: 51.2,
  classes: [
    load({}),
    load({
      class: 'H',
      requestsPerWeek: 57,
      minutesEach: 35,
      askedMinutesPerWeek: 1995,
      openMinutesPerWeek: 3120,
      regulations: ['horizon'],
    }),
    load({
      class: 'U',
      way: 'inserted',
      requestsPerWeek: 33,
      minutesEach: 17.25,
      askedMinutesPerWeek: 569.25,
      openMinutesPerWeek: 0,
      regulations: [],
    }),
  ],
};
const DOCUMENT: CheckDocument = {
  creneau: 1,
  command: 'check',
  file: 'a.yaml',
  sound: true,
  findings: [],
  scenario: { name: { en: 'A hospital', fr: 'Un hôpital' }, hash: '0123456789abcdef' },
  load: [DEPARTMENT],
  unstable: [
    {
      site: 'ch',
      modality: 'mri',
      kind: 'booking',
      devices: ['irm'],
      flows: ['ch/mri/A', 'ch/mri/H'],
      missingMinutesPerWeek: 1234.5,
      loadMinutesPerWeek: 4054.5,
      capacityMinutesPerWeek: 2820,
    },
  ],
  assumptions: ASSUMPTIONS,
};
const finding = (severity: ToldFinding['severity']): ToldFinding => ({
  code: 'clock',
  severity,
  file: 'a.yaml',
  line: 3,
  column: 9,
  path: [],
  message: 'wrong',
  advice: null,
});
const BROKEN: CheckDocument = {
  ...DOCUMENT,
  sound: false,
  findings: [finding('error'), finding('error'), finding('warning')],
  scenario: null,
  load: null,
  unstable: null,
  assumptions: null,
};

const report = (document: CheckDocument, told: readonly string[] = [], language: 'en' | 'fr' = 'en') =>
  checkReport(document, told, { language, style: PLAIN });

describe('checkReport', () => {
  it.each(LANGUAGES)('prints a sound scenario as expected (%s)', async (language) => {
    const text = report(DOCUMENT, [], language).join('\n');
    await expect(`${text}\n`).toMatchFileSnapshot(`expected/check.${language}.txt`);
  });

  it.each(LANGUAGES)('keeps within the page (%s)', (language) => {
    const widths = report(DOCUMENT, [], language).map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(PAGE_WIDTH);
  });

  it('puts findings first, with their places at the beginning of lines', () => {
    const lines = report(BROKEN, ['a.yaml:3:9: error: wrong']);
    expect(lines).toEqual(['a.yaml:3:9: error: wrong', '', 'a.yaml: NOT sound: 2 errors, 1 warning.']);
  });

  it('says that nothing was simulated, in each language', () => {
    expect(report(DOCUMENT)[0]).toBe('a.yaml: sound (0 warnings). Nothing has been simulated.');
    expect(report(DOCUMENT, [], 'fr')[0]).toContain(
      'a.yaml\u202f: correct (0 avertissement). Rien n’a été simulé.',
    );
  });

  it('tells the share of a load, and a dash where nothing is open', () => {
    const row = (beginning: string) => report(DOCUMENT).find((line) => line.includes(beginning));
    expect(row('ambulatory A, booked')).toContain(' 154% ');
    expect(row('inpatient H, booked')).toContain(' 64% ');
    expect(row('emergency U, inserted')).toMatch(/ 0 +— +nothing$/);
  });

  it('tells what is unstable, and nothing of it where nothing is', () => {
    const flowing = (document: CheckDocument) => report(document).join(' ').replace(/\s+/g, ' ');
    expect(flowing(DOCUMENT)).toContain(
      'UNSTABLE: ch · MRI: ch/mri/A, ch/mri/H ask 1,235 minutes a week more',
    );
    expect(flowing({ ...DOCUMENT, unstable: [] })).not.toContain('UNSTABLE');
  });
});
