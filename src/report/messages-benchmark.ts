/** What is said of a benchmark file. Codes: `model/benchmark/codes.ts`. */
import type { BenchmarkCode } from '../model/benchmark/codes.ts';
import { type Message, message } from './message.ts';

export const BENCHMARK_MESSAGES: Readonly<Record<BenchmarkCode, Message>> = Object.freeze({
  'benchmark-empty': message('this benchmark file is empty', 'ce fichier de benchmark est vide', [
    '“benchmark: 1” as its first line; scenarios/benchmarks/ has an example',
    '« benchmark: 1 » en première ligne ; scenarios/benchmarks/ a un exemple',
  ]),
  'benchmark-is-scenario': message(
    'this file is a scenario, not a benchmark',
    'ce fichier est un scénario, pas un benchmark',
    [
      'the file of a panel, which begins with “benchmark: 1”',
      'le fichier d’un panel, qui commence par « benchmark: 1 »',
    ],
  ),
  'benchmark-version': message(
    'benchmark version {value} is not known (known: {limit})',
    'la version {value} d’un benchmark n’est pas connue (connue : {limit})',
    ['“benchmark: {limit}”, or a newer creneau', '« benchmark: {limit} », ou un creneau plus récent'],
  ),
  'benchmark-quantiles': message(
    'these quantiles fall: {value} (p20 ≤ p50 ≤ p80)',
    'ces quantiles décroissent : {value} (p20 ≤ p50 ≤ p80)',
    [
      'p20: 20% of the panel lie below it; p80: 20% lie above',
      'p20 : 20 % du panel sont en dessous ; p80 : 20 % sont au-dessus',
    ],
  ),
  'benchmark-share-as-percent': message(
    '{value} cannot be percentages of occupancy',
    '{value} ne peuvent pas être des pourcentages d’occupation',
    ['{nearest}', '{nearest}'],
  ),
  'benchmark-share-order': message(
    'the upper share is below the lower one: {value}',
    'la part haute est sous la part basse : {value}',
    ['swap them', 'les échanger'],
  ),
  'benchmark-no-row': message(
    'this benchmark has no row to compare with',
    'ce benchmark n’a aucune ligne à comparer',
    ['at least one, like “opening” under a modality', 'au moins une, comme « opening » sous une modalité'],
  ),
  'benchmark-night-side': message(
    'a share of nights says either “at-most” or “at-least”',
    'une part de nuits dit soit « at-most », soit « at-least »',
    ['at-most: 5, or at-least: 10', 'at-most: 5, ou at-least: 10'],
  ),
  'benchmark-id-twice': message('“{id}” appears a second time', '« {id} » figure une seconde fois', [
    'another id',
    'un autre identifiant',
  ]),
});
