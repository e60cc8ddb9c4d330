/**
 * Random scenarios in which every option of the schema comes up: the shape is fixed (two sites, four devices, six flows),
 * and what is written of each part is drawn. A vacation that takes everybody keeps all of them bookable.
 */
import fc from 'fast-check';
import type { Logs } from '../../src/model/complete/ledger.ts';
import { CLASSES, type MODALITIES, NEEDS, VACATION_TYPES } from '../../src/model/vocabulary.ts';
import type { Raw, RawDevice, RawFlow, RawVacation } from './play.ts';

/** A scenario as written, and the requests of its flows that follow a log. */
export interface Written {
  readonly raw: Raw;
  readonly logs: Logs;
}

type Parts<T> = { readonly [K in keyof T]?: fc.Arbitrary<T[K]> };

/** Each part written or left out. */
const some = <T>(parts: Parts<T>): fc.Arbitrary<Partial<T>> =>
  fc.record(parts as { [K in keyof T]: fc.Arbitrary<T[K]> }, { requiredKeys: [] }) as fc.Arbitrary<
    Partial<T>
  >;
const subset = <T>(list: readonly T[]) => fc.subarray([...list], { minLength: 1 });
const byClass = <T>(value: fc.Arbitrary<T>) => some({ A: value, H: value, R: value, U: value });
const minutes = (most: number) =>
  fc.oneof(fc.integer({ min: 1, max: most }), fc.constantFrom('90s', '2min', '1,5min'));
const days = fc.constantFrom(0, 1, '2d', '1w', 5.5);

const label = fc.constantFrom<string | { en: string; fr: string }>('mot', { en: 'word', fr: 'mot' });
const evidence = some({
  status: fc.constantFrom('measured' as const, 'calibrated' as const, 'assumed' as const),
  source: fc.constant('example'),
});
/** With where it comes from, and the range it may take. */
const known = <T extends object>(form: fc.Arbitrary<T>, range: readonly [number, number]) =>
  fc.tuple(form, evidence, fc.boolean()).map(([own, from, isRanged]) => ({
    ...own,
    ...from,
    ...(isRanged ? { range: [...range] as [number, number] } : {}),
  }));

/** Any law of durations up to about `most` minutes, in any of its forms. */
const law = (most: number): fc.Arbitrary<unknown> => {
  const mean = fc.integer({ min: 1, max: most });
  const quantiles = { p20: most / 4, p50: most / 2, p80: most };
  const long = fc.oneof(
    fc.record({ law: fc.constant('deterministic'), value: mean }),
    fc.record({ law: fc.constant('exponential'), mean }),
    fc.record({ law: fc.constant('erlang'), mean, stages: fc.constantFrom(1, 3) }),
    fc.record({ law: fc.constantFrom('gamma', 'weibull', 'lognormal'), mean, cv: fc.constantFrom(0.5, 1) }),
    fc.record({ law: fc.constant('normal'), mean, sd: fc.constantFrom(0, 3), floor: fc.constant(0) }),
    fc.record({ law: fc.constant('uniform'), min: fc.constant(0), max: mean }),
    fc.constantFrom({ ...quantiles, min: 0 }, { law: 'jqpd-s', ...quantiles, min: '6s' }),
    fc.constant({ law: 'jqpd-b', ...quantiles, min: 0, max: most * 3 }),
    fc.record(
      {
        law: fc.constant('empirical'),
        values: fc.constant([1, most / 2, most]),
        weights: fc.constantFrom([1, 2, 1], [0, 1, 0]),
        interpolate: fc.boolean(),
      },
      { requiredKeys: ['law', 'values'] },
    ),
    fc.record({ minutes: mean }),
  );
  return fc.oneof(
    { weight: 1, arbitrary: minutes(most) },
    { weight: 2, arbitrary: known(long, [0, most * 2]) },
  );
};

const EVERYBODY: RawVacation = {
  days: 'mon-fri',
  from: '08:00',
  to: '12:00',
  type: 'public-scheduled',
  accepts: { inserted: [...CLASSES] },
  provides: [...NEEDS],
};

const reserve = fc.oneof(
  fc.constantFrom({ H: '30min', release: '1d' }, { A: 20, kind: 'nested' }),
  fc.uniqueArray(
    some({ kind: fc.constantFrom('fixed' as const, 'nested' as const), release: days }).chain((how) =>
      fc.constantFrom('A', 'H').map((of) => ({ for: of, minutes: 25, ...how })),
    ),
    { maxLength: 2, selector: (one) => one.for },
  ),
);
const teams = { 'late-start': law(15), 'early-end': minutes(20) };

