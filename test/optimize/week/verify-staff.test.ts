/** The verifier on staff: rosters, nobody alone, hours a week, shifts, rest; and a second reading, five minutes by five minutes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffRule, WeekRules } from '../../../src/model/rules/rules.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { shiftsOf } from '../../../src/optimize/week/verify/presence.ts';
import { personsWithoutRest } from '../../../src/optimize/week/verify/rest.ts';
import { verifyWeek } from '../../../src/optimize/week/verify.ts';
import { device, flow, type RawVacation, scenarioOf, vacation } from '../../engine/play.ts';
import { rulesOf } from './support/rules.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Two CTs of a site, each with its week. */
const departmentOf = (first: readonly RawVacation[], second: readonly RawVacation[] = []): Scenario =>
  scenarioOf({
    devices: [
      device({ id: 'one', week: [...first] }),
      ...(second.length === 0 ? [] : [device({ id: 'two', week: [...second] })]),
    ],
    flows: [flow()],
  });
const at = (days: string, from: string, to: string): RawVacation => vacation({ days, from, to });

const technologists = (parts: Partial<StaffRule> = {}): WeekRules =>
  rulesOf({
    addedHours: null,
    opening: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, fromSeconds: 0, toSeconds: DAY })),
    session: { shortestSeconds: 300, longestSeconds: DAY, stepSeconds: 300 },
    staff: [
      {
        group: 'technologist',
        site: 's',
        perDevice: 2,
        together: 2,
        rosters: null,
        hoursPerWeek: null,
        shortestShiftSeconds: 2 * HOUR,
        longestShiftSeconds: 10 * HOUR,
        persons: null,
        restSeconds: 11 * HOUR,
        ...parts,
      },
    ],
  });
const roster = (day: number, from: number, to: number, persons: number) => ({
  day,
  fromSeconds: from * HOUR,
  toSeconds: to * HOUR,
  persons,
});
const found = (base: Scenario, proposed: Scenario, parts: Partial<StaffRule>) =>
  verifyWeek(base, proposed, technologists(parts)).broken;

const MORNINGS = departmentOf([at('mon-fri', '08:00', '12:00')], [at('mon-fri', '08:00', '12:00')]);

describe('rosters', () => {
  const proposed = departmentOf(
    [at('mon-fri', '08:00', '12:00'), at('tue', '14:00', '18:00')],
    [at('mon-fri', '08:00', '12:00')],
  );
  const mornings = [0, 1, 2, 3, 4].map((day) => roster(day, 8, 12, 4));

  it('are enough where as many are there as the open devices need', () => {
    expect(found(MORNINGS, proposed, { rosters: [...mornings, roster(1, 14, 18, 2)] })).toEqual([]);
  });

  it('are found short where nobody is there, the day and the hours named', () => {
    const [one, ...more] = found(MORNINGS, proposed, { rosters: mornings });
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      code: 'roster',
      owner: 'staff',
      site: 's',
      group: 'technologist',
      day: 1,
      value: 2,
      limit: 0,
      presentAlreadyBroke: false,
    });
    expect(one?.label.en).toContain('Tuesday 14:00–18:00 needs 2 technologists, and the rosters have 0');
  });

  it('are found short by five minutes', () => {
    const short = { ...roster(1, 14, 18, 2), toSeconds: 18 * HOUR - 300 };
    expect(found(MORNINGS, proposed, { rosters: [...mornings, short] })[0]?.label.fr).toContain(
      'mardi 17:55–18:00 demande 2 manipulateurs',
    );
  });

  it('of the same hours add up', () => {
    const rosters = [...mornings, roster(1, 14, 18, 1), roster(1, 13, 19, 1)];
    expect(found(MORNINGS, proposed, { rosters })).toEqual([]);
  });

  it('that are short in the present week count only where they become shorter', () => {
    const three = [0, 1, 2, 3, 4].map((day) => roster(day, 8, 12, 3));
    expect(found(MORNINGS, MORNINGS, { rosters: three })).toEqual([]);
    const long = departmentOf([at('mon-fri', '08:00', '12:00')], [at('mon-fri', '08:00', '13:00')]);
    const again = found(MORNINGS, long, {
      rosters: [...three, ...three.map(({ day }) => roster(day, 12, 13, 3))],
    });
    expect(again).toEqual([]);
    const third = found(
      departmentOf([at('mon', '08:00', '12:00')], [at('tue', '08:00', '12:00')]),
      departmentOf([at('mon', '08:00', '12:00')], [at('mon-tue', '08:00', '12:00')]),
      {
        rosters: [roster(0, 8, 12, 1), roster(1, 8, 12, 2)],
      },
    );
    expect(third.map(({ code, value, presentAlreadyBroke }) => [code, value, presentAlreadyBroke])).toEqual([
      ['roster', 4, true],
    ]);
  });

  it('are of their site: another one needs nobody of them', () => {
    const there = technologists({ site: 'elsewhere', rosters: [] });
    expect(verifyWeek(MORNINGS, proposed, there).broken).toEqual([]);
  });

  it('of radiologists and secretaries are asked for where the vacation needs them', () => {
    const quiet = departmentOf([
      at('mon', '08:00', '12:00'),
      vacation({ days: 'tue', from: '08:00', to: '12:00', type: 'public-unscheduled', provides: [] }),
    ]);
    const base = departmentOf([at('mon', '08:00', '12:00')]);
    const rosters = [roster(0, 8, 12, 2)];
    expect(found(base, quiet, { rosters }).map(({ code, day }) => [code, day])).toEqual([['roster', 1]]);
    expect(found(base, quiet, { group: 'radiologist', rosters })).toEqual([]);
    expect(found(base, quiet, { group: 'secretary', rosters })).toEqual([]);
    const booked = departmentOf([at('mon-tue', '08:00', '12:00')]);
    expect(found(base, booked, { group: 'radiologist', rosters }).length).toBe(1);
    expect(found(base, booked, { group: 'secretary', rosters }).length).toBe(1);
  });
});

