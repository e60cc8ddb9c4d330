/** The engine's diary against a naive one, on random weeks and random bookings (rules M3.2 to M3.4, M3.10). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/engine/compile.ts';
import { Diary, offsetOf } from '../../src/engine/diary.ts';
import { Patients } from '../../src/engine/patients.ts';
import { NaiveDiary, type NaiveRule } from './naive-diary.ts';
import { device, flow, scenarioOf, vacation } from './play.ts';

const DAY = 86_400;
const HORIZON = 20;

const reserveArbitrary = fc.record({
  for: fc.constantFrom('h', 'n'),
  minutes: fc.constantFrom(10, 20, 35),
  kind: fc.constantFrom('fixed' as const, 'nested' as const),
  release: fc.option(fc.constantFrom('0d', '1d', '4d'), { nil: undefined }),
});
const weekArbitrary = fc
  .record({
    morning: fc.uniqueArray(reserveArbitrary, { maxLength: 2, selector: (one) => one.for }),
    list: fc.boolean(),
    to: fc.constantFrom('09:00', '09:25', '10:00'),
  })
  .map(({ morning, list, to }) => [
    vacation({
      days: 'mon-wed',
      to,
      reserve: morning.map(({ release, ...one }) => (release === undefined ? one : { ...one, release })),
    }),
    vacation({
      days: 'mon,thu',
      from: '14:00',
      to: '15:00',
      ...(list ? { appointments: [0, 0, 20, 50] } : {}),
    }),
  ]);
const actions = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        act: fc.constant('book' as const),
        who: fc.constantFrom('a', 'h', 'n'),
        now: fc.nat({ max: 20 }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ act: fc.constant('leave' as const), pick: fc.nat() }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('tomorrow' as const) }) },
  ),
  { minLength: 40, maxLength: 120 },
);

describe('against a naive diary, whatever is booked and given back', () => {
  const flows = [
    flow({ id: 'a', lead: 0 }),
    flow({ id: 'h', class: 'H', lead: 1 }),
    flow({ id: 'n', lead: 0, exams: { long: 1 } }),
  ];

  it('the same places are found, and the same first and third available days', () => {
    fc.assert(
      fc.property(weekArbitrary, weekArbitrary, actions, (first, second, todo) => {
        const scenario = scenarioOf({
          exams: { long: { modality: 'ct' } },
          devices: [
            device({ week: first, slots: { A: 10, H: 15, exams: { long: { A: 25 } } } }),
            device({ id: 'e', week: second, slots: { A: 20, H: 10, exams: { long: { A: 30 } } } }),
          ],
          flows: flows.map((one) => ({ ...one, horizon: HORIZON })),
        });
        const plan = compileScenario(scenario, 4);
        const site = plan.islands[0]!.sites[0]!;
        const diary = new Diary(site, plan, HORIZON, flows.length);
        const naive = new NaiveDiary(site.bookable);
        const patients = new Patients();
        const booked: number[] = [];
        let now = 0;
        diary.openDay(0);
        for (const one of todo) {
          if (one.act === 'tomorrow') {
            naive.today++;
            now = naive.today * DAY;
            diary.openDay(naive.today);
          } else if (one.act === 'leave') {
            const later = booked.filter((id) => patients.vacationStart[id]! >= (naive.today + 1) * DAY);
            if (later.length === 0) continue;
            const id = later[one.pick % later.length]!;
            booked.splice(booked.indexOf(id), 1);
            diary.leave(id, true, patients);
            naive.leave(id);
          } else {
            const searcher = flows.findIndex(({ id }) => id === one.who);
            const rule = plan.islands[0]!.routes[searcher]!.rules[0]!;
            const at = (day: number, index: number) => site.bookable[day % 7]![index]!.index;
            const slow: NaiveRule = {
              units: (day, index) => rule.units[at(day, index)]!,
              reserve: (day, index) => rule.reserve[at(day, index)]!,
            };
            // Requests come later and later in the day.
            now = Math.min(now + one.now * 600, (naive.today + 1) * DAY - 1);
            const from = naive.today + flows[searcher]!.lead!;
            const to = naive.today + HORIZON;
            expect(diary.dayOfNthPlace(rule, 1, from, to, now)).toBe(
              naive.dayOfNthPlace(slow, 1, from, to, now),
            );
            expect(diary.dayOfNthPlace(rule, 3, from, to, now)).toBe(
              naive.dayOfNthPlace(slow, 3, from, to, now),
            );
            const place = naive.find(slow, from, to, now);
            expect(diary.findNext(searcher, rule, from, to, now)).toBe(place !== null);
            if (place === null) continue;
            const vacationFound = diary.vacationOf(diary.foundRow)!;
            expect([diary.foundDay, diary.foundStart, diary.foundReserve, vacationFound.index]).toEqual([
              place.day,
              place.start,
              place.from,
              at(place.day, place.vacation),
            ]);
            expect(
              place.day * DAY + vacationFound.fromSeconds + offsetOf(vacationFound, diary.foundUnit),
            ).toBe(place.start);
            const id = patients.take();
            booked.push(id);
            diary.bookFound(id, rule, patients);
            naive.book(id, place, slow.units(place.day, place.vacation));
          }
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
