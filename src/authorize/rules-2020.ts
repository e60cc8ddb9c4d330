/**
 * The rules of 2020: what a request asks of the two counters of its department, and what they have left. Each rule
 * answers with its verdict, the figures it used, the texts it rests on and how sure they are. Receivable is never
 * authorised.
 */
import {
  type Balance,
  type BalanceRow,
  balanceRow,
  type Counter,
  type Reading,
  roomOf,
} from '../model/oqos/balance.ts';
import { type AuthorisationRequest, plainAct } from '../model/oqos/request.ts';
import { leastSure, type TextId } from '../model/oqos/texts.ts';
import type { CounterTest, Rule2020, RuleOutcome, RuleReason, Verdict } from '../model/results/authorize.ts';
import { balanceAfter, diagnosticOf } from './counters.ts';

/** Places of an act of exceptional needs that granted files have used, and the counters they moved. */
export interface UsedPlaces {
  readonly key: string;
  readonly devices: number;
  readonly sites: number;
  readonly zone: string;
  readonly isInterventional: boolean;
}

/** A balance after some grants, and what of it lies beyond the bounds by an act. */
export interface GrantState {
  readonly balance: Balance;
  readonly used: readonly UsedPlaces[];
}

type Outcome2020 = RuleOutcome<Rule2020>;

const zoneOf = ({ equipment, department }: Pick<AuthorisationRequest, 'equipment' | 'department'>): string =>
  `${equipment} ${department}`;

const actKey = (request: AuthorisationRequest): string =>
  `${zoneOf(request)} ${plainAct(request.exceptional?.act ?? '')}`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Places the act of a request still has, beyond the bounds. */
function exceptionalLeft(request: AuthorisationRequest, state: GrantState) {
  const own = state.used.filter(({ key }) => key === actKey(request));
  const { devices = 0, sites = 0 } = request.exceptional ?? {};
  return {
    devices: Math.max(0, devices - sum(own.map((one) => one.devices))),
    sites: Math.max(0, sites - sum(own.map((one) => one.sites))),
  };
}

/** Devices and sites granted beyond the bounds in a department: they take no ordinary place. */
function beyondBounds(request: AuthorisationRequest, state: GrantState) {
  const zone = state.used.filter((one) => one.zone === zoneOf(request));
  const dedicated = sum(zone.map((one) => (one.isInterventional ? one.devices : 0)));
  const all = sum(zone.map((one) => one.devices));
  return { dedicated, diagnostic: all - dedicated, sites: sum(zone.map((one) => one.sites)) };
}

function testOf(
  counter: CounterTest['counter'],
  { current, high }: Counter,
  asked: number,
  exceptional: number,
  beyond: number,
): CounterTest {
  const room = roomOf({ current: current - beyond, low: 0, high });
  return { counter, current, high, room, exceptional, asked, available: Math.min(asked, room + exceptional) };
}

/** The tests of the devices a request adds to its department: its own counter, and the whole when it is part of it. */
function deviceTests(
  request: AuthorisationRequest,
  row: BalanceRow,
  reading: Reading,
  state: GrantState,
): readonly CounterTest[] {
  const { isInterventional, devices: asked } = request;
  const { interventional } = row;
  const exceptional = exceptionalLeft(request, state).devices;
  const { dedicated, diagnostic } = beyondBounds(request, state);
  const isIncluded = reading === 'included' && interventional !== null;
  if (isInterventional && interventional !== null) {
    const own = testOf('interventional', interventional, asked, exceptional, dedicated);
    if (!isIncluded) return [own];
    return [own, testOf('devices', row.devices, asked, exceptional, dedicated + diagnostic)];
  }
  if (!isIncluded) return [testOf('devices', row.devices, asked, exceptional, diagnostic)];
  return [
    testOf('diagnostic', diagnosticOf(row, reading), asked, exceptional, diagnostic),
    testOf('devices', row.devices, asked, exceptional, dedicated + diagnostic),
  ];
}

function siteTest(request: AuthorisationRequest, row: BalanceRow, state: GrantState): CounterTest {
  const { sites } = beyondBounds(request, state);
  return testOf('sites', row.sites, 1, exceptionalLeft(request, state).sites, sites);
}

interface Judged {
  readonly verdict: Verdict;
  readonly devicesReceivable: number;
}

/** As many devices as every counter has places for, none when the site has none. */
function judge(asked: number, devices: readonly CounterTest[], site: CounterTest | null): Judged {
  const fits = Math.min(asked, ...devices.map(({ available }) => available));
  const devicesReceivable = site !== null && site.available === 0 ? 0 : fits;
  if (devicesReceivable === 0) return { verdict: 'not-receivable', devicesReceivable };
  return { verdict: devicesReceivable < asked ? 'partly-receivable' : 'receivable', devicesReceivable };
}

function outcome(
  rule: Rule2020,
  judged: { readonly verdict: Verdict; readonly devicesReceivable: number | null },
  texts: readonly TextId[],
  more: {
    readonly reason?: RuleReason;
    readonly tests?: readonly CounterTest[];
    readonly act?: string | null;
  } = {},
): Outcome2020 {
  const { reason = 'counters', tests = [], act = null } = more;
  const cited: readonly TextId[] = act === null ? texts : [...texts, 'r6122-31'];
  const { verdict, devicesReceivable } = judged;
  return {
    rule,
    verdict,
    reason,
    devicesReceivable,
    tests,
    figures: {},
    texts: cited,
    mark: leastSure(cited),
    act,
  };
}

