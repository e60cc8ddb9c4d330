/** Residents by department: days to the first place offered, before (ring) and after (dot), with the intervals of the change. */
import { axisY, dot, link, type PlotOptions, ruleY } from '@observablehq/plot';
import { departmentLabel } from '../../model/oqos/departments.ts';
import type { ResidentRow } from '../../model/results/region.ts';
import type { Indicator } from '../../model/results/results.ts';
import type { Language, Text } from '../language.ts';
import { formatShort } from '../numbers.ts';
import { fill } from '../sentence.ts';

const DAYS: Text = {
  en: 'days to the first place offered',
  fr: 'jours jusqu’au premier rendez-vous proposé',
};
const NOW = '#57606a';
const AFTER = '#0b5cad';
const ROW = 40;

/** A department as drawn; bounds of the change are laid around the delay after. */
export interface DrawnResidents {
  readonly name: string;
  readonly now: number;
  readonly after: number;
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly most: number;
}

const meanOf = (indicator: Indicator): number | null =>
  indicator === null || indicator === 'unstable' ? null : indicator.mean;

/** The departments whose delays have a mean before and after, as they stand. */
export function drawnResidents(rows: readonly ResidentRow[]): readonly DrawnResidents[] {
  return rows.flatMap(({ department, offeredDays }): readonly DrawnResidents[] => {
    const { base, variant, difference, assumptions } = offeredDays;
    const [now, after] = [meanOf(base), meanOf(variant)];
    if (now === null || after === null) return [];
    const at = (change: number | null | undefined) => Math.max(0, now + (change ?? after - now));
    return [
      {
        name: departmentLabel(department),
        now,
        after,
        low: at(difference?.low),
        high: at(difference?.high),
        least: at(assumptions?.low),
        most: at(assumptions?.high),
      },
    ];
  });
}

/** What to draw: one row a department, an arrow’s two ends and the intervals of the change around the second. */
export function residentsChart(rows: readonly DrawnResidents[], language: Language): PlotOptions {
  const axis = fill(DAYS, {}, language);
  return {
    width: 860,
    height: 70 + ROW * rows.length,
    marginLeft: 190,
    marginRight: 30,
    marginBottom: 45,
    style: { fontSize: '13px' },
    x: {
      label: axis,
      labelAnchor: 'center',
      labelOffset: 38,
      labelArrow: 'none',
      tickFormat: (days: number) => formatShort(days, 1, language),
      nice: true,
      grid: true,
    },
    y: { label: null, domain: rows.map(({ name }) => name), type: 'point', padding: 0.6 },
    marks: [
      axisY({ label: null, tickSize: 0 }),
      ruleY(rows, { y: 'name', x1: 'least', x2: 'most', stroke: NOW, strokeWidth: 1.5 }),
      ruleY(rows, { y: 'name', x1: 'low', x2: 'high', stroke: AFTER, strokeWidth: 7, strokeOpacity: 0.4 }),
      link(rows, { x1: 'now', x2: 'after', y1: 'name', y2: 'name', stroke: NOW, strokeDasharray: '2 3' }),
      dot(rows, { y: 'name', x: 'now', stroke: NOW, strokeWidth: 2, fill: 'white', r: 5 }),
      dot(rows, { y: 'name', x: 'after', fill: AFTER, r: 5 }),
    ],
  };
}
