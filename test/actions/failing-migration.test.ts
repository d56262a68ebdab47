import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createScene } from '../support/preview-scene.ts';

const file = 'prisma/migrations/20260301090000_broken/migration.sql';
const sql =
  "-- two statements, the second is wrong\nALTER TABLE users ADD COLUMN nickname TEXT;\n\nUPDATE users\nSET nickname = name || 'ünï' WHERE nope = 1;\n";

test('a failed migration is told with file, line, statement, SQLSTATE and the way out, everywhere', async () => {
  await using scene = await createScene();
  await scene.consumer.addMigration('20260301090000_broken', sql);
  const result = await scene.run();
  expect(result.conclusion).toBe('failure');
  expect(result.outputs).toMatchObject({ status: 'failed', 'applied-count': '0', 'pending-count': '1' });
  const [annotation] = result.annotations.filter(({ level }) => level === 'error');
  expect(annotation).toMatchObject({ file, line: 5 });
  const comment = scene.comments()[0]?.body ?? '';
  for (const text of [comment, result.summary, result.log]) {
    expect(text).toContain('nope');
    expect(text).toContain('42703');
    expect(text).toContain('prisma migrate resolve');
  }
  expect(comment).toContain('Not run: Migrations failed');
  const report: unknown = JSON.parse(await readFile(result.outputs['report-path'] ?? '', 'utf8'));
  expect(report).toMatchObject({ version: 1, subject: { repository: 'acme/shop', pullRequest: 7 } });
});

test('fail-on: never tells the same and passes', async () => {
  await using scene = await createScene();
  await scene.consumer.addMigration('20260301090000_broken', sql);
  const result = await scene.run({ with: { 'fail-on': 'never' } });
  expect(result).toMatchObject({ conclusion: 'success', outputs: { status: 'failed' } });
});

test('a warning fails only under fail-on: warning', async () => {
  await using scene = await createScene();
  await scene.consumer.addMigration(
    '20260301090000_fk',
    'CREATE TABLE reviews (id INT PRIMARY KEY, user_id TEXT REFERENCES users (id));\n',
  );
  const lenient = await scene.run({ with: { 'ignore-findings': 'schema-drift' } });
  expect(lenient.log).toContain('foreign-key-without-index');
  expect(lenient).toMatchObject({ conclusion: 'success', outputs: { status: 'warning' } });
  const strict = await scene.run({
    on: 'synchronize',
    with: { 'fail-on': 'warning', 'ignore-findings': 'schema-drift' },
  });
  expect(strict.conclusion).toBe('failure');
});
