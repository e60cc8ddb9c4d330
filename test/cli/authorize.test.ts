import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const REQUEST = (more: string) => `request: 1
id: a
applicant: x
equipment: mri
department: "78"
kind: new-device-existing-site
${more}`;

let files = 0;
/** The first line told of a request, without its file. */
async function toldOf(text: string, ...options: readonly string[]): Promise<string> {
  files += 1;
  const file = folder.write(`r${files}.yaml`, text);
  const { code, err } = await run(['authorize', file, ...options, '--lang', 'en']);
  return `${code} ${err.replaceAll(`${file}:`, '').split('\n')[0]}`;
}

const FILE = 'scenarios/requests/78-irm-a.yaml';

describe('creneau authorize says what is wrong with a request', () => {
  it.each([
    ['no device', 'devices: 0\n', '2 7:10: error: 0 is too small (at least 1)'],
    ['minus one device', 'devices: -1\n', '2 7:10: error: -1 is too small (at least 1)'],
    [
      'half a device',
      'devices: 1.5\n',
      '2 7:10: error: “1.5” does not fit here (expected: a whole number, a list)',
    ],
    ['the same device twice', 'devices: [IRM 1, IRM 1]\n', '2 7:18: error: device “IRM 1” is named twice'],
    [
      'an origin for a new device',
      'devices: 1\nfrom: {department: 75}\n',
      '2 8:1: error: “from” says where a moved device comes from (here: new-device-existing-site)',
    ],
    [
      'an interventional MRI',
      'devices: 1\ninterventional: true\n',
      '2 8:17: error: only a scanner can be dedicated to interventional imaging in a balance (here: mri)',
    ],
    [
      'a criterion nobody knows',
      'devices: 1\nelements: {dealys: x}\n',
      '2 8:20: error: unknown key “dealys”',
    ],
  ])('%s', async (_name, more, told) => {
    expect(await toldOf(REQUEST(more))).toBe(told);
  });

  it.each([
    [
      'an equipment',
      'equipment: mri',
      'equipment: scaner',
      '2 4:12: error: “scaner” is no heavy equipment of a balance',
    ],
    ['a department', 'department: "78"', 'department: 96', '2 5:13: error: “96” is no French department'],
    [
      'a department of another region',
      'department: "78"',
      'department: 13',
      '2 5:13: error: the balance has no row for mri in 13 (Bouches-du-Rhône)',
    ],
  ])('%s it does not know', async (_name, right, wrong, told) => {
    expect(await toldOf(REQUEST('devices: 1\n').replace(right, wrong))).toBe(told);
  });

  it('a renewal in a department of another region, of which the balance says nothing', async () => {
    const text = REQUEST('devices: 1\n').replace('"78"', '13').replace('new-device-existing-site', 'renewal');
    expect(await toldOf(text)).toBe('2 5:13: error: the balance has no row for mri in 13 (Bouches-du-Rhône)');
  });

  it('a scenario in place of a request, an empty file', async () => {
    expect(await toldOf('creneau: 1\n')).toBe('2 1:1: error: this file is a scenario, not a request');
    expect(await toldOf('')).toMatch(/^2 .*this request is empty$/);
  });

  it('the same request twice, the same device in two', async () => {
    const twice = await run(['authorize', FILE, FILE, '--lang', 'en']);
    expect([twice.code, twice.out]).toEqual([2, '']);
    expect(twice.err).toContain('request “78-irm-a” is given twice');
    const first = folder.write('a.yaml', REQUEST('devices: [IRM 1]\n'));
    const second = folder.write('b.yaml', REQUEST('devices: [IRM 1]\n').replace('id: a', 'id: b'));
    const { code, err } = await run(['authorize', first, second, '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain(`b.yaml:7:11: error: device “IRM 1” is already in ${first}`);
  });

  it('two files that do not say the same of an act of exceptional needs', async () => {
    const act = (devices: number) =>
      `devices: 1\nexceptional-needs: {act: A, devices: ${devices}, sites: 0}\n`;
    const first = folder.write('c.yaml', REQUEST(act(1)));
    const second = folder.write('d.yaml', REQUEST(act(2)).replace('id: a', 'id: b'));
    const { code, err } = await run(['authorize', first, second, '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain('the act “A” does not say the same');
  });

  it.each([
    [
      'a renewal',
      'equipment: cyclotron\n',
      'renewal',
      '1 cyclotron to move, renew or replace, and the balance counts 0 in 78 (Yvelines)',
    ],
    [
      'a move',
      'equipment: mri\nfrom: {department: 77}\n',
      'moved-device',
      '24 mri to move, renew or replace, and the balance counts 23 in 77 (Seine-et-Marne)',
    ],
  ])('%s of more devices than the balance counts', async (_name, equipment, kind, told) => {
    const text = REQUEST(`devices: ${told.split(' ')[0]}\n`)
      .replace('equipment: mri\n', equipment)
      .replace('new-device-existing-site', kind);
    expect(await toldOf(text)).toContain(`error: ${told}`);
  });

  it('more files on the same places than can be compared', async () => {
    const many = Array.from({ length: 13 }, (_, rank) =>
      folder.write(`m${rank}.yaml`, REQUEST('devices: 1\n').replace('id: a', `id: m${rank}`)),
    );
    const { code, err } = await run(['authorize', ...many, '--lang', 'en']);
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'creneau: error: 13 files ask for the same places (mri); at most 12 are compared',
    ]);
  });
});

describe('creneau oqos', () => {
  it('prints the balance after a grant, and refuses two for one place with exit code 3', async () => {
    const one = await run(['oqos', '--equipment', 'IRM', '--grant', FILE, '--lang', 'en', '--quiet']);
    expect(one.code).toBe(0);
    expect(one.out).toContain('78 *          26       22       26        0  NO ');
    const other = 'scenarios/requests/78-irm-b.yaml';
    const both = await run(['oqos', '--grant', FILE, '--grant', other, '--lang', 'en']);
    expect([both.code, both.out]).toEqual([3, '']);
    expect(both.err).toContain('no order lets all of these be granted in full: 78-irm-a, 78-irm-b');
  });

  it('reads a balance of another region, and stops at a warning only with --strict', async () => {
    const file = folder.write(
      'region.csv',
      'equipment;department;devices_current;devices_low;devices_high;sites_current;sites_low;sites_high\n' +
        'IRM;13;40;30;42;25;20;27\nIRM;Total;40;30;43;25;20;27\n',
    );
    const loose = await run(['oqos', '--balance', file, '--effective', '2024-11', '--lang', 'fr']);
    expect(loose.code).toBe(0);
    expect(loose.out).toContain('novembre 2024');
    expect(loose.out).toContain('imprimé 43, somme 42');
    expect(loose.err).toContain('le total imprimé de devices_high est 43');
    expect((await run(['oqos', '--balance', file, '--strict'])).code).toBe(2);
  });

  it('quotes a printed decision as it is printed', async () => {
    const file = folder.write(
      'printed.csv',
      'equipment;department;devices_current;devices_low;devices_high;sites_current;sites_low;sites_high;interventional_current;interventional_low;interventional_high;devices_receivable\n' +
        'SCANNER;13;10;9;10;5;4;5;0;0;1;OUI (interventionnel seulement)\n',
    );
    const { out } = await run(['oqos', '--balance', file, '--lang', 'en']);
    expect(out).toContain('As printed in the source: “OUI (interventionnel seulement)” (13).');
  });

  it('gives as JSON what it prints', async () => {
    const { out } = await run(['oqos', '--department', '93', '--json']);
    const document = JSON.parse(out) as { rows: { equipment: string; devicesDecision: string }[] };
    expect(document.rows.map(({ equipment, devicesDecision }) => `${equipment} ${devicesDecision}`)).toEqual([
      'scanner interventional-only',
      'mri no',
      'gamma-camera no',
      'pet no',
      'hyperbaric no',
      'cyclotron no',
    ]);
  });

  it('says what is wrong with its options', async () => {
    const { code, err } = await run(['oqos', '--equipment', 'x', '--effective', '2024', '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain('--equipment does not take “x”');
    expect(err).toContain('--effective does not take “2024”');
    expect(err).toContain('--effective goes with a balance of your own');
  });
});
