import { describe, expect, it } from 'vitest';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { differing, regionCandidates } from '../../../src/optimize/region/candidates.ts';
import { expectedOf } from '../../../src/optimize/region/fixed.ts';
import { regionFront } from '../../../src/optimize/region/front.ts';
import { planCost } from '../../../src/optimize/region/plan-cost.ts';
import { presentWeek } from '../../../src/optimize/region/predicted.ts';
import {
  EMPTY_PLAN,
  planKey,
  type RegionPlan,
  type RegionProblem,
} from '../../../src/optimize/region/problem.ts';
import { solveRegion } from '../../../src/optimize/region/solve.ts';
import { capWorth } from '../../../src/optimize/region/worth.ts';
import { handRegion } from './support/hand.ts';
import { smallRegion } from './support/small.ts';

const highs = new HighsBackend();
const EXACT = { timeLimitSeconds: 30, relativeGap: 0 };
const NONE = { kind: 'none' } as const;

describe('the region worked out by hand', () => {
  it('waits as its curves say', () => {
    const { waitingDays, unmetPerWeek, worstDays, p80Days, travelMinutes } = presentWeek(handRegion);
    // 100·(2 + ½·14) + 100·(2 + 14) + 80·2; half of 50 + 100 requests book elsewhere.
    expect([waitingDays, unmetPerWeek, worstDays, p80Days]).toEqual([2660, 75, 8, 6]);
    expect(travelMinutes).toBeCloseTo((350 * 20 + 80 * 50) / 430, 10);
  });

  it.each([
    ['nothing', {}, 4910],
    // From week 100 of 200 on: 200 places for 200 requests, 1 200 days of waiting and 50 unmet less.
    ['a device at b', { additions: [{ implantation: 'b/mri', devices: 1 }] }, 4910 - 2700 / 2],
    // At once: 120 places for 150 requests, 240 days of waiting and 10 unmet less.
    ['two evenings at a', { blocks: [{ implantation: 'a/mri', blocks: 2 }] }, 4910 - 540],
    // From week 100 on its 100 places draw 0.4 × 200/100 each, 80 of the 200 at b, 30 minutes further: of patient-days, b
    // 1 600 → 200 + 14·20, new 0 → 160, unmet at b 100/2·30 → 20/2·30, travel 80/2: 2 120 less.
    ['a device at a new site', { additions: [{ implantation: 'new/mri', devices: 1 }] }, 4910 - 2120 / 2],
    ['a closed night', { onCall: [{ closes: 'a', goesTo: 'b' }] }, 4910 + 6],
  ])('costs what it should with %s', async (_, part, days) => {
    const plan: RegionPlan = { ...EMPTY_PLAN, ...part };
    const cost = await planCost(handRegion, plan, { equity: NONE, agendaPooling: false }, highs, EXACT);
    expect(cost!.days).toBeCloseTo(days, 2);
  });

  it('loses requests to added places everywhere in proportion, not at the longest queue', async () => {
    // B asks 50 at a, where there are places left, and 200 at b. At new it draws 80 of these 250: 32 %, 16 at a and 64 at b.
    const [a] = handRegion.implantations;
    const shared: RegionProblem = {
      ...handRegion,
      implantations: [{ ...a!, placesPerWeek: 200, load: 0.75 }, ...handRegion.implantations.slice(1)],
      demand: [
        { department: 'A', modality: 'mri', requests: new Map([['a/mri', 100]]) },
        {
          department: 'B',
          modality: 'mri',
          requests: new Map([
            ['a/mri', 50],
            ['b/mri', 200],
          ]),
        },
        handRegion.demand[2]!,
      ],
      caps: handRegion.caps.map((row) => ({ ...row, sites: 1 })),
    };
    // c 160, a 300, b 200 + 14·100, unmet at b 100/2·30. Then c 160, a 268, b 200 + 14·36, unmet 36/2·30, new 160, travel 64/2.
    const [before, after] = [160 + 300 + 1600 + 1500, 160 + 268 + 704 + 540 + 160 + 32];
    const plan: RegionPlan = { ...EMPTY_PLAN, additions: [{ implantation: 'new/mri', devices: 1 }] };
    const cost = await planCost(shared, plan, { equity: NONE, agendaPooling: false }, highs, EXACT);
    expect(cost!.days).toBeCloseTo((before + after) / 2, 2);
    const expected = await expectedOf(shared, plan, highs, EXACT);
    expect(expected!.days).toBeCloseTo((before + after) / 2, 2);
    expect(expected!.planned.waitingDays).toBeCloseTo(160 + 268 + 704 + 160, 4);
  });

  it('is given what helps, and nothing that brings nothing', async () => {
    const answer = await solveRegion(handRegion, NONE, highs, EXACT);
    expect(answer.kind === 'plan' && planKey(answer.plan)).toBe('+a/mrix1 +b/mrix1 ha/mrix2');
    expect(answer.solved.status).toBe('optimal');
  });
});

