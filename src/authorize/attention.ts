/** Points of attention: what an instructor should look at in a file, each with its figures. None is a grade. */
import { type Balance, gapOf } from '../model/oqos/balance.ts';
import type {
  Competition,
  InstructedRequest,
  PointOfAttention,
  SimulatedNeed,
} from '../model/results/authorize.ts';
import { isOfEquipment } from './need.ts';

/** What a point may look at besides the file itself. */
export interface AttentionGround {
  readonly balance: Balance;
  readonly competitions: readonly Competition[];
  readonly simulated: SimulatedNeed | null;
}

type Judged = Omit<InstructedRequest, 'points'>;
type Points = readonly PointOfAttention[];

const point = (
  name: PointOfAttention['point'],
  values: PointOfAttention['values'] = {},
): PointOfAttention => ({
  point: name,
  values,
});

/** What follows from the verdict. */
function onVerdict({ request, regime2020, regime2023, otherReading }: Judged): Points {
  const { verdict, devicesReceivable, act, rule } = regime2020;
  const count = devicesReceivable ?? 0;
  const isNeeded = regime2023.some(
    (one) => one.verdict === 'authorisation-needed' || one.verdict === 'not-determined',
  );
  return [
    ...(count > 0 ? [point('receivable-is-not-authorised')] : []),
    ...(verdict === 'partly-receivable' ? [point('partly', { count, asked: request.devices })] : []),
    ...(verdict === 'not-determined' || isNeeded ? [point('not-determined')] : []),
    ...(otherReading === null ? [] : [point('reading-changes-verdict', { verdict: otherReading.verdict })]),
    ...(act === null ? [] : [point('exceptional-act', { act })]),
    ...(rule === 'new-device-existing-site' || request.kind === 'new-device-existing-site'
      ? [point('existing-site-unverified', { site: request.site.name ?? '—' })]
      : []),
  ];
}

/** What the row of the balance itself shows. */
function onBalance({ request, balanceBefore, anomalies }: Judged): Points {
  const [row] = balanceBefore;
  if (row === undefined) return [];
  const { department, devices, sites, room } = row;
  const isOver = gapOf(devices) > 0 || gapOf(sites) > 0;
  const isUnder = devices.current < devices.low || sites.current < sites.low;
  const figures = { devices: devices.current, sites: sites.current };
  return [
    ...(room.devices === 0 &&
    (room.interventional ?? 0) === 0 &&
    room.sites > 0 &&
    request.kind !== 'moved-device'
      ? [point('move-only', { sites: room.sites })]
      : []),
    ...(isOver
      ? [point('above-high', { ...figures, devicesHigh: devices.high, sitesHigh: sites.high, department })]
      : []),
    ...(isUnder
      ? [point('below-low', { ...figures, devicesLow: devices.low, sitesLow: sites.low, department })]
      : []),
    ...(anomalies.length > 0
      ? [point('row-anomalies', { ids: [...new Set(anomalies.map(({ id }) => id))].join(', ') })]
      : []),
  ];
}

/** The first day of the regime of 2022's decrees. */
const SINCE_2023 = '2023-06-01';

/** A date that this balance, or the rules of 2020, are not of. Dates are compared as they are written, `YYYY-MM-DD`. */
function onDate({ request: { filed } }: Judged, { balance: { effective } }: AttentionGround): Points {
  if (filed === null) return [];
  return [
    ...(effective !== null && filed.slice(0, effective.length) < effective
      ? [point('filed-before-balance', { filed, effective })]
      : []),
    ...(filed >= SINCE_2023 ? [point('filed-since-2023', { filed })] : []),
  ];
}

/** What other files and a simulated scenario bring. */
function onOthers({ request, need }: Judged, { competitions, simulated }: AttentionGround): Points {
  const competition = competitions.find(({ requests }) => requests.includes(request.id));
  const isOther = simulated !== null && !isOfEquipment(simulated, request.equipment);
  return [
    ...(competition === undefined ? [] : [point('competitors', { files: competition.requests.length })]),
    ...(need.departments.some((one) => one.perMillion !== null) ? [point('population-flows')] : []),
    ...(isOther ? [point('scenario-other', { file: simulated.file })] : []),
    ...(simulated !== null && !isOther ? [point('scenario-assumed', { count: simulated.assumed })] : []),
  ];
}

/** What the file says, and what it does not. */
function onFile({ criteria }: Judged): Points {
  const told = criteria.filter(({ says }) => says !== null).length;
  const silent = criteria.filter(({ says, texts }) => says === null && !texts.includes('practice'));
  return [
    ...(told > 0 ? [point('declared-only', { told })] : []),
    ...(silent.length > 0
      ? [point('silent', { criteria: silent.map(({ criterion }) => criterion).join(', ') })]
      : []),
  ];
}

/**
 * The points of attention of a file, in the order an instruction meets them.
 */
export function pointsOf(judged: Judged, ground: AttentionGround): Points {
  const { verdict } = judged.regime2020;
  const isOtherSince = judged.regime2023.some(
    (one) => one.verdict === 'information-only' && verdict !== 'outside-count',
  );
  return [
    ...onVerdict(judged),
    ...onDate(judged, ground),
    ...onBalance(judged),
    ...onOthers(judged, ground),
    ...(isOtherSince ? [point('regimes-differ')] : []),
    ...onFile(judged),
  ];
}
