/** How the model of a region is solved. */
import type { LpBackend } from '../lp/backend.ts';

export interface RegionOptions {
  /** Wall seconds for each solve, above 0. */
  readonly timeLimitSeconds: number;
  /** Share of the patient-days, or of what equity measures, within which the best plan is proved; 1e-5 when left out. */
  readonly relativeGap?: number;
  /**
   * Whether devices that share an agenda are counted as one queue whatever is added (binaries choose the curve of their number).
   * Without, implantations keep the curve of today's number. Nothing to do with on-call hours.
   */
  readonly agendaPooling?: boolean;
}

/** Devices are worth thousandths of what a region waits: a coarser gap would not tell one from another. */
const GAP = 1e-5;

/** Options of one solve, started from a point where there is one and it can be used. */
export const settingsOf = (options: RegionOptions, backend: LpBackend, start: Float64Array | null) => ({
  timeLimitSeconds: options.timeLimitSeconds,
  relativeGap: options.relativeGap ?? GAP,
  ...(start !== null && backend.takesStart ? { start } : {}),
});
