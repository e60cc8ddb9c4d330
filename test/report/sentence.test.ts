import { describe, expect, it } from 'vitest';
import { capital, typeset } from '../../src/report/language.ts';
import { fill, placeholders } from '../../src/report/sentence.ts';

const THIN = '\u202f';

describe('typeset', () => {
  it('puts narrow no-break spaces where French wants them', () => {
    expect(typeset('« Oui » : 5 % ; quoi ? non !', 'fr')).toBe(
      `«${THIN}Oui${THIN}»${THIN}: 5${THIN}%${THIN}; quoi${THIN}? non${THIN}!`,
    );
  });

  it('leaves English, times and places in files alone', () => {
    expect(typeset('mind: 5 %', 'en')).toBe('mind: 5 %');
    expect(typeset('a.yaml:3:9 et 08:30', 'fr')).toBe('a.yaml:3:9 et 08:30');
  });
});

describe('capital', () => {
  it('raises accented letters too', () => {
    expect(capital('élargie')).toBe('Élargie');
    expect(capital('')).toBe('');
  });
});

describe('fill', () => {
  const days = { en: '{n|day|days}', fr: '{n|jour|jours}' };

  it.each([
    [0, '0 days', '0 jour'],
    [1, '1 day', '1 jour'],
    [1.5, '1.5 days', '1,5 jour'],
    [2, '2 days', '2 jours'],
  ])('agrees a noun with %d as each language does', (n, en, fr) => {
    expect(fill(days, { n }, 'en')).toBe(en);
    expect(fill(days, { n }, 'fr')).toBe(fr);
  });

  it('changes no value, whatever it looks like', () => {
    expect(fill({ en: '{a}', fr: '{a} : {b}' }, { a: '{b}', b: 'x ; y' }, 'fr')).toBe(`{b}${THIN}: x ; y`);
  });

  it('translates the words of a kind, item by item, and keeps those it does not know', () => {
    const vocabulary = { fruit: { apple: { en: 'apple', fr: 'pomme' } } };
    expect(fill({ en: '{f:fruit}', fr: '{f:fruit}' }, { f: 'apple, kiwi' }, 'fr', vocabulary)).toBe(
      'pomme, kiwi',
    );
  });

  it('leaves a value that is not given visible', () => {
    expect(fill({ en: '{a}', fr: '{a}' }, {}, 'en')).toBe('{a}');
  });
});

describe('placeholders', () => {
  it('names every value once for each time it is asked for', () => {
    expect(placeholders('{a} {b:kind} {p20|x|y} {a}')).toEqual(['a', 'b', 'p20', 'a']);
  });
});
