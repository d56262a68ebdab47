import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checkCompatibility,
  judgeCompatibility,
} from '../../../src/migrations/compatibility/check-compatibility.ts';
import { probeClient } from '../../../src/migrations/compatibility/probe.ts';
import { readRehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import { repositoryRoot } from '../../support/consumer.ts';
import { createTestDatabase } from '../../support/database.ts';
import { migrateNeonHub } from '../../support/neonhub.ts';
import { withPrismaClient } from '../../support/prisma-client.ts';
import { scenarios } from './scenarios.ts';
import { clientOf, connectionTo, deployedAppAfter, prismaScript, schemaFile, verdictLines } from './scene.ts';

describe.each(scenarios)('$name', ({ from, setUp, change, expected, says = [], fix = [], proof = {} }) => {
  test('is judged so, and so it is with the real client', async () => {
    await using scene = await deployedAppAfter({ from, setUp, change });
    const { compatibility, db } = scene;
    expect(verdictLines(compatibility)).toEqual(expected);
    const finding = compatibility.verdicts[0]?.finding;
    for (const text of says) expect(finding?.message).toMatch(text instanceof RegExp ? text : literal(text));
    for (const text of fix) expect(finding?.fix).toContain(text);
    const { works = [], fails = [] } = proof;
    await withPrismaClient(from, db.uri, async (client) => {
      for (const call of works) await call(client);
      for (const call of fails) await expect(call(client)).rejects.toThrow();
    });
  });
});

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

describe("where only the catalogs say what the client's own database took", () => {
  test.each([
    ['ALTER TABLE "A" DROP COLUMN gone', ['breaks A.gone (all)']],
    ['DROP TABLE "A" CASCADE', ['breaks A (all)']],
    ['ALTER TYPE "Role" RENAME TO r', ['breaks A.role (create)']],
    ['ALTER TABLE "A" ALTER role TYPE text', ['at risk A.role (read)']],
    ['DROP TABLE "_AToB"', ['breaks A.bs (all)']],
    ['CREATE INDEX ON "A" (gone)', []],
  ])('%s', async (change, expected) => {
    const from = schemaFile(`
enum Role {
  X
}
model A {
  id   Int    @id
  gone String
  role Role
  past String
  bs   B[]
}
model B {
  id Int @id
  as A[]
}
`);
    await using scene = await deployedAppAfter({
      from,
      setUp: 'ALTER TABLE "A" DROP COLUMN past',
      change,
      isUnasked: true,
    });
    expect(verdictLines(scene.compatibility)).toEqual(expected);
  });
});

describe('several schemas in several files', () => {
  const from = [
    {
      path: '/project/prisma/schema/base.prisma',
      content:
        'datasource db {\n  provider = "postgresql"\n  schemas = ["auth", "shop"]\n}\nenum Role {\n  A\n  B\n  @@schema("auth")\n}\n',
    },
    {
      path: '/project/prisma/schema/user.prisma',
      content:
        'model User {\n  id Int @id\n  role Role\n  orders Order[]\n  @@map("users")\n  @@schema("auth")\n}\n',
    },
    {
      path: '/project/prisma/schema/order.prisma',
      content:
        'model Order {\n  id Int @id\n  user User @relation(fields: [userId], references: [id])\n  userId Int\n  note String?\n  @@schema("shop")\n}\n',
    },
  ];

  test.each([
    [
      'ALTER TABLE shop."Order" DROP COLUMN note',
      ['breaks Order.note (all)'],
      'drops the column shop.Order.note',
    ],
    ['ALTER TABLE auth.users SET SCHEMA shop', ['breaks User (all)'], 'renames auth.users to shop.users'],
    ['ALTER TYPE auth."Role" ADD VALUE \'C\'', ['at risk User.role (read)'], 'adds `C` to the enum Role'],
    [
      'ALTER TYPE auth."Role" SET SCHEMA shop',
      ['breaks User.role (create)'],
      'does not take what Prisma sends',
    ],
  ])('%s', async (change, expected, says) => {
    await using scene = await deployedAppAfter({ from, change });
    expect(verdictLines(scene.compatibility)).toEqual(expected);
    expect(scene.compatibility.verdicts[0]?.finding.message).toContain(says);
  });
});

describe("NeonHub's own app", () => {
  const from = [
    {
      path: join(repositoryRoot, 'prisma/schema.prisma'),
      content: readFileSync(join(repositoryRoot, 'prisma/schema.prisma'), 'utf8'),
    },
  ];

  async function afterChange(change: string) {
    await using db = await createTestDatabase();
    await migrateNeonHub(db.uri);
    await using connection = await connectionTo(db.uri);
    const client = await clientOf(db.uri, from);
    const before = await readRehearsalCatalog(connection);
    const madeFor = await probeClient(client, connection, 'public');
    expect(madeFor.refusals).toEqual([]);
    await db.query(change);
    const after = await readRehearsalCatalog(connection);
    const meets = await probeClient(client, connection, 'public');
    return judgeCompatibility({
      client,
      schemaOf: 'base',
      direction: 'deployed-app',
      before,
      after,
      madeFor,
      meets,
    });
  }

  test('survives a migration that changes nothing for it', async () => {
    const compatibility = await afterChange(
      'ALTER TABLE users ADD COLUMN plan text; CREATE INDEX ON agent_jobs (kind)',
    );
    expect(compatibility).toMatchObject({ models: 7, verdicts: [] });
    expect(compatibility.prepared).toBeGreaterThan(7 * 5);
  });

  test('does not survive a dropped column', async () => {
    const compatibility = await afterChange('ALTER TABLE content_drafts DROP COLUMN word_count');
    expect(compatibility.verdicts).toMatchObject([
      {
        model: 'ContentDraft',
        field: 'wordCount',
        operation: 'all',
        status: 'breaks',
        finding: { rule: 'deployed-app-breaks', severity: 'error', subject: 'ContentDraft.wordCount' },
      },
    ]);
  });

  test('is at risk when the queue gets another status', async () => {
    const compatibility = await afterChange("ALTER TYPE job_status ADD VALUE 'paused' AFTER 'running'");
    expect(compatibility.verdicts).toMatchObject([
      { finding: { rule: 'deployed-app-at-risk', severity: 'warning', subject: 'AgentJob.status' } },
    ]);
  });
});

describe('the new app on the database before its migrations (code first)', () => {
  const old = schemaFile(
    'enum Mood {\n  A\n  OLD\n}\nmodel User {\n  id Int @id\n  must String\n  mood Mood\n}\n',
  );
  const next = schemaFile(
    'enum Mood {\n  A\n  NEW\n}\nmodel User {\n  id Int @id\n  bio String?\n  mood Mood\n}\nmodel Log {\n  id Int @id\n}\n',
  );

  test('fails on what the migrations bring, and on what they take away', async () => {
    await using db = await createTestDatabase();
    await db.query(await prismaScript(db.uri, old));
    await using connection = await connectionTo(db.uri);
    const client = await clientOf(db.uri, next);
    const before = await readRehearsalCatalog(connection);
    const meets = await probeClient(client, connection, 'public');
    await db.query(await prismaScript(db.uri, next, old));
    const request = {
      client,
      schemaOf: 'head',
      direction: 'new-app',
      before,
      after: await readRehearsalCatalog(connection),
      madeFor: await probeClient(client, connection, 'public'),
      meets,
    } as const;
    const compatibility = judgeCompatibility(request);
    expect(verdictLines(compatibility)).toEqual([
      'breaks User.bio (all)',
      'breaks User.must (create)',
      'breaks Log (all)',
      'at risk User.mood (read)',
      'at risk User.mood (all)',
    ]);
    expect(compatibility.verdicts[0]?.finding).toMatchObject({
      rule: 'new-app-breaks',
      severity: 'error',
      message: expect.stringContaining('the column User.bio is not there before the migrations'),
      fix: expect.stringContaining('Run the migrations before any instance of the new code starts'),
    });
    expect(compatibility.verdicts.at(-1)?.finding.rule).toBe('new-app-at-risk');
  });
});

test('a view of the schema is only read', async () => {
  const from = [
    {
      path: '/project/schema.prisma',
      content:
        'generator client {\n  provider = "prisma-client-js"\n  previewFeatures = ["views"]\n}\ndatasource db {\n  provider = "postgresql"\n}\nmodel User {\n  id Int @id\n  name String\n}\nview Shout {\n  id Int @unique\n  loud String\n}\n',
    },
  ];
  await using scene = await deployedAppAfter({
    from,
    setUp: 'CREATE VIEW "Shout" AS SELECT id, upper(name) AS loud FROM "User"',
    change: 'DROP VIEW "Shout"; CREATE VIEW "Shout" AS SELECT id, upper(name) AS louder FROM "User"',
  });
  expect(verdictLines(scene.compatibility)).toEqual(['breaks Shout.loud (all)']);
});

test('without a readable schema it is skipped, and nothing is claimed', async () => {
  await using db = await createTestDatabase();
  await using connection = await connectionTo(db.uri);
  const catalog = await readRehearsalCatalog(connection);
  const part = await checkCompatibility(
    {
      schemaFiles: schemaFile('model A {\n  id Nope @id\n}\n'),
      schemaOf: 'base',
      direction: 'deployed-app',
      before: catalog,
      after: catalog,
    },
    { session: connection, directUri: db.uri },
  );
  expect(part).toEqual({ kind: 'skipped', reason: expect.stringContaining('P1012') });
});
