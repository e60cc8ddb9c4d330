/** A plan for a territory in sentences: what it gains and for whom, what it takes, and why there is none. */
import type {
  PlannedOnCall,
  PlannedRegion,
  RegionPlanDocument,
  RegionTaken,
} from '../model/results/region.ts';
import { assumptionName } from './assumption-words.ts';
import { isOneSided, signed, verdictWords } from './difference-words.ts';
import type { Language, Text } from './language.ts';
import { gainBounds, gainCell, labelText, shareCell } from './lever-words.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { conflictSentences, narrownessSentence } from './optimize-infeasible.ts';
import { daysOf } from './optimize-words.ts';
import { inputValue } from './region-words.ts';
import { fill, type Values } from './sentence.ts';
import { VOCABULARY } from './words.ts';

const NO_GAIN: Text = {
  en: 'No demonstrable gain: nothing that the caps and your limits allow demonstrably shortens the waiting. Nothing is proposed.',
  fr: 'Pas de gain démontrable : rien de ce que permettent les plafonds et vos limites ne raccourcit l’attente de façon démontrable. Rien n’est proposé.',
};
const NO_GAIN_MODEL: Text = {
  en: 'Nothing that the caps and your limits allow shortens the waiting by the linear model. Nothing is proposed.',
  fr: 'Rien de ce que permettent les plafonds et vos limites ne raccourcit l’attente selon le modèle linéaire. Rien n’est proposé.',
};
const INFEASIBLE: Text = {
  en: 'Infeasible: no plan keeps the caps, your limits and what you ask for.',
  fr: 'Impossible : aucun plan ne tient à la fois les plafonds, vos limites et ce que vous demandez.',
};
const UNSOLVED: Text = {
  en: 'The linear model gave no plan in its time: nothing is proposed, and nothing is known to be impossible.',
  fr: 'Le modèle linéaire n’a donné aucun plan en son temps : rien n’est proposé, et rien n’est prouvé impossible.',
};
const MODEL: Text = {
  en: '{what}: about {saved} patient-days of waiting saved a week, by the linear model alone. NOTHING IS PROVED: no simulation was played.',
  fr: '{what} : environ {saved} jours-patients d’attente gagnés par semaine, selon le seul modèle linéaire. RIEN N’EST PROUVÉ : aucune simulation n’a été jouée.',
};
const GAIN: Text = {
  en: '{what}: {saved} patient-days of waiting saved a week ({simulation} by the simulation, {level}%; {assumptions} over what is assumed).',
  fr: '{what} : {saved} jours-patients d’attente gagnés par semaine ({simulation} selon la simulation, {level} % ; {assumptions} selon les hypothèses).',
};
const GAIN_ALONE: Text = {
  en: '{what}: {saved} patient-days of waiting saved a week ({simulation} by the simulation, {level}%). No assumption set was played: this interval alone is false precision.',
  fr: '{what} : {saved} jours-patients d’attente gagnés par semaine ({simulation} selon la simulation, {level} %). Aucun jeu d’hypothèses n’a été joué : cet intervalle seul est une fausse précision.',
};
const NOT_SHOWN: Text = {
  en: 'The simulation demonstrates no difference with the present.',
  fr: 'La simulation ne démontre aucune différence avec l’existant.',
};
const SHARE: Text = {
  en: 'This plan is better than the present in {share} of the {sets|assumption set|assumption sets}.',
  fr: 'Ce plan est meilleur que l’existant dans {share} des {sets|jeu d’hypothèses|jeux d’hypothèses}.',
};
const EITHER_SIGN: Text = {
  en: 'So the gain is not established: under part of what is assumed there is none.',
  fr: 'Le gain n’est donc pas établi : sous une partie des hypothèses il n’y en a pas.',
};
const MEASURE: Text = {
  en: 'What to measure first: {input}, {value}; knowing it would leave {left} of that interval.',
  fr: 'À mesurer d’abord : {input}, {value} ; le connaître laisserait {left} de cet intervalle.',
};
const PARTS = {
  devices: { en: '{count|device|devices} more', fr: '{count|appareil|appareils} de plus' },
  hours: { en: '{hours} h of longer opening a week', fr: '{hours} h d’ouverture de plus par semaine' },
  onCall: {
    en: '{count|on-call line|on-call lines} shared',
    fr: '{count|ligne de permanence partagée|lignes de permanence partagées}',
  },
  and: { en: '{first} and {last}', fr: '{first} et {last}' },
} as const satisfies Readonly<Record<string, Text>>;

