/** The preview's own comparison: the migrated branch with the schema that it was made from. */
import { ExternalError, errorMessage, UserError } from '../errors.ts';
import { sqlStateOf } from '../postgres/sqlstate.ts';
import type { Provider } from '../providers/provider.ts';
import type { RulePolicy } from '../report/rule-policy.ts';
import type { Section } from '../report/section.ts';
import type { Job } from '../runtime/io.ts';
import { schemaDiffRules } from '../schema/diff-findings.ts';
import { type Comparison, schemaDiffSection } from '../schema/diff-section.ts';
import { diffSnapshots } from '../schema/diff-snapshots.ts';
import type { DiffOptions } from '../schema/schema-diff.ts';
import type { SchemaSnapshot } from '../schema/snapshot.ts';
import type { CreatedBranch } from './create-branch.ts';
import type { DatabaseTarget } from './database-target.ts';
import { readSchema } from './read-schema.ts';
import { readableUri } from './readable-uri.ts';
import { ruledSection } from './ruled-section.ts';
import { schemaDiffOutputValues } from './schema-diff.ts';

/** The old side of the comparison, read before the branch is migrated. */
export type SchemaBasis =
  | { readonly kind: 'fork'; readonly snapshot: SchemaSnapshot; readonly parent: string | undefined }
  | { readonly kind: 'parent'; readonly snapshot: SchemaSnapshot; readonly parent: string }
  | { readonly kind: 'unknown'; readonly reason: string };

interface BasisRequest {
  readonly job: Job;
  readonly provider: Provider;
  readonly inputs: {
    readonly database: string | undefined;
    readonly role: string | undefined;
    readonly postgresUrl: string | undefined;
    readonly schemas: readonly string[];
    readonly timeout: number;
  };
  readonly created: CreatedBranch;
  /** The branch was made or reset by this run: nothing has changed it since. */
  readonly isFresh: boolean;
}

/**
 * A branch that this run made or reset *is* the fork point, so it is read itself and its parent is left asleep. An
 * adopted one has earlier pushes' migrations on it: then the parent's head is read, once, for a second. That it
 * cannot be read is no failure of the preview.
 */
export async function readSchemaBasis(request: BasisRequest): Promise<SchemaBasis> {
  const { job, inputs, created, isFresh } = request;
  const parent = created.branch.parent?.name;
  const read = (uri: string) =>
    readSchema({ job, uri, timeout: inputs.timeout, options: { schemas: inputs.schemas } });
  try {
    if (isFresh) return { kind: 'fork', snapshot: await read(created.connection.direct), parent };
    if (parent === undefined) return { kind: 'unknown', reason: 'the branch has no parent' };
    return { kind: 'parent', snapshot: await read(await parentUri(request, parent)), parent };
  } catch (thrown) {
    job.signal.throwIfAborted();
    const isTold = thrown instanceof UserError || thrown instanceof ExternalError;
    if (!isTold && sqlStateOf(thrown) === undefined) throw thrown;
    return { kind: 'unknown', reason: errorMessage(thrown) };
  }
}

async function parentUri({ job, provider, inputs }: BasisRequest, parent: string): Promise<string> {
  const branch = await provider.findBranch(parent);
  if (branch === undefined) throw new UserError(`the parent branch ${parent} is not there any more`);
  return readableUri({ job, provider, inputs, branch });
}

interface ChangesRequest {
  readonly job: Job;
  readonly provider: Provider['name'];
  readonly database: DatabaseTarget;
  readonly basis: SchemaBasis;
  readonly policy: RulePolicy;
  readonly inputs: { readonly schemas: readonly string[]; readonly timeout: number };
}

/** Compares the migrated branch and leaves the section. @returns the outputs; none when there was nothing to compare with */
export async function tellSchemaChanges(request: ChangesRequest) {
  const { job, database, basis, inputs } = request;
  if (basis.kind === 'unknown') {
    job.reports.writeSection(database.key, skippedSection(basis.reason));
    return [];
  }
  const to = await readSchema({
    job,
    uri: database.direct,
    timeout: inputs.timeout,
    options: { schemas: inputs.schemas },
  });
  const comparison: Comparison = {
    diff: diffSnapshots(basis.snapshot, to, diffOptions(request, basis.kind)),
    from: basis.snapshot,
    to,
    basis: basisWords(basis),
    hasSizes: database.hasParentData,
  };
  const section = ruledSection(schemaDiffSection(comparison), schemaDiffRules, request.policy);
  job.reports.writeSection(database.key, section);
  return schemaDiffOutputValues(job, database.key, comparison);
}

/** A copy on a plain server belongs to a role of its own, and its grants follow from that. */
function diffOptions({ provider, database }: ChangesRequest, kind: 'fork' | 'parent'): DiffOptions {
  if (kind === 'fork') return { identity: 'same' };
  const identity = database.hasParentData ? ({ identity: 'copy' } as const) : {};
  if (provider === 'neon') return identity;
  return {
    ...identity,
    ignoreAttributes: ['owner', 'grants'],
    exclude: ['*._prisma_migrations', 'default privileges:*'],
  };
}

function basisWords(basis: Exclude<SchemaBasis, { kind: 'unknown' }>): string {
  if (basis.kind === 'fork')
    return basis.parent === undefined
      ? 'Compared with the branch before the migrations.'
      : `Compared with the branch as it was made from ${basis.parent}, before the migrations.`;
  return `Compared with ${basis.parent} as it is now, since an earlier push had migrated the branch already. What changed there after the branch was made shows here the other way round.`;
}

function skippedSection(reason: string): Section {
  return {
    id: 'schema-diff',
    title: 'Schema changes',
    status: 'skipped',
    summary: `Nothing to compare with: ${reason}`,
    blocks: [],
    findings: [],
  };
}
