/** The reference of fields: complete, in both languages, and with the defaults that completing a scenario takes. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { completeScenario } from '../../../src/model/complete/complete.ts';
import { typicalMinutes } from '../../../src/model/complete/ledger.ts';
import { parseScenario } from '../../../src/model/load/load.ts';
import type { Assumption, Scenario } from '../../../src/model/scenario.ts';
import { type FieldRow, fieldReference } from '../../../src/model/schema/field-reference.ts';
import {
  DEFAULTS_NAMES,
  type DefaultsName,
  defaultsOf,
  type FieldDefault,
} from '../../../src/model/schema/field-reference-defaults.ts';
import { writtenLaw } from '../../../src/model/schema/field-reference-law.ts';
import { lawName, scenarioTree, type TreeNode } from '../../../src/model/schema/json-schema-tree.ts';
import { SOURCES, withLawForms } from './field-reference-scenario.ts';

type Node = Record<string, unknown>;

const rows = fieldReference();
const byPath = new Map(rows.map((row) => [row.path, row]));

/** Every key of the schema, at any depth: found on its own, not by the reference. */
function keysOf(node: TreeNode, path: string): readonly (readonly [string, TreeNode])[] {
  const values = [node.items ?? [], node.additionalProperties ?? [], node.anyOf ?? []].flat();
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([key, one]) => [
      [`${path}/${key}`, one] as const,
      ...keysOf(one, `${path}/${key}`),
    ]),
    ...values.flatMap((one) => (typeof one === 'object' ? keysOf(one, path) : [])),
  ];
}
const { root, lawForms } = scenarioTree();
const keys = [...keysOf(root, ''), ...lawForms.flatMap((form) => keysOf(form, `law ${lawName(form)}`))];

/** Words that are the same in both languages. */
const EQUAL_WORDS: readonly string[] = [];
/** Numbers that count things, give a factor or a rank: they have no unit. */
const COUNTS = [
  'population',
  'replications',
  'seed',
  'readers',
  'count',
  'speed',
  'first-week',
  'last-week',
  'places',
  'waiting-places',
  'devices',
  'profile',
  'school-holiday-factor',
  'overbook',
  'patients',
  'stages',
  'cv',
  'weights',
  'creneau',
  'reserve',
];
const NUMBER = /"(number|whole-number|minutes|signed-minutes|days|clock|law)"/;
const lastKey = (path: string) => path.slice(path.lastIndexOf('.') + 1);

