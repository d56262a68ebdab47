/** A Prisma schema and a folder of migrations as sides of a comparison, made by Prisma's own engine on a real server. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareSides } from '../../src/actions/compare-sides.ts';
import type { Side as ComparedSide } from '../../src/actions/side.ts';
import { silentLogger } from '../../src/log.ts';
import { readMigrations } from '../../src/migrations/migration-files.ts';
import { prismaDiff, schemaScript } from '../../src/migrations/prisma-diff.ts';
import { migrationsSnapshot, prismaSchemaSnapshot } from '../../src/migrations/shadow-snapshot.ts';
import { repositoryRoot } from '../support/consumer.ts';
import { serverUri } from '../support/database.ts';
import { fillWithNeonHub } from '../support/neonhub.ts';
import { openSide, type Side, told } from './support.ts';

const shadow = {
  serverUri: serverUri(),
  log: silentLogger,
  signal: new AbortController().signal,
  timeoutMs: 20_000,
};
const inputs = { includeObjects: [], excludeObjects: [], columnOrder: false };

async function ofSchema(content: string): Promise<ComparedSide> {
  const project = {
    schemaPath: '/project/schema.prisma',
    schemaFiles: [{ path: '/project/schema.prisma', content }],
    external: { externalTables: [], externalEnums: [] },
  };
  const extensions = [
    { name: 'pg_trgm', schema: undefined },
    { name: 'nowhere', schema: 'no' },
  ];
  const snapshot = await prismaSchemaSnapshot(project, { ...shadow, extensions });
  return { snapshot, name: 'the schema', origin: 'prisma', exclude: [] };
}

async function ofDatabase(side: Side): Promise<ComparedSide> {
  return { snapshot: await side.read(), name: 'the database', origin: 'database', exclude: [] };
}

function difference(from: ComparedSide, to: ComparedSide) {
  return told(compareSides({ from, to, base: undefined }, inputs).diff);
}

const neonhub = await readFile(join(repositoryRoot, 'prisma/schema.prisma'), 'utf8');

/** Of everything that a Prisma schema has no words for. */
const inexpressible = `
CREATE VIEW emails AS SELECT email FROM users;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON users USING (true);
ALTER TABLE users ADD CONSTRAINT c CHECK (email <> '') NOT VALID, ALTER email SET STATISTICS 7, SET (fillfactor = 70);
CREATE INDEX partial ON users (email) WHERE name IS NULL;
CREATE INDEX expression ON users (lower(email));
CREATE INDEX covering ON users (email) INCLUDE (name);
COMMENT ON TABLE users IS 'people';
GRANT SELECT ON users TO PUBLIC;
CREATE SEQUENCE loose;
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.audit (id integer);`;

test('NeonHub’s database is its Prisma schema, whatever it has that Prisma cannot say', async () => {
  await using side = await openSide(serverUri());
  await fillWithNeonHub(side.uri);
  const schema = await ofSchema(neonhub);
  expect(difference(await ofDatabase(side), schema)).toEqual([]);
  await side.run(inexpressible);
  const database = await ofDatabase(side);
  expect(difference(database, schema)).toEqual([]);
  expect(difference(schema, database)).toEqual([]);
  expect(compareSides({ from: schema, to: database, base: undefined }, inputs).basis).toContain(
    'A Prisma schema knows tables, columns, keys, indexes and enums.',
  );
});

test('what Prisma can say is told, from both sides', async () => {
  await using side = await openSide(serverUri());
  await fillWithNeonHub(side.uri);
  await side.run(
    `ALTER TABLE users ADD extra integer, ALTER name TYPE varchar(9), ALTER email DROP NOT NULL;
     DROP INDEX users_email_key; CREATE TABLE more (id integer PRIMARY KEY);
     ALTER TABLE accounts DROP CONSTRAINT "accounts_user_id_fkey"`,
  );
  expect(difference(await ofSchema(neonhub), await ofDatabase(side))).toEqual([
    'added table public.more',
    'added column public.more.id',
    'changed column public.users.email: notNull',
    'added column public.users.extra',
    'changed column public.users.name: type',
    'removed constraint public.accounts.accounts_user_id_fkey',
    'added constraint public.more.more_pkey',
    'removed index public.users.users_email_key',
  ]);
});

