import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { idfProblem } from './support/idf.ts';

interface Told {
  readonly kind: string;
  readonly status: string;
  readonly gap: number;
  readonly columns: number;
  readonly broken: number;
  readonly megabytes: number;
}

const tsx = createRequire(import.meta.url).resolve('tsx/cli');
const child = fileURLToPath(new URL('idf-child.ts', import.meta.url));
const solved = (...words: string[]): Told =>
  JSON.parse(execFileSync(process.execPath, [tsx, child, ...words], { encoding: 'utf8' })) as Told;

describe('a region of the size of Île-de-France', () => {
  it('has eight departments, some 190 implantations of scanners and 170 of MRI, 17 devices left by the balance', () => {
    const { departments, implantations, caps } = idfProblem({ seed: 'a' });
    const present = (modality: string) =>
      implantations.filter((one) => one.modality === modality && one.devices > 0).length;
    const left = caps.reduce((sum, { devices }) => sum + devices, 0);
    expect([departments.length, present('ct'), present('mri'), left]).toEqual([8, 193, 173, 17]);
  });

  it.each(['a', 'b', 'c'])(
    'is solved to a gap of 0.1 %% without pooling within 1 GB (%s); its time is the child’s to tell',
    (seed) => {
      const told = solved(seed, 'no', '0.001');
      expect([told.kind, told.status, told.broken]).toEqual(['plan', 'optimal', 0]);
      expect(told.gap).toBeLessThanOrEqual(0.001);
      expect(told.megabytes).toBeLessThan(1024);
    },
  );

  it.each([
    ['a', ''],
    ['b', '3000000'],
  ])('is solved to a stated gap of 0.5 %% with pooling and 1 GB (%s, budget %s)', (seed, budget) => {
    const told = solved(seed, 'yes', '0.001', ...(budget === '' ? [] : [budget]));
    expect([told.kind, told.broken]).toEqual(['plan', 0]);
    expect(told.gap).toBeLessThanOrEqual(0.005);
    expect(told.megabytes).toBeLessThan(1024);
  });
});
