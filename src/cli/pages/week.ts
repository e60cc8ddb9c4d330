/** `creneau week`: its options and help. */
import { COMMON_OPTIONS, FILE, FORCE_OPTION, JSON_OPTION } from '../option.ts';
import type { Page } from '../page.ts';

export const WEEK_PAGE: Page = {
  summary: {
    en: 'take the week to a spreadsheet and back',
    fr: 'exporter la semaine vers un tableur, et la réimporter',
  },
  usage: {
    en: 'export FILE [options], creneau week import FILE SPREADSHEET [options]',
    fr: 'export FICHIER [options], creneau week import FICHIER TABLEAU [options]',
  },
  examples: [
    'creneau week export scenarios/hopital-reference.yaml --out week.xlsx',
    'creneau week import scenarios/hopital-reference.yaml week.xlsx --out variant.yaml',
  ],
  text: {
    en: `One row per day and vacation: room, day, start, end, type, accepts, and what else the week holds. Export writes .xlsx or .csv (CSV on stdout without --out). Import reads either, in French or English, with comma, semicolon or tab, and writes a variant that extends FILE and holds only the weeks that differ; rooms absent from the spreadsheet keep theirs.`,
    fr: `Une ligne par jour et vacation : salle, jour, début, fin, type, accepte, et le reste de la semaine. L’export écrit du .xlsx ou du .csv (CSV sur stdout sans --out). L’import lit l’un ou l’autre, en français ou en anglais, avec virgule, point-virgule ou tabulation, et écrit une variante qui étend FICHIER et ne contient que les semaines qui changent ; les salles absentes du tableau gardent la leur.`,
  },
  options: [
    {
      name: 'out',
      takes: FILE,
      example: 'week.xlsx',
      describe: {
        en: 'export: .xlsx or .csv; import: the variant, .yaml',
        fr: 'export : .xlsx ou .csv ; import : la variante, .yaml',
      },
    },
    FORCE_OPTION,
    JSON_OPTION,
    ...COMMON_OPTIONS,
  ],
};
