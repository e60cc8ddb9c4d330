/** A law as a user would write it. */
import { fixedDefault } from '../complete/defaults-fixed.ts';
import type { Law } from '../law.ts';
import { MINUTE } from '../units.ts';

/** What a user writes for a duration: a number of minutes, or a mapping. */
export type WrittenLaw = number | Readonly<Record<string, number | string | boolean | readonly number[]>>;

const minutes = (seconds: number): number => seconds / MINUTE;
/** Nothing is written for a bound that is the default. */
const unlessDefault = (key: string, path: string, seconds: number) =>
  minutes(seconds) === fixedDefault(path) ? {} : { [key]: minutes(seconds) };

/**
 * The shortest way to write a law, in minutes: a bare number for a fixed duration, three quantiles for J-QPD-S.
 * @example writtenLaw({ law: 'deterministic', value: 600 }) // 10
 * @example writtenLaw({ law: 'jqpd-s', min: 180, p20: 300, p50: 600, p80: 948 }) // { p20: 5, p50: 10, p80: 15.8 }
 */
export function writtenLaw(law: Law): WrittenLaw {
  switch (law.law) {
    case 'deterministic':
      return minutes(law.value);
    case 'jqpd-s': {
      const low = unlessDefault('min', '<law: jqpd-s>.min', law.min);
      return { ...low, p20: minutes(law.p20), p50: minutes(law.p50), p80: minutes(law.p80) };
    }
    case 'jqpd-b': {
      const low = unlessDefault('min', '<law: jqpd-b>.min', law.min);
      const quantiles = { p20: minutes(law.p20), p50: minutes(law.p50), p80: minutes(law.p80) };
      return { law: law.law, ...low, max: minutes(law.max), ...quantiles };
    }
    case 'exponential':
      return { law: law.law, mean: minutes(law.mean) };
    case 'erlang':
      return { law: law.law, mean: minutes(law.mean), stages: law.stages };
    case 'gamma':
    case 'weibull':
    case 'lognormal':
      return { law: law.law, mean: minutes(law.mean), cv: law.cv };
    case 'normal': {
      const floor = law.floor === Number.NEGATIVE_INFINITY ? {} : { floor: minutes(law.floor) };
      return { law: law.law, mean: minutes(law.mean), sd: minutes(law.sd), ...floor };
    }
    case 'uniform':
      return { law: law.law, min: minutes(law.min), max: minutes(law.max) };
    case 'empirical': {
      const { interpolate } = law;
      return { law: law.law, values: law.values.map(minutes), weights: law.weights, interpolate };
    }
  }
}
