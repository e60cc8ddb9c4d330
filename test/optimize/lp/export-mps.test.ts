import { describe, expect, it } from 'vitest';
import { toFreeMps } from '../../../src/optimize/lp/export-mps.ts';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { signOf } from '../../../src/optimize/lp/model.ts';
import { KINDS, modelOf } from './support/generate.ts';
import { QUICK, twoRooms } from './support/small.ts';

const backend = new HighsBackend();

describe('a model as free MPS', () => {
  it('is written whole, minimised, with every bound', () => {
    expect(toFreeMps(twoRooms(true)).split('\n')).toEqual([
      '* small: minimise (objective with its sign turned)',
      '* r0 = hours',
      '* c0 = first',
      '* c1 = second',
      'NAME model',
      'ROWS',
      ' N cost',
      ' L r0',
      'COLUMNS',
      " M0 'MARKER' 'INTORG'",
      ' c0 cost -3',
      ' c0 r0 1',
      ' c1 cost -2',
      ' c1 r0 1',
      " M5 'MARKER' 'INTEND'",
      'RHS',
      ' RHS r0 10',
      'BOUNDS',
      ' LO BND c0 0',
      ' UP BND c0 6',
      ' LO BND c1 0',
      ' PL BND c1',
      'ENDATA',
      '',
    ]);
  });

  it.each(KINDS.map((kind, at) => ({ kind, at })))(
    'is read back as the same model: $kind',
    async ({ at }) => {
      const { model } = modelOf(at);
      const highs = await backend.highs();
      const status = { optimal: 7, infeasible: 8, unbounded: 10 };
      const expected = await backend.solve(model, { ...QUICK, relativeGap: 0 });
      highs.withModel((run) => {
        run.options.set({ output_flag: false, presolve: 'off', mip_rel_gap: 0 });
        run.readModel({ format: 'mps', data: new TextEncoder().encode(toFreeMps(model)) });
        const { modelStatus } = run.run();
        const wanted = status[expected.termination as keyof typeof status];
        // 9: HiGHS cannot tell infeasible from unbounded by itself.
        expect([wanted, 9]).toContain(modelStatus);
        if (expected.objective !== null)
          expect(signOf(model) * run.getObjectiveValue()).toBeCloseTo(expected.objective, 6);
      });
    },
  );
});
