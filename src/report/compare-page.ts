/** A comparison as a page of text: for each variant what it changes, what that gives and how surely, and how it comes. */
import type { HeadlineDifference } from '../model/results/compare.ts';
import type { CompareDocument, ComparedVariant } from '../model/results/compare-document.ts';
import type { Scenario } from '../model/scenario.ts';
import { changeLines } from './change-lines.ts';
import { answerLines } from './compare-answers.ts';
import { differenceTable } from './compare-table.ts';
import { capital, type Language, type Text } from './language.ts';
import { gainBounds } from './lever-words.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { fill, type Values } from './sentence.ts';
import { cut, indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';
import { transientLines } from './transient-lines.ts';
import { MODALITY_WORDS, VOCABULARY } from './words.ts';

export interface ComparePageOptions {
  readonly language: Language;
  readonly style: Style;
  /** The command that gives the same numbers, and the program's version. */
  readonly command: string;
  readonly version: string;
}

const INTRODUCTION: Text = {
  en: '{variants|variant|variants} beside the base: {weeks|week|weeks}, {warmup} of them left out as warm-up, {replications|replication|replications} of each with the same random numbers. A difference is variant − base.',
  fr: '{variants|variante|variantes} à côté de la base : {weeks|semaine|semaines}, dont {warmup} de mise en régime, {replications|réplication|réplications} de chacune avec les mêmes tirages. Un écart est variante − base.',
};
const BASE: Text = { en: 'Base', fr: 'Base' };
const VARIANT: Text = { en: 'Variant {rank}', fr: 'Variante {rank}' };
const CHANGES: Text = { en: 'What it changes', fr: 'Ce qu’elle change' };

const UNCHANGED: Text = {
  en: '{departments}: nothing changes.',
  fr: '{departments} : rien ne change.',
};
const OVERALL: Text = {
  en: 'In all, those who book wait {days} patient-days a week {way}{assumptions}.',
  fr: 'Au total, ceux qui prennent rendez-vous attendent {days} jours-patients par semaine {way}{assumptions}.',
};
const MORE_OR_LESS = {
  lower: { en: 'less', fr: 'de moins' },
  higher: { en: 'more', fr: 'de plus' },
} as const satisfies Readonly<Record<string, Text>>;
const OVERALL_SETS: Text = { en: ' ({bounds} over the assumptions)', fr: ' ({bounds} selon les hypothèses)' };

const PAIRING: Text = {
  en: 'Same random numbers: correlation {correlation}, so independent draws would need {factor} times the replications (first place offered).',
  fr: 'Mêmes tirages : corrélation {correlation}, des tirages indépendants demanderaient {factor} fois plus de réplications (premier rendez-vous).',
};
const TRUST: Text = { en: 'How sure this is', fr: 'Ce que cela vaut' };
const CORRECTED: Text = {
  en: 'simulation intervals: {level}% each, so that for a given number those of all variants hold together in 95% of cases',
  fr: 'intervalles de simulation : {level} % chacun, pour que ceux de toutes les variantes tiennent ensemble dans 95 % des cas, pour un même nombre',
};
const SETS: Text = {
  en: 'assumptions: {drawn|set|sets} drawn over the ranges of what is assumed, each calibrated again on the base’s own delays and occupancy; {kept|kept|kept}{rejected}',
  fr: 'hypothèses : {drawn|jeu tiré|jeux tirés} dans les fourchettes de ce qui est supposé, chacun recalé sur les délais et l’occupation de la base ; {kept|gardé|gardés}{rejected}',
};
const REJECTED: Text = {
  en: ', {count|impossible one|impossible ones} ({reasons})',
  fr: ', {count|jeu impossible|jeux impossibles} ({reasons})',
};
const NO_SETS: Text = {
  en: 'assumptions: not played (--sets 24 for their interval): an interval of the simulation alone is false precision',
  fr: 'hypothèses : non jouées (--sets 24 pour leur intervalle) : l’intervalle de la simulation seule est une fausse précision',
};
const FADES: Text = {
  en: 'demand is as today: where it grows each year, a gain fades unless it is renewed',
  fr: 'la demande est celle d’aujourd’hui : là où elle croît chaque année, un gain s’efface s’il n’est pas renouvelé',
};
const DRIFTS: Text = {
  en: 'some delay still moves at the end: take more --weeks before trusting these numbers',
  fr: 'un délai bouge encore à la fin : prendre plus de --weeks avant de s’y fier',
};
const AGAIN: Text = { en: 'To get the same numbers again', fr: 'Pour retrouver les mêmes nombres' };
const IDENTITY: Text = {
  en: 'creneau {version} · scenarios {hashes} · seed {seed}',
  fr: 'creneau {version} · scénarios {hashes} · graine {seed}',
};

type Say = (text: Text, values?: Values) => string;

/**
 * The page, line by line, at most 98 characters wide.
 * @param scenario of the base: labels of its sites, and what it assumes.
 */
export function comparePage(
  document: CompareDocument,
  scenario: Scenario,
  { language, style, command, version }: ComparePageOptions,
): readonly string[] {
  const say: Say = (text, values = {}) => fill(text, values, language, VOCABULARY);
  const { variants, weeks, warmupWeeks, replications, base } = document;
  const introduction = say(INTRODUCTION, {
    variants: variants.length,
    weeks,
    warmup: warmupWeeks,
    replications,
  });
  const hashes = [base, ...variants].map(({ hash }) => hash).join(' ');
  return [
    style.bold(`${say(BASE)} · ${base.name[language]} (${base.label})`),
    ...wrap(introduction, PAGE_WIDTH, 0),
    ...variants.flatMap((variant, rank) =>
      variantLines(variant, rank + 1, document, scenario, { language, style, say }),
    ),
    '',
    style.bold(say(TRUST)),
    ...trustSentences(document, language).flatMap((line) => indented(wrap(line, PAGE_WIDTH - 2, 2), 2)),
    '',
    style.bold(say(AGAIN)),
    `  ${command}`,
    ...wrap(say(IDENTITY, { version, hashes, seed: document.seed }), PAGE_WIDTH - 2, 2).map((line) =>
      style.dim(`  ${line}`),
    ),
  ];
}

/** A sentence on as many lines as it takes, under its own indent. */
function hung(line: string): readonly string[] {
  const text = line.trimStart();
  const indent = line.length - text.length;
  return indented(wrap(text, PAGE_WIDTH - 4 - indent, 2), indent);
}

interface Manner {
  readonly language: Language;
  readonly style: Style;
  readonly say: Say;
}

function variantLines(
  variant: ComparedVariant,
  rank: number,
  document: CompareDocument,
  scenario: Scenario,
  manner: Manner,
): readonly string[] {
  const { language, style, say } = manner;
  const { level } = document;
  const title = `${say(VARIANT, { rank })} · ${variant.label} `;
  const departments = departmentsOf(variant.headlines);
  const isStill = (rows: readonly HeadlineDifference[]) =>
    rows.every(({ verdict }) => verdict === 'unchanged');
  const moving = departments.filter(({ rows }) => !isStill(rows));
  const still = departments.filter(({ rows }) => isStill(rows));
  const named = ({ site, modality }: Place) =>
    `${labelOf(scenario, site)} · ${say(MODALITY_WORDS[modality])}`;
  return [
    '',
    style.bold(cut(title, PAGE_WIDTH).padEnd(PAGE_WIDTH, '═')),
    '',
    `  ${style.bold(say(CHANGES))}`,
    ...indented(changeLines(variant.values, variant.roomWeeks, language).flatMap(hung), 4),
    ...moving.flatMap(({ place, rows }) => [
      '',
      `  ${style.bold(capital(named(place)))}`,
      ...answerLines(rows, variant.toMeasure, { level, scenario, language }).flatMap((line) =>
        indented(hung(line), 4),
      ),
      '',
      ...indented(differenceTable(rows, manner), 2),
      ...transientLines(
        variant.transients.filter(({ site, modality }) => site === place.site && modality === place.modality),
        language,
        style,
      ).flatMap((line) => indented([line], 4)),
      ...pairingLines(rows, manner).flatMap((line) => indented(wrap(line, PAGE_WIDTH - 4, 2), 4)),
    ]),
    ...(still.length === 0
      ? []
      : [
          '',
          `  ${say(UNCHANGED, { departments: capital(still.map(({ place }) => named(place)).join(', ')) })}`,
        ]),
    ...overallLines(variant, manner).map((line) => (line === '' ? line : `  ${line}`)),
  ];
}

type Place = Pick<HeadlineDifference, 'site' | 'modality'>;

const labelOf = ({ sites }: Scenario, id: string): string =>
  sites.find((site) => site.id === id)?.label ?? id;

/** What is told of departments, by department, in their order. */
export function departmentsOf<Row extends Place>(all: readonly Row[]) {
  const byPlace = new Map<string, { readonly place: Place; readonly rows: Row[] }>();
  for (const one of all) {
    const key = `${one.site}/${one.modality}`;
    const found = byPlace.get(key) ?? { place: one, rows: [] };
    found.rows.push(one);
    byPlace.set(key, found);
  }
  return [...byPlace.values()];
}

function pairingLines(rows: readonly HeadlineDifference[], { language, say }: Manner): readonly string[] {
  const row = rows.find(({ name, pairingGain }) => name === 'firstAvailable' && pairingGain !== null);
  if (row === undefined || row.correlation === null || row.pairingGain === null) return [];
  return [
    say(PAIRING, {
      correlation: formatNumber(row.correlation, 2, language),
      factor: formatNumber(row.pairingGain, row.pairingGain < 10 ? 1 : 0, language),
    }),
  ];
}

function overallLines(
  { overall, overallAssumptions }: ComparedVariant,
  { language, say }: Manner,
): readonly string[] {
  if (overall === null || overall.difference === null) return [];
  const { verdict, difference } = overall;
  if (verdict !== 'lower' && verdict !== 'higher') return [];
  const assumptions =
    overallAssumptions === null
      ? ''
      : say(OVERALL_SETS, { bounds: gainBounds(overallAssumptions, language) });
  const days = formatNumber(Math.abs(difference.mean), 0, language);
  const line = say(OVERALL, { days, way: say(MORE_OR_LESS[verdict]), assumptions });
  return ['', ...wrap(line, PAGE_WIDTH - 2, 2)];
}

/** What the intervals hold and leave out, a sentence each. */
export function trustSentences(document: CompareDocument, language: Language): readonly string[] {
  const say: Say = (text, values = {}) => fill(text, values, language);
  const { sets, level } = document;
  const reasons = sets?.rejected.map(({ missed, count }) => `${missed}: ${count}`).join(', ') ?? '';
  const count = sets === null ? 0 : sets.drawn - sets.kept;
  const rejected = count === 0 ? '' : say(REJECTED, { count, reasons });
  return [
    say(CORRECTED, { level: formatShort(100 * level, 1, language) }),
    sets === null ? say(NO_SETS) : say(SETS, { drawn: sets.drawn, kept: sets.kept, rejected }),
    say(FADES),
    ...(document.warmupRefused ? [say(DRIFTS)] : []),
  ];
}
