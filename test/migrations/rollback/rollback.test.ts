import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
import type { SchemaFile } from '../../../src/migrations/prisma-project.ts';
import type { Rollback } from '../../../src/migrations/rehearsal/rehearsal.ts';
import { planRollback, type RollbackRequest } from '../../../src/migrations/rollback/plan-rollback.ts';
import { rehearseRollback } from '../../../src/migrations/rollback/rehearse-rollback.ts';
import { repositoryRoot } from '../../support/consumer.ts';
import { createTestDatabase, queryOnce, serverUri, type TestDatabase } from '../../support/database.ts';
import { migrateNeonHub } from '../../support/neonhub.ts';
import { connectionTo, prismaScript, schemaFile } from '../compatibility/scene.ts';

const external = { externalTables: [], externalEnums: [] };

const old = schemaFile(`
enum Role {
  A
  B
}
model User {
  id   Int    @id
  name String
  role Role
  bio  String?
  code String @db.VarChar(5)
  @@map("users")
}
model Gone {
  id Int @id
}
`);

const next = schemaFile(`
enum Role {
  A
  B
  C
}
model User {
  id       Int     @id
  role     Role
  nickname String?
  code     String
  logs     Log[]
  @@map("users")
}
model Log {
  id     Int  @id
  user   User @relation(fields: [userId], references: [id])
  userId Int
}
`);

/** A database of the old schema with rows, migrated by Prisma's own script and `more`. */
async function migrated(db: TestDatabase, more: string): Promise<RollbackRequest> {
  await db.query(await prismaScript(db.uri, old));
  await db.query(
    `INSERT INTO users SELECT n, 'name ' || n, 'A', 'bio', 'c' || n FROM generate_series(1, 3000) n; INSERT INTO "Gone" VALUES (1)`,
  );
  const script = await prismaScript(db.uri, next, old);
  await db.query(script);
  await db.query(more);
  const pending = [{ name: '1_change', file: 'prisma/migrations/1_change/migration.sql', script }];
  return { newSchema: next, oldSchema: old, external, pending };
}

async function plan(db: TestDatabase, request: RollbackRequest, isCounted = true): Promise<Rollback> {
  await using connection = await connectionTo(db.uri);
  const session = isCounted ? connection : undefined;
  const part = await planRollback(request, { directUri: db.uri, session });
  if (part.kind === 'skipped') throw new Error(part.reason);
  return part.result;
}

/** A branch of the branch: a copy of the database. */
async function branchOf(db: TestDatabase) {
  const name = `${db.name}_branch`;
  await queryOnce(serverUri(), `CREATE DATABASE "${name}" TEMPLATE "${db.name}"`);
  return {
    uri: serverUri(name),
    [Symbol.asyncDispose]: async () =>
      void (await queryOnce(serverUri(), `DROP DATABASE "${name}" WITH (FORCE)`)),
  };
}

function ticking() {
  let moment = 0;
  return () => {
    moment += 1500;
    return moment;
  };
}

async function rehearse(db: TestDatabase, request: RollbackRequest, signal = new AbortController().signal) {
  const made = await plan(db, request);
  await using branch = await branchOf(db);
  return await rehearseRollback(
    { ...request, plan: made, uri: branch.uri },
    { log: silentLogger, signal, timeoutMs: 60_000, now: ticking() },
  );
}

const ofRule = ({ findings }: Rollback, rule: string) => findings.filter((finding) => finding.rule === rule);

