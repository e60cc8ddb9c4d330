/** Files of real sites: what is understood, and every fault at its cell, all at once, in both languages. */
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSites, readSites } from '../../src/io/sites-csv.ts';
import { tellFinding } from '../../src/report/messages.ts';
import { temporaryFolder } from '../cli/fake-terminal.ts';

const folder = temporaryFolder();
const HEAD =
  'id;label;department;latitude;longitude;commune;modality;device;opening;passages;occupancy;delay_a;delay_h';
const ROW = 'ch-nord;CH Nord;95;49,036;2,063;Pontoise;IRM;irm-1;63,5;170;60,6;22;7';
const file = (...rows: readonly string[]) => [HEAD, ...rows].join('\n');
/** Findings as `line:column code`. */
const told = (text: string) =>
  parseSites(text, 's.csv').findings.map(({ line, column, code }) => `${line}:${column} ${code}`);
const lines = (text: string, language: 'en' | 'fr') =>
  parseSites(text, 's.csv').findings.flatMap((one) => tellFinding(one, language));
const changed = (column: string, value: string): string => {
  const cells = ROW.split(';');
  cells[HEAD.split(';').indexOf(column)] = value;
  return file(cells.join(';'));
};

describe('a file of real sites', () => {
  it('gives each site with its devices, numbers with a decimal comma, a percentage as a ratio', () => {
    const { sites, findings } = parseSites(file(ROW, 'ch-nord;;;;;;Scanner;scan-1;47;158;0,606;;'), 's.csv');
    expect(findings).toEqual([]);
    expect(sites).toMatchObject([
      {
        id: 'ch-nord',
        label: 'CH Nord',
        department: '95',
        commune: 'Pontoise',
        coordinates: { lat: 49.036, lon: 2.063 },
        devices: [
          {
            id: 'irm-1',
            modality: 'mri',
            openingHours: 63.5,
            passagesPerWeek: 170,
            delayDays: { A: 22, H: 7 },
          },
          { id: 'scan-1', modality: 'ct', openingHours: 47, delayDays: { A: null, H: null } },
        ],
      },
    ]);
    const [mri, ct] = sites![0]!.devices;
    expect(mri!.occupancy).toBeCloseTo(0.606, 12);
    expect(ct!.occupancy).toBeCloseTo(0.606, 12);
  });

  it('reads French headers, commas, a byte-order mark, and departments by name', () => {
    const text =
      '\uFEFFsite,nom,département,modalité,appareil,ouverture,délai A\r\na,"L’Hôpital, nord",Val-d’Oise,scanner,s1,47.5,7\r\n';
    expect(parseSites(text, 's.csv').sites).toMatchObject([
      { id: 'a', label: 'L’Hôpital, nord', department: '95', devices: [{ openingHours: 47.5 }] },
    ]);
  });

  it('reads Windows-1252 with a warning', () => {
    const path = folder.path('old.csv');
    writeFileSync(path, Buffer.from('site;d\xe9partement;modalit\xe9;appareil\na;95;IRM;i\n', 'latin1'));
    const { sites, findings } = readSites(path);
    expect(sites).toHaveLength(1);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['file-encoding-assumed', 'warning'],
    ]);
  });

  it.each([
    ['department', '96', '2:17 sites-department'],
    ['department', '', '2:17 sites-department'],
    ['id', '', '2:1 sites-id-missing'],
    ['id', 'a b', '2:1 sites-id'],
    ['modality', 'écho', '2:42 sites-modality'],
    ['device', '', '2:46 sites-id'],
    ['opening', 'beaucoup', '2:52 sites-number'],
    ['opening', '-4', '2:52 sites-negative'],
    ['opening', '169', '2:52 sites-range'],
    ['passages', '−3', '2:57 sites-negative'],
    ['passages', '4000', '2:57 sites-contradict'],
    ['passages', '6', '2:57 sites-contradict'],
    ['occupancy', '140', '2:61 sites-range'],
    ['delay_a', '-1', '2:66 sites-negative'],
    ['delay_h', '400', '2:69 sites-range'],
    ['latitude', '', '2:20 sites-coordinates-half'],
    ['longitude', '', '2:27 sites-coordinates-half'],
    ['latitude', '490360', '2:20 sites-range'],
  ])('says that %s cannot be “%s”, at its cell', (column, value, place) => {
    expect(told(changed(column, value))).toEqual([place]);
    expect(parseSites(changed(column, value), 's.csv').sites).toBeNull();
  });

  it('tells every fault at once', () => {
    const text = file(
      'a;A;95;;;;IRM;i1;47;-1;60;7;2',
      'a;A;95;;;;IRM;i1;47;100;60;7;2',
      'a;B;78;;;;IRM;i2;x;100;60;7;2',
    );
    expect(told(text)).toEqual([
      '2:21 sites-negative',
      '3:15 sites-device-twice',
      '4:3 sites-differ',
      '4:5 sites-differ',
      '4:18 sites-number',
    ]);
  });

  it('says them in both languages, with their values and advice', () => {
    const text = changed('department', 'Val-dOisse');
    expect(lines(text, 'en')).toEqual([
      's.csv:2:17: error: “Val-dOisse” is no French department',
      '  Maybe: 95 (Val-d’Oise)',
    ]);
    expect(lines(text, 'fr')).toEqual([
      's.csv:2:17: erreur\u202f: «\u202fVal-dOisse\u202f» n’est pas un département français',
      '  Peut-être\u202f: 95 (Val-d’Oise)',
    ]);
    expect(lines(changed('passages', '4000'), 'en')[0]).toBe(
      's.csv:2:57: error: 4,000 passages in 63.5 h a week at 60.6% leave 0.6 min of exam each (3 to 180 are possible)',
    );
    expect(lines(changed('opening', '169'), 'fr')[0]).toBe(
      's.csv:2:52: erreur\u202f: 169 est impossible (opening\u202f: de 1 à 168)',
    );
  });

  it('says which column is missing, that a file is empty, and that a comma has split a number', () => {
    expect(told('id;department;modality\na;95;IRM')).toEqual(['1:1 sites-column-missing']);
    expect(told(HEAD)).toEqual(['undefined:undefined sites-empty']);
    expect(told('id,department,modality,device,opening\na,95,IRM,i,47,5')).toEqual(['2:15 log-cells']);
  });

  it('never throws and never gives a site beside an error, whatever the text', () => {
    const cell = fc.oneof(fc.constantFrom('95', 'IRM', 'a', '-1', '48,8', '"', '', 'é'), fc.string());
    const text = fc
      .array(fc.array(cell, { minLength: 1, maxLength: 13 }), { maxLength: 6 })
      .map((rows) => [HEAD, ...rows.map((row) => row.join(';'))].join('\n'));
    fc.assert(
      fc.property(text, (written) => {
        const { sites, findings } = parseSites(written, 's.csv');
        expect(sites === null).toBe(findings.some(({ severity }) => severity === 'error'));
        for (const one of findings) expect(tellFinding(one, 'fr').join('')).not.toMatch(/\{\w+\}/);
      }),
      { numRuns: 200, seed: 8 },
    );
  });
});
