/** The calendar, the length of the run, and the reading of reports. */
import { formatDate, mondayOf, parseDate, weekday } from '../calendar-fr.ts';
import type { Finding } from '../finding.ts';
import { scenarioError, scenarioWarning } from '../scenario-codes.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { clockText } from './shape.ts';

const DEFAULT_WEEKS = 52;

/**
 * The calendar starts on a Monday that exists.
 * @example checkStart({ calendar: { start: '2026-05-27' } })[0].values.nearest // '2026-05-25'
 */
export function checkStart(input: ScenarioInput): Finding[] {
  const start = input.calendar?.start;
  if (start === undefined) return [];
  const path = ['calendar', 'start'];
  const day = parseDate(start);
  if (day === null) return [scenarioError('no-such-date', { value: start }, path)];
  if (weekday(day) === 0) return [];
  return [scenarioError('calendar-not-monday', { value: start, nearest: formatDate(mondayOf(day)) }, path)];
}

/**
 * Holidays need a date to be counted from, and a school-holiday factor needs a school zone.
 * @example checkHolidays({ flows: [], calendar: { 'school-zone': 'A' } })[0].code // 'holidays-without-start'
 */
export function checkHolidays(input: ScenarioInput): Finding[] {
  const calendar = input.calendar ?? {};
  const used: string[] = [];
  if ((calendar['public-holidays'] ?? 'none') !== 'none') used.push('public-holidays');
  if (calendar['school-zone'] !== undefined) used.push('school-zone');
  const dateless =
    calendar.start === undefined
      ? used.map((key) => scenarioError('holidays-without-start', { key }, ['calendar', key]))
      : [];
  const unused =
    calendar['school-zone'] === undefined
      ? input.flows.flatMap((flow, index) =>
          (flow['school-holiday-factor'] ?? 1) === 1
            ? []
            : [scenarioWarning('holiday-factor-unused', {}, ['flows', index, 'school-holiday-factor'])],
        )
      : [];
  return [...dateless, ...unused];
}

/**
 * Each closure names a device, a pool or a site that exists, on days of the run.
 * @example checkClosures({ devices: [], calendar: { closures: [{ from: 7, days: 1 }] } })[0].code // 'closure-names-nothing'
 */
export function checkClosures(input: ScenarioInput): Finding[] {
  const { closures = [], start } = input.calendar ?? {};
  const startDay = start === undefined ? null : parseDate(start);
  const runDays = 7 * (input.run?.weeks ?? DEFAULT_WEEKS);
  return closures.flatMap((closure, index) => {
    const path = ['calendar', 'closures', index];
    const known = input.devices.some(
      (device) =>
        (closure.device !== undefined && [device.id, device.pool].includes(closure.device)) ||
        (device.count !== undefined && closure.device?.startsWith(`${device.id}-`)) ||
        device.site === closure.site,
    );
    const named = known ? [] : [scenarioError('closure-names-nothing', {}, path)];
    const from = closure.from;
    if (typeof from === 'string' && parseDate(from) === null) {
      return [...named, scenarioError('no-such-date', { value: from }, [...path, 'from'])];
    }
    // A start that is no date is told by itself.
    if (typeof from === 'string' && start !== undefined && startDay === null) return named;
    if (typeof from === 'string' && startDay === null) {
      return [...named, scenarioError('closure-without-start', { value: from }, [...path, 'from'])];
    }
    const day = typeof from === 'number' ? from : parseDate(from)! - startDay!;
    if (day + closure.days > 0 && day < runDays) return named;
    return [...named, scenarioWarning('closure-outside-run', { day, limit: runDays }, [...path, 'from'])];
  });
}

/**
 * At most half of the weeks are set aside as warm-up.
 * @example checkWarmup({ run: { weeks: 20, 'warmup-weeks': 11 } })[0].values // { weeks: 11, limit: 10 }
 */
export function checkWarmup(input: ScenarioInput): Finding[] {
  const asked = input.run?.['warmup-weeks'] ?? 'auto';
  const limit = Math.floor((input.run?.weeks ?? DEFAULT_WEEKS) / 2);
  if (asked === 'auto' || asked <= limit) return [];
  return [scenarioError('warmup-too-long', { weeks: asked, limit }, ['run', 'warmup-weeks'])];
}

/**
 * Reading hours end on the day they start, and are given once; they replace drawn report delays.
 * @example checkReading({ sites: [{ id: 'ch', reading: { week: [{ from: 7200, to: 3600 }] } }] })[0].code // 'reading-window-order'
 */
export function checkReading(input: ScenarioInput): Finding[] {
  return input.sites.flatMap((site, index) => {
    const { reading } = site;
    if (reading === undefined) return [];
    const path = ['sites', index, 'reading'];
    const reversed = (reading.week ?? []).flatMap((window, rank) =>
      window.to > window.from
        ? []
        : [
            scenarioError(
              'reading-window-order',
              { from: clockText(window.from), to: clockText(window.to) },
              [...path, 'week', rank, 'to'],
            ),
          ],
    );
    const twice =
      reading.week !== undefined && reading['hours-per-week'] !== undefined
        ? [scenarioError('reading-hours-twice', {}, [...path, 'hours-per-week'])]
        : [];
    const ignored =
      site.reports === undefined
        ? []
        : [scenarioWarning('reports-ignored', { site: site.id }, ['sites', index, 'reports'])];
    return [...reversed, ...twice, ...ignored];
  });
}
