/** What is odd in a balance, recomputed from its counts and printed cells: listed with figures, never smoothed. */
import { type Balance, type BalanceRow, type Counter, gapOf, roomOf, sumOf } from '../model/oqos/balance.ts';
import { parseDecision } from '../model/oqos/balance-cells.ts';
import { EQUIPMENT, type Equipment } from '../model/oqos/equipment.ts';
import type { Anomaly, AnomalyId } from '../model/results/oqos.ts';
import { deviceDecision, roomIn } from './counters.ts';

type Values = Anomaly['values'];
type Odd = Readonly<Partial<Record<AnomalyId, Values>>>;

/** The figure in parentheses of a printed gap; null where there is none. */
const inParentheses = (printed: string | null): string | null =>
  /\(([^)]*)\)/.exec(printed ?? '')?.[1]?.trim() ?? null;
/** The main figure of a printed gap. */
const mainFigure = (printed: string | null): string => (printed ?? '').replace(/\(.*/, '').trim();

const isUnsigned = (figure: string): boolean => /^\d+$/.test(figure) && figure !== '0';

/** Counters against their bounds. */
function boundsOf({ devices, sites, interventional }: BalanceRow): Odd {
  const [over, overSites] = [gapOf(devices), gapOf(sites)];
  const roomDedicated = interventional === null ? 0 : roomOf(interventional);
  const both = {
    devices: devices.current,
    devicesHigh: devices.high,
    sites: sites.current,
    sitesHigh: sites.high,
  };
  const isBelow = devices.current < devices.low || sites.current < sites.low;
  return {
    ...(over > 0 && roomDedicated > 0
      ? { A2: { devices: devices.current, high: devices.high, room: roomDedicated, siteRoom: roomOf(sites) } }
      : {}),
    ...(interventional !== null && interventional.current < interventional.low
      ? { A3: { current: interventional.current, low: interventional.low } }
      : {}),
    ...(over > 0 && roomDedicated === 0 ? { A4: both } : {}),
    ...(overSites > 0 && over <= 0 ? { A5: both } : {}),
    ...(isBelow
      ? {
          A6: {
            devices: devices.current,
            devicesLow: devices.low,
            sites: sites.current,
            sitesLow: sites.low,
          },
        }
      : {}),
  };
}

/** Places of devices and of sites that do not go together. */
function placesOf(row: BalanceRow): Odd {
  const { devices, sites } = row;
  const [room, siteRoom] = [roomOf(devices), roomOf(sites)];
  const roomDedicated = row.interventional === null ? 0 : roomOf(row.interventional);
  if (room === 0 && roomDedicated === 0 && siteRoom > 0)
    return { A7: { siteRoom, devices: devices.current, high: devices.high } };
  if (room > 0 && siteRoom === 0) return { A8: { room, sites: sites.current, high: sites.high } };
  return room > 0 && siteRoom > room ? { A9: { room, siteRoom } } : {};
}

/** Signs of what is printed, and printed cells the counts do not give. */
function printedOf(row: BalanceRow): Odd {
  const { printed, devices, sites, interventional } = row;
  const inner = inParentheses(printed.devicesGap);
  const isInnerOdd = interventional !== null && inner !== null && /^\d+$/.test(inner);
  const main = mainFigure(printed.devicesGap);
  const unsigned = [
    ...(gapOf(devices) > 0 && isUnsigned(main) ? [main] : []),
    ...(gapOf(sites) > 0 && isUnsigned(printed.sitesGap ?? '') ? [printed.sitesGap ?? ''] : []),
  ];
  const differs = (figure: string, counter: Counter): boolean =>
    figure !== '' && Number(figure.replace('−', '-').replace(/\s/g, '')) !== gapOf(counter);
  const wrong = [
    ...(differs(main, devices) ? [{ printed: main, gap: gapOf(devices) }] : []),
    ...(differs(printed.sitesGap ?? '', sites)
      ? [{ printed: printed.sitesGap ?? '', gap: gapOf(sites) }]
      : []),
  ];
  return {
    ...(isInnerOdd && interventional !== null
      ? { A1: { printed: printed.devicesGap ?? '', gap: gapOf(interventional) } }
      : {}),
    ...(unsigned.length > 0 ? { B5: { printed: unsigned.join(', ') } } : {}),
    ...(wrong[0] === undefined ? {} : { B1: wrong[0] }),
    ...decisionOdd(row),
  };
}

function decisionOdd(row: BalanceRow): Odd {
  const { devicesDecision, sitesDecision } = row.printed;
  const room = roomIn(row, 'separate');
  const expected = { yes: 'yes', no: 'no', 'interventional-only': 'only' } as const;
  const isWrong = (printed: string | null, decision: 'yes' | 'no' | 'only') =>
    printed !== null && parseDecision(printed.trim()) !== decision;
  if (isWrong(devicesDecision, expected[deviceDecision(room)]))
    return { B2: { printed: devicesDecision ?? '', gap: gapOf(row.devices) } };
  return isWrong(sitesDecision, room.sites > 0 ? 'yes' : 'no')
    ? { B2: { printed: sitesDecision ?? '', gap: gapOf(row.sites) } }
    : {};
}

const isFrozen = ({ low, high }: Counter): boolean => low === high && high > 0;

function ofRow(row: BalanceRow): readonly Anomaly[] {
  const { equipment, department, devices, sites } = row;
  const odd: Odd = {
    ...boundsOf(row),
    ...placesOf(row),
    ...printedOf(row),
    ...(isFrozen(devices) && isFrozen(sites) ? { B4: { devices: devices.high, sites: sites.high } } : {}),
  };
  return Object.entries(odd).map(([id, values]) => ({
    id: id as AnomalyId,
    equipment,
    department,
    values: values as Values,
  }));
}

/** Net gaps that hide places, and totals that are not the sums. */
function ofEquipment(balance: Balance, equipment: Equipment): readonly Anomaly[] {
  const rows = balance.rows.filter((row) => row.equipment === equipment);
  if (rows.length === 0) return [];
  const tell = (id: AnomalyId, values: Values): Anomaly => ({ id, equipment, department: null, values });
  const found: Anomaly[] = [];
  for (const counter of ['devices', 'sites'] as const) {
    const own = rows.map((row) => row[counter]);
    const net = gapOf(sumOf(own));
    const room = own.map(roomOf).reduce((total, one) => total + one, 0);
    if (-net !== room) found.push(tell('A10', { counter, net, room }));
    const { current, low } = sumOf(own);
    if (current < low) found.push(tell('A11', { counter, current, low }));
  }
  const dedicated = rows.flatMap(({ interventional }) => (interventional === null ? [] : [interventional]));
  if (dedicated.length > 0) found.push(tell('A14', { departments: dedicated.length }));
  const printed = balance.totals.find((total) => total.equipment === equipment);
  if (printed === undefined) return found;
  for (const counter of ['devices', 'sites', 'interventional'] as const) {
    const sums = sumOf(rows.flatMap((row) => row[counter] ?? []));
    for (const bound of ['current', 'low', 'high'] as const) {
      const value = printed[counter]?.[bound] ?? sums[bound];
      if (value !== sums[bound]) found.push(tell('B3', { counter, bound, printed: value, sum: sums[bound] }));
    }
  }
  return found;
}

/** Two things seen in the document itself; its counts can neither show nor deny them. */
const OF_DOCUMENT: readonly Anomaly[] = Object.freeze([
  { id: 'A12', equipment: null, department: null, values: {} },
  { id: 'A13', equipment: 'gamma-camera', department: null, values: {} },
]);

/**
 * Every anomaly of a balance: A1 to A14 are those noted when the balance of May 2020 was transcribed, B1 to B5 further
 * ones (printed gap, decision or total that the counts do not give; bounds that allow no change; a missing plus sign).
 * All but A12 and A13 are recomputed.
 */
export function anomaliesOf(balance: Balance): readonly Anomaly[] {
  const order = (id: AnomalyId): number => Number(id.slice(1)) + (id.startsWith('B') ? 100 : 0);
  return [
    ...balance.rows.flatMap(ofRow),
    ...EQUIPMENT.flatMap((equipment) => ofEquipment(balance, equipment)),
    ...(balance.isEmbedded ? OF_DOCUMENT : []),
  ].toSorted((a, b) => order(a.id) - order(b.id));
}
