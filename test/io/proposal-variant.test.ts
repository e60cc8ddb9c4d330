/** Proposed weeks written as variants: what is read back is the week that was simulated, whatever it changes. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeScenario, loadScenario } from '../../src/cli/load-scenario.ts';
import { parseDocument } from '../../src/io/document.ts';
import { exactWeights } from '../../src/io/proposal-demand.ts';
import { type ProposalSentence, proposalVariant } from '../../src/io/proposal-variant.ts';
import { readScenarioDocument } from '../../src/io/scenario-file.ts';
import { scenarioHash } from '../../src/model/hash.ts';
import { mergeDocuments } from '../../src/model/load/merge.ts';
import { defaultRules } from '../../src/model/rules/defaults.ts';
import type { Device, Scenario, Vacation } from '../../src/model/scenario.ts';
import { LEVERS } from '../../src/optimize/levers/registry.ts';
import { applyPicks } from '../../src/optimize/week/catalogue/apply.ts';
import { catalogue } from '../../src/optimize/week/catalogue/catalogue.ts';
import { mostOf, type Pick } from '../../src/optimize/week/change.ts';

const FILES = ['hopital-reference', 'gie-irm', 'every-effect', 'scanner-urgences'].map(
  (name) => `scenarios/${name}.yaml`,
);
/** Levers that change weeks, slots, exam shares, owners or reading hours. */
const WRITABLE = [
  ...['evening', 'saturday', 'on-call-start', 'two-part-nights', 'inpatient-reserve', 'reserve-release'],
  ...['emergency-places', 'emergency-vacation', 'open-vacation', 'staff-hours-ct-to-mri', 'reading-hours'],
  ...['real-durations', 'late-start', 'early-end'],
];

interface Base {
  readonly file: string;
  readonly written: unknown;
  readonly input: NonNullable<ReturnType<typeof loadScenario>['input']>;
  readonly scenario: Scenario;
}

function baseOf(file: string): Base {
  const { written, input, scenario } = loadScenario(file);
  return { file, written, input: input!, scenario: scenario! };
}
const BASES = FILES.map(baseOf);

function variantOf(base: Base, proposed: Scenario, sentences: readonly ProposalSentence[] = []) {
  return proposalVariant(base, proposed, sentences, {
    extended: 'base.yaml',
    name: { en: 'proposed', fr: 'proposée' },
    logPath: (_, log) => log,
  });
}

/** The scenario that a variant gives, read as any file; null when it is refused. */
function readBack(base: Base, variant: NonNullable<ReturnType<typeof variantOf>>): Scenario | null {
  const { locate } = readScenarioDocument(base.file).document!;
  const { extends: extended, ...own } = parseDocument(variant.text, 'v').document!.value as Record<
    string,
    unknown
  >;
  expect(extended !== undefined).toBe(variant.isExtending);
  const value = variant.isExtending ? mergeDocuments(base.written, own) : own;
  return judgeScenario({ value, locate: variant.isExtending ? locate : () => ({ file: base.file }) })
    .scenario;
}

function expectSame(base: Base, proposed: Scenario): void {
  const variant = variantOf(base, proposed);
  expect(variant).not.toBeNull();
  const back = readBack(base, variant!);
  expect(back).not.toBeNull();
  expect(scenarioHash(back!)).toBe(scenarioHash(proposed));
}

