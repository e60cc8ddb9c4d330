/** How many devices stand where: implantations of a department, and the sites they share. Numbers only; no device yet. */
import { shuffled } from './implantation.ts';

/** Devices of one modality at one site at most, where the counts leave the choice. */
export const MOST_DEVICES = 4;

/**
 * Devices of each implantation: one each, the others dealt at random, at most 4 each unless there are more.
 * @param draw numbers in [0, 1).
 * @throws RangeError where there are fewer devices than implantations, or devices and no implantation.
 * @example dealDevices(2, 2, () => 0) // [1, 1]
 * @example dealDevices(1, 3, () => 0) // [3]
 */
export function dealDevices(implantations: number, devices: number, draw: () => number): readonly number[] {
  if (devices < implantations || (implantations === 0 && devices > 0))
    throw new RangeError(`${devices} devices cannot stand at ${implantations} implantations`);
  const sizes = Array.from({ length: implantations }, () => 1);
  const most = Math.max(MOST_DEVICES, Math.ceil(devices / Math.max(1, implantations)));
  for (let left = devices - implantations; left > 0; left--) {
    const open = sizes.flatMap((size, rank) => (size < most ? [rank] : []));
    sizes[open[Math.floor(draw() * open.length)]!]! += 1;
  }
  return sizes;
}

/** A physical site: the rank of its implantation of each modality, −1 where it has none. */
export interface SitePair {
  readonly ct: number;
  readonly mri: number;
}

/**
 * Implantations of both modalities put into physical sites: of the rarer modality a share stands where the other is,
 * like with like (public, GIE, private) as far as that goes.
 * @param ct kind of each CT implantation.
 * @param mri kind of each MRI implantation.
 * @param pairing 0..1.
 * @param draw numbers in [0, 1).
 */
export function pairSites(
  ct: readonly string[],
  mri: readonly string[],
  pairing: number,
  draw: () => number,
): readonly SitePair[] {
  const wanted = Math.round(pairing * Math.min(ct.length, mri.length));
  const ranks = (kinds: readonly string[]) => shuffled([...kinds.keys()], draw);
  const [scanners, free] = [ranks(ct), new Set(ranks(mri))];
  const pairs: SitePair[] = [];
  const paired = new Set<number>();
  const join = (one: number, other: number): void => {
    pairs.push({ ct: one, mri: other });
    paired.add(one);
    free.delete(other);
  };
  for (const isAlike of [true, false])
    for (const one of scanners) {
      if (pairs.length === wanted) break;
      if (paired.has(one)) continue;
      const other = [...free].find((rank) => !isAlike || mri[rank] === ct[one]);
      if (other !== undefined) join(one, other);
    }
  const alone = scanners.filter((one) => !paired.has(one)).map((one) => ({ ct: one, mri: -1 }));
  return [...pairs, ...alone, ...[...free].map((rank) => ({ ct: -1, mri: rank }))];
}
