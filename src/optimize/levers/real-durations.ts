/** The lever "book by real durations": standard slots as long as the exams they hold, not one size for all. */
import { mean } from '../../engine/laws/moments.ts';
import type { Department } from '../../model/results/compare.ts';
import type { Flow, Scenario } from '../../model/scenario.ts';
import { HOUR, MINUTE } from '../../model/units.ts';
import type { PatientClass } from '../../model/vocabulary.ts';
import { requestsPerWeek } from '../../stats/capacity.ts';
import type { Lever, LeverCase, NotRankable } from './lever.ts';
import {
  bookedVacations,
  departmentsOf,
  devicesOf,
  isBookedAt,
  lengthMinutes,
  onlyDevice,
  placeOf,
  resources,
  UNITS,
  weeklyMinutesOf,
} from './practice-edit.ts';
import { departmentSlotSeconds, examParts, meanSlotSeconds, withShorterSlots } from './slot-mixture.ts';

const ID = 'real-durations';
const HOURS_A_WEEK = 168;
/** The diary is never given less than this part of a vacation, however many are inserted. */
const LEAST_PART = 0.4;
/** A mean slot that would change by less than this share is as long as its exams already. */
const ALREADY_RIGHT = 0.01;

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const speedOf = (scenario: Scenario, place: Department): number =>
  average(devicesOf(scenario, place).map(({ speed }) => speed));

const changeoverSeconds = (scenario: Scenario, place: Department): number =>
  average(devicesOf(scenario, place).map(({ changeover }) => mean(changeover)));

/** Room seconds of an exam type of a flow, changeover included. */
function roomSeconds(scenario: Scenario, place: Department, flow: Flow, exam: string): number {
  const law = flow.durations ?? scenario.exams.find(({ id }) => id === exam)!.durations[flow.class];
  return mean(law) / speedOf(scenario, place) + changeoverSeconds(scenario, place);
}

/** Share of a flow's requests that come while a vacation of the department takes appointments and inserts the class. */
function shareWithinVacations(scenario: Scenario, place: Department, flow: Flow): number {
  const open = bookedVacations(scenario, place).filter(({ vacation }) =>
    vacation.inserted.includes(flow.class),
  );
  let inside = 0;
  let all = 0;
  for (let hour = 0; hour < HOURS_A_WEEK; hour++) {
    const weight = flow.profile[hour] ?? 0;
    const overlaps = open.map(({ vacation }) => {
      const from = Math.max(hour * HOUR, vacation.day * 24 * HOUR + vacation.fromSeconds);
      const to = Math.min((hour + 1) * HOUR, vacation.day * 24 * HOUR + vacation.toSeconds);
      return Math.max(0, to - from) / HOUR / vacation.everyWeeks;
    });
    inside += weight * Math.max(0, ...overlaps);
    all += weight;
  }
  return all === 0 ? 0 : inside / all;
}

/** Minutes a week that patients without appointment take within the vacations that are booked. */
function insertedMinutes(scenario: Scenario, place: Department): number {
  const flows = scenario.flows.filter(
    (flow) => flow.walkIn && flow.modality === place.modality && flow.sites[0] === place.site,
  );
  return flows.reduce((sum, flow) => {
    const seconds = flow.exams.reduce(
      (total, { id, share }) => total + share * roomSeconds(scenario, place, flow, id),
      0,
    );
    return sum + (requestsPerWeek(flow) * shareWithinVacations(scenario, place, flow) * seconds) / MINUTE;
  }, 0);
}

/** Part of the booked vacations that is left for booked patients: less late starts, early ends and inserted patients. */
function partForBooked(scenario: Scenario, place: Department): number {
  const opening = weeklyMinutesOf(scenario, place, lengthMinutes);
  const lost = weeklyMinutesOf(
    scenario,
    place,
    ({ lateStart, earlyEndSeconds }) => (mean(lateStart) + earlyEndSeconds) / MINUTE,
  );
  return Math.max(LEAST_PART, (opening - lost - insertedMinutes(scenario, place)) / opening);
}

interface Booking {
  readonly patientClass: PatientClass;
  readonly exam: string;
  /** Exam types whose durations are the same law are one group: only their mean is known. */
  readonly group: string;
  readonly requests: number;
  readonly present: number;
  readonly real: number;
}

