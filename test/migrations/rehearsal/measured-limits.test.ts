/** What is left of the measuring where the role, or the server, does not let it look. The migration runs all the same. */
import { expect, test } from 'vitest';
import { migrate } from '../../../src/migrations/migrate.ts';
import type { MeasuredStatement } from '../../../src/migrations/rehearsal/measurement.ts';
import { formatConnectionUri, parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import { createTestDatabase, queryOnce, serverUri } from '../../support/database.ts';
import {
  byStatement,
  contextFor,
  createProject,
  historyTable,
  recordingLogger,
  requestFor,
  wholeScript,
} from '../project.ts';

interface Limited extends AsyncDisposable {
  /** Of a role that owns the tables, and is a member of nothing. */
  readonly uri: string;
}

/**
 * @param option of CREATE ROLE
 * @param hardening run by a superuser, in the database
 */
async function limited({ option = '', hardening = '' }): Promise<Limited> {
  const db = await createTestDatabase();
  const role = `owner_${db.name}`;
  await db.query(`CREATE ROLE ${role} LOGIN PASSWORD 'owner' ${option};
ALTER SCHEMA public OWNER TO ${role};
SET SESSION AUTHORIZATION ${role};
CREATE TABLE items (id int PRIMARY KEY, amount int);
INSERT INTO items SELECT n, n FROM generate_series(1, 200000) n;
${historyTable}
RESET SESSION AUTHORIZATION;
${hardening}`);
  return {
    uri: formatConnectionUri({ ...parseConnectionUri(db.uri), user: role, password: 'owner' }),
    async [Symbol.asyncDispose]() {
      await db[Symbol.asyncDispose]();
      await queryOnce(serverUri(), `DROP ROLE ${role}`);
    },
  };
}

async function migrated(uri: string, script: string, manifest = byStatement) {
  await using project = await createProject({ '1_change': script });
  await project.write('package.json', manifest);
  const log = recordingLogger();
  const run = await migrate(requestFor(project, uri, { rehearse: {} }), contextFor(log));
  const { statements = [], notes = [], circumstances } = run.rehearsal?.measurement ?? {};
  return { run, log: log.lines.join('\n'), statements, notes, circumstances };
}

/** `exact done items AccessExclusiveLock`, without indexes. */
function lines(statements: readonly MeasuredStatement[]): readonly string[] {
  return statements.map(({ source, status, locks }) => {
    const tables = locks.filter(({ relation }) => relation.kind === 'table');
    return [source, status, ...tables.map(({ relation, mode }) => `${relation.name} ${mode}`)].join(' ');
  });
}

const change = `ALTER TABLE items ALTER COLUMN amount TYPE bigint;
CREATE INDEX CONCURRENTLY items_amount ON items (amount);`;
const type = 'exact done items AccessExclusiveLock';

test('a role that is nothing but the owner measures all of it', async () => {
  await using database = await limited({});
  const { run, statements, notes } = await migrated(database.uri, change);
  expect(run.kind).toBe('applied');
  expect(lines(statements)).toEqual([type, 'observed done items ShareUpdateExclusiveLock']);
  expect(statements[0]?.rewritten.map(({ name }) => name)).toEqual(['items', 'items_pkey']);
  expect(statements[0]?.walBytes).toBeGreaterThan(1_000_000);
  expect(notes).toEqual([]);
});

test('no room for a second session: nothing is measured, and the log says why', async () => {
  await using database = await limited({ option: 'CONNECTION LIMIT 1' });
  const { run, log } = await migrated(database.uri, change);
  expect(run.kind).toBe('applied');
  expect(run.rehearsal).toBeUndefined();
  expect(log).toMatch(/warning: The migrations run without being measured: .*too many connections for role/);
});

test('no room for the observer: what it would have told is not known, rather than nothing', async () => {
  await using database = await limited({ option: 'CONNECTION LIMIT 2' });
  const { run, statements, notes } = await migrated(database.uri, change);
  expect(run.kind).toBe('applied');
  expect(lines(statements)).toEqual([type, 'none done']);
  expect(statements[1]?.durationMs).toBeGreaterThan(0);
  expect(statements[1]?.walBytes).toBeGreaterThan(1_000_000);
  expect(notes.join()).toContain('The observer got no connection');
});

test('pg_stat_activity may not be read: locks are known where the session itself reads them', async () => {
  await using database = await limited({
    hardening: 'REVOKE SELECT ON pg_catalog.pg_stat_activity FROM PUBLIC',
  });
  const { run, statements, notes } = await migrated(database.uri, change);
  expect(run.kind).toBe('applied');
  expect(lines(statements)).toEqual([type, 'none done']);
  expect(notes).toEqual([expect.stringContaining('permission denied for view pg_stat_activity')]);
});

test.each([
  [byStatement, ['none done', 'none done']],
  [wholeScript, ['none done']],
])('pg_locks may not be read: times, log and new storage are known (%s)', async (manifest, expected) => {
  await using database = await limited({ hardening: 'REVOKE SELECT ON pg_catalog.pg_locks FROM PUBLIC' });
  const script = 'SELECT pg_sleep(0.2);\nALTER TABLE items ADD COLUMN x int;';
  const { run, statements, notes } = await migrated(database.uri, script, manifest);
  expect(run.kind).toBe('applied');
  expect(lines(statements)).toEqual(expected);
  expect(statements[0]?.durationMs).toBeGreaterThanOrEqual(199);
  expect(notes.join()).toContain('Locks could not be read in the migrating session');
});

test('pg_stat_database may not be read: the cache is unknown, and nothing else is', async () => {
  await using database = await limited({
    hardening: 'REVOKE SELECT ON pg_catalog.pg_stat_database FROM PUBLIC',
  });
  const { statements, circumstances } = await migrated(database.uri, 'ALTER TABLE items ADD COLUMN x int;');
  expect(lines(statements)).toEqual([type]);
  expect(circumstances?.cache).toBe('unknown');
});
