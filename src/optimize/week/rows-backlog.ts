/** The first twelve weeks of queues with a target: how soon those who wait already are within it. */
import { COLUMNS, type Draft, type Term } from './draft.ts';
import { UNITS } from './names.ts';

const BACKLOG_WEEKS = 12;
const DAYS_A_WEEK = 7;
/** A patient-day beyond the target in the first twelve weeks counts for a tenth of one in the weeks that follow for ever. */
const BACKLOG_WEIGHT = 0.1;

/** Patients beyond the target in a week: `late/QUEUE/WEEK`. */
const lateId = (queue: string, week: number): string => `late/${queue}/${week}`;

/**
 * Backlog week by week: B = B before + booked − served. Requests booked follow the backlog in a straight line through the present
 * week: one in e declines for each τ days more, and a patient more in the queue is 7/C₀ days. Served is at most what the
 * queue is given. Beyond the target: more patients than are served in so many days.
 */
export function addBacklog(draft: Draft): void {
  const { builder, queues, labels, curves, presentDays, presentExams, ask } = draft;
  if (ask.holdTargets === true) return;
  queues.forEach((queue, at) => {
    const { id, targetDays, tauDays } = queue;
    const exams = presentExams.get(id)!;
    if (targetDays === null || exams <= 0) return;
    const booked = curves.booked.get(id) ?? 0;
    const waiting = (presentDays.get(id)! * exams) / DAYS_A_WEEK;
    const fewer = tauDays === null ? 0 : Math.min(0.9, (booked * DAYS_A_WEEK) / (tauDays * exams));
    const parts = { label: labels[at]!, unit: UNITS.patients, scope: { class: queue.class } };
    for (let week = 1; week <= BACKLOG_WEEKS; week++) {
      const [backlog, served] = [`backlog/${id}/${week}`, `served/${id}/${week}`];
      builder.column({ id: backlog, ...parts });
      builder.column({ id: served, ...parts, unit: UNITS.exams });
      builder.column({ id: lateId(id, week), ...parts });
      const before: readonly Term[] = week === 1 ? [] : [[`backlog/${id}/${week - 1}`, fewer - 1]];
      const constant = booked + fewer * waiting + (week === 1 ? (1 - fewer) * waiting : 0);
      builder.row({
        id: `weeks/${id}/${week}`,
        ...parts,
        lower: constant,
        upper: constant,
        terms: [[backlog, 1], [served, 1], ...before],
      });
      builder.row({
        id: `served/${id}/${week}`,
        ...parts,
        unit: UNITS.exams,
        upper: 0,
        terms: [
          [served, 1],
          [COLUMNS.exams(queue), -1],
        ],
      });
      builder.row({
        id: `late/${id}/${week}`,
        ...parts,
        upper: 0,
        terms: [
          [backlog, 1],
          [COLUMNS.exams(queue), -targetDays / DAYS_A_WEEK],
          [lateId(id, week), -1],
        ],
      });
    }
  });
}

/** Patient-days beyond targets in the first weeks, a week, with their small weight. */
export const lateTerms = ({ queues, ask, presentExams }: Draft): readonly Term[] =>
  ask.holdTargets === true
    ? []
    : queues
        .filter(({ id, targetDays }) => targetDays !== null && presentExams.get(id)! > 0)
        .flatMap(({ id }) =>
          Array.from(
            { length: BACKLOG_WEEKS },
            (_, week): Term => [lateId(id, week + 1), (BACKLOG_WEIGHT * DAYS_A_WEEK) / BACKLOG_WEEKS],
          ),
        );