const week: fc.Arbitrary<RawVacation[]> = fc
  .tuple(
    some({ reserve, ...teams }),
    some({
      every: fc.constantFrom(1, 2),
      'first-week': fc.constantFrom(0, 1),
      'last-week': fc.constantFrom(1, 3),
      appointments: fc.constant<(number | string)[]>([0, 0, 20, 45]),
    }),
    fc.record({ type: fc.constantFrom(...VACATION_TYPES) }),
    some({
      accepts: some({
        classes: subset(CLASSES),
        exams: fc.constantFrom<string[]>(['x'], ['x', 'y']),
        inserted: subset(CLASSES),
      }),
      owner: fc.constantFrom('public', 'cabinet'),
      provides: subset(NEEDS),
      reserve,
      ...teams,
    }),
    fc.record({ presence: fc.constantFrom('garde' as const, 'astreinte' as const) }),
    some({ 'call-in': law(30) }),
  )
  .map(([all, cabinet, { type }, more, { presence }, called]): RawVacation[] => [
    { ...EVERYBODY, ...all } as RawVacation,
    {
      ...EVERYBODY,
      days: ['mon', 'wed'],
      from: '05:00',
      to: '08:00',
      type: 'private',
      owner: 'cabinet',
      ...cabinet,
    },
    { days: 'tue-sat', from: '13:00', to: '18:30', type, ...more } as RawVacation,
    { days: 'mon-thu', from: '19:00', to: '04:00', type: 'on-call', presence, ...called },
  ]);

/** What the devices of one queue have in common. */
const queue = some<RawDevice>({
  preparation: fc
    .tuple(law(20), fc.constantFrom({}, { places: 2 }))
    .map(([time, places]) => ({ time, ...places })),
  'waiting-places': fc.integer({ min: 0, max: 4 }),
  order: fc.constantFrom([...CLASSES], [...CLASSES].reverse()),
  'closed-room': fc.oneof(
    fc.constantFrom('wait' as const, 'divert' as const),
    byClass(fc.constantFrom('wait' as const, 'divert' as const)),
  ),
  'end-of-vacation': fc
    .constantFrom('finish-present' as const, 'limit' as const, 'carry-over' as const)
    .chain((policy) => some({ late: minutes(20) }).map((late) => ({ policy, ...late }))),
});

const machine = some<RawDevice>({
  label: fc.constant('appareil'),
  count: fc.constantFrom(1, 2),
  speed: fc.constantFrom(0.8, 1.3),
  changeover: law(6),
  'late-start': law(20),
  'early-end': fc.oneof(minutes(30), known(fc.record({ minutes: fc.constant(12) }), [0, 30])),
  breakdowns: fc
    .tuple(
      law(900),
      law(120),
      some({
        clock: fc.constantFrom('calendar' as const, 'working' as const),
        interrupted: fc.constantFrom('resume' as const, 'restart' as const, 'rebook' as const),
      }),
    )
    .map(([between, repair, how]) => ({ 'between-failures': between, repair, ...how })),
});

/** Never zero, whatever the defaults; one exam has its own. */
const slotsWith = (exam: string) =>
  some({
    R: minutes(30),
    U: minutes(30),
    exams: fc.record({ [exam]: fc.oneof(minutes(40), byClass(minutes(40))) }),
  }).map((more) => ({ A: 20, H: 15, ...more }));

const device = (exam: string) => fc.tuple(week, machine, slotsWith(exam));

const anyone = some<RawFlow>({
  label: fc.constant('flux'),
  priority: fc.constantFrom('P1' as const, 'P2' as const, 'P3' as const, 'P4' as const),
  target: days,
  profile: fc.constantFrom<RawFlow['profile'] & {}>('flat', 'office', 'emergency', Array(168).fill(1)),
  growth: fc.oneof(fc.constant(0.2), known(fc.record({ value: fc.constant(-0.1) }), [-0.2, 0])),
  'school-holiday-factor': fc.constantFrom(0, 0.5, 2),
  exams: fc.constantFrom<Record<string, number>>({ x: 1 }, { x: 0.4, y: 0.6 }),
  durations: law(30),
});

