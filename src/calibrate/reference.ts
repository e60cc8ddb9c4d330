/** The numbers of a base that every assumption set gives back, and how far a set is from them. */
import { exp, ln } from '../engine/math.ts';
import { deepFreeze } from '../model/freeze.ts';
import type { FitRow, Indicator, SimulationResult } from '../model/results/results.ts';
import type { Flow, Scenario } from '../model/scenario.ts';
import { REPRODUCED } from './assumption-sets.ts';
import { hasDemandKnob, type ScenarioSet, underSet } from './scenario-set.ts';

/** Plays a scenario with its own run settings: in this thread, or on worker threads. */
export type Simulate = (scenario: Scenario) => Promise<SimulationResult>;

/** A booked flow, its sites together. */
export interface FlowReference {
  readonly flow: string;
  /** How far ahead agendas are full when a run begins. */
  readonly startDays: number;
  /** Mean days to the first place offered, to be given back. */
  readonly delayDays: number;
  /**
   * How its delay answers to demand, 0..1: 1 where the agenda is full up to the delay (dd ÷ d ln λ = τ), 0 where places
   * are found at once whatever the demand.
   */
  readonly fullness: number;
}

/** What sets are recalibrated to, and how they are played for it. */
export interface ReferenceNumbers {
  readonly flows: readonly FlowReference[];
  /** Exam time ÷ scheduled opening to give back, 0..1. */
  readonly devices: readonly { readonly device: string; readonly occupancy: number }[];
  /** The run in which base and sets are compared: the same weeks, the same random numbers. */
  readonly run: ReferenceRun;
}

export type ReferenceRun = Scenario['run'] & { readonly warmupWeeks: number };

/** How far a set is from one of the numbers. */
export interface Gap {
  readonly kind: 'delay' | 'occupancy';
  /** The flow, or the device. */
  readonly id: string;
  /** Days, or 0..1. */
  readonly wanted: number;
  readonly found: number;
  /** 1 = as far as still counts as reproduced. */
  readonly size: number;
  /** Change of the logarithm of its knob (demand, or speed) that should close it; 0 when it has none. */
  readonly step: number;
}

const estimated = (indicator: Indicator | undefined): number | null =>
  indicator === undefined || indicator === null || indicator === 'unstable' ? null : indicator.mean;

/** The mean over the measured weeks of a flow's first available delay, days; null where nothing was probed. */
function delayOf({ id, sites }: Flow, { weekly, warmupWeeks }: SimulationResult): number | null {
  const names = sites.length === 1 ? [id] : sites.map((site) => `${id}@${site}`);
  const days = names
    .flatMap((name) => weekly[name]?.slice(warmupWeeks) ?? [])
    .filter((mean): mean is number => mean !== null);
  return days.length === 0 ? null : days.reduce((sum, one) => sum + one, 0) / days.length;
}

/**
 * How many more requests than expected a run happened to have, in logarithm, by flow: those of one diary (site, modality,
 * class and owner) together. It is most of the noise of a mean delay, and known: at equilibrium λ·a(d) = c, so d moves by
 * τ times it (a control variate; Law 2015, section 11.4). 0 where the expected number is not plain.
 */
function chanceOf(
  scenario: Scenario,
  { books, weeks, replications }: SimulationResult,
): (flow: Flow) => number {
  const keyOf = ({ sites, modality, class: one, owner }: Flow) =>
    JSON.stringify([sites[0], modality, one, owner]);
  const sums = new Map<string, { made: number; expected: number }>();
  for (const flow of scenario.flows) {
    const { id, arrivals, growthPerYear, schoolHolidayFactor, perWeek } = flow;
    if (flow.walkIn || arrivals !== 'poisson' || growthPerYear !== 0 || schoolHolidayFactor !== 1) continue;
    const made = books.filter((one) => one.flow === id).reduce((sum, one) => sum + one.in.requested, 0);
    const before = sums.get(keyOf(flow)) ?? { made: 0, expected: 0 };
    const expected = before.expected + perWeek * weeks * replications;
    sums.set(keyOf(flow), { made: before.made + made, expected });
  }
  return (flow) => {
    const sum = sums.get(keyOf(flow));
    return sum === undefined || sum.made === 0 || sum.expected === 0 ? 0 : ln(sum.made / sum.expected);
  };
}

