/**
 * Counts in few bytes. A tally is mostly zeros and small whole numbers: packed it takes about a tenth of its room, in
 * memory, between threads and on disk. Every value comes back bit for bit.
 */

/** A token of the packed form: a run of zeros, a value given by its eight bytes, or a whole number n as n + 1. */
const ZEROS = 0;
const RAW = 1;
const LARGEST = Number.MAX_SAFE_INTEGER - 1;
/** Bytes of the longest token: the mark and eight bytes. */
const LONGEST_TOKEN = 9;
/** Numbers of one array, a gigabyte of them: a length read from bytes that were changed asks for no more. */
const MOST_NUMBERS = 134_217_728;

class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * this.#bytes.length + count);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** Seven bits a byte, lowest first; the eighth says that more follow. */
  whole(value: number): void {
    this.#reserve(LONGEST_TOKEN);
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  raw(value: number): void {
    this.#reserve(LONGEST_TOKEN);
    new DataView(this.#bytes.buffer).setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  taken(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/**
 * The packed form of any numbers; short when they are mostly zeros and small whole numbers.
 * @example packCounts(Float64Array.of(0, 0, 0, 7, 300)).length // 5
 */
export function packCounts(values: Float64Array): Uint8Array {
  const writer = new ByteWriter();
  let zeros = 0;
  const endRun = () => {
    if (zeros === 0) return;
    writer.whole(ZEROS);
    writer.whole(zeros);
    zeros = 0;
  };
  // A counted loop: millions of zeros go by, and an iterator takes three times as long.
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    // Negative zero has bits of its own.
    if (value === 0 && 1 / value > 0) {
      zeros += 1;
      continue;
    }
    endRun();
    if (value > 0 && value <= LARGEST && Number.isInteger(value)) writer.whole(value + 1);
    else {
      writer.whole(RAW);
      writer.raw(value);
    }
  }
  endRun();
  return writer.taken();
}

/**
 * The numbers of a packed form. Throws a RangeError when the bytes are not those of `size` numbers; nothing is
 * allocated before that is known.
 * @example unpackCounts(packCounts(Float64Array.of(0, 0.5, 7)), 3)[1] // 0.5
 */
export function unpackCounts(bytes: Uint8Array, size: number): Float64Array {
  if (size > MOST_NUMBERS || readTokens(bytes, () => {}) !== size)
    throw new RangeError(`packed counts are not those of ${size} numbers`);
  const values = new Float64Array(size);
  readTokens(bytes, (index, value) => {
    values[index] = value;
  });
  return values;
}

/** Gives every number that is no zero with its index; the result is how many numbers there are, zeros included. */
function readTokens(bytes: Uint8Array, put: (index: number, value: number) => void): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const whole = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined || scale > LARGEST) throw new RangeError('packed counts end within a number');
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  let index = 0;
  while (at < bytes.length) {
    const token = whole();
    if (token === ZEROS) index += whole();
    else if (token === RAW) {
      if (at + 8 > bytes.length) throw new RangeError('packed counts end within a number');
      put(index++, view.getFloat64(at, true));
      at += 8;
    } else put(index++, token - 1);
  }
  return index;
}
