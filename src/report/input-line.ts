/** An input that is not known, on part of a line: what it is, its value and range, and how much goes with it. */
import type { InputToMeasure } from '../model/results/compare.ts';
import { assumptionName, assumptionPlace, assumptionValue } from './assumption-words.ts';
import type { Language } from './language.ts';
import { formatNumber } from './numbers.ts';
import { fill } from './sentence.ts';

const LINE = {
  en: '{name} ({place}), {value}, {share}% of the spread',
  fr: '{name} ({place}), {value}, {share} % de la dispersion',
};

/** Such an input in a list: `patience for an appointment (irm-A), 30 days (10–60), 80% of the spread`. */
export function inputLine(input: InputToMeasure, language: Language): string {
  const assumption = { ...input, status: 'assumed', from: 'defaults' } as const;
  return fill(
    LINE,
    {
      name: assumptionName(assumption, language),
      place: assumptionPlace(assumption),
      value: assumptionValue(assumption, language),
      share: formatNumber(100 * input.explained, 0, language),
    },
    language,
  );
}
