/**
 * Every command of the guides, run, against what the guide shows of its output: parts between lines with an ellipsis.
 * UPDATE_EXPECTED=1 writes each part anew, as many lines from the line that begins as its first: read what has changed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/report/language.ts';
import { run } from './fake-terminal.ts';
import { variantOf, variantText } from './variant-texts.ts';

const isUpdating = process.env.UPDATE_EXPECTED === '1';
const GUIDES = [
  ['docs/guide-ars.md', 'en', 11],
  ['docs/guide-ars.fr.md', 'fr', 11],
  ['docs/guide-planner.md', 'en', 5],
  ['docs/guide-planner.fr.md', 'fr', 5],
  ['docs/guide-consultant.md', 'en', 1],
  ['docs/guide-consultant.fr.md', 'fr', 1],
] as const;
const BLOCK = /```text\n\$ (creneau [^\n]+)\n([\s\S]*?)\n```/g;
const blocksOf = (guide: string) =>
  [...readFileSync(guide, 'utf8').matchAll(BLOCK)].map(([, command = '', shown = '']) => ({
    command,
    shown,
  }));

/** The words of a command line; quotes hold a word together. */
const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1);

/** What a command prints; that of a stored variant is held to its text by `variants.test.ts`. */
async function printedBy(command: string, language: Language): Promise<string> {
  const variant = variantOf(command);
  if (variant !== null) return readFileSync(variantText(variant, language), 'utf8');
  const { out, err } = await run([...wordsOf(command), '--lang', language]);
  return `${out}${err}`;
}

/** What a part becomes: the printed lines from the one that begins as its first line does, up to its first figure. */
function renewed(part: string, printed: readonly string[]): string {
  const lines = part.split('\n');
  const beginning = (lines[0] ?? '').trim().replace(/[\d−+].*$/, '');
  const from = printed.findIndex((line) => line.trim().startsWith(beginning));
  return from < 0 ? part : printed.slice(from, from + lines.length).join('\n');
}

describe.each(GUIDES)('%s', (guide, language, least) => {
  const blocks = blocksOf(guide);

  it('shows its commands, and links to files that exist', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(least);
    const links = [...readFileSync(guide, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)];
    expect(
      links.map(([, link = '']) => join(dirname(guide), link)).filter((link) => !existsSync(link)),
    ).toEqual([]);
  });

  it.each(blocks)('shows what is printed by: $command', async ({ command, shown }) => {
    const printed = (await printedBy(command, language)).split('\n').map((line) => line.trimEnd());
    const parts = shown.split(/^…$/m).map((part) => part.replace(/^\n+|\n+$/g, ''));
    const wanted = isUpdating ? parts.map((part) => (part === '' ? part : renewed(part, printed))) : parts;
    if (isUpdating) {
      const text = parts.reduce((sum, part, rank) => sum.replace(part, () => wanted[rank]!), shown);
      const block = (inside: string) => `$ ${command}\n${inside}\n\`\`\``;
      const written = readFileSync(guide, 'utf8').replace(block(shown), () => block(text));
      writeFileSync(guide, written);
    }
    for (const part of wanted.filter((one) => one !== '')) expect(printed.join('\n')).toContain(part.trim());
    expect(wanted.join('').length).toBeGreaterThan(40);
  });
});
