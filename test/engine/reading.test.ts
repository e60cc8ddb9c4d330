/** Reports: sampled turnaround, or a queue of exams before radiologists with hours (rule M6), on days written by hand. */
import { describe, expect, it } from 'vitest';
import { comes, playDays, timeOf } from './hand-day.ts';
import { ALWAYS_OPEN, device, flow, type Played, play, type Raw, scenarioOf, vacation } from './play.ts';

type RawReading = NonNullable<Raw['sites'][number]['reading']>;
const open = { week: [ALWAYS_OPEN] };
const reads = (week: NonNullable<RawReading['week']>, minutes = 10): Partial<Raw> => ({
  sites: [{ id: 's', reading: { week, minutes: { ct: minutes } } }],
});
const MORNING = reads([{ days: 'mon-fri', from: '08:00', to: '12:00' }]);

/** When each report was ready, in that order, with the flow. */
const reports = ({ records }: Played): readonly string[] =>
  records
    .filter(({ reported }) => reported !== null)
    .sort((a, b) => a.reported! - b.reported!)
    .map(({ flow: id, reported }) => `${id} ${timeOf(reported!)}`);

describe('the reading queue', () => {
  it('an exam is read as soon as a radiologist is there', () => {
    expect(reports(playDays([comes('u', '08:30 for 15')], open, MORNING))).toEqual(['u 08:55']);
  });

  it('an exam of the night waits for the morning', () => {
    expect(reports(playDays([comes('u', '03:00 for 15')], open, MORNING))).toEqual(['u 08:10']);
  });

  it('an exam of Friday afternoon waits for Monday', () => {
    const played = playDays([comes('u', 'fri 15:00 for 15')], open, MORNING);
    expect(reports(played)).toEqual([]);
    expect(played.books[0]!.out.done).toBe(1);
  });

  it('one radiologist reads one exam at a time', () => {
    expect(reports(playDays([comes('u', '07:00 for 15, 07:20 for 15')], open, MORNING))).toEqual([
      'u 08:10',
      'u 08:20',
    ]);
  });

  it('two radiologists read two', () => {
    const two = reads([{ days: 'mon', from: '08:00', to: '12:00', readers: 2 }]);
    expect(reports(playDays([comes('u', '07:00 for 15, 07:20 for 15')], open, two))).toEqual([
      'u 08:10',
      'u 08:10',
    ]);
  });

  it('windows that overlap add up their radiologists', () => {
    const two = reads([
      { days: 'mon', from: '08:00', to: '12:00' },
      { days: 'mon', from: '07:00', to: '09:00' },
    ]);
    const played = playDays([comes('u', '07:45 for 10, 07:55 for 3, 07:58 for 1')], open, two);
    expect(reports(played)).toEqual(['u 08:05', 'u 08:10', 'u 08:15']);
  });

  it('reads by class, U, R, H, A, then by the end of the exam', () => {
    const flows = [
      comes('a', '01:00 for 10', { class: 'A' }),
      comes('h', '01:20 for 10', { class: 'H' }),
      comes('r', '01:40 for 10', { class: 'R' }),
      comes('u', '02:00 for 10, 02:20 for 10'),
    ];
    expect(reports(playDays(flows, open, MORNING))).toEqual([
      'u 08:10',
      'u 08:20',
      'r 08:30',
      'h 08:40',
      'a 08:50',
    ]);
  });

  it('reads by clinical priority within a class', () => {
    const flows = [comes('p4', '01:00 for 10'), comes('p1', '02:00 for 10', { priority: 'P1' })];
    expect(reports(playDays(flows, open, MORNING))).toEqual(['p1 08:10', 'p4 08:20']);
  });

  it('a reading begun is finished after hours, and no other is begun', () => {
    const flows = [comes('u', '11:40 for 15, 11:56 for 1')];
    expect(reports(playDays(flows, open, MORNING))).toEqual(['u 12:05', 'u tue 08:10']);
  });

  it('no reading begins the second the hours end', () => {
    const flows = [comes('u', '11:20 for 10, 11:30 for 20, 11:50 for 10')];
    const played = playDays(flows, open, reads([{ days: 'mon-fri', from: '08:00', to: '12:00' }], 30));
    expect(reports(played)).toEqual(['u 12:00', 'u tue 08:30', 'u tue 09:00']);
  });

  it('hours a week are spread over Monday to Friday from 08:00', () => {
    const forty = { sites: [{ id: 's', reading: { 'hours-per-week': 10, minutes: { ct: 60 } } }] };
    const flows = [comes('u', '01:00 for 10, 01:10 for 10, 01:20 for 10, sat 01:00 for 10')];
    expect(reports(playDays(flows, open, forty))).toEqual(['u 09:00', 'u 10:00', 'u tue 09:00']);
  });

  it('more slots without reading hours make reports wait longer', () => {
    const reading = reads([{ days: 'mon-fri', from: '08:00', to: '16:00' }], 12);
    const p50 = (perWeek: number) =>
      play(
        scenarioOf({
          ...reading,
          devices: [device({ week: [ALWAYS_OPEN] })],
          flows: [flow({ class: 'U', 'walk-in': true, 'per-week': perWeek, durations: 10 })],
        }),
        30,
      ).modality('s', 'ct').report.U.p50!;
    expect(p50(180)).toBeGreaterThan(p50(120));
  });
});

describe('a sampled turnaround', () => {
  it('follows the exam by the law of its class, walk-in or booked', () => {
    const sampled: Partial<Raw> = { sites: [{ id: 's', reports: { ct: { U: 90, A: 600 } } }] };
    const flows = [comes('u', '08:00 for 10'), comes('a', '09:00 for 10', { class: 'A' })];
    expect(reports(playDays(flows, open, sampled))).toEqual(['u 09:40', 'a 19:10']);
  });

  it('of a booked patient is that of the site where the exam is done, not of the one asked first', () => {
    const scenario = scenarioOf({
      sites: [
        { id: 's', reports: { ct: { A: 5000 } } },
        {
          id: 't',
          reading: {
            week: [{ days: 'mon-sun', from: '00:00', to: '24:00', readers: 3 }],
            minutes: { ct: 10 },
          },
        },
      ],
      devices: [device({ week: [vacation({ days: 'sun', to: '08:05' })] }), device({ id: 'e', site: 't' })],
      flows: [flow({ sites: ['s', 't'], horizon: 5 })],
    });
    const played = play(scenario, 6);
    const there = played.records.filter(({ site, reported }) => site === 't' && reported !== null);
    expect(there.length).toBeGreaterThan(50);
    for (const { roomOut, reported } of there) expect(reported! - roomOut!).toBe(600);
  });

  it('is not simulated where the site has no data', () => {
    const played = playDays([comes('u', '08:00 for 10')], open);
    expect(played.records.map(({ reported }) => reported)).toEqual([null]);
    expect(played.modality('s', 'ct').report.U).toEqual({ p20: null, p50: null, p80: null });
  });
});
