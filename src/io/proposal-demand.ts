/** Exam types and their shares of a flow as a variant writes them, so that they are read back to the last bit. */
import type { Exam, Flow, Scenario } from '../model/scenario.ts';
import { CLASSES } from '../model/vocabulary.ts';
import type { Written } from '../model/week/quantities.ts';
import { writtenLaw } from './proposal-vacation.ts';

/** Scales tried before giving up; shares that are read are divided by their sum, which rounds. */
const MOST_SCALES = 5000;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Weights whose shares of their sum are exactly these numbers, in this order; the shares themselves where their sum is 1.
 * Null when none was found.
 * @example exactWeights([0.25, 0.75]) // [0.25, 0.75]
 */
export function exactWeights(shares: readonly number[]): readonly number[] | null {
  for (let scale = 1; scale <= MOST_SCALES; scale++) {
    const weights = shares.map((share) => share * scale);
    const total = sumOf(weights);
    if (weights.every((weight, rank) => weight / total === shares[rank])) return weights;
  }
  return null;
}

/** An exam type in full. */
export const writtenExam = ({ modality, label, group, needs, icr, durations }: Exam): Written => ({
  modality,
  label: { ...label },
  group,
  needs: [...needs],
  icr,
  durations: Object.fromEntries(CLASSES.map((one) => [one, writtenLaw(durations[one])])),
});

/** Exam types that the other scenario does not have; none that a file makes by itself for flows without any. */
export const addedExams = (before: Scenario, after: Scenario): readonly Exam[] =>
  after.exams.filter(({ id }) => !before.exams.some((one) => one.id === id));

/**
 * The shares of a flow laid over those written: exam types that go are null.
 * @param names exam types the file gives the flow, in its order; empty when it names none.
 * @returns null when they cannot be read back exactly.
 */
export function writtenShares(flow: Flow, names: readonly string[]): Written | null {
  const share = new Map(flow.exams.map((one) => [one.id, one.share]));
  const kept = names.filter((name) => share.has(name));
  const order = [...kept, ...flow.exams.map(({ id }) => id).filter((id) => !names.includes(id))];
  const weights = exactWeights(order.map((id) => share.get(id)!));
  if (weights === null) return null;
  return Object.fromEntries(order.map((id, rank) => [id, weights[rank]!]));
}

/** The names that a file gives and the flow no longer has. */
export const droppedShares = (flow: Flow, names: readonly string[]): readonly string[] =>
  names.filter((name) => !flow.exams.some(({ id }) => id === name));
