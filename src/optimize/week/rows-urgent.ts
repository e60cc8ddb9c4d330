/** Patients without appointment: the hours that take them, by part of the day, are not fewer than now. */
import type { Label } from '../../model/scenario.ts';
import type { Modality } from '../../model/vocabulary.ts';
import { dayName } from '../../model/week/times.ts';
import { type Draft, type Term, timesTerms } from './draft.ts';
import { departmentLabel, UNITS } from './names.ts';

const PERIODS: Readonly<Record<string, Label>> = Object.freeze({
  night: { en: 'night', fr: 'nuit' },
  morning: { en: 'morning', fr: 'matin' },
  afternoon: { en: 'afternoon', fr: 'après-midi' },
  evening: { en: 'evening', fr: 'soir' },
});

const carriedId = (key: string): string => `carried/${key}`;

/** The parts of days from which some change takes hours of cover. */
function keysAtRisk({ problem }: Draft): readonly string[] {
  const keys = [...problem.footprints.values()].flatMap(({ cover }) =>
    cover.flatMap(({ key, amount }) => (amount < 0 ? [key] : [])),
  );
  return [...new Set(keys)].sort();
}

function coverLabel({ problem }: Draft, key: string): Label {
  const [site, modality, day, period] = key.split('/') as [string, Modality, string, string];
  const { en, fr } = departmentLabel(problem.scenario, site, modality);
  const part = PERIODS[period]!;
  const rank = Number(day);
  return {
    en: `${en}: as many hours that take emergencies as now, ${dayName(rank, 'en')} ${part.en}`,
    fr: `${fr} : autant d’heures qui prennent les urgences qu’aujourd’hui, ${dayName(rank, 'fr')} ${part.fr}`,
  };
}

/**
 * Device-hours that take emergencies or intensive care (vacations that insert them, on-call included) are as many as now by day
 * and part of the day; what is missing is carried, at the first of all costs. Stricter than need be where other devices are
 * open at the same time.
 */
export function addUrgent(draft: Draft): void {
  const { problem, builder } = draft;
  for (const key of keysAtRisk(draft)) {
    const label = coverLabel(draft, key);
    builder.column({ id: carriedId(key), label, unit: UNITS.hours });
    const gained = timesTerms(problem.changes, ({ id }) => coverOf(problem.footprints.get(id)!.cover, key));
    const carried: Term = [carriedId(key), 1];
    builder.row({
      id: `urgent/${key}`,
      label,
      unit: UNITS.hours,
      lower: 0,
      terms: [...gained, carried],
    });
  }
}

const coverOf = (cover: readonly { readonly key: string; readonly amount: number }[], key: string): number =>
  cover.find((one) => one.key === key)?.amount ?? 0;

/** Hours of cover that are missing. */
export const carriedTerms = (draft: Draft): readonly Term[] =>
  keysAtRisk(draft).map((key) => [carriedId(key), 1]);
