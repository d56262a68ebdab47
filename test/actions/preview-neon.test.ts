import { expect, test } from 'vitest';
import { queryOnce } from '../support/database.ts';
import { createScene, type PreviewScene } from '../support/preview-scene.ts';

const addColumn = { name: '20260301090000_nickname', sql: 'ALTER TABLE users ADD COLUMN nickname TEXT;\n' };

async function push(scene: PreviewScene): Promise<void> {
  await scene.consumer.addMigration(addColumn.name, addColumn.sql);
  const schema = (await import('node:fs')).readFileSync(
    `${scene.consumer.workspace}/prisma/schema.prisma`,
    'utf8',
  );
  await scene.consumer.write(
    'prisma/schema.prisma',
    schema.replace('  image         String?\n', '  image         String?\n  nickname      String?\n'),
  );
}

test('a pull request gets a migrated, checked branch and one comment, and both end with it', async () => {
  await using scene = await createScene();
  await push(scene);

  const opened = await scene.run();
  expect(opened.conclusion).toBe('success');
  expect(opened.outputs).toMatchObject({
    branch: 'preview/pr-7',
    created: 'true',
    'parent-branch': 'main',
    'applied-count': '1',
    'pending-count': '0',
    status: 'passed',
  });
  const url = opened.outputs['database-url'] ?? '';
  expect(await queryOnce(url, 'SELECT count(nickname) AS named, count(*) AS users FROM users')).toEqual([
    { named: '0', users: '20' },
  ]);
  await expect(queryOnce(scene.neon.realUri(), 'SELECT nickname FROM users')).rejects.toThrow(/nickname/);
  const [comment] = scene.comments();
  expect(comment?.body).toContain('20260301090000_nickname');

  const pushed = await scene.run({ on: 'synchronize' });
  expect(pushed.outputs).toMatchObject({ created: 'false', 'applied-count': '0', status: 'passed' });
  expect(scene.comments()).toHaveLength(1);

  const closed = await scene.run({ on: 'closed' });
  expect(closed.outputs).toMatchObject({ deleted: 'true', status: 'deleted' });
  expect(scene.comments()).toHaveLength(1);
  expect(scene.comments()[0]?.body).toMatch(/deleted/);
  await expect(queryOnce(url, 'SELECT 1')).rejects.toThrow();

  const again = await scene.run({ on: 'closed' });
  expect(again.conclusion).toBe('success');
  expect(again.outputs.deleted).toBe('false');
});

test.each(['main', 'the id of main'])(
  'production named by mistake as %s is refused and untouched',
  async (name) => {
    await using scene = await createScene();
    await push(scene);
    const branches: unknown = await (
      await fetch(`${scene.neon.url}/projects/${scene.neon.projectId}/branches`, {
        headers: { authorization: `Bearer ${scene.neon.apiKey}` },
      })
    ).json();
    const id = /br-[a-z0-9-]+/.exec(JSON.stringify(branches))?.[0] ?? '';
    const branch = name === 'main' ? 'main' : id;
    const result = await scene.run({ with: { branch } });
    const closed = await scene.run({ with: { branch }, on: 'closed' });
    await expect(queryOnce(scene.neon.realUri(), 'SELECT nickname FROM users')).rejects.toThrow(/nickname/);
    expect(await queryOnce(scene.neon.realUri(), 'SELECT count(*) AS users FROM users')).toEqual([
      { users: '20' },
    ]);
    if (name === 'main') {
      expect([result.conclusion, closed.conclusion]).toEqual(['failure', 'failure']);
      expect(result.log).toContain('Refused to reuse the branch "main"');
      expect(closed.log).toContain('Refused to delete the branch "main"');
    }
  },
);
