/** A site's own week, from its spreadsheet: what is scheduled, and what stands beside it. */

import {
  plainWeek,
  type ScheduledVacation,
  type SiteNumbers,
  weekHours,
} from '../../calibrate/site-numbers.ts';
import { rawSiteScenario } from '../../calibrate/site-scenario.ts';
import { defaultAssumptions } from '../../calibrate/solve.ts';
import { ioError } from '../../io/codes.ts';
import { readWeekFile } from '../../io/week-file.ts';
import type { DocumentPath, Finding } from '../../model/finding.ts';
import { hasErrors } from '../../model/finding.ts';
import { parseScenario } from '../../model/load/load.ts';
import { DAYS, VACATION_FACTS, type VacationType } from '../../model/vocabulary.ts';
import { readWeekTable, type WeekTable, type WrittenVacation } from '../../model/week/table.ts';

export interface SiteWeek {
  /** The numbers with the week; null when it cannot be read. */
  readonly numbers: SiteNumbers | null;
  readonly findings: readonly Finding[];
}

/** A spreadsheet of one room, called `scanner` or `irm` or as it likes when there is only one. */
export async function readSiteWeek(file: string, numbers: SiteNumbers): Promise<SiteWeek> {
  const { grid, findings } = await readWeekFile(file);
  if (grid === null) return { numbers: null, findings };
  const room = numbers.modality === 'ct' ? 'scanner' : 'irm';
  const knobs = { slotMinutes: 20, inpatientPlaces: 0, demand: { A: 1, H: 1, R: 1, U: 1 } };
  const run = { weeks: 4, warmupWeeks: 0, seed: 'init' };
  const week = plainWeek(numbers.openingHours);
  const raw = rawSiteScenario(numbers, week, knobs, defaultAssumptions(numbers.modality), run);
  const device = (raw.devices as readonly object[])[0];
  const { input } = parseScenario({ ...raw, devices: [{ ...device, id: room }] });
  if (input === null) throw new Error('the scenario a week is read against is not sound');
  const read = readWeekTable(grid, input);
  const all = [...findings, ...read.findings];
  if (read.table === null || hasErrors(all)) return { numbers: null, findings: all };
  const vacations = read.table.rooms[0]?.vacations ?? [];
  const isScheduled = ({ type }: WrittenVacation) =>
    VACATION_FACTS[type as VacationType].opening === 'scheduled';
  const unusual = vacations.flatMap((vacation, rank) =>
    isScheduled(vacation) ? notWeekly(vacation, read.table!, ['devices', room, 'week', rank]) : [],
  );
  if (unusual.length > 0) return { numbers: null, findings: [...all, ...unusual] };
  // In the order of the week: a spreadsheet groups equal days, and inpatient places are shared out day by day.
  const scheduled = vacations
    .filter(isScheduled)
    .flatMap(scheduledDays)
    .sort((a, b) => a.day - b.day || a.fromMinutes - b.fromMinutes);
  return {
    numbers: {
      ...numbers,
      openingHours: weekHours(scheduled),
      week: scheduled,
      extras: { ...numbers.extras, beside: vacations.filter((one) => !isScheduled(one)) },
    },
    findings: all,
  };
}

/** Columns that leave weeks out. */
const NOT_WEEKLY = ['every', 'first-week', 'last-week'] as const;

function notWeekly(vacation: WrittenVacation, table: WeekTable, at: DocumentPath): readonly Finding[] {
  return NOT_WEEKLY.filter((key) => vacation[key] !== undefined).map((column) => {
    const place = table.locate([...at, column]);
    return ioError('week-not-weekly', { column }, place ?? {});
  });
}

const minutesOf = (clock: unknown): number => {
  const [hours = '0', minutes = '0'] = String(clock).split(':');
  return Number(hours) * 60 + Number(minutes);
};

/** One for each day of a written vacation: `mon-fri`, `sat`, `mon, wed`. */
function scheduledDays({ days, from, to, type }: WrittenVacation): readonly ScheduledVacation[] {
  const names = (Array.isArray(days) ? days : String(days).split(',')).map((one) => String(one).trim());
  return names.flatMap((name) => {
    const [first = '', last = first] = name.split('-');
    const [low, high] = [first, last].map((one) => (DAYS as readonly string[]).indexOf(one));
    return Array.from({ length: high! - low! + 1 }, (_, rank) => ({
      day: low! + rank,
      fromMinutes: minutesOf(from),
      toMinutes: minutesOf(to),
      type: type as VacationType,
    }));
  });
}
