/** The result of a simulation as a page of text: the answer first, then what it is made of and rests on. */
import type { SimulationDocument } from '../model/results.ts';
import type { Scenario } from '../model/scenario.ts';
import { capital, type Text } from './language.ts';
import { delayLines, examLines, reportLines, requestLines } from './table-access.ts';
import { assumptionLines, checkLines, reproductionLines } from './table-basis.ts';
import { benchmarkLines } from './table-benchmark.ts';
import {
  type Department,
  departments,
  printer,
  say,
  type TableContext,
  type TableOptions,
} from './table-context.ts';
import { deviceLines } from './table-device.ts';
import { headlineLines } from './table-headline.ts';
import { cells, cut, indented, PAGE_WIDTH } from './table-layout.ts';
import { MODALITY_WORDS } from './words.ts';

/** Beyond this many departments each has one row; `--site` shows those of one site in full. */
const MOST_IN_FULL = 6;

const SIMULATED: Text = {
  en: '{weeks|week|weeks}{warmup}, simulated {replications|time|times}. ± or (low–high): 95% interval.',
  fr: '{weeks|semaine|semaines}{warmup}, {replications} fois. ± ou (bas–haut) : intervalle à 95 %.',
};
const WARMUP: Text = {
  en: ', {weeks} of them left out as warm-up',
  fr: ', dont {weeks} de mise en régime',
};

/** Parts one after the other, an empty line between those that have something to say. */
function separated(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.filter((part) => part.length > 0).flatMap((part, rank) => (rank === 0 ? part : ['', ...part]));
}

function departmentLines(department: Department, context: TableContext): readonly string[] {
  const modality = capital(say(context, MODALITY_WORDS[department.modality]));
  const title = `${department.site.label} · ${modality} `;
  const body = separated([
    headlineLines(department, context),
    benchmarkLines(department, context),
    delayLines(department, context),
    examLines(department, context),
    requestLines(department, context),
    reportLines(department, context),
    ...department.devices.map(({ device, indicators }) => deviceLines(device, indicators, context)),
  ]);
  return [context.style.bold(title.padEnd(PAGE_WIDTH, '═')), '', ...indented(body, 2)];
}

const OVERVIEW_HEADS: readonly Text[] = [
  { en: 'first place A', fr: '1re place A' },
  { en: 'first place H', fr: '1re place H' },
  { en: 'devices', fr: 'appareils' },
  { en: 'occupancy', fr: 'occupation' },
];
const OVERVIEW: Text = { en: '{count} departments', fr: '{count} plateaux' };
const OVERVIEW_NOTE: Text = {
  en: 'First place: median, days. Occupancy: scheduled, lowest and highest device. In full: --site ID',
  fr: 'Première place : médiane, jours. Occupation : programmée, du moins au plus occupé. En détail : --site ID',
};

function overviewRow(department: Department, context: TableContext): string {
  const print = printer(context);
  const shares = department.devices
    .map(({ indicators }) => indicators.occupancy.scheduled)
    .filter((one) => one !== null && one !== 'unstable')
    .sort((a, b) => a.mean - b.mean);
  const ends = [shares[0], shares.length > 1 ? shares.at(-1) : undefined].flatMap((one) =>
    one === undefined ? [] : [print.cell({ ...one, low: null, high: null }, print.percent)],
  );
  const { firstAvailable } = department.indicators;
  const label = `${cut(department.site.id, 24)} · ${say(context, MODALITY_WORDS[department.modality])}`;
  return cells(
    label,
    [
      print.cell(firstAvailable.A.p50),
      print.cell(firstAvailable.H.p50),
      String(department.devices.length),
      ends.length === 0 ? '—' : ends.join(' – '),
    ],
    34,
    16,
  );
}

function overviewLines(all: readonly Department[], context: TableContext): readonly string[] {
  const heads = OVERVIEW_HEADS.map((head) => say(context, head));
  const title = say(context, OVERVIEW, { count: all.length });
  return [
    context.style.bold(cells(title, heads, 34, 16)),
    ...all.map((department) => overviewRow(department, context)),
    context.style.dim(say(context, OVERVIEW_NOTE)),
  ];
}

/**
 * The readable table of a result, line by line, at most 98 characters wide: for each site and modality the answer in
 * words, the benchmark, delays, requests, reports and devices; then what the numbers rest on and how to get them again.
 * The scenario must be the one the document is about.
 */
export function simulationTable(
  document: SimulationDocument,
  scenario: Scenario,
  options: TableOptions,
): readonly string[] {
  const context: TableContext = { ...options, document, scenario };
  const { language, style } = options;
  const all = departments(context);
  const { weeks, replications, warmupWeeks } = document;
  const warmup = warmupWeeks === 0 ? '' : say(context, WARMUP, { weeks: warmupWeeks });
  const introduction = say(context, SIMULATED, { weeks, replications, warmup });
  const body =
    all.length > MOST_IN_FULL
      ? [overviewLines(all, context)]
      : all.map((department) => departmentLines(department, context));
  return separated([
    [style.bold(document.scenario.name[language]), introduction],
    ...body,
    assumptionLines(context),
    checkLines(context),
    reproductionLines(context),
  ]);
}
