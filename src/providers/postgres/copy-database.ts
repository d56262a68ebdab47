import { UserError } from '../../errors.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { numeric, optionalText, text } from '../../postgres/row.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import { sleep } from '../../wait.ts';
import type { Administrator } from './administrator.ts';

export interface Copy {
  readonly from: string;
  readonly to: string;
  readonly owner: string;
}

/** From about here on copying files beats writing every page to the log, in spite of its two checkpoints. */
const fileCopyBytes = 200 * 1024 * 1024;
const pauseMs = 500;

/**
 * CREATE DATABASE … TEMPLATE. The server does that only while nobody else is connected to the template: it looks for
 * such a moment for 5 s, and we ask again. @throws UserError that lists who is connected, at the deadline
 */
export async function copyDatabase(administrator: Administrator, copy: Copy): Promise<void> {
  const { connection, context, deadline } = administrator;
  const strategy = await strategyFor(administrator, copy.from);
  const sql = `CREATE DATABASE ${quoteIdentifier(copy.to)} TEMPLATE ${quoteIdentifier(copy.from)} OWNER ${quoteIdentifier(copy.owner)}${strategy}`;
  for (;;) {
    const sessions = await describeSessions(administrator, copy.from);
    if (sessions !== undefined) context.log.info(`${waiting(copy.from)}: ${sessions}`);
    try {
      await connection.query(sql);
      return;
    } catch (thrown) {
      const isBusy = sqlStateOf(thrown) === sqlState.objectInUse;
      const isLate = sqlStateOf(thrown) === sqlState.queryCanceled || deadline.remaining() <= pauseMs;
      if (isLate && (isBusy || sessions !== undefined)) throw inUse(copy.from, sessions ?? unseen);
      if (!isBusy) throw thrown;
      if (sessions === undefined) context.log.info(`${waiting(copy.from)}: ${unseen}`);
    }
    await sleep(pauseMs, context.signal);
  }
}

/** The server says that it is in use, its activity view does not say by whom. */
const unseen = 'a session that has just ended, or a prepared transaction';

function waiting(database: string): string {
  return `Waiting for a moment when nobody is connected to the database "${database}"`;
}

/**
 * WAL_LOG is quicker for small databases, FILE_COPY for large ones, and for all where the server clones files.
 * @param method the server's `file_copy_method` (PostgreSQL 18)
 */
export function strategyClause(bytes: number, method: string | undefined): string {
  return method === 'clone' || bytes > fileCopyBytes ? ' STRATEGY FILE_COPY' : ' STRATEGY WAL_LOG';
}

/** Before 15 there is only FILE_COPY, and no clause for it. A size that may not be seen counts as small. */
async function strategyFor({ connection, serverVersion }: Administrator, database: string): Promise<string> {
  if (serverVersion < 150_000) return '';
  const [row = {}] = await connection.query(
    `SELECT CASE WHEN pg_catalog.has_database_privilege(oid, 'CONNECT')
                   OR pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')
                 THEN pg_catalog.pg_database_size(oid) ELSE 0 END AS bytes,
            pg_catalog.current_setting('file_copy_method', true) AS method
       FROM pg_catalog.pg_database WHERE datname = $1`,
    [database],
  );
  return strategyClause(numeric(row, 'bytes'), optionalText(row, 'method'));
}

/** Who is connected, by role and program, never what they run; undefined when nobody is. */
async function describeSessions(
  { connection }: Administrator,
  database: string,
): Promise<string | undefined> {
  const rows = await connection.query(
    `SELECT coalesce(usename::text, backend_type, 'a background process') AS role,
            coalesce(application_name, '') AS program, pg_catalog.count(*)::int AS sessions
       FROM pg_catalog.pg_stat_activity
      WHERE datname = $1 AND backend_type IS DISTINCT FROM 'autovacuum worker'
      GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 10`,
    [database],
  );
  const shown = rows.map((row) => {
    const program = text(row, 'program');
    const count = numeric(row, 'sessions');
    return `role ${text(row, 'role')}${program === '' ? '' : ` (${program})`}${count > 1 ? `, ${count} sessions` : ''}`;
  });
  return shown.length === 0 ? undefined : shown.join('; ');
}

function inUse(database: string, sessions: string): UserError {
  return new UserError(
    `The parent database "${database}" cannot be copied while it is in use: ${sessions}.`,
    {
      hint: 'Postgres copies a database only while nobody is connected to it. End those sessions, or set `parent-branch` to a database that is kept as a template: a restored dump, say, that lets nobody in (ALTER DATABASE … ALLOW_CONNECTIONS false IS_TEMPLATE true).',
    },
  );
}
