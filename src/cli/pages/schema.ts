/** `creneau schema`: its options and help. */
import { COMMON_OPTIONS, FORCE_OPTION, OUT_OPTION } from '../option.ts';
import type { Page } from '../page.ts';

export const SCHEMA_PAGE: Page = {
  summary: {
    en: 'give the JSON Schema of scenarios, or the page of all fields',
    fr: 'donner le JSON Schema des scénarios, ou la page de tous les champs',
  },
  usage: { en: '[options]', fr: '[options]' },
  examples: ['creneau schema --out scenario.schema.json', 'creneau schema --reference --lang fr'],
  text: {
    en: `An editor that knows JSON Schema completes and checks a scenario when its first line is
# yaml-language-server: $schema=scenario.schema.json`,
    fr: `Un éditeur qui connaît JSON Schema complète et vérifie un scénario dont la première ligne est
# yaml-language-server: $schema=scenario.schema.json`,
  },
  options: [
    {
      name: 'reference',
      takes: null,
      describe: {
        en: 'the page of all fields, in Markdown, instead',
        fr: 'plutôt la page de tous les champs, en Markdown',
      },
    },
    {
      name: 'json',
      takes: null,
      describe: { en: 'the schema itself (it always is JSON)', fr: 'le schéma lui-même (toujours en JSON)' },
    },
    OUT_OPTION,
    FORCE_OPTION,
    ...COMMON_OPTIONS,
  ],
};
