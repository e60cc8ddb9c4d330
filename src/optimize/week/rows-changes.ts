/** How much of the week may change: whole numbers of each change, exclusions, totals, plans to stay away from. */
import type { Label } from '../../model/scenario.ts';
import { barredAt, mayChange } from './catalogue/barred.ts';
import { mostOf, type Pick, type WeekChange } from './change.ts';
import { COLUMNS, type Draft, poolTerms, type Term } from './draft.ts';
import { UNITS } from './names.ts';

/** What giving up a limit by one unit costs, to weigh relaxations against each other. */
const PENALTIES = { change: 1, hour: 1, thousandEuros: 0.5 };

const THOUSAND = 1000;

/** Thousands of euros a year of a change done once. */
export const thousandEuros = (draft: { readonly problem: Draft['problem'] }, { id }: WeekChange): number =>
  (draft.problem.eurosPerYear.get(id) ?? 0) / THOUSAND;

/** True when a change lies in hours the rules freeze on one of its devices. */
const isFrozen = ({ problem: { rules } }: Draft, { devices, hours }: WeekChange): boolean =>
  devices.some((device) => {
    const barred = barredAt(rules, device);
    return hours === null ? barred.frozen.length > 0 : !mayChange(barred, hours);
  });

/** True when the ask is open to the kind of a change. */
const isAsked = ({ ask: { kinds } }: Draft, { kind }: WeekChange): boolean =>
  kinds === undefined || kinds.includes(kind);

/** A column a change: how often it is done. */
export function addTimes(draft: Draft): void {
  const held = new Map(draft.ask.held?.map(({ change, times }) => [change.id, times]));
  for (const change of draft.problem.changes)
    draft.builder.column({
      id: COLUMNS.times(change),
      label: change.label,
      unit: UNITS.times,
      scope: { department: `${change.site}/${change.modality ?? ''}` },
      lower: held.get(change.id) ?? 0,
      upper: Math.max(
        held.get(change.id) ?? 0,
        isFrozen(draft, change) || !isAsked(draft, change) ? 0 : mostOf(change),
      ),
      isInteger: true,
    });
  for (const { column, changes } of draft.pools) {
    if (changes.length === 1) continue;
    const parts = { label: KIND, unit: UNITS.times };
    const terms = changes.map((change): Term => [COLUMNS.times(change), 1]);
    draft.builder.column({ id: column, ...parts, isInteger: true });
    draft.builder.row({ id: column, ...parts, lower: 0, upper: 0, terms: [...terms, [column, -1]] });
  }
}

const KIND: Label = Object.freeze({
  en: 'the same change on one day or another',
  fr: 'le même changement, un jour ou l’autre',
});

/** Changes that exclude each other, and the totals that are limited. */
export function addLimits(draft: Draft): void {
  const { problem, ask, builder } = draft;
  problem.exclusions.forEach(({ ids, most, label }, at) => {
    const terms = ids.map((id): Term => [COLUMNS.times({ id }), 1]);
    builder.row({ id: `clash/${at}`, label, unit: UNITS.times, upper: most, terms });
  });
  builder.row({
    id: 'changes',
    label: {
      en: `at most ${ask.changes} changes of the present week`,
      fr: `au plus ${ask.changes} changements de la semaine actuelle`,
    },
    unit: UNITS.changes,
    upper: ask.changes,
    penalty: PENALTIES.change,
    terms: poolTerms(draft, () => 1),
  });
  if (ask.addedHours !== null)
    builder.row({
      id: 'hours',
      label: {
        en: `at most ${ask.addedHours} hours of opening a week more than now`,
        fr: `au plus ${ask.addedHours} heures d’ouverture par semaine de plus qu’aujourd’hui`,
      },
      unit: UNITS.hours,
      upper: ask.addedHours,
      penalty: PENALTIES.hour,
      terms: poolTerms(draft, ({ openedHours }) => openedHours),
    });
  if (ask.budgetEuros !== null)
    builder.row({
      id: 'budget',
      label: {
        en: `at most ${ask.budgetEuros} euros a year more than now`,
        fr: `au plus ${ask.budgetEuros} euros par an de plus qu’aujourd’hui`,
      },
      unit: UNITS.thousandEuros,
      owner: 'budget',
      upper: ask.budgetEuros / THOUSAND,
      penalty: PENALTIES.thousandEuros,
      terms: poolTerms(draft, (change) => thousandEuros(draft, change)),
    });
}

const CUT: Label = Object.freeze({
  en: 'a week unlike one that was tried already',
  fr: 'une semaine différente d’une autre déjà essayée',
});

/**
 * A plan must differ from each forbidden one by so many changes: done there and not here, or here and not there. Where a change
 * is done on some of its devices there, a binary says whether it is done more often or less often here.
 */
export function addCuts(draft: Draft): void {
  draft.ask.forbidden.forEach(({ picks, atLeast }, cut) => {
    const known = new Map(picks.map((pick): [string, Pick] => [pick.change.id, pick]));
    const terms: Term[] = [];
    let constant = 0;
    for (const change of draft.problem.changes) {
      const times = known.get(change.id)?.times ?? 0;
      if (times === 0) terms.push([COLUMNS.times(change), 1]);
      else if (times >= mostOf(change)) {
        terms.push([COLUMNS.times(change), -1]);
        constant += times;
      } else terms.push(...addDistance(draft, change, times, cut));
    }
    const row = { id: `cut/${cut}`, label: CUT, unit: UNITS.changes };
    draft.builder.row({ ...row, lower: atLeast - constant, terms });
  });
}

/** Columns that add up to how far a change is from being done so many times. */
function addDistance({ builder }: Draft, change: WeekChange, times: number, cut: number): readonly Term[] {
  const most = mostOf(change);
  const name = (part: string) => `cut/${cut}/${part}/${change.id}`;
  const [more, less, isMore] = [name('more'), name('less'), name('side')];
  const parts = { label: change.label, unit: UNITS.times };
  builder.column({ id: more, ...parts, upper: most - times });
  builder.column({ id: less, ...parts, upper: times });
  builder.column({ id: isMore, ...parts, upper: 1, isInteger: true });
  const distance: readonly Term[] = [
    [COLUMNS.times(change), 1],
    [more, -1],
    [less, 1],
  ];
  builder.row({ id: name('at'), ...parts, lower: times, upper: times, terms: distance });
  builder.row({
    id: name('up'),
    ...parts,
    upper: 0,
    terms: [
      [more, 1],
      [isMore, times - most],
    ],
  });
  builder.row({
    id: name('down'),
    ...parts,
    upper: times,
    terms: [
      [less, 1],
      [isMore, times],
    ],
  });
  return [
    [more, 1],
    [less, 1],
  ];
}
