/** A base and a variant played with the same random numbers, compared replication by replication. */

import type { PairedIndicator, Verdict } from '../model/results/compare.ts';
import type { Estimate } from '../model/results/estimate.ts';
import { round12 } from '../model/results/estimate.ts';
import { estimate } from './estimate.ts';
import type { Value } from './measured.ts';

/** Below this share of the values compared, a gap or a spread is rounding of the arithmetic. */
const ROUNDING = 1e-11;
/** Replications from which a correlation is given. */
const FEWEST_FOR_SPREAD = 3;

interface Pairs {
  readonly base: readonly number[];
  readonly variant: readonly number[];
}

/** The replications in which something happened in both. */
function pairsOf(base: readonly Value[], variant: readonly Value[]): Pairs {
  const pairs: { base: number[]; variant: number[] } = { base: [], variant: [] };
  for (let n = 0; n < base.length; n++) {
    const before = base[n]!;
    const after = variant[n]!;
    if (before === null || after === null) continue;
    pairs.base.push(before);
    pairs.variant.push(after);
  }
  return pairs;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function covariance(a: readonly number[], b: readonly number[]): number {
  const meanA = meanOf(a);
  const meanB = meanOf(b);
  const products = a.reduce((sum, value, i) => sum + (value - meanA) * (b[i]! - meanB), 0);
  return products / (a.length - 1);
}

/**
 * Equal differences in so few replications, as whole days may be by chance, demonstrate nothing: were either sign as likely, n
 * equal signs would come with probability 2^(1−n).
 */
const enoughEqualSigns = (n: number, level: number): boolean => 1 / 2 ** (n - 1) <= 1 - level;

/**
 * The difference variant − base over the replications they share, with its Student interval at the level asked, in words
 * (verdict), and what pairing brings: their correlation, and how many times more replications independent draws would need,
 * (s²b + s²v) ÷ s²d (Law 2015, sections 10.2 and 11.2). Replications in which either is null are left out; base and variant are
 * estimated, at 95 %, over the others, so that their means differ by the mean difference.
 *
 * Student's interval supposes normal differences. Where those of the replications are skewed, as near saturation in short runs, it
 * holds a little less often (at 95 % and 10 replications, in 94 % of cases for a skewness of 1), and when it misses it mostly stops
 * short on the side of the long tail. Longer runs mend it.
 *
 * A difference that is the same in every replication has no spread: it is demonstrated only from as many replications as equal
 * signs take at this level (6 at 95 %); below, it has no interval. In a single replication nothing is demonstrated.
 * @param base one number a replication, null where nothing happened.
 * @param level probability that the interval holds the true difference; 1 − 0.05/m for m variants looked at together.
 * @throws RangeError when the lengths differ or the level is not between 0 and 1.
 * @example pairedIndicator([1, 2, 3], [2, 3, 7], 0.95).difference.mean // 2
 * @example pairedIndicator([4, 5, 6], [4, 5, 6], 0.95).verdict // 'unchanged'
 */
export function pairedIndicator(
  base: readonly Value[],
  variant: readonly Value[],
  level: number,
): PairedIndicator {
  if (base.length !== variant.length)
    throw new RangeError(`paired series differ in length: ${base.length} and ${variant.length}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1: ${level}`);
  const pairs = pairsOf(base, variant);
  const n = pairs.base.length;
  if (n === 0) {
    const alone = (values: readonly Value[]) => {
      const seen = values.filter((value) => value !== null);
      return seen.length === 0 ? null : estimate(seen);
    };
    return incomparable(alone(base), alone(variant), 'absent');
  }
  const { difference, verdict } = judged(pairs, level);
  return Object.freeze({
    base: estimate(pairs.base),
    variant: estimate(pairs.variant),
    difference,
    verdict,
    ...gainOf(pairs),
  });
}

/**
 * Base and variant side by side with no difference between them.
 * @example incomparable(null, 'unstable', 'unstable').difference // null
 */
export function incomparable(
  base: PairedIndicator['base'],
  variant: PairedIndicator['variant'],
  verdict: 'unstable' | 'absent',
): PairedIndicator {
  return Object.freeze({
    base,
    variant,
    difference: null,
    verdict,
    correlation: null,
    pairingGain: null,
  });
}

function judged(
  { base, variant }: Pairs,
  level: number,
): { readonly difference: Estimate; readonly verdict: Verdict } {
  const n = base.length;
  const scale = Math.max(...base.map(Math.abs), ...variant.map(Math.abs));
  const differences = variant.map((value, i) => {
    const gap = value - base[i]!;
    return Math.abs(gap) <= ROUNDING * scale ? 0 : gap;
  });
  const spread = Math.max(...differences) - Math.min(...differences);
  const isConstant = spread <= ROUNDING * scale;
  const found = estimate(differences, level);
  const { mean } = found;
  if (isConstant && mean === 0)
    return { difference: found, verdict: n > 1 ? 'unchanged' : 'not-demonstrated' };
  if (isConstant && !enoughEqualSigns(n, level))
    return { difference: { mean, low: null, high: null, n }, verdict: 'not-demonstrated' };
  return { difference: found, verdict: verdictOn(found) };
}

function verdictOn({ low, high }: Estimate): Verdict {
  if (high !== null && high < 0) return 'lower';
  return low !== null && low > 0 ? 'higher' : 'not-demonstrated';
}

/** Null below 3 replications; the correlation also where one does not vary, the gain where the difference does not. */
function gainOf({ base, variant }: Pairs): Pick<PairedIndicator, 'correlation' | 'pairingGain'> {
  if (base.length < FEWEST_FOR_SPREAD) return { correlation: null, pairingGain: null };
  const ofBase = covariance(base, base);
  const ofVariant = covariance(variant, variant);
  const differences = variant.map((value, i) => value - base[i]!);
  const ofDifference = covariance(differences, differences);
  const scale = Math.max(...base.map(Math.abs), ...variant.map(Math.abs));
  const nothing = (ROUNDING * scale) ** 2;
  const varies = ofBase > nothing && ofVariant > nothing;
  const correlation = covariance(base, variant) / Math.sqrt(ofBase * ofVariant);
  return {
    correlation: varies ? round12(Math.max(-1, Math.min(1, correlation))) : null,
    pairingGain: ofDifference > nothing ? round12((ofBase + ofVariant) / ofDifference) : null,
  };
}
