/** The verifier on sessions, hours and what is frozen: a sound week passes, and each kind of breach is found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeekRules } from '../../../src/model/rules/rules.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { applyPicks } from '../../../src/optimize/week/catalogue/apply.ts';
import { catalogue } from '../../../src/optimize/week/catalogue/catalogue.ts';
import { kindsOfWeek } from '../../../src/optimize/week/verify/weeks.ts';
import { verifyWeek } from '../../../src/optimize/week/verify.ts';
import { device, flow, type RawVacation, scenarioOf, vacation } from '../../engine/play.ts';
import { DEPARTMENTS } from './support/departments.ts';
import { rulesOf } from './support/rules.ts';

const HOUR = 3600;
/** No limit of hours, so that only the rule of a test is in question. */
const FREE = rulesOf({ addedHours: null });

/** One CT open 08:00–12:00 on working days; a test says what else. */
const weekOf = (...week: readonly RawVacation[]): Scenario =>
  scenarioOf({ devices: [device({ week: [...week] })], flows: [flow()] });
const open = (from: string, to: string, days = 'mon'): RawVacation => vacation({ days, from, to });
const NOW = weekOf(vacation());

const found = (base: Scenario, proposed: Scenario, rules: WeekRules = FREE) =>
  verifyWeek(base, proposed, rules).broken;
const codes = (base: Scenario, proposed: Scenario, rules?: WeekRules) =>
  found(base, proposed, rules).map(({ code }) => code);

describe('a week equal to the present one', () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const hours = fc.tuple(fc.nat(6), hour, fc.integer({ min: 1, max: 5 }));
  const anyRules = fc
    .record({
      opening: fc.array(hours, { maxLength: 4 }),
      closed: fc.array(hours, { maxLength: 3 }),
      rosters: fc.array(fc.tuple(hours, fc.nat(4)), { maxLength: 5 }),
      persons: fc.option(fc.integer({ min: 1, max: 6 })),
      hoursPerWeek: fc.option(fc.nat(300)),
      shift: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ opening, closed, rosters, persons, hoursPerWeek, shift }) => {
      const of = ([day, from, length]: readonly [number, number, number]) => ({
        day,
        fromSeconds: from * HOUR,
        toSeconds: Math.min(24, from + length) * HOUR,
      });
      return rulesOf({
        opening: opening.map(of),
        closed: closed.map((one) => ({ ...of(one), device: null, why: '' })),
        addedHours: 0,
        staff: (['technologist', 'radiologist', 'secretary'] as const).map((group) => ({
          group,
          site: null,
          perDevice: 2,
          together: 3,
          rosters: rosters.map(([at, there]) => ({ ...of(at), persons: there })),
          hoursPerWeek,
          shortestShiftSeconds: shift * HOUR,
          longestShiftSeconds: shift * HOUR,
          persons,
          restSeconds: 11 * HOUR,
        })),
      });
    });

  it.each(DEPARTMENTS)('breaks nothing, whatever the rules: %s', (_name, scenario) => {
    const frozen = scenario.devices.map(({ id }) => ({ device: id, day: null, hours: null }));
    fc.assert(
      fc.property(anyRules, (rules) => {
        const { broken, checks } = verifyWeek(scenario, scenario, { ...rules, frozen });
        expect(broken).toEqual([]);
        expect(checks).toBeGreaterThan(7 * frozen.length);
      }),
      { numRuns: 4 },
    );
  });
});

describe('each change of a catalogue', () => {
  const RULES = rulesOf({
    closed: [{ device: null, day: 1, fromSeconds: 18 * HOUR, toSeconds: 19 * HOUR, why: '' }],
    session: { shortestSeconds: 2 * HOUR, longestSeconds: 3 * HOUR, stepSeconds: HOUR },
  });

  it.each(DEPARTMENTS)('keeps the rules it was made under: %s', (_name, scenario) => {
    const { id } = scenario.devices.at(-1)!;
    const hours = { fromSeconds: 8 * HOUR, toSeconds: 12 * HOUR };
    const rules = { ...RULES, frozen: [{ device: id, day: 2, hours }] };
    const changes = catalogue(scenario, rules);
    // Some forty of each, spread over all kinds and days.
    const every = Math.max(1, Math.floor(changes.length / 40));
    const some = changes.filter((_, rank) => rank % every === 0);
    const broken = some.flatMap((change) =>
      found(scenario, applyPicks(scenario, [{ change, times: 1 }]), rules).map(
        ({ label }) => `${change.id}: ${label.en}`,
      ),
    );
    expect(broken).toEqual([]);
  });
});

