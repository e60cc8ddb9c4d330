/**
 * The balance of Île-de-France of May 2020, as printed: 6 equipment types × 8 departments, and the total rows.
 * Order of a counter: current, low bound, high bound.
 */
import { deepFreeze } from '../freeze.ts';
import { type Balance, type BalanceRow, type Counter, departmentsOf, knownPopulations } from './balance.ts';
import type { Equipment } from './equipment.ts';

type Triple = readonly [current: number, low: number, high: number];
type PrintedRow = readonly [
  equipment: Equipment,
  department: string,
  devices: Triple,
  sites: Triple,
  interventional: Triple | null,
  devicesGap: string,
  devicesDecision: string,
  sitesGap: string,
  sitesDecision: string,
];

/** The one decision that is neither OUI nor NON. */
const ONLY = Object.freeze({ quote: 'OUI uniquement pour scanner interventionnel' });

const ROWS: readonly PrintedRow[] = [
  ['scanner', '75', [74, 66, 74], [52, 48, 52], [8, 5, 8], '0(0)', 'NON', '0', 'NON'],
  ['scanner', '77', [24, 21, 25], [19, 18, 20], null, '-1', 'OUI', '-1', 'OUI'],
  ['scanner', '78', [27, 25, 29], [21, 19, 22], null, '-2', 'OUI', '-1', 'OUI'],
  ['scanner', '91', [21, 19, 23], [18, 17, 19], null, '-2', 'OUI', '-1', 'OUI'],
  ['scanner', '92', [35, 32, 36], [27, 26, 29], [1, 1, 2], '-1 (1)', 'OUI', '-2', 'OUI'],
  ['scanner', '93', [30, 26, 29], [21, 19, 21], [0, 1, 1], '+1 (1)', ONLY.quote, '0', 'NON'],
  ['scanner', '94', [29, 25, 31], [20, 17, 21], [2, 2, 3], '-2 (1)', 'OUI', '-1', 'OUI'],
  ['scanner', '95', [23, 20, 25], [15, 14, 17], [0, 0, 1], '-2 (1)', 'OUI', '-2', 'OUI'],
  ['mri', '75', [85, 78, 85], [51, 48, 51], null, '0', 'NON', '0', 'NON'],
  ['mri', '77', [23, 19, 25], [17, 15, 18], null, '-2', 'OUI', '-1', 'OUI'],
  ['mri', '78', [25, 22, 26], [18, 16, 19], null, '-1', 'OUI', '-1', 'OUI'],
  ['mri', '91', [20, 16, 20], [13, 11, 13], null, '0', 'NON', '0', 'NON'],
  ['mri', '92', [31, 27, 32], [23, 21, 25], null, '-1', 'OUI', '-2', 'OUI'],
  ['mri', '93', [31, 25, 29], [19, 16, 18], null, '2', 'NON', '1', 'NON'],
  ['mri', '94', [31, 25, 31], [18, 16, 19], null, '0', 'NON', '-1', 'OUI'],
  ['mri', '95', [20, 20, 23], [14, 14, 15], null, '-3', 'OUI', '-1', 'OUI'],
  ['gamma-camera', '75', [22, 24, 24], [10, 11, 11], null, '-2', 'OUI', '-1', 'OUI'],
  ['gamma-camera', '77', [6, 6, 6], [3, 3, 3], null, '0', 'NON', '0', 'NON'],
  ['gamma-camera', '78', [7, 6, 7], [5, 4, 5], null, '0', 'NON', '0', 'NON'],
  ['gamma-camera', '91', [5, 5, 6], [3, 3, 3], null, '-1', 'OUI', '0', 'NON'],
  ['gamma-camera', '92', [16, 16, 17], [8, 8, 8], null, '-1', 'OUI', '0', 'NON'],
  ['gamma-camera', '93', [12, 12, 12], [6, 6, 6], null, '0', 'NON', '0', 'NON'],
  ['gamma-camera', '94', [8, 8, 8], [4, 4, 4], null, '0', 'NON', '0', 'NON'],
  ['gamma-camera', '95', [7, 7, 7], [3, 3, 3], null, '0', 'NON', '0', 'NON'],
  ['pet', '75', [12, 11, 13], [8, 7, 8], null, '-1', 'OUI', '0', 'NON'],
  ['pet', '77', [4, 3, 4], [3, 3, 3], null, '0', 'NON', '0', 'NON'],
  ['pet', '78', [4, 3, 4], [4, 3, 4], null, '0', 'NON', '0', 'NON'],
  ['pet', '91', [3, 2, 4], [3, 2, 3], null, '-1', 'OUI', '0', 'NON'],
  ['pet', '92', [6, 6, 6], [6, 6, 6], null, '0', 'NON', '0', 'NON'],
  ['pet', '93', [7, 4, 7], [6, 3, 5], null, '0', 'NON', '1', 'NON'],
  ['pet', '94', [5, 4, 6], [4, 3, 4], null, '-1', 'OUI', '0', 'NON'],
  ['pet', '95', [4, 4, 5], [3, 3, 3], null, '-1', 'OUI', '0', 'NON'],
  ['hyperbaric', '75', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['hyperbaric', '77', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['hyperbaric', '78', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['hyperbaric', '91', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['hyperbaric', '92', [1, 1, 1], [1, 1, 1], null, '0', 'NON', '0', 'NON'],
  ['hyperbaric', '93', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['hyperbaric', '94', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['hyperbaric', '95', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['cyclotron', '75', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['cyclotron', '77', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['cyclotron', '78', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['cyclotron', '91', [1, 1, 1], [1, 1, 1], null, '0', 'NON', '0', 'NON'],
  ['cyclotron', '92', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['cyclotron', '93', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['cyclotron', '94', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
  ['cyclotron', '95', [0, 0, 0], [0, 0, 0], null, '0', 'NON', '0', 'NON'],
];

const TOTALS: readonly (readonly [Equipment, Triple, Triple, Triple | null])[] = [
  ['scanner', [263, 234, 272], [193, 178, 201], [11, 9, 15]],
  ['mri', [266, 232, 271], [173, 157, 178], null],
  ['gamma-camera', [83, 84, 87], [42, 42, 43], null],
  ['pet', [45, 37, 49], [37, 30, 36], null],
  ['hyperbaric', [1, 1, 1], [1, 1, 1], null],
  ['cyclotron', [1, 1, 1], [1, 1, 1], null],
];

const counter = ([current, low, high]: Triple): Counter => ({ current, low, high });

const rows: readonly BalanceRow[] = ROWS.map((row) => {
  const [equipment, department, devices, sites, interventional] = row;
  const [, , , , , devicesGap, devicesDecision, sitesGap, sitesDecision] = row;
  return {
    equipment,
    department,
    devices: counter(devices),
    sites: counter(sites),
    interventional: interventional === null ? null : counter(interventional),
    printed: { devicesGap, devicesDecision, sitesGap, sitesDecision },
  };
});

/**
 * The balance of Île-de-France of May 2020, each cell as the document prints it.
 * @example idf202005.rows.length // 48
 */
export const idf202005: Balance = deepFreeze({
  id: 'idf-2020-05',
  title: {
    en: 'Balance of the quantified objectives of care supply (OQOS) for heavy equipment, in devices and sites',
    fr: 'Bilan des objectifs quantifiés de l’offre de soins (OQOS) pour les équipements matériels lourds (EML), en nombre d’appareils et nombre d’implantations',
  },
  region: { en: 'Île-de-France', fr: 'Île-de-France' },
  effective: '2020-05',
  rows,
  totals: TOTALS.map(([equipment, devices, sites, interventional]) => ({
    equipment,
    devices: counter(devices),
    sites: counter(sites),
    interventional: interventional === null ? null : counter(interventional),
  })),
  ...knownPopulations(departmentsOf({ rows })),
  isEmbedded: true,
});
