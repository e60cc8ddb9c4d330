/** One session with appointments, patients punctual or absent, served in order to the end: exact mean waits and overtime. Seconds. */
import { convolved, type DistributionFunction, discretised, type GridLaw, gridIndex } from './grid-law.ts';
import { poissonLaw } from './poisson.ts';

/** The appointments of one session of one room. */
export interface Session {
  /** In time order from the start of the session; equal times allowed. */
  readonly appointmentSeconds: readonly number[];
  /** Each patient is absent with this probability, independently. */
  readonly absentProbability: number;
  /** Planned end; not before the last appointment. */
  readonly endSeconds: number;
}

/** Means over sessions. */
export interface SessionMeans {
  /** Mean wait of each patient, given that they come: appointment to room entry. */
  readonly waitSeconds: readonly number[];
  /** Mean wait over all patients who come. */
  readonly meanWaitSeconds: number;
  /** Mean of max(0, end of the last exam − planned end). */
  readonly overtimeSeconds: number;
}

/**
 * Exact means of a session with exam durations on a grid. The work in the room just before an appointment is Lindley's
 * V_{i+1} = max(0, V_i + B_i·S_i − gap), B_i = 1 if the patient comes; the wait of a patient who comes is V_i. Laws are carried
 * whole, by convolution and shift. All patients come with the same probability, so the mean over those who come is the mean of the
 * E[V_i].
 * Throws `RangeError` if times are not in order, not on the grid, or the planned end is before the last appointment. Source: Lindley
 * 1952.
 * @example gridSession({ appointmentSeconds: [0, 0], absentProbability: 0.5, endSeconds: 60 }, atomsOnGrid([60], [1], 60)).waitSeconds[1] // 30
 */
export function gridSession(session: Session, service: GridLaw): SessionMeans {
  requireOrder(session);
  const { stepSeconds } = service;
  const work = service.mass.map((mass) => mass * (1 - session.absentProbability));
  work[0]! += session.absentProbability;
  let ahead: Float64Array = Float64Array.of(1);
  const waitSeconds = session.appointmentSeconds.map((at, i) => {
    const wait = mean(ahead) * stepSeconds;
    const next = session.appointmentSeconds[i + 1] ?? session.endSeconds;
    const gap = gridIndex(next, stepSeconds) - gridIndex(at, stepSeconds);
    ahead = worked(convolved(ahead, work), gap);
    return wait;
  });
  return { waitSeconds, meanWaitSeconds: average(waitSeconds), overtimeSeconds: mean(ahead) * stepSeconds };
}

/** Work left after `gap` steps of uninterrupted service. */
function worked(law: Float64Array, gap: number): Float64Array {
  const left = new Float64Array(Math.max(1, law.length - gap));
  for (let k = 0; k < law.length; k++) left[Math.max(0, k - gap)]! += law[k]!;
  return left;
}

function mean(law: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < law.length; k++) sum += k * law[k]!;
  return sum;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function requireOrder({ appointmentSeconds, endSeconds }: Session): void {
  appointmentSeconds.forEach((at, i) => {
    const next = appointmentSeconds[i + 1] ?? endSeconds;
    if (next < at) throw new RangeError(`times must not decrease: ${at} s, then ${next} s`);
  });
}

/** Session means with an estimate of what the grid still costs. */
export interface DiscretisedSession extends SessionMeans {
  /** Largest change of any mean, in seconds, when the step was last halved; the error left is about a third of it. */
  readonly gridErrorSeconds: number;
}

/**
 * `gridSession` for a continuous exam law, on grids of `stepSeconds` and half of it: the means of the finer one, and how far they moved.
 * The rounding error of a smooth law is of order step².
 * Throws as `gridSession` does.
 * @example discretisedSession({ appointmentSeconds: [0], absentProbability: 0, endSeconds: 0 }, exponentialCdf(60), 1).overtimeSeconds.toFixed(3) // '60.000'
 */
export function discretisedSession(
  session: Session,
  cdf: DistributionFunction,
  stepSeconds: number,
): DiscretisedSession {
  const coarse = gridSession(session, discretised(cdf, stepSeconds));
  const fine = gridSession(session, discretised(cdf, stepSeconds / 2));
  const moved = fine.waitSeconds.map((wait, i) => Math.abs(wait - coarse.waitSeconds[i]!));
  return {
    ...fine,
    gridErrorSeconds: Math.max(...moved, Math.abs(fine.overtimeSeconds - coarse.overtimeSeconds)),
  };
}

/**
 * Exact means of a session with Erlang exams (`stages` = 1: exponential), without a grid: the work in the room is a number of stages,
 * each patient who comes brings `stages` more, and a gap completes a Poisson number of them.
 * Throws `RangeError` if times are not in order or the planned end is before the last appointment.
 * @example erlangSession({ appointmentSeconds: [0, 0], absentProbability: 0, endSeconds: 0 }, 60, 1).overtimeSeconds // 120
 */
export function erlangSession(session: Session, meanSeconds: number, stages: number): SessionMeans {
  requireOrder(session);
  const { appointmentSeconds, absentProbability, endSeconds } = session;
  const stageSeconds = meanSeconds / stages;
  let ahead: Float64Array = Float64Array.of(1);
  const waitSeconds = appointmentSeconds.map((at, i) => {
    const wait = mean(ahead) * stageSeconds;
    const present = new Float64Array(ahead.length + stages);
    ahead.forEach((mass, k) => {
      present[k]! += absentProbability * mass;
      present[k + stages]! += (1 - absentProbability) * mass;
    });
    const completed = poissonLaw(((appointmentSeconds[i + 1] ?? endSeconds) - at) / stageSeconds);
    ahead = new Float64Array(present.length);
    present.forEach((mass, k) => {
      completed.forEach((probability, n) => {
        ahead[Math.max(0, k - n)]! += mass * probability;
      });
    });
    return wait;
  });
  return { waitSeconds, meanWaitSeconds: average(waitSeconds), overtimeSeconds: mean(ahead) * stageSeconds };
}
