/** A session like another one, of another length. */
import { expect, it } from 'vitest';
import type { Reserve } from '../../../../src/model/scenario.ts';
import { sessionLike } from '../../../../src/optimize/week/catalogue/session-content.ts';
import { alikeMris } from '../support/departments.ts';

const MINUTE = 60;

it('never keeps more minutes than it has, whatever rounding to the grid adds', () => {
  const [day] = alikeMris(1).devices[0]!.week;
  const reserve: Reserve = { flows: ['h'], seconds: 80 * MINUTE, kind: 'fixed', releaseDays: 1 };
  const full = { ...day!, toSeconds: day!.fromSeconds + 240 * MINUTE, reserves: [reserve, reserve, reserve] };
  const shorter = sessionLike(full, { day: 2, fromSeconds: 0, toSeconds: 145 * MINUTE });
  expect(shorter.reserves.map(({ seconds }) => seconds / MINUTE)).toEqual([50, 50, 45]);
});
