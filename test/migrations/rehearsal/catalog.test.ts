import { expect, test } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
import { readRehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import { connectWhenReady } from '../../../src/postgres/connect.ts';
import { createTestDatabase } from '../../support/database.ts';

test('tables, columns, constraints, indexes, enums and partitions, whatever their names', async () => {
  await using db = await createTestDatabase();
  await db.query(`
    CREATE TYPE "Mood" AS ENUM ('sad', 'it''s "ok"');
    CREATE TABLE "users; --" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "e mail" text NOT NULL, mood "Mood" DEFAULT 'sad',
      upper text GENERATED ALWAYS AS (upper("e mail")) STORED, CONSTRAINT short CHECK (length("e mail") < 99));
    CREATE TABLE posts (id int, author bigint REFERENCES "users; --") PARTITION BY RANGE (id);
    ALTER TABLE posts ADD CONSTRAINT late CHECK (id > 0) NOT VALID;
    CREATE TABLE posts_1 PARTITION OF posts FOR VALUES FROM (1) TO (10);
    CREATE UNIQUE INDEX partial ON "users; --" (lower("e mail"), id) INCLUDE (mood) WHERE id > 3;
    INSERT INTO "users; --" ("e mail") SELECT 'a' || n FROM generate_series(1, 1000) n;
    ANALYZE "users; --"`);
  await using connection = await connectWhenReady({
    uri: db.uri,
    applicationName: 'test',
    log: silentLogger,
    signal: new AbortController().signal,
    timeoutMs: 10_000,
  });
  const catalog = await readRehearsalCatalog(connection);
  const users = catalog.relations.find(({ name }) => name === 'users; --');
  expect(users).toMatchObject({ schema: 'public', kind: 'table', rows: 1000 });
  expect(users?.bytes).toBeGreaterThan(8192);
  const ofUsers = catalog.columns.filter(({ tableOid }) => tableOid === users?.oid);
  expect(
    ofUsers.map(({ name, type, isNotNull, identity, generated }) => [
      name,
      type,
      isNotNull,
      identity,
      generated,
    ]),
  ).toEqual([
    ['id', 'bigint', true, 'always', undefined],
    ['e mail', 'text', true, undefined, undefined],
    ['mood', 'public."Mood"', false, undefined, undefined],
    ['upper', 'text', false, undefined, 'stored'],
  ]);
  const foreign = catalog.constraints.find(
    ({ kind, tableOid }) =>
      kind === 'foreign key' && tableOid === catalog.relations.find(({ name }) => name === 'posts')?.oid,
  );
  expect(foreign).toMatchObject({
    columns: ['author'],
    referencedTableOid: users?.oid,
    referencedColumns: ['id'],
    isValidated: true,
  });
  expect(catalog.constraints.find(({ name, kind }) => name === 'late' && kind === 'check')?.isValidated).toBe(
    false,
  );
  expect(catalog.indexes.find(({ name }) => name === 'partial')).toMatchObject({
    isUnique: true,
    isPartial: true,
    isValid: true,
    columns: [undefined, 'id'],
  });
  expect(catalog.enums).toMatchObject([{ name: 'Mood', labels: ['sad', 'it\'s "ok"'] }]);
  const oidOf = (name: string) => catalog.relations.find((relation) => relation.name === name)?.oid ?? 0;
  expect(catalog.parents.get(oidOf('posts_1'))).toBe(oidOf('posts'));
});

test('an empty database has an empty catalog', async () => {
  await using db = await createTestDatabase();
  await using connection = await connectWhenReady({
    uri: db.uri,
    applicationName: 'test',
    log: silentLogger,
    signal: new AbortController().signal,
    timeoutMs: 10_000,
  });
  expect(await readRehearsalCatalog(connection)).toEqual({
    relations: [],
    columns: [],
    constraints: [],
    indexes: [],
    enums: [],
    parents: new Map(),
  });
});
