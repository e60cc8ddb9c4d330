/** Names: each used once, each reference to something that exists and goes with it. */

import { flowId } from './complete-device.ts';
import {
  devicesByPlace,
  expandedIds,
  flowSites,
  flowsByPlace,
  isAtSite,
  roomKey,
} from './consistency-shape.ts';
import type { Finding } from './finding.ts';
import { namesNear } from './nearest-name.ts';
import { scenarioError, scenarioWarning } from './scenario-codes.ts';
import type { ScenarioInput } from './schema.ts';
import { CLASSES } from './vocabulary.ts';

/**
 * Sites, devices and flows each have an id of their own; `count: 2` makes `id-1` and `id-2`.
 * @example checkUniqueIds({ sites: [{ id: 'ch' }, { id: 'ch' }], devices: [], flows: [] })[0].code // 'duplicate-id'
 */
export function checkUniqueIds(input: ScenarioInput): Finding[] {
  const findings: Finding[] = [];
  const check = (kind: string, list: string, idsOf: readonly (readonly string[])[]) => {
    const seen = new Set<string>();
    idsOf.forEach((ids, index) => {
      const twice = ids.find((id) => seen.has(id));
      if (twice !== undefined) {
        findings.push(scenarioError('duplicate-id', { kind, id: twice }, [list, index, 'id']));
      }
      for (const id of ids) seen.add(id);
    });
  };
  check(
    'site',
    'sites',
    input.sites.map((site) => [site.id]),
  );
  check('device', 'devices', input.devices.map(expandedIds));
  check(
    'flow',
    'flows',
    input.flows.map((flow) => [flowId(flow)]),
  );
  return findings;
}

/**
 * The site of each device exists; each site has a device.
 * @example checkDeviceSites({ sites: [], devices: [{ site: 'ch' }] })[0].code // 'unknown-site'
 */
export function checkDeviceSites(input: ScenarioInput): Finding[] {
  const sites = input.sites.map((site) => site.id);
  const known = new Set(sites);
  const used = new Set(input.devices.map((device) => device.site));
  const unknown = input.devices.flatMap((device, index) =>
    known.has(device.site)
      ? []
      : [
          scenarioError('unknown-site', { site: device.site, ...namesNear(device.site, sites) }, [
            'devices',
            index,
            'site',
          ]),
        ],
  );
  const empty = input.sites.flatMap((site, index) =>
    used.has(site.id)
      ? []
      : [scenarioWarning('site-without-device', { site: site.id }, ['sites', index, 'id'])],
  );
  return [...unknown, ...empty];
}

/**
 * Each flow says where it asks, once, and at sites that exist.
 * @example checkFlowSites({ sites: [], flows: [{ site: 'ch' }] })[0].code // 'unknown-site'
 */
export function checkFlowSites(input: ScenarioInput): Finding[] {
  const sites = input.sites.map((site) => site.id);
  const known = new Set(sites);
  return input.flows.flatMap((flow, index) => {
    const path = ['flows', index];
    if (flow.site !== undefined && flow.sites !== undefined) {
      return [scenarioError('site-and-sites', { flow: flowId(flow) }, [...path, 'sites'])];
    }
    const named = flowSites(flow);
    if (named.length === 0) return [scenarioError('flow-without-site', { flow: flowId(flow) }, path)];
    return named.flatMap((site, position) => {
      const at = flow.site === undefined ? [...path, 'sites', position] : [...path, 'site'];
      if (!known.has(site)) {
        return [scenarioError('unknown-site', { site, ...namesNear(site, sites) }, at)];
      }
      return named.indexOf(site) < position ? [scenarioError('site-repeated', { site }, at)] : [];
    });
  });
}

/**
 * The devices a flow names exist, at a site it is offered and of its modality.
 * @example checkFlowDevices({ devices: [], flows: [{ site: 'ch', devices: ['irm'] }] })[0].code // 'unknown-device'
 */
export function checkFlowDevices(input: ScenarioInput): Finding[] {
  const byId = new Map(input.devices.flatMap((device) => expandedIds(device).map((id) => [id, device])));
  for (const device of input.devices) byId.set(device.id, device);
  return input.flows.flatMap((flow, index) => {
    const named = Array.isArray(flow.devices) ? flow.devices : Object.keys(flow.devices ?? {});
    return named.flatMap((id, position) => {
      const path = ['flows', index, 'devices', Array.isArray(flow.devices) ? position : id];
      const device = byId.get(id);
      if (device === undefined) {
        return [scenarioError('unknown-device', { device: id, ...namesNear(id, [...byId.keys()]) }, path)];
      }
      if (!isAtSite(flow, device.site)) {
        const sites = flowSites(flow).join(', ');
        return [scenarioError('device-at-other-site', { device: id, site: device.site, sites }, path)];
      }
      if (device.modality === flow.modality) return [];
      const values = { device: id, modality: device.modality, wanted: flow.modality };
      return [scenarioError('device-other-modality', values, path)];
    });
  });
}

