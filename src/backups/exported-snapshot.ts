import { ExternalError, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { parseConnectionUri } from '../postgres/connection-uri.ts';
import { quoteLiteral } from '../postgres/identifier.ts';
import { assertDirectUri, directUriOf, isPooledUri } from '../postgres/pooler.ts';
import { optionalText, text, truth } from '../postgres/row.ts';
import { sqlState, sqlStateOf } from '../postgres/sqlstate.ts';
import { sleep } from '../wait.ts';
import { openLongSession } from './long-session.ts';
import type { BackupManifest } from './manifest.ts';

export interface ExportedSnapshot extends AsyncDisposable {
  /** For `pg_dump --snapshot` and `SET TRANSACTION SNAPSHOT`. */
  readonly id: string;
  /** By the server's clock; not later than the snapshot. */
  readonly takenAt: string;
  /** Not later than the snapshot; absent on a standby and where the role may not ask. */
  readonly lsn?: string;
  readonly server: BackupManifest['server'];
  /** Its queries see the snapshot. One that fails ends the transaction, and with it the snapshot. */
  readonly connection: PostgresConnection;
  /** Another session in the same snapshot; closed with it, and counts as much for `signal`. */
  join(): Promise<PostgresConnection>;
  /** The caller's signal, and aborted too when the session that holds the snapshot is lost. */
  readonly signal: AbortSignal;
}

export interface SnapshotOptions {
  /** Direct: see {@link directUri}. */
  readonly uri: string;
  readonly applicationName: string;
  readonly timeoutMs: number;
  /** Of every session: how long it waits for a lock on a table. */
  readonly lockTimeoutMs: number;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

const keepAliveMs = 30_000;

/**
 * Opens the session that all of a backup hangs on: its transaction stays open, its snapshot is what is dumped and
 * proved. Holds back vacuum as long as it lives.
 * @throws UserError or ExternalError when there is no connection, or the role may not read
 */
export async function exportSnapshot(options: SnapshotOptions): Promise<ExportedSnapshot> {
  const lost = new AbortController();
  const closed = new AbortController();
  const signal = AbortSignal.any([options.signal, lost.signal]);
  const sessions: PostgresConnection[] = [];
  const close = async () => {
    closed.abort();
    await Promise.all(sessions.map((session) => session[Symbol.asyncDispose]()));
  };
  const open = async () => {
    const session = await openSession({ ...options, signal });
    sessions.push(session);
    keepOpen(session, lost, closed.signal);
    return session;
  };
  try {
    const connection = await open();
    const { lsn, ...server } = await readServer(connection);
    const [row = {}] = await connection.query(beginAndExport);
    const id = text(row, 'id');
    return {
      id,
      takenAt: text(row, 'taken_at'),
      ...(lsn === undefined ? {} : { lsn }),
      server,
      connection,
      join: async () => importSnapshot(await open(), id),
      signal,
      [Symbol.asyncDispose]: close,
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function importSnapshot(session: PostgresConnection, id: string): Promise<PostgresConnection> {
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  // Must be the transaction's first statement.
  await session.query(`SET TRANSACTION SNAPSHOT ${quoteLiteral(id)}`);
  return session;
}

/** The start of the transaction is taken for the time: it is before the snapshot, so an age told by it is never too short. */
const beginAndExport = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_catalog.pg_export_snapshot() AS id,
  pg_catalog.to_char(pg_catalog.now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS taken_at`;

/** The URI of the server itself, where it is known. @throws UserError for a pooler whose server is not known */
export function directUri(uri: string, log: Logger): string {
  if (!isPooledUri(uri)) return uri;
  const direct = directUriOf(uri);
  if (direct === undefined) assertDirectUri(uri);
  const { host, port } = parseConnectionUri(direct ?? uri);
  log.notice(
    `The connection URI leads to a pooler; the dump goes to ${host}:${port} instead, since pg_dump would change the settings of connections that others share.`,
  );
  return direct ?? uri;
}

async function openSession(options: SnapshotOptions): Promise<PostgresConnection> {
  try {
    return await openLongSession(options);
  } catch (thrown) {
    throw supabaseHint(thrown, options);
  }
}

/** Supabase's direct hosts have an IPv6 address alone; without IPv6 a resolver may say that there is no such name. */
function supabaseHint(thrown: unknown, { uri }: SnapshotOptions): unknown {
  const { host } = parseConnectionUri(uri);
  const isDirect = /^db\.[a-z0-9]+\.supabase\.co$/.test(host);
  if (!isDirect || !(thrown instanceof ExternalError && thrown.retryable)) return thrown;
  return new UserError(`${thrown.message} Direct hosts of Supabase have an IPv6 address alone.`, {
    hint: "GitHub's runners have no IPv6: use the URI of Supabase's session pooler (…pooler.supabase.com, port 5432), or buy the project an IPv4 address.",
    cause: thrown,
  });
}

/** By JSON, since the columns have other names in every other version. */
const serverQuery = `SELECT pg_catalog.current_setting('server_version') AS version,
  pg_catalog.pg_is_in_recovery() AS is_standby,
  pg_catalog.pg_encoding_to_char(d.encoding) AS encoding,
  CASE facts.json ->> 'datlocprovider'
    WHEN 'i' THEN 'icu:' || coalesce(facts.json ->> 'datlocale', facts.json ->> 'daticulocale')
    WHEN 'b' THEN 'builtin:' || (facts.json ->> 'datlocale')
    ELSE d.datcollate END AS locale
FROM pg_catalog.pg_database d CROSS JOIN LATERAL (SELECT pg_catalog.to_json(d) AS json) facts
WHERE d.datname = pg_catalog.current_database()`;

async function readServer(connection: PostgresConnection) {
  const [row = {}] = await connection.query(serverQuery);
  return {
    versionNumber: connection.serverVersion,
    version: text(row, 'version'),
    encoding: text(row, 'encoding'),
    locale: text(row, 'locale'),
    lsn: truth(row, 'is_standby') ? undefined : await currentLsn(connection),
  };
}

/** Asked before the transaction: a refusal would end that. */
async function currentLsn(connection: PostgresConnection): Promise<string | undefined> {
  try {
    const [row = {}] = await connection.query('SELECT pg_catalog.pg_current_wal_lsn()::text AS lsn');
    return optionalText(row, 'lsn');
  } catch (thrown) {
    if (sqlStateOf(thrown) === sqlState.insufficientPrivilege) return undefined;
    throw thrown;
  }
}

/** Speaks now and then, so that no firewall forgets the connection, and notices at once when it is gone. */
function keepOpen(connection: PostgresConnection, lost: AbortController, closed: AbortSignal): void {
  const onEnd = () => {
    if (!closed.aborted) lost.abort(snapshotLost());
  };
  connection.client.once('end', onEnd);
  void speak(connection, closed).catch(onEnd);
}

async function speak(connection: PostgresConnection, closed: AbortSignal): Promise<void> {
  for (;;) {
    const isOver = await sleep(keepAliveMs, closed).then(
      () => false,
      () => true,
    );
    if (isOver) return;
    await connection.query('SELECT 1').catch((thrown: unknown) => {
      // Refused where a statement before it had failed: the session is there all the same.
      if (sqlStateOf(thrown) === undefined) throw thrown;
    });
  }
}

function snapshotLost(): ExternalError {
  return new ExternalError(
    'Postgres',
    'The session that holds the exported snapshot was lost, so nothing of this backup counts.',
    {
      retryable: true,
      hint: 'Did the server restart, or does something end long transactions (`idle_in_transaction_session_timeout`, `transaction_timeout`, a pooler, an administrator)? Run the backup again.',
    },
  );
}
