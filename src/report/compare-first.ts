/** The first answer of a comparison, after a few replications: one line a variant, to be refined. */
import type { VariantDifferences } from '../model/results/compare.ts';
import { boundsText, headlineName, signed } from './difference-words.ts';
import type { Language, Text } from './language.ts';
import { fill } from './sentence.ts';
import { MODALITY_WORDS } from './words.ts';

const FIRST: Text = {
  en: 'First answer, {replications|replication|replications}: {parts}; refining…',
  fr: 'Première réponse, {replications|réplication|réplications} : {parts} ; affinage…',
};
const OF: Text = { en: '{label}: {line}', fr: '{label} : {line}' };
const NOTHING: Text = { en: 'no demonstrable difference yet', fr: 'pas encore de différence démontrable' };

/**
 * A line a variant: the delays that differ, with their interval so far.
 * @param labels of the variants, in their order.
 */
export function firstAnswer(
  { variants }: { readonly variants: readonly VariantDifferences[] },
  labels: readonly string[],
  replications: number,
  language: Language,
): readonly string[] {
  return variants.map(({ headlines }, rank) => {
    const told = headlines.flatMap((one) => {
      const { name, verdict, difference, modality } = one;
      if (name !== 'firstAvailable' || (verdict !== 'lower' && verdict !== 'higher')) return [];
      const { mean, low, high } = difference!;
      const bounds = low === null || high === null ? '' : ` (${boundsText({ low, high }, 'days', language)})`;
      return [
        `${MODALITY_WORDS[modality][language]}, ${headlineName(one, language)} ${signed(mean, 1, language)}${bounds}`,
      ];
    });
    const parts = told.length === 0 ? fill(NOTHING, {}, language) : told.join(' · ');
    const line = fill(FIRST, { replications, parts }, language);
    return variants.length === 1 ? line : fill(OF, { label: labels[rank] ?? '', line }, language);
  });
}
