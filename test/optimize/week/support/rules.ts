/** Rules made by hand for tests of the week: wide open, nothing stated of staff. */
import type { WeekRules } from '../../../../src/model/rules/rules.ts';

const HOUR = 3600;

/** Whatever a test says of the rules; else working days 07:00–21:00 and Saturday 08:00–13:00, sessions of 2 to 4 hours. */
export const rulesOf = (parts: Partial<WeekRules> = {}): WeekRules => ({
  opening: [
    ...[0, 1, 2, 3, 4].map((day) => ({ day, fromSeconds: 7 * HOUR, toSeconds: 21 * HOUR })),
    { day: 5, fromSeconds: 8 * HOUR, toSeconds: 13 * HOUR },
  ],
  closed: [],
  session: { shortestSeconds: 2 * HOUR, longestSeconds: 4 * HOUR, stepSeconds: HOUR / 2 },
  addedHours: 6,
  budgetEuros: null,
  changes: 8,
  staff: [],
  targets: [],
  guardrails: { emergencyWaitMinutes: 5, delayDays: { A: 1, H: 0.5 }, reportHours: 2, overtimeMinutes: 30 },
  frozen: [],
  assumed: [],
  ...parts,
});
