/** What is to be done with which object, before anything is written. */
import type { ObjectChange } from '../schema-diff.ts';
import { keyOf, type ObjectName, type SchemaObject } from '../snapshot.ts';
import { isGiven } from './constraint-sql.ts';
import type { RenamedSide } from './renamed.ts';
import { type Alteration, placeOf, type Scene, type SideObjects } from './scene.ts';
import { has, listOf } from './values.ts';

export interface Rename {
  /** With the new name of its table. */
  readonly from: ObjectName;
  readonly to: ObjectName;
  /** What speaks for it, where it is a guess. */
  readonly guess: string | undefined;
}

export interface Intents {
  readonly renames: readonly Rename[];
  readonly added: readonly SchemaObject[];
  /** By its name after the renames. */
  readonly removed: readonly SchemaObject[];
  readonly altered: readonly Alteration[];
  /** Changed under a name that Postgres made, which is another one on the old side. */
  readonly nameless: readonly ObjectName[];
}

export function intentsOf(changes: readonly ObjectChange[], scene: Scene, renamed: RenamedSide): Intents {
  const alterations = changes.flatMap((change) => alterationsOf(change, scene));
  return {
    renames: changes.flatMap(renameOf),
    added: changes.flatMap((change) => (change.change === 'added' ? addedBy(change, scene) : [])),
    removed: removedBy(changes, scene, renamed),
    altered: [
      ...alterations.filter((change) => 'from' in change),
      ...changes.flatMap((change) => bareColumns(change, scene, renamed)),
    ],
    nameless: alterations.filter((change) => 'kind' in change),
  };
}

function renameOf(change: ObjectChange): readonly Rename[] {
  if (change.change !== 'renamed') return [];
  const { from, object, isCertain, why } = change;
  return [{ from: { ...from, parent: object.parent }, to: object, guess: isCertain ? undefined : why }];
}

/** Columns of a new table are made with it; what a partition has from its parent comes with the parent's. */
function addedBy({ object, isWithin, inheritedBy }: ObjectChange, { to }: Scene): readonly SchemaObject[] {
  const added = to.find(object);
  if (added === undefined) return [];
  const relation = to.relation(object.schema, object.parent);
  if (object.kind === 'column') {
    if (isWithin && /table$/.test(relation?.kind ?? '')) return [];
    if (isGiven(added)) return [];
  }
  return [
    added,
    ...(inheritedBy === 0 ? [] : heirsOf(added, to.objects).filter(({ kind }) => kind !== 'column')),
  ];
}

/** A snapshot has of a view the columns that have something of their own. */
function isOfView(object: ObjectName, side: SideObjects): boolean {
  return object.kind === 'column' && /view$/.test(side.relation(object.schema, object.parent)?.kind ?? '');
}

/** Not as a column is dropped: it only has nothing of its own any more. */
function bareColumns(change: ObjectChange, { from }: Scene, { rename }: RenamedSide): readonly Alteration[] {
  if (change.change !== 'removed' || change.isWithin) return [];
  const object = from.find(rename(change.object));
  if (object === undefined || !isOfView(object, from)) return [];
  const changed = new Set(Object.keys(object.attributes).filter((name) => name !== 'type'));
  return [{ from: object, to: { ...object, attributes: {} }, changed }];
}

function removedBy(changes: readonly ObjectChange[], { from }: Scene, { rename }: RenamedSide) {
  const gone = changes.flatMap((change) => {
    if (change.change !== 'removed') return [];
    const object = from.find(rename(change.object));
    return object === undefined ? [] : [{ object, isWithin: change.isWithin }];
  });
  const keys = new Set(gone.map(({ object }) => keyOf(object)));
  const tables = new Set(
    gone.filter(({ object }) => object.parent === null).map(({ object }) => placeOf(object)),
  );
  return gone.flatMap(({ object, isWithin }) => {
    if (isGiven(object) || isOfView(object, from)) return [];
    const owner = listOf(object, 'ownedBy');
    const [schema = '', parent = '', name = ''] = owner;
    // A sequence goes with its column.
    if (owner.length > 0 && keys.has(keyOf({ kind: 'column', schema, parent, name }))) return [];
    if (!isWithin) return [object];
    // Tables that refer to each other cannot be dropped one by one.
    const [otherSchema = '', other = ''] = listOf(object, 'references');
    const isKnot = other !== object.parent && tables.has(placeOf({ schema: otherSchema, name: other }));
    return object.kind === 'constraint' && isKnot ? [object] : [];
  });
}

function alterationsOf(change: ObjectChange, { from, to }: Scene): readonly (Alteration | ObjectName)[] {
  if (change.change !== 'changed' && change.change !== 'renamed') return [];
  const { object, attributes, inheritedBy } = change;
  if (attributes.length === 0) return [];
  const [old, now] = [from.find(object), to.find(object)];
  if (old === undefined || now === undefined) return [object];
  const changed = new Set(attributes.map(({ name }) => name));
  const heirs = inheritedBy === 0 ? [] : heirsOf(now, to.objects);
  return [
    { from: old, to: now, changed },
    ...heirs.flatMap((heir) => {
      const before = from.find(heir);
      const own = new Set([...changed].filter((name) => !recursing.has(name)));
      return before === undefined || own.size === 0 ? [] : [{ from: before, to: heir, changed: own }];
    }),
  ];
}

/** What a partition or child gets from its parent by the statement on that. */
const recursing: ReadonlySet<string> = new Set([
  'type',
  'collation',
  'definition',
  'default',
  'generated',
  'notNull',
  'notNullName',
  'identity',
  'identityOptions',
  'unique',
  'local',
]);

function heirsOf(object: SchemaObject, objects: readonly SchemaObject[]): readonly SchemaObject[] {
  const own = objects.filter((other) => {
    const [schema, parent, name] = listOf(other, 'inheritedFrom');
    return (
      other.kind === object.kind &&
      has(other, 'inheritedFrom') &&
      schema === object.schema &&
      parent === object.parent &&
      name === object.name
    );
  });
  return own.flatMap((heir) => [heir, ...heirsOf(heir, objects)]);
}
