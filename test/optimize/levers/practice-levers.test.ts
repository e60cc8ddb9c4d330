/** What holds of every lever of practice and demand, on every scenario shipped. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../src/engine/compile.ts';
import { runReplication } from '../../../src/engine/simulate.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import type { LeverCase } from '../../../src/optimize/levers/lever.ts';
import { PRACTICE_LEVERS } from '../../../src/optimize/levers/practice.ts';
import { device, flow, scenarioNamed, scenarioOf } from '../../engine/play.ts';
import { changedPaths } from './changed-paths.ts';

const FILES = ['hopital-reference.yaml', 'gie-irm.yaml', 'scanner-urgences.yaml', 'every-effect.yaml'];

const SLOTS = [
  String.raw`^exams/[^/]+\.short-\w+$`,
  '^devices/[^/]+/slotSecondsByExam/',
  String.raw`^devices/[^/]+/week/#\d+/exams/`,
  '^flows/[^/]+/exams/',
];

/** The only places a lever may write to. */
const MAY_CHANGE: Readonly<Record<string, readonly string[]>> = {
  'real-durations': SLOTS,
  'late-start': [...SLOTS, '^devices/[^/]+/week/[^/]+/lateStart/'],
  'early-end': [...SLOTS, '^devices/[^/]+/week/[^/]+/earlyEndSeconds$'],
  'dockable-table': [...SLOTS, '^devices/[^/]+/(changeover/.+|speed)$'],
  'preparation-room': [...SLOTS, '^devices/[^/]+/(changeover/.+|speed)$'],
  overbooking: ['^flows/[^/]+/overbook$'],
  reminders: ['^flows/[^/]+/(noShow|cancel)/'],
  relevance: ['^flows/[^/]+/(perWeek$|log/)'],
  'ct-to-mri': ['^flows/[^/]+/(perWeek$|log/)'],
};

const casesOf = (scenario: Scenario): readonly LeverCase[] =>
  PRACTICE_LEVERS.flatMap((lever) => lever.cases(scenario).cases);

const playOneWeek = (scenario: Scenario) =>
  runReplication(compileScenario(scenario, 1), { seed: '1', replication: 0, snapshotWeeks: 0 });

/** Ids in order, shares that add up, slots on the grid, exams that exist. */
function flaws(scenario: Scenario): readonly string[] {
  const isSorted = (list: readonly { readonly id: string }[]) =>
    list.every(({ id }, rank) => rank === 0 || list[rank - 1]!.id < id);
  const exams = new Set(scenario.exams.map(({ id }) => id));
  return [
    ...(isSorted(scenario.exams) && isSorted(scenario.flows) && isSorted(scenario.devices) ? [] : ['order']),
    ...scenario.flows.flatMap((one) => {
      const total = one.exams.reduce((sum, { share }) => sum + share, 0);
      return [
        ...(Math.abs(total - 1) < 1e-9 && one.exams.every(({ share }) => share > 0)
          ? []
          : [`${one.id} shares`]),
        ...(isSorted(one.exams) && one.exams.every(({ id }) => exams.has(id)) ? [] : [`${one.id} exams`]),
        ...(one.perWeek >= 0 && one.noShow.base >= 0 && one.noShow.max <= 1 ? [] : [`${one.id} numbers`]),
        ...(one.cancel.probability >= 0 && one.cancel.probability <= 1 ? [] : [`${one.id} cancel`]),
      ];
    }),
    ...scenario.devices.flatMap((one) =>
      Object.entries(one.slotSecondsByExam).flatMap(([exam, slots]) => [
        ...(exams.has(exam) ? [] : [`${one.id} ${exam}`]),
        ...(Object.values(slots).every((slot) => slot >= 300) ? [] : [`${one.id} ${exam} slot`]),
      ]),
    ),
    ...scenario.devices.flatMap((one) =>
      one.week.flatMap(({ exams: accepted, earlyEndSeconds }, rank) =>
        (accepted === null || accepted.every((exam) => exams.has(exam))) && earlyEndSeconds >= 0
          ? []
          : [`${one.id} vacation ${rank}`],
      ),
    ),
  ];
}

