/** Places shared the same day between urgent patients, served first, and routine ones who wait for what is left: delays in days. */
import { bulkQueueMean } from './bulk-queue.ts';

/** Mean delays, in days from the day of the request to the day of the exam. */
export interface UrgentFirstDelays {
  readonly urgent: number;
  readonly routine: number;
}

/**
 * `placesPerDay` places a day; Poisson urgent requests come before the opening and are served the same day, before all others; routine
 * requests take what is left in order of arrival; who is not served waits for the next day. `routineLeadDays` 0: routine requests of a
 * day also come before its opening; 1: they come during the day, for tomorrow at the earliest.
 *
 * Served or not, each place left empty is empty whatever the order, so the number waiting of all, and that of the urgent alone, are bulk
 * queues b ← max(0, b + arrivals − c); the routine ones waiting are the difference, and Little's law gives their mean delay: patients
 * left over at the end of a day ÷ requests a day, plus the lead. With lead 1 the routine requests of a day join at its end: those of
 * yesterday and the urgent of today compete for today's places, so the same queue holds and the delay is one day more.
 * Throws `RangeError` if urgent and routine requests together reach the places. Source: Bailey 1954 for the queue; Little 1961.
 * @example urgentFirstDelays(1, 1e-9, 1e-9, 1).routine.toFixed(6) // '1.000000'
 */
export function urgentFirstDelays(
  placesPerDay: number,
  urgentPerDay: number,
  routinePerDay: number,
  routineLeadDays: 0 | 1,
): UrgentFirstDelays {
  const urgentLeft = bulkQueueMean(placesPerDay, urgentPerDay);
  const allLeft = bulkQueueMean(placesPerDay, urgentPerDay + routinePerDay);
  return {
    urgent: urgentPerDay === 0 ? 0 : urgentLeft / urgentPerDay,
    routine: routineLeadDays + (allLeft - urgentLeft) / routinePerDay,
  };
}
