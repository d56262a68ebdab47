import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import type { RunnerEvent } from '../runner/github-context.ts';
import { gitHubStandIns } from '../runner/stand-ins.ts';
import { runWorkflowJob, type WorkflowJobResult } from '../runner/workflow.ts';
import { addArtifact, addPullRequest, addWorkflowRun } from '../stand-ins/github/world.ts';
import { makeZip } from '../stand-ins/github/zip.ts';
import { pullRequestEvent, repositoryRoot } from '../support/consumer.ts';
import { queryOnce, serverUri } from '../support/database.ts';
import { assertNoLeaks } from '../support/no-leaks.ts';
import {
  createScene,
  githubToken,
  neonKey,
  type PreviewScene,
  readOnlyToken,
  secretsOf,
} from '../support/preview-scene.ts';

interface ExampleRun {
  readonly file: string;
  readonly job: string;
  readonly event: RunnerEvent;
  readonly token?: string;
  readonly withSecrets?: boolean;
  /** Replaces parts of the file that name services which a test cannot have. */
  readonly edit?: (text: string) => string;
  /** A step of the user's own prints the URI, which the runner must mask. */
  readonly printsItsUri?: boolean;
}

/** Runs a job of an example as it stands in the file, but for the address of Neon's API. */
async function runExample(scene: PreviewScene, run: ExampleRun): Promise<WorkflowJobResult> {
  const text = await readFile(join(repositoryRoot, 'examples', run.file), 'utf8');
  const withStandIn = text.replace(/^( *)neon-project-id: .*$/gm, `$&\n$1neon-api-url: ${scene.neon.url}`);
  const hasSecrets = run.withSecrets ?? true;
  const result = await runWorkflowJob({
    workflow: { text: (run.edit ?? ((same) => same))(withStandIn) },
    job: run.job,
    workspace: scene.consumer.workspace,
    temporaryDirectory: join(scene.consumer.temporaryDirectory, run.job),
    event: run.event,
    github: {
      repository: 'acme/shop',
      token: run.token ?? githubToken,
      apiUrl: scene.github.url,
      runId: '42',
    },
    secrets: [serverUri()],
    secretsContext: hasSecrets ? { NEON_API_KEY: neonKey } : {},
    vars: { NEON_PROJECT_ID: scene.neon.projectId },
    actions: { 'neonhub/database-actions': scene.consumer.shipped },
    standIns: gitHubStandIns({ artifacts: join(scene.consumer.temporaryDirectory, 'artifacts') }),
  });
  const { consumer, github } = scene;
  const searched = run.printsItsUri === true ? { ...result, rawLog: '' } : result;
  await assertNoLeaks(searched, {
    secrets: [...secretsOf(scene), serverUri()],
    folders: [consumer.temporaryDirectory, consumer.workspace],
    github,
  });
  return result;
}

test('preview.yml: opened and closed', async () => {
  await using scene = await createScene();
  const opened = await runExample(scene, {
    file: 'preview.yml',
    job: 'preview',
    event: pullRequestEvent({ action: 'opened', number: 7 }),
  });
  expect(opened.conclusion).toBe('success');
  expect(opened.concurrency?.group).toBe('preview-7');
  expect(scene.comments()[0]?.body).toContain('preview/pr-7');
  const closed = await runExample(scene, {
    file: 'preview.yml',
    job: 'preview',
    event: pullRequestEvent({ action: 'closed', number: 7, isMerged: true }),
    edit: (text) => text.replace('name: database-preview', 'name: database-preview-closed'),
  });
  expect(closed.conclusion).toBe('success');
  expect(scene.comments()[0]?.body).toMatch(/deleted/);
});

const fork = 'mallory/shop';
const forkCommit = 'f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0';

