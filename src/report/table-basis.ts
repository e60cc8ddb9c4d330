/** What a result rests on: assumptions, warnings, balanced books, and how to get the same numbers again. */
import type { Assumption, EvidenceStatus } from '../model/scenario.ts';
import { booksGap } from '../stats/books.ts';
import { assumptionName, assumptionPlace, assumptionValue, weightRank } from './assumption-words.ts';
import { capital, type Text } from './language.ts';
import { tellResultWarning } from './messages.ts';
import { formatNumber } from './numbers.ts';
import { say, type TableContext } from './table-context.ts';
import { cut, PAGE_WIDTH, wrap } from './table-layout.ts';

const TITLE: Text = { en: 'What these numbers rest on', fr: 'Sur quoi reposent ces nombres' };
const COUNT: Text = {
  en: 'Beside what the scenario states, {count|number|numbers}: {parts}.',
  fr: 'Outre ce que le scénario affirme, {count|nombre|nombres} : {parts}.',
};
const NONE: Text = {
  en: 'Every number is stated by the scenario; nothing was filled in.',
  fr: 'Tous les nombres sont donnés par le scénario ; rien n’a été complété.',
};
const STATUS: Readonly<Record<EvidenceStatus, Text>> = {
  measured: { en: '{n} measured', fr: '{n|mesuré|mesurés}' },
  calibrated: { en: '{n} calibrated', fr: '{n|calé|calés}' },
  assumed: { en: '{n} assumed', fr: '{n|supposé|supposés}' },
};
const STATUS_HEAD: Readonly<Record<EvidenceStatus, Text>> = {
  assumed: { en: 'assumed (value, range, where, source)', fr: 'supposés (valeur, fourchette, où, source)' },
  calibrated: { en: 'calibrated', fr: 'calés' },
  measured: { en: 'measured', fr: 'mesurés' },
};
const OTHERS: Text = {
  en: '{count} more: add --assumptions, or --json and read “assumptions”',
  fr: '{count} de plus : ajouter --assumptions, ou --json et lire « assumptions »',
};
/** The least known first. */
const STATUSES: readonly EvidenceStatus[] = ['assumed', 'calibrated', 'measured'];
const MAIN_ROWS = 6;
const NAME = 34;
const VALUE = 20;
const PLACES_SHOWN = 3;

interface Group {
  readonly first: Assumption;
  readonly places: readonly string[];
}

/** Assumptions of one name, value and source told once, with all the places they hold at. */
function grouped(assumptions: readonly Assumption[], context: TableContext): readonly Group[] {
  const groups = new Map<string, { first: Assumption; places: string[] }>();
  const ranked = [...assumptions].sort((a, b) => weightRank(a) - weightRank(b));
  for (const one of ranked) {
    const { language } = context;
    const key = [assumptionName(one, language), assumptionValue(one, language), one.source[language]].join(
      '|',
    );
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: one, places: [assumptionPlace(one)] });
    else group.places.push(assumptionPlace(one));
  }
  return [...groups.values()];
}

function groupLines({ first, places }: Group, context: TableContext): readonly string[] {
  const { language } = context;
  const shown = places.slice(0, PLACES_SHOWN).join(', ');
  const where = places.length > PLACES_SHOWN ? `${shown} +${places.length - PLACES_SHOWN}` : shown;
  const source = first.source[language];
  const name = cut(assumptionName(first, language), NAME - 1).padEnd(NAME);
  const value = assumptionValue(first, language).padEnd(VALUE);
  const text = `  ${name}${value}${where}${source === '' ? '' : ` — ${source}`}`;
  return wrapRight(text, 2 + NAME + VALUE);
}

/** Wraps what stands in the last column only, under itself. */
function wrapRight(text: string, column: number): readonly string[] {
  const lines = wrap(text.slice(column), PAGE_WIDTH - 2 - column, 0);
  return lines.map((line, rank) => (rank === 0 ? text.slice(0, column) : ' '.repeat(column)) + line);
}

/** Assumed, calibrated and measured numbers told apart; the few that weigh most, or all. */
export function assumptionLines(context: TableContext): readonly string[] {
  const { assumptions } = context.document;
  const title = context.style.bold(say(context, TITLE));
  if (assumptions.length === 0) return [title, `  ${say(context, NONE)}`];
  const parts = STATUSES.flatMap((status) => {
    const n = assumptions.filter((one) => one.status === status).length;
    return n === 0 ? [] : [say(context, STATUS[status], { n })];
  });
  const lines = [title, `  ${say(context, COUNT, { count: assumptions.length, parts: parts.join(', ') })}`];
  let left = context.assumptions === 'all' ? Number.POSITIVE_INFINITY : MAIN_ROWS;
  let told = 0;
  for (const status of STATUSES) {
    const groups = grouped(
      assumptions.filter((one) => one.status === status),
      context,
    );
    const chosen = groups.slice(0, Math.max(left, status === 'assumed' ? 0 : 1));
    if (chosen.length === 0) continue;
    left -= chosen.length;
    told += chosen.reduce((sum, { places }) => sum + places.length, 0);
    lines.push(context.style.dim(`  ${say(context, STATUS_HEAD[status])}`));
    lines.push(...chosen.flatMap((group) => groupLines(group, context)));
  }
  const others = assumptions.length - told;
  return others === 0 ? lines : [...lines, `  … ${say(context, OTHERS, { count: others })}`];
}

const CHECKS: Text = { en: 'Checks', fr: 'Contrôles' };
const BALANCED: Text = {
  en: 'books: balanced; each of the {count} requests has its end, or is still on its way',
  fr: 'comptes : justes ; chacune des {count} demandes a son issue, ou suit son cours',
};
const NOT_BALANCED: Text = {
  en: 'books: NOT balanced in {flows}: this is a defect of the program, please report it',
  fr: 'comptes : FAUX pour {flows} : c’est un défaut du programme, merci de le signaler',
};
const WARNING: Text = { en: 'mind: {text}', fr: 'attention : {text}' };
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
    const mind = say(context, WARNING, { text: `${warning.path}: ${text}` });
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

const AGAIN: Text = { en: 'The same numbers again', fr: 'Les mêmes nombres à nouveau' };
const IDENTITY: Text = {
  en: 'creneau {version} · scenario {hash} · seed {seed} · {weeks|week|weeks}, {warmup} of warm-up · {replications|replication|replications}',
  fr: 'creneau {version} · scénario {hash} · graine {seed} · {weeks|semaine|semaines}, dont {warmup} de mise en régime · {replications|réplication|réplications}',
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
  return [
    context.style.bold(capital(say(context, AGAIN))),
    `  ${context.command}`,
    ...wrap(identity, PAGE_WIDTH - 2, 0).map((line) => context.style.dim(`  ${line}`)),
  ];
}
