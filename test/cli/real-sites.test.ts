/** Real sites held against the balance and the map: each fault at its cell, in both languages. */
import { describe, expect, it } from 'vitest';
import { loadRealSites } from '../../src/cli/region/real-sites.ts';
import { idf202005 } from '../../src/model/oqos/idf-2020-05.ts';
import { tellFinding } from '../../src/report/messages.ts';
import { temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const HEAD = 'id;department;latitude;longitude;commune;modality;device';
let files = 0;
function load(rows: readonly string[], kept: readonly string[] | null = null) {
  files += 1;
  const file = folder.write(`${files}.csv`, [HEAD, ...rows].join('\n'));
  const { sites, findings } = loadRealSites(file, idf202005, kept);
  const told = (language: 'en' | 'fr') =>
    findings.flatMap((one) => tellFinding(one, language)).map((line) => line.replace(file, 's.csv'));
  return { sites, en: told('en'), fr: told('fr') };
}
const many = (count: number, modality: string, place: string) =>
  Array.from({ length: count }, (_, rank) => `s${Math.floor(rank / 4)};${place};;;;${modality};d${rank}`);

describe('real sites', () => {
  it('are taken as they are where nothing contradicts them', () => {
    const { sites, en } = load(['a;95;49,036;2,063;;IRM;i1', 'b;78;;;;scanner;s1']);
    expect(en).toEqual([]);
    expect(sites).toMatchObject([
      { id: 'a', department: '95', coordinates: { lat: 49.036, lon: 2.063 }, devices: [{ id: 'i1' }] },
      { id: 'b', department: '78', coordinates: null },
    ]);
  });

  it('with coordinates in each other’s place are told so, with the right ones', () => {
    const { sites, en, fr } = load(['a;95;2,063;49,036;;IRM;i1']);
    expect(sites).toBeNull();
    expect(en).toEqual([
      's.csv:2:6: error: latitude 2.063 and longitude 49.036: they stand in each other’s place',
      '  Maybe: latitude 49.036 and longitude 2.063',
    ]);
    expect(fr[0]).toBe(
      's.csv:2:6: erreur\u202f: latitude 2,063 et longitude 49,036\u202f: elles sont l’une à la place de l’autre',
    );
  });

  it('far from their department are told how far, and which one they are near to', () => {
    const { en, fr } = load(['a;95;48,54;2,66;;IRM;i1']);
    expect(en).toEqual([
      's.csv:2:6: error: these coordinates are 70 km from the centre of 95 (Val-d’Oise) (at most 45)',
      '  Maybe: they are near the centre of 77 (Seine-et-Marne)',
    ]);
    expect(fr[1]).toBe('  Peut-être\u202f: elles sont près du centre du 77 (Seine-et-Marne)');
    expect(load(['a;95;43,3;5,4;;IRM;i1']).en[1]).toContain('decimal degrees');
  });

  it('with a commune alone are located at their department, with a warning', () => {
    const { sites, en } = load(['a;95;;;Pontoise;IRM;i1']);
    expect(sites).toHaveLength(1);
    expect(en[0]).toContain('s.csv:2:8: warning: the commune “Pontoise” is not located');
  });

  it('of a department that is not kept are left out, with a warning', () => {
    const { sites, en } = load(['a;77;;;;IRM;i1', 'b;95;;;;IRM;i2'], ['95']);
    expect(sites?.map(({ id }) => id)).toEqual(['b']);
    expect(en[0]).toBe(
      's.csv:2:3: warning: site “a” is in 77 (Seine-et-Marne), which --departments leaves out: it is not used',
    );
  });

  it('of a department without a row in the balance are refused', () => {
    const { sites, en } = load(['a;13;;;;IRM;i1']);
    expect(sites).toBeNull();
    expect(en[0]).toBe('s.csv:2:3: error: the balance has no device of this kind in 13 (Bouches-du-Rhône)');
    expect(en[1]).toContain('75, 77, 78');
  });

  it('with more devices than the balance counts are refused at the first too many', () => {
    const { en, fr } = load(many(26, 'IRM', '78'));
    expect(en[0]).toBe(
      's.csv:27:14: error: this file holds 26 mri of 78 (Yvelines), and the balance counts 25: this is the first too many',
    );
    expect(fr[0]).toContain('ce fichier contient 26 mri du 78 (Yvelines), et le bilan en compte 25');
  });

  it('that leave devices without a site, or sites without a device, are refused', () => {
    const row = idf202005.rows.find((one) => one.equipment === 'mri' && one.department === '95')!;
    const alone = Array.from({ length: row.sites.current + 1 }, (_, rank) => `s${rank};95;;;;IRM;d`);
    expect(load(alone).en[0]).toContain(`${row.sites.current + 1} sites with mri in 95 (Val-d’Oise)`);
    const crowded = Array.from({ length: row.devices.current - 1 }, (_, rank) => `s;95;;;;IRM;d${rank}`);
    expect(load(crowded).en[0]).toContain('that cannot be');
  });
});