describe('the plan', () => {
  test('counts what would be lost, in rows and values', async () => {
    await using db = await createTestDatabase();
    const request = await migrated(
      db,
      `UPDATE users SET nickname = 'n' WHERE id <= 1204; INSERT INTO "Log" SELECT n, n FROM generate_series(1, 2) n;
       UPDATE users SET code = 'much too long' WHERE id = 7`,
    );
    const { sql, losesData, losses } = await plan(db, request);
    expect(sql).toContain('DROP COLUMN "nickname"');
    expect(losesData).toBe(true);
    expect(losses).toEqual([
      'The way back drops `users.nickname`: 1,204 of 3,000 rows have a value.',
      'The way back turns `users.code` into varchar(5) and changes 1 value.',
      'The way back drops `Log` with 2 rows.',
    ]);
  });

  test('says what the rows would refuse', async () => {
    await using db = await createTestDatabase();
    const request = await migrated(db, "UPDATE users SET role = 'C' WHERE id <= 12");
    const failures = ofRule(await plan(db, request), 'rollback-fails');
    expect(failures.map(({ severity, message }) => [severity, message])).toEqual([
      [
        'warning',
        'The way back adds `users.name` as NOT NULL without a default to 3,000 rows: Postgres refuses (23502).',
      ],
      [
        'warning',
        'The way back takes values from the enum of `users.role` that 12 rows hold: Postgres refuses (22P02).',
      ],
    ]);
  });

  test('of empty tables loses nothing', async () => {
    await using db = await createTestDatabase();
    const request = await migrated(db, 'DELETE FROM users');
    expect(await plan(db, request)).toMatchObject({ losesData: false, losses: [] });
  });

  test('without a database to count in says what may be lost', async () => {
    await using db = await createTestDatabase();
    const request = await migrated(db, '');
    expect((await plan(db, request, false)).losses).toEqual([
      'The way back drops `users.nickname` with whatever it holds.',
      'The way back turns `users.code` into varchar(5) and changes values that do not fit.',
      'The way back drops `Log` with whatever it holds.',
    ]);
  });

  test('what takes too long is not counted, and the rest is told', async () => {
    await using db = await createTestDatabase();
    const request = await migrated(db, "UPDATE users SET nickname = 'n'");
    await db.query(
      'ALTER TABLE users RENAME TO slow; CREATE VIEW users AS SELECT slow.*, pg_sleep(1)::text AS wait FROM slow',
    );
    await using connection = await connectionTo(db.uri);
    const part = await planRollback(request, { directUri: db.uri, session: connection, countTimeoutMs: 100 });
    expect(part).toMatchObject({
      kind: 'done',
      result: {
        losses: expect.arrayContaining(['The way back drops `users.nickname` with whatever it holds.']),
      },
    });
  });

  test('names what the migration did that has no way back, and what Prisma does not see', async () => {
    await using db = await createTestDatabase();
    const request = await migrated(db, '');
    const script = `
CREATE TABLE fresh (id int);
INSERT INTO fresh VALUES (1);
UPDATE users SET nickname = lower(nickname);
ALTER TABLE users DROP COLUMN name, ADD CONSTRAINT short CHECK (length(nickname) < 9);
DROP TABLE "Gone";
TRUNCATE audit.entries;
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f();
CREATE INDEX filled ON users (nickname) WHERE nickname IS NOT NULL;
CREATE INDEX on_fresh ON fresh (id) WHERE id > 1;
CREATE INDEX plain ON users (nickname);
DROP VIEW seen;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON users USING (true);
DO $$ BEGIN PERFORM 1; END $$;`;
    const pending = [{ name: '2_data', file: 'migrations/2_data/migration.sql', script }];
    const made = await plan(db, { ...request, pending });
    const [rows, content] = ofRule(made, 'rollback-impossible').toSorted((a, b) =>
      a.message < b.message ? -1 : 1,
    );
    expect(rows).toMatchObject({
      severity: 'notice',
      subject: '2_data',
      evidence: 'line 4: UPDATE users\nline 16: DO block, which may change anything',
      location: { file: 'migrations/2_data/migration.sql', line: 4 },
    });
    expect(content?.evidence).toBe(
      'line 5: DROP COLUMN users.name\nline 6: DROP TABLE Gone\nline 7: TRUNCATE audit.entries',
    );
    expect(ofRule(made, 'rollback-incomplete')[0]?.evidence?.split('\n')).toEqual([
      'line 5: CHECK short on users',
      'line 8: FUNCTION public.f',
      'line 9: TRIGGER t',
      'line 10: INDEX filled',
      'line 13: DROP VIEW seen',
      'line 14: ALTER TABLE users: EnableRowSecurity',
      'line 15: POLICY mine',
    ]);
  });

  test('is skipped when a schema is not valid', async () => {
    await using db = await createTestDatabase();
    const newSchema: readonly SchemaFile[] = schemaFile('model A {\n  id Nope @id\n}\n');
    const request = { newSchema, oldSchema: old, external, pending: [] };
    expect(await planRollback(request, { directUri: db.uri })).toEqual({
      kind: 'skipped',
      reason: expect.stringContaining('P1012'),
    });
  });
});

