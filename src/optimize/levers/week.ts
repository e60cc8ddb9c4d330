/** The levers of the week and of staff, in the order they are presented: opening, on-call, reserves, sharing, staff. */
import { BREAKDOWN_WEEK } from './breakdown-week.ts';
import { EMERGENCY_PLACES } from './emergency-places.ts';
import { EMERGENCY_VACATION } from './emergency-vacation.ts';
import { EVENING } from './evening.ts';
import { INPATIENT_RESERVE } from './inpatient-reserve.ts';
import type { Lever } from './lever.ts';
import { ON_CALL_START } from './on-call-start.ts';
import { OPEN_VACATION } from './open-vacation.ts';
import { READING_HOURS } from './reading-hours.ts';
import { RESERVE_RELEASE } from './reserve-release.ts';
import { SATURDAY_MORNING } from './saturday.ts';
import { SHARED_DIARY } from './shared-diary.ts';
import { STAFF_HOURS_CT_TO_MRI } from './staff-hours-ct-to-mri.ts';
import { TECHNOLOGIST } from './technologist.ts';
import { TWO_PART_NIGHTS } from './two-part-nights.ts';

export const WEEK_LEVERS: readonly Lever[] = Object.freeze([
  EVENING,
  SATURDAY_MORNING,
  ON_CALL_START,
  TWO_PART_NIGHTS,
  INPATIENT_RESERVE,
  RESERVE_RELEASE,
  EMERGENCY_PLACES,
  EMERGENCY_VACATION,
  OPEN_VACATION,
  SHARED_DIARY,
  STAFF_HOURS_CT_TO_MRI,
  TECHNOLOGIST,
  READING_HOURS,
  BREAKDOWN_WEEK,
]);
