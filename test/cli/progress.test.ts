import { describe, expect, it } from 'vitest';
import { Progress, progressLine } from '../../src/cli/progress.ts';
import { fakeTerminal } from './fake-terminal.ts';

describe('progressLine', () => {
  it('shows what is done and the time that is left, in each language', () => {
    expect(progressLine(5, 20, 2000, 'en')).toBe(`▕${'█'.repeat(8)}${' '.repeat(22)}▏ 5/20, about 6 s left`);
    expect(progressLine(5, 20, 2000, 'fr')).toContain('5/20, encore 6 s environ');
  });

  it('counts long times in minutes', () => {
    expect(progressLine(1, 4, 100_000, 'en')).toContain('about 5 min left');
  });
});

describe('Progress', () => {
  it('draws after a second on a terminal, and leaves an empty line', () => {
    const terminal = fakeTerminal({ isTTY: true, tick: 800 });
    const progress = new Progress(terminal, 'en', false);
    progress.show(1, 10);
    expect(terminal.err()).toBe('');
    progress.show(2, 10);
    expect(terminal.err()).toContain('2/10');
    progress.clear();
    expect(terminal.err().endsWith('\r\u001b[K')).toBe(true);
  });

  it.each([
    ['into a pipe', { isTTY: false }, false],
    ['when asked to be quiet', { isTTY: true }, true],
  ])('draws nothing %s', (_, options, isQuiet) => {
    const terminal = fakeTerminal({ ...options, tick: 5000 });
    const progress = new Progress(terminal, 'en', isQuiet);
    progress.show(2, 10);
    progress.clear();
    expect(terminal.err()).toBe('');
  });
});
