/** How far apart departments and sites are: great circles between public coordinates, turned into minutes. */
import { departmentName } from '../../model/oqos/departments.ts';
import { regionValue } from './inputs.ts';

/** Degrees. */
export interface Coordinates {
  readonly lat: number;
  readonly lon: number;
}

/** Prefectures of Île-de-France (public coordinates, to a thousandth of a degree: about 100 m). */
export const CENTRES: ReadonlyMap<string, Coordinates> = new Map([
  ['75', { lat: 48.857, lon: 2.352 }],
  ['77', { lat: 48.539, lon: 2.661 }],
  ['78', { lat: 48.804, lon: 2.13 }],
  ['91', { lat: 48.629, lon: 2.441 }],
  ['92', { lat: 48.892, lon: 2.207 }],
  ['93', { lat: 48.909, lon: 2.44 }],
  ['94', { lat: 48.79, lon: 2.455 }],
  ['95', { lat: 49.036, lon: 2.063 }],
]);

const EARTH_KM = 6371;
const RADIANS = 0.017453292519943295;
/** Terms of the series below: exact to the last bits up to a quarter turn. */
const TERMS = 12;

/** Sine and cosine by their series: `Math.sin` has other last bits elsewhere. */
function sineCosine(radians: number): readonly [sine: number, cosine: number] {
  const square = radians * radians;
  let [sine, cosine] = [0, 0];
  for (let k = TERMS; k > 0; k--) {
    cosine = 1 - (square / ((2 * k - 1) * (2 * k))) * (k === TERMS ? 1 : cosine);
    sine = 1 - (square / (2 * k * (2 * k + 1))) * (k === TERMS ? 1 : sine);
  }
  return [radians * sine, cosine];
}

/**
 * Great-circle distance, km, of points less than a thousand km apart: twice the arc of half the chord (haversine), its
 * arcsine by three terms.
 * @example Math.round(greatCircleKm({ lat: 48.857, lon: 2.352 }, { lat: 49.036, lon: 2.063 })) // 29
 */
export function greatCircleKm(a: Coordinates, b: Coordinates): number {
  const [south] = sineCosine(((b.lat - a.lat) / 2) * RADIANS);
  const [east] = sineCosine(((b.lon - a.lon) / 2) * RADIANS);
  const cosines = sineCosine(a.lat * RADIANS)[1] * sineCosine(b.lat * RADIANS)[1];
  const half = Math.sqrt(south * south + cosines * east * east);
  return 2 * EARTH_KM * half * (1 + (half * half) / 6 + (3 * half * half * half * half) / 40);
}

const minutesOf = (km: number): number =>
  Math.round(
    regionValue('travel-access') + ((km * regionValue('travel-detour')) / regionValue('travel-speed')) * 60,
  );

/** A department without known centre is nobody's neighbour: it is this far. */
const UNKNOWN_KM = 60;

/**
 * Whole minutes from a department of residence to the nearest site of its own, or to a site of another one.
 * @example departmentMinutes('95', '95') // 20
 */
export function departmentMinutes(from: string, to: string): number {
  if (from === to) return regionValue('travel-own');
  const [a, b] = [CENTRES.get(from), CENTRES.get(to)];
  return minutesOf(a === undefined || b === undefined ? UNKNOWN_KM : greatCircleKm(a, b));
}

/** From each department to each, by code. */
export const travelBetween = (
  departments: readonly string[],
): Readonly<Record<string, Readonly<Record<string, number>>>> =>
  Object.fromEntries(
    departments.map((from) => [
      from,
      Object.fromEntries(departments.map((to) => [to, departmentMinutes(from, to)])),
    ]),
  );

/** Whole minutes to a site that is somewhere, from each department: its centre, and never less than to one's own nearest. */
export const travelTo = (
  site: Coordinates,
  departments: readonly string[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    departments.map((from) => {
      const centre = CENTRES.get(from);
      const minutes = minutesOf(centre === undefined ? UNKNOWN_KM : greatCircleKm(centre, site));
      return [from, Math.max(regionValue('travel-own'), minutes)];
    }),
  );

/** No point of a department is farther from its prefecture than this, km, with room; Seine-et-Marne is the longest. */
const FARTHEST_KM: ReadonlyMap<string, number> = new Map([
  ['75', 12],
  ['77', 75],
  ['78', 55],
  ['91', 45],
  ['92', 20],
  ['93', 20],
  ['94', 20],
  ['95', 45],
]);

/** What is wrong with the coordinates of a site. */
export type CoordinatesFault =
  | { readonly kind: 'impossible' }
  /** Latitude and longitude exchanged: the other way round they are in the department. */
  | { readonly kind: 'swapped' }
  | {
      readonly kind: 'far';
      readonly km: number;
      readonly limitKm: number;
      /** Name of the department. */
      readonly department: string;
      /** Code of the department whose prefecture is nearest, where it is another one and near enough. */
      readonly nearest: string | null;
    };

const limitOf = (department: string): number => FARTHEST_KM.get(department) ?? Number.POSITIVE_INFINITY;

/**
 * What is wrong with the coordinates of a site of a department; null where nothing is, or the department has no known
 * centre.
 * @example coordinatesFault('95', 2.08, 49.04) // { kind: 'swapped' }
 * @example coordinatesFault('95', 49.04, 2.08) // null
 */
export function coordinatesFault(department: string, lat: number, lon: number): CoordinatesFault | null {
  const centre = CENTRES.get(department);
  const isWithin = (point: Coordinates) =>
    centre === undefined || greatCircleKm(centre, point) <= limitOf(department);
  const isOnEarth = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  if (isOnEarth && isWithin({ lat, lon })) return null;
  if (centre !== undefined && Math.abs(lon) <= 90 && isWithin({ lat: lon, lon: lat }))
    return { kind: 'swapped' };
  if (!isOnEarth || centre === undefined) return { kind: 'impossible' };
  const point = { lat, lon };
  const near = [...CENTRES]
    .map(([code, at]) => ({ code, km: greatCircleKm(at, point) }))
    .sort((a, b) => a.km - b.km)[0]!;
  return {
    kind: 'far',
    km: Math.round(greatCircleKm(centre, point)),
    limitKm: limitOf(department),
    department: departmentName(department),
    nearest: near.code !== department && near.km <= limitOf(near.code) ? near.code : null,
  };
}
