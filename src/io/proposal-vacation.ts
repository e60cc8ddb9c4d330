/** A vacation of a complete scenario as a scenario file writes it: only what its type and device do not already say. */
import type { Law } from '../model/law.ts';
import type { Flow, Reserve, Vacation } from '../model/scenario.ts';
import { DAY } from '../model/units.ts';
import { CLASSES } from '../model/vocabulary.ts';
import { type Written, writtenMinutes } from '../model/week/quantities.ts';
import { showClock, writtenDays } from '../model/week/times.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A law as a scenario writes it, without evidence.
 * @example writtenLaw({ law: 'deterministic', value: 300 }) // 5
 * @example writtenLaw({ law: 'gamma', mean: 600, cv: 0.5 }) // { law: 'gamma', mean: 10, cv: 0.5 }
 */
export function writtenLaw(law: Law): Written {
  switch (law.law) {
    case 'deterministic':
      return writtenMinutes(law.value);
    case 'empirical':
      return {
        law: law.law,
        values: law.values.map(writtenMinutes),
        weights: [...law.weights],
        interpolate: law.interpolate,
      };
    default: {
      const plain = ['law', 'cv', 'stages'];
      const parts = Object.entries(law).filter(([, value]) => value !== Number.NEGATIVE_INFINITY);
      return Object.fromEntries(
        parts.map(([key, value]) => [key, plain.includes(key) ? value : writtenMinutes(Number(value))]),
      );
    }
  }
}

/** Whom minutes may be kept for at a device: a class, or one flow; null when no single name says it. */
function keptFor({ flows }: Reserve, users: readonly Flow[]): string | null {
  const named = [...CLASSES, ...flows];
  const meant = (name: string) =>
    users
      .filter((flow) => flow.id === name || flow.class === name)
      .map(({ id }) => id)
      .sort();
  return named.find((name) => same(meant(name), flows)) ?? null;
}

/** `{H: 105min, release: 1d}` where all are released alike, else a list; null when it cannot be written. */
function writtenReserves(reserves: readonly Reserve[], users: readonly Flow[]): Written | null {
  const names = reserves.map((one) => keptFor(one, users));
  if (names.includes(null)) return null;
  const [first] = reserves;
  if (first === undefined) return [];
  const known = names as readonly string[];
  const isAlike = reserves.every(
    ({ kind, releaseDays }) => kind === first.kind && releaseDays === first.releaseDays,
  );
  const isShort = isAlike && new Set([...known, 'kind', 'release', 'for']).size === known.length + 3;
  const kind = first.kind === 'fixed' ? {} : { kind: first.kind };
  const release = (days: number | null): Readonly<Record<string, Written>> =>
    days === null ? {} : { release: `${days}d` };
  if (!isShort)
    return reserves.map((one, rank) => ({
      for: known[rank]!,
      minutes: writtenMinutes(one.seconds),
      ...(one.kind === 'fixed' ? {} : { kind: one.kind }),
      ...release(one.releaseDays),
    }));
  const minutes = (seconds: number): string => {
    const written = writtenMinutes(seconds);
    return typeof written === 'number' ? `${written}min` : written;
  };
  return {
    ...Object.fromEntries(reserves.map(({ seconds }, rank) => [known[rank]!, minutes(seconds)])),
    ...kind,
    ...release(first.releaseDays),
  };
}

function writtenAccepts(vacation: Vacation, plain: Vacation): Readonly<Record<string, Written>> {
  const accepts = {
    ...(same(vacation.classes, plain.classes) ? {} : { classes: vacation.classes }),
    ...(vacation.exams === null ? {} : { exams: vacation.exams }),
    ...(same(vacation.inserted, plain.inserted) ? {} : { inserted: vacation.inserted }),
  };
  return Object.keys(accepts).length === 0 ? {} : { accepts };
}

/** What the same device would make of hours with nothing but a type: `onSite`, or with the team called from home. */
export interface PlainVacations {
  readonly onSite: Vacation;
  readonly calledIn: Vacation;
}

/**
 * The vacation on some days, as a scenario writes it; null when a reserve is for patients no one name says.
 * @param plain what its device makes of its days, hours and type alone.
 * @param users flows that may be booked at its device.
 */
export function writtenVacation(
  vacation: Vacation,
  days: readonly number[],
  plain: PlainVacations,
  users: readonly Flow[],
): Readonly<Record<string, Written>> | null {
  const reserve = writtenReserves(vacation.reserves, users);
  if (reserve === null) return null;
  const isCalledIn = vacation.type === 'on-call' && vacation.callIn !== null;
  const usual = isCalledIn ? plain.calledIn : plain.onSite;
  const { toSeconds } = vacation;
  return {
    days: writtenDays(days),
    from: showClock(vacation.fromSeconds),
    to: showClock(toSeconds > DAY ? toSeconds - DAY : toSeconds),
    type: vacation.type,
    ...(vacation.everyWeeks === 1 ? {} : { every: vacation.everyWeeks }),
    ...(vacation.firstWeek === 0 ? {} : { 'first-week': vacation.firstWeek }),
    ...(vacation.lastWeek === null ? {} : { 'last-week': vacation.lastWeek }),
    ...writtenAccepts(vacation, usual),
    ...(vacation.owner === usual.owner ? {} : { owner: vacation.owner }),
    ...(same(vacation.provides, usual.provides) ? {} : { provides: [...vacation.provides] }),
    ...(vacation.reserves.length === 0 ? {} : { reserve }),
    ...(vacation.appointments === null ? {} : { appointments: vacation.appointments.map(writtenMinutes) }),
    ...(same(vacation.lateStart, usual.lateStart) ? {} : { 'late-start': writtenLaw(vacation.lateStart) }),
    ...(vacation.earlyEndSeconds === usual.earlyEndSeconds
      ? {}
      : { 'early-end': writtenMinutes(vacation.earlyEndSeconds) }),
    ...(isCalledIn ? { presence: 'astreinte' } : {}),
    ...(vacation.callIn === null || same(vacation.callIn, usual.callIn)
      ? {}
      : { 'call-in': writtenLaw(vacation.callIn) }),
  };
}
