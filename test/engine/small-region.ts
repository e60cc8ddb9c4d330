/** A small territory for tests: three departments, two sites each, residents who may be booked at other sites. */
import type { Raw, RawDevice, RawFlow } from './play.ts';
import { device, flow, vacation } from './play.ts';

export const DEPARTMENTS = ['75', '77', '95'] as const;
type Code = (typeof DEPARTMENTS)[number];

const MINUTES: Readonly<Record<Code, Readonly<Record<Code, number>>>> = {
  '75': { '75': 20, '77': 50, '95': 45 },
  '77': { '75': 50, '77': 20, '95': 80 },
  '95': { '75': 45, '77': 80, '95': 20 },
};

export const REGION: NonNullable<Raw['region']> = {
  balance: 'idf-2020-05',
  departments: {
    '75': { population: 2_187_526, 'exams-per-thousand': { mri: 119 } },
    '77': { population: 1_403_997 },
    '95': { population: 1_228_618 },
  },
  travel: MINUTES,
};

const siteOf = (code: Code, rank: number) => `${code}-${rank}`;
const SITES = DEPARTMENTS.flatMap((code) => [1, 2].map((rank) => ({ code, id: siteOf(code, rank) })));
/** Requests a week at each site, for 60 places: some are short of places, some have them. */
const DEMAND: Readonly<Record<string, number>> = {
  '75-1': 90,
  '75-2': 70,
  '77-1': 130,
  '77-2': 40,
  '95-1': 100,
  '95-2': 55,
};

/** Seven in ten residents of a site's department, the others of the next one. */
function flowsOf(code: Code, site: string, parts: Partial<RawFlow>): readonly RawFlow[] {
  const rank = DEPARTMENTS.indexOf(code);
  const next = DEPARTMENTS[(rank + 1) % DEPARTMENTS.length]!;
  const others = SITES.filter(({ id }) => id !== site);
  const sites = [site, ...[...others.slice(rank), ...others.slice(0, rank)].slice(0, 3).map(({ id }) => id)];
  const minutesFrom = (origin: Code) =>
    sites.map((id) => MINUTES[origin][SITES.find((one) => one.id === id)!.code] + (id === site ? 0 : 10));
  return [code, next].map((origin, n) =>
    flow({
      id: `${site}-A-${origin}`,
      sites,
      travel: minutesFrom(origin),
      'travel-scale': 30,
      origin,
      modality: 'mri',
      owner: 'territory',
      'per-week': DEMAND[site]! * (n === 0 ? 0.7 : 0.3),
      exams: { short: 0.6, long: 0.4 },
      accept: { tau: '20d' },
      'no-show': 0.05,
      profile: 'office',
      backlog: { delay: '8d' },
      ...parts,
    }),
  );
}

const deviceOf = (site: string, parts: Partial<RawDevice> = {}): RawDevice =>
  device({
    id: `mri-${site}`,
    site,
    modality: 'mri',
    slots: { A: 20, H: 30, exams: { short: 20, long: 25 } },
    week: [vacation({ owner: 'territory', from: '08:00', to: '12:40' })],
    ...parts,
  });

/** The territory as written; `parts` go into every ambulatory flow, `root` into the scenario. */
export function smallRegion(
  parts: Partial<RawFlow> = {},
  root: Partial<Raw> = {},
): Partial<Raw> & Pick<Raw, 'devices' | 'flows'> {
  return {
    region: REGION,
    exams: { short: { modality: 'mri' }, long: { modality: 'mri' } },
    sites: SITES.map(({ code, id }) => ({ id, zone: code, synthetic: true })),
    devices: SITES.map(({ id }) => deviceOf(id)),
    flows: SITES.flatMap(({ code, id }) => flowsOf(code, id, parts)),
    ...root,
  };
}
