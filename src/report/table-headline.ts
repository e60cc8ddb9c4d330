/** The answer in words: what a planner reads first about a department. */
import type { BenchmarkBand } from '../model/benchmark/benchmark.ts';
import type { DeviceIndicators, Indicator } from '../model/results/results.ts';
import { CLASSES } from '../model/vocabulary.ts';
import {
  POSITION_OF_DELAY,
  POSITION_OF_LEVEL,
  type PositionWords,
  positionOf,
} from './benchmark-position.ts';
import { capital, type Text } from './language.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { isOne } from './sentence.ts';
import { type Department, meanOf, printer, say, type TableContext } from './table-context.ts';
import { PAGE_WIDTH, wrap } from './table-layout.ts';
import { CAUSE_WORDS } from './words.ts';

const FIRST_PLACE: Text = {
  en: 'First {modality:modality} appointment offered to {class:class}: {delay}{position}.',
  fr: 'Premier rendez-vous ({modality:modality}) proposé aux {class:class} : {delay}{position}.',
};
const DAYS: Text = { en: ' days', fr: ' jours' };
const ONE_DAY: Text = { en: ' day', fr: ' jour' };
const SAME_DAY: Text = { en: 'the same day', fr: 'le jour même' };
const UNSTABLE: Text = {
  en: 'unstable, more is asked than can be booked and it grows without end',
  fr: 'délai instable, on demande plus qu’on ne peut programmer et il croît sans fin',
};
/** No-break spaces keep the three bounds on one line. */
const BOUNDS = '({p20}\u00a0–\u00a0{p50}\u00a0–\u00a0{p80})';
const POSITION: Text = { en: `, {position} ${BOUNDS}`, fr: `, {position} ${BOUNDS}` };
const OCCUPANCY: Text = {
  en: 'Exams fill {share} of the scheduled opening{device}{position}.',
  fr: 'Les examens occupent {share} de l’ouverture programmée{device}{position}.',
};
const EXTENDED: Text = {
  en: 'Exams fill {share} of the extended opening{device} (none is scheduled).',
  fr: 'Les examens occupent {share} de l’ouverture élargie{device} (aucune n’est programmée).',
};
const EMERGENCY_WAIT: Text = {
  en: 'Emergency patients wait {mean} on average before the room{device}, 9 in 10 less than {most}.',
  fr: 'Les patients des urgences attendent {mean} en moyenne avant la salle{device}, 9 sur 10 moins de {most}.',
};
const EMERGENCY_UNSTABLE: Text = {
  en: 'Emergency patients wait longer and longer{device}: more come than the room can take.',
  fr: 'Les patients des urgences attendent de plus en plus{device} : il en vient plus que la salle n’en peut prendre.',
};
const OF_DEVICE: Text = { en: ' on {device}', fr: ' sur {device}' };
const LOST: Text = {
  en: 'The rest goes mostly to: {causes}.',
  fr: 'Le reste va surtout à : {causes}.',
};
const LOST_CAUSE: Text = { en: '{cause} {share}', fr: '{cause} {share}' };
const IN_HUNDRED: Text = { en: '{share} in 100 {class:class}', fr: '{share} {class:class} sur 100' };
const NOT_SERVED = {
  declined: {
    en: 'Decline, the appointment being too far away: {parts}.',
    fr: 'Renoncent, le rendez-vous étant trop lointain : {parts}.',
  },
  refused: { en: 'Find the agenda full: {parts}.', fr: 'Trouvent l’agenda plein : {parts}.' },
  diverted: {
    en: 'Are sent elsewhere, the room being closed: {parts}.',
    fr: 'Sont adressés ailleurs, la salle étant fermée : {parts}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Shares below this are left to the table of requests. */
const TOLD_FROM_SHARE = 0.01;
/** More devices than this are left to their own parts. */
const DEVICES_TOLD = 3;
const CAUSES_TOLD = 2;

function delayWords(indicator: Indicator, context: TableContext): string {
  if (indicator === 'unstable') return say(context, UNSTABLE);
  const mean = meanOf(indicator);
  if (indicator !== null && mean === 0 && indicator.high === indicator.low) return say(context, SAME_DAY);
  const print = printer(context);
  return print.range(indicator, {
    ...print.plain,
    suffix: say(context, isOne(mean, context.language) ? ONE_DAY : DAYS),
  });
}

/** Where a number stands in 2010, with the band; nothing where there is no number or no band. */
function positionWords(
  indicator: Indicator,
  band: BenchmarkBand | null | undefined,
  words: PositionWords,
  scale: number,
  context: TableContext,
): string {
  const place = band === null || band === undefined ? null : positionOf(indicator, band);
  if (place === null || band === null || band === undefined) return '';
  const bound = (x: number) => formatShort(x * scale, 1, context.language);
  return say(context, POSITION, {
    position: say(context, words[place], { year: String(context.benchmark.year) }),
    p20: bound(band.p20),
    p50: bound(band.p50),
    p80: bound(band.p80),
  });
}

function firstPlace(
  department: Department,
  patientClass: 'A' | 'H',
  context: TableContext,
): readonly string[] {
  const indicator = department.indicators.firstAvailable[patientClass].p50;
  if (indicator === null) return [];
  const band = department.benchmark.appointmentDelayDays[patientClass];
  const position = positionWords(indicator, band, POSITION_OF_DELAY, 1, context);
  const delay = delayWords(indicator, context);
  return [say(context, FIRST_PLACE, { modality: department.modality, class: patientClass, delay, position })];
}

/** The two causes that take most of the scheduled minutes besides exams. */
function mainLosses(indicators: DeviceIndicators<Indicator>, context: TableContext): string {
  const minutes = indicators.openingMinutes.scheduled;
  const opening = meanOf(indicators.opening.scheduled) * 60;
  const { percent } = printer(context);
  return (Object.keys(minutes) as (keyof typeof minutes)[])
    .filter((cause) => cause !== 'exams' && meanOf(minutes[cause]) > 0)
    .sort((a, b) => meanOf(minutes[b]) - meanOf(minutes[a]))
    .slice(0, CAUSES_TOLD)
    .map((cause) => {
      const share = formatNumber((100 * meanOf(minutes[cause])) / opening, 1, context.language);
      return say(context, LOST_CAUSE, {
        cause: say(context, CAUSE_WORDS[cause]),
        share: share + percent.suffix,
      });
    })
    .join(', ');
}

/** Which device a sentence is about, where there are several. */
function onDevice(label: string, { devices }: Department, context: TableContext): string {
  return devices.length === 1 ? '' : say(context, OF_DEVICE, { device: label });
}

function occupancy(department: Department, context: TableContext): readonly string[] {
  const { devices, benchmark } = department;
  if (devices.length > DEVICES_TOLD) return [];
  const print = printer(context);
  return devices.flatMap(({ device, indicators }) => {
    const of = onDevice(device.label, department, context);
    const { scheduled, extended } = indicators.occupancy;
    if (scheduled === null) {
      const share = print.range(extended, print.percent);
      return extended === null ? [] : [say(context, EXTENDED, { share, device: of })];
    }
    const told = say(context, OCCUPANCY, {
      share: print.range(scheduled, print.percent),
      device: of,
      position: positionWords(scheduled, benchmark.occupancyRatio, POSITION_OF_LEVEL, 100, context),
    });
    const causes = mainLosses(indicators, context);
    return [causes === '' ? told : `${told} ${say(context, LOST, { causes })}`];
  });
}

/** How long emergencies wait: the other side of what is kept for booked patients. */
function emergencyWait(department: Department, context: TableContext): readonly string[] {
  const receiving = department.devices.filter(({ indicators }) => meanOf(indicators.volume.U) > 0);
  if (receiving.length > DEVICES_TOLD) return [];
  const print = printer(context);
  const minutes = { ...print.plain, suffix: ' min' };
  return receiving.map(({ device, indicators }) => {
    const { mean, p90 } = indicators.wait.U;
    const of = onDevice(device.label, department, context);
    if (mean === 'unstable') return say(context, EMERGENCY_UNSTABLE, { device: of });
    const most = `${formatNumber(meanOf(p90), 0, context.language)} min`;
    return say(context, EMERGENCY_WAIT, { mean: print.range(mean, minutes), most, device: of });
  });
}

/** Requests that do not become an exam, by why, told where they are one in a hundred at least. */
function notServed(
  department: Department,
  end: keyof typeof NOT_SERVED,
  context: TableContext,
): readonly string[] {
  const { indicators } = department;
  const parts = CLASSES.flatMap((one) => {
    const share = meanOf(indicators[end][one]) / meanOf(indicators.requested[one]);
    if (!(share >= TOLD_FROM_SHARE)) return [];
    return [say(context, IN_HUNDRED, { share: formatNumber(100 * share, 0, context.language), class: one })];
  });
  return parts.length === 0 ? [] : [say(context, NOT_SERVED[end], { parts: parts.join(', ') })];
}

/** The answer in a few sentences: delays, occupancy, and the requests that do not become an exam. */
export function headlineLines(department: Department, context: TableContext): readonly string[] {
  const sentences = [
    ...firstPlace(department, 'A', context),
    ...firstPlace(department, 'H', context),
    ...occupancy(department, context),
    ...emergencyWait(department, context),
    ...(['declined', 'refused', 'diverted'] as const).flatMap((end) => notServed(department, end, context)),
  ];
  return sentences.flatMap((sentence) => wrap(capital(sentence), PAGE_WIDTH - 4, 2));
}
