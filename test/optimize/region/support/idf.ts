/** A region of the size of Île-de-France: its implantations, devices and places left by the balance, delays drawn. */
import seedrandom from 'seedrandom';
import { balanceRow, roomOf } from '../../../../src/model/oqos/balance.ts';
import { POPULATIONS_2017 } from '../../../../src/model/oqos/departments.ts';
import { idf202005 } from '../../../../src/model/oqos/idf-2020-05.ts';
import { MODALITIES, type Modality } from '../../../../src/model/vocabulary.ts';
import { curveFor, delayCurve, loadAtDays } from '../../../../src/optimize/region/curves.ts';
import type {
  CapRow,
  Implantation,
  RegionProblem,
  ResidentDemand,
} from '../../../../src/optimize/region/problem.ts';

const CENTRES: Readonly<Record<string, readonly [lat: number, lon: number]>> = {
  '75': [48.857, 2.352],
  '77': [48.539, 2.661],
  '78': [48.804, 2.13],
  '91': [48.629, 2.441],
  '92': [48.892, 2.207],
  '93': [48.909, 2.44],
  '94': [48.79, 2.455],
  '95': [49.036, 2.063],
};
const CODES = Object.keys(CENTRES);

/** Minutes between two departments, roughly. */
function minutesBetween(a: string, b: string): number {
  if (a === b) return 20;
  const [[y1, x1], [y2, x2]] = [CENTRES[a]!, CENTRES[b]!];
  const km = Math.hypot((y1 - y2) * 111, (x1 - x2) * 73);
  return Math.round(10 + ((km * 1.3) / 30) * 60);
}

/** Days between sites: medians and spread of 2010, P20/P50/P80 of 2/7/14 and 11/21/38. */
const DELAYS: Readonly<Record<Modality, readonly [median: number, spread: number]>> = {
  ct: [7, 0.9],
  mri: [21, 0.72],
};
/** Longer delays than curves reach are not drawn. */
const MOST_DAYS: Readonly<Record<Modality, number>> = { ct: 22, mri: 45 };
const PLACES: Readonly<Record<Modality, number>> = { ct: 95, mri: 90 };
const LEAST_SHARE = 0.03;

export interface IdfOptions {
  readonly seed: string;
  /** Departments kept; all of them when left out. */
  readonly departments?: readonly string[];
}

/** The problem: what R4 would make of a simulated region, without simulating one. */
export function idfProblem({ seed, departments = CODES }: IdfOptions): RegionProblem {
  const random = seedrandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const curves = MODALITIES.map((modality) => delayCurve(modality, modality === 'ct' ? 15 : 30));
  const implantations: Implantation[] = [];
  const asked = new Map<string, Map<string, number>>();
  const caps: CapRow[] = [];
  const departmentOf = new Map<string, string>();
  for (const department of departments) {
    const counts = new Map<Modality, number>();
    for (const modality of MODALITIES) {
      const row = balanceRow(idf202005, modality === 'ct' ? 'scanner' : 'mri', department)!;
      caps.push({ department, modality, devices: roomOf(row.devices), sites: roomOf(row.sites) });
      const devices = Array.from({ length: row.sites.current }, () => 1);
      for (let more = row.devices.current - devices.length; more > 0; ) {
        const at = Math.floor(random() * devices.length);
        if (devices[at]! >= 4) continue;
        devices[at]! += 1;
        more -= 1;
      }
      counts.set(modality, devices.length);
      devices.forEach((count, at) => {
        const site = `${department}-${String(at + 1).padStart(2, '0')}`;
        const id = `${site}/${modality}`;
        const [median, spread] = DELAYS[modality];
        const delayDays = Math.min(median * Math.exp(spread * normal()), MOST_DAYS[modality]);
        const curve = curveFor(curves.find((one) => one.modality === modality)!, count);
        const load = loadAtDays(curve, delayDays);
        const perDevice = PLACES[modality] * Math.exp(0.25 * normal());
        implantations.push({
          id,
          site,
          department,
          modality,
          devices: count,
          placesPerWeek: count * perDevice,
          placesPerDevice: perDevice,
          placesPerBlock: perDevice * 0.07,
          mostBlocks: count * 3,
          mostBlocksPerAdded: 3,
          mostAdded: 4 - count,
          isNew: false,
          load,
          delayDays,
        });
        departmentOf.set(id, department);
        const gravity = departments.map(
          (from) => POPULATIONS_2017[from]! * Math.exp(-minutesBetween(from, department) / 12),
        );
        const sum = gravity.reduce((all, one) => all + one, 0);
        const kept = gravity.map((one) => (one / sum < LEAST_SHARE ? 0 : one));
        const total = kept.reduce((all, one) => all + one, 0);
        const requests = load * count * perDevice;
        asked.set(
          id,
          new Map(
            departments.flatMap((from, k) => (kept[k]! > 0 ? [[from, (requests * kept[k]!) / total]] : [])),
          ),
        );
      });
    }
    const [ct, mri] = [counts.get('ct')!, counts.get('mri')!];
    for (const modality of MODALITIES) {
      const [own, other] = modality === 'ct' ? [ct, mri] : [mri, ct];
      const sites = [
        ...Array.from({ length: Math.max(0, other - own) }, (_, at) => String(own + at + 1).padStart(2, '0')),
        'new',
      ];
      for (const name of sites) {
        const site = `${department}-${name}`;
        departmentOf.set(`${site}/${modality}`, department);
        implantations.push({
          id: `${site}/${modality}`,
          site,
          department,
          modality,
          devices: 0,
          placesPerWeek: 0,
          placesPerDevice: PLACES[modality],
          placesPerBlock: PLACES[modality] * 0.07,
          mostBlocks: 0,
          mostBlocksPerAdded: 3,
          mostAdded: 2,
          isNew: true,
          load: 1,
          delayDays: null,
        });
      }
    }
  }
  const demand = departments.flatMap((department) =>
    MODALITIES.map((modality): ResidentDemand => {
      const requests = new Map<string, number>();
      for (const { id, modality: own } of implantations) {
        const count = asked.get(id)?.get(department);
        if (own === modality && count !== undefined) requests.set(id, count);
      }
      return { department, modality, requests };
    }),
  );
  return {
    departments: departments.map((code) => ({ code, population: POPULATIONS_2017[code]! })),
    implantations,
    demand,
    minutes: (from, id) => minutesBetween(from, departmentOf.get(id)!),
    curves,
    caps,
    onCallPairs: [],
    costs: {
      deviceEurosPerYear: { ct: 175_000, mri: 350_000 },
      deviceStaffHours: {
        ct: { technologist: 120, radiologist: 45 },
        mri: { technologist: 110, radiologist: 50 },
      },
      newSiteEurosPerYear: 150_000,
      blockHours: 3,
      blockStaffHours: { technologist: 6, radiologist: 3 },
      eurosPerHour: { technologist: 35, radiologist: 90 },
    },
    limits: {
      budgetEurosPerYear: null,
      staffHoursPerWeek: { technologist: null, radiologist: null },
      mostDevices: null,
      mostBlocks: 60,
    },
    horizon: {
      weeks: 260,
      deviceLagWeeks: 78,
      openingLagWeeks: 9,
      growthPerYear: { ct: 0.01, mri: 0.03 },
    },
    unmetDays: 30,
    travelDaysPerHour: 1,
    bookedElsewhere: { ct: 0.3, mri: 0.3 },
    attraction: 0.7,
  };
}
