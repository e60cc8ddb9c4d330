/** A proposed week as a page of text: the answer, what changes, what it gives and takes, and how far it can be trusted. */
import type { Department } from '../model/results/compare.ts';
import { type OptimizeDocument, USUAL_SETS } from '../model/results/optimize.ts';
import type { Scenario } from '../model/scenario.ts';
import { answerLines } from './compare-answers.ts';
import { departmentsOf } from './compare-page.ts';
import { differenceTable } from './compare-table.ts';
import { capital, type Language, type Text } from './language.ts';
import { labelText } from './lever-words.ts';
import { formatShort } from './numbers.ts';
import { bindingSentences, moveSentences } from './optimize-binding.ts';
import { choiceSentences } from './optimize-choice.ts';
import { infeasibleLines } from './optimize-infeasible.ts';
import { frontRows, ladderRows, rowLines, rowsNote } from './optimize-tables.ts';
import { changePart, optimizeAnswer, targetSentences } from './optimize-words.ts';
import { fill, type Values } from './sentence.ts';
import { indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';
import { transientLines } from './transient-lines.ts';
import { MODALITY_WORDS } from './words.ts';

export interface OptimizePageOptions {
  readonly language: Language;
  readonly style: Style;
  /** The command that gives the same numbers, and the program's version. */
  readonly command: string;
  readonly version: string;
}

const TITLE: Text = { en: 'A better week · {name}', fr: 'Une meilleure semaine · {name}' };
const INTRODUCTION: Text = {
  en: 'Weeks found by a linear model within the rules, then simulated beside the present week: {weeks} weeks ({warmup} left out), the same random numbers. Saved: patient-days of waiting a week, ambulatory and hospitalised together. Base: the present week; variant: the proposed one.',
  fr: 'Semaines trouvées par un modèle linéaire dans le respect des règles, puis simulées à côté de la semaine actuelle : {weeks} semaines (dont {warmup} de mise en régime), avec les mêmes tirages. Gagnés : jours-patients d’attente par semaine, ambulatoires et hospitalisés ensemble. Base : la semaine actuelle ; variante : celle proposée.',
};
/** The heads of the parts, in the text and in HTML. */
export const OPTIMIZE_HEADS = {
  changes: { en: 'What changes', fr: 'Ce qui change' },
  targets: { en: 'Targets asked for', fr: 'Objectifs demandés' },
  ladder: {
    en: 'How much each change is worth (saved: by simulation; ≈ 0: no demonstrable difference)',
    fr: 'Ce que vaut chaque changement (gagnés : par simulation ; ≈ 0 : pas de différence démontrable)',
  },
  front: { en: 'Added hours against waiting', fr: 'Heures ajoutées et attente' },
  binding: {
    en: 'What holds it back, and what one more would bring by the linear model',
    fr: 'Ce qui la retient, et ce qu’un de plus apporterait selon le modèle linéaire',
  },
  move: { en: 'The change-over week', fr: 'La semaine de bascule' },
  chosen: { en: 'How it was chosen', fr: 'Comment elle a été choisie' },
  tried: { en: 'How it was looked for', fr: 'Comment elle a été cherchée' },
  assumed: {
    en: 'Rules that nobody stated: ours (--rules FILE for yours)',
    fr: 'Règles que personne n’a données : les nôtres (--rules FICHIER pour les vôtres)',
  },
  not: { en: 'What was not considered', fr: 'Ce qui n’a pas été considéré' },
  trust: { en: 'How sure this is', fr: 'Ce que cela vaut' },
  again: { en: 'To get the same numbers again', fr: 'Pour retrouver les mêmes nombres' },
  whole: { en: 'To get the whole answer', fr: 'Pour la réponse entière' },
} as const satisfies Readonly<Record<string, Text>>;
const LEVEL: Text = {
  en: 'simulation intervals of the proposal: {level}% each',
  fr: 'intervalles de simulation de la proposition : {level} % chacun',
};
const SETS: Text = {
  en: 'assumptions: {drawn|set|sets} drawn over the ranges of what is assumed, calibrated again on the present delays and occupancy; {kept|kept|kept}',
  fr: 'hypothèses : {drawn|jeu tiré|jeux tirés} dans les fourchettes de ce qui est supposé, recalés sur les délais et l’occupation actuels ; {kept|gardé|gardés}',
};
const NO_SETS: Text = {
  en: 'assumptions: not played (--sets {usual}): the choice may not hold',
  fr: 'hypothèses : non jouées (--sets {usual}) : le choix peut ne pas tenir',
};
const OPTIMISM: Text = {
  en: 'the gain is told of replications drawn after the choice, so that choosing the luckiest does not flatter it',
  fr: 'le gain est mesuré sur des réplications tirées après le choix : avoir retenu la plus chanceuse ne l’embellit pas',
};
const IDENTITY: Text = {
  en: 'creneau {version} · scenario {hash} · seed {seed}',
  fr: 'creneau {version} · scénario {hash} · graine {seed}',
};

/**
 * The page, line by line, at most 98 characters wide.
 * @param scenario the present week: labels of its sites, and what it assumes.
 */
export function optimizePage(
  document: OptimizeDocument,
  scenario: Scenario,
  options: OptimizePageOptions,
): readonly string[] {
  const { language, style, command, version } = options;
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const sentences = (lines: readonly string[]) =>
    lines.flatMap((line) => indented(wrap(line, PAGE_WIDTH - 2, 2), 2));
  const section = (head: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', ...wrap(say(head), PAGE_WIDTH, 0).map(style.bold), ...lines];
  const bullets = (lines: readonly string[]) => sentences(lines.map((line) => `· ${line}`));
  const { proposal, weeks, warmupWeeks, seed, infeasible } = document;
  const head = [
    style.bold(say(TITLE, { name: document.scenario.name[language] })),
    ...wrap(say(INTRODUCTION, { weeks, warmup: warmupWeeks }), PAGE_WIDTH, 0),
    '',
  ];
  const labels = (texts: OptimizeDocument['notConsidered']) =>
    bullets(texts.map((one) => labelText(one, language)));
  const foot = [
    ...section(OPTIMIZE_HEADS.assumed, labels(document.assumedRules)),
    ...section(OPTIMIZE_HEADS.not, labels(document.notConsidered)),
    ...(proposal !== null
      ? section(OPTIMIZE_HEADS.trust, sentences(trustSentences(document, language)))
      : []),
    ...section(document.stage === 'first' ? OPTIMIZE_HEADS.whole : OPTIMIZE_HEADS.again, [
      `  ${command}`,
      style.dim(`  ${say(IDENTITY, { version, hash: document.scenario.hash, seed })}`),
    ]),
  ];
  if (infeasible !== null) return [...head, ...infeasibleLines(infeasible, { language, style }), ...foot];
  return [
    ...head,
    ...sentences(optimizeAnswer(document, scenario, language)),
    ...(proposal === null
      ? []
      : section(OPTIMIZE_HEADS.changes, bullets(changePart(proposal.week, language)))),
    ...(proposal === null ? [] : departmentLines(document, scenario, options)),
    ...section(OPTIMIZE_HEADS.targets, bullets(targetSentences(document.targets, scenario, language))),
    ...section(
      OPTIMIZE_HEADS.ladder,
      document.ladder.length === 0
        ? []
        : [
            ...rowLines(ladderRows(document.ladder, document, language), language, style),
            ...sentences([rowsNote(document, language)]),
          ],
    ),
    ...section(
      OPTIMIZE_HEADS.front,
      document.front.length === 0
        ? []
        : rowLines(frontRows(document.front, document, language), language, style),
    ),
    ...section(OPTIMIZE_HEADS.binding, bullets(bindingSentences(document.binding, language))),
    ...(proposal === null ? [] : section(OPTIMIZE_HEADS.move, changeoverLines(document, scenario, options))),
    ...section(
      proposal === null ? OPTIMIZE_HEADS.tried : OPTIMIZE_HEADS.chosen,
      sentences(choiceSentences(document, language)),
    ),
    ...foot,
  ];
}

/** `Centre hospitalier · CT`. */
export const placeName = (
  { site, modality }: Department,
  { sites }: Scenario,
  language: Language,
): string => {
  const label = sites.find(({ id }) => id === site)?.label ?? site;
  return capital(`${label} · ${MODALITY_WORDS[modality][language]}`);
};

/** Delays and guardrails of each department, present week beside proposal. */
function departmentLines(
  { proposal, level }: OptimizeDocument,
  scenario: Scenario,
  { language, style }: OptimizePageOptions,
): readonly string[] {
  const moving = departmentsOf(proposal!.headlines).filter(({ rows }) =>
    rows.some(({ verdict }) => verdict !== 'unchanged'),
  );
  return moving.flatMap(({ place, rows }) => {
    const answers = answerLines(rows, [], { level, scenario, language });
    return [
      '',
      style.bold(placeName(place, scenario, language)),
      ...answers.flatMap((line) => {
        const text = line.trimStart();
        const indent = 2 + line.length - text.length;
        return indented(wrap(text, PAGE_WIDTH - indent, 2), indent);
      }),
      '',
      ...differenceTable(rows, { language, style }),
    ];
  });
}

/** Who has to be moved, and how the new delay comes. */
function changeoverLines(
  { proposal }: OptimizeDocument,
  scenario: Scenario,
  { language, style }: OptimizePageOptions,
): readonly string[] {
  const { toMove, transients } = proposal!;
  const moved = moveSentences(toMove, language).flatMap((line) => indented(wrap(line, PAGE_WIDTH - 2, 2), 2));
  const departments = departmentsOf(transients).map(({ place, rows }) => ({
    place,
    lines: transientLines(rows, language, style),
  }));
  const moving = departments.filter(({ lines }) => lines.length > 0);
  const curves = moving.flatMap(({ place, lines }) => [
    ...(moving.length > 1 ? ['', style.bold(placeName(place, scenario, language))] : []),
    ...lines,
  ]);
  return [...moved, ...curves.flatMap((line) => indented([line], 2))];
}

/** What the intervals hold and leave out, a sentence each. */
export function trustSentences({ level, sets }: OptimizeDocument, language: Language): readonly string[] {
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  return [
    say(LEVEL, { level: formatShort(100 * level, 2, language) }),
    sets === null ? say(NO_SETS, { usual: USUAL_SETS }) : say(SETS, { drawn: sets.drawn, kept: sets.kept }),
    say(OPTIMISM),
  ];
}
