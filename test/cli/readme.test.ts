/**
 * The README shows what the command prints: the beginning of the expected text of the scenario it names (which
 * `scenarios.test.ts` holds to the command itself). UPDATE_EXPECTED=1 writes the block anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const README = 'README.md';
const isUpdating = process.env.UPDATE_EXPECTED === '1';

/** The command of the block and what is shown of its output, up to a line of its own with an ellipsis. */
const BLOCK = /```text\n\$ (creneau simulate (scenarios\/\S+)\.yaml)\n([\s\S]*?)\n…\n```/;
/** The part shown ends with the table of the benchmark: the third empty line after the title of the part. */
const PARTS_SHOWN = 4;

function shownPart(text: string): string {
  return text.split('\n\n').slice(0, PARTS_SHOWN).join('\n\n');
}

describe('the README', () => {
  it('shows the beginning of what its command prints', () => {
    const readme = readFileSync(README, 'utf8');
    const [block = '', command = '', scenario = ''] = BLOCK.exec(readme) ?? [];
    expect(block, 'no output block in the README').not.toBe('');
    const expected = readFileSync(`${scenario}.expected.txt`, 'utf8');
    expect(expected).toContain(`  ${command}\n`);
    const fresh = `\`\`\`text\n$ ${command}\n${shownPart(expected)}\n…\n\`\`\``;
    if (isUpdating)
      writeFileSync(
        README,
        readme.replace(block, () => fresh),
      );
    expect(isUpdating ? fresh : block).toBe(fresh);
  });

  it('names only files that exist', () => {
    const links = [...readFileSync(README, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(
      (match) => match[1]!,
    );
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });
});
