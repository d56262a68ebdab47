/** With what a preview's schema is compared: read before the migrations, or from the copy that they are rehearsed on. */
import { ExternalError, errorMessage, UserError } from '../errors.ts';
import type { MigrationRun } from '../migrations/migration-run.ts';
import { sqlStateOf } from '../postgres/sqlstate.ts';
import type { Provider } from '../providers/provider.ts';
import type { Job } from '../runtime/io.ts';
import type { RefusedMigration } from '../schema/diff-findings.ts';
import type { LiveSnapshot } from '../schema/snapshot.ts';
import type { CreatedBranch } from './create-branch.ts';
import type { DatabaseTarget } from './database-target.ts';
import { readSchema } from './read-schema.ts';
import { readableUri } from './readable-uri.ts';

export type SchemaBasis =
  /** The branch before it was migrated; with the parent's head where that may have moved since. */
  | {
      readonly kind: 'fork';
      readonly snapshot: LiveSnapshot;
      readonly parent: string | undefined;
      readonly head: LiveSnapshot | undefined;
    }
  /** A fresh copy of the parent's head, before and after the same migrations. */
  | {
      readonly kind: 'copy';
      readonly head: LiveSnapshot;
      readonly migrated: LiveSnapshot;
      readonly parent: string;
    }
  | {
      readonly kind: 'parent';
      readonly snapshot: LiveSnapshot;
      readonly parent: string;
      readonly refused: RefusedMigration | undefined;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface BasisRequest {
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
}

/** Of a branch that this run made or reset: it *is* the fork point, so its parent is left asleep. */
export function readForkBasis(request: BasisRequest): Promise<SchemaBasis> {
  const { created } = request;
  return orUnknown(request, async () => ({
    kind: 'fork',
    snapshot: await readUri(request, created.connection.direct),
    parent: created.branch.parent?.name,
    head: undefined,
  }));
}

/**
 * Of an adopted branch. One that no migration has run on is the fork point still, while its parent may have moved on;
 * else the parent's head, read once, for a second, is all there is.
 */
export function readAdoptedBasis(
  request: BasisRequest & { readonly isAsMade: boolean },
): Promise<SchemaBasis> {
  const { created, isAsMade } = request;
  const parent = created.branch.parent?.name;
  return orUnknown(request, async () => {
    if (!isAsMade) {
      if (parent === undefined) return { kind: 'unknown', reason: 'the branch has no parent' };
      const snapshot = await readUri(request, await parentUri(request, parent));
      return { kind: 'parent', snapshot, parent, refused: undefined };
    }
    const [snapshot, head] = await Promise.all([
      readUri(request, created.connection.direct),
      parent === undefined ? undefined : headIfReadable(request, parent),
    ]);
    return { kind: 'fork', snapshot, parent, head };
  });
}

/** Sees a rehearsal's copy before and after; what it could not see is undefined. */
export interface CopyWatch {
  look(database: DatabaseTarget, when: 'before' | 'after'): Promise<void>;
  basis(run: MigrationRun | undefined): SchemaBasis | undefined;
}

export function watchCopy(request: BasisRequest): CopyWatch {
  const seen = new Map<'before' | 'after', LiveSnapshot>();
  const parent = request.created.branch.parent?.name ?? 'its parent';
  return {
    async look({ direct }, when) {
      try {
        seen.set(when, await readUri(request, direct));
      } catch (thrown) {
        request.job.log.debug(`The schema of the copy was not read: ${reasonOf(request.job, thrown)}`);
      }
    },
    basis(run) {
      const [head, migrated] = [seen.get('before'), seen.get('after')];
      if (head === undefined || run === undefined) return undefined;
      if (run.kind === 'failed')
        return { kind: 'parent', snapshot: head, parent, refused: refusalOf(run, parent) };
      return migrated === undefined ? undefined : { kind: 'copy', head, migrated, parent };
    },
  };
}

/** Duplicate and undefined objects, and what others depend on (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const schemaDisagrees: ReadonlySet<string> = new Set([
  '42701',
  '42703',
  '42704',
  '42710',
  '42723',
  '42883',
  '42P01',
  '42P06',
  '42P07',
  '3F000',
  '2BP01',
]);

/** Undefined where it failed for another reason than the schema that it met: rows, a time-out. */
function refusalOf(
  { failure }: Extract<MigrationRun, { kind: 'failed' }>,
  parent: string,
): RefusedMigration | undefined {
  const { migration, message, sqlState } = failure;
  if (migration === undefined || sqlState === undefined || !schemaDisagrees.has(sqlState)) return undefined;
  return { migration, message, sqlState, parent };
}

function readUri({ job, inputs }: BasisRequest, uri: string): Promise<LiveSnapshot> {
  return readSchema({ job, uri, timeout: inputs.timeout, options: { schemas: inputs.schemas } });
}

async function headIfReadable(request: BasisRequest, parent: string): Promise<LiveSnapshot | undefined> {
  try {
    return await readUri(request, await parentUri(request, parent));
  } catch (thrown) {
    request.job.log.debug(
      `${parent} was not looked at for what changed since: ${reasonOf(request.job, thrown)}`,
    );
    return undefined;
  }
}

async function parentUri({ job, provider, inputs }: BasisRequest, parent: string): Promise<string> {
  const branch = await provider.findBranch(parent);
  if (branch === undefined) throw new UserError(`the parent branch ${parent} is not there any more`);
  return readableUri({ job, provider, inputs, branch });
}

/** That it cannot be read is no failure of the preview. */
async function orUnknown({ job }: BasisRequest, read: () => Promise<SchemaBasis>): Promise<SchemaBasis> {
  try {
    return await read();
  } catch (thrown) {
    return { kind: 'unknown', reason: reasonOf(job, thrown) };
  }
}

/** @throws what was thrown, where it is neither the database's nor the provider's refusal */
function reasonOf(job: Job, thrown: unknown): string {
  job.signal.throwIfAborted();
  const isTold = thrown instanceof UserError || thrown instanceof ExternalError;
  if (!isTold && sqlStateOf(thrown) === undefined) throw thrown;
  return errorMessage(thrown);
}
