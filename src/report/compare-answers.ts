/** What a variant does to patients, in sentences: the delay that falls or rises, both intervals, and why they are as wide. */
import type { HeadlineDifference, InputToMeasure } from '../model/results/compare.ts';
import type { ComparedVariant } from '../model/results/compare-document.ts';
import type { Indicator } from '../model/results/results.ts';
import type { Assumption, Scenario } from '../model/scenario.ts';
import { assumptionName, assumptionPlace, assumptionValue } from './assumption-words.ts';
import { daysText, dayWord, isOneSided, signed, verdictWords } from './difference-words.ts';
import type { Language, Text } from './language.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { fill, type Values } from './sentence.ts';
import { VOCABULARY } from './words.ts';

const SOONER: Text = {
  en: 'The first {modality:modality} appointment offered to {class:class} comes {days} {way}: {base} → {variant} {unit} on average.',
  fr: 'Le premier rendez-vous ({modality:modality}) proposé aux {class:class} vient {days} {way} : {base} → {variant} {unit} en moyenne.',
};
const WAYS = {
  lower: { en: 'sooner', fr: 'plus tôt' },
  higher: { en: 'later', fr: 'plus tard' },
} as const satisfies Readonly<Record<string, Text>>;
const DAYS: Text = { en: '{days|day|days}', fr: '{days|jour|jours}' };
const SIMULATION: Text = {
  en: 'Simulation alone ({level}%): {bounds}.',
  fr: 'Simulation seule ({level} %) : {bounds}.',
};
const ASSUMPTIONS: Text = {
  en: 'Over what is assumed (9 in 10 of {sets} sets that give your numbers back): {bounds}.',
  fr: 'Selon les hypothèses (9 jeux sur 10, parmi {sets} qui retrouvent vos nombres) : {bounds}.',
};
const EITHER_SIGN: Text = {
  en: 'So it is not established that this shortens the delay: it depends on what is assumed.',
  fr: 'Il n’est donc pas établi que le délai raccourcisse : cela dépend des hypothèses.',
};
const WHY: Text = {
  en: 'Mostly because of {input}, {value}: knowing it would leave {left}% of this interval.',
  fr: 'Surtout à cause de : {input}, {value} ; le connaître en laisserait {left} %.',
};
const NO_SINGLE: Text = {
  en: 'No single assumption explains it.',
  fr: 'Aucune hypothèse ne l’explique à elle seule.',
};
const NOT_DEMONSTRATED: Text = {
  en: 'First {modality:modality} appointment offered to {class:class}: no demonstrable difference ({bounds}).',
  fr: 'Premier rendez-vous ({modality:modality}) proposé aux {class:class} : pas de différence démontrable ({bounds}).',
};
const UNSTABLE: Text = {
  en: 'First {modality:modality} appointment offered to {class:class}: unstable, more is asked than can be booked; no difference means anything.',
  fr: 'Premier rendez-vous ({modality:modality}) proposé aux {class:class} : instable, on demande plus qu’on ne peut programmer ; aucun écart n’a de sens.',
};
const NOT_LIVED: Text = {
  en: 'But this is not what patients get. From request to appointment: {access}; third next available: {third}. A few minutes released late look like an early place: judge by these two.',
  fr: 'Mais ce n’est pas ce que vivent les patients. De la demande au rendez-vous : {access} ; troisième rendez-vous : {third}. Quelques minutes libérées tard ressemblent à une place proche : juger sur ces deux nombres.',
};
const STILL: Text = {
  en: 'No delay of this department changes.',
  fr: 'Aucun délai de ce service ne change.',
};
/** What the sentences are about besides the differences themselves. */
export interface AnswerContext {
  /** Level of the simulation intervals, 0..1. */
  readonly level: number;
  /** Of the base: what it assumes. */
  readonly scenario: Pick<Scenario, 'assumptions'>;
  readonly language: Language;
}

const say = (text: Text, values: Values, language: Language): string =>
  fill(text, values, language, VOCABULARY);

const unitOf = (indicator: Indicator, language: Language): string =>
  dayWord(indicator === null || indicator === 'unstable' ? 0 : indicator.mean, language);

const levelOf = (indicator: Indicator, language: Language): string =>
  indicator === null || indicator === 'unstable' ? '—' : formatNumber(indicator.mean, 1, language);

/**
 * What the delays of a department become, one paragraph a class that waits days: the answer, its two intervals, and the
 * assumption that makes the second as wide as it is. Lines that belong to an answer are indented.
 */
