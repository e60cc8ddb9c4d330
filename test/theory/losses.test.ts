/** Patients who are turned away or leave. Minutes throughout; a week has 10 080. */
import { erlangB, mm1kQueue } from './exact/queues.ts';
import { renegingQueue } from './exact/reneging.ts';
import { LONGER_EXAMS, type Replication, theoryCase, waitOver } from './harness.ts';

const WEEK = 10_080;

/** Share of the requests of class U that ended so. */
const shareOf = (outcome: 'blocked' | 'reneged') => (one: Replication) => {
  const { [outcome]: ended, requested } = one.modality();
  return ended.U! / requested.U!;
};

theoryCase('Erlang loss on five scanners, 3.5 erlangs offered', {
  scenario: 'erlang-loss',
  weeks: 30,
  warmupWeeks: 1,
  indicators: [
    { name: 'share blocked', measured: shareOf('blocked'), exact: () => erlangB(5, (1176 / WEEK) * 30) },
  ],
  bias: LONGER_EXAMS,
});

const finite = () => mm1kQueue(302.4 / WEEK, 1 / 30, 3);

theoryCase('One scanner with three places to wait, at load 90 %', {
  scenario: 'finite-waiting-room',
  weeks: 150,
  warmupWeeks: 1,
  indicators: [
    { name: 'share blocked', measured: shareOf('blocked'), exact: () => finite().blocked },
    {
      name: 'mean wait of those who get in',
      measured: waitOver(['scanner'], 'U'),
      exact: () => finite().acceptedWait,
    },
  ],
  bias: LONGER_EXAMS,
});

const leaving = () => renegingQueue(537.6 / WEEK, 1 / 30, 2, 1 / 60);

theoryCase('Two pooled scanners whose patients leave after an hour on average', {
  scenario: 'reneging',
  weeks: 80,
  warmupWeeks: 1,
  indicators: [
    { name: 'share reneged', measured: shareOf('reneged'), exact: () => leaving().abandoned },
    {
      name: 'mean wait of the served',
      measured: waitOver(['scanner-1', 'scanner-2'], 'U'),
      exact: () => leaving().waitOfServed,
    },
  ],
  bias: LONGER_EXAMS,
});
