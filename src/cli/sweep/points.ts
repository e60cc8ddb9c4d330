/** The points of a sweep: every combination of the values, in each scenario, checked before anything is played. */
import type { Finding } from '../../model/finding.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Assignment } from '../assignments.ts';
import { loadScenario } from '../load-scenario.ts';
import type { Problem } from '../messages.ts';
import type { RunOverrides } from '../run-options.ts';
import type { Variation } from './vary.ts';

export interface SweepPoint {
  readonly file: string;
  /** Path and value as written. */
  readonly values: Readonly<Record<string, string>>;
  /** What sets it apart from the other points. */
  readonly label: string;
  readonly scenario: Scenario;
}

export interface SweepPoints {
  readonly points: readonly SweepPoint[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** Points of one sweep. */
export const MOST_POINTS = 2000;

interface Chosen extends Assignment {
  readonly text: string;
}

/** Every combination, the last variation turning fastest. */
function combinations(variations: readonly Variation[]): readonly (readonly Chosen[])[] {
  return variations.reduce<readonly (readonly Chosen[])[]>(
    (before, { path, values }) =>
      before.flatMap((chosen) =>
        values.map(({ text, value }) => [...chosen, { path, text, value, option: `--vary ${path}=${text}` }]),
      ),
    [[]],
  );
}

/** Loads every point; the same finding of several points is told once. */
export function sweepPoints(
  files: readonly string[],
  variations: readonly Variation[],
  run: RunOverrides,
): SweepPoints {
  const count = files.length * variations.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST_POINTS)
    return {
      points: [],
      findings: [],
      problems: [{ code: 'sweep-large', values: { count, limit: MOST_POINTS } }],
    };
  const findings = new Map<string, Finding>();
  const problems = new Map<string, Problem>();
  const points: SweepPoint[] = [];
  for (const file of files)
    for (const chosen of combinations(variations)) {
      const loaded = loadScenario(file, run, chosen);
      for (const one of loaded.findings) findings.set(JSON.stringify(one), one);
      for (const one of loaded.problems) problems.set(JSON.stringify(one), one);
      if (loaded.scenario === null) continue;
      const values = Object.fromEntries(chosen.map(({ path, text }) => [path, text]));
      const named = chosen.map(({ path, text }) => `${path}=${text}`);
      const label = [...(files.length > 1 || named.length === 0 ? [file] : []), ...named].join(' · ');
      points.push({ file, values, label, scenario: loaded.scenario });
    }
  return { points, findings: [...findings.values()], problems: [...problems.values()] };
}
