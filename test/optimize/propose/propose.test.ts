/** The loop from the question to the proposal, on small departments and with few simulations. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { OptimizeResult } from '../../../src/model/results/optimize.ts';
import { defaultRules } from '../../../src/model/rules/defaults.ts';
import type { WeekRules } from '../../../src/model/rules/rules.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { HOUR } from '../../../src/model/units.ts';
import type { LpBackend } from '../../../src/optimize/lp/backend.ts';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { withoutPoint } from '../../../src/optimize/lp/solution.ts';
import { proposeWeek } from '../../../src/optimize/propose/propose.ts';
import type { Play } from '../../../src/optimize/rank/options.ts';
import { verifyWeek } from '../../../src/optimize/week/verify.ts';
import { scenarioNamed } from '../../engine/play.ts';
import { rulesOf } from '../week/support/rules.ts';
import { type Department, departmentOf } from './support/departments.ts';
import { type Answered, propose, weekOf } from './support/proposed-week.ts';

const QUICK = {
  replications: 4,
  mostReplications: 8,
  candidates: 8,
  finalists: 3,
  sets: 0,
  weeks: 14,
  warmupWeeks: 4,
};

/** More patients than places, and two evenings that may be opened. */
const SHORT_OF_PLACES: Department = departmentOf(2);

const shortProof = (scenario: Scenario): Scenario => ({
  ...scenario,
  run: { ...scenario.run, weeks: 14, warmupWeeks: 4, replications: 6 },
});

const scenario = shortProof(SHORT_OF_PLACES.scenario);
const { rules } = SHORT_OF_PLACES;

/** What is there stays as it is: one session more is all that may be. */
const onlyOpening = (now: Scenario, of: WeekRules): WeekRules => ({
  ...of,
  changes: 1,
  frozen: now.devices.flatMap(({ id, week }) =>
    week.map(({ day, fromSeconds, toSeconds }) => ({ device: id, day, hours: { fromSeconds, toSeconds } })),
  ),
});

/** Plays two at a time, the later one first, as threads would: each experiment still gets its own replications in order. */
const outOfOrder: Play = async (experiment, replications) => {
  await new Promise((done) => setTimeout(done, experiment.plan.weeks % 3));
  while (experiment.replications < replications) experiment.runNext();
};

