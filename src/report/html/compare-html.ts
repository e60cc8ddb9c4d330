/** A comparison as one self-contained page: answers, numbers, the week before beside after, how the delay comes. */
import type { PlotOptions } from '@observablehq/plot';
import type { HeadlineDifference, InputToMeasure, Transient } from '../../model/results/compare.ts';
import type { CompareDocument, ComparedVariant } from '../../model/results/compare-document.ts';
import type { Device, Scenario } from '../../model/scenario.ts';
import { changeLines } from '../change-lines.ts';
import { answerLines, inputWords } from '../compare-answers.ts';
import { departmentsOf, trustSentences } from '../compare-page.ts';
import { differenceCells, headlineName } from '../difference-words.ts';
import { capital, type Language, type Text } from '../language.ts';
import { shareCell } from '../lever-words.ts';
import { formatNumber, formatShort } from '../numbers.ts';
import { fill, type Values } from '../sentence.ts';
import { isMoved } from '../transient-lines.ts';
import { CLASS_HEADS, MODALITY_WORDS, VOCABULARY } from '../words.ts';
import { delayChart } from './delay-chart.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { figureOf, pageOf, tableOf } from './page.ts';
import { drawnWeek, weekChart } from './week-chart.ts';

/** Draws a chart as SVG text: with the page's own document in a browser, with a stand-in elsewhere. */
export type Draw = (options: PlotOptions) => string;

export interface CompareHtmlOptions {
  readonly language: Language;
  readonly command: string;
  readonly version: string;
  readonly draw: Draw;
}

const TITLE: Text = { en: 'What changes, and how surely', fr: 'Ce qui change, et avec quelle sûreté' };
const BASE: Text = { en: 'Base: {name} ({label}).', fr: 'Base : {name} ({label}).' };
const RUN: Text = {
  en: 'Simulated {replications|time|times} over {weeks|week|weeks} ({warmup} left out as warm-up) with the same random numbers on both sides. A difference is variant − base.',
  fr: 'Simulé {replications} fois sur {weeks|semaine|semaines} (dont {warmup} de mise en régime), avec les mêmes tirages des deux côtés. Un écart est variante − base.',
};
const VARIANT: Text = { en: 'Variant {rank}: {label}', fr: 'Variante {rank} : {label}' };
const CHANGES: Text = { en: 'What it changes', fr: 'Ce qu’elle change' };
const NUMBERS: Text = { en: 'All numbers of this department', fr: 'Tous les nombres de ce service' };
const DATA: Text = { en: 'The numbers as a table', fr: 'Les nombres en tableau' };
const NONE: Text = { en: 'no demonstrable difference', fr: 'pas de différence démontrable' };
const UNCHANGED: Text = { en: 'unchanged', fr: 'inchangé' };
const HEADS: readonly Text[] = [
  { en: 'number', fr: 'nombre' },
  { en: 'base', fr: 'base' },
  { en: 'variant', fr: 'variante' },
  { en: 'difference', fr: 'écart' },
  { en: 'simulation interval', fr: 'intervalle de simulation' },
  { en: 'assumption interval', fr: 'intervalle d’hypothèses' },
];
const WEEK: Text = {
  en: 'The week of {device}, before and after',
  fr: 'La semaine de {device}, avant et après',
};
const WEEK_CAPTION: Text = {
  en: 'Blue: scheduled opening; grey: other openings. ✱ and a thick edge: what differs.',
  fr: 'Bleu : ouverture programmée ; gris : autres ouvertures. ✱ et bord épais : ce qui diffère.',
};
const WEEK_HEADS: readonly Text[] = [
  { en: 'side', fr: 'côté' },
  { en: 'day', fr: 'jour' },
  { en: 'from (h)', fr: 'de (h)' },
  { en: 'to (h)', fr: 'à (h)' },
  { en: 'vacation', fr: 'vacation' },
];
const CURVE: Text = {
  en: 'First {modality:modality} appointment offered, {class}: {from} → {to} days once settled',
  fr: 'Premier rendez-vous ({modality:modality}) proposé, {class} : {from} → {to} jours, une fois en régime',
};
const CURVE_CAPTION: Text = {
  en: 'Mean over replications, week after week; the band is its 95% interval. {settled}',
  fr: 'Moyenne des réplications, semaine après semaine ; la bande est son intervalle à 95 %. {settled}',
};
const SETTLED: Text = {
  en: 'Nine tenths of the change are there after {weeks|week|weeks}.',
  fr: 'Les neuf dixièmes du changement sont acquis après {weeks|semaine|semaines}.',
};
const SETTLED_AT_ONCE: Text = {
  en: 'Nine tenths of the change are there from the first week.',
  fr: 'Les neuf dixièmes du changement sont acquis dès la première semaine.',
};
const CURVE_HEADS: readonly Text[] = [
  { en: 'week', fr: 'semaine' },
  { en: 'base (days)', fr: 'base (jours)' },
  { en: 'variant (days)', fr: 'variante (jours)' },
  { en: 'booked ahead, base', fr: 'en attente, base' },
  { en: 'booked ahead, variant', fr: 'en attente, variante' },
];
const MEASURE: Text = { en: 'What to measure first', fr: 'Ce qu’il faut mesurer d’abord' };
const MEASURE_HEADS: readonly Text[] = [
  { en: 'assumption', fr: 'hypothèse' },
  { en: 'value and range', fr: 'valeur et fourchette' },
  { en: 'source', fr: 'source' },
  { en: 'interval left if known', fr: 'intervalle restant si connue' },
];
const MEASURE_NONE: Text = {
  en: 'No assumption alone explains the interval.',
  fr: 'Aucune hypothèse n’explique à elle seule l’intervalle.',
};
const TRUST: Text = { en: 'How sure this is', fr: 'Ce que cela vaut' };
const AGAIN: Text = { en: 'To get the same numbers again', fr: 'Pour retrouver les mêmes nombres' };

