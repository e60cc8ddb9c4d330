/** The devices of one modality at one site as a region is made of them: one agenda, one delay for each class. */
import type { Modality } from '../../model/vocabulary.ts';
import { assumptionsOf, numbersOf, type PanelDevice } from '../panel-device.ts';
import type { SiteNumbers } from '../site-numbers.ts';
import type { Knobs, SiteAssumptions } from '../site-scenario.ts';

/** A device with all that calibration knows of it. */
export interface AgendaDevice {
  readonly id: string;
  readonly numbers: SiteNumbers;
  readonly knobs: Knobs;
  readonly assumptions: SiteAssumptions;
}

export interface Delays {
  readonly A: number;
  readonly H: number;
}

export interface Implantation {
  /** `site/modality`. */
  readonly id: string;
  readonly site: string;
  /** Code. */
  readonly department: string;
  readonly modality: Modality;
  readonly devices: readonly AgendaDevice[];
  /** Earliest appointment its one agenda is to offer, days. */
  readonly delayDays: Delays;
}

/** A device of the panel under an id of its own. */
export function agendaDevice(device: PanelDevice, id: string): AgendaDevice {
  const numbers = numbersOf(device);
  return { id, numbers, knobs: device.knobs, assumptions: assumptionsOf(numbers) };
}

/**
 * A list in random order (Fisher and Yates).
 * @param draw numbers in [0, 1).
 */
export function shuffled<T>(list: readonly T[], draw: () => number): readonly T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
