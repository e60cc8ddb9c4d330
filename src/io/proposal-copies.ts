/** Devices written once with a `count`, of which only some change: written out one by one. */
import type { Scenario } from '../model/scenario.ts';
import type { ScenarioInput } from '../model/schema/schema.ts';

type DeviceInput = ScenarioInput['devices'][number];
type Mapping = Readonly<Record<string, unknown>>;

/** A scenario file in which every device that differs from its copies stands alone. */
export interface SplitScenario {
  readonly written: unknown;
  readonly input: ScenarioInput;
  /** False when nothing had to be written out. */
  readonly isSplit: boolean;
  /** The id a device has in the file. */
  readonly writtenId: (device: string) => string;
}

const copiesOf = ({ id, count = 1 }: DeviceInput): readonly string[] =>
  count === 1 ? [id] : Array.from({ length: count }, (_, copy) => `${id}-${copy + 1}`);

/** What a proposal may change of a device. */
const partOf = (scenario: Scenario, id: string): string => {
  const device = scenario.devices.find((one) => one.id === id);
  return JSON.stringify([device?.week, device?.slotSeconds, device?.slotSecondsByExam]);
};

/** The file as it must be so that each of its devices is one week and one set of slots of the proposed scenario. */
export function splitCopies(
  { written, input }: { readonly written: unknown; readonly input: ScenarioInput },
  proposed: Scenario,
): SplitScenario {
  const isTorn = (device: DeviceInput) =>
    new Set(copiesOf(device).map((id) => partOf(proposed, id))).size > 1;
  const torn = new Map(input.devices.filter(isTorn).map((device) => [device.id, copiesOf(device)]));
  const writtenIds = new Map(
    input.devices.flatMap((device) =>
      copiesOf(device).map((id): [string, string] => [id, torn.has(device.id) ? id : device.id]),
    ),
  );
  const writtenId = (device: string): string => writtenIds.get(device) ?? device;
  if (torn.size === 0) return { written, input, isSplit: false, writtenId };
  const devices = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
    list.flatMap((device) => {
      const copies = torn.get(device.id);
      if (copies === undefined) return [device];
      const { count: _count, ...own } = device as T & { readonly count?: number; readonly pool?: string };
      return copies.map((id) => ({ ...own, id, pool: own.pool ?? device.id }) as unknown as T);
    });
  const flows = (list: readonly Mapping[]): readonly Mapping[] =>
    list.map((flow) =>
      flow.devices === undefined ? flow : { ...flow, devices: namedOneByOne(flow.devices, torn) },
    );
  const raw = written as Mapping & {
    readonly devices: readonly DeviceInput[];
    readonly flows: readonly Mapping[];
  };
  return {
    written: { ...raw, devices: devices(raw.devices), flows: flows(raw.flows) },
    input: {
      ...input,
      devices: [...devices(input.devices)],
      flows: flows(input.flows as unknown as readonly Mapping[]) as unknown as ScenarioInput['flows'],
    },
    isSplit: true,
    writtenId,
  };
}

/** Devices a flow names, with their shares of walk-ins: those of a count one by one, each its part. */
function namedOneByOne(named: unknown, torn: ReadonlyMap<string, readonly string[]>): unknown {
  const shares: readonly (readonly [string, number])[] = Array.isArray(named)
    ? named.map((id) => [String(id), 1] as const)
    : Object.entries(named as Readonly<Record<string, number>>);
  return Object.fromEntries(
    shares.flatMap(([id, share]) => {
      const copies = torn.get(id) ?? [id];
      return copies.map((one): [string, number] => [one, share / copies.length]);
    }),
  );
}
