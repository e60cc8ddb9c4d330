import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenarioDocument } from '../../../src/io/scenario-file.ts';
import { checkScenario } from '../../../src/model/consistency/consistency.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { parseScenario } from '../../../src/model/load/load.ts';
import { asWritten } from '../../../src/model/load/path.ts';
import { salvageScenario } from '../../../src/model/load/salvage.ts';
import { device, flow, vacation } from '../consistency/scenario.ts';
import { CONSISTENCY_MISTAKES, SHAPE_MISTAKES } from './broken-parts.ts';
import { anyShapeMistake } from './shape-mistakes.ts';

const scenario = (changes: object = {}) => ({
  creneau: 1,
  name: 'test',
  sites: [{ id: 'ch' }],
  devices: [device],
  flows: [flow],
  ...changes,
});
const ofWeek = (...week: readonly object[]) =>
  scenario({ devices: [{ ...device, week: week.map((one) => ({ ...vacation, ...one })) }] });
const ofFlow = (changes: object) => scenario({ flows: [{ ...flow, ...changes }] });

/** Everything told of a value: shape, then consistency of what could be salvaged. */
function judge(raw: unknown): readonly Finding[] {
  const { input, findings, losses, written } = salvageScenario(raw);
  const checked = input === null ? [] : checkScenario(input, losses);
  return [...findings, ...checked.map((one) => ({ ...one, path: asWritten(written, one.path) }))];
}
const told = (raw: unknown) => judge(raw).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('salvageScenario', () => {
  it('gives a sound scenario as it is', () => {
    const { input, isWhole, findings, losses } = salvageScenario(scenario());
    expect([isWhole, findings, losses.isEmpty]).toEqual([true, [], true]);
    expect(input).toEqual(parseScenario(scenario()).input);
  });

  it('drops what is not well formed and keeps the rest', () => {
    const { input } = salvageScenario(ofFlow({ id: 'f', lead: 'soon', horizon: 20, colour: 'red' }));
    expect(input?.flows[0]).toEqual({ ...flow, id: 'f', horizon: 20 });
  });

  it('leaves the value it was given as it is', () => {
    const raw = ofFlow({ lead: 'soon' });
    const before = structuredClone(raw);
    salvageScenario(raw);
    expect(raw).toEqual(before);
  });

  it('keeps every position in a list', () => {
    expect(told(ofWeek({ type: 3 }, { from: '09:00' }))).toEqual([
      'not-in-list devices.0.week.0.type',
      'vacations-overlap devices.0.week.1',
    ]);
    expect(told(scenario({ devices: [7, device, device] }))).toEqual([
      'wrong-type devices.0',
      'duplicate-id devices.2.id',
    ]);
  });

  it('lets a vacation whose hours are not known collide with nothing', () => {
    for (const changes of [{ every: 'two' }, { evry: 2 }, { days: 'lundi' }, { from: 8 }]) {
      expect(told(ofWeek(changes, {})), JSON.stringify(changes)).toHaveLength(1);
    }
  });

  it('finds nothing missing that may only be lost', () => {
    expect(told(ofFlow({ 'per-week': 'many' }))).toEqual(['wrong-type flows.0.per-week']);
    expect(told(ofFlow({ modality: 'irm' }))).toEqual(['not-in-list flows.0.modality']);
    expect(told(scenario({ devices: null }))).toEqual(['wrong-type devices']);
    expect(told(scenario({ sites: [{ id: 'a b' }] }))).toEqual(['identifier sites.0.id']);
  });

  it('takes an unknown key for the one it is like, or for any that is not written', () => {
    expect(told(ofFlow({ 'per-week': undefined, 'per-wek': 3 }))).toEqual(['unknown-key flows.0.per-wek']);
    expect(told(ofFlow({ 'per-week': undefined, demandes: 3 }))).toEqual(['unknown-key flows.0.demandes']);
  });

  it('takes a note at the root for no part of the scenario', () => {
    const raw = { ...ofFlow({ exams: { hip: 1 } }), author: 'me' };
    expect(told(raw)).toEqual(['unknown-key author', 'unknown-exam flows.0.exams.hip']);
  });

  it('tells a mistake in a law that a mistake beside it had hidden', () => {
    const changeover = { p20: 10, p50: 5, p80: 20, status: 'mesured' };
    expect(told(scenario({ devices: [{ ...device, changeover }] }))).toEqual([
      'not-in-list devices.0.changeover.status',
      'quantile-order devices.0.changeover',
    ]);
  });

  it('tells no mistake that comes from what it dropped itself', () => {
    const changeover = { p20: 2, p50: 5, p80: 20, min: 'one' };
    expect(told(scenario({ devices: [{ ...device, changeover }] }))).toEqual([
      'quantity devices.0.changeover.min',
    ]);
  });

  it('places a reserve by class where it was written, although another one is dropped', () => {
    expect(told(ofWeek({ reserve: { A: 'soon', X: '30min' } }))).toEqual([
      'quantity devices.0.week.0.reserve.A',
      'unknown-reserve-target devices.0.week.0.reserve.X',
    ]);
  });

  it.each([5, null, 'text', [], [1], { creneau: 1 }, {}])('never throws: %j', (raw) => {
    expect(salvageScenario(raw).findings.length).toBeGreaterThan(0);
  });
});