describe('the rehearsal', () => {
  test('runs the way back, times it, and finds the old schema', async () => {
    await using db = await createTestDatabase();
    const request = await migrated(db, 'DELETE FROM users');
    const rehearsed = await rehearse(db, request);
    expect(rehearsed.rehearsed).toEqual({ durationMs: 1500, succeeded: true, message: undefined });
    expect(ofRule(rehearsed, 'rollback-fails')).toEqual([]);
    expect(ofRule(rehearsed, 'rollback-incomplete')).toEqual([]);
    // Only the branch of the branch went back.
    expect(await db.query('SELECT to_regclass(\'"Log"\') IS NOT NULL AS there')).toEqual([{ there: true }]);
  });

  test('says where it fails, without the data of rows', async () => {
    await using db = await createTestDatabase();
    const request = await migrated(db, '');
    const rehearsed = await rehearse(db, request);
    expect(rehearsed.rehearsed).toMatchObject({
      succeeded: false,
      message: expect.stringContaining('null values'),
    });
    const [failure, planned] = ofRule(rehearsed, 'rollback-fails');
    expect(failure).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('23502'),
      evidence: expect.stringContaining('ALTER TABLE "users" DROP COLUMN "nickname"'),
    });
    expect(planned).toMatchObject({ severity: 'warning', subject: 'users.name' });
  });

  test('tells what is left, and not what was so before', async () => {
    await using db = await createTestDatabase();
    const request = await migrated(db, 'DELETE FROM users; CREATE TABLE unrelated (id int PRIMARY KEY)');
    const made = await plan(db, request);
    await using branch = await branchOf(db);
    const incomplete = { ...made, sql: made.sql.replace(/DROP TABLE "Log";/, '') };
    const rehearsed = await rehearseRollback(
      { ...request, plan: incomplete, uri: branch.uri },
      { log: silentLogger, signal: new AbortController().signal, timeoutMs: 60_000, now: ticking() },
    );
    const [left] = ofRule(rehearsed, 'rollback-incomplete').filter(({ subject }) => subject === 'way back');
    expect(left?.evidence).toBe('Prisma would still run:\nDROP TABLE "Log";');
  });

  test('of a view that stands on a new column fails, and says so', async () => {
    await using db = await createTestDatabase();
    const request = await migrated(db, 'DELETE FROM users; CREATE VIEW seen AS SELECT nickname FROM users');
    const rehearsed = await rehearse(db, request);
    expect(rehearsed.rehearsed?.succeeded).toBe(false);
    expect(ofRule(rehearsed, 'rollback-fails')[0]?.message).toContain('2BP01');
  });

  test('stops when it is told to', async () => {
    await using db = await createTestDatabase();
    const request = await migrated(db, 'DELETE FROM users');
    const made = await plan(db, request);
    await using branch = await branchOf(db);
    const stop = new AbortController();
    const running = rehearseRollback(
      { ...request, plan: { ...made, sql: 'SELECT pg_sleep(60)' }, uri: branch.uri },
      {
        log: silentLogger,
        signal: stop.signal,
        timeoutMs: 60_000,
        now: () => {
          setTimeout(() => stop.abort(new Error('enough')), 200);
          return 0;
        },
      },
    );
    await expect(running).rejects.toThrow('enough');
  });
});

test("NeonHub's way back from a new column leads to its schema, beside all that Prisma does not model", async () => {
  await using db = await createTestDatabase();
  await migrateNeonHub(db.uri);
  const path = join(repositoryRoot, 'prisma/schema.prisma');
  const content = readFileSync(path, 'utf8');
  const oldSchema = [{ path, content }];
  const newSchema = [
    {
      path,
      content: content.replace('  image         String?\n', '  image         String?\n  plan String?\n'),
    },
  ];
  const script = 'ALTER TABLE users ADD COLUMN plan text;';
  await db.query(script);
  const request = {
    newSchema,
    oldSchema,
    external,
    pending: [{ name: '1_plan', file: undefined, script }],
  };
  const rehearsed = await rehearse(db, request);
  expect(rehearsed.sql).toMatch(/^-- AlterTable\nALTER TABLE "users" DROP COLUMN "plan";$/);
  expect(rehearsed).toMatchObject({ losesData: false, findings: [], rehearsed: { succeeded: true } });
});
