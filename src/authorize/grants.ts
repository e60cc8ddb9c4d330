/**
 * Files that compete: which of them can all be granted. Their order of filing does not count (L. 6122-9), so a set is
 * compatible when its files can be granted one after the other in some order, each receivable in full at its turn.
 */
import { type Balance, balanceRow, type Reading } from '../model/oqos/balance.ts';
import type { AuthorisationRequest } from '../model/oqos/request.ts';
import type { Competition } from '../model/results/authorize.ts';
import { type GrantState, granted, judge2020 } from './rules-2020.ts';

/** The most files compared on the same counters: their sets are counted one by one. */
export const MOST_COMPETING = 12;

/**
 * The counters a request draws on or gives back to, as `equipment department`.
 */
export function zonesOf({ equipment, department, from, kind }: AuthorisationRequest): readonly string[] {
  if (kind === 'renewal' || kind === 'replacement') return [];
  const zones = [department, from?.department ?? department];
  return [...new Set(zones)].map((zone) => `${equipment} ${zone}`);
}

/** Only the rows some files touch: sets of files are many. */
function nearby(balance: Balance, requests: readonly AuthorisationRequest[]): Balance {
  const zones = new Set(requests.flatMap(zonesOf));
  return {
    ...balance,
    rows: balance.rows.filter(({ equipment, department }) => zones.has(`${equipment} ${department}`)),
  };
}

/** A set of files by its bits, the state after them and an order in which each was receivable. */
interface Reached {
  readonly state: GrantState;
  readonly order: readonly number[];
}

/**
 * Every set of files that can be granted together, by its bits; an order for each. A set is reached from one with a
 * file less, so that all orders are covered without being listed.
 * @throws RangeError above `MOST_COMPETING` files.
 */
export function compatibleSets(
  requests: readonly AuthorisationRequest[],
  balance: Balance,
  reading: Reading,
): ReadonlyMap<number, readonly number[]> {
  if (requests.length > MOST_COMPETING) throw new RangeError(`more than ${MOST_COMPETING} files`);
  const reached = new Map<number, Reached>([
    [0, { state: { balance: nearby(balance, requests), used: [] }, order: [] }],
  ]);
  const sets = 2 ** requests.length;
  for (let set = 0; set < sets; set++) {
    const here = reached.get(set);
    if (here === undefined) continue;
    requests.forEach((request, rank) => {
      const next = set | (1 << rank);
      if (next === set || reached.has(next)) return;
      if (judge2020(request, here.state, reading).verdict !== 'receivable') return;
      const state = granted(here.state, request, request.devices, reading);
      reached.set(next, { state, order: [...here.order, rank] });
    });
  }
  return new Map([...reached].map(([set, { order }]) => [set, order]));
}

/**
 * The sets that no other compatible set holds: larger ones first, then in the order of the files.
 */
export function maximalSets(sets: Iterable<number>): readonly number[] {
  const all = [...sets];
  const size = (set: number): number => set.toString(2).replaceAll('0', '').length;
  return all
    .filter((set) => !all.some((other) => other !== set && (other & set) === set))
    .toSorted((a, b) => size(b) - size(a) || a - b);
}

/**
 * The state after files are granted in full, in the order given.
 */
export function afterAll(
  requests: readonly AuthorisationRequest[],
  balance: Balance,
  reading: Reading,
): GrantState {
  return requests.reduce<GrantState>((state, request) => granted(state, request, request.devices, reading), {
    balance,
    used: [],
  });
}

/** Files in groups that share a counter, directly or through others; files that count nowhere are in none. */
export function competingGroups(
  requests: readonly AuthorisationRequest[],
): readonly (readonly AuthorisationRequest[])[] {
  const groups: AuthorisationRequest[][] = [];
  for (const request of requests) {
    const zones = zonesOf(request);
    if (zones.length === 0) continue;
    const met = groups.filter((group) =>
      group.some((one) => zonesOf(one).some((zone) => zones.includes(zone))),
    );
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push([...met.flat(), request]);
  }
  return groups.map((group) => group.toSorted((a, b) => requests.indexOf(a) - requests.indexOf(b)));
}

/**
 * The competitions among files: those that share counters, two at least.
 */
export function competitionsOf(
  requests: readonly AuthorisationRequest[],
  balance: Balance,
  reading: Reading,
): readonly Competition[] {
  return competingGroups(requests)
    .filter((group) => group.length > 1)
    .map((group) => {
      const sets = compatibleSets(group, balance, reading);
      return {
        equipment: group[0]!.equipment,
        departments: [
          ...new Set(group.flatMap(({ department, from }) => [department, from?.department ?? department])),
        ],
        requests: group.map(({ id }) => id),
        maximalSets: maximalSets(sets.keys()).map((set) => {
          const order = sets.get(set) ?? [];
          const state = afterAll(
            order.map((rank) => group[rank]!),
            balance,
            reading,
          );
          return {
            granted: group.filter((_, rank) => order.includes(rank)).map(({ id }) => id),
            others: group
              .filter((_, rank) => !order.includes(rank))
              .map((request) => ({ id: request.id, outcome: judge2020(request, state, reading) })),
          };
        }),
      };
    });
}

/**
 * An order in which all these files can be granted in full, as ranks; null when there is none.
 */
export function orderOfAll(
  requests: readonly AuthorisationRequest[],
  balance: Balance,
  reading: Reading,
): readonly number[] | null {
  const ranks: number[] = [];
  for (const group of competingGroups(requests)) {
    const order = compatibleSets(group, balance, reading).get(2 ** group.length - 1);
    if (order === undefined) return null;
    ranks.push(...order.map((rank) => requests.indexOf(group[rank]!)));
  }
  const outside = requests.flatMap((request, rank) => (zonesOf(request).length === 0 ? [rank] : []));
  return [...ranks, ...outside];
}

/**
 * True when the balance has the counters a request asks for.
 */
export const isInBalance = (balance: Balance, { equipment, department }: AuthorisationRequest): boolean =>
  balanceRow(balance, equipment, department) !== null;
