/** Type guards for what a database answers. A guard of a shape is made of the guards of its parts, so no cast is needed. */
export type Guard<T> = (value: unknown) => value is T;

export const isString: Guard<string> = (value) => typeof value === 'string';
export const isNumber: Guard<number> = (value) => typeof value === 'number';
export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value itself or null. */
export function nullable<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function arrayOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

/** Every field of T needs its guard; fields that T does not know are let through. */
export function objectOf<T>(fields: { readonly [Name in keyof T]-?: Guard<T[Name]> }): Guard<T> {
  return (value): value is T => {
    if (!isRecord(value)) return false;
    for (const name in fields) if (!fields[name](value[name])) return false;
    return true;
  };
}
