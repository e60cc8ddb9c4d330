/** Documents of `optimize` made by hand on the small MRI stored beside: what each page must be able to tell. */

import { drawChart } from '../../src/cli/draw.ts';
import { scenarioHash } from '../../src/model/hash.ts';
import type {
  BindingRule,
  OptimizeDocument,
  Proposal,
  ProposedChange,
  ProposedWeek,
  RelaxedDocument,
  Solved,
} from '../../src/model/results/optimize.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { optimizeHtml } from '../../src/report/html/optimize-html.ts';
import type { Language } from '../../src/report/language.ts';
import { optimizePage } from '../../src/report/optimize-page.ts';
import { relaxedPage } from '../../src/report/relaxed-page.ts';
import { PLAIN } from '../../src/report/table-layout.ts';
import { BASE, baseScenario, compareDocument, EVENING, scenarioOf } from './stored-pages.ts';

const PLACE = { site: 'ch', modality: 'mri' } as const;

const OPENED: ProposedChange = {
  id: 'open/irm/tue/720-840/A',
  kind: 'open',
  ...PLACE,
  devices: ['irm'],
  label: {
    en: 'irm: Tuesday 12:00–14:00 opened for ambulatory patients',
    fr: 'irm : mardi 12:00–14:00 ouvert aux patients ambulatoires',
  },
  openedHours: 2,
};
const RESERVE: ProposedChange = {
  id: 'reserve/irm/0.75',
  kind: 'reserve',
  ...PLACE,
  devices: ['irm', 'irm-2'],
  label: {
    en: 'irm and irm-2: minutes kept for hospitalised patients × 0.75',
    fr: 'irm et irm-2 : minutes gardées aux hospitalisés × 0,75',
  },
  openedHours: 0,
};

const interval = (mean: number, low: number | null, high: number | null, n = 30) => ({ mean, low, high, n });

const week = (
  changes: readonly ProposedChange[],
  predictedDaysSaved: number,
  daysSaved: ProposedWeek['daysSaved'],
): ProposedWeek => ({
  changes,
  takes: {
    openedHours: 2 * changes.filter(({ kind }) => kind === 'open').length,
    staffHours: {
      technologist: changes.includes(OPENED) ? 4 : 0,
      radiologist: changes.includes(OPENED) ? 2 : 0,
      secretary: 0,
    },
    eurosPerYear: changes.includes(OPENED) ? 16_016 : 0,
  },
  predictedDaysSaved,
  daysSaved,
  verdict: daysSaved === null ? null : (daysSaved.low ?? 0) > 0 ? 'lower' : 'not-demonstrated',
  replications: daysSaved?.n ?? 0,
  broken: [],
});

const solved = (status: Solved['status'] = 'optimal', gap: number | null = 0): Solved => ({
  backend: 'highs 1.15.3',
  status,
  gap,
  columns: 412,
  rows: 903,
});

const PRESENT = week([], 0, interval(0, 0, 0));
const BEST = week([OPENED, RESERVE], 63.2, interval(55.4, 41.3, 69.5));
const ONE = week([OPENED], 48.9, interval(44.1, 30.2, 58));

const BINDING: readonly BindingRule[] = [
  {
    id: 'hours',
    label: {
      en: 'Added hours of opening: at most 2 a week',
      fr: 'Heures d’ouverture ajoutées : 2 par semaine au plus',
    },
    owner: 'budget',
    unit: { en: 'one more hour a week', fr: 'une heure de plus par semaine' },
    worth: { perUnit: 14.2, low: 14.2, high: 14.2 },
    from: 2,
    to: 3.5,
    isOpen: false,
  },
  {
    id: 'staff/technologist',
    label: { en: 'Technologists on Tuesdays from 18:00: 2', fr: 'Manipulateurs le mardi dès 18:00 : 2' },
    owner: 'staff',
    unit: { en: 'one more person', fr: 'une personne de plus' },
    worth: { perUnit: 6, low: 4.5, high: 7.5 },
    from: 2,
    to: 3,
    isOpen: true,
  },
  {
    id: 'rest',
    label: { en: 'Eleven hours of rest between two days', fr: 'Onze heures de repos entre deux journées' },
    owner: 'law',
    unit: { en: 'one hour less', fr: 'une heure de moins' },
    worth: null,
    from: 11,
    to: 11,
    isOpen: false,
  },
];

function proposal(): Proposal {
  const [variant] = compareDocument().variants;
  const { headlines, overall, transients, toMeasure } = variant!;
  const inputs = toMeasure.flatMap((one) => one.inputs);
  return {
    headlines,
    overall,
    others: [],
    week: BEST,
    daysSaved: {
      estimate: interval(53.8, 44.6, 63),
      assumptions: { low: 21.4, high: 88.2, least: 12, most: 97.3, values: [12, 40.2, 61.7, 97.3] },
    },
    verdict: 'lower',
    betterInSets: 1,
    toMeasure: inputs.slice(0, 1).map((one) => ({ ...one, demonstrated: true, widthLeft: 0.42 })),
    transients,
    rulesChecked: 1284,
    doubtful: [],
    toMove: [{ ...PLACE, class: 'A', patients: interval(3.4, 2.1, 4.7) }],
  };
}

const ASSUMED = [
  { en: 'opening: 07:00–21:00, Monday to Saturday', fr: 'ouverture : 07:00–21:00, du lundi au samedi' },
  { en: 'at most 8 changes', fr: '8 changements au plus' },
];

