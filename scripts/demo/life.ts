import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { formatDuration } from '../../src/duration.ts';
import { withDatabase } from '../../src/postgres/connection-uri.ts';
import { serverMajor } from '../../src/providers/postgres/binaries.ts';
import { startServer } from '../../src/providers/postgres/server.ts';
import { parseReportText } from '../../src/report/json.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import type { ActionResult } from '../../test/runner/run-action.ts';
import { startGitHubStandIn } from '../../test/stand-ins/github/server.ts';
import { addPullRequest } from '../../test/stand-ins/github/world.ts';
import {
  baseSha,
  type Consumer,
  createConsumer,
  type PullRequestFacts,
  pullRequestEvent,
  repositoryRoot,
} from '../../test/support/consumer.ts';
import { createTemporaryFolder } from '../../test/support/temporary-folder.ts';
import { renderHtmlPage } from '../comment-page.ts';
import { seedDatabase } from '../seed/seed.ts';
import { firstPush, schemaWithReviewer, secondPush } from './migrations.ts';
import { playRelease } from './release.ts';

const number = 7;
const rows = 60_000;
const token = 'ghs_demoTokenThatOnlyTheStandInKnows';
const output = join(repositoryRoot, '.demo');

interface Scene extends AsyncDisposable {
  readonly consumer: Consumer;
  readonly github: Awaited<ReturnType<typeof startGitHubStandIn>>;
  /** Administrator's URI, on production's database. */
  readonly production: string;
  readonly serverMajor: number;
  readonly color: boolean;
  say(line: string): void;
}

/** @returns the exit code */
export async function playPullRequest(options: { readonly color: boolean }): Promise<number> {
  const start = performance.now();
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const say = (line: string) =>
    console.log(`[${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s] ${line}`);
  try {
    await using scene = await setUp({ ...options, say });
    await play(scene);
  } catch (thrown) {
    console.error(`The demo stopped: ${thrown instanceof Error ? thrown.message : 'unknown error'}`);
    return 1;
  }
  say(`Done in ${formatDuration(performance.now() - start)}. Where to look:`);
  console.log(`
  The comments as GitHub shows them   .demo/1-opened.html, .demo/2-pushed-again.html, .demo/3-closed.html
  The same as Markdown                .demo/*.md
  The logs of all runs                .demo/*.log
  The backup, and how to restore it   .demo/backups/…/RECOVERY.md
  What the pull request did           scripts/demo/migrations.ts
  The workflow to copy                examples/preview.yml
`);
  return 0;
}

async function setUp({ color, say }: Pick<Scene, 'color' | 'say'>): Promise<Scene> {
  const folder = await createTemporaryFolder('database-actions-demo-');
  const server = await startServer({
    dataDirectory: join(folder.path, 'data'),
    password: 'demo-server-password',
    environment: process.env,
  });
  say(`A Postgres server of our own is up on port ${server.port} (${server.binaries})`);
  const github = await startGitHubStandIn({ token });
  addPullRequest(github.world, { number, title: 'Reviewers for drafts' });
  const deployed = await readFile(join(repositoryRoot, 'prisma/schema.prisma'), 'utf8');
  github.world.files.set(baseSha, new Map([['prisma/schema.prisma', deployed]]));
  const consumer = await createConsumer();
  return {
    consumer,
    github,
    production: withDatabase(server.uri, 'neonhub'),
    serverMajor: await serverMajor(server.binaries),
    color,
    say,
    async [Symbol.asyncDispose]() {
      await consumer[Symbol.asyncDispose]();
      await github[Symbol.asyncDispose]();
      await server.stop();
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function play(scene: Scene): Promise<void> {
  await makeProduction(scene);
  scene.say(`Pull request #${number} is opened: reviewers for drafts, one new migration`);
  await push(scene, firstPush, false);
  await run(scene, '1-opened', { action: 'opened', number });
  scene.say('Pushed again: the index that the comment asked for');
  await push(scene, secondPush, true);
  await run(scene, '2-pushed-again', { action: 'synchronize', number });
  scene.say('Merged and closed');
  await run(scene, '3-closed', { action: 'closed', number, isMerged: true });
  const left = await previewDatabases(scene.production);
  if (left.length > 0) throw new Error(`these preview databases were left behind: ${left.join(', ')}`);
  scene.say('No preview database is left; production is as it was');
  await playRelease({ ...scene, github: { url: scene.github.url, token }, output });
}

/** Production's database: migrated by `migrate` through its action.yml, as a release would, then filled. */
async function makeProduction(scene: Scene): Promise<void> {
  await query(withDatabase(scene.production, 'postgres'), 'CREATE DATABASE neonhub');
  const migrated = await scene.consumer.run({
    action: 'migrate',
    with: { 'database-url': scene.production },
    event: { name: 'push', payload: {} },
    github: { repository: 'acme/shop' },
  });
  assertSuccess(migrated, 'production’s migrations');
  scene.say(`Production: ${migrated.outputs['applied-count']} migrations applied by actions/migrate`);
  const total = await seedDatabase({
    uri: scene.production,
    rows,
    seed: 1,
    now: new Date(),
    log: (line) => scene.say(`  seed: ${line}`),
  });
  scene.say(`Production: ${total.toLocaleString('en')} rows in NeonHub's seven tables`);
}

async function push(scene: Scene, migration: typeof firstPush, indexed: boolean): Promise<void> {
  const schema = await readFile(join(repositoryRoot, 'prisma/schema.prisma'), 'utf8');
  await scene.consumer.write('prisma/schema.prisma', schemaWithReviewer(schema, indexed));
  await scene.consumer.addMigration(migration.name, migration.sql);
}

async function run(scene: Scene, name: string, facts: PullRequestFacts): Promise<void> {
  const started = performance.now();
  const result = await scene.consumer.run({
    with: { 'postgres-url': scene.production },
    event: pullRequestEvent(facts),
    github: {
      repository: 'acme/shop',
      token,
      apiUrl: scene.github.url,
      serverUrl: 'https://github.com',
      runId: '1',
    },
    secrets: [scene.production],
  });
  await writeFile(join(output, `${name}.log`), result.log);
  assertSuccess(result, name);
  scene.say(
    `The preview's run took ${formatDuration(performance.now() - started)}, status ${result.outputs.status}`,
  );
  await showComment(scene, name, result);
}

/** The comment as the stand-in for GitHub holds it, and the report it was made of, for the terminal. */
async function showComment(scene: Scene, name: string, result: ActionResult): Promise<void> {
  const comments = [...scene.github.world.comments.values()].filter(({ issue }) => issue === number);
  const [comment] = comments;
  if (comment === undefined || comments.length !== 1)
    throw new Error(`there are ${comments.length} comments instead of one`);
  await writeFile(join(output, `${name}.md`), comment.body);
  await writeFile(
    join(output, `${name}.html`),
    renderHtmlPage(comment.body, { title: 'Reviewers for drafts', pullRequest: number }),
  );
  const report = parseReportText(await readFile(result.outputs['report-path'] ?? '', 'utf8'));
  console.log(`\n${indent(renderTerminal(report, { color: scene.color, width: 100 }))}\n`);
}

function assertSuccess(result: ActionResult, what: string): void {
  if (result.conclusion === 'success') return;
  throw new Error(`${what} ended as ${result.conclusion}:\n${result.log.split('\n').slice(-30).join('\n')}`);
}

async function previewDatabases(uri: string): Promise<readonly string[]> {
  const names = await query(
    uri,
    "SELECT datname FROM pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1', 'neonhub')",
  );
  return names.map(({ datname }) => String(datname));
}

async function query(uri: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: uri });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
