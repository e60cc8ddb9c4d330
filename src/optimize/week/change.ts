/** One change of the present week that a planner can read and decide: a session opened or closed, a rule of booking changed. */
import type { DayHours } from '../../model/rules/rules.ts';
import type { Label, Scenario } from '../../model/scenario.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { StaffHours } from '../levers/lever.ts';

export const CHANGE_KINDS = ['open', 'close', 'content', 'reserve', 'release', 'slots', 'reading'] as const;
/**
 * `open`: a session more; `close`: a session, or its end, less; `content`: who may use a session; `reserve`: minutes kept
 * for a class; `release`: how many days before they are given free; `slots`: standard slot lengths; `reading`: hours of
 * reading more.
 */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface WeekChange {
  /** `open/irm/tue/1110-1230/A`: unique in a catalogue; letters, digits and `_.:/@+-`. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly site: string;
  /** Null for reading hours, which serve the site. */
  readonly modality: Modality | null;
  /**
   * Devices at which it may be done, alike in everything: as often as there are devices. Empty for what is done once, for a
   * site (reading hours) or a department of several devices (slots).
   */
  readonly devices: readonly string[];
  /** What is done, as a planner would say it, the place included. */
  readonly label: Label;
  /** Hours opened, closed, or read in; null for a rule of booking. */
  readonly hours: DayHours | null;
  /** Of opening, a week: positive when opened, negative when closed, 0 for a rule. */
  readonly openedHours: number;
  /** Staff hours a week it takes; negative where it gives back. */
  readonly staff: StaffHours;
  /** Changes of the same group exclude each other on a device; null: only hours opened that overlap or touch do. */
  readonly group: string | null;
  /** The scenario with it done on one of its devices. Never throws; the same scenario where it can no longer be done there. */
  readonly apply: (scenario: Scenario, device: string) => Scenario;
}

/** A change and how often it is done: once, or on so many of its devices. */
export interface Pick {
  readonly change: WeekChange;
  readonly times: number;
}

/** The number of times a change can be done. */
export const mostOf = ({ devices }: WeekChange): number => Math.max(1, devices.length);

/** The name of a set of changes: equal sets, equal names; empty for the present week. */
export const keyOf = (picks: readonly Pick[]): string =>
  picks
    .map(({ change, times }) => (times === 1 ? change.id : `${change.id}*${times}`))
    .sort()
    .join(' ');
