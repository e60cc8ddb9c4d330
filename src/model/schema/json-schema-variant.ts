/** The JSON Schema of what a scenario changes in the one it extends. */
import type { JsonSchema } from './json-schema-forms.ts';

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null takes away what the extended scenario says. */
const orNull = (schema: JsonSchema): JsonSchema => {
  const { description, ...rest } = schema;
  return { ...(description === undefined ? {} : { description }), anyOf: [rest, { type: 'null' }] };
};

const inside = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inside);
  return isSchema(value) ? variantOf(value) : value;
};

/**
 * A schema made loose, through and through: no key of a mapping is required but the `id` by which lists are merged,
 * and any key may be null. The rules of `mergeDocuments` say what becomes of it.
 * @example variantOf({ type: 'object', required: ['id', 'site'] }) // { type: 'object', required: ['id'] }
 */
export function variantOf(schema: JsonSchema): JsonSchema {
  const loose = Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
    switch (keyword) {
      case 'required': {
        const kept = (value as readonly string[]).filter((key) => key === 'id');
        return kept.length === 0 ? [] : [[keyword, kept]];
      }
      case 'properties':
        return [
          [
            keyword,
            Object.fromEntries(
              Object.entries(value as Record<string, JsonSchema>).map(([key, one]) => [
                key,
                orNull(variantOf(one)),
              ]),
            ),
          ],
        ];
      case 'additionalProperties':
        return [[keyword, isSchema(value) ? orNull(variantOf(value)) : value]];
      case '$ref':
        return [[keyword, `${String(value)}-variant`]];
      // A default holds for a whole scenario, not for one that keeps what it extends.
      case 'default':
        return [];
      case 'items':
      case 'anyOf':
      case 'allOf':
        return [[keyword, inside(value)]];
      default:
        return [[keyword, value]];
    }
  });
  return Object.fromEntries(loose);
}
