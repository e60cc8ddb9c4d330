/** The median scanner of the campaign, calibrated, and the same with 6 % more ambulatory places. */
import { MIX_PRESETS, type SiteNumbers, weekHours } from '../../src/calibrate/site-numbers.ts';
import { type Knobs, rawSiteScenario, siteScenario } from '../../src/calibrate/site-scenario.ts';
import { calibrateSite, placesOf } from '../../src/calibrate/solve.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const CT: SiteNumbers = {
  modality: 'ct',
  siteType: 'public',
  openingHours: 47,
  passagesPerWeek: 158,
  mix: MIX_PRESETS.ct.public,
  delayDays: { A: 7, H: 2 },
  occupancy: 0.606,
  week: null,
};
const { knobs, week, assumptions } = calibrateSite(CT);

/** As its site would write it, but for what is assumed, which is left to the defaults and their ranges. */
function scenarioWith(with_: Knobs): Scenario {
  const run = { weeks: 52, warmupWeeks: 6, seed: 'scanner' };
  const raw = rawSiteScenario(CT, week, with_, assumptions, run) as {
    readonly devices: readonly Record<string, unknown>[];
    readonly flows: readonly Record<string, unknown>[];
  };
  const without = (thing: Record<string, unknown>, fields: readonly string[]) =>
    Object.fromEntries(Object.entries(thing).filter(([field]) => !fields.includes(field)));
  return siteScenario({
    ...raw,
    devices: raw.devices.map((device) => without(device, ['changeover', 'late-start', 'early-end'])),
    flows: raw.flows.map((flow) => without(flow, ['accept', 'no-show'])),
  });
}

/** The scanner at seven days. */
export const scanner: Scenario = scenarioWith(knobs);

/**
 * The same opening with 6 % more places for ambulatory patients and as many for hospitalised ones: a standard slot shorter
 * by as much. Calibrated slots are a mixture of two lengths of the grid, so that 6 % is 6 %.
 */
const opening = weekHours(week) * 60;
export const morePlaces: Scenario = scenarioWith({
  ...knobs,
  slotMinutes: opening / (1.06 * placesOf('A', knobs, opening) + knobs.inpatientPlaces),
});
