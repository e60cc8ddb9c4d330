/** The document of `creneau oqos`, as printed by `--json`: a balance, the room it leaves, and what is odd in it. */
import type { BalanceRow, Counter, Decision, PrintedTotal, Reading } from '../oqos/balance.ts';
import type { Equipment } from '../oqos/equipment.ts';
import type { Label } from '../scenario.ts';
import type { RESULT_VERSION } from './results.ts';

/** Places left, never below zero. */
export interface Room {
  /** For devices that are not interventional scanners. */
  readonly devices: number;
  readonly sites: number;
  /** Null where the balance has no interventional figure. */
  readonly interventional: number | null;
}

export interface OqosRow extends BalanceRow {
  readonly devicesGap: number;
  readonly sitesGap: number;
  readonly interventionalGap: number | null;
  readonly room: Room;
  readonly devicesDecision: Decision;
  readonly sitesDecision: 'yes' | 'no';
  /** True when a grant has moved one of its counters: what the source printed holds no more. */
  readonly isChanged: boolean;
}

/** Sums over departments; they decide nothing. */
export interface OqosTotal {
  readonly equipment: Equipment;
  readonly devices: Counter;
  readonly sites: Counter;
  readonly interventional: Counter | null;
  readonly printed: PrintedTotal | null;
  /** Places, department by department, added up. */
  readonly room: Room;
}

export const ANOMALIES = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'A8',
  'A9',
  'A10',
  'A11',
  'A12',
  'A13',
  'A14',
  'B1',
  'B2',
  'B3',
  'B4',
  'B5',
] as const;
export type AnomalyId = (typeof ANOMALIES)[number];

/** Something odd in a balance: listed with its figures, never smoothed. */
export interface Anomaly {
  readonly id: AnomalyId;
  readonly equipment: Equipment | null;
  readonly department: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A department where the two readings of the parentheses do not give the same. */
export interface ReadingChange {
  readonly department: string;
  readonly separate: { readonly decision: Decision; readonly room: Room };
  readonly included: { readonly decision: Decision; readonly room: Room };
}

export interface OqosDocument {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'oqos';
  readonly balance: {
    readonly id: string;
    readonly title: Label;
    readonly region: Label;
    readonly effective: string | null;
  };
  readonly interventional: Reading;
  /** Files granted before what follows was counted, in an order in which each was receivable. */
  readonly granted: readonly { readonly id: string; readonly file: string }[];
  readonly rows: readonly OqosRow[];
  readonly totals: readonly OqosTotal[];
  readonly anomalies: readonly Anomaly[];
  readonly readingChanges: readonly ReadingChange[];
}
