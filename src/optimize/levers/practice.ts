/** The levers of practice and demand, in the order they are listed. */
import { DOCKABLE_TABLE, PREPARATION_ROOM } from './changeover.ts';
import { CT_TO_MRI } from './ct-to-mri.ts';
import { EARLY_END } from './early-end.ts';
import { LATE_START } from './late-start.ts';
import type { Lever } from './lever.ts';
import { OVERBOOKING } from './overbooking.ts';
import { REAL_DURATIONS } from './real-durations.ts';
import { RELEVANCE } from './relevance.ts';
import { REMINDERS } from './reminders.ts';

export const PRACTICE_LEVERS: readonly Lever[] = Object.freeze([
  REAL_DURATIONS,
  LATE_START,
  EARLY_END,
  DOCKABLE_TABLE,
  PREPARATION_ROOM,
  OVERBOOKING,
  REMINDERS,
  RELEVANCE,
  CT_TO_MRI,
]);
