/** The planning problem of a simulated region: its places and delays as simulated, what may be added, and what that costs. */
import { deepFreeze } from '../../model/freeze.ts';
import { type Balance, balanceRow, roomOf } from '../../model/oqos/balance.ts';
import type { Device, Flow, Region, Scenario, Site } from '../../model/scenario.ts';
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import { USUAL_ATTRACTION } from './attract.ts';
import { regionCosts } from './costs.ts';
import { CURVE_POINTS } from './curve-points.ts';
import { curveFor, daysAtLoad, delayCurve, loadAtDays } from './curves.ts';
import { onCallPairs } from './on-call.ts';
import {
  diagnosticDevices,
  implantationOf,
  isResidents,
  mostEvenings,
  placesOfBlock,
  residentsByHome,
} from './places.ts';
import type { PresentRegion } from './present.ts';
import type {
  CapRow,
  DelayCurve,
  Implantation,
  RegionCosts,
  RegionHorizon,
  RegionLimits,
  RegionProblem,
  ResidentDemand,
} from './problem.ts';
import { type Templates, templatesOf } from './templates.ts';

/** Devices on one agenda at most: as many as the curves know. */
const MOST_ON_AN_AGENDA = 4;
/** Devices of a new implantation at most. */
const MOST_AT_NEW = 2;

const WEEKS_A_YEAR = 52;
const WEEKS_A_MONTH = WEEKS_A_YEAR / 12;

/** What a plan is made for where nothing else is said, with the ranges of what is assumed. */
export const HORIZON_DEFAULTS = deepFreeze({
  years: 5,
  deviceLagMonths: { value: 18, range: [12, 30] },
  openingLagMonths: { value: 2, range: [1, 6] },
  growthPerYear: { ct: { value: 0.01, range: [0, 0.03] }, mri: { value: 0.03, range: [0, 0.06] } },
  unmetDays: { value: 30, range: [0, 90] },
  travelDaysPerHour: { value: 1, range: [0, 7] },
} as const);

export const NO_LIMITS: RegionLimits = Object.freeze({
  budgetEurosPerYear: null,
  staffHoursPerWeek: Object.freeze({ technologist: null, radiologist: null }),
  mostDevices: null,
  mostBlocks: null,
});

export interface RegionProblemOptions {
  readonly limits?: Partial<RegionLimits>;
  readonly costs?: Partial<RegionCosts>;
  readonly years?: number;
  readonly deviceLagMonths?: number;
  readonly openingLagMonths?: number;
  readonly growthPerYear?: Partial<Record<Modality, number>>;
  readonly unmetDays?: number;
  readonly travelDaysPerHour?: number;
  /** On-call may be shared between sites. */
  readonly pooling?: boolean;
  /** How many times longer days are than the curves of the panel say, by modality; as the present shows (`curveFactor`) unless stated. */
  readonly curveFactor?: Partial<Record<Modality, number>>;
}

/** A scenario that is a region; throws a RangeError when it is none, or nobody in it asks for anything. */
export function regionOf(scenario: Scenario): Region {
  if (scenario.region === null) throw new RangeError('the scenario is no region');
  if (!scenario.flows.some(isResidents)) throw new RangeError('nobody of the region asks for anything');
  return scenario.region;
}

/** Mean patience of residents who ask for a modality, days, by their requests; null where nobody declines. */
export function meanTauDays(scenario: Scenario, modality: Modality): number | null {
  let [days, weight] = [0, 0];
  for (const flow of scenario.flows) {
    if (!isResidents(flow) || flow.modality !== modality || flow.accept.kind !== 'exponential') continue;
    days += flow.perWeek * flow.accept.tauDays;
    weight += flow.perWeek;
  }
  return weight === 0 ? null : days / weight;
}

const CURVE_TAU = { ct: 15, mri: 30 } as const;

const curveOf = (scenario: Scenario, modality: Modality, factor: number): DelayCurve =>
  delayCurve(modality, meanTauDays(scenario, modality) ?? CURVE_TAU[modality], factor);

/** Requests for an appointment below which an agenda is not full, and its delay tells nothing of the curve. */
const FULL_LOAD = 1.05;
/** A region is no steeper or flatter than this: more is noise. */
const FACTORS = { least: 0.5, most: 2 };

/**
 * How many times longer than the curves of the panel the delays of the implantations of a region are, as simulated: least
 * squares over those whose agenda is full, of their days above the floor on those of the curve at their requests ÷
 * appointments. 1 where none is full.
 */
export function curveFactor(scenario: Scenario, present: PresentRegion, modality: Modality): number {
  const curve = curveFor(curveOf(scenario, modality, 1), 1);
  let [product, square] = [0, 0];
  for (const [id, { delayDays, bookedPerWeek }] of present.implantations) {
    if (!id.endsWith(`/${modality}`) || delayDays === null || bookedPerWeek <= 0) continue;
    const load = requestsAt(present, id) / bookedPerWeek;
    if (load < FULL_LOAD) continue;
    const above = daysAtLoad(curve, load) - curve.floorDays;
    product += bookedPerWeek * above * (delayDays - curve.floorDays);
    square += bookedPerWeek * above * above;
  }
  return square === 0 ? 1 : Math.min(FACTORS.most, Math.max(FACTORS.least, product / square));
}

