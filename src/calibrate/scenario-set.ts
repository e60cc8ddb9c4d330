/**
 * An assumption set of a scenario: one value of each assumed input, and what makes the base give its own numbers back
 * under them. It is data, and `underSet` puts any scenario of the same departments under it.
 */
import { exp, pow } from '../engine/math.ts';
import { openStream } from '../engine/streams.ts';
import { deepFreeze } from '../model/freeze.ts';
import type { Device, Flow, Scenario } from '../model/scenario.ts';
import type { Modality, PatientClass } from '../model/vocabulary.ts';
import type { AssumedInput } from './assumed-inputs.ts';
import { hypercubeColumn } from './assumption-sets.ts';
import { chosenAt, inputPlace, moveField } from './input-fields.ts';

/** The value an input has in a set. */
export interface DrawnInput {
  readonly input: AssumedInput;
  /** In the unit of the input. */
  readonly value: number;
}

/** How many times its demand in the base a flow has under a set; 1 for a flow whose demand is no knob. */
export interface DemandFactor {
  readonly flow: string;
  /** Where it asks first. */
  readonly site: string;
  readonly modality: Modality;
  readonly class: PatientClass;
  readonly factor: number;
}

/** How many times faster the exams of a device are than in the base. */
export interface SpeedFactor {
  readonly device: string;
  readonly site: string;
  readonly modality: Modality;
  readonly factor: number;
}

export interface ScenarioSet {
  readonly inputs: readonly DrawnInput[];
  /** One a flow of the base. */
  readonly demand: readonly DemandFactor[];
  /** One a device of the base. */
  readonly speed: readonly SpeedFactor[];
}

/**
 * Values of a seeded Latin hypercube: each of the `count` equal strips of each range holds exactly one, in an order of
 * its own (McKay, Beckman & Conover 1979); times of patience by their logarithm. An input's values depend on its path,
 * its range and the seed only, not on which other inputs there are: a department alone is drawn as within the whole.
 * @returns one row a set, inputs in their order.
 */
export function drawInputs(
  inputs: readonly AssumedInput[],
  count: number,
  seed: string,
): readonly (readonly DrawnInput[])[] {
  const columns = inputs.map(({ path, range: [low, high], spread }) =>
    hypercubeColumn(count, openStream(seed, 'assumptions', path)).map((u) =>
      spread === 'logarithm' ? low * pow(high / low, u) : low + (high - low) * u,
    ),
  );
  const rows = Array.from({ length: count }, (_, row) =>
    inputs.map((input, column): DrawnInput => ({ input, value: columns[column]![row]! })),
  );
  return deepFreeze(rows);
}

/** A booked flow whose requests can be more or fewer: one that a log replays is what it was. */
export const hasDemandKnob = ({ walkIn, arrivals, accept }: Flow): boolean =>
  !walkIn && arrivals !== 'log' && accept.kind === 'exponential';

/**
 * The set of a scenario with these values, before any simulation: the same diary filled by patients of another patience.
 * While places stay the same, λ·a(d) does, with a(d) = exp(−d/τ) the share that accepts: so λ is multiplied by a ÷ a′.
 * Attendance moves the exams done for the same places, and the speed of exams makes up for it.
 * @param delayDays mean delay of the first place offered by booked flow; absent = not known, the demand stays.
 */
export function firstSet(
  base: Scenario,
  inputs: readonly DrawnInput[],
  delayDays: ReadonlyMap<string, number>,
): ScenarioSet {
  const under = inputs.reduce((so, drawn) => moveInput(so, drawn), base);
  const demand = base.flows.map((flow, rank): DemandFactor => {
    const { id, modality, sites, accept: before } = flow;
    const { accept: after } = under.flows[rank]!;
    const days = delayDays.get(id);
    const isKnob = hasDemandKnob(flow) && before.kind === 'exponential' && after.kind === 'exponential';
    const waited = isKnob && days !== undefined ? Math.max(0, days - before.freeDays) : 0;
    const factor = isKnob ? exp(waited / after.tauDays - waited / before.tauDays) : 1;
    return { flow: id, site: sites[0]!, modality, class: flow.class, factor };
  });
  const speed = base.devices.map(({ id, site, modality }): SpeedFactor => {
    const [before, after] = [attended(base, site, modality), attended(under, site, modality)];
    return { device: id, site, modality, factor: before === 0 ? 1 : after / before };
  });
  return deepFreeze({ inputs, demand, speed });
}

