/** A rehearsal on a branch of its own: the same migrations on a fresh copy of the parent, which is thrown away. */
import { errorMessage } from '../errors.ts';
import type { MigrationRun, RehearseRequest } from '../migrations/migration-run.ts';
import type { RehearsalEvidence } from '../migrations/rehearsal/evidence.ts';
import type { Part, Rollback } from '../migrations/rehearsal/rehearsal.ts';
import { planRollback } from '../migrations/rollback/plan-rollback.ts';
import { rehearseRollback } from '../migrations/rollback/rehearse-rollback.ts';
import { connectWhenReady } from '../postgres/connect.ts';
import type { ReadConfiguration } from './configuration.ts';
import type { DatabaseTarget } from './database-target.ts';
import { type ApplyRequest, runMigrations } from './migrate.ts';
import { wasmPaths } from './project-place.ts';
import {
  type Concluded,
  concludeRehearsal,
  noRollback,
  type RehearsalRequest,
  rehearsalOf,
  rehearseRequest,
} from './rehearsal.ts';
import { type CopyOfParent, onRehearsalBranch } from './rehearsal-branch.ts';

export interface CopyRequest extends Omit<CopyOfParent, 'inputs'> {
  readonly inputs: CopyOfParent['inputs'] &
    ApplyRequest['inputs'] &
    RehearsalRequest['inputs'] & { readonly pullRequest: number; readonly rehearseRollback: boolean };
  readonly settings: ReadConfiguration;
  /** Sees the copy before anything has run on it, and after the last migration. */
  readonly look?: ((database: DatabaseTarget, when: 'before' | 'after') => Promise<void>) | undefined;
}

export interface CopyRehearsal {
  readonly run: MigrationRun;
  /** Undefined when nothing was pending on the copy. */
  readonly concluded: Concluded | undefined;
}

export function rehearseOnCopy(request: CopyRequest): Promise<CopyRehearsal> {
  return onRehearsalBranch(request, (database) => rehearseOn(request, database));
}

/** Migrates the database for good, measures and judges; also the way back where that is asked. */
export async function rehearseOn(
  request: Omit<CopyRequest, 'provider'>,
  database: DatabaseTarget,
): Promise<CopyRehearsal> {
  const { job, inputs, target, settings, look } = request;
  const { isRestricted } = target;
  await look?.(database, 'before');
  const rehearsal = await rehearsalOf({ job, inputs, database, isRestricted, settings });
  const rehearse = await rehearseRequest(rehearsal);
  const run = await runMigrations({ job, inputs, database, isRestricted, rehearse });
  await look?.(database, 'after');
  if (run.rehearsal === undefined) return { run, concluded: undefined };
  const rollback = inputs.rehearseRollback ? await wayBack(rehearsal, rehearse, run) : noRollback;
  return { run, concluded: await concludeRehearsal(rehearsal, run.rehearsal, rollback) };
}

async function wayBack(
  { job, inputs, database, project }: RehearsalRequest,
  { deployed }: RehearseRequest,
  { kind, rehearsal }: MigrationRun,
): Promise<Part<Rollback>> {
  if (project === undefined || deployed === undefined || rehearsal === undefined)
    return { kind: 'skipped', reason: 'there is no Prisma schema to go back to' };
  if (deployed.kind === 'skipped') return deployed;
  if (kind === 'failed') return { kind: 'skipped', reason: 'a migration failed' };
  const uri = database.direct;
  const wasm = wasmPaths(job);
  const schemas = {
    newSchema: project.schemaFiles,
    oldSchema: deployed.result.files,
    external: project.external,
  };
  try {
    const plan = await planned({ ...schemas, pending: pendingOf(rehearsal) }, { job, uri, inputs });
    if (plan.kind === 'skipped') return plan;
    const { log, signal } = job;
    const timeoutMs = inputs.timeout * 1000;
    const context = { log, signal, timeoutMs, now: () => performance.now(), wasm };
    return { kind: 'done', result: await rehearseRollback({ ...schemas, plan: plan.result, uri }, context) };
  } catch (thrown) {
    job.signal.throwIfAborted();
    return { kind: 'skipped', reason: `it could not be rehearsed: ${errorMessage(thrown)}` };
  }
}

function pendingOf({ scripts }: RehearsalEvidence) {
  return scripts.map(({ migration, file, script }) => ({ name: migration, file, script }));
}

interface Place {
  readonly job: RehearsalRequest['job'];
  readonly uri: string;
  readonly inputs: { readonly timeout: number };
}

async function planned(request: Parameters<typeof planRollback>[0], { job, uri, inputs }: Place) {
  await using session = await connectWhenReady({
    uri,
    applicationName: 'database-actions/rollback',
    log: job.log,
    signal: job.signal,
    timeoutMs: inputs.timeout * 1000,
  });
  return await planRollback(request, { directUri: uri, wasm: wasmPaths(job), session });
}
