/** `creneau calibrate`: its options and help. */
import { COMMON_OPTIONS, FILE, FORCE_OPTION, JSON_OPTION, type Option, OUT_OPTION } from '../option.ts';
import type { Page } from '../page.ts';

export const BENCHMARK_OPTION: Option = {
  name: 'benchmark',
  takes: FILE,
  example: 'benchmark.yaml',
  describe: {
    en: 'another year or territory (ANAP 2010)',
    fr: 'une autre année ou un autre territoire (ANAP 2010)',
  },
};

export const CALIBRATE_PAGE: Page = {
  summary: {
    en: 'fit laws to published durations, or to a site’s own',
    fr: 'ajuster des lois aux durées publiées, ou à celles d’un site',
  },
  usage: { en: 'durations [FILE.csv] [options]', fr: 'durations [FICHIER.csv] [options]' },
  examples: ['creneau calibrate durations', 'creneau calibrate durations --json'],
  text: {
    en: 'FILE.csv holds quantiles of a site in minutes: columns class, modality, p20, p50, p80, comma or semicolon.',
    fr: 'FICHIER.csv contient des quantiles d’un site en minutes : colonnes class, modality, p20, p50, p80, virgule ou point-virgule.',
  },
  options: [BENCHMARK_OPTION, JSON_OPTION, OUT_OPTION, FORCE_OPTION, ...COMMON_OPTIONS],
};
