/** The Prisma schema of the code that is deployed: at the commit that the pull request goes on. */
import { posix, relative, sep } from 'node:path';
import { errorMessage } from '../errors.ts';
import { readContents } from '../github/contents.ts';
import { getPullRequest } from '../github/pull-request.ts';
import { readSchemaAt } from '../migrations/compatibility/base-schema.ts';
import { type Git, gitIn } from '../migrations/compatibility/git.ts';
import type { PrismaProject, SchemaAt } from '../migrations/prisma-project.ts';
import type { Part } from '../migrations/rehearsal/rehearsal.ts';
import type { Job } from '../runtime/io.ts';
import { type GitHub, openGitHub } from './open-github.ts';

export interface DeployedSchemaRequest {
  readonly job: Job;
  readonly inputs: { readonly deployedRef: string | undefined; readonly githubToken: string | undefined };
  readonly project: PrismaProject | undefined;
  readonly pullRequest: number | undefined;
}

/**
 * From the checkout where the commit is in it, else from GitHub: `actions/checkout` brings one commit by default. What
 * cannot be read is a reason in the report, never a failure.
 */
export async function deployedSchema(request: DeployedSchemaRequest): Promise<Part<SchemaAt>> {
  const { job, inputs, project } = request;
  if (project === undefined) return skipped('there is no Prisma schema to compare with');
  try {
    const ref = inputs.deployedRef ?? (await baseCommitOf(request));
    if (ref === undefined)
      return skipped('the event names no base commit; give `deployed-ref`, such as the tag that is deployed');
    const { workingDirectory, schemaPath } = project;
    const git = gitIn({ directory: workingDirectory, environment: job.environment, signal: job.signal });
    const path = posixPath(relative(workingDirectory, schemaPath));
    const local = await readSchemaAt({ refs: [ref], schemaPath: path, git });
    if (local.kind === 'read') return done(local.files, local.commit);
    return (await fromGitHub(request, { ref, path: await pathInRepository(git, project) })) ?? local;
  } catch (thrown) {
    job.signal.throwIfAborted();
    return skipped(`the deployed schema could not be read: ${errorMessage(thrown)}`);
  }
}

interface BaseRequest {
  readonly job: Job;
  readonly inputs: { readonly githubToken: string | undefined };
  readonly pullRequest: number | undefined;
}

/** The commit that the pull request goes on; undefined when neither the event nor GitHub tells. */
export async function baseCommitOf({ job, inputs, pullRequest }: BaseRequest): Promise<string | undefined> {
  if (job.event.baseCommit !== '') return job.event.baseCommit;
  if (pullRequest === undefined || inputs.githubToken === undefined) return undefined;
  const github = await openGitHub(job, inputs);
  return (await getPullRequest({ ...github, number: pullRequest }))?.baseSha;
}

/** Where the schema lies from the repository's root, which need not be the workspace. */
async function pathInRepository(git: Git, { workingDirectory, schemaPath }: PrismaProject): Promise<string> {
  const answer = await git(['rev-parse', '--show-prefix']);
  const prefix = answer.kind === 'done' ? answer.output.toString('utf8').trim() : '';
  return posix.join(prefix, posixPath(relative(workingDirectory, schemaPath)));
}

async function fromGitHub(
  { job, inputs }: DeployedSchemaRequest,
  { ref, path }: { readonly ref: string; readonly path: string },
): Promise<Part<SchemaAt> | undefined> {
  if (inputs.githubToken === undefined || path.startsWith('..')) return undefined;
  const github: GitHub = await openGitHub(job, inputs);
  const files = await readContents({ ...github, path, ref, isWanted: (file) => file.endsWith('.prisma') });
  if (files === undefined || files.length === 0)
    return skipped(
      `there is no Prisma schema at ${path} in ${shortRef(ref)}: nothing is deployed that could be asked`,
    );
  return done(files, ref);
}

function done(files: SchemaAt['files'], ref: string): Part<SchemaAt> {
  return { kind: 'done', result: { files, of: shortRef(ref) } };
}

function skipped(reason: string): Part<SchemaAt> {
  return { kind: 'skipped', reason };
}

function shortRef(ref: string): string {
  return /^[0-9a-f]{40,64}$/.test(ref) ? ref.slice(0, 7) : ref;
}

function posixPath(path: string): string {
  return path.split(sep).join('/');
}
