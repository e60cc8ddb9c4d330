/** How a proposed week was chosen, in plain words: the procedure, its guarantee, what is tied with it, model beside simulation. */
import type { OptimizeResult, ProposedWeek, Round, Selection } from '../model/results/optimize.ts';
import type { Language, Text } from './language.ts';
import { gainBounds, listed } from './lever-words.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { changeSentences, daysOf } from './optimize-words.ts';
import { fill, type Values } from './sentence.ts';

const PROCEDURES: Readonly<Record<Selection['procedure'], Text>> = Object.freeze({
  kn: {
    en: 'Kim & Nelson’s procedure (KN, 2001), the same random numbers for all',
    fr: 'procédure de Kim et Nelson (KN, 2001), les mêmes tirages pour toutes',
  },
  gsp: {
    en: 'good selection procedure (GSP, 2017), in parallel',
    fr: 'procédure de bonne sélection (GSP, 2017), en parallèle',
  },
});
const CHOSEN: Text = {
  en: '{candidates|week|weeks} simulated beside the present one; {finalists|finalist|finalists}: those that save most among the weeks that keep guardrails and targets, and the present one where it reaches the targets. Chosen among these on fresh random numbers: {procedure}; {first} to {most} replications each.',
  fr: '{candidates|semaine simulée|semaines simulées} à côté de l’actuelle ; {finalists|finaliste|finalistes} : celles qui font gagner le plus parmi les semaines tenant garde-fous et objectifs, et l’actuelle si elle atteint les objectifs. Choix parmi elles sur de nouveaux tirages : {procedure} ; de {first} à {most} réplications chacune.',
};
const CERTIFIED: Text = {
  en: 'If the best of them leads by {delta} patient-days a week or more, it is the one chosen with a probability of {surely}% at least; smaller differences are taken as equal.',
  fr: 'Si la meilleure devance les autres de {delta} jours-patients par semaine ou plus, c’est elle qui est choisie, avec une probabilité d’au moins {surely} % ; un écart plus petit compte pour nul.',
};
const NOT_CERTIFIED: Text = {
  en: 'The choice is NOT certified: the replications ran out before the procedure had decided. More --replications would settle it.',
  fr: 'Le choix n’est PAS certifié : les réplications se sont épuisées avant que la procédure ait tranché. Davantage de --replications trancherait.',
};
const TIED: Text = {
  en: 'As good as far as is known ({count|week|weeks}): {weeks}.',
  fr: 'Aussi bonnes, pour autant qu’on sache ({count|semaine|semaines}) : {weeks}.',
};
const TIED_WEEK: Text = { en: '{changes} ({bounds})', fr: '{changes} ({bounds})' };
const PRESENT: Text = { en: 'the present week', fr: 'la semaine actuelle' };
const GAP: Text = {
  en: 'The linear model had announced {predicted} patient-days saved a week; the simulation gives {simulated}: {gap}.',
  fr: 'Le modèle linéaire annonçait {predicted} jours-patients gagnés par semaine ; la simulation en donne {simulated} : {gap}.',
};
const MORE: Text = { en: '{gap} more than announced', fr: '{gap} de plus qu’annoncé' };
const LESS: Text = { en: '{gap} less than announced', fr: '{gap} de moins qu’annoncé' };
const AS: Text = { en: 'as announced', fr: 'comme annoncé' };
const ROUNDS: Text = {
  en: 'The model learnt from the simulations {count|time|times}. The week that saved most, guardrails aside: {first}, then {last}, by the few replications it was found on, which flatter it; by the model {firstModel}, then {lastModel}.',
  fr: 'Le modèle a appris des simulations {count|fois|fois}. La semaine qui faisait gagner le plus, garde-fous mis à part : {first}, puis {last}, sur le peu de réplications où elle a été trouvée, qui la flattent ; selon le modèle {firstModel}, puis {lastModel}.',
};
const ROUND_ONE: Text = {
  en: 'The model learnt from the simulations once. The week that saved most, guardrails aside: {first}, by the few replications it was found on, which flatter it; by the model {firstModel}.',
  fr: 'Le modèle a appris des simulations une fois. La semaine qui faisait gagner le plus, garde-fous mis à part : {first}, sur le peu de réplications où elle a été trouvée, qui la flattent ; selon le modèle {firstModel}.',
};
const CHECKED: Text = {
  en: 'The rules were checked again on the simulated week itself, without the model: {count|comparison|comparisons} with a limit, none broken.',
  fr: 'Les règles ont été vérifiées à nouveau sur la semaine simulée elle-même, sans le modèle : {count|comparaison|comparaisons} à une limite, aucune enfreinte.',
};
const CHOICES: Text = {
  en: 'The rules leave {count|change|changes} to choose from.',
  fr: 'Les règles laissent {count|changement possible|changements possibles}.',
};
const MOST_TIED = 3;

