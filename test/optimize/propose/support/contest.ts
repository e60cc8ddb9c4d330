/** The proposal against other ways of finding a week, each with as many simulations; judged on random numbers none has seen. */
import seedrandom from 'seedrandom';
import type { PairedIndicator } from '../../../../src/model/results/compare.ts';
import { defaultRules } from '../../../../src/model/rules/defaults.ts';
import type { Scenario } from '../../../../src/model/scenario.ts';
import { WeekArena } from '../../../../src/optimize/propose/arena.ts';
import type { ProposeOptions } from '../../../../src/optimize/propose/options.ts';
import { playHere, runWeeks } from '../../../../src/optimize/rank/options.ts';
import { catalogue } from '../../../../src/optimize/week/catalogue/catalogue.ts';
import { keyOf } from '../../../../src/optimize/week/change.ts';
import { weekEuros } from '../../../../src/optimize/week/euros.ts';
import { pairedIndicator } from '../../../../src/stats/paired.ts';
import { bestEvenly } from '../baselines/evenly.ts';
import { countOf, hoursOf, Judge, type Week } from '../baselines/judge.ts';
import { bestLocal } from '../baselines/local-search.ts';
import { bestOfRandom } from '../baselines/random-weeks.ts';
import { bestRepeated } from '../baselines/repeated-lever.ts';
import { thinWeek } from '../baselines/thin.ts';
import { brokenBy, type Found, Trial } from '../baselines/trial.ts';
import { type Answered, propose, weekOf } from './proposed-week.ts';

export const RIVALS = ['present', 'evenly', 'thin', 'random', 'repeated', 'local'] as const;
export type Rival = (typeof RIVALS)[number];

export interface Entry {
  readonly week: Week;
  /** Replications of parts it was found with. */
  readonly simulations: number;
  /** Patient-days saved a week on the fresh numbers. */
  readonly saved: number;
  /** Patient-days a week by which the proposal saves more, at a level corrected for all rivals. */
  readonly behind: PairedIndicator;
  /** Guardrails it demonstrably breaks on the fresh numbers. */
  readonly broken: readonly string[];
}

export interface Contest {
  readonly answered: Answered;
  readonly judge: Judge;
  readonly week: Week;
  readonly saved: number;
  readonly delta: number;
  readonly broken: readonly string[];
  readonly rivals: ReadonlyMap<Rival, Entry>;
}

const RANDOM_WEEKS = 200;
const FINAL_REPLICATIONS = 20;
const FINAL_WEEKS = 52;
const ALPHA = 0.05;

/** How long everything is played while weeks are looked for: as the proposal does it. */
function judgeOf(scenario: Scenario, seed: string): Judge {
  const rules = defaultRules(scenario);
  const base = { ...scenario, run: { ...scenario.run, ...runWeeks(scenario), seed } };
  const changes = catalogue(base, rules);
  return new Judge(base, rules, changes, weekEuros(changes));
}

const addedBy = (arena: WeekArena, week: Week): readonly (number | null)[] =>
  keyOf(week) === '' ? arena.daysAdded(week).map(() => 0) : arena.daysAdded(week);

const savedIn = (added: readonly (number | null)[]): number =>
  -added.reduce<number>((sum, days) => sum + (days ?? Number.NaN), 0) / added.length;

/** The weeks the rivals find, each within as many simulations as the proposal took. */
async function rivalsOf(
  judge: () => Judge,
  proposed: Week,
  budget: number,
  seed: string,
): Promise<ReadonlyMap<Rival, Found>> {
  const draw = (rival: Rival) => seedrandom(`${seed} ${rival}`);
  const trial = () => new Trial(judge(), budget);
  const nothing = { simulations: 0, looked: 0 };
  const { scenario, rules } = judge();
  const added = hoursOf(proposed);
  const hours = added > 0 ? added : (rules.addedHours ?? 0);
  return new Map<Rival, Found>([
    ['present', { weeks: [[]], ...nothing }],
    ['evenly', await bestEvenly(trial(), proposed)],
    ['thin', { weeks: [thinWeek(scenario, hours)], ...nothing }],
    ['random', await bestOfRandom(trial(), RANDOM_WEEKS, draw('random'))],
    ['repeated', await bestRepeated(trial())],
    ['local', await bestLocal(trial(), draw('local'))],
  ]);
}

/** Finds a week for a scenario under the rules assumed for it, lets the rivals find theirs, and plays all of them anew. */
export async function contest(scenario: Scenario, options: Partial<ProposeOptions>): Promise<Contest> {
  const { seed } = scenario.run;
  const judge = judgeOf(scenario, seed);
  const answered = await propose(scenario, judge.rules, options);
  const { result, simulations } = answered;
  const week = weekOf((result.proposal?.week ?? result.leader)?.changes ?? [], judge.changes);
  const found = await rivalsOf(() => judgeOf(scenario, seed), week, simulations, seed);
  const run = {
    ...judge.scenario.run,
    weeks: Number(judge.scenario.run.warmupWeeks) + FINAL_WEEKS,
    seed: `${seed}/contest`,
  };
  const arena = new WeekArena({ ...judge.scenario, run }, playHere);
  await arena.play([week], FINAL_REPLICATIONS);
  const ours = addedBy(arena, week);
  const level = 1 - ALPHA / found.size;
  const rivals = new Map<Rival, Entry>();
  for (const [rival, { weeks, simulations: spent }] of found) {
    // A rival's week that breaks a guardrail here gives way to its next: it is told what it could not know.
    let [theirs = [], ...others] = weeks;
    await arena.play([theirs], FINAL_REPLICATIONS);
    while (others[0] !== undefined && brokenBy(judge, arena, theirs, found.size).length > 0) {
      [theirs = [], ...others] = others;
      await arena.play([theirs], FINAL_REPLICATIONS);
    }
    const added = addedBy(arena, theirs);
    rivals.set(rival, {
      week: theirs,
      simulations: spent,
      saved: savedIn(added),
      behind: pairedIndicator(ours, added, level),
      broken: brokenBy(judge, arena, theirs, found.size),
    });
  }
  return {
    answered,
    judge,
    week,
    saved: savedIn(ours),
    delta: result.selection?.delta ?? 0,
    broken: brokenBy(judge, arena, week, found.size),
    rivals,
  };
}

/** The contest in lines, for a report. */
export function told({ answered, week, saved, delta, broken, rivals }: Contest): string {
  const number = (x: number | null | undefined): string =>
    x === null || x === undefined ? '–' : x.toFixed(0);
  const line = (name: string, one: Week, days: number, more: string): string =>
    `${name.padEnd(9)} ${number(days).padStart(5)} ${more}\n            ${countOf(one)} changes, ${hoursOf(one)} h: ${keyOf(one)}`;
  const { result } = answered;
  return [
    line(
      'proposal',
      week,
      saved,
      `(${answered.simulations} simulations, delta ${number(delta)}) ${broken.join(', ')}`,
    ),
    ...[...rivals].map(([rival, { week: one, saved: days, behind, simulations, broken: rails }]) =>
      line(
        rival,
        one,
        days,
        `behind by ${number(behind.difference?.mean)} [${number(behind.difference?.low)}, ${number(behind.difference?.high)}] (${simulations}) ${rails.join(', ')}`,
      ),
    ),
    `rounds ${JSON.stringify(result.rounds)}`,
    `better in sets ${result.proposal?.betterInSets}, certified ${result.selection?.isCertified}, predicted ${number(result.leader?.predictedDaysSaved)}`,
  ].join('\n');
}
