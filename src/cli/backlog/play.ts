/** Plays a backlog question: its answer, told as soon as it is there, then the same under assumption sets. */
import { SET_DEFAULTS, scenarioSets } from '../../calibrate/scenario-sets.ts';
import type { BacklogAssumptions } from '../../model/results/backlog.ts';
import type { Scenario } from '../../model/scenario.ts';
import { answerBacklog, type BacklogAnswer } from '../../optimize/backlog/answer.ts';
import { backlogOverSets } from '../../optimize/backlog/over-sets.ts';
import { type BacklogQuestion, courseWeeks, type PlayCourse } from '../../optimize/backlog/search.ts';
import { weeklyDelays } from '../../optimize/backlog/weekly-delay.ts';
import { Experiment } from '../../stats/experiment.ts';
import { choosePlayer, playUpTo, requestsOf } from '../pool/play.ts';
import type { Player } from '../pool/player.ts';
import { stoppable } from '../pool/stoppable.ts';
import type { Progress } from '../progress.ts';
import type { StopSignal, Terminal } from '../terminal.ts';

export interface PlayedBacklog {
  /** Null when it was stopped before. */
  readonly answer: BacklogAnswer | null;
  readonly assumptions: BacklogAssumptions | null;
  readonly stoppedBy: StopSignal | null;
}

/** Of each course under a set: what is random is mostly common to the courses, and the sets are many. */
const SET_REPLICATIONS = 4;
/** Courses an answer and a set take, about, in weeks of the longest one: only the progress bar rests on it. */
const ANSWER_COURSES = 12;
const SET_COURSES = 5;

/** Courses of a question's patients, each with so many replications, played by a player. */
function coursePlayer({ patients }: BacklogQuestion, replications: number, player: Player): PlayCourse {
  return async (scenario, weeks) => {
    const experiment = new Experiment(scenario, { weeks, warmupWeeks: 0 });
    await playUpTo(experiment, replications, player);
    return experiment.outcomes.map((outcome) => weeklyDelays(experiment.plan, outcome, patients));
  };
}

/** The answer of a question, `onAnswer` told of it, then `sets` assumption sets. The user may stop it: what is finished is given. */
export async function playBacklog(
  question: BacklogQuestion,
  { sets, workers }: { readonly sets: number; readonly workers: number | null },
  terminal: Terminal,
  progress: Progress,
  onAnswer: (answer: BacklogAnswer) => void,
): Promise<PlayedBacklog> {
  const { scenario } = question;
  const { replications } = scenario.run;
  const { warmup, followed } = courseWeeks(scenario);
  const longest = warmup + question.longestWeeks + followed;
  const requests = ANSWER_COURSES * requestsOf(scenario, longest, replications);
  const player = choosePlayer({ requests, replications, workers }, terminal, () => progress.tick());
  const siteWeeks = longest * scenario.sites.length;
  let ofAnswer = ANSWER_COURSES * siteWeeks * replications;
  const ofSets = SET_COURSES * siteWeeks * SET_REPLICATIONS * sets;
  let finished = 0;
  progress.watch(() => ({
    found: 0,
    done: Math.min(player.played(), ofAnswer + ofSets),
    total: ofAnswer + ofSets,
    finished,
    asked: 1 + sets,
  }));
  let answer: BacklogAnswer | null = null;
  let assumptions: BacklogAssumptions | null = null;
  const stoppedBy = await stoppable(terminal, [player], progress, async () => {
    const found = await answerBacklog(question, coursePlayer(question, replications, player));
    answer = found;
    finished = 1;
    ofAnswer = player.played();
    if (sets === 0 || found.perWeek === null) return;
    progress.pause(() => onAnswer(found));
    const drawn = await scenarioSets(scenario, sets, simulateWith(player), SET_DEFAULTS);
    const play = coursePlayer(question, SET_REPLICATIONS, player);
    assumptions = await backlogOverSets(question, found, drawn, play, SET_REPLICATIONS, () => {
      finished += 1;
    });
  });
  return { answer, assumptions, stoppedBy };
}

const simulateWith = (player: Player) => async (scenario: Scenario) => {
  const experiment = new Experiment(scenario);
  await playUpTo(experiment, scenario.run.replications, player);
  return experiment.result();
};
