import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stopEmbeddedServer } from '../../src/providers/postgres/embedded-server.ts';
import type { RunnerEvent } from '../runner/github-context.ts';
import { type ActionResult, type RunActionOptions, runAction } from '../runner/run-action.ts';
import { gitHubStandIns } from '../runner/stand-ins.ts';

export const repositoryRoot = resolve(import.meta.dirname, '../..');

/** A user's repository: NeonHub's Prisma project, checked out in a workspace that is not this repository. */
export interface Consumer extends AsyncDisposable {
  readonly workspace: string;
  /** The shipped files alone, as a runner downloads them. */
  readonly shipped: string;
  /** Where uploaded artifacts are, a folder each. */
  readonly artifacts: string;
  /** RUNNER_TEMP, kept from step to step as in one job. */
  readonly temporaryDirectory: string;
  addMigration(name: string, sql: string): Promise<void>;
  write(path: string, content: string): Promise<void>;
  /** Runs the committed bundle through an action.yml, the root's by default. */
  run(options: ConsumerRun): Promise<ActionResult>;
}

export interface ConsumerRun extends Partial<Omit<RunActionOptions, 'workspace' | 'with'>> {
  /** Name of the action; default: the preview. */
  readonly action?: string;
  readonly with: Readonly<Record<string, string>>;
  readonly event: RunnerEvent;
}

/** What GitHub would have downloaded for a step that uses us: nothing of node_modules is near it. */
async function shippedFiles(root: string): Promise<string> {
  const shipped = join(root, 'action');
  for (const part of ['action.yml', 'actions', 'dist'])
    await cp(join(repositoryRoot, part), join(shipped, part), { recursive: true });
  return shipped;
}

export async function createConsumer(): Promise<Consumer> {
  const root = await mkdtemp(join(tmpdir(), 'consumer-'));
  const [workspace, temporaryDirectory] = [join(root, 'work'), join(root, 'temp')];
  const artifacts = join(root, 'artifacts');
  const shipped = await shippedFiles(root);
  for (const folder of [temporaryDirectory, artifacts]) await mkdir(folder, { recursive: true });
  await cp(join(repositoryRoot, 'prisma'), join(workspace, 'prisma'), { recursive: true });
  const write = async (path: string, content: string) => {
    await mkdir(join(workspace, path, '..'), { recursive: true });
    await writeFile(join(workspace, path), content);
  };
  return {
    workspace,
    shipped,
    artifacts,
    temporaryDirectory,
    write,
    addMigration: (name, sql) => write(`prisma/migrations/${name}/migration.sql`, sql),
    run: ({ action, ...options }) =>
      runAction({
        actionDirectory: action === undefined ? shipped : join(shipped, 'actions', action),
        repositoryRoot: shipped,
        workspace,
        temporaryDirectory,
        standIns: gitHubStandIns({ artifacts }),
        ...options,
      }),
    async [Symbol.asyncDispose]() {
      await stopServersBelow(temporaryDirectory);
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** A job's end takes its processes with it, but not the data that a server of another user keeps outside RUNNER_TEMP. */
async function stopServersBelow(temporaryDirectory: string): Promise<void> {
  const jobs = (await readdir(temporaryDirectory, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const folders = [temporaryDirectory, ...jobs.map(({ name }) => join(temporaryDirectory, name))];
  for (const folder of folders) await stopEmbeddedServer(join(folder, 'database-actions'));
}

export interface PullRequestFacts {
  readonly action: 'opened' | 'reopened' | 'synchronize' | 'closed';
  readonly number: number;
  readonly headSha?: string;
  /** `owner/name`; another than `acme/shop` is a fork. */
  readonly headRepository?: string;
  readonly isMerged?: boolean;
}

/** The commit of `main` that pull requests go on. */
export const baseSha = 'ba5e'.repeat(10);

/** The event of a pull request of `acme/shop`, with what the actions read of it and what they must not trust. */
export function pullRequestEvent(facts: PullRequestFacts): RunnerEvent {
  const headRepository = facts.headRepository ?? 'acme/shop';
  return {
    name: 'pull_request',
    payload: {
      action: facts.action,
      number: facts.number,
      pull_request: {
        number: facts.number,
        title: 'Reviews for drafts `$(touch /tmp/pwned)` "; drop table users; --',
        state: facts.action === 'closed' ? 'closed' : 'open',
        merged: facts.isMerged ?? false,
        head: {
          ref: "feature/$(id)'; drop",
          sha: facts.headSha ?? '79bd1a4d0b1f7c9a1f2e3d4c5b6a79880a1b2c3d',
          repo: { full_name: headRepository, fork: headRepository !== 'acme/shop' },
        },
        base: { ref: 'main', sha: baseSha, repo: { full_name: 'acme/shop' } },
      },
      repository: { full_name: 'acme/shop' },
    },
  };
}