const curvesOf = (
  scenario: Scenario,
  present: PresentRegion,
  stated: RegionProblemOptions['curveFactor'],
): readonly DelayCurve[] =>
  MODALITIES.map((modality) =>
    curveOf(scenario, modality, stated?.[modality] ?? curveFactor(scenario, present, modality)),
  );

/** Requests a week of an implantation, of all residents. */
const requestsAt = (present: PresentRegion, id: string): number =>
  present.requests.reduce((sum, one) => sum + (one.byImplantation.get(id) ?? 0), 0);

/** What every implantation is described with. */
interface Workbench {
  readonly scenario: Scenario;
  readonly present: PresentRegion;
  readonly curves: readonly DelayCurve[];
  readonly sites: ReadonlyMap<string, Site>;
  readonly flows: ReadonlyMap<string, readonly Flow[]>;
}

/**
 * An implantation as simulated. Its places are the appointments it gives, which are all it has where its agenda is full; else
 * the requests it gets ÷ its load. Its load is where the curve gives its delay, as far as the curve goes.
 */
function presentImplantation(bench: Workbench, id: string, devices: readonly Device[]): Implantation {
  const { scenario, present, curves, sites, flows } = bench;
  const [first] = devices as readonly [Device];
  const { site, modality } = first;
  const own = flows.get(id) ?? [];
  const measured = present.implantations.get(id);
  const curve = curveFor(curves.find((one) => one.modality === modality)!, devices.length);
  const requests = requestsAt(present, id);
  const delayDays = measured?.delayDays ?? null;
  const booked = measured?.bookedPerWeek ?? 0;
  const load = Math.min(MOST_LOAD, loadAtDays(curve, delayDays ?? 0));
  const places = load < 1 ? Math.max(booked, requests / load) : booked;
  const evenings = devices.map((device) => mostEvenings(scenario, device, own));
  return {
    id,
    site,
    department: sites.get(site)!.zone,
    modality,
    devices: devices.length,
    placesPerWeek: places,
    placesPerDevice: places / devices.length,
    placesPerBlock: placesOfBlock(first, own),
    mostBlocks: evenings.reduce((sum, one) => sum + one, 0),
    mostBlocksPerAdded: evenings[0]!,
    mostAdded: Math.max(0, MOST_ON_AN_AGENDA - devices.length),
    isNew: false,
    load,
    delayDays,
  };
}

/** The largest load the curves were simulated at: a delay beyond it, of a site with much more patient patients, is told as this. */
const MOST_LOAD = Math.max(...MODALITIES.flatMap((modality) => CURVE_POINTS[modality].loads));

/** Middle of some values, the upper one of two. */
const upperMedian = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** An implantation that could be: at a site without the modality, or at a new one. */
function newImplantation(
  modality: Modality,
  site: string,
  department: string,
  present: readonly Implantation[],
  templates: Templates,
  bench: Workbench,
): Implantation | null {
  const like = present.filter((one) => one.modality === modality && one.placesPerWeek > 0);
  const template = templates.median[modality];
  if (like.length === 0 || template === undefined) return null;
  const own = bench.flows.get(implantationOf(template)) ?? [];
  const places = like.reduce((sum, one) => sum + one.placesPerWeek, 0);
  return {
    id: `${site}/${modality}`,
    site,
    department,
    modality,
    devices: 0,
    placesPerWeek: 0,
    placesPerDevice: upperMedian(like.map(({ placesPerDevice }) => placesPerDevice)),
    placesPerBlock: upperMedian(like.map(({ placesPerBlock }) => placesPerBlock)),
    mostBlocks: 0,
    mostBlocksPerAdded: mostEvenings(bench.scenario, template, own),
    mostAdded: MOST_AT_NEW,
    isNew: true,
    load: like.reduce((sum, one) => sum + one.load * one.placesPerWeek, 0) / places,
    delayDays: null,
  };
}

/** Name of the one new site a department could have. */
const newSiteOf = (department: string): string => `new-${department}`;

function possibleImplantations(
  bench: Workbench,
  region: Region,
  present: readonly Implantation[],
  templates: Templates,
): readonly Implantation[] {
  const has = new Set(bench.scenario.devices.map(implantationOf));
  const served = new Set(present.map(({ site }) => site));
  return MODALITIES.flatMap((modality) => {
    const existing = bench.scenario.sites
      .filter(({ id }) => served.has(id) && !has.has(`${id}/${modality}`))
      .map(({ id, zone }) => [id, zone] as const);
    const fresh = region.departments.map(({ code }) => [newSiteOf(code), code] as const);
    return [...existing, ...fresh].flatMap(([site, department]) => {
      const one = newImplantation(modality, site, department, present, templates, bench);
      return one === null ? [] : [one];
    });
  });
}

