/** Delays, requests and reports of a department, by class of patients. */
import { anap2010 } from '../model/benchmark/anap-2010.ts';
import type { Indicator, PerClass } from '../model/results/results.ts';
import type { PatientClass } from '../model/vocabulary.ts';
import type { Text } from './language.ts';
import type { Format } from './numbers.ts';
import {
  askingClasses,
  type Department,
  isDrawn,
  meanOf,
  printer,
  say,
  type TableContext,
} from './table-context.ts';
import { CELL_WIDTH, cells, cut, LABEL_WIDTH } from './table-layout.ts';
import { CLASS_HEADS } from './words.ts';

/** A title with the classes as columns, then one row each; no lines when there is no row. */
function classTable(
  title: Text,
  rows: readonly { readonly label: Text; readonly values: readonly string[] }[],
  classes: readonly PatientClass[],
  context: TableContext,
): readonly string[] {
  if (rows.length === 0 || classes.length === 0) return [];
  const heads = classes.map((one) => say(context, CLASS_HEADS[one]));
  const label = say(context, title);
  return [
    context.style.bold(label) + cells(label, heads, LABEL_WIDTH, CELL_WIDTH).slice(label.length),
    ...rows.map((row) => cells(`  ${say(context, row.label)}`, row.values, LABEL_WIDTH, CELL_WIDTH)),
  ];
}

const DELAYS: Text = { en: 'Appointments, days ahead', fr: 'Rendez-vous, délai en jours' };

/** Days to the first and third place, and to the appointment obtained, of the classes that are booked. */
export function delayLines(department: Department, context: TableContext): readonly string[] {
  const { access, firstAvailable, thirdNextAvailable, withinTarget } = department.indicators;
  const classes = askingClasses(department).filter(
    (one) => access[one].mean !== null || firstAvailable[one].p50 !== null,
  );
  const print = printer(context);
  const row = (label: Text, of: (one: PatientClass) => Indicator, format: Format = print.plain) => ({
    label,
    values: classes.map((one) => print.cell(of(one), format)),
  });
  const rows = [
    row({ en: 'first offered (median)', fr: '1er proposé (médiane)' }, (one) => firstAvailable[one].p50),
    row({ en: 'third offered (median)', fr: '3e proposé (médiane)' }, (one) => thirdNextAvailable[one].p50),
    row({ en: 'obtained: mean', fr: 'obtenu : moyenne' }, (one) => access[one].mean),
    row({ en: 'obtained: 20% within', fr: 'obtenu : 20 % sous' }, (one) => access[one].p20),
    row({ en: 'obtained: half within', fr: 'obtenu : la moitié sous' }, (one) => access[one].p50),
    row({ en: 'obtained: 80% within', fr: 'obtenu : 80 % sous' }, (one) => access[one].p80),
    ...(classes.some((one) => withinTarget[one] !== null)
      ? [row({ en: 'within the target', fr: 'dans la cible' }, (one) => withinTarget[one], print.percent)]
      : []),
  ];
  return classTable(DELAYS, rows, classes, context);
}

const BY_EXAM: Text = { en: 'By exam type, days', fr: 'Par type d’examen, jours' };
const FIRST_HEAD: Text = { en: '{class} first offered', fr: '{class} 1er proposé' };
const OBTAINED_HEAD: Text = { en: '{class} obtained', fr: '{class} obtenu' };
const ALIKE: Text = {
  en: 'By exam type: the first appointment offered is the same for the {count|exam type|exam types}.',
  fr: 'Par type d’examen : le premier rendez-vous proposé est le même pour les {count|type d’examen|types d’examens}.',
};
const MEANS: Text = {
  en: '(first offered: median; obtained: mean)',
  fr: '(1er proposé : médiane ; obtenu : moyenne)',
};

/** Delays of ambulatory and hospitalised patients by exam type; one line when they are all alike. */
export function examLines(department: Department, context: TableContext): readonly string[] {
  const { byExam } = department.indicators;
  const exams = Object.keys(byExam);
  if (exams.length < 2) return [];
  const classes = (['A', 'H'] as const).filter((one) =>
    exams.some((exam) => byExam[exam]![one].firstAvailable.p50 !== null),
  );
  if (classes.length === 0) return [];
  const print = printer(context);
  const isAlike = classes.every((one) => {
    const firsts = exams
      .map((exam) => byExam[exam]![one].firstAvailable.p50)
      .filter((first) => first !== null);
    return new Set(firsts.map((first) => print.cell(first))).size < 2;
  });
  if (isAlike) return [say(context, ALIKE, { count: exams.length })];
  const label = (id: string) => {
    const exam = context.scenario.exams.find((one) => one.id === id);
    return exam?.label[context.language] ?? id;
  };
  const heads = classes.flatMap((one) => [
    say(context, FIRST_HEAD, { class: one }),
    say(context, OBTAINED_HEAD, { class: one }),
  ]);
  const title = say(context, BY_EXAM);
  return [
    context.style.bold(title) + cells(title, heads, LABEL_WIDTH, CELL_WIDTH).slice(title.length),
    ...exams.map((exam) => {
      const values = classes.flatMap((one) => {
        const { firstAvailable, access } = byExam[exam]![one];
        return [print.cell(firstAvailable.p50), print.cell(access.mean)];
      });
      return cells(`  ${cut(label(exam), LABEL_WIDTH - 3)}`, values, LABEL_WIDTH, CELL_WIDTH);
    }),
    context.style.dim(`  ${say(context, MEANS)}`),
  ];
}

