/** Sites that exist: what is wrong with them, and their devices calibrated on what is known. */

import { ln } from '../../engine/math.ts';
import { type Balance, balanceRow } from '../../model/oqos/balance.ts';
import type { Modality } from '../../model/vocabulary.ts';
import { MODALITIES } from '../../model/vocabulary.ts';
import { assumptionsOf, numbersOf, type PanelDevice } from '../panel-device.ts';
import type { DrawnDevice } from '../panel-draw.ts';
import { calibrateSite, impliedPassages, type SolveOptions } from '../solve.ts';
import type { AgendaDevice } from './implantation.ts';
import type { RealDevice, RealSite } from './request.ts';

export const EQUIPMENT_OF = Object.freeze({ ct: 'scanner', mri: 'mri' } as const);

/** What a balance counts of a modality in a department. */
export interface Counted {
  readonly devices: number;
  readonly implantations: number;
  /** Beside the devices. */
  readonly interventional: number;
}

/** Null where the balance has no such row. */
export function countedIn(balance: Balance, department: string, modality: Modality): Counted | null {
  const row = balanceRow(balance, EQUIPMENT_OF[modality], department);
  return row === null
    ? null
    : {
        devices: row.devices.current,
        implantations: row.sites.current,
        interventional: row.interventional?.current ?? 0,
      };
}

/** Real sites that do not fit into the balance. */
export interface RealSitesFault {
  /**
   * More devices or implantations than counted; or so many of the one that what is left of the other could not be: a
   * device without a site, or a site without a device.
   */
  readonly kind: 'no-row' | 'devices' | 'implantations' | 'rest';
  readonly department: string;
  readonly modality: Modality;
  readonly count: number;
  readonly limit: number;
}

/** Everything in which real sites contradict what the balance counts, department by department. */
export function realSitesFaults(balance: Balance, sites: readonly RealSite[]): readonly RealSitesFault[] {
  const departments = [...new Set(sites.map(({ department }) => department))];
  return departments.flatMap((department) =>
    MODALITIES.flatMap((modality): readonly RealSitesFault[] => {
      const own = realCount(sites, department, modality);
      if (own.devices === 0) return [];
      const counted = countedIn(balance, department, modality);
      const at = { department, modality };
      if (counted === null) return [{ kind: 'no-row', ...at, count: own.devices, limit: 0 }];
      const { devices, implantations } = counted;
      if (own.devices > devices) return [{ kind: 'devices', ...at, count: own.devices, limit: devices }];
      if (own.implantations > implantations)
        return [{ kind: 'implantations', ...at, count: own.implantations, limit: implantations }];
      const [left, sitesLeft] = [devices - own.devices, implantations - own.implantations];
      return left < sitesLeft || (sitesLeft === 0 && left > 0)
        ? [{ kind: 'rest', ...at, count: left, limit: sitesLeft }]
        : [];
    }),
  );
}

/** Devices and implantations that real sites bring. */
export function realCount(
  sites: readonly RealSite[],
  department: string,
  modality: Modality,
): { readonly devices: number; readonly implantations: number } {
  const own = sites
    .filter((site) => site.department === department)
    .map(({ devices }) => devices.filter((device) => device.modality === modality).length);
  return {
    devices: own.reduce((sum, count) => sum + count, 0),
    implantations: own.filter((count) => count > 0).length,
  };
}

/** One tenth of the hours, of occupancy or of passages, or a quarter of a delay, counts as one step apart. */
const distances = (known: RealDevice, device: PanelDevice, passages: number): readonly number[] => {
  const ratio = (a: number, b: number, step: number) => ln(Math.max(0.01, a) / Math.max(0.01, b)) / step;
  const { openingHours, passagesPerWeek, occupancy, delayDays } = known;
  return [
    openingHours === null ? 0 : ratio(openingHours, device.openingMinutes / 60, 0.1),
    occupancy === null ? 0 : ratio(occupancy, device.occupancy, 0.1),
    passagesPerWeek === null ? 0 : ratio(passagesPerWeek, passages, 0.1),
    delayDays.A === null ? 0 : ratio(delayDays.A + 1, device.delayDays.A + 1, 0.25),
    delayDays.H === null ? 0 : ratio(delayDays.H + 1, device.delayDays.H + 1, 0.25),
  ];
};

/** The device of the panel nearest to what is known of one, the first of equals. */
export function nearestPanelDevice(known: RealDevice, panel: readonly PanelDevice[]): PanelDevice {
  let best: PanelDevice | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const device of panel) {
    if (device.modality !== known.modality) continue;
    const apart = distances(known, device, numbersOf(device).passagesPerWeek);
    const sum = apart.reduce((all, one) => all + one * one, 0);
    if (sum < least) [best, least] = [device, sum];
  }
  if (best === null) throw new RangeError(`no device of ${known.modality} in the panel`);
  return best;
}

/** Highest occupancy that passages may imply. */
const MOST_OCCUPANCY = 0.98;

/** What is known of a device, completed by the panel device nearest to it. */
export function completedDevice(known: RealDevice, nearest: PanelDevice): DrawnDevice {
  const A = known.delayDays.A ?? nearest.delayDays.A;
  const drawn: DrawnDevice = {
    ...nearest,
    id: known.id,
    openingMinutes:
      known.openingHours === null ? nearest.openingMinutes : Math.round(known.openingHours * 60),
    occupancy: known.occupancy ?? nearest.occupancy,
    delayDays: { A, H: known.delayDays.H ?? Math.min(A, nearest.delayDays.H) },
  };
  if (known.occupancy !== null || known.passagesPerWeek === null) return drawn;
  const full = numbersOf({ ...drawn, occupancy: 1 });
  const occupancy = known.passagesPerWeek / impliedPassages(full, full.week ?? []);
  return { ...drawn, occupancy: Math.min(MOST_OCCUPANCY, occupancy) };
}

const isKnown = ({ openingHours, passagesPerWeek, occupancy, delayDays }: RealDevice): boolean =>
  [openingHours, passagesPerWeek, occupancy, delayDays.A, delayDays.H].some((one) => one !== null);

/** As `creneau init` does, in shorter runs: what is left is corrected with the whole region. */
const SOLVE: Omit<SolveOptions, 'seed'> = Object.freeze({
  weeks: 26,
  warmupWeeks: 4,
  replications: 2,
  mostSteps: 10,
});

/** A real device whose known numbers come back by simulation; one of which nothing is known is the panel's nearest. */
export function calibratedDevice(
  known: RealDevice,
  panel: readonly PanelDevice[],
  seed: string,
): AgendaDevice {
  const nearest = nearestPanelDevice(known, panel);
  const numbers = numbersOf(completedDevice(known, nearest));
  const assumptions = assumptionsOf(numbers);
  if (!isKnown(known)) return { id: known.id, numbers, assumptions, knobs: nearest.knobs };
  const { knobs } = calibrateSite(numbers, assumptions, { ...SOLVE, seed: `${seed}/${known.id}` });
  return { id: known.id, numbers, assumptions, knobs };
}
