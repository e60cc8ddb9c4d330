import { expect, it } from 'vitest';
import { heldAgainstRules } from './caps.ts';

it('no plan of 400 random regions breaks a cap, a limit or a budget', async () => {
  const { broken, withDevices } = await heldAgainstRules(400);
  expect(broken).toEqual([]);
  expect(withDevices).toBeGreaterThan(100);
});
