/** A balance as `creneau oqos` gives it: rows with gaps, room and decisions, sums, anomalies, and both readings. */
import { type Balance, balanceRow, type Counter, type Reading, sumOf } from '../model/oqos/balance.ts';
import { EQUIPMENT, type Equipment } from '../model/oqos/equipment.ts';
import type { AuthorisationRequest, PlacedRequest } from '../model/oqos/request.ts';
import type { OqosDocument, OqosRow, OqosTotal, ReadingChange } from '../model/results/oqos.ts';
import { RESULT_VERSION } from '../model/results/results.ts';
import { anomaliesOf } from './anomalies.ts';
import { deviceDecision, oqosRow, roomIn } from './counters.ts';
import { afterAll, orderOfAll } from './grants.ts';

/** What part of a balance is shown; null = all of it. */
export interface Shown {
  readonly equipment: Equipment | null;
  readonly department: string | null;
}

/**
 * The departments where an interventional figure is printed and the two readings of it give another decision, or
 * other places.
 */
export function readingChangesOf(balance: Pick<Balance, 'rows'>): readonly ReadingChange[] {
  return balance.rows.flatMap((row) => {
    if (row.interventional === null) return [];
    const [separate, included] = (['separate', 'included'] as const).map((reading) => {
      const room = roomIn(row, reading);
      return { decision: deviceDecision(room), room };
    });
    if (separate === undefined || included === undefined) return [];
    const isSame =
      separate.room.devices === included.room.devices &&
      separate.room.interventional === included.room.interventional;
    return isSame ? [] : [{ department: row.department, separate, included }];
  });
}

/** The sums of one equipment over departments, beside what the source prints. */
function totalOf(balance: Balance, equipment: Equipment, rows: readonly OqosRow[]): OqosTotal {
  const dedicated = rows.flatMap(({ interventional }): Counter[] =>
    interventional === null ? [] : [interventional],
  );
  const total = (pick: (row: OqosRow) => number) => rows.reduce((sum, row) => sum + pick(row), 0);
  return {
    equipment,
    devices: sumOf(rows.map(({ devices }) => devices)),
    sites: sumOf(rows.map(({ sites }) => sites)),
    interventional: dedicated.length === 0 ? null : sumOf(dedicated),
    printed: balance.totals.find((one) => one.equipment === equipment) ?? null,
    room: {
      devices: total(({ room }) => room.devices),
      sites: total(({ room }) => room.sites),
      interventional: dedicated.length === 0 ? null : total(({ room }) => room.interventional ?? 0),
    },
  };
}

/** What a balance is called, without its rows. */
export const headOf = ({ id, title, region, effective }: Balance): OqosDocument['balance'] => ({
  id,
  title,
  region,
  effective,
});

/**
 * The document of a balance after files are granted in full; null when no order grants them all.
 */
export function oqosDocument(
  balance: Balance,
  grants: readonly PlacedRequest[],
  reading: Reading,
  shown: Shown = { equipment: null, department: null },
): OqosDocument | null {
  const requests: readonly AuthorisationRequest[] = grants.map(({ request }) => request);
  const order = orderOfAll(requests, balance, reading);
  if (order === null) return null;
  const inOrder = order.map((rank) => grants[rank]!);
  const after = afterAll(
    inOrder.map(({ request }) => request),
    balance,
    reading,
  ).balance;
  const isShown = (equipment: Equipment | null) => shown.equipment === null || equipment === shown.equipment;
  const all = after.rows
    .filter(({ equipment }) => isShown(equipment))
    .map((row) => oqosRow(row, reading, balanceRow(balance, row.equipment, row.department)));
  const isHere = (department: string | null) =>
    shown.department === null || department === null || department === shown.department;
  return {
    creneau: RESULT_VERSION,
    command: 'oqos',
    balance: headOf(balance),
    interventional: reading,
    granted: inOrder.map(({ file, request }) => ({ id: request.id, file })),
    rows: all.filter(({ department }) => isHere(department)),
    totals: EQUIPMENT.flatMap((equipment) => {
      const own = all.filter((row) => row.equipment === equipment);
      return own.length === 0 ? [] : [totalOf(balance, equipment, own)];
    }),
    anomalies: anomaliesOf(unprinted(after, balance)).filter(
      ({ equipment, department }) => (equipment === null || isShown(equipment)) && isHere(department),
    ),
    readingChanges: isShown('scanner')
      ? readingChangesOf(after).filter(({ department }) => isHere(department))
      : [],
  };
}

/** What is printed says nothing of counters a grant has moved. */
function unprinted(after: Balance, before: Balance): Balance {
  if (after.rows.every((row) => before.rows.includes(row))) return after;
  const nothing = { devicesGap: null, devicesDecision: null, sitesGap: null, sitesDecision: null };
  const rows = after.rows.map((row) => (before.rows.includes(row) ? row : { ...row, printed: nothing }));
  return { ...after, rows, totals: [] };
}
