/** What an option of the command line is, and those that several commands share. */
import type { Text } from '../report/language.ts';

export interface Option {
  readonly name: string;
  /** What is written after it; null for a switch. */
  readonly takes: Text | null;
  /** May be given several times. */
  readonly repeats?: true;
  readonly describe: Text;
  /** A value to show where one is missing. */
  readonly example?: string;
}

export const FILE: Text = { en: 'FILE', fr: 'FICHIER' };
export const FOLDER: Text = { en: 'FOLDER', fr: 'DOSSIER' };
export const N: Text = { en: 'N', fr: 'N' };
export const NAME: Text = { en: 'NAME', fr: 'NOM' };

export const JSON_OPTION: Option = {
  name: 'json',
  takes: null,
  describe: {
    en: 'print all results as one JSON document',
    fr: 'imprimer tous les résultats en un document JSON',
  },
};

export const OUT_OPTION: Option = {
  name: 'out',
  takes: FILE,
  example: 'result.txt',
  describe: { en: 'write the result to a file instead', fr: 'écrire le résultat dans un fichier' },
};

export const FORCE_OPTION: Option = {
  name: 'force',
  takes: null,
  describe: { en: 'replace files that exist', fr: 'remplacer les fichiers qui existent' },
};

/** Settings of the run that go before the scenario's own. */
export const RUN_OPTIONS: readonly Option[] = [
  {
    name: 'weeks',
    takes: N,
    example: '104',
    describe: {
      en: 'weeks simulated, instead of the scenario’s',
      fr: 'semaines simulées, au lieu de celles du scénario',
    },
  },
  {
    name: 'warmup',
    takes: { en: 'N|auto', fr: 'N|auto' },
    example: 'auto',
    describe: { en: 'weeks left out at the start', fr: 'semaines écartées au début' },
  },
  {
    name: 'replications',
    takes: N,
    example: '10',
    describe: {
      en: 'independent runs; more make intervals narrower',
      fr: 'simulations indépendantes ; leur nombre resserre les intervalles',
    },
  },
  {
    name: 'seed',
    takes: { en: 'TEXT', fr: 'TEXTE' },
    example: '1',
    describe: {
      en: 'of the random numbers; same seed, same numbers',
      fr: 'graine des tirages ; même graine, mêmes nombres',
    },
  },
];

/** Values of the scenario changed for one run. */
export const SET_OPTION: Option = {
  name: 'set',
  takes: { en: 'PATH=VALUE', fr: 'CHEMIN=VALEUR' },
  repeats: true,
  example: 'devices.irm.slots.A=25',
  describe: {
    en: 'change one value of the scenario (may repeat)',
    fr: 'changer une valeur du scénario (répétable)',
  },
};

export const WORKERS_OPTION: Option = {
  name: 'workers',
  takes: N,
  example: '2',
  describe: {
    en: 'processor cores used (all); the numbers are the same',
    fr: 'cœurs utilisés (tous) ; les nombres sont les mêmes',
  },
};

export const STRICT_OPTION: Option = {
  name: 'strict',
  takes: null,
  describe: {
    en: 'warnings about the scenario stop the run',
    fr: 'les avertissements sur le scénario arrêtent tout',
  },
};

/** Options every command has. */
export const COMMON_OPTIONS: readonly Option[] = [
  {
    name: 'quiet',
    takes: null,
    describe: {
      en: 'errors only on stderr: no progress, no warnings',
      fr: 'seulement les erreurs : ni progression ni avertissements',
    },
  },
  {
    name: 'lang',
    takes: { en: 'en|fr', fr: 'en|fr' },
    example: 'fr',
    describe: { en: 'language; else that of the system', fr: 'langue ; sinon celle du système' },
  },
  {
    name: 'no-color',
    takes: null,
    describe: { en: 'no bold type (NO_COLOR does the same)', fr: 'pas de caractères gras (comme NO_COLOR)' },
  },
  {
    name: 'help',
    takes: null,
    describe: { en: 'this page', fr: 'cette page' },
  },
];
