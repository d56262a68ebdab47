import { quoteIdentifier } from '../../postgres/identifier.ts';
import type { ObjectKind } from '../object-kinds.ts';
import type { ObjectName } from '../snapshot.ts';
import { NotWritten } from './values.ts';

const words: Readonly<Partial<Record<ObjectKind, string>>> = {
  schema: 'SCHEMA',
  extension: 'EXTENSION',
  enum: 'TYPE',
  domain: 'DOMAIN',
  'composite type': 'TYPE',
  'range type': 'TYPE',
  collation: 'COLLATION',
  sequence: 'SEQUENCE',
  table: 'TABLE',
  'foreign table': 'FOREIGN TABLE',
  column: 'COLUMN',
  constraint: 'CONSTRAINT',
  index: 'INDEX',
  trigger: 'TRIGGER',
  rule: 'RULE',
  policy: 'POLICY',
  statistics: 'STATISTICS',
  view: 'VIEW',
  'materialized view': 'MATERIALIZED VIEW',
  function: 'FUNCTION',
  procedure: 'PROCEDURE',
  aggregate: 'AGGREGATE',
  'event trigger': 'EVENT TRIGGER',
  publication: 'PUBLICATION',
  'foreign server': 'SERVER',
};

export function isRoutine(kind: ObjectKind): boolean {
  return kind === 'function' || kind === 'procedure' || kind === 'aggregate';
}

/** The name of a routine and the types of its arguments. @throws NotWritten where a parenthesis in the name makes two readings */
export function signatureOf({ name }: ObjectName): { readonly name: string; readonly types: string } {
  const match = /^([^(]+)\((.*)\)$/s.exec(name);
  const [, bare = '', types = ''] = match ?? [];
  if (match === null || types.replace(/"(?:[^"]|"")*"/g, '').includes('('))
    throw new NotWritten('its name holds a parenthesis');
  return { name: bare, types };
}

function inSchema(schema: string | null, name: string): string {
  const own = quoteIdentifier(name);
  return schema === null ? own : `${quoteIdentifier(schema)}.${own}`;
}

/** The table or view that a part belongs to. */
export function parentSql({ schema, parent }: ObjectName): string {
  return inSchema(schema, parent ?? '');
}

/** As statements name it by itself: `"public"."users"`, `"public"."total"(integer)`, of a part of a table its own name. */
export function nameSql(object: ObjectName): string {
  const { kind, schema, parent, name } = object;
  if (isRoutine(kind)) {
    const signature = signatureOf(object);
    const types = kind === 'aggregate' && signature.types === '' ? '*' : signature.types;
    return `${inSchema(schema, signature.name)}(${types})`;
  }
  if (kind === 'index') return inSchema(schema, name);
  return parent === null ? inSchema(schema, name) : quoteIdentifier(name);
}

/** As COMMENT ON and DROP name it: `TABLE "public"."users"`, `TRIGGER "x" ON "public"."users"`. */
export function targetOf(object: ObjectName): string {
  const word = words[object.kind];
  if (word === undefined) throw new NotWritten('there is no statement for this kind');
  if (object.kind === 'column') return `${word} ${parentSql(object)}.${nameSql(object)}`;
  const isOnTable = object.parent !== null && object.kind !== 'index';
  return `${word} ${nameSql(object)}${isOnTable ? ` ON ${parentSql(object)}` : ''}`;
}

export function dropSql(object: ObjectName): string {
  if (object.kind === 'column') return `ALTER TABLE ${parentSql(object)} DROP COLUMN ${nameSql(object)}`;
  if (object.kind === 'constraint')
    return `ALTER TABLE ${parentSql(object)} DROP CONSTRAINT ${nameSql(object)}`;
  // The type and identity of pg_identify_object, as DROP takes them.
  if (object.kind === 'other') return `DROP ${object.name}`;
  return `DROP ${targetOf(object)}`;
}

/** @param from with the table's new name, where that was renamed too */
export function renameSql(from: ObjectName, to: ObjectName): string {
  const name = quoteIdentifier(isRoutine(to.kind) ? signatureOf(to).name : to.name);
  if (to.kind === 'column' || to.kind === 'constraint') {
    const word = to.kind === 'column' ? 'COLUMN' : 'CONSTRAINT';
    return `ALTER TABLE ${parentSql(from)} RENAME ${word} ${nameSql(from)} TO ${name}`;
  }
  return `ALTER ${targetOf(from)} RENAME TO ${name}`;
}