/** Weeks listed under a curve: all of the beginning, then one a month. */
const isListed = (week: number): boolean => week <= 8 || week % 4 === 0;
const MOST_INPUTS = 6;

/**
 * The page as the text of one HTML file.
 * @param base and `variants`: the scenarios compared, in the order of the document.
 */
export function compareHtml(
  document: CompareDocument,
  base: Scenario,
  variants: readonly Scenario[],
  options: CompareHtmlOptions,
): string {
  const { language, command, version } = options;
  const say = (text: Text, values: Values = {}) => fill(text, values, language, VOCABULARY);
  const { weeks, warmupWeeks, replications } = document;
  const hashes = [document.base, ...document.variants].map(({ hash }) => hash).join(' ');
  const title = `${say(TITLE)} · ${document.base.name[language]}`;
  return pageOf({
    title,
    language,
    body: [
      html`<h1>${title}</h1>
<p>${say(BASE, { name: document.base.name[language], label: document.base.label })}</p>
<p class="soft">${say(RUN, { replications, weeks, warmup: warmupWeeks })}</p>`,
      ...document.variants.map((variant, rank) =>
        variantPart(variant, rank, { document, base, after: variants[rank]!, options, say }),
      ),
      html`<h2>${say(TRUST)}</h2>
<ul>${trustSentences(document, language).map((one) => html`<li>${capital(one)}.</li>`)}</ul>
<h2>${say(AGAIN)}</h2>
<pre>${command}</pre>
<p class="soft">creneau ${version} · ${hashes} · ${document.seed}</p>`,
    ],
  });
}

interface VariantContext {
  readonly document: CompareDocument;
  readonly base: Scenario;
  readonly after: Scenario;
  readonly options: CompareHtmlOptions;
  readonly say: (text: Text, values?: Values) => string;
}

function variantPart(variant: ComparedVariant, rank: number, context: VariantContext): Markup {
  const { document, base, after, options, say } = context;
  const { language } = options;
  const lines = changeLines(variant.values, variant.roomWeeks, language);
  const places = departmentsOf(variant.headlines).filter(({ rows }) =>
    rows.some(({ verdict }) => verdict !== 'unchanged'),
  );
  return html`<h2>${say(VARIANT, { rank: rank + 1, label: variant.label })}</h2>
<h3>${say(CHANGES)}</h3>
<ul>${lines.map((one) => html`<li>${one.trim()}</li>`)}</ul>
${weekFigures(rank, base, after, context)}
${places.map(({ place, rows }) => {
  const site = base.sites.find(({ id }) => id === place.site)?.label ?? place.site;
  const answers = answerLines(rows, variant.toMeasure, { level: document.level, scenario: base, language });
  const curves = variant.transients.filter(
    (one) =>
      one.site === place.site &&
      one.modality === place.modality &&
      one.change !== null &&
      isMoved(one.change),
  );
  return html`<h3>${capital(`${site} · ${say(MODALITY_WORDS[place.modality])}`)}</h3>
${answers.map((one) => html`<p class="${one.startsWith(' ') ? 'soft' : 'answer'}">${one.trim()}</p>`)}
${curves.map((one) => transientFigure(`delay-${rank}-${one.site}-${one.modality}-${one.class}`, one, rows, options))}
<details open><summary>${say(NUMBERS)}</summary><div class="scroll" tabindex="0">${differencesTable(rows, language)}</div></details>
${measurePart(variant, place, context)}`;
})}`;
}

function weekFigures(
  rank: number,
  base: Scenario,
  after: Scenario,
  { options }: VariantContext,
): readonly Markup[] {
  return base.devices.flatMap((device) => {
    const other = after.devices.find(({ id }) => id === device.id);
    return other === undefined ? [] : weekFigure(`week-${rank}-${device.id}`, device, other, options);
  });
}

