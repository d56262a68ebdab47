/** Reading libpg_query's parse trees, which are JSON: every accessor takes anything and gives something harmless. */
import { isRecord, textOrUndefined } from './record.ts';

export type Node = Readonly<Record<string, unknown>>;

/** Undefined schema: wherever the search path leads. */
export interface ObjectName {
  readonly schema: string | undefined;
  readonly name: string;
}

/** The node in a field, or one without fields. */
export function field(value: unknown, name: string): Node {
  const inner = isRecord(value) ? value[name] : undefined;
  return isRecord(inner) ? inner : {};
}

export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The kind and the fields of a node that is wrapped in its kind: `{ "IndexElem": { … } }`. */
export function unwrap(value: unknown): readonly [kind: string, node: Node] {
  const [kind = '', node] = Object.entries(isRecord(value) ? value : {})[0] ?? [];
  return [kind, isRecord(node) ? node : {}];
}

/** The texts of a list of `String` nodes. */
export function texts(value: unknown): readonly string[] {
  return items(value).flatMap((part) => textOrUndefined(field(part, 'String').sval) ?? []);
}

/** Of a `RangeVar`'s fields. */
export function relationName(relation: unknown): ObjectName | undefined {
  const node = isRecord(relation) ? relation : {};
  const name = textOrUndefined(node.relname);
  return name === undefined ? undefined : { schema: textOrUndefined(node.schemaname), name };
}

/** Of a list of `String` nodes: `name`, `schema.name` or `database.schema.name`. */
export function listedName(parts: unknown): ObjectName | undefined {
  const names = texts(parts);
  const name = names.at(-1);
  return name === undefined ? undefined : { schema: names.at(-2), name };
}

/** Where it begins in the script, in UTF-8 bytes; undefined where the parser does not say. */
export function locationOf(node: Node): number | undefined {
  if (node.location === undefined) return 0;
  return typeof node.location === 'number' && node.location >= 0 ? node.location : undefined;
}

/** Every node of that kind, at any depth, outermost first. */
export function nodesOf(tree: unknown, kind: string): readonly Node[] {
  if (Array.isArray(tree)) return tree.flatMap((item) => nodesOf(item, kind));
  if (!isRecord(tree)) return [];
  return Object.entries(tree).flatMap(([name, value]) => [
    ...(name === kind && isRecord(value) ? [value] : []),
    ...nodesOf(value, kind),
  ]);
}

/** Every relation that a statement names, at any depth; the objects of a DROP are lists of names. */
export function relationsIn(kind: string, node: Node): readonly ObjectName[] {
  const dropped = kind === 'DropStmt' ? items(node.objects).map((object) => droppedName(object)) : [];
  return [...dropped.flatMap((name) => name ?? []), ...rangesIn(node)];
}

function droppedName(object: unknown): ObjectName | undefined {
  const [, list] = unwrap(object);
  return listedName(list.items);
}

function rangesIn(tree: unknown): readonly ObjectName[] {
  if (Array.isArray(tree)) return tree.flatMap(rangesIn);
  if (!isRecord(tree)) return [];
  const own = relationName(tree);
  return [...(own === undefined ? [] : [own]), ...Object.values(tree).flatMap(rangesIn)];
}