const booked = some<RawFlow>({
  'travel-scale': fc.oneof(fc.constant('1h'), known(fc.record({ value: fc.constant(30) }), [10, 60])),
  offer: fc.constantFrom('in-order' as const, 'earliest' as const),
  accept: fc.oneof(
    fc.constantFrom('always' as const, {
      table: [
        [0, 1],
        [9, 0.5],
        [30, 0],
      ] as [number, number][],
    }),
    known(
      some({ free: days }).map((free) => ({ tau: '9d', ...free })),
      [5, 12],
    ),
  ),
  lead: fc.constantFrom(0, 1, 3),
  horizon: fc.constantFrom(5, 20, 60),
  'no-show': fc.oneof(
    fc.constantFrom(0, 0.2),
    known(
      some({ max: fc.constant(0.5), tau: fc.constant('9d') }).map((more) => ({ probability: 0.1, ...more })),
      [0, 0.2],
    ),
  ),
  cancel: known(
    some({ notice: fc.constantFrom('2d', '5h') }).map((notice) => ({ probability: 0.3, ...notice })),
    [0.1, 0.4],
  ),
  punctuality: law(40),
  overbook: fc.constantFrom(0, 2),
  backlog: fc.oneof(
    fc.constant({ patients: 15 }),
    evidence.map((from) => ({ delay: '6d', ...from })),
  ),
});

/** How many ask, and when. */
const asking = fc.oneof(
  fc.integer({ min: 0, max: 90 }).map((count) => ({ 'per-week': count })),
  known(fc.record({ value: fc.constant(40) }), [20, 60]).map((count) => ({ 'per-week': count })),
  fc.constantFrom('poisson' as const, 'regular' as const).map((arrivals) => ({ 'per-week': 50, arrivals })),
  fc.constantFrom({ log: 'requests.csv' }, { log: 'requests.csv', arrivals: 'log' as const }),
);

const LOGGED = Array.from({ length: 60 }, (_, n) => ({
  atSeconds: n * 30_011,
  exam: n % 3 === 0 ? 'x' : null,
  durationSeconds: n % 4 === 0 ? 700 + n : null,
}));

const flowOf = (fixed: Partial<RawFlow>, more: fc.Arbitrary<Partial<RawFlow>>): fc.Arbitrary<RawFlow> =>
  fc
    .tuple(anyone, more, asking)
    .map(
      ([whoever, own, ask]) =>
        ({ modality: 'ct', class: 'A', durations: 12, ...whoever, ...own, ...ask, ...fixed }) as RawFlow,
    );

const walkIn = some<RawFlow>({ patience: law(90) });
const MRI = { modality: 'mri', site: 't', exams: { z: 1 } } as const;
const flows: fc.Arbitrary<RawFlow[]> = fc.tuple(
  flowOf({ id: 'a', sites: ['s', 't'] }, booked),
  flowOf({ id: 'b', class: 'H', site: 's', devices: ['d', 'e'] }, booked),
  flowOf({ id: 'c', site: 't', owner: 'cabinet' }, booked),
  flowOf({ id: 'u', class: 'U', site: 's', devices: { d: 2, e: 1 }, 'walk-in': true }, walkIn),
  flowOf({ ...MRI, id: 'r', class: 'R', 'walk-in': true }, walkIn),
  flowOf({ ...MRI, class: 'H', 'walk-in': false }, booked),
);

/** Two departments, and where of them sites stand and residents live. */
const region = some<NonNullable<Raw['region']>>({
  departments: fc
    .record({
      '75': some({ 'exams-per-thousand': some({ ct: fc.constant(185), mri: fc.constant(119.5) }) }),
      '77': some({ 'exams-per-thousand': fc.constant({}) }),
    })
    .map((stated) => ({
      '75': { population: 2_187_526, ...stated['75'] },
      '77': { population: 1_403_997, ...stated['77'] },
    })),
}).map(({ departments }) => ({
  balance: 'idf-2020-05',
  departments: departments ?? { '75': { population: 1 }, '77': { population: 2 } },
  travel: { '75': { '75': 20, '77': '1h' }, '77': { '75': 60, '77': 20 } },
}));

const reading = fc
  .tuple(
    fc.constantFrom<NonNullable<Raw['sites'][number]['reading']>>(
      {},
      { 'hours-per-week': 30 },
      { week: [{ days: 'mon-sat', from: '08:00', to: '18:00' }] },
      { week: [{ days: 'mon-sat', from: '08:00', to: '18:00', readers: 2 }] },
    ),
    some({ minutes: some({ ct: law(10), mri: law(10) }) }),
  )
  .map(([hours, more]) => ({ ...hours, ...more }));

const site = fc.oneof(
  some<Raw['sites'][number]>({ label: fc.constant('site'), zone: fc.constant('77'), reading }),
  some<Raw['sites'][number]>({
    zone: fc.constant('75'),
    synthetic: fc.boolean(),
    travel: fc.constant({ '75': 10, '77': '90min' }),
  }),
  some<Raw['sites'][number]>({ reports: some({ ct: byClass(law(300)), mri: byClass(law(300)) }) }),
);

