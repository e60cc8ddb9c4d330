/** One device: its opening, what fills it, who passes, how long they wait. */
import type { CauseMinutes, DeviceIndicators, Indicator } from '../model/results/results.ts';
import type { Device } from '../model/scenario.ts';
import { CLASSES, OPENINGS, type PatientClass } from '../model/vocabulary.ts';
import type { Text } from './language.ts';
import { type Format, formatNumber } from './numbers.ts';
import { meanOf, printer, say, type TableContext } from './table-context.ts';
import { bar, CELL_WIDTH, cells, LABEL_WIDTH } from './table-layout.ts';
import { CAUSE_WORDS, CLASS_HEADS, OPENING_WORDS } from './words.ts';

type Indicators = DeviceIndicators<Indicator>;

const OPENING: Text = { en: 'Opening', fr: 'Ouverture' };
const HOURS: Text = { en: 'hours a week', fr: 'heures par semaine' };
const OCCUPIED: Text = { en: 'occupied by exams', fr: 'occupée par les examens' };

function openingLines({ opening, occupancy }: Indicators, context: TableContext): readonly string[] {
  const print = printer(context);
  const title = say(context, OPENING);
  const heads = OPENINGS.map((one) => say(context, OPENING_WORDS[one]));
  const row = (label: Text, values: readonly string[]) =>
    cells(`  ${say(context, label)}`, values, LABEL_WIDTH, CELL_WIDTH);
  return [
    context.style.bold(title) + cells(title, heads, LABEL_WIDTH, CELL_WIDTH).slice(title.length),
    row(
      HOURS,
      OPENINGS.map((one) => print.cell(opening[one])),
    ),
    row(
      OCCUPIED,
      OPENINGS.map((one) => print.cell(occupancy[one], print.percent)),
    ),
  ];
}

const FILL: Text = { en: 'booked slots', fr: 'plages réservées' };
const FILL_VALUE: Text = { en: '{share} of the scheduled opening', fr: '{share} de l’ouverture programmée' };
const ICR: Text = { en: 'ICR per hour', fr: 'ICR par heure' };
const ICR_VALUE: Text = {
  en: '{scheduled} scheduled, {extended} extended',
  fr: '{scheduled} programmée, {extended} élargie',
};
const OVERTIME: Text = { en: 'overtime', fr: 'débordement' };
const OVERTIME_VALUE: Text = {
  en: '{minutes} min a week, in {share} of programmes',
  fr: '{minutes} min par semaine, dans {share} des programmes',
};
const NIGHT: Text = { en: 'at night (20:00–07:00)', fr: 'la nuit (20:00–07:00)' };
const NIGHT_VALUE: Text = { en: '{night} passages a week', fr: '{night} passages par semaine' };

function factLines(indicators: Indicators, context: TableContext): readonly string[] {
  const print = printer(context);
  const fact = (label: Text, value: string) => `  ${say(context, label)}`.padEnd(LABEL_WIDTH + 3) + value;
  const { fillRate, icrPerHour, overtime, volume } = indicators;
  const lines: string[] = [];
  if (meanOf(volume.night) > 0) {
    lines.push(fact(NIGHT, say(context, NIGHT_VALUE, { night: print.cell(volume.night) })));
  }
  if (meanOf(fillRate) > 0) {
    lines.push(fact(FILL, say(context, FILL_VALUE, { share: print.cell(fillRate, print.percent) })));
  }
  if (meanOf(icrPerHour.extended) > 0) {
    const scheduled = print.cell(icrPerHour.scheduled);
    const extended = print.cell(icrPerHour.extended);
    const isOne = scheduled === extended || icrPerHour.scheduled === null;
    const value = isOne ? extended : say(context, ICR_VALUE, { scheduled, extended });
    lines.push(fact(ICR, value));
  }
  if (overtime.share !== null) {
    const values = {
      minutes: print.cell(overtime.minutesPerWeek),
      share: print.cell(overtime.share, print.percent),
    };
    lines.push(fact(OVERTIME, say(context, OVERTIME_VALUE, values)));
  }
  return lines;
}

const MINUTES: Text = {
  en: 'Where the {minutes} scheduled minutes of a week go',
  fr: 'Où vont les {minutes} minutes programmées d’une semaine',
};
const MINUTES_EXTENDED: Text = {
  en: 'Where the {minutes} minutes of the extended opening of a week go',
  fr: 'Où vont les {minutes} minutes de l’ouverture élargie d’une semaine',
};
const CAUSE_LABEL = 26;
const CAUSE_CELL = 14;
const BAR = 36;

