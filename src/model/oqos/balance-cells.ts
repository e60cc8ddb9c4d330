/** The cells of a balance in a table: its columns by name, and how each cell is understood. */

/** The columns, with the headers that name them (lower case, no accents, letters and digits only). */
export const BALANCE_COLUMNS = Object.freeze({
  equipment: ['equipment', 'equipement'],
  department: ['department', 'departement', 'zone'],
  devices_current: ['devicescurrent', 'appareilsactuel', 'appareilsactuels', 'appareilssituationactuelle'],
  devices_low: ['deviceslow', 'appareilsbornebasse'],
  devices_high: ['deviceshigh', 'appareilsbornehaute'],
  devices_gap: ['devicesgap', 'appareilsecart'],
  devices_receivable: ['devicesreceivable', 'appareilsrecevable', 'appareilsrecevables'],
  sites_current: [
    'sitescurrent',
    'implantationsactuel',
    'implantationsactuelles',
    'implantationssituationactuelle',
  ],
  sites_low: ['siteslow', 'implantationsbornebasse'],
  sites_high: ['siteshigh', 'implantationsbornehaute'],
  sites_gap: ['sitesgap', 'implantationsecart'],
  sites_receivable: ['sitesreceivable', 'implantationsrecevable', 'implantationsrecevables'],
  interventional_current: ['interventionalcurrent', 'interventionnelactuel', 'interventionnelsactuels'],
  interventional_low: ['interventionallow', 'interventionnelbornebasse'],
  interventional_high: ['interventionalhigh', 'interventionnelbornehaute'],
  interventional_gap: ['interventionalgap', 'interventionnelecart'],
  interventional_receivable: ['interventionalreceivable', 'interventionnelrecevable'],
  interventional_gap_printed: ['interventionalgapprinted', 'interventionnelecartimprime'],
  devices_gap_printed: ['devicesgapprinted', 'appareilsecartimprime'],
  devices_receivable_printed: ['devicesreceivableprinted', 'appareilsrecevableimprime'],
  population: ['population', 'habitants', 'inhabitants'],
} as const);
export type BalanceColumn = keyof typeof BALANCE_COLUMNS;

/** Every balance has these; a table of totals has no department. */
export const REQUIRED_COLUMNS: readonly BalanceColumn[] = Object.freeze([
  'equipment',
  'department',
  'devices_current',
  'devices_low',
  'devices_high',
  'sites_current',
  'sites_low',
  'sites_high',
]);

/**
 * The column a header names, by its letters and digits; null for one that is of no use here.
 * @example balanceColumn('devicescurrent') // 'devices_current'
 * @example balanceColumn('notes') // null
 */
export function balanceColumn(plain: string): BalanceColumn | null {
  const found = Object.entries(BALANCE_COLUMNS).find(([, names]) =>
    (names as readonly string[]).includes(plain),
  );
  return found === undefined ? null : (found[0] as BalanceColumn);
}

/**
 * A whole number from 0, as a spreadsheet may write it (`74`, `74,0`, `74.0`); null when it is none.
 * @example parseCount('74,0') // 74
 * @example parseCount('74,5') // null
 * @example parseCount('-1') // null
 */
export function parseCount(text: string): number | null {
  return /^\d{1,9}([.,]0+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/**
 * A gap as printed: a signed whole number, any minus sign; null when it is none.
 * @example parseGap('+1') // 1
 * @example parseGap('−2,0') // -2
 */
export function parseGap(text: string): number | null {
  const plain = text.replace(/[−–]/g, '-').replace(/\s/g, '');
  return /^[+-]?\d{1,9}([.,]0+)?$/.test(plain) ? Number(plain.replace(',', '.')) + 0 : null;
}

/**
 * The decision a cell prints: `yes`, `no`, or `only` for interventional scanners only; null when it is none.
 * @example parseDecision('OUI') // 'yes'
 * @example parseDecision('OUI uniquement pour scanner interventionnel') // 'only'
 * @example parseDecision('OUI sauf scanner interventionnel') // null
 */
export function parseDecision(text: string): 'yes' | 'no' | 'only' | null {
  if (/^(oui|yes)$/i.test(text)) return 'yes';
  if (/^(non|no)$/i.test(text)) return 'no';
  const isOnly = /^(oui|yes).*interventi/i.test(text) && /uniquement|seulement|exclusi|only/i.test(text);
  return isOnly ? 'only' : null;
}

/**
 * True for the cell that marks a row of totals in the column of departments.
 * @example isTotalMark(' Total ') // true
 */
export const isTotalMark = (text: string): boolean => /^total$/i.test(text.trim());
