/** The flat record of one passage: the whole output contract of the engine. Made only when asked for. */
import type { PatientClass } from '../model/vocabulary.ts';
import type { Outcome } from './tally.ts';

/** One request from its first second to its last; times in seconds since Monday 00:00 of week 0, null = never. */
export interface PassageRecord {
  readonly replication: number;
  readonly week: number;
  readonly site: string;
  readonly device: string | null;
  readonly modality: string;
  readonly flow: string;
  readonly class: PatientClass;
  readonly examType: string;
  /** −1: booked before the run (initial backlog). */
  readonly requested: number;
  /** Day of the first offer that was accepted or declined, from day 0. */
  readonly offeredDate: number | null;
  readonly appointment: number | null;
  /** Place in the vacation (5-minute unit from its start, or rank in its list). */
  readonly position: number | null;
  readonly arrival: number | null;
  readonly prepStart: number | null;
  readonly prepEnd: number | null;
  readonly roomIn: number | null;
  readonly roomOut: number | null;
  readonly reported: number | null;
  readonly outcome: Outcome | 'booked' | 'waiting' | 'in-room';
  readonly vacation: string | null;
}

export const RECORD_COLUMNS = [
  'replication',
  'week',
  'site',
  'device',
  'modality',
  'flow',
  'class',
  'examType',
  'requested',
  'offeredDate',
  'appointment',
  'position',
  'arrival',
  'prepStart',
  'prepEnd',
  'roomIn',
  'roomOut',
  'reported',
  'outcome',
  'vacation',
] as const satisfies readonly (keyof PassageRecord)[];

export type RecordSink = (record: PassageRecord) => void;
