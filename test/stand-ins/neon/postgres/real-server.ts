import { createHmac, randomBytes } from 'node:crypto';
import pg from 'pg';
import {
  type ConnectionParts,
  formatConnectionUri,
  parseConnectionUri,
} from '../../../../src/postgres/connection-uri.ts';
import { copyWhileInUse } from './live-copy.ts';

const quote = pg.escapeIdentifier;
const literal = pg.escapeLiteral;

/** Marks roles that are the stand-in's to change; a role of the same name without it is somebody's own. */
const roleMark = 'Neon stand-in: shared by its branches';

/**
 * The real Postgres server under all branches: each (branch, database) is a database of it, copied from the parent's.
 * Roles belong to the cluster, so a role of the same name is one real role for every branch; that keeps owners, grants and
 * `current_user` as on Neon. The branch's own password is checked by the endpoint, in front of the server.
 * Known differences: `current_database()` is the real name, roles and passwords changed by SQL are not a branch's own.
 */
export interface RealServer extends AsyncDisposable {
  readonly address: ConnectionParts;
  /** Password of a role on the real server; the same for every stand-in on it. */
  passwordOf(role: string): string;
  ensureRole(name: string, canLogIn: boolean): Promise<void>;
  /** Makes an empty database. @returns its real name */
  createDatabase(owner: string): Promise<string>;
  /** Makes a copy, with the settings of the database; the original's clients stay connected. @returns its real name */
  copyDatabase(source: string, owner: string): Promise<string>;
  dropDatabase(name: string): Promise<void>;
  setOwner(name: string, owner: string): Promise<void>;
  /** Runs SQL as superuser in one database. */
  query(database: string, sql: string): Promise<readonly Record<string, unknown>[]>;
  /** Breaks every connection to the database. */
  disconnect(database: string): Promise<void>;
  uriOf(database: string): string;
}

