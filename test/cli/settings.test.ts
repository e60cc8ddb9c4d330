/** `--set PATH=VALUE`: what is read, and what is given back to be typed again. */
import { describe, expect, it } from 'vitest';
import { settingWords } from '../../src/cli/settings.ts';
import { BASE } from '../report/stored-pages.ts';
import { run } from './fake-terminal.ts';

const simulated = async (...settings: readonly string[]) => {
  const set = settings.flatMap((one) => ['--set', one]);
  return await run([
    'simulate',
    BASE,
    ...set,
    '--weeks',
    '6',
    '--replications',
    '1',
    '--warmup',
    '1',
    '--json',
  ]);
};

describe('--set', () => {
  it('takes a number, a word, a list and a mapping', async () => {
    const { code, out } = await simulated(
      'devices.irm.late-start=12',
      'flows.U.walk-in=true',
      'flows.A.accept={tau: 8d, range: [4d, 12d]}',
      'devices.irm.week=[{days: mon-thu, from: "08:00", to: "12:00", type: public-scheduled}]',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out).devices.irm.opening.scheduled.mean).toBe(16);
  });

  it('keeps what follows the first sign of equality', async () => {
    const { err } = await simulated('flows.A.id=a=b');
    expect(err).not.toContain('--set does not take');
  });

  it.each([
    ['devices.irm.late-start', '--set does not take “devices.irm.late-start”'],
    ['=5', '--set does not take “=5”'],
    ['devices.irm.late-start= ', '--set does not take'],
    ['devices.irm.late-start=[1', '--set devices.irm.late-start: “[1” is not a value'],
    ['devices.irm.late-start=-5', '--set devices.irm.late-start=-5: error: '],
  ])('refuses %j', async (setting, told) => {
    const { code, err } = await simulated(setting);
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  it('refuses one path twice, once, whatever its values', async () => {
    const { code, err } = await simulated('devices.irm.late-start=5', 'devices.irm.late-start=6');
    expect(code).toBe(2);
    expect(err.split('is given twice').length).toBe(2);
  });

  it('is printed as it would be typed in a shell', () => {
    const setting = { path: 'a.b', text: '[1, 2]', value: [1, 2], option: '' };
    expect(settingWords([setting])).toEqual(['--set', "'a.b=[1, 2]'"]);
  });
});
