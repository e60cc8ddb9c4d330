/**
 * The present week and candidates beside it, all with the same random numbers. Each is played by departments that live
 * together: what two candidates do alike in some of them is played once.
 */
import { departmentsOf } from '../../calibrate/department.ts';
import type { Department, HeadlineDifference } from '../../model/results/compare.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { PatientClass } from '../../model/vocabulary.ts';
import { compareExperiments } from '../../stats/comparison.ts';
import { Experiment } from '../../stats/experiment.ts';
import type { Value } from '../../stats/measured.ts';
import { patientDaysAdded } from '../../stats/waiting.ts';
import type { Play } from '../rank/options.ts';
import { cutTo, type Scope, scopeOf } from '../rank/scope.ts';
import { applyPicks } from '../week/catalogue/apply.ts';
import { keyOf, type Pick } from '../week/change.ts';
import type { Queue } from '../week/problem.ts';
import { type QueueMeans, queueDelays } from './queue-delays.ts';

/** Patients of a class at a department. */
export interface Place extends Department {
  readonly class: PatientClass;
}

/** Departments that live together, with what was played in them. */
interface Part {
  readonly scope: Scope;
  readonly base: Experiment;
  /** By key of the changes made there. */
  readonly weeks: Map<string, Experiment>;
}

/** True when a change is made at the departments of a scope: its own, or any of its site for reading hours. */
const isMadeAt = ({ departments }: Scope, { change }: Pick): boolean =>
  departments.some(
    ({ site, modality }) =>
      site === change.site && (change.modality === null || modality === change.modality),
  );

/** An answer about an experiment, for as long as it has no replication more. */
type Kept<T> = WeakMap<Experiment, { readonly key: string; readonly value: T }>;

function kept<T>(answers: Kept<T>, experiment: Experiment, of: string, make: () => T): T {
  const key = `${experiment.replications} ${of}`;
  const known = answers.get(experiment);
  if (known?.key === key) return known.value;
  const value = make();
  answers.set(experiment, { key, value });
  return value;
}

export class WeekArena {
  readonly #scenario: Scenario;
  readonly #play: Play;
  readonly #parts: readonly Part[];
  readonly #headlines: Kept<readonly HeadlineDifference[]> = new WeakMap();
  readonly #added: Kept<readonly Value[]> = new WeakMap();
  readonly #queues: Kept<ReadonlyMap<string, QueueMeans>> = new WeakMap();
  #simulations = 0;

