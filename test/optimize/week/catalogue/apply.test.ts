/** Sets of changes done together: weeks stay sound, in any order the same, and take what their changes take. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../../src/engine/compile.ts';
import type { Freeze } from '../../../../src/model/rules/rules.ts';
import type { Scenario } from '../../../../src/model/scenario.ts';
import { applyPicks, placements } from '../../../../src/optimize/week/catalogue/apply.ts';
import { catalogue } from '../../../../src/optimize/week/catalogue/catalogue.ts';
import { conflictsOf } from '../../../../src/optimize/week/catalogue/clashes.ts';
import { keyOf, type Pick, type WeekChange } from '../../../../src/optimize/week/change.ts';
import { verifyWeek } from '../../../../src/optimize/week/verify.ts';
import { booksGap } from '../../../../src/stats/books.ts';
import { play } from '../../../engine/play.ts';
import { weekFlaws } from '../../levers/week-flaws.ts';
import { alikeMris, DEPARTMENTS, hospital } from '../support/departments.ts';
import { allowed, anyPicks, hoursOf, minutesOf } from '../support/picks.ts';
import { rulesOf } from '../support/rules.ts';

const RUNS = { numRuns: 60 };
const LARGE = DEPARTMENTS.map(([name, scenario]) => {
  const changes = catalogue(scenario, rulesOf());
  return { name, scenario, changes, exclusions: conflictsOf(changes, scenario) };
});
const named = (changes: readonly WeekChange[], id: string, times = 1): Pick => {
  const change = changes.find((one) => one.id === id);
  if (change === undefined) throw new Error(`no change ${id}`);
  return { change, times };
};

describe.each(LARGE)('changes of $name', ({ scenario, changes, exclusions }) => {
  it('done in any number, excluding each other or not, leave a week without a flaw', () => {
    fc.assert(
      fc.property(anyPicks(changes, 12), (picks) => {
        expect(weekFlaws(applyPicks(scenario, picks))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('give the same scenario in any order', () => {
    fc.assert(
      fc.property(
        anyPicks(changes).chain((picks) =>
          fc.tuple(fc.constant(picks), fc.shuffledSubarray([...picks], { minLength: picks.length })),
        ),
        ([picks, shuffled]) => {
          expect(applyPicks(scenario, shuffled)).toEqual(applyPicks(scenario, picks));
          expect(keyOf(shuffled)).toBe(keyOf(picks));
        },
      ),
      RUNS,
    );
  });

  it('take the hours and the staff by which the weeks differ', () => {
    const before = hoursOf(scenario);
    fc.assert(
      fc.property(anyPicks(changes), (any) => {
        const picks = allowed(any, exclusions);
        const after = hoursOf(applyPicks(scenario, picks));
        const sum = (of: (change: WeekChange) => number) =>
          picks.reduce((total, { change, times }) => total + times * of(change), 0);
        // An hour a week at the desk, which no week shows, keeps slots right.
        const desk = picks.filter(({ change }) => change.kind === 'slots').length;
        expect(sum(({ openedHours }) => openedHours)).toBeCloseTo(after.opened - before.opened, 6);
        expect(sum(({ staff }) => staff.technologist)).toBeCloseTo(
          after.technologist - before.technologist,
          1,
        );
        expect(sum(({ staff }) => staff.radiologist)).toBeCloseTo(after.radiologist - before.radiologist, 1);
        expect(sum(({ staff }) => staff.secretary) - desk).toBeCloseTo(after.secretary - before.secretary, 1);
      }),
      RUNS,
    );
  });

  it('are all done, as often as asked, where none excludes another', () => {
    fc.assert(
      fc.property(anyPicks(changes, 16), (any) => {
        const picks = allowed(any, exclusions);
        const done = new Map(placements(picks).map(({ change, devices }) => [change.id, devices]));
        for (const { change, times } of picks) {
          if (change.devices.length === 0) expect(done.has(change.id)).toBe(true);
          else expect(new Set(done.get(change.id)).size).toBe(times);
        }
      }),
      RUNS,
    );
  });

  it('leave every exam of every flow a session to be booked in', () => {
    const mayBook = (after: Scenario) =>
      after.flows
        .filter(({ walkIn }) => !walkIn)
        .flatMap((flow) =>
          flow.exams.flatMap(({ id }) =>
            flow.sites.map((site) =>
              after.devices.some(
                (device) =>
                  device.site === site &&
                  device.modality === flow.modality &&
                  device.week.some(
                    (one) =>
                      one.owner === flow.owner &&
                      one.classes.includes(flow.class) &&
                      (one.exams === null || one.exams.includes(id)),
                  ),
              ),
            ),
          ),
        );
    const closing = changes.filter(({ kind }) => kind === 'close' || kind === 'content');
    fc.assert(
      fc.property(anyPicks(closing, 40), (any) => {
        expect(mayBook(applyPicks(scenario, allowed(any, exclusions)))).not.toContain(false);
      }),
      RUNS,
    );
  });

  it('break no rule on hours, as the verifier of weeks sees it', () => {
    const rules = rulesOf({ addedHours: null });
    fc.assert(
      fc.property(anyPicks(changes, 12), (picks) => {
        expect(verifyWeek(scenario, applyPicks(scenario, picks), rules).broken).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('make a scenario the simulator compiles', () => {
    fc.assert(
      fc.property(anyPicks(changes, 12), (picks) => {
        expect(() => compileScenario(applyPicks(scenario, picks), 4)).not.toThrow();
      }),
      { numRuns: 10 },
    );
  });
});

describe('frozen hours', () => {
  const frozen: readonly Freeze[] = [
    { device: 'irm', day: 1, hours: null },
    { device: 'irm', day: 2, hours: { fromSeconds: 8 * 3600, toSeconds: 12 * 3600 } },
    { device: 'scanner', day: null, hours: { fromSeconds: 19 * 3600, toSeconds: 20 * 3600 } },
    { device: 'irm-nord', day: 4, hours: null },
    { device: 'scanner-nord-1', day: null, hours: null },
    { device: 'irm-1', day: 0, hours: null },
  ];
  const isFrozen = (device: string) => (at: number) =>
    frozen.some(
      (one) =>
        one.device === device &&
        (one.day ?? Math.floor(at / 86_400)) === Math.floor(at / 86_400) &&
        at % 86_400 >= (one.hours?.fromSeconds ?? 0) &&
        at % 86_400 < (one.hours?.toSeconds ?? 86_400),
    );

  it.each(DEPARTMENTS)('of %s stay minute by minute what they are', (_, scenario) => {
    const rules = rulesOf({ addedHours: null, frozen });
    const changes = catalogue(scenario, rules);
    fc.assert(
      fc.property(anyPicks(changes, 12), (picks) => {
        const after = applyPicks(scenario, picks);
        scenario.devices.forEach((device, rank) => {
          if (!frozen.some((one) => one.device === device.id)) return;
          const of = ({ week }: typeof device) => minutesOf(week, isFrozen(device.id));
          expect(of(after.devices[rank]!)).toEqual(of(device));
        });
        expect(verifyWeek(scenario, after, rules).broken).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('would be seen to change', () => {
    const { week } = hospital.devices[0]!;
    const shorter = week.map((one) => (one.day === 1 ? { ...one, reserves: [] } : one));
    expect(minutesOf(shorter, isFrozen('irm'))).not.toEqual(minutesOf(week, isFrozen('irm')));
  });
});

describe('no change', () => {
  it('is the very same scenario', () => {
    expect(applyPicks(hospital, [])).toBe(hospital);
    const { changes } = LARGE[0]!;
    expect(applyPicks(hospital, [{ change: changes[0]!, times: 0 }])).toBe(hospital);
  });
});

describe('a change that can no longer be done', () => {
  const { changes } = LARGE[0]!;

  it('leaves the scenario the very same', () => {
    for (const id of ['open/irm/mon/1110-1230/A', 'close/irm/mon/480-1110/all', 'reserve/irm/H_x0.5']) {
      const { change } = named(changes, id);
      const emptied = { ...hospital, devices: hospital.devices.map((one) => ({ ...one, week: [] })) };
      expect(change.apply(hospital, 'no such device')).toBe(hospital);
      if (change.kind !== 'open') expect(change.apply(emptied, 'irm')).toBe(emptied);
    }
    const { change } = named(changes, 'open/irm/mon/1110-1230/A');
    const done = change.apply(hospital, 'irm');
    expect(change.apply(done, 'irm')).toBe(done);
  });
});

it('sessions come first, then minutes kept in all of them, slots last, in whatever order they are picked', () => {
  const { scenario, changes } = LARGE[1]!;
  const picks = [
    named(changes, 'slots/irm/real-durations'),
    named(changes, 'reserve/irm/H_x0.5'),
    named(changes, 'content/irm/mon/450-780/owner:public'),
    named(changes, 'open/irm/fri/1140-1260/A+H'),
  ];
  const inTurn = picks.toReversed().reduce((now, { change }) => change.apply(now, 'irm'), scenario);
  expect(applyPicks(scenario, picks)).toEqual(inTurn);
  expect(applyPicks(scenario, picks)).not.toEqual(
    picks.reduce((now, { change }) => change.apply(now, 'irm'), scenario),
  );
});

it('a session is opened whole or not at all', () => {
  const { changes } = LARGE[0]!;
  const shorter = named(changes, 'open/irm/mon/1110-1230/A').change.apply(hospital, 'irm');
  expect(named(changes, 'open/irm/mon/1110-1260/A').change.apply(shorter, 'irm')).toBe(shorter);
});

describe('changes on alike devices', () => {
  const scenario = alikeMris(2);
  const changes = catalogue(scenario, rulesOf());
  const early = named(changes, 'open/irm-1+1/mon/1080-1200/A');
  const late = named(changes, 'open/irm-1+1/mon/1140-1260/A');

  it('that overlap are done on one each', () => {
    expect(placements([late, early]).map(({ devices }) => devices)).toEqual([['irm-1'], ['irm-2']]);
  });

  it('that touch are done on one each, so that none outgrows the longest', () => {
    const after = named(changes, 'open/irm-1+1/tue/1080-1200/A');
    const narrow = catalogue(
      scenario,
      rulesOf({ opening: [{ day: 1, fromSeconds: 18 * 3600, toSeconds: 24 * 3600 }] }),
    );
    const next = named(narrow, 'open/irm-1+1/tue/1200-1320/A');
    expect(placements([after, next]).map(({ devices }) => devices)).toEqual([['irm-1'], ['irm-2']]);
  });

  it('that are done twice are done on both', () => {
    expect(placements([{ ...early, times: 2 }])[0]!.devices).toEqual(['irm-1', 'irm-2']);
    const { devices } = applyPicks(scenario, [{ ...early, times: 2 }]);
    expect(devices.map(({ week }) => week.length)).toEqual(
      scenario.devices.map(({ week }) => week.length + 1),
    );
  });

  it('that choose the same rule are done on one each', () => {
    const [less, more] = ['H_x0.5', 'H_x1.5'].map((level) => named(changes, `reserve/irm-1+1/${level}`));
    const { devices } = applyPicks(scenario, [more!, less!]);
    expect(devices.map(({ week }) => week[0]!.reserves[0]!.seconds / 60)).toEqual([30, 90]);
  });

  it('that are more than the devices are left out, the later in order', () => {
    const done = placements([{ ...early, times: 2 }, late]);
    expect(done.map(({ change }) => change.id)).toEqual([early.change.id]);
  });
});

it('on-call that takes over gives way to what is opened beside it', () => {
  const { changes } = LARGE[0]!;
  const picks = [
    named(changes, 'open/scanner/mon/1074-1194/A'),
    named(changes, 'close/scanner/mon/510-630/start'),
  ];
  const monday = applyPicks(hospital, picks).devices[1]!.week.filter(({ day }) => day === 0);
  expect(monday.map(({ type, fromSeconds }) => `${type} ${fromSeconds / 60}`)).toEqual([
    'on-call 0',
    'on-call 510',
    'public-scheduled 630',
    'public-scheduled 1074',
    'on-call 1194',
  ]);
});

it('a week of every kind of change is simulated, its books closed', () => {
  const { scenario, changes, exclusions } = LARGE[2]!;
  const one = (kind: string, rank: number) => ({
    change: changes.filter((each) => each.kind === kind)[rank]!,
    times: 1,
  });
  const picks = allowed(
    [
      one('open', 3),
      one('close', 5),
      one('content', 0),
      one('reserve', 1),
      one('release', 2),
      one('slots', 0),
      one('reading', 1),
    ],
    exclusions,
  );
  expect(picks).toHaveLength(7);
  const { books } = play(applyPicks(scenario, picks), 6);
  expect(books.map(booksGap).filter((gap) => gap !== 0)).toEqual([]);
  expect(books.reduce((sum, { out }) => sum + out.done, 0)).toBeGreaterThan(500);
});
