/** Textbook queues with one class of patients, open round the clock. Minutes throughout; a week has 10 080. */
import { dm1Wait, mg1Wait, mm1Wait, momentsOf } from './exact/queues.ts';
import { LONGER_EXAMS, theoryCase, waitOver } from './harness.ts';

const WEEK = 10_080;
const wait = waitOver(['scanner'], 'U');

theoryCase('M/M/1 at load 60 %', {
  scenario: 'mm1',
  weeks: 380,
  warmupWeeks: 4,
  indicators: [{ name: 'mean wait', measured: wait, exact: () => mm1Wait(201.6 / WEEK, 1 / 30) }],
  bias: LONGER_EXAMS,
});

theoryCase('M/G/1 with lognormal exams at load 70 %', {
  scenario: 'mg1-lognormal',
  weeks: 300,
  warmupWeeks: 4,
  indicators: [{ name: 'mean wait', measured: wait, exact: () => mg1Wait(235.2 / WEEK, momentsOf(30, 0.6)) }],
  bias: LONGER_EXAMS,
});

theoryCase('M/D/1 at load 80 %', {
  scenario: 'md1',
  weeks: 300,
  warmupWeeks: 4,
  indicators: [{ name: 'mean wait', measured: wait, exact: () => mg1Wait(268.8 / WEEK, momentsOf(30, 0)) }],
  bias: LONGER_EXAMS,
});

theoryCase('D/M/1 at load 75 %', {
  scenario: 'dm1',
  weeks: 400,
  warmupWeeks: 4,
  indicators: [{ name: 'mean wait', measured: wait, exact: () => dm1Wait(40, 1 / 30) }],
  bias: LONGER_EXAMS,
});
