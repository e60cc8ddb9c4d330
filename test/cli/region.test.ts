/** `creneau region build`: what is refused and where, and what is written. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { scenarioHash } from '../../src/model/hash.ts';
import { run, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const SMALL = 'scenarios/regions/petite.csv';
const build = (...words: readonly string[]) => run(['region', 'build', ...words]);
const refusals = async (language: string, ...words: readonly string[]) => {
  const { code, out, err } = await build(...words, '--lang', language);
  expect([code, out]).toEqual([2, '']);
  return err.trimEnd().split('\n');
};

describe('creneau region build refuses', () => {
  it.each([
    [
      ['--departments', '95,Yveline'],
      ['creneau: error: --departments: “Yveline” is no French department', '  Maybe: 78 (Yvelines)'],
    ],
    [
      ['--departments', '13'],
      [
        'creneau: error: the balance has no row for 13 (Bouches-du-Rhône)',
        '  Maybe: departments of this balance: 75, 77, 78, 91, 92, 93, 94, 95; another one by --balance FILE.csv',
      ],
    ],
    [['--pairing', '1.5'], ['creneau: error: --pairing does not take “1.5” (expected: 0…1)']],
    [['--pairing=-1'], ['creneau: error: --pairing does not take “-1” (expected: 0…1)']],
    [
      ['--exams', 'mri=-5'],
      ['creneau: error: --exams does not take “mri=-5” (expected: mri=119,ct=185 (1…2000))'],
    ],
    [
      ['--exams-in', '95:echo=3'],
      ['creneau: error: --exams-in does not take “95:echo=3” (expected: 95:mri=130 (1…2000))'],
    ],
    [
      ['--growth', 'mri=90%'],
      ['creneau: error: --growth does not take “mri=90%” (expected: mri=3%,ct=1% (-20%…20%))'],
    ],
    [['--ageing', 'x'], ['creneau: error: --ageing does not take “x” (expected: -20%…20%)']],
    [['--years', '-1'], ['creneau: error: --years does not take “-1” (expected: 0…20)']],
  ])('%j', async (words, told) => {
    expect(await refusals('en', ...words)).toEqual(told);
  });

  it('says the same in French', async () => {
    expect(await refusals('fr', '--departments', 'Yveline')).toEqual([
      'creneau\u202f: erreur\u202f: --departments\u202f: «\u202fYveline\u202f» n’est pas un département français'.replace(
        'creneau\u202f:',
        'creneau:',
      ),
      '  Peut-être\u202f: 78 (Yvelines)',
    ]);
  });

  it('another word than build, and a second one', async () => {
    const { code, err } = await run(['region', 'plan', 'x', '--lang', 'en']);
    expect([code, err.split('\n')[0]]).toEqual([2, 'creneau: error: “plan” is not one of: build']);
    expect(err).toContain('“x” is one too many');
  });

  it('wrong real sites, every fault at its cell', async () => {
    const file = folder.write(
      'sites.csv',
      [
        'id;department;latitude;longitude;modality;device;opening',
        'a;95;2,063;49,036;IRM;i1;47',
        'b;96;;;IRM;i1;47',
        'c;95;;;IRM;i1;-4',
      ].join('\n'),
    );
    const lines = await refusals('en', '--sites', file);
    const places = lines.filter((line) => line.includes(': error:')).map((line) => line.slice(file.length));
    expect(places).toEqual([
      ':2:6: error: latitude 2.063 and longitude 49.036: they stand in each other’s place',
      ':3:3: error: “96” is no French department',
      ':4:15: error: -4 is below 0, the least there can be (opening)',
    ]);
  });

  it('a file that is there, before it builds anything', async () => {
    const out = folder.write('there.yaml', 'mine');
    expect((await refusals('en', '--out', out))[0]).toContain('this file exists already');
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });
});

describe('creneau region build', () => {
  it('writes the region it simulated, marked synthetic in both languages, and says what is next', async () => {
    const out = folder.path('region.yaml');
    const words = ['--balance', SMALL, '--departments', '95', '--workers', '1', '--out', out];
    const { code, out: page, err } = await build(...words, '--lang', 'en');
    expect(code).toBe(0);
    const text = readFileSync(out, 'utf8');
    const head = text.split('\n').slice(0, 4);
    expect(head[0]).toMatch(/^# Rests on \d synthetic sites? .*nobody’s/);
    expect(head[1]).toContain(`creneau region build --balance ${SMALL} --departments 95`);
    expect(head[2]).toMatch(/^# Repose sur \d sites? synthétiques? .*de personne/);
    const { scenario, findings } = loadScenario(out);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(page).toContain(`scenario ${scenarioHash(scenario!)}`);
    expect(scenario!.region!.departments.map(({ code: one }) => one)).toEqual(['95']);
    expect(scenario!.sites.every(({ synthetic }) => synthetic)).toBe(true);
    expect(page.split('\n')[1]).toMatch(/^Rests on \d synthetic sites?/);
    expect(err).toContain(`creneau plan ${out}`);
  });

  it('gives a document, puts real sites in the place of synthetic ones, and writes nothing when not asked', async () => {
    const sites = folder.write(
      'real.csv',
      'site;nom;département;modalité;appareil;ouverture;passages;occupation;délai A;délai H\nch;CH;95;IRM;irm-1;63,5;170;60;20;6\n',
    );
    const words = ['--balance', SMALL, '--departments', '95', '--sites', sites, '--workers', '1', '--json'];
    const { code, out } = await build(...words);
    const document = JSON.parse(out);
    expect([code, document.command, document.grounds.sites.real]).toEqual([0, 'region build', 1]);
    expect(document.grounds.devices.real).toBe(1);
    expect(existsSync('region.yaml')).toBe(false);
  });
});
