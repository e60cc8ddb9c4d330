/** The ranking of levers as one self-contained page. */
import type { HeadlineDifference } from '../../model/results/compare.ts';
import type { LeversDocument, RankedLever } from '../../model/results/levers.ts';
import type { Scenario } from '../../model/scenario.ts';
import { headlineName, signed } from '../difference-words.ts';
import type { Language, Text } from '../language.ts';
import {
  gainBounds,
  gainCell,
  labelText,
  listed,
  ranksText,
  shareCell,
  thousandsCell,
} from '../lever-words.ts';
import { groundSentences, leversAnswer, leversTrust, notRankableSentences } from '../levers-page.ts';
import { formatNumber, formatShort } from '../numbers.ts';
import { fill, type Values } from '../sentence.ts';
import type { Draw } from './compare-html.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { figureOf, pageOf, tableOf } from './page.ts';
import { drawnLevers, rankingChart } from './ranking-chart.ts';

export interface LeversHtmlOptions {
  readonly language: Language;
  readonly command: string;
  readonly version: string;
  readonly draw: Draw;
}

const TITLE: Text = { en: 'Which lever first · {name}', fr: 'Quel levier d’abord · {name}' };
const RUN: Text = {
  en: '{count|lever|levers}, each alone against the present week: {replications|replication|replications} of {weeks} weeks ({warmup} left out) with the same random numbers.',
  fr: '{count|levier|leviers}, chacun seul face à la semaine actuelle : {replications|réplication|réplications} de {weeks} semaines (dont {warmup} de mise en régime) avec les mêmes tirages.',
};
const CAPTION: Text = {
  en: 'Dot: what the lever saves. Thick bar: simulation interval, corrected for the number of levers. Thin line: 9 in 10 of the assumption sets. Red square: a negative lever. A thin line that crosses zero: the gain is not established.',
  fr: 'Point : ce que le levier fait gagner. Barre épaisse : intervalle de simulation, corrigé du nombre de leviers. Trait fin : 9 jeux d’hypothèses sur 10. Carré rouge : un levier négatif. Un trait fin qui passe zéro : gain non établi.',
};
const FINDING: Text = { en: 'What each lever saves', fr: 'Ce que chaque levier fait gagner' };
const DATA: Text = { en: 'The numbers as a table', fr: 'Les nombres en tableau' };
const COLUMNS: readonly Text[] = [
  { en: 'lever', fr: 'levier' },
  { en: 'saved a week', fr: 'gagnés par semaine' },
  { en: 'simulation', fr: 'simulation' },
  { en: 'assumptions', fr: 'hypothèses' },
  { en: 'first in', fr: 'premier dans' },
  { en: 'staff hours a week', fr: 'heures d’équipe par semaine' },
  { en: 'saved per staff hour', fr: 'gain par heure' },
  { en: 'thousand € a year', fr: 'milliers d’€ par an' },
  { en: 'saved per thousand €', fr: 'gain par millier d’€' },
  { en: 'pairing', fr: 'tirages' },
];
const GUARDRAILS: Text = { en: 'What must not get worse', fr: 'Ce qui ne doit pas se dégrader' };
const GUARDRAIL_NOTE: Text = {
  en: 'Only what demonstrably moves is listed; {worst}.',
  fr: 'Seul ce qui bouge de façon démontrable est cité ; {worst}.',
};
const WORST: Text = {
  en: 'the worst class is the one whose delay gains least or loses most',
  fr: 'la pire classe est celle dont le délai gagne le moins ou perd le plus',
};
const GUARDRAIL_COLUMNS: readonly Text[] = [
  { en: 'lever', fr: 'levier' },
  { en: 'what moves', fr: 'ce qui bouge' },
];
const NOTHING_MOVES: Text = {
  en: 'Nothing demonstrable, by rank: {ranks}.',
  fr: 'Rien de démontrable, par rang : {ranks}.',
};
const TOGETHER: Text = { en: 'The best together', fr: 'Les meilleurs ensemble' };
const TOGETHER_COLUMNS: readonly Text[] = [
  { en: 'levers, by rank', fr: 'leviers, par rang' },
  { en: 'saved a week', fr: 'gagnés par semaine' },
  { en: 'simulation', fr: 'simulation' },
  { en: 'assumptions', fr: 'hypothèses' },
  { en: 'beyond the sum', fr: 'au-delà de la somme' },
];
const NOT_RANKABLE: Text = { en: 'Not rankable', fr: 'Non classables' };
const RESTS: Text = { en: 'What each rests on', fr: 'Sur quoi chacun repose' };
const TRUST: Text = { en: 'How sure this is', fr: 'Ce que cela vaut' };
const AGAIN: Text = { en: 'To get the same numbers again', fr: 'Pour retrouver les mêmes nombres' };

