/** The ranking of levers whose effects are known by construction. */
import { describe, expect, it } from 'vitest';
import type { LeversResult } from '../../../src/model/results/levers.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { resources } from '../../../src/optimize/levers/practice-edit.ts';
import { RELEVANCE } from '../../../src/optimize/levers/relevance.ts';
import { REMINDERS } from '../../../src/optimize/levers/reminders.ts';
import { UNIT_COSTS } from '../../../src/optimize/levers/unit-costs.ts';
import { type Play, playHere, type RankOptions } from '../../../src/optimize/rank/options.ts';
import { rankLevers } from '../../../src/optimize/rank/rank.ts';
import { compareExperiments } from '../../../src/stats/comparison.ts';
import { Experiment } from '../../../src/stats/experiment.ts';
import { scenarioNamed } from '../../engine/play.ts';
import { demandLever, small, two } from './small.ts';

const HELPS = demandLever('helps', 0.2);
const IDLE = demandLever('idle', 0);
const HURTS = demandLever('hurts', -0.2, { isNegative: true });

const rank = (
  options: RankOptions,
  scenario: Scenario = small(),
  play: Play = playHere,
): Promise<LeversResult> =>
  rankLevers(scenario, { weeks: 24, warmupWeeks: 6, replications: 6, sets: 0, ...options }, play);

const named = ({ ranked }: LeversResult, id: string) => ranked.find((one) => one.id === `${id}:s`)!;

describe('the order', () => {
  it('puts first the only lever that can help, in the simulation and in every assumption set', async () => {
    const found = await rank({ levers: [IDLE, HURTS, HELPS], sets: 6 });
    expect(found.ranked.map(({ lever, rank: place, verdict }) => [lever, place, verdict])).toEqual([
      ['helps', 1, 'lower'],
      ['idle', 2, 'unchanged'],
      ['hurts', 3, 'higher'],
    ]);
    expect(found.sets!.kept).toBeGreaterThanOrEqual(4);
    expect(named(found, 'helps').first.daysSaved).toBeCloseTo(1, 9);
    expect(named(found, 'helps').daysSaved!.assumptions!.low).toBeGreaterThan(0);
    expect(found.order).toMatchObject({ first: 'helps:s', second: 'idle:s', isEstablished: true });
    expect(found.order.firstShare).toBeCloseTo(1, 9);
  });

  it('has no first where no lever demonstrably saves anything', async () => {
    const found = await rank({ levers: [IDLE, HURTS] });
    expect(found.order).toMatchObject({ first: null, isEstablished: false });
  });

  it('never counts a negative lever as first, however much it should save', async () => {
    const wrong = demandLever('wrong', 0.5, { isNegative: true });
    const found = await rank({ levers: [wrong, HELPS], sets: 5 });
    expect(found.ranked[0]!.lever).toBe('wrong');
    expect(found.order.first).toBe('helps:s');
    expect(named(found, 'wrong').first.daysSaved).toBeNull();
    expect(named(found, 'helps').first.daysSaved).toBeCloseTo(1, 9);
  });

  it('is not established where the leader is first in less than half of the sets, and says what would settle it', async () => {
    const unit = { en: 'x', fr: 'x' };
    // Alone it saves more; in most sets it is drawn weaker than its rival.
    const unsure = demandLever('unsure', 0.3, { strength: { value: 1, range: [0, 1], unit } });
    const sure = demandLever('sure', 0.25);
    const found = await rank({ levers: [unsure, sure], sets: 14 });
    expect(found.order).toMatchObject({ first: 'unsure:s', second: 'sure:s', isEstablished: false });
    expect(found.order.firstShare).toBeLessThan(0.5);
    expect(found.order.toMeasure[0]).toMatchObject({ path: 'levers.unsure.strength', demonstrated: true });
  });

  it('leaves a reminder behind fewer requests where nearly everybody comes', async () => {
    const scenario = small();
    const flows = scenario.flows.map((one) => ({ ...one, noShow: { ...one.noShow, base: 0.01, max: 0.01 } }));
    const found = await rank({ levers: [REMINDERS, RELEVANCE] }, { ...scenario, flows });
    expect(found.ranked.map(({ lever }) => lever)).toEqual(['relevance', 'reminders']);
  });
});

