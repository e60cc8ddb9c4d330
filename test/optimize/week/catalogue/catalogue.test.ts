/** Which changes of a week are found, how they are told, and that each alone keeps the rules on hours. */
import { describe, expect, it } from 'vitest';
import type { DayHours, WeekRules } from '../../../../src/model/rules/rules.ts';
import type { Scenario } from '../../../../src/model/scenario.ts';
import { catalogue } from '../../../../src/optimize/week/catalogue/catalogue.ts';
import { MOST_OPENINGS } from '../../../../src/optimize/week/catalogue/open.ts';
import { CHANGE_KINDS, type WeekChange } from '../../../../src/optimize/week/change.ts';
import { device, flow, scenarioOf, vacation } from '../../../engine/play.ts';
import { DEPARTMENTS, everyEffect, hospital, restricted, sharedMri } from '../support/departments.ts';
import { rulesOf } from '../support/rules.ts';

const HOUR = 3600;
const ids = (changes: readonly WeekChange[], start = ''): readonly string[] =>
  changes.map(({ id }) => id).filter((id) => id.startsWith(start));
const found = (scenario: Scenario, start = '', rules: Partial<WeekRules> = {}): readonly string[] =>
  ids(catalogue(scenario, rulesOf(rules)), start);
const span = (day: number, from: number, to: number): DayHours => ({
  day,
  fromSeconds: from * HOUR,
  toSeconds: to * HOUR,
});
const one = (scenario: Scenario, id: string): WeekChange => {
  const change = catalogue(scenario, rulesOf()).find((each) => each.id === id);
  if (change === undefined) throw new Error(`no change ${id}`);
  return change;
};
const weekAfter = (scenario: Scenario, id: string) => {
  const change = one(scenario, id);
  const [first] = change.devices;
  return change.apply(scenario, first!).devices.find((each) => each.id === first)!.week;
};

describe('the catalogue', () => {
  it('has each kind of change somewhere', () => {
    const kinds = new Set(
      DEPARTMENTS.flatMap(([, one]) => catalogue(one, rulesOf())).map(({ kind }) => kind),
    );
    expect([...kinds].sort()).toEqual([...CHANGE_KINDS].sort());
  });

  it.each(DEPARTMENTS)(
    'names each change of %s once, in letters that files and models take',
    (_, scenario) => {
      const all = found(scenario);
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((id) => !/^[\p{L}\p{N}_.:/@+-]+$/u.test(id))).toEqual([]);
    },
  );

  it.each(DEPARTMENTS)('is the same each time for %s', (_, scenario) => {
    expect(found(scenario)).toEqual(found(structuredClone(scenario)));
  });

  it.each(DEPARTMENTS)('holds no change of %s that changes nothing, on any of its devices', (_, scenario) => {
    const idle = catalogue(scenario, rulesOf()).filter(({ devices, apply }) =>
      (devices.length === 0 ? [''] : devices).some((each) => apply(scenario, each) === scenario),
    );
    expect(ids(idle)).toEqual([]);
  });

  it('is frozen, and so are the scenarios it gives', () => {
    const [first] = catalogue(hospital, rulesOf());
    expect([first, first!.label, first!.devices, first!.staff].every(Object.isFrozen)).toBe(true);
    expect(Object.isFrozen(first!.apply(hospital, 'irm').devices[1]!.week)).toBe(true);
  });

  it('reads as a planner would say it', async () => {
    const lines = catalogue(hospital, rulesOf()).map(
      ({ id, label }) => `${id}\n  ${label.en}\n  ${label.fr}`,
    );
    const others = [...catalogue(sharedMri, rulesOf()), ...catalogue(restricted, rulesOf())].filter(
      ({ kind, id }) => kind === 'content' || kind === 'reading' || id.includes('@') || id.includes('U_'),
    );
    const text = [...lines, ...others.map(({ id, label }) => `${id}\n  ${label.en}\n  ${label.fr}`)];
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('__snapshots__/sentences.txt');
  });

  it('of the reference hospital takes less than 200 ms of processor', () => {
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      catalogue(hospital, rulesOf());
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(200);
  });

  it('is empty for a site without demand or with everything frozen', () => {
    const frozen = hospital.devices.map(({ id }) => ({ device: id, day: null, hours: null }));
    expect(found(hospital, '', { frozen })).toEqual([]);
    expect(found({ ...hospital, flows: [] }, 'open')).toEqual([]);
  });
});

