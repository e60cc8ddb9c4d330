/** The bundled engine gives in a browser, on a page and in a worker, the numbers it gives in Node. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenarioDocument } from '../../src/io/scenario-file.ts';
import { GOLDEN } from '../engine/golden.ts';
import { readScenario } from '../engine/play.ts';
import { type Answer, answer, type Question } from './answer.ts';
import { bundleForBrowser } from './bundle.ts';
import { findChromium, HOW_TO_INSTALL, isBrowserRequired, openChromium } from './chromium.ts';

const ENTRY = "import './entry.ts';";

/** The scenario of a file as it was written, and its logs, as JSON. */
function questionOf(name: string, weeks: number, replications: number): string {
  const { document } = readScenarioDocument(`scenarios/${name}`);
  const logs = [...readScenario(name).logs].map(([flow, requests]) => [flow, requests] as const);
  const question: Question = { written: document!.value, logs, weeks, replications };
  return JSON.stringify(question);
}

const hospital = questionOf('hopital-reference.yaml', 104, 4);
const everyEffect = questionOf('every-effect.yaml', 26, 4);
/** One second more between two exams of the scanner. */
const slower = hospital.replace('"changeover":{"minutes":3,', '"changeover":{"minutes":"181s",');

/** Asks the page's own engine. */
const askPage = (page: Page, question: string): Promise<Answer> =>
  page.evaluate(`creneauAnswer(${JSON.stringify(question)})`);

/** Asks a worker made from the same script. */
const askWorker = (page: Page, script: string, question: string): Promise<Answer> => {
  const source = `${script}\nonmessage = ({ data }) => postMessage(creneauAnswer(data));`;
  return page.evaluate(`new Promise((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(source)}])));
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(${JSON.stringify(question)});
  })`);
};

const executable = findChromium();
if (executable === null)
  console.warn(`SKIPPED: the engine was not tested in a browser, no Chromium was found; ${HOW_TO_INSTALL}.`);

it.runIf(isBrowserRequired())('a browser is there where one is required', () => {
  expect(executable, HOW_TO_INSTALL).not.toBeNull();
});

describe('the bundle for a browser', () => {
  it('holds no module of Node', async () => {
    expect(await bundleForBrowser(ENTRY)).toContain('creneauAnswer');
  });

  it.each(["import 'node:fs';", "import 'fs';", "import '../../src/io/read.ts';"])(
    'is not made of what imports one: %s',
    async (contents) => {
      await expect(bundleForBrowser(contents)).rejects.toThrow('Could not resolve');
    },
  );
});

describe.skipIf(executable === null)('the engine in a browser', () => {
  let browser: Browser;
  let page: Page;
  let script: string;
  const requests: string[] = [];

  beforeAll(async () => {
    script = await bundleForBrowser(ENTRY);
    browser = await openChromium(executable!);
    const context = await browser.newContext({ offline: true });
    page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    await page.setContent('<!doctype html><title>Créneau</title>');
    await page.addScriptTag({ content: script });
  });
  afterAll(() => browser?.close());

  it('is not the engine of Node: no process, no require', async () => {
    expect(await page.evaluate('typeof process + typeof require')).toBe('undefinedundefined');
  });

  it.each([
    ['hopital-reference.yaml', hospital],
    ['every-effect.yaml', everyEffect],
  ])('gives the golden number of %s, and every indicator as Node does', async (name, question) => {
    const inNode = answer(question);
    const onPage = await askPage(page, question);
    expect(onPage.hash).toBe(GOLDEN[name]);
    expect(inNode.hash).toBe(GOLDEN[name]);
    expect(onPage.result.length).toBeGreaterThan(10_000);
    expect(onPage.result).toBe(inNode.result);
  });

  it('gives the same in a worker', async () => {
    const inWorker = await askWorker(page, script, everyEffect);
    expect(inWorker).toEqual(answer(everyEffect));
    expect((await askWorker(page, script, hospital)).hash).toBe(GOLDEN['hopital-reference.yaml']);
  });

  it('gives another golden number for one second more between two exams', async () => {
    expect(slower).not.toBe(hospital);
    const { hash } = await askPage(page, slower);
    expect(hash).not.toBe(GOLDEN['hopital-reference.yaml']);
    expect(hash).toBe(answer(slower).hash);
  });

  it('asks nothing of any network', () => {
    expect(requests.filter((url) => !/^(blob|data|about):/.test(url))).toEqual([]);
  });
});
