/** The pages of a comparison, from a document stored beside: texts and drawings, and the words for each verdict. */
import { describe, expect, it } from 'vitest';
import type { HeadlineDifference } from '../../src/model/results/compare.ts';
import type { CompareDocument, ComparedVariant } from '../../src/model/results/compare-document.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { PAGE_WIDTH } from '../../src/report/table-layout.ts';
import {
  baseScenario,
  compareDocument,
  compareMarkup,
  compareText,
  expectedText,
  rounded,
} from './stored-pages.ts';

/** The document with each headline of its first variant changed. */
function changed(change: (one: HeadlineDifference) => HeadlineDifference): CompareDocument {
  const document = compareDocument();
  const [first, ...others] = document.variants;
  const variant: ComparedVariant = { ...first!, headlines: first!.headlines.map(change) };
  return { ...document, variants: [variant, ...others] };
}

/** As one line, since sentences are wrapped. */
const flat = (lines: readonly string[]) => lines.join(' ').replace(/ +/g, ' ');

describe.each(LANGUAGES)('the page of a comparison (%s)', (language) => {
  const lines = compareText(compareDocument(), language);

  it('is as stands beside this test, within its width', () => {
    const text = `${lines.join('\n')}\n`;
    expect(text).toBe(expectedText(`compare.${language}.txt`, text));
    // A command is never broken: it is there to be copied.
    const isCommand = (line: string) => line.startsWith('  creneau ');
    expect(lines.filter((line) => line.length > PAGE_WIDTH && !isCommand(line))).toEqual([]);
    expect(text).not.toMatch(/\{[a-zA-Z]+[|:}]/);
  });

  it('as HTML is as stands beside this test', () => {
    const text = rounded(compareMarkup(compareDocument(), language));
    expect(text).toBe(expectedText(`compare.${language}.html.txt`, text));
    expect(text).toContain(`<html lang="${language}">`);
  });

  it('says in words where no difference is demonstrable, and gives no difference there', () => {
    const document = changed((one) =>
      one.name === 'firstAvailable' && one.class === 'A'
        ? { ...one, verdict: 'not-demonstrated', difference: { mean: -0.5, low: -1.4, high: 0.4, n: 3 } }
        : one,
    );
    const text = flat(compareText(document, language));
    expect(text).toContain(
      language === 'en'
        ? 'offered to ambulatory patients: no demonstrable difference (−1.4 to +0.4 days)'
        : 'proposé aux patients ambulatoires\u202f: pas de différence démontrable (−1,4 à +0,4 jour)',
    );
    expect(text).not.toMatch(/[−-]0[.,]5 (days?|jours?) /);
    expect(compareMarkup(document, language)).toContain(
      language === 'en' ? 'no demonstrable difference' : 'pas de différence démontrable',
    );
  });

  it('does not let an early first place stand for what those who book wait', () => {
    const sentence = language === 'en' ? 'not what patients get' : 'pas ce que vivent les patients';
    const document = changed((one) =>
      one.name === 'access' && one.class === 'A'
        ? { ...one, verdict: 'higher', difference: { mean: 0.2, low: 0.1, high: 0.3, n: 3 } }
        : one,
    );
    const text = flat(compareText(document, language));
    expect(text).toContain(sentence);
    expect(text).toContain(language === 'en' ? 'appointment: +0.2 days' : 'rendez-vous\u202f: +0,2 jour');
    expect(compareMarkup(document, language)).toContain(sentence);
    expect(flat(lines)).not.toContain(sentence);
  });

  it('says that a scenario is unstable, and shows no difference', () => {
    const document = changed((one) =>
      one.name === 'firstAvailable' && one.class === 'A'
        ? { ...one, base: 'unstable', verdict: 'unstable', difference: null, assumptions: null }
        : one,
    );
    const text = flat(compareText(document, language));
    expect(text).toContain(language === 'en' ? 'unstable, more is asked' : 'instable, on demande plus');
    expect(compareMarkup(document, language)).toContain(language === 'en' ? 'unstable' : 'instable');
  });

  it('says that an assumption interval on both sides of zero establishes nothing', () => {
    const sentence = language === 'en' ? 'So it is not established' : 'Il n’est donc pas établi';
    const document = changed((one) =>
      one.name === 'firstAvailable' && one.assumptions !== null
        ? { ...one, assumptions: { ...one.assumptions, low: -1, high: 0.5 } }
        : one,
    );
    expect(flat(compareText(document, language))).toContain(sentence);
    expect(flat(lines)).not.toContain(sentence);
  });
});

describe('the HTML of a comparison', () => {
  it('escapes what a file calls its sites, devices and variants', () => {
    const evil = '<script>alert(1)</script>"\'&';
    const base = baseScenario();
    const named = {
      ...base,
      sites: base.sites.map((site) => ({ ...site, label: evil })),
      devices: base.devices.map((device) => ({ ...device, label: evil })),
    };
    const document = compareDocument();
    const text = compareMarkup(
      {
        ...document,
        base: { ...document.base, name: { en: evil, fr: evil } },
        variants: document.variants.map((one) => ({ ...one, label: evil })),
      },
      'en',
      named,
    );
    expect(text).not.toContain('<script');
    expect(text.split('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;').length).toBeGreaterThan(4);
  });

  it('tells the same settled delays over its curve as in its answer', () => {
    const text = compareMarkup(compareDocument(), 'en');
    const [, from, to] = /ambulatory A: ([\d.]+) → ([\d.]+) days once settled/.exec(text) ?? [];
    expect(text).toContain(`sooner: ${from} → ${to} days on average`);
  });
});
