/** Rules that cannot hold together, as sentences, and the cheapest ways to give up. */
import type { BindingRule, Infeasible } from '../model/results/optimize.ts';
import type { Language, Text } from './language.ts';
import { labelText } from './lever-words.ts';
import { formatShort } from './numbers.ts';
import { fill } from './sentence.ts';
import { indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';

const NO_WEEK: Text = {
  en: 'No week satisfies the rules together: nothing is proposed, and none of them was given up for you.',
  fr: 'Aucune semaine ne satisfait toutes les règles : rien n’est proposé, et aucune n’a été abandonnée à votre place.',
};
const CONFLICT: Text = { en: 'Rules that cannot hold together', fr: 'Règles qui ne peuvent tenir ensemble' };
const MINIMAL: Text = {
  en: 'Without any single one of them, the others hold together.',
  fr: 'Sans l’une quelconque d’entre elles, les autres tiennent ensemble.',
};
const NOT_MINIMAL: Text = {
  en: 'Some of them may not be needed for the conflict: it was not narrowed down further.',
  fr: 'Certaines peuvent être étrangères au conflit : il n’a pas été resserré davantage.',
};
const UNKNOWN: Text = {
  en: 'Which rules they are could not be found in the time given.',
  fr: 'Les règles en cause n’ont pas pu être trouvées dans le temps imparti.',
};
const GIVE_UP: Text = {
  en: 'Cheapest way to give up, all of it together',
  fr: 'Le moindre renoncement, tout ensemble',
};
const RELAXED: Text = { en: '{rule}: {from} → {to} {unit}', fr: '{rule} : {from} → {to} {unit}' };
const NOTHING_HELPS: Text = {
  en: 'Nothing that may be given up makes a week possible: what remains is the law, or what was frozen.',
  fr: 'Aucun renoncement permis ne rend une semaine possible : il reste la loi, ou ce qui est figé.',
};
const OWNERS: Readonly<Record<BindingRule['owner'], Text>> = Object.freeze({
  law: { en: 'law', fr: 'loi' },
  staff: { en: 'staff', fr: 'personnel' },
  budget: { en: 'money', fr: 'budget' },
  rule: { en: 'rule', fr: 'règle' },
});
const OWNED: Text = { en: '{rule} ({owner})', fr: '{rule} ({owner})' };

/** The answer where no week is possible. */
export const infeasibleAnswer = (language: Language): string => fill(NO_WEEK, {}, language);

/** Each rule of the conflict with whose it is. */
export const conflictSentences = (
  { conflict }: Pick<Infeasible, 'conflict'>,
  language: Language,
): readonly string[] =>
  conflict.length === 0
    ? [fill(UNKNOWN, {}, language)]
    : conflict.map(({ label, owner }) =>
        fill(OWNED, { rule: labelText(label, language), owner: OWNERS[owner][language] }, language),
      );

/** Each relaxation with its value before and after; that none helps, where none does. */
export const relaxationSentences = ({ relaxations }: Infeasible, language: Language): readonly string[] =>
  relaxations.length === 0
    ? [fill(NOTHING_HELPS, {}, language)]
    : relaxations.map(({ label, unit, from, to }) =>
        fill(
          RELAXED,
          {
            rule: labelText(label, language),
            from: formatShort(from, 2, language),
            to: formatShort(to, 2, language),
            unit: labelText(unit, language),
          },
          language,
        ),
      );

/** How narrow the conflict is; null when there is none to tell of. */
export const narrownessSentence = (
  { conflict, isMinimal }: Pick<Infeasible, 'conflict' | 'isMinimal'>,
  language: Language,
): string | null => (conflict.length === 0 ? null : fill(isMinimal ? MINIMAL : NOT_MINIMAL, {}, language));

/** The heads of the two parts. */
export const infeasibleHeads = (
  language: Language,
): { readonly conflict: string; readonly giveUp: string } => ({
  conflict: fill(CONFLICT, {}, language),
  giveUp: fill(GIVE_UP, {}, language),
});

/** The page between its head and its foot. */
export function infeasibleLines(
  infeasible: Infeasible,
  { language, style }: { readonly language: Language; readonly style: Style },
): readonly string[] {
  const hung = (line: string) => indented(wrap(line, PAGE_WIDTH - 2, 2), 2);
  const bullets = (lines: readonly string[]) => lines.flatMap((line) => hung(`· ${line}`));
  const heads = infeasibleHeads(language);
  const narrowness = narrownessSentence(infeasible, language);
  return [
    ...hung(infeasibleAnswer(language)),
    '',
    style.bold(heads.conflict),
    ...bullets(conflictSentences(infeasible, language)),
    ...(narrowness === null ? [] : hung(narrowness)),
    '',
    style.bold(heads.giveUp),
    ...bullets(relaxationSentences(infeasible, language)),
  ];
}
