/**
 * Each stored variant of the reference hospital, with what `creneau compare` prints of it beside, in both languages.
 * UPDATE_EXPECTED=1 writes the texts anew.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { programVersion } from '../../src/cli/version.ts';
import type { CompareDocument } from '../../src/model/results/compare-document.ts';
import { comparePage } from '../../src/report/compare-page.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { PLAIN } from '../../src/report/table-layout.ts';
import { scenarioOf } from '../report/stored-pages.ts';
import { run } from './fake-terminal.ts';
import { variantCommand, variantText } from './variant-texts.ts';

const FOLDER = 'scenarios/variants';
const names = readdirSync(FOLDER).flatMap((name) => /^(.+)\.yaml$/.exec(name)?.[1] ?? []);

describe('the stored variants', () => {
  it.each(names)('%s prints what stands beside it', async (name) => {
    const command = variantCommand(`${FOLDER}/${name}`);
    const { code, out } = await run([...command.split(' ').slice(1), '--json']);
    expect(code).toBe(0);
    const document: CompareDocument = JSON.parse(out);
    const base = scenarioOf('scenarios/hopital-reference.yaml');
    for (const language of LANGUAGES) {
      const page = comparePage(document, base, {
        language,
        style: PLAIN,
        command,
        version: programVersion(),
      });
      const text = `${page.map((line) => line.trimEnd()).join('\n')}\n`;
      const file = variantText(`${FOLDER}/${name}`, language);
      if (process.env.UPDATE_EXPECTED === '1') writeFileSync(file, text);
      expect(existsSync(file), `${file} is missing: run with UPDATE_EXPECTED=1`).toBe(true);
      expect(text).toBe(readFileSync(file, 'utf8'));
    }
  });
});
