/** Completing sites (reading, reports) and the civil calendar. */
import { parseDate } from '../calendar-fr.ts';
import type { Law } from '../law.ts';
import type { Calendar, Closure, Device, ReadingWindow, Site } from '../scenario.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { HOUR } from '../units.ts';
import { CLASSES, MODALITIES, type Modality, type PatientClass } from '../vocabulary.ts';
import type { DefaultsSet } from './defaults.ts';
import { FIXED_DEFAULTS } from './defaults-fixed.ts';
import type { Ledger } from './ledger.ts';

const READING_STARTS_AT = 8 * HOUR;
const WORKING_DAYS = 5;

/** Reading hours given as one number are spread over Monday to Friday from 08:00, by as many readers as it takes. */
function spreadReading(hoursPerWeek: number): ReadingWindow[] {
  const daily = hoursPerWeek / WORKING_DAYS;
  const readers = Math.ceil(daily / 10);
  return Array.from({ length: WORKING_DAYS }, (_, day) => ({
    day,
    fromSeconds: READING_STARTS_AT,
    toSeconds: READING_STARTS_AT + Math.round((daily / readers) * HOUR),
    readers,
  }));
}

export function completeSites(input: ScenarioInput, defaults: DefaultsSet, ledger: Ledger): Site[] {
  return input.sites
    .map((site): Site => {
      const path = `sites.${site.id}`;
      const modalities = MODALITIES.filter((modality) =>
        input.devices.some((device) => device.site === site.id && device.modality === modality),
      );
      const time = {} as Record<Modality, Law>;
      const reports = {} as Record<Modality, Record<PatientClass, Law | null>>;
      for (const modality of MODALITIES) {
        const set = defaults.byModality[modality];
        time[modality] = { law: 'deterministic', value: 0 };
        reports[modality] = { A: null, H: null, R: null, U: null };
        if (!modalities.includes(modality)) continue;
        if (site.reading !== undefined) {
          time[modality] = ledger.law(
            `${path}.reading.minutes.${modality}`,
            site.reading.minutes?.[modality],
            set.readingTime,
          );
          continue;
        }
        for (const patientClass of CLASSES) {
          const field = site.reports?.[modality]?.[patientClass];
          const fallback = set.reports[patientClass];
          reports[modality][patientClass] =
            fallback === null
              ? (field?.law ?? null)
              : ledger.law(`${path}.reports.${modality}.${patientClass}`, field, fallback);
        }
      }
      const windows =
        site.reading?.week?.flatMap((window) =>
          window.days.map((day) => ({
            day,
            fromSeconds: window.from,
            toSeconds: window.to,
            readers: window.readers ?? FIXED_DEFAULTS['sites[].reading.week[].readers'],
          })),
        ) ??
        (site.reading === undefined
          ? []
          : spreadReading(
              site.reading['hours-per-week'] ?? FIXED_DEFAULTS['sites[].reading.hours-per-week'],
            ));
      return {
        id: site.id,
        label: site.label ?? site.id,
        zone: site.zone ?? FIXED_DEFAULTS['sites[].zone'],
        synthetic: site.synthetic ?? FIXED_DEFAULTS['sites[].synthetic'],
        travelMinutes: site.travel ?? null,
        reading: site.reading === undefined ? null : { windows, time },
        reports,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function completeCalendar(input: ScenarioInput, devices: readonly Device[]): Calendar {
  const calendar = input.calendar ?? {};
  const startDay = calendar.start === undefined ? null : parseDate(calendar.start);
  const closures = (calendar.closures ?? []).map((closure): Closure => {
    const count =
      input.devices.find((device) => device.id === closure.device)?.count ??
      FIXED_DEFAULTS['devices[].count'];
    const copies = Array.from({ length: count }, (_, copy) => `${closure.device}-${copy + 1}`);
    const named = devices.filter(
      (device) =>
        device.pool === closure.device ||
        device.id === closure.device ||
        device.site === closure.site ||
        (count > 1 && copies.includes(device.id)),
    );
    const from =
      typeof closure.from === 'number' ? closure.from : (parseDate(closure.from) ?? 0) - (startDay ?? 0);
    return {
      devices: named.map((device) => device.id),
      fromDay: from,
      days: closure.days,
      announcedDays: Math.floor(closure.announced ?? FIXED_DEFAULTS['calendar.closures[].announced']),
    };
  });
  return {
    startDay,
    holidays: calendar['public-holidays'] ?? FIXED_DEFAULTS['calendar.public-holidays'],
    schoolZone: calendar['school-zone'] ?? null,
    closures: closures.sort(
      (a, b) => a.fromDay - b.fromDay || (String(a.devices) < String(b.devices) ? -1 : 1),
    ),
  };
}
