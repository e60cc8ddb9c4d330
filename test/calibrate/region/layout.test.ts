/** The sites of a region against the balance it is drawn from, real ones in place of synthetic ones. */
import { describe, expect, it } from 'vitest';
import { storedPanel } from '../../../src/calibrate/panel-reproduce.ts';
import { type RegionLayout, regionLayout } from '../../../src/calibrate/region/layout.ts';
import {
  calibratedDevice,
  completedDevice,
  EQUIPMENT_OF,
  nearestPanelDevice,
  realSitesFaults,
} from '../../../src/calibrate/region/real-sites.ts';
import { idf202005 } from '../../../src/model/oqos/idf-2020-05.ts';
import { MODALITIES, type Modality } from '../../../src/model/vocabulary.ts';
import { realDevice, realSite, wholeRegion } from './region-requests.ts';

const panel = storedPanel();
const whole = regionLayout(wholeRegion(), panel);

const countsOf = ({ implantations, sites }: RegionLayout, modality: Modality, department: string) => {
  const own = implantations.filter((one) => one.modality === modality && one.department === department);
  return {
    implantations: own.length,
    devices: own.reduce((sum, { devices }) => sum + devices.length, 0),
    interventional: sites
      .filter((site) => site.department === department)
      .reduce((sum, site) => sum + site.interventional, 0),
  };
};

const scannersAndMris = idf202005.rows.filter(({ equipment }) =>
  Object.values(EQUIPMENT_OF).some((one) => one === equipment),
);

describe('the whole of Île-de-France', () => {
  it.each(scannersAndMris)('has the $equipment implantations and devices of $department', (row) => {
    const modality = row.equipment === 'mri' ? 'mri' : 'ct';
    const found = countsOf(whole, modality, row.department);
    expect(found.devices).toBe(row.devices.current);
    expect(found.implantations).toBe(row.sites.current);
    if (modality === 'ct') expect(found.interventional).toBe(row.interventional?.current ?? 0);
  });

  it('has 263 diagnostic scanners, 266 MRIs and 11 interventional scanners', () => {
    const of = (modality: Modality) =>
      whole.implantations
        .filter((one) => one.modality === modality)
        .reduce((sum, { devices }) => sum + devices.length, 0);
    expect([of('ct'), of('mri')]).toEqual([263, 266]);
    expect(whole.sites.reduce((sum, { interventional }) => sum + interventional, 0)).toBe(11);
  });

  it('pairs implantations as far as possible: as many sites as the larger of both counts, by department', () => {
    for (const department of whole.departments) {
      const sites = whole.sites.filter((site) => site.department === department).length;
      const counts = MODALITIES.map((modality) => countsOf(whole, modality, department).implantations);
      expect(sites).toBe(Math.max(...counts));
    }
  });

  it('stands apart where nothing is paired', () => {
    const apart = regionLayout(wholeRegion({ pairing: 0 }), panel);
    expect(apart.sites).toHaveLength(apart.implantations.length);
  });

  it('uses every MRI of the panel before any twice, and no scanner twice', () => {
    const uses = new Map<string, number>();
    for (const device of whole.panelOf.values()) uses.set(device, (uses.get(device) ?? 0) + 1);
    const ofMri = [...uses].filter(([id]) => id.startsWith('mri')).map(([, count]) => count);
    const ofCt = [...uses].filter(([id]) => id.startsWith('ct')).map(([, count]) => count);
    expect(ofMri).toHaveLength(191);
    expect(Math.max(...ofMri)).toBe(2);
    expect(Math.max(...ofCt)).toBe(1);
  });

  it('is the same for the same seed, and another one for another', () => {
    const text = ({ sites, implantations }: RegionLayout) => JSON.stringify([sites, implantations]);
    expect(text(regionLayout(wholeRegion(), panel))).toBe(text(whole));
    expect(text(regionLayout(wholeRegion({ seed: 'other' }), panel))).not.toBe(text(whole));
  });

  it('has only synthetic sites', () => {
    expect(whole.sites.every(({ real }) => real === null)).toBe(true);
  });
});

