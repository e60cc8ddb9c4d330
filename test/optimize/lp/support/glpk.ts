/** GLPK's answer to a model, from the `glpsol` of the system: an engine that shares no line with the others. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toFreeMps } from '../../../../src/optimize/lp/export-mps.ts';
import { hasIntegers, type LpModel, signOf } from '../../../../src/optimize/lp/model.ts';
import type { Verdict } from './verdict.ts';

/** Where CI says so, a missing glpsol is an error and not a reason to skip. */
export const isGlpkRequired = process.env.CRENEAU_REQUIRE_GLPK === '1';
export const hasGlpk = spawnSync('glpsol', ['--version']).status === 0;

/** What glpsol says of a model; `kind` is null when it says nothing that is known here. */
export function glpkVerdict(model: LpModel): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'creneau-glpk-'));
  try {
    const [input, output] = [join(folder, 'model.mps'), join(folder, 'solution')];
    writeFileSync(input, toFreeMps(model));
    const words = ['--freemps', input, '--nopresol', '--tmlim', '20', '--write', output];
    const said = execFileSync('glpsol', words, { encoding: 'utf8' });
    if (/NO (PRIMAL|INTEGER) FEASIBLE SOLUTION/.test(said)) return { kind: 'infeasible', objective: null };
    if (/UNBOUNDED (PRIMAL )?SOLUTION|NO DUAL FEASIBLE SOLUTION/.test(said))
      return { kind: 'unbounded', objective: null };
    const line = /^s (?:bas|mip) .* (\S+)$/m.exec(readFileSync(output, 'utf8'));
    const isOptimal = (hasIntegers(model) ? /INTEGER OPTIMAL/ : /OPTIMAL LP/).test(said);
    if (!isOptimal || line === null) throw new Error(said);
    return { kind: 'optimal', objective: signOf(model) * Number(line[1]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
