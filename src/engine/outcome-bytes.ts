/** The outcome of a replication as bytes, to be kept on disk and read again bit for bit. */
import { packCounts, unpackCounts } from './counts.ts';
import type { IslandOutcome, RouteStock } from './island-run.ts';

/** Bytes of the length written before each block. */
const LENGTH_BYTES = 4;

/**
 * A replication's outcome in a fraction of its size in memory: each island's sums, copies, series, counts of booked requests and
 * stock, one block after the other.
 */
export function packOutcome(outcome: readonly IslandOutcome[]): Uint8Array {
  const blocks = outcome.flatMap(({ tally, snapshots, series, bookedAhead, stock }) => [
    packCounts(
      Float64Array.of(tally.length, snapshots.length, series.length, bookedAhead.length, stock.length),
    ),
    packCounts(tally),
    ...snapshots,
    packCounts(Float64Array.from(series, ({ length }) => length)),
    ...series.map(packCounts),
    packCounts(Float64Array.from(bookedAhead, ({ length }) => length)),
    ...bookedAhead.map(packCounts),
    packCounts(Float64Array.from(stock.flatMap(({ booked, waiting, inRoom }) => [booked, waiting, inRoom]))),
  ]);
  const bytes = new Uint8Array(blocks.reduce((sum, block) => sum + LENGTH_BYTES + block.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const block of blocks) {
    view.setUint32(at, block.length, true);
    bytes.set(block, at + LENGTH_BYTES);
    at += LENGTH_BYTES + block.length;
  }
  return bytes;
}

/** The outcome `packOutcome` packed. Throws a RangeError when the bytes are not those of an outcome. */
export function unpackOutcome(bytes: Uint8Array): IslandOutcome[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const block = (): Uint8Array => {
    const end = at + LENGTH_BYTES <= bytes.length ? at + LENGTH_BYTES + view.getUint32(at, true) : Infinity;
    if (end > bytes.length) throw new RangeError('the bytes of an outcome end within a block');
    const found = bytes.slice(at + LENGTH_BYTES, end);
    at = end;
    return found;
  };
  const islands: IslandOutcome[] = [];
  while (at < bytes.length) {
    const [size, copies, routes, bookedRoutes, stocks] = unpackCounts(
      block(),
      5,
    ) as unknown as readonly number[];
    const tally = unpackCounts(block(), size!);
    const snapshots = Array.from({ length: copies! }, block);
    const columns = (count: number) =>
      Array.from(unpackCounts(block(), count), (length) => unpackCounts(block(), length));
    const series = columns(routes!);
    const bookedAhead = columns(bookedRoutes!);
    const counts = unpackCounts(block(), 3 * stocks!);
    const stock = Array.from({ length: stocks! }, (_, route): RouteStock => {
      const [booked, waiting, inRoom] = counts.subarray(3 * route, 3 * route + 3);
      return { booked: booked!, waiting: waiting!, inRoom: inRoom! };
    });
    islands.push({ tally, snapshots, series, bookedAhead, stock });
  }
  return islands;
}
