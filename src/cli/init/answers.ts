/** The eight numbers as people give them: from options, from a small CSV, or asked one by one. */
import { MIX_PRESETS, type SiteNumbers, type SiteType } from '../../calibrate/site-numbers.ts';
import { round12 } from '../../model/results/estimate.ts';
import { CLASSES, type Modality, type PatientClass } from '../../model/vocabulary.ts';
import type { Text } from '../../report/language.ts';

export const NUMBER_NAMES = [
  'modality',
  'site-type',
  'opening',
  'passages',
  'mix',
  'delay-a',
  'delay-h',
  'occupancy',
] as const;
export type NumberName = (typeof NUMBER_NAMES)[number];

/** What each is called when it is asked, and in a CSV. */
export const QUESTIONS: Readonly<Record<NumberName, Text>> = Object.freeze({
  modality: { en: 'CT or MRI (ct, mri)', fr: 'Scanner ou IRM (scanner, irm)' },
  'site-type': {
    en: 'Site: public hospital, shared (gie) or private (public, gie, private)',
    fr: 'Site : hôpital public, GIE ou privé (public, gie, privé)',
  },
  opening: {
    en: 'Scheduled opening, hours a week (47)',
    fr: 'Ouverture programmée, heures par semaine (47)',
  },
  passages: { en: 'Passages a week, all patients (158)', fr: 'Passages par semaine, tous patients (158)' },
  mix: {
    en: 'Mix A/H/R/U, percent: ambulatory, hospitalised, intensive care, emergency (35/38/4/23; empty = usual)',
    fr: 'Répartition A/H/R/U, pour cent : ambulatoires, hospitalisés, réanimation, urgences (35/38/4/23 ; vide = habituelle)',
  },
  'delay-a': {
    en: 'Earliest appointment, ambulatory patients, days (7)',
    fr: 'Rendez-vous au plus tôt, patients ambulatoires, jours (7)',
  },
  'delay-h': {
    en: 'Earliest appointment, hospitalised patients, days (2)',
    fr: 'Rendez-vous au plus tôt, patients hospitalisés, jours (2)',
  },
  occupancy: {
    en: 'Occupancy of the scheduled opening (60.6%)',
    fr: 'Taux d’occupation de l’ouverture programmée (60,6 %)',
  },
});

/** What each looks like, as an option takes it, and in words where not every value does. */
export const EXPECTED: Readonly<Record<NumberName, { readonly option: string; readonly words: Text }>> =
  Object.freeze({
    modality: { option: 'ct', words: { en: 'ct or mri', fr: 'scanner ou irm' } },
    'site-type': { option: 'public', words: { en: 'public, gie or private', fr: 'public, gie ou privé' } },
    opening: {
      option: '47',
      words: { en: 'hours a week, like 47.5', fr: 'des heures par semaine, comme 47,5' },
    },
    passages: {
      option: '158',
      words: { en: 'patients a week, like 158', fr: 'des patients par semaine, comme 158' },
    },
    mix: {
      option: '35/38/4/23',
      words: { en: 'percent of A/H/R/U, like 35/38/4/23', fr: 'pour cent d’A/H/R/U, comme 35/38/4/23' },
    },
    'delay-a': { option: '7', words: { en: 'days, like 7', fr: 'des jours, comme 7' } },
    'delay-h': { option: '2', words: { en: 'days, like 2', fr: 'des jours, comme 2' } },
    occupancy: {
      option: '60.6%',
      words: { en: 'a percentage, like 60.6%', fr: 'un pourcentage, comme 60,6 %' },
    },
  });

/** Other ways to name a number in a CSV, without accents, in lower case. */
const ALIASES: Readonly<Record<string, NumberName>> = {
  modalite: 'modality',
  type: 'site-type',
  'type de site': 'site-type',
  'site type': 'site-type',
  site: 'site-type',
  ouverture: 'opening',
  'passages par semaine': 'passages',
  repartition: 'mix',
  'delai a': 'delay-a',
  'delai-a': 'delay-a',
  'delay a': 'delay-a',
  'delai h': 'delay-h',
  'delai-h': 'delay-h',
  'delay h': 'delay-h',
  occupation: 'occupancy',
  "taux d'occupation": 'occupancy',
};

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").trim().toLowerCase();

/**
 * The number a name stands for; null when none.
 * @example numberNamed('Délai A') // 'delay-a'
 */
export function numberNamed(name: string): NumberName | null {
  const key = plain(name);
  return NUMBER_NAMES.find((one) => one === key) ?? ALIASES[key] ?? null;
}

/**
 * A number with decimal comma or point, a percentage as a ratio; null when it is none.
 * @example parseNumber('60,6 %') // 0.606
 * @example parseNumber('47,5') // 47.5
 */
