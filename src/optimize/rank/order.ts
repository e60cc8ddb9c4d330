/** Whether the order of the leaders holds over the assumption sets, and which input would settle it. */
import type { AssumedInput } from '../../calibrate/assumed-inputs.ts';
import { inputsToMeasure } from '../../calibrate/assumption-interval.ts';
import type { DrawnInput } from '../../calibrate/scenario-set.ts';
import type { FirstShares, LeadersOrder, LeverFacts, LeverMeasure } from '../../model/results/levers.ts';
import { type Candidate, strengthOf } from './candidate.ts';
import type { UnderSet } from './measure.ts';
import type { DrawnSets } from './sets.ts';

/** A leader that is first in fewer of the sets than this is as likely not the first. */
export const ESTABLISHED_SHARE = 0.5;

/** A candidate with what is said of it. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly measure: LeverMeasure;
}

/** Gains that are demonstrated, then what may be either, then demonstrated losses, then what cannot be compared. */
function groupOf({ measure: { daysSaved, verdict } }: Ranked): number {
  if (daysSaved === null) return 3;
  if (verdict === 'lower') return 0;
  return verdict === 'higher' ? 2 : 1;
}

/** Best first by patient-days saved, demonstrated gains before what chance may have made; ties in their own order. */
export function inOrder(ranked: readonly Ranked[]): readonly Ranked[] {
  const saved = ({ measure }: Ranked) => measure.daysSaved?.estimate.mean ?? 0;
  return [...ranked].sort((a, b) => groupOf(a) - groupOf(b) || saved(b) - saved(a));
}

/** The strength of a lever, as an input of the sets; its unit is told with the case. */
function strengthInput(candidate: Candidate, facts: ReadonlyMap<string, LeverFacts>): AssumedInput | null {
  const { lever, strength } = candidate.cases[0]!;
  const [low, high] = strength.range;
  if (high <= low) return null;
  return {
    path: `levers.${lever}.strength`,
    paths: [],
    field: 'strength',
    modality: null,
    value: strength.value,
    unit: '',
    range: [low, high],
    source: facts.get(lever)!.evidence.text,
    spread: 'plain',
  };
}

/** Inputs of each set, the strengths of the two leaders among them. */
function inputsOf(
  { found, strengths }: DrawnSets,
  leaders: readonly Candidate[],
  facts: ReadonlyMap<string, LeverFacts>,
): readonly { readonly inputs: readonly DrawnInput[] }[] {
  const own = leaders
    .map((candidate) => ({ candidate, input: strengthInput(candidate, facts) }))
    .filter(
      (one, rank, all) =>
        one.input !== null && all.findIndex(({ input }) => input?.path === one.input!.path) === rank,
    );
  return found.sets.map(({ inputs }, rank) => ({
    inputs: [
      ...inputs,
      ...own.map(
        ({ candidate, input }): DrawnInput => ({
          input: input!,
          value: strengthOf(candidate.cases[0]!, strengths[rank]!),
        }),
      ),
    ],
  }));
}

const daysSaved = (sets: readonly UnderSet[]): readonly (number | null)[] =>
  sets.map(({ differences }) => {
    const added = differences.overall?.difference?.mean ?? null;
    return added === null ? null : -added;
  });

/**
 * The leader, and whether its place is established: it demonstrably saves patient-days, and is first in at least half of
 * the sets. The second is whoever is first most often elsewhere, else the next in order. Inputs are those that go with
 * the gap between the two over the sets.
 */
export function leadersOrder(
  ranked: readonly Ranked[],
  shares: ReadonlyMap<string, FirstShares> | null,
  drawn: DrawnSets | null,
  under: ReadonlyMap<string, readonly UnderSet[]> | null,
  facts: readonly LeverFacts[],
): LeadersOrder {
  const rivals = inOrder(ranked).filter(({ candidate }) => !candidate.isNegative);
  const leader = rivals.find(({ measure }) => measure.verdict === 'lower') ?? null;
  const shareOf = (id: string): number | null => shares?.get(id)?.daysSaved ?? null;
  const others = rivals.filter((one) => one !== leader && one.measure.daysSaved !== null);
  const second =
    leader === null
      ? null
      : others.reduce<Ranked | null>(
          (best, one) =>
            best === null || (shareOf(one.candidate.id) ?? 0) > (shareOf(best.candidate.id) ?? 0)
              ? one
              : best,
          null,
        );
  const firstShare = leader === null ? null : shareOf(leader.candidate.id);
  const order = {
    first: leader?.candidate.id ?? null,
    second: second?.candidate.id ?? null,
    firstShare,
    threshold: ESTABLISHED_SHARE,
    isEstablished: firstShare !== null && firstShare >= ESTABLISHED_SHARE,
  };
  if (leader === null || second === null || drawn === null || under === null)
    return { ...order, toMeasure: [] };
  const [one, other] = [leader, second].map(({ candidate }) => daysSaved(under.get(candidate.id)!));
  const gains = one!.map((saved, rank) => (saved === null ? null : saved - (other![rank] ?? Number.NaN)));
  if (gains.some((gap) => gap === null || Number.isNaN(gap))) return { ...order, toMeasure: [] };
  const table = new Map(facts.map((fact) => [fact.id, fact]));
  const sets = inputsOf(drawn, [leader.candidate, second.candidate], table);
  return { ...order, toMeasure: inputsToMeasure(sets, gains as readonly number[]) };
}
