/** How a result was checked, and how to get the same numbers again. */
import { booksGap } from '../stats/books.ts';
import { capital, type Text } from './language.ts';
import { tellResultWarning } from './messages.ts';
import { formatNumber } from './numbers.ts';
import { say, type TableContext } from './table-context.ts';
import { PAGE_WIDTH, wrap } from './table-layout.ts';

const CHECKS: Text = { en: 'Checks', fr: 'Contrôles' };
const BALANCED: Text = {
  en: 'books: balanced; each of the {count} requests has its end, or is still on its way',
  fr: 'comptes : justes ; chacune des {count} demandes a son issue, ou suit son cours',
};
const NOT_BALANCED: Text = {
  en: 'books: NOT balanced in {flows}: this is a defect of the program, please report it',
  fr: 'comptes : FAUX pour {flows} : c’est un défaut du programme, merci de le signaler',
};
const WARNING: Text = { en: 'mind: {path}: {text}', fr: 'attention : {path} : {text}' };
const MAYBE: Text = { en: 'maybe: {advice}', fr: 'peut-être : {advice}' };
const NO_WARNING: Text = { en: 'warnings: none', fr: 'avertissements : aucun' };
const ONE_RUN: Text = {
  en: 'a single replication: no interval can be given',
  fr: 'une seule réplication : aucun intervalle ne peut être donné',
};
const CHANCE_ONLY: Text = {
  en: 'intervals tell the chance of the simulation only, not what is unsure in the assumptions',
  fr: 'les intervalles ne disent que le hasard de la simulation, pas l’incertitude des hypothèses',
};

/** Warnings of the result, the books in one line, and what the intervals do not say. */
export function checkLines(context: TableContext): readonly string[] {
  const { document, language } = context;
  const warnings = document.warnings.flatMap((warning) => {
    const { text, advice } = tellResultWarning(warning, language);
    const mind = say(context, WARNING, { path: warning.path, text });
    return advice === null ? [mind] : [mind, say(context, MAYBE, { advice })];
  });
  const wrong = document.books.filter((books) => booksGap(books) !== 0);
  const count = document.books.reduce((sum, { in: entered }) => sum + entered.requested + entered.backlog, 0);
  const books =
    wrong.length === 0
      ? say(context, BALANCED, { count: formatNumber(count, 0, language) })
      : say(context, NOT_BALANCED, { flows: wrong.map(({ flow, site }) => `${flow}@${site}`).join(', ') });
  const lines = [
    ...(warnings.length === 0 ? [say(context, NO_WARNING)] : warnings),
    books,
    say(context, document.replications === 1 ? ONE_RUN : CHANCE_ONLY),
  ];
  return [
    context.style.bold(say(context, CHECKS)),
    ...lines.flatMap((line) => wrap(line, PAGE_WIDTH - 2, 2)).map((line) => `  ${line}`),
  ];
}

const AGAIN: Text = { en: 'To get the same numbers again', fr: 'Pour retrouver les mêmes nombres' };
const NO_BREAK = '\u00a0';
const IDENTITY: Text = {
  en: 'creneau {version} · scenario {hash} · seed {seed} · {weeks|week|weeks} ({warmup} warm-up) · {replications|replication|replications}',
  fr: 'creneau {version} · scénario {hash} · graine {seed} · {weeks|semaine|semaines} (mise en régime {warmup}) · {replications|réplication|réplications}',
};

/** The command that gives the same numbers, and what they depend on. */
export function reproductionLines(context: TableContext): readonly string[] {
  const { document, version } = context;
  const identity = say(context, IDENTITY, {
    version,
    hash: document.scenario.hash,
    seed: document.seed,
    weeks: document.weeks,
    warmup: document.warmupWeeks,
    replications: document.replications,
  });
  // Broken between two of its parts only.
  const parts = wrap(
    identity.replaceAll(' ', NO_BREAK).replaceAll(`${NO_BREAK}·${NO_BREAK}`, ' · '),
    PAGE_WIDTH - 2,
    0,
  );
  return [
    context.style.bold(capital(say(context, AGAIN))),
    `  ${context.command}`,
    ...parts.map((line) => context.style.dim(`  ${line.replaceAll(NO_BREAK, ' ')}`)),
  ];
}
