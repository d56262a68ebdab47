import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../support/consumer.ts';
import { queryOnce, serverUri } from '../support/database.ts';
import { createScene } from '../support/preview-scene.ts';

test('create, connect, reset, delete: one branch, found again by name', async () => {
  await using scene = await createScene();
  const created = await scene.run({ action: 'create-branch', with: { 'expires-in': '2d' } });
  const url = created.outputs['database-url'] ?? '';
  const inTwoDays = Date.now() + 2 * 86_400_000;
  expect(Math.abs(Date.parse(created.outputs['expires-at'] ?? '') - inTwoDays)).toBeLessThan(120_000);

  const connected = await scene.run({ action: 'connect', with: { 'export-env': 'true' } });
  expect(connected.outputs['database-url']).toBe(url);
  expect(connected.env).toMatchObject({
    DIRECT_URL: url,
    DATABASE_URL: created.outputs['database-url-pooled'],
  });
  expect(connected.log).not.toContain(url);

  await queryOnce(url, "DELETE FROM content_drafts; UPDATE users SET name = 'changed'");
  await queryOnce(scene.neon.uri(), "UPDATE users SET name = 'in production since'");
  const reset = await scene.run({ action: 'reset-branch' });
  expect(reset.outputs['database-url']).toBe(url);
  expect(await queryOnce(url, 'SELECT count(*) AS drafts FROM content_drafts')).toEqual([{ drafts: '20' }]);
  expect(await queryOnce(url, 'SELECT DISTINCT name FROM users')).toEqual([{ name: 'in production since' }]);

  expect((await scene.run({ action: 'delete-branch' })).outputs.deleted).toBe('true');
  expect((await scene.run({ action: 'delete-branch' })).outputs.deleted).toBe('false');
  const gone = await scene.run({ action: 'connect' });
  expect(gone.conclusion).toBe('failure');
  expect(gone.log).toContain('There is no branch "preview/pr-7" on neon.');
});

test('keys tell databases of one pull request apart, in branch and comment', async () => {
  await using scene = await createScene();
  await scene.run({ with: { key: 'shop' } });
  await scene.run({ with: { key: 'billing' } });
  await scene.run({ with: { key: 'shop' }, on: 'synchronize' });
  expect(scene.comments()).toHaveLength(2);
  await scene.run({ with: { key: 'shop' }, on: 'closed' });
  const bodies = scene.comments().map(({ body }) => body);
  expect(bodies.filter((body) => body.includes('deleted'))).toHaveLength(1);
  expect(await queryOnce(scene.neon.uri({ branch: 'preview/pr-7-billing' }), 'SELECT 1 AS one')).toEqual([
    { one: 1 },
  ]);
});

