/**
 * Case 2. At Groningen protocol times, injection outside the room and patient supply freed 60 minutes a day on MRI, and
 * emergency capacity went from 90 to 150 minutes a day. Two questions: how much would preparing patients outside free, and
 * how much emergency work fits in 60 freed minutes without more overtime?
 */
import { mean } from '../engine/laws/moments.ts';
import { DEFAULTS } from '../model/complete/defaults.ts';
import type { Law } from '../model/law.ts';
import type { HistoryParameter, SimulationResult } from '../model/results/results.ts';
import { MINUTE } from '../model/units.ts';
import {
  ACQUISITION_CHANGEOVER,
  EMERGENCIES_BEFORE,
  FREED_GIVEN,
  MRI_CHANGEOVER,
  MRI_LATE_START,
  MRI_NO_SHOW,
  MRI_SLOT,
  PREPARED_SAVES,
} from './history-parameters.ts';
import { meanOf, playOnce, type RawScenario } from './history-play.ts';
import { overSets } from './history-sets.ts';
import { type HistoryOptions, type ParameterSet, type PredictedCase, valueIn } from './history-types.ts';

/** What is drawn in the assumption sets. */
export const EMERGENCY_PARAMETERS: readonly HistoryParameter[] = Object.freeze([
  MRI_SLOT,
  MRI_CHANGEOVER,
  ACQUISITION_CHANGEOVER,
  MRI_LATE_START,
  MRI_NO_SHOW,
  PREPARED_SAVES,
  FREED_GIVEN,
  EMERGENCIES_BEFORE,
]);

const DAYS_A_WEEK = 5;
const OPEN_MINUTES = 630;
const GRID_MINUTES = 5;
const WARMUP_WEEKS = 2;
const PREPARATION_SEATS = 2;
/** More requests than places, so that the agenda is full. */
const PRESSURE = 1.5;

const slotOf = (set: ParameterSet): number => GRID_MINUTES * Math.round(valueIn(set, 'slot') / GRID_MINUTES);
/** Appointments of a day whose last minutes are kept free of them. */
const placesADay = (set: ParameterSet, keptMinutes: number): number =>
  Math.floor((OPEN_MINUTES - keptMinutes) / slotOf(set));

/** Quantiles of the published MRI durations, minutes, of a class, less what is done outside the room. */
function durations(patientClass: 'A' | 'U', outsideMinutes: number) {
  const law = publishedLaw(patientClass);
  if (law.law !== 'jqpd-s') throw new RangeError('the published durations are three quantiles');
  const inRoom = (seconds: number) => seconds / MINUTE - outsideMinutes;
  return { p20: inRoom(law.p20), p50: inRoom(law.p50), p80: inRoom(law.p80) };
}

const publishedLaw = (patientClass: 'A' | 'U'): Law =>
  DEFAULTS['anap-2010'].byModality.mri.durations![patientClass].value;

interface Day {
  readonly changeoverMinutes: number;
  /** Minutes of each booked patient done in a seat outside the room. */
  readonly outsideMinutes: number;
  /** Appointments of the day, from its start, one every so many minutes. */
  readonly appointments: number;
  readonly everyMinutes: number;
  readonly emergenciesAWeek: number;
}

