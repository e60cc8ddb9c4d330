/** What the model knows of each implantation: who asks there, how full it is, and who would come to a new one. */
import { groupBy } from '../../model/group.ts';
import type { Modality } from '../../model/vocabulary.ts';
import { requestsPerPlace } from './drawn.ts';
import type { CapRow, CurvePiece, Implantation, RegionProblem } from './problem.ts';

/** An implantation with those who ask for it. */
export interface Place {
  readonly of: Implantation;
  /** Effective requests a week today by department of residence, those of 0 left out; their sum. */
  readonly requests: ReadonlyMap<string, number>;
  readonly total: number;
  /**
   * Whose patient-days of waiting are counted here: shares of today's requests, summing to 1. Those of a new implantation
   * are those of the modality in its department, or of the region where the department has none.
   */
  readonly shares: ReadonlyMap<string, number>;
  /** Requests per place today, never passed; for a new one the mean of its department, of the region where that has none. */
  readonly perPlace: number;
  /** Requests a week that an added place draws at most today, by department of residence, those of 0 left out. */
  readonly drawn: ReadonlyMap<string, number>;
  /** Load on the delay curve per request per place: 1 where the curve was not moved to give the delay found. */
  readonly scale: number;
}

/** A straight piece of the cost of waiting: patient-days ≥ slope × requests + intercept × places. */
export interface CostLine {
  readonly slope: number;
  readonly intercept: number;
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

function sharesOf(requests: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const total = sum(requests.flatMap((one) => [...one.values()]));
  const shares = new Map<string, number>();
  for (const one of requests)
    for (const [from, count] of one) shares.set(from, (shares.get(from) ?? 0) + count / total);
  return shares;
}

/** Requests by implantation and department of residence. */
function askedAt(problem: RegionProblem): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const known = new Map(problem.implantations.map((one) => [one.id, one]));
  const asked = new Map(problem.implantations.map(({ id }) => [id, new Map<string, number>()]));
  for (const { department, modality, requests } of problem.demand)
    for (const [id, count] of requests) {
      const one = known.get(id);
      if (one?.modality !== modality)
        throw new RangeError(`requests at ${id}, no implantation of ${modality}`);
      if (!(count >= 0)) throw new RangeError(`${count} requests at ${id}`);
      if (count > 0 && !(one.placesPerWeek > 0))
        throw new RangeError(`requests at ${id}, which has no places`);
      const own = asked.get(id)!;
      if (count > 0) own.set(department, (own.get(department) ?? 0) + count);
    }
  return asked;
}

/** Requests for a place of an implantation by department of residence, those of 0 left out: see `requestsPerPlace`. */
function perPlaceBy(
  { demand, implantations }: RegionProblem,
  asked: ReadonlyMap<string, ReadonlyMap<string, number>>,
  of: Implantation,
): ReadonlyMap<string, number> {
  const rows = [...new Set(demand.map(({ department }) => department))].map((from): [string, number] => [
    from,
    requestsPerPlace(of, (id) => asked.get(id)?.get(from) ?? 0, implantations),
  ]);
  return new Map(rows.filter(([, perPlace]) => perPlace > 0));
}

/**
 * Every implantation with what is asked there, in the order of the problem.
 * @throws {RangeError} when requests go to an implantation that is unknown, of another modality or without places, when a
 * number of them is negative, when there is no curve for a modality, or when attraction is not between 0 and 1.
 */
export function placesOf(problem: RegionProblem): readonly Place[] {
  const { attraction } = problem;
  if (!(attraction >= 0 && attraction <= 1)) throw new RangeError(`attraction of ${attraction}`);
  const asked = askedAt(problem);
  const present = problem.implantations.filter(({ id }) => asked.get(id)!.size > 0);
  const meanOf = (modality: Modality) => {
    const own = present.filter((one) => one.modality === modality);
    const places = sum(own.map(({ placesPerWeek }) => placesPerWeek));
    const requests = sum(own.flatMap(({ id }) => [...asked.get(id)!.values()]));
    const onCurve = sum(own.map(({ placesPerWeek, load }) => placesPerWeek * load));
    return places > 0
      ? { perPlace: requests / places, scale: onCurve / requests }
      : { perPlace: 1, scale: 1 };
  };
  const means = { ct: meanOf('ct'), mri: meanOf('mri') };
  const alike = groupBy(present, ({ department, modality }) => `${department}/${modality}`);
  const mixOf = ({ department, modality }: Implantation) =>
    alike.get(`${department}/${modality}`) ?? present.filter((one) => one.modality === modality);
  return problem.implantations.map((of): Place => {
    const numbers = [of.placesPerWeek, of.placesPerDevice, of.placesPerBlock, of.load];
    if (!numbers.every((value) => value >= 0 && Number.isFinite(value)))
      throw new RangeError(`${of.id}: places and load ${numbers}`);
    if (!problem.curves.some(({ modality }) => modality === of.modality))
      throw new RangeError(`no delay curve for ${of.modality}`);
    const requests = asked.get(of.id)!;
    const total = sum(requests.values());
    const perPlaceOf = perPlaceBy(problem, asked, of);
    const drawn = new Map(
      attraction === 0 ? [] : [...perPlaceOf].map(([from, perPlace]) => [from, attraction * perPlace]),
    );
    if (total > 0) {
      const perPlace = total / of.placesPerWeek;
      const scale = of.load > 0 ? of.load / perPlace : 1;
      return Object.freeze({ of, requests, total, shares: sharesOf([requests]), perPlace, drawn, scale });
    }
    const shares = sharesOf(mixOf(of).map(({ id }) => asked.get(id)!));
    const mean = means[of.modality];
    const perPlace = sum(perPlaceOf.values()) || mean.perPlace;
    return Object.freeze({ of, requests, total, shares, ...mean, perPlace, drawn });
  });
}

/** The caps of every department and modality, those that no counter counts being 0. */
export function allCaps({ implantations, caps }: RegionProblem): readonly CapRow[] {
  const found = new Map(caps.map((row) => [`${row.department}/${row.modality}`, row]));
  for (const { department, modality } of implantations) {
    const name = `${department}/${modality}`;
    if (!found.has(name)) found.set(name, { department, modality, devices: 0, sites: 0 });
  }
  return [...found.values()];
}

/** The pieces of the curve of a modality for so many devices that share an agenda, at least 1; the last for more. */
export function piecesOf(
  { curves }: Pick<RegionProblem, 'curves'>,
  modality: Modality,
  devices: number,
): readonly CurvePiece[] {
  const { byDevices } = curves.find((one) => one.modality === modality)!;
  return byDevices[Math.min(Math.max(devices, 1), byDevices.length) - 1]!.pieces;
}

/**
 * The pieces as lines over requests and places, up to a load that is never passed: cost = places × G(scale × requests ÷
 * places) ÷ scale, the perspective of a convex curve, is convex in both and the highest of its lines. So it is exact for any
 * number of places, with no product and no large constant.
 * @example linesOf([{ width: 2, slope: 1 }, { width: Infinity, slope: 3 }], 1, 5) // [{ slope: 1, intercept: 0 }, { slope: 3, intercept: -4 }]
 */
export function linesOf(pieces: readonly CurvePiece[], scale: number, mostLoad: number): readonly CostLine[] {
  const lines: CostLine[] = [];
  let [from, height] = [0, 0];
  for (const { width, slope } of pieces) {
    if (lines.length > 0 && from >= mostLoad) break;
    lines.push({ slope, intercept: (height - slope * from) / scale + 0 });
    from += width;
    height += slope * width;
  }
  return lines;
}
