/**
 * A department where the answer is known: four places a day, four requests a day at even hours, whoever is offered a
 * place takes it. Eighty-four patients wait, so the first place offered is 21 days away, today and for ever. A session
 * of two hours has two places. Probed each morning when one request of the day has been booked, so that 85 wait: the
 * first place offered is 85 ÷ 4 days away, whole days, and so on as they become fewer.
 */
import { describe, expect, it } from 'vitest';
import { answerBacklog, type BacklogAnswer } from '../../../src/optimize/backlog/answer.ts';
import type { BacklogQuestion } from '../../../src/optimize/backlog/search.ts';
import { roomFor } from '../../../src/optimize/backlog/sessions.ts';
import { playerOf } from './play.ts';
import { complete, PATIENTS } from './scenario.ts';

const PLACES_A_DAY = 4;
const PLACES_A_SESSION = 2;
const BASE_DAYS = 21;

const scenario = complete(
  {
    slots: { A: 60 },
    week: [{ days: 'mon-sun', from: '08:00', to: '12:00', type: 'public-scheduled' }],
  },
  {
    'per-week': 7 * PLACES_A_DAY,
    arrivals: 'regular',
    profile: 'flat',
    lead: 0,
    horizon: 60,
    backlog: { patients: BASE_DAYS * PLACES_A_DAY },
  },
  { run: { weeks: 52, seed: 1, 'warmup-weeks': 6 } },
);

const ask = (targetDays: number, perWeek: number | null, more: Partial<BacklogQuestion> = {}) =>
  answerBacklog(
    {
      scenario,
      patients: PATIENTS,
      targetDays,
      places: roomFor(scenario, PATIENTS, ['evening'], null).places,
      perWeek,
      quickWeeks: 12,
      longestWeeks: 30,
      anchorDays: null,
      ...more,
    },
    playerOf(2),
  );

const exact = (days: number) => ({ mean: days, low: days, high: days, n: 2 });
const weeksOf = ({ campaign }: BacklogAnswer) => campaign?.weeks;

describe('a backlog that melts by a known number of patients a week', () => {
  it('is 21 days as it is', async () => {
    expect((await ask(14, 2)).delay).toEqual(exact(BASE_DAYS));
  });

  it.each([
    [20, 1],
    [14, 1],
    [14, 2],
    [14, 4],
    [14, 5],
    [11.5, 5],
    [7, 3],
  ])('is down to %d days at %d sessions a week after exactly the weeks that makes', async (days, perWeek) => {
    const waiting = BASE_DAYS * PLACES_A_DAY + 1;
    // At most so many may wait for a place to be left on the last whole day of the target.
    const patients = waiting - (PLACES_A_DAY * (Math.floor(days) + 1) - 1);
    const weeks = Math.ceil(patients / (perWeek * PLACES_A_SESSION));
    expect(weeksOf(await ask(days, perWeek))).toEqual({ value: weeks, low: weeks, high: weeks });
  });

  it('stays down where nobody ever declined: nothing brings it back', async () => {
    const { campaign } = await ask(14, 2);
    expect(campaign).toMatchObject({ weeksReached: null, aboveAgainInWeek: null, weeksToHalf: null });
  });

  it('falls by a day each week of two sessions, once their places are within reach', async () => {
    const { curve } = await ask(14, 2);
    // From 21 days ahead, each of the 7 weeks takes a day off.
    const byWeek = new Map(curve.map(({ week, delay }) => [week, delay.mean]));
    expect(byWeek.get(-4)).toBe(BASE_DAYS);
    expect(curve.at(-1)?.delay).toEqual(exact(14));
    expect(Math.min(...curve.map(({ delay }) => delay.mean))).toBe(14);
  });

  it('takes the fewest sessions a week that are quick enough where none is stated', async () => {
    // 26 patients at two a session: 13 sessions; 12 weeks take two a week.
    expect((await ask(14, null)).perWeek).toBe(2);
    expect((await ask(14, null, { quickWeeks: 4 })).perWeek).toBe(4);
  });

  it('is held by one session a week for ever', async () => {
    expect((await ask(14, 2)).lasting?.perWeek).toEqual({ value: 1, low: 1, high: 1 });
  });

  it('is met already where the target is no shorter', async () => {
    expect(await ask(21, 2)).toMatchObject({ outcome: 'already-met', perWeek: null, campaign: null });
  });

  it('is not reached where the weeks are too few', async () => {
    expect(await ask(7, 1, { longestWeeks: 10 })).toMatchObject({ outcome: 'not-reached', campaign: null });
  });
});

describe('a backlog where patients decline far appointments', () => {
  const regulated = complete(
    { week: [{ days: 'mon-fri', from: '08:00', to: '12:00', type: 'public-scheduled' }] },
    { 'per-week': 80, accept: { tau: 7 }, backlog: { delay: 5 }, horizon: 60 },
  );
  const answer = answerBacklog(
    {
      scenario: regulated,
      patients: PATIENTS,
      targetDays: 3.5,
      places: roomFor(regulated, PATIENTS, ['evening'], null).places,
      perWeek: 5,
      quickWeeks: 12,
      longestWeeks: 20,
      anchorDays: null,
    },
    playerOf(8),
  );

  it('comes back: thirteen weeks after the last session its 95 % interval holds the delay before them', async () => {
    const { curve, delay } = await answer;
    const last = curve.at(-1)!.delay;
    expect(last.low).toBeLessThanOrEqual(delay.mean);
    expect(last.high).toBeGreaterThanOrEqual(delay.mean);
  });

  it('is above the target again, and not held by any number that cannot reach it', async () => {
    const { outcome, campaign, lasting, lowestPossible } = await answer;
    expect(outcome).toBe('reached');
    expect(campaign!.aboveAgainInWeek).not.toBeNull();
    expect(lasting!.perWeek!.value).toBeLessThanOrEqual(5);
    expect(lowestPossible!.mean).toBeLessThanOrEqual(3.5);
  });

  it('settles where as many accept as there are places, within half a day: d − τ ln(places ÷ places now)', async () => {
    const { delay, lowestPossible } = await answer;
    // 8 places a day and 4 in each of 5 evenings: half as many again.
    const settled = delay.mean - 7 * Math.log(1.5);
    expect(Math.abs(lowestPossible!.mean - settled)).toBeLessThan(0.5);
  });
});