test('a branch of another pull request, or of nobody, is not adopted, reset or deleted', async () => {
  await using scene = await createScene();
  await scene.run({ action: 'create-branch', number: 7 });
  for (const action of ['create-branch', 'connect', 'reset-branch', 'delete-branch']) {
    const result = await scene.run({ action, number: 8, with: { branch: 'preview/pr-7' } });
    expect(result.conclusion).toBe('failure');
    expect(result.log).toMatch(/it belongs to pull request #7/);
  }
  expect(await queryOnce(scene.neon.uri({ branch: 'preview/pr-7' }), 'SELECT 1 AS one')).toEqual([
    { one: 1 },
  ]);
});

test('merge_group has a branch of its own, which goes with the pull request', async () => {
  await using scene = await createScene();
  await scene.run();
  const event = {
    name: 'merge_group',
    payload: {
      action: 'checks_requested',
      merge_group: { head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-79bd1a4d', head_sha: '79bd1a4d' },
    },
  };
  const queued = await scene.run({ event });
  expect(queued.outputs.branch).toBe('preview/queue-pr-7');
  await scene.run({ on: 'closed' });
  for (const branch of ['preview/pr-7', 'preview/queue-pr-7'])
    expect(() => scene.neon.uri({ branch })).toThrow();
});

test('another tool by command: it gets the direct URI, and none of our inputs', async () => {
  await using scene = await createScene();
  await scene.consumer.write(
    'migrate.cjs',
    `const { Client } = require(${JSON.stringify(join(repositoryRoot, 'node_modules/pg'))});
     const client = new Client({ connectionString: process.env.DIRECT_URL });
     client.connect()
       .then(() => client.query('CREATE TABLE by_another_tool (id int primary key)'))
       .then(() => client.end())
       .then(() => console.log(Object.keys(process.env).some((name) => name.startsWith('DATABASE_ACTIONS_INPUT')) ? 'sees our inputs' : 'none of our inputs'));`,
  );
  const result = await scene.run({
    with: { command: 'node migrate.cjs', 'ignore-findings': 'schema-drift' },
  });
  expect(result.conclusion).toBe('success');
  expect(result.log).toContain('none of our inputs');
  expect(
    await queryOnce(
      scene.neon.uri({ branch: 'preview/pr-7' }),
      'SELECT count(*) AS rows FROM by_another_tool',
    ),
  ).toEqual([{ rows: '0' }]);
});

test('the sweep pages through everything and deletes only what is ours and over', async () => {
  await using scene = await createScene();
  await scene.run({ action: 'create-branch', number: 7 });
  await scene.run({ action: 'create-branch', number: 9 });
  scene.neon.seedBranches(250, (index) => `preview/pr-${1000 + index}`);
  const dry = await scene.run({
    action: 'sweep-branches',
    event: { name: 'schedule', payload: {} },
    with: { branch: '' },
  });
  expect(dry.conclusion).toBe('success');
  expect(JSON.parse(dry.outputs.deleted ?? '')).toEqual([]);
  const kept: { branch: string; reason: string }[] = JSON.parse(dry.outputs.kept ?? '');
  expect(kept).toHaveLength(253);
  expect(kept.find(({ branch }) => branch === 'main')?.reason).toBe('it is the default branch');
  expect(kept.find(({ branch }) => branch === 'preview/pr-1249')?.reason).toBe(
    'it carries no mark of this action',
  );
  expect(kept.find(({ branch }) => branch === 'preview/pr-9')?.reason).toContain('cannot be found');
  const pull = scene.github.world.pulls.get(7);
  if (pull !== undefined) pull.state = 'closed';
  const swept = await scene.run({
    action: 'sweep-branches',
    event: { name: 'schedule', payload: {} },
    with: { 'dry-run': 'false' },
  });
  expect(JSON.parse(swept.outputs.deleted ?? '')).toEqual(['preview/pr-7']);
});

test('inputs that cannot be right are told before anything is touched', async () => {
  await using scene = await createScene();
  const calls = scene.neon.requests.length;
  const result = await scene.run({ with: { 'expires-in': '31d', 'fail-on': 'sometimes', engine: 'prisma' } });
  expect(result.conclusion).toBe('failure');
  for (const name of ['expires-in', 'fail-on', 'engine']) expect(result.log).toContain(`Input \`${name}\``);
  const noKey = await scene.run({ with: { 'neon-api-key': '' } });
  expect(noKey.log).toContain('Input `neon-api-key` is empty, but this workflow asks for Neon.');
  const outside = await scene.run({
    action: 'migrate',
    with: { 'working-directory': '../..', 'database-url': serverUri() },
  });
  expect(outside.log).toContain('lies outside the workspace');
  expect(scene.neon.requests).toHaveLength(calls);
});

test('a wrong database or role fails before a branch is made, and names those that are there', async () => {
  await using scene = await createScene();
  const result = await scene.run({ with: { database: 'nope' } });
  expect(result.conclusion).toBe('failure');
  expect(result.log).toContain('neondb');
  expect(() => scene.neon.uri({ branch: 'preview/pr-7' })).toThrow();
});

test('the limit of branches is explained with those that could go', async () => {
  await using scene = await createScene({ limits: { branches: 2 } });
  await scene.run({ number: 7, action: 'create-branch' });
  const result = await scene.run({ number: 8 });
  expect(result.log).toContain('preview/pr-7');
  expect(result.log).toContain('sweep-branches');
});
