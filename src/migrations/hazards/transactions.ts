/** Which statements share a transaction. */
import { goesWhole, type Transport } from '../script-batch.ts';
import type { SqlStatement } from '../sql-parser.ts';
import type { Operation } from './operation.ts';

export interface Place {
  /** Statements of one number share a transaction. Numbers rise through all pending migrations. */
  readonly transaction: number;
  /** Between BEGIN and COMMIT. */
  readonly isExplicit: boolean;
  /** Other statements that do something are in the transaction too. */
  readonly isShared: boolean;
  /** How the statements of the script reach the server; what was asked for, unless Prisma's splitter cannot read it. */
  readonly sent: Transport;
  /** What was asked for. */
  readonly transport: Transport;
  /** The server refuses here what cannot run in a transaction. */
  readonly isInTransaction: boolean;
}

interface Read {
  readonly statement: SqlStatement;
  readonly operations: readonly Operation[];
}

/**
 * A place for each statement of a script.
 *
 * A script that is sent whole is one implicit transaction. BEGIN takes what came before it in, COMMIT ends it, and the
 * rest is another one (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT).
 * @param first number of the first transaction.
 */
export function placesOf(statements: readonly Read[], transport: Transport, first: number): readonly Place[] {
  const sent = goesWhole(statements.map(({ statement }) => statement)) ? 'script' : transport;
  let transaction = first - 1;
  let isExplicit = false;
  let isOpen = false;
  const raw = statements.map(({ operations }) => {
    const command = commandOf(operations);
    if (!isOpen) transaction += 1;
    if (command === 'begin') isExplicit = true;
    const place = { transaction, isExplicit, isWork: command === undefined };
    if (command === 'commit' || command === 'rollback') isExplicit = false;
    isOpen = isExplicit || (sent === 'script' && command !== 'commit' && command !== 'rollback');
    return place;
  });
  const work = new Map<number, number>();
  for (const place of raw)
    if (place.isWork) work.set(place.transaction, (work.get(place.transaction) ?? 0) + 1);
  return raw.map((place) => ({
    transaction: place.transaction,
    isExplicit: place.isExplicit,
    isShared: (work.get(place.transaction) ?? 0) > 1,
    sent,
    transport,
    isInTransaction: place.isExplicit || (sent === 'script' && raw.length > 1),
  }));
}

function commandOf(operations: readonly Operation[]) {
  const [operation] = operations;
  return operation?.kind === 'transaction' ? operation.command : undefined;
}
