import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { parseConnectionUri, secretsOf } from '../postgres/connection-uri.ts';
import type { Job } from '../runtime/io.ts';
import type { SchemaSnapshot } from '../schema/snapshot.ts';
import { parseSnapshotText } from '../schema/snapshot-file.ts';
import { openProvider, type ProviderInputs } from './open-provider.ts';
import { projectDirectory } from './project-place.ts';
import { readSchema } from './read-schema.ts';
import { readableUri } from './readable-uri.ts';

interface SideInputs extends ProviderInputs {
  readonly workingDirectory: string;
  readonly schemas: readonly string[];
  readonly database: string | undefined;
  readonly role: string | undefined;
}

export interface SideRequest {
  readonly job: Job;
  readonly inputs: SideInputs;
  /** The input's value: a connection URI, the path of a snapshot file, or the name of a branch. */
  readonly value: string;
  readonly input: 'from' | 'to' | 'base';
}

export interface Side {
  readonly snapshot: SchemaSnapshot;
  /** For people; no secret in it. */
  readonly name: string;
}

/** Whether the text is a connection URI; then it holds a password. */
export function isUri(text: string): boolean {
  return /^postgres(ql)?:\/\//i.test(text);
}

/** Before anything is logged: an input that may be a name is not masked by its kind. */
export function maskSide(job: Job, value: string): void {
  if (!isUri(value)) return;
  for (const secret of secretsOf(value)) job.mask(secret);
}

/** One side of the comparison, whatever it was given as. @throws UserError when it is none of these */
export async function resolveSide(request: SideRequest): Promise<Side> {
  const { job, inputs, value } = request;
  const options = { schemas: inputs.schemas };
  if (isUri(value)) {
    const { host, database } = parseConnectionUri(value);
    const snapshot = await readSchema({ job, uri: value, timeout: inputs.timeout, options });
    return { snapshot, name: `the database "${database}" on ${host}` };
  }
  const path = resolve(projectDirectory(job, inputs.workingDirectory), value);
  if (value.endsWith('.json') || isFile(path)) return fileSide(request, path);
  return branchSide(request);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function fileSide({ value, input }: SideRequest, path: string): Side {
  if (!isFile(path))
    throw new UserError(`Input \`${input}\`: there is no file "${value}".`, {
      hint: `It is looked for at ${path}. A snapshot of an earlier run has to be downloaded first (actions/download-artifact).`,
    });
  if (value.endsWith('.prisma'))
    throw new UserError(`Input \`${input}\`: "${value}" is a Prisma schema, not a snapshot.`, {
      hint: 'Give a database that has its migrations; `check-schema` compares a database with the Prisma schema.',
    });
  return { snapshot: parseSnapshotText(readFileSync(path, 'utf8'), value), name: `the snapshot ${value}` };
}

/** Any branch: it is only read. */
async function branchSide({ job, inputs, value, input }: SideRequest): Promise<Side> {
  await using provider = await openProvider(job, inputs);
  const branch = await provider.findBranch(value);
  if (branch === undefined)
    throw new UserError(`Input \`${input}\`: "${value}" is no branch on ${provider.name}.`, {
      hint: 'Give a connection URI, the name of a branch, or the path of a snapshot file.',
    });
  const snapshot = await readSchema({
    job,
    uri: await readableUri({ job, provider, inputs, branch }),
    timeout: inputs.timeout,
    options: { schemas: inputs.schemas },
  });
  return { snapshot, name: `the branch ${branch.name}` };
}
