/** Delays asked for: whether a week reaches them, and what is nearest where none does. */
import type { Infeasible, TargetAnswer } from '../../model/results/optimize.ts';
import type { RuleTarget, WeekRules } from '../../model/rules/rules.ts';
import type { Label } from '../../model/scenario.ts';
import { estimate } from '../../stats/estimate.ts';
import type { Pick } from '../week/change.ts';
import type { WeekPlan } from '../week/problem.ts';
import type { WeekArena } from './arena.ts';

/** First available of the patients of a target, days, over the replications so far; null where nobody asks. */
function delayOf(arena: WeekArena, picks: readonly Pick[], target: RuleTarget) {
  const values = arena.firstAvailable(picks, target);
  const seen = values.filter((value) => value !== null);
  return seen.length === 0 ? null : estimate(seen);
}

/** Whether a week reaches all targets, by the mean of its replications. */
export const reachedTargets = (
  arena: WeekArena,
  picks: readonly Pick[],
  targets: readonly RuleTarget[],
): boolean =>
  targets.every((target) => {
    const delay = delayOf(arena, picks, target);
    return delay !== null && delay.mean <= target.days;
  });

/** Each target with the delay now and in a week. */
export const targetAnswers = (
  arena: WeekArena,
  picks: readonly Pick[],
  targets: readonly RuleTarget[],
): readonly TargetAnswer[] =>
  targets.map((target): TargetAnswer => {
    const proposed = delayOf(arena, picks, target);
    return {
      ...target,
      now: delayOf(arena, [], target),
      proposed,
      isReached: proposed !== null && proposed.mean <= target.days,
    };
  });

const MODALITY: Readonly<Record<RuleTarget['modality'], Label>> = {
  ct: { en: 'CT', fr: 'scanner' },
  mri: { en: 'MRI', fr: 'IRM' },
};

const DAYS: Label = { en: 'days', fr: 'jours' };

const targetLabel = ({ site, modality, class: patientClass }: RuleTarget): Label => ({
  en: `first appointment of class ${patientClass}, ${MODALITY[modality].en}, ${site}: days asked for`,
  fr: `premier rendez-vous, classe ${patientClass}, ${MODALITY[modality].fr}, ${site} : jours demandés`,
});

/** No week that was simulated reaches the targets: which ones, beside the limits, and the delay that is nearest. */
export function unreachable(arena: WeekArena, candidates: readonly WeekPlan[], rules: WeekRules): Infeasible {
  const missed = rules.targets.filter((target) => !reachedTargets(arena, [], [target]));
  const nearest = (target: RuleTarget): number | null =>
    candidates.reduce<number | null>(
      (least, { picks }) => {
        const delay = delayOf(arena, picks, target);
        return delay !== null && (least === null || delay.mean < least) ? delay.mean : least;
      },
      delayOf(arena, [], target)?.mean ?? null,
    );
  return {
    conflict: [
      ...missed.map((target) => ({ label: targetLabel(target), owner: 'rule' as const })),
      {
        label: {
          en: `at most ${rules.changes} changes`,
          fr: `au plus ${rules.changes} changements`,
        },
        owner: 'rule' as const,
      },
      ...(rules.addedHours === null
        ? []
        : [
            {
              label: {
                en: `at most ${rules.addedHours} h of opening a week more than now`,
                fr: `au plus ${rules.addedHours} h d’ouverture par semaine de plus qu’aujourd’hui`,
              },
              owner: 'rule' as const,
            },
          ]),
    ],
    isMinimal: false,
    relaxations: missed.flatMap((target) => {
      const days = nearest(target);
      return days === null || days <= target.days
        ? []
        : [{ label: targetLabel(target), unit: DAYS, from: target.days, to: days }];
    }),
  };
}