describe('real sites', () => {
  const site = realSite('ch-nord', '95', [
    realDevice('scan-1'),
    realDevice('scan-2'),
    realDevice('irm-1', { modality: 'mri' }),
  ]);

  it('take the place of as many synthetic implantations and devices: the counts stay those of the balance', () => {
    const layout = regionLayout(wholeRegion({ departments: ['95'], realSites: [site] }), panel);
    expect(countsOf(layout, 'ct', '95')).toMatchObject({ implantations: 15, devices: 23 });
    expect(countsOf(layout, 'mri', '95')).toMatchObject({ implantations: 14, devices: 20 });
    const real = layout.implantations.filter((one) => one.site === 'ch-nord');
    expect(real.map(({ id, devices }) => [id, devices.map((device) => device.id)])).toEqual([
      ['ch-nord/ct', ['scan-1', 'scan-2']],
      ['ch-nord/mri', ['irm-1']],
    ]);
    expect(layout.sites.filter(({ real: own }) => own !== null).map(({ id }) => id)).toEqual(['ch-nord']);
  });

  it('never share the name of a synthetic one', () => {
    const named = realSite('95-01', '95', [realDevice('scan-1')]);
    const layout = regionLayout(wholeRegion({ departments: ['95'], realSites: [named] }), panel);
    const names = layout.sites.map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
  });

  it('of more devices than counted, or that leave sites without one, are told with both counts', () => {
    const many = (count: number) =>
      realSite(
        'big',
        '95',
        Array.from({ length: count }, (_, rank) => realDevice(`scan-${rank}`)),
      );
    expect(realSitesFaults(idf202005, [many(24)])).toEqual([
      { kind: 'devices', department: '95', modality: 'ct', count: 24, limit: 23 },
    ]);
    expect(realSitesFaults(idf202005, [many(12)])).toEqual([
      { kind: 'rest', department: '95', modality: 'ct', count: 11, limit: 14 },
    ]);
    expect(realSitesFaults(idf202005, [many(9)])).toEqual([]);
    expect(() => regionLayout(wholeRegion({ realSites: [many(24)] }), panel)).toThrow(RangeError);
    const elsewhere = realSite('sud', '13', [realDevice('scan-1')]);
    expect(realSitesFaults(idf202005, [elsewhere])[0]?.kind).toBe('no-row');
  });

  it('of which nothing is known are a device of the panel as it is', () => {
    const known = realDevice('scan-1');
    const nearest = nearestPanelDevice(known, panel);
    expect(calibratedDevice(known, panel, 'seed').knobs).toEqual(nearest.knobs);
  });

  it('are completed by the device nearest to what is known', () => {
    const known = realDevice('scan-1', { openingHours: 50, delayDays: { A: 9, H: null } });
    const nearest = nearestPanelDevice(known, panel);
    expect(Math.abs(nearest.delayDays.A - 9)).toBeLessThan(2);
    expect(Math.abs(nearest.openingMinutes / 60 - 50)).toBeLessThan(5);
    const completed = completedDevice(known, nearest);
    expect(completed).toMatchObject({ openingMinutes: 3000, occupancy: nearest.occupancy });
    expect(completed.delayDays.A).toBe(9);
    expect(completed.delayDays.H).toBeLessThanOrEqual(9);
  });

  it('have the occupancy that their passages imply, where only these are known', () => {
    const known = realDevice('scan-1', { openingHours: 50, passagesPerWeek: 160 });
    const nearest = nearestPanelDevice(known, panel);
    const twice = completedDevice({ ...known, passagesPerWeek: 80 }, nearest);
    expect(completedDevice(known, nearest).occupancy / twice.occupancy).toBeCloseTo(2, 6);
  });
});
