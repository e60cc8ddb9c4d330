import { describe, expect, it } from 'vitest';
import { anap2010 } from '../../../src/model/benchmark/anap-2010.ts';
import type { Quantiles } from '../../../src/model/benchmark/benchmark.ts';

const { ct, mri } = anap2010.modalities;

/** A number as the report prints it: decimal comma, unit after it; percentages become ratios. */
function printedNumber(text: string): number {
  const number = Number(text.replace(/[^\d,]/g, '').replace(',', '.'));
  return text.includes('%') ? Number((number / 100).toFixed(4)) : number;
}

/** Minutes of a delay as printed: days (j), hours (h) and minutes. */
function printedMinutes(text: string): number {
  const part = (unit: string) => Number(new RegExp(`(\\d+) ?${unit}`).exec(text)?.[1] ?? 0);
  return part('j') * 1440 + part('h') * 60 + part('min');
}

const quantiles = ({ p20, p50, p80 }: Quantiles) => [p20, p50, p80];

describe('the printed figures', () => {
  it.each([
    [1, 'A', ct.appointmentDelayDays.A, '2j 7j 14j'],
    [1, 'H', ct.appointmentDelayDays.H, '0j 2j 5j'],
    [2, 'A', mri.appointmentDelayDays.A, '11j 21j 38j'],
    [2, 'H', mri.appointmentDelayDays.H, '3j 7j 17j'],
    [11, 'A', ct.examDurationMinutes.A, '5 10 15,8'],
    [11, 'H', ct.examDurationMinutes.H, '7,1 12 20'],
    [11, 'R', ct.examDurationMinutes.R, '10 16,6 27,9'],
    [11, 'U', ct.examDurationMinutes.U, '7 11 18'],
    [12, 'A', mri.examDurationMinutes.A, '14 20 30'],
    [12, 'H', mri.examDurationMinutes.H, '19,4 28 40'],
    [12, 'R', mri.examDurationMinutes.R, '20 31,6 47,9'],
    [12, 'U', mri.examDurationMinutes.U, '17 25 35'],
    [15, 'opening', ct.openingHours, '37,4h 47h 56,2h'],
    [15, 'occupancy', ct.occupancyRatio, '50,8% 60,6% 70,2%'],
    [15, 'ICR/h', ct.icrPerHour, '130,4 158,8 191,1'],
    [16, 'opening', mri.openingHours, '47h 57h 64h'],
    [16, 'occupancy', mri.occupancyRatio, '74% 81,4% 87%'],
    [16, 'ICR/h', mri.icrPerHour, '125 166,1 208'],
  ] as const)('figure %i, %s, is as printed', (figure, _row, band, printed) => {
    expect(quantiles(band)).toEqual(printed.split(' ').map(printedNumber));
    expect(band.figure).toBe(figure);
    expect(band.source.fr).toContain(`figure ${figure}`);
  });

  it.each([
    [7, 'A', ct.reportTurnaroundMinutes.A, ['48 min', '3h', '1j, 3h et 30 min']],
    [7, 'H', ct.reportTurnaroundMinutes.H, ['1h et 6 min', '2h et 54 min', '24h et 12 min']],
    [8, 'A', mri.reportTurnaroundMinutes.A, ['48 min', '6h', '2j et 21h']],
    [8, 'H', mri.reportTurnaroundMinutes.H, ['1h et 12 min', '12h et 42 min', '2j, 14h et 6 min']],
  ] as const)('figure %i, class %s, is the printed delay in minutes', (figure, _class, band, printed) => {
    expect(quantiles(band)).toEqual(printed.map(printedMinutes));
    expect(band.figure).toBe(figure);
  });

  it('passages a week come from the text, not from a figure', () => {
    expect([quantiles(ct.passagesPerWeek), quantiles(mri.passagesPerWeek)]).toEqual([
      [105, 158, 214],
      [70, 105, 149],
    ]);
    expect(ct.passagesPerWeek.figure).toBeNull();
  });

  it('the extended medians of figures 17 and 18 start from the scheduled medians of 15 and 16', () => {
    for (const modality of [ct, mri]) {
      expect(modality.extendedMedians.occupancyRatio.scheduled).toBe(modality.occupancyRatio.p50);
      expect(modality.extendedMedians.openingHours.scheduled).toBe(modality.openingHours.p50);
    }
  });

  it('adding emergency vacations lengthens opening and dilutes occupancy', () => {
    expect([ct, mri].map((modality) => modality.extendedMedians.occupancyRatio.extended)).toEqual([
      0.59, 0.8,
    ]);
    expect([ct, mri].map((modality) => modality.extendedMedians.openingHours.extended)).toEqual([53.2, 58.5]);
  });

  it('70 % of CT scanners and 21 % of MRI take part in on-call care', () => {
    expect([ct.onCallShare.ratio, mri.onCallShare.ratio]).toEqual([0.7, 0.21]);
  });
});

