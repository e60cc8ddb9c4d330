/** `creneau check`: its options and help. */
import { COMMON_OPTIONS, FORCE_OPTION, JSON_OPTION, OUT_OPTION, STRICT_OPTION } from '../option.ts';
import type { Page } from '../page.ts';

export const CHECK_PAGE: Page = {
  summary: {
    en: 'say what is wrong, assumed or overloaded in a scenario',
    fr: 'dire ce qui est faux, supposé ou en surcharge dans un scénario',
  },
  usage: { en: 'FILE [options]', fr: 'FICHIER [options]' },
  examples: [
    'creneau check scenarios/hopital-reference.yaml',
    'creneau check scenarios/hopital-reference.yaml --json',
  ],
  text: {
    en: `All findings at once, then what was taken from the defaults with its source, what is assumed, and the load of each class against the vacations open to it. Nothing is simulated.`,
    fr: `Toutes les erreurs d’un coup, puis ce qui vient des valeurs par défaut avec la source, ce qui est supposé, et la charge de chaque classe face aux vacations qui la reçoivent. Rien n’est simulé.`,
  },
  options: [JSON_OPTION, OUT_OPTION, FORCE_OPTION, STRICT_OPTION, ...COMMON_OPTIONS],
  exits: {
    0: { en: 'sound (warnings are shown)', fr: 'correct (avertissements affichés)' },
    2: {
      en: 'errors; with --strict, warnings too',
      fr: 'des erreurs ; avec --strict, aussi des avertissements',
    },
  },
};
