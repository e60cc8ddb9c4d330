/** A plan for a territory as a page of text: what it rests on, the answer, who gains, what it takes and what the caps hold back. */

import type { RegionPlanDocument } from '../model/results/region.ts';
import { MODALITIES } from '../model/vocabulary.ts';
import { columnLines } from './column-table.ts';
import { capital, type Language, type Text } from './language.ts';
import { labelText } from './lever-words.ts';
import { formatShort } from './numbers.ts';
import { solvedWords } from './optimize-words.ts';
import { capSentences } from './plan-caps.ts';
import { choiceOfPlan } from './plan-choice.ts';
import { refillSentences } from './plan-refill.ts';
import { isLong, PLANNED_COLUMNS, planRows } from './plan-rows.ts';
import { frontColumns, isSamePlan, playedFront, residentColumns, unmetColumns } from './plan-tables.ts';
import { NOT_AUTHORISED, onCallSentences, planAnswer, planConflict, planTakes } from './plan-words.ts';
import { groundsSentence, inputSentences } from './region-words.ts';
import { fill, type Values } from './sentence.ts';
import { indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';
import { MODALITY_WORDS } from './words.ts';

export interface PlanPageOptions {
  readonly language: Language;
  readonly style: Style;
  /** The command that gives the same numbers, and the program's version. */
  readonly command: string;
  readonly version: string;
  /** After which longer opening begins, weeks; null where no plan says. */
  readonly openingLagWeeks: number | null;
  /** No limit was set besides the caps: all that helps is taken. */
  readonly isUnlimited: boolean;
}

export const PLAN_TITLE: Text = {
  en: 'Where the next device or hour helps most · {name}',
  fr: 'Où le prochain appareil ou la prochaine heure aide le plus · {name}',
};
export const PLAN_RUN: Text = {
  en: 'Plans by a linear model under the caps of the balance, then simulated beside the present region: {weeks} weeks ({warmup} left out), {replications|replication|replications}, the same random numbers. Waiting: patient-days a week, ambulatory, with requests that get no appointment anywhere at their weight.',
  fr: 'Plans d’un modèle linéaire sous les plafonds du bilan, puis simulés à côté de la région actuelle : {weeks} semaines (dont {warmup} de mise en régime), {replications|réplication|réplications}, les mêmes tirages. Attente : jours-patients par semaine, ambulatoires, les demandes sans aucun rendez-vous comptées à leur poids.',
};
export const PLAN_RUN_MODEL: Text = {
  en: 'A plan by a linear model under the caps of the balance, its delay curves fitted on simulation; no plan was simulated. Waiting: patient-days a week, ambulatory.',
  fr: 'Un plan d’un modèle linéaire sous les plafonds du bilan, ses courbes de délai ajustées par simulation ; aucun plan n’a été simulé. Attente : jours-patients par semaine, ambulatoires.',
};
/** The heads of the parts, in the text and in HTML. */
export const PLAN_HEADS = {
  conflict: { en: 'Rules that cannot hold together', fr: 'Règles qui ne peuvent tenir ensemble' },
  proposed: { en: 'What is proposed', fr: 'Ce qui est proposé' },
  onCall: { en: 'On-call hours shared between sites', fr: 'Permanence partagée entre sites' },
  residents: {
    en: 'For whom: days to the first place offered, by department of residence',
    fr: 'Pour qui : jours jusqu’au premier rendez-vous proposé, par département de résidence',
  },
  unmet: {
    en: 'Requests a week without appointment (intervals: of the change); minutes of travel of the others',
    fr: 'Demandes par semaine sans rendez-vous (intervalles : de l’écart) ; minutes de trajet des autres',
  },
  takes: { en: 'What it takes', fr: 'Ce que cela demande' },
  caps: {
    en: 'The caps, and what one more would be worth',
    fr: 'Les plafonds, et ce que vaudrait un de plus',
  },
  front: {
    en: 'Between the best total and the best for the worst off (worst: days of those who wait longest)',
    fr: 'Entre le meilleur total et le meilleur pour les moins bien lotis (pire : jours de ceux qui attendent le plus)',
  },
  refill: { en: 'Who fills the added places', fr: 'Qui remplit les places ajoutées' },
  chosen: { en: 'How it was chosen', fr: 'Comment il a été choisi' },
  inputs: {
    en: 'What it rests on: value (range), how it is known',
    fr: 'Sur quoi il repose : valeur (fourchette), comment elle est connue',
  },
  not: { en: 'What was not considered', fr: 'Ce qui n’a pas été considéré' },
  trust: { en: 'How sure this is', fr: 'Ce que cela vaut' },
  again: { en: 'To get the same numbers again', fr: 'Pour retrouver les mêmes nombres' },
} as const satisfies Readonly<Record<string, Text>>;
export const NO_TRADE: Text = {
  en: 'Nothing to trade: within the caps and your limits, the plan of the best total is also the best for those who wait longest.',
  fr: 'Rien à arbitrer : sous les plafonds et dans vos limites, le plan du meilleur total est aussi le meilleur pour ceux qui attendent le plus.',
};
export const FRONT_READ: Text = {
  en: 'Bounds and “model” are the linear model’s word; “saved” and “worst” are the simulation’s where the plan was played, so a plan may stand beyond its bound.',
  fr: 'Les bornes et « modèle » sont ce que dit le modèle linéaire ; « gagnés » et « pire », ce que dit la simulation là où le plan a été joué : un plan peut donc dépasser sa borne.',
};
const SITE_BY_SITE: Text = {
  en: 'Longer opening is summed by department and modality: --html and --json give it site by site.',
  fr: 'Les heures d’ouverture sont sommées par département et modalité : --html et --json les donnent site par site.',
};
const LEVEL: Text = {
  en: 'simulation intervals: {level}% each, of replications drawn after the choice',
  fr: 'intervalles de simulation : {level} % chacun, sur des réplications tirées après le choix',
};
const SETS: Text = {
  en: 'assumptions: {drawn|set|sets} drawn over the ranges of what is assumed, each calibrated again on the present delays; {kept|kept|kept}',
  fr: 'hypothèses : {drawn|jeu tiré|jeux tirés} dans les fourchettes de ce qui est supposé, chacun recalé sur les délais actuels ; {kept|gardé|gardés}',
};
const NO_SETS: Text = {
  en: 'assumptions: not played (--sets 8): the choice may not hold',
  fr: 'hypothèses : non jouées (--sets 8) : le choix peut ne pas tenir',
};
const FADES: Text = {
  en: 'a gain fades as demand grows: it is told at the demand of the region’s file, once all is open',
  fr: 'un gain s’efface quand la demande croît : il est dit pour la demande du fichier de la région, une fois tout ouvert',
};
const MODEL_ONLY: Text = {
  en: 'nothing is proved: without --model-only, plans are simulated and the best is proved',
  fr: 'rien n’est prouvé : sans --model-only, les plans sont simulés et le meilleur est éprouvé',
};
const IDENTITY: Text = {
  en: 'creneau {version} · scenario {hash} · seed {seed}',
  fr: 'creneau {version} · scénario {hash} · graine {seed}',
};

/** What the intervals hold and leave out, a sentence each. */
export function planTrust({ stage, level, sets }: RegionPlanDocument, language: Language): readonly string[] {
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const lines =
    stage === 'model'
      ? [say(MODEL_ONLY), say(FADES)]
      : [
          say(LEVEL, { level: formatShort(100 * level, 2, language) }),
          sets === null ? say(NO_SETS) : say(SETS, { drawn: sets.drawn, kept: sets.kept }),
          say(FADES),
        ];
  return lines.map((line) => `${capital(line)}.`);
}

/** The page, line by line, at most 98 characters wide. */
export function planPage(document: RegionPlanDocument, options: PlanPageOptions): readonly string[] {
  const { language, style, command, version, openingLagWeeks } = options;
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const sentences = (lines: readonly string[]) =>
    lines.flatMap((line) => indented(wrap(line, PAGE_WIDTH - 2, 2), 2));
  const bullets = (lines: readonly string[]) => sentences(lines.map((line) => `· ${line}`));
  const section = (head: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', ...wrap(say(head), PAGE_WIDTH, 0).map(style.bold), ...lines];
  const { proposal, stage, weeks, warmupWeeks, replications, front, solved, seed } = document;
  const run = stage === 'model' ? PLAN_RUN_MODEL : PLAN_RUN;
  const how = solvedWords(solved, language);
  return [
    style.bold(say(PLAN_TITLE, { name: document.scenario.name[language] })),
    ...wrap(groundsSentence(document.grounds, language), PAGE_WIDTH, 0),
    ...wrap(say(run, { weeks, warmup: warmupWeeks, replications }), PAGE_WIDTH, 0),
    '',
    ...sentences([...planAnswer(document, language), say(NOT_AUTHORISED)]),
    ...section(PLAN_HEADS.conflict, bullets(planConflict(document, language))),
    ...(proposal === null
      ? []
      : [
          ...section(PLAN_HEADS.proposed, [
            ...columnLines(planRows(proposal, openingLagWeeks, language), PLANNED_COLUMNS, options),
            ...sentences(isLong(proposal) ? [say(SITE_BY_SITE)] : []),
          ]),
          ...section(PLAN_HEADS.onCall, bullets(onCallSentences(proposal.onCall, language))),
        ]),
    ...section(PLAN_HEADS.residents, byModality(document, residentColumns(language), options)),
    ...section(PLAN_HEADS.unmet, byModality(document, unmetColumns(language), options)),
    ...(proposal === null
      ? []
      : section(PLAN_HEADS.takes, sentences(planTakes(proposal.takes, options.isUnlimited, language)))),
    ...section(PLAN_HEADS.caps, bullets(capSentences(document, language))),
    ...section(
      PLAN_HEADS.front,
      front.length === 1
        ? sentences([say(NO_TRADE)])
        : [
            ...columnLines(
              playedFront(document),
              frontColumns(language, document.equity),
              options,
              ({ plan }) => isSamePlan(plan, proposal),
            ),
            ...sentences(front.length === 0 || stage === 'model' ? [] : [say(FRONT_READ)]),
          ],
    ),
    ...section(PLAN_HEADS.refill, sentences(refillSentences(document.refill, language))),
    ...section(PLAN_HEADS.chosen, sentences(choiceOfPlan(document, how, language))),
    ...section(PLAN_HEADS.inputs, bullets(inputSentences(document.inputs, language))),
    ...section(
      PLAN_HEADS.not,
      bullets(document.notConsidered.map((one) => capital(labelText(one, language)))),
    ),
    ...section(PLAN_HEADS.trust, bullets(planTrust(document, language))),
    ...section(PLAN_HEADS.again, [
      `  ${command}`,
      style.dim(`  ${say(IDENTITY, { version, hash: document.scenario.hash, seed })}`),
    ]),
  ];
}

/** Residents modality by modality, each under its name. */
function byModality(
  { residents }: RegionPlanDocument,
  columns: ReturnType<typeof residentColumns>,
  { language, style }: PlanPageOptions,
): readonly string[] {
  return MODALITIES.flatMap((modality) => {
    const rows = residents.filter((row) => row.modality === modality);
    if (rows.length === 0) return [];
    const head = style.bold(`  ${capital(MODALITY_WORDS[modality][language])}`);
    return [head, ...columnLines(rows, columns, { language, style })];
  });
}
