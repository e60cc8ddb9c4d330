import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import * as loading from '../../src/cli/load-scenario.ts';
import { run, SMALL, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const small = folder.write('small.yaml', SMALL);
const unused = folder.write('unused.yaml', SMALL.replace('sites: [{id: ch}]', 'sites: [{id: ch}, {id: b}]'));

describe('creneau', () => {
  it('gives its help on stdout, in the language of the system', async () => {
    for (const argv of [[], ['--help'], ['help']]) {
      const { code, out, err } = await run(argv, { env: { LANG: 'fr_FR.UTF-8' } });
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/^creneau simule les scanners/);
    }
  });

  it('gives the help of a command', async () => {
    for (const argv of [
      ['simulate', '--help'],
      ['help', 'simulate'],
      ['--help', 'simulate'],
    ]) {
      expect((await run(argv)).out).toMatch(/^creneau simulate FILE/);
    }
  });

  it('gives its version', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('suggests a command for a misspelt one', async () => {
    const { code, out, err } = await run(['simulat', small]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('creneau: error: there is no command “simulat”\n  Maybe: creneau simulate\n');
  });

  it('says what to do with a bare file', async () => {
    const { code, err } = await run(['a.yaml']);
    expect(code).toBe(2);
    expect(err).toContain('Maybe: creneau simulate a.yaml');
  });

  it('refuses a wrong command line with code 2 and nothing on stdout', async () => {
    const { code, out, err } = await run(['simulate', small, '--seeed', '3', '--lang', 'fr']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('creneau: erreur\u202f: il n’y a pas d’option --seeed\n  Peut-être\u202f: --seed\n');
  });
});

describe('creneau simulate', () => {
  it('prints the table on stdout and what comes next on stderr', async () => {
    const { code, out, err } = await run(['simulate', small]);
    expect(code).toBe(0);
    expect(out).toMatch(/^A small MRI\n12 weeks, 4 of them left out as warm-up, simulated 3 times\./);
    expect(out).toContain(`creneau simulate ${small}\n`);
    expect(err).toMatch(/^Next: every number: --json/);
  });

  it('speaks French when asked', async () => {
    const { out } = await run(['simulate', small, '--lang', 'fr']);
    expect(out).toMatch(/^Une petite IRM\n12 semaines, dont 4 de mise en régime, 3 fois\./);
  });

  it('prints with --json one document and nothing else', async () => {
    const { code, out, err } = await run(['simulate', small, '--json']);
    const document = JSON.parse(out);
    expect([code, err]).toEqual([0, '']);
    expect(document).toMatchObject({
      creneau: 1,
      command: 'simulate',
      seed: '7',
      replications: 3,
      weeks: 12,
    });
    expect(document.scenario.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(document.devices.irm.opening.scheduled.mean).toBe(20);
  });

  it('gives the same bytes twice', async () => {
    const once = await run(['simulate', small, '--json']);
    expect((await run(['simulate', small, '--json'])).out).toBe(once.out);
  });

  it('lets options go before the scenario, and repeats them in the command it gives', async () => {
    const { out } = await run(['simulate', small, '--weeks', '10', '--replications', '2', '--seed', 'a b']);
    expect(out).toContain(`creneau simulate ${small} --weeks 10 --replications 2 --seed 'a b'\n`);
    expect(out).toContain('seed a b · 10 weeks (4 warm-up) · 2 replications');
  });

  it('reports a scenario with file, line and column, and code 2', async () => {
    const file = folder.write('wrong.yaml', SMALL.replace('"08:00"', '8'));
    const { code, out, err } = await run(['simulate', file]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`${file}:9:34: error: “8” is not a time of day (00:00 to 24:00)\n  Maybe: "08:00"\n`);
  });

  it('counts findings when there are several, and shows at most thirty', async () => {
    const flows = Array.from(
      { length: 40 },
      (_, rank) => `  - {id: f${rank}, site: ch, modality: mri, class: A}`,
    );
    const file = folder.write('many.yaml', `${SMALL}${flows.join('\n')}\n`);
    const { err } = await run(['simulate', file]);
    expect(err.match(/has no number of requests/g)).toHaveLength(30);
    expect(err).toContain('… and 10 more.\n40 errors, 0 warnings.\n');
  });

  it('goes on after warnings, unless --strict', async () => {
    const warned = await run(['simulate', unused]);
    expect(warned.code).toBe(0);
    expect(warned.err).toContain('warning: site “b” has no device');
    const strict = await run(['simulate', unused, '--strict']);
    expect([strict.code, strict.out]).toEqual([2, '']);
    expect(strict.err).toContain('--strict: warnings stop the run.');
  });

  it('writes nothing on stderr with --quiet but errors', async () => {
    expect((await run(['simulate', unused, '--quiet'])).err).toBe('');
    expect((await run(['simulate', unused, '--quiet', '--strict'])).err).toContain('warning: site “b”');
    expect((await run(['simulate', 'nowhere.yaml', '--quiet'])).err).toContain('there is no such file');
  });

  it('writes the result to a file with --out, never over one that exists', async () => {
    const file = folder.path('result.txt');
    const first = await run(['simulate', small, '--out', file]);
    expect([first.code, first.out, first.err]).toEqual([0, '', `Written: ${file}\n`]);
    expect(readFileSync(file, 'utf8')).toMatch(/^A small MRI\n/);
    const second = await run(['simulate', small, '--out', file]);
    expect(second.code).toBe(2);
    expect(second.err).toContain('this file exists already\n  Maybe: --force replaces it');
    expect((await run(['simulate', small, '--out', file, '--force', '--json'])).code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8')).creneau).toBe(1);
  });

  it('writes every passage with --records, as many as the books count', async () => {
    const file = folder.path('passages.csv');
    const { out } = await run(['simulate', small, '--json', '--records', file]);
    const rows = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    const entered = JSON.parse(out).books.map(
      (books: { in: { requested: number; backlog: number } }) => books.in,
    );
    expect(rows[0]).toMatch(/^replication,week,site,device,modality,flow,class,examType,requested,/);
    expect(rows.length - 1).toBe(entered[0].requested + entered[0].backlog);
  });

  it('leaves no file behind when another cannot be written', async () => {
    const file = folder.path('never.csv');
    const { code } = await run(['simulate', small, '--records', file, '--out', folder.path('no/result.txt')]);
    expect(code).toBe(2);
    expect(existsSync(file)).toBe(false);
  });

  it('runs until a precision is reached and says so', async () => {
    const { code, err } = await run(['simulate', small, '--precision', '20%', '--on', 'requested.A']);
    expect(code).toBe(0);
    expect(err).toMatch(/Precision ±20% reached after \d+ replications \(sites\.ch\.mri\.requested\.A: ±/);
  });

  it('ends with code 4 when it is not, the result printed all the same', async () => {
    const { code, out, err } = await run(
      'simulate FILE --precision 0.1% --on requested.A --max-replications 4 --lang fr'
        .split(' ')
        .map((word) => (word === 'FILE' ? small : word)),
    );
    expect(code).toBe(4);
    expect(out).toContain('--replications 4\n');
    expect(err).toMatch(/Précision ±0,1\u202f% NON atteinte après 4 réplications/);
    expect(err).toMatch(/Peut-être\u202f: --max-replications \d/);
  });

  it('refuses an indicator that does not exist', async () => {
    const { code, out, err } = await run(['simulate', small, '--precision', '5%', '--on', 'acces.A.mean']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('no indicator ends in “acces.A.mean”\n  Maybe: --on access.A.mean');
  });

  it('shows one site, and refuses one that does not exist', async () => {
    expect((await run(['simulate', small, '--site', 'ch'])).code).toBe(0);
    const { code, err } = await run(['simulate', small, '--site', 'hc']);
    expect(code).toBe(2);
    expect(err).toContain('no site is called “hc”');
  });

  it('prints the replications finished when interrupted, with code 130', async () => {
    const file = folder.path('interrupted.csv');
    const { code, out, err } = await run(['simulate', small, '--replications', '50', '--records', file], {
      interruptAt: 3,
    });
    expect(code).toBe(130);
    expect(out).toContain('simulated 3 times');
    expect(out).toContain('--replications 3\n');
    expect(err).toContain('Interrupted: what follows is of the 3 replications finished (of 50).');
    expect(readFileSync(file, 'utf8')).toContain('\r\n2,');
  });

  it('shows nothing when interrupted too early', async () => {
    const { code, out, err } = await run(['simulate', small], { interruptAt: 1 });
    expect([code, out]).toEqual([130, '']);
    expect(err).toContain('Interrupted before two replications were finished');
  });

  it('sets headings in bold on a terminal only, and not where colour is refused', async () => {
    const bold = '\u001b[1m';
    expect((await run(['simulate', small], { isTTY: true })).out).toContain(bold);
    expect((await run(['simulate', small])).out).not.toContain(bold);
    expect((await run(['simulate', small, '--no-color'], { isTTY: true })).out).not.toContain(bold);
    const refused = { isTTY: true, env: { NO_COLOR: '1' } };
    expect((await run(['simulate', small], refused)).out).not.toContain(bold);
  });

  it('shows progress on a terminal, and wipes it off', async () => {
    const { err } = await run(['simulate', small], { isTTY: true, tick: 2000 });
    expect(err).toContain('▏ 1/3, about ');
    expect(err.lastIndexOf('\r\u001b[K')).toBeGreaterThan(err.lastIndexOf('▏'));
  });

  it('tells a defect in one line with code 1, its trace only when asked for', async () => {
    vi.spyOn(loading, 'loadScenario').mockImplementation(() => {
      throw new TypeError('a defect');
    });
    const plain = await run(['simulate', small]);
    expect([plain.code, plain.out]).toEqual([1, '']);
    expect(plain.err).toMatch(
      /^creneau: error: internal error TypeError: a defect\n {2}Maybe: CRENEAU_DEBUG=1/,
    );
    expect(plain.err).not.toContain('    at ');
    const traced = await run(['simulate', small], { env: { CRENEAU_DEBUG: '1' } });
    expect(traced.err).toContain('    at ');
    vi.restoreAllMocks();
  });
});
