/** The page of `validate history`: what the model would have said of the past, hits and misses alike. */
import type {
  HistoryCase,
  HistoryClaim,
  HistoryObservation,
  HistoryParameter,
  HistoryYear,
  ValidateHistoryDocument,
} from '../model/results/results.ts';
import {
  CASE_WORDS,
  CLAIM_WORDS,
  EDGE_WORDS,
  KIND_WORDS,
  OUTCOME_WORDS,
  type Outcome,
  PARAMETER_UNITS,
  PARAMETER_WORDS,
  UNIT_WORDS,
} from './history-words.ts';
import { type Language, type Text, typeset } from './language.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { fill } from './sentence.ts';
import { cut, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';

export interface HistoryPageOptions {
  readonly language: Language;
  readonly style: Style;
}

const TITLE: Text = { en: 'What history says of the model', fr: 'Ce que l’histoire dit du modèle' };
const INTRODUCTION: Text = {
  en: 'Every prediction was made from parameters fixed beforehand, before the observation was opened. Model: fixed parameters, {replications|replication|replications}, 95% interval of the simulation. Assumptions: central 95% of {sets|parameter set|parameter sets} (Latin hypercube). Seed {seed}.',
  fr: 'Chaque prédiction a été faite avec des paramètres fixés d’avance, avant d’ouvrir l’observation. Modèle : paramètres fixés, {replications|réplication|réplications}, intervalle à 95 % de la simulation. Hypothèses : 95 % centraux de {sets|jeu|jeux} de paramètres (hypercube latin). Graine {seed}.',
};
const RULE: Text = {
  en: 'A hit: model and observation differ by no more than their two uncertainties, added in quadrature.',
  fr: 'Juste : modèle et observation ne diffèrent pas de plus que leurs deux incertitudes, composées en quadrature.',
};
const SCORE: Text = {
  en: '{inside|prediction|predictions} right, {outside} missed, {notComparable} not comparable. Several share their data: they are not independent.',
  fr: '{inside|prédiction juste|prédictions justes}, {outside|ratée|ratées}, {notComparable|non comparable|non comparables}. Plusieurs partagent leurs données : elles ne sont pas indépendantes.',
};
const MODEL: Text = { en: 'model', fr: 'modèle' };
const ASSUMPTIONS: Text = { en: 'assumptions', fr: 'hypothèses' };
const OBSERVED: Text = { en: 'observed', fr: 'observé' };
const SOURCE: Text = { en: 'source', fr: 'source' };
const FIXED: Text = { en: 'Fixed beforehand', fr: 'Fixé d’avance' };
const TO: Text = { en: 'to', fr: 'à' };
const YEARS: Text = {
  en: 'Mean delay year by year, days, and the latent demand (2009 = 1) that would give what was observed',
  fr: 'Délai moyen par année, jours, et la demande latente (2009 = 1) qui donnerait le délai observé',
};
const YEAR_HEADS: readonly Text[] = [
  { en: 'machines', fr: 'machines' },
  { en: 'observed', fr: 'observé' },
  { en: 'demand held', fr: 'dem. fixe' },
  { en: 'exams done', fr: 'ex. faits' },
  { en: 'indications', fr: 'indications' },
  { en: 'needed demand', fr: 'dem. requise' },
];
const NAME_WIDTH = 27;
const VALUE_WIDTH = 24;
const YEAR_CELL = 14;
const VERDICT_WIDTH = 8;

interface Numbers {
  readonly value: (x: number) => string;
  readonly range: (low: number, high: number) => string;
}

function numbersOf(claim: HistoryClaim, language: Language): Numbers {
  const { scale, decimals } = UNIT_WORDS[claim.unit];
  const value = (x: number) => formatNumber(x * scale, decimals, language);
  return { value, range: (low, high) => `${value(low)} ${TO[language]} ${value(high)}` };
}

function observedText(observed: HistoryObservation, { value, range }: Numbers): string {
  const { low, high } = observed;
  const bounds = low === null || high === null ? '' : range(low, high);
  if (observed.value === null) return bounds;
  return bounds === '' ? value(observed.value) : `${value(observed.value)} (${bounds})`;
}

/** Near the tolerance on either side, a verdict may change with the number of parameter sets. */
const EDGE: readonly [number, number] = [0.8, 1.25];
const isAtTheEdge = ({ distance, verdict }: HistoryClaim): boolean =>
  (verdict === 'inside' || verdict === 'outside') &&
  distance !== null &&
  distance >= EDGE[0] &&
  distance <= EDGE[1];

function claimLines(claim: HistoryClaim, { language, style }: HistoryPageOptions): readonly string[] {
  const { model, assumption, observed, kind } = claim;
  const words = CLAIM_WORDS[claim.id];
  const outcome: Outcome = claim.verdict ?? 'inversion';
  const numbers = numbersOf(claim, language);
  const bounds =
    model.low === null || model.high === null ? '' : ` (${numbers.range(model.low, model.high)})`;
  const parts = [
    `${MODEL[language]} ${numbers.value(model.mean)}${bounds}`,
    ...(assumption === null
      ? []
      : [`${ASSUMPTIONS[language]} ${numbers.range(assumption.low, assumption.high)}`]),
    ...(observed === null ? [] : [`${OBSERVED[language]} ${observedText(observed, numbers)}`]),
  ];
  const remark = kind === 'prediction' ? '' : ` · ${KIND_WORDS[kind][language]}`;
  const edge = isAtTheEdge(claim) ? ` · ${EDGE_WORDS[language]}` : '';
  const unit = UNIT_WORDS[claim.unit].unit[language];
  const verdict = OUTCOME_WORDS[outcome][language];
  const lead = verdict.length < VERDICT_WIDTH ? verdict.padEnd(VERDICT_WIDTH) : `${verdict} `;
  const lesson = words.lesson[outcome];
  const source = observed === null ? [] : [`${SOURCE[language]} : ${observed.source[language]}`];
  const said = [
    parts.join(' · '),
    ...(lesson === undefined ? [] : [`→ ${typeset(lesson[language], language)}`]),
    ...source.map((text) => (language === 'en' ? text.replace(' :', ':') : typeset(text, language))),
  ];
  const [first, ...more] = wrap(
    `${words.name[language]}, ${unit}${remark}${edge}`,
    PAGE_WIDTH - 2 - lead.length,
    2,
  );
  return [
    `  ${style.bold(lead)}${first}`,
    ...more.map((line) => ' '.repeat(2 + lead.length) + line),
    ...said.flatMap((text) => hanging(text, 2 + VERDICT_WIDTH)),
  ];
}

/** A text wrapped within the page, moved to the right; its later lines two further. */
const hanging = (text: string, by: number): readonly string[] =>
  wrap(text, PAGE_WIDTH - by, 2).map((line) => ' '.repeat(by) + line);

function parameterLine(parameter: HistoryParameter, language: Language): readonly string[] {
  const { id, value, range, unit, source } = parameter;
  const isShare = unit === '/year' || unit === 'ratio';
  const shown = (x: number) => formatShort(isShare ? x * 100 : x, 1, language);
  const suffix = PARAMETER_UNITS[unit]?.[language] ?? unit;
  const bounds = range === null ? '' : ` (${shown(range[0])}–${shown(range[1])})`;
  const name = cut(PARAMETER_WORDS[id]?.[language] ?? id, NAME_WIDTH - 1).padEnd(NAME_WIDTH);
  const amount = typeset(`${shown(value)}${bounds} ${suffix}`, language).padEnd(VALUE_WIDTH);
  const first = `  ${name}${amount} `;
  const [line, ...rest] = wrap(source[language], PAGE_WIDTH - first.length, 0);
  return [first + (line ?? ''), ...rest.map((one) => ' '.repeat(first.length) + one)];
}

function yearLines(
  years: readonly HistoryYear[],
  { language, style }: HistoryPageOptions,
): readonly string[] {
  if (years.length === 0) return [];
  const cells = (values: readonly string[]) => values.map((value) => value.padStart(YEAR_CELL)).join('');
  const days = (x: number) => formatNumber(x, 1, language);
  return [
    '',
    style.bold(YEARS[language]),
    style.dim(`      ${cells(YEAR_HEADS.map((head) => head[language]))}`),
    ...years.map(
      (one) =>
        `  ${one.year}${cells([
          formatNumber(one.machines, 0, language),
          days(one.observedDays),
          days(one.fixedDemandDays),
          days(one.examVolumesDays),
          days(one.indicationsDays),
          formatNumber(one.neededDemand, 2, language),
        ])}`,
    ),
  ];
}

function caseLines(one: HistoryCase, options: HistoryPageOptions): readonly string[] {
  const { language, style } = options;
  const { title, question, built } = CASE_WORDS[one.id];
  return [
    '',
    style.bold(`${title[language]} `.padEnd(PAGE_WIDTH, '═')),
    ...wrap(typeset(question[language], language), PAGE_WIDTH, 0),
    ...wrap(typeset(built[language], language), PAGE_WIDTH, 0),
    '',
    style.bold(FIXED[language]),
    ...one.parameters.flatMap((parameter) => parameterLine(parameter, language)),
    ...one.claims.flatMap((claim) => ['', ...claimLines(claim, options)]),
    ...yearLines(one.years, options),
  ];
}

/**
 * The page, line by line, at most 98 characters wide: for each case the question, what was built, the parameters fixed
 * beforehand, then each claim with its intervals, the observation, the verdict and what it teaches; the score at the end.
 */
export function historyPage(
  document: ValidateHistoryDocument,
  options: HistoryPageOptions,
): readonly string[] {
  const { language, style } = options;
  const { replications, assumptionSets: sets, seed, score } = document;
  const introduction = fill(INTRODUCTION, { replications, sets, seed }, language);
  return [
    style.bold(TITLE[language]),
    ...wrap(introduction, PAGE_WIDTH, 0),
    ...wrap(typeset(RULE[language], language), PAGE_WIDTH, 0),
    ...document.cases.flatMap((one) => caseLines(one, options)),
    '',
    ...wrap(fill(SCORE, { ...score }, language), PAGE_WIDTH, 0),
  ];
}
