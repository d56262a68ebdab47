import type { CatalogIndex, CatalogIndexKey } from './catalog.ts';

/** One key as text: two keys with the same text serve the same searches and sorts. */
function keyShape({ column, expression, opclass, collation, option }: CatalogIndexKey): string {
  return JSON.stringify([column, expression, opclass, collation, option]);
}

/** Everything that makes an index what it is but uniqueness and name. */
export function indexShape(index: CatalogIndex): string {
  const { method, keys, includes, predicate } = index;
  return JSON.stringify([method, keys.map(keyShape), includes.toSorted(), predicate]);
}

/**
 * Whether every search that `narrow` serves is served by `wide` too: a B-tree whose first keys are those of `narrow`, with the same
 * operator classes, collations and order, the same predicate, and all that `narrow` includes.
 */
export function covers(wide: CatalogIndex, narrow: CatalogIndex): boolean {
  if (wide.method !== 'btree' || narrow.method !== 'btree' || wide.predicate !== narrow.predicate)
    return false;
  const keys = wide.keys.map(keyShape);
  const stored = new Set([...wide.includes, ...wide.keys.map(({ column }) => column)]);
  return (
    narrow.keys.length <= wide.keys.length &&
    narrow.keys.every((key, position) => keyShape(key) === keys[position]) &&
    narrow.includes.every((column) => stored.has(column))
  );
}

/** Something besides speed hangs on it, so that it cannot simply be dropped. */
export function isNeeded(index: CatalogIndex): boolean {
  return (
    index.unique ||
    index.exclusion ||
    index.constraint !== null ||
    index.referencedByForeignKey ||
    index.replicaIdentity
  );
}