const model = (body: string) => `datasource db {\n  provider = "postgresql"\n}\n${body}`;

test('two forms of one thing are one: identity and serial, a unique constraint and a unique index, now()', async () => {
  await using side = await openSide(
    serverUri(),
    `CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY, code text NOT NULL, at timestamp(3) NOT NULL DEFAULT now(),
       CONSTRAINT t_pkey PRIMARY KEY (id), CONSTRAINT t_code_key UNIQUE (code));
     CREATE TABLE part (id integer, CONSTRAINT part_pkey PRIMARY KEY (id)) PARTITION BY RANGE (id);
     CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (0) TO (9)`,
  );
  const schema = model(`model t {
  id   Int      @id @default(autoincrement())
  code String   @unique
  at   DateTime @default(now())
}
model part {
  id Int @id
}`);
  expect(difference(await ofSchema(schema), await ofDatabase(side))).toEqual([]);
  const other = schema.replace('code String   @unique', 'code String?');
  expect(difference(await ofSchema(other), await ofDatabase(side))).toEqual([
    'changed column public.t.code: notNull',
    'added index public.t.t_code_key',
  ]);
});

test('a schema with several schemas, an empty one, and one that is not valid', async () => {
  await using side = await openSide(
    serverUri(),
    'CREATE SCHEMA "my shop"; CREATE TABLE "my shop".a (id integer PRIMARY KEY)',
  );
  const schema = `datasource db {\n  provider = "postgresql"\n  schemas = ["my shop", "public"]\n}
model a {\n  id Int @id\n  @@schema("my shop")\n}`;
  expect(difference(await ofSchema(schema), await ofDatabase(side))).toEqual([]);
  expect(difference(await ofSchema(model('')), await ofDatabase(side))).toEqual([]);
  await expect(ofSchema(model('model a {\n id Nope @id\n}'))).rejects.toThrow(
    'The Prisma schema is not valid (P1012)',
  );
  await expect(ofSchema(model('model a {\n id Int @id\n v Unsupported("vector(3)")?\n}'))).rejects.toThrow(
    'The Prisma schema cannot be made in a shadow database: type "vector" does not exist (SQLSTATE 42704)',
  );
});

test('migrations are a side with everything that they make, and no shadow database stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  try {
    const add = async (name: string, script: string) => {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'migration.sql'), script);
    };
    await add(
      '1_tables',
      'CREATE TABLE a (id integer PRIMARY KEY, CHECK (id > 0)); CREATE VIEW v AS SELECT id FROM a;',
    );
    await add('2_index', 'CREATE INDEX CONCURRENTLY a_partial ON a (id) WHERE id > 5;');
    const side = async (): Promise<ComparedSide> => ({
      snapshot: await migrationsSnapshot(await readMigrations(folder), shadow),
      name: 'the migrations',
      origin: 'migrations',
      exclude: [],
    });
    await using database = await openSide(
      serverUri(),
      'CREATE TABLE a (id integer PRIMARY KEY, CHECK (id > 0))',
    );
    expect(difference(await ofDatabase(database), await side())).toEqual([
      'added index public.a.a_partial',
      'added view public.v',
    ]);
    await add('3_wrong', 'ALTER TABLE a ADD b integer; ALTER TABLE nowhere ADD b integer;');
    await expect(side()).rejects.toThrow(
      'The migration 3_wrong failed on a shadow database: relation "nowhere" does not exist (SQLSTATE 42P01)',
    );
    const left = await database.run("SELECT FROM pg_database WHERE datname ~ '^prisma_migrate_shadow'");
    expect(left).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** A change of the database, and what takes it back. */
