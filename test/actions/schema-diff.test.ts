import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../support/consumer.ts';
import { createTestDatabase, queryOnce, serverUri } from '../support/database.ts';
import { createScene, neonKey } from '../support/preview-scene.ts';

const nickname = { name: '20260301090000_nickname', sql: 'ALTER TABLE users ADD COLUMN nickname TEXT;\n' };
const noImage = { name: '20260302090000_image', sql: 'ALTER TABLE users DROP COLUMN image;\n' };

const longName = {
  name: '20260303090000_name',
  sql: 'ALTER TABLE users ALTER COLUMN name TYPE varchar(300);\n',
};
const quiet = { 'ignore-findings': '*', 'fail-on': 'never' };

function names(changes: readonly { readonly object: { readonly name: string } }[]) {
  return changes.map(({ object }) => object.name);
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function expectValid(path: string, schema: 'schema-diff' | 'schema-snapshot') {
  const validate = new Ajv({ strict: false }).compile(
    readJson(join(repositoryRoot, `docs/schemas/${schema}.schema.json`)),
  );
  expect(validate(readJson(path)), JSON.stringify(validate.errors)).toBe(true);
}

test('a preview tells what its migrations changed: against the fork point, later against the parent', async () => {
  await using scene = await createScene();
  await scene.consumer.addMigration(nickname.name, nickname.sql);
  const opened = await scene.run({ with: { 'ignore-findings': '*' } });
  expect(opened.outputs).toMatchObject({ changed: 'true', summary: '1 table changed', status: 'passed' });
  expect(readJson(opened.outputs['diff-path'] ?? '').changes).toEqual([
    expect.objectContaining({ change: 'added', object: expect.objectContaining({ name: 'nickname' }) }),
  ]);
  expectValid(opened.outputs['diff-path'] ?? '', 'schema-diff');
  expect(scene.comments()[0]?.body).toContain('column nickname: text');
  expect(scene.comments()[0]?.body).toContain('as it was made from main');

  await scene.consumer.addMigration(noImage.name, noImage.sql);
  const pushed = await scene.run({ on: 'synchronize', with: { 'ignore-findings': '*' } });
  const body = scene.comments()[0]?.body ?? '';
  expect(pushed.outputs).toMatchObject({ changed: 'true', 'applied-count': '1', status: 'warning' });
  expect(body).toContain('column nickname: text');
  expect(body).toContain('column image: text');
  expect(body).toContain('What the migrations change in main as it is now');
  // The rehearsal's section warns of the dropped column already.
  expect(body).toContain('drop-column');
  expect(body).not.toContain('drops-data');
});

test('an adopted branch: what came later in the parent is apart, and what both changed is a conflict', async () => {
  await using scene = await createScene();
  const production = scene.neon.realUri();
  // Nothing has run on it: it is the fork point still.
  await scene.run({ with: quiet });
  await queryOnce(production, 'CREATE TABLE later (id integer); ALTER TABLE users ALTER name SET NOT NULL');
  await scene.consumer.addMigration(longName.name, longName.sql);
  const first = await scene.run({ on: 'synchronize', with: quiet });
  const told = readJson(first.outputs['diff-path'] ?? '');
  expectValid(first.outputs['diff-path'] ?? '', 'schema-diff');
  expect(first.outputs.summary).toBe('1 table changed');
  expect(names(told.changes)).toEqual(['name']);
  expect(names(told.changedInParent)).toEqual(expect.arrayContaining(['later', 'name']));
  expect(told.conflicts).toMatchObject([{ object: { kind: 'column', name: 'name' } }]);

  // It has run: seen on the copy of the parent's head.
  const second = await scene.run({ on: 'synchronize', with: quiet });
  const again = readJson(second.outputs['diff-path'] ?? '');
  expect(names(again.changes)).toEqual(['name']);
  expect(names(again.changedInParent)).toEqual(expect.arrayContaining(['later', 'name']));
  expect(again.conflicts).toMatchObject([{ object: { kind: 'column', name: 'name' } }]);
  const body = scene.comments()[0]?.body ?? '';
  expect(body).toContain('1 conflict');
  expect(body).toContain('schema-conflict');
  expect(body).toContain('Changed in main since, and not here: ');
});

test('a migration that the parent no longer takes is a conflict that is foreseen', async () => {
  await using scene = await createScene();
  await scene.consumer.addMigration(nickname.name, nickname.sql);
  await scene.run({ with: quiet });
  await queryOnce(scene.neon.realUri(), 'ALTER TABLE users ADD COLUMN nickname varchar(9)');
  const pushed = await scene.run({ on: 'synchronize', with: quiet });
  const body = scene.comments()[0]?.body ?? '';
  expect(body).toContain('It ran on the branch, and does not run on main as it is now');
  expect(body).toContain('42701');
  expect(pushed.outputs).toMatchObject({ changed: 'true' });
});

test('schema-diff compares branches, URIs and snapshot files', async () => {
  await using scene = await createScene();
  const same = await scene.run({ action: 'schema-diff', with: { from: 'main', to: 'main' } });
  expect(same.outputs).toMatchObject({ changed: 'false', summary: 'No change', status: 'passed' });
  expectValid(same.outputs['snapshot-path'] ?? '', 'schema-snapshot');
  await scene.consumer.write('old.json', readFileSync(same.outputs['snapshot-path'] ?? '', 'utf8'));

  const uri = scene.neon.realUri();
  await queryOnce(uri, 'DROP TABLE accounts; ALTER TABLE users ADD x integer');
  const dropped = await scene.run({
    action: 'schema-diff',
    with: { from: 'old.json', to: uri, 'fail-on': 'warning' },
    secrets: [neonKey, uri],
  });
  expect(dropped.outputs).toMatchObject({ changed: 'true', summary: '1 table dropped, 1 table changed' });
  const script = readFileSync(dropped.outputs['sql-path'] ?? '', 'utf8');
  expect(script).toMatch(/-- loses data\nDROP TABLE "public"."accounts";/);
  expect(script).toContain('ALTER TABLE "public"."users" ADD COLUMN "x" integer;');
  expect(readFileSync(dropped.outputs['markdown-path'] ?? '', 'utf8')).toContain('SQL patch');
  const dropsRows = await scene.run({
    action: 'schema-diff',
    with: { from: uri, to: 'old.json', 'include-objects': 'public.users' },
    secrets: [neonKey, uri],
  });
  expect(dropsRows.conclusion).toBe('success');
  expect(dropsRows.outputs).toMatchObject({ status: 'warning', summary: '1 table changed' });
  expect(readFileSync(dropsRows.outputs['markdown-path'] ?? '', 'utf8')).toContain('public.users');
  const sarif = readJson(dropsRows.outputs['sarif-path'] ?? '');
  expect(sarif.runs[0].results).toMatchObject([
    {
      ruleId: 'drops-data',
      level: 'warning',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'old.json' } } }],
    },
  ]);
});