describe('a variant of a proposed week', () => {
  it.each(BASES)('gives back every change of levers that it can say: $file', (base) => {
    const cases = LEVERS.filter(({ id }) => WRITABLE.includes(id)).flatMap(
      (lever) => lever.cases(base.scenario).cases,
    );
    if (base.file.includes('every-effect')) expect(cases.length).toBeGreaterThan(40);
    for (const one of cases) expectSame(base, one.apply(base.scenario, one.strength.value));
  });

  it.each(BASES)('gives back any set of changes of the catalogue: $file', (base) => {
    const changes = catalogue(base.scenario, defaultRules(base.scenario));
    const pick = fc
      .nat(Math.max(0, changes.length - 1))
      .chain((rank) =>
        fc
          .integer({ min: 1, max: changes[rank] === undefined ? 1 : mostOf(changes[rank]) })
          .map((times) => ({ rank, times })),
      );
    fc.assert(
      fc.property(fc.uniqueArray(pick, { selector: ({ rank }) => rank, maxLength: 5 }), (chosen) => {
        const picks = chosen.flatMap(({ rank, times }): readonly Pick[] =>
          changes[rank] === undefined ? [] : [{ change: changes[rank], times }],
        );
        expectSame(base, applyPicks(base.scenario, picks));
      }),
      { numRuns: 15, seed: 6 },
    );
  });

  it('keeps the lines that stay as they were written, and writes what is new in full', () => {
    const [base] = BASES;
    const evening = LEVERS.find(({ id }) => id === 'evening')!
      .cases(base!.scenario)
      .cases.find(({ device }) => device === 'irm')!;
    const proposed = evening.apply(base!.scenario, evening.strength.value);
    const sentences = [{ devices: ['irm'], site: 'ch', text: 'irm: an evening\nopened' }];
    expect(variantOf(base!, proposed, sentences)!.text).toBe(
      [
        'extends: base.yaml',
        'name: {en: proposed, fr: proposée}',
        'devices:',
        '  # irm: an evening opened',
        '  - id: irm',
        '    week:',
        '      - {days: mon-fri, from: "08:00", to: "18:30", type: public-scheduled, reserve: {H: 105min, release: 1d}}',
        '      - {days: tue, from: "18:30", to: "20:30", type: public-scheduled, accepts: {classes: [A]}}',
        '      - {days: sat, from: "08:00", to: "12:30", type: public-scheduled}',
        '',
      ].join('\n'),
    );
  });

  it('stands alone where one of several devices of a count changes, and says it extends nothing', () => {
    const base = BASES.find(({ file }) => file.includes('every-effect'))!;
    const evening = LEVERS.find(({ id }) => id === 'evening')!.cases(base.scenario).cases;
    const one = evening.find(({ device }) => device === 'scanner-nord-1')!;
    const variant = variantOf(base, one.apply(base.scenario, one.strength.value))!;
    expect(variant.isExtending).toBe(false);
    expect(variant.text).not.toContain('extends:');
    expect(variant.text).toContain('id: scanner-nord-1');
    const both = evening.filter(({ device }) => device?.startsWith('scanner-nord-'));
    const alike = both.reduce((now, { apply, strength }) => apply(now, strength.value), base.scenario);
    expect(both.length).toBe(2);
    expect(variantOf(base, alike)!.isExtending).toBe(true);
  });

  it('is null for minutes kept for patients that no one name says', () => {
    const [base] = BASES;
    const flows = ['irm-A', 'irm-H'];
    const week = (device: Device): readonly Vacation[] =>
      device.week.map((one) => ({ ...one, reserves: one.reserves.map((kept) => ({ ...kept, flows })) }));
    const devices = base!.scenario.devices.map((one) =>
      one.id === 'irm' ? { ...one, week: week(one) } : one,
    );
    expect(variantOf(base!, { ...base!.scenario, devices })).toBeNull();
  });

  it('says nothing of what it cannot write, so that reading it back tells', () => {
    const [base] = BASES;
    const devices = base!.scenario.devices.map((one) => ({ ...one, speed: 2 }));
    const proposed = { ...base!.scenario, devices };
    const back = readBack(base!, variantOf(base!, proposed)!);
    expect(scenarioHash(back!)).not.toBe(scenarioHash(proposed));
  });
});

it('weights of shares give them back to the last bit', () => {
  const shares = fc
    .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 10 })
    .map((weights) => {
      const total = weights.reduce((sum, one) => sum + one, 0);
      return weights.map((one) => one / total);
    });
  let found = 0;
  fc.assert(
    fc.property(shares, (wanted) => {
      const weights = exactWeights(wanted);
      if (weights === null) return;
      found += 1;
      const total = weights.reduce((sum, one) => sum + one, 0);
      expect(weights.map((one) => one / total)).toEqual(wanted);
    }),
    { numRuns: 200, seed: 6 },
  );
  expect(found).toBeGreaterThan(190);
});
