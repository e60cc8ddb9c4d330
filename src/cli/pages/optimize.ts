/** `creneau optimize`: its options and help. */
import { USUAL_SETS } from '../../model/results/optimize.ts';
import {
  COMMON_OPTIONS,
  FILE,
  FORCE_OPTION,
  JSON_OPTION,
  N,
  NAME,
  RUN_OPTIONS,
  STRICT_OPTION,
  WORKERS_OPTION,
} from '../option.ts';
import type { Page } from '../page.ts';
import { HTML_OPTION } from './compare.ts';

export const OPTIMIZE_PAGE: Page = {
  summary: {
    en: 'a better week within your rules, proved by simulation before you see it',
    fr: 'une meilleure semaine dans vos règles, prouvée par simulation avant d’être montrée',
  },
  usage: { en: 'FILE [options]', fr: 'FICHIER [options]' },
  examples: [
    'creneau optimize scenarios/hopital-reference.yaml --max-hours 4',
    'creneau optimize scenarios/hopital-reference.yaml --freeze scanner --lang fr',
  ],
  text: {
    en: 'A linear model finds weeks that keep every rule; the simulator plays them beside the present week, and the one chosen is proved on fresh random numbers, then under assumption sets. Rules that you do not state are assumed, and listed. Where nothing is demonstrably better, that is the answer.',
    fr: 'Un modèle linéaire trouve des semaines qui respectent chaque règle ; le simulateur les joue à côté de la semaine actuelle, et celle qui est retenue est prouvée sur de nouveaux tirages, puis sous des jeux d’hypothèses. Les règles que vous ne donnez pas sont supposées, et citées. Si rien n’est mieux de façon démontrable, c’est la réponse.',
  },
  options: [
    {
      name: 'rules',
      takes: FILE,
      example: 'rules.yaml',
      describe: {
        en: 'your rules: hours, staff, targets, guardrails',
        fr: 'vos règles : horaires, personnel, objectifs, garde-fous',
      },
    },
    {
      name: 'max-hours',
      takes: { en: 'H', fr: 'H' },
      example: '4',
      describe: {
        en: 'hours of opening a week added at most; 0: moved only',
        fr: 'heures ajoutées par semaine, au plus ; 0 : déplacées',
      },
    },
    {
      name: 'max-changes',
      takes: N,
      example: '4',
      describe: {
        en: 'changes of the present week at most',
        fr: 'changements de la semaine actuelle, au plus',
      },
    },
    {
      name: 'budget',
      takes: { en: 'EUR', fr: 'EUROS' },
      example: '50000',
      describe: { en: 'euros a year more at most', fr: 'euros par an de plus, au plus' },
    },
    {
      name: 'target',
      takes: { en: 'CLASS:MODALITY<=D', fr: 'CLASSE:MODALITÉ<=J' },
      repeats: true,
      example: 'A:mri<=14d',
      describe: {
        en: 'a delay to reach, "A:mri<=14d" (may repeat)',
        fr: 'un délai à atteindre, "A:irm<=14j" (répétable)',
      },
    },
    {
      name: 'freeze',
      takes: { en: 'DEVICE[:DAY…]', fr: 'APPAREIL[:JOUR…]' },
      repeats: true,
      example: 'irm:tue:08:00-12:00',
      describe: {
        en: 'what stays as it is, irm:tue:08:00-12:00 (may repeat)',
        fr: 'ce qui reste tel quel, irm:mar:08:00-12:00 (répétable)',
      },
    },
    {
      name: 'costs',
      takes: FILE,
      example: 'costs.csv',
      describe: {
        en: 'your hourly costs (CSV: name;value)',
        fr: 'vos coûts horaires (CSV : nom;valeur)',
      },
    },
    {
      name: 'sets',
      takes: N,
      example: String(USUAL_SETS),
      describe: {
        en: `assumption sets drawn (${USUAL_SETS}); 0 for none`,
        fr: `jeux d’hypothèses tirés (${USUAL_SETS}) ; 0 pour aucun`,
      },
    },
    {
      name: 'out',
      takes: FILE,
      example: 'proposed.yaml',
      describe: {
        en: 'write the proposed week as a variant of FILE',
        fr: 'écrire la semaine proposée en variante de FICHIER',
      },
    },
    HTML_OPTION,
    JSON_OPTION,
    FORCE_OPTION,
    {
      name: 'relaxed',
      takes: null,
      describe: {
        en: 'one device, hours in any amount, nothing simulated',
        fr: 'un appareil, des heures en toute quantité, rien de simulé',
      },
    },
    {
      name: 'device',
      takes: NAME,
      example: 'irm',
      describe: { en: 'the device of --relaxed', fr: 'l’appareil de --relaxed' },
    },
    ...RUN_OPTIONS,
    WORKERS_OPTION,
    STRICT_OPTION,
    ...COMMON_OPTIONS,
  ],
  exits: {
    3: {
      en: 'no week keeps all rules or targets, or none was found in time',
      fr: 'aucune semaine ne tient règles et objectifs, ou aucune trouvée à temps',
    },
    4: {
      en: 'a week is given, but a target asked for is not reached',
      fr: 'une semaine est donnée, mais un objectif demandé n’est pas atteint',
    },
    130: {
      en: 'interrupted; the last answer has been printed',
      fr: 'interrompu ; la dernière réponse a été imprimée',
    },
  },
};
