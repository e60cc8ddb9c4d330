/**
 * Surveys of access to MRI in France: mystery calls for one urgent oncology case (lumbar MRI), one call a structure, the
 * earliest appointment or the structure’s estimate, asked by Cemka-Eval for ISA, from 2016 for SNITEM. The national
 * years 2005–2018 and the regional figures of 2013; rows that conflict with others are kept and said so.
 */
import { deepFreeze } from '../freeze.ts';

/** What a row is for: a point of the national series, the comparison of regions in 2013, or kept as a conflict only. */
export type SurveyUse = (typeof USES)[number];

export interface MriSurveyRow {
  readonly id: string;
  readonly year: number;
  readonly place: string;
  readonly level: (typeof LEVELS)[number];
  readonly use: SurveyUse;
  /** Mean delay, days; null where the row gives none (or a median only). */
  readonly delayDays: number | null;
  /** Change from the year before as the source prints it, days. */
  readonly printedDelayChangeDays: number | null;
  readonly machines: number | null;
  /** Machines added since the year before, as the source prints it. */
  readonly printedMachinesChange: number | null;
  readonly machinesPerMillion: number | null;
  /** What another page says, or why the row is not used; empty where nothing contradicts it. */
  readonly caution: string;
  readonly source: string;
}

/** Row, year, place, level, use, delay, its printed change, machines, their printed change, per million, caution, source. */
const TABLE = `
S005|2005|France|country|series|29.3||||||https://studylibfr.com/doc/1278048/quels-d%C3%A9lais-d-attente-pour-un-rendez-vous-irm
S006|2005|France|country|not-used|27|||||29.3 in studylibfr.com|https://www.orthomalin.com/actualites/actualite-professionnelle/irm-la-rechute-francaise
S007|2006|France|country|series|33.2||||||https://www.orthomalin.com/actualites/actualite-professionnelle/irm-la-rechute-francaise
S008|2006|France|country|not-used|||391|||395 = 230 + 3 x 55 from lequotidiendumedecin.fr|https://www.orthomalin.com/actualites/actualite-professionnelle/irm-la-rechute-francaise
S009|2009|France|country|series|34.5||495|||machines derived: 543 − 48|https://static2.lequotidiendumedecin.fr/hopital/la-france-incapable-de-combler-son-retard
S010|2010|France|country|series|34.6|0.1|543|48|||https://static2.lequotidiendumedecin.fr/hopital/la-france-incapable-de-combler-son-retard
S016|2011|France|country|series|32.2|-2.4|592|49|||https://www.santenews.eu/2011/05/irm-des-delais-dattente-encore-trop-longs/
S017|2011|France|country|not-used|32.2||||9.4|9 per million in santenews.eu|https://terrafemina.com/article/irm-le-classement-par-region-des-meilleurs-equipements-et-des-delais-dattente_a15707/1
S024|2012|France|country|series|29.1|-3.1|618|26|9.8||http://www.santenews.eu/2012/06/02/irm-la-france-est-toujours-en-retard/
S025|2013|France|country|series|30.5|1.4|646|28|10.1||https://pourquoidocteur.fr/IRM---plus-d-un-mois-d-attente-pour-une-urgence-2508.html
S034|2014|France|country|series|37.7|7.2|684|38|10.7||https://24hsante.com/?p=40771
S037|2015|France|country|series|30.3|-7.4|761|77|11.9||https://studylibfr.com/doc/4205662/irm-et-d%C3%A9lais-d-attente-2015---soci%C3%A9t%C3%A9-fran%C3%A7aise-de-radio...
S038|2016|France|country|series|30.6|0.3|839|78|13.1|machines derived: 906 − 67|http://www.mutualistes.com/irm-des-delais-d-attente
S039|2016|France|country|not-used|||700|||number of structures called, not machines; 839 elsewhere|http://www.mutualistes.com/irm-des-delais-d-attente
S040|2017|France|country|series|34.1|3.5|906|67|||https://www.lequotidiendumedecin.fr/actus-medicales/politique-de-sante/irm-le-delai-de-rendez-vous-sallonge-34-jours-malgre-la-hausse-du-nombre-dequipements
S041|2017|France|country|not-used|29.2|||||34.1 everywhere else|https://v2-dev.egora.fr/node/46870
S042|2017|France|country|not-used|27.7|||||direct bookings only|https://francetvinfo.fr/sante/soigner/irm-les-delais-dattente-restent-trop-importants_2423975.html
S043|2017|France|country|not-used||||||direct bookings only|https://francetvinfo.fr/sante/soigner/irm-les-delais-dattente-restent-trop-importants_2423975.html
S044|2017|France|country|not-used||||||estimated by the structure, no booking given|https://francetvinfo.fr/sante/soigner/irm-les-delais-dattente-restent-trop-importants_2423975.html
S045|2018|France|country|series|32.3|-1.8|960|54|||https://snitem.fr/publications/fiches-et-syntheses/irm-et-delais-dattente-les-chiffres-2018
S077|2013|Basse-Normandie|region|across-regions|49.7||||||https://www.vivamagazine.fr/la-france-manque-irm-167394/
S078|2013|Bourgogne|region|across-regions|||11||6.7||https://france3-regions.francetvinfo.fr/bourgogne-franche-comte/2013/01/03/imagerie-medicale-la-bourgogne-va-pouvoir-renforcer-ses-equipements-irm-173785.html
S079|2013|Bretagne|region|across-regions|24.2|||||> 50 in 2012 and in 2014|https://www.vivamagazine.fr/irm-30-jours-attente-pour-une-urgence-oncologique-170957/
S080|2013|Champagne-Ardenne|region|across-regions|26.6||||12||https://www.vivamagazine.fr/la-france-manque-irm-167394/
S082|2013|France, 5 best-equipped regions|five-regions|across-regions|23.8||||||https://www.thema-radiologie.fr/actualites/699/irm-la-repartition-des-autorisations-d-installation-est-elle-bien-coherente.html
S083|2013|France, 5 least-equipped regions|five-regions|across-regions|43.3||||||https://www.thema-radiologie.fr/actualites/699/irm-la-repartition-des-autorisations-d-installation-est-elle-bien-coherente.html
S084|2013|Ile-de-France|region|across-regions|22.6||||||https://france3-regions.francetvinfo.fr/hauts-de-france/2014/07/10/irm-dans-le-nord-pas-de-calais-263-jours-d-attente-en-moyenne-514991.html
S085|2013|Nord-Pas-de-Calais|region|across-regions|21.5||||13.6||https://www.vivamagazine.fr/la-france-manque-irm-167394/
S086|2013|Nord-Pas-de-Calais|region|across-regions|21.6|||||21.5 in vivamagazine.fr|https://pourquoidocteur.fr/IRM---plus-d-un-mois-d-attente-pour-une-urgence-2508.html
S087|2013|Pays de la Loire|region|across-regions|45.4||||||https://www.vivamagazine.fr/la-france-manque-irm-167394/
S088|2013|Poitou-Charentes|region|across-regions|28.6||||||https://www.vivamagazine.fr/irm-30-jours-attente-pour-une-urgence-oncologique-170957/
`;

