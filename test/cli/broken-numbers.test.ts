/**
 * Wrong numbers given to `init`, `benchmark place` and `calibrate durations`: what is printed stands beside each file, in
 * both languages. UPDATE_EXPECTED=1 writes the texts anew: read what has changed before keeping it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/report/language.ts';
import { run } from './fake-terminal.ts';

const FOLDER = 'test/cli/broken-numbers';
const isUpdating = process.env.UPDATE_EXPECTED === '1';

const COMMANDS: Readonly<Record<string, (file: string) => readonly string[]>> = {
  init: (file) => ['init', '--from', file],
  benchmark: (file) => ['benchmark', 'place', 'scenarios/gie-irm.yaml', '--benchmark', file],
  durations: (file) => ['calibrate', 'durations', file],
};
const SEVERITY = { en: ': error: ', fr: ': erreur\u202f: ' } as const;
const ADVICE = { en: '  Maybe: ', fr: '  Peut-être\u202f: ' } as const;
/** Traces of the program, which no message may hold. */
const TRACES = [/^ +at /m, /\b[A-Z]\w*Error\b/, /\bundefined\b/, /\bNaN\b/, /\[object/];

const cases = Object.keys(COMMANDS).flatMap((command) =>
  readdirSync(`${FOLDER}/${command}`)
    .filter((name) => /\.(csv|yaml)$/.test(name))
    .flatMap((name) => LANGUAGES.map((language) => ({ command, name, language }))),
);

describe('wrong numbers', () => {
  it('are of eighteen kinds', () => {
    expect(cases.length / LANGUAGES.length).toBe(18);
  });

  it.each(cases)('$command $name are told where they are, with advice ($language)', async (one) => {
    const { command, name, language } = one;
    const file = `${FOLDER}/${command}/${name}`;
    const { code, out, err } = await run([...COMMANDS[command]!(file), '--lang', language]);
    expect([code, out]).toEqual([2, '']);
    for (const trace of TRACES) expect(err).not.toMatch(trace);
    const lines = err.trimEnd().split('\n');
    const errors = lines.flatMap((line, at) => (line.includes(SEVERITY[language]) ? [at] : []));
    expect(errors.length).toBeGreaterThan(0);
    for (const at of errors) expect(lines[at + 1]?.startsWith(ADVICE[language]), lines[at]).toBe(true);
    const expected = `${file.replace(/\.\w+$/, '')}.${language}.txt`;
    if (isUpdating) writeFileSync(expected, err);
    expect(err).toBe(readFileSync(expected, 'utf8'));
  });

  it('that contradict each other can be reconciled by any one of the values proposed', async () => {
    const file = `${FOLDER}/init/contradiction-too-few.csv`;
    const { err } = await run(['init', '--from', file]);
    const advised = /(\d+) passages, or an occupancy of (\d+)%, or (\d+) h of opening/.exec(err);
    const [passages = '', occupancy = '', opening = ''] = advised?.slice(1) ?? [];
    for (const words of [
      ['--passages', passages],
      ['--occupancy', `${occupancy}%`],
      ['--opening', opening],
    ]) {
      const again = await run(['init', '--from', file, ...words]);
      expect([again.code, words]).toEqual([0, words]);
    }
  });
});