/** Said wherever places under a cap are counted. */
export const NOT_AUTHORISED: Text = {
  en: 'Receivable is not authorised: the caps say what may be asked for, people decide on the merits.',
  fr: 'Recevable ne veut pas dire autorisé : les plafonds disent ce qui peut être demandé, la décision au fond revient à des personnes.',
};

type Say = (text: Text, values?: Values) => string;
const sayIn =
  (language: Language): Say =>
  (text, values = {}) =>
    fill(text, values, language, VOCABULARY);

/** What a plan holds, in a few words: `2 devices more and 9 h of longer opening a week`. */
export function planWords({ takes, onCall }: PlannedRegion, language: Language): string {
  const say = sayIn(language);
  const parts = [
    ...(takes.devices === 0 ? [] : [say(PARTS.devices, { count: takes.devices })]),
    ...(takes.openedHours === 0
      ? []
      : [say(PARTS.hours, { hours: formatShort(takes.openedHours, 1, language) })]),
    ...(onCall.length === 0 ? [] : [say(PARTS.onCall, { count: onCall.length })]),
  ];
  const last = parts.pop() ?? '—';
  return parts.length === 0 ? last : say(PARTS.and, { first: parts.join(', '), last });
}

/** The answer first: what is gained and how surely; or that nothing can be shown, or is possible. */
export function planAnswer(document: RegionPlanDocument, language: Language): readonly string[] {
  const say = sayIn(language);
  const { proposal, solved, stage, daysSaved, level, betterInSets, sets } = document;
  if (solved.status === 'infeasible') return [say(INFEASIBLE), ...reachLine(document, language)];
  if (proposal === null) {
    if (solved.status !== 'optimal' && document.others.length === 0) return [say(UNSOLVED)];
    return [say(stage === 'model' ? NO_GAIN_MODEL : NO_GAIN)];
  }
  const what = planWords(proposal, language);
  if (stage === 'model' || daysSaved === null)
    return [say(MODEL, { what, saved: daysOf(proposal.predictedDaysSaved, language) })];
  const { assumptions } = daysSaved;
  return [
    say(assumptions === null ? GAIN_ALONE : GAIN, {
      what,
      saved: gainCell(daysSaved, language).replace('+', ''),
      simulation: gainBounds(daysSaved.estimate, language),
      level: formatShort(100 * level, 2, language),
      assumptions: gainBounds(assumptions, language),
    }),
    ...(proposal.verdict === 'not-demonstrated' ? [say(NOT_SHOWN)] : []),
    ...(betterInSets === null || sets === null
      ? []
      : [say(SHARE, { share: shareCell(betterInSets, language), sets: sets.kept })]),
    ...(assumptions === null || isOneSided(assumptions) ? [] : [say(EITHER_SIGN)]),
    ...measureLine(document, language),
  ];
}

const REACHABLE: Text = {
  en: 'Asked for: {asked} {unit} at most; no plan goes below {reachable}.',
  fr: 'Demandé : {asked} {unit} au plus ; aucun plan ne descend sous {reachable}.',
};
const EQUITY_UNITS = {
  days: { en: 'days', fr: 'jours' },
  minutes: { en: 'minutes of travel', fr: 'minutes de trajet' },
} as const satisfies Readonly<Record<string, Text>>;

/** How near to what is asked any plan comes, where that is known. */
function reachLine({ conflict, equity }: RegionPlanDocument, language: Language): readonly string[] {
  if (conflict === null || conflict === undefined || conflict.reachable === null) return [];
  const say = sayIn(language);
  const unit = say(EQUITY_UNITS[equity === 'travel' ? 'minutes' : 'days']);
  const number = (x: number) => formatShort(x, 1, language);
  return [say(REACHABLE, { asked: number(conflict.asked), reachable: number(conflict.reachable), unit })];
}

