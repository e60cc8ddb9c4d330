/** The counters of a row: the places they leave under each reading of the parentheses, and what a grant moves. */
import {
  type Balance,
  type BalanceRow,
  balanceRow,
  type Counter,
  type Decision,
  gapOf,
  type Reading,
  roomOf,
} from '../model/oqos/balance.ts';
import type { AuthorisationRequest } from '../model/oqos/request.ts';
import type { OqosRow, Room } from '../model/results/oqos.ts';

const minus = (all: Counter, part: Counter): Counter => ({
  current: all.current - part.current,
  low: all.low - part.low,
  high: all.high - part.high,
});

/**
 * The scanners that are not interventional when the parentheses are part of the main figure; the main figure itself
 * when they are beside it, or where there are none.
 * @example diagnosticOf({ devices: { current: 35, low: 32, high: 36 }, interventional: { current: 1, low: 1, high: 2 } }, 'included').high // 34
 */
export function diagnosticOf(
  { devices, interventional }: Pick<BalanceRow, 'devices' | 'interventional'>,
  reading: Reading,
): Counter {
  return reading === 'included' && interventional !== null ? minus(devices, interventional) : devices;
}

/**
 * Places left in a row. Included reading: a place is one of its own part and of the whole. Source: the balance
 * (gap = current − high), domain reading of the parentheses (deduced).
 * @example roomIn({ devices: { current: 35, low: 32, high: 36 }, sites: { current: 27, low: 26, high: 29 }, interventional: { current: 1, low: 1, high: 2 } }, 'included') // { devices: 0, sites: 2, interventional: 1 }
 */
export function roomIn(
  row: Pick<BalanceRow, 'devices' | 'sites' | 'interventional'>,
  reading: Reading,
): Room {
  const { devices, sites, interventional } = row;
  const whole = roomOf(devices);
  const dedicated = interventional === null ? null : roomOf(interventional);
  const isIncluded = reading === 'included' && dedicated !== null;
  return {
    devices: isIncluded ? Math.min(whole, roomOf(diagnosticOf(row, reading))) : whole,
    sites: roomOf(sites),
    interventional: isIncluded ? Math.min(whole, dedicated) : dedicated,
  };
}

/**
 * Whether new devices are receivable in a row: yes where a place is left, for interventional scanners only where
 * theirs is the only one, else no. Source: the printed decisions.
 * @example deviceDecision({ devices: 0, sites: 0, interventional: 1 }) // 'interventional-only'
 */
export function deviceDecision({ devices, interventional }: Room): Decision {
  if (devices > 0) return 'yes';
  return (interventional ?? 0) > 0 ? 'interventional-only' : 'no';
}

/** What a granted request adds to the counters of one department; negative where it takes away. */
export interface Movement {
  readonly department: string;
  readonly devices: number;
  readonly sites: number;
  readonly interventional: number;
}

/**
 * What granting so many devices of a request moves. A renewal or a replacement moves nothing.
 * @param count devices granted, from 0 to what is asked.
 */
export function movementsOf(
  request: AuthorisationRequest,
  count: number,
  reading: Reading,
): readonly Movement[] {
  const { department, kind, isInterventional, from } = request;
  if (count === 0) return [];
  const dedicated = isInterventional ? count : 0;
  const main = isInterventional && reading === 'separate' ? 0 : count;
  const none = { devices: 0, sites: 0, interventional: 0 };
  switch (kind) {
    case 'new-device-new-site':
      return [{ department, devices: main, sites: 1, interventional: dedicated }];
    case 'new-device-existing-site':
      return [{ department, devices: main, sites: 0, interventional: dedicated }];
    case 'moved-device': {
      const origin = from?.department ?? department;
      const closed = from?.siteCloses === true ? 1 : 0;
      if (origin === department) return [{ ...none, department, sites: 1 - closed }];
      return [
        { department, devices: main, sites: 1, interventional: dedicated },
        { department: origin, devices: 0 - main, sites: 0 - closed, interventional: 0 - dedicated },
      ];
    }
    default:
      return [];
  }
}

const shifted = (counter: Counter, by: number): Counter => ({ ...counter, current: counter.current + by });

/**
 * A balance with counters moved; its bounds, and what its source printed, stay.
 */
export function movedBalance(
  balance: Balance,
  moves: readonly (Movement & Pick<BalanceRow, 'equipment'>)[],
): Balance {
  const rows = balance.rows.map((row) => {
    const own = moves.filter((one) => one.equipment === row.equipment && one.department === row.department);
    if (own.length === 0) return row;
    const by = (pick: (one: Movement) => number) => own.reduce((sum, one) => sum + pick(one), 0);
    return {
      ...row,
      devices: shifted(
        row.devices,
        by((one) => one.devices),
      ),
      sites: shifted(
        row.sites,
        by((one) => one.sites),
      ),
      interventional:
        row.interventional === null
          ? null
          : shifted(
              row.interventional,
              by((one) => one.interventional),
            ),
    };
  });
  return { ...balance, rows };
}

/** A request and how many of its devices are granted. */
export interface Grant {
  readonly request: AuthorisationRequest;
  readonly devices: number;
}

/**
 * A balance after grants; the counters alone, whatever was receivable.
 */
export function balanceAfter(balance: Balance, grants: readonly Grant[], reading: Reading): Balance {
  return movedBalance(
    balance,
    grants.flatMap(({ request, devices }) =>
      movementsOf(request, devices, reading).map((move) => ({ ...move, equipment: request.equipment })),
    ),
  );
}

/**
 * A row with its gaps, room and decisions.
 * @param before the row as its source printed it, to tell whether a grant has changed it.
 */
export function oqosRow(row: BalanceRow, reading: Reading, before: BalanceRow | null = row): OqosRow {
  const room = roomIn(row, reading);
  const isSame = (a: Counter | null, b: Counter | null | undefined) => a?.current === b?.current;
  return {
    ...row,
    devicesGap: gapOf(row.devices),
    sitesGap: gapOf(row.sites),
    interventionalGap: row.interventional === null ? null : gapOf(row.interventional),
    room,
    devicesDecision: deviceDecision(room),
    sitesDecision: room.sites > 0 ? 'yes' : 'no',
    isChanged: !(
      isSame(row.devices, before?.devices) &&
      isSame(row.sites, before?.sites) &&
      isSame(row.interventional, before?.interventional)
    ),
  };
}

/** The rows of a balance for some departments, each beside what it was. */
export function rowsOf(
  balance: Balance,
  before: Balance,
  request: Pick<AuthorisationRequest, 'equipment'>,
  departments: readonly string[],
  reading: Reading,
): readonly OqosRow[] {
  return departments.flatMap((department) => {
    const row = balanceRow(balance, request.equipment, department);
    return row === null ? [] : [oqosRow(row, reading, balanceRow(before, request.equipment, department))];
  });
}
