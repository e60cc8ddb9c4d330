/** `creneau levers`: its options and help. */
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
import { HTML_OPTION } from './compare.ts';

export const LEVERS_PAGE: Page = {
  summary: {
    en: 'which change shortens the waiting most, for how much effort, and how surely',
    fr: 'quel changement raccourcit le plus l’attente, à quel prix, et avec quelle sûreté',
  },
  usage: { en: 'FILE [options]', fr: 'FICHIER [options]' },
  examples: [
    'creneau levers scenarios/hopital-reference.yaml --alone',
    'creneau levers scenarios/hopital-reference.yaml --only evening,saturday --lang fr',
  ],
  text: {
    en: 'Every lever that the scenario offers is simulated alone, under assumption sets, then the best in pairs and triples. The first answer comes within seconds and is refined.',
    fr: 'Chaque levier que le scénario offre est simulé seul, puis sous des jeux d’hypothèses, puis les meilleurs par deux et par trois. La première réponse vient en quelques secondes, puis s’affine.',
  },
  options: [
    {
      name: 'alone',
      takes: null,
      describe: { en: 'single levers: no pairs, no triples', fr: 'leviers seuls : ni paires ni triplets' },
    },
    {
      name: 'only',
      takes: NAME,
      repeats: true,
      example: 'evening,saturday',
      describe: { en: 'these levers only (may repeat)', fr: 'seulement ces leviers (répétable)' },
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
      example: '8',
      describe: {
        en: 'assumption sets drawn (8); 0 for none',
        fr: 'jeux d’hypothèses tirés (8) ; 0 pour aucun',
      },
    },
    {
      name: 'precision',
      takes: { en: 'P%', fr: 'P%' },
      example: '10%',
      describe: {
        en: 'simulate the leaders until their gain is within ± P%',
        fr: 'simuler les premiers jusqu’à un gain à ± P % près',
      },
    },
    SET_OPTION,
    JSON_OPTION,
    OUT_OPTION,
    HTML_OPTION,
    FORCE_OPTION,
    ...RUN_OPTIONS,
    WORKERS_OPTION,
    STRICT_OPTION,
    ...COMMON_OPTIONS,
  ],
  exits: {
    130: {
      en: 'interrupted; the last answer has been printed',
      fr: 'interrompu ; la dernière réponse a été imprimée',
    },
  },
};
