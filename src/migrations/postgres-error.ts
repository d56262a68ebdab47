/** Postgres's own words about a failed statement, before Prisma rewrites them. */
import type { MappedError } from '@prisma/driver-adapter-utils';
import { CancelledError } from '../errors.ts';
import { isRecord, textOrUndefined } from './record.ts';

/** Fields of the protocol's ErrorResponse (https://www.postgresql.org/docs/current/protocol-error-fields.html). */
export interface PostgresError {
  readonly sqlState: string;
  readonly severity: string;
  readonly message: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** The call stack inside functions and DO blocks. */
  readonly where: string | undefined;
  /** In characters (code points) from 1, into the query that was sent. */
  readonly position: number | undefined;
  readonly column: string | undefined;
}

/** The server's answer in whatever `pg` threw, or undefined when the server said nothing (socket, TLS). */
export function postgresErrorOf(thrown: unknown): PostgresError | undefined {
  if (!(thrown instanceof Error) || !isRecord(thrown)) return undefined;
  const { code, severity, position } = thrown;
  if (typeof code !== 'string' || typeof severity !== 'string') return undefined;
  return {
    sqlState: code,
    severity,
    message: thrown.message,
    detail: textOrUndefined(thrown.detail),
    hint: textOrUndefined(thrown.hint),
    where: textOrUndefined(thrown.where),
    position: typeof position === 'string' ? Number(position) : undefined,
    column: textOrUndefined(thrown.column),
  };
}

/** What Postgres says of a statement that it cancels, for one that was not even sent. */
const cancelled: PostgresError = {
  sqlState: '57014',
  severity: 'ERROR',
  message: 'canceling statement due to user request',
  detail: undefined,
  hint: undefined,
  where: undefined,
  position: undefined,
  column: undefined,
};

type PrismaError = MappedError & { originalCode?: string; originalMessage?: string };

/**
 * What the engine needs to know: from its own queries, `TableDoesNotExist` (that is how it sees that there is no history
 * yet); from a migration's script Postgres's message, which goes into the history as it is.
 */
export function toPrismaError(thrown: unknown, source: 'query' | 'script'): PrismaError {
  const error = thrown instanceof CancelledError ? cancelled : postgresErrorOf(thrown);
  if (error === undefined) return { kind: 'ConnectionClosed', originalMessage: 'The connection was lost.' };
  const original = { originalCode: error.sqlState, originalMessage: error.message };
  if (source === 'query' && error.sqlState === '42P01') {
    const table = /relation "([^"]+)"/.exec(error.message)?.[1];
    return { kind: 'TableDoesNotExist', ...(table === undefined ? {} : { table }), ...original };
  }
  return {
    kind: 'postgres',
    code: error.sqlState,
    severity: error.severity,
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
    ...original,
  };
}
