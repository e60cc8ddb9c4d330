/** A result made by hand, so that what the table prints depends on no engine. */
import { completeScenario } from '../../src/model/complete/complete.ts';
import { parseScenario } from '../../src/model/load/load.ts';
import type { Estimate } from '../../src/model/results/estimate.ts';
import type {
  AccessDelay,
  CauseMinutes,
  DeviceIndicators,
  FlowBooks,
  Indicator,
  ModalityIndicators,
  PerClass,
  SimulationDocument,
} from '../../src/model/results/results.ts';
import type { Assumption, Scenario } from '../../src/model/scenario.ts';

export const about = (mean: number, half = 0): Estimate => ({
  mean,
  low: mean - half,
  high: mean + half,
  n: 10,
});

const perClass = <T>(A: T, H: T, R: T, U: T): PerClass<T> => ({ A, H, R, U });
const none = perClass<Indicator>(about(0), about(0), about(0), about(0));
const delay = (mean: number, half = 0.3): AccessDelay<Indicator> => ({
  mean: about(mean, half),
  p20: about(Math.floor(mean / 2)),
  p50: about(mean - 0.4, half),
  p80: about(2 * mean, half),
});
const never: AccessDelay<Indicator> = { mean: null, p20: null, p50: null, p80: null };
const wait = (mean: number, half = 0.2) => ({
  mean: about(mean, half),
  p50: about(mean / 2, half),
  p90: about(3 * mean, half),
});
const report = (minutes: number) => ({
  p20: about(minutes / 10, 3),
  p50: about(minutes, 20),
  p80: about(12 * minutes, 60),
});

const causes = (exams: number): CauseMinutes<Indicator> => ({
  exams: about(exams, 12),
  interExam: about(400, 2),
  lateStart: about(50),
  earlyEnd: about(30, 1),
  unfilled: about(2820 - exams - 530, 12),
  noShow: about(50, 3),
  breakdown: about(0),
  planned: about(0),
});

export function deviceResult(exams = 1700): DeviceIndicators<Indicator> {
  const { exams: _exams, planned: _planned, ...lostMinutes } = causes(exams);
  return {
    opening: { scheduled: about(47), extended: about(47), total: about(168) },
    occupancy: {
      scheduled: about(exams / 2820, 0.004),
      extended: about(exams / 2820, 0.004),
      total: about(0.2, 0.001),
    },
    fillRate: about(0.98, 0.001),
    volume: {
      A: about(87, 0.6),
      H: about(41.5, 0.5),
      R: about(4, 0.2),
      U: about(33, 0.9),
      all: about(165.5, 1.2),
      night: about(9.6, 0.4),
    },
    icrPerHour: { scheduled: about(142.9, 1.3), extended: about(142.9, 1.3) },
    wait: perClass(wait(5.4), wait(9.1, 1.2), wait(522, 124), wait(7.8)),
    overtime: { minutesPerWeek: about(31.6, 4), share: about(0.288, 0.02) },
    lostMinutes,
    openingMinutes: { scheduled: causes(exams), extended: causes(exams), total: causes(exams) },
  };
}

export function modalityResult(firstA: Indicator = about(21, 0.6)): ModalityIndicators<Indicator> {
  const first = { ...delay(20), p50: firstA };
  return {
    access: perClass(delay(21.7), delay(2.7), never, never),
    firstAvailable: perClass(first, delay(2), never, never),
    thirdNextAvailable: perClass(delay(21), delay(2.4), never, never),
    byExam: {
      brain: perClass(
        { access: delay(21), firstAvailable: delay(21) },
        { access: delay(2.5), firstAvailable: delay(2.4) },
        { access: never, firstAvailable: never },
        { access: never, firstAvailable: never },
      ),
      knee: perClass(
        { access: delay(28), firstAvailable: delay(27) },
        { access: never, firstAvailable: never },
        { access: never, firstAvailable: never },
        { access: never, firstAvailable: never },
      ),
    },
    withinTarget: perClass<Indicator>(about(0.81, 0.02), null, null, null),
    requested: perClass(about(152, 2.8), about(57, 0.7), about(4, 0.2), about(33, 0.9)),
    declined: perClass(about(61, 2.2), about(14, 0.4), about(0), about(0)),
    refused: none,
    diverted: perClass(about(0), about(0), about(0), about(1.1, 0.2)),
    blocked: none,
    reneged: none,
    noShow: perClass(about(3.8, 0.4), about(1.7, 0.2), about(0), about(0)),
    cancelled: none,
    rebooked: none,
    report: perClass(report(60), report(360), report(90), report(90)),
  };
}

