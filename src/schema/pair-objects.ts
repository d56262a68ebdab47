/** Which object of one side is which of the other: by name, by what survives a rename, else by being alike. */
import { groupBy } from '../group-by.ts';
import { areEqual, type CompareOptions, compareObjects, valuesOf } from './compare-objects.ts';
import { objectKinds } from './object-kinds.ts';
import { following, type Rename } from './renames.ts';
import { compareNames, type ObjectName, type SchemaObject } from './snapshot.ts';
import { hasSystemName } from './system-names.ts';

export interface Pair {
  readonly from: SchemaObject;
  readonly to: SchemaObject;
  /** Undefined: they have the same name, or one that Postgres made. */
  readonly renamed: { readonly why: string; readonly isCertain: boolean } | undefined;
}

export interface Pairing {
  /** Those that are not equal in everything; renamed ones also when they are. */
  readonly pairs: readonly Pair[];
  readonly removed: readonly SchemaObject[];
  readonly added: readonly SchemaObject[];
  readonly renames: readonly Rename[];
}

export interface PairOptions extends Omit<CompareOptions, 'follow'> {
  /** The number of a table or column, which survives a rename; where both sides are one database or a copy of it. */
  readonly identity: ((side: 'from' | 'to', object: SchemaObject) => string | undefined) | undefined;
  /** The same number is the same thing. In a copy it may be something that was made since, on either side. */
  readonly isSameDatabase: boolean;
}

/**
 * Tables and types first, columns next, the rest last: a part of a renamed table is looked for in the table of the new name,
 * and its definition read with the new names.
 */
export function pairObjects(
  from: readonly SchemaObject[],
  to: readonly SchemaObject[],
  options: PairOptions,
): Pairing {
  const pairs: Pair[] = [];
  const removed: SchemaObject[] = [];
  const added: SchemaObject[] = [];
  const renames: Rename[] = [];
  const tables = new Map<string, string>();
  const [olds, news] = [inRounds(from), inRounds(to)];
  for (const [round, own] of olds.entries()) {
    const place = (object: SchemaObject) => placeOf(object, tables);
    const left = unmatched(own, news[round] ?? [], { place, isPlaced: tables.size > 0 });
    pairs.push(...left.pairs);
    const alike = findRenames(left, { ...options, place, renames, columns: { from, to } });
    for (const pair of alike.pairs) {
      pairs.push(pair);
      if (pair.renamed === undefined) continue;
      renames.push({ from: pair.from, to: pair.to });
      if (isTable(pair.from)) tables.set(`${pair.from.schema}\0${pair.from.name}`, pair.to.name);
    }
    removed.push(...alike.removed);
    added.push(...alike.added);
  }
  return { pairs, removed, added, renames };
}

/** Whole objects, columns, other parts; each in the order given. */
function inRounds(objects: readonly SchemaObject[]): readonly (readonly SchemaObject[])[] {
  const [whole, columns, parts]: [SchemaObject[], SchemaObject[], SchemaObject[]] = [[], [], []];
  for (const object of objects) {
    if (object.kind === 'column') columns.push(object);
    else if (object.parent === null) whole.push(object);
    else parts.push(object);
  }
  return [whole, columns, parts];
}

function isTable({ kind }: ObjectName): boolean {
  return kind === 'table' || kind === 'foreign table' || kind === 'view' || kind === 'materialized view';
}

/** The name it has on the old side with the table's new name. */
function placeOf(object: SchemaObject, tables: ReadonlyMap<string, string>): ObjectName {
  if (tables.size === 0) return object;
  const parent = object.parent === null ? undefined : tables.get(`${object.schema}\0${object.parent}`);
  return parent === undefined ? object : { ...object, parent };
}

interface Unmatched {
  readonly pairs: readonly Pair[];
  readonly removed: readonly SchemaObject[];
  readonly added: readonly SchemaObject[];
}

/** Both sides are sorted by name: one walk along both. A renamed table's parts are sorted anew, under its new name. */
function unmatched(
  from: readonly SchemaObject[],
  to: readonly SchemaObject[],
  { place, isPlaced }: { readonly place: (object: SchemaObject) => ObjectName; readonly isPlaced: boolean },
): Unmatched {
  const olds = isPlaced ? from.toSorted((a, b) => compareNames(place(a), place(b))) : from;
  const pairs: Pair[] = [];
  const removed: SchemaObject[] = [];
  const added: SchemaObject[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [old, now] = [olds[left], to[right]];
    if (old === undefined && now === undefined) return { pairs, removed, added };
    const order = old === undefined ? 1 : now === undefined ? -1 : compareNames(place(old), now);
    if (old !== undefined && order < 0) removed.push(old);
    else if (now !== undefined && order > 0) added.push(now);
    else if (old !== undefined && now !== undefined && !areEqual(old, now))
      pairs.push({ from: old, to: now, renamed: undefined });
    if (order <= 0) left += 1;
    if (order >= 0) right += 1;
  }
}

interface RenameContext extends PairOptions {
  readonly place: (object: SchemaObject) => ObjectName;
  readonly renames: readonly Rename[];
  /** A table is like another by its columns. */
  readonly columns: { readonly from: readonly SchemaObject[]; readonly to: readonly SchemaObject[] };
}

