/** A region in words: what it rests on, and each number behind it. */
import type { Grounds, RegionInput } from '../model/results/region.ts';
import { capital, type Language, type Text } from './language.ts';
import { labelText } from './lever-words.ts';
import { formatShort } from './numbers.ts';
import { fill } from './sentence.ts';

const ALL_SYNTHETIC: Text = {
  en: 'Rests on {sites|synthetic site|synthetic sites} ({devices|device|devices}): nobody’s. They are drawn from a calibrated panel and counted as the balance counts; none of them is a hospital that exists.',
  fr: 'Repose sur {sites|site synthétique|sites synthétiques} ({devices|appareil|appareils}) : ceux de personne. Ils sont tirés d’un panel calé et comptés comme le bilan les compte ; aucun n’est un hôpital qui existe.',
};
const PARTLY_SYNTHETIC: Text = {
  en: 'Rests on {real|real site|real sites} ({realDevices|device|devices}) and on {sites|synthetic site|synthetic sites} ({devices|device|devices}): nobody’s, drawn from a calibrated panel and counted as the balance counts.',
  fr: 'Repose sur {real|site réel|sites réels} ({realDevices|appareil|appareils}) et sur {sites|site synthétique|sites synthétiques} ({devices|appareil|appareils}) : ceux de personne, tirés d’un panel calé et comptés comme le bilan les compte.',
};
const ALL_REAL: Text = {
  en: 'Rests on {real|real site|real sites} ({realDevices|device|devices}), as described in the file; none is synthetic.',
  fr: 'Repose sur {real|site réel|sites réels} ({realDevices|appareil|appareils}), tels que le fichier les décrit ; aucun n’est synthétique.',
};

/** What a result rests on, in a sentence: sites drawn from the panel are nobody's. */
export function groundsSentence({ sites, devices }: Grounds, language: Language): string {
  const text = sites.synthetic === 0 ? ALL_REAL : sites.real === 0 ? ALL_SYNTHETIC : PARTLY_SYNTHETIC;
  const values = {
    sites: sites.synthetic,
    devices: devices.synthetic,
    real: sites.real,
    realDevices: devices.real,
  };
  return fill(text, values, language);
}

const STATUS: Readonly<Record<RegionInput['status'], Text>> = Object.freeze({
  source: { en: 'from a source', fr: 'd’une source' },
  calibrated: { en: 'calibrated', fr: 'calé' },
  assumed: { en: 'assumed', fr: 'supposé' },
  stated: { en: 'stated by you', fr: 'indiqué par vous' },
  none: { en: 'none applied', fr: 'aucune appliquée' },
});
const UNITS: Readonly<Record<string, Text>> = Object.freeze({
  min: { en: ' min', fr: ' min' },
  d: { en: ' days', fr: ' jours' },
  'd/h': { en: ' d an hour', fr: ' j par heure' },
  months: { en: ' months', fr: ' mois' },
  year: { en: ' years', fr: ' ans' },
  'km/h': { en: ' km/h', fr: ' km/h' },
  sites: { en: ' sites', fr: ' sites' },
  '€/year': { en: ' € a year', fr: ' € par an' },
  '€/h': { en: ' € an hour', fr: ' € l’heure' },
  'h/week': { en: ' h a week', fr: ' h par semaine' },
  '/thousand': { en: ' per 1,000 inhabitants', fr: ' pour 1 000 habitants' },
  '/week': { en: ' a week', fr: ' par semaine' },
  '/year': { en: '% a year', fr: ' % par an' },
  ratio: { en: '%', fr: ' %' },
});
const PERCENT = ['ratio', '/year'];
const MOST_DECIMALS = 2;

/**
 * The value of an input with its unit and range.
 * @example inputValue({ value: 30, unit: 'min', range: [10, 60] }, 'en') // '30 min (10–60)'
 */
export function inputValue(
  { value, unit, range }: Pick<RegionInput, 'value' | 'unit' | 'range'>,
  language: Language,
): string {
  const scale = PERCENT.includes(unit) ? 100 : 1;
  const number = (x: number) => formatShort(x * scale, MOST_DECIMALS, language);
  const words = UNITS[unit];
  const text = number(value) + (words === undefined ? ` ${unit}` : fill(words, {}, language));
  if (range === null) return text;
  const [low, high] = range;
  const dash = low < 0 ? (language === 'fr' ? ' à ' : ' to ') : '–';
  return `${text} (${number(low)}${dash}${number(high)})`;
}

const INPUT: Text = { en: '{label}: {value}, {known}', fr: '{label} : {value}, {known}' };
const KNOWN: Text = { en: '{status}; {source}', fr: '{status} ; {source}' };
const ORDER: readonly RegionInput['status'][] = ['assumed', 'calibrated', 'source', 'stated', 'none'];

/** How a number is known: its status, and the source where it does not begin with it. */
function knownWords({ status, source }: RegionInput, language: Language): string {
  const word = fill(STATUS[status], {}, language);
  const text = labelText(source, language);
  if (text === '' || text.startsWith(word)) return text === '' ? word : text;
  return fill(KNOWN, { status: word, source: text }, language);
}

/** Each number the result rests on, the least known first: value, range, how it is known. */
export function inputSentences(inputs: readonly RegionInput[], language: Language): readonly string[] {
  return ORDER.flatMap((status) => inputs.filter((one) => one.status === status)).map((one) =>
    capital(
      fill(
        INPUT,
        {
          label: labelText(one.label, language),
          value: inputValue(one, language),
          known: knownWords(one, language),
        },
        language,
      ),
    ),
  );
}
