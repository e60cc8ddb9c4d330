/** How a new delay comes, week after week, as lines of text. */
import type { Transient, WeeklyCurve } from '../model/results/compare.ts';
import type { Language, Text } from './language.ts';
import { formatNumber } from './numbers.ts';
import { fill } from './sentence.ts';
import { cells, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';
import { CLASS_HEADS } from './words.ts';

const HEAD: Text = { en: 'How it comes, {class}: week', fr: 'Comment il vient, {class} : semaine' };
const BASE: Text = { en: 'first place offered, base (days)', fr: 'premier rendez-vous, base (jours)' };
const VARIANT: Text = {
  en: 'first place offered, variant (days)',
  fr: 'premier rendez-vous, variante (jours)',
};
const AHEAD: Text = {
  en: 'patients booked ahead, base',
  fr: 'patients en attente, base',
};
const AHEAD_VARIANT: Text = {
  en: 'patients booked ahead, variant',
  fr: 'patients en attente, variante',
};
const SETTLED: Text = {
  en: 'Nine tenths of the change are there for good after {weeks|week|weeks}, to within {band|day|days}.',
  fr: 'Les neuf dixièmes du changement sont acquis après {weeks|semaine|semaines}, à {band|jour|jours} près.',
};
const SETTLED_AT_ONCE: Text = {
  en: 'Nine tenths of the change are there for good from the first week, to within {band|day|days}.',
  fr: 'Les neuf dixièmes du changement sont acquis dès la première semaine, à {band|jour|jours} près.',
};
const UNSETTLED: Text = {
  en: 'When the new delay is there cannot be told within this run: more --replications or --weeks.',
  fr: 'On ne peut dire dans cette durée quand le nouveau délai est acquis : plus de --replications ou de --weeks.',
};
/** Weeks shown, from 1: often at the beginning, where it moves. */
const SHOWN = [1, 2, 4, 8, 13, 26, 52, 104];
const LABEL = 42;
const CELL = 6;
/** The tables stand within a page, four to the right at most. */
const WIDTH = PAGE_WIDTH - 4;

/**
 * A small table for each class whose delay moves, and when it has come.
 */
export function transientLines(
  transients: readonly Transient[],
  language: Language,
  style: Style,
): readonly string[] {
  return transients
    .filter(({ change }) => change !== null && isMoved(change))
    .flatMap((one) => transientTable(one, language, style));
}

/** True when the interval of a settled change leaves out zero. */
export const isMoved = ({
  low,
  high,
}: {
  readonly low: number | null;
  readonly high: number | null;
}): boolean => low !== null && high !== null && (low > 0 || high < 0);

function transientTable(transient: Transient, language: Language, style: Style): readonly string[] {
  const { firstAvailable, bookedAhead, weeksToNewDelay, bandDays } = transient;
  const weeks = SHOWN.filter((week) => week <= firstAvailable.base.mean.length);
  const row = (label: Text, { mean }: WeeklyCurve, decimals: number) =>
    cells(
      fill(label, {}, language),
      weeks.map((week) => formatNumber(mean[week - 1] ?? Number.NaN, decimals, language)),
      LABEL,
      CELL,
    );
  const head = fill(HEAD, { class: CLASS_HEADS[transient.class][language] }, language);
  const settled =
    weeksToNewDelay === null || bandDays === null
      ? fill(UNSETTLED, {}, language)
      : fill(
          weeksToNewDelay === 0 ? SETTLED_AT_ONCE : SETTLED,
          { weeks: weeksToNewDelay, band: Math.round(10 * bandDays) / 10 },
          language,
        );
  return [
    '',
    style.dim(cells(head, weeks.map(String), LABEL, CELL)),
    row(BASE, firstAvailable.base, 1),
    row(VARIANT, firstAvailable.variant, 1),
    row(AHEAD, bookedAhead.base, 0),
    row(AHEAD_VARIANT, bookedAhead.variant, 0),
    ...wrap(settled, WIDTH, 2),
  ];
}
