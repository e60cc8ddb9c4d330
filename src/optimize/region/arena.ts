/** Where plans meet: each played beside the region as it is, with the same random numbers. */
import { onlyDepartments } from '../../calibrate/department.ts';
import type { Scenario } from '../../model/scenario.ts';
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import { Experiment } from '../../stats/experiment.ts';
import type { Play } from '../rank/options.ts';
import { applyRegionPlan } from './apply.ts';
import { USUAL_ATTRACTION } from './attract.ts';
import { EMPTY_PLAN, planKey, type RegionPlan, type RegionProblem } from './problem.ts';
import { type RegionWait, regionWaits } from './score.ts';

/** Modalities whose places or requests a plan changes; on-call is of scanners. None for the empty plan. */
export function modalitiesOf(plan: RegionPlan, { implantations }: RegionProblem): readonly Modality[] {
  const touched = new Set([...plan.additions, ...plan.blocks].map(({ implantation }) => implantation));
  return MODALITIES.filter(
    (modality) =>
      (modality === 'ct' && plan.onCall.length > 0) ||
      implantations.some((one) => one.modality === modality && touched.has(one.id)),
  );
}

/**
 * The part of a region where some modalities are played. No flow asks for two modalities, so nothing of it is lost but
 * report delays where radiologists read for both.
 */
export function onlyModalities(scenario: Scenario, modalities: readonly Modality[]): Scenario {
  if (modalities.length === MODALITIES.length) return scenario;
  const departments = scenario.devices
    .filter(({ modality }) => modalities.includes(modality))
    .map(({ site, modality }) => ({ site, modality }));
  return onlyDepartments(scenario, departments);
}

/** A plan and the present of the same part of the region, played, replication by replication. */
export interface PlayedPlan {
  readonly before: readonly RegionWait[];
  readonly after: readonly RegionWait[];
}

/** A region that is played, and how it waited so far: the tallies of a region are large, so they are not kept. */
interface Side {
  readonly scenario: Scenario;
  readonly waits: RegionWait[];
}

export class RegionArena {
  readonly problem: RegionProblem;
  readonly #scenario: Scenario;
  readonly #play: Play;
  readonly #attraction: number;
  readonly #isWhole: boolean;
  readonly #sides = new Map<string, Side>();

  /**
   * @param scenario the region in the run it is played in: weeks, a warm-up in weeks, seed.
   * @param isWhole play all modalities whatever a plan touches: for measures that are no sum over residents.
   * @param attraction how much of first requests follows places, 0..1.
   */
  constructor(
    scenario: Scenario,
    problem: RegionProblem,
    play: Play,
    isWhole = false,
    attraction = USUAL_ATTRACTION,
  ) {
    this.problem = problem;
    this.#scenario = scenario;
    this.#play = play;
    this.#attraction = attraction;
    this.#isWhole = isWhole;
  }

  get warmupWeeks(): number {
    const { warmupWeeks } = this.#scenario.run;
    if (warmupWeeks === 'auto') throw new RangeError('an arena needs a warm-up in weeks');
    return warmupWeeks;
  }

  /** The scenario of a plan, in the run of the arena. */
  scenarioOf(plan: RegionPlan): Scenario {
    return applyRegionPlan(this.#scenario, plan, this.problem, this.#attraction);
  }

  #sideOf(plan: RegionPlan, modalities: readonly Modality[]): Side {
    const key = `${modalities.join('+')} ${planKey(plan)}`;
    const known = this.#sides.get(key);
    if (known !== undefined) return known;
    const scenario = planKey(plan) === '' ? this.#scenario : this.scenarioOf(plan);
    const side = { scenario: onlyModalities(scenario, modalities), waits: [] };
    this.#sides.set(key, side);
    return side;
  }

  #sidesOf(plan: RegionPlan): readonly [present: Side, planned: Side] {
    const modalities = this.#isWhole ? MODALITIES : modalitiesOf(plan, this.problem);
    return [this.#sideOf(EMPTY_PLAN, modalities), this.#sideOf(plan, modalities)];
  }

  /** Plays plans, and the present beside them, until each has so many replications. The empty plan needs none. */
  async play(plans: readonly RegionPlan[], replications: number): Promise<void> {
    const sides = plans.filter((plan) => planKey(plan) !== '').flatMap((plan) => this.#sidesOf(plan));
    // One after the other: the replications of one are what is shared among threads.
    for (const { scenario, waits } of new Set(sides)) {
      if (waits.length >= replications) continue;
      const experiment = new Experiment(scenario, { firstReplication: waits.length });
      await this.#play(experiment, replications - waits.length);
      waits.push(...regionWaits(experiment, this.warmupWeeks));
    }
  }

  /** Replications of a plan so far. */
  replicationsOf(plan: RegionPlan): number {
    return planKey(plan) === '' ? 0 : this.#sidesOf(plan)[1].waits.length;
  }

  played(plan: RegionPlan): PlayedPlan {
    const [present, planned] = this.#sidesOf(plan);
    const n = Math.min(present.waits.length, planned.waits.length);
    return { before: present.waits.slice(0, n), after: planned.waits.slice(0, n) };
  }

  /** What a plan adds to a measure of the modalities played, one number a replication. */
  added(plan: RegionPlan, measure: (wait: RegionWait) => number): readonly number[] {
    const { before, after } = this.played(plan);
    return after.map((wait, n) => measure(wait) - measure(before[n]!));
  }
}
