import { following } from '../renames.ts';
import type { ObjectChange } from '../schema-diff.ts';
import { type AttributeValue, keyOf, type ObjectName, type SchemaObject } from '../snapshot.ts';
import { isRoutine } from './names.ts';
import { placeOf, type SideObjects } from './scene.ts';

type RenameChange = Extract<ObjectChange, { change: 'renamed' }>;

export interface RenamedSide {
  /** The old side with the names that its objects have after the renames, also in what they mention. */
  readonly objects: readonly SchemaObject[];
  /** By the key of the new name: as it was. */
  readonly originals: ReadonlyMap<string, SchemaObject>;
  rename(name: ObjectName): ObjectName;
}

export function afterRenames(
  objects: readonly SchemaObject[],
  renames: readonly RenameChange[],
): RenamedSide {
  const names = new Map(renames.map(({ from, object }) => [keyOf(from), object]));
  const tables = new Map(
    renames
      .filter(({ from }) => from.parent === null)
      .map(({ from, object }) => [placeOf(from), object.name]),
  );
  const follow = following(renames.map(({ from, object }) => ({ from, to: object })));
  const rename = (name: ObjectName): ObjectName => {
    const { kind, schema, parent } = name;
    const known = names.get(keyOf(name));
    if (known !== undefined) return known;
    const table = parent === null ? undefined : tables.get(placeOf({ schema, name: parent }));
    return { kind, schema, parent: table ?? parent, name: name.name };
  };
  const originals = new Map<string, SchemaObject>();
  const renamed = objects.map((object) => {
    const name = rename(object);
    originals.set(keyOf(name), object);
    if (renames.length === 0) return object;
    const values: Readonly<Record<string, AttributeValue>> = object.attributes;
    const attributes = Object.fromEntries(
      Object.entries(values).map(([attribute, value]) => [attribute, follow(value, name)]),
    );
    return { ...name, attributes };
  });
  return { objects: renamed, originals, rename };
}

interface Sides {
  readonly from: SideObjects;
  readonly to: SideObjects;
}

/**
 * Two tables can exchange their names, and a column is known by its number: then it has another table by name. That is no
 * rename to a statement, but a column dropped here and added there.
 */
export function withoutMoves(changes: readonly ObjectChange[], { from, to }: Sides): readonly ObjectChange[] {
  const tables = new Map(
    changes.flatMap((change) =>
      change.change === 'renamed' && change.from.parent === null
        ? [[placeOf(change.from), change.object.name]]
        : [],
    ),
  );
  const whole = (kind: 'added' | 'removed', { schema, parent }: ObjectName) =>
    changes.some(
      ({ change, object }) =>
        change === kind && object.parent === null && object.schema === schema && object.name === parent,
    );
  return changes.flatMap((change): readonly ObjectChange[] => {
    if (change.change !== 'renamed' || change.from.parent === null) return [change];
    const place = placeOf({ schema: change.from.schema, name: change.from.parent });
    if ((tables.get(place) ?? change.from.parent) === change.object.parent) return [change];
    const part = (kind: 'added' | 'removed', object: ObjectName, side: SideObjects): ObjectChange => ({
      change: kind,
      object,
      attributes: side.find(object)?.attributes ?? {},
      isWithin: whole(kind, object),
      inheritedBy: 0,
    });
    return [part('removed', change.from, from), part('added', change.object, to)];
  });
}

/**
 * Each after the one that makes its name free. @returns undefined where a name is taken by what is only dropped or made
 * otherwise in the same script, or where names are exchanged
 */
export function orderedRenames<R extends { readonly from: ObjectName; readonly to: ObjectName }>(
  renames: readonly R[],
  old: SideObjects,
): readonly R[] | undefined {
  const taken = new Map(old.objects.map((object) => [nameKey(object), object]));
  const byName = new Map(renames.map((rename) => [nameKey(rename.from), rename]));
  const done = new Set<R>();
  const visiting = new Set<R>();
  const visit = (rename: R): boolean => {
    if (done.has(rename)) return true;
    if (visiting.has(rename)) return false;
    visiting.add(rename);
    const name = nameKey(rename.to);
    const occupier = byName.get(name);
    if (occupier === undefined ? taken.has(name) : !visit(occupier)) return false;
    done.add(rename);
    return true;
  };
  const tablesFirst = renames.toSorted(
    (left, right) => Number(left.to.parent !== null) - Number(right.to.parent !== null),
  );
  return tablesFirst.every(visit) ? [...done] : undefined;
}

/** Relations and types of a schema share their names, as far as a rename must know. */
function nameKey(object: ObjectName): string {
  const { kind, schema, parent, name } = object;
  if (isRoutine(kind)) return `routine\0${schema}\0${name}`;
  if (kind === 'index') return `\0${schema}\0\0${name}`;
  return parent === null ? `\0${schema}\0\0${name}` : `${kind}\0${schema}\0${parent}\0${name}`;
}
