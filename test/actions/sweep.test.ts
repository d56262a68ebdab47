import { expect, test } from 'vitest';
import { queryOnce, serverUri } from '../support/database.ts';
import { createScene, githubToken } from '../support/preview-scene.ts';

const bySchedule = { action: 'sweep-branches', event: { name: 'schedule', payload: {} } };

test('a pull request that is reopened while the sweep is under way keeps its branch', async () => {
  await using scene = await createScene();
  await scene.run({ action: 'create-branch' });
  const { github } = scene;
  const open: unknown = await (
    await fetch(`${github.url}/repos/acme/shop/pulls/7`, {
      headers: { authorization: `Bearer ${githubToken}` },
    })
  ).json();
  const closed = { ...Object(open), state: 'closed' };
  // What the sweep is told first: not among the open ones, and closed when it is asked for by itself.
  github.faults.add({ path: '/pulls', status: 200, body: [] });
  github.faults.add({ path: '/pulls/7', status: 200, body: closed });
  const before = github.exchanges.length;
  const swept = await scene.run({ ...bySchedule, with: { 'dry-run': 'false' } });
  const asked = github.exchanges.slice(before).filter(({ path }) => path.endsWith('/pulls/7'));
  expect(asked).toHaveLength(2);
  expect(swept.conclusion).toBe('success');
  expect(JSON.parse(swept.outputs.deleted ?? '')).toEqual([]);
  expect(JSON.parse(swept.outputs.kept ?? '')).toContainEqual({
    branch: 'preview/pr-7',
    reason: 'pull request #7 is open',
  });
});

test('on a Postgres server the sweep honours the expiry that create-branch recorded', async () => {
  await using scene = await createScene();
  const inputs = {
    provider: 'postgres',
    'postgres-url': serverUri(),
    key: 'sweep-expiry',
    'parent-branch': 'template_for_sweep',
  };
  await queryOnce(serverUri(), 'CREATE DATABASE template_for_sweep');
  const created = await scene.run({ action: 'create-branch', with: inputs });
  const database = created.outputs['branch-id'] ?? '';
  const later = await scene.run({ ...bySchedule, with: { ...inputs, 'dry-run': 'false' } });
  expect(JSON.parse(later.outputs.deleted ?? '')).not.toContain('preview/pr-7-sweep-expiry');

  const [{ mark } = {}] = await queryOnce(
    serverUri(),
    `SELECT shobj_description('${database}'::regrole, 'pg_authid') AS mark`,
  );
  const over = String(mark).replace(/"expires":"[^"]*"/, '"expires":"2026-01-01T00:00:00.000Z"');
  await queryOnce(serverUri(), `COMMENT ON ROLE ${database} IS '${over}'`);
  const swept = await scene.run({ ...bySchedule, with: { ...inputs, 'dry-run': 'false' } });
  expect(JSON.parse(swept.outputs.deleted ?? '')).toContain('preview/pr-7-sweep-expiry');
  expect(
    await queryOnce(
      serverUri(),
      `SELECT datname FROM pg_database WHERE datname = '${database}' UNION ALL SELECT rolname FROM pg_roles WHERE rolname = '${database}'`,
    ),
  ).toEqual([]);
  await queryOnce(serverUri(), 'DROP DATABASE template_for_sweep');
});
