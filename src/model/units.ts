/** Quantities as a user writes them (`28`, `"90min"`, `"30d"`, `"08:00"`) and as the model holds them (seconds). */
import { z } from 'zod';
import type { WrittenForm } from './schema/words.ts';

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;
export const WEEK = 604_800;

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, min: MINUTE, h: HOUR, d: DAY, w: WEEK };
/** Units a quantity may be written in: second, minute, hour, day, week. */
export const QUANTITY_UNITS: readonly string[] = Object.freeze(Object.keys(UNIT_SECONDS));
const QUANTITY = /^(-?\d+(?:[.,]\d+)?)\s*(s|min|h|d|w)$/;
const CLOCK = /^(\d{1,2}):([0-5]\d)$/;

/**
 * Seconds of a quantity with its unit; null when the text is not one. A decimal comma is understood.
 * @example parseQuantity('90min') // 5400
 * @example parseQuantity('1,5h') // 5400
 * @example parseQuantity('soon') // null
 */
export function parseQuantity(text: string): number | null {
  const match = QUANTITY.exec(text.trim());
  if (!match) return null;
  return Number(match[1]!.replace(',', '.')) * UNIT_SECONDS[match[2]!]!;
}

/**
 * Seconds since midnight of a wall-clock time from 00:00 to 24:00; null when the text is not one.
 * @example parseClock('08:30') // 30600
 * @example parseClock('24:00') // 86400
 * @example parseClock('25:00') // null
 */
export function parseClock(text: string): number | null {
  const match = CLOCK.exec(text.trim());
  if (!match) return null;
  const seconds = Number(match[1]) * HOUR + Number(match[2]) * MINUTE;
  return seconds <= DAY ? seconds : null;
}

/** A quantity field: a bare number counts in `unitSeconds`, a text carries its own unit; the result is in seconds. */
const quantity = (unitSeconds: number, unitName: string, low: number) =>
  z.union([z.number(), z.string()]).transform((raw, context) => {
    const seconds = typeof raw === 'number' ? raw * unitSeconds : parseQuantity(raw);
    if (seconds === null || !Number.isFinite(seconds)) {
      context.addIssue({ code: 'custom', message: 'quantity', params: { code: 'quantity', unit: unitName } });
      return z.NEVER;
    }
    if (seconds < low) {
      context.addIssue({ code: 'custom', message: 'too-small', params: { code: 'too-small', limit: low } });
      return z.NEVER;
    }
    return seconds;
  });

const form = (written: WrittenForm) => ({ form: written });

/** A duration; a bare number is in minutes. Result in seconds, ≥ 0. */
export const zMinutes = quantity(MINUTE, 'min', 0).meta(form('minutes'));
/** A duration that may be negative (punctuality); a bare number is in minutes. Result in seconds. */
export const zSignedMinutes = quantity(MINUTE, 'min', Number.NEGATIVE_INFINITY).meta(form('signed-minutes'));
/** A delay; a bare number is in days. Result in days (not necessarily whole), ≥ 0. */
export const zDays = quantity(DAY, 'd', 0)
  .transform((seconds) => seconds / DAY)
  .meta(form('days'));

/** A wall-clock time "HH:MM". Result in seconds since midnight. */
export const zClock = z
  .string()
  .transform((raw, context) => {
    const seconds = parseClock(raw);
    if (seconds === null) {
      context.addIssue({ code: 'custom', message: 'clock', params: { code: 'clock' } });
      return z.NEVER;
    }
    return seconds;
  })
  .meta(form('clock'));
