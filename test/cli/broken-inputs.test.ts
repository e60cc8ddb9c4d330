/** Every broken input is told whole, where it is, in both languages, and quickly. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import type { Finding } from '../../src/model/finding.ts';
import { LANGUAGES, type Language } from '../../src/report/language.ts';
import { placeText, printable } from '../../src/report/message.ts';
import { formatShort } from '../../src/report/numbers.ts';
import { endlessPipe, GENERATED } from './broken-generated.ts';
import { run, SMALL } from './fake-terminal.ts';

/** The commands that read a scenario. */
/** What each prints its findings on: those of a check are its result, all of them. */
const COMMANDS = [
  { command: 'simulate', findingsOn: 'err', languages: LANGUAGES },
  // The sentences are the same; one language is enough to see them all printed.
  { command: 'check', findingsOn: 'out', languages: ['fr'] },
] as const;

const FOLDER = 'test/cli/broken';
const EXPECT = /^# expect: (.*)$/gm;
const MOST_MILLISECONDS = 5000;
/** Findings printed; the rest is counted. */
const MOST_PRINTED = 30;

const own = mkdtempSync(join(tmpdir(), 'creneau-broken-'));
afterAll(() => rmSync(own, { recursive: true, force: true }));

/** `code place` of each finding; the place begins with the file where it is another one. */
const told = (findings: readonly Finding[], file: string): readonly string[] =>
  findings.map((one) => {
    const at = [one.line, one.column].filter((part) => part !== undefined).join(':');
    const other = one.file === file ? '' : relative(FOLDER, one.file ?? '');
    return [one.code, [other, at].filter((part) => part !== '').join(':')]
      .filter((part) => part !== '')
      .join(' ');
  });

const MAYBE: Readonly<Record<Language, string>> = { en: '  Maybe: ', fr: '  Peut-être\u202f: ' };
const SEVERITY: Readonly<Record<Language, RegExp>> = {
  en: /: (error|warning): /,
  fr: /: (erreur|avertissement)\u202f: /,
};

/** What no message may hold: traces of the program, and what a terminal would obey. */
const TRACES = [/^ +at /m, /\b[A-Z]\w*Error\b/, /\bundefined\b/, /\bNaN\b/, /\[object/];
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
/** Words of English sentences, outside of what is quoted. */
const ENGLISH =
  /\b(the|is|are|not|must|with|missing|expected|unexpected|invalid|allowed|should|found|at line)\b/i;

function expectWellTold(
  err: string,
  findings: readonly Finding[],
  language: Language,
  isWhole: boolean,
): void {
  for (const trace of [...TRACES, CONTROL]) expect(err).not.toMatch(trace);
  const lines = err.split('\n');
  const printed = lines.filter((line) => SEVERITY[language].test(line)).length;
  if (isWhole) expect(printed).toBe(findings.length);
  for (const one of findings.slice(0, MOST_PRINTED)) {
    const at = lines.findIndex((line) => line.startsWith(`${placeText(one)}: `) && has(line, one, language));
    expect(at, `${one.code} ${placeText(one)} with its value and its limit`).toBeGreaterThanOrEqual(0);
    expect(lines[at]).toMatch(SEVERITY[language]);
    expect(lines[at + 1]?.startsWith(MAYBE[language]), `advice for ${one.code}: ${lines[at + 1]}`).toBe(true);
    expect(lines[at + 1]!.length).toBeGreaterThan(MAYBE[language].length);
  }
  if (language !== 'fr') return;
  for (const line of lines) {
    const words = line.replace(/^\S+\.(yaml|json|csv)\S*/, '').replace(/«[^»]*»|\([^)]*\)|\{.*\}/g, '');
    expect(words).not.toMatch(ENGLISH);
  }
}

/** The value found and the limit are in the sentence, as far as the finding has them. */
function has(line: string, { values }: Finding, language: Language): boolean {
  return ['value', 'limit', 'key'].every((name) => {
    const value = values[name];
    if (value === undefined) return true;
    return line.includes(typeof value === 'number' ? formatShort(value, 3, language) : printable(value));
  });
}

/** Runs every command in both languages (a heavy file once); all must refuse the file and tell these findings. */
async function expectRefused(file: string, findings: readonly Finding[], isHeavy = false): Promise<void> {
  for (const { command, findingsOn, languages } of isHeavy ? COMMANDS.slice(1) : COMMANDS) {
    for (const language of languages) {
      const started = process.cpuUsage();
      const ran = await run([command, file, '--lang', language]);
      expect([ran.code, findingsOn === 'err' ? ran.out : ran.err]).toEqual([2, '']);
      expectWellTold(ran[findingsOn], findings, language, findingsOn === 'out');
      // Time of this process, not of a clock: other tests may run beside it.
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1000).toBeLessThan(MOST_MILLISECONDS);
    }
  }
}

