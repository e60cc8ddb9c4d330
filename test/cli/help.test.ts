import { describe, expect, it } from 'vitest';
import { helpText } from '../../src/cli/help.ts';
import { SIMULATE_OPTIONS } from '../../src/cli/options.ts';
import { LANGUAGES } from '../../src/report/language.ts';

describe('helpText', () => {
  it.each(LANGUAGES)('begins with two examples that can be run as they stand (%s)', (language) => {
    for (const command of [null, 'simulate']) {
      const lines = helpText(command, language).split('\n');
      const first = lines.findIndex((line) => /^Exemples?$|^Examples$/.test(line));
      expect(first).toBe(2);
      expect(lines[first + 1]).toMatch(/^ {2}creneau simulate scenarios\//);
      expect(lines[first + 2]).toMatch(/^ {2}creneau simulate scenarios\//);
    }
  });

  it.each(LANGUAGES)('describes every option and every exit code (%s)', (language) => {
    const help = helpText('simulate', language);
    for (const { name } of SIMULATE_OPTIONS) expect(help).toContain(`  --${name}`);
    for (const code of [0, 1, 2, 3, 4, 130]) expect(help).toContain(`\n  ${code}  `);
  });

  it.each(LANGUAGES)('fits a terminal of 100 columns (%s)', (language) => {
    const lines = `${helpText(null, language)}${helpText('simulate', language)}`.split('\n');
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });
});
