import type pg from 'pg';
import { sleep } from '../../../../src/wait.ts';

/**
 * Copies a database that has clients, which `CREATE DATABASE … TEMPLATE` refuses (object_in_use) and Neon does without
 * disturbing them. Clients stay connected; their writes wait for the copy (about 100 ms), their reads do not.
 *
 * All tables of the source are locked in SHARE mode, catalogs last, so nobody writes; no transaction with changes of its
 * own is open; the new database is made with STRATEGY FILE_COPY, whose checkpoint flushes every buffer of the cluster,
 * unlogged tables too; then the server copies the files. Both databases live in one cluster and so share its transaction
 * status, which is why files may be taken as they are. Needs a superuser (`COPY … TO PROGRAM`) and `cp` on the server.
 */
export async function copyWhileInUse(
  source: pg.Client,
  create: () => Promise<void>,
  target: string,
): Promise<void> {
  await lockAgainstWrites(source);
  try {
    await create();
    const { rows } = await source.query<{ old: number; new: number }>(
      `SELECT (SELECT oid FROM pg_database WHERE datname = current_database())::int AS old,
              (SELECT oid FROM pg_database WHERE datname = $1)::int AS new`,
      [target],
    );
    const oids = rows[0];
    if (oids === undefined) throw new Error(`The database ${target} is gone.`);
    await source.query(copyFiles(`base/${oids.old}`, `base/${oids.new}`));
  } finally {
    await source.query('ROLLBACK');
  }
}

/** The program's working directory is the data directory. `pg_internal.init` is a cache that Postgres rebuilds. */
function copyFiles(from: string, to: string): string {
  const steps = [
    `rm -rf ${to}/*`,
    `cp -R ${from}/. ${to}/`,
    `rm -f ${to}/pg_internal.init`,
    'cat > /dev/null',
  ];
  return `COPY (SELECT 1) TO PROGRAM '${steps.join(' && ')}'`;
}

const attempts = 100;

/** Gives way to the clients: a short lock_timeout and a deadlock_timeout below theirs, then another try. */
async function lockAgainstWrites(source: pg.Client): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await source.query("BEGIN; SET LOCAL lock_timeout = '300ms'; SET LOCAL deadlock_timeout = '20ms'");
    if ((await tryLock(source)) && !(await hasOpenChanges(source))) return;
    await source.query('ROLLBACK');
    await sleep(50);
  }
  throw new Error('The database cannot be copied: one of its clients keeps a transaction with changes open.');
}

async function tryLock(source: pg.Client): Promise<boolean> {
  const { rows } = await source.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name
       FROM pg_class c
      WHERE c.relkind IN ('r', 'p') AND NOT c.relisshared AND c.relpersistence <> 't'
      ORDER BY c.oid < 16384, c.oid`,
  );
  try {
    await source.query(`LOCK TABLE ${rows.map(({ name }) => name).join(', ')} IN SHARE MODE`);
    return true;
  } catch (thrown) {
    if (isLockConflict(thrown)) return false;
    throw thrown;
  }
}

/** lock_not_available, deadlock_detected, undefined_table (dropped since it was listed) */
function isLockConflict(thrown: unknown): boolean {
  return (
    thrown instanceof Error && 'code' in thrown && ['55P03', '40P01', '42P01'].includes(String(thrown.code))
  );
}

/** Catalog changes release their lock before their transaction ends, so the locks alone do not prove that it did. */
async function hasOpenChanges(source: pg.Client): Promise<boolean> {
  const { rows } = await source.query(
    `SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()
      UNION ALL SELECT 1 FROM pg_prepared_xacts WHERE database = current_database()`,
  );
  return rows.length > 0;
}
