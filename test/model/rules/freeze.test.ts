import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezesOf, parseFreeze } from '../../../src/model/rules/freeze.ts';

const HOUR = 3600;

describe('parseFreeze', () => {
  it.each([
    ['irm', 'irm', null, null],
    [' irm-1 : tue ', 'irm-1', [1], null],
    ['irm:mardi', 'irm', [1], null],
    ['irm:mar.', 'irm', [1], null],
    ['irm:lun-mer', 'irm', [0, 1, 2], null],
    ['irm:tue:08:00-12:00', 'irm', [1], [8, 12]],
    ['irm:tue:8h30–12h', 'irm', [1], [8.5, 12]],
    ['irm::18:00-24:00', 'irm', null, [18, 24]],
  ])('reads %s', (text, device, days, hours) => {
    expect(parseFreeze(text)).toEqual({
      device,
      days,
      hours: hours === null ? null : { fromSeconds: hours[0]! * HOUR, toSeconds: hours[1]! * HOUR },
    });
  });

  it.each([
    ['', 'form', '', ''],
    [':tue', 'form', ':tue', ''],
    ['irm:', 'form', 'irm:', 'irm'],
    ['two words', 'form', 'two words', ''],
    ['irm:ludni', 'days', 'ludni', 'lundi'],
    ['irm:tue:8-', 'hours', '8-', ''],
    ['irm:tue:12:00-08:00', 'hours', '12:00-08:00', ''],
    ['irm:tue:08:00-08:00', 'hours', '08:00-08:00', ''],
    ['irm:tue:08:00-12:00-14:00', 'hours', '08:00-12:00-14:00', ''],
    ['irm:tue:22:00-26:00', 'hours', '22:00-26:00', ''],
  ])('tells what is wrong with “%s”', (text, fault, value, nearest) => {
    expect(parseFreeze(text)).toEqual({ fault, value, nearest });
  });

  it('never throws, and reads no device out of nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const read = parseFreeze(text);
        expect('fault' in read || read.device.trim() !== '').toBe(true);
      }),
    );
  });

  it('becomes one line of the rules a day', () => {
    const hours = { fromSeconds: 0, toSeconds: HOUR };
    expect(freezesOf({ device: 'irm', days: [5, 6], hours })).toEqual([
      { device: 'irm', day: 5, hours },
      { device: 'irm', day: 6, hours },
    ]);
    expect(freezesOf({ device: 'irm', days: null, hours: null })).toEqual([
      { device: 'irm', day: null, hours: null },
    ]);
  });
});