/** A week proposed and proved. */
export function optimizeDocument(): OptimizeDocument {
  const base = baseScenario();
  return {
    creneau: 1,
    command: 'optimize',
    scenario: { name: base.name, hash: scenarioHash(base) },
    stage: 'assumptions',
    seed: '7',
    weeks: 52,
    warmupWeeks: 20,
    level: 0.95,
    assumedRules: ASSUMED,
    choices: 214,
    leader: BEST,
    proposal: proposal(),
    targets: [
      {
        ...PLACE,
        class: 'A',
        days: 14,
        now: interval(17.2, 16.4, 18),
        proposed: interval(12.6, 12, 13.2),
        isReached: true,
      },
      {
        ...PLACE,
        class: 'H',
        days: 2,
        now: interval(3.1, 2.9, 3.3),
        proposed: interval(2.6, 2.4, 2.8),
        isReached: false,
      },
    ],
    ladder: [
      { atMost: 0, week: PRESENT, isModels: true, solved: solved() },
      { atMost: 1, week: ONE, isModels: true, solved: solved() },
      { atMost: 2, week: BEST, isModels: false, solved: solved() },
      {
        atMost: 4,
        week: {
          ...BEST,
          changes: [OPENED, { ...RESERVE, id: 'reserve/irm/0.5' }],
          daysSaved: interval(51, -3.4, 105),
          verdict: 'not-demonstrated',
          broken: [{ en: 'emergency wait', fr: 'attente des urgences' }],
        },
        isModels: true,
        solved: solved('time-limit', 0.023),
      },
      { atMost: 8, week: null, isModels: true, solved: solved('time-limit', null) },
    ],
    front: [
      {
        addedHours: 0,
        week: week([RESERVE], 9.8, interval(8.2, 2.1, 14.3)),
        isModels: true,
        solved: solved(),
      },
      { addedHours: 2, week: BEST, isModels: true, solved: solved() },
      {
        addedHours: 4,
        week: week([OPENED, { ...OPENED, id: 'open/irm/thu/720-840/A' }], 92.1, null),
        isModels: true,
        solved: solved(),
      },
    ],
    binding: BINDING,
    selection: {
      procedure: 'kn',
      candidates: 24,
      finalists: 17,
      alpha: 0.05,
      delta: 10,
      firstReplications: 10,
      mostReplications: 60,
      isCertified: true,
      tied: [ONE],
    },
    rounds: [
      { candidates: 16, simulations: 640, predictedDaysSaved: 80.1, simulatedDaysSaved: 51.2 },
      { candidates: 24, simulations: 1210, predictedDaysSaved: 63.2, simulatedDaysSaved: 55.4 },
    ],
    sets: compareDocument().sets,
    infeasible: null,
    notConsidered: [
      { en: 'another device, or another building', fr: 'un autre appareil, ou d’autres locaux' },
    ],
  };
}

/** Nothing is demonstrably better. */
export function noGain(): OptimizeDocument {
  const document = optimizeDocument();
  const unsure = (one: OptimizeDocument['ladder'][number]) =>
    one.week === null || one.atMost === 0
      ? one
      : {
          ...one,
          week: {
            ...one.week,
            daysSaved: interval(4.2, -6.1, 14.5),
            verdict: 'not-demonstrated' as const,
            broken: [],
          },
        };
  return {
    ...document,
    stage: 'selected',
    leader: null,
    proposal: null,
    targets: [],
    ladder: document.ladder.map(unsure),
    front: [],
    binding: [],
    sets: null,
    selection: { ...document.selection!, isCertified: false, tied: [] },
  };
}

/** After the first look. */
export const firstLook = (): OptimizeDocument => ({
  ...noGain(),
  stage: 'first',
  leader: { ...BEST, broken: [{ en: 'overtime', fr: 'dépassement horaire' }] },
  selection: null,
});

/** Rules that cannot hold together. */
export const impossible = (): OptimizeDocument => ({
  ...noGain(),
  leader: null,
  ladder: [],
  front: [],
  rounds: [],
  selection: null,
  infeasible: {
    conflict: [
      { label: { en: 'MRI open on Tuesday evenings', fr: 'IRM ouverte le mardi soir' }, owner: 'rule' },
      {
        label: { en: 'Technologists on Tuesdays from 18:00: 1', fr: 'Manipulateurs le mardi dès 18:00 : 1' },
        owner: 'staff',
      },
    ],
    isMinimal: true,
    relaxations: [
      {
        label: { en: 'Technologists on Tuesdays from 18:00', fr: 'Manipulateurs le mardi dès 18:00' },
        unit: { en: 'persons', fr: 'personnes' },
        from: 1,
        to: 2,
      },
    ],
  },
});

export function relaxedDocument(): RelaxedDocument {
  const { scenario } = optimizeDocument();
  return {
    creneau: 1,
    command: 'optimize --relaxed',
    scenario,
    device: 'irm',
    solved: { ...solved(), backend: 'javascript-lp-solver 1.0.3' },
    amounts: [
      { change: OPENED, amount: 0.75 },
      { change: RESERVE, amount: 1 },
    ],
    takes: BEST.takes,
    predictedDaysSaved: 58.4,
    assumedRules: ASSUMED,
  };
}

/** The proposed week of the document as a scenario. */
export const proposedScenario = (): Scenario => scenarioOf(EVENING);

const shared = (language: Language) => ({
  language,
  command: `creneau optimize ${BASE} --max-hours 2 --target "A:mri<=14d"`,
  version: '0',
});

export const optimizeText = (document: OptimizeDocument, language: Language): readonly string[] =>
  optimizePage(document, baseScenario(), { ...shared(language), style: PLAIN });

export const relaxedText = (document: RelaxedDocument, language: Language): readonly string[] =>
  relaxedPage(document, { ...shared(language), style: PLAIN });

export const optimizeMarkup = (document: OptimizeDocument, language: Language): string =>
  optimizeHtml(
    document,
    { present: baseScenario(), proposed: document.proposal === null ? null : proposedScenario() },
    { ...shared(language), draw: drawChart },
  );
