/** The pages of `compare` and `levers` from documents stored beside, and what they are held against. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { drawChart } from '../../src/cli/draw.ts';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import type { CompareDocument } from '../../src/model/results/compare-document.ts';
import type { LeversDocument } from '../../src/model/results/levers.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { comparePage } from '../../src/report/compare-page.ts';
import { compareHtml } from '../../src/report/html/compare-html.ts';
import { leversHtml } from '../../src/report/html/levers-html.ts';
import type { Language } from '../../src/report/language.ts';
import { leversPage } from '../../src/report/levers-page.ts';
import { PLAIN } from '../../src/report/table-layout.ts';

export const STORED = 'test/report/stored';
export const BASE = `${STORED}/base.yaml`;
export const EVENING = `${STORED}/evening.yaml`;
const LATE = { path: 'devices.irm.late-start', value: 6, option: '--set devices.irm.late-start=6' };

/** The words that give the stored documents: test/cli holds them to it. */
export const COMPARE_WORDS = ['compare', BASE, EVENING, '--set', 'devices.irm.late-start=6', '--sets', '4'];
export const LEVERS_WORDS = [
  'levers',
  BASE,
  '--only',
  'evening,late-start,real-durations,technologist',
  ...['--sets', '4', '--weeks', '20', '--replications', '3'],
];

const stored = (name: string) => JSON.parse(readFileSync(`${STORED}/${name}.json.txt`, 'utf8'));
export const compareDocument = (): CompareDocument => stored('compare');
export const leversDocument = (): LeversDocument => stored('levers');

/** A frozen scenario of a file that is known to be right. */
export function scenarioOf(file: string, settings: Parameters<typeof loadScenario>[2] = []): Scenario {
  const { scenario, findings, problems } = loadScenario(file, {}, settings);
  if (scenario === null) throw new Error(JSON.stringify([findings, problems]));
  return scenario;
}

export const baseScenario = (): Scenario => scenarioOf(BASE);

const shared = (words: readonly string[], language: Language) => ({
  language,
  command: ['creneau', ...words].join(' '),
  version: '0',
});

export const compareText = (document: CompareDocument, language: Language): readonly string[] =>
  comparePage(document, baseScenario(), { ...shared(COMPARE_WORDS, language), style: PLAIN });

export const leversText = (document: LeversDocument, language: Language): readonly string[] =>
  leversPage(document, baseScenario(), { ...shared(LEVERS_WORDS, language), style: PLAIN });

export const compareMarkup = (document: CompareDocument, language: Language, base = baseScenario()): string =>
  compareHtml(document, base, [scenarioOf(EVENING), scenarioOf(BASE, [LATE])], {
    ...shared(COMPARE_WORDS, language),
    draw: drawChart,
  });

export const leversMarkup = (document: LeversDocument, language: Language): string =>
  leversHtml(document, baseScenario(), { ...shared(LEVERS_WORDS, language), draw: drawChart });

/** Lengths of a drawing to a hundredth: beyond, nobody sees a change. */
export const rounded = (markup: string): string =>
  markup.replace(/\d+\.\d{3,}/g, (length) => String(Math.round(Number(length) * 100) / 100));

/** The text expected under this name; UPDATE_EXPECTED=1 writes it anew. */
export function expectedText(name: string, text: string): string {
  const file = `test/report/expected/${name}`;
  if (process.env.UPDATE_EXPECTED === '1') writeFileSync(file, text);
  if (!existsSync(file)) throw new Error(`${file} is missing: run with UPDATE_EXPECTED=1`);
  return readFileSync(file, 'utf8');
}
