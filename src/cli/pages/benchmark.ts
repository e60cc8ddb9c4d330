/** `creneau benchmark`: its options and help. */
import {
  COMMON_OPTIONS,
  FORCE_OPTION,
  JSON_OPTION,
  OUT_OPTION,
  RUN_OPTIONS,
  WORKERS_OPTION,
} from '../option.ts';
import type { Page } from '../page.ts';
import { BENCHMARK_OPTION } from './calibrate.ts';

export const BENCHMARK_PAGE: Page = {
  summary: {
    en: 'place a scenario in a benchmark, or reproduce the campaign of 2010',
    fr: 'placer un scénario dans un benchmark, ou reproduire la campagne de 2010',
  },
  usage: {
    en: 'place FILE [options], creneau benchmark reproduce [options]',
    fr: 'place FICHIER [options], creneau benchmark reproduce [options]',
  },
  examples: [
    'creneau benchmark place scenarios/hopital-reference.yaml',
    'creneau benchmark reproduce --replications 5',
  ],
  text: {
    en: 'Place: below P20, P20–P50, P50–P80 or above P80, never a rank in between, with the cautions of the campaign and its year. Reproduce: a synthetic panel measured as the campaign did, every published number beside it, hits and misses alike; about a minute.',
    fr: 'Place : sous le P20, P20–P50, P50–P80 ou au-delà du P80, jamais de rang intermédiaire, avec les réserves de la campagne et son année. Reproduce : un panel synthétique mesuré comme l’a fait la campagne, chaque nombre publié à côté, réussites et échecs ; une minute environ.',
  },
  options: [
    BENCHMARK_OPTION,
    JSON_OPTION,
    OUT_OPTION,
    FORCE_OPTION,
    ...RUN_OPTIONS,
    WORKERS_OPTION,
    ...COMMON_OPTIONS,
  ],
  exits: {
    4: {
      en: 'reproduce: a fitted number is missed (predicted ones never decide)',
      fr: 'reproduce : un nombre ajusté est manqué (les nombres prédits ne décident jamais)',
    },
  },
};
