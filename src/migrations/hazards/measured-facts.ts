/** Looking things up in a measurement. */

import { formatDuration } from '../../duration.ts';
import { groupBy } from '../../group-by.ts';
import { displayName } from '../../postgres/object-name.ts';
import { formatBytes } from '../../report/quantity.ts';
import type { StatementRef } from '../rehearsal/hazard.ts';
import { compareLockModes, lockModeWords } from '../rehearsal/lock-mode.ts';
import type { HeldLock, MeasuredStatement, Measurement, RelationState } from '../rehearsal/measurement.ts';

export interface MeasuredFacts {
  /** Undefined where it was not measured; the whole script's where that was measured as one. */
  of(ref: StatementRef): MeasuredStatement | undefined;
  /** The strongest lock on the table that the statement has or its transaction took before it. */
  lockOn(measured: MeasuredStatement, tableOid: number): HeldLock | undefined;
  /** True when the table itself or, for `orIndex`, one of its indexes got new storage. */
  isRewritten(measured: MeasuredStatement, tableOid: number): boolean;
  /** Of an index or TOAST table: its table. */
  ownerOf(oid: number): number;
  relation(oid: number): RelationState | undefined;
}

export function measuredFacts(measurement: Measurement): MeasuredFacts {
  const key = ({ migration, index }: StatementRef) => JSON.stringify([migration, index]);
  const byRef = new Map(measurement.statements.map((statement) => [key(statement), statement]));
  const whole = new Map(
    measurement.statements.flatMap((statement) =>
      statement.kind === 'Script' ? [[statement.migration, statement] as const] : [],
    ),
  );
  const byTransaction = groupBy(measurement.statements, ({ transaction }) => transaction);
  const relations = new Map(measurement.before.map((relation) => [relation.oid, relation]));
  const ownerOf = (oid: number) => relations.get(oid)?.tableOid ?? oid;
  return {
    of: (ref) => whole.get(ref.migration) ?? byRef.get(key(ref)),
    lockOn(measured, tableOid) {
      const before = (byTransaction.get(measured.transaction) ?? []).filter(
        (other) => other.startMs <= measured.startMs,
      );
      return [...before, measured]
        .flatMap(({ locks }) => locks)
        .filter(({ relation }) => relation.oid === tableOid)
        .toSorted((left, right) => compareLockModes(left.mode, right.mode))
        .at(-1);
    },
    isRewritten: (measured, tableOid) => measured.rewritten.some(({ oid }) => ownerOf(oid) === tableOid),
    ownerOf,
    relation: (oid) => relations.get(oid),
  };
}

/** One sentence with what was measured of the statement on the table. */
export function measuredText(measured: MeasuredStatement, lock: HeldLock | undefined): string {
  const rewritten = measured.rewritten.map(displayName).toSorted();
  const parts = [
    ...(lock === undefined
      ? []
      : [
          `${lockModeWords(lock.mode)} on ${displayName(lock.relation)} held for ${formatDuration(lock.heldMs)}`,
        ]),
    ...(rewritten.length === 0 ? [] : [`new storage for ${rewritten.join(', ')}`]),
    `the statement took ${formatDuration(measured.durationMs)}`,
    ...(measured.walBytes === undefined ? [] : [`${formatBytes(measured.walBytes)} of WAL`]),
  ];
  return `Measured: ${parts.join('; ')}.`;
}

/** "public.users: about 3,000,000 rows, 210 MB", or that it is not known. */
export function sizeText(
  table: Pick<RelationState, 'schema' | 'name' | 'rows'> & { readonly bytes: number | undefined },
): string {
  const bytes = table.bytes === undefined ? '' : `, ${formatBytes(table.bytes)}`;
  const rows =
    table.rows === undefined
      ? 'never analysed, so the number of its rows is not known'
      : `about ${table.rows.toLocaleString('en-US')} row${table.rows === 1 ? '' : 's'}`;
  return `${displayName(table)}: ${rows}${bytes}.`;
}
