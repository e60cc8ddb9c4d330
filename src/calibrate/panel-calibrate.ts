/**
 * A drawn device calibrated: its knobs on half-years and years of simulation, then the start of its agendas on campaigns of
 * 28 days, which are too short to forget it.
 */
import { DeviceCampaign } from './panel-campaign.ts';
import { assumptionsOf, firstStart, numbersOf, type PanelDevice } from './panel-device.ts';
import type { DrawnDevice } from './panel-draw.ts';
import { OBSERVED_AS_IN_2010 } from './panel-observe.ts';
import { emptyPooled } from './panel-tally.ts';
import { type Calibrated, calibrateSite, type SolveOptions } from './solve.ts';

/** How a device of the panel is calibrated: first roughly, then from what was found over two years in three runs. */
export const PANEL_SOLVE: readonly Omit<SolveOptions, 'seed'>[] = Object.freeze([
  { weeks: 26, warmupWeeks: 4, replications: 2, mostSteps: 8 },
  { weeks: 52, warmupWeeks: 4, replications: 3, mostSteps: 12 },
]);

/** Campaigns by which a start is corrected, each time others, with random numbers of their own. */
const START_CAMPAIGNS = 12;
const START_STEPS = 5;
/** The last corrections, each from other campaigns, are averaged: chance in one of them would stay in the panel. */
const START_AVERAGED = 3;
/** Furthest that a start is moved in one step, days. */
const START_STRIDE = 3;

/** Weeks before a campaign that are played and not observed. */
export const CAMPAIGN_WARMUP_WEEKS = 1;

const KNOB_DIGITS = 6;
const kept = (x: number) => Number(x.toPrecision(KNOB_DIGITS));

/** Knobs found by simulation, to six digits, as they are stored. */
function knobsOf(device: DrawnDevice): Pick<PanelDevice, 'knobs' | 'hasConverged'> {
  const numbers = numbersOf(device);
  const assumptions = assumptionsOf(numbers);
  const seed = `panel/${device.id}`;
  const found = PANEL_SOLVE.reduce(
    (before: Calibrated | null, options) =>
      calibrateSite(numbers, assumptions, { ...options, seed }, before?.knobs ?? null),
    null,
  )!;
  const { slotMinutes, inpatientPlaces, demand } = found.knobs;
  return {
    knobs: {
      slotMinutes: kept(slotMinutes),
      inpatientPlaces: kept(inpatientPlaces),
      demand: { A: kept(demand.A), H: kept(demand.H), R: kept(demand.R), U: kept(demand.U) },
    },
    hasConverged: found.hasConverged,
  };
}

const hundredths = (days: number): number => Math.max(0, Math.round(days * 100) / 100);

/** The start of its agendas for which the delays of its campaigns are its own on average, as near as five steps come. */
export function startOf(device: Omit<PanelDevice, 'startDays'>): PanelDevice['startDays'] {
  let startDays = { A: firstStart(device.delayDays.A), H: firstStart(device.delayDays.H) };
  const corrected: PanelDevice['startDays'][] = [];
  for (let step = 0; step < START_STEPS; step++) {
    const late = lateOf({ ...device, startDays }, step * START_CAMPAIGNS);
    const moved = (one: 'A' | 'H') =>
      hundredths(startDays[one] - Math.min(START_STRIDE, Math.max(-START_STRIDE, late[one])));
    startDays = { A: moved('A'), H: moved('H') };
    corrected.push(startDays);
  }
  const last = corrected.slice(-START_AVERAGED);
  const average = (one: 'A' | 'H') =>
    hundredths(last.reduce((sum, days) => sum + days[one], 0) / last.length);
  return { A: average('A'), H: average('H') };
}

/** Days by which the delays of campaigns exceed the device's own, on average. */
function lateOf(device: PanelDevice, firstReplication: number): PanelDevice['startDays'] {
  const campaign = new DeviceCampaign(device, {
    seed: 'start',
    warmupWeeks: CAMPAIGN_WARMUP_WEEKS,
    switches: OBSERVED_AS_IN_2010,
  });
  const pooled = emptyPooled()[device.modality];
  const late = { A: 0, H: 0 };
  for (let played = 0; played < START_CAMPAIGNS; played++) {
    const { delayDays } = campaign.play(firstReplication + played, pooled);
    late.A += (delayDays.A - device.delayDays.A) / START_CAMPAIGNS;
    late.H += (delayDays.H - device.delayDays.H) / START_CAMPAIGNS;
  }
  return late;
}

/** A device calibrated by simulation. */
export function calibrateDevice(device: DrawnDevice): PanelDevice {
  const calibrated = { ...device, ...knobsOf(device) };
  return { ...calibrated, startDays: startOf(calibrated) };
}