export function parseNumber(text: string): number | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*(%?)\s*(?:h|j|d)?$/.exec(text.replace(/[\u00a0\u202f]/g, ' ').trim());
  if (match === null) return null;
  const number = Number(match[1]!.replace(',', '.'));
  return match[2] === '%' ? round12(number / 100) : number;
}

const SHARE = /^\d+(?:[.,]\d+)?%?$/;
const NAMED_SHARE = /([AHRU])\s*[=:]\s*(\d+(?:[.,]\d+)?)\s*%?/gi;
/** Nothing but named shares: one that cannot be read must not be taken for none. */
const NAMED_SHARES = new RegExp(`^(?:\\s*${NAMED_SHARE.source}\\s*(?:[,;/]\\s*|$))+$`, 'i');

/**
 * Shares of A, H, R and U: `35/38/4/23`, or `A=35, H=38`; percentages or ratios. Null when it is neither.
 * @example parseMix('35/38/4/23').U // 0.23
 * @example parseMix('A=0.9, H=0.1').R // 0
 */
export function parseMix(text: string): Readonly<Record<PatientClass, number>> | null {
  const values: Partial<Record<PatientClass, number>> = {};
  const parts = text.split(/[/|;]|\s+/).filter((part) => part !== '');
  if (NAMED_SHARES.test(text))
    for (const [, name, value] of text.matchAll(NAMED_SHARE))
      values[name!.toUpperCase() as PatientClass] = Number(value!.replace(',', '.'));
  else if (parts.length === CLASSES.length && parts.every((part) => SHARE.test(part)))
    CLASSES.forEach((one, rank) => {
      values[one] = Number(parts[rank]!.replace('%', '').replace(',', '.'));
    });
  else return null;
  const all = CLASSES.map((one) => values[one] ?? 0);
  // Percentages sum to about 100, ratios to about 1.
  const scale = all.reduce((sum, value) => sum + value, 0) > 1.5 ? 100 : 1;
  return { A: all[0]! / scale, H: all[1]! / scale, R: all[2]! / scale, U: all[3]! / scale };
}

const MODALITY_WORDS: Readonly<Record<string, Modality>> = {
  ct: 'ct',
  scanner: 'ct',
  tdm: 'ct',
  mri: 'mri',
  irm: 'mri',
};
const SITE_WORDS: Readonly<Record<string, SiteType>> = {
  public: 'public',
  ch: 'public',
  chu: 'public',
  gie: 'gie',
  prive: 'private',
  private: 'private',
  liberal: 'private',
  clinique: 'private',
};

export interface ReadNumbers {
  readonly numbers: SiteNumbers | null;
  /** The mix is the usual one, not the site's. */
  readonly isUsualMix: boolean;
  /** Names of what cannot be read, or is missing. */
  readonly wrong: readonly { readonly name: NumberName; readonly value: string }[];
}

/** Hours a week where a spreadsheet says them: replaced by its own. */
const UNTIL_READ = 40;

/**
 * The numbers of the texts given for them.
 * @param isWeekGiven a spreadsheet of the week follows, so that the opening need not be said.
 */
export function readNumbers(given: ReadonlyMap<NumberName, string>, isWeekGiven = false): ReadNumbers {
  const wrong: { name: NumberName; value: string }[] = [];
  const take = <T>(name: NumberName, parse: (text: string) => T | null): T | null => {
    const text = given.get(name) ?? '';
    const value = text.trim() === '' ? null : parse(text);
    if (value === null) wrong.push({ name, value: text });
    return value;
  };
  const modality = take('modality', (text) => MODALITY_WORDS[plain(text)] ?? null);
  const siteType = take('site-type', (text) => SITE_WORDS[plain(text)] ?? null);
  const isFromWeek = isWeekGiven && (given.get('opening') ?? '').trim() === '';
  const openingHours = isFromWeek ? UNTIL_READ : take('opening', parseNumber);
  const passagesPerWeek = take('passages', parseNumber);
  const isUsualMix = (given.get('mix') ?? '').trim() === '';
  const ownMix = isUsualMix ? null : take('mix', parseMix);
  const delayA = take('delay-a', parseNumber);
  const delayH = take('delay-h', parseNumber);
  const occupancy = take('occupancy', (text) => {
    const value = parseNumber(text);
    // 60.6 without its sign is a percentage all the same.
    return value === null ? null : value > 1.5 && !text.includes('%') ? round12(value / 100) : value;
  });
  if (wrong.length > 0) return { numbers: null, isUsualMix, wrong };
  const numbers: SiteNumbers = {
    modality: modality!,
    siteType: siteType!,
    openingHours: openingHours!,
    passagesPerWeek: passagesPerWeek!,
    mix: ownMix ?? MIX_PRESETS[modality!][siteType!],
    delayDays: { A: delayA!, H: delayH! },
    occupancy: occupancy!,
    week: null,
  };
  return { numbers, isUsualMix, wrong };
}
