import { expect, test } from 'vitest';
import { addPullRequest } from '../stand-ins/github/world.ts';
import { queryOnce } from '../support/database.ts';
import { createScene } from '../support/preview-scene.ts';

const commit = '5eed'.repeat(10);

test.each([
  ['issue_comment', { action: 'created', issue: { number: 7, pull_request: {} } }, undefined],
  ['workflow_dispatch', { inputs: { 'pull-request': '7' } }, undefined],
  [
    'workflow_run',
    {
      action: 'completed',
      workflow_run: {
        id: 1,
        head_sha: commit,
        head_repository: { full_name: 'acme/shop' },
        pull_requests: [{ number: 7 }],
      },
    },
    commit,
  ],
])(
  '%s: the same preview and the same comment as of the pull request itself',
  async (name, payload, shown) => {
    await using scene = await createScene();
    await scene.run();
    const result = await scene.run({ event: { name, payload } });
    expect(result).toMatchObject({
      conclusion: 'success',
      outputs: { branch: 'preview/pr-7', created: 'false', status: 'passed' },
    });
    expect(scene.comments()).toHaveLength(1);
    if (shown !== undefined) expect(scene.comments()[0]?.body).toContain(shown.slice(0, 7));
  },
);

const fork = { number: 8, headRepository: 'mallory/shop', headRef: 'feature', headSha: commit };

/** With this in the checkout, whoever runs the project's code has run it. */
const configThatRuns = "console.log('the config has run');\nexport default [{}][0];\n";
const installed = { name: 'prisma', version: '7.10.1', bin: 'index.js' };

test.each([
  ['issue_comment', { action: 'created', issue: { number: 8, pull_request: {} } }],
  [
    'pull_request_target',
    {
      action: 'synchronize',
      pull_request: { number: 8, head: { sha: commit, repo: { full_name: fork.headRepository } } },
    },
  ],
])('%s of a fork, with secrets: its code is not run, and the comment is posted', async (name, payload) => {
  await using scene = await createScene();
  addPullRequest(scene.github.world, fork);
  await scene.consumer.write('prisma.config.mjs', configThatRuns);
  await scene.consumer.write('node_modules/prisma/package.json', JSON.stringify(installed));
  await scene.consumer.write('node_modules/prisma/index.js', "console.log('the engine has run');\n");
  const environment = { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' };
  const result = await scene.run({ event: { name, payload }, environment });
  expect(result.log).toContain("the project's own code is not run for a pull request from a fork");
  expect(result.log).not.toContain('has run');
  expect(result).toMatchObject({ conclusion: 'success', outputs: { branch: 'preview/pr-8' } });
  expect(scene.comments(8)).toHaveLength(1);
});

test('what production was given between two resets does not count as run here', async () => {
  await using scene = await createScene();
  await scene.run();
  const production = scene.neon.realUri();
  await queryOnce(
    production,
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ('x', 'x', '20260401000000_merged_meanwhile', now() + interval '30 minutes', now(), 1)",
  );
  await scene.neon.advance(3_600_000);
  await scene.run({ action: 'reset-branch' });
  const pushed = await scene.run({ on: 'synchronize' });
  expect(pushed.log).not.toContain('The branch is reset');
  expect(pushed.outputs).toMatchObject({ created: 'false', status: 'warning' });
});
