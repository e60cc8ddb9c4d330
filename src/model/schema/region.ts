/** How a user writes a territory: whose balance it follows, who lives in it, and how far its departments are apart. */
import { z } from 'zod';
import { MINUTE, zMinutes } from '../units.ts';
import { zId } from './names.ts';
import { byModality, says, type WrittenForm } from './words.ts';

/** A time of travel; a bare number is in minutes. Result in minutes, ≥ 0. */
export const zTravel = zMinutes
  .transform((seconds) => seconds / MINUTE)
  .meta({ form: 'minutes' satisfies WrittenForm });

/** Minutes by department of residence, or by department of the site. */
export const zTravelByDepartment = z.record(z.string().max(20), zTravel).meta({ each: 'department' });

const zDepartment = z.strictObject({
  population: z.int().min(1).max(1e8).meta(says('inhabitants', 'habitants')),
  'exams-per-thousand': byModality(z.number().nonnegative().max(1e5), '/year')
    .optional()
    .meta(
      says(
        'exams of its residents for 1,000 inhabitants, stated',
        'examens de ses résidents pour 1 000 habitants, tels que déclarés',
        '/year',
      ),
    ),
});

export const zRegion = z.strictObject({
  balance: zId.meta(
    says('balance of care objectives it is held against', 'bilan quantifié (BQOS) auquel il se rapporte'),
  ),
  departments: z
    .record(z.string().max(20), zDepartment)
    .meta({ ...says('its departments, by code', 'ses départements, par code'), each: 'department' }),
  travel: z.record(z.string().max(20), zTravelByDepartment).meta({
    ...says(
      'travel from the department of residence to that of the site',
      'trajet du département de résidence à celui du site',
      'min',
    ),
    each: 'department',
  }),
});
