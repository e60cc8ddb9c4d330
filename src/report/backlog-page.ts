/** The page of `backlog`: sessions, weeks, what comes after, what would hold, and the delay week by week. */
import type { BacklogDocument, CurveWeek, OverSets, Threshold } from '../model/results/backlog.ts';
import type { Estimate } from '../model/results/estimate.ts';
import { BACKLOG_WORDS as W } from './backlog-words.ts';
import { inputLine } from './input-line.ts';
import type { Language } from './language.ts';
import { formatNumber, formatRange, formatShort } from './numbers.ts';
import { fill, type Values } from './sentence.ts';
import { hoursText, SESSION_WORDS } from './session-words.ts';
import { bar, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';
import { VOCABULARY } from './words.ts';

export interface BacklogPageOptions {
  readonly language: Language;
  readonly style: Style;
}

const LABEL = 44;
const VALUE = 10;
const INTERVAL = 22;
const CHART = 60;
/** Weeks shown one by one; a longer course shows every n-th. */
const MOST_ROWS = 36;
const PLACES_SHOWN = 6;
const TO_MEASURE_SHOWN = 3;

type Said = (text: (typeof W)[keyof typeof W], values?: Values) => string;

const sayer =
  (language: Language): Said =>
  (text, values = {}) =>
    fill(text, values, language, VOCABULARY);

const paragraph = (text: string): readonly string[] => wrap(text, PAGE_WIDTH, 0);

const days = (one: Estimate, language: Language): string =>
  formatRange(one, { scale: 1, decimals: 1, suffix: '' }, language);

/** A whole number, or what stands for more than was tried. */
const bound = (value: number | null, beyond: string): string => (value === null ? beyond : String(value));

/** Two bounds, spaced out where one of them is no plain number. */
function span({ low, high }: Pick<OverSets, 'low' | 'high'>, beyond: string): string {
  if (low === high) return bound(low, beyond);
  return `${bound(low, beyond)}${high === null ? ' – ' : '–'}${bound(high, beyond)}`;
}

const times = ({ low, high }: Pick<OverSets, 'low' | 'high'>, n: number): Pick<OverSets, 'low' | 'high'> => ({
  low: low === null ? null : low * n,
  high: high === null ? null : high * n,
});

function introduction(document: BacklogDocument, { language, style }: BacklogPageOptions): readonly string[] {
  const say = sayer(language);
  const { target, delay, sessions } = document;
  const { class: patientClass, modality, siteLabel } = target;
  const aim = formatShort(target.days, 1, language);
  return [
    style.bold(say(W.title, { modality, class: patientClass, site: siteLabel })),
    ...paragraph(say(W.delay, { delay: days(delay, language), target: aim })),
    ...(sessions.perWeek === null ? paragraph(say(W.alreadyMet)) : sessionLines(document, say, language)),
  ];
}

function sessionLines(
  { sessions, target }: BacklogDocument,
  say: Said,
  language: Language,
): readonly string[] {
  const perWeek = sessions.perWeek ?? 0;
  const taken = sessions.places.slice(0, perWeek);
  const several = new Set(sessions.places.map(({ device }) => device)).size > 1;
  const shown = [...taken]
    .sort((a, b) => a.day - b.day)
    .slice(0, PLACES_SHOWN)
    .map((place) => (several ? `${place.device} ${hoursText(place, language)}` : hoursText(place, language)));
  const kinds = [...new Set(taken.map(({ kind }) => kind))].map((kind) => SESSION_WORDS[kind][language]);
  const how =
    sessions.perWeekFrom === 'stated' ? W.stated : perWeek < sessions.places.length ? W.quick : W.allPlaces;
  return paragraph(
    say(W.sessions, {
      kinds: kinds.join(', '),
      perWeek,
      how: say(how),
      places: shown.join(', ') + (taken.length > shown.length ? ', …' : ''),
      class: target.class,
    }),
  );
}

interface Row {
  readonly label: string;
  readonly value: string;
  readonly simulation: string;
  readonly assumptions: string;
}

const rowLine = ({ label, value, simulation, assumptions }: Row): string =>
  `${label.padEnd(LABEL)}${value.padStart(VALUE)}${simulation.padStart(INTERVAL)}${assumptions.padStart(INTERVAL)}`.trimEnd();

/** A number that was found, with the span of each interval. */
function thresholdRow(
  label: string,
  found: Threshold | null,
  over: Pick<OverSets, 'low' | 'high'> | null,
  beyond: string,
  overBeyond: string,
): Row {
  return {
    label,
    value: found === null ? '—' : String(found.value),
    simulation: found === null ? '' : span(found, beyond),
    assumptions: over === null ? '' : span(over, overBeyond),
  };
}

function answerRows(document: BacklogDocument, say: Said, language: Language): readonly Row[] {
  const { campaign, lasting, lowestPossible, assumptions, longestWeeks, sessions } = document;
  const perWeek = sessions.perWeek ?? 0;
  const more = `> ${longestWeeks}`;
  const moreSessions = `> ${longestWeeks * perWeek}`;
  const later = campaign === null ? '' : `> ${campaign.weeksFollowed}`;
  const half = campaign?.weeksToHalf ?? null;
  const missed = say(W.notInTime);
  const overWeeks = assumptions?.weeks ?? null;
  const one = (x: number) => formatNumber(x, 1, language);
  return [
    thresholdRow(
      say(W.needed),
      campaign?.sessions ?? null,
      overWeeks && times(overWeeks, perWeek),
      moreSessions,
      missed,
    ),
    thresholdRow(say(W.weeks, { perWeek }), campaign?.weeks ?? null, overWeeks, more, missed),
    ...(campaign === null
      ? []
      : [
          thresholdRow(
            say(W.weeksReached),
            campaign.weeksReached,
            assumptions === null || assumptions.reached === 0 ? null : assumptions.weeksReached,
            later,
            later,
          ),
          thresholdRow(
            say(W.toHalf),
            half === null ? null : { value: half, low: half, high: half },
            assumptions === null || assumptions.reached === 0 ? null : assumptions.weeksToHalf,
            later,
            later,
          ),
        ]),
    thresholdRow(
      say(W.hold),
      lasting?.perWeek ?? null,
      assumptions?.lastingPerWeek ?? null,
      `> ${sessions.places.length}`,
      `> ${sessions.places.length}`,
    ),
    ...(lowestPossible === null
      ? []
      : [
          {
            label: say(W.forEver, { perWeek }),
            value: one(lowestPossible.mean),
            simulation:
              lowestPossible.low === null ? '' : `${one(lowestPossible.low)}–${one(lowestPossible.high!)}`,
            assumptions:
              assumptions === null
                ? ''
                : `${one(assumptions.lowestPossible.low)}–${one(assumptions.lowestPossible.high)}`,
          },
        ]),
  ];
}

function answerLines(document: BacklogDocument, { language, style }: BacklogPageOptions): readonly string[] {
  const say = sayer(language);
  const { assumptions } = document;
  const head = {
    label: '',
    value: '',
    simulation: say(W.simulation),
    assumptions: assumptions === null ? '' : say(W.assumptions),
  };
  return [
    '',
    ...paragraph(headline(document, say, language)).map((line) => style.bold(line)),
    '',
    style.dim(rowLine(head)),
    ...answerRows(document, say, language).map(rowLine),
    '',
    ...lessons(document, say, language).flatMap((text) => wrap(`• ${text}`, PAGE_WIDTH, 2)),
  ];
}

/** The answer in a sentence. */
function headline(
  { campaign, lowestPossible, sessions }: BacklogDocument,
  say: Said,
  language: Language,
): string {
  const perWeek = sessions.perWeek ?? 0;
  if (campaign !== null)
    return say(W.headline, { count: campaign.sessions.value, perWeek, weeks: campaign.weeks.value });
  return say(W.notReached, { perWeek, days: lowestPossible === null ? '—' : days(lowestPossible, language) });
}

/** What the numbers mean for who decides. */
function lessons(document: BacklogDocument, say: Said, language: Language): readonly string[] {
  const { campaign, lasting, delay, tauDays, sessions, target, assumptions } = document;
  const shown = (x: number) => formatNumber(x, 1, language);
  const perWeek = sessions.perWeek ?? 0;
  const lines: string[] = [];
  if (campaign !== null) {
    const { reachedInWeek, aboveAgainInWeek, weeks, lowest } = campaign;
    lines.push(
      aboveAgainInWeek === null
        ? say(W.reachedStays, { week: reachedInWeek })
        : say(W.reached, {
            week: reachedInWeek,
            again: aboveAgainInWeek,
            last: weeks.value,
            days: shown(lowest.delay.mean),
          }),
    );
    lines.push(
      tauDays === null
        ? say(W.back, { base: shown(delay.mean) })
        : say(W.backTau, { base: shown(delay.mean), tau: formatShort(tauDays, 1, language) }),
    );
  }
  // With all the places looked at already, the headline has said it.
  if (lasting !== null && (lasting.perWeek !== null || campaign !== null || lasting.withPerWeek > perWeek))
    lines.push(
      lasting.perWeek === null
        ? say(W.nothingHolds, { count: lasting.withPerWeek, days: days(lasting.delay, language) })
        : say(W.holds, {
            count: lasting.perWeek.value,
            days: days(lasting.delay, language),
            target: formatShort(target.days, 1, language),
          }),
    );
  if (assumptions !== null) {
    const { sets, rejected, reached } = assumptions;
    lines.push(
      say(W.underSets, { reached, sets }) + (rejected > 0 ? ` ${say(W.rejected, { rejected })}` : ''),
    );
    const known = assumptions.toMeasure.filter(({ demonstrated }) => demonstrated).slice(0, TO_MEASURE_SHOWN);
    if (known.length > 0)
      lines.push(
        say(W.measure, {
          inputs: known.map((one) => inputLine(one, language)).join(' · '),
        }),
      );
  }
  return lines;
}

function curveLines(document: BacklogDocument, { language, style }: BacklogPageOptions): readonly string[] {
  const { curve, campaign, target } = document;
  if (curve.length === 0 || campaign === null) return [];
  const say = sayer(language);
  const step = Math.ceil(curve.length / MOST_ROWS);
  const most = Math.max(document.delay.mean, ...curve.map(({ delay }) => delay.mean));
  const mark = Math.min(CHART - 1, Math.round((target.days / most) * CHART));
  const line = ({ week, delay }: CurveWeek): string => {
    const isHeld = week >= 1 && week <= campaign.weeks.value;
    const drawn = [...bar(delay.mean / most, CHART).padEnd(CHART)];
    drawn[mark] = '│';
    const number = formatNumber(delay.mean, 1, language).padStart(7);
    return `${String(week).replace('-', '−').padStart(5)} ${(isHeld ? String(campaign.perWeek) : '').padStart(9)}${number}  ${drawn.join('').trimEnd()}`;
  };
  return [
    '',
    style.bold(say(W.curve, { target: formatShort(target.days, 1, language) })),
    style.dim(`${say(W.week).padStart(5)} ${say(W.held).padStart(9)}${say(W.daysHead).padStart(7)}`),
    ...curve.filter((_, rank) => rank % step === 0).map(line),
  ];
}

function basis(document: BacklogDocument, { language, style }: BacklogPageOptions): readonly string[] {
  const say = sayer(language);
  const { replications, seed, warmupWeeks, assumptions } = document;
  const sets = assumptions === null ? [] : [say(W.basisSets, { replications: assumptions.replications })];
  return [
    '',
    ...paragraph([say(W.basis, { replications, seed, warmupWeeks }), ...sets].join(' ')).map((line) =>
      style.dim(line),
    ),
  ];
}

/**
 * The page, line by line, at most 98 characters wide: the delay and the sessions asked about; the answer with its two intervals; what
 * it means; the delay week by week; what it rests on.
 */
export function backlogPage(document: BacklogDocument, options: BacklogPageOptions): readonly string[] {
  if (document.outcome === 'already-met')
    return [...introduction(document, options), ...basis(document, options)];
  return [
    ...introduction(document, options),
    ...answerLines(document, options),
    ...curveLines(document, options),
    ...basis(document, options),
  ];
}
