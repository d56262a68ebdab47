import { ExternalError, errorMessage, UserError } from '../../errors.ts';
import { connectWhenReady } from '../../postgres/connect.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { withDatabase } from '../../postgres/connection-uri.ts';
import { numeric, text, truth } from '../../postgres/row.ts';
import { detailOf, sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import type { Deadline } from '../../wait.ts';
import type { ProviderContext } from '../provider.ts';

/** The role of `postgres-url` in a session of its own, with what one call of the provider needs. */
export interface Administrator {
  readonly connection: PostgresConnection;
  readonly user: string;
  readonly isSuperuser: boolean;
  readonly serverVersion: number;
  readonly context: ProviderContext;
  readonly deadline: Deadline;
  /** A session on another database of the server. */
  connectTo(database: string): Promise<PostgresConnection>;
}

export interface AdministratorRequest {
  readonly uri: string;
  readonly context: ProviderContext;
  readonly deadline: Deadline;
  /** Databases not to connect to: one that somebody is connected to cannot be copied. */
  readonly avoid: readonly string[];
}

/** DROP DATABASE … WITH (FORCE) came with it. */
const oldestServer = 130_000;

/** Opens a session on a database that nobody copies. */
export async function openAdministrator(request: AdministratorRequest): Promise<Administrator> {
  const { uri, context, deadline } = request;
  const connectTo = (database: string) =>
    connectWhenReady({
      uri: withDatabase(uri, database),
      applicationName: 'database-actions/provider',
      signal: context.signal,
      timeoutMs: deadline.remaining(),
      log: context.log,
      // Copying a large database takes as long as it takes: the call's own deadline is the limit.
      settings: { statementTimeoutMs: context.timeoutMs, lockTimeoutMs: context.timeoutMs },
    });
  const connection = await connectTo(request.avoid.includes('postgres') ? 'template1' : 'postgres');
  try {
    return { connection, context, deadline, connectTo, ...(await capabilities(connection)) };
  } catch (thrown) {
    await connection[Symbol.asyncDispose]();
    throw thrown;
  }
}

async function capabilities(connection: PostgresConnection) {
  const [row = {}] = await connection.query(
    `SELECT rolname::text AS name, rolsuper, rolcreaterole, rolcreatedb, rolinherit,
            current_setting('server_version_num')::int AS version
       FROM pg_catalog.pg_roles WHERE rolname = current_user`,
  );
  const [user, isSuperuser, serverVersion] = [
    text(row, 'name'),
    truth(row, 'rolsuper'),
    numeric(row, 'version'),
  ];
  if (serverVersion < oldestServer)
    throw new UserError(`The server runs PostgreSQL ${Math.floor(serverVersion / 10_000)}.`, {
      hint: 'Branches as databases need PostgreSQL 13 or newer.',
    });
  const missing = [
    truth(row, 'rolcreatedb') ? [] : ['CREATEDB'],
    truth(row, 'rolcreaterole') ? [] : ['CREATEROLE'],
    truth(row, 'rolinherit') || serverVersion >= 160_000 ? [] : ['INHERIT'],
  ].flat();
  if (!isSuperuser && missing.length > 0)
    throw new UserError(`The role "${user}" of \`postgres-url\` lacks ${missing.join(' and ')}.`, {
      hint: `Each branch is a database with a role of its own. Let a superuser run: ALTER ROLE ${user} ${missing.join(' ')};`,
    });
  return { user, isSuperuser, serverVersion };
}

/** What the server refused, as an error that may be shown; anything else as it is. */
export function explainServerError(thrown: unknown, doing: string): unknown {
  const state = sqlStateOf(thrown);
  if (state === undefined) return thrown;
  const said = [errorMessage(thrown), detailOf(thrown)].filter((part) => part !== undefined).join(' ');
  if (state === sqlState.insufficientPrivilege)
    return new UserError(`${doing} was refused: ${said}.`, {
      hint: 'The role of `postgres-url` must be a superuser, or have CREATEDB and CREATEROLE and own the parent database (or that one be a template: ALTER DATABASE … IS_TEMPLATE true).',
      cause: thrown,
    });
  if (state === sqlState.queryCanceled)
    return new UserError(`${doing} took too long: ${said}.`, {
      hint: 'Raise the `timeout` input: copying a database takes as long as copying its files.',
      cause: thrown,
    });
  return new ExternalError('Postgres', `${doing} failed: ${said} (SQLSTATE ${state}).`, {
    code: state,
    cause: thrown,
  });
}
