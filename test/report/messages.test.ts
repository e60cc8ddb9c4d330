import { describe, expect, it } from 'vitest';
import { ADVICE, IO_CODES } from '../../src/io/codes.ts';
import { BENCHMARK_CODES } from '../../src/model/benchmark/codes.ts';
import { finding } from '../../src/model/finding.ts';
import { OQOS_CODES } from '../../src/model/oqos/codes.ts';
import { RULES_CODES } from '../../src/model/rules/codes.ts';
import { BOOKING_OBSTACLES, CONSISTENCY_CODES, FORM_CODES } from '../../src/model/scenario-codes.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { MESSAGES, tellFinding, tellResultWarning } from '../../src/report/messages.ts';
import { FILE_ADVICE } from '../../src/report/messages-files.ts';
import { placeholders } from '../../src/report/sentence.ts';
import { VOCABULARY } from '../../src/report/words.ts';

const CODES: Readonly<Record<string, readonly string[]>> = {
  ...FORM_CODES,
  ...CONSISTENCY_CODES,
  ...IO_CODES,
  ...BENCHMARK_CODES,
  ...OQOS_CODES,
  ...RULES_CODES,
  'warmup-refused': ['weeks'],
  'unstable-booking': ['flows', 'missing'],
  'unstable-room': ['flows', 'missing'],
};

describe('the table of messages', () => {
  it('has a message for every code, and no message for none', () => {
    expect(Object.keys(MESSAGES).sort()).toEqual(Object.keys(CODES).sort());
  });

  it.each(Object.entries(CODES))('asks only for values that %s has, in both languages', (code, values) => {
    const { text, advice } = MESSAGES[code]!;
    for (const one of [text, ...advice]) {
      for (const language of LANGUAGES) {
        expect(placeholders(one[language]).filter((name) => !values.includes(name))).toEqual([]);
      }
    }
  });

  it.each(Object.keys(CODES))('says the same values of %s in both languages', (code) => {
    const { text, advice } = MESSAGES[code]!;
    for (const { en, fr } of [text, ...advice]) {
      // What is said in each language's own words goes by the name of the language.
      const inFrench = placeholders(fr).map((name) => (name === 'fr' ? 'en' : name));
      expect(new Set(inFrench)).toEqual(new Set(placeholders(en)));
    }
  });

  it('names only kinds of words that exist', () => {
    const templates = Object.values(MESSAGES).flatMap(({ text, advice }) => [text, ...advice]);
    const kinds = templates.flatMap(({ en, fr }) =>
      [...`${en} ${fr}`.matchAll(/\{\w+:(\w+)/g)].map((match) => match[1]!),
    );
    expect(kinds.filter((kind) => VOCABULARY[kind] === undefined)).toEqual([]);
    expect(kinds.length).toBeGreaterThan(10);
  });

  it('has words for every advice about files and every obstacle to a booking', () => {
    expect(Object.keys(FILE_ADVICE).sort()).toEqual([...ADVICE].sort());
    expect(Object.keys(VOCABULARY.obstacle ?? {}).sort()).toEqual([...BOOKING_OBSTACLES].sort());
  });

  it('writes no English quotation mark in French, and no French one in English', () => {
    for (const { text, advice } of Object.values(MESSAGES)) {
      for (const { en, fr } of [text, ...advice]) {
        expect(fr).not.toMatch(/[“”]/);
        expect(en).not.toMatch(/[«»]/);
      }
    }
  });
});

describe('tellFinding', () => {
  const place = { file: 'a.yaml', line: 3, column: 9 };

  it('gives place, severity, what is wrong, and advice on a line of its own', () => {
    const wrong = finding(
      'error',
      'unknown-key',
      { key: 'devcies', nearest: 'devices', known: 'sites' },
      place,
    );
    expect(tellFinding(wrong, 'en')).toEqual([
      'a.yaml:3:9: error: unknown key “devcies”',
      '  Maybe: “devices”',
    ]);
    expect(tellFinding(wrong, 'fr')).toEqual([
      'a.yaml:3:9: erreur\u202f: clé inconnue «\u202fdevcies\u202f»',
      '  Peut-être\u202f: «\u202fdevices\u202f»',
    ]);
  });

  it('falls back to the next advice when the first has nothing to say', () => {
    const wrong = finding('error', 'unknown-key', { key: 'x', nearest: '', known: 'sites, flows' }, place);
    expect(tellFinding(wrong, 'en')[1]).toBe('  Maybe: one of: sites, flows');
  });

  it('gives no advice line when there is no advice', () => {
    const wrong = finding('error', 'probability', { value: '4', nearest: '', percent: 4 }, place);
    expect(tellFinding(wrong, 'en')).toEqual(['a.yaml:3:9: error: 4 is no probability (from 0 to 1)']);
  });

  it('says the value, the limit and the unit', () => {
    const wrong = finding('error', 'slot-too-long', { minutes: 1500, limit: 1275 }, place);
    expect(tellFinding(wrong, 'fr')[0]).toBe(
      'a.yaml:3:9: erreur\u202f: une plage de 1\u202f500 min est trop longue (au plus 1\u202f275 min)',
    );
  });

  it('puts words for kinds: modality, obstacle, kind of value', () => {
    const values = { flow: 'f', exam: 'knee', site: 'ch', reason: 'needs' };
    expect(tellFinding(finding('error', 'flow-never-booked', values), 'en')).toEqual([
      'error: flow “f” can never be booked for “knee” at site “ch”: no vacation there provides what the exam needs',
      '  Maybe: a vacation that accepts it, or “walk-in: true” if it comes without appointment',
    ]);
    const other = finding(
      'error',
      'wrong-type',
      { value: 'true', expected: 'number, text', nearest: '' },
      { path: ['a', 0] },
    );
    expect(tellFinding(other, 'en')).toEqual([
      'a[0]: error: “true” does not fit here (expected: a number, a text)',
      '  Maybe: a number (12), a text ("irm-1")',
    ]);
  });

  it('puts words for the advice of a file', () => {
    const wrong = finding('error', 'file-exists', { advice: 'use-force' }, { file: 'a.csv' });
    expect(tellFinding(wrong, 'en')).toEqual([
      'a.csv: error: this file exists already',
      '  Maybe: --force replaces it',
    ]);
  });

  it('tells at least the code of a finding it does not know', () => {
    expect(tellFinding(finding('error', 'brand-new'), 'en')).toEqual(['error: brand-new']);
  });
});

describe('tellResultWarning', () => {
  it('gives the sentence and its advice', () => {
    const warning = { code: 'warmup-refused', path: 'run.weeks', values: { weeks: 20 } };
    expect(tellResultWarning(warning, 'en')).toEqual({
      text: 'no steady state was reached in 20 weeks: delays still moved with the run’s start',
      advice: '--weeks, at least twice as many',
    });
  });
});
