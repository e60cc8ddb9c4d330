/** Random small scenarios of two sites, any effect on or off: what holds for them holds for whatever a user may write. */
import fc from 'fast-check';
import { device, flow, type Raw, type RawDevice, type RawFlow, type RawVacation } from './play.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Leaves out what is undefined: the schema tells it from what is absent. */
const present = <T extends object>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;

const law = (most: number) =>
  fc.oneof(
    fc.integer({ min: 1, max: most }),
    fc.record({ law: fc.constant('exponential' as const), mean: fc.integer({ min: 1, max: most }) }),
    fc.record({
      law: fc.constant('lognormal' as const),
      mean: fc.integer({ min: 1, max: most }),
      cv: fc.constant(1),
    }),
  );

const reserve = fc.record({
  for: fc.constantFrom('A', 'H'),
  minutes: fc.constantFrom(20, 45),
  kind: fc.constantFrom('fixed' as const, 'nested' as const),
  release: fc.constantFrom('0d', '2d'),
});

/** Three parts of a day that never overlap, each there or not, the last one past midnight. */
const week: fc.Arbitrary<RawVacation[]> = fc
  .record({
    morning: maybe(
      fc.record({
        days: fc.constantFrom('mon-fri', 'mon,wed', 'mon-sun'),
        from: fc.constantFrom('07:30', '08:00'),
        to: fc.constantFrom('12:00', '13:00'),
        type: fc.constantFrom('public-scheduled' as const, 'liberal' as const, 'public-unscheduled' as const),
        reserve: fc.uniqueArray(reserve, { maxLength: 2, selector: (one) => one.for }),
        every: fc.constantFrom(1, 2),
      }),
    ),
    afternoon: maybe(
      fc.record({
        days: fc.constantFrom('mon-fri', 'tue-sat'),
        from: fc.constantFrom('13:00', '14:00'),
        to: fc.constantFrom('17:00', '18:00'),
        type: fc.constantFrom(
          'public-scheduled' as const,
          'emergency' as const,
          'maintenance' as const,
          'research' as const,
        ),
      }),
    ),
    list: fc.boolean(),
    night: maybe(
      fc.record({
        days: fc.constantFrom('mon-fri', 'mon-sun'),
        from: fc.constantFrom('18:00', '20:00'),
        to: fc.constantFrom('24:00', '07:30', '06:00'),
        type: fc.constantFrom('on-call' as const, 'emergency' as const, 'public-scheduled' as const),
        presence: fc.constantFrom('garde' as const, 'astreinte' as const),
        'call-in': fc.constant(25),
      }),
    ),
  })
  .map(({ morning, afternoon, list, night }) => {
    const all: RawVacation[] = [];
    if (morning !== undefined) all.push(morning);
    if (afternoon !== undefined)
      all.push(list ? { ...afternoon, appointments: [0, 0, 20, 55, 90] } : afternoon);
    if (night !== undefined) all.push(night);
    return all.map((one) => {
      if (one.type === 'on-call') return one;
      const { presence: _presence, 'call-in': _callIn, ...rest } = one;
      return rest;
    });
  });

const breakdowns = fc.record({
  'between-failures': fc.constantFrom(300, { law: 'exponential' as const, mean: 900 }),
  clock: fc.constantFrom('calendar' as const, 'working' as const),
  repair: law(300),
  interrupted: fc.constantFrom('resume' as const, 'restart' as const, 'rebook' as const),
});

/** What devices of one queue must have in common. */
const queue = fc
  .record({
    'end-of-vacation': maybe(
      fc.record({
        policy: fc.constantFrom('finish-present' as const, 'limit' as const, 'carry-over' as const),
        late: fc.constantFrom(0, 15),
      }),
    ),
    'closed-room': maybe(fc.constantFrom('wait' as const, 'divert' as const)),
    'waiting-places': maybe(fc.integer({ min: 0, max: 4 })),
    preparation: maybe(fc.record({ time: law(25), places: fc.integer({ min: 1, max: 3 }) })),
  })
  .map(present);

