import { describe, expect, it } from 'vitest';
import { bar, cells, cut, indented, wrap } from '../../src/report/table-layout.ts';

describe('cut', () => {
  it('keeps what fits and marks what it cuts', () => {
    expect(cut('knee', 4)).toBe('knee');
    expect(cut('spectroscopy', 8)).toBe('spectro…');
  });
});

describe('cells', () => {
  it('puts the label to the left and the values to the right of their columns', () => {
    expect(cells('mean', ['5.2', '12.0'], 8, 6)).toBe('mean       5.2  12.0');
  });
});

describe('bar', () => {
  it.each([
    [0, ''],
    [0.5, '█████'],
    [1, '██████████'],
    [0.0125, '▏'],
    [0.0625, '▋'],
    [1.7, '██████████'],
    [-1, ''],
  ])('draws %d of ten characters', (share, drawn) => {
    expect(bar(share, 10)).toBe(drawn);
  });
});

describe('wrap', () => {
  it('breaks between words, the later lines indented within the width', () => {
    expect(wrap('one two three', 8, 2)).toEqual(['one two', '  three']);
  });

  it('keeps a word longer than the line whole', () => {
    expect(wrap('a incomprehensible b', 5, 0)).toEqual(['a', 'incomprehensible', 'b']);
  });

  it('keeps together what a no-break space joins', () => {
    expect(wrap('aa 11\u00a0–\u00a021', 6, 0)).toEqual(['aa', '11\u00a0–\u00a021']);
  });
});

describe('indented', () => {
  it('moves lines to the right, empty ones excepted', () => {
    expect(indented(['a', ''], 2)).toEqual(['  a', '']);
  });
});
