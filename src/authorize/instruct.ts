/** The note d’instruction: every rule, table and point of some requests, as one document. It decides nothing. */
import { type Balance, balanceRow, type Reading } from '../model/oqos/balance.ts';
import {
  type AuthorisationRequest,
  CRITERIA,
  type Criterion,
  type PlacedRequest,
} from '../model/oqos/request.ts';
import type { TextId } from '../model/oqos/texts.ts';
import { TEXT_IDS } from '../model/oqos/texts.ts';
import type {
  AuthorizeDocument,
  CompetingFile,
  Competition,
  CriterionRow,
  InstructedRequest,
  Rule2020,
  RuleOutcome,
  SimulatedNeed,
} from '../model/results/authorize.ts';
import { RESULT_VERSION } from '../model/results/results.ts';
import { anomaliesOf } from './anomalies.ts';
import { pointsOf } from './attention.ts';
import { headOf, readingChangesOf } from './balance-document.ts';
import { balanceAfter, rowsOf } from './counters.ts';
import { competitionsOf, zonesOf } from './grants.ts';
import { needElements } from './need.ts';
import { type GrantState, granted, judge2020 } from './rules-2020.ts';
import { judge2023 } from './rules-2023.ts';

/** The texts that name each criterion; common practice where none does. */
const CRITERION_TEXTS: Readonly<Record<Criterion, readonly TextId[]>> = Object.freeze({
  needs: ['l6122-2', 'l1434-3'],
  objectives: ['l6122-2', 'l1434-3'],
  technical: ['l6122-2'],
  evaluation: ['l6122-5'],
  cooperation: ['l6122-5'],
  'on-call': ['r6123-162'],
  activity: ['beyond-three'],
  delays: ['practice'],
  catchment: ['practice'],
  neighbours: ['practice'],
  opening: ['practice'],
  team: ['practice'],
  tariffs: ['practice'],
  accessibility: ['practice'],
  pathways: ['practice'],
  substitution: ['practice'],
  costs: ['practice'],
});

/** Texts of every note: how files are received, and what decides. */
const ALWAYS_CITED: readonly TextId[] = [
  'l6122-2',
  'l6122-9',
  'r6122-26',
  'r6122-29',
  'r6122-30',
  'r6122-34',
  'csos',
];

/**
 * The criteria of an instruction beside what a file says of each; no score, no order of merit.
 */
export function criteriaOf({ elements }: AuthorisationRequest): readonly CriterionRow[] {
  return CRITERIA.map((criterion) => ({
    criterion,
    texts: CRITERION_TEXTS[criterion],
    says: elements[criterion] ?? null,
  }));
}

const OTHER: Readonly<Record<Reading, Reading>> = { separate: 'included', included: 'separate' };

/** The outcome under the other reading of the parentheses; null when it is the same. */
function otherReadingOf(
  request: AuthorisationRequest,
  state: GrantState,
  reading: Reading,
  outcome: RuleOutcome<Rule2020>,
): RuleOutcome<Rule2020> | null {
  const row = balanceRow(state.balance, request.equipment, request.department);
  if (row === null || row.interventional === null) return null;
  const other = judge2020(request, state, OTHER[reading]);
  const isSame = other.verdict === outcome.verdict && other.devicesReceivable === outcome.devicesReceivable;
  return isSame ? null : other;
}

/** Receivability again, after each competitor alone is granted what it can be. */
function competingOf(
  request: AuthorisationRequest,
  others: readonly AuthorisationRequest[],
  state: GrantState,
  reading: Reading,
): readonly CompetingFile[] {
  const zones = zonesOf(request);
  return others
    .filter((other) => other !== request && zonesOf(other).some((zone) => zones.includes(zone)))
    .flatMap((other) => {
      const count = judge2020(other, state, reading).devicesReceivable ?? 0;
      if (count === 0) return [];
      const after = granted(state, other, count, reading);
      return [{ granted: other.id, outcome: judge2020(request, after, reading) }];
    });
}

interface Ground {
  readonly balance: Balance;
  readonly reading: Reading;
  readonly all: readonly AuthorisationRequest[];
  readonly competitions: readonly Competition[];
  readonly simulated: SimulatedNeed | null;
}

function instructOne({ file, request }: PlacedRequest, ground: Ground): InstructedRequest {
  const { balance, reading, all } = ground;
  const state: GrantState = { balance, used: [] };
  const regime2020 = judge2020(request, state, reading);
  const count = regime2020.devicesReceivable ?? 0;
  const departments = [...new Set([request.department, request.from?.department ?? request.department])];
  const after = balanceAfter(balance, [{ request, devices: count }], reading);
  const anomalies = anomaliesOf(balance).filter(
    ({ equipment, department }) =>
      equipment === request.equipment && department !== null && departments.includes(department),
  );
  const judged = {
    file,
    request,
    regime2020,
    otherReading: otherReadingOf(request, state, reading, regime2020),
    regime2023: judge2023(request),
    balanceBefore: rowsOf(balance, balance, request, departments, reading),
    balanceAfter: rowsOf(after, balance, request, departments, reading),
    competing: competingOf(request, all, state, reading),
    criteria: criteriaOf(request),
    need: needElements(request, balance, reading, count),
    anomalies,
  };
  return { ...judged, points: pointsOf(judged, ground) };
}

/**
 * The instruction of some requests on a balance. Every request must be of an equipment and department the balance has.
 * @param simulated delays and occupancy of a scenario, to be shown beside the need; null for none.
 */
export function instruct(
  requests: readonly PlacedRequest[],
  balance: Balance,
  reading: Reading,
  simulated: SimulatedNeed | null,
): AuthorizeDocument {
  const all = requests.map(({ request }) => request);
  const competitions = competitionsOf(all, balance, reading);
  const ground = { balance, reading, all, competitions, simulated };
  const instructed = requests.map((one) => instructOne(one, ground));
  const hasDedicated = instructed.some(({ balanceBefore }) =>
    balanceBefore.some(({ interventional }) => interventional !== null),
  );
  return {
    creneau: RESULT_VERSION,
    command: 'authorize',
    balance: headOf(balance),
    interventional: reading,
    requests: instructed,
    competitions,
    readingChanges: hasDedicated ? readingChangesOf(balance) : [],
    simulated,
    texts: textsOf(instructed),
  };
}

/** Every text cited, once, in the order of their table. */
function textsOf(instructed: readonly InstructedRequest[]): readonly TextId[] {
  const cited = new Set<TextId>(ALWAYS_CITED);
  for (const { regime2020, otherReading, regime2023, criteria, need, competing } of instructed) {
    const outcomes = [regime2020, ...(otherReading === null ? [] : [otherReading]), ...regime2023];
    const after = competing.map(({ outcome }) => outcome);
    for (const { texts } of [...outcomes, ...after, ...criteria]) for (const id of texts) cited.add(id);
    if (need.populationYear !== null) cited.add('population');
  }
  return TEXT_IDS.filter((id) => cited.has(id));
}
