/** Constants of selection procedures: how far apart sums and means must be before a system is dropped or chosen. */
import { exp, ln, pow } from '../../engine/math.ts';
import { gammaQ } from '../../engine/math-gamma.ts';
import { normalCdf } from '../../engine/math-special.ts';

/** Nodes lie this share of a deviation of ln χ² apart: exact to 1e-7 for 1 degree of freedom, 1e-9 from 2 on. */
const SPACING = 0.4;
/** Nodes of less weight than this, the largest being 1, are left out. */
const LEAST_WEIGHT = 1e-16;
/** Below this a probability is rounding of the sums. */
const LEAST_PROBABILITY = 1e-15;
/** Of the probability reached, relative. */
const PRECISION = 1e-11;
const MOST_STEPS = 200;

interface Node {
  readonly x: number;
  readonly weight: number;
}

/**
 * A χ² law with so many degrees of freedom as points and weights that sum to 1, by the trapezoid rule on ln x: for an analytic
 * integrand that vanishes at both ends its error falls exponentially.
 */
function chiSquareNodes(degreesOfFreedom: number): readonly Node[] {
  const half = degreesOfFreedom / 2;
  const spacing = SPACING * Math.sqrt(2 / degreesOfFreedom);
  const node = (i: number): Node => {
    const t = i * spacing;
    const ratio = exp(t);
    return { x: degreesOfFreedom * ratio, weight: exp(half * (t + 1 - ratio)) };
  };
  const side = (sign: 1 | -1): Node[] => {
    const nodes: Node[] = [];
    for (let i = 1; ; i++) {
      const next = node(sign * i);
      if (next.weight < LEAST_WEIGHT) return nodes;
      nodes.push(next);
    }
  };
  const nodes = [...side(-1).reverse(), node(0), ...side(1)];
  const total = nodes.reduce((sum, { weight }) => sum + weight, 0);
  return nodes.map(({ x, weight }) => ({ x, weight: weight / total }));
}

/** The x > 0 at which a probability that falls with x is the one allowed: false position on logarithms, after Illinois. */
function crossing(probability: (x: number) => number, allowed: number): number {
  const over = (x: number): number => ln(Math.max(probability(x), LEAST_PROBABILITY) / allowed);
  let low = 0;
  let atLow = over(low);
  let high = 1;
  let atHigh = over(high);
  while (atHigh > 0) {
    low = high;
    atLow = atHigh;
    high *= 2;
    atHigh = over(high);
  }
  let lastSide = 0;
  for (let i = 0; i < MOST_STEPS; i++) {
    const x = (low * atHigh - high * atLow) / (atHigh - atLow);
    const atX = over(x);
    if (Math.abs(atX) < PRECISION) return x;
    const side = atX > 0 ? 1 : -1;
    // The end that stays twice counts half, so that both ends close in.
    if (side > 0) {
      low = x;
      atLow = atX;
      if (side === lastSide) atHigh /= 2;
    } else {
      high = x;
      atHigh = atX;
      if (side === lastSide) atLow /= 2;
    }
    lastSide = side;
  }
  return (low + high) / 2;
}

function checkTerms(systems: number, alpha: number, firstReplications: number): void {
  if (!(Number.isInteger(systems) && systems >= 2))
    throw new RangeError(`a selection needs at least 2 systems: ${systems}`);
  if (!(alpha > 0 && alpha < 0.5))
    throw new RangeError(`an error probability lies between 0 and 0.5: ${alpha}`);
  if (!(Number.isInteger(firstReplications) && firstReplications >= 2))
    throw new RangeError(`a variance needs at least 2 first replications: ${firstReplications}`);
}

export interface KnConstants {
  readonly eta: number;
  /** h² = 2η(n₀ − 1): a pair is decided after h²S²/δ² replications at the latest. */
  readonly hSquared: number;
}

/**
 * η and h² of the procedure KN with c = 1: η = ½[(2α/(k − 1))^(−2/(n₀ − 1)) − 1], which solves ½(1 + 2η)^(−(n₀ − 1)/2) = α/(k − 1).
 * Source: Kim and Nelson (2001), "A fully sequential procedure for indifference-zone selection in simulation", ACM TOMACS 11,
 * 251–273, section 3. Tests hold the closed form against the equation it solves.
 * @param alpha probability of a wrong choice at most.
 * @throws RangeError for fewer than 2 systems or first replications, or alpha outside (0, 0.5).
 * @example knConstants(5, 0.05, 10).eta // 0.6349672651536731
 */
