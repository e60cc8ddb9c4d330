/** The JSON Schema against an independent validator, and against the parser it describes. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readScenarioDocument } from '../../../src/io/scenario-file.ts';
import { FIXED_DEFAULTS } from '../../../src/model/complete/defaults-fixed.ts';
import { parseScenario } from '../../../src/model/load/load.ts';
import { scenarioJsonSchema } from '../../../src/model/schema/json-schema.ts';
import { anyScenario } from '../../engine/any-scenario.ts';
import {
  type Json,
  LAWS,
  rich,
  scenario,
  withDevice,
  withFlow,
  withLaw,
  withVacation,
} from './json-schema-cases.ts';

const schema = scenarioJsonSchema('en');
/** What editors say of a text: no part of the standard. */
const OPTIONS = { allowUnionTypes: true, keywords: ['patternErrorMessage'] };
const validate = new Ajv({ ...OPTIONS, allErrors: true }).compile(schema);
const isValid = (raw: unknown): boolean => validate(raw) as boolean;

/** What only the numbers together tell: left to the parser. */
const BEYOND_SCHEMA = ['quantile-order', 'range-order', 'weights-length', 'weights-zero'];

/** Null: accepted; otherwise whether the parser's complaint is one that a schema can tell. */
function parsed(raw: unknown): 'accepted' | 'structural' | 'beyond' {
  const { input, findings } = parseScenario(raw);
  if (input !== null) return 'accepted';
  return findings.every(({ code }) => BEYOND_SCHEMA.includes(code)) ? 'beyond' : 'structural';
}

/** What the two say of a value, as one text, for values both must judge alike. */
function verdicts(raw: unknown): string {
  const own = parsed(raw);
  const other = isValid(raw);
  if (own === 'beyond') return 'alike';
  return (own === 'accepted') === other ? 'alike' : `parser ${own}, schema ${other}: ${JSON.stringify(raw)}`;
}

