/** The pages of `compare`, `levers` and `optimize` in a browser: they load, ask for nothing, fit a telephone and can be read by all. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/report/language.ts';
import { impossible, optimizeDocument, optimizeMarkup } from '../report/optimize-documents.ts';
import { compareDocument, compareMarkup, leversDocument, leversMarkup } from '../report/stored-pages.ts';
import { findChromium, HOW_TO_INSTALL, openChromium } from './chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = {
  compare: (language: 'en' | 'fr') => compareMarkup(compareDocument(), language),
  levers: (language: 'en' | 'fr') => leversMarkup(leversDocument(), language),
  optimize: (language: 'en' | 'fr') => optimizeMarkup(optimizeDocument(), language),
  impossible: (language: 'en' | 'fr') => optimizeMarkup(impossible(), language),
};
const cases = (['compare', 'levers', 'optimize', 'impossible'] as const).flatMap((name) =>
  LANGUAGES.map((language) => ({ name, language })),
);

const executable = findChromium();
if (executable === null)
  console.warn(`SKIPPED: the pages were not opened in a browser, no Chromium was found; ${HOW_TO_INSTALL}.`);

describe.skipIf(executable === null)('the pages in a browser', () => {
  let browser: Browser;
  const told: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await openChromium(executable!);
  });
  afterAll(() => browser?.close());

  /** The page as opened, 320 pixels wide; every part of it unfolded. */
  async function opened(markup: string): Promise<Page> {
    told.length = 0;
    requests.length = 0;
    // Its content policy stays; only the checks of this test are let in.
    const context = await browser.newContext({
      offline: true,
      bypassCSP: false,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    page.on('console', (message) => told.push(message.text()));
    page.on('pageerror', (error) => told.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.setContent(markup);
    await page.evaluate(
      "for (const one of document.querySelectorAll('details')) one.setAttribute('open', '')",
    );
    return page;
  }

  it.each(cases)(
    '$name ($language): no message, no request, no overflow at 320 pixels, its language',
    async ({ name, language }) => {
      const page = await opened(PAGES[name](language));
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      const drawings = await page.evaluate("document.querySelectorAll('svg').length");
      if (name !== 'impossible') expect(drawings).toBeGreaterThan(0);
      expect(told).toEqual([]);
      expect(requests.filter((url) => !/^(blob|data|about):/.test(url))).toEqual([]);
      await page.context().close();
    },
  );

  it.each(cases)('$name ($language): nothing that keeps a reader out', async ({ name, language }) => {
    const page = await opened(PAGES[name](language));
    await page.evaluate(AXE);
    const found: { violations: readonly { id: string; nodes: readonly { html: string }[] }[] } =
      await page.evaluate('axe.run()');
    expect(
      found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} (${nodes.length})`),
    ).toEqual([]);
    await page.context().close();
  });
});