  /** `scenario` says in `run` how long and with which seed everything is played, its warm-up in weeks. */
  constructor(scenario: Scenario, play: Play) {
    this.#scenario = scenario;
    this.#play = play;
    const scopes = departmentsOf(scenario).map(({ site, modality }) =>
      scopeOf(scenario, [{ site, modalities: [modality] }]),
    );
    const different = new Map(scopes.map((scope) => [scope.key, scope]));
    this.#parts = [...different.values()].map((scope) => ({
      scope,
      base: new Experiment(cutTo(scenario, scope)),
      weeks: new Map(),
    }));
  }

  /** Replications played so far, of parts. */
  get simulations(): number {
    return this.#simulations;
  }

  /** The experiment of a part under some changes: the base's own where none is made there. */
  #weekOf(part: Part, picks: readonly Pick[]): Experiment {
    const own = picks.filter((pick) => isMadeAt(part.scope, pick));
    const key = keyOf(own);
    if (key === '') return part.base;
    let found = part.weeks.get(key);
    if (found === undefined) {
      found = new Experiment(cutTo(applyPicks(this.#scenario, own), part.scope));
      part.weeks.set(key, found);
    }
    return found;
  }

  /** Plays weeks until they have so many replications, and the present one as many. */
  async play(weeks: readonly (readonly Pick[])[], replications: number): Promise<void> {
    const under = new Map<Experiment, Promise<void>>();
    const once = (experiment: Experiment): Promise<void> => {
      let playing = under.get(experiment);
      if (playing === undefined) {
        this.#simulations += Math.max(0, replications - experiment.replications);
        playing = this.#play(experiment, replications);
        under.set(experiment, playing);
      }
      return playing;
    };
    await Promise.all(
      weeks.flatMap((picks) =>
        this.#parts.flatMap((part) => [once(part.base), once(this.#weekOf(part, picks))]),
      ),
    );
  }

  /** The changes of a week, part by part of what lives together; every change is in one part at least. */
  split(picks: readonly Pick[]): readonly (readonly Pick[])[] {
    return this.#parts.map(({ scope }) => picks.filter((pick) => isMadeAt(scope, pick)));
  }

  /** Replications of a week: those that all of its parts have. */
  replicationsOf(picks: readonly Pick[]): number {
    return Math.min(
      ...this.#parts.map((part) => {
        const key = keyOf(picks.filter((pick) => isMadeAt(part.scope, pick)));
        return (key === '' ? part.base : part.weeks.get(key))?.replications ?? 0;
      }),
    );
  }

  /**
   * Patient-days of waiting a week that a week adds to the present one, one number a replication, negative where it
   * saves; null where they cannot be compared. Nothing is added where nothing is changed.
   */
  daysAdded(picks: readonly Pick[]): readonly Value[] {
    const replications = this.replicationsOf(picks);
    const sums: Value[] = Array.from({ length: replications }, () => 0);
    for (const part of this.#parts) {
      const week = this.#weekOf(part, picks);
      if (week === part.base) continue;
      const side = (experiment: Experiment) => ({
        experiment,
        measured: experiment.measured(this.#warmupWeeks),
      });
      const added = kept(this.#added, week, '', () => patientDaysAdded(side(part.base), side(week)));
      for (let n = 0; n < replications; n++) {
        const more = added[n] ?? null;
        const sum = sums[n]!;
        sums[n] = more === null || sum === null ? null : sum + more;
      }
    }
    return sums;
  }

  get #warmupWeeks(): number {
    const { warmupWeeks } = this.#scenario.run;
    return warmupWeeks === 'auto' ? 0 : warmupWeeks;
  }

  /** Headlines of the departments in which a week changes something, with intervals corrected for so many comparisons. */
  headlines(picks: readonly Pick[], comparisons: number): readonly HeadlineDifference[] {
    return this.#parts.flatMap((part) => {
      const week = this.#weekOf(part, picks);
      if (week === part.base) return [];
      return kept(
        this.#headlines,
        week,
        `${comparisons}`,
        () => compareExperiments(part.base, [week], { comparisons }).variants[0]!.headlines,
      );
    });
  }

  /** Days to the first place offered, of a class at a department, one number a replication; null where nobody asks. */
  firstAvailable(picks: readonly Pick[], place: Place): readonly Value[] {
    const part = this.#parts.find(({ scope }) =>
      scope.departments.some(({ site, modality }) => site === place.site && modality === place.modality),
    );
    if (part === undefined) return [];
    const measured = this.#weekOf(part, picks).measured(this.#warmupWeeks);
    const { site, modality, class: patientClass } = place;
    return measured.values(['sites', site, modality, 'firstAvailable', patientClass, 'mean']) ?? [];
  }

  /** Mean delay and patients booked a week of every queue under some changes, over the replications so far. */
  queues(picks: readonly Pick[], queues: readonly Queue[]): ReadonlyMap<string, QueueMeans> {
    const found = new Map<string, QueueMeans>();
    const key = queues.map(({ id }) => id).join(' ');
    for (const part of this.#parts) {
      const week = this.#weekOf(part, picks);
      const own = queues.filter(({ site, modality }) =>
        part.scope.departments.some((one) => one.site === site && one.modality === modality),
      );
      const means = kept(this.#queues, week, key, () => queueDelays(week, own, queues, this.#warmupWeeks));
      for (const [id, one] of means) found.set(id, one);
    }
    return found;
  }
}
