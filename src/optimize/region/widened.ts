/** The model with room to move the rules of a plan: the decisions that wider caps would allow are there, held by the caps of today. */
import type { LpModel } from '../lp/model.ts';
import { allCaps } from './asked.ts';
import { COLUMNS } from './columns.ts';
import type { RegionAsk } from './draft.ts';
import { regionModel } from './model.ts';
import type { RegionProblem } from './problem.ts';

/** How many devices and sites a problem allows, whatever the caps. */
const mostOf = ({ implantations }: RegionProblem): number =>
  implantations.reduce((sum, { mostAdded }) => sum + mostAdded, 0);

/**
 * The model whose columns allow so many more devices and sites than each cap, and whose rows do not: a cap can then be moved by
 * `withRowBounds` on `cap-devices/…` and `cap-sites/…` alone, the start and basis of one solve serving the next.
 * @param more Infinity: as many as implantations can take, and limits of the user may be moved as well.
 */
export function widenedModel(problem: RegionProblem, ask: RegionAsk, more: number): LpModel {
  const most = mostOf(problem);
  const { limits } = problem;
  const wide = (value: number) => Math.min(value + more, Math.max(most, value));
  const caps = allCaps(problem).map((row) => ({
    ...row,
    devices: wide(row.devices),
    sites: wide(row.sites),
  }));
  const free = { ...limits, mostDevices: null, mostBlocks: null };
  return regionModel(problem, ask, { caps, limits: more === Infinity ? free : limits });
}

/** The model with modes no row would allow closed: what whole numbers say anyway, told to its relaxation. */
export function closedModes(model: LpModel, problem: RegionProblem): LpModel {
  const upperOf = new Map(model.rows.map(({ id, upper }) => [id, upper]));
  const closed = new Set<string>();
  for (const { id, department, modality, mostAdded, isNew } of problem.implantations) {
    const devices = upperOf.get(`cap-devices/${department}/${modality}`) ?? 0;
    const sites = upperOf.get(`cap-sites/${department}/${modality}`) ?? 0;
    for (let added = 1; added <= mostAdded; added++)
      if (added > devices || (isNew && sites < 1)) closed.add(COLUMNS.devices(id, added));
  }
  const columns = model.columns.map((column) =>
    closed.has(column.id) ? Object.freeze({ ...column, upper: 0 }) : column,
  );
  return Object.freeze({ ...model, columns: Object.freeze(columns) });
}