describe('nobody alone', () => {
  it('is found broken where the devices have enough and the site has not', () => {
    const base = departmentOf([at('mon', '08:00', '12:00')]);
    const proposed = departmentOf([at('mon-tue', '08:00', '12:00')]);
    const rosters = [roster(0, 8, 12, 2), roster(1, 8, 12, 1)];
    const [one] = found(base, proposed, { perDevice: 1, together: 2, rosters });
    expect(one).toMatchObject({ code: 'together', day: 1, value: 2, limit: 1 });
    expect(one?.label.fr).toContain('1 des manipulateurs sont là, et jamais moins de 2 ne doivent l’être');
    expect(found(base, proposed, { perDevice: 1, together: 1, rosters })).toEqual([]);
  });
});

describe('hours a week', () => {
  const base = departmentOf([at('mon-fri', '08:00', '12:00')]);
  const proposed = departmentOf([at('mon-fri', '08:00', '12:00'), at('mon', '14:00', '17:00')]);

  it('are found above those of the group: two persons for three hours are six', () => {
    expect(found(base, proposed, { hoursPerWeek: 46 })).toEqual([]);
    const [one] = found(base, proposed, { hoursPerWeek: 45 });
    expect(one).toMatchObject({ code: 'weekly-hours', value: 46, limit: 45, day: null });
    expect(one?.presentAlreadyBroke).toBe(false);
  });

  it('that are too many now count only where they become more', () => {
    expect(found(base, base, { hoursPerWeek: 30 })).toEqual([]);
    expect(found(base, proposed, { hoursPerWeek: 30 })[0]?.presentAlreadyBroke).toBe(true);
  });

  it('count those who are there so that nobody is alone', () => {
    expect(found(base, proposed, { perDevice: 1, together: 2, hoursPerWeek: 45 }).length).toBe(1);
    expect(found(base, proposed, { perDevice: 1, together: 1, hoursPerWeek: 23 })).toEqual([]);
  });

  it('of a session every other week are half', () => {
    const other = departmentOf([
      at('mon-fri', '08:00', '12:00'),
      vacation({ days: 'mon', from: '14:00', to: '17:00', every: 2 }),
    ]);
    expect(found(base, other, { hoursPerWeek: 43 })).toEqual([]);
    expect(found(base, other, { hoursPerWeek: 42.9 }).map(({ value }) => value)).toEqual([43]);
  });
});

