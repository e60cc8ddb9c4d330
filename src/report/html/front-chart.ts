/** Plans between the best total and the best for the worst off: what each saves against the days of those who wait longest. */
import { dot, line, type PlotOptions, ruleX, text } from '@observablehq/plot';
import type { EquityPoint, PlannedRegion } from '../../model/results/region.ts';
import type { Language, Text } from '../language.ts';
import { formatNumber, formatShort } from '../numbers.ts';
import { isSamePlan, shortPlan } from '../plan-tables.ts';
import { fill } from '../sentence.ts';

const SAVED: Text = {
  en: 'patient-days of waiting saved a week',
  fr: 'jours-patients d’attente gagnés par semaine',
};
const WORST: Text = {
  en: 'days of those who wait longest',
  fr: 'jours de ceux qui attendent le plus',
};
const MODEL = '#57606a';
const SIMULATED = '#0b5cad';
const INK = '#1b1f24';

/** A plan as drawn; what was not simulated has the model’s values alone. */
export interface DrawnPlan {
  readonly name: string;
  readonly worst: number;
  readonly saved: number;
  readonly low: number;
  readonly high: number;
  readonly isSimulated: boolean;
  readonly isProposed: boolean;
}

/** The points of a front, in its order. */
export const drawnFront = (
  front: readonly EquityPoint[],
  proposal: PlannedRegion | null,
  language: Language,
): readonly DrawnPlan[] =>
  front.map(({ plan }) => {
    const saved = plan.daysSaved?.mean ?? plan.predictedDaysSaved;
    return {
      name: shortPlan(plan, language),
      worst: plan.worstDays?.mean ?? plan.predictedWorstDays,
      saved,
      low: plan.daysSaved?.low ?? saved,
      high: plan.daysSaved?.high ?? saved,
      isSimulated: plan.daysSaved !== null,
      isProposed: isSamePlan(plan, proposal),
    };
  });

/** What to draw: up is more saved, left is better for the worst off; a square for the plan proposed. */
export function frontChart(points: readonly DrawnPlan[], language: Language): PlotOptions {
  const played = points.filter(({ isSimulated }) => isSimulated);
  const sorted = [...points].sort((a, b) => a.worst - b.worst);
  return {
    width: 760,
    height: 360,
    marginTop: 35,
    // The names of the first and last points stand clear of the axes.
    inset: 18,
    marginLeft: 70,
    marginRight: 120,
    marginBottom: 48,
    style: { fontSize: '13px' },
    x: {
      label: fill(WORST, {}, language),
      labelAnchor: 'center',
      labelOffset: 40,
      labelArrow: 'none',
      tickFormat: (days: number) => formatShort(days, 1, language),
      nice: true,
      grid: true,
    },
    y: {
      label: fill(SAVED, {}, language),
      labelAnchor: 'top',
      labelArrow: 'none',
      tickFormat: (days: number) => formatNumber(days, 0, language),
      zero: true,
      grid: true,
    },
    marks: [
      line(sorted, { x: 'worst', y: 'saved', stroke: MODEL, strokeDasharray: '4 3' }),
      ruleX(played, { x: 'worst', y1: 'low', y2: 'high', stroke: SIMULATED, strokeWidth: 2.5 }),
      dot(
        points.filter(({ isSimulated }) => !isSimulated),
        { x: 'worst', y: 'saved', stroke: MODEL, symbol: 'times', r: 5 },
      ),
      dot(
        played.filter(({ isProposed }) => !isProposed),
        { x: 'worst', y: 'saved', fill: SIMULATED, r: 5 },
      ),
      dot(
        points.filter(({ isProposed }) => isProposed),
        { x: 'worst', y: 'saved', fill: INK, symbol: 'square', r: 6 },
      ),
      text(points, {
        x: 'worst',
        y: 'saved',
        text: 'name',
        textAnchor: 'start',
        dx: 9,
        dy: -8,
        fill: INK,
        stroke: 'white',
        strokeWidth: 4,
      }),
    ],
  };
}