const LEVELS = ['country', 'region', 'five-regions'] as const;
const USES = ['series', 'across-regions', 'not-used'] as const;

function oneOf<T extends string>(words: readonly T[], text: string): T {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new RangeError(`${text} is none of ${words.join(', ')}`);
  return found;
}

const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text));

function readRow(line: string): MriSurveyRow {
  const [id, year, place, level, use, delay, delayChange, machines, machinesChange, rate, caution, source] =
    line.split('|') as [string, ...string[]];
  return {
    id,
    year: Number(year),
    place: place ?? '',
    level: oneOf(LEVELS, level ?? ''),
    use: oneOf(USES, use ?? ''),
    delayDays: numberOrNull(delay ?? ''),
    printedDelayChangeDays: numberOrNull(delayChange ?? ''),
    machines: numberOrNull(machines ?? ''),
    printedMachinesChange: numberOrNull(machinesChange ?? ''),
    machinesPerMillion: numberOrNull(rate ?? ''),
    caution: caution ?? '',
    source: source ?? '',
  };
}

/** Every row kept, in the order of their ids. */
export const MRI_ACCESS_SURVEYS: readonly MriSurveyRow[] = deepFreeze(TABLE.trim().split('\n').map(readRow));

/** A year of the national series with both its delay and its equipment. */
export interface NationalYear {
  readonly year: number;
  readonly machines: number;
  readonly delayDays: number;
}

/**
 * The national years that have both a mean delay (days) and a number of machines, oldest first.
 * @example nationalMriSeries()[0] // { year: 2009, machines: 495, delayDays: 34.5 }
 */
export function nationalMriSeries(): readonly NationalYear[] {
  return MRI_ACCESS_SURVEYS.flatMap(({ use, year, machines, delayDays }) =>
    use === 'series' && machines !== null && delayDays !== null ? [{ year, machines, delayDays }] : [],
  );
}

/** What a prediction may know of the series: the equipment of every year, and the delay of the first year only. */
export interface EquipmentConditions {
  readonly startDelayDays: number;
  readonly years: readonly { readonly year: number; readonly machines: number }[];
}

/**
 * The national series without its later delays: what is given to a prediction that must not see them.
 * @example equipmentConditions().startDelayDays // 34.5
 */
export function equipmentConditions(): EquipmentConditions {
  const series = nationalMriSeries();
  return {
    startDelayDays: series[0]!.delayDays,
    years: series.map(({ year, machines }) => ({ year, machines })),
  };
}

/**
 * The row of this id.
 * @throws RangeError when there is none.
 * @example surveyRow('S082').delayDays // 23.8
 */
export function surveyRow(id: string): MriSurveyRow {
  const found = MRI_ACCESS_SURVEYS.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`no survey row ${id}`);
  return found;
}