const tauOf = ({ accept }: Flow): number => (accept.kind === 'exponential' ? accept.tauDays : 0);

/** Flows whose delay drifts for as long as the run: it is no number to give back. */
const unstableFlows = ({ unstable }: SimulationResult): ReadonlySet<string> =>
  new Set(unstable.flatMap(({ flows }) => flows));

const isOf = (row: FitRow, number: string): boolean => row.number === number;

/** What the site says of a number, where the base does not give it back: the gap, else 0. */
function saidElse(rows: readonly FitRow[], number: string): number {
  const row = rows.find((one) => isOf(one, number));
  const simulated = estimated(row?.simulated);
  return row === undefined || row.ok || simulated === null ? 0 : row.observed - simulated;
}

/**
 * A run of a scenario that begins with agendas full up to the delays they should keep, so that what moves them away is
 * the scenario.
 */
function begunAt(scenario: Scenario, startDays: ReadonlyMap<string, number>, run: ReferenceRun): Scenario {
  return {
    ...scenario,
    run,
    flows: scenario.flows.map((flow) => {
      const days = startDays.get(flow.id);
      return days === undefined ? flow : { ...flow, backlog: { kind: 'delay', days } };
    }),
  };
}

/**
 * The numbers that sets of this base have to give back: its own, which stand for the observed ones to the last digit
 * where the base reproduces them. Where the scenario states an observed number that the base does not reproduce, the
 * number observed counts. They are measured in the very run that sets are judged in, begun at the base's settled delays:
 * so whatever that run has of its own (luck, closures, a log) is in both.
 * @param result of the base in its own run, with a warm-up after which its delays have settled.
 * @param run of the sets.
 */
export async function referenceNumbers(
  base: Scenario,
  result: SimulationResult,
  run: ReferenceRun,
  simulate: Simulate,
): Promise<ReferenceNumbers> {
  const drifting = unstableFlows(result);
  const settled = base.flows.flatMap((flow) => {
    const days = delayOf(flow, result);
    return flow.walkIn || days === null || drifting.has(flow.id) ? [] : [{ flow, days }];
  });
  const startDays = new Map(settled.map(({ flow, days }) => [flow.id, days]));
  const played = await simulate(begunAt(base, startDays, run));
  const pushed = await simulate(begunAt(moreAsked(base), startDays, run));
  const rowsOf = (site: string, modality: string) =>
    result.fit.filter((row) => row.site === site && row.modality === modality);
  const chance = chanceOf(base, played);
  const flows = settled.flatMap(({ flow, days }): readonly FlowReference[] => {
    const fullness = fullnessOf(flow, played, pushed);
    const found = settledDelay(flow, { startDays: days, fullness }, chance(flow), played);
    if (found === null) return [];
    const said = saidElse(rowsOf(flow.sites[0]!, flow.modality), `delay.${flow.class}`);
    const [startDays, delayDays] = [Math.max(0, days + said), Math.max(0, found + said)];
    return [{ flow: flow.id, startDays, delayDays, fullness }];
  });
  const devices = base.devices.flatMap(({ id, site, modality }) => {
    const occupancy = estimated(played.devices[id]?.occupancy.scheduled);
    if (occupancy === null) return [];
    return [{ device: id, occupancy: occupancy + saidElse(rowsOf(site, modality), 'occupancy') }];
  });
  return deepFreeze({ flows, devices, run });
}

/** How much more is asked to see what delays answer, in logarithm. */
const PUSH = 0.05;

const moreAsked = (base: Scenario): Scenario => ({
  ...base,
  flows: base.flows.map((flow) =>
    hasDemandKnob(flow) ? { ...flow, perWeek: flow.perWeek * exp(PUSH) } : flow,
  ),
});

