import { type CompareOptions, valuesOf } from './compare-objects.ts';
import { changesOf, type Pairing, pairObjects } from './pair-objects.ts';
import { isList } from './same.ts';
import type { DiffOptions, ObjectChange, SchemaDiff } from './schema-diff.ts';
import { majorOf, selectObjects } from './select-objects.ts';
import {
  compareNames,
  keyOf,
  type LiveSnapshot,
  type ObjectName,
  type SchemaObject,
  type SchemaSnapshot,
} from './snapshot.ts';

/**
 * What is different in `to`: objects added, removed, changed and renamed, each with its attributes. The order of columns,
 * names that Postgres made, the history of migrations and members of extensions are not told.
 */
export function diffSnapshots(
  from: SchemaSnapshot,
  to: SchemaSnapshot,
  options: DiffOptions = {},
): SchemaDiff {
  const selection = selectObjects(from, to, options);
  const ignored = [
    ...(options.ignoreAttributes ?? []),
    ...(options.columnOrder === true ? [] : ['columnOrder']),
  ];
  const settings = { ignored: new Set(ignored), isLoose: majorOf(from) !== majorOf(to) };
  const pairing = pairObjects(
    from.objects.filter(selection.isSelected),
    to.objects.filter(selection.isSelected),
    {
      ...settings,
      identity: options.identity === undefined ? undefined : identityOf(from, to),
      isSameDatabase: options.identity === 'same',
    },
  );
  return {
    versions: { from: from.serverVersion, to: to.serverVersion },
    changes: withoutInherited(allChanges(pairing, settings)).map(({ change }) => change),
    notCompared: selection.notCompared,
    notes: selection.notes,
  };
}

function identityOf(from: SchemaSnapshot, to: SchemaSnapshot) {
  if (!isLive(from) || !isLive(to)) return undefined;
  const sides = { from, to };
  return (side: 'from' | 'to', object: SchemaObject) => sides[side].identityOf(object);
}

function isLive(snapshot: SchemaSnapshot): snapshot is LiveSnapshot {
  return 'identityOf' in snapshot;
}

/** A change with the object that it is about, whose facts say where it was inherited from. */
interface Entry {
  readonly change: ObjectChange;
  readonly subject: SchemaObject;
}

function allChanges(pairing: Pairing, settings: Omit<CompareOptions, 'follow'>): readonly Entry[] {
  const compare = changesOf(pairing, settings);
  const plain = { isWithin: false, inheritedBy: 0 };
  const paired = pairing.pairs.flatMap((pair): readonly Entry[] => {
    const attributes = compare(pair);
    const object = nameOf(pair.to);
    if (pair.renamed !== undefined) {
      const from = nameOf(pair.from);
      const change = { change: 'renamed', object, from, ...pair.renamed, attributes, ...plain } as const;
      return [{ subject: pair.to, change }];
    }
    if (attributes.length === 0) return [];
    return [{ subject: pair.to, change: { change: 'changed', object, attributes, ...plain } }];
  });
  const alone = (change: 'added' | 'removed', objects: readonly SchemaObject[]) => {
    const tables = new Set(objects.filter(({ parent }) => parent === null).map(placeKey));
    return objects.map(
      (object): Entry => ({
        subject: object,
        change: {
          change,
          object: nameOf(object),
          attributes: valuesOf(object),
          isWithin: isPartOf(object, tables),
          inheritedBy: 0,
        },
      }),
    );
  };
  return [...paired, ...alone('added', pairing.added), ...alone('removed', pairing.removed)].toSorted(
    (a, b) => compareNames(a.subject, b.subject),
  );
}

function nameOf({ kind, schema, parent, name }: ObjectName): ObjectName {
  return { kind, schema, parent, name };
}

function placeKey({ schema, name }: ObjectName): string {
  return `${schema}\0${name}`;
}

/** A part of a table, and the sequence of a serial column of it. */
function isPartOf(object: SchemaObject, tables: ReadonlySet<string>): boolean {
  if (object.parent !== null) return tables.has(`${object.schema}\0${object.parent}`);
  const owner = valuesOf(object).ownedBy;
  return isList(owner) && tables.has(`${owner[0]}\0${owner[1]}`);
}

/** What a partition or a child has from its parent is told of the parent, with how many have it too. */
function withoutInherited(entries: readonly Entry[]): readonly Entry[] {
  const byKey = new Map(entries.map((entry) => [keyOf(entry.subject), entry]));
  const heirs = new Map<string, number>();
  const kept = entries.filter((entry) => {
    const top = topOf(entry, byKey);
    if (top === undefined) return true;
    heirs.set(keyOf(top.subject), (heirs.get(keyOf(top.subject)) ?? 0) + 1);
    return false;
  });
  return kept.map((entry) => {
    const inheritedBy = heirs.get(keyOf(entry.subject)) ?? 0;
    return inheritedBy === 0 ? entry : { ...entry, change: { ...entry.change, inheritedBy } };
  });
}

function topOf(entry: Entry, byKey: ReadonlyMap<string, Entry>): Entry | undefined {
  if (entry.change.isWithin) return undefined;
  const origin = valuesOf(entry.subject).inheritedFrom;
  if (!isList(origin)) return undefined;
  const [schema = '', parent = '', name = ''] = origin;
  const above = byKey.get(keyOf({ kind: entry.subject.kind, schema, parent, name }));
  if (above === undefined || !isSameChange(above.change, entry.change)) return undefined;
  return topOf(above, byKey) ?? above;
}

function isSameChange(left: ObjectChange, right: ObjectChange): boolean {
  if (left.change !== right.change) return false;
  if (left.change === 'added' || left.change === 'removed') return true;
  return JSON.stringify(left.attributes) === JSON.stringify(right.attributes);
}
