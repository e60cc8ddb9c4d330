/** How a user writes what a site knows of itself: numbers that a sound base must give back. */
import { z } from 'zod';
import { zDays } from '../units.ts';
import { MODALITIES } from '../vocabulary.ts';
import { zId } from './names.ts';
import { byClass, says } from './words.ts';

const share = z.number().min(0).max(1);

export const zObserved = z.strictObject({
  site: zId.meta(says('site observed', 'site observé')),
  modality: z.enum(MODALITIES).meta(says('CT or MRI', 'scanner (ct) ou IRM (mri)')),
  opening: z
    .number()
    .positive()
    .max(5000)
    .optional()
    .meta(
      says(
        'scheduled opening of its devices together',
        'ouverture programmée de ses appareils ensemble',
        'h/week',
      ),
    ),
  passages: z
    .number()
    .nonnegative()
    .max(1e6)
    .optional()
    .meta(says('patients examined', 'patients examinés', '/week')),
  mix: byClass(share, 'ratio')
    .optional()
    .meta(says('passages by class, shares that sum to 1', 'passages par classe, parts de somme 1')),
  delay: z
    .strictObject({
      A: zDays.optional().meta(says('of ambulatory patients', 'des patients ambulatoires', 'd')),
      H: zDays.optional().meta(says('of hospitalised patients', 'des patients hospitalisés', 'd')),
    })
    .optional()
    .meta(
      says('earliest appointment usually offered (median)', 'rendez-vous au plus tôt habituel (médiane)'),
    ),
  occupancy: share
    .optional()
    .meta(says('exam time over scheduled opening', 'temps d’examen sur ouverture programmée', 'ratio')),
  source: z
    .string()
    .max(300)
    .optional()
    .meta(says('who says so, over which period', 'qui le dit, sur quelle période')),
});
export type ObservedInput = z.output<typeof zObserved>;