function causeLines(causes: CauseMinutes<Indicator>, title: Text, context: TableContext): readonly string[] {
  const names = Object.keys(causes) as (keyof typeof causes)[];
  const total = names.reduce((sum, name) => sum + meanOf(causes[name]), 0);
  if (total === 0) return [];
  const print = printer(context);
  const lost = names.filter((name) => name !== 'exams' && meanOf(causes[name]) > 0);
  lost.sort((a, b) => meanOf(causes[b]) - meanOf(causes[a]));
  return [
    context.style.bold(say(context, title, { minutes: formatNumber(total, 0, context.language) })),
    ...(['exams', ...lost] as const).map((name) => {
      const share = meanOf(causes[name]) / total;
      const percent = formatNumber(100 * share, 1, context.language) + print.percent.suffix;
      const label = `  ${say(context, CAUSE_WORDS[name])}`.padEnd(CAUSE_LABEL);
      const minutes = print.cell(causes[name], print.whole).padStart(CAUSE_CELL);
      return `${label}${minutes}${percent.padStart(9)}  ${bar(share, BAR)}`.trimEnd();
    }),
  ];
}

/** The scheduled opening, and the extended one too where it holds more. */
function minuteLines({ opening, openingMinutes }: Indicators, context: TableContext): readonly string[] {
  const scheduled = causeLines(openingMinutes.scheduled, MINUTES, context);
  const isMore = meanOf(opening.extended) > meanOf(opening.scheduled);
  if (!isMore) return scheduled;
  return [...scheduled, ...causeLines(openingMinutes.extended, MINUTES_EXTENDED, context)];
}

const PASSAGES: Text = { en: 'Passages and waits', fr: 'Passages et attentes' };
const PASSAGES_ROW: Text = { en: 'passages a week', fr: 'passages par semaine' };
const WAIT_MEAN: Text = { en: 'wait, mean (min)', fr: 'attente, moyenne (min)' };
const WAIT_HALF: Text = { en: 'half wait less than', fr: 'la moitié attend moins de' };
const WAIT_NINE: Text = { en: '9 in 10 wait less than', fr: '9 sur 10 attendent moins de' };
const ALL: Text = { en: 'all of them', fr: 'tous ensemble' };
const WAIT_FROM: Text = {
  en: 'From arrival, or the appointment if later, to the room.',
  fr: 'De l’arrivée, ou du rendez-vous s’il est plus tardif, à l’entrée en salle.',
};

function waitLines(indicators: Indicators, context: TableContext): readonly string[] {
  const { volume, wait } = indicators;
  const print = printer(context);
  const classes = CLASSES.filter((one) => meanOf(volume[one]) > 0);
  if (classes.length === 0) return [];
  const title = say(context, PASSAGES);
  const heads = classes.map((one) => say(context, CLASS_HEADS[one]));
  const row = (label: Text, of: (one: PatientClass) => Indicator, format: Format = print.plain) =>
    cells(
      `  ${say(context, label)}`,
      classes.map((one) => print.cell(of(one), format)),
      LABEL_WIDTH,
      CELL_WIDTH,
    );
  const all = `  ${say(context, ALL)}`.padEnd(LABEL_WIDTH + 3) + print.cell(volume.all);
  return [
    context.style.bold(title) + cells(title, heads, LABEL_WIDTH, CELL_WIDTH).slice(title.length),
    row(PASSAGES_ROW, (one) => volume[one]),
    ...(classes.length > 1 ? [all] : []),
    row(WAIT_MEAN, (one) => wait[one].mean),
    row(WAIT_HALF, (one) => wait[one].p50),
    row(WAIT_NINE, (one) => wait[one].p90),
    context.style.dim(`  ${say(context, WAIT_FROM)}`),
  ];
}

/** Everything about one device, under its name. */
export function deviceLines(
  device: Device,
  indicators: Indicators,
  context: TableContext,
): readonly string[] {
  const name = device.label === device.id ? device.id : `${device.label} (${device.id})`;
  return [
    context.style.bold(`▪ ${name}`),
    ...openingLines(indicators, context),
    ...factLines(indicators, context),
    ...minuteLines(indicators, context),
    ...waitLines(indicators, context),
  ];
}
