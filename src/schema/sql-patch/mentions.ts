/** What a definition speaks of. Snapshots are read with an empty search_path: Postgres writes every name with its schema. */
import { unquote } from '../../postgres/object-name.ts';
import { isList } from '../same.ts';
import type { AttributeValue, SchemaObject } from '../snapshot.ts';
import { placeOf } from './scene.ts';
import { textOf } from './values.ts';

const part = '"(?:[^"]|"")+"|[A-Za-z_\\u0080-\\uffff][\\w$\\u0080-\\uffff]*';
const pair = new RegExp(`(${part})\\.(${part})`, 'g');

/** They depend on nothing, and nothing depends on them. */
const silent = new Set([
  'owner',
  'grants',
  'comment',
  'ownedBy',
  'columnOrder',
  'inheritedFrom',
  'references',
  'roles',
]);

const known = new WeakMap<SchemaObject, ReadonlySet<string>>();

/** Places (`placeOf`) of what an object may depend on; one too many is no harm. */
export function mentionsOf(object: SchemaObject): ReadonlySet<string> {
  const done = known.get(object);
  if (done !== undefined) return done;
  const places = new Set<string>();
  for (const text of textsOf(object))
    for (const [, schema = '', name = ''] of text.matchAll(pair))
      places.add(placeOf({ schema: unquote(schema), name: unquote(name) }));
  known.set(object, places);
  return places;
}

/** Without the body of a function that Postgres keeps as a text: it is looked at when it runs. */
export function textsOf(object: SchemaObject): readonly string[] {
  const values: Readonly<Record<string, AttributeValue>> = object.attributes;
  const isText = textOf(object, 'body') !== undefined && !hasParsedBody(object);
  const texts = Object.entries(values).flatMap(([name, value]) => {
    if (silent.has(name) || (isText && name === 'body')) return [];
    return isList(value) ? value : typeof value === 'string' ? [value] : [];
  });
  return object.kind === 'function' || object.kind === 'procedure' || object.kind === 'aggregate'
    ? [...texts, object.name.slice(object.name.indexOf('('))]
    : texts;
}

/** `RETURN …` or `BEGIN ATOMIC …`, which no text of the language sql can begin with. */
export function hasParsedBody(object: SchemaObject): boolean {
  return (
    textOf(object, 'language') === 'sql' && /^(?:RETURN |BEGIN ATOMIC)/.test(textOf(object, 'body') ?? '')
  );
}

/** Whether a definition names a column; a word of the same letters counts too. */
export function mentionsColumn(object: SchemaObject, column: string): boolean {
  const escaped = column.replaceAll('"', '""').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const word = new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`);
  return textsOf(object).some((text) => word.test(text));
}
