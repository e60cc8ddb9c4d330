/** A territory and what belongs to it: departments that exist, sites and residents inside, travel from each to each. */
import type { DocumentPath, Finding } from '../finding.ts';
import { nearestName } from '../nearest-name.ts';
import { nearestDepartment, parseDepartment } from '../oqos/departments.ts';
import { idf202005 } from '../oqos/idf-2020-05.ts';
import { scenarioError, scenarioWarning } from '../scenario-codes.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { type FlowInput, flowSites } from './shape.ts';

/** Balances this program carries. */
const BALANCES: readonly string[] = [idf202005.id];

const codesOf = ({ region }: ScenarioInput): readonly string[] => Object.keys(region?.departments ?? {});

/** The code among these that a text was probably meant to be: by its name, misspelt or not; empty when none is near. */
function nearestCode(text: string, codes: readonly string[]): string {
  const named = parseDepartment(text) ?? nearestDepartment(text).split(' ')[0]!;
  return codes.includes(named) ? named : nearestName(text, codes);
}

/** Each unknown code told once: a region has thousands of flows. */
function outside(input: ScenarioInput): (code: string, path: DocumentPath) => readonly Finding[] {
  const codes = codesOf(input);
  const known = codes.join(', ');
  const inside = new Set(codes);
  const nearest = new Map<string, string>();
  return (code, path) => {
    if (inside.has(code)) return [];
    if (!nearest.has(code)) nearest.set(code, nearestCode(code, codes));
    const values = { department: code, nearest: nearest.get(code)!, known };
    return [scenarioError('department-outside-region', values, path)];
  };
}

/**
 * The departments of a region exist, by their codes.
 * @example checkDepartments({ region: { departments: { Paris: {} } } })[0].values.nearest // '75'
 */
export function checkDepartments(input: ScenarioInput): readonly Finding[] {
  return codesOf(input).flatMap((code) => {
    if (parseDepartment(code) === code) return [];
    const near = parseDepartment(code) ?? nearestDepartment(code).split(' ')[0]!;
    const values = { department: code, nearest: near };
    return [scenarioError('unknown-department', values, ['region', 'departments', code])];
  });
}

/**
 * Sites stand, and residents live, in departments of the region; travel is from and to them.
 * @example checkInsideRegion({ region: { departments: {}, travel: {} }, sites: [{ id: 'a', zone: '95' }], flows: [] })[0].code // 'department-outside-region'
 */
export function checkInsideRegion(input: ScenarioInput): readonly Finding[] {
  const { region } = input;
  if (region === undefined) return [];
  const check = outside(input);
  return [
    ...Object.entries(region.travel).flatMap(([from, row]) => [
      ...check(from, ['region', 'travel', from]),
      ...Object.keys(row).flatMap((to) => check(to, ['region', 'travel', from, to])),
    ]),
    ...input.sites.flatMap(({ id, zone, travel = {} }, index) => [
      ...(zone === undefined
        ? [scenarioError('site-without-zone', { site: id }, ['sites', index])]
        : check(zone, ['sites', index, 'zone'])),
      ...Object.keys(travel).flatMap((from) => check(from, ['sites', index, 'travel', from])),
    ]),
    ...input.flows.flatMap(({ origin }, index) =>
      origin === undefined ? [] : check(origin, ['flows', index, 'origin']),
    ),
  ];
}

/**
 * Travel is told from each department to each, and to a site that has its own from each.
 * @example checkTravel({ region: { departments: { 75: {}, 95: {} }, travel: { 75: { 75: 20, 95: 60 } } }, sites: [] })[0].values // { from: '95', to: '75, 95' }
 */
