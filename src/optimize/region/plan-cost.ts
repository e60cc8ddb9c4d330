/**
 * What a plan costs patients, with the requests that move moved as well as possible. The places of a plan are numbers, so this is a
 * small linear programme. It is written apart from the model that proposes plans, to check it: loads are cut in segments,
 * requests move from one implantation to another, not into and out of each, and what a place draws is reckoned here once more.
 */

import { MODALITIES } from '../../model/vocabulary.ts';
import type { LpBackend, SolveOptions } from '../lp/backend.ts';
import { LpBuilder } from '../lp/builder.ts';
import { isUsable } from '../lp/solution.ts';
import { type Place, piecesOf, placesOf } from './asked.ts';
import { UNITS } from './names.ts';
import { phasesOf, type RegionPhase } from './phases.ts';
import { trifles } from './predicted.ts';
import type { Equity, RegionPlan, RegionProblem } from './problem.ts';

export interface PlanCostAsk {
  readonly equity: Equity;
  /** Whether devices that share an agenda are counted as one queue, as in `RegionAsk`. */
  readonly agendaPooling: boolean;
}

export interface PlanCost {
  /** Patient-days a week over the horizon, counted as the objective of the model. */
  readonly days: number;
  /** What equity measures; null when it measures nothing. */
  readonly measure: number | null;
}

/** Share of the inhabitants that the P80 may leave out. */
const LEFT_OUT = 0.2;

/** A sum of columns that grows as it is written. */
class Terms extends Map<string, number> {
  add(id: string, value: number, sign = 1): this {
    return this.set(id, (this.get(id) ?? 0) + sign * value);
  }
}

interface Row {
  readonly terms: Terms;
  readonly lower: number;
  readonly upper: number;
}

/** The programme under way. */
class Programme {
  readonly problem: RegionProblem;
  readonly plan: RegionPlan;
  readonly ask: PlanCostAsk;
  readonly places: readonly Place[];
  readonly columns = new Map<string, number>();
  readonly rows: Row[] = [];
  readonly days = new Terms();
  constantDays = 0;
  /** When all is open: patient-days and requests by department of residence and modality, minutes beside those of today. */
  readonly waited = new Map<string, Terms>();
  readonly asked = new Terms();
  readonly travel = new Terms();
  minutesNow = 0;

  constructor(problem: RegionProblem, plan: RegionPlan, ask: PlanCostAsk) {
    this.problem = problem;
    this.plan = plan;
    this.ask = ask;
    this.places = placesOf(problem);
    const phases = phasesOf(problem.horizon);
    for (const phase of phases) this.#phase(phase, phase === phases.at(-1));
    const { device, block } = trifles(problem);
    for (const { devices } of plan.additions) this.constantDays += devices * device;
    for (const { blocks } of plan.blocks) this.constantDays += blocks * block;
    this.constantDays += plan.onCall.length * device;
  }