describe('a session that may be opened', () => {
  it('lies within the hours of opening, outside closed hours, between the shortest and the longest, where nothing is', () => {
    const closed = [
      { ...span(1, 19, 20), device: 'irm', why: 'cleaning' },
      { ...span(5, 10, 11), device: null, why: 'power' },
    ];
    const rules = rulesOf({ closed });
    for (const [name, scenario] of DEPARTMENTS)
      for (const { id, kind, hours, devices } of catalogue(scenario, rules)) {
        if (kind !== 'open') continue;
        const { day, fromSeconds, toSeconds } = hours!;
        const where = `${name} ${id}`;
        const meets = (other: { fromSeconds: number; toSeconds: number }) =>
          other.fromSeconds < toSeconds && other.toSeconds > fromSeconds;
        const window = rules.opening.find((each) => each.day === day);
        expect(
          window !== undefined && window.fromSeconds <= fromSeconds && window.toSeconds >= toSeconds,
          where,
        ).toBe(true);
        expect(toSeconds - fromSeconds, where).toBeGreaterThanOrEqual(2 * HOUR);
        expect(toSeconds - fromSeconds, where).toBeLessThanOrEqual(4 * HOUR);
        const barred = closed.filter(
          (each) => each.day === day && (each.device ?? devices[0]) === devices[0],
        );
        expect(barred.filter(meets), where).toEqual([]);
        const there = scenario.devices
          .find((each) => each.id === devices[0])!
          .week.filter((each) => each.day === day && each.type !== 'on-call' && meets(each));
        expect(there, where).toEqual([]);
      }
  });

  it('begins where the programme ends, off the grid too, before those that stand alone', () => {
    const openings = found(hospital, 'open/scanner/mon');
    expect(openings.slice(0, 2)).toEqual(['open/scanner/mon/1074-1194/A', 'open/scanner/mon/1074-1194/A+H']);
    expect(openings).toContain('open/scanner/mon/1110-1230/A');
    const all = found(hospital, 'open/scanner');
    expect(all.indexOf('open/scanner/fri/1074-1254/A')).toBeLessThan(
      all.indexOf('open/scanner/mon/1110-1230/A'),
    );
  });

  it('never leaves a few minutes between itself and the programme', () => {
    expect(found(hospital, 'open/scanner/mon/1080')).toEqual([]);
  });

  it('ends where the programme begins', () => {
    const opening = [span(0, 4, 8)];
    expect(found(hospital, 'open/irm', { opening })).toContain('open/irm/mon/360-480/A');
  });

  it('is alike the nearest session of the day, for ambulatory patients alone and on-call giving way', () => {
    const week = weekAfter(hospital, 'open/scanner/tue/1074-1194/A');
    const [session, onCall] = week.filter((each) => each.day === 1 && each.fromSeconds >= 1074 * 60);
    expect(session).toMatchObject({
      type: 'public-scheduled',
      toSeconds: 1194 * 60,
      classes: ['A'],
      reserves: [],
      inserted: ['H', 'R', 'U'],
    });
    expect(onCall).toMatchObject({ type: 'on-call', fromSeconds: 1194 * 60, toSeconds: 24 * HOUR });
  });

  it('keeps minutes for inpatients in proportion when they may book it', () => {
    const session = weekAfter(hospital, 'open/scanner/tue/1074-1194/A+H').find(
      ({ day, fromSeconds }) => day === 1 && fromSeconds === 1074 * 60,
    );
    // 200 minutes of 564, in 120: 42.6, on the grid.
    expect(session!.reserves.map(({ seconds }) => seconds / 60)).toEqual([45]);
    expect(session!.classes).toContain('H');
  });

  it('is like the sessions of its day before those of other days', () => {
    const opening = [span(5, 8, 16)];
    const change = catalogue(hospital, rulesOf({ opening })).find(
      ({ id }) => id === 'open/irm/sat/750-870/A+H',
    )!;
    const session = change.apply(hospital, 'irm').devices[0]!.week.at(-1)!;
    // Saturdays keep nothing for inpatients; working days do.
    expect([session.fromSeconds / 60, session.reserves]).toEqual([750, []]);
  });

  it('may be of any owner with patients there', () => {
    const openings = found(sharedMri, 'open/irm/mon');
    expect(openings).toContain('open/irm/mon/1140-1260/A@cabinet');
    expect(openings).toContain('open/irm/mon/1140-1260/A+H');
    expect(weekAfter(sharedMri, 'open/irm/mon/1140-1260/A@cabinet').at(2)).toMatchObject({
      owner: 'cabinet',
      type: 'liberal',
      exams: null,
    });
  });

  it('is not offered in such numbers that a model could not hold them', () => {
    const opening = [0, 1, 2, 3, 4, 5, 6].map((day) => span(day, 0, 24));
    for (const [, scenario] of DEPARTMENTS) {
      const openings = found(scenario, 'open', { opening });
      for (const { id } of scenario.devices)
        expect(openings.filter((one) => one.startsWith(`open/${id}/`)).length, id).toBeLessThanOrEqual(
          MOST_OPENINGS,
        );
    }
  });

  it('on an empty day begins on the hour, and at both ends', () => {
    const opening = [span(6, 7.5, 20.5)];
    const starts = new Set(
      found(hospital, 'open/irm/sun', { opening })
        .filter((id) => id.endsWith('/A'))
        .map((id) => Number(id.split('/')[3]!.split('-')[0]) / 60),
    );
    expect([...starts].sort((a, b) => a - b)).toEqual([
      7.5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 16.5, 17, 17.5, 18, 18.5,
    ]);
  });

  it('has no room in the week of a device that books no ambulatory patient', () => {
    const emergencies = scenarioOf({
      devices: [device({ week: [vacation({ type: 'emergency' })] })],
      flows: [flow({ class: 'U', 'walk-in': true })],
    });
    expect(found(emergencies)).toEqual([]);
  });
});

