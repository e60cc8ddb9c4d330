/** A model as free MPS text, for other solvers (`glpsol --freemps`, `highs`, `cbc`). */
import type { LpModel, LpRow } from './model.ts';

/** Ids may hold what a reader takes for a sign, so rows are r0, r1… and columns c0, c1…, told in comments. */
const rowName = (at: number): string => `r${at}`;
const columnName = (at: number): string => `c${at}`;

const kindOf = ({ lower, upper }: LpRow): 'E' | 'N' | 'G' | 'L' => {
  if (lower === upper) return 'E';
  if (lower === -Infinity && upper === Infinity) return 'N';
  return upper === Infinity ? 'G' : 'L';
};

/** Shortest text that gives the same number back; without −0. */
const text = (value: number): string => String(value + 0);

function rowLines({ rows }: LpModel): readonly string[] {
  return [' N cost', ...rows.map((row, at) => ` ${kindOf(row)} ${rowName(at)}`)];
}

/** Column fixed at 1 that carries the constant of the objective: readers differ on the sign of its side. */
const ONE = 'one';

function columnLines(model: LpModel, sign: number): readonly string[] {
  const { columns, matrix, offset } = model;
  const lines: string[] = [];
  let isInside = false;
  const mark = (name: 'INTORG' | 'INTEND') => lines.push(` M${lines.length} 'MARKER' '${name}'`);
  columns.forEach(({ cost, isInteger }, column) => {
    if (isInteger !== isInside) mark(isInteger ? 'INTORG' : 'INTEND');
    isInside = isInteger;
    lines.push(` ${columnName(column)} cost ${text(sign * cost)}`);
    for (let at = matrix.starts[column]!; at < matrix.starts[column + 1]!; at++)
      lines.push(` ${columnName(column)} ${rowName(matrix.rows[at]!)} ${text(matrix.values[at]!)}`);
  });
  if (isInside) mark('INTEND');
  return offset === 0 ? lines : [...lines, ` ${ONE} cost ${text(sign * offset)}`];
}

const sideLines = ({ rows }: LpModel): readonly string[] =>
  rows.flatMap((row, at) => {
    const kind = kindOf(row);
    if (kind === 'N') return [];
    return [` RHS ${rowName(at)} ${text(kind === 'G' ? row.lower : row.upper)}`];
  });

const rangeLines = ({ rows }: LpModel): readonly string[] =>
  rows.flatMap(({ lower, upper }, at) =>
    lower > -Infinity && upper < Infinity && lower !== upper
      ? [` RANGES ${rowName(at)} ${text(upper - lower)}`]
      : [],
  );

/** Every bound is written: readers differ on what they take for granted, above all for whole numbers. */
const boundLines = ({ columns }: LpModel): readonly string[] =>
  columns.flatMap(({ lower, upper }, at) => {
    const name = columnName(at);
    if (lower === -Infinity && upper === Infinity) return [` FR BND ${name}`];
    if (lower === upper) return [` FX BND ${name} ${text(lower)}`];
    return [
      lower === -Infinity ? ` MI BND ${name}` : ` LO BND ${name} ${text(lower)}`,
      upper === Infinity ? ` PL BND ${name}` : ` UP BND ${name} ${text(upper)}`,
    ];
  });

/**
 * The model in free MPS. It always minimises: a maximised objective is written with its sign turned, and says so in
 * its first line, for not all readers know a sense. Comments give the id of every row and column.
 */
export function toFreeMps(model: LpModel): string {
  const sign = model.sense === 'min' ? 1 : -1;
  const ranges = rangeLines(model);
  return [
    `* ${model.name}: minimise${sign === 1 ? '' : ' (objective with its sign turned)'}`,
    ...model.rows.map(({ id }, at) => `* ${rowName(at)} = ${id}`),
    ...model.columns.map(({ id }, at) => `* ${columnName(at)} = ${id}`),
    'NAME model',
    'ROWS',
    ...rowLines(model),
    'COLUMNS',
    ...columnLines(model, sign),
    'RHS',
    ...sideLines(model),
    ...(ranges.length === 0 ? [] : ['RANGES', ...ranges]),
    'BOUNDS',
    ...boundLines(model),
    ...(model.offset === 0 ? [] : [` FX BND ${ONE} 1`]),
    'ENDATA',
    '',
  ].join('\n');
}