/** The page as the text of one HTML file. */
export function leversHtml(document: LeversDocument, scenario: Scenario, options: LeversHtmlOptions): string {
  const { language, command, version, draw } = options;
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const { ranked, replications, weeks, warmupWeeks, levers } = document;
  const negative = new Set(levers.filter(({ isNegative }) => isNegative).map(({ id }) => id));
  const title = say(TITLE, { name: document.scenario.name[language] });
  const list = (lines: readonly string[]) => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  const missing = notRankableSentences(document, language);
  const shown = drawnLevers(ranked, negative, language);
  return pageOf({
    title,
    language,
    body: [
      html`<h1>${title}</h1>
${leversAnswer(document, scenario, language).map((line, rank) => html`<p class="${rank === 0 ? 'answer' : ''}">${line}</p>`)}
<p class="soft">${say(RUN, { count: ranked.length, replications, weeks, warmup: warmupWeeks })}</p>`,
      shown.length === 0
        ? NOTHING
        : figureOf({
            id: 'ranking',
            finding: say(FINDING),
            caption: say(CAPTION),
            chart: draw(rankingChart(shown, language)),
            numbersLabel: say(DATA),
            numbers: rankingTable(ranked, language),
          }),
      html`<h2>${say(GUARDRAILS)}</h2>
<p class="soft">${say(GUARDRAIL_NOTE, { worst: say(WORST) })}</p>
${guardrailPart(ranked, language)}`,
      togetherPart(document, language),
      missing.length === 0 ? NOTHING : html`<h2>${say(NOT_RANKABLE)}</h2>${list(missing)}`,
      html`<h2>${say(RESTS)}</h2>${list(groundSentences(document, language))}
<h2>${say(TRUST)}</h2>${list(leversTrust(document, language))}
<h2>${say(AGAIN)}</h2><pre>${command}</pre>
<p class="soft">creneau ${version} · ${document.scenario.hash} · ${document.seed}</p>`,
    ],
  });
}

function rankingTable(ranked: readonly RankedLever[], language: Language): Markup {
  return tableOf(
    COLUMNS.map((column) => fill(column, {}, language)),
    ranked.map((one) => [
      rankedName(one, language),
      gainCell(one.daysSaved, language),
      gainBounds(one.daysSaved?.estimate, language),
      gainBounds(one.daysSaved?.assumptions, language),
      shareCell(one.first.daysSaved, language),
      formatNumber(one.staffedHoursPerWeek, 1, language),
      gainCell(one.perStaffedHour, language),
      thousandsCell(one, language),
      gainCell(one.perThousandEuros, language),
      one.pairingGain === null ? '—' : `×${formatShort(one.pairingGain, 1, language)}`,
    ]),
  );
}

const rankedName = ({ rank, what }: RankedLever, language: Language): string =>
  `${rank ?? '—'}. ${labelText(what, language)}`;

const isMoving = ({ verdict }: HeadlineDifference) => verdict === 'lower' || verdict === 'higher';

/** What demonstrably moves besides, lever by lever; those where nothing does, by their ranks. */
function guardrailPart(ranked: readonly RankedLever[], language: Language): Markup {
  const told = ranked.map((one) => {
    const { guardrails, worstClass } = one;
    const moves = [...guardrails, ...(worstClass === null ? [] : [worstClass])]
      .filter(isMoving)
      .map((row) => `${headlineName(row, language)} ${signed(row.difference?.mean ?? 0, 1, language)}`);
    return { one, moves: [...new Set(moves)] };
  });
  const moving = told.filter(({ moves }) => moves.length > 0);
  const still = told.filter(({ moves }) => moves.length === 0).map(({ one }) => `${one.rank ?? '—'}`);
  const table = tableOf(
    GUARDRAIL_COLUMNS.map((column) => fill(column, {}, language)),
    moving.map(({ one, moves }) => [rankedName(one, language), listed(moves, language)]),
    'words',
  );
  return html`${moving.length === 0 ? NOTHING : html`<div class="scroll" tabindex="0">${table}</div>`}
${still.length === 0 ? NOTHING : html`<p>${fill(NOTHING_MOVES, { ranks: still.join(', ') }, language)}</p>`}`;
}

function togetherPart({ combinations, ranked }: LeversDocument, language: Language): Markup {
  if (combinations.length === 0) return NOTHING;
  const ranks = new Map(ranked.map(({ id, rank }) => [id, rank]));
  return html`<h2>${fill(TOGETHER, {}, language)}</h2><div class="scroll" tabindex="0">${tableOf(
    TOGETHER_COLUMNS.map((column) => fill(column, {}, language)),
    combinations.map((one) => [
      ranksText(one.cases, ranks),
      gainCell(one.daysSaved, language),
      gainBounds(one.daysSaved?.estimate, language),
      gainBounds(one.daysSaved?.assumptions, language),
      gainCell(one.interaction, language),
    ]),
  )}</div>`;
}