const assumption = (path: string, rest: Partial<Assumption>): Assumption => ({
  path,
  value: 10,
  unit: 'min',
  range: null,
  status: 'assumed',
  source: { en: 'a study', fr: 'une étude' },
  from: 'defaults',
  ...rest,
});

export const ASSUMPTIONS: readonly Assumption[] = [
  assumption('devices.irm.late-start', { value: 5, range: [0, 20] }),
  assumption('flows.ch/mri/A.accept.tau', { value: 30, unit: 'd', range: [10, 60] }),
  assumption('flows.ch/mri/A.no-show', { value: 0.04, unit: 'ratio', range: [0.01, 0.1] }),
  assumption('flows.ch/mri/H.no-show', { value: 0.04, unit: 'ratio', range: [0.01, 0.1] }),
  assumption('flows.ch/mri/A.punctuality', { value: -10, range: [-20, 0] }),
  assumption('devices.irm.slots.A', { value: 28, range: [20, 45], status: 'calibrated' }),
  assumption('exams.knee.durations.A', {
    value: 20,
    status: 'measured',
    source: { en: 'ANAP 2010', fr: 'ANAP 2010' },
  }),
  assumption('devices.irm.changeover', { value: 0 }),
];

export const BOOKS: FlowBooks = {
  flow: 'ch/mri/A',
  site: 'ch',
  in: { requested: 15_000, backlog: 200, received: 0 },
  out: {
    done: 9000,
    declined: 6000,
    refused: 0,
    diverted: 0,
    blocked: 0,
    reneged: 0,
    noShow: 100,
    cancelled: 0,
    passedOn: 0,
  },
  left: { booked: 90, waiting: 5, inRoom: 5 },
};

/** A scenario of MRIs, one a site, in a department of one exam of each of two types. */
export function fixtureScenario(sites: readonly string[] = ['ch']): Scenario {
  const { input, findings } = parseScenario({
    creneau: 1,
    name: { en: 'A hospital', fr: 'Un hôpital' },
    exams: {
      brain: { modality: 'mri', label: { en: 'Brain MRI', fr: 'IRM de l’encéphale' } },
      knee: { modality: 'mri', label: { en: 'Knee MRI', fr: 'IRM du genou' } },
    },
    sites: sites.map((id) => ({ id, label: `Centre ${id}` })),
    devices: sites.map((site) => ({
      id: site === 'ch' ? 'irm' : `irm-${site}`,
      site,
      modality: 'mri',
      week: [{ days: 'mon-fri', from: '08:00', to: '18:00', type: 'public-scheduled' }],
    })),
    flows: sites.map((site) => ({
      site,
      modality: 'mri',
      class: 'A',
      'per-week': 100,
      exams: { brain: 0.5, knee: 0.5 },
    })),
  });
  if (input === null) throw new Error(JSON.stringify(findings));
  return completeScenario(input);
}

/** The document of that scenario; `changes` replace its parts. */
export function fixtureDocument(
  scenario: Scenario = fixtureScenario(),
  changes: Partial<SimulationDocument> = {},
): SimulationDocument {
  return {
    creneau: 1,
    command: 'simulate',
    scenario: { name: scenario.name, hash: '0123456789abcdef' },
    seed: '2010',
    replications: 10,
    weeks: 104,
    warmupWeeks: 15,
    devices: Object.fromEntries(scenario.devices.map(({ id }) => [id, deviceResult()])),
    sites: Object.fromEntries(scenario.sites.map(({ id }) => [id, { mri: modalityResult() }])),
    weekly: {},
    books: [BOOKS],
    unstable: [],
    fit: [],
    assumptions: ASSUMPTIONS,
    warnings: [],
    ...changes,
  };
}
