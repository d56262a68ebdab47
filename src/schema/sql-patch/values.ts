import { isList } from '../same.ts';
import type { AttributeValue, SchemaObject } from '../snapshot.ts';

/** What cannot be put into statements exactly; caught where one object is written, and told in the script. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
}

export function attributeOf({ attributes }: SchemaObject, name: string): AttributeValue | undefined {
  const values: Readonly<Record<string, AttributeValue>> = attributes;
  return values[name];
}

/** Undefined: what Postgres does by default. */
export function textOf(object: SchemaObject, name: string): string | undefined {
  const value = attributeOf(object, name);
  return value === undefined || value === true || isList(value) ? undefined : String(value);
}

/** What an object of this kind cannot be without. */
export function needed(object: SchemaObject, name: string): string {
  const value = textOf(object, name);
  if (value === undefined) throw new NotWritten(`the snapshot does not have its ${name}`);
  return value;
}

export function listOf(object: SchemaObject, name: string): readonly string[] {
  const value = attributeOf(object, name);
  return isList(value) ? value : [];
}

export function has(object: SchemaObject, name: string): boolean {
  return attributeOf(object, name) !== undefined;
}

/** Without the semicolon that Postgres writes after views and rules. */
export function withoutEnd(definition: string): string {
  return definition.trim().replace(/;$/, '');
}
