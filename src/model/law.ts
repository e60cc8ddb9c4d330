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
