/** A proposed week in sentences: what it changes, what that gives and takes, what holds it back, and how it was chosen. */
import type {
  BindingRule,
  OptimizeResult,
  PatientsToMove,
  Proposal,
  ProposedWeek,
  Solved,
  Taken,
  TargetAnswer,
} from '../model/results/optimize.ts';
import type { Scenario } from '../model/scenario.ts';
import { inputWords } from './compare-answers.ts';
import { dayWord, isOneSided, signed } from './difference-words.ts';
import type { Language, Text } from './language.ts';
import { gainBounds, gainCell, labelText, listed, shareCell } from './lever-words.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { fill, type Values } from './sentence.ts';
import { CLASS_WORDS, MODALITY_WORDS, VOCABULARY } from './words.ts';

const NO_GAIN: Text = {
  en: 'No demonstrable gain: none of the weeks found within the rules demonstrably shortens the waiting. Keep the present week.',
  fr: 'Pas de gain démontrable : aucune des semaines trouvées dans le respect des règles ne raccourcit l’attente de façon démontrable. Garder la semaine actuelle.',
};
const NOTHING_TO_CHOOSE: Text = {
  en: 'The rules leave no change open: there was nothing to choose from.',
  fr: 'Les règles ne laissent aucun changement possible : il n’y avait rien à choisir.',
};
const NO_PLAN: Text = {
  en: 'No week was found in the time given to the linear model: nothing is proposed, and nothing is known to be impossible.',
  fr: 'Aucune semaine n’a été trouvée dans le temps donné au modèle linéaire : rien n’est proposé, et rien n’est prouvé impossible.',
};
const NEAREST: Text = {
  en: 'The best one tried saves {predicted} patient-days a week by the linear model; the simulation says {bounds}.',
  fr: 'La meilleure essayée fait gagner {predicted} jours-patients par semaine selon le modèle linéaire ; la simulation dit {bounds}.',
};
const LEADER: Text = {
  en: 'The leading one ({changes}) saves {predicted} patient-days a week by the linear model and {bounds} on the replications it was chosen by, which flatter it; on fresh ones no gain is demonstrable.',
  fr: 'Celle de tête ({changes}) fait gagner {predicted} jours-patients par semaine selon le modèle linéaire et {bounds} sur les réplications qui l’ont fait choisir, qui la flattent ; sur de nouvelles, aucun gain n’est démontrable.',
};
const FIRST: Text = {
  en: 'A first answer, after few replications: neither chosen for good, nor proved on fresh ones, nor played under other assumptions.',
  fr: 'Une première réponse, après peu de réplications : ni choix définitif, ni preuve sur de nouvelles, ni autres hypothèses.',
};
const LEADS: Text = {
  en: '{changes} leads so far: {bounds} patient-days saved a week, by the replications it was chosen on.',
  fr: 'En tête jusqu’ici, {changes} : {bounds} jours-patients gagnés par semaine, sur les réplications qui l’ont fait choisir.',
};
const BREAKS: Text = {
  en: 'It demonstrably breaks: {rules}. Such a week is not proposed in the end.',
  fr: 'Elle enfreint de façon démontrable : {rules}. Une telle semaine n’est pas proposée à la fin.',
};
const NONE_LEADS: Text = {
  en: 'The present week leads so far.',
  fr: 'La semaine actuelle est en tête jusqu’ici.',
};
const GAIN: Text = {
  en: '{count|change|changes} of the present week {verb} {saved} patient-days of waiting a week: {simulation} by the simulation ({level}%), {assumptions} over what is assumed.',
  fr: '{count|changement|changements} de la semaine actuelle {verb} gagner {saved} jours-patients d’attente par semaine : {simulation} selon la simulation ({level} %), {assumptions} selon les hypothèses.',
};
const MAKE = { one: { en: 'saves', fr: 'fait' }, many: { en: 'save', fr: 'font' } } as const;
const GAIN_ALONE: Text = {
  en: '{count|change|changes} of the present week {verb} {saved} patient-days of waiting a week: {simulation} by the simulation ({level}%). No assumption set was played: this interval alone is false precision.',
  fr: '{count|changement|changements} de la semaine actuelle {verb} gagner {saved} jours-patients d’attente par semaine : {simulation} selon la simulation ({level} %). Aucun jeu d’hypothèses n’a été joué : cet intervalle seul est une fausse précision.',
};
const SHARE: Text = {
  en: 'It is better than the present week in {share} of the {sets|assumption set|assumption sets}.',
  fr: 'Elle est meilleure que la semaine actuelle dans {share} des {sets|jeu d’hypothèses|jeux d’hypothèses}.',
};
const EITHER_SIGN: Text = {
  en: 'So the gain is not established: under part of what is assumed, this week is worse than the present one.',
  fr: 'Le gain n’est donc pas établi : sous une partie des hypothèses, cette semaine est moins bonne que l’actuelle.',
};
const MEASURE: Text = {
  en: 'What to measure first: {input}, {value}; knowing it would leave {left} of that interval.',
  fr: 'À mesurer d’abord : {input}, {value} ; le connaître laisserait {left} de cet intervalle.',
};
const NOTHING_TAKEN: Text = {
  en: 'It takes no hour more and no staff more.',
  fr: 'Elle ne demande ni heure ni personnel de plus.',
};
const TAKES: Text = {
  en: 'It takes {hours} h of opening a week, {staff}, and about {euros} € a year.',
  fr: 'Elle demande {hours} h d’ouverture par semaine, {staff}, et environ {euros} € par an.',
};
const STAFF: Text = {
  en: '{technologist} h of technologists, {radiologist} h of radiologists, {secretary} h of secretaries',
  fr: '{technologist} h de manipulateurs, {radiologist} h de radiologues, {secretary} h de secrétaires',
};
const REACHED: Text = {
  en: '{class:class}, {modality:modality}{site}: at most {days} days — reached: {now} → {proposed} {unit}.',
  fr: '{class:class}, {modality:modality}{site} : {days} jours au plus — atteint : {now} → {proposed} {unit}.',
};
const NOT_REACHED: Text = {
  en: '{class:class}, {modality:modality}{site}: at most {days} days — NOT reached: {now} → {proposed} {unit}.',
  fr: '{class:class}, {modality:modality}{site} : {days} jours au plus — NON atteint : {now} → {proposed} {unit}.',
};
const WORTH: Text = {
  en: '{rule}. {unit}: {worth} patient-days a week saved ({bounds} by the model), {range}.',
  fr: '{rule}. {unit} : {worth} jours-patients gagnés par semaine ({bounds} selon le modèle), {range}.',
};
const WORTH_EXACT: Text = {
  en: '{rule}. {unit}: {worth} patient-days a week saved, {range}.',
  fr: '{rule}. {unit} : {worth} jours-patients gagnés par semaine, {range}.',
};
const FIRST_ONLY: Text = {
  en: 'for the first one; the next brings less or more',
  fr: 'pour la première unité ; la suivante apporte moins ou plus',
};
const AS_FAR_AS: Text = {
  en: 'as much for each up to {to}',
  fr: 'autant pour chacune jusqu’à {to}',
};
const WORTH_OPEN: Text = {
  en: '{rule}. {unit}: {worth} patient-days a week saved, at least from {from} to {to}.',
  fr: '{rule}. {unit} : {worth} jours-patients gagnés par semaine, au moins de {from} à {to}.',
};
const WORTH_NOTHING: Text = {
  en: '{rule}. {unit}: would change nothing.',
  fr: '{rule}. {unit} : n’y changerait rien.',
};
const LEGAL: Text = {
  en: '{rule}. The law: never relaxed, no worth given.',
  fr: '{rule}. La loi : jamais assouplie, sans valeur chiffrée.',
};
const MOVE: Text = {
  en: '{class:class}, {modality:modality}: about {patients|patient|patients} hold an appointment in hours that close ({bounds}); they are to be moved before the first day.',
  fr: '{class:class}, {modality:modality} : environ {patients|patient|patients} avec un rendez-vous dans des heures qui ferment ({bounds}) ; à déplacer avant le premier jour.',
};
const MOVE_ONE: Text = {
  en: '{class:class}, {modality:modality}: about {patients|patient|patients} hold an appointment in hours that close; they are to be moved before the first day.',
  fr: '{class:class}, {modality:modality} : environ {patients|patient|patients} avec un rendez-vous dans des heures qui ferment ; à déplacer avant le premier jour.',
};
const NO_MOVE: Text = {
  en: 'No appointment already given has to be moved: no hours close.',
  fr: 'Aucun rendez-vous déjà donné n’est à déplacer : aucune heure ne ferme.',
};

