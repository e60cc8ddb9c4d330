import { describe, expect, it } from 'vitest';
import { type CommandName, helpText, PAGES } from '../../src/cli/help.ts';
import { LANGUAGES } from '../../src/report/language.ts';

const COMMANDS = Object.keys(PAGES) as CommandName[];
const CASES = LANGUAGES.flatMap((language) => COMMANDS.map((command) => ({ command, language })));

describe('helpText', () => {
  it.each([{ command: null, language: 'en' } as const, { command: null, language: 'fr' } as const, ...CASES])(
    'begins with two examples ($command, $language)',
    ({ command, language }) => {
      const lines = helpText(command, language).split('\n');
      const first = lines.findIndex((line) => /^Exemples?$|^Examples$/.test(line));
      expect(first).toBeGreaterThan(1);
      expect(first).toBeLessThan(5);
      expect(lines[first + 1]).toMatch(/^ {2}creneau /);
      expect(lines[first + 2]).toMatch(/^ {2}creneau /);
      expect(lines[first + 3]).toBe('');
    },
  );

  it.each(CASES)(
    'describes every option and every exit code ($command, $language)',
    ({ command, language }) => {
      const help = helpText(command, language);
      for (const { name } of PAGES[command].options) expect(help).toContain(`  --${name}`);
      for (const code of [0, 1, 2, 3, 4, 130, 143]) expect(help).toContain(`\n  ${code}  `);
    },
  );

  it.each(CASES)('fits a terminal of 98 columns ($command, $language)', ({ command, language }) => {
    const lines = `${helpText(null, language)}${helpText(command, language)}`.split('\n');
    expect(lines.filter((line) => line.length > 98)).toEqual([]);
  });

  it.each(COMMANDS)('says everything about %s in two languages', (command) => {
    const [english, french] = LANGUAGES.map((language) => helpText(command, language).split('\n'));
    const shared = english!.filter((line) => line !== '' && !line.startsWith('  ') && french!.includes(line));
    expect(shared.filter((line) => !line.startsWith('# yaml-language-server') && line !== 'Options')).toEqual(
      [],
    );
  });
});
