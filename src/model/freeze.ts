/**
 * The same value, frozen through and through; its own precise type is kept.
 * @example Object.isFrozen(deepFreeze({ a: { b: 1 } }).a) // true
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
