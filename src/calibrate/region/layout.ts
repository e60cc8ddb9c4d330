/** The implantations of a region: those of real sites, and synthetic ones up to what the balance counts. */
import { openStream } from '../../engine/streams.ts';
import { deepFreeze } from '../../model/freeze.ts';
import { departmentsOf } from '../../model/oqos/balance.ts';
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import type { PanelDevice } from '../panel-device.ts';
import { dealDevices, pairSites } from './deal.ts';
import { fillImplantations, panelPool, targetDelays } from './draw.ts';
import { agendaDevice, type Delays, type Implantation, shuffled } from './implantation.ts';
import { calibratedDevice, countedIn, realCount, realSitesFaults } from './real-sites.ts';
import type { RealSite, RegionRequest } from './request.ts';

export interface RegionSite {
  readonly id: string;
  readonly department: string;
  /** Null where it is synthetic. */
  readonly real: RealSite | null;
  /** Interventional scanners, besides the implantations. */
  readonly interventional: number;
}

export interface RegionLayout {
  readonly departments: readonly string[];
  readonly sites: readonly RegionSite[];
  readonly implantations: readonly Implantation[];
  /** Device of the region → device of the panel; real ones are not listed. */
  readonly panelOf: ReadonlyMap<string, string>;
}

/** An implantation before it has a site. */
interface Draft {
  readonly department: string;
  readonly devices: readonly PanelDevice[];
  readonly delayDays: Delays;
}

/** The departments a request keeps, in the order of the balance. */
export const keptDepartments = ({ balance, departments }: RegionRequest): readonly string[] =>
  departmentsOf(balance).filter((code) => departments === null || departments.includes(code));

/** Synthetic implantations of a modality, all departments together: sizes are dealt first, then devices drawn. */
function drawDrafts(
  request: RegionRequest,
  departments: readonly string[],
  modality: Modality,
  panel: readonly PanelDevice[],
): readonly Draft[] {
  const { balance, seed, realSites } = request;
  const stream = (...names: string[]) => openStream(seed, 'region', modality, ...names);
  const dealt = departments.flatMap((department) => {
    const counted = countedIn(balance, department, modality);
    if (counted === null) return [];
    const real = realCount(realSites, department, modality);
    const [implantations, devices] = [
      counted.implantations - real.implantations,
      counted.devices - real.devices,
    ];
    return dealDevices(implantations, devices, stream('sizes', department)).map((size) => ({
      department,
      size,
    }));
  });
  const sizes = dealt.map(({ size }) => size);
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const filled = fillImplantations(
    sizes,
    panelPool(panel, modality, count, stream('devices')),
    stream('types'),
  );
  const delays = targetDelays(filled, panel);
  return dealt.map(({ department }, rank) => ({
    department,
    devices: filled[rank]!,
    delayDays: delays[rank]!,
  }));
}

/** Sites at which interventional scanners stand: those with a CT of a public hospital first, at random. */
function interventionalSites(
  sites: readonly { readonly id: string; readonly isPublic: boolean }[],
  count: number,
  draw: () => number,
): ReadonlyMap<string, number> {
  const order = shuffled(sites, draw);
  const hosts = [...order.filter((one) => one.isPublic), ...order.filter((one) => !one.isPublic)];
  const found = new Map<string, number>();
  for (let n = 0; n < count && hosts.length > 0; n++) {
    const { id } = hosts[n % hosts.length]!;
    found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A real site's implantations, its devices calibrated on what is known of them. */
function realImplantations(
  site: RealSite,
  panel: readonly PanelDevice[],
  seed: string,
  onDevice: () => void,
): readonly Implantation[] {
  return MODALITIES.flatMap((modality): readonly Implantation[] => {
    const own = site.devices.filter((device) => device.modality === modality);
    if (own.length === 0) return [];
    const devices = own.map((device) => {
      const calibrated = calibratedDevice(device, panel, seed);
      onDevice();
      return calibrated;
    });
    const delay = (one: 'A' | 'H') => mean(devices.map(({ numbers }) => numbers.delayDays[one]));
    return [
      {
        id: `${site.id}/${modality}`,
        site: site.id,
        department: site.department,
        modality,
        devices,
        delayDays: { A: delay('A'), H: Math.min(delay('A'), delay('H')) },
      },
    ];
  });
}

/**
 * The sites of a region with all their devices, in the order of the departments.
 * @throws RangeError where real sites do not fit into the balance (see `realSitesFaults`).
 */
export function regionLayout(
  request: RegionRequest,
  panel: readonly PanelDevice[],
  onRealDevice: () => void = () => {},
): RegionLayout {
  const { balance, seed, pairing } = request;
  const departments = keptDepartments(request);
  const realSites = request.realSites.filter(({ department }) => departments.includes(department));
  const [fault] = realSitesFaults(balance, realSites);
  if (fault !== undefined) throw new RangeError(`real sites against the balance: ${JSON.stringify(fault)}`);
  const drafts = {
    ct: drawDrafts(request, departments, 'ct', panel),
    mri: drawDrafts(request, departments, 'mri', panel),
  };
  const taken = new Set(realSites.map(({ id }) => id));
  const sites: RegionSite[] = [];
  const implantations: Implantation[] = [];
  const panelOf = new Map<string, string>();
  for (const department of departments) {
    const own = (modality: Modality) => drafts[modality].filter((draft) => draft.department === department);
    const [ct, mri] = [own('ct'), own('mri')];
    const kinds = (all: readonly Draft[]) => all.map(({ devices }) => devices[0]!.siteType);
    const pairs = pairSites(kinds(ct), kinds(mri), pairing, openStream(seed, 'region', 'pairs', department));
    const hosts: { id: string; isPublic: boolean }[] = [];
    const mine: { id: string; real: RealSite | null }[] = [];
    for (const real of realSites) {
      if (real.department !== department) continue;
      const found = realImplantations(real, panel, seed, onRealDevice);
      implantations.push(...found);
      mine.push({ id: real.id, real });
      if (found.some(({ modality }) => modality === 'ct')) hosts.push({ id: real.id, isPublic: false });
    }
    let number = 0;
    for (const pair of pairs) {
      let id: string;
      do id = `${department}-${String(++number).padStart(2, '0')}`;
      while (taken.has(id));
      mine.push({ id, real: null });
      for (const modality of MODALITIES) {
        const draft = { ct, mri }[modality][pair[modality]];
        if (draft === undefined) continue;
        if (modality === 'ct') hosts.push({ id, isPublic: draft.devices[0]!.siteType === 'public' });
        const devices = draft.devices.map((device, rank) => {
          const name = `${id}-${modality}-${rank + 1}`;
          panelOf.set(name, device.id);
          return agendaDevice(device, name);
        });
        implantations.push({
          id: `${id}/${modality}`,
          site: id,
          department,
          modality,
          devices,
          delayDays: draft.delayDays,
        });
      }
    }
    const interventional = interventionalSites(
      hosts,
      countedIn(balance, department, 'ct')?.interventional ?? 0,
      openStream(seed, 'region', 'interventional', department),
    );
    for (const { id, real } of mine)
      sites.push({ id, department, real, interventional: interventional.get(id) ?? 0 });
  }
  return { ...deepFreeze({ departments, sites, implantations }), panelOf };
}
