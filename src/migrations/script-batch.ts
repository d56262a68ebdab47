/** How a script is cut into the queries that are sent: as the Prisma version in use would, with or without measuring. */
import type { SqlParser, SqlStatement } from './sql-parser.ts';

/**
 * How the script goes to the server. `script`: whole, in one simple query, which Postgres runs as one implicit
 * transaction: Prisma up to 7.3. `statements`: one by one, each its own transaction: Prisma from 7.4
 * (https://github.com/prisma/prisma-engines/pull/5767).
 */
export type Transport = 'script' | 'statements';

/** A part of a script, with its place in it (UTF-16). */
export interface Piece {
  readonly text: string;
  readonly start: number;
  /** Its place among the script's statements; undefined for a script that is sent without being taken apart. */
  readonly statement: (SqlStatement & { readonly index: number }) | undefined;
}

/** Pieces that go to the server in one query. */
export interface Batch {
  readonly pieces: readonly Piece[];
  /** Another query may stand behind each piece without changing what the pieces do. */
  readonly canBeProbed: boolean;
}

/** The batches of a script, in order. With `isMeasured`, a whole script is taken apart where that changes nothing. */
export function batchesOf(
  script: string,
  { transport, parser, isMeasured }: { transport: Transport; parser: SqlParser; isMeasured: boolean },
): readonly Batch[] {
  const whole: Batch = { pieces: [{ text: script, start: 0, statement: undefined }], canBeProbed: false };
  const parsed = parser.parse(script);
  if (parsed.kind === 'syntax-error' || parsed.statements.length === 0) return [whole];
  const { statements } = parsed;
  const pieces = statements.map((statement, index) => ({ ...statement, statement: { ...statement, index } }));
  if (transport === 'statements' && !goesWhole(statements))
    return pieces.map((piece) => ({ pieces: [piece], canBeProbed: isSameInTransaction(piece.statement) }));
  if (!isMeasured) return [whole];
  if (pieces.length === 1) return [{ pieces, canBeProbed: statements.every(isSameInTransaction) }];
  return statements.some(needsFreshTransaction) ? [whole] : [{ pieces, canBeProbed: true }];
}

/**
 * First words of statements that Prisma's splitter, the Rust crate `sqlparser` 0.61, has no grammar for. A script with
 * one of them goes to the server whole, so its statements share one transaction. Pretending otherwise would let a
 * migration pass here that fails in production.
 */
const unreadableWords: ReadonlySet<string> = new Set([
  'abort',
  'checkpoint',
  'cluster',
  'do',
  'import',
  'lock',
  'move',
  'reassign',
  'refresh',
  'reindex',
  'security',
  'table',
]);

/** Whether Prisma sends the statements in one query, from 7.4 on too, since its splitter cannot read one of them. */
export function goesWhole(statements: readonly SqlStatement[]): boolean {
  return statements.some(isUnreadable);
}

/** https://github.com/prisma/prisma-engines/pull/5847: `sqlparser` reads CREATE INDEX CONCURRENTLY, but not DROP. */
function isUnreadable({ text, kind, node }: SqlStatement): boolean {
  const [word = ''] = /^[a-z]+/i.exec(text) ?? [];
  return unreadableWords.has(word.toLowerCase()) || (kind === 'DropStmt' && node.concurrent === true);
}

/**
 * Statements that a single query runs otherwise than a query of several: those that refuse a transaction block, those
 * that demand one (LOCK, SAVEPOINT, SET LOCAL), and procedures and DO blocks that end the transaction themselves.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT
 */
const differentInTransaction: ReadonlySet<string> = new Set([
  'AlterDatabaseStmt',
  'AlterSubscriptionStmt',
  'AlterSystemStmt',
  'CallStmt',
  'ClusterStmt',
  'CreateSubscriptionStmt',
  'CreateTableSpaceStmt',
  'CreatedbStmt',
  'DeclareCursorStmt',
  'DiscardStmt',
  'DropSubscriptionStmt',
  'DropTableSpaceStmt',
  'DropdbStmt',
  'LockStmt',
  'ReindexStmt',
  'RepackStmt',
  'TransactionStmt',
  'VacuumStmt',
  'VariableSetStmt',
]);

/** Whether the statement does the same alone and in a transaction with a query behind it. */
function isSameInTransaction({ kind, node, text }: SqlStatement): boolean {
  if (differentInTransaction.has(kind)) return false;
  if (kind === 'IndexStmt' || kind === 'DropStmt') return node.concurrent !== true;
  if (kind === 'DoStmt') return !/\b(commit|rollback|call)\b/i.test(text);
  // DETACH PARTITION … CONCURRENTLY; the word may stand anywhere, and one look too few costs nothing.
  return kind !== 'AlterTableStmt' || !/\bconcurrently\b/i.test(text);
}

/** SET TRANSACTION, and BEGIN with options, must come before any query of their transaction (SQLSTATE 25001). */
function needsFreshTransaction({ kind, node, text }: SqlStatement): boolean {
  if (kind === 'TransactionStmt') return Array.isArray(node.options);
  return kind === 'VariableSetStmt' && /\btransaction\b/i.test(text);
}
