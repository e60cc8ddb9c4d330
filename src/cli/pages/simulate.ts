/** `creneau simulate`: its options and help. */
import {
  COMMON_OPTIONS,
  FILE,
  FORCE_OPTION,
  JSON_OPTION,
  N,
  NAME,
  OUT_OPTION,
  RUN_OPTIONS,
  SET_OPTION,
  STRICT_OPTION,
  WORKERS_OPTION,
} from '../option.ts';
import type { Page } from '../page.ts';

export const SIMULATE_PAGE: Page = {
  summary: { en: 'play a scenario and say what it gives', fr: 'jouer un scénario et dire ce qu’il donne' },
  usage: { en: 'FILE [options]', fr: 'FICHIER [options]' },
  examples: [
    'creneau simulate scenarios/hopital-reference.yaml --replications 20',
    'creneau simulate scenarios/hopital-reference.yaml --precision 5% --on access.A.mean',
  ],
  text: {
    en: 'FILE is a scenario in YAML or JSON. The result goes to stdout, everything else to stderr.',
    fr: 'FICHIER est un scénario en YAML ou JSON. Le résultat va sur stdout, tout le reste sur stderr.',
  },
  options: [
    JSON_OPTION,
    OUT_OPTION,
    {
      name: 'records',
      takes: FILE,
      example: 'passages.csv',
      describe: {
        en: 'write every passage to a CSV file (on one core)',
        fr: 'écrire tous les passages dans un fichier CSV (un seul cœur)',
      },
    },
    FORCE_OPTION,
    SET_OPTION,
    ...RUN_OPTIONS,
    {
      name: 'precision',
      takes: { en: 'P%', fr: 'P%' },
      example: '5%',
      describe: {
        en: 'run until the interval is within ± P% of…',
        fr: 'simuler jusqu’à un intervalle de ± P % sur…',
      },
    },
    {
      name: 'on',
      takes: NAME,
      repeats: true,
      example: 'access.A.mean',
      describe: {
        en: '…all indicators whose path ends so (may repeat)',
        fr: '…tous les indicateurs finissant ainsi (répétable)',
      },
    },
    {
      name: 'max-replications',
      takes: N,
      example: '200',
      describe: { en: 'stop there all the same (200)', fr: 's’arrêter là de toute façon (200)' },
    },
    WORKERS_OPTION,
    {
      name: 'site',
      takes: { en: 'ID', fr: 'ID' },
      example: 'ch',
      describe: { en: 'show one site of the table only', fr: 'ne montrer qu’un site du tableau' },
    },
    {
      name: 'assumptions',
      takes: null,
      describe: {
        en: 'list every assumption in the table',
        fr: 'lister toutes les hypothèses dans le tableau',
      },
    },
    STRICT_OPTION,
    ...COMMON_OPTIONS,
  ],
  exits: {
    4: {
      en: 'done, but the precision asked for was not reached',
      fr: 'fait, mais la précision demandée n’est pas atteinte',
    },
    130: {
      en: 'interrupted; the finished replications have been printed',
      fr: 'interrompu ; les réplications finies ont été imprimées',
    },
  },
};