describe('what is opened', () => {
  it('may stand in the hours in which sessions may, as long as a session may be', () => {
    expect(found(NOW, weekOf(vacation(), open('18:00', '20:00', 'mon-fri')))).toEqual([]);
  });

  it('is found outside those hours, and only the part that is', () => {
    const [one, ...more] = found(NOW, weekOf(vacation(), open('19:00', '22:00')));
    expect(more).toEqual([]);
    expect(one).toMatchObject({ code: 'opening', device: 'd', site: 's', day: 0, value: 1, limit: 0 });
    expect(one?.label.fr).toContain('lundi 21:00–22:00 est ouvert, hors des heures');
  });

  it('is found where the device stays closed, and not where another one does', () => {
    const closedAt = (id: string | null) =>
      rulesOf({
        closed: [{ device: id, day: 0, fromSeconds: 19 * HOUR, toSeconds: 21 * HOUR, why: '' }],
      });
    const proposed = weekOf(vacation(), open('18:00', '20:00'));
    expect(codes(NOW, proposed, closedAt('d'))).toEqual(['closed']);
    expect(codes(NOW, proposed, closedAt(null))).toEqual(['closed']);
    expect(codes(NOW, proposed, closedAt('other'))).toEqual([]);
  });

  it('is found on top of another vacation', () => {
    const twice = { ...NOW, devices: [{ ...NOW.devices[0]!, week: [...NOW.devices[0]!.week] }] };
    const [first] = twice.devices[0]!.week;
    twice.devices[0]!.week.push({ ...first!, fromSeconds: 11 * HOUR, toSeconds: 14 * HOUR });
    expect(found(NOW, twice).map(({ code, value }) => [code, value])).toEqual([['overlap', 1]]);
  });

  it('is found in hours set aside for maintenance', () => {
    const base = weekOf(
      vacation(),
      vacation({ days: 'wed', from: '14:00', to: '16:00', type: 'maintenance' }),
    );
    expect(codes(base, weekOf(vacation(), open('14:00', '16:00', 'wed')))).toEqual(['set-aside']);
  });

  it('is found too short, alone or beside what there is', () => {
    expect(codes(NOW, weekOf(vacation(), open('18:00', '19:55')))).toEqual(['shortest']);
    expect(codes(NOW, weekOf(vacation({ to: '13:00' })))).toEqual(
      Array.from({ length: 5 }, () => 'shortest'),
    );
    expect(codes(NOW, weekOf(vacation({ to: '14:00' })))).toEqual([]);
  });

  it('is found too long, and two sessions side by side are two', () => {
    const [one] = found(NOW, weekOf(vacation(), open('14:00', '18:05')));
    expect(one).toMatchObject({ code: 'longest', value: 4.08, limit: 4 });
    expect(codes(NOW, weekOf(vacation(), open('14:00', '18:00'), open('18:00', '20:00')))).toEqual([]);
  });

  it('counts, where it lengthens a vacation, by what it adds', () => {
    expect(codes(NOW, weekOf(vacation({ to: '16:00' })))).toEqual([]);
    expect(new Set(codes(NOW, weekOf(vacation({ to: '16:05' }))))).toEqual(new Set(['longest']));
  });

  it('is looked at in the weeks it takes place in, every other week too', () => {
    const every = weekOf(
      vacation(),
      vacation({ days: 'sun', from: '08:00', to: '10:00', every: 2, 'first-week': 1 }),
    );
    expect(kindsOfWeek(every).length).toBeGreaterThan(1);
    expect(codes(NOW, every)).toEqual(['opening']);
    expect(kindsOfWeek(NOW)).toEqual([{ week: 0, share: 1 }]);
  });
});

describe('hours added', () => {
  const proposed = weekOf(vacation(), open('18:00', '21:00'));

  it('are found above their limit, and not at it', () => {
    expect(codes(NOW, proposed, rulesOf({ addedHours: 3 }))).toEqual([]);
    const [one] = found(NOW, proposed, rulesOf({ addedHours: 2.5 }));
    expect(one).toMatchObject({ code: 'hours', value: 3, limit: 2.5, site: null, device: null });
    expect(one?.label.fr).toBe(
      '3 heures d’ouverture par semaine sont ajoutées, et pas plus de 2,5 ne peuvent l’être',
    );
  });

  it('are what is opened less what is closed', () => {
    const moved = weekOf(
      vacation({ days: 'mon-thu' }),
      vacation({ days: 'fri', from: '14:00', to: '18:00' }),
    );
    expect(codes(NOW, moved, rulesOf({ addedHours: 0 }))).toEqual([]);
  });

  it('are those of a programme: on-call is none', () => {
    const onCall = weekOf(vacation(), vacation({ from: '12:00', to: '24:00', type: 'on-call' }));
    expect(codes(NOW, onCall, rulesOf({ addedHours: 0 }))).toEqual([]);
  });
});

