import { expect, test } from 'vitest';
import { modelStatements } from '../../../src/migrations/compatibility/client-statements.ts';
import { probeClient } from '../../../src/migrations/compatibility/probe.ts';
import { readSchema } from '../../../src/migrations/compatibility/read-schema.ts';
import { createTestDatabase } from '../../support/database.ts';
import { type TestClient, withPrismaClient } from '../../support/prisma-client.ts';
import { connectionTo, prismaScript, schemaFile } from './scene.ts';

const files = schemaFile(`
enum Mood {
  SAD   @map("sad; --")
  HAPPY
  @@map("the mood")
}
model User {
  id      Int      @id @default(autoincrement())
  email   String   @unique @map("e mail")
  name    String?
  nick    String?  @default("x")
  mood    Mood     @default(SAD)
  moods   Mood[]
  tags    String[] @default(["a"])
  score   Decimal
  token   String   @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  meta    Json?
  raw     Bytes?
  big     BigInt   @default(1)
  made    DateTime @default(now())
  changed DateTime @updatedAt
  place   Unsupported("point")?
  hidden  String   @default("x") @ignore
  posts   Post[]
  labels  Tag[]
  @@map("us'ers")
}
model Post {
  a        String
  b        Int
  authorId Int  @map("author id")
  author   User @relation(fields: [authorId], references: [id])
  @@id([a, b])
}
model Tag {
  id    Int    @id
  users User[]
}
`);

const moment = new Date('2026-01-02T03:04:05.006Z');

const every = {
  id: 7,
  email: 'a@example.com',
  name: 'n',
  nick: 'k',
  mood: 'HAPPY',
  moods: ['SAD'],
  tags: ['t'],
  score: '1.5',
  token: '11111111-1111-4111-8111-111111111111',
  meta: { a: 1 },
  raw: new Uint8Array([1]),
  big: 5n,
  made: moment,
  changed: moment,
};

/** The calls that the statements stand for. */
const calls: Readonly<Record<string, (client: TestClient) => Promise<unknown> | undefined>> = {
  'User read': ({ user }) => user?.findMany?.(),
  'User create': ({ user }) => user?.create?.({ data: { email: 'b@example.com', score: 2 } }),
  'User write': ({ user }) => user?.create?.({ data: every }),
  'User update': ({ user }) => user?.update?.({ where: { id: 7 }, data: every }),
  'User delete': ({ user }) => user?.delete?.({ where: { id: 7 } }),
  'Post read': ({ post }) => post?.findMany?.(),
};

/** Spaces and the numbers of parameters tell nothing. */
function bare(sql: string): string {
  return sql.replace(/\s+/g, ' ').replace(/, /g, ',').replace(/\$\d+/g, '$');
}

test('are what the real client sends', async () => {
  await using db = await createTestDatabase();
  await db.query(await prismaScript(db.uri, files));
  const statements = new Map(
    modelStatements(readSchema(files, 'public').client).map(({ model, part, sql }) => [
      `${model} ${part}`,
      sql,
    ]),
  );
  await withPrismaClient(files, db.uri, async (client, sent) => {
    for (const [name, call] of Object.entries(calls)) {
      const from = sent.length;
      await call(client);
      expect(sent.slice(from).map(bare), name).toContain(bare(statements.get(name) ?? ''));
    }
  });
});

test('are all taken by the database that the schema makes, in a read-only transaction', async () => {
  await using db = await createTestDatabase();
  await db.query(await prismaScript(db.uri, files));
  await using connection = await connectionTo(db.uri);
  const probe = await probeClient(readSchema(files, 'public').client, connection, 'public');
  expect(probe.refusals).toEqual([]);
  // 6 each of User and Tag and Post, one foreign key, three of the join table.
  expect(probe.prepared).toBe(3 * 6 + 1 + 3);
  expect(await connection.query('SELECT name FROM pg_prepared_statements')).toEqual([]);
  expect(await db.query('SELECT id FROM "us\'ers"')).toEqual([]);
});

test('a refused statement is asked about field by field', async () => {
  await using db = await createTestDatabase();
  await db.query(await prismaScript(db.uri, files));
  await db.query(`ALTER TABLE "us'ers" DROP COLUMN "e mail", DROP COLUMN mood`);
  await using connection = await connectionTo(db.uri);
  const { refusals } = await probeClient(readSchema(files, 'public').client, connection, 'public');
  const fields = refusals.filter(({ field }) => field !== undefined);
  expect(fields.map(({ model, part, field, sqlState }) => `${model}.${field} ${part} ${sqlState}`)).toEqual([
    'User.email read 42703',
    'User.email filter 42703',
    'User.mood read 42703',
    'User.mood filter 42703',
    'User.email write 42703',
    'User.email update 42703',
    'User.mood write 42703',
    'User.mood update 42703',
  ]);
});
