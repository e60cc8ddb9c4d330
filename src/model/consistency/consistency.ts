/** What goes together in a scenario and what does not: every rule by its name, all their findings at once. */

import type { Finding } from '../finding.ts';
import { expandPattern, Losses, type Pattern } from '../load/losses.ts';
import type { ConsistencyCode } from '../scenario-codes.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import {
  checkBookable,
  checkDeviceHasFlow,
  checkFlowHasDevice,
  checkSlotLengths,
  checkSlotsGiven,
  checkWalkInReceived,
} from './booking.ts';
import { checkDurationSigns, checkRanges } from './evidence.ts';
import {
  checkAcceptance,
  checkDemand,
  checkDurations,
  checkExamShares,
  checkHorizon,
  checkIgnoredKeys,
  checkNoShow,
  checkProfile,
} from './flows.ts';
import {
  checkAcceptedExams,
  checkDeviceSites,
  checkExamNames,
  checkFlowDevices,
  checkFlowSites,
  checkReserveServed,
  checkReserveTargets,
  checkSiteHasDevice,
  checkUniqueIds,
  checkWalkInRooms,
} from './names.ts';
import { checkObservedMix, checkObservedSites } from './observed.ts';
import { checkPoolPlace, checkPoolShares, checkPoolSize } from './pools.ts';
import {
  checkBalance,
  checkDepartments,
  checkFlowTravel,
  checkInsideRegion,
  checkRegionDemand,
  checkRegionThere,
  checkTravel,
} from './region.ts';
import { checkClosures, checkHolidays, checkReading, checkStart, checkWarmup } from './run.ts';
import {
  checkAppointments,
  checkDeviceOpens,
  checkEarlyEnd,
  checkLastWeek,
  checkOverlaps,
  checkPresence,
  checkReserveSizes,
} from './week.ts';

type Check = (input: ScenarioInput) => readonly Finding[];
/** What a finding of each code rests on: where part of it is lost, the finding is not told. See `Pattern`. */
type RestsOn = Readonly<Partial<Record<ConsistencyCode, readonly Pattern[]>>>;

export interface ConsistencyRule {
  readonly check: Check;
  /**
   * `names`: whether each name is that of something. `values`: each value against others beside it. `relations`: what
   * parts that meet by their names make of each other; nothing is told that rests on a name that is wrong.
   */
  readonly judges: 'names' | 'values' | 'relations';
  readonly restsOn: RestsOn;
}

const rule =
  (judges: ConsistencyRule['judges']) =>
  (check: Check, restsOn: RestsOn): ConsistencyRule =>
    Object.freeze({
      check,
      judges,
      restsOn: Object.fromEntries(
        Object.entries(restsOn).map(([code, patterns]) => [code, patterns.flatMap(expandPattern)]),
      ),
    });
const names = rule('names');
const values = rule('values');
const relations = rule('relations');

/** Which devices a flow may use: of the flow, and of any device. */
const FLOW_PLACE = 'flows.@.{site,modality}';
const FLOW_SITES = 'flows.@.{sites,devices}.**';
const ANY_FLOW_PLACE = 'flows.*.{site,modality,class,walk-in}';
const ANY_FLOW_SITES = 'flows.*.{sites,devices}.**';
const ANY_DEVICE_PLACE = 'devices.*.{id,count,site,modality}';
/** What decides whom a vacation receives, and when. */
const ANY_VACATION = 'devices.*.week.*.{days,from,to,type,owner,accepts.**,provides.**,appointments.**}';
const ASKED_EXAMS = ['flows.@.exams.**', 'exams', 'exams.*.{group,needs}'] as const;
const BOOKING = [
  FLOW_PLACE,
  FLOW_SITES,
  'flows.@.{class,owner,walk-in}',
  ...ASKED_EXAMS,
  ANY_DEVICE_PLACE,
  ANY_VACATION,
  'devices.*.week',
  'devices.*.slots.**',
  'defaults',
] as const;
const VACATION_HOURS = 'devices.@.week.@.{from,to}';