const REQUESTS: Text = { en: 'Requests a week', fr: 'Demandes par semaine' };

/** Requests a week by what became of them; ends that never happen are left out. */
export function requestLines(department: Department, context: TableContext): readonly string[] {
  const { indicators } = department;
  const classes = askingClasses(department);
  const print = printer(context);
  const ends: readonly (readonly [Text, PerClass<Indicator>])[] = [
    [{ en: 'asked', fr: 'demandes' }, indicators.requested],
    [{ en: 'declined: too far away', fr: 'déclinées : trop loin' }, indicators.declined],
    [{ en: 'refused: agenda full', fr: 'refusées : agenda plein' }, indicators.refused],
    [{ en: 'sent elsewhere: closed', fr: 'adressées ailleurs : fermé' }, indicators.diverted],
    [{ en: 'turned away: no waiting place', fr: 'sans place d’attente' }, indicators.blocked],
    [{ en: 'left before their turn', fr: 'parties avant leur tour' }, indicators.reneged],
    [{ en: 'did not come (no-show)', fr: 'rendez-vous non honorés' }, indicators.noShow],
    [{ en: 'cancelled ahead', fr: 'annulées à l’avance' }, indicators.cancelled],
    [{ en: 'given another appointment', fr: 'rendez-vous reportés' }, indicators.rebooked],
  ];
  const rows = ends
    .filter(([, values], rank) => rank === 0 || classes.some((one) => meanOf(values[one]) > 0))
    .map(([label, values], rank) => ({
      label,
      values: classes.map((one) =>
        rank > 0 && meanOf(values[one]) === 0 ? '—' : print.cell(values[one], print.plain),
      ),
    }));
  return classTable(REQUESTS, rows, classes, context);
}

const REPORTS: Text = { en: 'Report after the exam', fr: 'Compte rendu après l’examen' };
const REPORT_ROWS: readonly (readonly [Text, 'p20' | 'p50' | 'p80'])[] = [
  [{ en: '20% within', fr: '20 % sous' }, 'p20'],
  [{ en: 'half within', fr: 'la moitié sous' }, 'p50'],
  [{ en: '80% within', fr: '80 % sous' }, 'p80'],
];
const DRAWN: Text = {
  en: '(drawn from the {year} benchmark: the site gives neither reading hours nor report delays)',
  fr: '(tiré du benchmark de {year} : le site ne donne ni heures de lecture ni délais de compte rendu)',
};
const HOUR = 60;
const DAY = 1440;

/** Minutes, hours or days: the unit in which a delay of reports is told. */
function delayFormat(indicator: Indicator, context: TableContext): Format {
  const minutes = meanOf(indicator);
  const unit = (en: string, fr: string) => ` ${context.language === 'fr' ? fr : en}`;
  if (minutes < 2 * HOUR) return { scale: 1, decimals: 0, suffix: unit('min', 'min') };
  if (minutes < 3 * DAY) return { scale: 1 / HOUR, decimals: 1, suffix: unit('h', 'h') };
  return { scale: 1 / DAY, decimals: 1, suffix: unit('d', 'j') };
}

/** Time from the end of the exam to the report. Defaults are those of 2010, whatever benchmark is beside. */
export function reportLines(department: Department, context: TableContext): readonly string[] {
  const { report } = department.indicators;
  const classes = askingClasses(department).filter((one) => report[one].p50 !== null);
  const print = printer(context);
  const rows = REPORT_ROWS.map(([label, quantile]) => ({
    label,
    values: classes.map((one) =>
      print.cell(report[one][quantile], delayFormat(report[one][quantile], context)),
    ),
  }));
  const drawn = classes.every((one) =>
    isDrawn(context.document, department.site.id, department.modality, one),
  );
  const table = classTable(REPORTS, rows, classes, context);
  if (!drawn || table.length === 0) return table;
  return [...table, context.style.dim(`  ${say(context, DRAWN, { year: String(anap2010.year) })}`)];
}
