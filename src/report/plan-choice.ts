/** How a plan was found and chosen, in words. */
import type { RegionPlanDocument } from '../model/results/region.ts';
import type { Language, Text } from './language.ts';
import { formatNumber } from './numbers.ts';
import { daysOf } from './optimize-words.ts';
import { fill, type Values } from './sentence.ts';

const CHOSEN: Text = {
  en: 'A linear model proposed {count|plan|plans} within the caps; each was simulated beside the present region with the same random numbers, and the best was chosen, then proved on fresh ones.',
  fr: 'Un modèle linéaire a proposé {count|plan|plans} sous les plafonds ; chacun a été simulé à côté de la région actuelle avec les mêmes tirages, et le meilleur a été retenu, puis éprouvé sur de nouveaux tirages.',
};
const CERTIFIED: Text = {
  en: 'The choice is certified (Kim & Nelson, 2001).',
  fr: 'Le choix est certifié (Kim et Nelson, 2001).',
};
const NOT_CERTIFIED: Text = {
  en: 'The choice is NOT certified: the replications ran out before the procedure had decided. More --replications would settle it.',
  fr: 'Le choix n’est PAS certifié : les réplications se sont épuisées avant que la procédure ait tranché. Davantage de --replications trancherait.',
};
const TIED: Text = {
  en: '{count|other plan is|other plans are} as good as far as is known.',
  fr: '{count|autre plan est aussi bon|autres plans sont aussi bons}, pour autant qu’on sache.',
};
const ANNOUNCED: Text = {
  en: 'The linear model had announced {predicted} patient-days saved a week; the simulation gives {simulated}.',
  fr: 'Le modèle linéaire annonçait {predicted} jours-patients gagnés par semaine ; la simulation en donne {simulated}.',
};
const WHY_APART: Text = {
  en: 'They differ because the model lets patients move between sites as well as possible, while in the simulation they move in proportion to places: trust the simulation.',
  fr: 'Ils diffèrent parce que le modèle fait aller les patients d’un site à l’autre au mieux, alors que dans la simulation ils vont à proportion des places : c’est la simulation qui fait foi.',
};
const SOLVED: Text = {
  en: 'The model ({columns} columns, {rows} rows): {how}.',
  fr: 'Le modèle ({columns} colonnes, {rows} lignes) : {how}.',
};
const EQUITY: Readonly<Record<RegionPlanDocument['equity'], Text>> = Object.freeze({
  none: {
    en: 'Equity: none asked for; the total is what counts, and a total favours where most people are (--equity worst).',
    fr: 'Équité : aucune demandée ; seul le total compte, et un total favorise là où il y a le plus de monde (--equity worst).',
  },
  worst: {
    en: 'Equity: the department whose residents wait longest.',
    fr: 'Équité : le département dont les habitants attendent le plus.',
  },
  p80: {
    en: 'Equity: the delay that four inhabitants in five do not exceed.',
    fr: 'Équité : le délai que quatre habitants sur cinq ne dépassent pas.',
  },
  travel: {
    en: 'Equity: mean minutes of travel of a request.',
    fr: 'Équité : minutes de trajet d’une demande, en moyenne.',
  },
});

/** How the plan was found and chosen; `how` is how its model was solved. */
export function choiceOfPlan(
  document: RegionPlanDocument,
  how: string,
  language: Language,
): readonly string[] {
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const { equity, solved, stage, others, proposal, isCertified, tied } = document;
  const { columns, rows } = solved;
  const model = [
    say(EQUITY[equity]),
    say(SOLVED, { columns: formatNumber(columns, 0, language), rows: formatNumber(rows, 0, language), how }),
  ];
  if (stage === 'model') return model;
  const simulated = proposal?.daysSaved?.mean ?? null;
  return [
    ...model,
    say(CHOSEN, { count: others.length + (proposal === null ? 0 : 1) }),
    ...(proposal === null ? [] : [say(isCertified ? CERTIFIED : NOT_CERTIFIED)]),
    ...(tied === 0 || proposal === null ? [] : [say(TIED, { count: tied })]),
    ...(proposal === null || simulated === null
      ? []
      : [
          say(ANNOUNCED, {
            predicted: daysOf(proposal.predictedDaysSaved, language),
            simulated: daysOf(simulated, language),
          }),
          ...(daysOf(proposal.predictedDaysSaved, language) === daysOf(simulated, language)
            ? []
            : [say(WHY_APART)]),
        ]),
  ];
}