it('no more sites open than the balance leaves, whatever more would bring', async () => {
  const [a, b, , c] = handRegion.implantations;
  // 60 places more in each, where b has 100 for the 200 requests of its department.
  const fresh = { ...handRegion.implantations[2]!, mostAdded: 1, placesPerDevice: 60 };
  const opened = async (sites: number) => {
    const answer = await solveRegion(
      {
        ...handRegion,
        implantations: [a!, { ...b!, mostAdded: 0 }, fresh, { ...fresh, id: 'other/mri', site: 'other' }, c!],
        caps: handRegion.caps.map((row) => ({ ...row, sites })),
      },
      NONE,
      highs,
      EXACT,
    );
    if (answer.kind !== 'plan') throw new Error(answer.kind);
    const added = answer.plan.additions.map(({ implantation }) => implantation);
    return added.filter((id) => id !== 'a/mri').length;
  };
  expect([await opened(0), await opened(1), await opened(2)]).toEqual([0, 1, 2]);
});

describe('what cannot be had', () => {
  it('is said with the rules that stand in its way, and no plan', async () => {
    const answer = await solveRegion(
      { ...handRegion, caps: handRegion.caps.map((row) => ({ ...row, devices: 0 })) },
      { kind: 'worst', mostDays: 3 },
      highs,
      EXACT,
    );
    if (answer.kind !== 'infeasible') throw new Error(answer.kind);
    const { rules, isMinimal, reachable } = answer.conflict;
    expect([rules[0]!.id, isMinimal]).toEqual(['equity', true]);
    expect(rules.slice(1).map(({ owner }) => owner)).toContain('law');
    expect(rules.some(({ label }) => label.en.includes('than the 0 the balance leaves'))).toBe(true);
    expect(reachable).toBeCloseTo(8, 3);
  });
});

describe('one more of a cap', () => {
  it('is worth what the best plan gains when the cap is one more: small regions, solved anew', async () => {
    let binding = 0;
    for (let seed = 0; seed < 5; seed++) {
      const problem = smallRegion(`worth${seed}`, { isUnlimited: true });
      const base = await solveRegion(problem, NONE, highs, EXACT);
      if (base.kind !== 'plan') throw new Error(base.kind);
      for (const { department, modality, counter, worth } of await capWorth(
        problem,
        base,
        NONE,
        highs,
        EXACT,
      )) {
        const caps = problem.caps.map((row) =>
          row.department === department && row.modality === modality
            ? { ...row, [counter]: row[counter] + 1 }
            : row,
        );
        const more = await solveRegion({ ...problem, caps }, NONE, highs, EXACT);
        if (more.kind !== 'plan') throw new Error(more.kind);
        const truth = base.days - more.days;
        const slack = 1e-5 * base.days;
        expect(worth!.low).toBeLessThanOrEqual(truth + slack);
        expect(worth!.high).toBeGreaterThanOrEqual(truth - slack);
        if (truth > slack) binding += 1;
      }
    }
    expect(binding).toBeGreaterThan(2);
  });
});

it('the front goes from the best total to the best for the worst off, none beaten in both', async () => {
  const problem = smallRegion('front3', { implantations: 8, isUnlimited: true });
  const points = await regionFront(
    { ...problem, limits: { ...problem.limits, mostDevices: 1, mostBlocks: 2 } },
    'worst',
    highs,
    EXACT,
    4,
  );
  expect(points.length).toBeGreaterThan(0);
  expect(points[0]!.within).toBeNull();
  for (const [at, { solution }] of points.slice(1).entries()) {
    expect(solution.days).toBeGreaterThanOrEqual(points[at]!.solution.days - 1e-3);
    expect(solution.measure!).toBeLessThanOrEqual(points[at]!.solution.planned.worstDays + 1e-3);
  }
});

it('candidates are different plans, the best first', async () => {
  const found = await regionCandidates(handRegion, NONE, highs, EXACT);
  expect(found[0]!.kind).toBe('best');
  const keys = found.map(({ solution }) => planKey(solution.plan));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(3);
  expect(differing(found[0]!.solution.plan, EMPTY_PLAN)).toBe(2);
});