export function knConstants(systems: number, alpha: number, firstReplications: number): KnConstants {
  checkTerms(systems, alpha, firstReplications);
  const eta = (pow((2 * alpha) / (systems - 1), -2 / (firstReplications - 1)) - 1) / 2;
  return Object.freeze({ eta, hSquared: 2 * eta * (firstReplications - 1) });
}

/**
 * Rinott's constant h, which solves E[ E[Φ(h / √(ν(1/X + 1/Y))) | Y]^(k − 1) ] = 1 − α, where X and Y are independent χ² of
 * ν = n₀ − 1 degrees of freedom: with (h·S/δ)² replications each, the best of k independent normal systems, if it leads by δ, has
 * the best mean with probability 1 − α.
 * Source: Rinott (1978), Communications in Statistics A7, 799–811; the integral as in Bechhofer, Santner and Goldsman (1995),
 * "Design and Analysis of Experiments for Statistical Selection", p. 61.
 * Checked by tests against Law (2015), section 10.4, table of h₁ (Dudewicz and Dalal's h, the same for k = 2), against the 3.692 of
 * Kim and Nelson (2006), Handbooks in Operations Research 13, chapter 17 (k = 5, n₀ = 10), against reference values of the program of
 * that book of 1995 for 50 degrees of freedom, all at second hand; and by quadrature of another kind, and draws.
 * @returns h, dimensionless, within 1e-7.
 * @throws RangeError as `knConstants`.
 * @example rinottConstant(5, 0.05, 10).toFixed(6) // '3.692624'
 */
export function rinottConstant(systems: number, alpha: number, firstReplications: number): number {
  checkTerms(systems, alpha, firstReplications);
  const nodes = chiSquareNodes(firstReplications - 1);
  const scales = nodes.map(({ x }, i) =>
    nodes.slice(0, i + 1).map((y) => 1 / Math.sqrt((firstReplications - 1) * (1 / x + 1 / y.x))),
  );
  const wrong = (h: number): number => {
    const beatsOne = nodes.map(() => 0);
    // X and Y have one law: each pair of nodes serves twice.
    scales.forEach((row, i) => {
      row.forEach((scale, j) => {
        const probability = normalCdf(h * scale);
        beatsOne[i]! += nodes[j]!.weight * probability;
        if (j < i) beatsOne[j]! += nodes[i]!.weight * probability;
      });
    });
    return 1 - nodes.reduce((sum, { weight }, i) => sum + weight * pow(beatsOne[i]!, systems - 1), 0);
  };
  return crossing(wrong, alpha);
}

/**
 * The screening constant η of GSP, which solves E[2(1 − Φ(η√R))] = 1 − (1 − α)^(1/(k − 1)), where R is the smaller of two independent
 * χ² of n₁ − 1 degrees of freedom: the best of k independent normal systems is dropped in some screening with probability α at most.
 * Source: Ni, Ciocan, Henderson and Hunter (2017), "Efficient ranking and selection in parallel computing environments", Operations
 * Research 65, 821–836, section 3. No table is published; tests hold it against a computation of another kind.
 * @returns η, dimensionless, within 1e-8.
 * @throws RangeError as `knConstants`.
 * @example screeningConstant(20, 0.025, 20).toFixed(6) // '0.923341'
 */
export function screeningConstant(systems: number, alpha: number, firstReplications: number): number {
  checkTerms(systems, alpha, firstReplications);
  const half = (firstReplications - 1) / 2;
  // R has density 2f(1 − F).
  const nodes = chiSquareNodes(firstReplications - 1).map(({ x, weight }) => ({
    root: Math.sqrt(x),
    weight: 2 * weight * gammaQ(half, x / 2),
  }));
  const allowed = 1 - pow(1 - alpha, 1 / (systems - 1));
  return crossing(
    (eta) => nodes.reduce((sum, { root, weight }) => sum + weight * 2 * normalCdf(-eta * root), 0),
    allowed,
  );
}
