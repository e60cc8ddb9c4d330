/** Owners who would pay for the gain of others: where several share a department, the delay of each is guarded. */
import type { WeekRules } from '../../model/rules/rules.ts';
import type { Label } from '../../model/scenario.ts';
import type { Queue } from '../week/problem.ts';
import type { QueueMeans } from './queue-delays.ts';

/** Queues of a class that is booked by several owners at a department. */
const sharedQueues = (queues: readonly Queue[]): readonly Queue[] =>
  queues.filter((queue) =>
    queues.some(
      (other) =>
        other.id !== queue.id &&
        other.site === queue.site &&
        other.modality === queue.modality &&
        other.class === queue.class,
    ),
  );

/**
 * Queues whose own delay, by what each waits in the present week and in another, grows by more than the guardrail of their
 * class, or that get no place at all any more. The class as a whole may wait less all the same: its patients who are sent away
 * wait no more, so that taking every session of one owner would pass for a gain.
 */
export function worseQueues(
  now: ReadonlyMap<string, QueueMeans>,
  then: ReadonlyMap<string, QueueMeans>,
  queues: readonly Queue[],
  { guardrails }: WeekRules,
): readonly Label[] {
  return sharedQueues(queues).flatMap(({ id, class: patientClass }): readonly Label[] => {
    const before = now.get(id)?.delayDays ?? null;
    const after = then.get(id)?.delayDays ?? null;
    const limit = patientClass === 'H' ? guardrails.delayDays.H : guardrails.delayDays.A;
    if (before === null || (after !== null && after - before <= limit)) return [];
    return [{ en: `delay of the first appointment (${id})`, fr: `délai du premier rendez-vous (${id})` }];
  });
}
