import { displayName } from '../../postgres/object-name.ts';
import type { DumpContents } from '../dump/dump-contents.ts';
import type { Omission } from './database-facts.ts';
import type { StoredRelation } from './relations.ts';
import type { TableHashing } from './table-hashing.ts';

export interface TableChoice {
  readonly hashed: ReadonlySet<StoredRelation>;
  /** In the dump, but not hashed, and why. */
  readonly notCompared: readonly Omission[];
}

/** Which relations are hashed: of a source those with rows in the dump, of a copy all. */
export function chooseTables(
  relations: readonly StoredRelation[],
  contents: DumpContents | undefined,
  hashing: TableHashing,
): TableChoice {
  const hashed = new Set<StoredRelation>();
  const notCompared: Omission[] = [];
  for (const relation of relations.filter((one) => isRestored(one, contents))) {
    const reason = whyNot(relation, contents) ?? whyNotBy(hashing, relation);
    if (reason !== undefined) notCompared.push({ subject: displayName(relation), reason });
    else if (relation.kind === 'table') hashed.add(relation);
  }
  return { hashed, notCompared };
}

/** What is left out of the dump altogether is told by `notInBackup`. */
function isRestored({ oid, kind }: StoredRelation, contents: DumpContents | undefined): boolean {
  if (contents === undefined) return true;
  if (kind === 'materialised view') return contents.materialisedViews.has(oid);
  return kind === 'table' && (contents.definitions.has(oid) || contents.tables.has(oid));
}

function whyNot(relation: StoredRelation, contents: DumpContents | undefined): string | undefined {
  const { kind, extension, isPopulated, canRead } = relation;
  if (kind === 'foreign table') return 'a foreign table: its rows are on another server';
  if (kind === 'materialised view')
    return isPopulated ? 'a materialised view: a restore fills it anew (REFRESH)' : undefined;
  if (extension !== undefined) return `belongs to the extension ${extension}, which brings rows of its own`;
  if (contents !== undefined && !contents.tables.has(relation.oid)) return 'its rows are not in the dump';
  return canRead ? undefined : 'the role may not read it';
}

function whyNotBy({ kind }: TableHashing, relation: StoredRelation): string | undefined {
  if (relation.kind !== 'table') return undefined;
  if (kind === 'none') return 'no proof of tables was asked for';
  return kind === 'copy-lines' && relation.isInheritanceChild
    ? 'inherits its columns, which a restore may bring back in another order: only `proof: source` compares it'
    : undefined;
}
