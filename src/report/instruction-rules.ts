/** The receivability trace of a file: verdicts of both regimes, figures, texts and how sure each is. */
import { RULE_TEXTS, type TextId } from '../model/oqos/texts.ts';
import type { CounterTest, InstructedRequest, RuleOutcome } from '../model/results/authorize.ts';
import { MARK_WORDS, REASON_WORDS, RULE_WORDS, VERDICT_WORDS } from './instruction-words.ts';
import { capital, type Language, type Text, typeset } from './language.ts';
import { OQOS_VOCABULARY } from './oqos-words.ts';
import { fill, type Vocabulary } from './sentence.ts';
import { indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';

const RULE: Text = { en: 'Rule: {rule}.', fr: 'Règle : {rule}.' };
const TEST: Text = {
  en: '{counter:counter}: {current} present, high bound {high}: {room|place|places} left{exceptional}; {asked} asked: {fits}',
  fr: '{counter:counter} : {current} en situation actuelle, borne haute {high} : {room|place libre|places libres}{exceptional} ; demande {asked} : {fits}',
};
const EXCEPTIONAL: Text = {
  en: ', {count} more by an act of exceptional needs',
  fr: ', et {count} de plus par un acte de besoins exceptionnels',
};
const FITS: Text = { en: 'yes', fr: 'oui' };
const FITS_NOT: Text = { en: 'NO', fr: 'NON' };
const FITS_PARTLY: Text = { en: 'for {count}', fr: 'pour {count}' };
const COUNT: Text = { en: ' for {count} of {asked}', fr: ' pour {count} sur {asked}' };
const BY_ACT: Text = { en: ' (exceptional needs)', fr: ' (besoins exceptionnels)' };
const SURE: Text = {
  en: 'How sure: {mark} (the weakest of its texts). Rests on: {texts}.',
  fr: 'Certitude : {mark} (le plus faible de ses textes). Repose sur : {texts}.',
};
/** Between texts that hold commas. */
const LIST: Text = { en: '; ', fr: ' ; ' };
const RULE_2023: Text = { en: '· {rule}: {verdict}', fr: '· {rule} : {verdict}' };
const AFTER_ONE: Text = { en: 'after {id}: {verdict}{count}', fr: 'après {id} : {verdict}{count}' };

/**
 * A text by its citation and how it is known: `Code de la santé publique, art. L. 6122-2 (page publique)`.
 * @example citedText('balance', 'en') // 'The balance itself (source document)'
 */
export function citedText(id: TextId, language: Language): string {
  const { citation, mark } = RULE_TEXTS[id];
  return `${citation[language]} (${MARK_WORDS[mark][language]})`;
}

/**
 * A text by its article alone where it is one of the code: `L. 6122-2`.
 * @example shortCitation('l6122-2', 'en') // 'L. 6122-2'
 */
export const shortCitation = (id: TextId, language: Language): string =>
  RULE_TEXTS[id].citation[language].replace(/^.*, art\. (?=[LR]\.)/, '');

/**
 * A verdict with how many devices it is for, where that is not all of them.
 */
export function verdictText(outcome: RuleOutcome, asked: number, language: Language): string {
  const { verdict, devicesReceivable: count } = outcome;
  const part = verdict === 'partly-receivable' ? fill(COUNT, { count: count ?? 0, asked }, language) : '';
  const act = outcome.act !== null && count !== 0 ? BY_ACT[language] : '';
  return VERDICT_WORDS[verdict][language] + part + act;
}

/** One counter against what is asked of it. */
export function testText(test: CounterTest, language: Language): string {
  const { counter, current, high, room, asked, available } = test;
  const exceptional = test.exceptional === 0 ? '' : fill(EXCEPTIONAL, { count: test.exceptional }, language);
  const fits =
    available >= asked
      ? FITS[language]
      : available === 0
        ? FITS_NOT[language]
        : fill(FITS_PARTLY, { count: available }, language);
  const vocabulary: Vocabulary = OQOS_VOCABULARY;
  return fill(TEST, { counter, current, high, room, asked, exceptional, fits }, language, vocabulary);
}

/**
 * The trace of one rule: each counter, what it adds, the texts it rests on and how sure they are.
 */
export function traceLines(outcome: RuleOutcome, language: Language): readonly string[] {
  const { mark, tests, reason, figures, texts } = outcome;
  const why = REASON_WORDS[reason];
  const cited = texts.map((id) => citedText(id, language)).join(typeset(LIST[language], language));
  const sure = fill(SURE, { mark: MARK_WORDS[mark][language], texts: cited }, language);
  return [
    ...tests.flatMap((test) => wrap(`· ${testText(test, language)}`, PAGE_WIDTH - 4, 2)),
    ...(why === null ? [] : wrap(`· ${fill(why, figures, language)}`, PAGE_WIDTH - 4, 2)),
    ...wrap(sure, PAGE_WIDTH - 4, 2),
  ];
}

const ruleVerdict = ({ rule, verdict }: RuleOutcome, language: Language): string =>
  fill(
    RULE_2023,
    { rule: capital(RULE_WORDS[rule][language]), verdict: VERDICT_WORDS[verdict][language] },
    language,
  );

const ruleLine = ({ rule }: RuleOutcome, language: Language): string =>
  fill(RULE, { rule: RULE_WORDS[rule][language] }, language);

const HEADS = {
  2020: { en: 'Receivability, rules of 2020: {verdict}', fr: 'Recevabilité, règles de 2020 : {verdict}' },
  other: {
    en: 'Other reading of the parentheses: {verdict}',
    fr: 'Autre lecture des parenthèses : {verdict}',
  },
  beside: {
    en: 'Receivability again, one other file granted first',
    fr: 'Recevabilité à nouveau, un autre dossier étant d’abord accordé',
  },
  2023: {
    en: 'Regime since June 2023 (secondary sources)',
    fr: 'Régime depuis juin 2023 (sources secondaires)',
  },
} as const satisfies Readonly<Record<string, Text>>;

/**
 * The receivability of one file: the rules of 2020, the other reading where it changes the verdict, what is left after
 * each other file, and the regime since 2023.
 */
export function receivabilityLines(
  { request, regime2020, otherReading, regime2023, competing }: InstructedRequest,
  language: Language,
  style: Style,
): readonly string[] {
  const asked = request.devices;
  const verdict = (outcome: RuleOutcome) => verdictText(outcome, asked, language);
  const after = competing.map(({ granted, outcome }) =>
    fill(AFTER_ONE, { id: granted, verdict: verdict(outcome), count: '' }, language),
  );
  return [
    style.bold(fill(HEADS[2020], { verdict: verdict(regime2020) }, language)),
    ...indented([ruleLine(regime2020, language), ...traceLines(regime2020, language)], 2),
    ...(otherReading === null
      ? []
      : [
          fill(HEADS.other, { verdict: verdict(otherReading) }, language),
          ...indented(traceLines(otherReading, language), 2),
        ]),
    ...(after.length === 0
      ? []
      : ['', style.bold(HEADS.beside[language]), ...after.map((one) => `  · ${one}`)]),
    '',
    style.bold(HEADS[2023][language]),
    ...regime2023.flatMap((outcome) => [
      ...indented(wrap(ruleVerdict(outcome, language), PAGE_WIDTH - 2, 2), 2),
      ...indented(traceLines(outcome, language), 4),
    ]),
  ];
}
