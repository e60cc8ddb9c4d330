import { expect, it } from 'vitest';
import { compared } from './optimum.ts';

it('the plan of the model is the best of every plan tried: 24 small regions, equity of each kind, pooling and not', async () => {
  const { differences, regions, acting } = await compared(0, 24);
  expect(differences).toEqual([]);
  expect(regions).toBe(24);
  expect(acting).toBeGreaterThan(15);
});
