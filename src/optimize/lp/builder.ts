/** Builds a model row by row, and refuses at once all that would be silently wrong in a solver. */
import type { Label } from '../../model/scenario.ts';
import type { Described, LpColumn, LpModel, LpRow, LpScope, Owner } from './model.ts';

interface DescribedSpec {
  readonly id: string;
  readonly label: Label;
  readonly unit: Label;
  readonly scope?: LpScope;
  /** `rule` when left out. */
  readonly owner?: Owner;
  readonly upper?: number;
  /** Makes its bounds relaxable, at so much a unit; left out: they must hold. */
  readonly penalty?: number;
}

export interface ColumnSpec extends DescribedSpec {
  /** 0 when left out. */
  readonly lower?: number;
  readonly cost?: number;
  readonly isInteger?: boolean;
}

export interface RowSpec extends DescribedSpec {
  /** −Infinity when left out. */
  readonly lower?: number;
  readonly terms: Iterable<readonly [column: string, coefficient: number]>;
}

export type ModelFaultCode =
  | 'name-form'
  | 'name-twice'
  | 'unknown-column'
  | 'term-twice'
  | 'not-a-number'
  | 'number-too-large'
  | 'number-too-small'
  | 'bounds-crossed'
  | 'law-relaxable'
  | 'penalty-not-positive'
  | 'no-column';

/** What is wrong with a row or column, with the value that is. */
export interface ModelFault {
  readonly code: ModelFaultCode;
  /** Id of the row or column. */
  readonly of: string;
  readonly value: string | number;
}

/** A model that cannot be meant; its maker is to be corrected, not its reader told. */
export class LpModelError extends Error {
  override readonly name = 'LpModelError';
  readonly faults: readonly ModelFault[];

  constructor(model: string, faults: readonly ModelFault[]) {
    super(`${model}: ${faults.map(({ code, of, value }) => `${code} ${of} ${value}`).join('; ')}`);
    this.faults = Object.freeze([...faults]);
  }
}

/** Letters, digits and `_.:/@+-`, so that an id can be printed, looked up and sent anywhere. */
const NAME = /^[\p{L}\p{N}_.:/@+-]{1,200}$/u;
/** HiGHS takes 1e20 for infinite and refuses coefficients beyond 1e15. */
const LARGEST = 1e15;
/** HiGHS and javascript-lp-solver drop coefficients up to 1e-9 without a word. */
const SMALLEST = 1e-8;

const describe = (spec: DescribedSpec & { readonly lower?: number }, lower: number): Described => ({
  id: spec.id,
  label: spec.label,
  scope: Object.freeze({ ...spec.scope }),
  unit: spec.unit,
  owner: spec.owner ?? 'rule',
  lower: spec.lower ?? lower,
  upper: spec.upper ?? Infinity,
  isRelaxable: spec.penalty !== undefined,
  penalty: spec.penalty ?? 0,
});

/**
 * Rows and columns of a model, one after the other. Every number, name and reference is checked as it comes; `build`
 * throws an `LpModelError` with all that is wrong.
 */
export class LpBuilder {
  readonly #name: string;
  /** Whether the objective is minimised or maximised. */
  readonly sense: LpModel['sense'];
  readonly #columns: LpColumn[] = [];
  readonly #rows: LpRow[] = [];
  readonly #columnAt = new Map<string, number>();
  readonly #rowIds = new Set<string>();
  /** By column: its rows and coefficients; rows come in growing order. */
  readonly #terms: { readonly rows: number[]; readonly values: number[] }[] = [];
  readonly #faults: ModelFault[] = [];
  #offset = 0;

  constructor(name: string, sense: LpModel['sense'] = 'min') {
    if (!NAME.test(name)) this.#fault('name-form', 'model', name);
    this.#name = name;
    this.sense = sense;
  }