describe('every key of the schema', () => {
  it('is described in English and in French, in its own words', () => {
    expect(keys.length).toBeGreaterThan(200);
    const wrong = keys.filter(([, { en, fr }]) => !en || !fr || (en === fr && !EQUAL_WORDS.includes(en)));
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('is seen when it has no words', () => {
    const bare: TreeNode = {
      properties: { a: { items: { properties: { b: { en: 'x' } } }, en: 'x', fr: 'y' } },
    };
    expect(
      keysOf(bare, '')
        .filter(([, { fr }]) => !fr)
        .map(([path]) => path),
    ).toEqual(['/a/b']);
  });

  it('is told in French with its own apostrophes and spaces, and nowhere with a full stop', () => {
    const wrong = keys.filter(
      ([, { en, fr }]) =>
        /['"]|[^ ][;?!»]|[^ \d][:](?=[^\w]|$)/.test(`${fr}`.replace(/\{.*?\}/g, '')) ||
        /\.$/.test(`${en}${fr}`),
    );
    expect(wrong.map(([path, { fr }]) => `${path}: ${fr}`)).toEqual([]);
  });

  it('has a unit when it is a quantity', () => {
    const without = rows.filter(({ unit, types }) => unit === null && NUMBER.test(JSON.stringify(types)));
    expect(without.map(({ path }) => lastKey(path)).filter((key) => !COUNTS.includes(key))).toEqual([]);
  });
});

describe('the reference', () => {
  it('is frozen, and has one row a field', () => {
    expect(Object.isFrozen(rows) && Object.isFrozen(rows[0]) && Object.isFrozen(rows.at(-1)!.types)).toBe(
      true,
    );
    expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
  });

  it('has a row for every key that a scenario of ours writes', () => {
    const missing = new Set<string>();
    const visit = (node: unknown, path: string): void => {
      if (Array.isArray(node)) for (const item of node) visit(item, `${path}[]`);
      else if (typeof node === 'object' && node !== null) {
        const isLaw = JSON.stringify(byPath.get(path)?.types ?? '').includes('"law"');
        const each = rows.some((row) => row.path.startsWith(`${path}.<`));
        for (const [key, value] of Object.entries(node)) {
          const own = isLaw
            ? ['<law>', `<law: ${(node as Node).law}>`].map((law) => `${law}.${key}`)
            : [`${path}.${key}`.replace(/^\./, '')];
          const found = own.find((one) => byPath.has(one));
          const named = rows
            .find((row) => row.path.startsWith(`${path}.<`))
            ?.path.slice(path.length + 1)
            .split('.')[0];
          const isNumberByName = /"mapping","of":\[/.test(JSON.stringify(byPath.get(path)?.types ?? ''));
          if (found !== undefined) visit(value, found);
          else if (each) visit(value, `${path}.${named}`);
          else if (!isNumberByName) missing.add(own.join(' '));
        }
      }
    };
    for (const folder of ['scenarios', 'scenarios/theory'])
      for (const name of readdirSync(folder))
        if (name.endsWith('.yaml')) visit(parse(readFileSync(`${folder}/${name}`, 'utf8')), '');
    expect([...missing]).toEqual([]);
  });

  it('says for every field that may be left out what then stands, unless its own keys say it', () => {
    const isWhole = ({ path }: FieldRow) => rows.some((row) => row.path.startsWith(`${path}.`));
    for (const name of DEFAULTS_NAMES) {
      const silent = rows.filter((row) => !row.required && row.defaults[name].length === 0 && !isWhole(row));
      expect(silent.map(({ path }) => path)).toEqual([]);
    }
  });

  it('names only fields that exist, wherever it gives a default', () => {
    expect(defaultsOf('flows[].horizn', 'anap-2010')).toEqual([]);
    for (const { path, defaults } of rows)
      expect(defaults['anap-2010']).toEqual(defaultsOf(path, 'anap-2010'));
  });
});

/** The value of a default as a user writes it. */
function written({ value }: FieldDefault): unknown {
  return typeof value === 'object' && value !== null && 'law' in value ? writtenLaw(value) : value;
}

interface Place {
  /** What holds the field, with what is nearest above it. */
  readonly holders: readonly Node[];
  readonly steps: readonly string[];
}

const isMapping = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part that stands for nothing where it is left out, and needs no key. */
const mayBeMade = (path: string): boolean =>
  byPath.get(path)?.defaults['anap-2010'].length === 0 &&
  !rows.some((row) => row.required && row.path.startsWith(`${path}.`));

/** The mappings of a scenario in which a field may be written; a part left out that stands for nothing is made. */
function places(raw: Node, row: FieldRow): readonly Place[] {
  if (row.path.startsWith('<law')) {
    const name = /^<law: (.*)>/.exec(row.path)?.[1];
    const laws = (raw.flows as Node[]).map((flow) => flow.durations).filter(isMapping);
    return laws
      .filter((law) => law.law === name && (name !== undefined || 'p20' in law))
      .map((law) => ({ holders: [law], steps: [lastKey(row.path)] }));
  }
  let found: { node: unknown; holders: readonly Node[]; missing: readonly string[] }[] = [
    { node: raw, holders: [raw], missing: [] },
  ];
  const steps = row.path.split('.');
  steps.slice(0, -1).forEach((step, depth) => {
    const path = steps.slice(0, depth + 1).join('.');
    const isPlain = row.required || mayBeMade(path);
    found = found.flatMap(({ node, holders, missing }) => {
      const key = step.replace('[]', '');
      if (missing.length > 0) return isPlain ? [{ node: {}, holders, missing: [...missing, step] }] : [];
      if (!isMapping(node)) return [];
      const inner = step.startsWith('<') ? Object.values(node) : [node[key]];
      return inner.flatMap((value) => {
        if (step.endsWith('[]')) {
          return Array.isArray(value)
            ? value
                .filter(isMapping)
                .map((item) => ({ node: item, holders: [...holders, item], missing: [] }))
            : [];
        }
        if (value === undefined) return isPlain ? [{ node: {}, holders, missing: [step] }] : [];
        return isMapping(value) ? [{ node: value, holders: [...holders, value], missing: [] }] : [];
      });
    });
  });
  return found
    .map(({ holders, missing }) => ({ holders, steps: [...missing, steps.at(-1)!] }))
    .filter(({ holders, steps: own }) => !(own[0]! in holders.at(-1)!));
}

/** A default concerns what holds the field when modality, class and walk-in agree. */
function concerns(one: FieldDefault, { holders }: Place, row: FieldRow): boolean {
  const nearest = (key: string) => [...holders].reverse().find((holder) => key in holder)?.[key];
  // Nobody is called in where the team is on site.
  if (row.path.endsWith('week[].call-in') && nearest('presence') !== 'astreinte') return false;
  return (
    (one.modality === null || one.modality === nearest('modality')) &&
    (one.classes === null || (one.classes as readonly unknown[]).includes(nearest('class'))) &&
    (one.walkIn === null || one.walkIn === (nearest('walk-in') ?? false))
  );
}

const set = ({ holders, steps }: Place, value: unknown): void => {
  let node = holders.at(-1)!;
  for (const step of steps.slice(0, -1)) {
    node[step] = {};
    node = node[step] as Node;
  }
  node[steps.at(-1)!] = value;
};

const complete = (raw: unknown): Omit<Scenario, 'assumptions'> | null => {
  const { input } = parseScenario(raw);
  if (input === null) return null;
  const { assumptions: _assumptions, ...rest } = completeScenario(input);
  return rest;
};

/** The scenario with a field written wherever it is left out, and the defaults it was written for. */
function withField(
  source: Node,
  row: FieldRow,
  name: DefaultsName,
  toWrite: (one: FieldDefault) => unknown = written,
) {
  const raw = structuredClone(source);
  const used = new Set<FieldDefault>();
  for (const place of places(raw, row)) {
    const one = row.defaults[name].find((entry) => entry.words === null && concerns(entry, place, row));
    if (one === undefined) continue;
    set(place, toWrite(one));
    used.add(one);
  }
  return { raw, used };
}

describe.each(DEFAULTS_NAMES)('under defaults %s', (name) => {
  const source = withLawForms({ ...SOURCES, defaults: name });
  const base = complete(source);
  const valued = rows.filter(
    (row) => row.defaults[name].some(({ words }) => words === null) && row.path !== 'defaults',
  );

  it('there is a sound scenario that leaves out what it can', () => {
    expect(parseScenario(source).findings).toEqual([]);
    expect(valued.length).toBeGreaterThan(50);
  });

  it.each(valued.map((row) => [row.path, row] as const))('%s left out is its default written', (_, row) => {
    const { raw, used } = withField(source, row, name);
    expect(row.defaults[name].filter((one) => one.words === null && !used.has(one))).toEqual([]);
    expect(complete(raw)).toEqual(base);
  });

  it.each(valued.map((row) => [row.path, row] as const))(
    '%s written otherwise is another scenario',
    (_, row) => {
      const kinds = JSON.stringify(row.types);
      const others: readonly unknown[] = [
        7.25,
        0.25,
        3,
        13,
        true,
        'x',
        ['H', 'R', 'U', 'A'],
        ['anaesthesia'],
        ['injection'],
      ].concat(row.types.flatMap((type) => (type.kind === 'one-of' ? type.values.map(String) : [])));
      const isChanged = others.some((value) => {
        const changed = complete(withField(source, row, name, () => value).raw);
        return changed !== null && JSON.stringify(changed) !== JSON.stringify(base);
      });
      expect(isChanged, kinds).toBe(true);
    },
  );

  it('each assumption that completing notes is in its row, with value, unit, range, status and source', () => {
    const { assumptions } = completeScenario(parseScenario(source).input!);
    const taken = assumptions.filter(({ from }) => from === 'defaults');
    const rowPath = ({ path }: Assumption) =>
      path
        .replace(/^(devices|sites)\.[^.]+/, '$1[]')
        .replace(/^flows\.[^.]+/, 'flows[]')
        .replace(/^exams\.[^.]+/, 'exams.<exam>')
        .replace('devices[].call-in', 'devices[].week[].call-in');
    const told = (assumption: Assumption) => {
      const row = byPath.get(rowPath(assumption));
      return (row?.defaults[name] ?? []).some(({ value, range, status, source: from }) => {
        const number =
          typeof value === 'object' && value !== null && 'law' in value ? typicalMinutes(value) : value;
        const { unit } = row!;
        return (
          JSON.stringify([number, unit, range, status, from]) ===
          JSON.stringify([
            assumption.value,
            assumption.unit,
            assumption.range,
            assumption.status,
            assumption.source,
          ])
        );
      });
    };
    expect(taken.length).toBeGreaterThan(20);
    expect(taken.filter((assumption) => !told(assumption))).toEqual([]);
  });
});

describe('evidence', () => {
  it('without a status is assumed, as the reference says', () => {
    const devices = [{ ...(SOURCES.devices as Node[])[0], changeover: { minutes: 4, source: 'x' } }];
    const { input } = parseScenario({ ...SOURCES, devices });
    const noted = completeScenario(input!).assumptions.find(({ from }) => from === 'file');
    expect(noted!.status).toBe('assumed');
    expect(byPath.get('<law>.status')!.defaults.none[0]!.words!.en).toMatch(/^assumed/);
  });
});