const changes: readonly (readonly [change: string, back: string])[] = [
  ['ALTER TABLE parent ADD x integer', 'ALTER TABLE parent DROP x'],
  ['ALTER TABLE parent ALTER code DROP NOT NULL', 'ALTER TABLE parent ALTER code SET NOT NULL'],
  ["ALTER TABLE parent ALTER code SET DEFAULT 'a'", 'ALTER TABLE parent ALTER code DROP DEFAULT'],
  [
    'ALTER TABLE parent ALTER at SET DEFAULT now()',
    'ALTER TABLE parent ALTER at SET DEFAULT CURRENT_TIMESTAMP',
  ],
  ['ALTER TABLE parent ALTER at TYPE timestamptz(3)', 'ALTER TABLE parent ALTER at TYPE timestamp(3)'],
  ['ALTER TABLE parent ALTER code TYPE text COLLATE "C"', 'ALTER TABLE parent ALTER code TYPE text'],
  ['CREATE INDEX i ON parent (code) WHERE id > 1', 'DROP INDEX i'],
  ['CREATE INDEX i ON parent (lower(code))', 'DROP INDEX i'],
  ['CREATE INDEX i ON parent (code DESC)', 'DROP INDEX i'],
  ['CREATE INDEX i ON parent USING hash (code)', 'DROP INDEX i'],
  ['DROP INDEX parent_code_key', 'CREATE UNIQUE INDEX parent_code_key ON parent (code)'],
  ['ALTER TABLE parent ADD CONSTRAINT c CHECK (id > 0)', 'ALTER TABLE parent DROP CONSTRAINT c'],
  ['ALTER TABLE parent ENABLE ROW LEVEL SECURITY', 'ALTER TABLE parent DISABLE ROW LEVEL SECURITY'],
  [
    'ALTER TABLE child ALTER CONSTRAINT child_parent_fkey DEFERRABLE',
    'ALTER TABLE child ALTER CONSTRAINT child_parent_fkey NOT DEFERRABLE',
  ],
  [
    'ALTER TABLE child DROP CONSTRAINT child_parent_fkey',
    'ALTER TABLE child ADD CONSTRAINT child_parent_fkey FOREIGN KEY (parent) REFERENCES parent ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID',
  ],
  ['CREATE VIEW v AS SELECT id FROM parent', 'DROP VIEW v'],
  ["COMMENT ON TABLE parent IS 'x'", 'COMMENT ON TABLE parent IS NULL'],
  ['CREATE SEQUENCE loose', 'DROP SEQUENCE loose'],
  ["CREATE TYPE other AS ENUM ('a')", 'DROP TYPE other'],
  ['CREATE TABLE more (id integer PRIMARY KEY)', 'DROP TABLE more'],
  ["ALTER TYPE mood ADD VALUE 'fine'", ''],
];

test('whether there is a difference is what Prisma says itself', async () => {
  const schema = model(`model parent {
  id    Int      @id @default(autoincrement())
  code  String   @unique
  at    DateTime @default(now())
  mood  mood
  children child[]
}
model child {
  id     Int    @id
  parent Int
  of     parent @relation(fields: [parent], references: [id])
}
enum mood {
  sad
  ok
}`);
  const expected = await ofSchema(schema);
  const project = {
    schemaPath: '/project/schema.prisma',
    schemaFiles: [{ path: '/project/schema.prisma', content: schema }],
    external: { externalTables: [], externalEnums: [] },
  };
  await using side = await openSide(serverUri());
  await side.run((await schemaScript({ project, directUri: side.uri })).sql);
  const told: string[] = [];
  for (const [change, back] of changes) {
    await side.run(change);
    const ours = difference(await ofDatabase(side), expected).length === 0;
    const { empty } = await prismaDiff({ project, directUri: side.uri });
    if (ours !== empty)
      told.push(`${change}: Prisma ${empty ? 'sees nothing' : 'sees it'}, we ${ours ? 'do not' : 'do'}`);
    if (back !== '') await side.run(back);
  }
  expect(told).toEqual([]);
}, 60_000);
