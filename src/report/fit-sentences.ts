/** What the fitted laws show, in sentences computed from the fits themselves. */
import type { FittedRow, LawFamily, LawFit } from '../model/results/durations.ts';
import type { Language, Text } from './language.ts';
import { formatNumber, formatOf, formatShort } from './numbers.ts';
import { fill } from './sentence.ts';

const NOTES = {
  gaps: {
    en: 'Two parameters cannot pass through three quantiles: at best all three are missed by the same share. Where it fits worst: {worst}.',
    fr: 'Deux paramètres ne passent pas par trois quantiles : au mieux, tous trois sont manqués dans la même proportion. Là où l’ajustement est le pire : {worst}.',
  },
  exact: {
    en: '{law} has three parameters and passes through all three. That proves nothing beyond P80, where laws part: {where}.',
    fr: '{law} a trois paramètres et passe par les trois. Cela ne prouve rien au-delà de P80, où les lois divergent : {where}.',
  },
  reports: {
    en: 'No mean is given: nothing is known beyond P80, and the mean of such a delay is made there. P90 and P95 go from the lowest to the highest of the five laws; the bound in days is our choice.',
    fr: 'Aucune moyenne n’est donnée : rien n’est connu au-delà de P80, et c’est là que se fait la moyenne d’un tel délai. P90 et P95 vont du plus bas au plus haut des cinq lois ; la borne en jours est notre choix.',
  },
  marginals: {
    en: 'One law per number: how numbers of one department go together was not published. A delay of 0 is the same day, so its lower bound is −0.5; 180 days is our upper bound.',
    fr: 'Une loi par nombre : la façon dont les nombres d’un même plateau vont ensemble n’a pas été publiée. Un délai de 0 est le jour même, d’où la borne de −0,5 ; celle de 180 jours est notre choix.',
  },
} as const satisfies Readonly<Record<string, Text>>;

const MISS: Text = {
  en: '{law} {gap} ({where}: P20 of {fitted} for {given})',
  fr: '{law} {gap} ({where} : P20 de {fitted} pour {given})',
};
const PARTED_EXAMS: Text = {
  en: '{where}, mean {meanLow} to {meanHigh} min and P95 {low} to {high} min',
  fr: '{where}, moyenne de {meanLow} à {meanHigh} min et P95 de {low} à {high} min',
};
const PARTED_REPORTS: Text = {
  en: '{where}, P95 {low} to {high} days',
  fr: '{where}, P95 de {low} à {high} jours',
};

const TWO_PARAMETERS = ['lognormal', 'gamma', 'weibull'] as const satisfies readonly LawFamily[];

const LAW_NAMES: Readonly<Record<LawFamily, Text>> = Object.freeze({
  'jqpd-s': { en: 'J-QPD-S', fr: 'J-QPD-S' },
  'jqpd-b': { en: 'J-QPD-B', fr: 'J-QPD-B' },
  lognormal: { en: 'lognormal', fr: 'lognormale' },
  gamma: { en: 'gamma', fr: 'gamma' },
  weibull: { en: 'Weibull', fr: 'Weibull' },
});

const DAY = 1440;
const HOUR = 60;

type NameOf = (row: FittedRow) => string;

/**
 * A note of the table that needs no numbers.
 * @example noteOf('reports', 'en').slice(0, 17) // 'No mean is given:'
 */
export function noteOf(name: 'reports' | 'marginals', language: Language): string {
  return fill(NOTES[name], {}, language);
}

/** The row a family misses by the most; null when it fits none. */
function worstOf(rows: readonly FittedRow[], family: LawFamily): { row: FittedRow; fit: LawFit } | null {
  const fits = rows.flatMap((row) => {
    const fit = row.fits.find((one) => one.family === family);
    return fit === undefined ? [] : [{ row, fit }];
  });
  return fits.reduce<(typeof fits)[number] | null>(
    (worst, one) => (worst === null || one.fit.misfit > worst.fit.misfit ? one : worst),
    null,
  );
}

const inUnit = (minutes: number, isReport: boolean, language: Language): string =>
  isReport ? `${formatShort(minutes / HOUR, 2, language)} h` : formatShort(minutes, 2, language);

function missText(
  rows: readonly FittedRow[],
  family: LawFamily,
  nameOf: NameOf,
  language: Language,
): string[] {
  const worst = worstOf(rows, family);
  if (worst === null) return [];
  const { row, fit } = worst;
  const { scale, suffix } = formatOf('percent', language);
  const isReport = row.quantity === 'report-turnaround';
  const values = {
    law: LAW_NAMES[family][language],
    gap: formatNumber(fit.misfit * scale, 1, language) + suffix,
    where: nameOf(row),
    fitted: inUnit(fit.fitted.p20, isReport, language),
    given: inUnit(row.given.p20, isReport, language),
  };
  return [fill(MISS, values, language)];
}

/** Highest over lowest P95 of the laws of a row. */
const parting = ({ fits }: FittedRow): number => {
  const p95 = fits.map((fit) => fit.p95);
  return Math.max(...p95) / Math.min(...p95);
};

function partedText(rows: readonly FittedRow[], nameOf: NameOf, language: Language): string {
  const row = rows.reduce((most, one) => (parting(one) > parting(most) ? one : most));
  const isReport = row.quantity === 'report-turnaround';
  const p95 = row.fits.map((fit) => fit.p95 / (isReport ? DAY : 1));
  const means = row.fits.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  const number = (x: number) => formatNumber(x, 1, language);
  const values = {
    where: nameOf(row),
    low: number(Math.min(...p95)),
    high: number(Math.max(...p95)),
    meanLow: number(Math.min(...means)),
    meanHigh: number(Math.max(...means)),
  };
  return fill(isReport ? PARTED_REPORTS : PARTED_EXAMS, values, language);
}

/**
 * What the fits of one quantity show: by how much each law with two parameters misses, and where; what the chosen one
 * proves and does not; for reports, why there is no mean.
 * @param rows of one quantity; those without any fit are left out.
 * @param nameOf how a row is called in a sentence.
 * @example fitSentences([], () => 'row', 'en') // []
 */
export function fitSentences(
  rows: readonly FittedRow[],
  nameOf: NameOf,
  language: Language,
): readonly string[] {
  const fitted = rows.filter(({ fits }) => fits.length > 0);
  const [first] = fitted;
  if (first === undefined) return [];
  const worst = TWO_PARAMETERS.flatMap((family) => missText(fitted, family, nameOf, language)).join(', ');
  const values = {
    law: LAW_NAMES[first.chosen][language],
    where: partedText(fitted, nameOf, language),
  };
  return [
    ...(worst === '' ? [] : [fill(NOTES.gaps, { worst }, language)]),
    fill(NOTES.exact, values, language),
    ...(first.quantity === 'report-turnaround' ? [noteOf('reports', language)] : []),
  ];
}