export async function connectRealServer(postgresUri: string): Promise<RealServer> {
  const address = parseConnectionUri(postgresUri);
  const pool = new pg.Pool({ connectionString: postgresUri, max: 4 });
  pool.on('error', () => {});
  const prefix = `neon_${randomBytes(4).toString('hex')}`;
  const made = new Set<string>();
  const { rows } = await pool.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  const fileCopy = (rows[0]?.version ?? 0) >= 150_000 ? ' STRATEGY FILE_COPY' : '';
  let count = 0;

  const newName = () => {
    count += 1;
    const name = `${prefix}_${count}`;
    made.add(name);
    return name;
  };
  const uriOf = (database: string) => formatConnectionUri({ ...address, database });
  const inDatabase = async <T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: uriOf(database) });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const hasClients = async (database: string) => {
    const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`;
    return (await pool.query(sql, [database])).rows.length > 0;
  };
  const copyInUse = (source: string, target: string, owner: string) =>
    inDatabase(source, (client) =>
      copyWhileInUse(client, () => createLike(pool, { source, target, owner, fileCopy }), target),
    );
  const server: RealServer = {
    address,
    uriOf,
    passwordOf: (role) => createHmac('sha256', address.password).update(role).digest('base64url'),
    ensureRole: (name, canLogIn) => ensureRole(pool, { name, canLogIn, password: server.passwordOf(name) }),
    async createDatabase(owner) {
      const name = newName();
      await pool.query(`CREATE DATABASE ${quote(name)} TEMPLATE template0 OWNER ${quote(owner)}${fileCopy}`);
      return name;
    },
    async copyDatabase(source, owner) {
      const target = newName();
      if ((await hasClients(source)) || !(await copyIdle(pool, { source, target, owner, fileCopy })))
        await copyInUse(source, target, owner);
      await copyDatabaseSettings(pool, source, target);
      return target;
    },
    async dropDatabase(name) {
      await pool.query(`DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`);
      made.delete(name);
    },
    async setOwner(name, owner) {
      await pool.query(`ALTER DATABASE ${quote(name)} OWNER TO ${quote(owner)}`);
    },
    query: (database, sql) =>
      inDatabase(database, async (client) => (await client.query<Record<string, unknown>>(sql)).rows),
    async disconnect(database) {
      const sql = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1';
      await pool.query(sql, [database]);
    },
    async [Symbol.asyncDispose]() {
      for (const name of [...made]) await server.dropDatabase(name);
      await pool.end();
    },
  };
  return server;
}

interface Copy {
  readonly source: string;
  readonly target: string;
  readonly owner: string;
  /** What makes the server copy files, which is cheap, and not pages; empty where it always does. */
  readonly fileCopy: string;
}

/** @returns false when somebody connected to the source meanwhile (object_in_use). */
async function copyIdle(pool: pg.Pool, { source, target, owner, fileCopy }: Copy): Promise<boolean> {
  try {
    await pool.query(
      `CREATE DATABASE ${quote(target)} TEMPLATE ${quote(source)} OWNER ${quote(owner)}${fileCopy}`,
    );
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === '55006') return false;
    throw thrown;
  }
}

/** An empty database with the source's encoding and locale, to be filled by files. */
async function createLike(pool: pg.Pool, { source, target, owner, fileCopy }: Copy): Promise<void> {
  const { rows } = await pool.query<{ encoding: string; collate: string; ctype: string }>(
    `SELECT pg_encoding_to_char(encoding) AS encoding, datcollate AS collate, datctype AS ctype
       FROM pg_database WHERE datname = $1`,
    [source],
  );
  const like = rows[0];
  if (like === undefined) throw new Error(`The database ${source} is gone.`);
  const locale = `LC_COLLATE ${literal(like.collate)} LC_CTYPE ${literal(like.ctype)}`;
  await pool.query(
    `CREATE DATABASE ${quote(target)} TEMPLATE template0 OWNER ${quote(owner)} ENCODING ${literal(like.encoding)} ${locale}${fileCopy}`,
  );
}

/** `ALTER DATABASE … SET` lives outside the database, so that no copy holds it; on Neon a branch has it. */
async function copyDatabaseSettings(pool: pg.Pool, source: string, target: string): Promise<void> {
  const { rows } = await pool.query<{ role: string | null; setting: string }>(
    `SELECT CASE WHEN s.setrole <> 0 THEN s.setrole::regrole::text END AS role, unnest(s.setconfig) AS setting
       FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = $1`,
    [source],
  );
  for (const { role, setting } of rows) {
    const [name = '', ...value] = setting.split('=');
    const subject = role === null ? `DATABASE ${quote(target)}` : `ROLE ${role} IN DATABASE ${quote(target)}`;
    await pool.query(`ALTER ${subject} SET ${quote(name)} TO ${literal(value.join('='))}`);
  }
}

interface RealRole {
  readonly name: string;
  readonly canLogIn: boolean;
  readonly password: string;
}

/** Serialised over the whole server by an advisory lock: several stand-ins may start on it at once. */
async function ensureRole(pool: pg.Pool, role: RealRole): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN; SELECT pg_advisory_xact_lock(7461209334)');
    await makeSuperuserGroup(client);
    await makeRole(client, role);
    await client.query('COMMIT');
  } catch (thrown) {
    await client.query('ROLLBACK');
    throw thrown;
  } finally {
    client.release();
  }
}

async function markOf(client: pg.PoolClient, name: string): Promise<string | null | undefined> {
  const { rows } = await client.query<{ mark: string | null }>(
    `SELECT shobj_description(oid, 'pg_authid') AS mark FROM pg_roles WHERE rolname = $1`,
    [name],
  );
  return rows[0]?.mark;
}

/** Neon's owner roles are members of `neon_superuser`, which may read and write all data and watch the server. */
async function makeSuperuserGroup(client: pg.PoolClient): Promise<void> {
  if ((await markOf(client, 'neon_superuser')) !== undefined) return;
  await client.query('CREATE ROLE neon_superuser NOLOGIN CREATEROLE BYPASSRLS');
  await client.query('GRANT pg_read_all_data, pg_write_all_data, pg_monitor TO neon_superuser');
  await client.query(`COMMENT ON ROLE neon_superuser IS ${literal(roleMark)}`);
}

async function makeRole(client: pg.PoolClient, { name, canLogIn, password }: RealRole): Promise<void> {
  const mark = await markOf(client, name);
  if (mark !== undefined && mark !== roleMark)
    throw new Error(
      `The Postgres server has a role ${name} that is not the stand-in's; choose another role name.`,
    );
  const attributes = `${canLogIn ? 'LOGIN' : 'NOLOGIN'} CREATEROLE BYPASSRLS PASSWORD ${literal(password)}`;
  await client.query(`${mark === undefined ? 'CREATE' : 'ALTER'} ROLE ${quote(name)} ${attributes}`);
  if (mark !== undefined) return;
  await client.query(`COMMENT ON ROLE ${quote(name)} IS ${literal(roleMark)}`);
  await client.query(`GRANT neon_superuser TO ${quote(name)}`);
}