describe.each(FILES)('on %s', (file) => {
  const base = scenarioNamed(file);
  const cases = casesOf(base);

  it('every case has an id of its own and a range around its strength', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    for (const { strength } of cases) {
      expect(strength.range[0]).toBeLessThanOrEqual(strength.value);
      expect(strength.range[1]).toBeGreaterThanOrEqual(strength.value);
    }
  });

  it('a lever of no strength gives the scenario itself', () => {
    for (const one of cases) expect(one.apply(base, 0)).toBe(base);
  });

  it('a lever writes only where it says, and does write there', () => {
    const before = JSON.stringify(base);
    for (const one of cases) {
      const changed = changedPaths(base, one.apply(base, one.strength.value));
      const allowed = MAY_CHANGE[one.lever]!.map((pattern) => new RegExp(pattern, 'u'));
      expect(changed.length, one.id).toBeGreaterThan(0);
      expect(
        changed.filter((path) => !allowed.some((pattern) => pattern.test(path))),
        one.id,
      ).toEqual([]);
    }
    expect(JSON.stringify(base)).toBe(before);
  });

  it('a lever touches no department but those it names', () => {
    for (const one of cases) {
      const after = one.apply(base, one.strength.value);
      const isNamed = (site: string, modality: 'ct' | 'mri') =>
        site === one.site && one.modalities.includes(modality);
      const here = new Set(base.devices.filter((d) => isNamed(d.site, d.modality)).map(({ id }) => id));
      for (const d of after.devices) {
        const was = base.devices.find(({ id }) => id === d.id)!;
        const slots = Object.fromEntries(
          Object.entries(d.slotSecondsByExam).filter(([exam]) => !exam.includes('.short-')),
        );
        if (!here.has(d.id)) {
          expect(slots, `${one.id} ${d.id}`).toEqual(was.slotSecondsByExam);
          expect(
            changedPaths(was, d).filter((path) => !/slotSecondsByExam|week\/#\d+\/exams/.test(path)),
          ).toEqual([]);
        }
      }
      for (const f of after.flows) {
        const was = base.flows.find(({ id }) => id === f.id)!;
        if (!f.sites.some((site) => isNamed(site, f.modality))) expect(f).toBe(was);
      }
    }
  });

  it('a scenario under any lever, at both ends of its range, is sound and plays a week', () => {
    for (const one of cases)
      for (const strength of one.strength.range) {
        const after = one.apply(base, strength);
        expect(flaws(after), one.id).toEqual([]);
        expect(() => playOneWeek(after), one.id).not.toThrow();
      }
  });

  it('levers follow each other in any order, and twice, without an exception', () => {
    const forwards = cases.reduce((scenario, one) => one.apply(scenario, one.strength.value), base);
    const backwards = [...cases, ...cases]
      .reverse()
      .reduce((s, one) => one.apply(s, one.strength.value), base);
    for (const scenario of [forwards, backwards]) {
      expect(flaws(scenario)).toEqual([]);
      expect(() => playOneWeek(scenario)).not.toThrow();
    }
  });
});

describe('where a lever does not apply', () => {
  const bare = scenarioOf({ devices: [device()], flows: [flow()] });

  it('there is no case where nothing is lost, absent or inserted', () => {
    expect(casesOf(bare).map(({ lever }) => lever)).toEqual([
      'real-durations',
      'preparation-room',
      'relevance',
    ]);
  });

  it('there is no case for an emergency scanner without appointments', () => {
    expect(casesOf(scenarioNamed('scanner-urgences.yaml'))).toEqual([]);
  });

  it('durations that are not there make real durations not rankable', () => {
    const unknown = scenarioOf({ devices: [device()], flows: [flow({ durations: 0 })] });
    const found = PRACTICE_LEVERS.flatMap((lever) => lever.cases(unknown).notRankable);
    expect(found.map(({ lever, without }) => `${lever}: ${without.en}`)).toEqual([
      'real-durations: the durations of your exams',
      'preparation-room: the durations of your exams',
    ]);
  });

  it('only what an MRI can have is proposed to a scanner', () => {
    const ids = casesOf(scenarioNamed('hopital-reference.yaml')).map(({ id }) => id);
    expect(ids).toContain('dockable-table:ch/mri');
    expect(ids).not.toContain('dockable-table:ch/ct');
  });
});
