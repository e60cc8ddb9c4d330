/** Whatever is written, its result is one to print: numbers that are numbers, nothing below zero, nobody lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeScenario } from '../../src/model/complete/complete.ts';
import { checkScenario } from '../../src/model/consistency/consistency.ts';
import { hasErrors } from '../../src/model/finding.ts';
import { parseScenario } from '../../src/model/load/load.ts';
import type {
  CauseMinutes,
  FlowBooks,
  Indicator,
  SimulationResult,
} from '../../src/model/results/results.ts';
import { OPENINGS } from '../../src/model/vocabulary.ts';
import { booksGap } from '../../src/stats/books.ts';
import { Experiment } from '../../src/stats/experiment.ts';
import { anyOptions, type Written } from './any-scenario-options.ts';
import { optionsUsed, schemaOptions } from './schema-options.ts';

const WEEKS = 4;
const REPLICATIONS = 2;

/** Read before the schema sees it: a file, not an option. */
const NOT_DRAWN = ['.extends'];

interface Run {
  readonly result: SimulationResult;
  /** Passages recorded. */
  readonly passages: number;
}

function run({ raw, logs }: Written): Run {
  const { input, findings } = parseScenario(raw);
  if (input === null) throw new Error(JSON.stringify(findings));
  const checked = checkScenario(input);
  if (hasErrors(checked)) throw new Error(JSON.stringify(checked));
  let passages = 0;
  const count = () => {
    passages += 1;
  };
  const experiment = new Experiment(completeScenario(input, logs), { weeks: WEEKS, record: count });
  for (let n = 0; n < REPLICATIONS; n++) experiment.runNext();
  return { result: experiment.result(), passages };
}

/** Each number of a tree with its path. */
function numbersOf(tree: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof tree === 'number') return [[path, tree]];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, inner]) => numbersOf(inner, `${path}.${key}`));
}

/** Bounds of an interval may be below zero, the mean of a count or a time may not. */
const isBound = (path: string) => path.endsWith('.low') || path.endsWith('.high');

const meanOf = (indicator: Indicator): number | null =>
  indicator === null || indicator === 'unstable' ? null : indicator.mean;

const total = (books: readonly FlowBooks[], of: (one: FlowBooks) => number) =>
  books.reduce((sum, one) => sum + of(one), 0);

/** Minutes of an opening that no cause has, or that two have. */
function residual(hours: Indicator, causes: CauseMinutes<Indicator>): number {
  const parts = Object.values(causes).map((one: Indicator) => meanOf(one) ?? 0);
  return (meanOf(hours) ?? 0) * 60 - parts.reduce((sum, minutes) => sum + minutes, 0);
}

/** The tests, on so many scenarios each, drawn from `seed` on. */
export function describeResults(runs: number, seed: number): void {
  const forAny = (check: (run: Run) => void) =>
    fc.assert(
      fc.property(anyOptions, (written) => check(run(written))),
      { numRuns: runs, seed },
    );

  describe('whatever options are written', () => {
    it('the result holds no number that is none, and no count, time or share below zero', () => {
      forAny(({ result }) => {
        const { devices, sites, weekly, books, unstable, assumptions, ...head } = result;
        const all = numbersOf({ devices, sites, weekly, books, unstable, assumptions, head });
        expect(all.length).toBeGreaterThan(500);
        expect(all.filter(([, value]) => !Number.isFinite(value))).toEqual([]);
        const counted = numbersOf({ devices, sites, weekly, books, unstable }).filter(
          ([path]) => !isBound(path),
        );
        expect(counted.filter(([, value]) => value < 0)).toEqual([]);
        const passages = numbersOf(books);
        expect(passages.filter(([, value]) => !Number.isInteger(value))).toEqual([]);
      });
    });

    it('nobody is lost: within a site, between sites, and in the records', () => {
      forAny(({ result: { books }, passages }) => {
        expect(books.map(booksGap)).toEqual(books.map(() => 0));
        for (const flow of new Set(books.map((one) => one.flow))) {
          const own = books.filter((one) => one.flow === flow);
          expect(
            total(own, (one) => one.in.received),
            flow,
          ).toBe(total(own, (one) => one.out.passedOn));
        }
        expect(passages).toBe(total(books, (one) => one.in.requested + one.in.backlog));
      });
    });

    it('each minute of an opening has one cause', () => {
      forAny(({ result: { devices } }) => {
        for (const [id, { opening, openingMinutes }] of Object.entries(devices))
          for (const notion of OPENINGS)
            expect(residual(opening[notion], openingMinutes[notion]), `${id} ${notion}`).toBeCloseTo(0, 5);
      });
    });
  });
}

/** That so many random scenarios use every option of the schema. */
export function describeCoverage(scenarios: number, seed: number): void {
  it(`${scenarios} random scenarios use every option of the schema`, () => {
    const all = schemaOptions();
    expect(all.size).toBeGreaterThan(300);
    const used = new Set(
      fc.sample(anyOptions, { numRuns: scenarios, seed }).flatMap(({ raw }) => [...optionsUsed(raw)]),
    );
    expect([...all].filter((option) => !used.has(option))).toEqual(NOT_DRAWN);
    expect([...used].filter((option) => !all.has(option))).toEqual([]);
  });
}
