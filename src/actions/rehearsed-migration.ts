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
import { type CopyRequest, rehearseOnCopy } from './rehearse-on-copy.ts';

export interface RehearsedRequest extends CopyRequest {
  readonly inputs: CopyRequest['inputs'] & { readonly rehearse: 'auto' | 'true' | 'false' };
  readonly database: DatabaseTarget;
  /** When the branch got its parent's data. */
  readonly since: Date | undefined;
}

export interface Rehearsed {
  readonly run: MigrationRun;
  readonly outputs: Concluded['outputs'];
}

/**
 * Every push shows all migrations of the pull request, measured on its parent's data: those of an earlier push have run on
 * the preview already, and what testers did there is in the way too.
 */
export async function migrateAndRehearse(request: RehearsedRequest): Promise<Rehearsed> {
  const { job, inputs, database, target, settings } = request;
  const { isRestricted } = target;
  if (!isRehearsalAsked(inputs))
    return { run: await applyMigrations({ job, inputs, database, isRestricted }), outputs: [] };
  if (inputs.rehearseRollback || (await hasRunHere(request))) {
    const run = await applyMigrations({ job, inputs, database, isRestricted });
    return { run, outputs: await onCopy(request) };
  }
  const rehearsal = await rehearsalOf({ job, inputs, database, isRestricted, settings });
  const rehearse = await rehearseRequest(rehearsal);
  const run = await applyMigrations({ job, inputs, database, isRestricted, rehearse });
  if (run.rehearsal === undefined) return { run, outputs: [] };
  return { run, outputs: (await concludeRehearsal(rehearsal, run.rehearsal, noRollback)).outputs };
}

async function hasRunHere({ job, inputs, database, since }: RehearsedRequest): Promise<boolean> {
  if (since === undefined || inputs.command !== undefined) return false;
  const { log, signal } = job;
  const options = { log, signal, timeoutMs: inputs.timeout * 1000 };
  return (await migrationsRunSince({ directUri: database.direct, since }, options)).length > 0;
}

/** The preview stands without it: what prevents the rehearsal is a warning in its own section. */
async function onCopy(request: RehearsedRequest): Promise<Concluded['outputs']> {
  const { job, database } = request;
  try {
    const { concluded } = await job.log.group('Rehearsal', () => rehearseOnCopy(request));
    return concluded?.outputs ?? [];
  } catch (thrown) {
    if (job.signal.aborted || thrown instanceof CancelledError) throw thrown;
    job.reports.writeSection(database.key, notRehearsed(thrown));
    return [];
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