describe('shifts', () => {
  const base = departmentOf([at('mon-fri', '08:00', '16:00')]);

  it('shorter than anybody comes for are found, where no other device of the site is open', () => {
    const evening = at('mon', '19:00', '20:00');
    const [one] = found(base, departmentOf([at('mon-fri', '08:00', '16:00'), evening]), {});
    expect(one).toMatchObject({ code: 'short-shift', day: 0, value: 1, limit: 2 });
    const beside = [at('mon', '17:00', '19:00')];
    expect(
      found(
        departmentOf([at('mon', '08:00', '16:00')], beside),
        departmentOf([at('mon', '08:00', '16:00'), evening], beside),
        {},
      ),
    ).toEqual([]);
  });

  it('go on from Sunday evening to Monday morning', () => {
    const night = (to: string) => departmentOf([at('sun', '23:00', '24:00'), at('mon', '00:00', to)]);
    const wednesday = departmentOf([at('wed', '08:00', '16:00')]);
    const to = (end: string) => found(wednesday, night(end), {}).map(({ code, value }) => [code, value]);
    expect(to('01:00')).toEqual([]);
    expect(to('00:30')).toEqual([['short-shift', 1.5]]);
  });

  it('that are too short now may stay, or become longer, and not shorter', () => {
    const hour = departmentOf([at('mon', '08:00', '09:00')]);
    expect(found(hour, hour, {})).toEqual([]);
    expect(found(hour, departmentOf([at('mon', '08:00', '09:30')]), {})).toEqual([]);
    expect(found(hour, departmentOf([at('mon', '08:00', '08:30')]), {})).toMatchObject([
      { code: 'short-shift', presentAlreadyBroke: true },
    ]);
  });

  it('need a second team where the site is open longer than one may last', () => {
    const late = departmentOf([at('mon-fri', '08:00', '18:00'), at('mon', '18:00', '20:00')]);
    expect(found(base, late, { persons: 4, restSeconds: 0 })).toEqual([]);
    const [one] = found(base, late, { persons: 3, restSeconds: 0 });
    expect(one).toMatchObject({ code: 'shifts', day: 0, value: 4, limit: 3 });
    expect(found(base, late, { persons: 3, longestShiftSeconds: 12 * HOUR, restSeconds: 0 })).toEqual([]);
  });

  it('are not counted where the number of persons is not stated', () => {
    const late = departmentOf([at('mon-fri', '07:00', '22:00')]);
    expect(found(base, late, { persons: null, shortestShiftSeconds: HOUR })).toEqual([]);
  });

  it('of a night belong to the day they begin on, and Sunday goes on with Monday', () => {
    const night = (from: number, to: number) => [{ from: from * HOUR, to: to * HOUR, open: 1, persons: 2 }];
    expect(shiftsOf(night(20, 29), 10 * HOUR)).toEqual([2, 0, 0, 0, 0, 0, 0]);
    const sunday = [...night(0, 4), ...night(6 * 24 + 20, 7 * 24)];
    expect(shiftsOf(sunday, 10 * HOUR)).toEqual([0, 0, 0, 0, 0, 0, 2]);
  });

  it('are never fewer than the work asks for, nor than those there at once', () => {
    const step = fc.record({
      gap: fc.integer({ min: 0, max: 6 }),
      length: fc.integer({ min: 1, max: 14 }),
      persons: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 2, max: 12 }),
        (parts, longest) => {
          let from = 0;
          const steps = parts.map(({ gap, length, persons }) => {
            from += gap * HOUR;
            const one = { from, to: from + length * HOUR, open: 1, persons };
            from = one.to;
            return one;
          });
          const shifts = shiftsOf(steps, longest * HOUR).reduce((sum, one) => sum + one, 0);
          const work = steps.reduce((sum, one) => sum + (one.to - one.from) * one.persons, 0);
          expect(shifts).toBeGreaterThanOrEqual(Math.max(...steps.map(({ persons }) => persons)));
          expect(shifts * longest * HOUR).toBeGreaterThanOrEqual(work);
          expect(shifts).toBeLessThanOrEqual(
            steps.reduce(
              (sum, one) => sum + one.persons * Math.ceil((one.to - one.from) / HOUR / longest),
              0,
            ),
          );
        },
      ),
    );
  });
});

