/** A drawn device as calibration sees it, and the scenario of a calibrated one. */

import type { Quantiles } from '../model/benchmark/benchmark.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Modality, PatientClass } from '../model/vocabulary.ts';
import type { DrawnDevice } from './panel-draw.ts';
import { latentOf } from './panel-latent.ts';
import { panelValue } from './panel-parameters.ts';
import { MIX_PRESETS, plainWeek, type ScheduledVacation, type SiteNumbers } from './site-numbers.ts';
import { type Knobs, rawSiteScenario, type SiteAssumptions, siteScenario } from './site-scenario.ts';
import { defaultAssumptions, impliedPassages } from './solve.ts';

/** A device whose knobs are known. */
export interface PanelDevice extends DrawnDevice {
  readonly knobs: Knobs;
  /** Delays up to which its agendas are filled at the start of a campaign, days: found for its delays to come back. */
  readonly startDays: { readonly A: number; readonly H: number };
  /** Whether its numbers come back within the tolerances of calibration. */
  readonly hasConverged: boolean;
}

const DAY_MINUTES = 1440;
const OPENS_AT = 8 * 60;
const WEEKDAYS = 5;
const DAYS_A_WEEK = 7;
const SUNDAY = 6;

/**
 * Emergency vacations beside a scheduled week: all of 08:00 to the end of the staffed day where the device is for
 * emergencies, else so many minutes after the scheduled hours of weekdays, what goes past midnight on Sunday from 08:00.
 */
export function emergencyWeek(
  week: readonly ScheduledVacation[],
  minutes: number,
  isForEmergencies: boolean,
): readonly ScheduledVacation[] {
  const endOf = (day: number) => week.find((one) => one.day === day)?.toMinutes ?? OPENS_AT;
  if (isForEmergencies) {
    const closes = Math.min(DAY_MINUTES, OPENS_AT + panelValue('emergency-devices-hours') * 60);
    return Array.from({ length: DAYS_A_WEEK }, (_, day) => ({
      day,
      fromMinutes: endOf(day),
      toMinutes: closes,
    })).filter(({ fromMinutes, toMinutes }) => toMinutes > fromMinutes);
  }
  let left = minutes;
  const found: ScheduledVacation[] = [];
  const take = (day: number, wanted: number): void => {
    const from = endOf(day);
    const own = Math.min(wanted, DAY_MINUTES - from);
    if (own <= 0) return;
    found.push({ day, fromMinutes: from, toMinutes: from + own });
    left -= own;
  };
  for (let day = 0; day < WEEKDAYS; day++) take(day, Math.ceil(left / (WEEKDAYS - day)));
  if (left > 0) take(SUNDAY, left);
  return found;
}

/** Passages of a device for emergencies: a share of U of its own, the others in their usual proportion. */
function mixOf({
  modality,
  siteType,
  isForEmergencies,
}: DrawnDevice): Readonly<Record<PatientClass, number>> {
  const usual = MIX_PRESETS[modality][siteType];
  if (!isForEmergencies) return usual;
  const U = panelValue('emergency-devices-U');
  const others = (1 - U) / (1 - usual.U);
  return { A: usual.A * others, H: usual.H * others, R: usual.R * others, U };
}

const latent = new Map<Modality, Readonly<Record<PatientClass, Quantiles>>>();
/** Durations as they were; found once. */
function durationsOf(modality: Modality): Readonly<Record<PatientClass, Quantiles>> {
  const known = latent.get(modality) ?? latentOf(modality);
  latent.set(modality, known);
  return known;
}

/**
 * Where the search of a start begins: an agenda is filled to the first working day not before it, on average this much
 * later. Calibration keeps it, since its start is long past.
 */
export const START_LEAD_DAYS = 0.75;
/** Delay up to which an agenda is filled at first, to a hundredth of a day. */
export const firstStart = (delayDays: number): number =>
  Math.max(0, Math.round((delayDays - START_LEAD_DAYS) * 100) / 100);

/**
 * The numbers a device is calibrated on.
 * @param startDays delays up to which its agendas are filled at the start.
 */
export function numbersOf(
  device: DrawnDevice,
  startDays: PanelDevice['startDays'] = {
    A: firstStart(device.delayDays.A),
    H: firstStart(device.delayDays.H),
  },
): SiteNumbers {
  const openingHours = device.openingMinutes / 60;
  const week = plainWeek(openingHours);
  const numbers = {
    modality: device.modality,
    siteType: device.siteType,
    openingHours,
    mix: mixOf(device),
    delayDays: device.delayDays,
    occupancy: device.occupancy,
    week,
    extras: {
      isOnCall: device.isOnCall,
      emergency: emergencyWeek(week, device.emergencyMinutes, device.isForEmergencies),
      durations: durationsOf(device.modality),
      backlogDays: startDays,
    },
    passagesPerWeek: 0,
  };
  return { ...numbers, passagesPerWeek: impliedPassages(numbers, week) };
}

/**
 * Assumed inputs of a device: the defaults, with lost minutes shortened where they would take more than
 * `lost-share-most` of the idle time, and patience lengthened to `patience-per-delay` of a long delay.
 */
export function assumptionsOf(numbers: SiteNumbers): SiteAssumptions {
  const usual = defaultAssumptions(numbers.modality);
  const week = numbers.week ?? [];
  const opening = numbers.openingHours * 60;
  const lost =
    usual.changeoverMinutes * numbers.passagesPerWeek +
    (usual.lateStartMinutes + usual.earlyEndMinutes) * week.length;
  const room = panelValue('lost-share-most') * (1 - numbers.occupancy) * opening;
  const scale = Math.min(1, room / lost);
  const patience = (one: 'A' | 'H') =>
    Math.max(usual.tauDays[one], panelValue('patience-per-delay') * numbers.delayDays[one]);
  return {
    tauDays: { A: patience('A'), H: patience('H') },
    noShow: usual.noShow,
    changeoverMinutes: usual.changeoverMinutes * scale,
    lateStartMinutes: usual.lateStartMinutes * scale,
    earlyEndMinutes: usual.earlyEndMinutes * scale,
  };
}

/** Weeks of a campaign played, and those before them that are not observed. */
export interface CampaignRun {
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly seed: string;
}

/** The scenario of a calibrated device. */
export function deviceScenario(device: PanelDevice, { weeks, warmupWeeks, seed }: CampaignRun): Scenario {
  const numbers = numbersOf(device, device.startDays);
  const run = { weeks: weeks + warmupWeeks, warmupWeeks, seed };
  return siteScenario(
    rawSiteScenario(numbers, numbers.week ?? [], device.knobs, assumptionsOf(numbers), run),
  );
}
