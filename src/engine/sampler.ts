/** A duration ready to be drawn: a constant (no random number is used), or a compiled law. */
import type { Law } from '../model/law.ts';
import { compileLaw, drawSeconds, type LawTable } from './laws/table.ts';
import { openStream } from './streams.ts';

export interface Sampler {
  /** Whole seconds when `table` is null. */
  readonly constant: number;
  readonly table: LawTable | null;
}

export type Stream = () => number;

/** Tables kept from one plan to the next: some ten megabytes. */
const TABLES_MOST = 256;
const tables = new Map<string, LawTable>();

/**
 * The table of a law, by its content. The last ones are kept, oldest dropped first: variants of one scenario have most
 * laws in common, and compiling them would take longer than playing a year.
 */
function tableOf(law: Law, content: string): LawTable {
  const known = tables.get(content);
  const table = known ?? compileLaw(law);
  tables.delete(content);
  tables.set(content, table);
  if (tables.size > TABLES_MOST) tables.delete(tables.keys().next().value!);
  return table;
}

/** Samplers by the content of their law, so that a thousand equal devices share one table. */
export class SamplerCache {
  readonly #constants = new Map<number, Sampler>();
  readonly #byLaw = new Map<Law, Sampler>();
  readonly #byContent = new Map<string, Sampler>();

  of(law: Law): Sampler {
    if (law.law === 'deterministic') return this.#constant(Math.round(law.value));
    const known = this.#byLaw.get(law);
    if (known !== undefined) return known;
    const content = JSON.stringify(law);
    let sampler = this.#byContent.get(content);
    if (sampler === undefined) {
      sampler = { constant: 0, table: tableOf(law, content) };
      this.#byContent.set(content, sampler);
    }
    this.#byLaw.set(law, sampler);
    return sampler;
  }

  #constant(seconds: number): Sampler {
    let sampler = this.#constants.get(seconds);
    if (sampler === undefined) {
      sampler = { constant: seconds, table: null };
      this.#constants.set(seconds, sampler);
    }
    return sampler;
  }
}

const unused: Stream = () => 0;

/** The stream of a purpose, opened only when some sampler draws from it. */
export function streamFor(samplers: readonly (Sampler | null)[], seed: string, ...names: string[]): Stream {
  return samplers.some((sampler) => sampler !== null && sampler.table !== null)
    ? openStream(seed, ...names)
    : unused;
}

/** True when a sampler turns a random number into its duration. */
export function isDrawn(sampler: Sampler): boolean {
  return sampler.table !== null;
}

/** Whole seconds at a uniform draw made earlier. */
export function at(sampler: Sampler, u: number): number {
  return sampler.table === null ? sampler.constant : drawSeconds(sampler.table, u);
}

/** Whole seconds drawn; a constant leaves the stream untouched. */
export function draw(sampler: Sampler, stream: Stream): number {
  return sampler.table === null ? sampler.constant : drawSeconds(sampler.table, stream());
}
