/** Named week profiles. */
import { describe, expect, it } from 'vitest';
import { weekProfile } from '../../src/model/profile.ts';

const hoursWith = (profile: readonly number[], keep: (weight: number) => boolean) =>
  profile.flatMap((weight, hour) => (keep(weight) ? [hour] : []));

describe('a week profile', () => {
  it('has a weight for each hour of the week', () => {
    for (const name of ['flat', 'office', 'emergency'] as const) expect(weekProfile(name).length).toBe(168);
  });

  it('flat is the same at all hours', () => {
    expect(new Set(weekProfile('flat')).size).toBe(1);
  });

  it('office is Monday to Friday from 08:00 to 18:00', () => {
    const expected = [0, 1, 2, 3, 4].flatMap((day) =>
      Array.from({ length: 10 }, (_, hour) => day * 24 + 8 + hour),
    );
    expect(hoursWith(weekProfile('office'), (weight) => weight > 0)).toEqual(expected);
  });

  it('emergency is the same every day, at all hours, busiest in the daytime', () => {
    const profile = weekProfile('emergency');
    for (let hour = 0; hour < 168; hour++) expect(profile[hour]).toBe(profile[hour % 24]);
    expect(Math.min(...profile)).toBeGreaterThan(0);
    const day = profile.slice(8, 20).reduce((sum, weight) => sum + weight, 0);
    const night = profile.slice(0, 8).reduce((sum, weight) => sum + weight, 0);
    expect(day / 12).toBeGreaterThan((3 * night) / 8);
  });

  it('emergency is busier in the first part of the night than in the deep night', () => {
    const [evening, deep] = [weekProfile('emergency').slice(20, 24), weekProfile('emergency').slice(0, 7)];
    expect(Math.min(...evening)).toBeGreaterThan(Math.max(...deep));
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(weekProfile('flat'))).toBe(true);
  });
});
