import type { SequenceState } from '../proof/database-facts.ts';
import type { ArchiveToc } from './archive-toc.ts';

/** What a dump holds, by the numbers that the objects have in the database it was taken of. */
export interface DumpContents {
  /** Tables with their rows; oid -> number of the entry. */
  readonly tables: ReadonlyMap<number, number>;
  /** Tables that a restore makes, with rows or without. */
  readonly definitions: ReadonlySet<number>;
  /** Filled or not. */
  readonly materialisedViews: ReadonlySet<number>;
  /** As the dump sets them: sequences know no snapshot, so what the source says at any other moment is something else. */
  readonly sequences: readonly SequenceState[];
  readonly hasLargeObjects: boolean;
  /** Any kind of object: which of them a restore will make. */
  readonly kinds: ReadonlySet<string>;
}

const largeObjectKinds = new Set(['BLOB', 'BLOBS', 'BLOB METADATA']);

export function contentsOf({ entries }: ArchiveToc): DumpContents {
  const ofKind = (kind: string) => entries.filter((entry) => entry.kind === kind);
  return {
    tables: new Map(ofKind('TABLE DATA').map(({ oid, dumpId }) => [oid, dumpId])),
    definitions: new Set(ofKind('TABLE').map(({ oid }) => oid)),
    materialisedViews: new Set(ofKind('MATERIALIZED VIEW').map(({ oid }) => oid)),
    sequences: ofKind('SEQUENCE SET').map(({ schema, name, definition }) => ({
      schema,
      name,
      ...stateOf(definition),
    })),
    hasLargeObjects: entries.some(({ kind }) => largeObjectKinds.has(kind)),
    kinds: new Set(entries.map(({ kind }) => kind)),
  };
}

/** `SELECT pg_catalog.setval('public.users_id_seq', 42, true);` */
function stateOf(definition: string): Pick<SequenceState, 'lastValue' | 'isCalled'> {
  const match = /, (-?\d+), (true|false)\);\s*$/.exec(definition);
  if (match === null) throw new Error('pg_dump sets a sequence in another way than by setval.');
  return { lastValue: match[1] ?? '', isCalled: match[2] === 'true' };
}

/** For `pg_restore --use-list`: the rows of all tables, which it knows by the number that a line starts with. */
export function tableEntries({ tables }: DumpContents): string {
  return [...tables.values()].map((dumpId) => `${dumpId};\n`).join('');
}
