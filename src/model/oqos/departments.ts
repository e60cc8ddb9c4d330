/** French departments, the zones of a balance, and how many people live in those of Île-de-France. */
import { nearestName } from '../nearest-name.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['01', 'Ain'],
  ['02', 'Aisne'],
  ['03', 'Allier'],
  ['04', 'Alpes-de-Haute-Provence'],
  ['05', 'Hautes-Alpes'],
  ['06', 'Alpes-Maritimes'],
  ['07', 'Ardèche'],
  ['08', 'Ardennes'],
  ['09', 'Ariège'],
  ['10', 'Aube'],
  ['11', 'Aude'],
  ['12', 'Aveyron'],
  ['13', 'Bouches-du-Rhône'],
  ['14', 'Calvados'],
  ['15', 'Cantal'],
  ['16', 'Charente'],
  ['17', 'Charente-Maritime'],
  ['18', 'Cher'],
  ['19', 'Corrèze'],
  ['2A', 'Corse-du-Sud'],
  ['2B', 'Haute-Corse'],
  ['21', 'Côte-d’Or'],
  ['22', 'Côtes-d’Armor'],
  ['23', 'Creuse'],
  ['24', 'Dordogne'],
  ['25', 'Doubs'],
  ['26', 'Drôme'],
  ['27', 'Eure'],
  ['28', 'Eure-et-Loir'],
  ['29', 'Finistère'],
  ['30', 'Gard'],
  ['31', 'Haute-Garonne'],
  ['32', 'Gers'],
  ['33', 'Gironde'],
  ['34', 'Hérault'],
  ['35', 'Ille-et-Vilaine'],
  ['36', 'Indre'],
  ['37', 'Indre-et-Loire'],
  ['38', 'Isère'],
  ['39', 'Jura'],
  ['40', 'Landes'],
  ['41', 'Loir-et-Cher'],
  ['42', 'Loire'],
  ['43', 'Haute-Loire'],
  ['44', 'Loire-Atlantique'],
  ['45', 'Loiret'],
  ['46', 'Lot'],
  ['47', 'Lot-et-Garonne'],
  ['48', 'Lozère'],
  ['49', 'Maine-et-Loire'],
  ['50', 'Manche'],
  ['51', 'Marne'],
  ['52', 'Haute-Marne'],
  ['53', 'Mayenne'],
  ['54', 'Meurthe-et-Moselle'],
  ['55', 'Meuse'],
  ['56', 'Morbihan'],
  ['57', 'Moselle'],
  ['58', 'Nièvre'],
  ['59', 'Nord'],
  ['60', 'Oise'],
  ['61', 'Orne'],
  ['62', 'Pas-de-Calais'],
  ['63', 'Puy-de-Dôme'],
  ['64', 'Pyrénées-Atlantiques'],
  ['65', 'Hautes-Pyrénées'],
  ['66', 'Pyrénées-Orientales'],
  ['67', 'Bas-Rhin'],
  ['68', 'Haut-Rhin'],
  ['69', 'Rhône'],
  ['70', 'Haute-Saône'],
  ['71', 'Saône-et-Loire'],
  ['72', 'Sarthe'],
  ['73', 'Savoie'],
  ['74', 'Haute-Savoie'],
  ['75', 'Paris'],
  ['76', 'Seine-Maritime'],
  ['77', 'Seine-et-Marne'],
  ['78', 'Yvelines'],
  ['79', 'Deux-Sèvres'],
  ['80', 'Somme'],
  ['81', 'Tarn'],
  ['82', 'Tarn-et-Garonne'],
  ['83', 'Var'],
  ['84', 'Vaucluse'],
  ['85', 'Vendée'],
  ['86', 'Vienne'],
  ['87', 'Haute-Vienne'],
  ['88', 'Vosges'],
  ['89', 'Yonne'],
  ['90', 'Territoire-de-Belfort'],
  ['91', 'Essonne'],
  ['92', 'Hauts-de-Seine'],
  ['93', 'Seine-Saint-Denis'],
  ['94', 'Val-de-Marne'],
  ['95', 'Val-d’Oise'],
  ['971', 'Guadeloupe'],
  ['972', 'Martinique'],
  ['973', 'Guyane'],
  ['974', 'La Réunion'],
  ['976', 'Mayotte'],
]);

/** Inhabitants in 2017, the figures in force on 1 January 2020 (INSEE). */
export const POPULATION_YEAR = 2017;
export const POPULATIONS_2017: Readonly<Record<string, number>> = Object.freeze({
  '75': 2_187_526,
  '77': 1_403_997,
  '78': 1_438_266,
  '91': 1_296_130,
  '92': 1_609_306,
  '93': 1_623_111,
  '94': 1_387_926,
  '95': 1_228_618,
});

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/**
 * The code of the department a text names, by its code or its name; null when it names none.
 * @example parseDepartment('Val-d’Oise') // '95'
 * @example parseDepartment('1') // '01'
 * @example parseDepartment('96') // null
 */
export function parseDepartment(text: string): string | null {
  const code = text.trim().toUpperCase().padStart(2, '0');
  if (NAMES.has(code)) return code;
  const key = plain(text);
  for (const [one, name] of NAMES) if (plain(name) === key && key !== '') return one;
  return null;
}

/**
 * The department a misspelt text was probably meant to be, as `95 (Val-d’Oise)`; an empty text when none is near.
 * @example nearestDepartment('Yveline') // '78 (Yvelines)'
 */
export function nearestDepartment(text: string): string {
  if (!/\p{L}{3}/u.test(text)) return '';
  const near = parseDepartment(nearestName(plain(text), [...NAMES.values()].map(plain)));
  return near === null ? '' : departmentLabel(near);
}

/**
 * The name of a department; its code when there is none.
 * @example departmentName('93') // 'Seine-Saint-Denis'
 */
export const departmentName = (code: string): string => NAMES.get(code) ?? code;

/**
 * A department by its code and name.
 * @example departmentLabel('78') // '78 (Yvelines)'
 */
export const departmentLabel = (code: string): string => `${code} (${departmentName(code)})`;