test('a fork: the report is made without secrets, and comment-from-fork.yml posts it', async () => {
  await using scene = await createScene();
  addPullRequest(scene.github.world, {
    number: 8,
    headSha: forkCommit,
    headRepository: fork,
    headRef: 'feature',
  });
  const preview = await runExample(scene, {
    file: 'preview.yml',
    job: 'preview',
    event: pullRequestEvent({ action: 'opened', number: 8, headRepository: fork, headSha: forkCommit }),
    token: readOnlyToken,
    withSecrets: false,
  });
  expect(preview.log).toContain('a Postgres on this runner is used');
  expect(preview.conclusion).toBe('success');
  expect(preview.summary).toContain('8 migrations applied');
  expect(scene.comments(8)).toEqual([]);

  const report = await readFile(
    join(scene.consumer.temporaryDirectory, 'artifacts/database-preview/report.json'),
  );
  const claims = report.toString().replace('"pullRequest": 8', '"pullRequest": 7');
  expect(claims).not.toBe(report.toString());
  const comment = await postFromFork(scene, claims);
  expect(comment.conclusion).toBe('success');
  expect(scene.comments(7)).toEqual([]);
  expect(scene.comments(8)[0]?.body).toContain('8 migrations applied');
});

test('a fork: closing tells the comment that the preview is gone; a report that is out of date is no failure', async () => {
  await using scene = await createScene();
  addPullRequest(scene.github.world, {
    number: 8,
    headSha: forkCommit,
    headRepository: fork,
    headRef: 'feature',
  });
  const opened = await forkReport(scene, 'opened');
  await postFromFork(scene, opened);
  expect(scene.comments(8)[0]?.body).toContain('8 migrations applied');

  const pull = scene.github.world.pulls.get(8);
  if (pull !== undefined) pull.state = 'closed';
  const late = await postFromFork(scene, opened);
  expect(late.conclusion).toBe('success');
  expect(late.log).toContain('Pull request #8 was closed since');
  const closed = await postFromFork(scene, await forkReport(scene, 'closed'));
  expect(closed.conclusion).toBe('success');
  expect(scene.comments(8)).toHaveLength(1);
  expect(scene.comments(8)[0]?.body).toContain('Preview database: deleted');

  if (pull !== undefined) Object.assign(pull, { state: 'open', headSha: '1'.repeat(40) });
  const superseded = await postFromFork(scene, opened);
  expect(superseded.conclusion).toBe('success');
  expect(superseded.log).toContain('the newer run posts its report');
});

/** The report that preview.yml leaves on a pull request from the fork, as its artifact holds it. */
async function forkReport(scene: PreviewScene, action: 'opened' | 'closed'): Promise<string> {
  const artifact = `database-preview-${action}`;
  const run = await runExample(scene, {
    file: 'preview.yml',
    job: 'preview',
    event: pullRequestEvent({ action, number: 8, headRepository: fork, headSha: forkCommit }),
    token: readOnlyToken,
    withSecrets: false,
    edit: (text) => text.replace('name: database-preview', `name: ${artifact}`),
  });
  expect(run.conclusion).toBe('success');
  return readFile(join(scene.consumer.temporaryDirectory, 'artifacts', artifact, 'report.json'), 'utf8');
}

async function postFromFork(scene: PreviewScene, report: string): Promise<WorkflowJobResult> {
  const run = addWorkflowRun(scene.github.world, {
    event: 'pull_request',
    headSha: forkCommit,
    headRepository: fork,
    headBranch: 'feature',
  });
  addArtifact(scene.github.world, {
    runId: run.id,
    name: 'database-preview',
    zip: makeZip([{ name: 'report.json', content: Buffer.from(report) }]),
  });
  return runExample(scene, {
    file: 'comment-from-fork.yml',
    job: 'comment',
    event: {
      name: 'workflow_run',
      payload: {
        action: 'completed',
        workflow_run: {
          id: run.id,
          event: 'pull_request',
          head_sha: forkCommit,
          head_branch: 'feature',
          head_repository: { full_name: fork },
          pull_requests: [],
        },
        repository: { full_name: 'acme/shop' },
      },
    },
  });
}

