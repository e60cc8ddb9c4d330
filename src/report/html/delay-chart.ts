/** The delay week after week, base and variant, with their bands. */
import { areaY, line, type PlotOptions, ruleY, text } from '@observablehq/plot';
import type { Transient, WeeklyCurve } from '../../model/results/compare.ts';
import type { Language, Text } from '../language.ts';
import { fill } from '../sentence.ts';

const WEEKS: Text = { en: 'weeks after the change', fr: 'semaines après le changement' };
const DAYS: Text = {
  en: 'days to the first place offered',
  fr: 'jours jusqu’au premier rendez-vous proposé',
};
const BASE: Text = { en: 'base', fr: 'base' };
const VARIANT: Text = { en: 'variant', fr: 'variante' };
const BASE_COLOUR = '#57606a';
const VARIANT_COLOUR = '#0b5cad';

interface Point {
  readonly week: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

function pointsOf({ mean, low, high }: WeeklyCurve): readonly Point[] {
  return mean.flatMap((value, rank) =>
    value === null
      ? []
      : [{ week: rank + 1, mean: value, low: Math.max(0, low[rank] ?? value), high: high[rank] ?? value }],
  );
}

/** What to draw; the base dashed and grey, the variant full and blue, each named at its end. */
export function delayChart({ firstAvailable }: Transient, language: Language): PlotOptions {
  const say = (words: Text) => fill(words, {}, language);
  const [base, variant] = [pointsOf(firstAvailable.base), pointsOf(firstAvailable.variant)];
  const band = (points: readonly Point[], colour: string) =>
    areaY(points, { x: 'week', y1: 'low', y2: 'high', fill: colour, fillOpacity: 0.15 });
  const isAbove = (own: readonly Point[], other: readonly Point[]) =>
    (own.at(-1)?.mean ?? 0) > (other.at(-1)?.mean ?? 0);
  const end = (points: readonly Point[], label: string, colour: string, above: boolean) =>
    text(points.slice(-1), {
      x: 'week',
      y: 'mean',
      text: () => label,
      fill: colour,
      textAnchor: 'start',
      dx: 6,
      // Two lines that end side by side keep their names apart.
      dy: above ? -7 : 7,
    });
  return {
    width: 860,
    height: 320,
    marginRight: 80,
    marginBottom: 48,
    marginLeft: 50,
    style: { fontSize: '13px' },
    x: { label: say(WEEKS), labelAnchor: 'center', labelOffset: 40, labelArrow: 'none' },
    y: { label: say(DAYS), labelAnchor: 'top', labelArrow: 'none', zero: true, grid: true },
    marks: [
      ruleY([0]),
      band(base, BASE_COLOUR),
      band(variant, VARIANT_COLOUR),
      line(base, { x: 'week', y: 'mean', stroke: BASE_COLOUR, strokeWidth: 2, strokeDasharray: '6 4' }),
      line(variant, { x: 'week', y: 'mean', stroke: VARIANT_COLOUR, strokeWidth: 2.5 }),
      end(base, say(BASE), BASE_COLOUR, isAbove(base, variant)),
      end(variant, say(VARIANT), VARIANT_COLOUR, !isAbove(base, variant)),
    ],
  };
}
