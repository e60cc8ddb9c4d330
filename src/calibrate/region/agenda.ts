/** What the one agenda of an implantation gives and is asked, from the devices that share it. */
import { exp } from '../../engine/math.ts';
import { panelValue } from '../panel-parameters.ts';
import { defaultAssumptions } from '../solve.ts';
import type { AgendaDevice, Delays, Implantation } from './implantation.ts';
import { meanSlot, slotPair } from './slots.ts';

export interface Agenda {
  readonly implantation: Implantation;
  /** Acceptance scales, days: the usual ones, longer where waits are long. */
  readonly tauDays: Delays;
  /** Ambulatory appointments a week at its delay. */
  readonly bookings: number;
  /** Requests a week of hospitalised patients at their delay. */
  readonly requestsH: number;
  /** Of patients who come without appointment, by class, by device. */
  readonly inserted: { readonly R: readonly number[]; readonly U: readonly number[] };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** From this delay on an agenda counts as full up to it, and its delay answers to demand by τ days a logarithm. */
const FULL_FROM_DAYS = 2.5;

/**
 * How far an agenda of this delay is full, 0..1: where places are found at once, more requests lengthen nothing.
 * @example fullness(1.25) // 0.5
 */
export const fullness = (delayDays: number): number => Math.min(1, Math.max(0, delayDays / FULL_FROM_DAYS));

/** Requests that accept the delay the device was calibrated at. */
const accepted = ({ knobs, numbers, assumptions }: AgendaDevice, one: 'A' | 'H'): number =>
  knobs.demand[one] * exp(-numbers.delayDays[one] / assumptions.tauDays[one]);

/** Slots stand on the grid: a little longer or shorter than calibrated, the places of a week as many fewer or more. */
const onGrid = ({ knobs }: AgendaDevice): number => knobs.slotMinutes / meanSlot(slotPair(knobs.slotMinutes));

/**
 * The agenda of an implantation: appointments of its devices together, and the requests of hospitalised patients for which
 * as many are booked as in the panel, at the delay it is to have.
 */
export function agendaOf(implantation: Implantation): Agenda {
  const { devices, delayDays, modality } = implantation;
  const usual = defaultAssumptions(modality).tauDays;
  const tau = (one: 'A' | 'H') => Math.max(usual[one], panelValue('patience-per-delay') * delayDays[one]);
  const tauDays = { A: tau('A'), H: tau('H') };
  return {
    implantation,
    tauDays,
    bookings: sum(devices.map((device) => accepted(device, 'A') * onGrid(device))),
    requestsH: sum(devices.map((device) => accepted(device, 'H'))) / exp(-delayDays.H / tauDays.H),
    inserted: {
      R: devices.map(({ knobs }) => knobs.demand.R),
      U: devices.map(({ knobs }) => knobs.demand.U),
    },
  };
}
