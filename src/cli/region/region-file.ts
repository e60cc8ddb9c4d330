/** A region as the scenario file that is written: what it is and how it was made stands above it, in both languages. */
import { compactYaml } from '../../io/compact-yaml.ts';
import type { RegionBuildDocument } from '../../model/results/region.ts';
import { LANGUAGES, type Text } from '../../report/language.ts';
import { groundsSentence } from '../../report/region-words.ts';
import { fill } from '../../report/sentence.ts';

const MADE: Text = {
  en: 'Written by: {command} (balance {balance}, seed {seed}). Numbers with a range are assumed; per-week was calibrated by simulation.',
  fr: 'Écrit par : {command} (bilan {balance}, graine {seed}). Les nombres avec une fourchette (range) sont supposés ; per-week a été calé par simulation.',
};

/** The text of the file; nothing of `raw` is lost or rounded. */
export function regionFile(
  raw: Readonly<Record<string, unknown>>,
  { grounds, balance, seed }: Pick<RegionBuildDocument, 'grounds' | 'balance' | 'seed'>,
  command: string,
): string {
  const comments = LANGUAGES.flatMap((language) => [
    groundsSentence(grounds, language),
    fill(MADE, { command, balance: balance.id, seed }, language),
  ]);
  return compactYaml(raw, comments);
}