export function checkTravel(input: ScenarioInput): readonly Finding[] {
  const { region } = input;
  if (region === undefined) return [];
  const codes = codesOf(input);
  const told = <T>(row: Readonly<Record<string, T>>, code: string) => Object.hasOwn(row, code);
  const rows = codes.flatMap((from) => {
    const isThere = told(region.travel, from);
    const missing = codes.filter((to) => !isThere || !told(region.travel[from]!, to));
    if (missing.length === 0) return [];
    const path = ['region', 'travel', ...(isThere ? [from] : [])];
    return [scenarioError('travel-missing', { from, to: missing.join(', ') }, path)];
  });
  const sites = input.sites.flatMap(({ id, travel }, index) => {
    const missing = travel === undefined ? [] : codes.filter((from) => !told(travel, from));
    if (missing.length === 0) return [];
    return [
      scenarioError('travel-missing', { from: missing.join(', '), to: id }, ['sites', index, 'travel']),
    ];
  });
  return [...rows, ...sites];
}

/**
 * The travel of a flow goes to each of its sites, on a scale above zero.
 * @example checkFlowTravel({ flows: [{ sites: ['a', 'b'], travel: [20] }] })[0].values // { count: 1, limit: 2 }
 */
export function checkFlowTravel(input: ScenarioInput): readonly Finding[] {
  return input.flows.flatMap((flow, index) => {
    const { travel } = flow;
    const written = flow['travel-scale'];
    const scale = typeof written === 'object' ? written.value : written;
    const limit = flowSites(flow).length;
    const key = typeof written === 'object' ? ['travel-scale', 'value'] : ['travel-scale'];
    return [
      ...(travel === undefined || travel.length === limit
        ? []
        : [scenarioError('travel-count', { count: travel.length, limit }, ['flows', index, 'travel'])]),
      ...(scale === 0 ? [scenarioError('travel-scale-zero', {}, ['flows', index, ...key])] : []),
      ...(scale !== undefined && travel === undefined
        ? [scenarioWarning('travel-scale-unused', {}, ['flows', index, 'travel-scale'])]
        : []),
    ];
  });
}

/** Ambulatory requests for appointments, of residents. */
function asksAsResident(flow: FlowInput): boolean {
  if (flow.class !== 'A' || flow['walk-in'] === true || flow.origin === undefined) return false;
  const perWeek = typeof flow['per-week'] === 'object' ? flow['per-week'].value : flow['per-week'];
  return flow.log !== undefined || (perWeek ?? 0) > 0;
}

/**
 * Some resident of the region asks for an ambulatory appointment.
 * @example checkRegionDemand({ region: {}, flows: [{ class: 'A', 'per-week': 3 }] })[0].code // 'region-without-demand'
 */
export function checkRegionDemand(input: ScenarioInput): readonly Finding[] {
  if (input.region === undefined || input.flows.some(asksAsResident)) return [];
  return [scenarioError('region-without-demand', {}, ['region'])];
}

/**
 * The balance of the region is one this program carries; another has to be given beside.
 * @example checkBalance({ region: { balance: 'idf-2020' } })[0].values.nearest // 'idf-2020-05'
 */
export function checkBalance({ region }: ScenarioInput): readonly Finding[] {
  if (region === undefined || BALANCES.includes(region.balance)) return [];
  const { balance } = region;
  const values = { balance, nearest: nearestName(balance, BALANCES), known: BALANCES.join(', ') };
  return [scenarioWarning('unknown-balance', values, ['region', 'balance'])];
}

/**
 * What only a region gives a meaning to stands in one.
 * @example checkRegionThere({ sites: [], flows: [{ origin: '75' }] })[0].values.key // 'origin'
 */
export function checkRegionThere(input: ScenarioInput): readonly Finding[] {
  if (input.region !== undefined) return [];
  return [
    ...input.sites.flatMap(({ travel }, index) =>
      travel === undefined
        ? []
        : [scenarioWarning('without-region', { key: 'travel' }, ['sites', index, 'travel'])],
    ),
    ...input.flows.flatMap(({ origin }, index) =>
      origin === undefined
        ? []
        : [scenarioWarning('without-region', { key: 'origin' }, ['flows', index, 'origin'])],
    ),
  ];
}