type Say = (text: Text, values?: Values) => string;
const sayIn =
  (language: Language): Say =>
  (text, values = {}) =>
    fill(text, values, language, VOCABULARY);

/** Patient-days, with a decimal below ten. */
export const daysOf = (days: number, language: Language): string =>
  formatNumber(days, Math.abs(days) < 10 ? 1 : 0, language);

const BROKEN: Text = {
  en: 'Beware: on the random numbers of the proof it goes beyond: {rules}. Decide whether that is acceptable, or state a narrower guardrail in --rules.',
  fr: 'Attention : sur les tirages de la preuve elle dépasse : {rules}. À vous de dire si c’est acceptable, ou d’énoncer un garde-fou plus étroit dans --rules.',
};

/** The answer first: what is saved, how surely, and what it takes; or that nothing better can be shown. */
export function optimizeAnswer(
  result: OptimizeResult,
  scenario: Scenario,
  language: Language,
): readonly string[] {
  const say = sayIn(language);
  const { stage, proposal, choices, sets, level } = result;
  if (isUnsolved(result)) return [say(NO_PLAN)];
  if (stage === 'first') return [say(FIRST), ...leadingLines(result, language)];
  if (proposal === null)
    return [
      say(NO_GAIN),
      ...(choices === 0 ? [say(NOTHING_TO_CHOOSE)] : []),
      ...nearestLines(result, language),
    ];
  const { week, daysSaved, betterInSets } = proposal;
  const { assumptions } = daysSaved;
  const count = week.changes.length;
  const gain = say(assumptions === null ? GAIN_ALONE : GAIN, {
    count,
    verb: say(count === 1 ? MAKE.one : MAKE.many),
    saved: gainCell(daysSaved, language).replace('+', ''),
    simulation: gainBounds(daysSaved.estimate, language),
    level: formatShort(100 * level, 2, language),
    assumptions: gainBounds(assumptions, language),
  });
  return [
    gain,
    ...(betterInSets === null || sets === null
      ? []
      : [say(SHARE, { share: shareCell(betterInSets, language), sets: sets.kept })]),
    ...(assumptions === null || isOneSided(assumptions) ? [] : [say(EITHER_SIGN)]),
    ...measureLines(proposal, scenario, language),
    takenLine(week.takes, language),
    ...(week.broken.length === 0
      ? []
      : [say(BROKEN, { rules: week.broken.map((one) => labelText(one, language)).join(', ') })]),
  ];
}

