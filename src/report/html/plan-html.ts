/** A plan for a territory as one self-contained page: the answer, who gains, the front and the caps. */

import type { RegionPlanDocument, ResidentRow } from '../../model/results/region.ts';
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import { type Column, cellsOf, headsOf } from '../column-table.ts';
import { capital, type Language, type Text } from '../language.ts';
import { labelText } from '../lever-words.ts';
import { solvedWords } from '../optimize-words.ts';
import { capSentences } from '../plan-caps.ts';
import { choiceOfPlan } from '../plan-choice.ts';
import {
  FRONT_READ,
  NO_TRADE,
  PLAN_HEADS,
  PLAN_RUN,
  PLAN_RUN_MODEL,
  PLAN_TITLE,
  planTrust,
} from '../plan-page.ts';
import { refillSentences } from '../plan-refill.ts';
import { PLANNED_COLUMNS, plannedRows } from '../plan-rows.ts';
import { frontColumns, playedFront, residentColumns, unmetColumns } from '../plan-tables.ts';
import { NOT_AUTHORISED, onCallSentences, planAnswer, planConflict, planTakes } from '../plan-words.ts';
import { groundsSentence, inputSentences } from '../region-words.ts';
import { fill, type Values } from '../sentence.ts';
import { MODALITY_WORDS } from '../words.ts';
import type { Draw } from './compare-html.ts';
import { drawnFront, frontChart } from './front-chart.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { figureOf, pageOf, tableOf } from './page.ts';
import { drawnResidents, residentsChart } from './residents-chart.ts';

export interface PlanHtmlOptions {
  readonly language: Language;
  readonly command: string;
  readonly version: string;
  /** After which longer opening begins, weeks; null where no plan says. */
  readonly openingLagWeeks: number | null;
  readonly isUnlimited: boolean;
  readonly draw: Draw;
}

const DATA: Text = { en: 'The numbers as a table', fr: 'Les nombres en tableau' };
const RESIDENTS_CAPTION: Text = {
  en: 'Ring: now. Blue dot: with the plan. Thick bar: simulation interval of the change. Thin line: 9 in 10 of the assumption sets. A bar that reaches the ring: no demonstrable difference.',
  fr: 'Anneau : aujourd’hui. Point bleu : avec le plan. Barre épaisse : intervalle de simulation de l’écart. Trait fin : 9 jeux d’hypothèses sur 10. Une barre qui atteint l’anneau : pas de différence démontrable.',
};
const FRONT_CAPTION: Text = {
  en: 'Higher: more is saved in all. Further left: those who wait longest wait less. Blue dot with its bar: simulated, 95%. Cross: by the model alone. Black square: the plan proposed.',
  fr: 'Plus haut : on gagne plus au total. Plus à gauche : ceux qui attendent le plus attendent moins. Point bleu et sa barre : simulé, 95 %. Croix : selon le modèle seul. Carré noir : le plan proposé.',
};
const FRONT_FINDING: Text = {
  en: 'What is saved in all, and for those who wait longest',
  fr: 'Ce qui est gagné au total, et pour ceux qui attendent le plus',
};

type Say = (text: Text, values?: Values) => string;