/** The week of a device before beside after; none where it is the same. */
export function weekFigure(
  id: string,
  before: Device,
  after: Device,
  { language, draw }: Pick<CompareHtmlOptions, 'language' | 'draw'>,
): readonly Markup[] {
  const week = drawnWeek(before, after, language);
  if (!week.some(({ isChanged }) => isChanged)) return [];
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const hours = (x: number) => formatShort(x, 2, language);
  return [
    figureOf({
      id,
      finding: say(WEEK, { device: before.label }),
      caption: say(WEEK_CAPTION),
      chart: draw(weekChart(week, language)),
      numbersLabel: say(DATA),
      numbers: tableOf(
        WEEK_HEADS.map((head) => say(head)),
        week.map(({ side, day, fromHours, toHours, type, isChanged }) => [
          side,
          day,
          hours(fromHours),
          hours(toHours),
          isChanged ? `${type} ✱` : type,
        ]),
        'words',
      ),
    }),
  ];
}

/** The mean delay of a class in the settled weeks, as the answer above the curve tells it. */
function settledDelay(
  rows: readonly HeadlineDifference[],
  { class: of }: Transient,
  side: 'base' | 'variant',
) {
  const row = rows.find(({ name, class: patientClass }) => name === 'firstAvailable' && patientClass === of);
  const indicator = row?.[side] ?? null;
  return indicator === null || indicator === 'unstable' ? null : indicator.mean;
}

/** How the delay of a class comes, week after week. */
export function transientFigure(
  id: string,
  transient: Transient,
  rows: readonly HeadlineDifference[],
  { language, draw }: Pick<CompareHtmlOptions, 'language' | 'draw'>,
): Markup {
  const say = (text: Text, values: Values = {}) => fill(text, values, language, VOCABULARY);
  const { modality, firstAvailable, bookedAhead, weeksToNewDelay } = transient;
  const day = (x: number | null | undefined) => formatNumber(x ?? Number.NaN, 1, language);
  const count = (x: number | null | undefined) => formatNumber(x ?? Number.NaN, 0, language);
  const settled =
    weeksToNewDelay === null
      ? ''
      : say(weeksToNewDelay === 0 ? SETTLED_AT_ONCE : SETTLED, { weeks: weeksToNewDelay });
  return figureOf({
    id,
    finding: say(CURVE, {
      modality,
      class: CLASS_HEADS[transient.class][language],
      from: day(settledDelay(rows, transient, 'base')),
      to: day(settledDelay(rows, transient, 'variant')),
    }),
    caption: say(CURVE_CAPTION, { settled }),
    chart: draw(delayChart(transient, language)),
    numbersLabel: say(DATA),
    numbers: tableOf(
      CURVE_HEADS.map((head) => say(head)),
      firstAvailable.base.mean.flatMap((base, index) =>
        isListed(index + 1)
          ? [
              [
                String(index + 1),
                day(base),
                day(firstAvailable.variant.mean[index]),
                count(bookedAhead.base.mean[index]),
                count(bookedAhead.variant.mean[index]),
              ],
            ]
          : [],
      ),
    ),
  });
}

/** Every headline of a department that there is, one row each. */
export function differencesTable(rows: readonly HeadlineDifference[], language: Language): Markup {
  const say = (text: Text) => fill(text, {}, language);
  return tableOf(
    HEADS.map((head) => say(head)),
    rows
      .filter(({ base, variant }) => base !== null || variant !== null)
      .map((row) => {
        const cells = differenceCells(row, language);
        const difference =
          row.verdict === 'not-demonstrated'
            ? say(NONE)
            : row.verdict === 'unchanged'
              ? say(UNCHANGED)
              : cells.difference;
        return [
          headlineName(row, language),
          cells.base,
          cells.variant,
          difference,
          cells.simulation,
          cells.assumptions,
        ];
      }),
  );
}

function measurePart(
  { toMeasure }: ComparedVariant,
  place: Pick<HeadlineDifference, 'site' | 'modality'>,
  { base, options, say }: VariantContext,
): Markup {
  const own = toMeasure.filter(({ site, modality }) => site === place.site && modality === place.modality);
  if (own.length === 0) return NOTHING;
  const { language } = options;
  const row = (one: InputToMeasure) => {
    const { input, value } = inputWords(one, base, language);
    return [input, value, one.source[language], shareCell(one.widthLeft, language)];
  };
  return html`<h3>${say(MEASURE)}</h3>
${own.map(({ inputs, class: patientClass }) => {
  const told = inputs.filter(({ demonstrated }) => demonstrated).slice(0, MOST_INPUTS);
  const head =
    patientClass === null
      ? NOTHING
      : html`<p class="soft">${capital(CLASS_HEADS[patientClass][language])}</p>`;
  return told.length === 0
    ? html`${head}<p>${say(MEASURE_NONE)}</p>`
    : html`${head}<div class="scroll" tabindex="0">${tableOf(
        MEASURE_HEADS.map((one) => say(one)),
        told.map(row),
        'words',
      )}</div>`;
})}`;
}
