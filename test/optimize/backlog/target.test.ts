import { describe, expect, it } from 'vitest';
import { parseTarget, sitesBooking } from '../../../src/optimize/backlog/target.ts';
import { complete } from './scenario.ts';

const FOURTEEN = { class: 'A', modality: 'mri', site: null, days: 14 };

describe('parseTarget', () => {
  it.each(['A:mri<=14d', 'A:mri≤14d', 'A:mri<14 days', ' a : MRI <= 14 j ', 'A:irm<=14 jours', 'A:mri<=14'])(
    'reads %j',
    (text) => {
      expect(parseTarget(text)).toEqual(FOURTEEN);
    },
  );

  it('reads a site, spaces in its name or not', () => {
    expect(parseTarget('A:mri@ch<=14d')).toEqual({ ...FOURTEEN, site: 'ch' });
    expect(parseTarget('A:mri @ CH nord <=14d')).toEqual({ ...FOURTEEN, site: 'CH nord' });
  });

  it('reads half days, with a comma or a point', () => {
    expect(parseTarget('H:scanner<=2,5 j')).toEqual({ class: 'H', modality: 'ct', site: null, days: 2.5 });
    expect(parseTarget('H:ct<=2.5d')).toEqual({ class: 'H', modality: 'ct', site: null, days: 2.5 });
  });

  it.each([
    ['', 'form', ''],
    ['A:mri', 'form', 'A:mri'],
    ['A:mri>=14d', 'form', 'A:mri>=14d'],
    ['A:mri<=-3d', 'form', 'A:mri<=-3d'],
    ['A:mri@<=14d', 'form', 'A:mri@<=14d'],
    ['A:mri<=14h', 'form', 'A:mri<=14h'],
    ['B:mri<=14d', 'class', 'B'],
    ['A:pet<=14d', 'modality', 'pet'],
    ['A:constructor<=14d', 'modality', 'constructor'],
  ])('says what is wrong in %j', (text, fault, value) => {
    expect(parseTarget(text)).toEqual({ fault, value });
  });
});

describe('sitesBooking', () => {
  it('gives the sites where the class has appointments, not those where it walks in', () => {
    const scenario = complete();
    expect(sitesBooking(scenario, { class: 'A', modality: 'mri' })).toEqual(['ch']);
    expect(sitesBooking(scenario, { class: 'U', modality: 'mri' })).toEqual([]);
    expect(sitesBooking(scenario, { class: 'A', modality: 'ct' })).toEqual([]);
  });
});
