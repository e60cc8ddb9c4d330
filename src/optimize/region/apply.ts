/** A plan of a region applied to its scenario: devices copied, evenings opened, nights shared, first requests following places. */
import { deepFreeze } from '../../model/freeze.ts';
import { groupBy } from '../../model/group.ts';
import type { Device, Flow, Scenario, Site, Vacation } from '../../model/scenario.ts';
import { attractedRequests, USUAL_ATTRACTION } from './attract.ts';
import { withOnCallAt } from './on-call.ts';
import { diagnosticDevices, implantationOf, isResidents, residentsByHome, withEvenings } from './places.ts';
import type { Implantation, RegionPlan, RegionProblem } from './problem.ts';
import { type Templates, templatesOf } from './templates.ts';

const byId = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/** A vacation of a copied device where nobody is but residents: nothing is kept for others, nobody is on call. */
const forResidents = (week: readonly Vacation[]): readonly Vacation[] =>
  week
    .filter(({ type }) => type !== 'on-call')
    .map((vacation) => (vacation.reserves.length === 0 ? vacation : { ...vacation, reserves: [] }));

/** A name that no device has, the n-th of those added at a site. */
function freeName(taken: ReadonlySet<string>, { site, modality }: Implantation, rank: number): string {
  for (let n = rank; ; n++) {
    const id = `${site}-${modality}-added-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** Copies of a device at an implantation, each a room and a stream of its own. */
function copies(
  scenario: Scenario,
  implantation: Implantation,
  template: Device,
  count: number,
): readonly Device[] {
  const { site, modality } = implantation;
  const present = scenario.devices.filter((device) => implantationOf(device) === implantation.id).length;
  const taken = new Set(scenario.devices.map(({ id }) => id));
  return Array.from({ length: count }, (_, rank): Device => {
    const id = freeName(taken, implantation, rank + 1);
    taken.add(id);
    return {
      ...template,
      id,
      label: id,
      site,
      pool: id,
      stream: `${site}/${modality}/${present + rank}`,
      week: implantation.isNew ? forResidents(template.week) : template.week,
    };
  });
}

/** Flows that name the devices they may use, with those added to one of them, each as often as it. */
function alsoAt(flow: Flow, template: Device, added: readonly Device[]): Flow {
  const like = flow.devices.find(({ id }) => id === template.id);
  if (like === undefined) return flow;
  const all = [...flow.devices, ...added.map(({ id }) => ({ id, share: like.share }))];
  const total = all.reduce((sum, { share }) => sum + share, 0);
  return { ...flow, devices: byId(all.map(({ id, share }) => ({ id, share: share / total }))) };
}

/** The site of a new implantation: a new one, or the present one with reports of the modality. */
function siteOf(scenario: Scenario, implantation: Implantation, template: Device): readonly Site[] {
  const { site: id, department, modality } = implantation;
  const like = scenario.sites.find((one) => one.id === template.site)!;
  const present = scenario.sites.find((one) => one.id === id);
  if (present === undefined) {
    // Nobody reports there for a modality that is not there.
    const none = { A: null, H: null, R: null, U: null };
    const reports = { ct: none, mri: none, [modality]: like.reports[modality] };
    const site = { ...like, id, label: id, zone: department, synthetic: true, travelMinutes: null, reports };
    return [...scenario.sites, site];
  }
  return scenario.sites.map((site) =>
    site === present ? { ...site, reports: { ...site.reports, [modality]: like.reports[modality] } } : site,
  );
}

function withAddition(
  scenario: Scenario,
  implantation: Implantation,
  count: number,
  templates: Templates,
): Scenario {
  const template = implantation.isNew
    ? templates.median[implantation.modality]
    : templates.first.get(implantation.id);
  if (template === undefined || count <= 0) return scenario;
  const added = copies(scenario, implantation, template, count);
  return {
    ...scenario,
    sites: implantation.isNew ? siteOf(scenario, implantation, template) : scenario.sites,
    devices: [...scenario.devices, ...added],
    flows: implantation.isNew ? scenario.flows : scenario.flows.map((flow) => alsoAt(flow, template, added)),
  };
}

/** Evenings shared out over the devices of an implantation, one each in turn. */
function withBlocks(
  scenario: Scenario,
  devices: readonly Device[],
  flows: readonly Flow[],
  blocks: number,
): Scenario {
  const wanted = devices.map(() => 0);
  const most = devices.map((device) => withEvenings(scenario, device, flows, blocks).opened.length);
  let left = Math.min(
    blocks,
    most.reduce((sum, one) => sum + one, 0),
  );
  for (let at = 0; left > 0; at = (at + 1) % devices.length) {
    if (wanted[at]! >= most[at]!) continue;
    wanted[at]! += 1;
    left -= 1;
  }
  const opened = new Map(
    devices.map((device, at) => [device.id, withEvenings(scenario, device, flows, wanted[at]!).device]),
  );
  return { ...scenario, devices: scenario.devices.map((device) => opened.get(device.id) ?? device) };
}

/** Alternatives of a request declined at a new implantation. */
const MOST_ALTERNATIVES = 3;

/** A flow of residents of a department who ask a new implantation first: patients like those of the device it copies. */
function flowAtNew(
  scenario: Scenario,
  problem: RegionProblem,
  implantation: Implantation,
  like: Flow,
  origin: string,
  perWeek: number,
): Flow {
  const { site, modality, id } = implantation;
  const own = scenario.flows.filter((flow) => isResidents(flow) && flow.origin === origin);
  const usual = own
    .filter((flow) => flow.modality === modality)
    .reduce<Flow | null>((most, flow) => (most === null || flow.perWeek > most.perWeek ? flow : most), null);
  const others = (usual?.sites ?? []).filter((one) => one !== site).slice(0, MOST_ALTERNATIVES);
  const name = `${site}-${modality}-A-${origin}`;
  return {
    ...like,
    id: scenario.flows.some((flow) => flow.id === name) ? `${name}-new` : name,
    label: name,
    origin,
    perWeek,
    sites: [site, ...others],
    travelMinutes: [
      problem.minutes(origin, id),
      ...others.map((one) => usual!.travelMinutes[usual!.sites.indexOf(one)]!),
    ],
    devices: [],
  };
}

/** First requests where the plan’s places draw them. */
function withAttracted(
  scenario: Scenario,
  problem: RegionProblem,
  plan: RegionPlan,
  templates: Templates,
  attraction: number,
): Scenario {
  const { perWeek, atNew } = attractedRequests(scenario, problem, plan, attraction);
  const implantations = new Map(problem.implantations.map((one) => [one.id, one]));
  const homes = residentsByHome(scenario);
  const news = atNew.flatMap(({ implantation: id, origin, perWeek: asked }) => {
    const implantation = implantations.get(id)!;
    const template = templates.median[implantation.modality];
    const [like] = template === undefined ? [] : (homes.get(implantationOf(template)) ?? []);
    return like === undefined ? [] : [flowAtNew(scenario, problem, implantation, like, origin, asked)];
  });
  return {
    ...scenario,
    flows: [
      ...scenario.flows.map((flow) => {
        const asked = perWeek.get(flow.id);
        return asked === undefined || asked === flow.perWeek ? flow : { ...flow, perWeek: asked };
      }),
      ...news,
    ],
  };
}

/**
 * The scenario under a plan. An added device is a copy of the first one of its implantation, on the same agenda; at a
 * new implantation, of the region’s median one, for residents only. A block of longer opening is an evening of three hours a
 * week on one of the devices, the present ones and the added ones in turn. First requests follow places
 * (`attractedRequests`): those of every department of residence, and emergencies, stay as many. A site that shares its
 * on-call closes those hours of its scanners, and its patients of those hours go to the other one.
 * @param attraction how much of first requests follows places, 0..1.
 * @throws RangeError when the plan names an implantation the problem does not have.
 */
export function applyRegionPlan(
  scenario: Scenario,
  plan: RegionPlan,
  problem: RegionProblem,
  attraction = USUAL_ATTRACTION,
): Scenario {
  const implantations = new Map(problem.implantations.map((one) => [one.id, one]));
  const known = (id: string): Implantation => {
    const found = implantations.get(id);
    if (found === undefined) throw new RangeError(`no implantation ${id}`);
    return found;
  };
  const templates = templatesOf(scenario);
  let planned = plan.additions.reduce(
    (so, { implantation, devices }) => withAddition(so, known(implantation), devices, templates),
    scenario,
  );
  planned = withAttracted(planned, problem, plan, templates, attraction);
  const devices = diagnosticDevices(planned);
  const flows = groupBy(
    planned.flows.filter(isResidents),
    ({ sites, modality }) => `${sites[0]!}/${modality}`,
  );
  planned = plan.blocks.reduce(
    (so, { implantation, blocks }) =>
      withBlocks(so, devices.get(known(implantation).id) ?? [], flows.get(implantation) ?? [], blocks),
    planned,
  );
  planned = plan.onCall.reduce((so, { closes, goesTo }) => withOnCallAt(so, closes, goesTo), planned);
  return deepFreeze({
    ...planned,
    sites: byId(planned.sites),
    devices: byId(planned.devices),
    flows: byId(planned.flows),
  });
}
