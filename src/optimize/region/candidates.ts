/** Different good plans for the simulator to choose among: it knows what the linear model leaves out. */
import type { LpBackend } from '../lp/backend.ts';
import { expectedOf } from './fixed.ts';
import { bounded, regionFront } from './front.ts';
import { type Equity, planKey, type RegionPlan, type RegionProblem } from './problem.ts';
import { type RegionSolution, solveRegion } from './solve.ts';
import type { RegionOptions } from './solve-options.ts';

/** Where a candidate comes from. */
export type CandidateKind =
  | 'best'
  | 'ladder'
  | 'devices-only'
  | 'openings-only'
  | 'weights'
  | 'equity'
  | 'front'
  | 'different';

export interface RegionCandidate {
  readonly kind: CandidateKind;
  readonly solution: RegionSolution;
}

/** Numbers of added devices of the ladder. */
const LADDER = [1, 2, 4, 8];
/** What a request without appointment, and an hour of travel, count for, as multiples of what the problem says. */
const WEIGHTS: readonly { readonly unmet: number; readonly travel: number }[] = [
  { unmet: 0, travel: 1 },
  { unmet: 2, travel: 1 },
  { unmet: 1, travel: 0 },
  { unmet: 1, travel: 4 },
];
/** Share of the implantations given devices by the best plan at which another one must differ: in twos, one left and one new. */
const DIFFERENT = 0.3;

/** A gap at which candidates may be short of the best: they are to be different, not each the best of its kind. */
const CANDIDATE_GAP = 1e-4;

interface Asked {
  readonly kind: CandidateKind;
  readonly problem: RegionProblem;
  readonly equity: Equity;
}

/** The questions whose answers differ: fewer devices, one kind of thing only, other weights, other equity. */
function questions(problem: RegionProblem, equity: Equity): readonly Asked[] {
  const limited = (limits: Partial<RegionProblem['limits']>): RegionProblem => ({
    ...problem,
    limits: { ...problem.limits, ...limits },
  });
  const atMost = problem.limits.mostDevices ?? Infinity;
  return [
    { kind: 'best', problem, equity },
    { kind: 'devices-only', problem: { ...limited({ mostBlocks: 0 }), onCallPairs: [] }, equity },
    { kind: 'openings-only', problem: limited({ mostDevices: 0 }), equity },
    ...LADDER.filter((devices) => devices < atMost).map((mostDevices): Asked => {
      return { kind: 'ladder', problem: limited({ mostDevices }), equity };
    }),
    ...(equity.kind === 'none' ? [] : [{ kind: 'equity', problem, equity: { kind: 'none' } } as const]),
    ...(['worst', 'p80'] as const)
      .filter((kind) => kind !== equity.kind)
      .map((kind): Asked => ({ kind: 'equity', problem, equity: bounded(kind, null) as Equity })),
    ...WEIGHTS.map(({ unmet, travel }): Asked => {
      const weighed = {
        ...problem,
        unmetDays: unmet * problem.unmetDays,
        travelDaysPerHour: travel * problem.travelDaysPerHour,
      };
      return { kind: 'weights', problem: weighed, equity };
    }),
  ];
}

/** How many implantations have another number of devices in two plans. */
export function differing(one: RegionPlan, other: RegionPlan): number {
  const devicesOf = ({ additions }: RegionPlan) =>
    new Map(additions.map(({ implantation, devices }) => [implantation, devices]));
  const [a, b] = [devicesOf(one), devicesOf(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id)).length;
}

/**
 * So many different plans at most, the best one first. Each keeps every cap and limit; what is told of one
 * is what the problem itself expects of it, whatever question it answers. Doing nothing is no
 * candidate. Questions that time leaves without a plan are passed over.
 * @param most how many at most; 12 when left out.
 */
export async function regionCandidates(
  problem: RegionProblem,
  equity: Equity,
  backend: LpBackend,
  options: RegionOptions,
  most = 12,
): Promise<readonly RegionCandidate[]> {
  const found = new Map<string, RegionCandidate>();
  const loose = { ...options, relativeGap: options.relativeGap ?? CANDIDATE_GAP };
  const keep = (kind: CandidateKind, solution: RegionSolution) => {
    const key = planKey(solution.plan);
    if (key !== '' && !found.has(key) && found.size < most) found.set(key, { kind, solution });
  };
  for (const asked of questions(problem, equity)) {
    if (found.size >= most) break;
    const settings = asked.kind === 'best' ? options : loose;
    const answer = await solveRegion(asked.problem, asked.equity, backend, settings);
    if (answer.kind !== 'plan') continue;
    const told = asked.kind === 'best' ? answer : await expectedOf(problem, answer.plan, backend, loose);
    if (told !== null) keep(asked.kind, told);
  }
  if (found.size < most && equity.kind !== 'none')
    for (const { solution } of await regionFront(problem, equity.kind, backend, loose, 3))
      keep('front', solution);
  const best = [...found.values()].find(({ kind }) => kind === 'best');
  if (best === undefined) return [...found.values()];
  const places = best.solution.plan.additions.length;
  const forbidden: { readonly plan: RegionPlan; readonly atLeast: number }[] = [];
  while (found.size < most && places > 0) {
    forbidden.push({
      plan: forbidden.length === 0 ? best.solution.plan : [...found.values()].at(-1)!.solution.plan,
      atLeast: Math.max(1, Math.round(2 * DIFFERENT * places)),
    });
    const answer = await solveRegion(problem, equity, backend, loose, forbidden);
    const before = found.size;
    if (answer.kind === 'plan') keep('different', answer);
    if (found.size === before) break;
  }
  return [...found.values()];
}
