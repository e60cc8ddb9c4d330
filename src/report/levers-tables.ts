/** The levers side by side: what each saves, what it takes, and what it does to everything else. */
import type { HeadlineDifference, HeadlineName } from '../model/results/compare.ts';
import type { LeverCombination, LeversResult, RankedLever } from '../model/results/levers.ts';
import { signed } from './difference-words.ts';
import type { Language, Text } from './language.ts';
import { gainBounds, gainCell, labelText, ranksText, shareCell, thousandsCell } from './lever-words.ts';
import { formatNumber } from './numbers.ts';
import { fill } from './sentence.ts';
import { type Style, wrap } from './table-layout.ts';

export interface TableManner {
  readonly language: Language;
  readonly style: Style;
}

interface Column<T> {
  readonly head: Text;
  readonly width: number;
  readonly cell: (row: T) => string;
}

const RANK = 4;

/** A numbered row each, its name on as many lines as it takes in what the columns leave of the width. */
function table<T>(
  rows: readonly T[],
  of: { readonly rank: (row: T) => string; readonly name: (row: T) => string },
  columns: readonly Column<T>[],
  width: number,
  { language, style }: TableManner,
): readonly string[] {
  const name = width - RANK - columns.reduce((sum, column) => sum + column.width, 0);
  const heads = columns.map(({ head, width: wide }) => fill(head, {}, language).padStart(wide)).join('');
  return [
    style.dim(`${' '.repeat(RANK + name)}${heads}`.trimEnd()),
    ...rows.flatMap((row) => {
      const cells = columns.map(({ cell, width: wide }) => cell(row).padStart(wide)).join('');
      const [first = '', ...more] = wrap(of.name(row), name - 1, 2);
      return [
        `${of.rank(row).padStart(RANK - 2)}  ${first.padEnd(name)}${cells}`.trimEnd(),
        ...more.map((line) => `${' '.repeat(RANK)}${line}`),
      ];
    }),
  ];
}

/** Where and what, in short: the first table has it whole. */
const shortName =
  (levers: LeversResult['levers'], language: Language) =>
  ({ lever, device, site }: RankedLever): string => {
    const found = levers.find(({ id }) => id === lever);
    const name = found === undefined ? lever : labelText(found.name, language);
    return `${device ?? site}${language === 'fr' ? '\u202f' : ''}: ${name}`;
  };

const rankOf = ({ rank }: RankedLever): string => (rank === null ? '—' : String(rank));

/** What is saved, with both intervals, and how often it comes first. */
export function savedTable(
  { ranked }: Pick<LeversResult, 'ranked'>,
  width: number,
  manner: TableManner,
): readonly string[] {
  const { language } = manner;
  return table(
    ranked,
    { rank: rankOf, name: ({ what }) => labelText(what, language) },
    [
      {
        head: { en: 'saved', fr: 'gagnés' },
        width: 8,
        cell: ({ daysSaved, verdict }) =>
          verdict === 'not-demonstrated' || verdict === 'unchanged' ? '≈ 0' : gainCell(daysSaved, language),
      },
      {
        head: { en: 'simulation', fr: 'simulation' },
        width: 16,
        cell: ({ daysSaved }) => gainBounds(daysSaved?.estimate, language),
      },
      {
        head: { en: 'assumptions', fr: 'hypothèses' },
        width: 16,
        cell: ({ daysSaved }) => gainBounds(daysSaved?.assumptions, language),
      },
      {
        head: { en: 'first', fr: 'premier' },
        width: 9,
        cell: ({ first }) => shareCell(first.daysSaved, language),
      },
    ],
    width,
    manner,
  );
}

/** The delay of its own department it changes most directly: of ambulatory patients where there are any. */
function ownDelay({ site, modalities, delays }: RankedLever): HeadlineDifference | null {
  const own = delays.filter((one) => one.site === site && one.modality === modalities[0]);
  return own.find((one) => one.class === 'A') ?? own[0] ?? null;
}

function changeCell(one: HeadlineDifference | null, decimals: number, language: Language): string {
  if (one === null || one.difference === null) return '—';
  if (one.verdict === 'unchanged' || one.verdict === 'not-demonstrated') return '≈';
  return signed(one.difference.mean, decimals, language);
}

