/** Many departments at a glance, one row each. */
import type { Text } from './language.ts';
import { type Department, printer, say, type TableContext } from './table-context.ts';
import { cut, PAGE_WIDTH, wrap } from './table-layout.ts';
import { MODALITY_WORDS } from './words.ts';

const COLUMNS: readonly { readonly head: Text; readonly width: number }[] = [
  { head: { en: 'A first offered', fr: 'A 1er proposé' }, width: 16 },
  { head: { en: 'H first offered', fr: 'H 1er proposé' }, width: 16 },
  { head: { en: 'devices', fr: 'appareils' }, width: 11 },
  { head: { en: 'occupancy', fr: 'occupation' }, width: 18 },
];
const LABEL = 37;
const OVERVIEW: Text = { en: '{count} departments', fr: '{count} plateaux' };
const NOTE: Text = {
  en: 'First appointment offered: median, days. Occupancy: scheduled, lowest and highest device. In full: --site ID',
  fr: 'Premier rendez-vous proposé : médiane, jours. Occupation : programmée, du moins au plus occupé. En détail : --site ID',
};

const inColumns = (label: string, values: readonly string[]): string =>
  cut(label, LABEL).padEnd(LABEL) +
  values.map((value, rank) => value.padStart(COLUMNS[rank]?.width ?? 0)).join('');

function row(department: Department, context: TableContext): string {
  const print = printer(context);
  const { site, devices, modality } = department;
  const shares = devices
    .map(({ indicators }) => indicators.occupancy.scheduled)
    .filter((one) => one !== null && one !== 'unstable')
    .sort((a, b) => a.mean - b.mean);
  const ends = [shares[0], shares.length > 1 ? shares.at(-1) : undefined].flatMap((one) =>
    one === undefined ? [] : [print.cell({ ...one, low: null, high: null }, print.percent)],
  );
  const { firstAvailable } = department.indicators;
  const name = site.label === site.id ? site.id : `${site.label} (${site.id})`;
  return inColumns(`${cut(name, LABEL - 12)} · ${say(context, MODALITY_WORDS[modality])}`, [
    print.cell(firstAvailable.A.p50),
    print.cell(firstAvailable.H.p50),
    String(devices.length),
    ends.length === 0 ? '—' : ends.join(' – '),
  ]);
}

/** One row for each department: first places, devices, occupancy. */
export function overviewLines(all: readonly Department[], context: TableContext): readonly string[] {
  const heads = COLUMNS.map(({ head }) => say(context, head));
  return [
    context.style.bold(inColumns(say(context, OVERVIEW, { count: all.length }), heads)),
    ...all.map((department) => row(department, context)),
    ...wrap(say(context, NOTE), PAGE_WIDTH, 0).map(context.style.dim),
  ];
}
