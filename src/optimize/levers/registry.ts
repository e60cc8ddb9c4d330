/** Every lever, in the order they are presented: the week and staff first, then practice and demand. */
import type { Lever } from './lever.ts';
import { PRACTICE_LEVERS } from './practice.ts';
import { WEEK_LEVERS } from './week.ts';

export const LEVERS: readonly Lever[] = Object.freeze([...WEEK_LEVERS, ...PRACTICE_LEVERS]);
