/** Why pg_dump ended, from what it said: it tells no SQLSTATE, so its words must do (in English, see LC_ALL). */
import { ExternalError, UserError } from '../../errors.ts';
import type { ProgramEnd } from '../../postgres/client-process.ts';
import { tooManyTables } from './table-locks.ts';

interface Cause {
  readonly words: RegExp;
  error(match: RegExpExecArray, said: string): Error;
}

/** The first that fits; the more particular ones stand first. */
const causes: readonly Cause[] = [
  {
    words: /aborting because of server version mismatch[\s\S]*server version: (\S+); pg_dump version: (\S+)/,
    error: ([, server, client]) =>
      new UserError(`pg_dump ${client} refuses the newer server ${server}.`, {
        hint: "Use client programs of the server's major version or a newer one.",
      }),
  },
  {
    words: /query would be affected by row-level security policy for table "?([^"\n]+)"?/,
    error: ([, table]) =>
      new UserError(
        `Row-level security hides rows of "${table}" from this role, so a dump would lack them.`,
        {
          hint: 'Dump with the owner of the table, or with a role that has BYPASSRLS.',
        },
      ),
  },
  {
    words: /permission denied for (\S+) ([^\n]+)/,
    error: ([, kind, name]) =>
      new UserError(`The role may not read ${kind} ${name}, so a dump would lack it.`, {
        hint: 'Grant it what it needs to read (`GRANT pg_read_all_data TO …` covers tables and sequences, large objects want their owner), or exclude it.',
      }),
  },
  {
    words: /could not obtain lock on relation "([^"]+)"/,
    error: ([, table]) =>
      new UserError(`Another session waits for an exclusive lock on "${table}", so pg_dump gave up.`, {
        hint: 'A migration, or VACUUM FULL, ran at the same time: take backups before migrations, not beside them (`concurrency:`).',
      }),
  },
  {
    // `--lock-wait-timeout` is a statement_timeout round LOCK TABLE; pg_dump has none otherwise.
    words: /canceling statement due to (lock|statement) timeout/,
    error: () =>
      new UserError('pg_dump waited in vain for a lock on a table.', {
        hint: 'Another session holds an exclusive lock: a migration, VACUUM FULL, a forgotten transaction (see pg_locks). Run the backup when it is over, or raise `lock-timeout`.',
      }),
  },
  { words: /out of shared memory/, error: () => tooManyTables('exclude tables') },
  {
    words: /No space left on device/,
    error: () =>
      new UserError("The runner's disk is full.", {
        hint: 'Free space before this step, take a larger runner, exclude tables, or use `spool: never`, which needs no disk.',
      }),
  },
  {
    words: /no matching (tables|schemas|extensions) were found/,
    error: ([line]) =>
      new UserError(`pg_dump found nothing to dump: ${line}.`, {
        hint: 'Are the patterns right? They are those of psql: `schema.table`, `*`, `?`, lower case unless quoted.',
      }),
  },
  {
    words: /invalid snapshot identifier|could not import the requested snapshot|the source process with PID/,
    error: () =>
      new ExternalError(
        'Postgres',
        'The session that exported the snapshot was gone before pg_dump used it.',
        {
          retryable: true,
        },
      ),
  },
  {
    words:
      /(server closed the connection|terminating connection|connection to server|SSL SYSCALL|could not (receive|send) data|no connection to the server)[^\n]*/,
    error: (_, said) =>
      new ExternalError('pg_dump', `The connection to the server failed or was lost.\n${said}`, {
        retryable: true,
      }),
  },
];

/**
 * The error for a pg_dump that did not end well.
 * @param secrets what must not appear, should the program have repeated it
 */
export function dumpFailure(end: ProgramEnd, secrets: readonly string[]): Error {
  const said = redact(lastLines(end.errors), secrets);
  if (end.kind === 'not-started')
    return new ExternalError('pg_dump', `pg_dump could not be started: ${said}`);
  for (const { words, error } of causes) {
    const match = words.exec(redact(end.errors, secrets));
    if (match !== null) return error(match, said);
  }
  if (end.kind === 'killed')
    return new ExternalError(
      'pg_dump',
      `pg_dump was ended by ${end.signal}.${said === '' ? '' : `\n${said}`}`,
      {
        retryable: true,
        hint: 'SIGKILL is what a runner without memory left sends.',
      },
    );
  return new ExternalError('pg_dump', `pg_dump ended with exit code ${end.code}.\n${said}`);
}

/** Without the queries that pg_dump quotes, which say nothing to a user. */
export function lastLines(errors: string): string {
  const lines = errors
    .split('\n')
    .filter((line) => !/^pg_dump: (detail: )?(Query|Command) was: /i.test(line));
  return lines.slice(-8).join('\n').trim();
}

export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .toSorted((left, right) => right.length - left.length)
    .reduce((result, secret) => result.replaceAll(secret, '***'), text);
}
