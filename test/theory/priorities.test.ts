/** Classes by priority, never pre-empting. Minutes throughout; a week has 10 080. */
import { cobhamWaits, type PriorityClass } from './exact/priorities.ts';
import { momentsOf } from './exact/queues.ts';
import { LONGER_EXAMS, theoryCase, waitOver } from './harness.ts';

const WEEK = 10_080;

/** A class of lognormal exams, as the scenario gives it. */
const lognormal = (perWeek: number, mean: number): PriorityClass => ({
  arrivalRate: perWeek / WEEK,
  service: momentsOf(mean, 0.6),
});

const two = () => cobhamWaits([lognormal(100.8, 20), lognormal(168, 30)]);

theoryCase('Emergencies before outpatients, one scanner at load 70 %', {
  scenario: 'priority-two-classes',
  weeks: 300,
  warmupWeeks: 4,
  indicators: [
    { name: 'mean wait of emergencies', measured: waitOver(['scanner'], 'U'), exact: () => two()[0]! },
    { name: 'mean wait of outpatients', measured: waitOver(['scanner'], 'A'), exact: () => two()[1]! },
  ],
  bias: LONGER_EXAMS,
});

const four = () =>
  cobhamWaits([lognormal(117.6, 13), lognormal(16.8, 19), lognormal(134.4, 14), lognormal(268.8, 11)]);

theoryCase('Four classes on one scanner at load 66 %', {
  scenario: 'priority-four-classes',
  weeks: 210,
  warmupWeeks: 4,
  indicators: (['U', 'R', 'H', 'A'] as const).map((patientClass, rank) => ({
    name: `mean wait of class ${patientClass}`,
    measured: waitOver(['scanner'], patientClass),
    exact: () => four()[rank]!,
  })),
  bias: LONGER_EXAMS,
});
