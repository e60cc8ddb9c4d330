import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  MAX_QUANTILES_BYTES,
  parseMinutes,
  parseModality,
  parseQuantiles,
  readQuantiles,
} from '../../src/io/quantiles-csv.ts';
import { tellFinding } from '../../src/report/messages.ts';

const HEADER = 'class;modality;p20;p50;p80';
const parse = (...lines: string[]) => parseQuantiles(lines.join('\n'), 'q.csv');
const numbers = (...lines: string[]) =>
  parse(...lines).rows?.map(({ modality, class: one, p20, p50, p80 }) => [modality, one, p20, p50, p80]);
const found = (...lines: string[]) =>
  parse(...lines).findings.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('the cells of a file of quantiles', () => {
  it('name a modality in French or English', () => {
    expect(['Scanner', 'CT', 'TDM', 'IRM', 'mri'].map(parseModality)).toEqual([
      'ct',
      'ct',
      'ct',
      'mri',
      'mri',
    ]);
    expect(['', 'écho', 'constructor'].map(parseModality)).toEqual([null, null, null]);
  });

  it('are minutes with a comma or a point, and nothing else', () => {
    expect(['15', '15,8', '15.8', '0'].map(parseMinutes)).toEqual([15, 15.8, 15.8, 0]);
    expect(['', '-1', '15 min', '1 200', '1e3', '1,2,3', 'NaN', '9'.repeat(400)].map(parseMinutes)).toEqual(
      Array(8).fill(null),
    );
  });
});

describe('a file of quantiles', () => {
  it('becomes one row a line, with the place of each number', () => {
    const { rows, findings } = parse(HEADER, 'A;IRM;14;20;30,5');
    expect(findings).toEqual([]);
    expect(rows).toEqual([
      {
        label: null,
        modality: 'mri',
        class: 'A',
        p20: 14,
        p50: 20,
        p80: 30.5,
        place: {
          file: 'q.csv',
          p20: { line: 2, column: 7 },
          p50: { line: 2, column: 10 },
          p80: { line: 2, column: 13 },
        },
      },
    ]);
    expect(Object.isFrozen(rows![0]!.place)).toBe(true);
  });

  it('may name its columns in French, in any order, with others of no use', () => {
    const { rows } = parse(
      'Médiane;P80 (min);P20;Équipement;Classe;Libellé;effectif',
      '11;18;7;scanner;urgences;crâne;412',
    );
    expect(rows).toMatchObject([{ label: 'crâne', modality: 'ct', class: 'U', p20: 7, p50: 11, p80: 18 }]);
  });

  it('may be separated by commas, with decimal points or quoted decimal commas', () => {
    expect(numbers('class,modality,p20,p50,p80', 'A,ct,5,10,"15,8"', 'H,ct,7.1,12,20')).toEqual([
      ['ct', 'A', 5, 10, 15.8],
      ['ct', 'H', 7.1, 12, 20],
    ]);
  });

  it('may have a byte-order mark, CR LF, empty lines and blanks', () => {
    const { rows } = parseQuantiles(`\uFEFF${HEADER}\r\n\r\n a ; scanner ; 5 ; 10 ; 15,8 \r\n`, 'q.csv');
    expect(rows).toMatchObject([{ class: 'A', modality: 'ct', p80: 15.8 }]);
  });

  it('keeps quantiles in the wrong order: they are judged where they are fitted', () => {
    expect(numbers(HEADER, 'A;ct;5;4;3')).toEqual([['ct', 'A', 5, 4, 3]]);
  });
});

describe('what is wrong in a file of quantiles', () => {
  it('is told at its cell, every cell of a row', () => {
    expect(found(HEADER, 'A;ct;5;10;15', 'X;écho;5;dix;')).toEqual([
      'log-class 3:1',
      'quantiles-modality 3:3',
      'quantiles-number 3:10',
      'quantiles-number 3:14',
    ]);
  });

  it('leaves no rows, not even the right ones', () => {
    expect(parse(HEADER, 'A;ct;5;10;15', 'X;ct;5;10;15').rows).toBeNull();
  });

  it.each([
    [['class;modality;p20;p80', 'A;ct;5;10'], ['quantiles-column-missing 1:1']],
    [['class;class;modality;p20;p50;p80', 'A;A;ct;5;7;10'], ['log-column-twice 1:7']],
    [['class,modality,p20,p50,p80', 'A,ct,5,10,15,8'], ['log-cells 2:14']],
    [['class\tmodality\tp20\tp50\tp80', 'A\tct\t5\t10\t15'], ['log-separator 1:1']],
    [[HEADER, 'A;"ct;5;10;15'], ['log-quote-open 2:3']],
    [[HEADER], ['quantiles-empty undefined:undefined']],
    [[''], ['quantiles-empty undefined:undefined']],
  ])('%j', (lines, codes) => {
    expect(found(...lines)).toEqual(codes);
  });

  it('is counted beyond a hundred findings', () => {
    const { findings } = parse(HEADER, ...Array<string>(150).fill('X;ct;5;10;15'));
    expect(findings).toHaveLength(101);
    expect(findings[100]).toMatchObject({ code: 'log-more', values: { count: 50 } });
  });

  it('is told in both languages with advice', () => {
    const [wrong] = parse(HEADER, 'A;ct;cinq;10;15').findings;
    expect(tellFinding(wrong!, 'en')).toEqual([
      'q.csv:2:6: error: “cinq” is not a number of minutes',
      '  Maybe: minutes, like 12 or 12.5',
    ]);
    expect(tellFinding(wrong!, 'fr')).toEqual([
      'q.csv:2:6: erreur\u202f: «\u202fcinq\u202f» n’est pas un nombre de minutes',
      '  Peut-être\u202f: des minutes, comme 12 ou 12,5',
    ]);
  });
});

describe('reading a file of quantiles', () => {
  const folder = mkdtempSync(join(tmpdir(), 'creneau-quantiles-'));
  const file = join(folder, 'q.csv');

  it('reads Windows-1252 with a warning', () => {
    writeFileSync(
      file,
      Buffer.from('Classe;Modalit\xe9;p20;p50;p80\nR\xe9animation;IRM;20;31,6;47,9\n', 'latin1'),
    );
    const { rows, findings } = readQuantiles(file);
    expect(rows).toMatchObject([{ class: 'R', modality: 'mri', p80: 47.9 }]);
    expect(findings.map(({ code }) => code)).toEqual(['file-encoding-assumed']);
  });

  it('says when there is none, or when it is too large', () => {
    expect(readQuantiles(join(folder, 'none.csv')).findings[0]!.code).toBe('file-missing');
    writeFileSync(file, 'x'.repeat(MAX_QUANTILES_BYTES + 1));
    expect(readQuantiles(file).findings[0]!.code).toBe('file-too-large');
    rmSync(folder, { recursive: true });
  });
});
