import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packCounts, unpackCounts } from '../../src/engine/counts.ts';

const SPECIAL = [0, -0, Number.NaN, Infinity, -Infinity, 0.5, -1, 1, 127, 128, 2 ** 53 - 2, 2 ** 53 - 1];
const special = fc.constantFrom(...SPECIAL, 2 ** 53, 2 ** 60, Number.MIN_VALUE, Number.MAX_VALUE);
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat() },
  special,
  fc.double(),
);
const numbers = fc.array(value, { maxLength: 200 }).map((all) => Float64Array.from(all));

/** Bit for bit: NaN is itself, and 0 is not −0. */
const bits = (values: Float64Array): readonly bigint[] => [...new BigUint64Array(values.buffer.slice(0))];

/** What unpacking gives: the numbers, or the name of what was thrown. */
function attempt(bytes: Uint8Array, size: number): Float64Array | string {
  try {
    return unpackCounts(bytes, size);
  } catch (error) {
    return (error as Error).name;
  }
}

describe('packed counts', () => {
  it('come back bit for bit', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(bits(unpackCounts(packCounts(values), values.length))).toEqual(bits(values));
      }),
    );
  });

  it.each(SPECIAL)('keep %s as it is', (one) => {
    const values = Float64Array.of(0, one, 0);
    expect(bits(unpackCounts(packCounts(values), 3))).toEqual(bits(values));
  });

  it('are read where they lie within other bytes', () => {
    const packed = packCounts(Float64Array.of(0, 0.5, 7));
    const among = new Uint8Array(packed.length + 5).fill(255);
    among.set(packed, 3);
    expect([...unpackCounts(among.subarray(3, 3 + packed.length), 3)]).toEqual([0, 0.5, 7]);
  });

  it('of mostly zeros take less than a twentieth of their room', () => {
    const tally = Float64Array.from({ length: 10_000 }, (_, rank) => (rank % 20 === 0 ? rank : 0));
    expect(packCounts(tally).length).toBeLessThan((8 * tally.length) / 20);
  });

  it('of zeros only take a few bytes, however many there are', () => {
    expect(packCounts(new Float64Array(1_000_000)).length).toBeLessThan(8);
  });

  it('are refused when they are cut', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (values, part) => {
        fc.pre(values.length > 0);
        const packed = packCounts(values);
        expect(attempt(packed.subarray(0, Math.floor(part * packed.length)), values.length)).toBe(
          'RangeError',
        );
      }),
    );
  });

  it('are refused when they are of another number of numbers', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -3, max: 300 }), (values, size) => {
        fc.pre(size !== values.length);
        expect(attempt(packCounts(values), size)).toBe('RangeError');
      }),
    );
  });

  it('give as many numbers or a RangeError, whatever byte is changed', () => {
    const changed = fc.tuple(numbers, fc.nat(), fc.nat(255));
    fc.assert(
      fc.property(changed, ([values, where, byte]) => {
        fc.pre(values.length > 0);
        const packed = packCounts(values);
        packed[where % packed.length] = byte;
        const given = attempt(packed, values.length);
        expect(typeof given === 'string' ? given : given.length).toBeOneOf(['RangeError', values.length]);
      }),
    );
  });

  it('are refused with a RangeError or read, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(100), (bytes, size) => {
        const given = attempt(bytes, size);
        expect(typeof given === 'string' ? given : given.length).toBeOneOf(['RangeError', size]);
      }),
    );
  });

  it.each([4e9, 2 ** 31, 2 ** 52, Infinity, Number.NaN, -1, 0.5])(
    'are refused at once when their length is said to be %s',
    (size) => {
      expect(attempt(packCounts(Float64Array.of(1, 2)), size)).toBe('RangeError');
    },
  );

  it('are refused when they claim a run of zeros no memory should be asked for', () => {
    // A zero, then 2 to the power of 28 with seven bits a byte.
    const bytes = Uint8Array.of(0, 0x80, 0x80, 0x80, 0x80, 0x01);
    expect(attempt(bytes, 2 ** 28)).toBe('RangeError');
  });
});
