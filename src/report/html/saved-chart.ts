/** Weeks along one freedom, changes or added hours: what each saves by simulation, with its whiskers, beside the model's word. */
import { dot, line, type PlotOptions, ruleX, ruleY, tickY } from '@observablehq/plot';
import type { ProposedWeek } from '../../model/results/optimize.ts';
import type { Language, Text } from '../language.ts';
import { formatShort } from '../numbers.ts';
import { fill } from '../sentence.ts';

const SAVED: Text = {
  en: 'patient-days of waiting saved a week',
  fr: 'jours-patients d’attente gagnés par semaine',
};
const INK = '#1b1f24';
const SIMULATED = '#0b5cad';
const MODEL = '#57606a';

/** A week as drawn; what was not simulated has the model's value alone. */
export interface DrawnWeek {
  readonly at: string;
  readonly predicted: number;
  readonly saved: number | null;
  readonly low: number;
  readonly high: number;
  readonly isProposed: boolean;
}

/** A week at its place on the axis; null when there is none. */
export function drawnPoint(at: string, week: ProposedWeek | null, isProposed: boolean): DrawnWeek | null {
  if (week === null) return null;
  const { daysSaved, predictedDaysSaved } = week;
  const isPresent = week.changes.length === 0;
  const mean = isPresent ? 0 : (daysSaved?.mean ?? null);
  return {
    at,
    predicted: isPresent ? 0 : predictedDaysSaved,
    saved: mean,
    low: isPresent ? 0 : (daysSaved?.low ?? mean ?? 0),
    high: isPresent ? 0 : (daysSaved?.high ?? mean ?? 0),
    isProposed,
  };
}

/** What to draw: dots with whiskers for the simulation, dashes for the model, a square for the proposed week. */
export function savedChart(points: readonly DrawnWeek[], axis: string, language: Language): PlotOptions {
  const played = points.filter(({ saved }) => saved !== null);
  return {
    width: 760,
    height: 320,
    marginLeft: 60,
    marginBottom: 45,
    style: { fontSize: '13px' },
    x: {
      label: axis,
      labelAnchor: 'center',
      labelArrow: 'none',
      type: 'band',
      domain: points.map(({ at }) => at),
      padding: 0.3,
    },
    y: {
      label: fill(SAVED, {}, language),
      labelAnchor: 'top',
      labelArrow: 'none',
      tickFormat: (saved: number) => formatShort(saved, 1, language),
      grid: true,
      nice: true,
    },
    marks: [
      ruleY([0], { stroke: INK }),
      line(points, { x: 'at', y: 'predicted', stroke: MODEL, strokeDasharray: '4 3' }),
      dot(points, { x: 'at', y: 'predicted', stroke: MODEL, symbol: 'times', r: 5 }),
      ruleX(played, { x: 'at', y1: 'low', y2: 'high', stroke: SIMULATED, strokeWidth: 2.5 }),
      tickY(played, { x: 'at', y: 'low', stroke: SIMULATED, insetLeft: 20, insetRight: 20 }),
      tickY(played, { x: 'at', y: 'high', stroke: SIMULATED, insetLeft: 20, insetRight: 20 }),
      dot(
        played.filter(({ isProposed }) => !isProposed),
        { x: 'at', y: 'saved', fill: SIMULATED, r: 5 },
      ),
      dot(
        played.filter(({ isProposed }) => isProposed),
        { x: 'at', y: 'saved', fill: INK, symbol: 'square', r: 7 },
      ),
    ],
  };
}
