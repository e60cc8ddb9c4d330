/** Flows against the weeks of devices: whoever asks can be received somewhere, in a slot that fits. */
import { flowId } from '../complete/device.ts';
import type { Finding } from '../finding.ts';
import {
  BOOKING_OBSTACLES,
  type BookingObstacle,
  scenarioError,
  scenarioWarning,
} from '../scenario-codes.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { MINUTE } from '../units.ts';
import { CLASSES, VACATION_FACTS } from '../vocabulary.ts';
import {
  type AskedExam,
  askedExams,
  type DeviceInput,
  devicesByFlow,
  devicesByPlace,
  type FlowInput,
  flowSites,
  slotSecondsOf,
  usersByDevice,
  type VacationInput,
  vacationSeconds,
} from './shape.ts';

/** The grid of places, and the most of its units a slot may take. */
const GRID_SECONDS = 5 * MINUTE;
const MOST_UNITS = 255;
/** What is provided where a vacation says nothing. */
const PROVIDED: readonly string[] = ['radiologist', 'injection'];

const wholeMinutes = (seconds: number) => Math.round((seconds / MINUTE) * 100) / 100;

/** One way for a flow × exam to be booked: a vacation of a device it may use, and the slot it would take there. */
interface Chance {
  readonly device: DeviceInput;
  readonly vacation: VacationInput;
  readonly slotSeconds: number;
}

/** Each condition of a booking, by the obstacle it is when not met (rule M3.1). */
const CONDITIONS: Readonly<
  Record<BookingObstacle, (chance: Chance, flow: FlowInput, exam: AskedExam) => boolean>
> = {
  type: ({ vacation }) => VACATION_FACTS[vacation.type].books,
  owner: ({ vacation }, flow) =>
    (vacation.owner ?? VACATION_FACTS[vacation.type].owner) === (flow.owner ?? 'public'),
  class: ({ vacation }, flow) => (vacation.accepts?.classes ?? CLASSES).includes(flow.class),
  exam: ({ vacation }, _flow, exam) => {
    const named = vacation.accepts?.exams;
    return named === undefined || named.includes(exam.id) || named.includes(exam.group);
  },
  needs: ({ vacation }, _flow, exam) =>
    exam.needs.every((need) => (vacation.provides ?? PROVIDED).includes(need)),
  slot: ({ vacation, slotSeconds }) =>
    vacation.appointments !== undefined ||
    Math.ceil(slotSeconds / GRID_SECONDS) <= Math.floor(vacationSeconds(vacation) / GRID_SECONDS),
};

/** The first condition that leaves no chance, and the chances before it. */
function obstacle(
  all: readonly Chance[],
  flow: FlowInput,
  exam: AskedExam,
): { readonly reason: BookingObstacle; readonly before: readonly Chance[] } | null {
  let before = all;
  for (const reason of BOOKING_OBSTACLES) {
    const after = before.filter((chance) => CONDITIONS[reason](chance, flow, exam));
    if (after.length === 0) return { reason, before };
    before = after;
  }
  return null;
}

function chancesOf(
  flow: FlowInput,
  exam: AskedExam,
  devices: readonly DeviceInput[],
  input: ScenarioInput,
): readonly Chance[] {
  return devices.flatMap((device) =>
    device.week
      .filter((vacation) => vacation.days.length > 0)
      .map((vacation) => ({
        device,
        vacation,
        slotSeconds: slotSecondsOf(input, device, flow.class, exam.id),
      })),
  );
}

/**
 * Each flow has a device of its modality at each of its sites.
 * @example checkFlowHasDevice({ sites: [{ id: 'ch' }], devices: [], flows: [{ site: 'ch', modality: 'ct', class: 'A' }] }).length // 1
 */
export function checkFlowHasDevice(input: ScenarioInput): Finding[] {
  const sites = new Set(input.sites.map(({ id }) => id));
  const devices = devicesByPlace(input);
  return input.flows.flatMap((flow, index) =>
    flowSites(flow)
      .filter((site) => sites.has(site) && devices(site, flow.modality).length === 0)
      .map((site) =>
        scenarioError('flow-without-device', { flow: flowId(flow), modality: flow.modality, site }, [
          'flows',
          index,
          'modality',
        ]),
      ),
  );
}

/**
 * Each device serves some flow.
 * @example checkDeviceHasFlow({ devices: [{ id: 'irm' }], flows: [] })[0].code // 'device-without-flow'
 */
export function checkDeviceHasFlow(input: ScenarioInput): Finding[] {
  const users = usersByDevice(input);
  return input.devices.flatMap((device, index) =>
    users(device).length > 0
      ? []
      : [scenarioWarning('device-without-flow', { device: device.id }, ['devices', index, 'id'])],
  );
}