/** The sentences, in order; those that do not apply are left out. */
export function choiceSentences(result: OptimizeResult, language: Language): readonly string[] {
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const { choices, selection, proposal, rounds } = result;
  return [
    say(CHOICES, { count: choices }),
    ...(selection === null ? [] : selectionSentences(selection, language)),
    ...(proposal === null ? [] : [gapSentence(proposal.week, proposal.daysSaved.estimate.mean, language)]),
    ...roundsSentences(rounds, language),
    ...(proposal === null ? [] : [say(CHECKED, { count: proposal.rulesChecked })]),
  ];
}

function selectionSentences(selection: Selection, language: Language): readonly string[] {
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const {
    procedure,
    finalists,
    candidates,
    alpha,
    delta,
    firstReplications,
    mostReplications,
    isCertified,
    tied,
  } = selection;
  return [
    say(CHOSEN, {
      candidates,
      finalists,
      procedure: say(PROCEDURES[procedure]),
      first: firstReplications,
      most: mostReplications,
    }),
    isCertified
      ? say(CERTIFIED, {
          delta: formatShort(delta, 1, language),
          surely: formatShort(100 * (1 - alpha), 1, language),
        })
      : say(NOT_CERTIFIED),
    ...(tied.length === 0
      ? []
      : [
          say(TIED, {
            count: tied.length,
            weeks: listed(
              tied
                .slice(0, MOST_TIED)
                .map((week) => tiedText(week, language))
                .concat(tied.length > MOST_TIED ? ['…'] : []),
              language,
            ),
          }),
        ]),
  ];
}

function tiedText(week: ProposedWeek, language: Language): string {
  const changes =
    week.changes.length === 0 ? fill(PRESENT, {}, language) : changeSentences(week, language).join(' + ');
  return fill(TIED_WEEK, { changes, bounds: gainBounds(week.daysSaved, language) }, language);
}

/** Where the search began and where it ended. */
function roundsSentences(rounds: readonly Round[], language: Language): readonly string[] {
  const [first, last] = [rounds[0], rounds.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days = (of: number) => daysOf(of, language);
  const values = {
    count: rounds.length,
    first: days(first.simulatedDaysSaved),
    firstModel: days(first.predictedDaysSaved),
    last: days(last.simulatedDaysSaved),
    lastModel: days(last.predictedDaysSaved),
  };
  return [fill(rounds.length === 1 ? ROUND_ONE : ROUNDS, values, language)];
}

/** What the model said of the week, what the simulation says, and by how much they part. */
function gapSentence({ predictedDaysSaved }: ProposedWeek, simulated: number, language: Language): string {
  const gap = simulated - predictedDaysSaved;
  const size = formatNumber(Math.abs(gap), Math.abs(gap) < 10 ? 1 : 0, language);
  const word = Number(size.replace(',', '.')) === 0 ? AS : gap > 0 ? MORE : LESS;
  return fill(
    GAP,
    {
      predicted: daysOf(predictedDaysSaved, language),
      simulated: daysOf(simulated, language),
      gap: fill(word, { gap: size }, language),
    },
    language,
  );
}