function fullnessOf(flow: Flow, played: SimulationResult, pushed: SimulationResult): number {
  const [before, after] = [delayOf(flow, played), delayOf(flow, pushed)];
  const tau = tauOf(flow);
  if (before === null || after === null || tau === 0) return 0;
  const whole = shownShare(tau, 7 * played.warmupWeeks, 7 * played.weeks) * tau * PUSH;
  return Math.min(1, Math.max(0, (after - before) / whole));
}

/** The run in which a set is judged: the base under it, begun at the reference. */
export function startAtReference(
  base: Scenario,
  set: ScenarioSet,
  { flows, run }: ReferenceNumbers,
): Scenario {
  return begunAt(underSet(base, set), new Map(flows.map((one) => [one.flow, one.startDays])), run);
}

/**
 * Share of a change of equilibrium that the mean delay of a run shows, which begins before it: an agenda relaxes as
 * 1 − exp(−t/τ), here in the mean from the end of the warm-up to the end of the run.
 * @example shownShare(30, 0, 30) // 0.36787944117144233
 */
export function shownShare(tauDays: number, warmupDays: number, days: number): number {
  const tail = exp(-warmupDays / tauDays) - exp(-days / tauDays);
  return 1 - (tauDays * tail) / (days - warmupDays);
}

/** The delay a flow would settle at, from a run begun at another one; null where nothing was probed. */
function settledDelay(
  flow: Flow,
  { startDays, fullness }: Pick<FlowReference, 'startDays' | 'fullness'>,
  chance: number,
  result: SimulationResult,
): number | null {
  const days = delayOf(flow, result);
  const answer = tauOf(flow) * fullness;
  if (days === null || answer === 0) return days;
  const shown = shownShare(answer, 7 * result.warmupWeeks, 7 * result.weeks);
  return startDays + (days - startDays) / shown - answer * chance;
}

/** Agendas less full than this are not moved by demand: the requests that are booked stay as many, and that is all. */
const LEAST_FULLNESS = 0.15;
/** A delay so near is left alone: to move it would only disturb the flows it shares places with. */
const LEFT_ALONE_DAYS = 0.125;

/**
 * Change of the logarithm of a flow's demand that should close its gap, that of a full agenda. Where it is not full more
 * would be needed, but what more is asked then goes to the delays of others first.
 */
function demandStep(flow: Flow, { delayDays, fullness }: FlowReference, found: number): number {
  const gap = delayDays - found;
  const isMoved = hasDemandKnob(flow) && fullness >= LEAST_FULLNESS && Math.abs(gap) > LEFT_ALONE_DAYS;
  return isMoved ? gap / tauOf(flow) : 0;
}

/** The gaps of a run begun at the reference (`startAtReference`), one for each number the run is about. */
export function gapsOf(
  reference: ReferenceNumbers,
  scenario: Scenario,
  result: SimulationResult,
): readonly Gap[] {
  const chance = chanceOf(scenario, result);
  const delays = reference.flows.flatMap((one): readonly Gap[] => {
    const { flow: id, delayDays: wanted } = one;
    const flow = scenario.flows.find((flow) => flow.id === id);
    const found = flow === undefined ? null : settledDelay(flow, one, chance(flow), result);
    if (flow === undefined || found === null) return [];
    const step = demandStep(flow, one, found);
    return [
      { kind: 'delay', id, wanted, found, size: Math.abs(found - wanted) / REPRODUCED.delayDays, step },
    ];
  });
  const occupancies = reference.devices.flatMap(({ device: id, occupancy: wanted }): readonly Gap[] => {
    const found = estimated(result.devices[id]?.occupancy.scheduled);
    if (found === null) return [];
    const size = Math.abs(found - wanted) / REPRODUCED.occupancy;
    const step = found > 0 && wanted > 0 ? ln(found / wanted) : 0;
    return [{ kind: 'occupancy', id, wanted, found, size, step }];
  });
  return [...delays, ...occupancies];
}
