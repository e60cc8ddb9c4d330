/** Each flow by itself: its number of requests, its exams, how its patients answer. */

import { DEFAULTS } from '../complete/defaults.ts';
import { flowId } from '../complete/device.ts';
import { genericExam } from '../complete/ledger.ts';
import type { DocumentPath, Finding } from '../finding.ts';
import { scenarioError, scenarioWarning } from '../scenario-codes.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { askedExams, type FlowInput } from './shape.ts';

const eachFlow = (
  input: ScenarioInput,
  check: (flow: FlowInput, path: DocumentPath) => Finding[],
): Finding[] => input.flows.flatMap((flow, index) => check(flow, ['flows', index]));

/** Shares that add up to 1, or to 100, are shares; anything else may be a slip. */
const SHARE_TOLERANCE = 0.02;

/**
 * A flow has a number of requests a week, or a log of them, not both.
 * @example checkDemand({ flows: [{ id: 'f' }] })[0].code // 'per-week-missing'
 */
export function checkDemand(input: ScenarioInput): Finding[] {
  return eachFlow(input, (flow, path) => {
    const arrivals = flow.arrivals ?? (flow.log === undefined ? 'poisson' : 'log');
    if (arrivals === 'log') {
      if (flow.log === undefined) {
        return [scenarioError('log-missing', { flow: flowId(flow) }, [...path, 'arrivals'])];
      }
      return flow['per-week'] === undefined
        ? []
        : [scenarioWarning('per-week-ignored', {}, [...path, 'per-week'])];
    }
    const ignored =
      flow.log === undefined ? [] : [scenarioWarning('log-ignored', { arrivals }, [...path, 'log'])];
    if (flow['per-week'] !== undefined) return ignored;
    return [...ignored, scenarioError('per-week-missing', { flow: flowId(flow) }, path)];
  });
}

/**
 * Shares of exam types are not all zero, and add up to 1 (or to 100).
 * @example checkExamShares({ flows: [{ exams: { hip: 0.5, knee: 0.3 } }] })[0].values // { sum: 0.8 }
 */
export function checkExamShares(input: ScenarioInput): Finding[] {
  return eachFlow(input, (flow, path) => {
    if (flow.exams === undefined) return [];
    const sum = Object.values(flow.exams).reduce((total, share) => total + share, 0);
    if (sum === 0) return [scenarioError('exam-shares-zero', { flow: flowId(flow) }, [...path, 'exams'])];
    const isWhole = [1, 100].some((whole) => Math.abs(sum / whole - 1) <= SHARE_TOLERANCE);
    const shown = Math.round(sum * 1000) / 1000;
    return isWhole ? [] : [scenarioWarning('exam-shares-sum', { sum: shown }, [...path, 'exams'])];
  });
}

/**
 * Without defaults, each exam type of each class that asks for it has a duration, or the flow has one.
 * @example checkDurations({ defaults: 'none', flows: [{ modality: 'ct', class: 'A' }] })[0].code // 'durations-missing'
 */
export function checkDurations(input: ScenarioInput): Finding[] {
  return eachFlow(input, (flow, path) => {
    const defaults = DEFAULTS[input.defaults ?? 'anap-2010'].byModality[flow.modality];
    if (flow.durations !== undefined || defaults.durations !== null) return [];
    return askedExams(flow, input)
      .filter(({ id }) => input.exams?.[id]?.durations?.[flow.class] === undefined)
      .map(({ id }) => {
        const generic = id === genericExam(flow.modality);
        const place = generic ? path : [...path, 'exams', id];
        return scenarioError('durations-missing', { exam: id, class: flow.class }, place);
      });
  });
}

/**
 * Some hour of the week has requests.
 * @example checkProfile({ flows: [{ id: 'f', profile: [0, 0] }] })[0].code // 'profile-zero'
 */
export function checkProfile(input: ScenarioInput): Finding[] {
  return eachFlow(input, (flow, path) =>
    Array.isArray(flow.profile) && flow.profile.every((weight) => weight === 0)
      ? [scenarioError('profile-zero', { flow: flowId(flow) }, [...path, 'profile'])]
      : [],
  );
}

/**
 * The first day offered is within the agenda.
 * @example checkHorizon({ flows: [{ lead: 31, horizon: 30 }] })[0].values // { lead: 31, limit: 30 }
 */
export function checkHorizon(input: ScenarioInput): Finding[] {
  const set = DEFAULTS[input.defaults ?? 'anap-2010'];
  return eachFlow(input, (flow, path) => {
    const lead = flow.lead ?? set.leadDays[flow.class === 'A' ? 'A' : 'H'];
    const limit = flow.horizon ?? set.horizonDays;
    if (flow['walk-in'] === true || lead <= limit) return [];
    const key = flow.lead === undefined ? 'horizon' : 'lead';
    return [scenarioError('lead-beyond-horizon', { lead, limit }, [...path, key])];
  });
}

/**
 * Acceptance falls on a scale above zero, or on a table of increasing delays.
 * @example checkAcceptance({ flows: [{ accept: { tau: 0 } }] })[0].code // 'tau-zero'
 */
export function checkAcceptance(input: ScenarioInput): Finding[] {
  return eachFlow(input, (flow, path) => {
    const { accept } = flow;
    if (accept === undefined || accept === 'always') return [];
    if ('tau' in accept) {
      return accept.tau > 0 ? [] : [scenarioError('tau-zero', {}, [...path, 'accept', 'tau'])];
    }
    return accept.table.flatMap(([delay], rank) => {
      const previous = accept.table[rank - 1]?.[0];
      if (previous === undefined || delay > previous) return [];
      return [scenarioError('acceptance-order', { delay, previous }, [...path, 'accept', 'table', rank])];
    });
  });
}

/**
 * No-show grows on a scale above zero, and does grow.
 * @example checkNoShow({ flows: [{ 'no-show': { probability: 0.1, max: 0.02 } }] })[0].code // 'no-show-decreases'
 */
export function checkNoShow(input: ScenarioInput): Finding[] {
  return eachFlow(input, (flow, path) => {
    const noShow = flow['no-show'];
    if (typeof noShow !== 'object') return [];
    const { probability, max, tau } = noShow;
    const zero = tau === 0 ? [scenarioError('tau-zero', {}, [...path, 'no-show', 'tau'])] : [];
    if (max === undefined || max >= probability) return zero;
    return [...zero, scenarioWarning('no-show-decreases', { max, probability }, [...path, 'no-show', 'max'])];
  });
}

/** Keys that only an appointment gives a meaning to. */
const BOOKED_KEYS = [
  'accept',
  'lead',
  'horizon',
  'no-show',
  'cancel',
  'overbook',
  'backlog',
  'target',
  'travel',
  'travel-scale',
] as const satisfies readonly (keyof FlowInput)[];

/**
 * What is said of a flow applies to it: appointments to booked ones, patience to walk-ins.
 * @example checkIgnoredKeys({ flows: [{ 'walk-in': true, lead: 2 }] })[0].values // { keys: 'lead' }
 */
export function checkIgnoredKeys(input: ScenarioInput): Finding[] {
  return eachFlow(input, (flow, path) => {
    if (flow['walk-in'] === true) {
      const keys = BOOKED_KEYS.filter((key) => flow[key] !== undefined);
      if (keys.length === 0) return [];
      return [scenarioWarning('ignored-for-walk-in', { keys: keys.join(', ') }, [...path, keys[0]!])];
    }
    if (flow.patience === undefined) return [];
    return [scenarioWarning('ignored-for-booked', { keys: 'patience' }, [...path, 'patience'])];
  });
}