const corpus = readdirSync(FOLDER)
  .map((name) => ({ name, file: `${FOLDER}/${name}` }))
  .filter(({ name }) => /\.(yaml|json)$/.test(name))
  .map((one) => ({
    ...one,
    expected: [...readFileSync(one.file, 'utf8').matchAll(EXPECT)].map((match) => match[1]!),
  }))
  .filter(({ expected }) => expected.length > 0);

describe('a broken input', () => {
  it('comes in many kinds', () => {
    expect(corpus.length + Object.keys(GENERATED).length).toBeGreaterThanOrEqual(75);
  });

  it.each(corpus)('$name is told whole', async ({ file, expected }) => {
    const { scenario, findings } = loadScenario(file);
    expect(scenario).toBeNull();
    expect(told(findings, file)).toEqual(expected);
    await expectRefused(file, findings);
  });

  it.each(Object.keys(GENERATED))('%s is told whole', async (name) => {
    const input = GENERATED[name]!;
    const file = input.make(mkdtempSync(join(own, 'case-')));
    const { scenario, findings } = loadScenario(file);
    expect(scenario).toBeNull();
    const places = told(findings, file).map((one) => one.replace(/ \S*\.csv:?(?=\d|$)/, ' ').trimEnd());
    expect(places.slice(0, input.expect.length)).toEqual(input.expect);
    expect(findings).toHaveLength(input.count ?? input.expect.length);
    await expectRefused(file, findings, input.isHeavy);
  });

  it('is told with a value that is the one found, and a limit where there is one', async () => {
    const { err } = await run(['simulate', `${FOLDER}/horizon-too-long.yaml`, '--lang', 'fr']);
    expect(err).toContain(
      'erreur\u202f: 10000 est trop grand (au plus 730)\n  Peut-être\u202f: un nombre jusqu’à 730',
    );
  });
});

/** The program in a process of its own, with 256 MB for its values. */
const child = (file: string, options: { readonly uid?: number } = {}) =>
  spawnSync(
    process.execPath,
    ['--max-old-space-size=256', 'dist/creneau.js', 'simulate', file, '--lang', 'fr'],
    { encoding: 'utf8', timeout: 60_000, ...options },
  );

describe('with little memory', () => {
  const heavy = Object.entries(GENERATED).filter(([, { isHeavy }]) => isHeavy === true);

  it.each(heavy)('%s is refused all the same', (_name, { make }) => {
    const { status, stdout, stderr } = child(make(mkdtempSync(join(own, 'heavy-'))));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(SEVERITY.fr);
    for (const trace of [...TRACES, /heap/]) expect(stderr).not.toMatch(trace);
  });

  it('a pipe that never ends is refused', async () => {
    const pipe = endlessPipe(mkdtempSync(join(own, 'pipe-')));
    const writer = spawn('sh', ['-c', `exec yes 'name: x' > '${pipe}'`], { stdio: 'ignore' });
    const { status, stderr } = child(pipe);
    writer.kill();
    expect(status).toBe(2);
    expect(stderr).toContain('est trop grand (au plus 5\u202f000\u202f000 octets)');
  });
});

describe('a file one may not read', () => {
  const NOBODY = 65_534;
  const isRoot = process.getuid?.() === 0;

  it('is refused with advice', async (context) => {
    const folder = mkdtempSync(join(own, 'closed-'));
    const file = join(folder, 'closed.yaml');
    writeFileSync(file, SMALL);
    chmodSync(file, 0o000);
    if (!isRoot) {
      const { findings } = loadScenario(file);
      expect(told(findings, file)).toEqual(['file-permission']);
      await expectRefused(file, findings);
      return;
    }
    // Root may read everything: the program is run as somebody else.
    for (const path of [own, folder]) chmodSync(path, 0o755);
    const probe = spawnSync(process.execPath, ['-e', ''], { uid: NOBODY });
    const { status, stderr, error } = child(file, { uid: NOBODY });
    if (probe.status !== 0 || error !== undefined || status === 1) {
      console.warn(`skipped: a file one may not read cannot be tried as root here (${stderr.slice(0, 200)})`);
      context.skip();
    }
    expect(status).toBe(2);
    expect(stderr).toContain(
      'l’accès à ce fichier est refusé\n  Peut-être\u202f: vérifier vos droits d’accès',
    );
  });
});
