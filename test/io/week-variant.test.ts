import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readScenarioDocument } from '../../src/io/scenario-file.ts';
import { extendsPath, weekVariant } from '../../src/io/week-variant.ts';
import { checkScenario } from '../../src/model/consistency/consistency.ts';
import { parseScenario } from '../../src/model/load/load.ts';
import { mergeDocuments } from '../../src/model/load/merge.ts';
import { readWeekTable } from '../../src/model/week/table.ts';
import type { CellValue } from '../../src/model/week/times.ts';
import { gridOf, HEADER, INPUT, RAW, ROW } from '../model/week/scenario.ts';
import { hashOf, inFolder, readScenario, scenarioOf } from './week-round-trip.ts';

const NAMES = { extended: 'base.yaml', weekFile: 'dossier/semaine.xlsx' };
const tableOf = (header: readonly CellValue[], ...rows: readonly (readonly CellValue[])[]) =>
  readWeekTable(gridOf([header, ...rows]), INPUT).table!;
const variantOf = (...rows: readonly (readonly CellValue[])[]) =>
  weekVariant(INPUT, tableOf([...HEADER, 'réserve', 'accepte'], ...rows), NAMES);
const SAME = [
  ['irm-1', 'lun-ven', '8h', '18h', 'publique programmée', 'H 90 min J-1', null],
  ['scanner-1', 'tous les jours', '0h', '24h', 'urgence', null, null],
] as const;

describe('the variant a spreadsheet makes', () => {
  it('holds the rooms whose week it changes, one vacation a line', () => {
    const variant = variantOf(
      ['irm-1', 'lun-ven', '8h', '19h', 'publique programmée', 'H 90 min J-1', 'A, H'],
      ['irm-1', 'sam', '8h', '12h', 'libérale', null, 'examens: "a, b"'],
      SAME[1],
    );
    expect(variant.isChanged).toBe(true);
    expect(variant.text).toBe(`extends: base.yaml
name: {en: "Two rooms, week of semaine.xlsx", fr: "Deux salles, semaine de semaine.xlsx"}
devices:
  - id: irm-1
    week:
      - {days: mon-fri, from: "08:00", to: "19:00", type: public-scheduled, accepts: {classes: [A, H]}, reserve: {H: 90min, release: 1d}}
      - {days: sat, from: "08:00", to: "12:00", type: liberal, accepts: {exams: ["a, b"]}}
`);
    expect(parse(variant.text)).toEqual(variant.value);
  });

  it('leaves out rooms that mean the same, however they are written', () => {
    const header = [...HEADER, 'réserve', 'every n weeks', 'first week', 'insérés'];
    const rows = [
      ['IRM-1', 'lundi, mardi', '08:00', '18h', 'public-scheduled', 'hospitalisés 1,5 h J-1'],
      ['irm-1', 'mer-ven', '8', '18:00:00', 'Publique programmée', 'H 90'.concat(' J-1')],
      ['irm-1', 'sam', 8, 12, 'libéral', null, 2, 1],
      ['scanner-1', 'lun-dim', '00:00', '00:00', 'emergency'],
    ];
    const variant = weekVariant(INPUT, tableOf(header, ...rows), NAMES);
    expect(variant).toMatchObject({ isChanged: false, text: '', changes: [], keptRooms: [] });
  });

  it('keeps the week of a room that the spreadsheet does not have, and says so', () => {
    const variant = variantOf(['scanner-1', 'lun', '8h', '20h', 'urgence', null, null]);
    expect(variant.keptRooms).toEqual(['irm-1']);
    expect(variant.value.devices).toMatchObject([{ id: 'scanner-1' }]);
  });

  it('can be run: its file extends the scenario’s, and gives what the spreadsheet says', async () => {
    await inFolder(async (folder) => {
      const variant = variantOf([
        'irm-1',
        'lun-ven',
        '7h',
        '19h',
        'publique programmée',
        'U 20 min imbriquée; H 1 h',
        null,
      ]);
      writeFileSync(join(folder, 'base.yaml'), JSON.stringify(RAW));
      writeFileSync(join(folder, 'variant.yaml'), variant.text);
      expect(readScenarioDocument(join(folder, 'variant.yaml')).findings).toEqual([]);
      const read = readScenario(join(folder, 'variant.yaml'));
      expect(read.input.devices[0]?.week).toMatchObject([
        {
          days: [0, 1, 2, 3, 4],
          from: 25_200,
          reserve: [
            { for: 'U', minutes: 1200, kind: 'nested' },
            { for: 'H', minutes: 3600 },
          ],
        },
      ]);
      expect(hashOf(read)).toBe(hashOf(scenarioOf(mergeDocuments(RAW, variant.value))));
    });
  });

  it('tells where in the spreadsheet a fault of the merged scenario was written', () => {
    const variant = variantOf(
      SAME[0],
      ['irm-1', 'lundi', '17h', '20h', 'urgence', null, null],
      ['irm-1', 'mardi', '18h', '20h', 'publique programmée', 'X 10 min', 'examens: inconnu'],
      SAME[1],
    );
    const { input } = parseScenario(mergeDocuments(RAW, variant.value));
    const places = checkScenario(input!)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path }) => `${code} ${variant.locate(path)?.cell}`);
    expect(places.sort()).toEqual([
      'unknown-exam-or-group Semaine!G4',
      'unknown-reserve-target Semaine!F4',
      'vacations-overlap Semaine!A3',
    ]);
    // The scanner is not in the variant: its week is the scenario's own.
    expect(variant.locate(['devices', 1, 'week', 0])).toBeNull();
    expect(variant.locate(['devices', 'irm-1', 'week', 0, 'from'])?.cell).toBe('Semaine!C2');
  });

  it('is still made when the schema refuses a value, which the check then tells', () => {
    const header = [...HEADER, 'owner', 'call-in delay'];
    const rows = [['irm-1', 'lun', '8h', '9h', 'PDS', 'not an id', 'law: gama; mean: 5']];
    const variant = weekVariant(INPUT, tableOf(header, ...rows), NAMES);
    expect(variant.changes.map(({ room }) => room)).toEqual(['irm-1']);
    const { findings } = parseScenario(mergeDocuments(RAW, variant.value));
    expect(findings.map(({ path }) => variant.locate(path)?.cell).sort()).toEqual([
      'Semaine!F2',
      'Semaine!G2',
    ]);
  });

  it('quotes what YAML would read as something else', () => {
    const table = tableOf([...HEADER, 'accepte'], [...ROW, 'examens: true, 12, null, "a: b", "#x", ~']);
    const variant = weekVariant(INPUT, table, NAMES);
    expect(parse(variant.text)).toEqual(variant.value);
  });
});

describe('the path a variant extends', () => {
  it('is relative to the variant, with slashes', () => {
    expect(extendsPath('out/week.yaml', 'base.yaml')).toBe('../base.yaml');
    expect(extendsPath('week.yaml', 'scenarios/base.yaml')).toBe('scenarios/base.yaml');
    expect(extendsPath('/a/week.yaml', '/a/base.yaml')).toBe('base.yaml');
  });

  it('is none to a folder itself', () => {
    expect(extendsPath('a/week.yaml', 'a')).toBeNull();
  });
});
