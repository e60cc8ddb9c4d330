import { expect, it } from 'vitest';
import { compared } from './optimum.ts';

it('the plan of the model is the best of every plan tried: 200 small regions, equity of each kind, pooling and not', async () => {
  const { differences, regions, acting } = await compared(1000, 1200);
  expect(differences).toEqual([]);
  expect(regions).toBeGreaterThan(180);
  expect(acting).toBeGreaterThan(120);
});
