import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseActivityLog, readActivityLog } from '../../src/io/log-csv.ts';
import { columnOf, parseClass, parseDurationSeconds, parseInstant } from '../../src/io/log-fields.ts';
import { dayNumber } from '../../src/model/calendar-fr.ts';

const HEADER = 'requested;class;examType;durationMinutes';
const parse = (...lines: string[]) => parseActivityLog(lines.join('\n'), 'log.csv');
const requests = (...lines: string[]) => parse(...lines).log?.requests;
const found = (...lines: string[]) =>
  parse(...lines).findings.map(({ code, line }) => `${code} ${line ?? '-'}`);

const MONDAY = dayNumber(2026, 5, 25);
const DAY = 86_400;

describe('the cells of a log', () => {
  it.each([
    ['2026-05-25 08:30', 30_600],
    ['2026-05-25T08:30:15', 30_615],
    ['2026-05-25 08:30:15.250', 30_615],
    ['25/05/2026 08:30', 30_600],
    ['25/05/2026 8h30', 30_600],
    ['25/5/2026 à 08:30:01', 30_601],
    ['25/05/2026 00:00', 0],
  ])('read the instant %s', (text, seconds) => {
    expect(parseInstant(text)).toEqual({ day: MONDAY, seconds });
  });

  it.each([
    '31/02/2026 08:30',
    '05/25/2026 08:30',
    '2026-05-25 24:00',
    '2026-05-25 08:60',
    '2026-05-25T08:30Z',
    '2026-05-25T08:30+02:00',
    '2026-05-25',
    '25/05/26 08:30',
    '',
  ])('refuse the instant "%s"', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('name a class by its letter or its word', () => {
    expect(['A', 'h', 'Réanimation', 'URGENCES', 'Hospitalisé', 'externe'].map(parseClass)).toEqual([
      'A',
      'H',
      'R',
      'U',
      'H',
      'A',
    ]);
    expect(['', 'B', 'constructor'].map(parseClass)).toEqual([null, null, null]);
  });

  it('read a duration with a comma or a point, in whole seconds', () => {
    expect(['12', '12,5', '12.5', '0', '0,01'].map(parseDurationSeconds)).toEqual([720, 750, 750, 0, 1]);
    expect(['-1', '1 200', '12min', '1441', '', '1e3'].map(parseDurationSeconds)).toEqual(
      Array(6).fill(null),
    );
  });

  it('find the columns by their French or English names', () => {
    expect(['Date de demande', 'Classe', 'Type d’examen', 'Durée (min)', 'IPP'].map(columnOf)).toEqual([
      'requested',
      'class',
      'examType',
      'durationMinutes',
      null,
    ]);
  });
});

describe('a log', () => {
  it('becomes requests in order of time, counted from the Monday of its first week', () => {
    const { log, findings } = parse(
      HEADER,
      '27/05/2026 08:30;A;genou;20,5',
      '26/05/2026 10:00;U;;',
      '26/05/2026 10:00;H;rachis;30',
    );
    expect(findings).toEqual([]);
    expect(log).toEqual({
      startDay: MONDAY,
      requests: [
        { atSeconds: DAY + 36_000, class: 'U', exam: null, durationSeconds: null },
        { atSeconds: DAY + 36_000, class: 'H', exam: 'rachis', durationSeconds: 1800 },
        { atSeconds: 2 * DAY + 30_600, class: 'A', exam: 'genou', durationSeconds: 1230 },
      ],
    });
  });

  it('is sorted within a day, and from day to day', () => {
    const lines = [HEADER, '26/05/2026 00:05;A;;', '25/05/2026 09:00;A;;', '25/05/2026 08:00;A;;'];
    expect(requests(...lines)?.map(({ atSeconds }) => atSeconds)).toEqual([28_800, 32_400, DAY + 300]);
  });

  it('may be separated by commas, with a quoted decimal comma', () => {
    expect(requests('class,requested,durationMinutes', 'A,2026-05-25 08:00,"12,5"')).toEqual([
      { atSeconds: 28_800, class: 'A', exam: null, durationSeconds: 750 },
    ]);
  });

  it('may have a byte-order mark, CR LF, empty lines, blanks and columns of no use', () => {
    const text = '\uFEFFIPP; Requested ;CLASS\r\n\r\n12; 25/05/2026 08:00 ; u \r\n\r\n';
    expect(parseActivityLog(text, 'log.csv').log?.requests).toEqual([
      { atSeconds: 28_800, class: 'U', exam: null, durationSeconds: null },
    ]);
  });

  it('may start at a Monday that is given; earlier requests are left out and counted', () => {
    const lines = [HEADER, '24/05/2026 23:59;A;;', '25/05/2026 00:00;A;;', '02/06/2026 00:00;A;;'];
    const { log, findings } = parseActivityLog(lines.join('\n'), 'log.csv', { startDay: MONDAY });
    expect(log?.requests.map(({ atSeconds }) => atSeconds)).toEqual([0, 8 * DAY]);
    expect(findings.map(({ code, severity, values }) => [code, severity, values])).toEqual([
      ['log-before-start', 'warning', { count: 1, start: '2026-05-25' }],
    ]);
  });

  it('counts exams shorter than three minutes in one warning, and keeps them', () => {
    const { log, findings } = parse(HEADER, '25/05/2026 08:00;A;;2,9', '25/05/2026 09:00;A;;3');
    expect(log?.requests).toHaveLength(2);
    expect(findings.map(({ code, values }) => [code, values.count])).toEqual([['log-short-exams', 1]]);
  });
});

describe('a log that is wrong', () => {
  it('has every wrong cell reported with its line', () => {
    expect(
      found(HEADER, '25/05/2026 08:00;A;;', 'hier;A;;', '25/05/2026 08:00;X;;long', '31/02/2026 08:00;Z;;1'),
    ).toEqual(['log-date 3', 'log-class 4', 'log-duration 4', 'log-date 5', 'log-class 5']);
  });

  it('counts lines through quoted line breaks and empty lines', () => {
    expect(found(HEADER, '', '25/05/2026 08:00;A;"two\nlines";', 'hier;A;;')).toEqual(['log-date 5']);
    expect(found(HEADER, 'hier;A;"two\nlines";')).toEqual(['log-date 2']);
  });

  it('is refused where an unquoted decimal comma adds a cell', () => {
    const { findings } = parse('requested,class,durationMinutes', '2026-05-25 08:00,A,12,5');
    expect(findings.map(({ code, line, values }) => [code, line, values])).toEqual([
      ['log-cells', 2, { found: 4, expected: 3 }],
    ]);
  });

  it('must have its two columns, each once', () => {
    expect(found('patient;examen', '1;2')).toEqual(['log-column-missing 1', 'log-column-missing 1']);
    expect(found('class;requested;classe', 'A;25/05/2026 08:00;A')).toEqual(['log-column-twice 1']);
  });

  it('must hold at least one request', () => {
    expect([found(HEADER), found(''), found('\n\n')]).toEqual([
      ['log-empty -'],
      ['log-empty -'],
      ['log-empty -'],
    ]);
  });

  it('has an unclosed quotation reported where it opens', () => {
    expect(
      found(HEADER, '25/05/2026 08:00;A;;', '25/05/2026 08:00;A;"open;', '25/05/2026 08:00;A;;'),
    ).toEqual(['log-quote-open 3']);
  });

  it('has a stray quote reported, and the lines after it read', () => {
    expect(found(HEADER, '25/05/2026 08:00;A;a"b;', 'hier;A;;')).toEqual(['log-quote-stray 2', 'log-date 3']);
  });
});

describe('readActivityLog', () => {
  it('reads a Windows-1252 file with a warning', () => {
    const folder = mkdtempSync(join(tmpdir(), 'creneau-log-'));
    const file = join(folder, 'log.csv');
    writeFileSync(file, Buffer.from('Date demande;Classe\n25/05/2026 08:00;Hospitalis\xe9', 'latin1'));
    const { log, findings } = readActivityLog(file);
    rmSync(folder, { recursive: true });
    expect(log?.requests[0]?.class).toBe('H');
    expect(findings.map(({ code }) => code)).toEqual(['file-encoding-assumed']);
  });

  it('reports a missing file', () => {
    expect(readActivityLog('no-such-log.csv').findings[0]?.code).toBe('file-missing');
  });
});
