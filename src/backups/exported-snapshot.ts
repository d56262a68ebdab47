import { ExternalError, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { connect } from '../postgres/connect.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { parseConnectionUri } from '../postgres/connection-uri.ts';
import { assertDirectUri, directUriOf, isPooledUri } from '../postgres/pooler.ts';
import { optionalText, text, truth } from '../postgres/row.ts';
import { sqlState, sqlStateOf } from '../postgres/sqlstate.ts';
import { sleep } from '../wait.ts';
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
  /** The caller's signal, and aborted too when the session that holds the snapshot is lost. */
  readonly signal: AbortSignal;
}

export interface SnapshotOptions {
  /** Direct: see {@link directUri}. */
  readonly uri: string;
  readonly applicationName: string;
  readonly timeoutMs: number;
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
  const connection = await openSession(options);
  const lost = new AbortController();
  const signal = AbortSignal.any([options.signal, lost.signal]);
  try {
    const { lsn, ...server } = await readServer(connection);
    const [row = {}] = await connection.query(beginAndExport);
    const closed = keepOpen(connection, lost);
    return {
      id: text(row, 'id'),
      takenAt: text(row, 'taken_at'),
      ...(lsn === undefined ? {} : { lsn }),
      server,
      connection,
      signal,
      async [Symbol.asyncDispose]() {
        closed.abort();
        await connection[Symbol.asyncDispose]();
      },
    };
  } catch (thrown) {
    await connection[Symbol.asyncDispose]();
    throw thrown;
  }
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
    const connection = await connect({
      ...options,
      settings: { statementTimeoutMs: 0, idleInTransactionTimeoutMs: 0, isReadOnly: true },
    });
    if (connection.serverVersion >= 170_000) await connection.query('SET transaction_timeout = 0');
    return connection;
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

const serverQuery = `SELECT pg_catalog.current_setting('server_version') AS version,
  pg_catalog.pg_is_in_recovery() AS is_standby,
  pg_catalog.pg_encoding_to_char(d.encoding) AS encoding, d.datcollate AS locale
FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()`;

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
function keepOpen(connection: PostgresConnection, lost: AbortController): AbortController {
  const closed = new AbortController();
  const onEnd = () => {
    if (!closed.signal.aborted) lost.abort(snapshotLost());
  };
  connection.client.once('end', onEnd);
  void speak(connection, closed.signal).catch(onEnd);
  return closed;
}

async function speak(connection: PostgresConnection, closed: AbortSignal): Promise<void> {
  for (;;) {
    const isOver = await sleep(keepAliveMs, closed).then(
      () => false,
      () => true,
    );
    if (isOver) return;
    await connection.query('SELECT 1');
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
