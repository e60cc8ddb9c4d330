/** Levers in their order: a dot for what each saves, a thick bar for the simulation, a thin one for the assumptions. */
import { axisY, dot, type PlotOptions, ruleX, ruleY } from '@observablehq/plot';
import type { RankedLever } from '../../model/results/levers.ts';
import type { Language, Text } from '../language.ts';
import { labelText } from '../lever-words.ts';
import { formatShort } from '../numbers.ts';
import { fill } from '../sentence.ts';

const SAVED: Text = {
  en: 'patient-days of waiting saved a week',
  fr: 'jours-patients d’attente gagnés par semaine',
};
const NAME_WIDTH = 370;
const ROW = 32;
/** A name takes two lines at most, of so many letter heights. */
const LINE = 28;
const LONGEST_NAME = 110;

/** A lever as drawn; bounds that are not known are the value itself. */
export interface DrawnLever {
  readonly name: string;
  readonly saved: number;
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly most: number;
  readonly isNegative: boolean;
}

/** Names told apart where two are cut to the same. */
function namesOf(levers: readonly RankedLever[], language: Language): readonly string[] {
  const seen = new Map<string, number>();
  return levers.map(({ rank, what }) => {
    const text = `${rank ?? '—'}. ${labelText(what, language)}`;
    const name = text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME - 1)}…`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** The levers that can be compared, best first. */
export function drawnLevers(
  ranked: readonly RankedLever[],
  negative: ReadonlySet<string>,
  language: Language,
): readonly DrawnLever[] {
  const shown = ranked.filter(({ daysSaved }) => daysSaved !== null);
  const names = namesOf(shown, language);
  return shown.map(({ daysSaved, lever }, rank) => {
    const { estimate, assumptions } = daysSaved!;
    const { mean } = estimate;
    return {
      name: names[rank]!,
      saved: mean,
      low: estimate.low ?? mean,
      high: estimate.high ?? mean,
      least: assumptions?.low ?? mean,
      most: assumptions?.high ?? mean,
      isNegative: negative.has(lever),
    };
  });
}

/** What to draw: one row a lever, zero marked; what makes things worse is a square. */
export function rankingChart(levers: readonly DrawnLever[], language: Language): PlotOptions {
  const gains = levers.filter(({ isNegative }) => !isNegative);
  const losses = levers.filter(({ isNegative }) => isNegative);
  const names = levers.map(({ name }) => name);
  return {
    width: 900,
    height: 70 + ROW * levers.length,
    marginLeft: NAME_WIDTH,
    marginBottom: 45,
    style: { fontSize: '12px' },
    x: {
      label: fill(SAVED, {}, language),
      labelAnchor: 'center',
      labelOffset: 38,
      labelArrow: 'none',
      tickFormat: (saved: number) => formatShort(saved, 1, language),
      grid: true,
    },
    y: { label: null, domain: names, type: 'point', padding: 0.6 },
    marks: [
      axisY({ label: null, tickSize: 0, lineWidth: LINE }),
      ruleX([0], { stroke: '#1b1f24' }),
      ruleY(levers, { y: 'name', x1: 'least', x2: 'most', stroke: '#57606a', strokeWidth: 1.5 }),
      ruleY(levers, {
        y: 'name',
        x1: 'low',
        x2: 'high',
        stroke: '#0b5cad',
        strokeWidth: 6,
        strokeOpacity: 0.45,
      }),
      dot(gains, { y: 'name', x: 'saved', fill: '#0b5cad', r: 4.5 }),
      dot(losses, { y: 'name', x: 'saved', fill: '#a40e26', r: 5, symbol: 'square' }),
    ],
  };
}
