/** What goes together in a scenario and what does not: every rule by its name, all their findings at once. */
import {
  checkBookable,
  checkDeviceHasFlow,
  checkFlowHasDevice,
  checkSlotLengths,
  checkSlotsGiven,
  checkWalkInReceived,
} from './consistency-booking.ts';
import { checkDurationSigns, checkRanges } from './consistency-evidence.ts';
import {
  checkAcceptance,
  checkDemand,
  checkDurations,
  checkExamShares,
  checkHorizon,
  checkIgnoredKeys,
  checkNoShow,
  checkProfile,
} from './consistency-flows.ts';
import {
  checkAcceptedExams,
  checkDeviceSites,
  checkExamNames,
  checkFlowDevices,
  checkFlowSites,
  checkReserveTargets,
  checkUniqueIds,
  checkWalkInRooms,
} from './consistency-names.ts';
import { checkPoolPlace, checkPoolShares, checkPoolSize } from './consistency-pools.ts';
import { checkClosures, checkHolidays, checkReading, checkStart, checkWarmup } from './consistency-run.ts';
import {
  checkAppointments,
  checkDeviceOpens,
  checkEarlyEnd,
  checkOverlaps,
  checkPresence,
  checkReserveSizes,
} from './consistency-week.ts';
import type { Finding } from './finding.ts';
import type { ScenarioInput } from './schema.ts';

/** The rules, in the order their findings come. */
export const CONSISTENCY_RULES: readonly ((input: ScenarioInput) => readonly Finding[])[] = Object.freeze([
  checkUniqueIds,
  checkDeviceSites,
  checkFlowSites,
  checkFlowDevices,
  checkExamNames,
  checkAcceptedExams,
  checkReserveTargets,
  checkWalkInRooms,
  checkOverlaps,
  checkReserveSizes,
  checkAppointments,
  checkEarlyEnd,
  checkPresence,
  checkDeviceOpens,
  checkFlowHasDevice,
  checkDeviceHasFlow,
  checkBookable,
  checkWalkInReceived,
  checkSlotLengths,
  checkSlotsGiven,
  checkPoolPlace,
  checkPoolShares,
  checkPoolSize,
  checkDemand,
  checkExamShares,
  checkDurations,
  checkProfile,
  checkHorizon,
  checkAcceptance,
  checkNoShow,
  checkIgnoredKeys,
  checkDurationSigns,
  checkRanges,
  checkStart,
  checkHolidays,
  checkClosures,
  checkWarmup,
  checkReading,
]);

/**
 * Everything that does not go together in a well-formed scenario, errors and warnings, all rules applied. A scenario
 * without an error here can be completed and run.
 * @example checkScenario({ sites: [], devices: [], flows: [] }).length // 0
 */
export function checkScenario(input: ScenarioInput): readonly Finding[] {
  return CONSISTENCY_RULES.flatMap((rule) => rule(input));
}
