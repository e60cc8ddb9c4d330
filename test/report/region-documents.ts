/** Documents of `region build` and `plan` made by hand: what each page must be able to tell. */
import { drawChart } from '../../src/cli/draw.ts';
import type { PairedIndicator } from '../../src/model/results/compare.ts';
import type { Estimate } from '../../src/model/results/estimate.ts';
import type { Solved } from '../../src/model/results/optimize.ts';
import type {
  CapWorth,
  Grounds,
  PlannedRegion,
  RegionBuildDocument,
  RegionInput,
  RegionPlanDocument,
  ResidentRow,
} from '../../src/model/results/region.ts';
import type { Modality } from '../../src/model/vocabulary.ts';
import { planHtml } from '../../src/report/html/plan-html.ts';
import type { Language } from '../../src/report/language.ts';
import { planPage } from '../../src/report/plan-page.ts';
import { regionPage } from '../../src/report/region-page.ts';
import { PLAIN } from '../../src/report/table-layout.ts';

const NAME = { en: 'Two departments, synthetic', fr: 'Deux départements, synthétiques' };
const BALANCE = {
  id: 'idf-2020-05',
  title: { en: 'Balance of May 2020', fr: 'Bilan de mai 2020' },
};
const SYNTHETIC: Grounds = { sites: { synthetic: 41, real: 0 }, devices: { synthetic: 96, real: 0 } };
export const MIXED: Grounds = { sites: { synthetic: 40, real: 1 }, devices: { synthetic: 94, real: 2 } };
export const REAL: Grounds = { sites: { synthetic: 0, real: 3 }, devices: { synthetic: 0, real: 5 } };

const interval = (mean: number, half: number, n = 10): Estimate => ({
  mean,
  low: mean - half,
  high: mean + half,
  n,
});

const INPUTS: readonly RegionInput[] = [
  {
    id: 'travel-scale',
    label: {
      en: 'minutes more by which another site is accepted e times less',
      fr: 'minutes en plus au bout desquelles un autre site est accepté e fois moins',
    },
    value: 30,
    unit: 'min',
    range: [15, 60],
    status: 'assumed',
    source: { en: 'assumed; no public figure', fr: 'supposé ; aucun chiffre public' },
  },
  {
    id: 'exams-mri',
    label: { en: 'MRI exams of residents', fr: 'examens d’IRM des habitants' },
    value: 118.4,
    unit: '/thousand',
    range: null,
    status: 'calibrated',
    source: { en: 'what the devices of the balance do', fr: 'ce que font les appareils du bilan' },
  },
  {
    id: 'growth-mri',
    label: { en: 'growth of MRI requests', fr: 'croissance des demandes d’IRM' },
    value: 0.03,
    unit: '/year',
    range: [0, 0.06],
    status: 'stated',
    source: { en: 'the command line', fr: 'la ligne de commande' },
  },
];

export const regionDocument = (): RegionBuildDocument => ({
  creneau: 1,
  command: 'region build',
  scenario: { name: NAME, hash: '0123456789abcdef' },
  balance: BALANCE,
  seed: '1',
  weeks: 40,
  warmupWeeks: 10,
  replications: 4,
  grounds: SYNTHETIC,
  departments: [
    built('78', 1_438_266, 'ct', 21, 27, 2104, 183.2, 0.06, 7.1),
    built('78', 1_438_266, 'mri', 19, 24, 1511, 118.6, 0.08, 20.8),
    built('95', 1_228_618, 'ct', 15, 23, 1699, 190.4, 0.11, 6.9),
    built('95', 1_228_618, 'mri', 14, 22, 1270, 117.9, 0.12, 22.3),
  ],
  bands: [
    band('ct', 'A', 0.2, 2, 2.1),
    band('ct', 'A', 0.5, 7, 7.2),
    band('mri', 'A', 0.8, 38, 39.4),
    band('mri', 'H', 0.5, 7, 7.1),
  ],
  inputs: INPUTS,
});

const built = (
  department: string,
  population: number,
  modality: Modality,
  sites: number,
  devices: number,
  requestsPerWeek: number,
  examsPerThousand: number,
  leaving: number,
  days: number,
): RegionBuildDocument['departments'][number] => ({
  department,
  population,
  modality,
  sites,
  devices,
  requestsPerWeek,
  examsPerThousand,
  leaving,
  offeredDays: interval(days, 0.3, 4),
});

const band = (
  modality: Modality,
  of: 'A' | 'H',
  quantile: 0.2 | 0.5 | 0.8,
  published: number,
  simulated: number,
): RegionBuildDocument['bands'][number] => ({
  modality,
  class: of,
  quantile,
  published,
  simulated: interval(simulated, 0.2, 4),
  tolerance: 0.5,
  isWithin: Math.abs(simulated - published) <= 0.5,
});