  /** Adds a decision: between 0 and infinity, continuous and free of cost unless said otherwise. */
  column(spec: ColumnSpec): this {
    const column = { ...describe(spec, 0), cost: spec.cost ?? 0, isInteger: spec.isInteger ?? false };
    this.#checkDescribed(column, spec.penalty, this.#columnAt.has(spec.id));
    this.#checkCoefficient(column.id, column.cost);
    this.#columnAt.set(column.id, this.#columns.length);
    this.#columns.push(Object.freeze(column));
    this.#terms.push({ rows: [], values: [] });
    return this;
  }

  /** Adds a rule on columns that are there already; a coefficient of 0 is left out. */
  row({ terms, ...spec }: RowSpec): this {
    const row = Object.freeze(describe(spec, -Infinity));
    this.#checkDescribed(row, spec.penalty, this.#rowIds.has(spec.id));
    const at = this.#rows.length;
    const seen = new Set<string>();
    for (const [id, coefficient] of terms) {
      const column = this.#columnAt.get(id);
      if (column === undefined) this.#fault('unknown-column', row.id, id);
      if (seen.has(id)) this.#fault('term-twice', row.id, id);
      seen.add(id);
      const isSound = this.#checkCoefficient(row.id, coefficient);
      if (column === undefined || !isSound || coefficient === 0) continue;
      this.#terms[column]!.rows.push(at);
      this.#terms[column]!.values.push(coefficient);
    }
    this.#rowIds.add(row.id);
    this.#rows.push(row);
    return this;
  }

  /** Adds a constant to the objective. */
  constant(value: number): this {
    if (this.#checkCoefficient('objective', value)) this.#offset += value;
    return this;
  }

  /** The model, frozen. Throws an `LpModelError` when anything in it is wrong. */
  build(): LpModel {
    if (this.#columns.length === 0) this.#fault('no-column', this.#name, '');
    if (this.#faults.length > 0) throw new LpModelError(this.#name, this.#faults);
    const starts = new Int32Array(this.#columns.length + 1);
    this.#terms.forEach(({ rows }, column) => {
      starts[column + 1] = starts[column]! + rows.length;
    });
    return Object.freeze({
      name: this.#name,
      sense: this.sense,
      offset: this.#offset,
      columns: Object.freeze([...this.#columns]),
      rows: Object.freeze([...this.#rows]),
      matrix: Object.freeze({
        starts,
        rows: Int32Array.from(this.#terms.flatMap(({ rows }) => rows)),
        values: Float64Array.from(this.#terms.flatMap(({ values }) => values)),
      }),
    });
  }

  #fault(code: ModelFaultCode, of: string, value: string | number): void {
    this.#faults.push(Object.freeze({ code, of, value }));
  }

  #checkDescribed(one: Described, penalty: number | undefined, isKnown: boolean): void {
    if (!NAME.test(one.id)) this.#fault('name-form', one.id, one.id);
    if (isKnown) this.#fault('name-twice', one.id, one.id);
    for (const bound of [one.lower, one.upper]) {
      if (Number.isNaN(bound)) this.#fault('not-a-number', one.id, bound);
      else if (Number.isFinite(bound) && Math.abs(bound) > LARGEST)
        this.#fault('number-too-large', one.id, bound);
    }
    const isCrossed = one.lower > one.upper || one.lower === Infinity || one.upper === -Infinity;
    if (isCrossed) this.#fault('bounds-crossed', one.id, `${one.lower} > ${one.upper}`);
    if (penalty === undefined) return;
    if (one.owner === 'law') this.#fault('law-relaxable', one.id, penalty);
    if (!(penalty > 0 && penalty <= LARGEST)) this.#fault('penalty-not-positive', one.id, penalty);
  }

  /** True when the number can be used. */
  #checkCoefficient(of: string, value: number): boolean {
    const size = Math.abs(value);
    if (Number.isNaN(value)) this.#fault('not-a-number', of, value);
    else if (size > LARGEST) this.#fault('number-too-large', of, value);
    else if (value !== 0 && size < SMALLEST) this.#fault('number-too-small', of, value);
    else return true;
    return false;
  }
}
