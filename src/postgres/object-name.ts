import { quoteIdentifier } from './identifier.ts';

interface Named {
  readonly schema: string;
  readonly name: string;
}

/** `"schema"."name"`, to be pasted into SQL. */
export function qualifiedName({ schema, name }: Named): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/** `schema.name` to be read by people: quoted only where it would be ambiguous without. */
export function displayName({ schema, name }: Named): string {
  return `${displayIdentifier(schema)}.${displayIdentifier(name)}`;
}

export function displayIdentifier(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_$]*$/.test(name) ? name : quoteIdentifier(name);
}

/**
 * Reads `table`, `schema.table` or either part quoted (`"my.schema"."Table"`). Nothing is folded to lower case: names
 * are meant as the catalog has them.
 */
export function parseTableName(text: string, defaultSchema: string): Named {
  const part = '"(?:[^"]|"")+"|[^".]+';
  const match = new RegExp(`^(?:(${part})\\.)?(${part})$`, 'su').exec(text.trim());
  if (match === null) return { schema: defaultSchema, name: text };
  return { schema: unquote(match[1] ?? defaultSchema), name: unquote(match[2] ?? text) };
}

/** A part of a name as Postgres writes it, in quotes where it must be. */
export function unquote(part: string): string {
  return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
}