const paired = (
  base: number,
  variant: number,
  half: number,
  verdict: PairedIndicator['verdict'] = half < Math.abs(variant - base)
    ? variant < base
      ? 'lower'
      : 'higher'
    : 'not-demonstrated',
): PairedIndicator => ({
  base: interval(base, 1),
  variant: interval(variant, 1),
  difference: interval(variant - base, half),
  verdict,
  correlation: 0.9,
  pairingGain: 8,
});

const sets = (low: number, high: number) => ({
  low,
  high,
  least: low,
  most: high,
  values: [low, (low + high) / 2, high],
});

const resident = (
  department: string,
  population: number,
  modality: Modality,
  days: readonly [now: number, after: number, half: number],
  unmet: readonly [now: number, after: number, half: number],
): ResidentRow => ({
  department,
  population,
  modality,
  offeredDays: {
    ...paired(...days),
    assumptions: sets(1.6 * (days[1] - days[0]) - 0.1, 0.4 * (days[1] - days[0]) + 0.1),
  },
  unmetPerWeek: { ...paired(...unmet), assumptions: sets(2 * (unmet[1] - unmet[0]), 0) },
  travelMinutes: paired(24, 23.6, 0.2),
});

const solved = (gap: number | null = 0): Solved => ({
  backend: 'highs 1.15.3',
  status: 'optimal',
  gap,
  columns: 4128,
  rows: 2903,
});

const plan = (devices: number, hours: number, saved: Estimate | null, worst: number): PlannedRegion => ({
  additions:
    devices === 0
      ? []
      : [
          {
            modality: 'mri',
            department: '95',
            site: '95-07',
            isNewImplantation: false,
            isSyntheticSite: true,
            devices,
            opensAfterWeeks: 78,
          },
        ],
  openings:
    hours === 0
      ? []
      : [{ modality: 'ct', department: '78', site: '78-03', isSyntheticSite: true, hoursPerWeek: hours }],
  onCall: [],
  takes: {
    devices,
    openedHours: hours,
    technologistHours: 94 * devices + 2 * hours,
    radiologistHours: 47 * devices + hours,
    eurosPerYear: 900_000 * devices + 8_000 * hours,
  },
  predictedDaysSaved: 2100 * devices + 60 * hours,
  predictedWorstDays: worst,
  daysSaved: saved,
  worstDays: saved === null ? null : interval(worst + 0.2, 0.4),
  verdict: saved === null ? null : (saved.low ?? 0) > 0 ? 'lower' : 'not-demonstrated',
});

const WINNER: PlannedRegion = {
  ...plan(2, 6, interval(4380, 410), 20.1),
  onCall: [{ closes: '78-05', goesTo: '78-03', minutes: 25, movedPerWeek: 6.4, freedTechnologistHours: 38 }],
};

/** A cap of which nothing is taken. */
const cap = (
  department: string,
  modality: Modality,
  counter: CapWorth['counter'],
  left: number,
  worth: CapWorth['worth'],
): CapWorth => ({ department, modality, counter, left, used: 0, worth });

/** A plan that opens hours at so many sites of each of two departments, and one that is somebody’s. */
export const longDocument = (): RegionPlanDocument => {
  const document = planDocument();
  const openings = ['78', '95'].flatMap((department) =>
    Array.from({ length: 7 }, (_, rank) => ({
      modality: 'mri' as const,
      department,
      site: `${department}-0${rank + 1}`,
      isSyntheticSite: true,
      hoursPerWeek: 12 + rank,
    })),
  );
  const real = { ...openings[0]!, site: 'bellevue', isSyntheticSite: false, hoursPerWeek: 3 };
  return { ...document, proposal: { ...WINNER, openings: [real, ...openings] } };
};

