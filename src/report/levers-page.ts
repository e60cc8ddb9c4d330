/** Levers ranked, as a page of text: the answer, the tables, what they rest on. */
import type { LeversDocument, RankedLever } from '../model/results/levers.ts';
import type { Scenario } from '../model/scenario.ts';
import { inputWords } from './compare-answers.ts';
import { isOneSided } from './difference-words.ts';
import { capital, type Language, type Text } from './language.ts';
import { effortWords, gainBounds, gainCell, labelText, listed, markWords, shareCell } from './lever-words.ts';
import { effortTable, guardrailTable, savedTable, togetherTable } from './levers-tables.ts';
import { formatShort } from './numbers.ts';
import { fill, type Values } from './sentence.ts';
import { indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';
import { MODALITY_WORDS } from './words.ts';

export interface LeversPageOptions {
  readonly language: Language;
  readonly style: Style;
  readonly command: string;
  readonly version: string;
}

const TITLE: Text = { en: 'Which lever first · {name}', fr: 'Quel levier d’abord · {name}' };
const INTRODUCTION: Text = {
  en: '{count|lever|levers}, each alone against the present week: {replications|replication|replications} of {weeks} weeks ({warmup} left out) with the same random numbers. Saved: patient-days of waiting a week, ambulatory and hospitalised together.',
  fr: '{count|levier|leviers}, chacun seul face à la semaine actuelle : {replications|réplication|réplications} de {weeks} semaines (dont {warmup} de mise en régime) avec les mêmes tirages. Gagnés : jours-patients d’attente par semaine, ambulatoires et hospitalisés ensemble.',
};
const NOTHING: Text = {
  en: 'No lever demonstrably shortens the waiting here.',
  fr: 'Aucun levier ne raccourcit ici l’attente de façon démontrable.',
};
const FIRST: Text = {
  en: 'First: “{what}”. It saves {saved} patient-days of waiting a week ({simulation} by the simulation, {assumptions} over what is assumed).',
  fr: 'D’abord : « {what} ». Il fait gagner {saved} jours-patients d’attente par semaine ({simulation} selon la simulation, {assumptions} selon les hypothèses).',
};
const EITHER_SIGN: Text = {
  en: 'It is not established that it shortens the waiting at all: over what is assumed, it may lengthen it.',
  fr: 'Il n’est pas même établi qu’il raccourcisse l’attente : selon les hypothèses, il peut l’allonger.',
};
const HOLDS: Text = {
  en: 'It is first in {share} of the {sets|assumption set|assumption sets}.',
  fr: 'Il est premier dans {share} des {sets|jeu d’hypothèses|jeux d’hypothèses}.',
};
const NOT_ESTABLISHED: Text = {
  en: 'The order of the leaders is not established: it is first in {share} of the {sets|assumption set|assumption sets} only; else mostly: “{second}”.',
  fr: 'L’ordre des premiers n’est pas établi : il n’est premier que dans {share} des {sets|jeu d’hypothèses|jeux d’hypothèses} ; sinon le plus souvent : « {second} ».',
};
const SETTLE: Text = {
  en: 'What would settle it: {input}, {value}.',
  fr: 'Ce qui trancherait : {input}, {value}.',
};
const SETTLE_NONE: Text = {
  en: 'No single measurement would settle it.',
  fr: 'Aucune mesure à elle seule ne trancherait.',
};
const HEADS = {
  saved: {
    en: 'What each saves (≈ 0: no demonstrable difference; first: share of the sets where it is)',
    fr: 'Ce que chacun fait gagner (≈ 0 : pas de différence démontrable ; premier : part des jeux où il l’est)',
  },
  effort: {
    en: 'What each takes: delay of ambulatory patients (days), staff hours a week, thousands of euros a year, saved for each',
    fr: 'Ce que chacun coûte : délai ambulatoire (jours), heures d’équipe par semaine, milliers d’euros par an, gain pour chacun',
  },
  guardrails: {
    en: 'What must not get worse (≈: no demonstrable difference)',
    fr: 'Ce qui ne doit pas se dégrader (≈ : pas de différence démontrable)',
  },
  together: { en: 'The best together, by their rank', fr: 'Les meilleurs ensemble, par leur rang' },
  notRankable: { en: 'Not rankable', fr: 'Non classables' },
  rests: { en: 'What each rests on', fr: 'Sur quoi chacun repose' },
  trust: { en: 'How sure this is', fr: 'Ce que cela vaut' },
  again: { en: 'To get the same numbers again', fr: 'Pour retrouver les mêmes nombres' },
} as const satisfies Readonly<Record<string, Text>>;
const WITHOUT: Text = {
  en: '{lever} ({place}): not without {without}',
  fr: '{lever} ({place}) : pas sans {without}',
};
const RESTS: Text = {
  en: '{name}: {assumption} Source: {evidence} ({mark}). {effort}.',
  fr: '{name} : {assumption} Origine : {evidence} ({mark}). {effort}.',
};
const COSTS: Text = {
  en: 'costs, assumed and editable (--costs FILE): {costs}',
  fr: 'coûts, supposés et modifiables (--costs FICHIER) : {costs}',
};
const COST: Text = { en: '{name}: {value} {unit}', fr: '{name} : {value} {unit}' };
/** What a cost is in words, where the name it has in the file does not say it. */
const COST_NAMES: Readonly<Record<string, Text>> = {
  technologist: { en: 'technologist', fr: 'manipulateur' },
  radiologist: { en: 'radiologist', fr: 'radiologue' },
  secretary: { en: 'secretary', fr: 'secrétaire' },
  weeksPerYear: { en: 'weeks worked', fr: 'semaines ouvertes' },
  amortisationYears: { en: 'purchases spread over', fr: 'achats étalés sur' },
};
const LEVEL: Text = {
  en: 'simulation intervals at {level}% each, so that those of all levers hold together in 95% of cases',
  fr: 'intervalles de simulation à {level} % chacun, pour que ceux de tous les leviers tiennent ensemble dans 95 % des cas',
};
const SETS: Text = {
  en: 'assumptions: {drawn|set|sets} drawn over the ranges of what is assumed and of the strength of each lever, calibrated again on the present delays and occupancy; {kept|kept|kept}',
  fr: 'hypothèses : {drawn|jeu tiré|jeux tirés} dans les fourchettes de ce qui est supposé et de la force de chaque levier, recalés sur les délais et l’occupation actuels ; {kept|gardé|gardés}',
};
const NO_SETS: Text = {
  en: 'assumptions: not played (--sets 8): the ranking may not hold',
  fr: 'hypothèses : non jouées (--sets 8) : le classement peut ne pas tenir',
};
const ORDERS: Text = {
  en: 'magnitudes marked “not verified” are orders of magnitude: put your own in their place',
  fr: 'les grandeurs marquées « non vérifié » sont des ordres de grandeur : mettre les vôtres à leur place',
};
const PAIRING: Text = {
  en: 'pairing: how many times more replications independent draws would need for the same interval',
  fr: 'tirages : combien de fois plus de réplications il faudrait, avec des tirages indépendants, pour le même intervalle',
};
const IDENTITY: Text = {
  en: 'creneau {version} · scenario {hash} · seed {seed}',
  fr: 'creneau {version} · scénario {hash} · graine {seed}',
};

/**
 * The page, line by line, at most 98 characters wide.
 * @param scenario of the document: what it assumes.
 */
export function leversPage(
  document: LeversDocument,
  scenario: Scenario,
  options: LeversPageOptions,
): readonly string[] {
  const { language, style, command, version } = options;
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const section = (head: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', ...wrap(say(head), PAGE_WIDTH, 0).map(style.bold), ...lines];
  const sentences = (lines: readonly string[]) =>
    lines.flatMap((line) => indented(wrap(line, PAGE_WIDTH - 2, 2), 2));
  const { ranked, replications, weeks, warmupWeeks } = document;
  const manner = { language, style };
  return [
    style.bold(say(TITLE, { name: document.scenario.name[language] })),
    ...wrap(
      say(INTRODUCTION, { count: ranked.length, replications, weeks, warmup: warmupWeeks }),
      PAGE_WIDTH,
      0,
    ),
    '',
    ...sentences(leversAnswer(document, scenario, language)),
    ...section(HEADS.saved, savedTable(document, PAGE_WIDTH, manner)),
    ...section(HEADS.effort, effortTable(document, PAGE_WIDTH, manner)),
    ...section(HEADS.guardrails, guardrailTable(document, PAGE_WIDTH, manner)),
    ...section(
      HEADS.together,
      document.combinations.length === 0 ? [] : togetherTable(document, PAGE_WIDTH, manner),
    ),
    ...section(HEADS.notRankable, sentences(notRankableSentences(document, language))),
    ...section(HEADS.rests, sentences(groundSentences(document, language))),
    ...section(HEADS.trust, sentences(leversTrust(document, language))),
    ...section(HEADS.again, [
      `  ${command}`,
      style.dim(`  ${say(IDENTITY, { version, hash: document.scenario.hash, seed: document.seed })}`),
    ]),
  ];
}

/** The lever to present first, and whether that holds. */
export function leversAnswer(
  { order, ranked, sets }: LeversDocument,
  scenario: Scenario,
  language: Language,
): readonly string[] {
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const named = (id: string | null): RankedLever | undefined => ranked.find((one) => one.id === id);
  const first = named(order.first);
  if (first === undefined) return [say(NOTHING)];
  const answer = say(FIRST, {
    what: labelText(first.what, language),
    saved: gainCell(first.daysSaved, language).replace('+', ''),
    simulation: gainBounds(first.daysSaved?.estimate, language),
    assumptions: gainBounds(first.daysSaved?.assumptions, language),
  });
  const assumptions = first.daysSaved?.assumptions ?? null;
  const answers = assumptions === null || isOneSided(assumptions) ? [answer] : [answer, say(EITHER_SIGN)];
  if (sets === null || order.firstShare === null) return answers;
  const share = shareCell(order.firstShare, language);
  if (order.isEstablished) return [...answers, say(HOLDS, { share, sets: sets.kept })];
  const other = named(order.second);
  const second = other === undefined ? '—' : labelText(other.what, language);
  const [input] = order.toMeasure.filter(({ demonstrated }) => demonstrated);
  return [
    ...answers,
    say(NOT_ESTABLISHED, { share, sets: sets.kept, second }),
    input === undefined ? say(SETTLE_NONE) : say(SETTLE, inputWords(input, scenario, language)),
  ];
}

/** Levers that cannot be judged here, and what is missing. */
export function notRankableSentences(
  { notRankable, levers }: LeversDocument,
  language: Language,
): readonly string[] {
  return notRankable.map(({ lever, site, modality, device, without }) => {
    const found = levers.find(({ id }) => id === lever);
    const name = found === undefined ? lever : labelText(found.name, language);
    const place = device ?? (modality === null ? site : `${site} · ${MODALITY_WORDS[modality][language]}`);
    return fill(WITHOUT, { lever: name, place, without: labelText(without, language) }, language);
  });
}

/** Each lever that is ranked: what is assumed when it is pulled, and what that comes from. */
export function groundSentences({ levers, ranked }: LeversDocument, language: Language): readonly string[] {
  const used = new Set(ranked.map(({ lever }) => lever));
  return levers
    .filter(({ id }) => used.has(id))
    .map(({ name, assumption, evidence, effort }) =>
      fill(
        RESTS,
        {
          name: labelText(name, language),
          assumption: labelText(assumption, language),
          evidence: labelText(evidence.text, language),
          mark: markWords(evidence.mark, language),
          effort: capital(effortWords(effort, language)),
        },
        language,
      ),
    );
}

/** What the intervals hold, and the costs used. */
export function leversTrust(document: LeversDocument, language: Language): readonly string[] {
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const { level, sets, costs, staffing } = document;
  const told = listed(
    costs.map(({ id, value, unit }) => {
      const words = COST_NAMES[id];
      const name = words === undefined || words[language] === id ? id : `${say(words)} (${id})`;
      return say(COST, { name, value: formatShort(value, 1, language), unit: labelText(unit, language) });
    }),
    language,
  );
  return [
    say(LEVEL, { level: formatShort(100 * level, 2, language) }),
    sets === null ? say(NO_SETS) : say(SETS, { drawn: sets.drawn, kept: sets.kept }),
    say(ORDERS),
    say(PAIRING),
    say(COSTS, { costs: told }),
    labelText(staffing, language),
  ];
}