/** Requests a week of the department that would be examined if all were booked, absences counted out. */
function attended({ flows }: Scenario, site: string, modality: Modality): number {
  return flows
    .filter((flow) => flow.sites[0] === site && flow.modality === modality)
    .reduce((sum, { perWeek, walkIn, noShow }) => sum + perWeek * (walkIn ? 1 : 1 - noShow.base), 0);
}

/** Where an input is of, in this scenario: its own places, and those of things the base did not have. */
function moveInput(
  scenario: Scenario,
  { input, value }: DrawnInput,
  known: ReadonlySet<string> | null = null,
): Scenario {
  let moved = scenario;
  for (const path of input.paths) {
    const place = inputPlace(path)!;
    moved = moveField(moved, place.field, chosenAt(place, scenario), input.value, value);
  }
  if (known === null) return moved;
  const isNew = ({ id, modality }: Device | Flow): boolean =>
    !known.has(id) && (input.modality === null || modality === input.modality);
  return moveField(moved, input.field, { device: isNew, flow: isNew }, input.value, value);
}

/**
 * A scenario under an assumption set: the base, a variant of it, what a lever made of it, or some of its departments.
 *
 * Where the scenario has the base's value of an assumed input, it gets the set's. Where it has another one, somebody
 * decided so (start on time, remind patients), and it stays. Demand is multiplied by the flow's factor: a variant that
 * asks 10 % more than its base asks 10 % more than the set's base. So is the speed of devices. A flow or a device that
 * the base does not have follows those of its site, modality and class.
 *
 * A change that is relative (half of the late starts) is applied to the base under the set, not put under it afterwards.
 */
export function underSet(scenario: Scenario, set: ScenarioSet): Scenario {
  const known = new Set([...set.demand.map(({ flow }) => flow), ...set.speed.map(({ device }) => device)]);
  const moved = set.inputs.reduce((so, drawn) => moveInput(so, drawn, known), scenario);
  const values = new Map(
    set.inputs.flatMap(({ input, value }) => input.paths.map((path) => [path, { input, value }] as const)),
  );
  return deepFreeze({
    ...moved,
    flows: moved.flows.map((flow) =>
      flow.walkIn || flow.arrivals === 'log'
        ? flow
        : { ...flow, perWeek: flow.perWeek * demandFactorOf(flow, set) },
    ),
    devices: moved.devices.map((device) => ({ ...device, speed: device.speed * speedFactorOf(device, set) })),
    assumptions: scenario.assumptions.map((one) => {
      const drawn = values.get(one.path);
      return drawn === undefined || drawn.input.value !== one.value ? one : { ...one, value: drawn.value };
    }),
  });
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;

function demandFactorOf(flow: Flow, { demand }: ScenarioSet): number {
  const own = demand.find((one) => one.flow === flow.id);
  if (own !== undefined) return own.factor;
  if (flow.accept.kind !== 'exponential') return 1;
  const like = demand.filter(
    (one) => one.site === flow.sites[0] && one.modality === flow.modality && one.class === flow.class,
  );
  return meanOf(like.map(({ factor }) => factor));
}

function speedFactorOf(device: Device, { speed }: ScenarioSet): number {
  const own = speed.find((one) => one.device === device.id);
  if (own !== undefined) return own.factor;
  const like = speed.filter((one) => one.site === device.site && one.modality === device.modality);
  return meanOf(like.map(({ factor }) => factor));
}

/**
 * A set with its factors multiplied by corrections: logarithms by flow and by device, 0 where none is given.
 * @internal
 */
export function correctedSet(
  set: ScenarioSet,
  demand: ReadonlyMap<string, number>,
  speed: ReadonlyMap<string, number>,
): ScenarioSet {
  return deepFreeze({
    inputs: set.inputs,
    demand: set.demand.map((one) => ({ ...one, factor: one.factor * exp(demand.get(one.flow) ?? 0) })),
    speed: set.speed.map((one) => ({ ...one, factor: one.factor * exp(speed.get(one.device) ?? 0) })),
  });
}

/** What a set is about, for messages: each input's path with its value. */
export function valuesOf(set: ScenarioSet): Readonly<Record<string, number>> {
  return Object.fromEntries(set.inputs.map(({ input, value }) => [input.path, value]));
}
