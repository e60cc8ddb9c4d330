/** Inputs made wrong on purpose, by 3 %, to show that a theory test can go red. */
import type { Law } from '../../src/model/law.ts';
import type { Flow, Scenario } from '../../src/model/scenario.ts';

/** How much too large an input is made, to see the check go red. */
export const BIAS = 1.03;

/** An input made wrong on purpose. */
export interface Bias {
  /** Reads after "when": "exams last 3 % longer". */
  readonly when: string;
  readonly change: (scenario: Scenario) => Scenario;
}

const withFlows = (change: (flow: Flow) => Flow) => (scenario: Scenario) => ({
  ...scenario,
  flows: scenario.flows.map(change),
});

/** 3 % more requests in every flow. */
export const MORE_REQUESTS: Bias = {
  when: '3 % more patients ask',
  change: withFlows((flow) => ({ ...flow, perWeek: flow.perWeek * BIAS })),
};

/** Exams 3 % longer in every flow that gives its durations. */
export const LONGER_EXAMS: Bias = {
  when: 'exams last 3 % longer',
  change: withFlows((flow) => ({
    ...flow,
    durations: flow.durations === null ? null : stretched(flow.durations, BIAS),
  })),
};

/**
 * The law of a duration multiplied by a factor.
 * @example stretched({ law: 'exponential', mean: 100 }, 2) // { law: 'exponential', mean: 200 }
 */
export function stretched(law: Law, factor: number): Law {
  switch (law.law) {
    case 'deterministic':
      return { ...law, value: law.value * factor };
    case 'exponential':
    case 'erlang':
    case 'gamma':
    case 'weibull':
    case 'lognormal':
      return { ...law, mean: law.mean * factor };
    case 'normal':
      return { ...law, mean: law.mean * factor, sd: law.sd * factor, floor: law.floor * factor };
    case 'uniform':
      return { ...law, min: law.min * factor, max: law.max * factor };
    case 'empirical':
      return { ...law, values: law.values.map((value) => value * factor) };
    case 'jqpd-s':
    case 'jqpd-b': {
      const quantiles = { p20: law.p20 * factor, p50: law.p50 * factor, p80: law.p80 * factor };
      const min = law.min * factor;
      return law.law === 'jqpd-s'
        ? { ...law, ...quantiles, min }
        : { ...law, ...quantiles, min, max: law.max * factor };
    }
  }
}