test('schema-diff takes a Prisma schema and migrations, made on the runner', async () => {
  await using scene = await createScene();
  const same = await scene.run({
    action: 'schema-diff',
    with: { from: 'main', to: 'prisma/schema.prisma', base: 'prisma/migrations' },
  });
  expect(same.outputs).toMatchObject({ changed: 'false', summary: 'No change', status: 'passed' });
  await queryOnce(scene.neon.realUri(), 'CREATE VIEW v AS SELECT 1; ALTER TABLE users ADD x integer');
  const changed = await scene.run({
    action: 'schema-diff',
    with: { from: 'prisma', to: 'main', 'shadow-url': serverUri() },
    secrets: [neonKey, serverUri()],
  });
  expect(changed.outputs).toMatchObject({ changed: 'true', summary: '1 table changed' });
  expect(changed.summary).toContain('A Prisma schema knows tables, columns, keys, indexes and enums.');
});

test('schema-diff with a base tells three ways', async () => {
  await using scene = await createScene();
  const snapshot = async (name: string, statements: string) => {
    if (statements !== '') await queryOnce(scene.neon.realUri(), statements);
    const { outputs } = await scene.run({ action: 'schema-diff', with: { from: 'main', to: 'main' } });
    await scene.consumer.write(name, readFileSync(outputs['snapshot-path'] ?? '', 'utf8'));
  };
  await snapshot('base.json', '');
  await snapshot('mine.json', 'ALTER TABLE users ALTER name SET NOT NULL, ADD mine integer');
  await snapshot(
    'theirs.json',
    'ALTER TABLE users ALTER name DROP NOT NULL, ALTER name TYPE varchar(9), DROP mine, ADD theirs integer',
  );
  const result = await scene.run({
    action: 'schema-diff',
    with: { base: 'base.json', from: 'theirs.json', to: 'mine.json', 'fail-on': 'warning' },
  });
  expect(result.conclusion).toBe('failure');
  const told = readJson(result.outputs['diff-path'] ?? '');
  expect(names(told.changes)).toEqual(['mine', 'name']);
  expect(names(told.changedInParent)).toEqual(['name', 'theirs']);
  expect(names(told.conflicts)).toEqual(['name']);
});

test.each([
  [{ from: 'nowhere', to: 'main' }, '"nowhere" is no branch on neon'],
  [{ from: 'gone.json', to: 'main' }, 'there is no file "gone.json"'],
  [{ from: 'gone/schema.prisma', to: 'main' }, 'there is no file "gone/schema.prisma"'],
  [{ from: 'package.json', to: 'main' }, 'package.json: This is no schema snapshot.'],
  [{ from: '', to: 'main' }, 'Input `from`: It must be given.'],
])('%j is refused with the reason', async (inputs, reason) => {
  await using scene = await createScene();
  await scene.consumer.write('package.json', '{}');
  const result = await scene.run({ action: 'schema-diff', with: inputs });
  expect(result.conclusion).toBe('failure');
  expect(result.log).toContain(reason);
});

test('on a plain server an adopted branch is compared with its parent, whose owner and grants are its own', async () => {
  await using scene = await createScene();
  await using production = await createTestDatabase();
  await production.query('CREATE TABLE users (id text PRIMARY KEY); GRANT SELECT ON users TO PUBLIC');
  await scene.consumer.write('add.mjs', '');
  const inputs = {
    'neon-api-key': '',
    'neon-project-id': '',
    provider: 'postgres',
    'postgres-url': production.uri,
    command: 'true',
    'ignore-findings': '*',
  };
  const opened = await scene.run({ with: inputs });
  expect(opened.outputs).toMatchObject({ changed: 'false', summary: 'No change' });
  await queryOnce(opened.outputs['database-url'] ?? '', 'CREATE TABLE mine (id integer PRIMARY KEY)');
  const pushed = await scene.run({ on: 'synchronize', with: inputs });
  expect(pushed.outputs).toMatchObject({ created: 'false', changed: 'true', summary: '1 table added' });
  await scene.run({ on: 'closed', with: inputs });
});
