/** What `check` prints: findings, then the load of each class, then what the scenario rests on. */
import type { CheckDocument, ClassLoad, DepartmentLoad, Regulation } from '../model/results/results.ts';
import { type Language, type Text, THIN } from './language.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { fill } from './sentence.ts';
import { assumptionLines } from './table-assumptions.ts';
import { cells, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';
import { CLASS_HEADS, MODALITY_WORDS, VOCABULARY } from './words.ts';

const SOUND: Text = {
  en: '{file}: sound ({warnings|warning|warnings}). Nothing has been simulated.',
  fr: '{file} : correct ({warnings|avertissement|avertissements}). Rien n’a été simulé.',
};
const NOT_SOUND: Text = {
  en: '{file}: NOT sound: {errors|error|errors}, {warnings|warning|warnings}.',
  fr: '{file} : INCORRECT : {errors|erreur|erreurs}, {warnings|avertissement|avertissements}.',
};
const LOAD: Text = {
  en: 'What is asked each week, and what is open to it',
  fr: 'Ce qui est demandé chaque semaine, et ce qui y est ouvert',
};
const DEPARTMENT: Text = {
  en: '{site} · {modality}: {hours} h of exams asked a week, {scheduled} h scheduled ({share})',
  fr: '{site} · {modality} : {hours} h d’examens demandées par semaine, {scheduled} h programmées ({share})',
};
const HEADS: readonly Text[] = [
  { en: 'requests', fr: 'demandes' },
  { en: '× min', fr: '× min' },
  { en: 'asked', fr: 'demandé' },
  { en: 'open', fr: 'ouvert' },
  { en: 'load', fr: 'charge' },
];
const HELD_BY: Text = { en: 'held by', fr: 'contenu par' };
const WAYS: Readonly<Record<ClassLoad['way'], Text>> = {
  booked: { en: '{class}, booked', fr: '{class}, rendez-vous' },
  inserted: { en: '{class}, inserted', fr: '{class}, insérés' },
};
const NOTHING: Text = { en: 'nothing', fr: 'rien' };
const REGULATIONS: Readonly<Record<Regulation, Text>> = {
  acceptance: { en: 'declined offers', fr: 'refus' },
  'other-sites': { en: 'other sites', fr: 'autres sites' },
  horizon: { en: 'horizon', fr: 'horizon' },
  patience: { en: 'departures', fr: 'départs' },
};
const NOTE: Text = {
  en: 'Minutes a week: slots of booked requests, exams and changeover of inserted ones, before anybody declines. Open: vacations the class may use, shared with others, so loads do not add up. Above 100%: more is asked than can be served; what holds it says why no queue grows without end.',
  fr: 'Minutes par semaine : plages des demandes sur rendez-vous, examens et inter-examens des insérés, avant tout refus. Ouvert : vacations que la classe peut utiliser, partagées avec d’autres ; les charges ne s’ajoutent pas. Au-delà de 100 % : plus de demandes que de places ; ce qui les contient dit pourquoi la file ne croît pas sans fin.',
};
const UNSTABLE: Text = {
  en: 'UNSTABLE: {site} · {modality:modality}: {flows} ask {missing} minutes a week more than can be served, and nothing holds them. A simulation will say “unstable”, not a delay.',
  fr: 'INSTABLE : {site} · {modality:modality} : {flows} demandent {missing} minutes par semaine de plus que possible, et rien ne les contient. Une simulation dira « instable », pas un délai.',
};

const LABEL = 28;
const CELL = 9;
const INDENT = 2;
/** Columns before what holds a load. */
const NUMBERS_WIDTH = INDENT + LABEL + CELL * HEADS.length + INDENT;

const percentOf = (part: number, whole: number, language: Language): string =>
  whole > 0
    ? `${formatNumber((100 * part) / whole, 0, language)}${language === 'fr' ? `${THIN}%` : '%'}`
    : '—';

/** What holds a load, on as many lines as it takes; the words of each stay together. */
function heldLines(load: ClassLoad, language: Language): readonly string[] {
  const held = load.regulations.map((one) => REGULATIONS[one][language].replaceAll(' ', '\u00a0'));
  const text = held.length === 0 ? NOTHING[language] : held.join(', ');
  return wrap(text, PAGE_WIDTH - NUMBERS_WIDTH, 0).map((line) => line.replaceAll('\u00a0', ' '));
}

function classRows(load: ClassLoad, language: Language): readonly string[] {
  const label = fill(WAYS[load.way], { class: CLASS_HEADS[load.class][language] }, language);
  const numbers = [
    formatShort(load.requestsPerWeek, 1, language),
    formatNumber(load.minutesEach, 1, language),
    formatNumber(load.askedMinutesPerWeek, 0, language),
    formatNumber(load.openMinutesPerWeek, 0, language),
    percentOf(load.askedMinutesPerWeek, load.openMinutesPerWeek, language),
  ];
  const row = `  ${cells(label, numbers, LABEL, CELL)}`;
  return heldLines(load, language).map(
    (held, rank) => `${(rank === 0 ? row : '').padEnd(NUMBERS_WIDTH)}${held}`,
  );
}

function departmentLines(load: DepartmentLoad, language: Language, style: Style): readonly string[] {
  const title = fill(
    DEPARTMENT,
    {
      site: load.site,
      modality: MODALITY_WORDS[load.modality][language],
      hours: formatNumber(load.examHoursAskedPerWeek, 1, language),
      scheduled: formatNumber(load.scheduledHoursPerWeek, 1, language),
      share: percentOf(load.examHoursAskedPerWeek, load.scheduledHoursPerWeek, language),
    },
    language,
  );
  const heads = HEADS.map((head) => head[language].padStart(CELL)).join('');
  return [
    '',
    title,
    style.dim(`  ${' '.repeat(LABEL)}${heads}  ${HELD_BY[language]}`),
    ...load.classes.flatMap((one) => classRows(one, language)),
  ];
}

function verdict(document: CheckDocument, language: Language): string {
  const errors = document.findings.filter(({ severity }) => severity === 'error').length;
  const values = { file: document.file, errors, warnings: document.findings.length - errors };
  return fill(document.sound ? SOUND : NOT_SOUND, values, language);
}

/**
 * The page of a check. `told` are the lines of the findings, each with its place; they come first, so that an editor or
 * a terminal that knows `file:line:column` can jump to them.
 */
export function checkReport(
  document: CheckDocument,
  told: readonly string[],
  options: { readonly language: Language; readonly style: Style },
): readonly string[] {
  const { language, style } = options;
  const lines = [...told, ...(told.length > 0 ? [''] : []), style.bold(verdict(document, language))];
  if (document.load === null || document.assumptions === null) return lines;
  const unstable = (document.unstable ?? []).flatMap(({ site, modality, flows, missingMinutesPerWeek }) => {
    const missing = formatNumber(missingMinutesPerWeek, 0, language);
    return wrap(
      fill(UNSTABLE, { site, modality, flows: flows.join(', '), missing }, language, VOCABULARY),
      PAGE_WIDTH,
      2,
    );
  });
  return [
    ...lines,
    '',
    style.bold(LOAD[language]),
    ...document.load.flatMap((load) => departmentLines(load, language, style)),
    ...(unstable.length > 0 ? ['', ...unstable] : []),
    '',
    ...wrap(fill(NOTE, {}, language), PAGE_WIDTH, 0).map(style.dim),
    '',
    ...assumptionLines(document.assumptions, { language, style, assumptions: 'all' }),
  ];
}
