/** Completing flows of requests: when they come, and how patients answer an offer. */

import { weekProfile } from '../profile.ts';
import type { Acceptance, Exam, Flow } from '../scenario.ts';
import type { FlowInput } from '../schema/flow.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import type { DefaultsSet } from './defaults.ts';
import { FIXED_DEFAULTS } from './defaults-fixed.ts';
import { flowId } from './device.ts';
import { genericExam, type Ledger, type Logs } from './ledger.ts';

type BookedClass = 'A' | 'H';

const numberOf = (field: number | { value: number } | undefined, fallback: number): number =>
  field === undefined ? fallback : typeof field === 'number' ? field : field.value;

function noteNumber(
  ledger: Ledger,
  path: string,
  unit: string,
  field: FlowInput['per-week'] | FlowInput['growth'] | FlowInput['travel-scale'],
) {
  if (typeof field === 'object') ledger.note(path, unit, field.value, field);
}

function acceptance(flow: FlowInput, path: string, defaults: DefaultsSet, ledger: Ledger): Acceptance {
  const { accept } = flow;
  if (accept === 'always' || flow['walk-in'] === true) return { kind: 'always' };
  if (accept === undefined) {
    const fallback = defaults.byModality[flow.modality].tauDays[bookedClass(flow)];
    if (fallback === null) return { kind: 'always' };
    const tauDays = ledger.take(`${path}.accept.tau`, 'd', fallback, (days) => days);
    return { kind: 'exponential', tauDays, freeDays: FIXED_DEFAULTS['flows[].accept.free'] };
  }
  if ('table' in accept) return { kind: 'table', points: accept.table };
  ledger.note(`${path}.accept.tau`, 'd', accept.tau, accept);
  return {
    kind: 'exponential',
    tauDays: accept.tau,
    freeDays: accept.free ?? FIXED_DEFAULTS['flows[].accept.free'],
  };
}

/** Which defaults of a booked patient apply: only ambulatory and hospitalised ones are published. */
const bookedClass = (flow: FlowInput): BookedClass => (flow.class === 'A' ? 'A' : 'H');

function noShow(flow: FlowInput, path: string, defaults: DefaultsSet, ledger: Ledger): Flow['noShow'] {
  const written = flow['no-show'];
  const growthTau = FIXED_DEFAULTS['flows[].no-show.tau'];
  if (flow['walk-in'] === true) return { base: 0, max: 0, tauDays: growthTau };
  if (written === undefined) {
    const base = ledger.take(`${path}.no-show`, 'ratio', defaults.byModality[flow.modality].noShow, (p) => p);
    return { base, max: base, tauDays: growthTau };
  }
  if (typeof written === 'number') return { base: written, max: written, tauDays: growthTau };
  ledger.note(`${path}.no-show`, 'ratio', written.probability, written);
  return {
    base: written.probability,
    max: written.max ?? written.probability,
    tauDays: written.tau ?? growthTau,
  };
}

function backlog(flow: FlowInput, defaults: DefaultsSet): Flow['backlog'] {
  if (flow['walk-in'] === true) return { kind: 'patients', n: 0 };
  const written = flow.backlog;
  if (written === undefined) {
    const days = defaults.byModality[flow.modality].backlogDays[bookedClass(flow)];
    return days === 0 ? { kind: 'patients', n: 0 } : { kind: 'delay', days };
  }
  return 'delay' in written
    ? { kind: 'delay', days: written.delay }
    : { kind: 'patients', n: written.patients };
}

function examShares(flow: FlowInput, exams: readonly Exam[]): Flow['exams'] {
  const written = flow.exams ?? { [genericExam(flow.modality)]: 1 };
  const total = Object.values(written).reduce((sum, share) => sum + share, 0);
  return exams
    .filter((exam) => (written[exam.id] ?? 0) > 0)
    .map((exam) => ({ id: exam.id, share: written[exam.id]! / total }));
}

