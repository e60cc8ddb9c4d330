/** The booking diary: places, reserves, release, lists, overbooking (rules M3.1 to M3.4, M3.8). */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/engine/compile.ts';
import { Diary } from '../../src/engine/diary.ts';
import { Patients } from '../../src/engine/patients.ts';
import { device, flow, type Raw, type RawDevice, type RawFlow, scenarioOf, vacation } from './play.ts';

const DAY = 86_400;
const HORIZON = 20;

/** A diary opened on day 0, with what is needed to book in it as the flows `a`, `h`, … do. */
class Desk {
  readonly plan;
  readonly site;
  readonly diary;
  readonly patients = new Patients();
  readonly booked: number[] = [];
  today = 0;

  constructor(devices: readonly RawDevice[], flows: readonly RawFlow[] = [flow()]) {
    const scenario = scenarioOf({
      devices: [...devices],
      flows: flows.map((one) => ({ horizon: HORIZON, ...one })),
    });
    this.plan = compileScenario(scenario, 20);
    this.site = this.plan.islands[0]!.sites[0]!;
    this.diary = new Diary(this.site, this.plan, HORIZON, flows.length);
    this.diary.openDay(0);
  }

  searcher(id: string): number {
    return this.plan.islands[0]!.flows.findIndex((one) => one.flow.id === id);
  }

  rule(id: string) {
    return this.plan.islands[0]!.routes[this.searcher(id)]!.rules[0]!;
  }

  /** Books the earliest place from tomorrow on; returns it as `day HH:MM`, or null. */
  book(id = 'a', fromDay = this.today + 1, now = this.today * DAY): string | null {
    if (!this.diary.find(this.rule(id), fromDay, this.today + HORIZON, now)) return null;
    this.bookFound(id);
    return this.shown();
  }

  /** Books the place found last for a new patient. */
  bookFound(id: string): void {
    const patient = this.patients.take();
    this.booked.push(patient);
    this.diary.bookFound(patient, this.rule(id), this.patients);
  }

  /** The n-th patient booked leaves, 0 the first. */
  leave(n: number, reuse: boolean): void {
    this.diary.leave(this.booked[n]!, reuse, this.patients);
  }

