/** What the statements before have changed of the data, and by which of them. */
import type { RehearsalCatalog } from '../../rehearsal/catalog.ts';
import type { RelationRef } from '../../rehearsal/measurement.ts';
import type { Dependency, Reads } from '../data-check.ts';
import type { CatalogTables } from './catalog-tables.ts';

export interface PlannedChanges {
  /** Undefined columns: rows come, go or change as a whole. Partitions and parents share their rows. */
  change(table: RelationRef, columns: readonly string[] | undefined, by: Dependency): void;
  changeEverything(by: Dependency): void;
  /** A function or a type that is made or changed. */
  changeUsed(name: string, by: Dependency): void;
  /** The first statement that changed what is read. */
  dependency(reads: readonly Reads[], uses: readonly string[]): Dependency | undefined;
}

interface Changes {
  whole: Dependency | undefined;
  readonly columns: Map<string, Dependency>;
}

export function createPlannedChanges({ parents }: RehearsalCatalog, tables: CatalogTables): PlannedChanges {
  const changes = new Map<number, Changes>();
  const used = new Map<string, Dependency>();
  let everything: Dependency | undefined;
  const changesOf = (oid: number): Changes => {
    const known = changes.get(oid) ?? { whole: undefined, columns: new Map() };
    changes.set(oid, known);
    return known;
  };
  return {
    change(table, columns, by) {
      for (const oid of familyOf(table.oid, parents, tables)) {
        const known = changesOf(oid);
        if (columns === undefined) known.whole ??= by;
        else for (const column of columns) known.columns.set(column, known.columns.get(column) ?? by);
      }
    },
    changeEverything(by) {
      everything ??= by;
    },
    changeUsed: (name, by) => void used.set(name, used.get(name) ?? by),
    dependency(reads, uses) {
      const found = [
        everything,
        ...reads.map((read) => changedBy(changes.get(read.oid), read)),
        ...uses.map((name) => used.get(name)),
      ];
      return found.find((dependency) => dependency !== undefined);
    },
  };
}

function changedBy(changes: Changes | undefined, { columns }: Reads): Dependency | undefined {
  if (changes === undefined) return undefined;
  if (changes.whole !== undefined) return changes.whole;
  if (columns === 'all') return [...changes.columns.values()][0];
  return columns.map((column) => changes.columns.get(column)).find((by) => by !== undefined);
}

/** The table, its ancestors and its descendants. */
function familyOf(
  oid: number,
  parents: RehearsalCatalog['parents'],
  tables: CatalogTables,
): ReadonlySet<number> {
  const family = new Set([oid]);
  const above = (child: number) => parents.get(child) ?? child;
  for (let parent = above(oid); !family.has(parent); parent = above(parent)) family.add(parent);
  const waiting = [oid];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const below = tables(at).children.filter((child) => !family.has(child));
    for (const child of below) family.add(child);
    waiting.push(...below);
  }
  return family;
}
