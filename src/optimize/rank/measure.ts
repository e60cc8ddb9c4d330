/** What one candidate brings: patient-days saved, by staffed hour and by euro, delays, and guardrails. */
import { assumptionInterval } from '../../calibrate/assumption-interval.ts';
import type { HeadlineDifference, PairedIndicator, VariantDifferences } from '../../model/results/compare.ts';
import { type Estimate, round12 } from '../../model/results/estimate.ts';
import type { FirstShares, LeverMeasure, TwoIntervals } from '../../model/results/levers.ts';
import { headlineKey } from '../../stats/headlines.ts';
import type { Resources } from '../levers/lever.ts';
import { costPerYear, type UnitCosts } from '../levers/unit-costs.ts';
import { type Candidate, OWN_STRENGTHS, resourcesOf, type Strengths } from './candidate.ts';

/** A candidate under one assumption set. */
export interface UnderSet {
  readonly strengths: Strengths;
  readonly differences: VariantDifferences;
}

/** The measures by which candidates are compared, each positive when better; null where it has no meaning. */
export interface Gains {
  readonly daysSaved: number | null;
  readonly perStaffedHour: number | null;
  readonly perThousandEuros: number | null;
}

const THOUSAND = 1000;

/**
 * The same estimate in another unit; a negative factor turns it round.
 * @example times({ mean: 2, low: 1, high: 4, n: 3 }, -1) // { mean: -2, low: -4, high: -1, n: 3 }
 */
export function times({ mean, low, high, n }: Estimate, factor: number): Estimate {
  const by = (x: number | null) => (x === null ? null : round12(x * factor));
  const [least, most] = factor < 0 ? [by(high), by(low)] : [by(low), by(high)];
  return { mean: round12(mean * factor), low: least, high: most, n };
}

const staffedHours = ({ staffHoursPerWeek: { technologist, radiologist, secretary } }: Resources): number =>
  technologist + radiologist + secretary;

/** What a patient-day saved a week is for each hour and for each thousand euros; null where nothing is taken. */
function ratesOf(taken: Resources, costs: UnitCosts) {
  const hours = staffedHours(taken);
  const euros = costPerYear(taken, costs);
  return {
    hours,
    euros,
    anHour: hours > 0 ? 1 / hours : null,
    // Days are a week's and euros a year's.
    aThousandEuros: euros > 0 ? (costs.weeksPerYear.value * THOUSAND) / euros : null,
  };
}

const meanOf = (indicator: PairedIndicator | null | undefined): number | null =>
  indicator?.difference?.mean ?? null;

/** The measures of a candidate under one set. */
export function gainsUnder(candidate: Candidate, under: UnderSet, costs: UnitCosts): Gains {
  const added = meanOf(under.differences.overall);
  const { anHour, aThousandEuros } = ratesOf(resourcesOf(candidate, under.strengths), costs);
  const saved = added === null ? null : -added;
  const by = (rate: number | null) => (saved === null || rate === null ? null : saved * rate);
  return { daysSaved: saved, perStaffedHour: by(anHour), perThousandEuros: by(aThousandEuros) };
}

/** The assumption interval of a number over the sets; null where some set does not give it. */
function over(values: readonly (number | null)[] | null): TwoIntervals['assumptions'] {
  if (values === null || values.length === 0 || values.includes(null)) return null;
  return assumptionInterval((values as readonly number[]).map(round12));
}

const isGuardrail = ({ name, class: one }: HeadlineDifference): boolean =>
  name === 'emergencyWait' ||
  name === 'overtime' ||
  name === 'report' ||
  (name === 'firstAvailable' && one === 'H');

const NO_SHARES: FirstShares = Object.freeze({
  daysSaved: null,
  perStaffedHour: null,
  perThousandEuros: null,
});

/** Of the delays that can be compared, the one that gains least. */
function worstOf(delays: readonly HeadlineDifference[]): HeadlineDifference | null {
  const compared = delays.filter(({ difference }) => difference !== null);
  return compared.reduce<HeadlineDifference | null>(
    (worst, one) => (worst === null || one.difference!.mean > worst.difference!.mean ? one : worst),
    null,
  );
}

/**
 * All that is said of a candidate. Patient-days are those of a week (see the overall of a comparison), for a staffed
 * hour of the same week, and for a thousand euros of a year: days a week × weeks a year ÷ thousands of euros a year.
 * @param underSets one a set kept; null before the sets.
 */
export function measureOf(
  candidate: Candidate,
  differences: VariantDifferences,
  underSets: readonly UnderSet[] | null,
  costs: UnitCosts,
  first: FirstShares = NO_SHARES,
): LeverMeasure {
  const taken = resourcesOf(candidate, OWN_STRENGTHS);
  const rates = ratesOf(taken, costs);
  const gains = underSets?.map((under) => gainsUnder(candidate, under, costs)) ?? null;
  const added = differences.overall?.difference ?? null;
  const both = (rate: number | null, of: (one: Gains) => number | null): TwoIntervals | null =>
    added === null || rate === null
      ? null
      : { estimate: times(added, -rate), assumptions: over(gains?.map(of) ?? null) };
  const headlines = differences.headlines.map((one): HeadlineDifference => {
    const key = headlineKey(one);
    const found = underSets?.map((under) =>
      meanOf(under.differences.headlines.find((other) => headlineKey(other) === key)),
    );
    return { ...one, assumptions: over(found ?? null) };
  });
  const delays = headlines.filter(({ name }) => name === 'firstAvailable');
  return {
    departments: candidate.scope.departments,
    daysSaved: both(1, ({ daysSaved }) => daysSaved),
    verdict: differences.overall?.verdict ?? 'absent',
    staffedHoursPerWeek: round12(rates.hours),
    technologistHoursPerWeek: round12(taken.staffHoursPerWeek.technologist),
    radiologistHoursPerWeek: round12(taken.staffHoursPerWeek.radiologist),
    secretaryHoursPerWeek: round12(taken.staffHoursPerWeek.secretary),
    eurosPerYear: round12(rates.euros),
    perStaffedHour: both(rates.anHour, ({ perStaffedHour }) => perStaffedHour),
    perThousandEuros: both(rates.aThousandEuros, ({ perThousandEuros }) => perThousandEuros),
    delays,
    guardrails: headlines.filter(isGuardrail),
    worstClass: worstOf(delays),
    correlation: differences.overall?.correlation ?? null,
    pairingGain: differences.overall?.pairingGain ?? null,
    first,
  };
}