describe('the same bits', () => {
  const options: RankOptions = { levers: [HELPS, HURTS, demandLever('more', 0.1)], sets: 3, combine: true };

  it('come from the same scenario, options and seed, whoever plays and in whatever order', async () => {
    const first = await rank(options);
    let turn = 0;
    const late: Play = async (experiment, replications) => {
      turn += 1;
      await new Promise((resolve) => setTimeout(resolve, (turn * 7) % 5));
      await playHere(experiment, replications);
    };
    expect(JSON.stringify(await rank(options, small(), late))).toBe(JSON.stringify(first));
  });

  it('do not come from another seed', async () => {
    const [one, other] = [await rank({ ...options, seed: '1' }), await rank({ ...options, seed: '2' })];
    expect(one.ranked[0]!.daysSaved).not.toEqual(other.ranked[0]!.daysSaved);
  });
});

describe('the measures', () => {
  const takes = resources({ hours: { technologist: 3, secretary: 1 }, oneOffEuros: 7000, eurosPerYear: 500 });

  it('divide patient-days by staffed hours, and those of a year by thousands of euros', async () => {
    const found = named(await rank({ levers: [demandLever('helps', 0.2, { takes })] }), 'helps');
    const days = found.daysSaved!.estimate.mean;
    expect(found.staffedHoursPerWeek).toBe(4);
    const euros = 52 * (3 * 32 + 25) + 500 + 7000 / 7;
    expect(found.eurosPerYear).toBeCloseTo(euros, 9);
    expect(found.perStaffedHour!.estimate.mean).toBeCloseTo(days / 4, 9);
    expect(found.perThousandEuros!.estimate.mean).toBeCloseTo((days * 52) / (euros / 1000), 9);
    expect(found.perThousandEuros!.estimate.low! / found.daysSaved!.estimate.low!).toBeCloseTo(
      52 / (euros / 1000),
      9,
    );
  });

  it('follow the costs of the site', async () => {
    const costs = { ...UNIT_COSTS, technologist: { ...UNIT_COSTS.technologist, value: 100 } };
    const found = await rank({ levers: [demandLever('helps', 0.2, { takes })], costs });
    expect(found.ranked[0]!.eurosPerYear).toBeCloseTo(52 * (300 + 25) + 1500, 9);
    expect(found.costs.find(({ id }) => id === 'technologist')!.value).toBe(100);
  });

  it('say nothing by the hour or by the euro where none is taken', async () => {
    const found = named(await rank({ levers: [HELPS], sets: 3 }), 'helps');
    expect([found.perStaffedHour, found.perThousandEuros, found.first.perStaffedHour]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('turn the interval of the difference round: low stays low', async () => {
    const { estimate } = named(await rank({ levers: [HELPS] }), 'helps').daysSaved!;
    expect(estimate.low!).toBeLessThan(estimate.mean);
    expect(estimate.high!).toBeGreaterThan(estimate.mean);
  });

  it('show as guardrails what may get worse, the delay of inpatients among it', async () => {
    const found = await rankLevers(
      scenarioNamed('hopital-reference.yaml'),
      { levers: [RELEVANCE], weeks: 8, warmupWeeks: 4, replications: 2, sets: 0 },
      playHere,
    );
    const ct = found.ranked.find(({ id }) => id === 'relevance:ch/ct')!;
    expect(
      ct.guardrails.map(({ modality, name, class: one }) => `${modality} ${name} ${one}`).sort(),
    ).toEqual([
      'ct emergencyWait U',
      'ct firstAvailable H',
      'ct overtime null',
      'ct report A',
      'ct report H',
      'ct report U',
    ]);
    const changes = ct.delays.map(({ difference }) => difference!.mean);
    expect(ct.worstClass!.difference!.mean).toBe(Math.max(...changes));
  });
});

describe('the departments played', () => {
  it('are those a lever touches, and the gain is that of the whole', async () => {
    const scenario = scenarioNamed('hopital-reference.yaml');
    const run = { weeks: 10, warmupWeeks: 4, replications: 3, seed: '3' };
    const played: string[] = [];
    const play: Play = async (experiment, replications) => {
      played.push(experiment.scenario.devices.map(({ id }) => id).join());
      await playHere(experiment, replications);
    };
    const found = await rankLevers(scenario, { levers: [RELEVANCE], sets: 0, ...run }, play);
    expect(new Set(played)).toEqual(new Set(['scanner', 'irm']));
    const whole = { ...scenario, run };
    const [one] = RELEVANCE.cases(whole).cases;
    const pair = [whole, one!.apply(whole, one!.strength.value)].map((each) => new Experiment(each));
    for (const each of pair) await playHere(each, 3);
    const moves = [one!.moves!(one!.strength.value)];
    const { overall } = compareExperiments(pair[0]!, [pair[1]!], { moves }).variants[0]!;
    const cut = found.ranked.find(({ id }) => id === one!.id)!;
    expect(cut.daysSaved!.estimate.mean).toBeCloseTo(-overall!.difference!.mean, 9);
  });
});

describe('answers', () => {
  it('come early and are refined: few replications, all, sets, combinations', async () => {
    const answers: LeversResult[] = [];
    const progress = new Set<string>();
    const last = await rank({
      levers: [HELPS, demandLever('more', 0.1)],
      sets: 3,
      combine: true,
      onAnswer: (answer) => answers.push(answer),
      onProgress: ({ stage, done, total }) => {
        expect(done).toBeLessThanOrEqual(total);
        progress.add(stage);
      },
    });
    expect(answers.map(({ stage }) => stage)).toEqual(['first', 'simulated', 'assumptions', 'combined']);
    expect(answers.map(({ replications }) => replications)).toEqual([2, 6, 6, 6]);
    expect([...progress]).toEqual(['first', 'simulated', 'assumptions', 'combined']);
    expect(answers.at(-1)).toBe(last);
  });

  it('are as precise as asked, for the leaders', async () => {
    const plain = await rank({ levers: [demandLever('little', 0.02)], replications: 3 });
    const width = ({ ranked }: LeversResult) => {
      const { mean, low, high } = ranked[0]!.daysSaved!.estimate;
      return (high! - low!) / 2 / Math.abs(mean);
    };
    const wanted = width(plain) / 2;
    const found = await rank({ levers: [demandLever('little', 0.02)], replications: 3, precision: wanted });
    expect(found.replications).toBeGreaterThan(3);
    expect(width(found)).toBeLessThanOrEqual(wanted);
  });

  it('are nothing for a scenario without levers, and refused where nothing would be played', async () => {
    const none = await rank({ levers: [], sets: 3, combine: true });
    expect(none.ranked).toEqual([]);
    expect(none.order.first).toBeNull();
    await expect(rank({ levers: [HELPS], replications: 0 })).rejects.toThrow(RangeError);
    await expect(rank({ levers: [HELPS], weeks: 4, warmupWeeks: 4 })).rejects.toThrow(RangeError);
  });
});

describe('levers together', () => {
  const CT = demandLever('ct', 0.2);
  const MRI = demandLever('mri', 0.2, { flow: 'b', modality: 'mri' });

  it('add up where they share no department', async () => {
    const found = await rank({ levers: [CT, MRI], combine: true }, two());
    const [pair] = found.combinations;
    expect(pair).toMatchObject({ cases: ['ct:s', 'mri:s'], interactionVerdict: 'none', interaction: null });
    const alone = found.ranked.reduce((sum, one) => sum + one.daysSaved!.estimate.mean, 0);
    expect(pair!.daysSaved!.estimate.mean).toBeCloseTo(alone, 9);
  });

  it('take from each other where what one saves is no longer there for the other', async () => {
    // Either leaves the scanner with hardly anyone waiting.
    const found = await rank({ levers: [demandLever('one', 0.3), demandLever('other', 0.3)], combine: true });
    const [pair] = found.combinations;
    expect(pair!.interactionVerdict).toBe('takes');
    const alone = found.ranked.reduce((sum, one) => sum + one.daysSaved!.estimate.mean, 0);
    expect(pair!.interaction!.estimate.mean).toBeCloseTo(pair!.daysSaved!.estimate.mean - alone, 6);
  });

  it('are the pairs and triples of the five best that save something', async () => {
    const levers = [0.02, 0.05, 0.08, 0.11, 0.14, 0.17].map((share) => demandLever(`l${share}`, share));
    const found = await rank({ levers: [...levers, HURTS], combine: true, replications: 2, weeks: 12 });
    expect(found.combinations.map(({ cases }) => cases.length)).toEqual([
      ...Array(10).fill(2),
      ...Array(10).fill(3),
    ]);
    expect(found.combinations.flatMap(({ cases }) => cases)).not.toContain('l0.02:s');
    expect(found.combinations.flatMap(({ cases }) => cases)).not.toContain('hurts:s');
  });
});