/** An MRI open ten and a half hours on weekdays, its agenda full, emergencies inserted in its opening hours. */
export function mriDayScenario(set: ParameterSet, day: Day): RawScenario {
  const { changeoverMinutes, outsideMinutes, emergenciesAWeek } = day;
  const appointments = Array.from({ length: day.appointments }, (_, n) => `${n * day.everyMinutes}min`);
  const preparation =
    outsideMinutes === 0 ? {} : { preparation: { time: outsideMinutes, places: PREPARATION_SEATS } };
  const exams = {
    BOOKED: { modality: 'mri', durations: { A: durations('A', outsideMinutes) } },
    URGENT: { modality: 'mri' },
  };
  return {
    creneau: 1,
    name: 'MRI day',
    exams,
    sites: [{ id: 'site' }],
    devices: [
      {
        id: 'irm',
        site: 'site',
        modality: 'mri',
        slots: { A: slotOf(set), H: slotOf(set) },
        changeover: changeoverMinutes,
        'late-start': valueIn(set, 'late-start'),
        'closed-room': 'divert',
        ...preparation,
        week: [{ days: 'mon-fri', from: '08:00', to: '18:30', type: 'public-scheduled', appointments }],
      },
    ],
    flows: [
      {
        id: 'A',
        site: 'site',
        modality: 'mri',
        class: 'A',
        exams: { BOOKED: 1 },
        'per-week': day.appointments * DAYS_A_WEEK * PRESSURE,
        accept: 'always',
        horizon: 21,
        'no-show': valueIn(set, 'no-show'),
      },
      {
        id: 'U',
        site: 'site',
        modality: 'mri',
        class: 'U',
        exams: { URGENT: 1 },
        'per-week': emergenciesAWeek,
        'walk-in': true,
        profile: 'office',
      },
    ],
  };
}

/** Minutes of turnaround a day that patients prepared outside no longer take in the room. */
function freedMinutes(set: ParameterSet, options: HistoryOptions, seed: string): number {
  const before = valueIn(set, 'turnaround');
  const after = Math.max(0, before - valueIn(set, 'saved-each'));
  const turnaround = (changeoverMinutes: number) => {
    const day = {
      changeoverMinutes,
      outsideMinutes: 0,
      appointments: placesADay(set, 0),
      everyMinutes: slotOf(set),
      emergenciesAWeek: 0,
    };
    const { devices } = play(mriDayScenario(set, day), options, seed);
    return meanOf(devices.irm?.lostMinutes.interExam) / DAYS_A_WEEK;
  };
  return turnaround(before) - turnaround(after);
}

const play = (raw: RawScenario, options: HistoryOptions, seed: string): SimulationResult =>
  playOnce(raw, { seed, weeks: options.weeks, warmupWeeks: WARMUP_WEEKS });

/** The search for the emergency work that fits: halvings of an interval this many times what there was before. */
const WIDEST = 3;
const HALVINGS = 7;
/** Overtime is rare: it takes so many times the weeks to be seen. */
const LONGER = 3;

/**
 * Emergency minutes a day (exams and changeovers) that come to the same overtime once time has been freed inside the
 * slots, the appointments being left where they were.
 */
function emergencyMinutes(set: ParameterSet, options: HistoryOptions, seed: string): number {
  const before = valueIn(set, 'emergencies');
  const changeoverMinutes = valueIn(set, 'changeover');
  const each = mean(publishedLaw('U')) / MINUTE + changeoverMinutes;
  const appointments = placesADay(set, before);
  const everyMinutes = slotOf(set);
  const longer = { ...options, weeks: options.weeks * LONGER };
  const overtime = (outsideMinutes: number, minutesADay: number) => {
    const emergenciesAWeek = (minutesADay / each) * DAYS_A_WEEK;
    const day = { changeoverMinutes, outsideMinutes, appointments, everyMinutes, emergenciesAWeek };
    return meanOf(play(mriDayScenario(set, day), longer, seed).devices.irm?.overtime.minutesPerWeek);
  };
  const allowed = overtime(0, before);
  let low = 0;
  let high = before * WIDEST;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (overtime(valueIn(set, 'freed') / appointments, middle) > allowed) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** What the model says of the freed minutes and of the emergency work they make room for, minutes a day. */
export function predictEmergencies(options: HistoryOptions): PredictedCase {
  const told = overSets<'freed' | 'capacity'>(EMERGENCY_PARAMETERS, options, (set, seed) => ({
    freed: freedMinutes(set, options, seed),
    capacity: emergencyMinutes(set, options, seed),
  }));
  const unit = 'minutes-a-day';
  return {
    parameters: EMERGENCY_PARAMETERS,
    predictions: [
      told.claim('freed', { id: 'freed-minutes', unit }),
      told.claim('capacity', { id: 'emergency-capacity', unit }),
    ],
  };
}
