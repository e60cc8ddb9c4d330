import { describe, expect, it } from 'vitest';
import { weekChanges } from '../../src/model/week/changes.ts';
import { readWeekTable } from '../../src/model/week/table.ts';
import type { CellValue } from '../../src/model/week/times.ts';
import { daysText, weekChangeLines } from '../../src/report/week-changes.ts';
import { gridOf, HEADER, INPUT } from '../model/week/scenario.ts';

const header = [...HEADER, 'réserve', 'every n weeks', 'first week'];
const changesOf = (...rows: readonly (readonly CellValue[])[]) =>
  weekChanges(INPUT, readWeekTable(gridOf([header, ...rows]), INPUT).table!);

const WEEKDAYS = ['irm-1', 'lun-ven', '8h', '18h', 'publique programmée', 'H 90 min J-1'];
const SATURDAY = ['irm-1', 'sam', '8h', '12h', 'libérale', null, 2, 1];

describe('what a spreadsheet changes', () => {
  it('is nothing when weeks mean the same', () => {
    expect(changesOf(WEEKDAYS, SATURDAY)).toEqual([]);
  });

  it('is a vacation added, with its hours', () => {
    const [room] = changesOf(WEEKDAYS, SATURDAY, ['irm-1', 'dim', '9h', '12h', 'recherche']);
    expect(room).toMatchObject({
      room: 'irm-1',
      label: 'IRM du bâtiment A',
      added: [{ days: [6], fromSeconds: 32_400, toSeconds: 43_200, type: 'research' }],
      removed: [],
      changed: [],
      // Saturdays come back every other week: two hours a week.
      scheduledHours: { before: 52, after: 52 },
      allHours: { before: 52, after: 55 },
    });
  });

  it('is a vacation removed', () => {
    const [room] = changesOf(WEEKDAYS);
    expect(room).toMatchObject({ removed: [{ days: [5] }], added: [], changed: [], allHours: { after: 50 } });
  });

  it('is a vacation changed on the days it changes, with what differs', () => {
    const [room] = changesOf(
      ['irm-1', 'lun-mer', '8h', '18h', 'publique programmée', 'H 90 min J-1'],
      ['irm-1', 'jeu-ven', '8h', '19h', 'publique programmée', 'H 60 min J-1'],
      SATURDAY,
    );
    expect(room?.changed).toEqual([
      {
        before: { days: [3, 4], fromSeconds: 28_800, toSeconds: 64_800, type: 'public-scheduled' },
        after: { days: [3, 4], fromSeconds: 28_800, toSeconds: 68_400, type: 'public-scheduled' },
        columns: ['end', 'reserve'],
      },
    ]);
    expect([room?.added, room?.removed]).toEqual([[], []]);
  });

  it('is one vacation removed and another added when they have nothing in common', () => {
    const [room] = changesOf(WEEKDAYS, ['irm-1', 'sam', '14h', '18h', 'maintenance']);
    expect([room?.removed.length, room?.added.length, room?.changed.length]).toEqual([1, 1, 0]);
  });

  it('is told of fifteen thousand vacations as of three', () => {
    const rows = Array.from({ length: 15_000 }, (_, at) => [
      'irm-1',
      'lun-dim',
      '6h',
      '7h',
      'panne',
      `H ${at + 1} min`,
    ]);
    // Compared each with each they would outlast the time a test may take.
    expect(changesOf(...rows)[0]?.added).toHaveLength(15_000);
  });
});

describe('the lines that tell it', () => {
  const changes = changesOf(
    ['irm-1', 'lun-mer', '8h', '18h', 'publique programmée', 'H 90 min J-1'],
    ['irm-1', 'jeu-ven', '8h', '19h30', 'publique programmée', 'H 90 min J-1'],
    ['irm-1', 'dim', '9h', '12h', 'recherche'],
  );
  const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll('\u202f', ' '));

  it('say hours, and each vacation, in French', () => {
    expect(plain(weekChangeLines(changes, ['scanner-1'], 'fr'))).toEqual([
      'IRM du bâtiment A : 52 → 53 heures programmées par semaine (52 → 56 avec permanence des soins, maintenance, etc.)',
      '  enlevée : sam 08:00–12:00 libérale',
      '  ajoutée : dim 09:00–12:00 recherche',
      '  modifiée : jeu, ven 08:00–18:00 → 08:00–19:30 publique programmée (fin)',
      'Absents du tableau, inchangés : scanner-1.',
    ]);
  });

  it('say the same in English', () => {
    expect(weekChangeLines(changes, [], 'en')).toEqual([
      'IRM du bâtiment A: 52 → 53 scheduled hours a week (52 → 56 with on-call, maintenance and the like)',
      '  removed: Sat 08:00–12:00 liberal',
      '  added: Sun 09:00–12:00 research',
      '  changed: Thu, Fri 08:00–18:00 → 08:00–19:30 public, scheduled (end)',
    ]);
  });

  it('say so when nothing changes', () => {
    expect(weekChangeLines([], [], 'fr')).toEqual(['Le tableau ne change aucune semaine.']);
  });

  it('say a change of type, and one that moves no hour', () => {
    const [typed] = changesOf(
      ['irm-1', 'lun-ven', '8h', '18h', 'privée', 'H 90 min J-1'],
      ['irm-1', 'sam', '8h', '12h', 'libérale', null, 4, 1],
    );
    expect(plain(weekChangeLines([typed!], [], 'fr')).slice(1)).toEqual([
      '  modifiée : lun–ven 08:00–18:00 publique programmée → privée (type, propriétaire)',
      '  modifiée : sam 08:00–12:00 libérale (toutes les n semaines)',
    ]);
  });

  it('write days as ranges and lists', () => {
    expect(daysText([0, 1, 2, 4, 5], 'fr')).toBe('lun–mer, ven, sam');
    expect(daysText([6], 'en')).toBe('Sun');
  });
});
