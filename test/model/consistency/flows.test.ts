import { describe, expect, it } from 'vitest';
import {
  checkAcceptance,
  checkDemand,
  checkDurations,
  checkExamShares,
  checkHorizon,
  checkIgnoredKeys,
  checkNoShow,
  checkProfile,
} from '../../../src/model/consistency/flows.ts';
import { flow, scenarioInput, told, withFlow } from './scenario.ts';

const exams = { knee: { modality: 'mri' }, brain: { modality: 'mri' } };
const sharing = (shares: object) => scenarioInput({ exams, flows: [{ ...flow, exams: shares }] });

describe('checkDemand', () => {
  it('accepts a number a week, or a log', () => {
    expect(checkDemand(scenarioInput())).toEqual([]);
    expect(checkDemand(withFlow({ 'per-week': undefined, log: 'month.csv' }))).toEqual([]);
  });

  it.each([
    [{ 'per-week': undefined }, 'error per-week-missing flows.0'],
    [{ arrivals: 'log', 'per-week': undefined }, 'error log-missing flows.0.arrivals'],
    [{ log: 'month.csv' }, 'warning per-week-ignored flows.0.per-week'],
    [{ log: 'month.csv', arrivals: 'poisson' }, 'warning log-ignored flows.0.log'],
  ])('reports %j', (changes, expected) => {
    expect(told(checkDemand(withFlow(changes)))).toEqual([expected]);
  });
});

describe('checkExamShares', () => {
  it('accepts shares of 1, of 100, and nearly', () => {
    expect(checkExamShares(sharing({ knee: 0.4, brain: 0.6 }))).toEqual([]);
    expect(checkExamShares(sharing({ knee: 40, brain: 60 }))).toEqual([]);
    expect(checkExamShares(sharing({ knee: 0.33, brain: 0.66 }))).toEqual([]);
  });

  it('reports shares that are all zero', () => {
    expect(told(checkExamShares(sharing({ knee: 0, brain: 0 })))).toEqual([
      'error exam-shares-zero flows.0.exams',
    ]);
  });

  it('warns of a sum far from 1', () => {
    const found = checkExamShares(sharing({ knee: 0.4, brain: 0.4 }));
    expect(told(found)).toEqual(['warning exam-shares-sum flows.0.exams']);
    expect(found[0]?.values.sum).toBe(0.8);
  });
});

describe('checkDurations', () => {
  const bare = (changes: object, durations?: object) =>
    scenarioInput({
      defaults: 'none',
      exams: { knee: { modality: 'mri', ...(durations === undefined ? {} : { durations }) } },
      flows: [{ ...flow, ...changes }],
    });

  it('accepts the published durations', () => {
    expect(checkDurations(scenarioInput())).toEqual([]);
  });

  it('accepts, without defaults, durations of the flow or of the exam', () => {
    expect(checkDurations(bare({ durations: 20 }))).toEqual([]);
    expect(checkDurations(bare({ exams: { knee: 1 } }, { A: 20 }))).toEqual([]);
  });

  it('reports, without defaults, a flow that has none', () => {
    expect(told(checkDurations(bare({})))).toEqual(['error durations-missing flows.0']);
  });

  it('reports, without defaults, an exam without a duration for the class', () => {
    expect(told(checkDurations(bare({ exams: { knee: 1 } }, { H: 20 })))).toEqual([
      'error durations-missing flows.0.exams.knee',
    ]);
  });
});

describe('checkProfile', () => {
  it('accepts a profile with one busy hour', () => {
    const profile = Array.from({ length: 168 }, (_, hour) => Number(hour === 9));
    expect(checkProfile(withFlow({ profile }))).toEqual([]);
  });

  it('reports a profile of zeros', () => {
    expect(told(checkProfile(withFlow({ profile: Array(168).fill(0) })))).toEqual([
      'error profile-zero flows.0.profile',
    ]);
  });
});

describe('checkHorizon', () => {
  it('accepts a first day on the last of the agenda', () => {
    expect(checkHorizon(withFlow({ lead: 30, horizon: 30 }))).toEqual([]);
  });

  it('reports a first day beyond the agenda', () => {
    const found = checkHorizon(withFlow({ lead: 31, horizon: 30 }));
    expect(told(found)).toEqual(['error lead-beyond-horizon flows.0.lead']);
    expect(found[0]?.values).toEqual({ lead: 31, limit: 30 });
  });

  it('counts the default first day', () => {
    expect(told(checkHorizon(withFlow({ horizon: 0 })))).toEqual([
      'error lead-beyond-horizon flows.0.horizon',
    ]);
  });

  it('leaves walk-ins alone', () => {
    expect(checkHorizon(withFlow({ lead: 31, horizon: 30, 'walk-in': true }))).toEqual([]);
  });
});

describe('checkAcceptance', () => {
  const accepting = (accept: unknown) => checkAcceptance(withFlow({ accept }));

  it('accepts always, a scale above zero, and a rising table', () => {
    expect(accepting('always')).toEqual([]);
    expect(accepting({ tau: 30 })).toEqual([]);
    expect(
      accepting({
        table: [
          [0, 1],
          [30, 0.5],
        ],
      }),
    ).toEqual([]);
  });

  it('reports a scale of zero', () => {
    expect(told(accepting({ tau: 0 }))).toEqual(['error tau-zero flows.0.accept.tau']);
  });

  it('reports a table that does not rise', () => {
    expect(
      told(
        accepting({
          table: [
            [0, 1],
            [30, 0.5],
            [30, 0.2],
          ],
        }),
      ),
    ).toEqual(['error acceptance-order flows.0.accept.table.2']);
  });
});

describe('checkNoShow', () => {
  const missing = (noShow: unknown) => checkNoShow(withFlow({ 'no-show': noShow }));

  it('accepts a probability, and one that grows', () => {
    expect(missing(0.04)).toEqual([]);
    expect(missing({ probability: 0.02, max: 0.1, tau: 20 })).toEqual([]);
  });

  it('reports a scale of zero', () => {
    expect(told(missing({ probability: 0.02, max: 0.1, tau: 0 }))).toEqual([
      'error tau-zero flows.0.no-show.tau',
    ]);
  });

  it('warns of one that falls', () => {
    expect(told(missing({ probability: 0.1, max: 0.02, tau: 20 }))).toEqual([
      'warning no-show-decreases flows.0.no-show.max',
    ]);
  });
});

describe('checkIgnoredKeys', () => {
  it('accepts patience of walk-ins and a horizon of booked patients', () => {
    expect(checkIgnoredKeys(withFlow({ 'walk-in': true, patience: 60 }))).toEqual([]);
    expect(checkIgnoredKeys(withFlow({ horizon: 60 }))).toEqual([]);
  });

  it('warns, once, of what an appointment alone gives a meaning to', () => {
    const found = checkIgnoredKeys(withFlow({ 'walk-in': true, horizon: 60, lead: 2 }));
    expect(told(found)).toEqual(['warning ignored-for-walk-in flows.0.lead']);
    expect(found[0]?.values.keys).toBe('lead, horizon');
  });

  it('warns of patience of a booked flow', () => {
    expect(told(checkIgnoredKeys(withFlow({ patience: 60 })))).toEqual([
      'warning ignored-for-booked flows.0.patience',
    ]);
  });
});