/**
 * The exams a flow asks for, or a device has slots for, exist and are of its modality.
 * @example checkExamNames({ devices: [], flows: [{ modality: 'ct', exams: { hip: 1 } }] })[0].code // 'unknown-exam'
 */
export function checkExamNames(input: ScenarioInput): Finding[] {
  const exams = input.exams ?? {};
  const known = Object.keys(exams);
  const check = (named: readonly string[], wanted: string, path: readonly (string | number)[]) =>
    named.flatMap((exam) => {
      const found = Object.hasOwn(exams, exam) ? exams[exam] : undefined;
      if (found === undefined) {
        return [scenarioError('unknown-exam', { exam, ...namesNear(exam, known) }, [...path, exam])];
      }
      if (found.modality === wanted) return [];
      return [
        scenarioError('exam-other-modality', { exam, modality: found.modality, wanted }, [...path, exam]),
      ];
    });
  return [
    ...input.flows.flatMap((flow, index) =>
      check(Object.keys(flow.exams ?? {}), flow.modality, ['flows', index, 'exams']),
    ),
    ...input.devices.flatMap((device, index) =>
      check(Object.keys(device.slots?.exams ?? {}), device.modality, ['devices', index, 'slots', 'exams']),
    ),
  ];
}

/**
 * What a vacation accepts names exam types or groups that exist.
 * @example checkAcceptedExams({ devices: [{ week: [{ accepts: { exams: ['hip'] } }] }] })[0].code // 'unknown-exam-or-group'
 */
export function checkAcceptedExams(input: ScenarioInput): Finding[] {
  const exams = Object.entries(input.exams ?? {});
  const known = [...new Set(exams.flatMap(([id, exam]) => [id, exam.group ?? 'general']))];
  return input.devices.flatMap((device, index) =>
    device.week.flatMap((vacation, position) =>
      (vacation.accepts?.exams ?? []).flatMap((exam, rank) =>
        known.includes(exam)
          ? []
          : [
              scenarioError('unknown-exam-or-group', { exam, ...namesNear(exam, known) }, [
                'devices',
                index,
                'week',
                position,
                'accepts',
                'exams',
                rank,
              ]),
            ],
      ),
    ),
  );
}

/**
 * A reserve is kept for a class or a flow that exists, and that some flow of the device belongs to.
 * @example checkReserveTargets({ flows: [], devices: [{ week: [{ reserve: [{ for: 'B' }] }] }] })[0].code // 'unknown-reserve-target'
 */
export function checkReserveTargets(input: ScenarioInput): Finding[] {
  const known = [...CLASSES, ...input.flows.map(flowId)];
  const knownSet = new Set<string>(known);
  const at = flowsByPlace(input);
  return input.devices.flatMap((device, index) =>
    device.week.flatMap((vacation, position) =>
      (vacation.reserve ?? []).flatMap((reserve, rank) => {
        const target = reserve.for;
        const path = ['devices', index, 'week', position, 'reserve', rank, 'for'];
        if (!knownSet.has(target)) {
          return [scenarioError('unknown-reserve-target', { target, ...namesNear(target, known) }, path)];
        }
        const served = at(device.site, device.modality).some(
          (flow) => (flow.class === target || flowId(flow) === target) && flow['walk-in'] !== true,
        );
        // Released minutes are open to all in the end.
        if (served || reserve.release !== undefined) return [];
        return [scenarioWarning('reserve-without-flow', { target, device: device.id }, path)];
      }),
    ),
  );
}

/**
 * A walk-in flow that could go to several rooms is shared equally between them: say so unless it names devices.
 * @example checkWalkInRooms({ devices: [], flows: [{ site: 'ch', modality: 'ct', 'walk-in': true }] }).length // 0
 */
export function checkWalkInRooms(input: ScenarioInput): Finding[] {
  const devices = devicesByPlace(input);
  return input.flows.flatMap((flow, index) => {
    if (flow['walk-in'] !== true || flow.devices !== undefined) return [];
    const rooms = devices(flowSites(flow)[0] ?? '', flow.modality);
    const count = new Set(rooms.map(roomKey)).size;
    if (count < 2) return [];
    return [scenarioWarning('walk-in-several-rooms', { flow: flowId(flow), count }, ['flows', index])];
  });
}
