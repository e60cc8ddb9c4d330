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
    en: 'say where a scenario stands in a benchmark',
    fr: 'dire où se place un scénario dans un benchmark',
  },
  usage: { en: 'place FILE [options]', fr: 'place FICHIER [options]' },
  examples: [
    'creneau benchmark place scenarios/hopital-reference.yaml',
    'creneau benchmark place scenarios/gie-irm.yaml --benchmark scenarios/benchmarks/anap-2010.yaml',
  ],
  text: {
    en: 'Below P20, P20–P50, P50–P80 or above P80, never a rank in between, with the cautions of the campaign and its year.',
    fr: 'Sous le P20, P20–P50, P50–P80 ou au-delà du P80, jamais de rang intermédiaire, avec les réserves de la campagne et son année.',
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
};
