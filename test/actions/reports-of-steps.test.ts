import { expect, test } from 'vitest';
import { parseConnectionUri } from '../../src/postgres/connection-uri.ts';
import { queryOnce } from '../support/database.ts';
import { createScene, neonKey, type PreviewScene } from '../support/preview-scene.ts';

/** A branch by `create-branch`, and what a later step of the same job is given of it; the job's masks with it. */
async function branchOf(scene: PreviewScene) {
  const created = await scene.run({ action: 'create-branch' });
  const url = created.outputs['database-url'] ?? '';
  const { password } = parseConnectionUri(url);
  const secrets = [neonKey, url, password, encodeURIComponent(password)];
  return { url, step: { with: { 'database-url': url }, secrets } };
}

test('a step that fails before it has anything to report is in the comment all the same', async () => {
  await using scene = await createScene();
  const created = await scene.run({ action: 'create-branch', with: { 'parent-branch': 'nope' } });
  expect(created.conclusion).toBe('failure');
  const commented = await scene.run({ action: 'comment' });
  expect(commented.outputs.status).toBe('failed');
  expect(scene.comments()[0]?.body).toContain('The parent branch &quot;nope&quot; does not exist');
});

test.each([
  ['migrate', 'no migration history (P3005)'],
  ['check-connection', 'Input `database-url-pooled` is given without `database-url`'],
  ['check-schema', 'lies outside the workspace'],
  ['delete-branch', 'it is the default branch'],
  ['reset-branch', 'it is the default branch'],
  ['connect', 'it is the default branch'],
])('%s that cannot do its work turns the report to failed', async (action, reason) => {
  await using scene = await createScene();
  const { url, step } = await branchOf(scene);
  await queryOnce(url, 'DROP TABLE _prisma_migrations');
  const inputs: Readonly<Record<string, Record<string, string>>> = {
    migrate: step.with,
    'check-connection': { 'database-url-pooled': url },
    'check-schema': { ...step.with, 'working-directory': '..' },
  };
  const failed = await scene.run({ action, ...step, with: inputs[action] ?? { branch: 'main' } });
  expect(failed.conclusion).toBe('failure');
  expect(failed.log).toContain(reason);
  expect((await scene.run({ action: 'comment' })).outputs.status).toBe('failed');
});

test('a comment without anything to say is not posted', async () => {
  await using scene = await createScene();
  const commented = await scene.run({ action: 'comment', with: { key: 'mistyped' } });
  expect(commented).toMatchObject({ conclusion: 'success', outputs: { status: '', 'comment-id': '' } });
  expect(commented.log).toContain('No step of this job has left a section');
  expect(scene.comments()).toEqual([]);
});

test('migrate by itself tells the step summary, and the line of the file that failed', async () => {
  await using scene = await createScene();
  const { step } = await branchOf(scene);
  const name = '20260301090000_broken';
  await scene.consumer.addMigration(name, 'ALTER TABLE users ADD COLUMN a INT;\nSELECT nope;\n');
  const failed = await scene.run({ action: 'migrate', ...step });
  const file = `prisma/migrations/${name}/migration.sql`;
  expect(failed.annotations).toContainEqual(expect.objectContaining({ level: 'error', file, line: 2 }));
  expect(failed.summary).toContain(`${name} failed`);
});

test('a branch that is gone before its pull request closes: the comment says so', async () => {
  await using scene = await createScene();
  await scene.run();
  await scene.run({ action: 'delete-branch' });
  const closed = await scene.run({ on: 'closed' });
  expect(closed.outputs).toMatchObject({ deleted: 'false', status: 'deleted' });
  expect(scene.comments()[0]?.body).toContain('Preview database: deleted');
});

test('a pull request that never had a comment gets none when it closes', async () => {
  await using scene = await createScene();
  const closed = await scene.run({ on: 'closed' });
  expect(closed).toMatchObject({ conclusion: 'success', outputs: { status: 'deleted', 'comment-id': '' } });
  expect(scene.comments()).toEqual([]);
});

test('a close that is refused is told, whether there is a comment or not', async () => {
  await using scene = await createScene();
  await scene.run({ on: 'closed', with: { branch: 'main' } });
  expect(scene.comments()[0]?.body).toContain('it is the default branch');
});