/** The rules, in the order their findings come: names first, as the others rest on them. */
export const CONSISTENCY_RULES: readonly ConsistencyRule[] = Object.freeze([
  names(checkUniqueIds, { 'duplicate-id': ['devices.*.=count'] }),
  names(checkDeviceSites, { 'unknown-site': ['sites.*.id'] }),
  names(checkFlowSites, {
    'flow-without-site': ['flows.@.{site,sites}'],
    'site-and-sites': [],
    'unknown-site': ['sites.*.id', 'flows.@.{site,sites}'],
    'site-repeated': ['flows.@.{site,sites}'],
  }),
  names(checkFlowDevices, {
    'unknown-device': ['devices.*.{id,count}'],
    'device-at-other-site': ['devices.*.{id,count,site}', 'flows.@.{site,sites.**}'],
    'device-other-modality': [ANY_DEVICE_PLACE, 'flows.@.{modality,site,sites.**}'],
  }),
  names(checkDepartments, { 'unknown-department': [] }),
  names(checkInsideRegion, {
    'department-outside-region': ['region.departments', 'region.departments.*'],
    'site-without-zone': ['sites.@.zone'],
  }),
  names(checkObservedSites, { 'unknown-site': ['sites.*.id'] }),
  names(checkExamNames, {
    'unknown-exam': ['exams'],
    'exam-other-modality': ['exams.$exam.modality', '@.@.modality'],
  }),
  names(checkAcceptedExams, { 'unknown-exam-or-group': ['exams', 'exams.*.group'] }),
  names(checkReserveTargets, { 'unknown-reserve-target': ['flows.*.id'] }),
  relations(checkSiteHasDevice, { 'site-without-device': ['devices.*.site'] }),
  relations(checkReserveServed, {
    'reserve-without-flow': [
      'flows.*.id',
      ANY_FLOW_PLACE,
      ANY_FLOW_SITES,
      'devices.@.{site,modality}',
      'devices.@.week.@.reserve.**',
    ],
  }),
  relations(checkWalkInRooms, {
    'walk-in-several-rooms': [FLOW_PLACE, FLOW_SITES, 'flows.@.walk-in', ANY_DEVICE_PLACE, 'devices.*.pool'],
  }),
  // A vacation whose hours are lost takes place on no day.
  values(checkOverlaps, { 'vacations-overlap': [] }),
  values(checkLastWeek, { 'last-week-before-first': ['devices.@.week.@.first-week'] }),
  values(checkReserveSizes, {
    'reserve-not-booked': ['devices.@.week.@.type'],
    'reserve-too-large': [VACATION_HOURS, 'devices.@.week.@.type', 'devices.@.week.@.reserve.**'],
  }),
  values(checkAppointments, {
    'appointments-decreasing': [],
    'appointments-beyond': [VACATION_HOURS],
  }),
  values(checkEarlyEnd, { 'early-end-too-long': [VACATION_HOURS] }),
  values(checkPresence, { 'presence-ignored': ['devices.@.week.@.type'] }),
  relations(checkDeviceOpens, { 'device-never-open': ['devices.@.week', 'devices.@.week.*.{days,type}'] }),
  relations(checkFlowHasDevice, {
    'flow-without-device': [FLOW_PLACE, 'flows.@.sites.**', 'devices.*.{site,modality}', 'sites.*.id'],
  }),
  relations(checkDeviceHasFlow, {
    'device-without-flow': [ANY_FLOW_PLACE, ANY_FLOW_SITES, 'devices.@.{id,count,site,modality}'],
  }),
  relations(checkBookable, { 'flow-never-booked': BOOKING, 'slot-longer-than-vacation': BOOKING }),
  relations(checkWalkInReceived, { 'walk-in-never-received': BOOKING }),
  values(checkSlotLengths, { 'slot-too-long': [] }),
  relations(checkSlotsGiven, {
    'slot-zero': [
      'devices.@.{id,count,site,modality,week}',
      'devices.@.slots.**',
      'devices.@.week.*.{days,from,to,type,owner,accepts.**,provides.**,appointments.**}',
      ANY_FLOW_PLACE,
      ANY_FLOW_SITES,
      'flows.*.{owner,exams.**}',
      'exams',
      'exams.*.{group,needs}',
      'defaults',
    ],
  }),
  relations(checkPoolPlace, { 'pool-split': ['devices.*.{id,pool,site,modality}'] }),
  relations(checkPoolShares, { 'pool-differs': ['devices.*.{id,pool}', 'devices.*.$field.**'] }),
  relations(checkPoolSize, { 'pool-too-large': ['devices.*.{id,pool,count}'] }),
  relations(checkDemand, {
    'log-missing': ['flows.@.{arrivals,log}'],
    'per-week-ignored': ['flows.@.{arrivals,log}'],
    'log-ignored': ['flows.@.arrivals'],
    'per-week-missing': ['flows.@.{arrivals,log,per-week}'],
  }),
  values(checkExamShares, {
    'exam-shares-zero': ['flows.@.exams.**'],
    'exam-shares-sum': ['flows.@.exams.**'],
  }),
  relations(checkDurations, {
    'durations-missing': [
      'flows.@.{durations,modality,class}',
      'flows.@.exams.**',
      'exams',
      'exams.$exam.durations.**',
      'defaults',
    ],
  }),
  values(checkProfile, { 'profile-zero': [] }),
  values(checkHorizon, { 'lead-beyond-horizon': ['flows.@.{lead,horizon,walk-in,class}', 'defaults'] }),
  values(checkAcceptance, { 'tau-zero': [], 'acceptance-order': [] }),
  values(checkNoShow, { 'tau-zero': [], 'no-show-decreases': [] }),
  values(checkIgnoredKeys, {
    'ignored-for-walk-in': [
      'flows.@.{walk-in,accept,lead,horizon,no-show,cancel,overbook,backlog,target,travel,travel-scale}',
    ],
    'ignored-for-booked': ['flows.@.walk-in'],
  }),
  values(checkFlowTravel, {
    'travel-count': [FLOW_SITES, 'flows.@.{site,travel.**}'],
    'travel-scale-zero': [],
    'travel-scale-unused': ['flows.@.travel'],
  }),
  relations(checkTravel, {
    'travel-missing': ['region.departments', 'region.departments.*', 'region.travel.**', 'sites.@.travel.**'],
  }),
  relations(checkRegionDemand, {
    'region-without-demand': ['flows', 'flows.*.{class,walk-in,origin,per-week,log}'],
  }),
  values(checkBalance, { 'unknown-balance': [] }),
  values(checkRegionThere, { 'without-region': ['region'] }),
  values(checkObservedMix, { 'mix-shares-sum': ['observed.@.mix.**'] }),
  values(checkDurationSigns, { 'negative-duration': [] }),
  values(checkRanges, {
    'range-reversed': [],
    'range-outside': ['<.{min,max,floor,weights,interpolate}'],
  }),
  values(checkStart, { 'no-such-date': [], 'calendar-not-monday': [] }),
  values(checkHolidays, {
    'holidays-without-start': ['calendar.start'],
    'holiday-factor-unused': ['calendar.school-zone'],
  }),
  relations(checkClosures, {
    'closure-names-nothing': [
      'calendar.closures.@.{device,site}',
      'devices.*.{id,pool,count,site}',
      'sites.*.id',
    ],
    'no-such-date': [],
    'closure-without-start': ['calendar.start'],
    'closure-outside-run': ['calendar.start', 'calendar.closures.@.days', 'run.weeks'],
  }),
  values(checkWarmup, { 'warmup-too-long': ['run.weeks'] }),
  values(checkReading, {
    'reading-window-order': ['<.from'],
    'reading-hours-twice': [],
    'reports-ignored': [],
  }),
]);

/**
 * Everything that does not go together in a well-formed scenario, errors and warnings, all rules applied. A scenario
 * without an error here can be completed and run. What may only be found because of a loss is not told; nor what may
 * only follow from a name that is wrong, which is told itself.
 * @example checkScenario({ sites: [], devices: [], flows: [] }).length // 0
 */
export function checkScenario(input: ScenarioInput, lost: Losses = new Losses()): readonly Finding[] {
  const wrongNames = new Losses();
  return CONSISTENCY_RULES.flatMap(({ check, judges, restsOn }) => {
    const found = check(input);
    const told = found.filter((one) => {
      const patterns = restsOn[one.code as ConsistencyCode] ?? null;
      return !lost.explain(one, patterns) && !(judges === 'relations' && wrongNames.explain(one, patterns));
    });
    if (judges === 'names') {
      for (const { severity, path } of found) if (severity === 'error') wrongNames.add(path);
    }
    return told;
  });
}
