/** The pages docs/reference.md and docs/reference.fr.md. UPDATE_EXPECTED=1 writes them anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIELD_SECTIONS, fieldReference } from '../../src/model/schema/field-reference.ts';
import { LANGUAGES, type Language } from '../../src/report/language.ts';
import { referencePage } from '../../src/report/reference-page.ts';
import { kindsWords, unitWords } from '../../src/report/reference-page-values.ts';

const isUpdating = process.env.UPDATE_EXPECTED === '1';
const fileOf = (language: Language): string => `docs/reference.${language === 'en' ? '' : `${language}.`}md`;
const linesOf = (language: Language): readonly string[] => referencePage(language).split('\n');
/** The line of a field. */
const rowOf = (path: string, language: Language = 'en'): string =>
  linesOf(language).find((line) => line.startsWith(`| \`${path}\` |`)) ?? '';
/** The bars that part cells. */
const bars = (line: string): number => line.replaceAll('\\|', '').split('|').length - 1;

describe.each(LANGUAGES)('the reference page (%s)', (language) => {
  it('is the one in docs', () => {
    const file = fileOf(language);
    const text = referencePage(language);
    if (isUpdating) writeFileSync(file, text);
    expect(existsSync(file), `${file} is missing: run with UPDATE_EXPECTED=1`).toBe(true);
    expect(readFileSync(file, 'utf8') === text, `${file} is stale: run with UPDATE_EXPECTED=1`).toBe(true);
  });

  it('has a section for each part of a scenario, and each field once', () => {
    const lines = linesOf(language);
    expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(FIELD_SECTIONS.length);
    for (const { path } of fieldReference())
      expect(lines.filter((line) => line.startsWith(`| \`${path}\` |`))).toHaveLength(1);
  });

  it('has tables of as many cells in each line, none of them undefined', () => {
    const rows = linesOf(language).filter((line) => line.startsWith('|'));
    expect(new Set(rows.map(bars))).toEqual(new Set([7]));
    expect(referencePage(language)).not.toMatch(/undefined|null,|NaN|\{[a-z]+\}/);
  });
});

describe('the French page', () => {
  it('has no English words of the English one where it has its own', () => {
    const page = referencePage('fr');
    for (const english of ['required', 'whole number', 'list of', 'assumed:', 'measured:', ' weeks', ' days'])
      expect(page).not.toContain(english);
  });

  it('sets narrow spaces before double punctuation outside code', () => {
    const text = referencePage('fr').replaceAll(/`[^`]*`/g, '');
    expect(text).not.toMatch(/ [;!?»]| :(?= )/);
  });
});

describe('a row', () => {
  it('gives kinds, unit, defaults of both sets, range and source', () => {
    expect(rowOf('flows[].horizon')).toBe(
      '| `flows[].horizon` | how far ahead the agenda is open | whole number from 0 to 730 | days | 180 days<br>`none`: 730 days |  |',
    );
    expect(rowOf('sites[].reading.minutes.ct')).toContain('| 10 min<br>`none`: 0 min | 5 to 20; assumed |');
  });

  it('tells defaults apart by modality and class only where they differ', () => {
    expect(rowOf('devices[].changeover')).toContain('| CT: 3 min<br>MRI: 2 min<br>`none`: 0 min |');
    expect(rowOf('flows[].no-show')).toContain('| 0.04<br>`none`: 0 |');
    expect(rowOf('flows[].backlog.delay')).toContain(
      '| CT A, MRI H R U: 7 days<br>CT H R U: 2 days<br>MRI A: 21 days<br>`none`: nobody |',
    );
    expect(rowOf('flows[].profile')).toContain(
      '| booked: `office`<br>walk-in: `emergency`<br>`none`: `flat` |',
    );
  });

  it('says what must be written', () => {
    expect(rowOf('devices[].modality')).toContain('| **required** |');
    expect(rowOf('devices[].preparation.time', 'fr')).toContain('| **obligatoire** |');
  });

  it('gives a law as it would be written', () => {
    expect(rowOf('exams.<exam>.durations.A')).toContain('CT: `{p20: 5, p50: 10, p80: 15.8}`');
    expect(rowOf('flows[].punctuality')).toContain('`{law: normal, mean: -10, sd: 10, floor: -60}`');
  });
});

describe('words of a value', () => {
  it('tell bounds, lists and choices', () => {
    const number = { kind: 'number', min: null, max: null, above: null } as const;
    expect(kindsWords([{ ...number, above: 0, max: 5 }], 'en')).toBe('number above 0, up to 5');
    expect(kindsWords([{ kind: 'list', of: [number], min: 168, max: 168 }], 'fr')).toBe(
      'liste de 168 nombres',
    );
    expect(kindsWords([{ kind: 'one-of', values: ['a', 'b'] }, { kind: 'law' }], 'fr')).toBe(
      '`a`, `b` ou durée ou loi',
    );
    expect([unitWords('d', 'fr'), unitWords(null, 'en')]).toEqual(['jours', '']);
  });
});