/** The page as the text of one HTML file. */
export function planHtml(document: RegionPlanDocument, options: PlanHtmlOptions): string {
  const { language, command, version, openingLagWeeks } = options;
  const say: Say = (text, values = {}) => fill(text, values, language);
  const { proposal, stage, weeks, warmupWeeks, replications, solved, seed } = document;
  const title = say(PLAN_TITLE, { name: document.scenario.name[language] });
  const run = stage === 'model' ? PLAN_RUN_MODEL : PLAN_RUN;
  const part = (head: Text, lines: readonly string[]) =>
    lines.length === 0 ? NOTHING : html`<h2>${say(head)}</h2>${listOf(lines)}`;
  const planned = proposal === null ? [] : plannedRows(proposal, openingLagWeeks, language);
  return pageOf({
    title,
    language,
    body: [
      html`<h1>${title}</h1>
<p>${groundsSentence(document.grounds, language)}</p>
${planAnswer(document, language).map((line, rank) => html`<p class="${rank === 0 ? 'answer' : ''}">${line}</p>`)}
<p>${say(NOT_AUTHORISED)}</p>
<p class="soft">${say(run, { weeks, warmup: warmupWeeks, replications })}</p>`,
      part(PLAN_HEADS.conflict, planConflict(document, language)),
      planned.length === 0
        ? NOTHING
        : html`<h2>${say(PLAN_HEADS.proposed)}</h2>${tableIn(planned, PLANNED_COLUMNS, language, 'words')}`,
      proposal === null
        ? NOTHING
        : html`${part(PLAN_HEADS.onCall, onCallSentences(proposal.onCall, language))}
${part(PLAN_HEADS.takes, planTakes(proposal.takes, options.isUnlimited, language))}`,
      residentsPart(document, options, say),
      frontPart(document, options, say),
      part(PLAN_HEADS.caps, capSentences(document, language)),
      part(PLAN_HEADS.refill, refillSentences(document.refill, language)),
      part(PLAN_HEADS.chosen, choiceOfPlan(document, solvedWords(solved, language), language)),
      part(PLAN_HEADS.inputs, inputSentences(document.inputs, language)),
      part(
        PLAN_HEADS.not,
        document.notConsidered.map((one) => capital(labelText(one, language))),
      ),
      part(PLAN_HEADS.trust, planTrust(document, language)),
      html`<h2>${say(PLAN_HEADS.again)}</h2><pre>${command}</pre>
<p class="soft">creneau ${version} · ${document.scenario.hash} · ${seed}</p>`,
    ],
  });
}

const listOf = (lines: readonly string[]): Markup =>
  html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

const tableIn = <Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  language: Language,
  holds: 'numbers' | 'words' = 'numbers',
): Markup =>
  html`<div class="scroll" tabindex="0">${tableOf(
    headsOf(columns, language),
    rows.map((row) => cellsOf(columns, row)),
    holds,
  )}</div>`;

/** A picture for each modality with its numbers below, then those whom no site gives an appointment. */
function residentsPart(
  { residents }: RegionPlanDocument,
  { language, draw }: PlanHtmlOptions,
  say: Say,
): Markup {
  if (residents.length === 0) return NOTHING;
  const of = (modality: Modality): readonly ResidentRow[] =>
    residents.filter((row) => row.modality === modality);
  const shown = MODALITIES.filter((modality) => of(modality).length > 0);
  const figures = shown.map((modality) => {
    const rows = of(modality);
    const numbers = tableIn(rows, residentColumns(language), language);
    const drawn = drawnResidents(rows);
    const finding = capital(MODALITY_WORDS[modality][language]);
    return drawn.length === 0
      ? html`<h3>${finding}</h3>${numbers}`
      : figureOf({
          id: `residents-${modality}`,
          finding,
          caption: say(RESIDENTS_CAPTION),
          chart: draw(residentsChart(drawn, language)),
          numbersLabel: say(DATA),
          numbers,
        });
  });
  const unmet = shown.map(
    (modality) => html`<h3>${capital(MODALITY_WORDS[modality][language])}</h3>
${tableIn(of(modality), unmetColumns(language), language)}`,
  );
  return html`<h2>${say(PLAN_HEADS.residents)}</h2>${figures}
<h2>${say(PLAN_HEADS.unmet)}</h2>${unmet}`;
}

function frontPart(document: RegionPlanDocument, { language, draw }: PlanHtmlOptions, say: Say): Markup {
  const { proposal, equity, stage } = document;
  const front = playedFront(document);
  if (front.length === 0) return NOTHING;
  if (front.length === 1) return html`<h2>${say(PLAN_HEADS.front)}</h2><p>${say(NO_TRADE)}</p>`;
  return html`<h2>${say(PLAN_HEADS.front)}</h2>${figureOf({
    id: 'front',
    finding: say(FRONT_FINDING),
    caption: say(FRONT_CAPTION),
    chart: draw(frontChart(drawnFront(front, proposal, language), language)),
    numbersLabel: say(DATA),
    numbers: tableOf(
      headsOf(frontColumns(language, equity), language),
      front.map((row) => cellsOf(frontColumns(language, equity), row)),
    ),
  })}${stage === 'model' ? NOTHING : html`<p class="soft">${say(FRONT_READ)}</p>`}`;
}
