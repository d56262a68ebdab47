/** A database for one restore on a server that runs already: made empty, like the source, and dropped afterwards. */

import { errorMessage } from '../../errors.ts';
import { majorOf } from '../../postgres/client-program.ts';
import { connectWhenReady } from '../../postgres/connect.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { secretsOf, withDatabase } from '../../postgres/connection-uri.ts';
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { assertDirectUri } from '../../postgres/pooler.ts';
import { truth } from '../../postgres/row.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import type { Omission } from '../proof/database-facts.ts';
import { dropRoles, prepareRoles } from './restore-roles.ts';
import {
  type RestoreContext,
  type RestoreTarget,
  type SourceServer,
  UnfitTargetError,
} from './restore-target.ts';

export interface EmptyDatabaseRequest {
  /** Of a role that may create databases, on any database of the server. */
  readonly serverUri: string;
  /** Name of the new database. */
  readonly database: string;
  readonly server: SourceServer;
  /** For people: `embedded server`. */
  readonly description: string;
  /** False: the database stays when the target is disposed. */
  readonly isThrownAway: boolean;
  /** `make`: missing roles are made, and dropped with the database. */
  readonly roles: 'make' | 'leave';
}

/**
 * Makes the database with the source's encoding and locale; a locale that the server does not have is left away and
 * told. @throws UnfitTargetError when the role may not create databases, or the name is taken
 */
export async function createEmptyDatabase(
  request: EmptyDatabaseRequest,
  context: RestoreContext,
): Promise<RestoreTarget> {
  const { serverUri, database, description, isThrownAway } = request;
  for (const secret of secretsOf(serverUri)) context.mask(secret);
  assertDirectUri(serverUri);
  await using session = await administer(serverUri, context);
  const [rights = {}] = await session.query(
    'SELECT rolsuper, rolcreaterole FROM pg_catalog.pg_roles WHERE rolname = current_user',
  );
  const omissions = await create(session, request);
  const major = majorOf(session.serverVersion);
  const isSuperuser = truth(rights, 'rolsuper');
  const mayMakeRoles = request.roles === 'make' && (isSuperuser || truth(rights, 'rolcreaterole'));
  const made: string[] = [];
  return {
    uri: withDatabase(serverUri, database),
    database,
    serverVersion: session.serverVersion,
    description: `${description}, PostgreSQL ${major}.${session.serverVersion % 10_000}`,
    isSuperuser,
    omissions,
    async prepareRoles(names) {
      await using own = await administer(serverUri, context);
      const roles = await prepareRoles(own, names, mayMakeRoles);
      made.push(...roles.made);
      return roles;
    },
    [Symbol.asyncDispose]: () =>
      isThrownAway ? dropDatabase({ serverUri, database, roles: made }, context) : Promise.resolve(),
  };
}

/** A session on the database that the URI names, which has to be there. */
export function administer(serverUri: string, context: RestoreContext): Promise<PostgresConnection> {
  return connectWhenReady({
    uri: serverUri,
    applicationName: 'database-actions/restore',
    signal: context.signal,
    timeoutMs: context.timeoutMs,
    log: context.log,
    settings: { statementTimeoutMs: context.timeoutMs, lockTimeoutMs: context.timeoutMs },
  });
}

async function create(
  session: PostgresConnection,
  { database, server }: EmptyDatabaseRequest,
): Promise<readonly Omission[]> {
  const base = `CREATE DATABASE ${quoteIdentifier(database)} TEMPLATE template0 ENCODING ${quoteLiteral(server.encoding)}`;
  try {
    await session.query(`${base}${localeClause(server.locale, session.serverVersion)}`);
    return [];
  } catch (thrown) {
    if (!isUnknownLocale(thrown)) throw refusalOf(thrown, database);
  }
  try {
    await session.query(base);
  } catch (thrown) {
    throw refusalOf(thrown, database);
  }
  return [
    {
      subject: `locale ${server.locale}`,
      reason:
        'the server that it was restored on does not have it: the order of texts, and what an index makes of it, were not compared',
    },
  ];
}

/** Of template0 alone may encoding and locale differ. A server may have another provider by default (15 and newer). */
function localeClause(locale: string, serverVersion: number): string {
  if (locale === '') return '';
  const provider = serverVersion >= 150_000 ? ' LOCALE_PROVIDER libc' : '';
  return `${provider} LOCALE ${quoteLiteral(locale)}`;
}

/** `wrong_object_type` and `invalid_parameter_value`: what CREATE DATABASE says of a locale, by version. */
function isUnknownLocale(thrown: unknown): boolean {
  return ['42809', '22023', '0A000'].includes(sqlStateOf(thrown) ?? '');
}

function refusalOf(thrown: unknown, database: string): unknown {
  const state = sqlStateOf(thrown);
  if (state === sqlState.insufficientPrivilege)
    return new UnfitTargetError('The role of the target may not create a database.', {
      hint: 'Give a URI whose role has CREATEDB: the backup is restored into a database of its own, never into one that is there.',
      cause: thrown,
    });
  if (state === sqlState.duplicateDatabase)
    return new UnfitTargetError(`There is a database "${database}" on the target already.`, {
      hint: 'Nothing that exists is restored over. Choose another name, or drop that database first.',
      cause: thrown,
    });
  if (state === undefined) return thrown;
  return new UnfitTargetError(
    `The database "${database}" could not be made: ${errorMessage(thrown)} (SQLSTATE ${state}).`,
    { cause: thrown },
  );
}

export interface Remains {
  readonly serverUri: string;
  readonly database: string;
  /** Made for it. */
  readonly roles: readonly string[];
}

/** Also after a cancel, so without its signal; what cannot be dropped is told by name. */
export async function dropDatabase(
  { serverUri, database, roles }: Remains,
  context: RestoreContext,
): Promise<void> {
  try {
    await using session = await administer(serverUri, {
      ...context,
      signal: new AbortController().signal,
      timeoutMs: Math.min(context.timeoutMs, dropMs),
    });
    await session.query(`DROP DATABASE IF EXISTS ${quoteIdentifier(database)} WITH (FORCE)`);
    const stayed = await dropRoles(session, roles);
    if (stayed.length > 0)
      context.log.warning(`Something depends on these roles by now, they stay: ${stayed.join(', ')}.`);
  } catch (thrown) {
    context.log.warning(
      `The database "${database}" could not be dropped: ${errorMessage(thrown)} Drop it by hand: it holds the restored data.`,
    );
  }
}

/** Milliseconds; a cancelled run has not more than ten seconds. */
const dropMs = 6000;

/**
 * Puts the restored database in the place of the one of that name, in which nobody may be working any more. The old one is
 * dropped only when the new one stands ready beside it.
 */
export async function replaceDatabase(
  {
    serverUri,
    restored,
    name,
  }: { readonly serverUri: string; readonly restored: string; readonly name: string },
  context: RestoreContext,
): Promise<void> {
  await using session = await administer(serverUri, context);
  await session.query(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`);
  await session.query(`ALTER DATABASE ${quoteIdentifier(restored)} RENAME TO ${quoteIdentifier(name)}`);
}

export async function hasDatabase(
  { serverUri, name }: { readonly serverUri: string; readonly name: string },
  context: RestoreContext,
): Promise<boolean> {
  await using session = await administer(serverUri, context);
  const rows = await session.query('SELECT 1 FROM pg_catalog.pg_database WHERE datname = $1', [name]);
  return rows.length > 0;
}
