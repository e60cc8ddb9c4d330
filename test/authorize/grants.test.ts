import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compatibleSets, competitionsOf, maximalSets } from '../../src/authorize/grants.ts';
import { type GrantState, granted, judge2020 } from '../../src/authorize/rules-2020.ts';
import { type Balance, READINGS, type Reading } from '../../src/model/oqos/balance.ts';
import type { AuthorisationRequest } from '../../src/model/oqos/request.ts';
import { balances, requests } from './generated.ts';

const reading = fc.constantFrom(...READINGS);

/** Every order of some ranks. */
function* orders(ranks: readonly number[]): Generator<readonly number[]> {
  if (ranks.length === 0) yield [];
  for (const first of ranks)
    for (const rest of orders(ranks.filter((rank) => rank !== first))) yield [first, ...rest];
}

/** The sets that some order grants in full, each order of each set tried from the start. */
function bruteForce(
  files: readonly AuthorisationRequest[],
  balance: Balance,
  how: Reading,
): readonly number[] {
  const all = Array.from({ length: 2 ** files.length }, (_, set) => set);
  return all.filter((set) => {
    const ranks = files.flatMap((_, rank) => ((set >> rank) & 1 ? [rank] : []));
    for (const order of orders(ranks)) {
      let state: GrantState = { balance, used: [] };
      const isPossible = order.every((rank) => {
        const file = files[rank]!;
        const { verdict } = judge2020(file, state, how);
        state = granted(state, file, file.devices, how);
        return verdict === 'receivable' || verdict === 'outside-count';
      });
      if (isPossible) return true;
    }
    return false;
  });
}

describe('receivable grants', () => {
  it('raise no counter above the larger of what is there and its high bound, exceptional needs aside', () => {
    fc.assert(
      fc.property(balances, requests(8, false), reading, (balance, files, how) => {
        let state: GrantState = { balance, used: [] };
        for (const file of files) {
          const count = judge2020(file, state, how).devicesReceivable ?? 0;
          state = granted(state, file, count, how);
        }
        state.balance.rows.forEach((row, rank) => {
          const before = balance.rows[rank]!;
          for (const counter of ['devices', 'sites', 'interventional'] as const) {
            const most = Math.max(before[counter]?.current ?? 0, before[counter]?.high ?? 0);
            expect(row[counter]?.current ?? 0).toBeLessThanOrEqual(most);
          }
        });
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('exceed a bound by no more than an act of exceptional needs declares', () => {
    fc.assert(
      fc.property(balances, requests(6, true), reading, (balance, files, how) => {
        let state: GrantState = { balance, used: [] };
        for (const file of files) {
          const count = judge2020(file, state, how).devicesReceivable ?? 0;
          state = granted(state, file, count, how);
        }
        const declared = Math.max(0, ...files.map(({ exceptional }) => exceptional?.devices ?? 0));
        state.balance.rows.forEach((row, rank) => {
          const { devices } = balance.rows[rank]!;
          expect(row.devices.current).toBeLessThanOrEqual(Math.max(devices.current, devices.high) + declared);
        });
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});

describe('the files that can be granted together', () => {
  it('are those of brute force over every order of every set', () => {
    fc.assert(
      fc.property(balances, requests(5, true), reading, (balance, files, how) => {
        const counted = files.filter(({ kind }) => kind !== 'renewal');
        const found = [...compatibleSets(counted, balance, how).keys()].toSorted((a, b) => a - b);
        expect(found).toEqual(bruteForce(counted, balance, how));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('do not depend on the order in which the files are given', () => {
    const names = (files: readonly AuthorisationRequest[], balance: Balance, how: Reading) =>
      competitionsOf(files, balance, how)
        .flatMap(({ maximalSets: sets }) => sets.map((set) => set.granted.toSorted().join()))
        .toSorted();
    fc.assert(
      fc.property(balances, requests(5, true), reading, (balance, files, how) => {
        expect(names(files.toReversed(), balance, how)).toEqual(names(files, balance, how));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('are told by their largest sets only', () => {
    expect(maximalSets([0, 0b001, 0b010, 0b100, 0b011])).toEqual([0b011, 0b100]);
  });
});