/** Places left by the balance, the interventional scanners apart: law, never below 0. */
export function capRows(region: Region, balance: Balance): readonly CapRow[] {
  return region.departments.flatMap(({ code }) =>
    MODALITIES.map((modality): CapRow => {
      const row = balanceRow(balance, modality === 'ct' ? 'scanner' : 'mri', code);
      return {
        department: code,
        modality,
        devices: row === null ? 0 : roomOf(row.devices),
        sites: row === null ? 0 : roomOf(row.sites),
      };
    }),
  );
}

/** Minutes to an implantation: its site’s own, else those between the departments. */
function minutesTo(
  { travelMinutes }: Region,
  sites: ReadonlyMap<string, Site>,
  implantations: readonly Implantation[],
): RegionProblem['minutes'] {
  const where = new Map(implantations.map(({ id, site, department }) => [id, { site, department }]));
  return (department, implantation) => {
    const there = where.get(implantation);
    if (there === undefined) throw new RangeError(`no implantation ${implantation}`);
    const own = sites.get(there.site)?.travelMinutes?.[department];
    return own ?? travelMinutes[department]?.[there.department] ?? 0;
  };
}

/** Growth a year: what the user says, else what the flows of residents have, else what is assumed. */
function growthOf(scenario: Scenario, stated: Partial<Record<Modality, number>>, modality: Modality): number {
  const own = scenario.flows.filter((flow) => isResidents(flow) && flow.modality === modality);
  const asked = own.reduce((sum, { perWeek }) => sum + perWeek, 0);
  const grown = own.reduce((sum, { perWeek, growthPerYear }) => sum + perWeek * growthPerYear, 0);
  const found = asked === 0 || grown === 0 ? HORIZON_DEFAULTS.growthPerYear[modality].value : grown / asked;
  return stated[modality] ?? found;
}

function horizonOf(scenario: Scenario, options: RegionProblemOptions): RegionHorizon {
  const { years, deviceLagMonths, openingLagMonths } = HORIZON_DEFAULTS;
  const weeks = (months: number) => Math.round(months * WEEKS_A_MONTH);
  const growth = (modality: Modality) => growthOf(scenario, options.growthPerYear ?? {}, modality);
  return {
    weeks: Math.round((options.years ?? years) * WEEKS_A_YEAR),
    deviceLagWeeks: weeks(options.deviceLagMonths ?? deviceLagMonths.value),
    openingLagWeeks: weeks(options.openingLagMonths ?? openingLagMonths.value),
    growthPerYear: { ct: growth('ct'), mri: growth('mri') },
  };
}

const demandOf = (present: PresentRegion): readonly ResidentDemand[] =>
  present.requests.map(({ department, modality, byImplantation }) => ({
    department,
    modality,
    requests: byImplantation,
  }));

/** Minutes between the departments of two sites. */
function minutesBetween(
  region: Region,
  sites: ReadonlyMap<string, Site>,
): (from: string, to: string) => number {
  return (from, to) =>
    region.travelMinutes[sites.get(from)!.zone]?.[sites.get(to)!.zone] ?? Number.POSITIVE_INFINITY;
}

/**
 * The problem of a region: what there is and how it waits as simulated, what may be added under the places that the
 * balance leaves, what that costs.
 * @param present the region simulated as it is.
 * @throws RangeError when the scenario is no region, or nobody in it asks for anything.
 */
export function regionProblem(
  scenario: Scenario,
  balance: Balance,
  present: PresentRegion,
  options: RegionProblemOptions = {},
): RegionProblem {
  const region = regionOf(scenario);
  const sites = new Map(scenario.sites.map((site) => [site.id, site]));
  const flows = residentsByHome(scenario);
  const bench: Workbench = {
    scenario,
    present,
    curves: curvesOf(scenario, present, options.curveFactor),
    sites,
    flows,
  };
  const diagnostic = diagnosticDevices(scenario);
  const templates = templatesOf(scenario);
  const there = [...diagnostic].map(([id, devices]) => presentImplantation(bench, id, devices));
  const implantations = [...there, ...possibleImplantations(bench, region, there, templates)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const defaults = HORIZON_DEFAULTS;
  return deepFreeze({
    departments: region.departments.map(({ code, population }) => ({ code, population })),
    implantations,
    demand: demandOf(present),
    minutes: minutesTo(region, sites, implantations),
    curves: bench.curves,
    caps: capRows(region, balance),
    onCallPairs: options.pooling === true ? onCallPairs(scenario, minutesBetween(region, sites)) : [],
    costs: { ...regionCosts([...diagnostic.values()].flat()), ...options.costs },
    limits: { ...NO_LIMITS, ...options.limits },
    horizon: horizonOf(scenario, options),
    unmetDays: options.unmetDays ?? defaults.unmetDays.value,
    travelDaysPerHour: options.travelDaysPerHour ?? defaults.travelDaysPerHour.value,
    bookedElsewhere: present.bookedElsewhere,
    attraction: USUAL_ATTRACTION,
  });
}
