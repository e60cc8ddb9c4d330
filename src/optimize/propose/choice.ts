/** The choice: finalists are named among the weeks that were looked at, and meet on random numbers they were not named by. */
import type { Infeasible, ProposedWeek, Selection } from '../../model/results/optimize.ts';
import { selectKn } from '../../stats/selection/kn.ts';
import type { WeekPlan } from '../week/problem.ts';
import { planOf } from '../week/solve.ts';
import type { WeekArena } from './arena.ts';
import { ALPHA, type ProposeTerms, SELECTION_STEP } from './options.ts';
import type { Search } from './search.ts';
import { isSoundIn } from './sound.ts';
import { reachedTargets, unreachable } from './targets.ts';

/** What was chosen, and how. */
export interface Choice {
  /** Null where the present week is chosen, or nothing can be. */
  readonly winner: WeekPlan | null;
  readonly selection: Selection | null;
  readonly infeasible: Infeasible | null;
}

/** What a choice is made of. */
export interface Choosing {
  readonly search: Search;
  /** Where finalists meet. */
  readonly final: WeekArena;
  readonly terms: ProposeTerms;
  /** Patients booked a week in the present week. */
  readonly bookedPerWeek: number;
  readonly told: (plan: WeekPlan) => ProposedWeek;
}

const NOBODY: Choice = Object.freeze({ winner: null, selection: null, infeasible: null });

/** Patient-days a week added by a later replication that cannot be compared: the week is dropped. */
const INCOMPARABLE = 1e9;

/**
 * Patient-days a week that matter: the days of mean delay that do, for all who book; where hardly anybody does, for one patient
 * a week.
 */
const deltaOf = ({ terms, bookedPerWeek }: Choosing): number => terms.deltaDays * Math.max(1, bookedPerWeek);

/**
 * Names finalists among the weeks that break no guardrail and reach the targets, those that save most, and chooses among
 * them and the present week by KN. A finalist that breaks a guardrail on the numbers of the final is out.
 */
export async function chosenWeek(choosing: Choosing): Promise<Choice> {
  const { search, final, terms, told } = choosing;
  const { problem, arena } = search;
  const { replications, mostReplications } = terms;
  const { targets } = problem.rules;
  const sound = search.sound();
  const reaching = sound.filter(({ plan }) => reachedTargets(arena, plan.picks, targets));
  // The present week competes as well, unless it misses what is asked.
  const isPresentIn = reachedTargets(arena, [], targets);
  if (reaching.length === 0 && !isPresentIn) {
    const plans = sound.map(({ plan }) => plan);
    return { ...NOBODY, infeasible: unreachable(arena, plans, problem.rules) };
  }
  const named = reaching.slice(0, terms.finalists).map(({ plan }) => plan);
  const present = planOf(problem, []);
  const systems: readonly WeekPlan[] = [...(isPresentIn ? [present] : []), ...named];
  const picks = systems.map((plan) => plan.picks);
  await final.play(picks, replications);
  const absent = picks.flatMap((one, rank) => (isSoundIn(final, one, problem) ? [] : [rank]));
  if (absent.length === systems.length) return NOBODY;
  const delta = deltaOf(choosing);
  const chosen = await selectKn({
    systems: systems.length,
    absent,
    alpha: ALPHA,
    delta,
    firstReplications: replications,
    mostReplications,
    step: SELECTION_STEP,
    sample: async (asked, upTo) => {
      const weeks = asked.map((rank) => picks[rank]!);
      await final.play(weeks, upTo);
      return weeks.map((one) => final.daysAdded(one).map((days) => days ?? INCOMPARABLE));
    },
  });
  const best = systems[chosen.best]!;
  const others = chosen.survivors.filter((rank) => rank !== chosen.best);
  return {
    winner: best === present ? null : best,
    selection: {
      procedure: 'kn',
      candidates: search.candidates.length,
      finalists: systems.length,
      alpha: ALPHA,
      delta,
      firstReplications: replications,
      mostReplications,
      isCertified: chosen.isCertified,
      tied: others.map((rank) => told(systems[rank]!)),
    },
    infeasible: null,
  };
}
