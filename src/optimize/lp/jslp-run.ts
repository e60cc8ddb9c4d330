/** The one place that calls javascript-lp-solver. It may never return: only a thread that can be ended comes here. */
import solver, { type SolveResult } from 'javascript-lp-solver';
import type { JslpAnswer, JslpModel } from './jslp-model.ts';

/** Runs the package on a model that was checked before. It keeps nothing of it. */
export function runJslp(model: JslpModel): JslpAnswer {
  const { feasible, result, bounded, isIntegral, ...named } = solver.Solve({
    ...model,
    constraints: { ...model.constraints },
    variables: { ...model.variables },
    ints: { ...model.ints },
    unrestricted: { ...model.unrestricted },
    options: { ...model.options },
  }) as SolveResult;
  solver.lastSolvedModel = null;
  const values: Record<string, number> = {};
  for (const [name, value] of Object.entries(named)) if (typeof value === 'number') values[name] = value;
  return { feasible, bounded: bounded !== false, isIntegral: isIntegral === true, result, values };
}