describe('what is frozen', () => {
  const frozen = (day: number | null, hours: readonly [number, number] | null, id = 'd') =>
    rulesOf({
      addedHours: null,
      frozen: [
        {
          device: id,
          day,
          hours: hours === null ? null : { fromSeconds: hours[0] * HOUR, toSeconds: hours[1] * HOUR },
        },
      ],
    });
  const evening = weekOf(vacation(), open('18:00', '20:00', 'tue'));

  it('is found changed: a device, a day, some hours', () => {
    expect(codes(NOW, evening, frozen(null, null))).toEqual(['frozen']);
    expect(codes(NOW, evening, frozen(1, null))).toEqual(['frozen']);
    expect(codes(NOW, evening, frozen(1, [19, 21]))).toEqual(['frozen']);
    expect(found(NOW, evening, frozen(1, [19, 21]))[0]?.label.en).toContain('Tuesday 19:00–21:00 is frozen');
  });

  it('leaves the other devices, days and hours free', () => {
    expect(codes(NOW, evening, frozen(null, null, 'other'))).toEqual([]);
    expect(codes(NOW, evening, frozen(0, null))).toEqual([]);
    expect(codes(NOW, evening, frozen(1, [20, 24]))).toEqual([]);
  });

  it('is found changed where a session is closed, or another may use it', () => {
    expect(codes(NOW, weekOf(vacation({ days: 'mon,wed-fri' })), frozen(1, null))).toEqual(['frozen']);
    const forSome = weekOf(
      vacation({ days: 'mon,wed-fri' }),
      vacation({ days: 'tue', accepts: { classes: ['A'] } }),
    );
    expect(codes(NOW, forSome, frozen(1, null))).toEqual(['frozen']);
    expect(codes(NOW, forSome, frozen(2, null))).toEqual([]);
  });

  it('is found changed where minutes are kept otherwise, or given free otherwise', () => {
    const kept = (minutes: number, release: number) =>
      scenarioOf({
        devices: [device({ week: [vacation({ reserve: [{ for: 'H', minutes, release }] })] })],
        flows: [flow(), flow({ id: 'h', class: 'H' })],
      });
    expect(codes(kept(60, 1), kept(60, 1), frozen(1, null))).toEqual([]);
    expect(codes(kept(60, 1), kept(40, 1), frozen(1, null))).toEqual(['frozen']);
    expect(codes(kept(60, 1), kept(60, 2), frozen(1, null))).toEqual(['frozen']);
  });

  it('is found changed where the device is booked by other slots, though only a day is frozen', () => {
    const slots = scenarioOf({
      devices: [device({ slots: { A: 15, H: 20, R: 20, U: 20 } })],
      flows: [flow()],
    });
    expect(found(NOW, slots, frozen(1, null)).map(({ code, day }) => [code, day])).toEqual([
      ['frozen', null],
    ]);
    expect(codes(NOW, slots)).toEqual([]);
  });
});

describe('the verifier', () => {
  it('counts its checks, the same number for the same weeks', () => {
    const one = verifyWeek(NOW, NOW, FREE).checks;
    expect(one).toBe(verifyWeek(NOW, NOW, FREE).checks);
    // Four of sessions; seven days and the slots when the device is frozen; one of hours.
    expect(one).toBe(4);
    const frozen = [{ device: 'd', day: null, hours: null }];
    expect(verifyWeek(NOW, NOW, { ...FREE, frozen, addedHours: 1 }).checks).toBe(4 + 8 + 1);
  });

  it('refuses two scenarios of other devices', () => {
    const other = scenarioOf({ devices: [device({ id: 'e' })], flows: [flow()] });
    expect(() => verifyWeek(NOW, other, FREE)).toThrow(RangeError);
    expect(() => verifyWeek({ ...NOW, devices: [] }, NOW, FREE)).toThrow(RangeError);
  });
});
