/** `creneau validate`: its options and help. */
import { COMMON_OPTIONS, FORCE_OPTION, JSON_OPTION, OUT_OPTION } from '../option.ts';
import type { Page } from '../page.ts';

export const VALIDATE_PAGE: Page = {
  summary: {
    en: 'hold the model against capacity added in reality',
    fr: 'confronter le modèle à des capacités ajoutées en vrai',
  },
  usage: { en: 'history [options]', fr: 'history [options]' },
  examples: ['creneau validate history', 'creneau validate history --json --out history.json'],
  text: {
    en: 'Predictions made with the defaults and their ranges, then what was observed: hits and misses alike. About a minute.',
    fr: 'Prédictions faites avec les valeurs par défaut et leurs fourchettes, puis ce qui a été observé : réussites et échecs. Une minute environ.',
  },
  options: [JSON_OPTION, OUT_OPTION, FORCE_OPTION, ...COMMON_OPTIONS],
};
