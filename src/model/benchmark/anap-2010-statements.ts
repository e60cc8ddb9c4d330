/**
 * Every published statement of the ANAP report of 2010 that a simulated panel of devices can be held against, beside the
 * quantiles of its figures (`benchmark-anap-2010.ts`). What the report says without a number has bounds that are our
 * reading, and says so by its confidence.
 */
import { activityStatements } from './anap-2010-statements-activity.ts';
import { delayStatements } from './anap-2010-statements-delays.ts';
import { openingStatements } from './anap-2010-statements-opening.ts';
import type { PublishedStatement } from './statements.ts';

export const anap2010Statements: readonly PublishedStatement[] = Object.freeze([
  ...openingStatements,
  ...activityStatements,
  ...delayStatements,
]);
