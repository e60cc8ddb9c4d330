/** A region as built, as a page of text: what it rests on first, then its departments, its delays beside the published ones. */
import { departmentLabel } from '../model/oqos/departments.ts';
import type { BandRow, BuiltDepartment, RegionBuildDocument } from '../model/results/region.ts';
import { MODALITIES, type Modality } from '../model/vocabulary.ts';
import { type Column, columnLines, named } from './column-table.ts';
import { capital, type Language, type Text } from './language.ts';
import { formatCell, formatNumber, formatOf, formatShort } from './numbers.ts';
import { groundsSentence, inputSentences } from './region-words.ts';
import { fill, type Values } from './sentence.ts';
import { indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';
import { CLASS_WORDS, MODALITY_WORDS } from './words.ts';

export interface RegionPageOptions {
  readonly language: Language;
  readonly style: Style;
  /** The command that gives the same region, and the program's version. */
  readonly command: string;
  readonly version: string;
}

const TITLE: Text = { en: '{name} · balance {balance}', fr: '{name} · bilan {balance}' };
const RUN: Text = {
  en: 'Built from the balance and simulated for {weeks} weeks ({warmup} left out), {replications|replication|replications}.',
  fr: 'Construite à partir du bilan et simulée sur {weeks} semaines (dont {warmup} de mise en régime), {replications|réplication|réplications}.',
};
const HEADS = {
  departments: {
    en: 'By department (requests, ambulatory; exams of residents a year, all classes)',
    fr: 'Par département (demandes ambulatoires ; examens des habitants par an, toutes classes)',
  },
  bands: {
    en: 'Delays beside those published in 2010 (ANAP: days to the first place offered, over devices)',
    fr: 'Délais face à ceux publiés en 2010 (ANAP : jours jusqu’au premier rendez-vous proposé, entre appareils)',
  },
  inputs: {
    en: 'What it rests on: value (range), how it is known',
    fr: 'Sur quoi elle repose : valeur (fourchette), comment elle est connue',
  },
  again: { en: 'To build the same region again', fr: 'Pour construire la même région' },
} as const satisfies Readonly<Record<string, Text>>;
const WITHIN_ALL: Text = {
  en: 'All {count} published quantiles come back within their tolerance.',
  fr: 'Les {count} quantiles publiés sont retrouvés dans leur tolérance.',
};
const WITHIN_SOME: Text = {
  en: '{within} of the {count} published quantiles come back within their tolerance; the others are marked NO.',
  fr: '{within} des {count} quantiles publiés sont retrouvés dans leur tolérance ; les autres portent NON.',
};
const FEW: Text = {
  en: 'Few devices: {counts}. Quantiles of fewer than {least} devices are coarse, one device moves them by days: yes or NO says little here.',
  fr: 'Peu d’appareils : {counts}. Les quantiles de moins de {least} appareils sont grossiers, un seul les déplace de plusieurs jours : oui ou NON dit peu de chose ici.',
};
const COUNT: Readonly<Record<Modality, Text>> = {
  ct: { en: '{count|CT|CTs}', fr: '{count|scanner|scanners}' },
  mri: { en: '{count|MRI|MRIs}', fr: '{count|IRM|IRM}' },
};
const BEFORE: Text = {
  en: 'They are read at the demand of the calibration, before the rates and growth that you stated; the days by department above are after.',
  fr: 'Ils sont lus à la demande du calage, avant les taux et la croissance que vous indiquez ; les jours par département ci-dessus le sont après.',
};
/** Devices of a modality from which quantiles over them mean something. */
const LEAST_DEVICES = 30;
const YES: Text = { en: 'yes', fr: 'oui' };
const NO: Text = { en: 'NO', fr: 'NON' };
const IDENTITY: Text = {
  en: 'creneau {version} · scenario {hash} · seed {seed}',
  fr: 'creneau {version} · scénario {hash} · graine {seed}',
};

const departmentColumns = (language: Language): readonly Column<BuiltDepartment>[] => {
  const whole = (x: number) => formatNumber(x, 0, language);
  return [
    named(
      31,
      ({ department, modality }) => `${departmentLabel(department)} ${MODALITY_WORDS[modality][language]}`,
    ),
    { head: { en: 'inhabitants', fr: 'habitants' }, width: 11, cell: ({ population }) => whole(population) },
    { head: { en: 'sites', fr: 'sites' }, width: 7, cell: ({ sites }) => whole(sites) },
    { head: { en: 'devices', fr: 'appareils' }, width: 10, cell: ({ devices }) => whole(devices) },
    {
      head: { en: 'req./week', fr: 'dem./sem.' },
      width: 10,
      cell: ({ requestsPerWeek }) => whole(requestsPerWeek),
    },
    {
      head: { en: '/1,000', fr: '/1 000' },
      width: 8,
      cell: ({ examsPerThousand }) => formatNumber(examsPerThousand, 0, language),
    },
    {
      head: { en: 'leaving', fr: 'partent' },
      width: 8,
      cell: ({ leaving }) =>
        `${formatNumber(100 * leaving, 0, language)}${language === 'fr' ? '\u202f' : ''}%`,
    },
    {
      head: { en: 'days', fr: 'jours' },
      width: 11,
      cell: ({ offeredDays }) => formatCell(offeredDays, formatOf('plain', language), language),
    },
  ];
};

const QUANTILE_NAMES = new Map([
  [0.2, 'P20'],
  [0.5, 'P50'],
  [0.8, 'P80'],
]);

const bandColumns = (language: Language): readonly Column<BandRow>[] => [
  named(
    40,
    ({ modality, class: of, quantile }) =>
      `${MODALITY_WORDS[modality][language]}, ${CLASS_WORDS[of][language]}, ${QUANTILE_NAMES.get(quantile) ?? ''}`,
  ),
  {
    head: { en: 'ANAP 2010', fr: 'ANAP 2010' },
    width: 12,
    cell: ({ published }) => formatShort(published, 1, language),
  },
  {
    head: { en: 'simulated', fr: 'simulé' },
    width: 14,
    cell: ({ simulated }) => formatCell(simulated, formatOf('plain', language), language),
  },
  {
    head: { en: 'tolerance', fr: 'tolérance' },
    width: 12,
    cell: ({ tolerance }) => `±${formatShort(tolerance, 1, language)}`,
  },
  {
    head: { en: 'within', fr: 'dedans' },
    width: 9,
    cell: ({ isWithin }) => fill(isWithin ? YES : NO, {}, language),
  },
];

/** The page, line by line, at most 98 characters wide. */
export function regionPage(document: RegionBuildDocument, options: RegionPageOptions): readonly string[] {
  const { language, style, command, version } = options;
  const say = (text: Text, values: Values = {}) => fill(text, values, language);
  const sentences = (lines: readonly string[]) =>
    lines.flatMap((line) => indented(wrap(line, PAGE_WIDTH - 2, 2), 2));
  const section = (head: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', ...wrap(say(head), PAGE_WIDTH, 0).map(style.bold), ...lines];
  const { scenario, balance, grounds, departments, bands, inputs, seed } = document;
  const { weeks, warmupWeeks, replications } = document;
  const within = bands.filter(({ isWithin }) => isWithin).length;
  const bandsSentence = say(within === bands.length ? WITHIN_ALL : WITHIN_SOME, {
    within,
    count: bands.length,
  });
  const counts = MODALITIES.flatMap((modality) => {
    const count = departments
      .filter((one) => one.modality === modality)
      .reduce((sum, { devices }) => sum + devices, 0);
    return count === 0 || count >= LEAST_DEVICES ? [] : [say(COUNT[modality], { count })];
  });
  const few = counts.length === 0 ? [] : [say(FEW, { counts: counts.join(', '), least: LEAST_DEVICES })];
  const isChanged = inputs.some(({ status }) => status === 'stated');
  return [
    ...wrap(say(TITLE, { name: scenario.name[language], balance: balance.id }), PAGE_WIDTH, 2).map(
      style.bold,
    ),
    ...wrap(groundsSentence(grounds, language), PAGE_WIDTH, 0),
    ...wrap(say(RUN, { weeks, warmup: warmupWeeks, replications }), PAGE_WIDTH, 0),
    ...section(HEADS.departments, columnLines(departments, departmentColumns(language), options)),
    ...section(
      HEADS.bands,
      bands.length === 0
        ? []
        : [
            ...sentences([bandsSentence, ...(isChanged ? [say(BEFORE)] : [])]),
            ...columnLines(
              bands,
              bandColumns(language).map((column, rank) =>
                rank === 0 ? { ...column, cell: (row: BandRow) => capital(column.cell(row)) } : column,
              ),
              options,
              ({ isWithin }) => !isWithin,
            ),
            ...sentences(few),
          ],
    ),
    ...section(HEADS.inputs, sentences(inputSentences(inputs, language).map((line) => `· ${line}`))),
    ...section(HEADS.again, [
      `  ${command}`,
      style.dim(`  ${say(IDENTITY, { version, hash: scenario.hash, seed })}`),
    ]),
  ];
}