const exam = (modality: (typeof MODALITIES)[number]) =>
  some<NonNullable<Raw['exams']>[string]>({
    label,
    group: fc.constant('g'),
    needs: subset(NEEDS),
    icr: fc.constantFrom(0, 40),
    durations: byClass(law(30)),
  }).map((own) => ({ modality, ...own }));

const calendar = fc
  .tuple(
    some<NonNullable<Raw['calendar']>>({
      'public-holidays': fc.constantFrom('none' as const, 'metropole' as const, 'alsace-moselle' as const),
      'school-zone': fc.constantFrom('A' as const, 'B' as const, 'C' as const),
    }),
    fc.array(
      fc.tuple(
        fc.constantFrom<{ device: string } | { site: string }>(
          { device: 'd' },
          { device: 'f' },
          { site: 't' },
        ),
        fc.constantFrom<string | number>(3, 12, '2026-05-01'),
        some({ announced: fc.constantFrom('0d', '4d', '200d') }),
      ),
      { maxLength: 2 },
    ),
  )
  .map(([dated, closed]) => ({
    start: '2026-04-20',
    ...dated,
    closures: closed.map(([what, from, announced]) => ({ ...what, from, days: 2, ...announced })),
  }));

const observed = fc.array(
  some<NonNullable<Raw['observed']>[number]>({
    opening: fc.constantFrom(20, 60),
    passages: fc.constantFrom(0, 80),
    mix: fc.constantFrom({ A: 0.4, H: 0.3, R: 0.1, U: 0.2 }, { A: 1, H: 0, R: 0, U: 0 }),
    delay: some({ A: fc.constantFrom('7d', 21), H: fc.constant('2d') }),
    occupancy: fc.constantFrom(0.5, 0.8),
    source: fc.constant('site'),
  }).chain((own) =>
    fc.constantFrom('ct' as const, 'mri' as const).map((modality) => ({ site: 't', modality, ...own })),
  ),
  { maxLength: 1 },
);

const root = some<Raw>({
  observed,
  region,
  description: label,
  defaults: fc.constantFrom('none' as const, 'anap-2010' as const),
  calendar,
  run: some({
    weeks: fc.constant(4),
    replications: fc.constant(2),
    seed: fc.constantFrom<string | number>(7, 'seven'),
    'warmup-weeks': fc.constantFrom<number | 'auto'>(1, 'auto'),
  }),
});

/** A scenario as its author might write it, any option of the schema used or not. */
export const anyOptions: fc.Arbitrary<Written> = fc
  .tuple(
    fc.tuple(root, label, fc.record({ x: exam('ct'), y: exam('ct'), z: exam('mri') })),
    fc.tuple(site, site),
    fc.tuple(fc.boolean(), queue, queue, queue, queue),
    fc.tuple(device('x'), device('x'), device('y'), device('z')),
    flows,
  )
  .map(([[head, name, exams], [s, t], [isPool, ...queues], machines, all]): Written => {
    const devices = machines.map(([own, parts, lengths], rank): RawDevice => {
      const pooled = isPool && rank < 2;
      return {
        ...parts,
        ...queues[pooled ? 0 : rank],
        ...(pooled ? { pool: 'p' } : {}),
        id: ['d', 'e', 'f', 'm'][rank]!,
        site: rank < 2 ? 's' : 't',
        modality: rank < 3 ? 'ct' : 'mri',
        slots: lengths,
        week: own,
      };
    });
    // In a region every site has its department, and some resident asks.
    const inside = head.region === undefined ? {} : { zone: '77' };
    const written: Raw = {
      defaults: 'none',
      ...head,
      creneau: 1,
      name,
      exams,
      sites: [
        { ...inside, ...s, id: 's' },
        { ...inside, ...t, id: 't' },
      ],
      devices,
      flows: all.map((one, rank) => ({
        ...one,
        ...(head.region !== undefined && rank === 0 && one.log === undefined ? { 'per-week': 30 } : {}),
        ...(rank < 4 ? { origin: '77' } : {}),
        ...(rank < 2 && one['travel-scale'] !== undefined
          ? { travel: (one.sites ?? ['s']).map((_, k) => 9 * k) }
          : {}),
      })),
    };
    const followed = all.filter(({ log }) => log !== undefined);
    return { raw: written, logs: new Map(followed.map(({ id }) => [id ?? '', LOGGED])) };
  });
