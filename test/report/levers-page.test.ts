/** The pages of the ranking of levers, from a document stored beside. */
import { describe, expect, it } from 'vitest';
import type { LeversDocument, RankedLever } from '../../src/model/results/levers.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { PAGE_WIDTH } from '../../src/report/table-layout.ts';
import { expectedText, leversDocument, leversMarkup, leversText, rounded } from './stored-pages.ts';

const flat = (lines: readonly string[]) => lines.join(' ').replace(/ +/g, ' ');

/** The document with its first lever changed. */
function withFirst(change: (one: RankedLever) => RankedLever): LeversDocument {
  const document = leversDocument();
  const { first } = document.order;
  return { ...document, ranked: document.ranked.map((one) => (one.id === first ? change(one) : one)) };
}

describe.each(LANGUAGES)('the page of the levers (%s)', (language) => {
  const lines = leversText(leversDocument(), language);

  it('is as stands beside this test, within its width', () => {
    const text = `${lines.join('\n')}\n`;
    expect(text).toBe(expectedText(`levers.${language}.txt`, text));
    // A command is never broken: it is there to be copied.
    const isCommand = (line: string) => line.startsWith('  creneau ');
    expect(lines.filter((line) => line.length > PAGE_WIDTH && !isCommand(line))).toEqual([]);
    expect(text).not.toMatch(/\{[a-zA-Z]+[|:}]/);
  });

  it('as HTML is as stands beside this test', () => {
    const text = rounded(leversMarkup(leversDocument(), language));
    expect(text).toBe(expectedText(`levers.${language}.html.txt`, text));
    expect(text).toContain(`<html lang="${language}">`);
  });

  it('says that a gain is not established where the assumptions may turn it round', () => {
    const sentence = language === 'en' ? 'It is not established that it' : 'Il n’est pas même établi';
    const document = withFirst((one) => ({
      ...one,
      daysSaved: {
        ...one.daysSaved!,
        assumptions: { ...one.daysSaved!.assumptions!, low: -10, high: 50 },
      },
    }));
    expect(flat(leversText(document, language))).toContain(sentence);
    expect(flat(lines)).not.toContain(sentence);
  });

  it('says that the order is not established where another is as often first', () => {
    const { order, ...document } = leversDocument();
    const second = document.ranked.find(({ rank }) => rank === 2)!;
    const unsure = { ...order, second: second.id, firstShare: 0.4, isEstablished: false, toMeasure: [] };
    const text = flat(leversText({ ...document, order: unsure }, language));
    expect(text).toContain(
      language === 'en' ? 'The order of the leaders is not' : 'L’ordre des premiers n’est pas',
    );
    expect(text).toContain(
      language === 'en' ? 'No single measurement' : 'Aucune mesure à elle seule ne trancherait',
    );
  });

  it('names what is missing for a lever that cannot be ranked', () => {
    const { notRankable } = leversDocument();
    expect(notRankable.length).toBeGreaterThan(0);
    expect(flat(lines)).toContain(language === 'en' ? 'not without' : 'pas sans');
  });

  it('says that nothing shortens the waiting where nothing does', () => {
    const { order, ...document } = leversDocument();
    const none = { ...document, order: { ...order, first: null, second: null, firstShare: null } };
    expect(flat(leversText(none, language))).toContain(
      language === 'en' ? 'No lever demonstrably' : 'Aucun levier ne raccourcit',
    );
  });
});

it('the HTML of the levers escapes the names of a file', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const document = withFirst((one) => ({ ...one, what: { en: evil, fr: evil } }));
  const text = leversMarkup({ ...document, scenario: { name: { en: evil, fr: evil }, hash: '0' } }, 'en');
  expect(text).not.toContain('<img');
  expect(text.split('&lt;img').length).toBeGreaterThan(3);
});
