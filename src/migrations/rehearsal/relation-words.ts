/** Relations as a report names them. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { counted, formatBytes } from '../../report/quantity.ts';
import type { RelationKind, RelationRef, RelationState } from './measurement.ts';

/** `users`, or `billing.invoices` outside of `public`; quoted only where it would be ambiguous without. */
export function relationName({ schema, name }: Pick<RelationRef, 'schema' | 'name'>): string {
  const written = readableIdentifier(name);
  return schema === 'public' ? written : `${readableIdentifier(schema)}.${written}`;
}

function readableIdentifier(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_$]*$/u.test(name) ? name : quoteIdentifier(name);
}

/** What an application reads or writes, so that a lock on it is a wait for somebody. */
const tableKinds: ReadonlySet<RelationKind> = new Set([
  'table',
  'partitioned table',
  'materialized view',
  'foreign table',
  'view',
]);

export function isTable({ kind }: RelationRef): boolean {
  return tableKinds.has(kind);
}

/** "3.0 M rows, 398 MB"; its kind where a size would say nothing. */
export function sizeWords(state: RelationState | undefined): string {
  if (state === undefined) return 'size unknown';
  const { kind, rows, bytes } = state;
  if (kind !== 'table' && kind !== 'materialized view') return kind;
  return `${rows === undefined ? 'rows unknown' : counted(rows, 'row')}, ${formatBytes(bytes)}`;
}

export type RelationStates = ReadonlyMap<number, RelationState>;

export function statesByOid(before: readonly RelationState[]): RelationStates {
  return new Map(before.map((state) => [state.oid, state]));
}