/** What it takes, and what is saved for it; how much the common random numbers helped. */
export function effortTable(
  { ranked, levers }: Pick<LeversResult, 'ranked' | 'levers'>,
  width: number,
  manner: TableManner,
): readonly string[] {
  const { language } = manner;
  return table(
    ranked,
    { rank: rankOf, name: shortName(levers, language) },
    [
      {
        head: { en: 'delay A', fr: 'délai A' },
        width: 9,
        cell: (row) => changeCell(ownDelay(row), 1, language),
      },
      {
        head: { en: 'staff h', fr: 'h équipe' },
        width: 9,
        cell: ({ staffedHoursPerWeek }) => formatNumber(staffedHoursPerWeek, 1, language),
      },
      {
        head: { en: 'per h', fr: 'par h' },
        width: 8,
        cell: ({ perStaffedHour }) => gainCell(perStaffedHour, language),
      },
      { head: { en: 'k€/yr', fr: 'k€/an' }, width: 8, cell: (row) => thousandsCell(row, language) },
      {
        head: { en: 'per k€', fr: 'par k€' },
        width: 8,
        cell: ({ perThousandEuros }) => gainCell(perThousandEuros, language),
      },
      {
        head: { en: 'pairing', fr: 'tirages' },
        width: 9,
        cell: ({ pairingGain }) =>
          pairingGain === null ? '—' : `×${formatNumber(pairingGain, pairingGain < 10 ? 1 : 0, language)}`,
      },
    ],
    width,
    manner,
  );
}

const GUARDRAILS: readonly { readonly head: Text; readonly name: HeadlineName; readonly of: 'H' | null }[] = [
  { head: { en: 'emerg. min', fr: 'urg. min' }, name: 'emergencyWait', of: null },
  { head: { en: 'delay H', fr: 'délai H' }, name: 'firstAvailable', of: 'H' },
  { head: { en: 'report min', fr: 'CR min' }, name: 'report', of: null },
  { head: { en: 'over. min', fr: 'déb. min' }, name: 'overtime', of: null },
];

/** The guardrail that moves most against patients among those of one name. */
function worstOf(row: RankedLever, name: HeadlineName, of: 'H' | null): HeadlineDifference | null {
  const own = row.guardrails.filter((one) => one.name === name && (of === null || one.class === of));
  const harm = ({ difference }: HeadlineDifference) => difference?.mean ?? Number.NEGATIVE_INFINITY;
  return own.reduce<HeadlineDifference | null>(
    (worst, one) => (worst === null || harm(one) > harm(worst) ? one : worst),
    null,
  );
}

/** What must not get worse, for each lever: ≈ where no difference can be shown. */
export function guardrailTable(
  { ranked, levers }: Pick<LeversResult, 'ranked' | 'levers'>,
  width: number,
  manner: TableManner,
): readonly string[] {
  const { language } = manner;
  return table(
    ranked,
    { rank: rankOf, name: shortName(levers, language) },
    [
      ...GUARDRAILS.map(
        ({ head, name, of }): Column<RankedLever> => ({
          head,
          width: 11,
          cell: (row) => changeCell(worstOf(row, name, of), name === 'report' ? 0 : 1, language),
        }),
      ),
      {
        head: { en: 'worst class', fr: 'pire classe' },
        width: 13,
        cell: ({ worstClass }) =>
          worstClass === null ? '—' : `${worstClass.class ?? ''} ${changeCell(worstClass, 1, language)}`,
      },
    ],
    width,
    manner,
  );
}

const INTERACTIONS: Readonly<Record<LeverCombination['interactionVerdict'], Text>> = Object.freeze({
  helps: { en: 'they help each other', fr: 'se renforcent' },
  takes: { en: 'they take from each other', fr: 'se gênent' },
  'not-demonstrated': { en: 'no interaction shown', fr: 'pas d’interaction montrée' },
  none: { en: 'they share nothing', fr: 'sans lien' },
  'not-comparable': { en: 'not comparable', fr: 'non comparables' },
});

/** Pairs and triples: what they save together, and what of it is more or less than the sum. */
export function togetherTable(
  { combinations, ranked }: Pick<LeversResult, 'combinations' | 'ranked'>,
  width: number,
  manner: TableManner,
): readonly string[] {
  const { language } = manner;
  const ranks = new Map(ranked.map(({ id, rank }) => [id, rank]));
  const named = ({ cases }: LeverCombination) => ranksText(cases, ranks);
  return table(
    combinations,
    { rank: () => '', name: named },
    [
      {
        head: { en: 'saved', fr: 'gagnés' },
        width: 8,
        cell: ({ daysSaved }) => gainCell(daysSaved, language),
      },
      {
        head: { en: 'simulation', fr: 'simulation' },
        width: 15,
        cell: ({ daysSaved }) => gainBounds(daysSaved?.estimate, language),
      },
      {
        head: { en: 'assumptions', fr: 'hypothèses' },
        width: 15,
        cell: ({ daysSaved }) => gainBounds(daysSaved?.assumptions, language),
      },
      {
        head: { en: 'beyond the sum', fr: 'au-delà de la somme' },
        width: 21,
        cell: ({ interaction }) => gainCell(interaction, language),
      },
      {
        head: { en: '', fr: '' },
        width: 26,
        cell: ({ interactionVerdict }) => fill(INTERACTIONS[interactionVerdict], {}, language),
      },
    ],
    width,
    manner,
  );
}
