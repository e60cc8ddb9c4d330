/** On departments so small that every week can be simulated, the search finds the best of all, or one within delta. */
import { expect, it } from 'vitest';
import { departmentOf } from './support/departments.ts';
import { enumerate, isNear, KNOWN } from './support/enumeration.ts';

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  'finds the best week of department %i, or one within delta',
  async (seed) => {
    const found = await enumerate(departmentOf(seed));
    expect(found.halfWidth).toBeLessThanOrEqual(KNOWN * found.delta);
    expect(found, JSON.stringify(found)).toSatisfy(isNear);
  },
);
