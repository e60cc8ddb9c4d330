/** Balances and requests drawn at random, for properties that hold on any of them. */
import fc from 'fast-check';
import type { Balance, BalanceRow } from '../../src/model/oqos/balance.ts';
import { idf202005 } from '../../src/model/oqos/idf-2020-05.ts';
import type { AuthorisationRequest } from '../../src/model/oqos/request.ts';

const DEPARTMENTS = ['75', '92', '93'] as const;
const NO_CELLS = { devicesGap: null, devicesDecision: null, sitesGap: null, sitesDecision: null };

const counter = fc
  .record({ current: fc.nat(6), low: fc.nat(4), more: fc.nat(4) })
  .map(({ current, low, more }) => ({ current, low, high: low + more }));

/** A part of a counter: never more than the whole. */
const within = (whole: { current: number; low: number; high: number }) =>
  fc
    .record({ current: fc.nat(whole.current), low: fc.nat(whole.low), high: fc.nat(whole.high) })
    .map(({ current, low, high }) => ({ current, low: Math.min(low, high), high }));

const row = (department: string): fc.Arbitrary<BalanceRow> =>
  fc.record({ devices: counter, sites: counter }).chain(({ devices, sites }) =>
    fc.option(within(devices)).map((interventional) => ({
      equipment: 'scanner' as const,
      department,
      devices,
      sites,
      interventional,
      printed: NO_CELLS,
    })),
  );

export const balances: fc.Arbitrary<Balance> = fc
  .tuple(...DEPARTMENTS.map(row))
  .map((rows) => ({ ...idf202005, rows, totals: [], isEmbedded: false }));

const exceptional = fc.option(fc.record({ act: fc.constant('act'), devices: fc.nat(2), sites: fc.nat(2) }), {
  freq: 4,
});

/** Requests on these balances; `withActs` lets some rest on exceptional needs, the same in each department. */
export const requests = (most: number, withActs: boolean): fc.Arbitrary<readonly AuthorisationRequest[]> =>
  fc
    .tuple(
      exceptional,
      fc.array(
        fc.record({
          department: fc.constantFrom(...DEPARTMENTS),
          kind: fc.constantFrom(
            'new-device-new-site' as const,
            'new-device-existing-site' as const,
            'moved-device' as const,
            'renewal' as const,
          ),
          devices: fc.integer({ min: 1, max: 3 }),
          isDedicated: fc.boolean(),
          origin: fc.constantFrom(...DEPARTMENTS),
          siteCloses: fc.boolean(),
          hasAct: fc.boolean(),
        }),
        { minLength: 1, maxLength: most },
      ),
    )
    .map(([act, drawn]) =>
      drawn.map(({ isDedicated, origin, siteCloses, hasAct, ...one }, rank) => ({
        ...one,
        id: `r${rank}`,
        title: { en: 'a', fr: 'a' },
        applicant: 'a',
        filed: null,
        equipment: 'scanner',
        deviceNames: [],
        // All of an act, or none, are interventional.
        isInterventional: hasAct && act !== null && withActs ? false : isDedicated,
        from: one.kind === 'moved-device' ? { department: origin, siteCloses } : null,
        site: { name: null, scanners: null, mris: null, agreement: null },
        exceptional: hasAct && withActs ? act : null,
        elements: {},
      })),
    );
