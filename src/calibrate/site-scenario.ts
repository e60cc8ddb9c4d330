/** A one-device department as a user would write it, from the eight numbers and what calibration has found. */
import { completeScenario } from '../model/complete/complete.ts';
import { parseScenario } from '../model/load/load.ts';
import type { Scenario } from '../model/scenario.ts';
import { CLASSES, DAYS, type PatientClass, VACATION_FACTS, type VacationType } from '../model/vocabulary.ts';
import type { ScheduledVacation, SiteNumbers, SiteType } from './site-numbers.ts';

/** What calibration looks for: not known to the site, found so that its numbers come back. */
export interface Knobs {
  /** Mean standard slot of ambulatory and hospitalised patients, minutes. */
  readonly slotMinutes: number;
  /** Places a week kept for hospitalised patients, of the mean slot each: a whole number, spread over the vacations. */
  readonly inpatientPlaces: number;
  /** Requests a week by class, those that will be declined included. */
  readonly demand: Readonly<Record<PatientClass, number>>;
}

/** Assumed inputs, all with a range of their own: the defaults, or a draw among them. */
export interface SiteAssumptions {
  readonly tauDays: { readonly A: number; readonly H: number };
  readonly noShow: number;
  readonly changeoverMinutes: number;
  readonly lateStartMinutes: number;
  readonly earlyEndMinutes: number;
}

const DAY_MINUTES = 1440;
/** Places stand on a five-minute grid: a slot in between is a mixture of the two lengths around it. */
const GRID = 5;
const TYPE: Readonly<Record<SiteType, VacationType>> = {
  public: 'public-scheduled',
  gie: 'liberal',
  private: 'private',
};

export type RawVacation = Readonly<Record<string, unknown>>;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The shorter slot of the mixture, and the share of patients who have the longer one. */
export function slotMixture(slotMinutes: number): { readonly shorter: number; readonly longShare: number } {
  const shorter = Math.max(GRID, Math.floor(slotMinutes / GRID) * GRID);
  return { shorter, longShare: Math.min(1, Math.max(0, (slotMinutes - shorter) / GRID)) };
}

/** The scheduled vacations, each with its part of the hospitalised places. */
function scheduledVacations(
  { siteType, mix }: SiteNumbers,
  week: readonly ScheduledVacation[],
  knobs: Knobs,
): readonly RawVacation[] {
  const usual = TYPE[siteType];
  const { owner } = VACATION_FACTS[usual];
  const minutes = week.map(({ fromMinutes, toMinutes }) => toMinutes - fromMinutes);
  const reserved = shareOut(knobs.inpatientPlaces, minutes).map((places, rank) =>
    Math.min(reservedMinutes(places, knobs.slotMinutes), Math.floor(minutes[rank]! / GRID) * GRID),
  );
  const inserted = (['H', 'R', 'U'] as const).filter((one) => mix[one] > 0);
  return week.map(({ day, fromMinutes, toMinutes, type = usual }, rank) => ({
    days: DAYS[day],
    from: clock(fromMinutes),
    to: clock(toMinutes),
    type,
    // One diary for all that is scheduled: which part belongs to whom is not among the eight numbers.
    ...(VACATION_FACTS[type].owner === owner ? {} : { owner }),
    ...(type === 'public-scheduled' ? {} : { accepts: { inserted } }),
    ...(reserved[rank]! > 0 ? { reserve: { H: `${reserved[rank]!}min` } } : {}),
  }));
}

/** Whole places of the week in proportion to the length of the vacations; the sum is the nearest whole number. */
function shareOut(places: number, minutes: readonly number[]): readonly number[] {
  const total = minutes.reduce((sum, one) => sum + one, 0);
  let before = 0;
  let given = 0;
  return minutes.map((one) => {
    before += one;
    const upTo = Math.round((places * before) / total);
    const own = upTo - given;
    given = upTo;
    return own;
  });
}

/**
 * Minutes kept for so many places: of the mean slot each, and never too few for one patient of the longer slot. Minutes
 * that hold no whole place would be kept for nobody, and make delays answer by jumps.
 */
function reservedMinutes(places: number, slotMinutes: number): number {
  if (places === 0) return 0;
  const { shorter, longShare } = slotMixture(slotMinutes);
  const longest = longShare > 0 ? shorter + GRID : shorter;
  return Math.max(longest, Math.round((places * slotMinutes) / GRID) * GRID);
}

