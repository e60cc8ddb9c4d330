/** `creneau compare`: its options and help. */

import type { Option } from '../option.ts';
import {
  COMMON_OPTIONS,
  FILE,
  FORCE_OPTION,
  JSON_OPTION,
  N,
  OUT_OPTION,
  RUN_OPTIONS,
  SET_OPTION,
  STRICT_OPTION,
  WORKERS_OPTION,
} from '../option.ts';
import type { Page } from '../page.ts';

/** How many assumption sets are drawn. */
export const SETS_OPTION: Option = {
  name: 'sets',
  takes: N,
  example: '24',
  describe: {
    en: 'assumption sets drawn (24); 0 for none',
    fr: 'jeux d’hypothèses tirés (24) ; 0 pour aucun',
  },
};

/** The result as a page to look at. */
export const HTML_OPTION: Option = {
  name: 'html',
  takes: FILE,
  example: 'page.html',
  describe: {
    en: 'write a page with charts as well, in one file',
    fr: 'écrire aussi une page avec graphiques, en un fichier',
  },
};

export const COMPARE_PAGE: Page = {
  summary: {
    en: 'what changes between a scenario and variants of it, and how surely',
    fr: 'ce qui change entre un scénario et ses variantes, et avec quelle sûreté',
  },
  usage: { en: 'BASE [VARIANT…] [options]', fr: 'BASE [VARIANTE…] [options]' },
  examples: [
    'creneau compare scenarios/hopital-reference.yaml scenarios/variants/irm-soir.yaml',
    'creneau compare scenarios/hopital-reference.yaml --set devices.scanner.late-start=5',
  ],
  text: {
    en: 'Base and variants are simulated with the same random numbers, and compared replication by replication. Each difference has two intervals: of the simulation, and of what is assumed. A variant is a file, usually one that extends the base; the values of all --set together make one more.',
    fr: 'La base et les variantes sont simulées avec les mêmes tirages, et comparées réplication par réplication. Chaque écart a deux intervalles : celui de la simulation et celui des hypothèses. Une variante est un fichier, qui le plus souvent étend la base ; les valeurs de tous les --set en font une de plus.',
  },
  options: [
    SET_OPTION,
    SETS_OPTION,
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
      en: 'interrupted; what was finished has been printed',
      fr: 'interrompu ; ce qui était fini a été imprimé',
    },
  },
};