const machine = fc
  .record({
    week,
    slots: fc.record({ A: fc.constantFrom(15, 20, 32), H: fc.constantFrom(10, 25) }),
    speed: fc.constantFrom(1, 1.3),
    changeover: maybe(law(6)),
    'late-start': maybe(law(20)),
    'early-end': maybe(fc.constantFrom(10, 30)),
    breakdowns: maybe(breakdowns),
  })
  .map(present);

const booked = (id: string): fc.Arbitrary<RawFlow> =>
  fc
    .record({
      class: fc.constantFrom('A' as const, 'H' as const),
      sites: fc.constantFrom<string[]>(['s'], ['s', 't'], ['t', 's']),
      offer: fc.constantFrom('in-order' as const, 'earliest' as const),
      owner: fc.constantFrom('public', 'liberal'),
      'per-week': fc.integer({ min: 0, max: 120 }),
      exams: fc.constantFrom<Record<string, number>>({ x: 1 }, { x: 0.4, y: 0.6 }),
      durations: law(30),
      lead: fc.constantFrom(0, 1, 3),
      horizon: fc.constantFrom(5, 20, 60),
      accept: fc.constantFrom('always' as const, { tau: '9d' }),
      'no-show': fc.constantFrom(0, 0.2),
      cancel: fc.constantFrom(
        { probability: 0 },
        { probability: 0.3, notice: '2d' },
        { probability: 0.2, notice: '5h' },
      ),
      punctuality: fc.constantFrom(0, -20, 40, { law: 'uniform' as const, min: -30, max: 200 }),
      overbook: fc.constantFrom(0, 1, 3),
      backlog: fc.constantFrom({ patients: 0 }, { patients: 15 }, { delay: '6d' }),
      target: maybe(fc.constant('4d')),
    })
    .map((parts) => flow({ id, ...present(parts) }));

const walkIn = (id: string): fc.Arbitrary<RawFlow> =>
  fc
    .record({
      site: fc.constantFrom('s', 't'),
      class: fc.constantFrom('A' as const, 'H' as const, 'R' as const, 'U' as const),
      priority: fc.constantFrom('P1' as const, 'P4' as const),
      'per-week': fc.integer({ min: 0, max: 150 }),
      exams: fc.constantFrom<Record<string, number>>({ y: 1 }, { x: 0.4, y: 0.6 }),
      durations: law(30),
      patience: maybe(law(90)),
    })
    .map((parts) => flow({ id, 'walk-in': true, ...present(parts) }));

const closure = fc.record({
  device: fc.constantFrom('d', 'e', 'f'),
  from: fc.integer({ min: 0, max: 25 }),
  days: fc.integer({ min: 1, max: 9 }),
  announced: fc.constantFrom('0d', '4d', '200d'),
});

/** A scenario as a user would write it: devices d and e at one site, in one pool or not, and f at another. */
export const anyScenario: fc.Arbitrary<Pick<Raw, 'exams' | 'sites' | 'devices' | 'flows' | 'calendar'>> = fc
  .record({
    reading: fc.boolean(),
    queues: fc.tuple(queue, queue, queue),
    machines: fc.tuple(machine, machine, machine),
    isPool: fc.boolean(),
    flows: fc.tuple(booked('a'), booked('b'), walkIn('u'), walkIn('v')),
    closures: fc.array(closure, { maxLength: 3 }),
  })
  .map(({ reading, queues, machines, isPool, flows, closures }) => ({
    exams: { x: { modality: 'ct', icr: 40 }, y: { modality: 'ct', icr: 65 } },
    sites: [
      {
        id: 's',
        ...(reading
          ? { reading: { week: [{ days: 'mon-sat', from: '08:00', to: '18:00' }], minutes: { ct: 8 } } }
          : { reports: { ct: { A: 60 } } }),
      },
      { id: 't' },
    ],
    devices: machines.map((own, rank): RawDevice => {
      const pooled = isPool && rank < 2;
      return device({
        id: ['d', 'e', 'f'][rank]!,
        site: rank < 2 ? 's' : 't',
        ...own,
        ...queues[pooled ? 0 : rank],
        ...(pooled ? { pool: 'p' } : {}),
      });
    }),
    flows: flows.map((one) => {
      const { site: _site, ...rest } = one;
      return one.sites === undefined ? one : rest;
    }),
    calendar: { closures },
  }));
