import { describe, expect, it } from 'vitest';
import { anomaliesOf } from '../../src/authorize/anomalies.ts';
import { oqosDocument, readingChangesOf } from '../../src/authorize/balance-document.ts';
import { deviceDecision, roomIn } from '../../src/authorize/counters.ts';
import { type Counter, gapOf, type Reading, sumOf } from '../../src/model/oqos/balance.ts';
import { parseDecision } from '../../src/model/oqos/balance-cells.ts';
import { EQUIPMENT } from '../../src/model/oqos/equipment.ts';
import { idf202005 } from '../../src/model/oqos/idf-2020-05.ts';
import { oqosPage } from '../../src/report/oqos-page.ts';
import { PLAIN } from '../../src/report/table-layout.ts';
import { SOURCE_ROWS } from './source-rows.ts';

const { rows, totals } = idf202005;
const number = (text: string) => Number(/^[+-]?\d+/.exec(text)?.[0] ?? Number.NaN);

/** Printed decisions each reading of the parentheses gives back, in the five departments that have some. */
function agreed(reading: Reading): readonly string[] {
  return rows
    .filter(({ interventional }) => interventional !== null)
    .filter((row) => {
      const printed = { yes: 'yes', no: 'no', only: 'interventional-only' } as const;
      const decision = parseDecision(row.printed.devicesDecision ?? '');
      return decision !== null && deviceDecision(roomIn(row, reading)) === printed[decision];
    })
    .map(({ department }) => department);
}

describe('the balance of May 2020', () => {
  it('prints back every line of the document, character for character', () => {
    const document = oqosDocument(idf202005, [], 'separate')!;
    for (const equipment of EQUIPMENT) {
      const one = { ...document, rows: document.rows.filter((row) => row.equipment === equipment) };
      const lines = oqosPage(one, { language: 'fr', style: PLAIN }).join('\n');
      const cells = lines
        .replace(
          /OUI uniquement pour( +\S.*)\n +scanner\n +interventionnel/,
          'OUI uniquement pour scanner interventionnel$1',
        )
        .split('\n')
        .filter((line) => /^(\d\d|Total) /.test(line))
        .map((line) => line.trim().replace(/ +/g, ' '));
      expect(cells).toEqual(SOURCE_ROWS[equipment]);
    }
  });

  it('has 48 printed gaps of devices and 48 of sites that the counts give', () => {
    const devices = rows.filter((row) => number(row.printed.devicesGap ?? '') === gapOf(row.devices));
    const sites = rows.filter((row) => number(row.printed.sitesGap ?? '') === gapOf(row.sites));
    expect([devices.length, sites.length]).toEqual([48, 48]);
  });

  it('has 48 of 48 decisions on sites, and 47 of 48 on devices, by the plain rule gap < 0', () => {
    const plain = (counter: Counter) => (gapOf(counter) < 0 ? 'OUI' : 'NON');
    const sites = rows.filter((row) => row.printed.sitesDecision === plain(row.sites));
    const wrong = rows.filter((row) => row.printed.devicesDecision !== plain(row.devices));
    expect(sites).toHaveLength(48);
    expect(wrong.map(({ equipment, department }) => `${equipment} ${department}`)).toEqual(['scanner 93']);
  });

  it('has the 48th decision on devices by the interventional rule', () => {
    const row = rows.find(({ equipment, department }) => equipment === 'scanner' && department === '93')!;
    expect(deviceDecision(roomIn(row, 'separate'))).toBe('interventional-only');
    expect(row.printed.devicesDecision).toBe('OUI uniquement pour scanner interventionnel');
  });

  it('has 39 printed totals, all the sums of their rows', () => {
    const checked = totals.flatMap((total) =>
      (['devices', 'sites', 'interventional'] as const).flatMap((counter) => {
        const own = rows.filter(({ equipment }) => equipment === total.equipment);
        const sums = sumOf(own.flatMap((row) => row[counter] ?? []));
        const printed = total[counter];
        return printed === null
          ? []
          : (['current', 'low', 'high'] as const).map((bound) => printed[bound] === sums[bound]);
      }),
    );
    expect(checked).toEqual(Array(39).fill(true));
  });

  it('agrees with its parentheses as a quota of their own in 5 departments, as a part in 3', () => {
    expect(agreed('separate')).toEqual(['75', '92', '93', '94', '95']);
    expect(agreed('included')).toEqual(['75', '94', '95']);
  });

  it('changes its decision in 92 and 93 when the parentheses are read as a part', () => {
    const changed = readingChangesOf(idf202005).filter(
      (one) => one.separate.decision !== one.included.decision,
    );
    expect(changed.map(({ department }) => department)).toEqual(['92', '93']);
  });
});

describe('the anomalies of the balance of May 2020', () => {
  const found = anomaliesOf(idf202005);
  const where = (id: string) =>
    found
      .filter((one) => one.id === id)
      .map(({ equipment, department }) => `${equipment} ${department ?? '-'}`);

  it.each([
    ['A1', ['scanner 75', 'scanner 92', 'scanner 93', 'scanner 94', 'scanner 95']],
    ['A2', ['scanner 93']],
    ['A3', ['scanner 93']],
    ['A4', ['mri 93']],
    ['A5', ['pet 93']],
    ['A6', ['gamma-camera 75']],
    ['A7', ['mri 94']],
    ['A8', ['gamma-camera 91', 'gamma-camera 92', 'pet 75', 'pet 91', 'pet 94', 'pet 95']],
    ['A9', ['scanner 92', 'mri 92']],
    ['A10', ['scanner -', 'mri -', 'mri -', 'pet -']],
    ['A11', ['gamma-camera -']],
    ['A12', ['null -']],
    ['A13', ['gamma-camera -']],
    ['A14', ['scanner -']],
    ['B1', []],
    ['B2', []],
    ['B3', []],
    ['B5', ['mri 93', 'pet 93']],
  ])('are recomputed where they were noted (%s)', (id, places) => {
    expect(where(id)).toEqual(places);
  });

  it('show what totals hide: −9 net for 10 places of scanners, +1 net for no PET site', () => {
    const of = (equipment: string, counter: string) =>
      found.find((one) => one.id === 'A10' && one.equipment === equipment && one.values.counter === counter)
        ?.values;
    expect(of('scanner', 'devices')).toMatchObject({ net: -9, room: 10 });
    expect(of('pet', 'sites')).toMatchObject({ net: 1, room: 0 });
  });

  it('are not smoothed: a printed gap, decision or total that the counts do not give is listed', () => {
    const wrong = {
      ...idf202005,
      rows: rows.map((row, rank) =>
        rank === 1 ? { ...row, printed: { ...row.printed, devicesGap: '-2', sitesDecision: 'NON' } } : row,
      ),
      totals: totals.map((total, rank) =>
        rank === 0 ? { ...total, devices: { ...total.devices, high: 271 } } : total,
      ),
    };
    const more = anomaliesOf(wrong).filter(({ id }) => ['B1', 'B2', 'B3'].includes(id));
    expect(more.map(({ id, department }) => `${id} ${department ?? '-'}`)).toEqual([
      'B1 77',
      'B2 77',
      'B3 -',
    ]);
  });
});