/** On-call hours around the scheduled ones: from home in the deep night, on site else. */
function onCallVacations(week: readonly ScheduledVacation[]): readonly RawVacation[] {
  return DAYS.flatMap((name, day) => {
    const busy = week.filter((one) => one.day === day).sort((a, b) => a.fromMinutes - b.fromMinutes);
    const edges = [0, ...busy.flatMap(({ fromMinutes, toMinutes }) => [fromMinutes, toMinutes]), DAY_MINUTES];
    return Array.from(
      { length: edges.length / 2 },
      (_, gap) => [edges[2 * gap]!, edges[2 * gap + 1]!] as const,
    )
      .filter(([from, to]) => to > from)
      .map(([from, to]) => ({
        days: name,
        from: clock(from),
        to: clock(to),
        type: 'on-call',
        presence: from === 0 && to <= 12 * 60 ? 'astreinte' : 'garde',
      }));
  });
}

/** Emergency vacations, the team of the day staying on. */
function emergencyVacations(week: readonly ScheduledVacation[]): readonly RawVacation[] {
  return week.map(({ day, fromMinutes, toMinutes }) => ({
    days: DAYS[day],
    from: clock(fromMinutes),
    to: clock(toMinutes),
    type: 'emergency',
    'late-start': 0,
  }));
}

/**
 * True when emergency and intensive-care patients are examined day and night: scanners of public hospitals, unless the
 * numbers say otherwise.
 */
export const isOnCall = ({ modality, siteType, mix, extras }: SiteNumbers): boolean =>
  extras?.isOnCall ?? (modality === 'ct' && siteType === 'public' && mix.U + mix.R > 0);

/** Options of the run of a calibrated scenario. */
export interface SiteRun {
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly seed: string;
}

/** The scenario as written: kebab-case keys, minutes and days in words. */
export function rawSiteScenario(
  numbers: SiteNumbers,
  week: readonly ScheduledVacation[],
  knobs: Knobs,
  assumptions: SiteAssumptions,
  run: SiteRun,
): Readonly<Record<string, unknown>> {
  const { modality, siteType, delayDays, mix, extras = {} } = numbers;
  const emergency = extras.emergency ?? [];
  const durations = extras.durations === undefined ? {} : { durations: extras.durations };
  const { shorter, longShare } = slotMixture(knobs.slotMinutes);
  const [short, long] = [`${modality}-slot-${shorter}`, `${modality}-slot-${shorter + GRID}`];
  const owner = VACATION_FACTS[TYPE[siteType]].owner;
  const exams = longShare === 0 ? { [short]: 1 } : { [short]: 1 - longShare, [long]: longShare };
  const perExam = Object.fromEntries([short, long].map((exam, rank) => [exam, shorter + rank * GRID]));
  const flows = CLASSES.filter((one) => mix[one] > 0).map((one) => {
    const shared = {
      id: one,
      site: 'site',
      modality,
      class: one,
      owner,
      'per-week': knobs.demand[one],
      exams,
    };
    if (one === 'R' || one === 'U') return { ...shared, 'walk-in': true };
    return {
      ...shared,
      accept: { tau: `${assumptions.tauDays[one]}d` },
      'no-show': assumptions.noShow,
      backlog: { delay: `${(extras.backlogDays ?? delayDays)[one]}d` },
    };
  });
  return {
    creneau: 1,
    name: 'calibrated',
    defaults: 'anap-2010',
    run: { weeks: run.weeks, 'warmup-weeks': run.warmupWeeks, seed: run.seed, replications: 1 },
    exams: { [short]: { modality, ...durations }, [long]: { modality, ...durations } },
    sites: [{ id: 'site' }],
    devices: [
      {
        id: 'device',
        site: 'site',
        modality,
        slots: { exams: perExam },
        changeover: assumptions.changeoverMinutes,
        'late-start': assumptions.lateStartMinutes,
        'early-end': assumptions.earlyEndMinutes,
        ...(isOnCall(numbers) ? {} : { 'closed-room': { U: 'divert', R: 'wait' } }),
        week: [
          ...scheduledVacations(numbers, week, knobs),
          ...emergencyVacations(emergency),
          ...(extras.beside ?? (isOnCall(numbers) ? onCallVacations([...week, ...emergency]) : [])),
        ],
      },
    ],
    flows,
  };
}

/** The scenario complete and frozen; throws an Error when it is not sound, which would be a defect here. */
export function siteScenario(raw: Readonly<Record<string, unknown>>): Scenario {
  const { input, findings } = parseScenario(raw);
  if (input === null) throw new Error(`calibration wrote a wrong scenario: ${JSON.stringify(findings[0])}`);
  return completeScenario(input);
}
