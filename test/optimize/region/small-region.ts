/** A region of three departments written by hand: nine implantations at five sites, all synthetic. */
import { completeScenario } from '../../../src/model/complete/complete.ts';
import { parseScenario } from '../../../src/model/load/load.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import type { Modality } from '../../../src/model/vocabulary.ts';

const TRAVEL: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '75': { '75': 20, '92': 28, '95': 60 },
  '92': { '75': 28, '92': 20, '95': 50 },
  '95': { '75': 60, '92': 50, '95': 20 },
};
const DEPARTMENTS = ['75', '92', '95'] as const;

interface SmallSite {
  readonly id: string;
  readonly mri: number;
  readonly ct: number;
  readonly onCall: boolean;
}

const SITES: readonly SmallSite[] = [
  { id: '75-01', ct: 1, mri: 1, onCall: true },
  { id: '75-02', ct: 1, mri: 2, onCall: true },
  { id: '92-01', ct: 1, mri: 1, onCall: true },
  { id: '95-01', ct: 1, mri: 1, onCall: false },
  { id: '95-02', ct: 1, mri: 0, onCall: false },
];

const SLOTS = { ct: [20, 25], mri: [25, 30] } as const;
const TAU = { ct: 15, mri: 30 } as const;
/** Ambulatory requests a week for one device, by department of the site: 95 waits longest. */
const ASKED: Readonly<Record<Modality, Readonly<Record<string, number>>>> = {
  ct: { '75': 120, '92': 130, '95': 150 },
  mri: { '75': 130, '92': 170, '95': 260 },
};
const START = { ct: 5, mri: 20 } as const;
/** Part of the requests of a site that its own department makes; the others share the rest. */
const OWN = 0.7;

const zoneOf = (site: string): string => site.slice(0, 2);

function deviceOf({ id, onCall }: SmallSite, modality: Modality, rank: number): object {
  const [short, long] = SLOTS[modality];
  const night = onCall && modality === 'ct';
  return {
    id: `${id}-${modality}-${rank}`,
    site: id,
    modality,
    slots: { exams: { [`${modality}-short`]: short, [`${modality}-long`]: long } },
    changeover: 2,
    'late-start': 5,
    'early-end': 0,
    ...(night ? {} : { 'closed-room': { U: 'divert', R: 'wait' } }),
    week: [
      {
        days: ['mon', 'tue', 'wed', 'thu', 'fri'],
        from: '08:00',
        to: '18:00',
        type: 'public-scheduled',
        owner: 'territory',
        provides: ['radiologist'],
        reserve: { H: '60min' },
      },
      ...(night
        ? [
            {
              days: ['mon', 'tue', 'wed', 'thu', 'fri'],
              from: '00:00',
              to: '08:00',
              type: 'on-call',
              presence: 'astreinte',
            },
            {
              days: ['mon', 'tue', 'wed', 'thu', 'fri'],
              from: '18:00',
              to: '00:00',
              type: 'on-call',
              presence: 'garde',
            },
            { days: ['sat', 'sun'], from: '00:00', to: '00:00', type: 'on-call', presence: 'garde' },
          ]
        : []),
    ],
  };
}

function flowsOf(site: SmallSite, modality: Modality): readonly object[] {
  const devices = site[modality];
  if (devices === 0) return [];
  const zone = zoneOf(site.id);
  const exams = { [`${modality}-short`]: 0.6, [`${modality}-long`]: 0.4 };
  const shared = { modality, exams, owner: 'territory' };
  const others = SITES.filter((one) => one.id !== site.id && one[modality] > 0);
  const residents = DEPARTMENTS.map((origin) => {
    const near = [...others].sort(
      (a, b) => TRAVEL[origin]![zoneOf(a.id)]! - TRAVEL[origin]![zoneOf(b.id)]! || (a.id < b.id ? -1 : 1),
    );
    const sites = [site.id, ...near.slice(0, 2).map(({ id }) => id)];
    return {
      ...shared,
      id: `${site.id}-${modality}-A-${origin}`,
      class: 'A',
      sites,
      offer: 'in-order',
      travel: sites.map((id) => TRAVEL[origin]![zoneOf(id)]!),
      'travel-scale': 30,
      origin,
      'per-week': devices * ASKED[modality][zone]! * (origin === zone ? OWN : (1 - OWN) / 2),
      accept: { tau: `${TAU[modality]}d` },
      backlog: { delay: `${START[modality]}d` },
    };
  });
  const inpatients = {
    ...shared,
    id: `${site.id}-${modality}-H`,
    class: 'H',
    site: site.id,
    'per-week': 12 * devices,
    accept: { tau: '10d' },
    backlog: { delay: '1d' },
  };
  const emergencies = {
    ...shared,
    id: `${site.id}-${modality}-U`,
    class: 'U',
    site: site.id,
    'walk-in': true,
    'per-week': 30,
  };
  return [...residents, inpatients, ...(site.onCall && modality === 'ct' ? [emergencies] : [])];
}

/** The region as it would be written. */
export const SMALL_REGION = {
  creneau: 1,
  name: 'small region',
  defaults: 'anap-2010',
  run: { weeks: 40, 'warmup-weeks': 12, seed: 'small', replications: 4 },
  region: {
    balance: 'idf-2020-05',
    departments: {
      '75': { population: 400_000 },
      '92': { population: 200_000 },
      '95': { population: 250_000 },
    },
    travel: TRAVEL,
  },
  exams: Object.fromEntries(
    (['ct', 'mri'] as const).flatMap((modality) =>
      ['short', 'long'].map((length) => [`${modality}-${length}`, { modality }]),
    ),
  ),
  sites: SITES.map(({ id }) => ({ id, zone: zoneOf(id), synthetic: true })),
  devices: SITES.flatMap((site) =>
    (['ct', 'mri'] as const).flatMap((modality) =>
      Array.from({ length: site[modality] }, (_, rank) => deviceOf(site, modality, rank + 1)),
    ),
  ),
  flows: SITES.flatMap((site) => (['ct', 'mri'] as const).flatMap((modality) => flowsOf(site, modality))),
};

/** The region complete and frozen. */
export function smallRegion(): Scenario {
  const { input, findings } = parseScenario(SMALL_REGION);
  if (input === null) throw new Error(JSON.stringify(findings[0]));
  return completeScenario(input);
}
