/** Steps of a local search from a week to one beside it. */
import type { WeekChange } from '../../../../src/optimize/week/change.ts';
import { countOf, type Judge, type Week, withChange, withoutChange } from './judge.ts';
import { type Draw, oneOf, promising } from './random-weeks.ts';

/** A week beside another, and the change that came or went. */
export interface Move {
  readonly week: Week;
  readonly added: WeekChange | null;
  readonly dropped: WeekChange | null;
}

/** Tries of a step before another kind of step is taken. */
const TRIES = 20;

type Step = (week: Week, judge: Judge, worthOf: (change: WeekChange) => number, draw: Draw) => Move | null;

const add: Step = (week, judge, worthOf, draw) => {
  if (countOf(week) >= judge.rules.changes) return null;
  for (let tries = 0; tries < TRIES; tries++) {
    const added = promising(judge, worthOf, draw);
    if (added === undefined) return null;
    const more = withChange(week, added);
    if (judge.allows(more)) return { week: more, added, dropped: null };
  }
  return null;
};

const drop: Step = (week, judge, _worthOf, draw) => {
  const dropped = oneOf(week, draw)?.change;
  if (dropped === undefined) return null;
  const less = withoutChange(week, dropped);
  return less.length > 0 && judge.allows(less) ? { week: less, added: null, dropped } : null;
};

/** One change for another: of the same kind at the same place half of the time, any other one else. */
const swap: Step = (week, judge, worthOf, draw) => {
  const dropped = oneOf(week, draw)?.change;
  if (dropped === undefined) return null;
  const less = withoutChange(week, dropped);
  const alike = judge.changes.filter(
    ({ kind, devices, id }) =>
      kind === dropped.kind && devices[0] === dropped.devices[0] && id !== dropped.id,
  );
  for (let tries = 0; tries < TRIES; tries++) {
    const added = draw() < 0.5 ? oneOf(alike, draw) : promising(judge, worthOf, draw);
    if (added === undefined || added.id === dropped.id) continue;
    const other = withChange(less, added);
    if (judge.allows(other)) return { week: other, added, dropped };
  }
  return null;
};

const STEPS: readonly Step[] = [add, add, swap, swap, swap, drop];

/** A week beside this one: one change more, one less, or one for another. */
export function neighbour(
  week: Week,
  judge: Judge,
  worthOf: (change: WeekChange) => number,
  draw: Draw,
): Move | null {
  for (let tries = 0; tries < TRIES; tries++) {
    const move = (oneOf(STEPS, draw) ?? add)(week, judge, worthOf, draw);
    if (move !== null) return move;
  }
  return null;
}

/** A week between two: what both do, then changes of either as they go together, in an order drawn at random. */
export function recombined(one: Week, other: Week, judge: Judge, draw: Draw): Week {
  const has = (week: Week, { id }: WeekChange): boolean => week.some((pick) => pick.change.id === id);
  const both = one.filter(({ change }) => has(other, change)).map(({ change }) => change);
  const rest = [...one, ...other]
    .map(({ change }) => change)
    .filter((change) => !both.includes(change))
    .map((change) => ({ change, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .map(({ change }) => change);
  let week: Week = [];
  for (const change of [...both, ...rest]) {
    const more = withChange(week, change);
    if (judge.allows(more)) week = more;
  }
  return week;
}