/** True where time ran out, or the solver failed, before the model gave any week but the present one. */
export const isUnsolved = ({ ladder, proposal, leader }: OptimizeResult): boolean => {
  const asked = ladder.filter(({ atMost }) => atMost > 0);
  const isCut = ({ week, solved }: OptimizeResult['ladder'][number]) =>
    week === null && (solved.status === 'time-limit' || solved.status === 'failed');
  return proposal === null && leader === null && asked.length > 0 && asked.every(isCut);
};

/** Changes of a week in one line. */
export const changesLine = (week: ProposedWeek, language: Language): string =>
  changeSentences(week, language).join(' + ');

/** What leads after the first look, for those who stop there. */
export function leadingLines({ leader }: OptimizeResult, language: Language): readonly string[] {
  const say = sayIn(language);
  if (leader === null) return [say(NONE_LEADS)];
  const bounds = gainBounds(leader.daysSaved, language);
  const rules = leader.broken.map((one) => labelText(one, language)).join(', ');
  return [
    say(LEADS, { changes: changesLine(leader, language), bounds }),
    ...(rules === '' ? [] : [say(BREAKS, { rules })]),
  ];
}

/** What came nearest where nothing is demonstrably better. */
function nearestLines({ leader, ladder }: OptimizeResult, language: Language): readonly string[] {
  const say = sayIn(language);
  const valuesOf = (week: ProposedWeek) => ({
    changes: changesLine(week, language),
    predicted: daysOf(week.predictedDaysSaved, language),
    bounds: gainBounds(week.daysSaved, language),
  });
  if (leader !== null) return [say(LEADER, valuesOf(leader))];
  const played = ladder.flatMap(({ week }) =>
    week !== null && week.changes.length > 0 && week.daysSaved !== null ? [week] : [],
  );
  const [first, ...others] = played;
  if (first === undefined) return [];
  const best = others.reduce((a, b) => (b.daysSaved!.mean > a.daysSaved!.mean ? b : a), first);
  return [say(NEAREST, valuesOf(best))];
}

function measureLines({ toMeasure }: Proposal, scenario: Scenario, language: Language): readonly string[] {
  const [first] = toMeasure.filter(({ demonstrated }) => demonstrated);
  if (first === undefined) return [];
  const left = shareCell(first.widthLeft, language);
  return [sayIn(language)(MEASURE, { ...inputWords(first, scenario, language), left })];
}

/** Hours, staff and euros of a week beside the present one. */
export function takenLine({ openedHours, staffHours, eurosPerYear }: Taken, language: Language): string {
  const say = sayIn(language);
  const { technologist, radiologist, secretary } = staffHours;
  if ([openedHours, technologist, radiologist, secretary, eurosPerYear].every((one) => one === 0))
    return say(NOTHING_TAKEN);
  const hours = (x: number) => (x === 0 ? '0' : signed(x, Number.isInteger(x) ? 0 : 1, language));
  return say(TAKES, {
    hours: hours(openedHours),
    staff: say(STAFF, {
      technologist: hours(technologist),
      radiologist: hours(radiologist),
      secretary: hours(secretary),
    }),
    euros: formatNumber(Math.round(eurosPerYear / 100) * 100, 0, language),
  });
}