describe('a session that may be closed', () => {
  it('is closed whole, or its first or last two hours', () => {
    expect(found(hospital, 'close/irm/sat')).toEqual([
      'close/irm/sat/480-750/all',
      'close/irm/sat/480-600/start',
      'close/irm/sat/630-750/end',
    ]);
  });

  it('leaves its hours to the on-call around, and the rest as it was', () => {
    const monday = weekAfter(hospital, 'close/scanner/mon/954-1074/end').filter(({ day }) => day === 0);
    expect(
      monday.map(({ type, fromSeconds, toSeconds }) => [type, fromSeconds / 60, toSeconds / 60]),
    ).toEqual([
      ['on-call', 0, 510],
      ['public-scheduled', 510, 954],
      ['on-call', 954, 1074],
      ['on-call', 1074, 1440],
    ]);
    expect(monday.map(({ callIn }) => callIn === null)).toEqual([false, true, true, true]);
  });

  it('begins later when its start is closed, on-call from home going on', () => {
    const monday = weekAfter(hospital, 'close/scanner/mon/510-630/start').filter(({ day }) => day === 0);
    expect(monday[1]).toMatchObject({ type: 'on-call', fromSeconds: 510 * 60, toSeconds: 630 * 60 });
    expect(monday[1]!.callIn).not.toBeNull();
    expect(monday[2]).toMatchObject({ type: 'public-scheduled', fromSeconds: 630 * 60 });
  });

  it('is simply closed where there is no on-call', () => {
    const week = weekAfter(hospital, 'close/irm/sat/480-750/all');
    expect(week.some(({ day }) => day === 5)).toBe(false);
    expect(one(hospital, 'close/irm/sat/480-750/all').label.en).not.toContain('on-call');
  });

  it('is neither on-call, nor every few weeks, nor research, nor without appointments', () => {
    const closed = new Set(
      catalogue(everyEffect, rulesOf())
        .filter(({ kind }) => kind === 'close')
        .map(({ group }) => group),
    );
    expect([...closed].filter((group) => group!.includes('scanner-jour'))).toHaveLength(5);
    expect([...closed].filter((group) => group!.includes('irm-sud'))).toHaveLength(5);
    expect([...closed].filter((group) => group!.includes('irm-nord/sat'))).toEqual([]);
  });

  it('is not the last one that some patients may be booked in', () => {
    const scenario = scenarioOf({
      devices: [
        device({ week: [vacation({ days: 'mon' }), vacation({ days: 'tue', accepts: { classes: ['A'] } })] }),
      ],
      flows: [flow(), flow({ id: 'h', class: 'H' })],
    });
    expect(found(scenario, 'close').filter((id) => id.endsWith('all'))).toEqual(['close/d/tue/480-720/all']);
  });
});

