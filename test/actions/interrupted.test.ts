import { expect, test } from 'vitest';
import { addComment } from '../stand-ins/github/world.ts';
import { queryOnce } from '../support/database.ts';
import { createScene, type PreviewScene } from '../support/preview-scene.ts';

async function branchNames({ neon }: PreviewScene): Promise<readonly string[]> {
  const answer = await fetch(`${neon.url}/projects/${neon.projectId}/branches`, {
    headers: { authorization: `Bearer ${neon.apiKey}` },
  });
  return [...(await answer.text()).matchAll(/"name":"([^"]+)"/g)].map((match) => match[1] ?? '').toSorted();
}

test('an answer lost after the branch was made: the same run adopts it', async () => {
  await using scene = await createScene();
  scene.neon.faults.add({ method: 'POST', path: '/projects/*/branches', reset: 'after' });
  const result = await scene.run();
  expect(result.conclusion).toBe('success');
  expect(result.outputs.branch).toBe('preview/pr-7');
  expect(await branchNames(scene)).toEqual(['main', 'preview/pr-7']);
});

test('a crash between create and connect: the next run ends in the same state', async () => {
  await using scene = await createScene();
  scene.neon.faults.add({
    method: 'GET',
    path: '/projects/*/connection_uri',
    status: 500,
    times: Number.POSITIVE_INFINITY,
  });
  const crashed = await scene.run({ with: { timeout: '2s' } });
  expect(crashed.conclusion).toBe('failure');
  expect(scene.comments()[0]?.body).toMatch(/Branch/);
  scene.neon.faults.clear();
  const again = await scene.run();
  expect(again).toMatchObject({ conclusion: 'success', outputs: { created: 'false' } });
  expect(await branchNames(scene)).toEqual(['main', 'preview/pr-7']);
  expect(scene.comments()).toHaveLength(1);
});

test('two runs at once end with one branch and one comment', async () => {
  await using scene = await createScene();
  const [first, second] = await Promise.all([
    scene.run({ temporaryDirectory: `${scene.consumer.temporaryDirectory}/one` }),
    scene.run({ temporaryDirectory: `${scene.consumer.temporaryDirectory}/two` }),
  ]);
  expect([first?.conclusion, second?.conclusion]).toEqual(['success', 'success']);
  expect(await branchNames(scene)).toEqual(['main', 'preview/pr-7']);
  expect(scene.comments()).toHaveLength(1);
});

test('a cancel during a migration ends the statement, leaves no process, and the next push starts from the parent again', async () => {
  await using scene = await createScene();
  const name = '20260301090000_slow';
  await scene.consumer.addMigration(name, 'CREATE TABLE slow (id INT PRIMARY KEY);\nSELECT pg_sleep(60);\n');
  const cancelled = await scene.run({ cancelWhen: (line) => line.includes(`${name}: started`) });
  expect(cancelled.conclusion).toBe('cancelled');
  expect(cancelled.orphans).toEqual([]);
  const uri = scene.neon.uri({ branch: 'preview/pr-7' });
  expect(
    await queryOnce(
      uri,
      "SELECT count(*) AS running FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid() AND state = 'active'",
    ),
  ).toEqual([{ running: '0' }]);

  const stuck = await scene.run({ on: 'synchronize', with: { reset: 'never' } });
  expect(stuck.conclusion).toBe('failure');
  expect(stuck.log).toMatch(/migrate resolve/);

  await scene.consumer.addMigration(name, 'CREATE TABLE slow (id INT PRIMARY KEY);\n');
  const well = await scene.run({ on: 'synchronize', with: { 'ignore-findings': 'schema-drift' } });
  expect(well.log).toContain(`The branch is reset to its parent: ${name} failed in an earlier run.`);
  expect(well).toMatchObject({ conclusion: 'success', outputs: { 'applied-count': '1', created: 'false' } });

  await scene.consumer.addMigration(name, 'CREATE TABLE slow (id BIGINT PRIMARY KEY);\n');
  const edited = await scene.run({ on: 'synchronize', with: { 'ignore-findings': 'schema-drift' } });
  expect(edited.log).toContain('was edited after it had run here');
  expect(edited.outputs['applied-count']).toBe('1');
});

test('31 comments before ours, one of them with our marker by another author', async () => {
  await using scene = await createScene();
  addComment(scene.github.world, {
    issue: 7,
    author: 'mallory',
    body: '<!-- database-actions:report: -->\nplanted',
  });
  for (let count = 0; count < 31; count += 1)
    addComment(scene.github.world, { issue: 7, author: 'ada', body: `comment ${count}` });
  await scene.run();
  await scene.run({ on: 'synchronize' });
  const ours = scene.comments().filter(({ author }) => author === 'github-actions[bot]');
  expect(ours).toHaveLength(1);
  expect(scene.comments().find(({ author }) => author === 'mallory')?.body).toContain('planted');
});

test('a run that is started again after the pull request closed deletes instead of creating', async () => {
  await using scene = await createScene();
  await scene.run();
  const pull = scene.github.world.pulls.get(7);
  if (pull !== undefined) pull.state = 'closed';
  const rerun = await scene.run({ on: 'synchronize' });
  expect(rerun).toMatchObject({ conclusion: 'success', outputs: { status: 'deleted', deleted: 'true' } });
  expect(await branchNames(scene)).toEqual(['main']);
});