describe('one mistake of each kind', () => {
  it.each(Object.keys(SHAPE_MISTAKES))('%s is told together with any other in another item', (name) => {
    const shape = SHAPE_MISTAKES[name]!;
    for (const [other, consistency] of Object.entries(CONSISTENCY_MISTAKES)) {
      if (consistency.except?.includes(name) === true) continue;
      const findings = told(shape.spoil(consistency.spoil(TWO_SITES())));
      expect(findings, `${name} with ${other}`).toEqual(
        expect.arrayContaining([shape.told, consistency.told]),
      );
    }
  });
});

/** Two hospitals, each with an MRI and its flows: a mistake in one leaves the other as it is. */
function TWO_SITES() {
  const of = (site: string) => ({
    device: {
      id: `irm-${site}`,
      site,
      modality: 'mri',
      week: [{ ...vacation }, { ...vacation, days: 'sat' }],
    },
    flows: ['A', 'H'].map((patientClass) => ({
      id: `${patientClass}-${site}`,
      site,
      modality: 'mri',
      class: patientClass,
      'per-week': 30,
    })),
  });
  const [a, b] = [of('a'), of('b')];
  return {
    creneau: 1,
    name: 'two',
    calendar: { start: '2026-01-05', closures: [{ site: 'a', from: 3, days: 1 }] },
    run: { weeks: 40 },
    exams: { knee: { modality: 'mri' } },
    sites: [{ id: 'a' }, { id: 'b' }],
    devices: [a!.device, b!.device],
    flows: [...a!.flows, ...b!.flows],
  } as never;
}

/** Names in free mappings are no form: a mapping replaced by another one lacks the names it had. */
const breaksForm = (raw: unknown): boolean => {
  const { findings } = parseScenario(raw);
  return (
    findings.length > 0 &&
    findings.every(({ code, path }) => code === 'unknown-key' || path.at(-1) !== 'nope')
  );
};

const FOLDER = 'scenarios';
const SCENARIOS = [
  ...readdirSync(FOLDER).map((file) => `${FOLDER}/${file}`),
  ...readdirSync(`${FOLDER}/theory`).map((file) => `${FOLDER}/theory/${file}`),
]
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readScenarioDocument(file).document?.value);

describe('a salvaged scenario', () => {
  const mistakes = Object.values(CONSISTENCY_MISTAKES);
  const anyBase = fc.oneof(
    fc.constantFrom(...SCENARIOS),
    fc
      .array(fc.constantFrom(...mistakes), { maxLength: 3 })
      .map((some) => some.reduce((raw, { spoil }) => spoil(raw) as never, TWO_SITES())),
  );

  it('gives no finding that the same scenario mended would not give', () => {
    fc.assert(
      fc.property(
        anyBase.chain((base) =>
          fc.tuple(fc.constant(base), fc.array(anyShapeMistake(base), { minLength: 1, maxLength: 3 })),
        ),
        ([base, spoilings]) => {
          const broken = spoilings.reduce((raw: unknown, { spoil }) => spoil(raw), base);
          // Each by itself breaks the form of what it spoils: the mended scenario has the value from before.
          fc.pre(spoilings.every(({ spoil }) => breaksForm(spoil(base))));
          const mended = new Set(told(base));
          const own = new Set(
            salvageScenario(broken).findings.map(({ code, path }) => `${code} ${path.join('.')}`),
          );
          const strange = told(broken).filter((one) => !own.has(one) && !mended.has(one));
          expect(strange).toEqual([]);
        },
      ),
      { numRuns: RUNS, ...(SEED === null ? {} : { seed: SEED }) },
    );
  });
});

const RUNS = Number(process.env.SALVAGE_RUNS ?? 400);
const SEED = process.env.SALVAGE_RUNS === undefined ? 20261 : null;
