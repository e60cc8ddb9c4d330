/** Implantations dealt, paired into sites and filled with devices of the panel. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedPanel } from '../../../src/calibrate/panel-reproduce.ts';
import { deviceQuantile } from '../../../src/calibrate/panel-tally.ts';
import { dealDevices, pairSites } from '../../../src/calibrate/region/deal.ts';
import { fillImplantations, panelPool, targetDelays } from '../../../src/calibrate/region/draw.ts';
import { meanSlot, slotPair } from '../../../src/calibrate/region/slots.ts';
import { openStream } from '../../../src/engine/streams.ts';

const panel = storedPanel();
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
const kinds = fc.array(fc.constantFrom('public', 'gie', 'private'), { maxLength: 20 });

describe('dealing', () => {
  it('gives every implantation a device, deals them all, and at most four each where that is enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 60 }), fc.string(), (sites, more, seed) => {
        const sizes = dealDevices(sites, sites + more, openStream(seed));
        expect(sizes).toHaveLength(sites);
        expect(sum(sizes)).toBe(sites + more);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1);
        if (sites + more <= 4 * sites) expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('refuses fewer devices than implantations', () => {
    expect(() => dealDevices(3, 2, () => 0)).toThrow(RangeError);
  });
});

describe('pairing', () => {
  it('puts each implantation at one site, and the share asked for at a common one', () => {
    fc.assert(
      fc.property(kinds, kinds, fc.double({ min: 0, max: 1, noNaN: true }), (ct, mri, pairing) => {
        const sites = pairSites(ct, mri, pairing, openStream('pairs'));
        const of = (rank: (site: { ct: number; mri: number }) => number) =>
          sites
            .map(rank)
            .filter((one) => one >= 0)
            .sort((a, b) => a - b);
        expect(of((site) => site.ct)).toEqual([...ct.keys()]);
        expect(of((site) => site.mri)).toEqual([...mri.keys()]);
        const both = sites.filter((site) => site.ct >= 0 && site.mri >= 0).length;
        expect(both).toBe(Math.round(pairing * Math.min(ct.length, mri.length)));
      }),
    );
  });

  it('puts like with like as far as that goes', () => {
    const ct = ['public', 'private', 'public', 'gie'];
    const mri = ['gie', 'public', 'private', 'public'];
    for (const { ct: one, mri: other } of pairSites(ct, mri, 1, openStream('alike')))
      expect(ct[one]).toBe(mri[other]);
  });
});

describe('devices of the panel', () => {
  it.each([
    ['ct', 263],
    ['mri', 266],
    ['mri', 400],
  ] as const)('are each taken once before any is taken twice (%s, %i)', (modality, count) => {
    const all = panel.filter((device) => device.modality === modality).length;
    const uses = new Map<string, number>();
    for (const { id } of panelPool(panel, modality, count, openStream('pool')))
      uses.set(id, (uses.get(id) ?? 0) + 1);
    expect(sum([...uses.values()])).toBe(count);
    const fewest = Math.floor(count / all);
    const least = uses.size < all ? 0 : Math.min(...uses.values());
    expect(least).toBe(fewest);
    expect(Math.max(...uses.values())).toBe(fewest + 1);
  });

  it('fill implantations completely, each device of the pool once, those of one implantation of one type', () => {
    const sizes = [1, 2, 4, 1, 3, 1, 1, 2, 1, 1, 1, 1, 1, 1];
    const pool = panelPool(panel, 'mri', sum(sizes), openStream('fill'));
    const filled = fillImplantations(sizes, pool, openStream('types'));
    expect(filled.map(({ length }) => length)).toEqual(sizes);
    const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).sort();
    expect(ids(filled.flat())).toEqual(ids(pool));
    for (const devices of filled) expect(new Set(devices.map(({ siteType }) => siteType)).size).toBe(1);
  });

  it('fill implantations even where no type has enough of them', () => {
    const pool = (['public', 'gie', 'private'] as const).flatMap((type) =>
      panel.filter((device) => device.modality === 'ct' && device.siteType === type).slice(0, 2),
    );
    const filled = fillImplantations([3, 3], pool, openStream('mixed'));
    expect(new Set(filled.flat().map(({ id }) => id)).size).toBe(6);
  });

  it.each(['ct', 'mri'] as const)(
    'leave the quantiles of delays as in the panel, whatever the seed (%s)',
    (modality) => {
      const own = panel.filter((device) => device.modality === modality);
      for (const seed of ['a', 'b', 'c']) {
        const sizes = dealDevices(173, 263, openStream(seed, 'sizes'));
        const filled = fillImplantations(
          sizes,
          panelPool(panel, modality, 263, openStream(seed, 'pool')),
          openStream(seed, 'types'),
        );
        const delays = targetDelays(filled, panel).flatMap((one, rank) => filled[rank]!.map(() => one));
        for (const one of ['A', 'H'] as const)
          for (const share of [0.2, 0.5, 0.8]) {
            const wanted = deviceQuantile(
              own.map(({ delayDays }) => delayDays[one]),
              share,
            );
            const found = deviceQuantile(
              delays.map((days) => days[one]),
              share,
            );
            // An implantation of several devices stands for one value: half a day is what bands tolerate.
            expect(Math.abs(found - wanted)).toBeLessThan(0.5);
          }
        for (const { A, H } of delays) expect(H).toBeLessThanOrEqual(A);
      }
    },
  );
});

describe('slots on the grid', () => {
  it('have a mean within 51 seconds of the calibrated slot, and are at most five minutes apart', () => {
    fc.assert(
      fc.property(fc.double({ min: 5, max: 120, noNaN: true }), (slot) => {
        const pair = slotPair(slot);
        expect(pair.first % 5).toBe(0);
        expect(pair.second % 5).toBe(0);
        expect(Math.abs(pair.first - pair.second)).toBeLessThanOrEqual(5);
        expect(Math.abs(meanSlot(pair) - slot)).toBeLessThanOrEqual(51 / 60 + 1e-9);
      }),
    );
  });
});
