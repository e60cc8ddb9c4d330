/** The relaxed week of one room as a page of text: amounts of hours by the linear model, nothing simulated. */
import type { RelaxedDocument } from '../model/results/optimize.ts';
import type { Language, Text } from './language.ts';
import { labelText } from './lever-words.ts';
import { formatNumber, formatShort } from './numbers.ts';
import type { OptimizePageOptions } from './optimize-page.ts';
import { daysOf, solvedWords, takenLine } from './optimize-words.ts';
import { fill, type Values } from './sentence.ts';
import { indented, PAGE_WIDTH, wrap } from './table-layout.ts';

const TITLE: Text = {
  en: 'One room, hours in any amount · {device}, {name}',
  fr: 'Une salle, des heures en toute quantité · {device}, {name}',
};
const ONLY: Text = {
  en: 'Linear model only, nothing simulated: where hours would count most, not a week to decide on. Sessions may be parts of sessions, and delays are those of a fitted curve.',
  fr: 'Modèle linéaire seul, rien n’est simulé : là où les heures compteraient le plus, non une semaine à décider. Les vacations peuvent être partielles, et les délais sont ceux d’une courbe ajustée.',
};
const SAVED: Text = {
  en: 'By this model, {saved} patient-days of waiting a week would be saved.',
  fr: 'Selon ce modèle, {saved} jours-patients d’attente par semaine seraient gagnés.',
};
const NOTHING: Text = {
  en: 'No change is worth making within the rules.',
  fr: 'Aucun changement n’en vaut la peine dans le respect des règles.',
};
const FAILED: Text = {
  en: 'The model was not solved ({status}): no amounts are given.',
  fr: 'Le modèle n’a pas été résolu ({status}) : aucune quantité n’est donnée.',
};
const AMOUNTS: Text = { en: 'How much of each change', fr: 'Combien de chaque changement' };
const SESSION: Text = {
  en: '{share} of it, {hours} h a week',
  fr: '{share} de celui-ci, {hours} h par semaine',
};
const PART: Text = { en: '{share} of it', fr: '{share} de celui-ci' };
const ASSUMED: Text = {
  en: 'Rules that nobody stated: ours (--rules FILE for yours)',
  fr: 'Règles que personne n’a données : les nôtres (--rules FICHIER pour les vôtres)',
};
const MODEL: Text = {
  en: 'Model: {columns} columns, {rows} rows; {backend}: {status}.',
  fr: 'Modèle : {columns} colonnes, {rows} lignes ; {backend} : {status}.',
};
const AGAIN: Text = { en: 'To get the same numbers again', fr: 'Pour retrouver les mêmes nombres' };
const IDENTITY: Text = {
  en: 'creneau {version} · scenario {hash}',
  fr: 'creneau {version} · scénario {hash}',
};

/** Printed as 1 % at least. */
const SHOWN_FROM = 0.005;

/** The amount of each change used, in words, in the order of the document; those below half a percent are left to it. */
export function amountSentences({ amounts }: RelaxedDocument, language: Language): readonly string[] {
  const shown = amounts.filter(({ amount }) => amount >= SHOWN_FROM);
  return shown.map(({ change, amount }) => {
    const share = `${formatNumber(100 * amount, 0, language)}${language === 'fr' ? '\u202f' : ''}%`;
    const hours = formatShort(amount * change.openedHours, 1, language);
    const how = fill(change.openedHours === 0 ? PART : SESSION, { share, hours }, language);
    return `${labelText(change.label, language)} (${how})`;
  });
}

/** The page, line by line, at most 98 characters wide. */
export function relaxedPage(
  document: RelaxedDocument,
  { language, style, command, version }: OptimizePageOptions,
): readonly string[] {
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const hung = (line: string) => indented(wrap(line, PAGE_WIDTH - 2, 2), 2);
  const { solved, device, amounts, takes, predictedDaysSaved, assumedRules } = document;
  const status = solvedWords(solved, language);
  const isSolved = solved.status === 'optimal';
  const list = (head: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', style.bold(say(head)), ...lines.flatMap((line) => hung(`· ${line}`))];
  const answer =
    amounts.length === 0
      ? [say(NOTHING)]
      : [say(SAVED, { saved: daysOf(predictedDaysSaved, language) }), takenLine(takes, language)];
  return [
    style.bold(say(TITLE, { device, name: document.scenario.name[language] })),
    ...wrap(say(ONLY), PAGE_WIDTH, 0),
    '',
    ...(isSolved ? answer : [say(FAILED, { status })]).flatMap(hung),
    ...(isSolved ? list(AMOUNTS, amountSentences(document, language)) : []),
    ...list(
      ASSUMED,
      assumedRules.map((one) => labelText(one, language)),
    ),
    '',
    ...hung(say(MODEL, { columns: solved.columns, rows: solved.rows, backend: solved.backend, status })),
    '',
    style.bold(say(AGAIN)),
    `  ${command}`,
    style.dim(`  ${say(IDENTITY, { version, hash: document.scenario.hash })}`),
  ];
}
