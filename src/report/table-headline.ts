/** The answer in words: what a planner reads first about a department. */
import type { Indicator } from '../model/results.ts';
import type { PatientClass } from '../model/vocabulary.ts';
import { POSITION_OF_DELAY, POSITION_OF_LEVEL, positionOf } from './benchmark-position.ts';
import { capital, type Text } from './language.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { BENCHMARK_YEAR, type Department, meanOf, printer, say, type TableContext } from './table-context.ts';
import { PAGE_WIDTH, wrap } from './table-layout.ts';
import { CAUSE_WORDS } from './words.ts';

const FIRST_PLACE: Text = {
  en: 'First {modality:modality} appointment offered to {class:class}: {delay}{position}.',
  fr: 'Premier rendez-vous ({modality:modality}) proposé aux {class:class} : {delay}{position}.',
};
const DAYS: Text = { en: '{days} days', fr: '{days} jours' };
const ONE_DAY: Text = { en: '{days} day', fr: '{days} jour' };
const SAME_DAY: Text = { en: 'the same day', fr: 'le jour même' };
const UNSTABLE: Text = {
  en: 'none that lasts: more is asked than can be booked, the delay grows without end',
  fr: 'aucun qui tienne : on demande plus qu’on ne peut programmer, le délai croît sans fin',
};
const POSITION: Text = {
  en: ', {position} ({p20} – {p50} – {p80})',
  fr: ', {position} ({p20} – {p50} – {p80})',
};
const OCCUPANCY: Text = {
  en: 'Exams fill {share} of the scheduled opening{device}{position}.',
  fr: 'Les examens occupent {share} de l’ouverture programmée{device}{position}.',
};
const OF_DEVICE: Text = { en: ' of {device}', fr: ' de {device}' };
const LOST: Text = {
  en: 'Its other scheduled minutes go mostly to: {causes}.',
  fr: 'Ses autres minutes programmées vont surtout à : {causes}.',
};
const LOST_CAUSE: Text = { en: '{cause} {share}', fr: '{cause} {share}' };
const NOT_SERVED: Text = {
  en: 'Of 100 requests of {class:class}, {parts}.',
  fr: 'Sur 100 demandes de {class:class}, {parts}.',
};
const DECLINED: Text = {
  en: '{share} are declined by the patient, the appointment being too far away',
  fr: '{share} sont déclinées par le patient, le rendez-vous étant trop loin',
};
const REFUSED: Text = {
  en: '{share} find the agenda full',
  fr: '{share} trouvent l’agenda plein',
};
const DIVERTED: Text = {
  en: '{share} are sent elsewhere, the room being closed',
  fr: '{share} sont adressées ailleurs, la salle étant fermée',
};

/** Shares below this are left to the table of requests. */
const TOLD_FROM_SHARE = 0.01;
/** More devices than this are left to their own parts. */
const DEVICES_TOLD = 3;
const CAUSES_TOLD = 2;

function delayWords(indicator: Indicator, context: TableContext): string {
  if (indicator === 'unstable') return say(context, UNSTABLE);
  const mean = meanOf(indicator);
  if (indicator !== null && mean === 0 && indicator.high === indicator.low) return say(context, SAME_DAY);
  const days = printer(context).range(indicator);
  return say(context, mean <= 1 ? ONE_DAY : DAYS, { days });
}

function firstPlace(
  department: Department,
  patientClass: 'A' | 'H',
  context: TableContext,
): readonly string[] {
  const indicator = department.indicators.firstAvailable[patientClass].p50;
  if (indicator === null) return [];
  const band = department.benchmark.appointmentDelayDays[patientClass];
  const place = band === undefined ? null : positionOf(indicator, band);
  const bound = (x: number) => formatShort(x, 1, context.language);
  const position =
    place === null || band === undefined
      ? ''
      : say(context, POSITION, {
          position: say(context, POSITION_OF_DELAY[place], { year: String(BENCHMARK_YEAR) }),
          p20: bound(band.p20),
          p50: bound(band.p50),
          p80: bound(band.p80),
        });
  const delay = delayWords(indicator, context);
  return [say(context, FIRST_PLACE, { modality: department.modality, class: patientClass, delay, position })];
}

function occupancy(department: Department, context: TableContext): readonly string[] {
  const { devices, benchmark } = department;
  if (devices.length > DEVICES_TOLD) return [];
  const print = printer(context);
  return devices.flatMap(({ device, indicators }) => {
    const indicator = indicators.occupancy.scheduled;
    if (indicator === null) return [];
    const band = benchmark.occupancyRatio;
    const place = band === null ? null : positionOf(indicator, band);
    const bound = (x: number) => formatShort(x * 100, 1, context.language);
    const position =
      place === null || band === null
        ? ''
        : say(context, POSITION, {
            position: say(context, POSITION_OF_LEVEL[place], { year: String(BENCHMARK_YEAR) }),
            p20: bound(band.p20),
            p50: bound(band.p50),
            p80: bound(band.p80),
          });
    const of = devices.length === 1 ? '' : say(context, OF_DEVICE, { device: device.label });
    const share = print.range(indicator, print.percent);
    const told = [say(context, OCCUPANCY, { share, device: of, position })];
    const minutes = indicators.openingMinutes.scheduled;
    const opening = meanOf(indicators.opening.scheduled) * 60;
    const lost = (Object.keys(minutes) as (keyof typeof minutes)[])
      .filter((cause) => cause !== 'exams' && meanOf(minutes[cause]) > 0)
      .sort((a, b) => meanOf(minutes[b]) - meanOf(minutes[a]))
      .slice(0, CAUSES_TOLD)
      .map((cause) =>
        say(context, LOST_CAUSE, {
          cause: say(context, CAUSE_WORDS[cause]),
          share:
            formatNumber((100 * meanOf(minutes[cause])) / opening, 1, context.language) +
            print.percent.suffix,
        }),
      );
    return lost.length === 0 ? told : [`${told[0]!} ${say(context, LOST, { causes: lost.join(', ') })}`];
  });
}

function notServed(
  department: Department,
  patientClass: PatientClass,
  context: TableContext,
): readonly string[] {
  const { indicators } = department;
  const requested = meanOf(indicators.requested[patientClass]);
  if (requested === 0) return [];
  const part = (text: Text, indicator: Indicator) => {
    const share = meanOf(indicator) / requested;
    if (share < TOLD_FROM_SHARE) return [];
    return [say(context, text, { share: formatNumber(100 * share, 0, context.language) })];
  };
  const parts = [
    ...part(DECLINED, indicators.declined[patientClass]),
    ...part(REFUSED, indicators.refused[patientClass]),
    ...part(DIVERTED, indicators.diverted[patientClass]),
  ];
  return parts.length === 0
    ? []
    : [say(context, NOT_SERVED, { class: patientClass, parts: parts.join(', ') })];
}

/** The answer in a few sentences: delays, occupancy, and the requests that do not become an exam. */
export function headlineLines(department: Department, context: TableContext): readonly string[] {
  const sentences = [
    ...firstPlace(department, 'A', context),
    ...firstPlace(department, 'H', context),
    ...occupancy(department, context),
    ...(['A', 'H', 'R', 'U'] as const).flatMap((one) => notServed(department, one, context)),
  ];
  return sentences.flatMap((sentence) => wrap(capital(sentence), PAGE_WIDTH - 4, 2));
}
