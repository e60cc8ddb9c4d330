import { describe, expect, it } from 'vitest';
import { editDistance, namesNear, nearestName } from '../../src/model/nearest-name.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['devcies', 'devices', 1],
  ])('between “%s” and “%s” is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});

describe('nearestName', () => {
  it('finds a name one slip away, whatever its capitals', () => {
    expect(nearestName('Sites', ['sites', 'devices'])).toBe('sites');
    expect(nearestName('per_week', ['per-week', 'label'])).toBe('per-week');
  });

  it('finds the only name that begins so', () => {
    expect(nearestName('rep', ['replications', 'seed'])).toBe('replications');
    expect(nearestName('re', ['replications', 'seed'])).toBe('');
    expect(nearestName('rec', ['records', 'recipes'])).toBe('');
  });

  it('finds nothing when nothing is near', () => {
    expect(nearestName('zzz', ['sites', 'devices'])).toBe('');
    expect(nearestName('X', ['A', 'H'])).toBe('');
  });
});

describe('namesNear', () => {
  it('gives the nearest name, and the first eight there are', () => {
    expect(namesNear('irn', ['irm', 'ct'])).toEqual({ nearest: 'irm', known: 'irm, ct' });
    expect(namesNear('x', [...'abcdefghij']).known).toBe('a, b, c, d, e, f, g, h, …');
    expect(namesNear('x', [])).toEqual({ nearest: '', known: '' });
  });
});