/** Variants, which hold only their differences, among them. */
const files = ['scenarios', 'scenarios/theory'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`),
);
const read = (file: string): unknown => parse(readFileSync(file, 'utf8'));

describe('the schema', () => {
  it('is sound draft-07, its unknown keywords and types refused', () => {
    expect(new Ajv(OPTIONS).validateSchema(schema)).toBe(true);
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  });

  it('is frozen, and the same but for its words in both languages', () => {
    const shape = (value: unknown): string =>
      JSON.stringify(value, (key, inner) =>
        ['description', 'title', 'patternErrorMessage'].includes(key) ? undefined : inner,
      );
    expect(Object.isFrozen(schema)).toBe(true);
    expect(shape(scenarioJsonSchema('fr'))).toBe(shape(schema));
    expect(scenarioJsonSchema('fr')).not.toEqual(schema);
  });

  it('describes every key, in the language asked for', () => {
    const { scenario: whole } = scenarioJsonSchema('fr').definitions as { scenario: Json };
    const undescribed: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries((node as Json).properties ?? {})) {
        if (typeof (value as Json).description !== 'string') undescribed.push(`${path}.${key}`);
      }
      for (const [key, value] of Object.entries(node)) visit(value, `${path}.${key}`);
    };
    visit(whole, '');
    expect(undescribed).toEqual([]);
    expect(JSON.stringify(whole)).toContain('inter-examens : de la sortie d’un patient');
    expect(JSON.stringify(whole)).not.toContain('changeover: from one patient');
  });

  it('tells the default of a key where one value stands, and nowhere else', () => {
    const { scenario: whole } = schema.definitions as { scenario: { properties: Record<string, Json> } };
    const run = whole.properties.run!.properties as Record<string, Json>;
    const flow = (whole.properties.flows!.items as { properties: Record<string, Json> }).properties;
    expect(run.weeks!.default).toBe(FIXED_DEFAULTS['run.weeks']);
    expect(flow.owner!.default).toBe('public');
    expect(flow.horizon).not.toHaveProperty('default');
    expect(flow.class).not.toHaveProperty('default');
  });

  it('takes its own defaults', () => {
    let count = 0;
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if (Object.hasOwn(node, 'default')) {
        count++;
        const own = new Ajv({ strict: false }).compile({ definitions: schema.definitions, ...node } as Json);
        expect(own((node as Json).default), JSON.stringify(node)).toBe(true);
      }
      Object.values(node).forEach(visit);
    };
    visit((schema.definitions as Json).scenario);
    visit((schema.definitions as Json).law);
    expect(count).toBeGreaterThan(30);
  });
});

describe('a scenario that is accepted', () => {
  it.each(files)('%s is, by both', (file) => {
    const whole = readScenarioDocument(file).document!.value;
    expect([parsed(whole), isValid(whole)]).toEqual(['accepted', true]);
    expect(isValid(read(file)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  it('is accepted whatever its effects', () => {
    fc.assert(
      fc.property(anyScenario, (parts) => {
        expect(verdicts({ creneau: 1, name: 'x', ...parts })).toBe('alike');
        expect(isValid({ creneau: 1, name: 'x', ...parts })).toBe(true);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it.each(LAWS.map((law) => [JSON.stringify(law), law] as const))('may have the duration %s', (_, law) => {
    expect([parsed(withLaw(law)), isValid(withLaw(law))]).toEqual(['accepted', true]);
  });

  it.each([
    withVacation({ days: ['mon', ' wed-fri '] }),
    withVacation({ days: ' mon , wed-fri' }),
    withVacation({ from: '8:00', to: '24:00' }),
    withVacation({ reserve: { H: '90min', 'any flow': 5, release: '1d', kind: 'nested' } }),
    withVacation({ reserve: {} }),
    withVacation({ reserve: Object.fromEntries('abcdefgh'.split('').map((name) => [name, 5])) }),
    withVacation({
      reserve: {
        ...Object.fromEntries('abcdefgh'.split('').map((name) => [name, 5])),
        release: 1,
        kind: 'fixed',
      },
    }),
    withVacation({ 'early-end': '-0min' }),
    withDevice({ 'closed-room': { U: 'divert' } }),
    withDevice({ id: 'IRM-1.b_é' }),
    withFlow({ accept: 'always' }),
    withFlow({ accept: { table: [[0, 1]] } }),
    withFlow({ devices: { d: 0.5 } }),
    withFlow({ backlog: { patients: 3 } }),
    scenario({ name: { en: 'x', fr: 'y' } }),
    scenario({ run: { seed: 'a', 'warmup-weeks': 'auto' } }),
    rich,
  ])('may be case %#', (raw) => {
    expect([parsed(raw), isValid(raw)]).toEqual(['accepted', true]);
  });
});

describe('a scenario with a structural mistake', () => {
  it.each([
    scenario({ nmae: 'x' }),
    scenario({ creneau: 2 }),
    scenario({ sites: [] }),
    scenario({ defaults: 'anap' }),
    scenario({ run: { weeks: 0 } }),
    scenario({ run: { weeks: 1.5 } }),
    scenario({ run: { weeks: '52' } }),
    scenario({ calendar: { start: '30/03/2026' } }),
    scenario({ exams: { x: {} } }),
    withDevice({ id: 'with space' }),
    withDevice({ modality: 'irm' }),
    withDevice({ count: 21 }),
    withDevice({ order: ['A', 'H'] }),
    withDevice({ 'closed-room': { X: 'wait' } }),
    withDevice({ preparation: { places: 2 } }),
    withDevice({ breakdowns: { repair: 10 } }),
    withDevice({ slots: { A: -5 } }),
    withVacation({ days: 'fri-mon' }),
    withVacation({ days: 'lundi' }),
    withVacation({ days: ['mon,tue'] }),
    withVacation({ from: '24:01' }),
    withVacation({ from: 8 }),
    withVacation({ 'early-end': '-1min' }),
    withVacation({ reserve: { H: 'soon' } }),
    withVacation({ reserve: [{ for: 'H' }] }),
    withVacation({ reserve: Object.fromEntries('abcdefghi'.split('').map((name) => [name, 5])) }),
    withVacation({
      reserve: { ...Object.fromEntries('abcdefghi'.split('').map((name) => [name, 5])), release: 1 },
    }),
    withVacation({ accepts: { classes: [] } }),
    withFlow({ class: 'X' }),
    withFlow({ 'no-show': 1.1 }),
    withFlow({ 'per-week': { value: 10, unit: 'week' } }),
    withFlow({ accept: { tau: '30' } }),
    withFlow({ backlog: { patients: 2, delay: 3 } }),
    withFlow({ profile: [1, 2, 3] }),
    withFlow({ label: null }),
    withLaw({ law: 'poisson', mean: 3 }),
    withLaw({ law: 'exponential' }),
    withLaw({ law: 'exponential', mean: 0 }),
    withLaw({ law: 'exponential', mean: '0 min' }),
    withLaw({ law: 'lognormal', mean: 3, cv: 0 }),
    withLaw({ law: 'deterministic', value: 1, typo: 2 }),
    withLaw({ p20: 5, p50: 10 }),
    withLaw({ minutes: 5, p20: 1 }),
    withLaw('90'),
    withLaw('1e3s'),
    withLaw(null),
    withLaw([]),
    withLaw(true),
    'text',
    null,
    [],
  ])('is refused by both: case %#', (raw) => {
    expect([parsed(raw), isValid(raw)]).toEqual(['structural', false]);
  });
});

/** Values that some field takes and another does not. */
const VALUES: readonly unknown[] = [
  0,
  1,
  -1,
  0.5,
  25,
  1e9,
  '',
  'x',
  'A',
  'mon-fri',
  '08:00',
  '90min',
  '-5min',
  '2,5h',
  '1d',
  'always',
  'none',
  'wait',
  true,
  null,
  [],
  {},
  [1, 2],
  ['A'],
  ['mon'],
  { law: 'exponential', mean: 5 },
  { minutes: 5 },
  { p20: 5, p50: 6, p80: 9 },
  { A: 5 },
  { value: 5 },
  { en: 'x', fr: 'y' },
  { H: '90min', release: '1d' },
  '2026-03-30',
];

/** One value somewhere in a document replaced, taken away, or joined by a key nobody knows. */
function mutated(
  raw: unknown,
  path: readonly number[],
  change: 'replace' | 'remove' | 'add',
  value: unknown,
): unknown {
  if (typeof raw !== 'object' || raw === null) return change === 'replace' ? value : raw;
  const [step, ...rest] = path;
  const keys = Object.keys(raw);
  if (step === undefined || keys.length === 0) {
    if (change === 'add' && !Array.isArray(raw)) return { ...raw, unknown: value };
    return change === 'replace' ? value : raw;
  }
  const at = keys[step % keys.length]!;
  const isHere = rest.length === 0 && change === 'remove';
  const entries = Object.entries(raw)
    .filter(([key]) => !(isHere && key === at))
    .map(([key, inner]): [string, unknown] => [
      key,
      key === at ? mutated(inner, rest, change, value) : inner,
    ]);
  return Array.isArray(raw) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

describe('a scenario changed somewhere', () => {
  const sources = [rich, read('scenarios/every-effect.yaml'), read('scenarios/gie-irm.yaml')];
  const step = fc.nat({ max: 40 });

  it('is judged alike by the parser and by the schema', () => {
    const tally = { accepted: 0, structural: 0, beyond: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(step, { minLength: 1, maxLength: 7 }),
        fc.constantFrom('replace' as const, 'replace' as const, 'remove' as const, 'add' as const),
        fc.constantFrom(...VALUES),
        (source, path, change, value) => {
          const raw = mutated(source, path, change, value);
          // `extends` is followed before the parser sees a scenario.
          fc.pre(!(typeof raw === 'object' && raw !== null && 'extends' in raw));
          tally[parsed(raw)]++;
          expect(verdicts(raw)).toBe('alike');
        },
      ),
      { seed: 7, numRuns: 500 },
    );
    expect(tally.accepted).toBeGreaterThan(50);
    expect(tally.structural).toBeGreaterThan(50);
  });
});

describe('a file that extends another', () => {
  it.each([
    { extends: 'base.yaml' },
    { extends: 'base.yaml', name: 'x', devices: [{ id: 'd', speed: 1.2 }] },
    { extends: 'base.yaml', flows: [{ id: 'f', accept: null, durations: { mean: 5 } }] },
    { extends: 'base.yaml', calendar: null, exams: { knee: null } },
    { extends: 'base.yaml', devices: [{ id: 'd', breakdowns: { clock: 'working' } }] },
  ])('may hold any part of a scenario, and null: %j', (raw) => {
    expect(isValid(raw), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    { extends: 'base.yaml', nmae: 'x' },
    { extends: 'base.yaml', devices: [{ id: 'd', speed: 'fast' }] },
    { extends: 'base.yaml', devices: [{ speed: 1.2 }] },
    { extends: 'base.yaml', run: { weeks: 0 } },
    { extends: 'base.yaml', flows: [{ id: 'f', durations: { law: 'poisson' } }] },
    { extends: 3 },
  ])('is refused for the same mistakes: %j', (raw) => {
    expect(isValid(raw)).toBe(false);
  });
});
