import { describe, expect, it } from 'vitest';
import {
  POSITION_OF_DELAY,
  POSITION_OF_LEVEL,
  POSITION_SHORT,
  positionOf,
} from '../../src/report/benchmark-position.ts';
import { about } from './simulation-fixture.ts';

const band = { p20: 11, p50: 21, p80: 38 };

describe('positionOf', () => {
  it.each([
    [5, 1, 'below-p20'],
    [10.5, 1, 'at-p20'],
    [15, 1, 'p20-p50'],
    [21.5, 0.6, 'at-p50'],
    [30, 1, 'p50-p80'],
    [37.5, 1, 'at-p80'],
    [50, 1, 'above-p80'],
    [21, 0, 'at-p50'],
    [21, 12, 'unclear'],
    [30, 10, 'unclear'],
  ])('places %d ± %d at %s', (mean, half, position) => {
    expect(positionOf(about(mean, half), band)).toBe(position);
  });

  it('places a single replication by its mean', () => {
    expect(positionOf({ mean: 15, low: null, high: null, n: 1 }, band)).toBe('p20-p50');
  });

  it('places neither nothing nor an unstable delay', () => {
    expect(positionOf(null, band)).toBeNull();
    expect(positionOf('unstable', band)).toBeNull();
  });
});

describe('the words of positions', () => {
  it('differ from one position to the next in each list', () => {
    for (const words of [POSITION_SHORT, POSITION_OF_DELAY, POSITION_OF_LEVEL]) {
      for (const language of ['en', 'fr'] as const) {
        expect(new Set(Object.values(words).map((text) => text[language])).size).toBe(8);
      }
    }
  });

  it('name the year in sentences', () => {
    for (const { en, fr } of [...Object.values(POSITION_OF_DELAY), ...Object.values(POSITION_OF_LEVEL)]) {
      expect(en).toContain('{year}');
      expect(fr).toContain('{year}');
    }
  });
});
