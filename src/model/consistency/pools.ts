/** Devices of a pool share one queue: what belongs to the queue is the same for all of them. */

import type { Finding } from '../finding.ts';
import { scenarioError } from '../scenario-codes.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { type DeviceInput, expandedIds } from './shape.ts';

/** Devices one room may have. */
const MOST_DEVICES = 20;

/** What the queue has, not the device. */
const SHARED = [
  'order',
  'waiting-places',
  'closed-room',
  'end-of-vacation',
  'preparation',
] as const satisfies readonly (keyof DeviceInput)[];

type Member = { readonly device: DeviceInput; readonly index: number };

function pools(input: ScenarioInput): ReadonlyMap<string, readonly Member[]> {
  const members = new Map<string, Member[]>();
  input.devices.forEach((device, index) => {
    const name = device.pool ?? device.id;
    members.set(name, [...(members.get(name) ?? []), { device, index }]);
  });
  return members;
}

const eachPool = (
  input: ScenarioInput,
  check: (pool: string, first: Member, others: readonly Member[]) => Finding[],
): Finding[] => [...pools(input)].flatMap(([pool, [first, ...others]]) => check(pool, first!, others));

/**
 * The devices of a pool are at one site and of one modality.
 * @example checkPoolPlace({ devices: [{ id: 'a', pool: 'p', site: 'x' }, { id: 'b', pool: 'p', site: 'y' }] })[0].code // 'pool-split'
 */
export function checkPoolPlace(input: ScenarioInput): Finding[] {
  return eachPool(input, (pool, first, others) =>
    others
      .filter(({ device }) => device.site !== first.device.site || device.modality !== first.device.modality)
      .map(({ device, index }) =>
        scenarioError('pool-split', { pool, device: device.id, other: first.device.id }, [
          'devices',
          index,
          'pool',
        ]),
      ),
  );
}

/**
 * The devices of a pool say the same of what they share.
 * @example checkPoolShares({ devices: [{ id: 'a', pool: 'p' }, { id: 'b', pool: 'p', 'waiting-places': 3 }] })[0].code // 'pool-differs'
 */
export function checkPoolShares(input: ScenarioInput): Finding[] {
  return eachPool(input, (pool, first, others) =>
    others.flatMap(({ device, index }) =>
      SHARED.filter((field) => JSON.stringify(device[field]) !== JSON.stringify(first.device[field])).map(
        (field) =>
          scenarioError('pool-differs', { pool, device: device.id, other: first.device.id, field }, [
            'devices',
            index,
            field,
          ]),
      ),
    ),
  );
}

/**
 * A pool has at most 20 devices, copies included.
 * @example checkPoolSize({ devices: [{ id: 'irm', count: 21 }] })[0].code // 'pool-too-large'
 */
export function checkPoolSize(input: ScenarioInput): Finding[] {
  return eachPool(input, (pool, first, others) => {
    const count = [first, ...others].reduce((sum, { device }) => sum + expandedIds(device).length, 0);
    if (count <= MOST_DEVICES) return [];
    const last = others.at(-1) ?? first;
    return [scenarioError('pool-too-large', { pool, count, limit: MOST_DEVICES }, ['devices', last.index])];
  });
}