/**
 * Each booked flow can be booked for each of its exams at each of its sites; otherwise the reason is named.
 * @example checkBookable({ devices: [], flows: [{ site: 'ch', modality: 'ct', class: 'A' }] }).length // 0
 */
export function checkBookable(input: ScenarioInput): Finding[] {
  const devices = devicesByFlow(input);
  return input.flows.flatMap((flow, index) => {
    if (flow['walk-in'] === true) return [];
    return flowSites(flow).flatMap((site) => {
      const blocked = askedExams(flow, input).flatMap((exam) => {
        const chances = chancesOf(flow, exam, devices(flow, site), input);
        // A device without vacations, or none at all, is another rule's business.
        const found = chances.length === 0 ? null : obstacle(chances, flow, exam);
        return found === null ? [] : [{ exam, ...found }];
      });
      return blocked.map(({ exam, reason, before }) => {
        const path = flow.exams === undefined ? ['flows', index] : ['flows', index, 'exams', exam.id];
        const first = before[0]!;
        if (reason !== 'slot') {
          const values = { flow: flowId(flow), exam: exam.id, site, reason };
          return scenarioError('flow-never-booked', values, path);
        }
        const longest = Math.max(...before.map(({ vacation }) => vacationSeconds(vacation)));
        const values = {
          minutes: wholeMinutes(first.slotSeconds),
          limit: wholeMinutes(longest),
          device: first.device.id,
        };
        return scenarioError('slot-longer-than-vacation', values, path);
      });
    });
  });
}

/**
 * Each walk-in flow has a vacation that receives it at its site.
 * @example checkWalkInReceived({ devices: [], flows: [{ site: 'ch', 'walk-in': true }] }).length // 0
 */
export function checkWalkInReceived(input: ScenarioInput): Finding[] {
  const devices = devicesByFlow(input);
  return input.flows.flatMap((flow, index) => {
    if (flow['walk-in'] !== true) return [];
    const week = devices(flow, flowSites(flow)[0] ?? '').flatMap((device) => device.week);
    const received = week.some(({ type, accepts }) =>
      (accepts?.inserted ?? VACATION_FACTS[type].inserts).includes(flow.class),
    );
    if (week.length === 0 || received) return [];
    return [
      scenarioError('walk-in-never-received', { flow: flowId(flow), class: flow.class }, ['flows', index]),
    ];
  });
}

/** A slot length in seconds, under the keys it is written at. */
type WrittenSlot = readonly [readonly string[], number | undefined];

/**
 * Slots written on a device are no longer than the booking grid can hold (21 h 15).
 * @example checkSlotLengths({ devices: [{ slots: { A: 76560 } }] })[0].values // { minutes: 1276, limit: 1275 }
 */
export function checkSlotLengths(input: ScenarioInput): Finding[] {
  const limit = MOST_UNITS * GRID_SECONDS;
  return input.devices.flatMap((device, index) => {
    const { exams = {}, ...byClass } = device.slots ?? {};
    const written: readonly WrittenSlot[] = [
      ...Object.entries(byClass).map(([name, slot]): WrittenSlot => [[name], slot]),
      ...Object.entries(exams).flatMap(([exam, slot]): WrittenSlot[] =>
        typeof slot === 'number'
          ? [[['exams', exam], slot]]
          : Object.entries(slot).map(([name, one]): WrittenSlot => [['exams', exam, name], one]),
      ),
    ];
    return written.flatMap(([names, slot]) =>
      slot === undefined || slot <= limit
        ? []
        : [
            scenarioError('slot-too-long', { minutes: wholeMinutes(slot), limit: wholeMinutes(limit) }, [
              'devices',
              index,
              'slots',
              ...names,
            ]),
          ],
    );
  });
}

/**
 * A class that is booked on a device has a slot there: the default, or one written, but not zero.
 * @example checkSlotsGiven({ devices: [{ id: 'irm', week: [] }], flows: [] }).length // 0
 */
export function checkSlotsGiven(input: ScenarioInput): Finding[] {
  const users = usersByDevice(input);
  return input.devices.flatMap((device, index) =>
    CLASSES.flatMap((patientClass) => {
      const zero = users(device).some(
        (flow) =>
          flow.class === patientClass &&
          flow['walk-in'] !== true &&
          askedExams(flow, input).some((exam) => {
            const chances = device.week.map((vacation) => ({ device, vacation, slotSeconds: 0 }));
            return (
              slotSecondsOf(input, device, patientClass, exam.id) === 0 &&
              obstacle(chances, flow, exam) === null &&
              device.week.some(({ appointments }) => appointments === undefined)
            );
          }),
      );
      if (!zero) return [];
      const path = device.slots === undefined ? ['devices', index] : ['devices', index, 'slots'];
      return [scenarioError('slot-zero', { device: device.id, class: patientClass }, path)];
    }),
  );
}
