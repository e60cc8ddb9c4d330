/** A proposed week in sentences: what it changes, what that gives and takes, what holds it back, and how it was chosen. */
import type {
  OptimizeResult,
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
import { gainBounds, gainCell, labelText, shareCell } from './lever-words.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { fill, type Values } from './sentence.ts';
import { VOCABULARY } from './words.ts';

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
  en: '{changes} — leads so far: {bounds} patient-days saved a week, by the replications it was chosen on.',
  fr: '{changes} — en tête jusqu’ici : {bounds} jours-patients gagnés par semaine, sur les réplications qui l’ont fait choisir.',
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
const COUNTED: Text = {
  en: 'A change counts once for each device it is made on: {count} in all.',
  fr: 'Un changement compte une fois par appareil où il est fait : {count} en tout.',
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
type Say = (text: Text, values?: Values) => string;
/** Fills texts in, with the words for classes and modalities. */
export const sayIn =
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

const DOUBTFUL: Text = {
  en: 'Guardrails that may not hold: {rules}. On the random numbers of the proof the mean lies beyond, the interval on both sides; the table below says how far.',
  fr: 'Garde-fous qui ne tiennent peut-être pas : {rules}. Sur les tirages de la preuve, la moyenne est au-delà, l’intervalle de part et d’autre ; le tableau ci-dessous dit de combien.',
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
  const labels = (rules: ProposedWeek['broken']) => rules.map((one) => labelText(one, language)).join(', ');
  const count = timesOf(week);
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
    ...(week.broken.length === 0 ? [] : [say(BROKEN, { rules: labels(week.broken) })]),
    ...(proposal.doubtful.length === 0 ? [] : [say(DOUBTFUL, { rules: labels(proposal.doubtful) })]),
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
const changesLine = (week: ProposedWeek, language: Language): string =>
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

/** How many changes a week makes, as limits count them: one for each device. */
export const timesOf = ({ changes }: Pick<ProposedWeek, 'changes'>): number =>
  changes.reduce((sum, { devices }) => sum + Math.max(1, devices.length), 0);

/** What the week changes, a sentence each; the devices are in the sentence. */
export const changeSentences = (
  { changes }: Pick<ProposedWeek, 'changes'>,
  language: Language,
): readonly string[] => changes.map(({ label }) => labelText(label, language));

/** The sentences of a page: how many changes they are, where one is made on several devices. */
export function changePart(week: Pick<ProposedWeek, 'changes'>, language: Language): readonly string[] {
  const count = timesOf(week);
  const counted = count === week.changes.length ? [] : [sayIn(language)(COUNTED, { count })];
  return [...changeSentences(week, language), ...counted];
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
