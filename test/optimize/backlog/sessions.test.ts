import { describe, expect, it } from 'vitest';
import type { Scenario, Vacation } from '../../../src/model/scenario.ts';
import { roomFor, type SessionWeeks, withSessions } from '../../../src/optimize/backlog/sessions.ts';
import { complete, ON_CALL, PATIENTS, PROGRAMME, type Raw } from './scenario.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const NIGHT: Raw = { ...ON_CALL, to: '08:00' };
/** Working nights end as the programme begins; at the weekend the device is on call around the clock. */
const WEEK = [
  PROGRAMME,
  { ...NIGHT, days: 'mon-fri' },
  { days: 'sat-sun', from: '08:00', to: '08:00', type: 'on-call' },
];

const evenings = (scenario: Scenario) => roomFor(scenario, PATIENTS, ['evening'], null).places;
const added = (scenario: Scenario, count: number, weeks: SessionWeeks) =>
  withSessions(scenario, PATIENTS, evenings(scenario).slice(0, count), weeks);

/** Each time a device is open in the first weeks, from its completed week alone: seconds of the run, sorted. */
function openings(week: readonly Vacation[], weeks: number) {
  return Array.from({ length: weeks }, (_, at) =>
    week
      .filter(({ firstWeek, lastWeek }) => at >= firstWeek && (lastWeek === null || at <= lastWeek))
      .filter(({ firstWeek, everyWeeks }) => (at - firstWeek) % everyWeeks === 0)
      .map(({ day, fromSeconds, toSeconds, type }) => ({
        from: (7 * at + day) * DAY + fromSeconds,
        to: (7 * at + day) * DAY + toSeconds,
        type,
      })),
  )
    .flat()
    .sort((a, b) => a.from - b.from);
}

const overlapping = (week: readonly Vacation[], weeks: number) =>
  openings(week, weeks).filter((one, rank, all) => (all[rank + 1]?.from ?? one.to) < one.to);

describe('room for sessions', () => {
  it('is two hours after the programme of each working day, spread over the week first', () => {
    expect(evenings(complete({ week: WEEK })).map(({ day }) => day)).toEqual([1, 3, 0, 2, 4]);
    expect(evenings(complete({ week: WEEK }))[0]).toEqual({
      kind: 'evening',
      device: 'irm',
      day: 1,
      fromSeconds: 18 * HOUR,
      toSeconds: 20 * HOUR,
    });
  });

  it('is as long as asked, and no later than 23:00', () => {
    const { places } = roomFor(complete(), PATIENTS, ['evening'], 5);
    expect(places.every(({ toSeconds }) => toSeconds === 23 * HOUR)).toBe(true);
    const late = roomFor(complete(), PATIENTS, ['evening'], 5.5);
    expect(late.places).toEqual([]);
    expect(late.taken).toHaveLength(5);
    expect(late.taken.every(({ by }) => by === null)).toBe(true);
  });

  it('is not where the device is open, and says what is there', () => {
    const week = [PROGRAMME, { days: 'tue', from: '19:00', to: '21:00', type: 'maintenance' }];
    const { places, taken } = roomFor(complete({ week }), PATIENTS, ['evening'], null);
    expect(places.map(({ day }) => day)).toEqual([3, 0, 2, 4]);
    expect(taken.map(({ day, by }) => [day, by?.type])).toEqual([[1, 'maintenance']]);
  });

  it('is a Saturday morning where the device is closed then, else after its programme', () => {
    const saturday = (week: readonly Raw[]) =>
      roomFor(complete({ week }), PATIENTS, ['saturday'], null).places;
    const hours = (of: ReturnType<typeof saturday>) =>
      of.map((one) => [one.fromSeconds / HOUR, one.toSeconds / HOUR]);
    expect(hours(saturday([PROGRAMME]))).toEqual([[8, 12]]);
    expect(hours(saturday([PROGRAMME, { ...PROGRAMME, days: 'sat', to: '12:30' }]))).toEqual([[12.5, 16.5]]);
  });

  it('is not in the morning that a night on call still covers', () => {
    const week = [PROGRAMME, { days: 'fri', from: '18:00', to: '10:00', type: 'on-call' }];
    const { places, taken } = roomFor(complete({ week }), PATIENTS, ['saturday'], null);
    expect(places).toEqual([]);
    expect(taken[0]?.by?.type).toBe('on-call');
  });

  it('is on devices that may receive the patients only', () => {
    const other = { id: 'irm-2', site: 'ch', modality: 'mri', slots: { A: 30, H: 30 }, week: [PROGRAMME] };
    const first = { id: 'irm', site: 'ch', modality: 'mri', slots: { A: 30, H: 30 }, week: [PROGRAMME] };
    const scenario = complete(
      {},
      { devices: ['irm-2'] },
      {
        devices: [first, other],
        flows: [
          {
            id: 'a',
            site: 'ch',
            modality: 'mri',
            class: 'A',
            'per-week': 80,
            exams: { x: 1 },
            devices: ['irm-2'],
          },
          {
            id: 'b',
            site: 'ch',
            modality: 'mri',
            class: 'H',
            'per-week': 8,
            durations: 12,
            devices: ['irm'],
            owner: 'public',
            exams: { x: 1 },
          },
        ],
      },
    );
    expect(new Set(evenings(scenario).map(({ device }) => device))).toEqual(new Set(['irm-2']));
  });
});

