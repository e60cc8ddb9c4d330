/** The rows of a balance in the layout of its official table: devices, then sites, parentheses and signs as printed. */
import { type Counter, gapOf } from '../model/oqos/balance.ts';
import { parseGap } from '../model/oqos/balance-cells.ts';
import type { OqosRow, OqosTotal } from '../model/results/oqos.ts';
import type { Language, Text } from './language.ts';
import { DECISION_WORDS } from './oqos-words.ts';
import { type Style, wrap } from './table-layout.ts';

const DEPARTMENT = 7;
const COUNT = 9;
const SITE = 6;
const DECISION = 22;

const SIDES: readonly Text[] = [
  { en: 'Devices', fr: 'Appareils' },
  { en: 'Sites', fr: 'Implantations' },
];
const HEADS: readonly Text[] = [
  { en: 'now', fr: 'actuel' },
  { en: 'low', fr: 'basse' },
  { en: 'high', fr: 'haute' },
  { en: 'gap', fr: 'écart' },
];
const ZONE: Text = { en: 'zone', fr: 'zone' };
const NEW: Text = { en: 'new requests', fr: 'demandes nouvelles' };
const NEW_SHORT: Text = { en: 'new', fr: 'nouveau' };
const TOTAL: Text = { en: 'Total', fr: 'Total' };

/** A signed whole number as the balance prints it: `-2`, `0`, `+1`. */
const signed = (gap: number): string => (gap > 0 ? `+${gap}` : String(gap));

/**
 * A count, with the interventional one in parentheses where there is one.
 * @example countCell(74, 8) // '74 (8)'
 */
export const countCell = (count: number, interventional: number | null): string =>
  interventional === null ? String(count) : `${count} (${interventional})`;

/** What is in parentheses of a gap: places left without sign, as printed; a count above the bound with its sign. */
const innerGap = (counter: Counter): string =>
  gapOf(counter) > 0 ? signed(gapOf(counter)) : String(Math.abs(gapOf(counter)));

/**
 * The gap of the devices of a row: as its source prints it where that agrees with the counts, else from the counts.
 */
export function devicesGapCell(row: OqosRow): string {
  const { printed, interventional, devicesGap } = row;
  const main = parseGap((printed.devicesGap ?? '').replace(/\(.*/, '').trim());
  if (!row.isChanged && printed.devicesGap !== null && main === devicesGap) return printed.devicesGap;
  return interventional === null ? signed(devicesGap) : `${signed(devicesGap)} (${innerGap(interventional)})`;
}

/** As `devicesGapCell`, of the sites. */
export function sitesGapCell({ printed, sitesGap, isChanged }: OqosRow): string {
  const isPrinted = !isChanged && printed.sitesGap !== null && parseGap(printed.sitesGap) === sitesGap;
  return isPrinted ? (printed.sitesGap ?? '') : signed(sitesGap);
}

const countCells = (counter: Counter, inner: Counter | null): readonly string[] =>
  (['current', 'low', 'high'] as const).map((bound) =>
    countCell(counter[bound], inner === null ? null : inner[bound]),
  );

const line = (
  head: string,
  devices: readonly string[],
  decision: string,
  sites: readonly string[],
  end: string,
) =>
  (
    head.padEnd(DEPARTMENT) +
    devices.map((cell) => cell.padStart(COUNT)).join('') +
    `  ${decision.padEnd(DECISION)}` +
    sites.map((cell) => cell.padStart(SITE)).join('') +
    `  ${end}`
  ).trimEnd();

/**
 * The heads of the columns.
 */
export function balanceHeads(language: Language, style: Style): readonly string[] {
  const heads = HEADS.map((head) => head[language]);
  const [devices = '', sites = ''] = SIDES.map((side) => side[language]);
  const left = DEPARTMENT + COUNT - 3;
  return [
    style.dim(`${' '.repeat(left)}${devices}`.padEnd(DEPARTMENT + 4 * COUNT + DECISION + 4) + sites),
    style.dim(line(ZONE[language], heads, NEW[language], heads, NEW_SHORT[language])),
  ];
}

/**
 * One row of the balance on as many lines as its decision takes; a star where a grant has changed it.
 */
export function balanceLines(row: OqosRow, language: Language): readonly string[] {
  const decision = wrap(DECISION_WORDS[row.devicesDecision][language], DECISION, 0);
  const head = `${row.department}${row.isChanged ? ' *' : ''}`;
  const first = line(
    head,
    [...countCells(row.devices, row.interventional), devicesGapCell(row)],
    decision[0] ?? '',
    [...countCells(row.sites, null), sitesGapCell(row)],
    DECISION_WORDS[row.sitesDecision][language],
  );
  const indent = ' '.repeat(DEPARTMENT + 4 * COUNT + 2);
  return [first, ...decision.slice(1).map((rest) => indent + rest)];
}

/**
 * The row of totals, as the source prints it: sums of counts, no gap and no decision.
 */
export function totalLine(total: OqosTotal, language: Language): string {
  return line(
    TOTAL[language],
    [...countCells(total.devices, total.interventional), ''],
    '',
    [...countCells(total.sites, null), ''],
    '',
  );
}
