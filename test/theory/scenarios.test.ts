import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readScenarioDocument } from '../../src/io/scenario-file.ts';
import { checkScenario } from '../../src/model/consistency/consistency.ts';
import { parseScenario } from '../../src/model/load/load.ts';

const folder = fileURLToPath(new URL('../../scenarios/theory/', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

describe('the scenarios of theory', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(20);
  });
  it.each(files)('have nothing to be found fault with: %s', (file) => {
    const { document, findings } = readScenarioDocument(folder + file);
    const parsed = parseScenario(document?.value);
    const checked = parsed.input === null ? [] : checkScenario(parsed.input);
    expect([...findings, ...parsed.findings, ...checked]).toEqual([]);
  });
});