export const planDocument = (): RegionPlanDocument => ({
  creneau: 1,
  command: 'plan',
  scenario: { name: NAME, hash: '0123456789abcdef' },
  balance: BALANCE,
  stage: 'assumptions',
  seed: '1',
  weeks: 52,
  warmupWeeks: 26,
  replications: 10,
  level: 0.95,
  grounds: SYNTHETIC,
  equity: 'none',
  solved: solved(0.0007),
  proposal: WINNER,
  daysSaved: { estimate: interval(4380, 410), assumptions: sets(1900, 7300) },
  betterInSets: 1,
  residents: [
    resident('78', 1_438_266, 'ct', [7.1, 6.6, 0.2], [31, 28, 4]),
    resident('95', 1_228_618, 'ct', [6.9, 6.9, 0.3], [25, 25, 3]),
    resident('78', 1_438_266, 'mri', [20.8, 20.2, 0.4], [48, 44, 6]),
    resident('95', 1_228_618, 'mri', [22.3, 19.4, 0.6], [57, 39, 7]),
  ],
  refill: [
    {
      modality: 'mri',
      addedPlaces: interval(122, 3),
      latentShare: { estimate: interval(0.31, 0.05), assumptions: sets(0.12, 0.58) },
      elasticity: { estimate: interval(-1.4, 0.2), assumptions: sets(-2.6, -0.6) },
      surveys: {
        elasticity: -0.06,
        low: -0.19,
        high: 0.07,
        text: {
          en: 'France, 2009–2018: machines nearly doubled and the mean delay hardly moved.',
          fr: 'France, 2009–2018 : le parc a presque doublé et le délai moyen n’a guère bougé.',
        },
      },
    },
    {
      modality: 'ct',
      addedPlaces: interval(21, 1),
      latentShare: { estimate: interval(0.22, 0.06), assumptions: null },
      elasticity: null,
      surveys: null,
    },
  ],
  others: [plan(2, 0, interval(4100, 420), 20.2), plan(0, 24, interval(300, 380), 22.2)],
  isCertified: true,
  tied: 1,
  front: [
    { plan: WINNER, within: null, solved: solved() },
    { plan: plan(2, 12, interval(4010, 400), 19.6), within: 20, solved: solved(0.003) },
    { plan: plan(3, 30, null, 18.4), within: 18.5, solved: solved() },
  ],
  caps: [
    {
      department: '95',
      modality: 'mri',
      counter: 'devices',
      left: 2,
      used: 2,
      worth: { perUnit: 1480, low: 1480, high: 1480 },
    },
    cap('78', 'mri', 'devices', 1, { perUnit: 700, low: 0, high: 1000 }),
    cap('95', 'mri', 'sites', 0, { perUnit: 60, low: 20, high: 110 }),
    cap('78', 'ct', 'devices', 0, { perUnit: 0, low: 0, high: 1000 }),
    cap('78', 'ct', 'sites', 0, { perUnit: 90, low: 80, high: 100 }),
    cap('95', 'ct', 'devices', 0, null),
  ],
  toMeasure: [
    {
      path: 'travel-scale',
      value: 30,
      unit: 'min',
      range: [15, 60],
      source: { en: 'assumed', fr: 'supposé' },
      explained: 0.4,
      widthLeft: 0.77,
      demonstrated: true,
    },
  ],
  sets: { drawn: 8, kept: 7 },
  inputs: INPUTS,
  notConsidered: [
    { en: 'Devices moved between departments', fr: 'Appareils déplacés entre départements' },
    { en: 'Who would run a new site', fr: 'Qui ferait vivre une implantation nouvelle' },
  ],
});

/** By the linear model alone. */
export const modelDocument = (): RegionPlanDocument => {
  const document = planDocument();
  return {
    ...document,
    stage: 'model',
    replications: 0,
    proposal: plan(2, 6, null, 20.1),
    daysSaved: null,
    betterInSets: null,
    residents: [],
    refill: [],
    others: [],
    isCertified: false,
    tied: 0,
    front: document.front.map((point) => ({
      ...point,
      plan: { ...point.plan, daysSaved: null, worstDays: null, verdict: null },
    })),
    toMeasure: [],
    sets: null,
  };
};

/** Nothing that is allowed helps. */
export const nothingDocument = (): RegionPlanDocument => ({
  ...planDocument(),
  stage: 'simulated',
  proposal: null,
  daysSaved: null,
  betterInSets: null,
  residents: [],
  refill: [],
  others: [plan(0, 3, interval(40, 90), 22.2)],
  front: [],
  tied: 0,
  toMeasure: [],
  sets: null,
});

/** What is asked for cannot be. */
export const infeasibleDocument = (): RegionPlanDocument => ({
  ...nothingDocument(),
  stage: 'model',
  equity: 'worst',
  others: [],
  caps: [],
  solved: { ...solved(null), status: 'infeasible' },
  conflict: {
    rules: [
      {
        label: {
          en: 'days of the department that waits longest: no more than 10',
          fr: 'jours du département qui attend le plus : pas plus de 10',
        },
        owner: 'rule',
      },
      { label: { en: 'MRIs of 95 under the cap', fr: 'IRM du 95 sous le plafond' }, owner: 'law' },
    ],
    isMinimal: true,
    asked: 10,
    reachable: 16.4,
  },
});

const shared = (words: string, language: Language) => ({
  language,
  command: `creneau ${words}`,
  version: '0',
});

export const regionText = (document: RegionBuildDocument, language: Language): readonly string[] =>
  regionPage(document, { ...shared('region build --departments 78,95', language), style: PLAIN });

const LAG = { openingLagWeeks: 9, isUnlimited: true };
export const planText = (document: RegionPlanDocument, language: Language): readonly string[] =>
  planPage(document, { ...shared('plan region.yaml', language), ...LAG, style: PLAIN });

export const planMarkup = (document: RegionPlanDocument, language: Language): string =>
  planHtml(document, { ...shared('plan region.yaml', language), ...LAG, draw: drawChart });
