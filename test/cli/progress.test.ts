import { describe, expect, it } from 'vitest';
import { Progress, progressLine, type WorkState } from '../../src/cli/progress.ts';
import { fakeTerminal } from './fake-terminal.ts';

const state = (done: number, total: number, found = 0): WorkState => ({
  found,
  done,
  total,
  finished: found + done,
  asked: total,
});

describe('progressLine', () => {
  it('shows what is done and the time that is left, in each language', () => {
    expect(progressLine(state(5, 20), 2000, 'en')).toBe(
      `▕${'█'.repeat(8)}${' '.repeat(22)}▏ 5/20, about 6 s left`,
    );
    expect(progressLine(state(5, 20), 2000, 'fr')).toContain('5/20, encore 6 s environ');
  });

  it('counts long times in minutes, and very long ones in hours', () => {
    expect(progressLine(state(1, 4), 100_000, 'en')).toContain('about 5 min left');
    expect(progressLine(state(3, 103), 270_000, 'en')).toContain('about 2 h 30 min left');
  });

  it('does not take what was found for what it did: the time left follows the work of this run', () => {
    expect(progressLine(state(5, 100, 90), 5000, 'en')).toContain('about 5 s left');
  });

  it('gives no time before a fiftieth of the work is done', () => {
    expect(progressLine(state(1, 100), 1000, 'en')).not.toContain('left');
    expect(progressLine(state(2, 100), 1000, 'en')).toContain('about 49 s left');
  });
});

describe('Progress', () => {
  it('draws after a second on a terminal, and leaves an empty line', () => {
    const terminal = fakeTerminal({ isTTY: true, tick: 400 });
    const progress = new Progress(terminal, 'en', false);
    progress.watch(() => state(2, 10));
    progress.tick();
    progress.tick();
    expect(terminal.err()).toBe('');
    progress.tick();
    expect(terminal.err()).toContain('2/10');
    progress.clear();
    expect(terminal.err().endsWith('\r\u001b[K')).toBe(true);
  });

  it('draws at most four times a second', () => {
    const terminal = fakeTerminal({ isTTY: true, tick: 50 });
    const progress = new Progress(terminal, 'en', false);
    progress.watch(() => state(2, 10));
    for (let n = 0; n < 100; n++) progress.tick();
    progress.clear();
    const drawings = terminal.err().split('2/10').length - 1;
    expect(drawings).toBeGreaterThan(10);
    expect(drawings).toBeLessThanOrEqual(17);
  });

  it.each([
    ['into a pipe', { isTTY: false }, false],
    ['when asked to be quiet', { isTTY: true }, true],
  ])('draws nothing %s', (_, options, isQuiet) => {
    const terminal = fakeTerminal({ ...options, tick: 5000 });
    const progress = new Progress(terminal, 'en', isQuiet);
    progress.watch(() => state(2, 10));
    progress.tick();
    progress.clear();
    expect(terminal.err()).toBe('');
  });
});
