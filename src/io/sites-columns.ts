/** The columns of a file of real sites, and how each number of it is understood. */
import { plainHeader } from './csv-rows.ts';

/** The columns, with the headers that name them (lower case, no accents, letters and digits only). */
export const SITES_COLUMNS = Object.freeze({
  id: ['id', 'site', 'siteid', 'identifiant', 'idsite'],
  label: ['label', 'name', 'libelle', 'nom', 'nomdusite'],
  department: ['department', 'departement', 'dep', 'zone'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng', 'long'],
  commune: ['commune', 'town', 'city', 'ville'],
  modality: ['modality', 'modalite', 'equipment', 'equipement'],
  device: ['device', 'appareil', 'machine'],
  opening: ['opening', 'openinghours', 'ouverture', 'heuresouverture', 'heuresdouverture', 'ouvertureheures'],
  passages: ['passages', 'passagesperweek', 'passagesparsemaine', 'passagesaweek'],
  occupancy: ['occupancy', 'occupation', 'tauxoccupation', 'tauxdoccupation'],
  delay_a: [
    'delaya',
    'delayambulatory',
    'delaia',
    'delaiambulatoire',
    'delaiambulatoires',
    'delayaday',
    'delayadays',
    'delaiajours',
  ],
  delay_h: [
    'delayh',
    'delayhospitalised',
    'delaih',
    'delaihospitalise',
    'delaihospitalises',
    'delayhdays',
    'delaihjours',
  ],
} as const);
export type SitesColumn = keyof typeof SITES_COLUMNS;

/** Every file has these. */
export const REQUIRED_SITES_COLUMNS: readonly SitesColumn[] = Object.freeze([
  'id',
  'department',
  'modality',
  'device',
]);

/**
 * The column a header names; null for one that is of no use here.
 * @example sitesColumn('Délai A') // 'delay_a'
 * @example sitesColumn('remarques') // null
 */
export function sitesColumn(header: string): SitesColumn | null {
  const key = plainHeader(header.replace(/\([^)]*\)/g, ''));
  const found = Object.entries(SITES_COLUMNS).find(([, names]) => (names as readonly string[]).includes(key));
  return found === undefined ? null : (found[0] as SitesColumn);
}

/** Numbers a device may have, with what each can be at most and at least. Hours a week, patients a week, percent, days, degrees. */
export const SITES_LIMITS = Object.freeze({
  opening: [1, 168],
  passages: [1, 5000],
  occupancy: [2, 100],
  delay_a: [0, 170],
  delay_h: [0, 170],
  latitude: [-90, 90],
  longitude: [-180, 180],
} as const satisfies Partial<Record<SitesColumn, readonly [low: number, high: number]>>);
export type SitesNumber = keyof typeof SITES_LIMITS;

/**
 * A number with a decimal comma or point, any minus sign, a percent sign after it or not; null when it is none.
 * @example parseSitesNumber('48,857') // 48.857
 * @example parseSitesNumber('60,6 %') // 60.6
 * @example parseSitesNumber('−2') // -2
 * @example parseSitesNumber('7 jours') // null
 */
export function parseSitesNumber(text: string): number | null {
  const plain = text.replace(/[−–]/g, '-').replace(/\s*%$/, '').replace(',', '.');
  return /^[+-]?\d{1,9}(\.\d+)?$/.test(plain) ? Number(plain) + 0 : null;
}
