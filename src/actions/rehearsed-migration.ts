/** The migrations of a preview, rehearsed as well: on the preview itself while it is a fresh copy, else on one of its own. */
import { CancelledError } from '../errors.ts';
import type { MigrationRun } from '../migrations/migration-run.ts';
import { migrationsRunSince } from '../migrations/stale-history.ts';
import type { Section } from '../report/section.ts';
import { describeFailure } from '../runtime/failure.ts';
import type { DatabaseTarget } from './database-target.ts';
import { applyMigrations } from './migrate.ts';
import {
  type Concluded,
  concludeRehearsal,
  isRehearsalAsked,
  noRollback,
  rehearsalOf,
  rehearseRequest,
} from './rehearsal.ts';
import { type CopyRehearsal, type CopyRequest, rehearseOnCopy } from './rehearse-on-copy.ts';

export interface RehearsedRequest extends CopyRequest {
  readonly inputs: CopyRequest['inputs'] & { readonly rehearse: 'auto' | 'true' | 'false' };
  readonly database: DatabaseTarget;
  /** Migrations of an earlier push have run on the branch; undefined where nobody can know. */
  readonly hasRun: boolean | undefined;
}

export interface Rehearsed {
  readonly run: MigrationRun;
  readonly concluded: Concluded | undefined;
  /** The same migrations on a copy of the parent; undefined where there was none, or it could not be made. */
  readonly onCopy: MigrationRun | undefined;
}

/** Whether the rehearsal takes a copy of its own: the preview has the migrations of an earlier push already. */
export function needsCopy({ inputs, hasRun }: Pick<RehearsedRequest, 'inputs' | 'hasRun'>): boolean {
  return isRehearsalAsked(inputs) && (inputs.rehearseRollback || hasRun === true);
}

/**
 * Every push shows all migrations of the pull request, measured on its parent's data: those of an earlier push have run on
 * the preview already, and what testers did there is in the way too.
 */
export async function migrateAndRehearse(request: RehearsedRequest): Promise<Rehearsed> {
  const { job, inputs, database, target, settings } = request;
  const { isRestricted } = target;
  const nothing = { concluded: undefined, onCopy: undefined };
  if (!isRehearsalAsked(inputs))
    return { ...nothing, run: await applyMigrations({ job, inputs, database, isRestricted }) };
  if (needsCopy(request)) {
    const run = await applyMigrations({ job, inputs, database, isRestricted });
    const copy = await rehearsedOnCopy(request);
    return { run, concluded: copy?.concluded, onCopy: copy?.run };
  }
  const rehearsal = await rehearsalOf({ job, inputs, database, isRestricted, settings });
  const rehearse = await rehearseRequest(rehearsal);
  const run = await applyMigrations({ job, inputs, database, isRestricted, rehearse });
  if (run.rehearsal === undefined) return { ...nothing, run };
  return { ...nothing, run, concluded: await concludeRehearsal(rehearsal, run.rehearsal, noRollback) };
}

interface HistoryRequest {
  readonly job: CopyRequest['job'];
  readonly inputs: { readonly command: string | undefined; readonly timeout: number };
  readonly database: DatabaseTarget;
  /** When the branch got its parent's data. */
  readonly since: Date | undefined;
}

/** Whether an adopted branch has migrations of an earlier push; undefined for another tool's, which leave no history to read. */
export async function hasRunBefore({
  job,
  inputs,
  database,
  since,
}: HistoryRequest): Promise<boolean | undefined> {
  if (since === undefined || inputs.command !== undefined) return undefined;
  const { log, signal } = job;
  const options = { log, signal, timeoutMs: inputs.timeout * 1000 };
  return (await migrationsRunSince({ directUri: database.direct, since }, options)).length > 0;
}

/** The preview stands without it: what prevents the rehearsal is a warning in its own section. */
async function rehearsedOnCopy(request: RehearsedRequest): Promise<CopyRehearsal | undefined> {
  const { job, database } = request;
  try {
    return await job.log.group('Rehearsal', () => rehearseOnCopy(request));
  } catch (thrown) {
    if (job.signal.aborted || thrown instanceof CancelledError) throw thrown;
    job.reports.writeSection(database.key, notRehearsed(thrown));
    return undefined;
  }
}

function notRehearsed(thrown: unknown): Section {
  const [message = '', ...rest] = describeFailure(thrown).split('\n');
  return {
    id: 'rehearse-migrations',
    title: 'Rehearsal',
    status: 'warning',
    summary: 'The migrations were not rehearsed',
    blocks: [],
    findings: [
      {
        rule: 'not-rehearsed',
        severity: 'warning',
        subject: 'rehearse-migrations',
        message,
        ...(rest.length === 0 ? {} : { evidence: rest.join('\n') }),
      },
    ],
  };
}
