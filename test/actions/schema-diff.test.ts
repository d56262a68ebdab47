import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../support/consumer.ts';
import { createTestDatabase, queryOnce } from '../support/database.ts';
import { createScene, neonKey } from '../support/preview-scene.ts';

const nickname = { name: '20260301090000_nickname', sql: 'ALTER TABLE users ADD COLUMN nickname TEXT;\n' };
const noImage = { name: '20260302090000_image', sql: 'ALTER TABLE users DROP COLUMN image;\n' };

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
  expect(body).toContain('main as it is now');
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
  const dropsRows = await scene.run({
    action: 'schema-diff',
    with: { from: uri, to: 'old.json', 'include-objects': 'public.users' },
    secrets: [neonKey, uri],
  });
  expect(dropsRows.conclusion).toBe('success');
  expect(dropsRows.outputs).toMatchObject({ status: 'warning', summary: '1 table changed' });
});

test.each([
  [{ from: 'nowhere', to: 'main' }, '"nowhere" is no branch on neon'],
  [{ from: 'gone.json', to: 'main' }, 'there is no file "gone.json"'],
  [{ from: 'prisma/schema.prisma', to: 'main' }, 'is a Prisma schema, not a snapshot'],
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
