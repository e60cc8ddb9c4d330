import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBalance, readBalance } from '../../src/io/balance-csv.ts';
import { tellFinding } from '../../src/report/messages.ts';

const HEADER =
  'equipment;department;devices_current;devices_low;devices_high;sites_current;sites_low;sites_high';
const WITH_INNER = `${HEADER};interventional_current;interventional_low;interventional_high`;
const IRM = 'IRM;78;25;22;26;18;16;19';
const parse = (...lines: string[]) => parseBalance(lines.join('\n'), 'b.csv', null, null);
const found = (...lines: string[]) =>
  parse(...lines).findings.map(({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`);
const told = (...lines: string[]) => parse(...lines).findings.flatMap((one) => tellFinding(one, 'fr'));

const ROW = {
  equipment: 'mri',
  department: '78',
  devices: { current: 25, low: 22, high: 26 },
  sites: { current: 18, low: 16, high: 19 },
};

function readBytes(bytes: Buffer) {
  const folder = mkdtempSync(join(tmpdir(), 'creneau-'));
  try {
    writeFileSync(join(folder, 'b.csv'), bytes);
    return readBalance(join(folder, 'b.csv'), null, '2024-11');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a balance in CSV is read', () => {
  it.each([
    ['with semicolons', [HEADER, IRM]],
    ['with commas', [HEADER.replaceAll(';', ','), IRM.replaceAll(';', ',')]],
    ['with French decimals', [HEADER, 'IRM;78;25,0;22,0;26,0;18,0;16,0;19,00']],
    ['with decimal points', [HEADER, 'IRM;78;25.0;22.0;26.0;18.0;16.0;19.0']],
    ['with a byte-order mark', [`\uFEFF${HEADER}`, IRM]],
    ['with Windows line breaks', [`${HEADER}\r`, `${IRM}\r`]],
    ['with names for codes', [HEADER, 'Imageur par résonance magnétique;Yvelines;25;22;26;18;16;19']],
  ])('%s', (_name, lines) => {
    const { balance, findings } = parse(...lines);
    expect(findings).toEqual([]);
    expect(balance!.rows[0]).toMatchObject(ROW);
  });

  it('in Windows-1252, with a warning', () => {
    const text = `${HEADER}\nGamma caméra;Val-d’Oise;7;7;7;3;3;3\n`;
    const bytes = Buffer.from(text.replace('’', '\u0092'), 'latin1');
    const { balance, findings } = readBytes(bytes);
    expect(findings.map(({ code }) => code)).toEqual(['file-encoding-assumed']);
    expect(balance!.rows[0]).toMatchObject({ equipment: 'gamma-camera', department: '95' });
    expect(balance!.effective).toBe('2024-11');
  });

  it('with its totals, that agree', () => {
    expect(found(HEADER, IRM, 'IRM;Total;25;22;26;18;16;19')).toEqual([]);
  });

  it('with inhabitants of its own', () => {
    expect(parse(`${HEADER};population`, 'IRM;13;40;30;45;25;20;27;2040000').balance!.populations).toEqual({
      '13': 2_040_000,
    });
  });
});

describe('what is wrong with a balance is told at its cell', () => {
  it.each([
    [
      'a tab between cells',
      [HEADER.replaceAll(';', '\t'), IRM.replaceAll(';', '\t')],
      'error log-separator 1:1',
    ],
    [
      'a bar between cells',
      [HEADER.replaceAll(';', '|'), IRM.replaceAll(';', '|')],
      'error log-separator 1:1',
    ],
    [
      'a decimal comma among commas',
      [HEADER.replaceAll(';', ','), 'IRM,78,25,0,22,26,18,16,19'],
      'error log-cells 2:25',
    ],
    ['half a device', [HEADER, 'IRM;78;25,5;22;26;18;16;19'], 'error balance-count 2:8'],
    ['a negative count', [HEADER, 'IRM;78;-1;22;26;18;16;19'], 'error balance-count 2:8'],
    ['a count left out', [HEADER, 'IRM;78;25;22;;18;16;19'], 'error balance-count-missing 2:14'],
    ['bounds the wrong way round', [HEADER, 'IRM;78;25;26;22;18;16;19'], 'error balance-bounds 2:14'],
    ['an unknown equipment', [HEADER, 'Échographe;78;25;22;26;18;16;19'], 'error balance-equipment 2:1'],
    ['an unknown department', [HEADER, 'IRM;96;25;22;26;18;16;19'], 'error balance-department 2:5'],
    ['the same row twice', [HEADER, IRM, IRM], 'error balance-row-twice 3:5'],
    ['no row', [HEADER], 'error balance-empty undefined:undefined'],
    [
      'a column missing',
      [HEADER.replace(';sites_high', ''), 'IRM;78;25;22;26;18;16'],
      'error balance-column-missing 1:1',
    ],
    [
      'a total that is not the sum',
      [HEADER, IRM, 'IRM;Total;25;22;27;18;16;19'],
      'warning balance-total-differs 3:17',
    ],
    ['a total of nothing', [HEADER, IRM, 'TEP;Total;1;1;1;1;1;1'], 'warning balance-total-without-rows 3:1'],
    [
      'more sites than devices',
      [HEADER, 'IRM;78;5;2;26;18;16;19'],
      'warning balance-sites-above-devices 2:15',
    ],
    ['an interventional MRI', [WITH_INNER, `${IRM};1;1;1`], 'error balance-interventional-equipment 2:26'],
    [
      'half an interventional counter',
      [WITH_INNER, 'TDM;78;25;22;26;18;16;19;1;;1'],
      'error balance-interventional-part 2:28',
    ],
  ])('%s', (_name, lines, finding) => {
    expect(found(...lines)).toEqual([finding]);
  });

  it('printed gaps and decisions that the counts do not give are warnings: the counts decide', () => {
    const { balance, findings } = parse(
      `${HEADER};devices_gap;devices_receivable`,
      'IRM;78;25;22;26;18;16;19;-2;NON',
    );
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning balance-gap-differs',
      'warning balance-decision-differs',
    ]);
    expect(balance!.rows[0]).toMatchObject(ROW);
  });

  it('the inhabitants of a department are one number', () => {
    const population = `${HEADER};population`;
    expect(found(population, `${IRM};1438266`, 'SCANNER;78;27;25;29;21;19;22;143826')).toEqual([
      'error balance-population-differs 3:30',
    ]);
    expect(found(population, `${IRM};1438266`, 'SCANNER;78;27;25;29;21;19;22;1 438 266')).toEqual([]);
  });

  it.each([
    ['(1) for one place left', '-1;OUI;1', []],
    ['a signed gap', '-1;OUI;-1', []],
    ['7 for one place left', '-1;OUI;7', ['warning balance-gap-differs 2:43']],
    ['another gap', '2;OUI;1', ['warning balance-gap-differs 2:36']],
    ['another decision', '-1;NON;1', ['warning balance-decision-differs 2:39']],
  ])('the printed interventional cells are held against their counts: %s', (_name, cells, expected) => {
    const header = `${WITH_INNER};interventional_gap;interventional_receivable;interventional_gap_printed`;
    expect(found(header, `SCANNER;92;35;32;36;27;26;29;1;1;2;${cells}`)).toEqual(expected);
  });

  it('a decision that leaves interventional scanners out is not one for them only', () => {
    const cell = 'OUI sauf scanner interventionnel';
    expect(found(`${HEADER};devices_receivable`, `${IRM};${cell}`)).toEqual([
      'error balance-decision-unknown 2:26',
    ]);
  });

  it('in words, with its value and what to do', () => {
    expect(told(HEADER, 'IRM;Yveline;25,5;22;26;18;16;19')).toEqual([
      'b.csv:2:5: erreur\u202f: «\u202fYveline\u202f» n’est pas un département français',
      '  Peut-être\u202f: 78 (Yvelines)',
      'b.csv:2:13: erreur\u202f: «\u202f25,5\u202f» n’est pas un nombre d’appareils, d’implantations ou d’habitants (devices_current)',
      '  Peut-être\u202f: un nombre entier à partir de 0, comme 25\u202f; décimales seulement comme 25,0',
    ]);
  });
});
