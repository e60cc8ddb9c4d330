/** The best levers together: pairs and triples, and whether they help or take from each other. */
import { assumptionInterval } from '../../calibrate/assumption-interval.ts';
import { round12 } from '../../model/results/estimate.ts';
import type { LeverCombination, TwoIntervals } from '../../model/results/levers.ts';
import type { Scenario } from '../../model/scenario.ts';
import { pairedIndicator } from '../../stats/paired.ts';
import type { Candidate } from './candidate.ts';
import { times, type UnderSet } from './measure.ts';
import { overlaps, scopeOf } from './scope.ts';

/** Levers combined at most. */
export const COMBINED_MOST = 5;

/** Two ways of pulling the same lever at the same place are alternatives: they are not used together. */
export function isAlternative(one: Candidate, other: Candidate): boolean {
  const [a, b] = [one.cases[0]!, other.cases[0]!];
  return (
    a.lever === b.lever &&
    a.site === b.site &&
    a.device === b.device &&
    a.modalities.join() === b.modalities.join()
  );
}

/** The best candidates, best first as given: no negative lever, one way of each lever at a place. */
export function bestOf(ranked: readonly Candidate[]): readonly Candidate[] {
  const best: Candidate[] = [];
  for (const one of ranked) {
    if (best.length === COMBINED_MOST) break;
    if (!one.isNegative && !best.some((other) => isAlternative(one, other))) best.push(one);
  }
  return best;
}

function subsets<T>(items: readonly T[], size: number, from = 0): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return items
    .slice(from)
    .flatMap((item, rank) => subsets(items, size - 1, from + rank + 1).map((rest) => [item, ...rest]));
}

/** Candidates used together: in the order in which levers are listed, whichever is best. */
function together(scenario: Scenario, members: readonly Candidate[], all: readonly Candidate[]): Candidate {
  const ordered = [...members].sort((a, b) => all.indexOf(a) - all.indexOf(b));
  const cases = ordered.flatMap((one) => one.cases);
  return {
    id: ordered.map(({ id }) => id).join(' + '),
    cases,
    isNegative: false,
    scope: scopeOf(scenario, cases),
  };
}

export interface Combination {
  readonly candidate: Candidate;
  readonly members: readonly Candidate[];
  /** False when no two of them share a department: then gains add up, and nothing passes between them. */
  readonly mayInteract: boolean;
}

/** Every pair and triple of the best levers, pairs first. */
export function combinationsOf(
  scenario: Scenario,
  best: readonly Candidate[],
  all: readonly Candidate[],
): readonly Combination[] {
  return [2, 3].flatMap((size) =>
    subsets(best, size).map((members) => ({
      candidate: together(scenario, members, all),
      members,
      mayInteract: subsets(members, 2).some(([a, b]) => overlaps(a!.scope, b!.scope)),
    })),
  );
}

type Interaction = Pick<LeverCombination, 'interaction' | 'interactionVerdict'>;

const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);

const WORDS = { lower: 'helps', higher: 'takes' } as const;

/**
 * The interaction of a combination: positive when the levers save more patient-days a week together than the sum of
 * what each saves alone, paired replication by replication, at the level given. It is judged as any difference
 * (`pairedIndicator`): what is rounding of the arithmetic, or equal in too few replications, demonstrates nothing.
 * @param daysAdded patient-days added a week by a candidate, one a replication, with the same random numbers for all.
 * @param under the same candidates under the sets; null before the sets.
 */
export function interactionOf(
  { candidate, members, mayInteract }: Combination,
  daysAdded: (one: Candidate) => readonly (number | null)[],
  under: ReadonlyMap<string, readonly UnderSet[]> | null,
  level: number,
): Interaction {
  if (!mayInteract) return { interaction: null, interactionVerdict: 'none' };
  const alone = members.map(daysAdded);
  const together = daysAdded(candidate);
  const pairs = Math.min(together.length, ...alone.map(({ length }) => length));
  const { difference, verdict } = pairedIndicator(
    Array.from({ length: pairs }, (_, n) => sumOf(alone.map((one) => one[n]!))),
    together.slice(0, pairs),
    level,
  );
  if (difference === null) return { interaction: null, interactionVerdict: 'not-comparable' };
  return {
    interaction: { estimate: times(difference, -1), assumptions: overSets(candidate, members, under) },
    interactionVerdict: verdict === 'lower' || verdict === 'higher' ? WORDS[verdict] : 'not-demonstrated',
  };
}

function overSets(
  candidate: Candidate,
  members: readonly Candidate[],
  under: ReadonlyMap<string, readonly UnderSet[]> | null,
): TwoIntervals['assumptions'] {
  const own = under?.get(candidate.id);
  if (under === null || own === undefined || own.length === 0) return null;
  const added = (id: string) =>
    under.get(id)!.map(({ differences }) => differences.overall?.difference?.mean ?? null);
  const together = added(candidate.id);
  const alone = members.map(({ id }) => added(id));
  const values = together.flatMap((one, set) => {
    const sum = sumOf(alone.map((sets) => sets[set] ?? null));
    return one === null || sum === null ? [] : [sum - one];
  });
  return values.length < own.length ? null : assumptionInterval(values.map(round12));
}
