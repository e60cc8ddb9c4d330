/** The inputs of a scenario that are assumed over a range: what assumption sets draw. */
import { deepFreeze } from '../model/freeze.ts';
import { groupBy } from '../model/group.ts';
import type { Assumption, Label, Scenario } from '../model/scenario.ts';
import type { Modality } from '../model/vocabulary.ts';
import { inputPlace, modalityAt } from './input-fields.ts';

export { withInput } from './input-fields.ts';

/** One thing that is not known, and where it stands. */
export interface AssumedInput {
  /** The first of its paths, by which it is named. */
  readonly path: string;
  /** Every path of the list of assumptions that moves with it. */
  readonly paths: readonly string[];
  /** Last part of the paths: `accept.tau`, `late-start`… */
  readonly field: string;
  readonly modality: Modality | null;
  readonly value: number;
  readonly unit: string;
  readonly range: readonly [low: number, high: number];
  readonly source: Label;
  /** Whether its values are spread evenly by their logarithm (times of patience or travel, a matter of scale) or plainly. */
  readonly spread: 'logarithm' | 'plain';
}

/** Times that patients bear, of which one may be several times another. */
const SCALES: readonly string[] = ['accept.tau', 'travel-scale'];

/** A latent demand is what recalibration looks for: it is not drawn, whatever its range. */
function isKnob(path: string, scenario: Scenario): boolean {
  const place = inputPlace(path);
  if (place?.field !== 'per-week') return false;
  return scenario.flows.some((flow) => flow.id === place.id && !flow.walkIn);
}

function isDrawn({ path, status, range }: Assumption, scenario: Scenario): boolean {
  if (status !== 'assumed' || range === null || !(range[1] > range[0])) return false;
  return inputPlace(path) !== null && !isKnob(path, scenario);
}

/**
 * Paths with one key are one unknown. A default is one piece of evidence used in several places (the no-shows of two
 * classes, the patience of ambulatory patients of two sites): what is wrong with it is wrong everywhere at once, and
 * whoever measures it measures it once. Moving the places together also gives the wider interval. What a file states of
 * a place, with a range of its own, is known of that place and moves alone.
 */
function keyOf(one: Assumption, scenario: Scenario): string {
  if (one.from === 'file') return one.path;
  const place = inputPlace(one.path)!;
  return JSON.stringify([
    place.field,
    modalityAt(place, scenario),
    one.value,
    one.unit,
    one.range,
    one.source.en,
  ]);
}

/**
 * The assumed inputs of a scenario, in the order of its list of assumptions: what is marked `assumed` and has a range,
 * places that share a default counted once. Not among them: what is measured or calibrated, what has no range, and the
 * latent demand of booked flows, which recalibration finds again for each set.
 * @returns values and ranges in the unit listed; frozen.
 */
export function assumedInputs(scenario: Scenario): readonly AssumedInput[] {
  const drawn = scenario.assumptions.filter((one) => isDrawn(one, scenario));
  const groups = groupBy(drawn, (one) => keyOf(one, scenario));
  const inputs = [...groups.values()].map((group): AssumedInput => {
    const { path, value, unit, range, source } = group[0]!;
    const place = inputPlace(path)!;
    const isScale = SCALES.includes(place.field) && range![0] > 0;
    return {
      path,
      paths: group.map((one) => one.path),
      field: place.field,
      modality: modalityAt(place, scenario),
      value,
      unit,
      range: range!,
      source,
      spread: isScale ? 'logarithm' : 'plain',
    };
  });
  return deepFreeze(inputs);
}