/** The act of a request, where a place beyond the bounds is what makes it fit. */
function actUsed(request: AuthorisationRequest, tests: readonly CounterTest[]): string | null {
  const isUsed = tests.some(({ available, room }) => available > room);
  return isUsed ? (request.exceptional?.act ?? null) : null;
}

/** The texts about the parentheses, where a row has some. */
const parentheses = (row: BalanceRow): readonly TextId[] =>
  row.interventional === null ? [] : ['footnote', 'separate-quota'];

interface Ground {
  readonly request: AuthorisationRequest;
  readonly row: BalanceRow;
  readonly reading: Reading;
  readonly state: GrantState;
}

/** Counters tested together, and what they say. */
function byCounters(
  rule: Rule2020,
  ground: Ground,
  needsSite: boolean,
  texts: readonly TextId[],
): Outcome2020 {
  const { request, row, reading, state } = ground;
  const devices = deviceTests(request, row, reading, state);
  const site = needsSite ? siteTest(request, row, state) : null;
  const tests = site === null ? devices : [...devices, site];
  const act = actUsed(request, tests);
  return outcome(rule, judge(request.devices, devices, site), [...texts, ...parentheses(row)], {
    tests,
    act,
  });
}

/** A new device on a new site: a place for each device, and one for the site. */
export function newDeviceOnNewSite(ground: Ground): Outcome2020 {
  return byCounters('new-device-new-site', ground, true, ['balance', 'two-counters']);
}

/** A new device on a site already authorised: a place for each device. */
export function newDeviceOnExistingSite(ground: Ground): Outcome2020 {
  return byCounters('new-device-existing-site', ground, false, ['balance', 'two-counters']);
}

/**
 * A scanner dedicated to interventional imaging: its own quota, and the site counter when the site is new. Without a
 * figure in parentheses nothing known says which counter it would use.
 */
export function interventionalScanner(ground: Ground): Outcome2020 {
  const { request, row } = ground;
  if (row.interventional === null) {
    const judged = { verdict: 'not-determined', devicesReceivable: null } as const;
    return outcome('interventional-scanner', judged, ['footnote', 'no-quota'], {
      reason: 'no-interventional-quota',
    });
  }
  const needsSite = request.kind !== 'new-device-existing-site';
  return byCounters('interventional-scanner', ground, needsSite, ['balance', 'two-counters']);
}

/**
 * An authorised device moved to a new site of its department: a site place. Where its old site closes and there is
 * none, the number of sites would not change, and no text found settles it.
 */
export function movedDevice({ request, row, state }: Ground): Outcome2020 {
  const test = siteTest(request, row, state);
  const texts = ['balance', 'two-counters', 'transfer'] as const;
  if (test.available === 0 && request.from?.siteCloses === true) {
    const judged = { verdict: 'not-determined', devicesReceivable: null } as const;
    return outcome('moved-device', judged, texts, { reason: 'net-zero-site', tests: [test] });
  }
  const judged = judge(request.devices, [], test);
  return outcome('moved-device', judged, texts, { tests: [test], act: actUsed(request, [test]) });
}

/** An authorised device moved in from another department: here it is new, and so is its site. */
export function movedBetweenDepartments(ground: Ground): Outcome2020 {
  const texts = ['balance', 'two-counters', 'transfer-between'] as const;
  return byCounters('moved-device-between-departments', ground, true, texts);
}

/** A renewal: outside the windows and outside the count. */
export function renewal(): Outcome2020 {
  const judged = { verdict: 'outside-count', devicesReceivable: null } as const;
  return outcome('renewal', judged, ['renewal', 'renewal-count'], { reason: 'no-counter' });
}

/** A device replaced by another of the same kind on the same site: no counter moves. */
export function replacement(): Outcome2020 {
  const judged = { verdict: 'outside-count', devicesReceivable: null } as const;
  return outcome('replacement', judged, ['replacement'], { reason: 'no-counter' });
}

/**
 * What the rules of 2020 say of a request, on a balance after some grants.
 * @throws RangeError when the balance has no row for the request: look before asking.
 */
export function judge2020(request: AuthorisationRequest, state: GrantState, reading: Reading): Outcome2020 {
  if (request.kind === 'renewal') return renewal();
  if (request.kind === 'replacement') return replacement();
  const row = balanceRow(state.balance, request.equipment, request.department);
  if (row === null) throw new RangeError(`no row for ${zoneOf(request)}`);
  const ground = { request, row, reading, state };
  const origin = request.from?.department ?? request.department;
  if (request.kind === 'moved-device' && origin === request.department) return movedDevice(ground);
  if (request.isInterventional) return interventionalScanner(ground);
  if (request.kind === 'moved-device') return movedBetweenDepartments(ground);
  return request.kind === 'new-device-new-site'
    ? newDeviceOnNewSite(ground)
    : newDeviceOnExistingSite(ground);
}

/**
 * The state after a request is granted so many devices: places of its act are used first.
 */
export function granted(
  state: GrantState,
  request: AuthorisationRequest,
  devices: number,
  reading: Reading,
): GrantState {
  const balance = balanceAfter(state.balance, [{ request, devices }], reading);
  if (request.exceptional === null || devices === 0) return { balance, used: state.used };
  const left = exceptionalLeft(request, state);
  const isInside = request.kind === 'moved-device' && request.from?.department === request.department;
  const used: UsedPlaces = {
    key: actKey(request),
    zone: zoneOf(request),
    isInterventional: request.isInterventional,
    devices: isInside ? 0 : Math.min(left.devices, devices),
    sites: request.kind === 'new-device-existing-site' ? 0 : Math.min(left.sites, 1),
  };
  return { balance, used: [...state.used, used] };
}
