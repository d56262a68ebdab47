import { factsOf } from './object-kinds.ts';
import type { Follow } from './renames.ts';
import { isList, sameValue } from './same.ts';
import type { AttributeChange } from './schema-diff.ts';
import type { AttributeValue, ObjectName, SchemaObject } from './snapshot.ts';

export interface CompareOptions {
  readonly ignored: ReadonlySet<string>;
  /** Two major versions write the same definition differently. */
  readonly isLoose: boolean;
  readonly follow: Follow;
}

/** The attributes that differ, in the order in which the kind lists them. */
export function compareObjects(
  from: SchemaObject,
  to: SchemaObject,
  options: CompareOptions,
): readonly AttributeChange[] {
  const [before, after] = [valuesOf(from), valuesOf(to)];
  const skipped = factsOf(to.kind);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => !skipped.includes(name) && !options.ignored.has(name))
    .filter((name) => !isSame({ before: before[name], after: after[name], object: to }, options))
    .map((name) => ({ name, from: before[name] ?? null, to: after[name] ?? null }));
}

/** What almost every pair is: told without building anything. */
export function areEqual(from: SchemaObject, to: SchemaObject): boolean {
  const [left, right] = [valuesOf(from), valuesOf(to)];
  let count = 0;
  for (const name in left) {
    if (!sameValue(left[name], right[name])) return false;
    count += 1;
  }
  for (const _name in right) count -= 1;
  return count === 0;
}

export function valuesOf(object: SchemaObject): Readonly<Record<string, AttributeValue>> {
  return object.attributes;
}

interface Sides {
  readonly before: AttributeValue | undefined;
  readonly after: AttributeValue | undefined;
  readonly object: ObjectName;
}

function isSame({ before, after, object }: Sides, { follow, isLoose }: CompareOptions): boolean {
  if (sameValue(before, after)) return true;
  if (before === undefined || after === undefined) return false;
  const followed = follow(before, object);
  if (sameValue(followed, after)) return true;
  return isLoose && looseText(followed) === looseText(after);
}

/** PostgreSQL 16 leaves out the table before a column where there is one table; parentheses and white space vary too. */
function looseText(value: AttributeValue): string {
  if (isList(value)) return value.map(looseText).join('\0');
  return String(value)
    .replace(/(?<![\w$"])(?:[\w$]+|"(?:[^"]|"")+")\.(?=[\w$"])/g, '')
    .replace(/[\s()]+/g, '');
}