export function answerLines(
  rows: readonly HeadlineDifference[],
  toMeasure: ComparedVariant['toMeasure'],
  context: AnswerContext,
): readonly string[] {
  const delays = rows.filter(({ name }) => name === 'firstAvailable');
  const lines = delays.flatMap((row) => delayLines(row, rows, toMeasure, context));
  const isStill = delays.length > 0 && delays.every(({ verdict }) => verdict === 'unchanged');
  return isStill ? [say(STILL, {}, context.language)] : lines;
}

/**
 * What to say where the first place comes sooner or later and those who book do not: none where both go the same way.
 * A reserve released the day before leaves a near place every morning, which few are offered.
 */
function notLivedLines(
  row: HeadlineDifference,
  rows: readonly HeadlineDifference[],
  language: Language,
): readonly string[] {
  const [access, third] = (['access', 'thirdNextAvailable'] as const).map((wanted) =>
    rows.find(
      ({ name, site, modality, class: of }) =>
        name === wanted && site === row.site && modality === row.modality && of === row.class,
    ),
  );
  if (access === undefined || access.verdict === row.verdict) return [];
  const told = (one: HeadlineDifference | undefined): string => {
    if (one === undefined || one.difference === null || one.verdict === 'unstable') return '—';
    if (one.verdict !== 'lower' && one.verdict !== 'higher') return verdictWords(one.verdict, language);
    const { mean } = one.difference;
    return `${signed(mean, 1, language)} ${dayWord(Math.abs(mean), language)}`;
  };
  return [say(NOT_LIVED, { access: told(access), third: told(third) }, language)];
}

function delayLines(
  row: HeadlineDifference,
  rows: readonly HeadlineDifference[],
  toMeasure: ComparedVariant['toMeasure'],
  context: AnswerContext,
): readonly string[] {
  const { language, level } = context;
  const { modality, class: patientClass, verdict, difference, assumptions } = row;
  const of = { modality, class: patientClass ?? 'A' };
  if (verdict === 'unstable') return [say(UNSTABLE, of, language)];
  if (verdict === 'unchanged' || verdict === 'absent' || difference === null) return [];
  const { mean, low, high } = difference;
  const bounds = low === null || high === null ? '—' : daysText({ low, high }, language);
  if (verdict === 'not-demonstrated') return [say(NOT_DEMONSTRATED, { ...of, bounds }, language)];
  const days = say(DAYS, { days: Math.round(10 * Math.abs(mean)) / 10 }, language);
  const [base, variant] = [levelOf(row.base, language), levelOf(row.variant, language)];
  const values = {
    ...of,
    days,
    way: say(WAYS[verdict], {}, language),
    base,
    variant,
    unit: unitOf(row.variant, language),
  };
  const simulation = say(SIMULATION, { level: formatShort(100 * level, 1, language), bounds }, language);
  const lines = [say(SOONER, values, language), ...notLivedLines(row, rows, language), `  ${simulation}`];
  if (assumptions === null) return lines;
  const over = { sets: assumptions.values.length, bounds: daysText(assumptions, language) };
  const found = toMeasure.find(
    (one) => one.site === row.site && one.modality === modality && one.class === patientClass,
  );
  return [
    ...lines,
    `  ${say(ASSUMPTIONS, over, language)}`,
    ...(found === undefined ? [] : [`  ${whyLine(found.inputs, context)}`]),
    ...(isOneSided(assumptions) ? [] : [`  ${say(EITHER_SIGN, {}, language)}`]),
  ];
}

/** Which assumption the interval comes from. */
function whyLine(inputs: readonly InputToMeasure[], { scenario, language }: AnswerContext): string {
  const first = inputs.find(({ demonstrated }) => demonstrated);
  if (first === undefined) return say(NO_SINGLE, {}, language);
  const left = formatShort(100 * first.widthLeft, 0, language);
  return say(WHY, { ...inputWords(first, scenario, language), left }, language);
}

/** What an input is called, where it stands, its value and range. */
export function inputWords(
  { path, value, unit, range, source }: InputToMeasure,
  { assumptions }: Pick<Scenario, 'assumptions'>,
  language: Language,
): { readonly input: string; readonly value: string } {
  const known = assumptions.find((one) => one.path === path);
  const one: Assumption = known ?? { path, value, unit, range, source, status: 'assumed', from: 'file' };
  return {
    input: `${assumptionName(one, language)} (${assumptionPlace(one)})`,
    value: assumptionValue(one, language),
  };
}
