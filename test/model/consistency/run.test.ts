import { describe, expect, it } from 'vitest';
import {
  checkClosures,
  checkHolidays,
  checkReading,
  checkStart,
  checkWarmup,
} from '../../../src/model/consistency/run.ts';
import { device, flow, scenarioInput, told } from './scenario.ts';

describe('checkStart', () => {
  const from = (start: string) => checkStart(scenarioInput({ calendar: { start } }));

  it('accepts a Monday, and no date at all', () => {
    expect(from('2026-05-25')).toEqual([]);
    expect(checkStart(scenarioInput())).toEqual([]);
  });

  it('reports another day, with the Monday before', () => {
    const found = from('2026-05-27');
    expect(told(found)).toEqual(['error calendar-not-monday calendar.start']);
    expect(found[0]?.values.nearest).toBe('2026-05-25');
  });

  it('reports a date that does not exist', () => {
    expect(told(from('2026-02-30'))).toEqual(['error no-such-date calendar.start']);
  });
});

describe('checkHolidays', () => {
  it('accepts holidays with a start', () => {
    const calendar = { start: '2026-05-25', 'public-holidays': 'metropole', 'school-zone': 'C' };
    expect(checkHolidays(scenarioInput({ calendar }))).toEqual([]);
  });

  it('reports holidays without a start', () => {
    const calendar = { 'public-holidays': 'metropole', 'school-zone': 'C' };
    expect(told(checkHolidays(scenarioInput({ calendar })))).toEqual([
      'error holidays-without-start calendar.public-holidays',
      'error holidays-without-start calendar.school-zone',
    ]);
  });

  it('accepts no start when there are no holidays', () => {
    expect(checkHolidays(scenarioInput({ calendar: { 'public-holidays': 'none' } }))).toEqual([]);
  });

  it('warns of a school-holiday factor without a school zone', () => {
    const input = scenarioInput({ flows: [{ ...flow, 'school-holiday-factor': 0.8 }] });
    expect(told(checkHolidays(input))).toEqual([
      'warning holiday-factor-unused flows.0.school-holiday-factor',
    ]);
  });
});

describe('checkClosures', () => {
  const closing = (closure: object, start?: string) =>
    checkClosures(
      scenarioInput({
        calendar: { ...(start === undefined ? {} : { start }), closures: [{ days: 7, ...closure }] },
        devices: [device, { ...device, id: 'twin', count: 2 }],
      }),
    );

  it.each([[{ device: 'irm' }], [{ site: 'ch' }], [{ device: 'twin-2' }], [{ device: 'twin' }]])(
    'accepts %j',
    (named) => {
      expect(closing({ ...named, from: 14 })).toEqual([]);
    },
  );

  it('accepts a date within the run', () => {
    expect(closing({ device: 'irm', from: '2026-06-01' }, '2026-05-25')).toEqual([]);
  });

  it.each([[{}], [{ device: 'imr' }], [{ site: 'x' }]])('reports a closure of nothing: %j', (named) => {
    expect(told(closing({ ...named, from: 14 }))).toEqual([
      'error closure-names-nothing calendar.closures.0',
    ]);
  });

  it.each([
    [{ from: '2026-06-01' }, undefined, 'error closure-without-start'],
    [{ from: '2026-06-31' }, '2026-05-25', 'error no-such-date'],
    [{ from: '2036-06-01' }, '2026-05-25', 'warning closure-outside-run'],
    [{ from: 364 }, undefined, 'warning closure-outside-run'],
  ])('reports %j from %s', (closure, start, expected) => {
    expect(told(closing({ device: 'irm', ...closure }, start))).toEqual([
      `${expected} calendar.closures.0.from`,
    ]);
  });
});

describe('checkWarmup', () => {
  it('accepts half of the weeks, and a warm-up found by itself', () => {
    expect(checkWarmup(scenarioInput({ run: { weeks: 20, 'warmup-weeks': 10 } }))).toEqual([]);
    expect(checkWarmup(scenarioInput({ run: { weeks: 1, 'warmup-weeks': 'auto' } }))).toEqual([]);
  });

  it('reports more than half of the weeks', () => {
    const found = checkWarmup(scenarioInput({ run: { weeks: 20, 'warmup-weeks': 11 } }));
    expect(told(found)).toEqual(['error warmup-too-long run.warmup-weeks']);
    expect(found[0]?.values).toEqual({ weeks: 11, limit: 10 });
  });
});

describe('checkReading', () => {
  const site = (changes: object) => checkReading(scenarioInput({ sites: [{ id: 'ch', ...changes }] }));
  const window = { days: 'mon-fri', from: '08:00', to: '18:00' };

  it('accepts hours a week, or windows within the day', () => {
    expect(site({ reading: { 'hours-per-week': 40 } })).toEqual([]);
    expect(site({ reading: { week: [{ ...window, to: '24:00' }] } })).toEqual([]);
  });

  it('reports a window that ends before it starts', () => {
    expect(told(site({ reading: { week: [window, { ...window, to: '07:00' }] } }))).toEqual([
      'error reading-window-order sites.0.reading.week.1.to',
    ]);
  });

  it('reports hours given twice', () => {
    expect(told(site({ reading: { week: [window], 'hours-per-week': 40 } }))).toEqual([
      'error reading-hours-twice sites.0.reading.hours-per-week',
    ]);
  });

  it('warns of drawn report delays beside a reading queue', () => {
    expect(told(site({ reading: {}, reports: { mri: { A: 60 } } }))).toEqual([
      'warning reports-ignored sites.0.reports',
    ]);
  });
});
