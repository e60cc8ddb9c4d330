/** A scenario that leaves out all it can, with every part present somewhere and absent elsewhere. */
import { VACATION_TYPES } from '../../../src/model/vocabulary.ts';

type Node = Record<string, unknown>;

const HOURS = { from: '08:00', to: '09:00' };
const SITES = ['s', 't', 'u'];

/** Each type of vacation on one day; on-call from home too, and both forms of reserves. */
const week = [
  ...VACATION_TYPES.map((type, hour) => ({
    days: 'mon',
    from: `${8 + hour}:00`,
    to: `${9 + hour}:00`,
    type,
    ...(type === 'public-scheduled' ? { reserve: { H: 5 } } : {}),
    ...(type === 'liberal' ? { reserve: [{ for: 'A', minutes: 5 }] } : {}),
  })),
  { days: 'tue', ...HOURS, type: 'on-call', presence: 'astreinte' },
  { days: 'wed', ...HOURS, type: 'on-call' },
];

export const SOURCES: Node = {
  creneau: 1,
  name: 'x',
  calendar: { closures: [{ site: 's', from: 1, days: 1 }] },
  exams: { x: { modality: 'ct' }, y: { modality: 'mri' } },
  sites: [{ id: 's', reading: {} }, { id: 't' }, { id: 'u', reading: { week: [{ days: 'mon', ...HOURS }] } }],
  devices: SITES.flatMap((site) =>
    ['ct', 'mri'].flatMap((modality) => [
      { id: `${site}-${modality}`, site, modality, week },
      {
        id: `${site}-${modality}-full`,
        site,
        modality,
        week: [],
        preparation: { time: 5 },
        breakdowns: { 'between-failures': '9d', repair: 60 },
        'end-of-vacation': { policy: 'limit' },
        'closed-room': {},
      },
    ]),
  ),
  flows: ['ct', 'mri'].flatMap((modality) =>
    ['A', 'H', 'R', 'U'].flatMap((patientClass) => [
      { id: `${modality}-${patientClass}`, site: 's', modality, class: patientClass, 'per-week': 10 },
      {
        id: `${modality}-${patientClass}-w`,
        site: 's',
        modality,
        class: patientClass,
        'per-week': 10,
        'walk-in': true,
      },
      {
        id: `${modality}-${patientClass}-full`,
        sites: ['s', 't'],
        modality,
        class: patientClass,
        'per-week': 10,
        accept: { tau: 5 },
        'no-show': { probability: 0.1, max: 0.3 },
        cancel: { probability: 0.1 },
      },
    ]),
  ),
};

/** The same, with flows whose durations leave out what laws may leave out. */
export function withLawForms(source: Node): Node {
  const laws = [
    { p20: 5, p50: 10, p80: 20 },
    { law: 'jqpd-s', p20: 5, p50: 10, p80: 20 },
    { law: 'jqpd-b', max: 60, p20: 5, p50: 10, p80: 20 },
    { law: 'empirical', values: [5, 10] },
  ];
  const flows = laws.map((durations, rank) => ({
    id: `law-${rank}`,
    site: 's',
    modality: 'ct',
    class: 'A',
    'per-week': 1,
    durations,
  }));
  return { ...source, flows: [...(source.flows as Node[]), ...flows] };
}
