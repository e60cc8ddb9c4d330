/** A proposed week as one self-contained page: the answer, the week before beside after, what each step is worth. */
import type { OptimizeDocument, ProposedWeek } from '../../model/results/optimize.ts';
import type { Scenario } from '../../model/scenario.ts';
import { answerLines } from '../compare-answers.ts';
import { departmentsOf } from '../compare-page.ts';
import { capital, type Language, type Text } from '../language.ts';
import { labelText } from '../lever-words.ts';
import { bindingSentences, moveSentences } from '../optimize-binding.ts';
import { choiceSentences } from '../optimize-choice.ts';
import {
  conflictSentences,
  infeasibleAnswer,
  infeasibleHeads,
  narrownessSentence,
  relaxationSentences,
} from '../optimize-infeasible.ts';
import { OPTIMIZE_HEADS, placeName, trustSentences } from '../optimize-page.ts';
import { againNote, frontRows, ladderRows, rowCells, rowHeads, type WeekRow } from '../optimize-tables.ts';
import { changePart, optimizeAnswer, targetSentences } from '../optimize-words.ts';
import { fill, type Values } from '../sentence.ts';
import { isMoved } from '../transient-lines.ts';
import { type Draw, differencesTable, transientFigure, weekFigure } from './compare-html.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { figureOf, pageOf, tableOf } from './page.ts';
import { type DrawnWeek, drawnPoint, savedChart } from './saved-chart.ts';

export interface OptimizeHtmlOptions {
  readonly language: Language;
  readonly command: string;
  readonly version: string;
  readonly draw: Draw;
}

/** The present week and, where one is proposed, the new one. */
export interface BothWeeks {
  readonly present: Scenario;
  readonly proposed: Scenario | null;
}

const TITLE: Text = { en: 'A better week · {name}', fr: 'Une meilleure semaine · {name}' };
const RUN: Text = {
  en: 'Weeks found by a linear model within the rules, then simulated beside the present week: {weeks} weeks ({warmup} left out), the same random numbers.',
  fr: 'Semaines trouvées par un modèle linéaire dans le respect des règles, puis simulées à côté de la semaine actuelle : {weeks} semaines (dont {warmup} de mise en régime), avec les mêmes tirages.',
};
const NUMBERS: Text = { en: 'All numbers of this department', fr: 'Tous les nombres de ce service' };
const DATA: Text = { en: 'The numbers as a table', fr: 'Les nombres en tableau' };
const CAPTION: Text = {
  en: 'Blue dot: saved by simulation; its bar: 95% interval. Black square: the proposed week. Grey crosses and dashes: what the linear model said. A bar that crosses zero: no demonstrable gain.',
  fr: 'Point bleu : gain simulé ; sa barre : intervalle à 95 %. Carré noir : la semaine proposée. Croix et tirets gris : ce que disait le modèle linéaire. Une barre qui passe zéro : pas de gain démontrable.',
};
const LADDER_AXIS: Text = { en: 'changes at most', fr: 'changements au plus' };
const FRONT_AXIS: Text = {
  en: 'hours of opening added a week',
  fr: 'heures d’ouverture ajoutées par semaine',
};
const WEEK_COLUMN: Text = { en: 'week', fr: 'semaine' };
const PROPOSED: Text = { en: 'proposed', fr: 'proposée' };

type Say = (text: Text, values?: Values) => string;

/** The page as the text of one HTML file. */
export function optimizeHtml(
  document: OptimizeDocument,
  weeks: BothWeeks,
  options: OptimizeHtmlOptions,
): string {
  const { language, command, version } = options;
  const say: Say = (text, values = {}) => fill(text, values, language);
  const { proposal, infeasible, assumedRules, notConsidered, seed } = document;
  const title = say(TITLE, { name: document.scenario.name[language] });
  const part = (head: Text, lines: readonly string[]) =>
    lines.length === 0 ? NOTHING : html`<h2>${say(head)}</h2>${listOf(lines)}`;
  const labels = (texts: readonly Text[]) => texts.map((one) => labelText(one, language));
  const answer =
    infeasible === null ? optimizeAnswer(document, weeks.present, language) : [infeasibleAnswer(language)];
  return pageOf({
    title,
    language,
    body: [
      html`<h1>${title}</h1>
${answer.map((line, rank) => html`<p class="${rank === 0 ? 'answer' : ''}">${line}</p>`)}
<p class="soft">${say(RUN, { weeks: document.weeks, warmup: document.warmupWeeks })}</p>`,
      infeasible === null ? NOTHING : infeasiblePart(document, language),
      proposal === null
        ? NOTHING
        : html`${part(OPTIMIZE_HEADS.changes, changePart(proposal.week, language))}
${weekFigures(weeks, options)}
${departmentParts(document, weeks.present, options)}`,
      part(OPTIMIZE_HEADS.targets, targetSentences(document.targets, weeks.present, language)),
      savedFigure('ladder', document, options),
      savedFigure('front', document, options),
      part(OPTIMIZE_HEADS.binding, bindingSentences(document.binding, language)),
      proposal === null ? NOTHING : part(OPTIMIZE_HEADS.move, moveSentences(proposal.toMove, language)),
      infeasible === null
        ? part(
            proposal === null ? OPTIMIZE_HEADS.tried : OPTIMIZE_HEADS.chosen,
            choiceSentences(document, language),
          )
        : NOTHING,
      part(OPTIMIZE_HEADS.assumed, labels(assumedRules)),
      part(OPTIMIZE_HEADS.not, labels(notConsidered)),
      proposal !== null
        ? part(
            OPTIMIZE_HEADS.trust,
            trustSentences(document, language).map((one) => `${capital(one)}.`),
          )
        : NOTHING,
      html`<h2>${say(document.stage === 'first' ? OPTIMIZE_HEADS.whole : OPTIMIZE_HEADS.again)}</h2><pre>${command}</pre>
<p class="soft">creneau ${version} · ${document.scenario.hash} · ${seed}</p>`,
    ],
  });
}