function deviceShares(flow: FlowInput, input: ScenarioInput): Flow['devices'] {
  if (flow.devices === undefined) return [];
  const named = Array.isArray(flow.devices)
    ? flow.devices.map((id) => [id, 1] as const)
    : Object.entries(flow.devices);
  const expanded = named.flatMap(([id, share]) => {
    const copies =
      input.devices.find((device) => device.id === id)?.count ?? FIXED_DEFAULTS['devices[].count'];
    return Array.from({ length: copies }, (_, copy) => ({
      id: copies === 1 ? id : `${id}-${copy + 1}`,
      share: share / copies,
    }));
  });
  const total = expanded.reduce((sum, { share }) => sum + share, 0);
  return expanded
    .map(({ id, share }) => ({ id, share: share / total }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function completeFlows(
  input: ScenarioInput,
  defaults: DefaultsSet,
  exams: readonly Exam[],
  logs: Logs,
  ledger: Ledger,
): Flow[] {
  return input.flows
    .map((flow): Flow => {
      const id = flowId(flow);
      const path = `flows.${id}`;
      const walkIn = flow['walk-in'] ?? FIXED_DEFAULTS['flows[].walk-in'];
      const log = logs.get(id) ?? [];
      noteNumber(ledger, `${path}.per-week`, '/week', flow['per-week']);
      noteNumber(ledger, `${path}.growth`, '/year', flow.growth);
      noteNumber(ledger, `${path}.travel-scale`, 'min', flow['travel-scale']);
      if (flow.cancel !== undefined)
        ledger.note(`${path}.cancel`, 'ratio', flow.cancel.probability, flow.cancel);
      const profile = flow.profile ?? (walkIn ? defaults.profile.walkIn : defaults.profile.booked);
      const sites = flow.sites ?? [flow.site ?? ''];
      const horizonDays = flow.horizon ?? defaults.horizonDays;
      const leadDays = flow.lead ?? defaults.leadDays[bookedClass(flow)];
      return {
        id,
        label: flow.label ?? id,
        sites,
        offer: flow.offer ?? FIXED_DEFAULTS['flows[].offer'],
        travelMinutes: flow.travel ?? sites.map(() => 0),
        travelScaleMinutes: flow['travel-scale'] === undefined ? null : numberOf(flow['travel-scale'], 0),
        origin: flow.origin ?? null,
        devices: deviceShares(flow, input),
        modality: flow.modality,
        class: flow.class,
        owner: flow.owner ?? FIXED_DEFAULTS['flows[].owner'],
        priority: flow.priority ?? FIXED_DEFAULTS['flows[].priority'],
        targetDays: flow.target ?? null,
        walkIn,
        perWeek: numberOf(flow['per-week'], 0),
        arrivals: flow.arrivals ?? (flow.log === undefined ? 'poisson' : 'log'),
        log,
        profile: typeof profile === 'string' ? weekProfile(profile) : profile,
        growthPerYear: numberOf(flow.growth, FIXED_DEFAULTS['flows[].growth']),
        schoolHolidayFactor: flow['school-holiday-factor'] ?? FIXED_DEFAULTS['flows[].school-holiday-factor'],
        exams: examShares(flow, exams),
        durations: flow.durations === undefined ? null : ledger.stated(`${path}.durations`, flow.durations),
        accept: acceptance(flow, path, defaults, ledger),
        leadDays,
        horizonDays,
        noShow: noShow(flow, path, defaults, ledger),
        cancel: {
          probability: flow.cancel?.probability ?? FIXED_DEFAULTS['flows[].cancel.probability'],
          noticeDays: flow.cancel?.notice ?? FIXED_DEFAULTS['flows[].cancel.notice'],
        },
        punctuality:
          flow.punctuality === undefined && walkIn
            ? { law: 'deterministic', value: 0 }
            : ledger.law(`${path}.punctuality`, flow.punctuality, defaults.punctuality),
        overbook: flow.overbook ?? FIXED_DEFAULTS['flows[].overbook'],
        patience: flow.patience === undefined ? null : ledger.stated(`${path}.patience`, flow.patience),
        backlog: backlog(flow, defaults),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
