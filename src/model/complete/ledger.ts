/** What completing a scenario remembers: every number not simply stated, with range, source and how it is known. */

import type { Law } from '../law.ts';
import type { Assumption, Label, LoggedRequest } from '../scenario.ts';
import type { LawField } from '../schema/law.ts';
import type { Default } from './defaults.ts';

/** Requests read from log files, by flow id. */
export type Logs = ReadonlyMap<string, readonly LoggedRequest[]>;

/** Collects what was taken from the defaults and what the file itself declares with evidence. */
export class Ledger {
  readonly #byPath = new Map<string, Assumption>();

  /** Everything remembered, once a path. */
  entries(): readonly Assumption[] {
    return [...this.#byPath.values()];
  }

  /** The value of a default, remembered under `path`; `show` gives the number to print and its unit. */
  take<T>(path: string, unit: string, fallback: Default<T>, show: (value: T) => number): T {
    this.#byPath.set(path, {
      path,
      value: show(fallback.value),
      unit,
      range: fallback.range,
      status: fallback.status,
      source: fallback.source,
      from: 'defaults',
    });
    return fallback.value;
  }

  /** A value written in the file; remembered when it carries evidence or a range. */
  note(
    path: string,
    unit: string,
    value: number,
    evidence: {
      status?: 'measured' | 'calibrated' | 'assumed' | undefined;
      source?: string | undefined;
      range?: readonly [number, number] | undefined;
    },
  ): void {
    if (evidence.status === undefined && evidence.source === undefined && evidence.range === undefined)
      return;
    const source = evidence.source ?? '';
    this.#byPath.set(path, {
      path,
      value,
      unit,
      range: evidence.range ?? null,
      status: evidence.status ?? 'assumed',
      source: { en: source, fr: source },
      from: 'file',
    });
  }

  /** The law of a field, or its default. */
  law(path: string, field: LawField | undefined, fallback: Default<Law>): Law {
    return field === undefined ? this.take(path, 'min', fallback, typicalMinutes) : this.stated(path, field);
  }

  /** The law a file states, remembered when it carries evidence. */
  stated(path: string, field: LawField): Law {
    const range = field.range?.map((seconds) => seconds / 60) as [number, number] | undefined;
    this.note(path, 'min', typicalMinutes(field.law), { ...field, range });
    return field.law;
  }
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + value * weights[index]!, 0) / total;
}

/** The one number that stands for a law in a list of assumptions: its median or mean, in minutes. */
export function typicalMinutes(law: Law): number {
  switch (law.law) {
    case 'deterministic':
      return law.value / 60;
    case 'jqpd-s':
    case 'jqpd-b':
      return law.p50 / 60;
    case 'uniform':
      return (law.min + law.max) / 120;
    case 'empirical':
      return weightedMean(law.values, law.weights) / 60;
    default:
      return law.mean / 60;
  }
}

export const labelOf = (text: string | Label | undefined, fallback: string): Label =>
  typeof text === 'object' ? text : { en: text ?? fallback, fr: text ?? fallback };

/** The exam type of flows that name none. */
export const genericExam = (modality: string) => `any-${modality}`;
