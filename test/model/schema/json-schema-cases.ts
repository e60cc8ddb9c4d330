/** Scenarios as users write them, and every form of a value somewhere. */
export type Json = Readonly<Record<string, unknown>>;

const VACATION: Json = { days: 'mon', from: '08:00', to: '12:00', type: 'public-scheduled' };
const DEVICE: Json = { id: 'd', site: 's', modality: 'ct', week: [VACATION] };
const FLOW: Json = { site: 's', modality: 'ct', class: 'A', 'per-week': 10 };
export const scenario = (parts: Json = {}): Json => ({
  creneau: 1,
  name: 'x',
  sites: [{ id: 's' }],
  devices: [DEVICE],
  flows: [FLOW],
  ...parts,
});
export const withDevice = (parts: Json) => scenario({ devices: [{ ...DEVICE, ...parts }] });
export const withVacation = (parts: Json) => withDevice({ week: [{ ...VACATION, ...parts }] });
export const withFlow = (parts: Json) => scenario({ flows: [{ ...FLOW, ...parts }] });
export const withLaw = (law: unknown) => withDevice({ changeover: law });

export const LAWS: readonly unknown[] = [
  12,
  -3,
  '90s',
  ' 1,5 h ',
  { minutes: 12, range: [5, '20min'], status: 'assumed', source: 'x' },
  { p20: 5, p50: 10, p80: 15.8 },
  { min: 1, p20: 5, p50: 10, p80: '16min' },
  { law: 'deterministic', value: '-5min' },
  { law: 'exponential', mean: 3 },
  { law: 'erlang', mean: 3, stages: 2 },
  { law: 'gamma', mean: 3, cv: 0.5 },
  { law: 'weibull', mean: '0,5h', cv: 0.5 },
  { law: 'lognormal', mean: 3, cv: 0.5, range: [1, 5] },
  { law: 'normal', mean: -10, sd: 10, floor: -60 },
  { law: 'uniform', min: -5, max: 5 },
  { law: 'jqpd-s', p20: 5, p50: 10, p80: 20 },
  { law: 'jqpd-b', max: '30d', p20: 5, p50: 10, p80: 20 },
  { law: 'empirical', values: [1, '2min'], weights: [1, 2], interpolate: true },
];

/** Every effect and every form somewhere, for mutations. */
const everything: Json = withFlow({
  id: 'all',
  'per-week': { value: 10, range: [5, 15], status: 'assumed' },
  profile: 'office',
  exams: { x: 1 },
  accept: { tau: '30d', free: 2, range: [10, 60] },
  'no-show': { probability: 0.1, max: 0.3, tau: '20d' },
  cancel: { probability: 0.1, notice: 2 },
  devices: { d: 1 },
  backlog: { delay: '3d' },
  punctuality: { law: 'normal', mean: -10, sd: 10, floor: -60 },
  patience: { law: 'empirical', values: [10, 20] },
});
export const rich: Json = {
  ...everything,
  calendar: {
    start: '2026-03-30',
    'public-holidays': 'metropole',
    'school-zone': 'C',
    closures: [{ device: 'd', from: 3, days: 2, announced: '4d' }],
  },
  run: { weeks: 10, replications: 2, seed: 'a', 'warmup-weeks': 'auto' },
  exams: { x: { modality: 'ct', label: { en: 'x', fr: 'x' }, needs: ['injection'], durations: { A: 10 } } },
  sites: [{ id: 's', reading: { 'hours-per-week': 20, minutes: { ct: 8 } }, reports: { ct: { A: 60 } } }],
  devices: LAWS.map((law, rank) => ({
    ...DEVICE,
    id: `d${rank}`,
    changeover: law,
    slots: { A: 20, exams: { x: { A: 30 }, y: 20 } },
    'early-end': rank % 2 === 0 ? 10 : { minutes: 10, range: [0, 20] },
    'closed-room': rank % 2 === 0 ? 'wait' : { U: 'divert' },
    preparation: { time: law, places: 2 },
    breakdowns: { 'between-failures': '9d', repair: law },
    'end-of-vacation': { policy: 'limit', late: 10 },
    week: [
      {
        ...VACATION,
        days: ['mon', 'wed-fri'],
        accepts: { classes: ['A'], exams: ['x'], inserted: ['U'] },
        reserve:
          rank % 2 === 0
            ? { H: '90min', all: 5, release: '1d' }
            : [{ for: 'H', minutes: 20, kind: 'nested' }],
        appointments: [0, 0, 15],
      },
    ],
  })),
};
