/** The options of `creneau simulate`: their names, what they take, what they do. Parsing and help read this list. */
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

const FILE: Text = { en: 'FILE', fr: 'FICHIER' };
const N: Text = { en: 'N', fr: 'N' };

export const SIMULATE_OPTIONS = [
  {
    name: 'json',
    takes: null,
    describe: {
      en: 'print all results as one JSON document',
      fr: 'imprimer tous les résultats en un document JSON',
    },
  },
  {
    name: 'out',
    takes: FILE,
    example: 'result.txt',
    describe: { en: 'write the result to a file instead', fr: 'écrire le résultat dans un fichier' },
  },
  {
    name: 'records',
    takes: FILE,
    example: 'passages.csv',
    describe: { en: 'write every passage to a CSV file', fr: 'écrire tous les passages dans un fichier CSV' },
  },
  {
    name: 'force',
    takes: null,
    describe: { en: 'replace files that exist', fr: 'remplacer les fichiers qui existent' },
  },
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
      fr: 'simulations indépendantes ; plus resserre les intervalles',
    },
  },
  {
    name: 'seed',
    takes: { en: 'TEXT', fr: 'TEXTE' },
    example: '1',
    describe: {
      en: 'of the random numbers; same seed, same numbers',
      fr: 'graine du hasard ; même graine, mêmes nombres',
    },
  },
  {
    name: 'precision',
    takes: { en: 'P%', fr: 'P%' },
    example: '5%',
    describe: {
      en: 'run until the interval is within ± P% of…',
      fr: 'simuler jusqu’à un intervalle de ± P % sur…',
    },
  },
  {
    name: 'on',
    takes: { en: 'NAME', fr: 'NOM' },
    repeats: true,
    example: 'access.A.mean',
    describe: {
      en: '…all indicators whose path ends so (may repeat)',
      fr: '…tous les indicateurs finissant ainsi (répétable)',
    },
  },
  {
    name: 'max-replications',
    takes: N,
    example: '200',
    describe: { en: 'stop there all the same (200)', fr: 's’arrêter là de toute façon (200)' },
  },
  {
    name: 'site',
    takes: { en: 'ID', fr: 'ID' },
    example: 'ch',
    describe: { en: 'show one site of the table only', fr: 'ne montrer qu’un site du tableau' },
  },
  {
    name: 'assumptions',
    takes: null,
    describe: {
      en: 'list every assumption in the table',
      fr: 'lister toutes les hypothèses dans le tableau',
    },
  },
  {
    name: 'strict',
    takes: null,
    describe: {
      en: 'warnings about the scenario stop the run',
      fr: 'les avertissements sur le scénario arrêtent tout',
    },
  },
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
] as const satisfies readonly Option[];

export type OptionName = (typeof SIMULATE_OPTIONS)[number]['name'];

/** The commands there are, with what they do. */
export const COMMANDS: Readonly<Record<string, Text>> = Object.freeze({
  simulate: {
    en: 'play a scenario and say what it gives',
    fr: 'jouer un scénario et dire ce qu’il donne',
  },
});
