/** Demand corrected by what a simulation of the region shows. */
import { exp, ln } from '../../engine/math.ts';
import { shownShare } from '../reference.ts';
import { type Agenda, fullness } from './agenda.ts';
import type { ObservedQueue, ObservedRegion } from './observe.ts';

/** Part of a gap that one correction closes: the rest may be chance. */
const STRIDE = 0.8;
/** Largest change of demand at a time, in logarithm. */
const MOST = 0.25;

/** Weeks of the simulation, and those of them left out. */
export interface CorrectionRun {
  readonly weeks: number;
  readonly warmupWeeks: number;
}

/**
 * Factor by which the demand of a queue should change for its delay to become the one wanted. At equilibrium
 * λ·exp(−d/τ) = c, so a gap of one day is 1/τ of demand; requests that happened to be more than expected have lengthened
 * the delay by as much (a control variate), and a short run shows only part of what is to come.
 */
export function correction(
  queue: ObservedQueue | undefined,
  wantedDays: number,
  tauDays: number,
  { weeks, warmupWeeks }: CorrectionRun,
): number {
  const full = fullness(wantedDays);
  if (queue === undefined || Number.isNaN(queue.medianDays) || full === 0) return 1;
  const answer = tauDays * full;
  const shown = Math.max(0.3, shownShare(answer, 7 * warmupWeeks, 7 * weeks));
  const chance = queue.requests > 0 && queue.expected > 0 ? ln(queue.requests / queue.expected) : 0;
  const gap = (wantedDays - queue.medianDays) / shown + answer * chance;
  return exp(Math.min(MOST, Math.max(-MOST, (STRIDE * full * gap) / tauDays)));
}

/** Factors of the agendas, those of one class times what a simulation asks for. */
export const corrected = (
  agendas: readonly Agenda[],
  factors: readonly number[],
  one: 'A' | 'H',
  seen: ObservedRegion,
  run: CorrectionRun,
): readonly number[] =>
  agendas.map(
    ({ implantation: { id, delayDays }, tauDays }, rank) =>
      factors[rank]! * correction(seen.get(`${id}/${one}`), delayDays[one], tauDays[one], run),
  );
