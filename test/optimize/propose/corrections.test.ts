/** What the linear model gets wrong is learnt from the weeks that were simulated. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnCorrections, type Played } from '../../../src/optimize/propose/corrections.ts';
import type { WeekChange } from '../../../src/optimize/week/change.ts';

const change = (id: string, openedHours: number, day = 1): WeekChange => ({
  id,
  kind: openedHours === 0 ? 'release' : 'open',
  site: 'ch',
  modality: 'mri',
  devices: ['irm'],
  label: { en: id, fr: id },
  hours: openedHours === 0 ? null : { day, fromSeconds: 0, toSeconds: openedHours * 3600 },
  openedHours,
  staff: { technologist: 0, radiologist: 0, secretary: 0 },
  group: null,
  apply: (scenario) => scenario,
});
const week = (one: WeekChange, predicted: number, simulated: number): Played => ({
  picks: [{ change: one, times: 1 }],
  predicted,
  simulated,
});

const EVENING = change('open/irm/tue/1110-1230/A', 2);
const OTHER_EVENING = change('open/irm/wed/1110-1230/A', 2);
const LONGER_EVENING = change('open/irm/wed/1110-1290/A', 3);
const SATURDAY = change('open/irm/sat/780-900/A', 2, 5);
const RELEASE = change('release/irm/2', 0);

describe('corrections', () => {
  it('are none where the model is right', () => {
    const learnt = learnCorrections([week(EVENING, 100, 100), week(SATURDAY, 90, 90)]);
    expect([EVENING, SATURDAY, RELEASE].map(learnt)).toEqual([0, 0, 0]);
  });

  it('have the sign of what was missed', () => {
    const learnt = learnCorrections([week(EVENING, 100, 60), week(SATURDAY, 100, 130)]);
    expect(learnt(EVENING)).toBeLessThan(0);
    expect(learnt(SATURDAY)).toBeGreaterThan(0);
  });

  it('believe one week less than all of it, and many weeks more', () => {
    const once = learnCorrections([week(EVENING, 100, 60)])(EVENING);
    const often = learnCorrections(Array.from({ length: 9 }, () => week(EVENING, 100, 60)))(EVENING);
    expect(once).toBeGreaterThan(-40);
    expect(once).toBeLessThan(-10);
    expect(often).toBeLessThan(once);
    expect(often).toBeGreaterThan(-40 - 1e-9);
  });

  it('teach of a session what they taught of one like it, and nothing of others', () => {
    const learnt = learnCorrections([week(EVENING, 100, 60)]);
    expect(learnt(OTHER_EVENING)).toBe(learnt(EVENING));
    expect(learnt(LONGER_EVENING)).toBe(1.5 * learnt(EVENING));
    expect(learnt(SATURDAY)).toBe(0);
    expect(learnt(RELEASE)).toBe(0);
  });

  it('bring the predictions of the weeks nearer to what was simulated', () => {
    const all = [EVENING, OTHER_EVENING, SATURDAY, RELEASE];
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            members: fc.subarray(all, { minLength: 1 }),
            predicted: fc.integer({ min: 0, max: 300 }),
            simulated: fc.integer({ min: -100, max: 300 }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        (weeks) => {
          const played = weeks.map(
            ({ members, predicted, simulated }): Played => ({
              picks: members.map((one) => ({ change: one, times: 1 })),
              predicted,
              simulated,
            }),
          );
          const learnt = learnCorrections(played);
          const miss = (corrected: boolean) =>
            played.reduce((sum, { picks, predicted, simulated }) => {
              const more = picks.reduce((days, { change: one }) => days + learnt(one), 0);
              return sum + (simulated - predicted - (corrected ? more : 0)) ** 2;
            }, 0);
          expect(miss(true)).toBeLessThanOrEqual(miss(false) + 1e-6);
        },
      ),
      { seed: 6, numRuns: 200 },
    );
  });
});
