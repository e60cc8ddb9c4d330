/** Distances between departments, minutes, and coordinates that cannot be. */
import { describe, expect, it } from 'vitest';
import {
  CENTRES,
  coordinatesFault,
  departmentMinutes,
  greatCircleKm,
  travelTo,
} from '../../../src/calibrate/region/geography.ts';

const codes = [...CENTRES.keys()];

describe('distances', () => {
  it('are those of the spherical law of cosines, computed with Math', () => {
    const rad = Math.PI / 180;
    const marseille = { lat: 43.3, lon: 5.37 };
    for (const a of CENTRES.values())
      for (const b of [...CENTRES.values(), marseille]) {
        if (a === b) continue;
        const cosine =
          Math.sin(a.lat * rad) * Math.sin(b.lat * rad) +
          Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.cos((b.lon - a.lon) * rad);
        expect(greatCircleKm(a, b)).toBeCloseTo(6371 * Math.acos(cosine), 4);
      }
  });

  it('give minutes that are the same both ways, 20 at home and more elsewhere', () => {
    for (const from of codes)
      for (const to of codes) {
        expect(departmentMinutes(from, to)).toBe(departmentMinutes(to, from));
        if (from === to) expect(departmentMinutes(from, to)).toBe(20);
        else expect(departmentMinutes(from, to)).toBeGreaterThan(20);
      }
  });

  it('of Cergy to Paris are 29 km, hence 10 + 29 × 1.3 ÷ 30 × 60 minutes', () => {
    const km = greatCircleKm(CENTRES.get('95')!, CENTRES.get('75')!);
    expect(km).toBeGreaterThan(28.5);
    expect(km).toBeLessThan(29.5);
    expect(departmentMinutes('95', '75')).toBe(Math.round(10 + (km * 1.3 * 60) / 30));
  });

  it('to a site are measured from each centre, never less than to the nearest site at home', () => {
    const centre = CENTRES.get('93')!;
    const minutes = travelTo(centre, codes);
    expect(minutes['93']).toBe(20);
    expect(minutes['75']).toBe(departmentMinutes('75', '93'));
  });
});

describe('coordinates', () => {
  it('of every prefecture are in its department', () => {
    for (const [code, { lat, lon }] of CENTRES) expect(coordinatesFault(code, lat, lon)).toBeNull();
  });

  it('exchanged are told as such', () => {
    for (const [code, { lat, lon }] of CENTRES)
      expect(coordinatesFault(code, lon, lat)).toEqual({ kind: 'swapped' });
  });

  it('of another department are far, with the distance, the limit and where they lie', () => {
    expect(coordinatesFault('95', 48.54, 2.66)).toMatchObject({ kind: 'far', limitKm: 45, nearest: '77' });
    expect(coordinatesFault('75', 43.3, 5.4)).toMatchObject({ kind: 'far', nearest: null });
  });

  it('that no place on Earth has are impossible', () => {
    expect(coordinatesFault('95', 95, 200)).toEqual({ kind: 'impossible' });
  });

  it('of the ends of the long departments are in them: Provins, Mantes, Étampes', () => {
    expect(coordinatesFault('77', 48.56, 3.3)).toBeNull();
    expect(coordinatesFault('78', 48.99, 1.72)).toBeNull();
    expect(coordinatesFault('91', 48.43, 2.16)).toBeNull();
  });
});
