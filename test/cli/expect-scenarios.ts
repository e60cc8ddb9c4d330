/**
 * The scenarios of a folder, played with their own run settings and printed, against the texts beside them.
 * UPDATE_EXPECTED=1 writes these texts anew: read what has changed before keeping it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLine, documentOf } from '../../src/cli/commands/simulate.ts';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { programVersion } from '../../src/cli/version.ts';
import type { Language } from '../../src/report/language.ts';
import { simulationTable } from '../../src/report/simulation-table.ts';
import { PLAIN } from '../../src/report/table-layout.ts';
import { booksGap } from '../../src/stats/books.ts';
import { simulateScenario } from '../../src/stats/experiment.ts';

const isUpdating = process.env.UPDATE_EXPECTED === '1';

const expectedFile = (folder: string, scenario: string, language: Language): string =>
  `${folder}/${scenario.replace(/\.yaml$/, '')}.expected.${language === 'en' ? '' : `${language}.`}txt`;

/** Tests that each scenario of a folder is sound, keeps its books, and prints in these languages what stands beside it. */
export function expectScenarios(folder: string, languages: readonly Language[]): void {
  const scenarios = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();

  describe.each(scenarios)('%s', (name) => {
    const file = `${folder}/${name}`;
    const { scenario, findings } = loadScenario(file);

    it('is sound, without a warning', () => {
      expect(findings).toEqual([]);
      expect(scenario).not.toBeNull();
    });

    if (scenario === null) return;
    const document = documentOf(simulateScenario(scenario), scenario);

    it('has balanced books', () => {
      expect(document.books.map(booksGap)).toEqual(document.books.map(() => 0));
    });

    it.each(languages)('prints what stands beside it (%s)', (language) => {
      const lines = simulationTable(document, scenario, {
        language,
        style: PLAIN,
        command: commandLine({ file, settings: [], run: {}, precision: null }, document.replications),
        version: programVersion(),
        assumptions: 'main',
        site: null,
      });
      const expected = expectedFile(folder, name, language);
      const text = `${lines.join('\n')}\n`;
      if (isUpdating) writeFileSync(expected, text);
      expect(existsSync(expected), `${expected} is missing: run with UPDATE_EXPECTED=1`).toBe(true);
      expect(text).toBe(readFileSync(expected, 'utf8'));
    });
  });

  it('holds at least one scenario, and no expected text without its scenario', () => {
    expect(scenarios.length).toBeGreaterThan(0);
    const texts = readdirSync(folder).filter((name) => name.includes('.expected.'));
    const known = scenarios.flatMap((name) =>
      languages.map((language) => expectedFile(folder, name, language)),
    );
    expect(texts.filter((name) => !known.includes(`${folder}/${name}`))).toEqual([]);
  });
}
