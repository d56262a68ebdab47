import { following } from '../renames.ts';
import type { ObjectChange } from '../schema-diff.ts';
import { type AttributeValue, keyOf, type ObjectName, type SchemaObject } from '../snapshot.ts';
import { placeOf } from './scene.ts';

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