const listOf = (lines: readonly string[]): Markup =>
  html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

function infeasiblePart({ infeasible }: OptimizeDocument, language: Language): Markup {
  const found = infeasible!;
  const heads = infeasibleHeads(language);
  const narrowness = narrownessSentence(found, language);
  return html`<h2>${heads.conflict}</h2>${listOf(conflictSentences(found, language))}
${narrowness === null ? NOTHING : html`<p>${narrowness}</p>`}
<h2>${heads.giveUp}</h2>${listOf(relaxationSentences(found, language))}`;
}

function weekFigures({ present, proposed }: BothWeeks, options: OptimizeHtmlOptions): readonly Markup[] {
  if (proposed === null) return [];
  return present.devices.flatMap((device) => {
    const after = proposed.devices.find(({ id }) => id === device.id);
    return after === undefined ? [] : weekFigure(`week-${device.id}`, device, after, options);
  });
}

/** Delays and guardrails of each department that moves, and how the new delay comes. */
function departmentParts(
  { proposal, level }: OptimizeDocument,
  scenario: Scenario,
  options: OptimizeHtmlOptions,
): readonly Markup[] {
  const { language } = options;
  const { headlines, transients } = proposal!;
  const moving = departmentsOf(headlines).filter(({ rows }) =>
    rows.some(({ verdict }) => verdict !== 'unchanged'),
  );
  return moving.map(({ place, rows }) => {
    const curves = transients.filter(
      ({ site: where, modality, change }) =>
        where === place.site && modality === place.modality && change !== null && isMoved(change),
    );
    return html`<h3>${placeName(place, scenario, language)}</h3>
${answerLines(rows, [], { level, scenario, language }).map((one) => html`<p class="${one.startsWith(' ') ? 'soft' : 'answer'}">${one.trim()}</p>`)}
${curves.map((one) => transientFigure(`delay-${one.site}-${one.modality}-${one.class}`, one, rows, options))}
<details open><summary>${fill(NUMBERS, {}, language)}</summary><div class="scroll" tabindex="0">${differencesTable(rows, language)}</div></details>`;
  });
}

/** One of the two pictures of what is saved, along changes or along hours. */
function savedFigure(
  of: 'ladder' | 'front',
  document: OptimizeDocument,
  { language, draw }: OptimizeHtmlOptions,
): Markup {
  const rows =
    of === 'ladder'
      ? ladderRows(document.ladder, document, language)
      : frontRows(document.front, document, language);
  if (rows.length === 0) return NOTHING;
  const places: readonly { readonly at: string; readonly week: ProposedWeek | null }[] =
    of === 'ladder'
      ? document.ladder.map(({ atMost, week }) => ({ at: String(atMost), week }))
      : document.front.map(({ addedHours, week }) => ({ at: String(addedHours), week }));
  const points = places.flatMap(({ at, week }, rank): readonly DrawnWeek[] => {
    const point = drawnPoint(language === 'fr' ? at.replace('.', ',') : at, week, rows[rank]!.isProposed);
    return point === null ? [] : [point];
  });
  const axis = fill(of === 'ladder' ? LADDER_AXIS : FRONT_AXIS, {}, language);
  return html`<h2>${fill(OPTIMIZE_HEADS[of], {}, language)}</h2>${figureOf({
    id: of,
    finding: capital(axis),
    caption: [fill(CAPTION, {}, language), ...againNote(document, language)].join(' '),
    chart: draw(savedChart(points, axis, language)),
    numbersLabel: fill(DATA, {}, language),
    numbers: tableOf(
      [fill(WEEK_COLUMN, {}, language), ...rowHeads(language)],
      rows.map((row) => [nameOf(row, language), ...rowCells(row)]),
    ),
  })}`;
}

const nameOf = ({ label, isProposed, broken }: WeekRow, language: Language): string =>
  [label, ...(isProposed ? [fill(PROPOSED, {}, language)] : []), ...(broken === '' ? [] : [broken])].join(
    ' · ',
  );
