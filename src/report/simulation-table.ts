/** The result of a simulation as a page of text: the answer first, then what it is made of and rests on. */
import { anap2010 } from '../model/benchmark/anap-2010.ts';
import type { SimulationDocument } from '../model/results/results.ts';
import type { Scenario } from '../model/scenario.ts';
import { capital, type Text } from './language.ts';
import { delayLines, examLines, reportLines, requestLines } from './table-access.ts';
import { assumptionLines } from './table-assumptions.ts';
import { checkLines, reproductionLines } from './table-basis.ts';
import { benchmarkLines } from './table-benchmark.ts';
import { type Department, departments, say, type TableContext, type TableOptions } from './table-context.ts';
import { deviceLines } from './table-device.ts';
import { fitLines } from './table-fit.ts';
import { headlineLines } from './table-headline.ts';
import { indented, PAGE_WIDTH } from './table-layout.ts';
import { overviewLines } from './table-overview.ts';
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

const MIND: Text = {
  en: 'Mind: {count|warning|warnings} at the end, under Checks.',
  fr: 'Attention : {count|avertissement|avertissements} à la fin, sous Contrôles.',
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
  const context: TableContext = { benchmark: anap2010, ...options, document, scenario };
  const { language, style } = options;
  const all = departments(context);
  const { weeks, replications, warmupWeeks } = document;
  const warmup = warmupWeeks === 0 ? '' : say(context, WARMUP, { weeks: warmupWeeks });
  const introduction = say(context, SIMULATED, { weeks, replications, warmup });
  const body =
    all.length > MOST_IN_FULL
      ? [overviewLines(all, context)]
      : all.map((department) => departmentLines(department, context));
  const count = document.warnings.length;
  const mind = count === 0 ? [] : [style.bold(say(context, MIND, { count }))];
  return separated([
    [style.bold(document.scenario.name[language]), introduction, ...mind],
    ...body,
    fitLines(context),
    assumptionLines(document.assumptions, context),
    checkLines(context),
    reproductionLines(context),
  ]);
}