/** What the week changes, a sentence each; a change done on several devices says on which. */
export function changeSentences(
  { changes }: Pick<ProposedWeek, 'changes'>,
  language: Language,
): readonly string[] {
  return changes.map(({ label, devices }) => {
    const text = labelText(label, language);
    return devices.length > 1 ? `${text} (${devices.join(', ')})` : text;
  });
}

const level = (estimate: TargetAnswer['now'], language: Language): string =>
  estimate === null ? '—' : formatNumber(estimate.mean, 1, language);

/** Each target asked for, and whether the proposed week reaches it. */
export function targetSentences(
  targets: readonly TargetAnswer[],
  scenario: Scenario,
  language: Language,
): readonly string[] {
  const say = sayIn(language);
  return targets.map((one) => {
    const { site, modality, days, now, proposed, isReached } = one;
    const name = scenario.sites.length > 1 ? ` (${siteLabel(scenario, site)})` : '';
    const text = say(isReached ? REACHED : NOT_REACHED, {
      class: one.class,
      modality,
      site: name,
      days: formatShort(days, 1, language),
      now: level(now, language),
      proposed: level(proposed, language),
      unit: dayWord(proposed?.mean ?? 0, language),
    });
    return text.charAt(0).toUpperCase() + text.slice(1);
  });
}

const siteLabel = ({ sites }: Scenario, id: string): string =>
  sites.find((site) => site.id === id)?.label ?? id;

/** Rules that hold the week back, and what one more unit of each would bring. */
export function bindingSentences(binding: readonly BindingRule[], language: Language): readonly string[] {
  const say = sayIn(language);
  return binding.map(({ label, unit, worth, from, to, isOpen }) => {
    const rule = labelText(label, language);
    if (worth === null) return say(LEGAL, { rule });
    const values = {
      rule,
      unit: labelText(unit, language),
      worth: daysOf(worth.perUnit, language),
      bounds: gainBounds(worth, language),
      range: to > 1 ? say(AS_FAR_AS, { to: formatShort(to, 1, language) }) : say(FIRST_ONLY),
      from: formatShort(from, 1, language),
      to: formatShort(to, 1, language),
    };
    if (worth.low === 0 && worth.high === 0) return say(WORTH_NOTHING, values);
    if (worth.low !== worth.high) return say(WORTH, values);
    return say(isOpen ? WORTH_OPEN : WORTH_EXACT, values);
  });
}

/** Patients whose appointments stand in hours that close. */
export function moveSentences(toMove: readonly PatientsToMove[], language: Language): readonly string[] {
  const say = sayIn(language);
  if (toMove.length === 0) return [say(NO_MOVE)];
  return toMove.map(({ class: patientClass, modality, patients }) => {
    const isBounded = patients.low !== null && patients.high !== null;
    const bound = (x: number | null) => formatNumber(Math.max(0, x ?? 0), 0, language);
    const text = say(isBounded ? MOVE : MOVE_ONE, {
      class: CLASS_WORDS[patientClass][language],
      modality: MODALITY_WORDS[modality][language],
      patients: Math.round(patients.mean),
      bounds: `${bound(patients.low)}–${bound(patients.high)}`,
    });
    return text.charAt(0).toUpperCase() + text.slice(1);
  });
}

const STATUS: Readonly<Record<Exclude<Solved['status'], 'time-limit'>, Text>> = Object.freeze({
  optimal: { en: 'proved best', fr: 'prouvé' },
  infeasible: { en: 'infeasible', fr: 'impossible' },
  failed: { en: 'failed', fr: 'échec' },
});
const GAP: Text = { en: 'within {gap}%', fr: 'à {gap} % près' };
const UNCHECKED: Text = { en: 'best it found', fr: 'au mieux' };
const UNPROVED: Text = { en: 'not proved', fr: 'non prouvé' };

/** Beyond this share of the objective, what is called the best is best within a gap only. */
const NO_GAP = 1e-6;

/** How well the model of a week was solved: proved best, to which gap, or by the word of a solver that proves nothing. */
export function solvedWords({ status, gap }: Solved, language: Language): string {
  const say = sayIn(language);
  if (status === 'infeasible' || status === 'failed') return say(STATUS[status]);
  if (gap === null) return say(status === 'optimal' ? UNCHECKED : UNPROVED);
  if (status === 'optimal' && gap <= NO_GAP) return say(STATUS.optimal);
  return say(GAP, { gap: formatShort(100 * gap, 2, language) });
}

/** Texts of the rules or limits in one line. */
export const labelsLine = (labels: readonly Text[], language: Language): string =>
  listed(
    labels.map((label) => labelText(label, language)),
    language,
  );
