/** Honest books on random scenarios: the identities, and every indicator recomputed from the records; as many as asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassageRecord } from '../../src/engine/record.ts';
import { booksGap } from '../../src/stats/books.ts';
import { anyScenario } from './any-scenario.ts';
import { type Played, placesOf, play, scenarioOf } from './play.ts';
import { known, recomputeDevice, recomputeModality, rounded } from './recompute.ts';

const WEEKS = 4;

/** The tests, on so many scenarios each, drawn from `seed` on. */
export function describeHonestBooks(runs: number, seed: number): void {
  const forAny = (check: (played: Played) => void, rank: number) =>
    fc.assert(
      fc.property(anyScenario, (parts) => check(play(scenarioOf(parts), WEEKS))),
      { numRuns: runs, seed: seed + rank },
    );

  describe('whatever the scenario', () => {
    it('every request is found again, once', () => {
      forAny(({ books, records }) => {
        expect(books.map(booksGap)).toEqual(books.map(() => 0));
        const entered = books.reduce((sum, one) => sum + one.in.requested + one.in.backlog, 0);
        expect(records.length).toBe(entered);
      }, 1);
    });

    it('opening time and passages are those of the calendar and of the records', () => {
      forAny(({ plan, records, device }) => {
        for (const { id } of plan.scenario.devices) {
          const expected = known(recomputeDevice(records, plan.scenario, id, WEEKS));
          expect(rounded(device(id)), id).toMatchObject(rounded(expected) as object);
        }
      }, 2);
    });

    it('delays, reports and ends of requests are those of the records', () => {
      forAny(({ plan, records, modality }) => {
        for (const { site, modality: own } of placesOf(plan.scenario)) {
          const { accessByExam: _byExam, ...expected } = recomputeModality(
            records,
            plan.scenario,
            site,
            own,
            WEEKS,
          );
          expect(rounded(modality(site, own)), site).toMatchObject(rounded(expected) as object);
        }
      }, 3);
    });

    it('no two patients are on one device at once, and nobody enters before they are ready', () => {
      forAny(({ plan, records }) => {
        for (const { id } of plan.scenario.devices) {
          const own = records
            .filter((record) => record.device === id && record.outcome === 'done')
            .sort((a, b) => a.roomIn! - b.roomIn! || a.roomOut! - b.roomOut!);
          own.forEach((one, n) => {
            expect(one.roomIn!).toBeGreaterThanOrEqual(one.prepEnd ?? one.arrival!);
            if (n > 0) expect(one.roomIn!, id).toBeGreaterThanOrEqual(own[n - 1]!.roomOut!);
          });
        }
      }, 4);
    });

    it('no two appointments that took place overlap in one place but for overbooking and lists', () => {
      forAny(({ plan, records }) => {
        const { flows, devices } = plan.scenario;
        if (flows.some(({ overbook }) => overbook > 0)) return;
        const starts = records
          .filter(({ appointment, outcome }) => appointment !== null && outcome === 'done')
          .map(({ site, appointment }) => `${site} ${appointment}`);
        const most = devices.some(({ week }) => week.some(({ appointments }) => appointments !== null))
          ? 4
          : 2;
        const counts = new Map<string, number>();
        for (const start of starts) counts.set(start, (counts.get(start) ?? 0) + 1);
        expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(most);
      }, 5);
    });

    it('a file written in another order gives the same passages', () => {
      fc.assert(
        fc.property(anyScenario, (parts) => {
          const reversed = {
            ...parts,
            sites: [...parts.sites].reverse(),
            devices: [...parts.devices].reverse(),
            flows: [...parts.flows].reverse(),
            calendar: { closures: [...(parts.calendar?.closures ?? [])].reverse() },
          };
          expect(play(scenarioOf(reversed), WEEKS).records).toEqual(play(scenarioOf(parts), WEEKS).records);
        }),
        { numRuns: runs, seed: seed + 6 },
      );
    });

    it('a longer run begins as a shorter one', () => {
      forAny(({ plan, records }) => {
        const longer = new Set(
          play(plan.scenario, WEEKS + 1).records.map((record) => JSON.stringify(record)),
        );
        const isReported = ({ reported, site }: PassageRecord) => reported !== null || site === 't';
        const over = records.filter((record) => record.outcome === 'done' && isReported(record));
        const within = over.filter(({ reported }) => (reported ?? 0) < WEEKS * 604_800);
        expect(within.filter((record) => !longer.has(JSON.stringify(record)))).toEqual([]);
      }, 7);
    });
  });
}
