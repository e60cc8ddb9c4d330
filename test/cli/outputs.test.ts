/**
 * What the commands that calibrate print, against the texts beside: data, then what is said on stderr. UPDATE_EXPECTED=1
 * writes them anew: read what has changed before keeping it. `benchmark reproduce` and `validate history` take a minute:
 * their pages are held by test/calibrate/panel.long.test.ts and history.long.test.ts.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BENCHMARK_PAGE } from '../../src/cli/pages/benchmark.ts';
import { CALIBRATE_PAGE } from '../../src/cli/pages/calibrate.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { run } from './fake-terminal.ts';

const FOLDER = 'test/cli/outputs';
const isUpdating = process.env.UPDATE_EXPECTED === '1';

const COMMANDS: Readonly<Record<string, string>> = {
  init: `creneau init --from ${FOLDER}/numbers.csv`,
  'benchmark-place': 'creneau benchmark place scenarios/hopital-reference.yaml',
  'calibrate-durations': 'creneau calibrate durations',
};
/** Run elsewhere: a minute long, or a document. */
const ELSEWHERE = ['creneau benchmark reproduce --replications 5', 'creneau calibrate durations --json'];
const cases = Object.keys(COMMANDS).flatMap((name) => LANGUAGES.map((language) => ({ name, language })));

describe('the commands that calibrate', () => {
  it.each(cases)('$name prints what stands beside it ($language)', async ({ name, language }) => {
    const [, ...words] = COMMANDS[name]!.split(' ');
    const { code, out, err } = await run([...words, '--lang', language]);
    expect(code).toBe(0);
    const text = `$ ${COMMANDS[name]} --lang ${language}\n${out}──── stderr\n${err}`;
    const file = `${FOLDER}/${name}.${language}.txt`;
    if (isUpdating) writeFileSync(file, text);
    expect(existsSync(file), `${file} is missing: run with UPDATE_EXPECTED=1`).toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('have every example of their help held by a text', () => {
    const examples = [...BENCHMARK_PAGE.examples, ...CALIBRATE_PAGE.examples];
    const held = [...Object.values(COMMANDS), ...ELSEWHERE];
    expect(examples.filter((example) => !held.includes(example))).toEqual([]);
  });

  it('give a document with --json', async () => {
    const { code, out } = await run(['calibrate', 'durations', '--json']);
    expect([code, JSON.parse(out).command]).toEqual([0, 'calibrate durations']);
  });
});