/** Pairs what is left over. One that could be several is none. */
function findRenames({ removed, added }: Unmatched, context: RenameContext): Unmatched {
  if (removed.length === 0 || added.length === 0) return { pairs: [], removed, added };
  const pairs: Pair[] = [];
  const [gone, come] = [new Set(removed), new Set(added)];
  const take = (from: SchemaObject, to: SchemaObject, renamed: Pair['renamed']) => {
    pairs.push({ from, to, renamed });
    gone.delete(from);
    come.delete(to);
  };
  for (const [from, to] of byIdentity(removed, added, context))
    take(from, to, { why: `it is the same ${objectKinds[to.kind].label} of the database`, isCertain: true });
  const likeness = likenessOf(context);
  const candidates = groupBy([...come], (object) => likeness('to', object));
  const originals = groupBy([...gone], (object) => likeness('from', object));
  for (const [like, olds] of originals) {
    const news = candidates.get(like) ?? [];
    if (like === undefined || news.length === 0) continue;
    const [old, now] = [olds[0], news[0]];
    const isOne = olds.length === 1 && news.length === 1;
    if (olds.every(hasSystemName) && news.every(hasSystemName))
      olds.forEach((object, index) => {
        const other = news[index];
        if (other !== undefined) take(object, other, undefined);
      });
    else if (isOne && old !== undefined && now !== undefined && maybeRenamed(old, now, context))
      take(old, now, { why: whyAlike(now), isCertain: false });
  }
  return { pairs, removed: removed.filter((o) => gone.has(o)), added: added.filter((o) => come.has(o)) };
}

function byIdentity(
  removed: readonly SchemaObject[],
  added: readonly SchemaObject[],
  { identity, isSameDatabase }: RenameContext,
): readonly (readonly [SchemaObject, SchemaObject])[] {
  if (identity === undefined || !isSameDatabase) return [];
  const known = new Map(added.map((object) => [identity('to', object), object]));
  return removed.flatMap((object) => {
    const own = identity('from', object);
    const other = own === undefined ? undefined : known.get(own);
    return other === undefined || other.kind !== object.kind || other.schema !== object.schema
      ? []
      : [[object, other] as const];
  });
}

/** What has another number is another thing. */
function maybeRenamed(from: SchemaObject, to: SchemaObject, { identity }: RenameContext): boolean {
  const [own, other] = [identity?.('from', from), identity?.('to', to)];
  return own === undefined || other === undefined || own === other;
}

/** Kinds without anything that tells one from another: an equal one is no sign of a rename. */
const featureless: ReadonlySet<string> = new Set([
  'schema',
  'extension',
  'default privileges',
  'other',
  'publication',
]);

/**
 * A text that is equal for two objects which may be one under two names; undefined where nothing can be said. Owner,
 * grants and comment are left out of it.
 */
function likenessOf(
  context: RenameContext,
): (side: 'from' | 'to', object: SchemaObject) => string | undefined {
  const follow = following(context.renames);
  let columns: Readonly<Record<'from' | 'to', ReadonlyMap<string, readonly string[]>>> | undefined;
  return (side, object) => {
    if (featureless.has(object.kind)) return undefined;
    const values = Object.entries(valuesOf(object))
      .filter(([name]) => !unlike.has(name))
      .map(
        ([name, value]) =>
          `${name}=${JSON.stringify(side === 'from' ? follow(value, context.place(object)) : value)}`,
      )
      .toSorted();
    const { kind, schema, parent } = side === 'from' ? context.place(object) : object;
    if (kind === 'table' || kind === 'foreign table') {
      columns ??= { from: columnsByTable(context.columns.from), to: columnsByTable(context.columns.to) };
      const own = columns[side].get(`${schema}\0${object.name}`) ?? [];
      if (own.length === 0) return undefined;
      values.push(...own.toSorted());
    }
    return values.length === 0 ? undefined : [kind, schema, parent, ...values].join('\0');
  };
}

const unlike: ReadonlySet<string> = new Set([
  'owner',
  'grants',
  'comment',
  'columnOrder',
  'inheritedFrom',
  'columns',
  'references',
]);

function columnsByTable(objects: readonly SchemaObject[]): ReadonlyMap<string, readonly string[]> {
  const columns = new Map<string, string[]>();
  for (const object of objects) {
    if (object.kind !== 'column') continue;
    const key = `${object.schema}\0${object.parent}`;
    const list = columns.get(key) ?? [];
    list.push(`${object.name} ${String(valuesOf(object).type)}`);
    columns.set(key, list);
  }
  return columns;
}

function whyAlike({ kind }: ObjectName): string {
  if (kind === 'table' || kind === 'foreign table') return 'the columns and their types are the same';
  return kind === 'column' ? 'the type and everything else is the same' : 'the definition is the same';
}

/** The comparison of one pair, with the renames of all. */
export function changesOf(pairing: Pairing, options: Omit<CompareOptions, 'follow'>) {
  const settings = { ...options, follow: following(pairing.renames) };
  return (pair: Pair) => compareObjects(pair.from, pair.to, settings);
}
