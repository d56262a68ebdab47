import { keyOf, type ObjectName, type SchemaObject } from '../snapshot.ts';

/** One side, by name. Of the old side: with the names that its objects have after the renames. */
export interface SideObjects {
  readonly objects: readonly SchemaObject[];
  find(name: ObjectName): SchemaObject | undefined;
  /** Table, view, materialized view or foreign table. */
  relation(schema: string | null, name: string | null): SchemaObject | undefined;
  /** Of a table or view: columns, indexes, triggers … */
  partsOf(relation: ObjectName): readonly SchemaObject[];
}

export interface Scene {
  /** Of the server on which the script runs: the major version of the old side. */
  readonly major: number;
  readonly from: SideObjects;
  readonly to: SideObjects;
  /** Attributes that say nothing here. */
  readonly ignored: ReadonlySet<string>;
  /** Whoever runs the script owns what it makes. */
  readonly runner: string | undefined;
}

/** One object on both sides, under its new name on both. */
export interface Alteration {
  readonly from: SchemaObject;
  readonly to: SchemaObject;
  /** Attributes that differ, without owner, grants and comment. */
  readonly changed: ReadonlySet<string>;
}

/** How a kind is written. Statements without their semicolon. */
export interface KindSql {
  create(object: SchemaObject, scene: Scene): readonly string[];
  /** `again`: it must be dropped and made anew. */
  alter(change: Alteration, scene: Scene): readonly string[] | 'again';
}

const relationKinds = new Set(['table', 'view', 'materialized view', 'foreign table']);

export function sideObjects(objects: readonly SchemaObject[]): SideObjects {
  const byKey = new Map(objects.map((object) => [keyOf(object), object]));
  const relations = new Map<string, SchemaObject>();
  const parts = new Map<string, SchemaObject[]>();
  for (const object of objects) {
    if (relationKinds.has(object.kind)) relations.set(placeOf(object), object);
    if (object.parent === null) continue;
    const place = placeOf({ ...object, name: object.parent });
    const list = parts.get(place);
    if (list === undefined) parts.set(place, [object]);
    else list.push(object);
  }
  return {
    objects,
    find: (name) => byKey.get(keyOf(name)),
    relation: (schema, name) => relations.get(`${schema}\0${name}`),
    partsOf: (relation) => parts.get(placeOf(relation)) ?? [],
  };
}

/** Schema and name, as definitions mention a thing. */
export function placeOf({ schema, name }: Pick<ObjectName, 'schema' | 'name'>): string {
  return `${schema}\0${name}`;
}
