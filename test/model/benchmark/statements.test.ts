import { describe, expect, it } from 'vitest';
import { anap2010 } from '../../../src/model/benchmark/anap-2010.ts';
import { anap2010Statements } from '../../../src/model/benchmark/anap-2010-statements.ts';

const byId = new Map(anap2010Statements.map((one) => [one.id, one]));

/** Values read in the report by hand: id, value or [low, high], figure, words of the report. */
const TRANSCRIBED = [
  ['ct-extended-minus-scheduled', 7.5, 9, 'de près de 7,5h'],
  ['mri-scheduled-opening', [40, 80], 10, '40h hebdomadaires à près de 80h'],
  ['ct-scheduled-opening', 47, 15, '47h hebdomadaire'],
  ['ct-scheduled-occupancy', 0.606, 15, '60,6 %'],
  ['mri-scheduled-opening-median', 57, 16, '57h hebdomadaire'],
  ['mri-scheduled-occupancy', 0.814, 16, '81,4 %'],
  ['ct-occupancy-with-emergency', 0.59, 17, 'de 60,6 à 59 %'],
  ['ct-opening-with-emergency', 53.2, 17, 'de 47 à 53,2h'],
  ['mri-occupancy-with-emergency', 0.8, 18, 'de 81,4 à 80 %'],
  ['mri-opening-with-emergency', 58.5, 18, 'de 57 à 58,5h'],
  ['ct-on-call', 0.7, null, '70 % des scanners'],
  ['mri-on-call', 0.21, null, '21 % des IRM'],
  ['ct-busy-nights', [0.05, 0.1], null, 'entre 5 et 10 % du panel'],
  ['ct-quiet-nights', 0.667, null, 'deux tiers'],
  ['on-call-start', [17.5, 22], null, 'dès 17h30'],
  ['passages-ct', 158, null, '158 passages par semaine'],
  ['passages-mri', 105, null, '105 passages par semaine'],
  ['ct-delay-A', 7, 3, '7 jours'],
  ['ct-delay-H', 2, 5, '2 jours'],
  ['mri-delay-A', 21, 4, '21 jours'],
  ['mri-delay-H', 7, 6, '7 jours'],
  ['mri-delay-paediatric', 19, 4, '19 jours'],
  ['ct-report-A', 180, 7, '3h'],
  ['ct-report-H', 174, 7, '2h54'],
  ['mri-report-A', 360, 8, '6h'],
  ['mri-report-H', 762, 8, '12h42'],
] as const;

/** Statements without a number, with the bounds we read in their words: id, low, high, words of the report. */
const WORDED = [
  ['ct-open-all-week', 0.5, 1, 'la grande majorité'],
  ['ct-emergency-devices', 0, 0.1, 'Quelques rares'],
  ['mri-open-all-week', 0, 0.5, 'Une minorité'],
  ['mri-emergency-ranges', 0, 0.1, 'quasi inexistantes'],
  ['mri-emergency-share', 0, 0.1, 'quasi inexistante'],
  ['margins-ct-above-mri', 0, null, 'moins importantes sur les IRM'],
  ['occupancy-spread-mri-below-ct', null, 0, 'moins grande dispersion'],
  ['night-mri-below-ct', null, 0, 'assez faible'],
  ['night-first-part', 0, null, 'première partie de la nuit'],
  ['durations-ct-below-mri', null, 0, 'plus courtes au scanner'],
  ['ct-duration-H-above-A', 0, null, 'patients hospitalisés'],
  ['mri-duration-R-above-A', 0, null, 'service de réanimation'],
] as const;

describe('the published statements', () => {
  it.each(TRANSCRIBED)('%s is %j in figure %j: « %s »', (id, stated, figure, words) => {
    const one = byId.get(id)!;
    const bounds = one.bounds === null ? null : [one.bounds.low, one.bounds.high];
    expect(one.value ?? bounds).toEqual(stated);
    expect(one.figure).toBe(figure);
    expect(one.quote).toContain(words);
    expect(one.confidence).not.toBe('worded');
  });

  it.each(WORDED)('%s lies between %j and %j by our reading of « %s »', (id, low, high, words) => {
    const one = byId.get(id)!;
    expect(one.bounds).toEqual({ low, high });
    expect(one.quote).toContain(words);
    expect(one.confidence).toBe('worded');
  });

  it('have distinct ids, a value or bounds and not both, a quote and a text in each language', () => {
    expect(byId.size).toBe(anap2010Statements.length);
    for (const { value, bounds, quote, text } of anap2010Statements) {
      expect(value === null).toBe(bounds !== null);
      expect(quote.length).toBeGreaterThan(5);
      expect(text.fr).not.toBe(text.en);
    }
  });

  it('agree with the quantiles of the figures', () => {
    const { ct, mri } = anap2010.modalities;
    const value = (id: string) => byId.get(id)?.value;
    expect(value('ct-scheduled-occupancy')).toBe(ct.occupancyRatio.p50);
    expect(value('mri-scheduled-opening-median')).toBe(mri.openingHours.p50);
    expect(value('passages-ct')).toBe(ct.passagesPerWeek.p50);
    expect(value('mri-report-H')).toBe(mri.reportTurnaroundMinutes.H.p50);
    expect(value('ct-occupancy-with-emergency')).toBe(ct.extendedMedians.occupancyRatio.extended);
    expect(value('ct-on-call')).toBe(ct.onCallShare.ratio);
  });

  it('of two modalities or classes hold in the figures themselves', () => {
    const { ct, mri } = anap2010.modalities;
    const spread = ({ p20, p80 }: { p20: number; p80: number }) => p80 - p20;
    expect(spread(mri.occupancyRatio)).toBeLessThan(spread(ct.occupancyRatio));
    expect(spread(mri.openingHours)).toBeLessThan(spread(ct.openingHours));
    for (const one of ['H', 'R', 'U'] as const) {
      expect(ct.examDurationMinutes[one].p50).toBeGreaterThan(ct.examDurationMinutes.A.p50);
      expect(mri.examDurationMinutes[one].p50).toBeGreaterThan(mri.examDurationMinutes.A.p50);
    }
  });

  it('cannot be changed by who reads them', () => {
    expect(Object.isFrozen(anap2010Statements)).toBe(true);
    expect(anap2010Statements.every(Object.isFrozen)).toBe(true);
  });
});
