import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { packCounts } from '../../src/engine/counts.ts';
import type { IslandOutcome } from '../../src/engine/island-run.ts';
import { packOutcome, unpackOutcome } from '../../src/engine/outcome-bytes.ts';
import { runReplication } from '../../src/engine/simulate.ts';
import { Experiment } from '../../src/stats/experiment.ts';

const experiment = new Experiment(loadScenario('scenarios/every-effect.yaml').scenario!, { weeks: 20 });
const outcome = runReplication(experiment.plan, experiment.optionsOf(0));
const packed = packOutcome(outcome);

const counts = fc
  .array(fc.oneof(fc.nat(50), fc.double()), { maxLength: 12 })
  .map((all) => Float64Array.from(all));
const whole = fc.nat(1000);
const island: fc.Arbitrary<IslandOutcome> = fc.record({
  tally: counts,
  snapshots: fc.array(counts.map(packCounts), { maxLength: 4 }),
  series: fc.array(counts, { maxLength: 4 }),
  bookedAhead: fc.array(counts, { maxLength: 4 }),
  stock: fc.array(fc.record({ booked: whole, waiting: whole, inRoom: whole }), { maxLength: 4 }),
});
/** Generated records have no prototype; everything else is compared as it is. */
const plain = (islands: readonly IslandOutcome[]) =>
  islands.map((one) => ({ ...one, stock: one.stock.map((each) => ({ ...each })) }));

/** What unpacking gives: how many islands, or the name of what was thrown. */
function attempt(bytes: Uint8Array): number | string {
  try {
    return unpackOutcome(bytes).length;
  } catch (error) {
    return (error as Error).name;
  }
}

describe('the bytes of an outcome', () => {
  it('give back a real replication, equal in every part', () => {
    expect(outcome.length).toBeGreaterThan(0);
    expect(outcome[0]!.snapshots.length).toBeGreaterThan(0);
    expect(unpackOutcome(packed)).toStrictEqual(outcome);
  });

  it('give back any outcome', () => {
    fc.assert(
      fc.property(fc.array(island, { maxLength: 3 }), (islands) => {
        expect(unpackOutcome(packOutcome(islands))).toEqual(plain(islands));
      }),
    );
  });

  it('take a small part of what the numbers take in memory', () => {
    const inMemory = outcome.reduce(
      (sum, { tally, snapshots }) => sum + 8 * tally.length * (1 + snapshots.length),
      0,
    );
    expect(packed.length).toBeLessThan(inMemory / 5);
  });

  it('are refused with a RangeError when they are cut, but between two islands', () => {
    const small = packOutcome([{ ...outcome[0]!, tally: new Float64Array(5), snapshots: [], series: [] }]);
    for (let length = 1; length < small.length; length++)
      expect(attempt(small.subarray(0, length))).toBe('RangeError');
  });

  it('are refused with a RangeError or read, whatever byte is changed', () => {
    fc.assert(
      fc.property(
        fc.array(island, { minLength: 1, maxLength: 2 }),
        fc.nat(),
        fc.nat(255),
        (islands, at, byte) => {
          const bytes = packOutcome(islands);
          bytes[at % bytes.length] = byte;
          const given = attempt(bytes);
          expect(typeof given === 'string' ? given : 'read').toBeOneOf(['RangeError', 'read']);
        },
      ),
    );
  });

  it.each([
    ['numbers', [4e9, 0, 0, 0]],
    ['copies', [0, 4e9, 0, 0]],
    ['copies, more than a list may have', [0, 2 ** 40, 0, 0]],
    ['routes', [0, 0, 4e9, 0]],
    ['stocks', [0, 0, 0, 4e9]],
  ])('are refused at once when they claim 4e9 %s', (_, head) => {
    const blocks = [
      packCounts(Float64Array.from(head)),
      new Uint8Array(),
      new Uint8Array(),
      new Uint8Array(),
    ];
    const bytes = Uint8Array.from(blocks.flatMap((block) => [block.length, 0, 0, 0, ...block]));
    const before = process.memoryUsage().arrayBuffers;
    expect(attempt(bytes)).toBe('RangeError');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1e7);
  });
});
