/** The document of a comparison: what was played, with what it is under the assumption sets. */
import { assumptionInterval, inputsToMeasure } from '../../calibrate/assumption-interval.ts';
import { type DifferencesUnderSets, playedSets } from '../../calibrate/differences-under-sets.ts';
import { scenarioHash } from '../../model/hash.ts';
import type {
  AssumptionInterval,
  HeadlineDifference,
  PairedIndicator,
  VariantDifferences,
} from '../../model/results/compare.ts';
import type {
  CompareDocument,
  ComparedScenario,
  ComparedVariant,
  HeadlineInputs,
} from '../../model/results/compare-document.ts';
import { RESULT_VERSION } from '../../model/results/results.ts';
import { headlineKey } from '../../stats/headlines.ts';
import { transients } from '../../stats/transient.ts';
import type { PlayedComparison } from './play.ts';
import type { Compared } from './variants.ts';

/** The differences of one indicator over the sets; null where some set has none. */
function valuesOver(
  underSets: DifferencesUnderSets,
  variant: number,
  of: (one: VariantDifferences) => PairedIndicator | null | undefined,
): readonly number[] | null {
  const values = underSets.bySet.map((set) => of(set[variant]!)?.difference?.mean ?? null);
  return values.length === 0 || values.includes(null) ? null : (values as readonly number[]);
}

const intervalOf = (values: readonly number[] | null): AssumptionInterval | null =>
  values === null ? null : assumptionInterval(values);

/** Whose assumption interval is explained input by input: what patients wait, where it changes. */
const isExplained = ({ name, verdict, assumptions }: HeadlineDifference): boolean =>
  name === 'firstAvailable' && assumptions !== null && (verdict === 'lower' || verdict === 'higher');

function variantOf(
  compared: Compared,
  differences: VariantDifferences,
  rank: number,
  played: PlayedComparison,
): ComparedVariant {
  const { underSets } = played;
  const over = (key: string) =>
    underSets === null
      ? null
      : valuesOver(underSets, rank, ({ headlines }) => headlines.find((one) => headlineKey(one) === key));
  const headlines = differences.headlines.map((one) => ({
    ...one,
    assumptions: one.verdict === 'unchanged' ? null : intervalOf(over(headlineKey(one))),
  }));
  const toMeasure = headlines.filter(isExplained).map((one): HeadlineInputs => {
    const { site, modality, name, class: patientClass, unit, lowerIsBetter } = one;
    const inputs = inputsToMeasure(underSets!.sets.sets, one.assumptions!.values);
    return { site, modality, name, class: patientClass, unit, lowerIsBetter, inputs };
  });
  return {
    ...scenarioOf(compared),
    ...differences,
    headlines,
    overallAssumptions:
      underSets === null ? null : intervalOf(valuesOver(underSets, rank, ({ overall }) => overall)),
    values: compared.values,
    roomWeeks: compared.weeks,
    toMeasure,
    transients: transients(played.base, played.variants[rank]!),
  };
}

const scenarioOf = ({ label, name, scenario }: Compared): ComparedScenario => ({
  label,
  name,
  hash: scenarioHash(scenario),
});

/** What `creneau compare --json` prints. */
export function compareDocument(
  base: Compared,
  variants: readonly Compared[],
  played: PlayedComparison,
): CompareDocument {
  const { variants: differences, ...terms } = played.comparison!;
  return {
    creneau: RESULT_VERSION,
    command: 'compare',
    base: scenarioOf(base),
    ...terms,
    replications: Math.min(...[played.base, ...played.variants].map(({ replications }) => replications)),
    variants: variants.map((one, rank) => variantOf(one, differences[rank]!, rank, played)),
    sets: played.underSets === null ? null : playedSets(played.underSets),
  };
}