describe('every band', () => {
  const bands = [ct, mri].flatMap((modality) => [
    ...Object.values(modality.appointmentDelayDays),
    ...Object.values(modality.reportTurnaroundMinutes),
    ...Object.values(modality.examDurationMinutes),
    modality.openingHours,
    modality.occupancyRatio,
    modality.icrPerHour,
    modality.passagesPerWeek,
  ]);

  it('has P20 < median < P80', () => {
    for (const band of bands) {
      expect(band.p20).toBeLessThan(band.p50);
      expect(band.p50).toBeLessThan(band.p80);
    }
    expect(bands).toHaveLength(24);
  });

  it('has the unit of its key: ratios stay below 1, opening below the 168 hours of a week', () => {
    for (const band of bands.filter((one) => one.unit === 'ratio')) expect(band.p80).toBeLessThan(1);
    for (const band of bands.filter((one) => one.unit === 'hours-per-week'))
      expect(band.p80).toBeLessThan(168);
  });

  it('names its source in French and in English', () => {
    for (const band of bands) {
      expect(band.source.fr).toMatch(/campagne 2010/);
      expect(band.source.en).toMatch(/2010 campaign/);
    }
  });
});

describe('who took part', () => {
  it('the printed legal statuses sum to the printed total of 301', () => {
    const sum = anap2010.participants.byLegalStatus.reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(anap2010.participants.total);
    expect(anap2010.participants.total).toBe(301);
  });

  it('the occupancy panel is not larger than the devices measured', () => {
    expect(ct.devices).toEqual({ measured: 326, occupancyPanel: 316 });
    expect(mri.devices).toEqual({ measured: 191, occupancyPanel: 191 });
  });
});

describe('clinical cases', () => {
  it('are ten, five a modality, with distinct ids', () => {
    expect(new Set(anap2010.clinicalCases.map(({ id }) => id)).size).toBe(10);
    expect(anap2010.clinicalCases.filter(({ modality }) => modality === 'ct')).toHaveLength(5);
  });

  it('only the paediatric MRI case departs from the median of all MRI cases', () => {
    const others = anap2010.clinicalCases.filter(
      ({ modality, medianDelayDays }) =>
        modality === 'mri' && medianDelayDays.A !== mri.appointmentDelayDays.A.p50,
    );
    expect(others.map(({ id, medianDelayDays }) => [id, medianDelayDays.A])).toEqual([['MR-ENC-PED', 19]]);
  });

  it('only the abdomen and pelvis CT was not put to hospitalised patients', () => {
    const outpatientsOnly = anap2010.clinicalCases.filter(({ figures }) => figures.length === 1);
    expect(outpatientsOnly.map(({ id, figures }) => [id, figures])).toEqual([['CT-AP', [3]]]);
  });
});

describe('notes', () => {
  const notes = [...anap2010.nightStatements, ...anap2010.caveats];

  it('have distinct ids', () => {
    expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
  });

  it('exist in French and in English', () => {
    for (const { text } of notes) {
      expect(text.fr.length).toBeGreaterThan(20);
      expect(text.en.length).toBeGreaterThan(20);
      expect(text.fr).not.toBe(text.en);
    }
  });

  it('cannot be changed by who reads them', () => {
    expect(Object.isFrozen(anap2010.caveats)).toBe(true);
    expect(() => Object.assign(anap2010.modalities.ct.openingHours, { p50: 1 })).toThrow(TypeError);
  });
});