  #column(id: string, upper = Infinity): string {
    this.columns.set(id, upper);
    return id;
  }

  #row(terms: Terms, lower: number, upper: number): void {
    this.rows.push({ terms, lower, upper });
  }

  /** Places and devices added at an implantation, in use in a phase. */
  #added({ of }: Place, phase: RegionPhase): { readonly devices: number; readonly places: number } {
    const wanted = this.plan.additions.find(({ implantation }) => implantation === of.id)?.devices ?? 0;
    const evenings = this.plan.blocks.find(({ implantation }) => implantation === of.id)?.blocks ?? 0;
    const devices = phase.hasDevices ? wanted : 0;
    const possible = phase.hasDevices ? evenings : Math.min(evenings, of.mostBlocks);
    const blocks = phase.hasBlocks ? possible : 0;
    return { devices, places: devices * of.placesPerDevice + blocks * of.placesPerBlock };
  }

  #phase(phase: RegionPhase, isLast: boolean): void {
    const net = new Map(this.places.map((place): [Place, Terms] => [place, new Terms()]));
    const coming = new Map(this.places.map((place): [Place, Map<string, Terms>] => [place, new Map()]));
    for (const place of this.places)
      for (const [from, now] of place.requests) this.#moves(phase, isLast, place, from, now, net, coming);
    for (const place of this.places) {
      this.#drawn(phase, place, coming.get(place)!);
      this.#waiting(phase, isLast, place, net.get(place)!);
    }
    if (!phase.hasBlocks) return;
    for (const { closes, goesTo, minutes, movedPerWeek } of this.problem.onCallPairs)
      if (this.plan.onCall.some((one) => one.closes === closes && one.goesTo === goesTo))
        this.constantDays += (phase.weight * movedPerWeek * minutes * this.problem.travelDaysPerHour) / 60;
  }

  /**
   * Requests of an origin that leave an implantation for one with added places: of every implantation that it asks, the same share.
   */
  #moves(
    phase: RegionPhase,
    isLast: boolean,
    place: Place,
    from: string,
    now: number,
    net: ReadonlyMap<Place, Terms>,
    coming: ReadonlyMap<Place, Map<string, Terms>>,
  ): void {
    const { problem } = this;
    const requests = now * phase.growth[place.of.modality];
    const near = problem.minutes(from, place.of.id);
    if (isLast) {
      this.asked.add(`${from}/${place.of.modality}`, requests);
      this.minutesNow += requests * near;
    }
    const leaving = new Terms();
    for (const target of this.places) {
      if (target.of.modality !== place.of.modality) continue;
      if (this.#added(target, phase).places === 0) continue;
      const id = this.#column(`${phase.id}/${from}/${place.of.id}/${target.of.id}`);
      const longer = problem.minutes(from, target.of.id) - near;
      leaving.add(id, 1);
      net.get(place)!.add(id, 1, -1);
      net.get(target)!.add(id, 1);
      const arrivals = coming.get(target)!;
      arrivals.set(from, (arrivals.get(from) ?? new Terms()).add(id, 1));
      this.days.add(id, (phase.weight * problem.travelDaysPerHour * longer) / 60);
      if (isLast) this.travel.add(id, longer);
    }
    const share = this.#column(`share/${phase.id}/${from}/${place.of.modality}`, 1);
    this.#row(leaving.add(share, requests, -1), 0, 0);
  }

  /** Added places draw so many requests of an origin each, as it makes of a place there, or in the department of a new one. */
  #drawn(phase: RegionPhase, place: Place, coming: ReadonlyMap<string, Terms>): void {
    const { of } = place;
    const isLike = ({ of: one }: Place) =>
      of.isNew ? one.department === of.department && one.modality === of.modality : one.id === of.id;
    let there = 0;
    const asked = new Terms();
    for (const other of this.places.filter((one) => isLike(one))) {
      there += other.of.placesPerWeek;
      for (const [from, now] of other.requests) asked.add(from, now * phase.growth[of.modality]);
    }
    const { places } = this.#added(place, phase);
    if (places === 0) return;
    // The same part for every origin of what all added places would draw.
    const part = this.#column(`part/${phase.id}/${of.id}`, 1);
    const times = there === 0 ? 0 : (this.problem.attraction * places) / there;
    for (const [from, terms] of coming) this.#row(terms.add(part, times * (asked.get(from) ?? 0), -1), 0, 0);
  }

  /** Requests of an implantation cut into segments as wide as a piece times its places: the cheap ones fill first. */
  #waiting(phase: RegionPhase, isLast: boolean, place: Place, net: Terms): void {
    const { problem } = this;
    const { of, scale } = place;
    const added = this.#added(place, phase);
    const places = of.placesPerWeek + added.places;
    const now = place.total * phase.growth[of.modality];
    const devices = of.devices + (this.ask.agendaPooling ? added.devices : 0);
    const cut = new Terms(net);
    piecesOf(problem, of.modality, devices).forEach(({ width, slope }, at) => {
      if (places === 0) return;
      const id = this.#column(`load/${phase.id}/${of.id}/${at}`, (width * places) / scale);
      cut.add(id, 1, -1);
      this.days.add(id, phase.weight * slope);
      if (!isLast) return;
      for (const [from, share] of place.shares) {
        const own = `${from}/${of.modality}`;
        this.waited.set(own, (this.waited.get(own) ?? new Terms()).add(id, share * slope));
      }
    });
    this.#row(cut, -now, -now);
    const unmet = this.#column(`unmet/${phase.id}/${of.id}`);
    const beyond = new Terms([...net].map(([id, value]) => [id, -value])).add(unmet, 1);
    this.days.add(unmet, phase.weight * problem.unmetDays * (1 - problem.bookedElsewhere[of.modality]));
    this.#row(beyond, now - places, Infinity);
  }
}

