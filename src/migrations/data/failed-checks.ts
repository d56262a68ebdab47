/** When a migration has failed on data: which rows it failed on. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { sqlStateOf } from '../../postgres/sqlstate.ts';
import type { StatementRef } from '../rehearsal/hazard.ts';
import type { DataRefusal } from '../rehearsal/rehearsal.ts';
import type { Transport } from '../script-batch.ts';
import type { SqlStatement } from '../sql-parser.ts';
import type { DataCheck } from './data-check.ts';
import { type DataCheckOptions, type DataCheckResult, runDataChecks } from './run-checks.ts';

export interface FailedStatement {
  /** Of the whole plan. */
  readonly checks: readonly DataCheck[];
  readonly statement: StatementRef;
  readonly sqlState: string;
  /** All statements of the failing script, and how they were sent. */
  readonly statements: readonly SqlStatement[];
  readonly transport: Transport;
}

export interface FailedCheckOptions extends Omit<DataCheckOptions, 'when' | 'replay'> {
  /** False: nothing of the migration is run again. What it does outside of the transaction (sequences, dblink) it would do twice. */
  readonly mayReplay?: boolean;
}

/** Kinds that a state is about, asked first. */
const kindsOf: Readonly<Record<string, readonly DataRefusal['kind'][]>> = {
  '23502': ['not null'],
  '23503': ['foreign key'],
  '23505': ['unique'],
  '23514': ['check', 'partition', 'cast'],
  '23P01': ['exclusion'],
};

/** Data exceptions (22), integrity violations (23), and what functions raise by themselves. */
export function isDataFailure(sqlState: string): boolean {
  return /^(22|23|P0001)/.test(sqlState);
}

/**
 * The rows that the failing statement refused. Where its predecessors were rolled back with it, they are run again for
 * as long as the questions take, and rolled back again. Empty when the failure was not about data.
 * @throws when the connection is lost or the run is cancelled
 */
export async function refusalsOfFailure(
  session: Session,
  failed: FailedStatement,
  options: FailedCheckOptions = {},
): Promise<DataCheckResult> {
  const { statement, sqlState } = failed;
  const mine = failed.checks.filter(
    (check) => check.statement.migration === statement.migration && check.statement.index === statement.index,
  );
  if (!isDataFailure(sqlState) || mine.length === 0) return { refusals: [], notes: [] };
  const first = kindsOf[sqlState] ?? ['cast'];
  const ordered = mine.toSorted((left, right) => rank(first, left) - rank(first, right));
  const isChanged = ordered.some(({ dependsOn }) => dependsOn !== undefined);
  const { mayReplay = true, ...times } = options;
  const replay = isChanged && mayReplay ? rolledBack(failed) : [];
  const limits = { ...times, when: 'failed' as const };
  try {
    return await runDataChecks(session, ordered, { ...limits, replay });
  } catch (thrown) {
    if (replay.length === 0 || sqlStateOf(thrown) === undefined) throw thrown;
    const result = await runDataChecks(session, ordered, limits);
    const note = `${statement.migration}: the statements before the failing one could not be repeated, so the rows were asked as they were before the migration.`;
    return { ...result, notes: [note, ...result.notes] };
  }
}

function rank(first: readonly DataRefusal['kind'][], { kind }: DataCheck): number {
  return first.includes(kind) ? 0 : 1;
}

/**
 * Statements before the failing one that its failure undid: those since the last COMMIT of a script that went as a whole,
 * those since a BEGIN that is still open where each statement goes by itself.
 */
function rolledBack({ statements, statement, transport }: FailedStatement): readonly string[] {
  const before = statements.slice(0, statement.index);
  const kindOf = ({ kind, node }: SqlStatement) => (kind === 'TransactionStmt' ? node.kind : undefined);
  const ends: readonly unknown[] = ['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK'];
  const begins: readonly unknown[] = ['TRANS_STMT_BEGIN', 'TRANS_STMT_START'];
  const last = before.findLastIndex((one) => ends.includes(kindOf(one)));
  const open = before.slice(last + 1);
  const begin = open.findIndex((one) => begins.includes(kindOf(one)));
  const undone = transport === 'script' ? open : begin < 0 ? [] : open.slice(begin);
  return undone.filter((one) => one.kind !== 'TransactionStmt').map(({ text }) => text);
}
