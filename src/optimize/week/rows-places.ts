/** Who is given what: place time shared out among queues, and the delay that follows. */
import { HOUR } from '../../model/units.ts';
import { slotHours } from './allot.ts';
import { MOST_GIVEN } from './curves.ts';
import { COLUMNS, type Draft, poolTerms, rounded, type Term } from './draft.ts';
import { UNITS } from './names.ts';

/** What a day beyond a target, or of a guardrail, costs to give up. */
const DAY_PENALTY = 2;

const shareId = (place: number, queue: number): string => `y/${place}/${queue}`;

/** Exams by place and queue, exams and days by queue. */
export function addPlaces(draft: Draft): void {
  const { problem, builder, queues, labels } = draft;
  const { places } = problem.supply;
  const used: Term[][] = places.map(() => []);
  queues.forEach((queue, at) => {
    const label = labels[at]!;
    const scope = { class: queue.class, department: `${queue.site}/${queue.modality}` };
    const most = MOST_GIVEN * queue.requestsPerWeek;
    const given: Term[] = [[COLUMNS.exams(queue), -1]];
    places.forEach((place, rank) => {
      const share = place.shares[place.queues.indexOf(queue.id)];
      if (share === undefined) return;
      const id = shareId(rank, at);
      builder.column({ id, label, scope, unit: UNITS.exams, upper: most * share });
      used[rank]!.push([id, rounded(slotHours(queue))]);
      given.push([id, 1]);
    });
    // Nobody is given more than asked, and a quarter of slack.
    builder.column({ id: COLUMNS.exams(queue), label, scope, unit: UNITS.exams, upper: most });
    builder.column({ id: COLUMNS.days(queue), label, scope, unit: UNITS.days });
    builder.row({
      id: `given/${queue.id}`,
      label,
      scope,
      unit: UNITS.exams,
      lower: 0,
      upper: 0,
      terms: given,
    });
  });
  places.forEach(({ id, seconds }, rank) => {
    const names = queues.flatMap((queue, at) =>
      places[rank]!.queues.includes(queue.id) ? [labels[at]!] : [],
    );
    const gained = poolTerms(
      draft,
      (change) =>
        -(problem.effects.get(change.id) ?? [])
          .filter(({ place }) => place === id)
          .reduce((sum, effect) => sum + effect.seconds / HOUR, 0),
    );
    if (used[rank]!.length === 0) return;
    builder.row({
      id: `place/${rank}`,
      label: {
        en: `bookable hours of ${names.map(({ en }) => en).join(' and ')}`,
        fr: `heures à réserver pour ${names.map(({ fr }) => fr).join(' et ')}`,
      },
      unit: UNITS.hours,
      upper: seconds / HOUR,
      terms: [...used[rank]!, ...gained],
    });
  });
}

/** The delay of each queue lies above its curve; guardrails and targets hold it. */
export function addDelays(draft: Draft): void {
  const { problem, builder, queues, labels, curves, ask, presentDays } = draft;
  const { guardrails } = problem.rules;
  queues.forEach((queue, at) => {
    const { pieces } = curves.byQueue.get(queue.id)!;
    const scope = { class: queue.class, department: `${queue.site}/${queue.modality}` };
    const days = COLUMNS.days(queue);
    const base = { scope, unit: UNITS.days };
    pieces.forEach(({ slope, intercept }, piece) => {
      const terms: Term[] = [[days, 1]];
      if (slope !== 0) terms.push([COLUMNS.exams(queue), -slope]);
      builder.row({
        id: `curve/${queue.id}/${piece}`,
        label: labels[at]!,
        ...base,
        lower: intercept,
        terms,
      });
    });
    if (queue.class === 'A' || queue.class === 'H') {
      const more = guardrails.delayDays[queue.class];
      builder.row({
        id: `guardrail/${queue.id}`,
        label: {
          en: `${labels[at]!.en}: the delay grows by ${more} days at most`,
          fr: `${labels[at]!.fr} : le délai croît de ${more} jours au plus`,
        },
        ...base,
        upper: presentDays.get(queue.id)! + more,
        penalty: DAY_PENALTY,
        terms: [[days, 1]],
      });
    }
    if (queue.targetDays === null) return;
    const terms: Term[] = [[days, 1]];
    if (ask.holdTargets !== true) {
      builder.column({ id: COLUMNS.over(queue), label: labels[at]!, scope, unit: UNITS.days });
      terms.push([COLUMNS.over(queue), -1]);
    }
    builder.row({
      id: `target/${queue.id}`,
      label: {
        en: `${labels[at]!.en}: a delay of ${queue.targetDays} days at most`,
        fr: `${labels[at]!.fr} : un délai de ${queue.targetDays} jours au plus`,
      },
      ...base,
      upper: queue.targetDays,
      penalty: DAY_PENALTY,
      terms,
    });
  });
}