describe('who may use a session', () => {
  it('is opened to all exams, a day at a time', () => {
    expect(
      weekAfter(sharedMri, 'content/irm/fri/780-1140/exams').filter(({ exams }) => exams !== null),
    ).toEqual([]);
  });

  it('is opened to all classes', () => {
    const week = weekAfter(restricted, 'content/irm/wed/1020-1200/classes');
    expect(week.filter(({ classes }) => classes.includes('H')).length).toBe(6);
  });

  it('passes to another owner of the device, with the minutes kept in that owner’s sessions', () => {
    const monday = weekAfter(sharedMri, 'content/irm/mon/450-780/owner:public').filter(
      ({ day }) => day === 0,
    );
    expect(monday[0]).toMatchObject({
      owner: 'public',
      type: 'public-scheduled',
      fromSeconds: 7.5 * HOUR,
      toSeconds: 13 * HOUR,
    });
    // 70 minutes of 360, in 330.
    expect(monday[0]!.reserves.map(({ seconds }) => seconds / 60)).toEqual([65]);
  });
});

describe('rules of booking', () => {
  it('keep other minutes for inpatients on the 5-minute grid, none more than a session has', () => {
    const kept = weekAfter(hospital, 'reserve/irm/H_x0.75').flatMap(({ reserves }) => reserves);
    expect(new Set(kept.map(({ seconds }) => seconds / 60))).toEqual(new Set([80]));
  });

  it('keep no minute, or two places more a day, for emergencies', () => {
    const minutes = (id: string) =>
      weekAfter(restricted, id)[0]!.reserves.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
    expect([minutes('reserve/irm/U_0'), minutes('reserve/irm/U_2')]).toEqual([0, 80]);
  });

  it('are released on other days than now', () => {
    expect(found(hospital, 'release/irm')).toEqual(['release/irm/0', 'release/irm/2', 'release/irm/3']);
  });

  it('take slots by department, and of no department with a frozen device', () => {
    expect(found(everyEffect, 'slots')).toContain('slots/nord/ct/real-durations');
    const frozen = [{ device: 'scanner-jour', day: 6, hours: null }];
    expect(found(everyEffect, 'slots', { frozen })).not.toContain('slots/nord/ct/real-durations');
    expect(found(everyEffect, 'slots', { frozen })).toContain('slots/irm-nord/real-durations');
  });

  it('take no slots that a frozen device of another site would have to know, for patients passed on', () => {
    const frozen = [{ device: 'scanner-nord-1', day: null, hours: null }];
    expect(found(everyEffect, 'slots')).toContain('slots/scanner-sud/real-durations');
    expect(found(everyEffect, 'slots', { frozen })).not.toContain('slots/scanner-sud/real-durations');
  });
});

describe('reading hours', () => {
  it('are not added where somebody reads already', () => {
    const [site] = sharedMri.sites;
    const window = { day: 0, fromSeconds: 15 * HOUR, toSeconds: 16 * HOUR, readers: 1 };
    const reading = { ...site!.reading!, windows: [...site!.reading!.windows, window] };
    const later = found({ ...sharedMri, sites: [{ ...site!, reading }] }, 'reading/gie/mon');
    expect(later).toEqual(['reading/gie/mon/1260-1380']);
  });

  it('are two more where nobody reads, of sites that say who reads', () => {
    expect(found(sharedMri, 'reading').slice(0, 2)).toEqual([
      'reading/gie/mon/870-990',
      'reading/gie/mon/1260-1380',
    ]);
    expect(found(hospital, 'reading')).toEqual([]);
    const change = one(sharedMri, 'reading/gie/mon/870-990');
    const windows = change.apply(sharedMri, '').sites[0]!.reading!.windows;
    expect(windows.at(-1)).toEqual({ day: 0, fromSeconds: 14.5 * HOUR, toSeconds: 16.5 * HOUR, readers: 1 });
  });
});
