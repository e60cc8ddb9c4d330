/** Numbers with their evidence: a range that holds the value, and durations that are not negative. */

import { typicalMinutes } from '../complete/ledger.ts';
import type { DocumentPath, Finding } from '../finding.ts';
import type { Law } from '../law.ts';
import { scenarioError } from '../scenario-codes.ts';
import type { LawField } from '../schema/law.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { MINUTE } from '../units.ts';
import type { FlowInput } from './shape.ts';

interface PlacedLaw {
  readonly field: LawField;
  readonly path: DocumentPath;
  /** Punctuality may be negative: patients come early. */
  readonly signed: boolean;
}

/** Every law of the scenario, with its place. */
function lawsOf(input: ScenarioInput): readonly PlacedLaw[] {
  const found: PlacedLaw[] = [];
  const add = (field: LawField | undefined, path: DocumentPath, signed = false) => {
    if (field !== undefined) found.push({ field, path, signed });
  };
  const addEach = (
    fields: Readonly<Record<string, LawField | undefined>> | undefined,
    path: DocumentPath,
  ) => {
    for (const [name, field] of Object.entries(fields ?? {})) add(field, [...path, name]);
  };
  for (const [id, exam] of Object.entries(input.exams ?? {}))
    addEach(exam.durations, ['exams', id, 'durations']);
  input.sites.forEach((site, index) => {
    addEach(site.reading?.minutes, ['sites', index, 'reading', 'minutes']);
    addEach(site.reports?.ct, ['sites', index, 'reports', 'ct']);
    addEach(site.reports?.mri, ['sites', index, 'reports', 'mri']);
  });
  input.devices.forEach((device, index) => {
    const path = ['devices', index];
    add(device.changeover, [...path, 'changeover']);
    add(device['late-start'], [...path, 'late-start']);
    add(device.preparation?.time, [...path, 'preparation', 'time']);
    add(device.breakdowns?.['between-failures'], [...path, 'breakdowns', 'between-failures']);
    add(device.breakdowns?.repair, [...path, 'breakdowns', 'repair']);
    device.week.forEach((vacation, position) => {
      add(vacation['late-start'], [...path, 'week', position, 'late-start']);
      add(vacation['call-in'], [...path, 'week', position, 'call-in']);
    });
  });
  input.flows.forEach((flow, index) => {
    add(flow.durations, ['flows', index, 'durations']);
    add(flow.patience, ['flows', index, 'patience']);
    add(flow.punctuality, ['flows', index, 'punctuality'], true);
  });
  return found;
}

/** The least a law can give when its author wrote it below zero, in seconds; 0 otherwise. */
function lowestWritten(law: Law): number {
  if (law.law === 'deterministic') return Math.min(0, law.value);
  if (law.law === 'uniform') return Math.min(0, law.min);
  return law.law === 'normal' ? Math.min(0, law.mean) : 0;
}

/**
 * Durations are not negative; only punctuality may be.
 * @example checkDurationSigns({ sites: [], devices: [], flows: [] }).length // 0
 */
export function checkDurationSigns(input: ScenarioInput): Finding[] {
  return lawsOf(input).flatMap(({ field, path, signed }) => {
    const lowest = lowestWritten(field.law);
    if (signed || lowest === 0) return [];
    return [scenarioError('negative-duration', { minutes: lowest / MINUTE }, path)];
  });
}

type Range = readonly [number, number] | undefined;

interface Ranged {
  readonly value: number;
  readonly range: Range;
  readonly path: DocumentPath;
}

/** The numbers of a flow that may carry a range. */
function rangedOfFlow(flow: FlowInput, path: DocumentPath): readonly Ranged[] {
  const found: Ranged[] = [];
  const add = (key: string, value: number, range: Range) => {
    found.push({ value, range, path: [...path, key, 'range'] });
  };
  const { accept, cancel, 'travel-scale': scale } = flow;
  if (typeof flow['per-week'] === 'object') add('per-week', flow['per-week'].value, flow['per-week'].range);
  if (typeof flow.growth === 'object') add('growth', flow.growth.value, flow.growth.range);
  if (typeof accept === 'object' && 'tau' in accept) add('accept', accept.tau, accept.range);
  if (typeof flow['no-show'] === 'object') {
    add('no-show', flow['no-show'].probability, flow['no-show'].range);
  }
  if (typeof scale === 'object') add('travel-scale', scale.value, scale.range);
  if (cancel !== undefined) add('cancel', cancel.probability, cancel.range);
  return found;
}

/**
 * Every value with a range lies in it, and the range goes upwards. Laws are judged by their median or mean.
 * @example checkRanges({ sites: [], devices: [], flows: [{ growth: { value: 1, range: [2, 3] } }] })[0].code // 'range-outside'
 */
export function checkRanges(input: ScenarioInput): Finding[] {
  const minutesOf = (range: Range): Range =>
    range === undefined ? undefined : [range[0] / MINUTE, range[1] / MINUTE];
  const ranged: readonly Ranged[] = [
    ...lawsOf(input).map(({ field, path }) => ({
      value: typicalMinutes(field.law),
      range: minutesOf(field.range),
      path: [...path, 'range'],
    })),
    ...input.devices.flatMap((device, index) => {
      const early = device['early-end'];
      if (typeof early !== 'object') return [];
      const path = ['devices', index, 'early-end', 'range'];
      return [{ value: early.minutes / MINUTE, range: minutesOf(early.range), path }];
    }),
    ...input.flows.flatMap((flow, index) => rangedOfFlow(flow, ['flows', index])),
  ];
  return ranged.flatMap(({ value, range, path }) => {
    if (range === undefined) return [];
    const [low, high] = range;
    if (low > high) return [scenarioError('range-reversed', { low, high }, path)];
    return value < low || value > high ? [scenarioError('range-outside', { value, low, high }, path)] : [];
  });
}
