/** `creneau oqos`: its options and help. */
import { BALANCE_OPTIONS } from '../balance-options.ts';
import {
  COMMON_OPTIONS,
  FILE,
  FORCE_OPTION,
  JSON_OPTION,
  NAME,
  OUT_OPTION,
  STRICT_OPTION,
} from '../option.ts';
import type { Page } from '../page.ts';

export const OQOS_PAGE: Page = {
  summary: {
    en: 'the balance of equipment objectives (OQOS), places left, oddities',
    fr: 'le bilan des objectifs d’équipements (OQOS), places libres, anomalies',
  },
  usage: { en: '[options]', fr: '[options]' },
  examples: [
    'creneau oqos --equipment scanner',
    'creneau oqos --equipment mri --grant scenarios/requests/78-irm-a.yaml',
  ],
  text: {
    en: 'Prints the balance of Île-de-France of May 2020, or another one in CSV, in its official layout: counts, bounds, gap, whether new requests are receivable, devices and sites apart. --grant files are granted in full first. Totals never decide; what is odd is listed, never smoothed.',
    fr: 'Imprime le bilan d’Île-de-France de mai 2020, ou un autre en CSV, dans sa présentation officielle : nombres, bornes, écart, recevabilité des demandes nouvelles, appareils et implantations à part. Les dossiers de --grant sont d’abord accordés en entier. Les totaux ne décident jamais ; ce qui surprend est listé, jamais lissé.',
  },
  options: [
    ...BALANCE_OPTIONS,
    {
      name: 'equipment',
      takes: NAME,
      example: 'mri',
      describe: { en: 'one equipment only (all)', fr: 'un seul équipement (tous)' },
    },
    {
      name: 'department',
      takes: { en: 'CODE', fr: 'NUMÉRO' },
      example: '93',
      describe: { en: 'one department only (all)', fr: 'un seul département (tous)' },
    },
    {
      name: 'grant',
      takes: FILE,
      repeats: true,
      example: 'request.yaml',
      describe: { en: 'a request granted first; repeats', fr: 'une demande d’abord accordée ; se répète' },
    },
    STRICT_OPTION,
    JSON_OPTION,
    OUT_OPTION,
    FORCE_OPTION,
    ...COMMON_OPTIONS,
  ],
  exits: {
    3: {
      en: 'infeasible: the files of --grant cannot all be granted',
      fr: 'infaisable : les dossiers de --grant ne peuvent pas tous être accordés',
    },
  },
};
