import { describe, expect, it } from 'vitest';
import { matching, namedIndicators, nearestIndicator } from '../../src/cli/indicators.ts';
import { fixtureDocument } from '../report/simulation-fixture.ts';

const all = namedIndicators(fixtureDocument());

describe('namedIndicators', () => {
  it('names each indicator by its path in the document', () => {
    const paths = all.map(({ path }) => path);
    expect(paths).toContain('sites.ch.mri.access.A.mean');
    expect(paths).toContain('devices.irm.openingMinutes.total.unfilled');
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('matching', () => {
  it('takes every indicator whose path ends so, by whole steps', () => {
    const paths = matching(all, 'access.A.mean').map(({ path }) => path);
    expect(paths).toEqual(['sites.ch.mri.access.A.mean']);
    expect(matching(all, 'ccess.A.mean')).toEqual([]);
  });

  it('takes a whole path', () => {
    expect(matching(all, 'devices.irm.fillRate')).toHaveLength(1);
  });
});

describe('nearestIndicator', () => {
  it('finds the end of a path one slip away', () => {
    expect(nearestIndicator(all, 'acces.A.mean')).toBe('access.A.mean');
    expect(nearestIndicator(all, 'fillrate')).toBe('fillRate');
    expect(nearestIndicator(all, 'nothing.like.it')).toBe('');
  });
});
