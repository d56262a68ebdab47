import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readClientSchema } from '../../../src/migrations/compatibility/client-reading.ts';
import type { ClientModel } from '../../../src/migrations/compatibility/client-schema.ts';
import { readSchema } from '../../../src/migrations/compatibility/read-schema.ts';
import type { SchemaFile } from '../../../src/migrations/prisma-project.ts';
import { repositoryRoot } from '../../support/consumer.ts';
import { serverUri } from '../../support/database.ts';
import { dataModelOf } from '../../support/prisma-client.ts';

const datasource = 'datasource db {\n  provider = "postgresql"\n}\n';

/** Each is valid to Prisma, and each has something that is easily read wrong. */
const schemas: Readonly<Record<string, readonly SchemaFile[]>> = {
  "NeonHub's own": [
    {
      path: 'schema.prisma',
      content: readFileSync(join(repositoryRoot, 'prisma/schema.prisma'), 'utf8'),
    },
  ],
  'comments, strings and lines': file(`
/// A user // of "sorts"
model User { // opens
  /* id Int */ id Int @id @default(autoincrement()) // @map("no")
  url    String @default("https://x/{y}//z \\"q\\" @map(\\"no\\")") @map("u'rl; --")
  bio    String? @default("a\\nb\\u0041")
  /** many
      lines */
  score  Decimal? @default(-1.5) @db.Decimal(10, 2)
  at     DateTime @default(dbgenerated("now() + '1 day'::interval"))

  @@unique(fields: [url, bio], name: "byUrl", map: "by_url")
  @@index([score(sort: Desc), at], map: "x")
  @@map("us ers")
}
`),
  'ids, uniques and defaults of every kind': file(`
enum Mood {
  SAD    @map("sad face")
  HAPPY
  @@map("mood; drop")
}
model A {
  one    BigInt   @default(autoincrement())
  two    String   @default(cuid(2)) @map("2")
  mood   Mood     @default(HAPPY)
  moods  Mood[]   @default([SAD, HAPPY])
  tags   String[] @default(["a", "b"])
  meta   Json     @default("{\\"a\\": [1]}")
  bytes  Bytes    @default("aGk=")
  token  String   @unique @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  made   DateTime @default(now())
  seen   DateTime? @updatedAt
  point  Unsupported("point")?
  secret String   @default("x") @ignore
  @@id([one, two])
  @@unique([mood, made(sort: Desc)])
}
model NoCreate {
  id    Int @id
  place Unsupported("geometry(Point, 4326)")
}
model Gone {
  id Int @id
  @@ignore
}
`),
  'relations of every kind': file(`
model User {
  id       Int    @id
  posts    Post[]
  edits    Post[] @relation("editor")
  friends  User[] @relation("friends")
  friendOf User[] @relation("friends")
  boss     User?  @relation("boss", fields: [bossId], references: [id])
  bossId   Int?   @map("boss_id")
  staff    User[] @relation("boss")
}
model Post {
  a        Int
  b        Int
  author   User    @relation(fields: [authorId], references: [id])
  authorId Int
  editor   User?   @relation(name: "editor", fields: [editorId], references: [id], onDelete: SetNull)
  editorId Int?
  parent   Post?   @relation("tree", fields: [pa, pb], references: [a, b])
  pa       Int?
  pb       Int?
  children Post[]  @relation("tree")
  tagged   Tag[]
  @@id([a, b])
}
model Tag {
  id    String @id
  posts PostTag[]
  all   Zed[]
  other Post? @relation(fields: [x, y], references: [a, b])
  x     Int?
  y     Int?
}
model PostTag {
  tag   Tag    @relation(fields: [tagId], references: [id])
  tagId String @id
}
model Zed {
  id   String @id
  tags Tag[]
}
`).map(({ path, content }) => ({
    path,
    content: content.replace('  tags     Tag[]\n', '  tags     Tag[]\n'),
  })),
};

function file(content: string): readonly SchemaFile[] {
  return [{ path: 'schema.prisma', content: datasource + content }];
}

describe.each(Object.entries(schemas))('%s', (_, files) => {
  test('is read as Prisma reads it', () => {
    const { client } = readSchema(files, 'public');
    expect(client.models.map(ours)).toEqual(dataModelOf(files).models.map(theirs));
  });

  test("agrees with the tables and columns of Prisma's engine", async () => {
    const reading = await readClientSchema({ schemaFiles: files, directUri: serverUri() });
    expect(reading).toMatchObject({ kind: 'read' });
  });
});

/** What both tell, in one shape. */
function ours(model: ClientModel) {
  return {
    name: model.name,
    table: model.table,
    fields: model.fields.map((field) => ({
      name: field.name,
      column: field.column,
      type: field.type.kind === 'enum' ? field.type.enum.name : field.type.scalar,
      isList: field.isList,
      isRequired: field.isRequired,
      isUpdatedAt: field.isUpdatedAt,
      isByDatabase: field.hasDatabaseDefault,
    })),
    uniques: model.uniques,
    relations: model.relations.map(({ field, columns, model: other }) => ({ field, columns, other })),
  };
}

type TheirModel = ReturnType<typeof dataModelOf>['models'][number];

