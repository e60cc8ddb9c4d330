/** Guardrails the curves do not know: each change adds to them what simulation has taught. */
import { type Draft, timesTerms } from './draft.ts';

/** What giving up a guardrail by one of its units costs, to weigh relaxations against each other. */
const PENALTY = 0.1;

/** A row a guardrail, where some change adds to it. */
export function addRails({ ask, problem, builder }: Draft): void {
  ask.rails?.forEach(({ label, unit, upper, of }, at) => {
    const terms = timesTerms(problem.changes, of);
    if (terms.some(([, coefficient]) => coefficient > 0))
      builder.row({ id: `rail/${at}`, label, unit, upper, penalty: PENALTY, terms });
  });
}