/** The rules that cannot hold with what is asked, a line each, and how narrow they are. */
export function planConflict({ conflict }: RegionPlanDocument, language: Language): readonly string[] {
  if (conflict === null || conflict === undefined) return [];
  const told = { conflict: conflict.rules, isMinimal: conflict.isMinimal };
  return [...conflictSentences(told, language), narrownessSentence(told, language) ?? []].flat();
}

function measureLine({ toMeasure, inputs }: RegionPlanDocument, language: Language): readonly string[] {
  const [first] = toMeasure.filter(({ demonstrated }) => demonstrated);
  if (first === undefined) return [];
  const known = inputs.find(({ id }) => id === first.path);
  const input =
    known === undefined
      ? assumptionName({ ...first, status: 'assumed', from: 'file' }, language)
      : labelText(known.label, language);
  const left = shareCell(first.widthLeft, language);
  return [sayIn(language)(MEASURE, { input, value: inputValue(first, language), left })];
}

const TAKES: Text = {
  en: '{devices|device|devices}, {hours} h of opening a week; {technologist} h of technologists and {radiologist} h of radiologists a week; about {euros} € a year.',
  fr: '{devices|appareil|appareils}, {hours} h d’ouverture par semaine ; {technologist} h de manipulateurs et {radiologist} h de radiologues par semaine ; environ {euros} € par an.',
};

const UNLIMITED: Text = {
  en: 'You set no limit on opening, so at most 10 evenings (30 h a week) are taken, a number of ours, and devices whatever they cost; --evenings, --budget, --technologist-hours, --radiologist-hours and --devices set yours.',
  fr: 'Vous n’avez fixé aucune limite à l’ouverture : 10 soirées au plus (30 h par semaine) sont prises, un nombre choisi par nous, et des appareils quel qu’en soit le coût ; --evenings, --budget, --technologist-hours, --radiologist-hours et --devices fixent les vôtres.',
};

/** What a plan takes beside the present: devices, hours, staff, euros; and that nothing but the caps holds it back. */
export function planTakes(takes: RegionTaken, isUnlimited: boolean, language: Language): readonly string[] {
  const hours = (x: number) => (x === 0 ? '0' : signed(x, Number.isInteger(x) ? 0 : 1, language));
  const taken = fill(
    TAKES,
    {
      devices: takes.devices,
      hours: hours(takes.openedHours),
      technologist: hours(takes.technologistHours),
      radiologist: hours(takes.radiologistHours),
      euros: formatNumber(1000 * Math.round(takes.eurosPerYear / 1000), 0, language),
    },
    language,
  );
  return isUnlimited ? [taken, fill(UNLIMITED, {}, language)] : [taken];
}

const ON_CALL: Text = {
  en: '{closes} closes its on-call hours; its patients of the night go to {goesTo}, {minutes} min away: about {moved} a week; {hours} h of technologists freed a week.',
  fr: '{closes} ferme sa permanence ; ses patients de la nuit vont à {goesTo}, à {minutes} min : environ {moved} par semaine ; {hours} h de manipulateurs libérées par semaine.',
};

/** Sites that share their on-call hours, a sentence each. */
export const onCallSentences = (onCall: readonly PlannedOnCall[], language: Language): readonly string[] =>
  onCall.map(({ closes, goesTo, minutes, movedPerWeek, freedTechnologistHours }) =>
    fill(
      ON_CALL,
      {
        closes,
        goesTo,
        minutes: formatNumber(minutes, 0, language),
        moved: formatNumber(movedPerWeek, movedPerWeek < 10 ? 1 : 0, language),
        hours: formatShort(freedTechnologistHours, 1, language),
      },
      language,
    ),
  );

/** The simulation's word on a plan beside the present: bounds of what is saved, or that nothing shows. */
export function savedCell({ daysSaved, verdict }: PlannedRegion, language: Language): string {
  if (daysSaved === null) return '—';
  const isShown = verdict === 'lower' || verdict === 'higher';
  return isShown
    ? daysOf(daysSaved.mean, language)
    : verdict === 'not-demonstrated'
      ? '≈ 0'
      : verdict === null
        ? '—'
        : verdictWords(verdict, language);
}