function theirs(model: TheirModel) {
  const columns = (names: readonly string[]) =>
    names.map((name) => model.fields.find((field) => field.name === name)?.dbName ?? name);
  const fields = model.fields.filter(({ kind }) => kind !== 'object');
  const uniques = [
    ...fields.filter(({ isId }) => isId).map(({ name }) => columns([name])),
    ...(model.primaryKey === null ? [] : [columns(model.primaryKey.fields)]),
    ...fields.filter(({ isUnique }) => isUnique).map(({ name }) => columns([name])),
    ...model.uniqueFields.map(columns),
  ];
  return {
    name: model.name,
    table: model.dbName ?? model.name,
    fields: fields.map((field) => ({
      name: field.name,
      column: field.dbName ?? field.name,
      type: field.type,
      isList: field.isList,
      isRequired: field.isRequired,
      isUpdatedAt: field.isUpdatedAt ?? false,
      isByDatabase: isByDatabase(field.default),
    })),
    uniques,
    relations: model.fields
      .filter(({ relationFromFields = [] }) => relationFromFields.length > 0)
      .map(({ name, type, relationFromFields = [] }) => ({
        field: name,
        columns: columns(relationFromFields),
        other: type,
      })),
  };
}

function isByDatabase(initial: TheirModel['fields'][number]['default']): boolean {
  if (typeof initial !== 'object' || !('name' in initial)) return false;
  return ['autoincrement', 'dbgenerated', 'sequence'].includes(initial.name);
}

test('many-to-many tables have their names and sides', () => {
  const { client } = readSchema(
    file(`
model Zebra {
  id    Int   @id
  apes  Ape[]
  likes Ape[] @relation("Likes")
}
model Ape {
  id     Int     @id
  zebras Zebra[]
  liked  Zebra[] @relation("Likes")
  kin    Ape[]   @relation("kin")
  kinOf  Ape[]   @relation("kin")
}
`),
    'app',
  );
  expect(client.joinTables).toEqual([
    { field: 'Zebra.apes', model: 'Zebra', schema: 'app', table: '_ApeToZebra', sides: ['Ape', 'Zebra'] },
    { field: 'Zebra.likes', model: 'Zebra', schema: 'app', table: '_Likes', sides: ['Ape', 'Zebra'] },
    { field: 'Ape.kin', model: 'Ape', schema: 'app', table: '_kin', sides: ['Ape', 'Ape'] },
  ]);
});

test('several files, several schemas, views, and enums of other schemas', async () => {
  const files = [
    {
      path: 'prisma/base.prisma',
      content: `generator client {
  provider        = "prisma-client-js"
  previewFeatures = ["views"]
}
datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
  schemas  = ["auth", "Shop 1; --"]
}
enum Role {
  A
  @@map("role")
  @@schema("auth")
}
view Seen {
  id Int @unique
  @@schema("auth")
}
`,
    },
    {
      path: 'prisma/user.prisma',
      content:
        'model User {\n  id Int @id\n  role Role\n  orders Order[]\n  @@map("users")\n  @@schema("auth")\n}\n',
    },
    {
      path: 'prisma/order.prisma',
      content: 'model Order {\n  id Int @id\n  users User[]\n  @@schema("Shop 1; --")\n}\n',
    },
  ];
  const reading = await readClientSchema({ schemaFiles: files, directUri: serverUri() });
  if (reading.kind !== 'read') throw new Error(reading.reason);
  expect(reading.client.models.map(({ kind, schema, table }) => [kind, schema, table])).toEqual([
    ['view', 'auth', 'Seen'],
    ['model', 'auth', 'users'],
    ['model', 'Shop 1; --', 'Order'],
  ]);
  expect(reading.client.models[1]?.fields[1]?.type).toMatchObject({
    kind: 'enum',
    enum: { schema: 'auth', type: 'role', labels: ['A'] },
  });
  expect(reading.client.joinTables).toMatchObject([{ schema: 'Shop 1; --', table: '_OrderToUser' }]);
});

test('without `@@schema` a table is where the URI says', async () => {
  const directUri = `${serverUri()}?schema=app`;
  const reading = await readClientSchema({
    schemaFiles: file('model A {\n  id Int @id\n}\n'),
    directUri,
  });
  expect(reading).toMatchObject({ kind: 'read', client: { models: [{ schema: 'app', table: 'A' }] } });
});

test.each([
  ['model A {\n  id Int @id\n  ~\n}\n', /could not be read: line 6: unexpected "~"/],
  ['model A {\n  id Int @id\n', /could not be read: line \d+: a name expected, the end seen/],
  // Prisma does not escape it.
  ['model A {\n  id Int @id\n  @@map("a\\"b")\n}\n', /could not be read: Prisma's own script/],
  ['model A {\n  id Nope @id\n}\n', /not valid \(P1012\).*Nope/s],
])('what cannot be read is skipped, and says why: %j', async (content, reason) => {
  const reading = await readClientSchema({ schemaFiles: file(content), directUri: serverUri() });
  expect(reading).toEqual({ kind: 'skipped', reason: expect.stringMatching(reason) });
});
