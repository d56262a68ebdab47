import type { AttributeValue, SchemaObject } from './snapshot.ts';

export function sameValue(left: AttributeValue | undefined, right: AttributeValue | undefined): boolean {
  if (left === right) return true;
  if (!isList(left) || !isList(right)) return false;
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

export function isList(value: AttributeValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}

/** Whether two readings of one database say the same, in the same order. */
export function sameObjects(left: readonly SchemaObject[], right: readonly SchemaObject[]): boolean {
  return left.length === right.length && JSON.stringify(left) === JSON.stringify(right);
}
