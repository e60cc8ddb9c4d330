/** Sessions that take place. */
import { describe, expect, it } from 'vitest';
import { answerBacklog } from '../../../src/optimize/backlog/answer.ts';
import { sessionsHeld } from '../../../src/optimize/backlog/held.ts';
import { roomFor } from '../../../src/optimize/backlog/sessions.ts';
import { playerOf } from './play.ts';
import { complete, PATIENTS } from './scenario.ts';

/** From Monday 27 April 2026: 1 May is the Friday of the first week, 8 May that of the second. */
const calendar = (more: object = {}) =>
  complete({}, {}, { calendar: { start: '2026-04-27', 'public-holidays': 'metropole', ...more } });
const at = (day: number) => [{ device: 'irm', day }];
const [THURSDAY, FRIDAY, SUNDAY] = [3, 4, 6];

describe('the sessions of a campaign', () => {
  it('are as many as the weeks where there is no calendar', () => {
    expect(sessionsHeld(complete(), [...at(FRIDAY), ...at(THURSDAY)], 13, 4)).toBe(8);
  });

  it('are not held on a public holiday, which is played as a Sunday', () => {
    expect(sessionsHeld(calendar(), at(FRIDAY), 0, 3)).toBe(1);
    expect(sessionsHeld(calendar(), at(SUNDAY), 0, 2)).toBe(4);
  });

  it('are counted in their own weeks of the run', () => {
    expect(sessionsHeld(calendar(), at(FRIDAY), 1, 3)).toBe(2);
  });

  it('are not held where the device is closed', () => {
    const closed = calendar({ closures: [{ device: 'irm', from: '2026-04-30', days: 1 }] });
    expect(sessionsHeld(closed, at(THURSDAY), 0, 2)).toBe(1);
  });

  it('of an answer are those held over its weeks, not the weeks times those of a week', async () => {
    const closed = complete(
      {
        slots: { A: 60 },
        week: [{ days: 'mon-sun', from: '08:00', to: '12:00', type: 'public-scheduled' }],
      },
      {
        'per-week': 28,
        arrivals: 'regular',
        profile: 'flat',
        lead: 0,
        horizon: 60,
        backlog: { patients: 84 },
      },
      {
        run: { weeks: 52, seed: 1, 'warmup-weeks': 6 },
        calendar: { start: '2026-03-16', 'public-holidays': 'metropole' },
      },
    );
    const { places } = roomFor(closed, PATIENTS, ['evening'], null);
    const { campaign } = await answerBacklog(
      {
        scenario: closed,
        patients: PATIENTS,
        targetDays: 14,
        places,
        perWeek: 5,
        quickWeeks: 12,
        longestWeeks: 30,
        anchorDays: null,
      },
      playerOf(2),
    );
    const { weeks, sessions } = campaign!;
    expect(sessions.value).toBe(sessionsHeld(closed, places, 6, weeks.value));
    expect(sessions.value).toBeLessThan(5 * weeks.value);
  });
});
