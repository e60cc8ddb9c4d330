/** How the base gives back what its sites know of themselves: stamped on every result, hits and misses alike. */
import type { FitRow } from '../model/results/results.ts';
import type { Text } from './language.ts';
import { formatCell, formatNumber, formatOf } from './numbers.ts';
import { say, type TableContext } from './table-context.ts';
import { CLASS_HEADS, MODALITY_WORDS } from './words.ts';

const TITLE: Text = {
  en: 'Does the base give back the site’s own numbers? {count} of {all}',
  fr: 'La base retrouve-t-elle les nombres du site ? {count} sur {all}',
};
const HEAD: Text = {
  en: 'known by the site, simulated (gap allowed)',
  fr: 'connu du site, simulé (écart admis)',
};
const YES: Text = { en: 'given back', fr: 'retrouvé' };
const NO: Text = { en: 'NOT given back', fr: 'NON retrouvé' };
const NAMES: Readonly<Record<string, Text>> = {
  opening: { en: 'scheduled opening (h a week)', fr: 'ouverture programmée (h par semaine)' },
  passages: { en: 'passages a week', fr: 'passages par semaine' },
  mix: { en: 'share of {class}', fr: 'part {class}' },
  delay: { en: 'first appointment, {class} (days)', fr: '1er rendez-vous, {class} (jours)' },
  occupancy: { en: 'occupancy, scheduled', fr: 'taux d’occupation au programmé' },
};
const NAME = 46;
const CELL = 14;

function fitRow(row: FitRow, context: TableContext): string {
  const { language } = context;
  const [name = '', patientClass] = row.number.split('.');
  const head =
    patientClass === undefined ? '' : CLASS_HEADS[patientClass as keyof typeof CLASS_HEADS][language];
  const label = say(context, NAMES[name] ?? { en: name, fr: name }, { class: head });
  const format = formatOf(row.unit === 'ratio' ? 'percent' : 'plain', language);
  const observed = formatNumber(row.observed * format.scale, 1, language) + format.suffix;
  const gap = formatNumber(row.tolerance * format.scale, 1, language);
  const simulated = formatCell(row.simulated, format, language);
  const word = say(context, row.ok ? YES : NO);
  return `  ${label.padEnd(NAME)}${observed.padStart(CELL)}${simulated.padStart(CELL)}${`(±${gap})`.padStart(10)}  ${word}`;
}

/** Nothing where no site has said anything of itself. */
export function fitLines(context: TableContext): readonly string[] {
  const { fit } = context.document;
  if (fit.length === 0) return [];
  const count = fit.filter(({ ok }) => ok).length;
  const places = [...new Set(fit.map(({ site, modality }) => `${site}|${modality}`))];
  return [
    context.style.bold(say(context, TITLE, { count, all: fit.length })),
    context.style.dim(`  ${say(context, HEAD)}`),
    ...places.flatMap((place) => {
      const own = fit.filter(({ site, modality }) => `${site}|${modality}` === place);
      const [first] = own;
      const label = `  ${first!.site} · ${MODALITY_WORDS[first!.modality][context.language]}`;
      return [...(places.length > 1 ? [label] : []), ...own.map((row) => fitRow(row, context))];
    }),
  ];
}
