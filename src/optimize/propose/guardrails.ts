/** What must not get worse: the guardrail each headline is under, and which differences break theirs. */
import type { HeadlineDifference } from '../../model/results/compare.ts';
import type { Guardrails, WeekRules } from '../../model/rules/rules.ts';
import type { Label } from '../../model/scenario.ts';

interface Guarded {
  readonly label: Label;
  readonly unit: Label;
  readonly limit: (rails: Guardrails, one: Pick<HeadlineDifference, 'class'>) => number;
}

const MINUTES: Label = { en: 'minutes', fr: 'minutes' };

const GUARDED: Readonly<Partial<Record<HeadlineDifference['name'], Guarded>>> = Object.freeze({
  emergencyWait: {
    label: { en: 'wait of emergencies', fr: 'attente des urgences' },
    unit: MINUTES,
    limit: (rails) => rails.emergencyWaitMinutes,
  },
  firstAvailable: {
    label: { en: 'delay of the first appointment', fr: 'délai du premier rendez-vous' },
    unit: { en: 'days', fr: 'jours' },
    limit: (rails, one) => (one.class === 'H' ? rails.delayDays.H : rails.delayDays.A),
  },
  report: {
    label: { en: '80th percentile of reports', fr: '80e centile des comptes rendus' },
    unit: MINUTES,
    limit: (rails) => rails.reportHours * 60,
  },
  overtime: {
    label: { en: 'overtime a week', fr: 'dépassement horaire par semaine' },
    unit: MINUTES,
    limit: (rails) => rails.overtimeMinutes,
  },
});

const MODALITY: Readonly<Record<'ct' | 'mri', Label>> = Object.freeze({
  ct: { en: 'CT', fr: 'scanner' },
  mri: { en: 'MRI', fr: 'IRM' },
});

/** The guardrail a headline is under, with its limit; null where there is none. */
export function guardOf(one: HeadlineDifference, { guardrails }: WeekRules) {
  const guarded = GUARDED[one.name];
  if (guarded === undefined) return null;
  const where = MODALITY[one.modality];
  const whom = one.class === null ? '' : `, ${one.class}`;
  const label: Label = {
    en: `${guarded.label.en} (${where.en}${whom}, ${one.site})`,
    fr: `${guarded.label.fr} (${where.fr}${whom}, ${one.site})`,
  };
  return { label, unit: guarded.unit, limit: guarded.limit(guardrails, one) };
}

/** The guardrails that differences break beyond doubt: their whole interval lies above what is allowed. */
export const brokenGuardrails = (
  headlines: readonly HeadlineDifference[],
  rules: WeekRules,
): readonly Label[] =>
  headlines.flatMap((one): readonly Label[] => {
    const guard = guardOf(one, rules);
    const low = one.difference?.low ?? null;
    return guard === null || low === null || low <= guard.limit ? [] : [guard.label];
  });

/** The guardrails of which it cannot be told whether they are broken: the mean lies above what is allowed, not the whole interval. */
export const doubtfulGuardrails = (
  headlines: readonly HeadlineDifference[],
  rules: WeekRules,
): readonly Label[] =>
  headlines.flatMap((one): readonly Label[] => {
    const guard = guardOf(one, rules);
    if (guard === null || one.difference === null) return [];
    const { mean, low } = one.difference;
    return one.verdict === 'higher' && mean > guard.limit && low !== null && low <= guard.limit
      ? [guard.label]
      : [];
  });

/** Whether something demonstrably grows, and by more than is allowed on average: such a week is not chosen. */
export const exceedsGuardrails = (headlines: readonly HeadlineDifference[], rules: WeekRules): boolean =>
  headlines.some((one) => {
    const guard = guardOf(one, rules);
    return guard !== null && one.verdict === 'higher' && (one.difference?.mean ?? 0) > guard.limit;
  });