describe('a scenario with sessions', () => {
  const base = complete({ week: WEEK });
  const weeks = { first: 3, last: 5 };

  it('is open two hours more on each of those days, in those weeks and no others', () => {
    const held = openings(added(base, 2, weeks).devices[0]!.week, 9).filter(
      ({ type }) => type === 'public-scheduled',
    );
    const before = openings(base.devices[0]!.week, 9).filter(({ type }) => type === 'public-scheduled');
    const more = held.filter(({ from }) => !before.some((one) => one.from === from));
    expect(more.map(({ from, to }) => [Math.floor(from / DAY), (to - from) / HOUR])).toEqual(
      [22, 24, 29, 31, 36, 38].map((day) => [day, 2]),
    );
  });

  it.each([
    ['for some weeks', { first: 3, last: 5 }],
    ['from the first week on', { first: 0, last: 2 }],
    ['for ever', { first: 2, last: null }],
  ])('never has two vacations at once (%s)', (_, span) => {
    expect(overlapping(base.devices[0]!.week, 9)).toEqual([]);
    expect(overlapping(added(base, 5, span).devices[0]!.week, 9)).toEqual([]);
  });

  it('is open or on call in as many seconds as before: on-call gives way, hour for hour', () => {
    const total = (scenario: Scenario) =>
      openings(scenario.devices[0]!.week, 9).reduce((sum, { from, to }) => sum + to - from, 0);
    expect(total(added(base, 5, weeks))).toBe(total(base));
  });

  it('leaves on-call of every other week alone in the weeks without sessions', () => {
    const week = [
      PROGRAMME,
      { ...NIGHT, days: 'tue', every: 2 },
      { ...NIGHT, days: 'tue', every: 2, 'first-week': 1, to: '06:00' },
    ];
    const alternate = complete({ week });
    const onCall = (scenario: Scenario) =>
      openings(scenario.devices[0]!.week, 9).filter(({ type }) => type === 'on-call');
    const changed = onCall(added(alternate, 1, { first: 2, last: 3 }));
    const hours = changed.map(({ from }) => (from % DAY) / HOUR);
    expect(hours).toEqual([18, 18, 20, 20, 18, 18, 18, 18, 18]);
    expect(changed.map(({ to }) => to)).toEqual(onCall(alternate).map(({ to }) => to));
  });

  it('has sessions like the vacations that receive the patients, for them alone and without reserve', () => {
    const week = [{ ...PROGRAMME, reserve: { A: 60 }, provides: ['radiologist'], 'late-start': 7 }];
    const [like, , , , , session] = added(complete({ week }), 1, { first: 0, last: null }).devices[0]!.week;
    const {
      day: _day,
      fromSeconds: _from,
      toSeconds: _to,
      classes: _classes,
      reserves: _reserves,
      ...rest
    } = like!;
    expect(session).toEqual({
      ...rest,
      day: 1,
      fromSeconds: 18 * HOUR,
      toSeconds: 20 * HOUR,
      classes: ['A'],
      reserves: [],
    });
  });

  it('is the same scenario without sessions', () => {
    expect(added(base, 0, weeks)).toBe(base);
  });

  it('changes nothing but the week of their devices', () => {
    const changed = added(base, 2, weeks);
    expect({ ...changed, devices: [] }).toEqual({ ...base, devices: [] });
    expect({ ...changed.devices[0], week: [] }).toEqual({ ...base.devices[0], week: [] });
  });
});
