/** How far the planning of a region is: stages with their shares of the time. */
import type { RegionPlanOptions, RegionPlanResult, RegionPlanTerms } from './plan-options.ts';

interface Phase {
  readonly name: string;
  readonly stage: RegionPlanResult['stage'];
  /** Of the time, in runs of the region: about. */
  readonly share: number;
}

/** Runs of a set: its corrections, then the region without and with the plan, shorter than the others. */
const RUNS_OF_A_SET = 2;

const phasesOf = ({
  candidates,
  finalists,
  replications,
  modelOnly,
  sets,
}: RegionPlanTerms): readonly Phase[] => {
  const model: readonly Phase[] = [
    { name: 'present', stage: 'model', share: replications },
    { name: 'model', stage: 'model', share: 1 },
    { name: 'front', stage: 'model', share: 2 },
  ];
  if (modelOnly) return model;
  return [
    ...model,
    { name: 'candidates', stage: 'simulated', share: 2 },
    { name: 'search', stage: 'simulated', share: candidates * replications },
    { name: 'final', stage: 'simulated', share: (1 + finalists) * replications },
    { name: 'proof', stage: 'simulated', share: 2 * replications },
    { name: 'sets', stage: 'assumptions', share: RUNS_OF_A_SET * sets },
  ];
};

/** Tells of progress as phases end, or parts of them; it never goes back. */
export class RegionPhases {
  readonly #phases: readonly Phase[];
  readonly #tell: RegionPlanOptions['onProgress'];

  constructor(terms: RegionPlanTerms, tell: RegionPlanOptions['onProgress']) {
    this.#phases = phasesOf(terms);
    this.#tell = tell;
  }

  /** @throws RangeError when there is no such phase. */
  reached(name: string, part = 1): void {
    const rank = this.#phases.findIndex((phase) => phase.name === name);
    const phase = this.#phases[rank];
    if (phase === undefined) throw new RangeError(`no phase ${name}`);
    const sum = (phases: readonly Phase[]) => phases.reduce((all, { share }) => all + share, 0);
    const done = sum(this.#phases.slice(0, rank)) + phase.share * Math.min(1, part);
    const total = sum(this.#phases);
    this.#tell?.({ stage: phase.stage, done: Math.round((100 * done) / total), total: 100 });
  }
}
