/** What each change adds to what must not get worse, as simulation has taught: rows for the linear model. */
import type { HeadlineDifference } from '../../model/results/compare.ts';
import type { WeekRules } from '../../model/rules/rules.ts';
import { headlineKey } from '../../stats/headlines.ts';
import type { WeekChange } from '../week/change.ts';
import type { Rail } from '../week/draft.ts';
import type { WeekPlan } from '../week/problem.ts';
import type { WeekArena } from './arena.ts';
import { learnCorrections } from './corrections.ts';
import { guardOf } from './guardrails.ts';

/** What one week shows of a guardrail is believed nearly whole: there is no model of it that could be right. */
const RIDGE = 0.05;

/** A guardrail with what it came to in each week that was simulated. */
interface Seen {
  readonly one: HeadlineDifference;
  readonly byWeek: Map<string, number>;
}

/**
 * Rows that hold each guardrail: what a change adds to it is learnt from the weeks that were simulated, as corrections are.
 */
export function learnRails(
  arena: WeekArena,
  candidates: readonly WeekPlan[],
  rules: WeekRules,
): readonly Rail[] {
  const seen = new Map<string, Seen>();
  for (const plan of candidates)
    for (const one of arena.headlines(plan.picks, 1)) {
      if (guardOf(one, rules) === null || one.difference === null) continue;
      const key = headlineKey(one);
      const known = seen.get(key) ?? { one, byWeek: new Map<string, number>() };
      known.byWeek.set(plan.key, one.difference.mean);
      seen.set(key, known);
    }
  return [...seen.values()].map(({ one, byWeek }): Rail => {
    const { label, unit, limit } = guardOf(one, rules)!;
    const isThere = ({ site, modality }: WeekChange): boolean =>
      site === one.site && (modality === null || modality === one.modality);
    const learnt = learnCorrections(
      candidates.map(({ key, picks }) => ({
        picks: picks.filter(({ change }) => isThere(change)),
        predicted: 0,
        simulated: byWeek.get(key) ?? 0,
      })),
      RIDGE,
    );
    return {
      label: {
        en: `${label.en}: at most ${limit} ${unit.en} more than now`,
        fr: `${label.fr} : au plus ${limit} ${unit.fr} de plus qu’aujourd’hui`,
      },
      unit,
      upper: limit,
      of: (change) => (isThere(change) ? learnt(change) : 0),
    };
  });
}
