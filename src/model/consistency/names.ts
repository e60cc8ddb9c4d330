/** Names: each used once, each reference to something that exists and goes with it. */

import { flowId } from '../complete/device.ts';
import type { DocumentPath, Finding } from '../finding.ts';
import { namesNear } from '../nearest-name.ts';
import { scenarioError, scenarioWarning } from '../scenario-codes.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { CLASSES } from '../vocabulary.ts';
import {
  type DeviceInput,
  devicesByPlace,
  expandedIds,
  flowSites,
  flowsByPlace,
  isAtSite,
  roomKey,
  type VacationInput,
} from './shape.ts';

type ReserveInput = NonNullable<VacationInput['reserve']>[number];

const MOST_COMPARISONS = 20_000;

/** What is said of unknown names, one after the other: the nearest known name, as long as there are few of both. */
function nearTo(known: readonly string[]): (name: string) => ReturnType<typeof namesNear> {
  const answers = new Map<string, ReturnType<typeof namesNear>>();
  let others: ReturnType<typeof namesNear> | null = null;
  return (name) => {
    const told = answers.get(name);
    if (told !== undefined) return told;
    // Each comparison goes through all the known names, of which a region has thousands.
    if (answers.size * known.length < MOST_COMPARISONS) {
      const answer = namesNear(name, known);
      answers.set(name, answer);
      return answer;
    }
    others ??= { ...namesNear('', known), nearest: '' };
    return others;
  };
}

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
 * The site of each device exists.
 * @example checkDeviceSites({ sites: [], devices: [{ site: 'ch' }] })[0].code // 'unknown-site'
 */
export function checkDeviceSites(input: ScenarioInput): Finding[] {
  const sites = input.sites.map((site) => site.id);
  const known = new Set(sites);
  const near = nearTo(sites);
  return input.devices.flatMap((device, index) =>
    known.has(device.site)
      ? []
      : [
          scenarioError('unknown-site', { site: device.site, ...near(device.site) }, [
            'devices',
            index,
            'site',
          ]),
        ],
  );
}

/**
 * Each site has a device.
 * @example checkSiteHasDevice({ sites: [{ id: 'ch' }], devices: [] })[0].code // 'site-without-device'
 */
export function checkSiteHasDevice(input: ScenarioInput): Finding[] {
  const used = new Set(input.devices.map((device) => device.site));
  return input.sites.flatMap((site, index) =>
    used.has(site.id)
      ? []
      : [scenarioWarning('site-without-device', { site: site.id }, ['sites', index, 'id'])],
  );
}

/**
 * Each flow says where it asks, once, and at sites that exist.
 * @example checkFlowSites({ sites: [], flows: [{ site: 'ch' }] })[0].code // 'unknown-site'
 */
export function checkFlowSites(input: ScenarioInput): Finding[] {
  const sites = input.sites.map((site) => site.id);
  const known = new Set(sites);
  const near = nearTo(sites);
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
        return [scenarioError('unknown-site', { site, ...near(site) }, at)];
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
  const near = nearTo([...byId.keys()]);
  return input.flows.flatMap((flow, index) => {
    const named = Array.isArray(flow.devices) ? flow.devices : Object.keys(flow.devices ?? {});
    return named.flatMap((id, position) => {
      const path = ['flows', index, 'devices', Array.isArray(flow.devices) ? position : id];
      const device = byId.get(id);
      if (device === undefined) {
        return [scenarioError('unknown-device', { device: id, ...near(id) }, path)];
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
  const near = nearTo(Object.keys(exams));
  const check = (named: readonly string[], wanted: string, path: readonly (string | number)[]) =>
    named.flatMap((exam) => {
      const found = Object.hasOwn(exams, exam) ? exams[exam] : undefined;
      if (found === undefined) {
        return [scenarioError('unknown-exam', { exam, ...near(exam) }, [...path, exam])];
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
  const known = new Set(exams.flatMap(([id, exam]) => [id, exam.group ?? 'general']));
  const near = nearTo([...known]);
  return input.devices.flatMap((device, index) =>
    device.week.flatMap((vacation, position) =>
      (vacation.accepts?.exams ?? []).flatMap((exam, rank) =>
        known.has(exam)
          ? []
          : [
              scenarioError('unknown-exam-or-group', { exam, ...near(exam) }, [
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

const eachReserve = (
  input: ScenarioInput,
  check: (reserve: ReserveInput, device: DeviceInput, path: DocumentPath) => Finding[],
): Finding[] =>
  input.devices.flatMap((device, index) =>
    device.week.flatMap((vacation, position) =>
      (vacation.reserve ?? []).flatMap((reserve, rank) =>
        check(reserve, device, ['devices', index, 'week', position, 'reserve', rank, 'for']),
      ),
    ),
  );

/**
 * A reserve is kept for a class or a flow that exists.
 * @example checkReserveTargets({ flows: [], devices: [{ week: [{ reserve: [{ for: 'B' }] }] }] })[0].code // 'unknown-reserve-target'
 */
export function checkReserveTargets(input: ScenarioInput): Finding[] {
  const known = [...CLASSES, ...input.flows.map(flowId)];
  const knownSet = new Set<string>(known);
  const near = nearTo(known);
  return eachReserve(input, ({ for: target }, _device, path) =>
    knownSet.has(target) ? [] : [scenarioError('unknown-reserve-target', { target, ...near(target) }, path)],
  );
}

/**
 * Some booked flow of the device belongs to what a reserve is kept for, or the reserve is released.
 * @example checkReserveServed({ flows: [], devices: [{ week: [{ reserve: [{ for: 'A' }] }] }] })[0].code // 'reserve-without-flow'
 */
export function checkReserveServed(input: ScenarioInput): Finding[] {
  const at = flowsByPlace(input);
  const ids = new Set(input.flows.map(flowId));
  return eachReserve(input, (reserve, device, path) => {
    const target = reserve.for;
    const isKnown = (CLASSES as readonly string[]).includes(target) || ids.has(target);
    // Released minutes are open to all in the end; an unknown name is another rule's business.
    if (reserve.release !== undefined || !isKnown) return [];
    const served = at(device.site, device.modality).some(
      (flow) => (flow.class === target || flowId(flow) === target) && flow['walk-in'] !== true,
    );
    return served ? [] : [scenarioWarning('reserve-without-flow', { target, device: device.id }, path)];
  });
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
