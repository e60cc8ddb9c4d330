/** The pages of `--help`: two examples first, then what there is. */
import { type Language, type Text, typeset } from '../report/language.ts';
import { PAGE_WIDTH, wrap } from '../report/table-layout.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Page } from './page.ts';
import { AUTHORIZE_PAGE } from './pages/authorize.ts';
import { BACKLOG_PAGE } from './pages/backlog.ts';
import { BENCHMARK_PAGE } from './pages/benchmark.ts';
import { CALIBRATE_PAGE } from './pages/calibrate.ts';
import { CHECK_PAGE } from './pages/check.ts';
import { COMPARE_PAGE } from './pages/compare.ts';
import { INIT_PAGE } from './pages/init.ts';
import { LEVERS_PAGE } from './pages/levers.ts';
import { OPTIMIZE_PAGE } from './pages/optimize.ts';
import { OQOS_PAGE } from './pages/oqos.ts';
import { PLAN_PAGE } from './pages/plan.ts';
import { REGION_PAGE } from './pages/region.ts';
import { SCHEMA_PAGE } from './pages/schema.ts';
import { SIMULATE_PAGE } from './pages/simulate.ts';
import { SWEEP_PAGE } from './pages/sweep.ts';
import { VALIDATE_PAGE } from './pages/validate.ts';
import { WEEK_PAGE } from './pages/week.ts';

/** The commands there are, in the order a user meets them. */
export const PAGES = Object.freeze({
  init: INIT_PAGE,
  check: CHECK_PAGE,
  simulate: SIMULATE_PAGE,
  compare: COMPARE_PAGE,
  levers: LEVERS_PAGE,
  optimize: OPTIMIZE_PAGE,
  sweep: SWEEP_PAGE,
  backlog: BACKLOG_PAGE,
  week: WEEK_PAGE,
  benchmark: BENCHMARK_PAGE,
  calibrate: CALIBRATE_PAGE,
  validate: VALIDATE_PAGE,
  oqos: OQOS_PAGE,
  authorize: AUTHORIZE_PAGE,
  region: REGION_PAGE,
  plan: PLAN_PAGE,
  schema: SCHEMA_PAGE,
} satisfies Readonly<Record<string, Page>>);
export type CommandName = keyof typeof PAGES;

export const isCommand = (word: string): word is CommandName => Object.hasOwn(PAGES, word);

const GENERAL: Text = {
  en: `creneau simulates the scanners and MRIs of a hospital or a region.

Examples
  creneau simulate scenarios/hopital-reference.yaml
  creneau check scenarios/hopital-reference.yaml --lang fr

Commands
{commands}

Every command: creneau COMMAND --help. Version: creneau --version.`,
  fr: `creneau simule les scanners et IRM d’un hôpital ou d’une région.

Exemples
  creneau simulate scenarios/hopital-reference.yaml
  creneau check scenarios/hopital-reference.yaml --lang fr

Commandes
{commands}

Chaque commande : creneau COMMANDE --help. Version : creneau --version.`,
};

const HEADS = {
  examples: { en: 'Examples', fr: 'Exemples' },
  options: { en: 'Options', fr: 'Options' },
  exits: { en: 'Exit codes', fr: 'Codes de sortie' },
} as const;

const EXITS: Readonly<Record<ExitCode, Text>> = {
  0: { en: 'done', fr: 'fait' },
  1: {
    en: 'internal error (CRENEAU_DEBUG=1 shows where)',
    fr: 'erreur interne (CRENEAU_DEBUG=1 montre où)',
  },
  2: {
    en: 'wrong command line, file or scenario',
    fr: 'ligne de commande, fichier ou scénario incorrect',
  },
  3: { en: 'infeasible', fr: 'infaisable' },
  4: {
    en: 'done, but a target asked for was not met',
    fr: 'fait, mais un objectif demandé n’est pas atteint',
  },
  130: { en: 'interrupted', fr: 'interrompu' },
  143: { en: 'ended by the system (SIGTERM), as 130', fr: 'arrêté par le système (SIGTERM), comme 130' },
};

/** Names in a column as wide as the widest, then their descriptions. */
function columns(rows: readonly (readonly [name: string, text: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join('\n');
}

/**
 * The help of a command, or of the program when there is none.
 * @example helpText(null, 'en').startsWith('creneau simulates') // true
 */
export function helpText(command: CommandName | null, language: Language): string {
  const say = (text: Text) => typeset(text[language], language);
  if (command === null) {
    const commands = columns(Object.entries(PAGES).map(([name, page]) => [name, say(page.summary)]));
    return `${say(GENERAL).replace('{commands}', commands)}\n`;
  }
  const page: Page = PAGES[command];
  const options = page.options.map(({ name, takes, describe }): [string, string] => [
    `--${name}${takes === null ? '' : ` ${takes[language]}`}`,
    say(describe),
  ]);
  const exits = Object.entries(EXITS).map(
    ([code, text]) => `  ${code}  ${say(page.exits?.[Number(code) as ExitCode] ?? text)}`,
  );
  const colon = typeset(language === 'fr' ? ' :' : ':', language);
  return `${[
    ...wrap(`creneau ${command} ${say(page.usage)}${colon} ${say(page.summary)}.`, PAGE_WIDTH, 2),
    '',
    say(HEADS.examples),
    ...page.examples.map((line) => `  ${line}`),
    '',
    ...say(page.text)
      .split('\n')
      .flatMap((paragraph) => wrap(paragraph, PAGE_WIDTH, 0)),
    '',
    say(HEADS.options),
    columns(options),
    '',
    say(HEADS.exits),
    ...exits,
  ].join('\n')}\n`;
}