/** Each class and exam type booked: its slot now, and the time of the vacation it really takes, seconds. */
function bookingsOf(scenario: Scenario, place: Department): readonly Booking[] {
  const part = partForBooked(scenario, place);
  return scenario.flows
    .filter((flow) => isBookedAt(flow, place))
    .flatMap((flow) =>
      examParts(flow, place.site).map((one) => ({
        patientClass: flow.class,
        exam: one.id,
        group: `${flow.class}/${JSON.stringify(flow.durations ?? scenario.exams.find(({ id }) => id === one.id)!.durations[flow.class])}`,
        requests: requestsPerWeek(flow) * one.share,
        present: meanSlotSeconds(scenario, place, one, flow.class),
        real: (roomSeconds(scenario, place, flow, one.id) * (1 - flow.noShow.base)) / part,
      })),
    );
}

/** Seconds each slot is too long, by class and exam type: within a group all by the same ratio, so that longer types stay longer. */
function excessSeconds(scenario: Scenario, place: Department): ReadonlyMap<string, number> {
  const bookings = bookingsOf(scenario, place);
  const sums = new Map<string, { present: number; real: number }>();
  for (const { group, requests, present, real } of bookings) {
    const sum = sums.get(group) ?? { present: 0, real: 0 };
    sum.present += requests * present;
    sum.real += requests * real;
    sums.set(group, sum);
  }
  return new Map(
    bookings.map(({ patientClass, exam, group, present }) => {
      const sum = sums.get(group)!;
      const ratio = sum.present === 0 ? 1 : sum.real / sum.present;
      return [`${patientClass}/${exam}`, present * (1 - ratio)];
    }),
  );
}

function apply(scenario: Scenario, place: Department, strength: number): Scenario {
  if (strength === 0) return scenario;
  const excess = excessSeconds(scenario, place);
  return withShorterSlots(
    scenario,
    place,
    (patientClass, exam) => strength * (excess.get(`${patientClass}/${exam}`) ?? 0),
  );
}

function caseAt(scenario: Scenario, place: Department): LeverCase {
  const where = placeOf(scenario, place);
  return {
    id: `${ID}:${place.site}/${place.modality}`,
    lever: ID,
    site: place.site,
    modalities: [place.modality],
    device: onlyDevice(scenario, place),
    what: {
      en: `${where.en}: slots as long as the exams really take`,
      fr: `${where.fr} : des créneaux de la durée réelle des examens`,
    },
    strength: { value: 0.8, range: [0.6, 1], unit: UNITS.shareOfGap },
    resources: () => resources({ hours: { secretary: 1 } }),
    apply: (changed, strength) => apply(changed, place, strength),
  };
}

export const REAL_DURATIONS: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Book by real durations', fr: 'Réserver selon les durées réelles' },
  assumption: {
    en: 'The mean slot of each class becomes the mean time its exams take, changeover included and absent patients left out, plus its part of late starts, early ends and inserted patients, so that a vacation is full on average and no more. Exam types whose durations are not known apart keep the ratio of their slots. Overtime and waits are shown beside the gain.',
    fr: 'Le créneau moyen de chaque classe devient le temps moyen que prennent ses examens, inter-examen compris et absents déduits, plus sa part des démarrages tardifs, des fins précoces et des patients insérés : une vacation est pleine en moyenne, pas davantage. Les types d’examen dont les durées ne sont pas connues séparément gardent le rapport de leurs créneaux. Le débordement et les attentes sont montrés à côté du gain.',
  },
  evidence: {
    mark: 'source',
    text: {
      en: 'named by ANAP (2010), no figure; the size of the gain is the model’s, from the durations of the scenario',
      fr: 'cité par l’ANAP (2010), sans chiffre ; l’ampleur du gain est celle du modèle, d’après les durées du scénario',
    },
  },
  effort: 'small',
  isNegative: false,
  cases: (scenario) => {
    const cases: LeverCase[] = [];
    const notRankable: NotRankable[] = [];
    for (const place of departmentsOf(scenario)) {
      const slot = departmentSlotSeconds(scenario, place);
      if (slot === 0 || bookedVacations(scenario, place).length === 0) continue;
      const bookings = bookingsOf(scenario, place);
      if (bookings.every(({ real }) => real === 0)) {
        notRankable.push({
          lever: ID,
          site: place.site,
          modality: place.modality,
          device: onlyDevice(scenario, place),
          without: { en: 'the durations of your exams', fr: 'les durées de vos examens' },
        });
        continue;
      }
      const after = departmentSlotSeconds(apply(scenario, place, 1), place);
      if (Math.abs(after - slot) >= ALREADY_RIGHT * slot) cases.push(caseAt(scenario, place));
    }
    return { cases, notRankable };
  },
});
