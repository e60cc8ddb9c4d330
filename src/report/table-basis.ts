/** What a result rests on: assumptions, warnings, balanced books, and how to get the same numbers again. */
import type { Assumption, EvidenceStatus } from '../model/scenario.ts';
import { booksGap } from '../stats/books.ts';
import {
  assumptionName,
  assumptionPlace,
  assumptionValue,
  isSwitchedOff,
  weightRank,
} from './assumption-words.ts';
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
const HEAD: Text = {
  en: '{status}: value (range), where, source',
  fr: '{status} : valeur (fourchette), où, source',
};
const STATUS_HEAD: Readonly<Record<EvidenceStatus, Text>> = {
  assumed: { en: 'assumed', fr: 'supposés' },
  calibrated: { en: 'calibrated', fr: 'calés' },
  measured: { en: 'measured', fr: 'mesurés' },
};
const MEASURED: Text = { en: 'measured: {sources}', fr: 'mesurés : {sources}' };
const SWITCHED_OFF: Text = { en: 'switched off: {names}', fr: 'désactivés : {names}' };
const OTHERS: Text = {
  en: '{count} not listed: add --assumptions, or --json and read “assumptions”',
  fr: '{count|non listé|non listés} : ajouter --assumptions, ou --json et lire « assumptions »',
};
/** The least known first. */
const STATUSES: readonly EvidenceStatus[] = ['assumed', 'calibrated', 'measured'];
const MAIN_ROWS = 10;
const NAME = 34;
const VALUE = 22;
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

/** On one line, cut, among the few; on as many as it takes where all are asked for. */
function groupLines({ first, places }: Group, context: TableContext): readonly string[] {
  const { language } = context;
  const shown = places.slice(0, PLACES_SHOWN).join(', ');
  const where = places.length > PLACES_SHOWN ? `${shown} +${places.length - PLACES_SHOWN}` : shown;
  const source = first.source[language];
  const name = cut(assumptionName(first, language), NAME - 1).padEnd(NAME);
  const left = `  ${name}${`${assumptionValue(first, language)}  `.padEnd(VALUE)}`;
  const right = `${where}${source === '' ? '' : ` — ${source}`}`;
  const room = PAGE_WIDTH - left.length;
  const lines = context.assumptions === 'all' ? wrap(right, room, 0) : [cut(right, room)];
  return lines.map((line, rank) => (rank === 0 ? left : ' '.repeat(left.length)) + line);
}

/** The sources of measured numbers with how many each gives: nothing of them has to be weighed. */
function measuredLines(assumptions: readonly Assumption[], context: TableContext): readonly string[] {
  const counts = new Map<string, number>();
  for (const { source } of assumptions) {
    const name = source[context.language];
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const sources = [...counts].map(([name, count]) => `${name} (${count})`).join(' ; ');
  const text = say(context, MEASURED, {
    sources: context.language === 'fr' ? sources : sources.replaceAll(' ;', ';'),
  });
  return wrap(text, PAGE_WIDTH - 2, 2).map((line) => context.style.dim(`  ${line}`));
}

/** Effects that the scenario switches off, each named once. */
function offLines(context: TableContext): readonly string[] {
  const off = context.document.assumptions.filter(isSwitchedOff);
  const names = [...new Set(off.map((one) => assumptionName(one, context.language)))];
  if (names.length === 0) return [];
  const text = say(context, SWITCHED_OFF, { names: names.join(', ') });
  return wrap(text, PAGE_WIDTH - 2, 2).map((line) => context.style.dim(`  ${line}`));
}

/** Assumed, calibrated and measured numbers told apart; the few that weigh most, or all. */
export function assumptionLines(context: TableContext): readonly string[] {
  const assumptions = context.document.assumptions.filter((one) => !isSwitchedOff(one));
  const off = offLines(context);
  const title = context.style.bold(say(context, TITLE));
  if (assumptions.length === 0) return [title, `  ${say(context, NONE)}`, ...off];
  const ofStatus = (status: EvidenceStatus) => assumptions.filter((one) => one.status === status);
  const parts = STATUSES.flatMap((status) => {
    const n = ofStatus(status).length;
    return n === 0 ? [] : [say(context, STATUS[status], { n })];
  });
  const lines = [title, `  ${say(context, COUNT, { count: assumptions.length, parts: parts.join(', ') })}`];
  const isAll = context.assumptions === 'all';
  let room = isAll ? Number.POSITIVE_INFINITY : MAIN_ROWS;
  let left = assumptions.length - ofStatus('measured').length;
  for (const status of STATUSES) {
    if (status === 'measured' && !isAll) continue;
    const chosen = grouped(ofStatus(status), context).slice(0, room);
    if (chosen.length === 0) continue;
    room -= chosen.length;
    left -= chosen.reduce((sum, { places }) => sum + places.length, 0);
    const head = say(context, HEAD, { status: say(context, STATUS_HEAD[status]) });
    lines.push(context.style.dim(`  ${head}`), ...chosen.flatMap((group) => groupLines(group, context)));
  }
  if (isAll) return [...lines, ...off];
  lines.push(...measuredLines(ofStatus('measured'), context), ...off);
  return left === 0 ? lines : [...lines, `  ${say(context, OTHERS, { count: left })}`];
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

const AGAIN: Text = { en: 'The same numbers again', fr: 'Les mêmes nombres à nouveau' };
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