describe('rest', () => {
  const base = departmentOf([at('mon-fri', '08:00', '16:00')]);
  const late = departmentOf([at('mon-fri', '08:00', '16:00'), at('mon', '19:00', '22:00')]);

  it('is found missing where an evening and the next morning need more than there are, and is the law', () => {
    const [one, ...more] = found(base, late, { persons: 3, longestShiftSeconds: 14 * HOUR });
    expect(more).toEqual([]);
    expect(one).toMatchObject({ code: 'rest', owner: 'law', day: 0, value: 4, limit: 3 });
    expect(one?.label.en).toContain('late on Monday and less than 11 h later, and there are 3');
    expect(found(base, late, { persons: 4, longestShiftSeconds: 14 * HOUR })).toEqual([]);
  });

  it('is long enough from 21:00 to 08:00, and not from 21:05', () => {
    const until = (to: string) => departmentOf([at('mon-fri', '08:00', '16:00'), at('mon', '19:00', to)]);
    expect(found(base, until('21:00'), { persons: 2, longestShiftSeconds: 14 * HOUR })).toEqual([]);
    expect(
      found(base, until('21:05'), { persons: 2, longestShiftSeconds: 14 * HOUR }).map(({ code }) => code),
    ).toEqual(['rest']);
  });

  it('is missed from Sunday evening to Monday morning too', () => {
    const sunday = departmentOf([at('mon-fri', '08:00', '16:00'), at('sun', '19:00', '23:00')]);
    expect(found(base, sunday, { persons: 3, longestShiftSeconds: 14 * HOUR })).toMatchObject([
      { code: 'rest', day: 6 },
    ]);
  });

  it('is not missed at noon: those are the same day of work', () => {
    const noon = departmentOf([at('mon', '08:00', '12:00'), at('mon', '13:00', '17:00')]);
    expect(found(departmentOf([at('mon', '08:00', '12:00')]), noon, { persons: 2 })).toEqual([]);
  });

  it('that is missed now counts only where more would miss it', () => {
    const parts = { persons: 3, longestShiftSeconds: 14 * HOUR };
    expect(found(late, late, parts)).toEqual([]);
    const own = [at('mon-fri', '08:00', '16:00'), at('mon', '19:00', '22:00')];
    // Eleven hours after 22:00 is 09:00: half an hour before, two more would have to be somebody else.
    const nine = departmentOf(own, [at('tue', '09:00', '17:00')]);
    expect(found(nine, departmentOf(own, [at('tue', '08:30', '17:00')]), parts)).toMatchObject([
      { code: 'rest', day: 0, value: 6, limit: 3, presentAlreadyBroke: true },
    ]);
    expect(found(nine, departmentOf(own, [at('tue', '09:00', '18:00')]), parts)).toEqual([]);
  });

  it('is asked for day and night: who is there at a moment is not there when a shift has ended and the rest has not', () => {
    const always = [{ from: 0, to: 7 * DAY, open: 1, persons: 2 }];
    expect(personsWithoutRest(always, 10 * HOUR, 11 * HOUR)).toEqual([0, 0, 0, 0, 0, 0, 4]);
    const hourly = Array.from({ length: 7 * 24 }, (_, hour) => ({
      from: hour * HOUR,
      to: (hour + 1) * HOUR,
      open: 1,
      persons: 2,
    }));
    expect(personsWithoutRest(hourly, 10 * HOUR, 11 * HOUR)).toEqual([4, 4, 4, 4, 4, 4, 4]);
  });
});

describe('a second reading, five minutes by five minutes', () => {
  const STEP = 300;
  const span = fc.record({
    day: fc.nat(6),
    from: fc.integer({ min: 6, max: 20 }),
    length: fc.integer({ min: 1, max: 6 }),
  });
  const anyWeek = fc.uniqueArray(span, { minLength: 1, maxLength: 6, selector: ({ day }) => day });
  const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const clock = (hour: number) => `${String(Math.min(24, hour)).padStart(2, '0')}:00`;
  const vacations = (spans: readonly { day: number; from: number; length: number }[]) =>
    spans.map(({ day, from, length }) => at(DAYS[day]!, clock(from), clock(from + length)));
  const anyRoster = fc.array(
    fc.tuple(
      fc.nat(6),
      fc.integer({ min: 6, max: 14 }),
      fc.integer({ min: 2, max: 10 }),
      fc.integer({ min: 1, max: 4 }),
    ),
    { maxLength: 12 },
  );

  /** Persons needed at a moment, from the words of the rule. */
  const neededAt = ({ devices }: Scenario, moment: number, perDevice: number, together: number): number => {
    const open = devices.filter(({ week }) =>
      week.some(
        ({ day, fromSeconds, toSeconds }) =>
          day * DAY + fromSeconds <= moment && moment < day * DAY + toSeconds,
      ),
    ).length;
    return open === 0 ? 0 : Math.max(perDevice * open, together);
  };

  it('finds the same days short of staff', () => {
    fc.assert(
      fc.property(
        anyWeek,
        anyWeek,
        anyWeek,
        anyWeek,
        anyRoster,
        fc.integer({ min: 1, max: 3 }),
        (a, b, c, d, lines, together) => {
          const base = departmentOf(vacations(a), vacations(b));
          const proposed = departmentOf(vacations(c), vacations(d));
          const rosters = lines.map(([day, from, length, persons]) =>
            roster(day, from, Math.min(24, from + length), persons),
          );
          const days = new Set<number>();
          for (let moment = 0; moment < 7 * DAY; moment += STEP) {
            const day = Math.floor(moment / DAY);
            const there = rosters
              .filter(
                (one) => one.day === day && one.fromSeconds <= moment % DAY && moment % DAY < one.toSeconds,
              )
              .reduce((sum, { persons }) => sum + persons, 0);
            const [was, will] = [base, proposed].map((one) => neededAt(one, moment, 1.5, together) - there);
            if (will! > Math.max(0, was!)) days.add(day);
          }
          const told = found(base, proposed, {
            rosters,
            perDevice: 1.5,
            together,
            shortestShiftSeconds: 0,
          }).map(({ day }) => day);
          expect(told).toEqual([...days]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
