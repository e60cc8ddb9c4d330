/** What a scenario rests on: assumed, calibrated and measured numbers told apart, the least known first. */
import type { Assumption, EvidenceStatus } from '../model/scenario.ts';
import {
  assumptionName,
  assumptionPlace,
  assumptionValue,
  isSwitchedOff,
  weightRank,
} from './assumption-words.ts';
import type { Language, Text } from './language.ts';
import { say } from './table-context.ts';
import { cut, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';

/** How to print them: all, or the few that weigh most. */
export interface AssumptionManner {
  readonly language: Language;
  readonly style: Style;
  readonly assumptions: 'main' | 'all';
}

const TITLE: Text = { en: 'What these numbers rest on', fr: 'Sur quoi reposent ces nombres' };
const COUNT: Text = {
  en: 'Besides what the scenario states, {count|number|numbers}: {parts}.',
  fr: 'Outre ce que le scénario indique, {count|nombre|nombres} : {parts}.',
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
function grouped(assumptions: readonly Assumption[], context: AssumptionManner): readonly Group[] {
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
function groupLines({ first, places }: Group, context: AssumptionManner): readonly string[] {
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
function measuredLines(assumptions: readonly Assumption[], context: AssumptionManner): readonly string[] {
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
function offLines(assumptions: readonly Assumption[], context: AssumptionManner): readonly string[] {
  const off = assumptions.filter(isSwitchedOff);
  const names = [...new Set(off.map((one) => assumptionName(one, context.language)))];
  if (names.length === 0) return [];
  const text = say(context, SWITCHED_OFF, { names: names.join(', ') });
  return wrap(text, PAGE_WIDTH - 2, 2).map((line) => context.style.dim(`  ${line}`));
}

/** Assumed, calibrated and measured numbers told apart; the few that weigh most, or all. */
export function assumptionLines(all: readonly Assumption[], context: AssumptionManner): readonly string[] {
  const assumptions = all.filter((one) => !isSwitchedOff(one));
  const off = offLines(all, context);
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