  /** The place found last. */
  shown(): string {
    const { foundStart, foundDay } = this.diary;
    const minutes = (foundStart - foundDay * DAY) / 60;
    const two = (n: number) => String(n).padStart(2, '0');
    return `${foundDay} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }

  tomorrow(): void {
    this.today++;
    this.diary.openDay(this.today);
  }
}

const TUESDAY = { week: [vacation({ days: 'tue', to: '09:00' })] };
const times = <T>(n: number, of: () => T): T[] => Array.from({ length: n }, of);

describe('places', () => {
  it('are booked one after the other, then in the next vacation', () => {
    const desk = new Desk([device(TUESDAY)]);
    expect(times(4, () => desk.book())).toEqual(['1 08:00', '1 08:20', '1 08:40', '8 08:00']);
  });

  it('start on a grid of 5 minutes, a slot being rounded up to it', () => {
    const desk = new Desk([device({ ...TUESDAY, slots: { A: 17 } })]);
    expect(times(3, () => desk.book())).toEqual(['1 08:00', '1 08:20', '1 08:40']);
  });

  it('of several devices are taken by the earliest start', () => {
    const later = device({ id: 'e', week: [vacation({ days: 'tue', from: '08:10', to: '09:00' })] });
    const desk = new Desk([device(TUESDAY), later]);
    expect(times(4, () => desk.book())).toEqual(['1 08:00', '1 08:10', '1 08:20', '1 08:30']);
  });

  it('of today are those after the request', () => {
    const desk = new Desk([device({ week: [vacation({ days: 'mon', to: '09:00' })] })]);
    expect(desk.book('a', 0, 8 * 3600 + 1)).toBe('0 08:05');
  });

  it('are refused beyond the horizon', () => {
    const desk = new Desk([device(TUESDAY)]);
    expect(times(10, () => desk.book()).at(-1)).toBeNull();
  });

  it('long enough are looked for among those left free', () => {
    const flows = [flow(), flow({ id: 'h', class: 'H' })];
    const desk = new Desk([device({ ...TUESDAY, slots: { A: 10, H: 30 } })], flows);
    const patients = times(3, () => {
      desk.book();
      return desk.patients;
    });
    expect(patients.length).toBe(3);
    desk.leave(0, true);
    desk.leave(1, true);
    expect([desk.book('h'), desk.book('a'), desk.book('a'), desk.book('a')]).toEqual([
      '1 08:30',
      '1 08:00',
      '1 08:10',
      '8 08:00',
    ]);
  });

  it('of a list are its times, one patient each, two where a time is listed twice', () => {
    const week = [vacation({ days: 'tue', appointments: [0, 0, 15, 35] })];
    const desk = new Desk([device({ week })]);
    expect(times(5, () => desk.book())).toEqual(['1 08:00', '1 08:00', '1 08:15', '1 08:35', '8 08:00']);
  });

  it('of a vacation every other week are there every other week', () => {
    const week = [vacation({ days: 'tue', to: '08:20', every: 2, 'first-week': 1 })];
    const desk = new Desk([device({ week })]);
    expect(times(2, () => desk.book())).toEqual(['8 08:00', null]);
  });

  it('of a vacation with a last week are there no later', () => {
    const week = [vacation({ days: 'tue', to: '08:20', 'first-week': 1, 'last-week': 1 })];
    const desk = new Desk([device({ week })]);
    expect(times(2, () => desk.book())).toEqual(['8 08:00', null]);
  });

  it('that a patient gives back are free again', () => {
    const desk = new Desk([device(TUESDAY)]);
    times(3, () => desk.book());
    desk.leave(1, true);
    expect(desk.book()).toBe('1 08:20');
  });

  it('that a patient leaves without giving back stay taken', () => {
    const desk = new Desk([device(TUESDAY)]);
    times(3, () => desk.book());
    desk.leave(1, false);
    expect(desk.book()).toBe('8 08:00');
  });
});

describe('who may book', () => {
  const only = (accepts: object) =>
    new Desk([device({ week: [vacation({ days: 'tue', ...accepts })] })]).book();

  it('depends on the class accepted', () => {
    expect(only({ accepts: { classes: ['H'] } })).toBeNull();
    expect(only({ accepts: { classes: ['A'] } })).not.toBeNull();
  });

  it('depends on the owner', () => {
    expect(only({ owner: 'cabinet' })).toBeNull();
    expect(only({ type: 'liberal' })).toBeNull();
    expect(only({ type: 'liberal', owner: 'public' })).not.toBeNull();
  });

  it('depends on whether the type takes appointments', () => {
    expect(only({ type: 'public-unscheduled' })).toBeNull();
    expect(only({ type: 'on-call' })).toBeNull();
  });

  it('depends on what the exam needs, and on its group', () => {
    const exams: Raw['exams'] = { x: { modality: 'ct', group: 'neuro', needs: ['anaesthesia'] } };
    const desk = (parts: object) => {
      const scenario = scenarioOf({
        exams,
        devices: [device({ week: [vacation({ days: 'tue', ...parts })] })],
        flows: [flow({ exams: { x: 1 } })],
      });
      return [...compileScenario(scenario, 1).islands[0]!.routes[0]!.rules[0]!.units];
    };
    expect(desk({})).toEqual([0]);
    expect(desk({ provides: ['anaesthesia'] })).toEqual([4]);
    expect(desk({ provides: ['anaesthesia'], accepts: { exams: ['neuro'] } })).toEqual([4]);
    expect(desk({ provides: ['anaesthesia'], accepts: { exams: ['x'] } })).toEqual([4]);
  });

  it('depends on the devices the flow names', () => {
    const two = [device(TUESDAY), device({ id: 'e', week: [vacation({ days: 'wed', to: '09:00' })] })];
    expect(new Desk(two, [flow({ devices: ['e'] })]).book()).toBe('2 08:00');
  });

  it('takes the slot of the exam on that device, of the class on another', () => {
    const scenario = scenarioOf({
      exams: { x: { modality: 'ct' } },
      devices: [device({ slots: { A: 20, exams: { x: { A: 45 } } } }), device({ id: 'e', slots: { A: 25 } })],
      flows: [flow({ exams: { x: 1 } })],
    });
    const { slotSeconds } = compileScenario(scenario, 1).islands[0]!.routes[0]!.rules[0]!;
    expect([slotSeconds[0], slotSeconds.at(-1)]).toEqual([45 * 60, 25 * 60]);
  });
});

describe('a fixed reserve', () => {
  const flows = [flow(), flow({ id: 'h', class: 'H' })];
  const reserved = (release?: string) => [
    device({
      week: [
        vacation({
          days: 'tue',
          to: '09:00',
          reserve: { H: '20min', ...(release === undefined ? {} : { release }) },
        }),
      ],
    }),
  ];

  it('is not for others', () => {
    const desk = new Desk(reserved(), flows);
    expect(times(3, () => desk.book())).toEqual(['1 08:00', '1 08:20', '8 08:00']);
  });

  it('is used by its own first, then the public minutes', () => {
    const desk = new Desk(reserved(), flows);
    expect([desk.book('h'), desk.book('h'), desk.book('a'), desk.book('h')]).toEqual([
      '1 08:00',
      '1 08:20',
      '1 08:40',
      '8 08:00',
    ]);
  });

  it('is released to all at 00:00, so many days before', () => {
    const desk = new Desk(reserved('3d'), flows);
    expect(times(3, () => desk.book())).toEqual(['1 08:00', '1 08:20', '1 08:40']);
    expect(times(3, () => desk.book())).toEqual(['8 08:00', '8 08:20', '15 08:00']);
    for (let day = 1; day <= 4; day++) desk.tomorrow();
    expect(desk.book()).toBe('15 08:20');
    desk.tomorrow();
    expect(desk.book()).toBe('8 08:40');
  });

  it('of another vacation comes before public minutes of the same day', () => {
    const week = [
      vacation({ days: 'tue', to: '09:00' }),
      vacation({ days: 'tue', from: '10:00', to: '11:00', reserve: { H: '20min' } }),
    ];
    const desk = new Desk([device({ week })], flows);
    expect([desk.book('h'), desk.book('h')]).toEqual(['1 10:00', '1 08:00']);
  });
});

describe('a nested reserve', () => {
  const flows = [flow(), flow({ id: 'h', class: 'H' })];
  const nested = [
    device({ week: [vacation({ days: 'tue', to: '09:00', reserve: { H: '20min', kind: 'nested' } })] }),
  ];

  it('is the last minutes left, for its own only', () => {
    const desk = new Desk(nested, flows);
    expect([desk.book(), desk.book(), desk.book(), desk.book('h')]).toEqual([
      '1 08:00',
      '1 08:20',
      '8 08:00',
      '1 08:40',
    ]);
  });

  it('is not used up by its own while public minutes are left: theirs are counted against the whole', () => {
    const desk = new Desk(nested, flows);
    expect([desk.book('h'), desk.book(), desk.book()]).toEqual(['1 08:00', '1 08:20', '8 08:00']);
  });
});

describe('overbooking', () => {
  it('is spread evenly over the starts of a full vacation', () => {
    const desk = new Desk([device({ week: [vacation({ days: 'tue', to: '10:00' })] })], [flow()]);
    times(6, () => desk.book());
    const extra = times(2, () => {
      desk.diary.findOverbooked(0, desk.rule('a'), 1, 7, 0, 2);
      desk.bookFound('a');
      return desk.shown();
    });
    expect(extra).toEqual(['1 08:30', '1 09:30']);
    expect(desk.diary.findOverbooked(0, desk.rule('a'), 1, 7, 0, 2)).toBe(false);
    desk.leave(7, true);
    expect(desk.diary.findOverbooked(0, desk.rule('a'), 1, 7, 0, 2)).toBe(true);
    expect(desk.shown()).toBe('1 09:30');
  });
});