/** The rows that hold a measure above what it measures, for the departments that count. */
function measureRows(programme: Programme, counted: readonly string[]): readonly Row[] {
  const { asked, waited, travel, minutesNow } = programme;
  if (programme.ask.equity.kind === 'travel') {
    const requests = [...asked.values()].reduce((sum, one) => sum + one, 0);
    return [{ terms: new Terms(travel).add('measure', requests, -1), lower: -Infinity, upper: -minutesNow }];
  }
  return counted
    .flatMap((code) => MODALITIES.map((modality) => `${code}/${modality}`))
    .filter((name) => (asked.get(name) ?? 0) > 0)
    .map((name) => ({
      terms: new Terms(waited.get(name)).add('measure', asked.get(name)!, -1),
      lower: -Infinity,
      upper: 0,
    }));
}

/** One objective minimised, the measure held under a bound. */
async function least(
  programme: Programme,
  objective: 'days' | 'measure',
  counted: readonly string[],
  within: number,
  backend: LpBackend,
  options: SolveOptions,
): Promise<number | null> {
  const builder = new LpBuilder('plan-cost');
  const parts = { label: { en: 'cost of a plan', fr: 'coût d’un plan' }, unit: UNITS.patientDays };
  const hasMeasure = programme.ask.equity.kind !== 'none';
  const [days, measured] = [objective === 'days' ? 1 : 0, objective === 'measure' ? 1 : 0];
  for (const [id, upper] of programme.columns)
    builder.column({ id, ...parts, upper, cost: days * (programme.days.get(id) ?? 0) });
  builder.column({ id: 'measure', ...parts, upper: within, cost: measured });
  builder.constant(days * programme.constantDays);
  const rows = [...programme.rows, ...(hasMeasure ? measureRows(programme, counted) : [])];
  rows.forEach(({ terms, lower, upper }, at) => {
    builder.row({
      id: `row/${at}`,
      ...parts,
      lower,
      upper,
      terms: [...terms].filter(([, value]) => Math.abs(value) > 1e-8),
    });
  });
  const solution = await backend.solve(builder.build(), options);
  return isUsable(solution) && solution.termination === 'optimal' ? solution.objective : null;
}

/** Smallest sets of departments that must count when those left out have one inhabitant in five at most. */
function countedSets(programme: Programme): readonly (readonly string[])[] {
  const { departments } = programme.problem;
  if (programme.ask.equity.kind !== 'p80') return [departments.map(({ code }) => code)];
  const mostOut = LEFT_OUT * departments.reduce((sum, { population }) => sum + population, 0);
  let sets: readonly { readonly counted: readonly string[]; readonly out: number }[] = [
    { counted: [], out: 0 },
  ];
  for (const { code, population } of departments)
    sets = sets.flatMap(({ counted, out }) => [
      { counted: [...counted, code], out },
      ...(out + population <= mostOut ? [{ counted, out: out + population }] : []),
    ]);
  return sets.map(({ counted }) => counted);
}

/**
 * The cost of a plan with the best flows; null when the plan cannot keep what equity asks for. Without a bound, what equity
 * measures comes first and patient-days next, as `solveRegion` has it. Whether the plan keeps its caps and limits is not asked:
 * see `brokenRules`. Each set of departments that the P80 may leave out is tried.
 * @throws {RangeError} when the problem is not sound: see `placesOf` and `phasesOf`.
 */
export async function planCost(
  problem: RegionProblem,
  plan: RegionPlan,
  ask: PlanCostAsk,
  backend: LpBackend,
  options: SolveOptions,
): Promise<PlanCost | null> {
  const programme = new Programme(problem, plan, ask);
  const { equity } = ask;
  const solve = (objective: 'days' | 'measure', counted: readonly string[], within: number) =>
    least(programme, objective, counted, within, backend, options);
  if (equity.kind === 'none') {
    const days = await solve('days', [], Infinity);
    return days === null ? null : { days, measure: null };
  }
  const asked = equity.kind === 'travel' ? equity.mostMinutes : equity.mostDays;
  let best: PlanCost | null = null;
  for (const counted of countedSets(programme)) {
    const reached = await solve('measure', counted, Infinity);
    if (reached === null) continue;
    const within = asked ?? held(reached);
    const days = reached > within ? null : await solve('days', counted, within);
    if (days === null) continue;
    const isBetter =
      best === null ||
      (asked === null && held(reached) < best.measure!) ||
      (days < best.days && (asked !== null || reached <= held(best.measure!)));
    if (isBetter) best = { days, measure: reached };
  }
  return best;
}

const HELD = 1e-5;

/**
 * The bound under which a measure that was reached is held: a hundred-thousandth above it, or above 1.
 * @example held(10) // 10.0001
 */
export const held = (measure: number): number => measure + HELD * Math.max(1, measure);
