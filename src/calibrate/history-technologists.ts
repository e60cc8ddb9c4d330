/**
 * Case 3. One, two or three technologists on a scanner: given the room times measured with each, what is the throughput of
 * a session whose list never runs dry? The model has no technologist: it knows a room, a changeover and preparation seats.
 */
import type { HistoryParameter } from '../model/results/results.ts';
import {
  CT_CHANGEOVER,
  CT_PREPARATION,
  CT_ROOM_MINUTES,
  ROOM_TIME_CV,
  ROOM_TIMES,
  TECHNOLOGISTS,
  type Technologists,
} from './history-parameters.ts';
import { meanOf, playOnce, type RawScenario } from './history-play.ts';
import { overSets } from './history-sets.ts';
import {
  type HistoryOptions,
  type ParameterSet,
  type PredictedCase,
  type Prediction,
  valueIn,
} from './history-types.ts';

/** What is drawn in the assumption sets. */
export const TECHNOLOGIST_PARAMETERS: readonly HistoryParameter[] = Object.freeze([
  CT_CHANGEOVER,
  CT_PREPARATION,
  ROOM_TIME_CV,
  ...ROOM_TIMES,
]);

/**
 * How the room time is read: followed by the changeover; the same with patients prepared outside by the colleagues (a seat
 * each, one at least); or as the whole cycle, the changeover in it.
 */
type Reading = 'plain' | 'prepared' | 'whole-cycle';
const READINGS: readonly Reading[] = ['plain', 'prepared', 'whole-cycle'];
type Session = `${Reading}-${Technologists}`;

/** One patient every six minutes, more than any room takes. */
const LIST_MINUTES = 6;
const LIST = Array.from({ length: (24 * 60) / LIST_MINUTES }, (_, n) => LIST_MINUTES * n);
const WARMUP_WEEKS = 1;
/** More requests than places. */
const PRESSURE = 1.2;
/** Who waits stays, so that the list never runs dry; two weeks without a break are enough. */
const MOST_WEEKS = 2;

/**
 * A session without an end, so that neither its first patient nor its last weighs: a patient always waiting, everybody
 * present and on time.
 */
export function sessionScenario(
  set: ParameterSet,
  technologists: Technologists,
  reading: Reading,
): RawScenario {
  const preparation =
    reading === 'prepared'
      ? { preparation: { time: valueIn(set, 'preparation'), places: Math.max(1, technologists - 1) } }
      : {};
  return {
    creneau: 1,
    name: 'Scanner session',
    sites: [{ id: 'site' }],
    devices: [
      {
        id: 'scanner',
        site: 'site',
        modality: 'ct',
        slots: { A: 5, H: 5 },
        changeover: reading === 'whole-cycle' ? 0 : valueIn(set, 'changeover'),
        'late-start': 0,
        'early-end': 0,
        'end-of-vacation': { policy: 'carry-over' },
        ...preparation,
        week: [{ days: 'mon-sun', from: '00:00', to: '24:00', type: 'public-scheduled', appointments: LIST }],
      },
    ],
    flows: [
      {
        id: 'A',
        site: 'site',
        modality: 'ct',
        class: 'A',
        'per-week': LIST.length * 7 * PRESSURE,
        durations: { law: 'lognormal', mean: CT_ROOM_MINUTES[technologists], cv: valueIn(set, 'cv') },
        accept: 'always',
        horizon: 14,
        'no-show': 0,
        punctuality: 0,
        lead: 0,
        backlog: { delay: '7d' },
      },
    ],
  };
}

/** Patients an hour of session. */
function throughput(raw: RawScenario, options: HistoryOptions, seed: string): number {
  const weeks = Math.min(options.weeks, MOST_WEEKS);
  const { devices } = playOnce(raw, { seed, weeks, warmupWeeks: WARMUP_WEEKS });
  return meanOf(devices.scanner?.volume.all) / meanOf(devices.scanner?.opening.scheduled);
}

const claimId = (reading: Reading, technologists: Technologists): Prediction['id'] =>
  reading === 'plain' ? `ct-${technologists}` : `ct-${technologists}-${reading}`;

/**
 * What the model says of a full session with one, two and three technologists, patients an hour. The third reading was
 * added after the first two had missed: it explains, and is marked so.
 */
export function predictTechnologists(options: HistoryOptions): PredictedCase {
  const sessions = READINGS.flatMap((reading) =>
    TECHNOLOGISTS.map((technologists) => ({ reading, technologists })),
  );
  const told = overSets<Session>(
    TECHNOLOGIST_PARAMETERS,
    options,
    (set, seed) =>
      Object.fromEntries(
        sessions.map(({ reading, technologists }) => [
          `${reading}-${technologists}`,
          throughput(sessionScenario(set, technologists, reading), options, seed),
        ]),
      ) as Record<Session, number>,
  );
  return {
    parameters: TECHNOLOGIST_PARAMETERS,
    predictions: sessions.map(({ reading, technologists }) =>
      told.claim(`${reading}-${technologists}`, {
        id: claimId(reading, technologists),
        unit: 'patients-an-hour',
        kind: reading === 'whole-cycle' ? 'second-reading' : 'prediction',
      }),
    ),
  };
}
