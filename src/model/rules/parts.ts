/** The parts of a file of rules that are well formed, down to single values: what can be judged though others are not. */
import { z } from 'zod';
import {
  type ClosedInput,
  type FreezeInput,
  type OpeningInput,
  type RulesInput,
  type SessionsInput,
  type StaffInput,
  type TargetInput,
  zRules,
} from './schema.ts';

/** A mapping of which any key may be missing, or null: there, and not well formed. */
type Loose<T> = { readonly [K in keyof T]?: T[K] | null | undefined };
/** A list in which what is not well formed is null. */
type LooseList<T> = readonly (T | null)[] | null | undefined;

export type LooseHours = Loose<Pick<OpeningInput, 'from' | 'to'>>;
export type LooseStaff = Loose<Omit<StaffInput, 'rosters' | 'shift'>> & {
  readonly rosters?: LooseList<LooseHours>;
  readonly shift?: Loose<NonNullable<StaffInput['shift']>> | null | undefined;
};

/** A file of rules with null in the place of what is not well formed in it. */
export interface SoundParts {
  readonly opening?: LooseList<Loose<OpeningInput>>;
  readonly closed?: LooseList<Loose<ClosedInput>>;
  readonly sessions?: Loose<SessionsInput> | null | undefined;
  readonly staff?: LooseList<LooseStaff>;
  readonly targets?: LooseList<Loose<TargetInput>>;
  readonly freeze?: LooseList<Loose<FreezeInput>>;
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is well formed of a value, key by key and item by item; null in the place of what is not. */
function soundOf(schema: z.core.$ZodType, raw: unknown): unknown {
  if (schema instanceof z.ZodOptional) return soundOf(schema.unwrap(), raw);
  if (schema instanceof z.ZodObject) {
    if (!isMapping(raw)) return null;
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
    const written = Object.keys(shape).filter((key) => Object.hasOwn(raw, key));
    return Object.fromEntries(written.map((key) => [key, soundOf(shape[key]!, raw[key])]));
  }
  if (schema instanceof z.ZodArray)
    return Array.isArray(raw) ? raw.map((item) => soundOf(schema.element, item)) : null;
  const parsed = z.safeParse(schema, raw);
  return parsed.success ? parsed.data : null;
}

/**
 * A file of rules with null in the place of what is not well formed; what is not there is missing here too.
 * @example soundParts({ freeze: [{ device: 3 }, { device: 'irm' }] }) // { freeze: [{ device: null }, { device: 'irm' }] }
 */
export function soundParts(raw: unknown): SoundParts {
  // The schema gives the keys their types, each of them made optional.
  return (soundOf(zRules, raw) ?? {}) as Loose<RulesInput> as SoundParts;
}