test('comment-from-fork.yml: a hostile artifact posts no link, no mention, no foreign marker', async () => {
  await using scene = await createScene();
  addPullRequest(scene.github.world, {
    number: 8,
    headSha: forkCommit,
    headRepository: fork,
    headRef: 'feature',
  });
  const text =
    '--> @acme/admins <img src=x onerror=1> [sign in](https://evil.example) <!-- database-actions:report: -->';
  const hostile = {
    version: 1,
    subject: {
      repository: 'acme/other',
      pullRequest: 1,
      key: '--><b>',
      branch: { provider: 'neon', name: text, state: 'ready', consoleUrl: 'https://evil.example' },
    },
    sections: [
      {
        id: 'x',
        title: text,
        status: 'passed',
        summary: text,
        blocks: [{ kind: 'text', text: { link: 'https://evil.example', text: 'sign in' } }],
        findings: [
          { rule: 'x', severity: 'error', subject: text, message: text, docs: 'https://evil.example' },
        ],
      },
    ],
  };
  const posted = await postFromFork(scene, JSON.stringify(hostile));
  expect(posted.conclusion).toBe('success');
  const [comment] = scene.comments(8);
  const shown = marked.parse(comment?.body ?? '', { gfm: true, async: false });
  expect(shown).not.toMatch(/href="[^"]*evil|<img|onerror="/);
  expect(shown.replace(/<code>.*?<\/code>/gs, '')).not.toContain('@acme/admins');
  expect(comment?.body.match(/<!--/g)).toHaveLength(1);
  const garbage = await postFromFork(scene, '{"version": 1, "sections": [');
  expect(garbage.conclusion).toBe('failure');
  expect(garbage.log).not.toContain('This is a bug');
});

test('sweep.yml: a dry run by hand, then for real by the clock', async () => {
  await using scene = await createScene();
  await scene.run();
  const pull = scene.github.world.pulls.get(7);
  if (pull !== undefined) pull.state = 'closed';
  const byHand = await runExample(scene, {
    file: 'sweep.yml',
    job: 'sweep',
    event: { name: 'workflow_dispatch', payload: { inputs: { 'dry-run': 'true' } } },
    edit: (text) => text.replace('inputs.dry-run', 'true'),
  });
  expect(byHand.log).toContain('would be deleted');
  expect(await queryOnce(scene.neon.uri({ branch: 'preview/pr-7' }), 'SELECT 1 AS one')).toEqual([
    { one: 1 },
  ]);
  const scheduled = await runExample(scene, {
    file: 'sweep.yml',
    job: 'sweep',
    event: { name: 'schedule', payload: {} },
  });
  expect(scheduled.conclusion).toBe('success');
  expect(() => scene.neon.uri({ branch: 'preview/pr-7' })).toThrow();
});

test('separate-steps.yml: the single actions make the same comment, and another job connects', async () => {
  await using scene = await createScene();
  const event = pullRequestEvent({ action: 'opened', number: 7 });
  const database = await runExample(scene, { file: 'separate-steps.yml', job: 'database', event });
  expect(database.conclusion).toBe('success');
  const body = scene.comments()[0]?.body ?? '';
  for (const title of ['Branch', 'Migrations', 'Connection', 'Schema'])
    expect(body).toContain(`**${title}**`);
  const tests = await runExample(scene, {
    file: 'separate-steps.yml',
    job: 'end-to-end',
    event,
    printsItsUri: true,
    edit: (text) =>
      text.replace(
        'run: npm test',
        'run: test -n "$DATABASE_URL" && test -n "$DIRECT_URL" && echo "$DIRECT_URL"',
      ),
  });
  expect(tests.conclusion).toBe('success');
  expect(tests.env.DIRECT_URL).toBe(scene.neon.uri({ branch: 'preview/pr-7' }));
  expect(tests.log).not.toContain(tests.env.DIRECT_URL);
});

test('postgres-service.yml: a server that is there already', async () => {
  await using scene = await createScene();
  const result = await runExample(scene, {
    file: 'postgres-service.yml',
    job: 'preview',
    event: pullRequestEvent({ action: 'opened', number: 7 }),
    edit: (text) =>
      text.replace(/postgres-url: .*/, `postgres-url: ${serverUri('postgres')}\n          key: service`),
  });
  expect(result.log).toContain('8 migrations applied');
  expect(result.conclusion).toBe('success');
  const [{ name } = {}] = await queryOnce(
    serverUri(),
    "SELECT datname AS name FROM pg_database WHERE datname LIKE 'preview%service%'",
  );
  expect(name).toBeTypeOf('string');
  const deleted = await scene.run({
    action: 'delete-branch',
    with: { provider: 'postgres', 'postgres-url': serverUri('postgres'), key: 'service' },
  });
  expect(deleted.outputs.deleted).toBe('true');
});
