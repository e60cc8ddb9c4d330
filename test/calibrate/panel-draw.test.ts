/** The devices of the 2010 panel as drawn, as stored, and the numbers they rest on. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calibrateDevice } from '../../src/calibrate/panel-calibrate.ts';
import { emergencyWeek, numbersOf } from '../../src/calibrate/panel-device.ts';
import {
  cholesky,
  drawModality,
  drawPanel,
  exchangedDelays,
  PANEL_SEED,
} from '../../src/calibrate/panel-draw.ts';
import { PANEL_PARAMETERS, panelValue } from '../../src/calibrate/panel-parameters.ts';
import { storedPanel } from '../../src/calibrate/panel-reproduce.ts';
import { deviceOf, rowOf } from '../../src/calibrate/panel-store.ts';
import { deviceQuantile } from '../../src/calibrate/panel-tally.ts';
import { anap2010 } from '../../src/model/benchmark/anap-2010.ts';
import { MODALITIES } from '../../src/model/vocabulary.ts';

const panel = drawPanel();
const stored = storedPanel();

describe.each(MODALITIES)('the drawn panel (%s)', (modality) => {
  const devices = panel.filter((device) => device.modality === modality);
  const published = anap2010.modalities[modality];

  it('has the published quantiles of opening, occupancy and delays', () => {
    const shares = { p20: 0.2, p50: 0.5, p80: 0.8 } as const;
    for (const key of ['p20', 'p50', 'p80'] as const) {
      const at = (of: (device: (typeof devices)[number]) => number) =>
        deviceQuantile(devices.map(of), shares[key]);
      expect(at((one) => one.openingMinutes / 60)).toBeCloseTo(published.openingHours[key], 1);
      expect(at((one) => one.occupancy)).toBeCloseTo(published.occupancyRatio[key], 3);
      expect(at((one) => one.delayDays.A)).toBeCloseTo(published.appointmentDelayDays.A[key], 1);
      expect(at((one) => one.delayDays.H)).toBeCloseTo(published.appointmentDelayDays.H[key], 1);
    }
  });

  it('has the published share of devices on call', () => {
    const share = devices.filter(({ isOnCall }) => isOnCall).length / devices.length;
    expect(Math.abs(share - published.onCallShare.ratio)).toBeLessThan(0.5 / devices.length + 1e-9);
  });

  it('has no delay H above the delay A of its device', () => {
    expect(devices.filter(({ delayDays }) => delayDays.H > delayDays.A)).toEqual([]);
  });

  it('has the published median opening with emergency vacations', () => {
    const both = devices.map((one) => (one.openingMinutes + one.emergencyMinutes) / 60);
    expect(
      Math.abs(deviceQuantile(both, 0.5) - published.extendedMedians.openingHours.extended),
    ).toBeLessThan(0.15);
  });
});

describe('the dependence of the draw', () => {
  it('joins delays A and H of a device, more than the stated normal correlation after the exchange', () => {
    const devices = panel.filter(({ modality }) => modality === 'ct');
    const rank = (of: (device: (typeof devices)[number]) => number) => {
      const order = devices.map((_, at) => at).sort((a, b) => of(devices[a]!) - of(devices[b]!));
      const ranks = new Array<number>(devices.length);
      order.forEach((device, at) => {
        ranks[device] = at / devices.length - 0.5;
      });
      return ranks;
    };
    const [a, h] = [rank(({ delayDays }) => delayDays.A), rank(({ delayDays }) => delayDays.H)];
    const spearman = (12 * a.reduce((sum, one, at) => sum + one * h[at]!, 0)) / devices.length;
    expect(spearman).toBeGreaterThan(0.5);
    expect(spearman).toBeLessThan(0.9);
  });

  it('depends on the seed', () => {
    expect(drawModality('mri', 20, 'other')).not.toEqual(drawModality('mri', 20, PANEL_SEED));
  });

  it('refuses correlations that cannot hold together', () => {
    expect(() =>
      cholesky([
        [1, 0.9, 0.9],
        [0.9, 1, -0.9],
        [0.9, -0.9, 1],
      ]),
    ).toThrow(RangeError);
    expect(
      cholesky([
        [1, 0.6],
        [0.6, 1],
      ]),
    ).toEqual([[1], [0.6, 0.8]]);
  });

  it('exchanges delays H until none is above its A, and cuts what no device can hold', () => {
    expect(exchangedDelays([10, 2], [1, 5])).toEqual([5, 1]);
    expect(exchangedDelays([10, 2], [30, 1])).toEqual([10, 1]);
  });
});

describe('emergency vacations', () => {
  const week = [{ day: 0, fromMinutes: 480, toMinutes: 1430 }];

  it('follow the scheduled hours of weekdays, and go on Sunday where midnight stops them', () => {
    const found = emergencyWeek(week, 100, false);
    expect(found.reduce((sum, { fromMinutes, toMinutes }) => sum + toMinutes - fromMinutes, 0)).toBe(100);
    expect(found[0]).toEqual({ day: 0, fromMinutes: 1430, toMinutes: 1440 });
  });

  it('staff a device for emergencies the same hours every day', () => {
    const device = panel.find(({ isForEmergencies }) => isForEmergencies)!;
    const numbers = numbersOf(device);
    const minutes = [...numbers.week!, ...numbers.extras!.emergency!].reduce(
      (sum, { fromMinutes, toMinutes }) => sum + toMinutes - fromMinutes,
      0,
    );
    expect(minutes / 60).toBe(7 * panelValue('emergency-devices-hours'));
    expect(numbers.mix.U).toBe(panelValue('emergency-devices-U'));
  });
});

describe('the stored panel', () => {
  it('is the one that is drawn', () => {
    const drawn = stored.map(
      ({ knobs: _knobs, startDays: _startDays, hasConverged: _hasConverged, ...device }) => device,
    );
    expect(drawn).toEqual(panel);
  });

  it('is read as it was written', () => {
    for (const device of stored) {
      const rank = Number(device.id.slice(device.id.indexOf('-') + 1)) - 1;
      expect(deviceOf(rowOf(device), device.modality, rank)).toEqual(device);
    }
    expect(() => deviceOf('pc 1 2 3', 'ct', 0)).toThrow(RangeError);
  });

  it.each(['ct-003', 'mri-005'])('is calibrated again to the same knobs (%s)', (id) => {
    const found = calibrateDevice(panel.find((device) => device.id === id)!);
    expect(rowOf(found)).toBe(rowOf(stored.find((device) => device.id === id)!));
  });
});

describe('the parameters of the panel', () => {
  const folder = 'src/calibrate';
  const code = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n');
  const PREDICTED_ONLY = [
    'passages',
    'occupancy-with-emergency',
    'icr-spread',
    'total-opening',
    'night',
    'margins',
  ];

  it('are each read by the code, and by id only', () => {
    for (const id of Object.keys(PANEL_PARAMETERS)) {
      expect(code, id).toMatch(new RegExp(`panelValue\\([^)]*'${id}'`));
    }
    expect(code.match(/PANEL_PARAMETERS\[/g)).toHaveLength(1);
  });

  it('never serve predicted rows alone', () => {
    const alone = Object.values(PANEL_PARAMETERS).filter(({ usedBy }) =>
      usedBy.every((group) => PREDICTED_ONLY.includes(group)),
    );
    expect(alone).toEqual([]);
  });

  it('that are assumed have a range that holds them', () => {
    for (const { id, status, value, range } of Object.values(PANEL_PARAMETERS)) {
      if (status !== 'assumed') continue;
      expect(range, id).not.toBeNull();
      expect(range![0]).toBeLessThanOrEqual(value);
      expect(range![1]).toBeGreaterThanOrEqual(value);
    }
  });

  it('that are fitted are the ICR of a passage, found from the printed medians', () => {
    const fitted = Object.values(PANEL_PARAMETERS).filter(({ status }) => status === 'fitted');
    expect(fitted.map(({ id }) => id)).toEqual(['icr-ct', 'icr-mri']);
  });
});
