/**
 * Probability laws of durations, as plain data. Every number of a law is in one unit, the caller's
 * (seconds once a scenario is complete). Quantile functions are in `engine/laws`.
 */
export type Law =
  | { readonly law: 'deterministic'; readonly value: number }
  | { readonly law: 'exponential'; readonly mean: number }
  | { readonly law: 'erlang'; readonly mean: number; readonly stages: number }
  | { readonly law: 'gamma'; readonly mean: number; readonly cv: number }
  | { readonly law: 'weibull'; readonly mean: number; readonly cv: number }
  | { readonly law: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly law: 'normal'; readonly mean: number; readonly sd: number; readonly floor: number }
  | { readonly law: 'uniform'; readonly min: number; readonly max: number }
  | {
      readonly law: 'jqpd-s';
      readonly min: number;
      readonly p20: number;
      readonly p50: number;
      readonly p80: number;
    }
  | {
      readonly law: 'jqpd-b';
      readonly min: number;
      readonly max: number;
      readonly p20: number;
      readonly p50: number;
      readonly p80: number;
    }
  | {
      readonly law: 'empirical';
      readonly values: readonly number[];
      readonly weights: readonly number[];
      readonly interpolate: boolean;
    };

/**
 * A law whose every draw is multiplied by `factor` ≥ 0.
 * @example scaledLaw({ law: 'uniform', min: 2, max: 4 }, 0.5) // { law: 'uniform', min: 1, max: 2 }
 */
export function scaledLaw(law: Law, factor: number): Law {
  switch (law.law) {
    case 'deterministic':
      return { ...law, value: law.value * factor };
    case 'normal':
      return { ...law, mean: law.mean * factor, sd: law.sd * factor, floor: law.floor * factor };
    case 'uniform':
      return { ...law, min: law.min * factor, max: law.max * factor };
    case 'jqpd-s':
      return {
        ...law,
        min: law.min * factor,
        p20: law.p20 * factor,
        p50: law.p50 * factor,
        p80: law.p80 * factor,
      };
    case 'jqpd-b':
      return {
        ...law,
        min: law.min * factor,
        max: law.max * factor,
        p20: law.p20 * factor,
        p50: law.p50 * factor,
        p80: law.p80 * factor,
      };
    case 'empirical':
      return { ...law, values: law.values.map((value) => value * factor) };
    default:
      return { ...law, mean: law.mean * factor };
  }
}