describe('a department short of places', () => {
  const stages: OptimizeResult[] = [];
  const progress: number[] = [];
  let answered: Answered;
  beforeAll(async () => {
    answered = await propose(scenario, rules, {
      ...QUICK,
      onAnswer: (result) => stages.push(result),
      onProgress: ({ done, total }) => progress.push(done / total),
    });
  }, 60_000);

  it('is proposed a week that is demonstrably better', () => {
    const { result, proposed } = answered;
    expect(result.proposal?.verdict).toBe('lower');
    expect(result.proposal?.daysSaved.estimate.low).toBeGreaterThan(0);
    expect(proposed).not.toBeNull();
  });

  it('is proposed the same bits again, whoever plays first', async () => {
    const other = await proposeWeek(scenario, rules, { backend: new HighsBackend(), ...QUICK }, outOfOrder);
    expect(JSON.stringify(other.result)).toBe(JSON.stringify(answered.result));
    expect(other.proposed).toEqual(answered.proposed);
  });

  it('is given a first answer before the last, with a leader', () => {
    expect(stages.map(({ stage }) => stage)).toEqual(['first', 'selected']);
    expect(stages[0]?.leader).not.toBeNull();
    expect(stages[0]?.proposal).toBeNull();
    expect(stages.at(-1)).toBe(answered.result);
  });

  it('is told how far the work is: never back, and whole when it ends', () => {
    expect(progress.length).toBeGreaterThan(5);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  it('has every week that is told keep the rules', () => {
    const { result, proposed } = answered;
    const { judge } = SHORT_OF_PLACES;
    const told = [...result.ladder, ...result.front].map(({ week }) => week).concat(result.leader);
    const weeks = told.flatMap((week) => (week === null ? [] : [weekOf(week.changes, judge.changes)]));
    expect(weeks.length).toBeGreaterThan(2);
    expect(weeks.filter((week) => !judge.allows(week))).toEqual([]);
    expect(verifyWeek(scenario, proposed!, rules).broken).toEqual([]);
  });

  it('has a ladder up to the changes that are allowed, no week of which makes more than its rung', () => {
    const { ladder } = answered.result;
    expect(ladder.map(({ atMost }) => atMost)).toEqual([0, 1, 2]);
    const made = ladder.map(({ week }) => week?.changes.length ?? Number.NaN);
    expect(made.filter((count, rung) => !(count <= ladder[rung]!.atMost))).toEqual([]);
    expect(made.at(-1)).toBeGreaterThan(0);
  });
});

describe('nothing is proposed', () => {
  const nothing = ({ result, proposed }: { result: OptimizeResult; proposed: Scenario | null }) => {
    expect(result.proposal).toBeNull();
    expect(result.leader).toBeNull();
    expect(proposed).toBeNull();
  };

  it('where no change is allowed', async () => {
    nothing(await propose(scenario, { ...rules, changes: 0 }, QUICK));
  });

  it('where everything is frozen', async () => {
    const frozen = [{ device: 'd', day: null, hours: null }];
    const answered = await propose(scenario, { ...rules, frozen }, QUICK);
    nothing(answered);
    expect(answered.result.choices).toBe(0);
  });

  it('where nobody asks for a place', async () => {
    const flows = scenario.flows.map((flow) => ({ ...flow, perWeek: 0 }));
    nothing(await propose({ ...scenario, flows }, rules, QUICK));
  });

  it('where the solver runs out of time before it has a week, and the answer says so', async () => {
    const late: LpBackend = {
      name: 'late',
      takesStart: false,
      solve: () => Promise.resolve(withoutPoint('late', 'time-limit')),
    };
    const answered = await propose(scenario, rules, { ...QUICK, backend: late });
    nothing(answered);
    expect(answered.result.ladder.map(({ solved }) => solved.status)).toContain('time-limit');
    expect(answered.result.ladder.filter(({ week }) => week !== null)).toEqual([]);
    expect(answered.result.rounds).toEqual([]);
  });
});

describe('what is asked for and cannot be', () => {
  const sentences = ({ infeasible }: OptimizeResult) =>
    infeasible?.conflict.map(({ label }) => label.en) ?? [];

  it('a delay no week reaches: the target and the limits that stand against it, and what is nearest', async () => {
    const target = { site: 's', modality: 'ct' as const, class: 'A' as const, days: 0 };
    const { result, proposed } = await propose(
      scenario,
      { ...onlyOpening(scenario, rules), targets: [target] },
      QUICK,
    );
    expect(result.proposal).toBeNull();
    expect(proposed).toBeNull();
    expect(sentences(result).some((text) => text.includes('first appointment of class A'))).toBe(true);
    expect(result.infeasible?.relaxations[0]?.to).toBeGreaterThan(0);
    expect(result.targets[0]?.isReached).toBe(false);
  });

  it('sessions nobody is there for are not opened', async () => {
    const programme = scenario.devices[0]!.week[0]!;
    const staff: WeekRules['staff'] = [
      {
        group: 'technologist',
        site: null,
        perDevice: 2,
        together: 2,
        rosters: [0, 1, 2, 3, 4].map((day) => ({
          day,
          fromSeconds: programme.fromSeconds,
          toSeconds: programme.toSeconds,
          persons: 2,
        })),
        hoursPerWeek: null,
        shortestShiftSeconds: 2 * HOUR,
        longestShiftSeconds: 10 * HOUR,
        persons: null,
        restSeconds: 11 * HOUR,
      },
    ];
    const { result } = await propose(scenario, { ...onlyOpening(scenario, rules), staff }, QUICK);
    const opened = [...result.ladder.map(({ week }) => week), result.leader]
      .flatMap((week) => week?.changes ?? [])
      .filter(({ kind }) => kind === 'open');
    expect(opened).toEqual([]);
  });
});

describe('the reference hospital', () => {
  it('is proposed one evening of its MRI when two may be opened and the rest stays as it is', async () => {
    const hospital = shortProof(scenarioNamed('hopital-reference.yaml'));
    const evenings = onlyOpening(
      hospital,
      rulesOf({
        ...defaultRules(hospital),
        opening: [1, 3].map((day) => ({ day, fromSeconds: 18.5 * HOUR, toSeconds: 20.5 * HOUR })),
      }),
    );
    const { result, proposed } = await propose(hospital, evenings, QUICK);
    expect(result.proposal?.week.changes.map(({ kind, devices }) => [kind, ...devices])).toEqual([
      ['open', 'irm'],
    ]);
    expect(result.proposal?.verdict).toBe('lower');
    expect(verifyWeek(hospital, proposed!, evenings).broken).toEqual([]);
  });
});
